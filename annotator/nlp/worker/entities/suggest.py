"""Entity suggestions for one document by rules and lexicons, and the survey of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.header import annotatable_in
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.nlp.worker.entities.bodies import find_bodies
from annotator.nlp.worker.entities.chunks import find_chunks
from annotator.nlp.worker.entities.dates import find_dates
from annotator.nlp.worker.entities.drones import find_munitions
from annotator.nlp.worker.entities.gazetteers import find_listed, joined_arms
from annotator.nlp.worker.entities.institutions import (
    find_facilities,
    find_institutions,
    find_regions_of_places,
    is_department,
)
from annotator.nlp.worker.entities.measures import find_measures
from annotator.nlp.worker.entities.mentions import find_introduced, find_parts, find_repeats
from annotator.nlp.worker.entities.names import find_names, without_part_towns
from annotator.nlp.worker.entities.rules import LOWEST, RULES, Found, settle
from annotator.nlp.worker.entities.ships import find_rivers, find_ships
from annotator.nlp.worker.entities.survey import NO_NAMES, KnownNames, NameCounts, count_names
from annotator.nlp.worker.entities.words import lower_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.document import Document

LAYER = "entities"
SUGGESTER, VERSION = "rules", "1"
CONFIDENT = 0.85  # finds of such rules speak for a name in other documents


def suggest_entities(document: Document, names: KnownNames = NO_NAMES) -> list[Suggestion]:
    """Suggested entities of the document, by position, none overlapping; labels of the scheme conflict-nl."""
    return [_suggestion(document, one) for one in find_entities(document, names)]


def survey(document: Document) -> NameCounts:
    """The names of the document that stand on good evidence, for `merge`."""
    found = find_entities(document, NO_NAMES)
    return count_names(
        (document.text[one.start : one.end], one.label) for one in found if RULES[one.rule].score >= CONFIDENT
    )


def find_entities(document: Document, names: KnownNames) -> list[Found]:
    """All finds that stand, by position."""
    reading = read(document)
    chunks = list(find_chunks(reading))
    finds = [*without_part_towns(reading, find_listed(reading), chunks), *find_bodies(reading), *find_rivers(reading)]
    finds += find_ships(reading, finds)
    finds += find_regions_of_places(reading, finds)
    settled = settle(finds)
    guessed = find_names(reading, chunks, [one for one in settled if one.label], names)
    named = settle([*finds, *guessed])
    more = [
        *find_institutions(reading, named),
        *find_regions_of_places(reading, named),
        *find_introduced(reading, [*named, *find_institutions(reading, named)]),
        *find_parts(reading, chunks, named),
    ]
    named = settle([*finds, *guessed, *more])
    more = [*joined_arms(reading, named), *find_munitions(reading, named), *find_repeats(reading, chunks, named)]
    named = settle([*named, *more])
    lowered = lower_of(reading.text)
    everything = [
        *named,
        *find_facilities(reading, named),
        *find_measures(lowered),
        *find_dates(lowered),
        *_header(document),
    ]
    kept = [one for one in settle(everything) if one.label and RULES[one.rule].score >= LOWEST]
    # A ministry without its country is no name; it was found so that its department is none either.
    kept = [one for one in kept if one.rule != "ministry"]
    return [one for one in kept if not (one.label in {"ORG", "GPE"} and is_department(reading, one))]


def _header(document: Document) -> Iterator[Found]:
    for region in document.regions:
        for start, end, label in annotatable_in(region, document.text):
            yield Found(start, end, label, "header")


def _suggestion(document: Document, one: Found) -> Suggestion:
    fragments = ((one.start, one.end),)
    return Suggestion(
        id=suggestion_id(document.sha256, LAYER, one.label, fragments),
        layer=LAYER,
        label=one.label,
        fragments=fragments,
        score=one.score,
        provenance=Provenance(SUGGESTER, VERSION, rule=one.rule),
    )
