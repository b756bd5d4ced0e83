"""The worker's tasks `suggest` and `survey`: documents in, suggestions or the names of a corpus out."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from annotator.core.document import Document, Region
from annotator.core.suggestion import to_json
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.errors import KnownError
from annotator.nlp.messages import PREFIX
from annotator.nlp.worker.combine import combine
from annotator.nlp.worker.pipeline import require_installed, suggest_with
from annotator.nlp.worker.tokenizer import SETTINGS, cached_pipeline, token_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.combine import Labels
    from annotator.nlp.worker.entities import KnownNames

RULES, LEARNED = "rules", "learned"
LONGEST = 1_000  # tokens of a sentence; those of articles have a hundred at most, tables and lists without an end more
_KNOWN: dict[str, KnownNames] = {}  # the last survey by the hash of its JSON: every batch of a run brings the same one


def suggest(payload: Mapping[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: suggestions for documents, all suggesters' together.

    Takes documents [{id, title, text, sha256, tokens, sentences?, regions}], with (names of suggesters,
    "rules" by default), names (what `survey` answered, or {}), labels {layer: [label]}, event_layers
    and overlapping (names of layers, optional), model (the path of what was learned, for "learned", which weighs
    the rules and every pipeline named beside it). Answers {documents: [{id, sha256, suggestions, hidden}]}, where
    hidden are [suggestion, why]. Raises KnownError A502, A503, A504.
    """
    suggesters = payload.get("with") or [RULES]
    for name in suggesters:
        if name not in (RULES, LEARNED) and not name.startswith(PREFIX):
            raise KnownError("A503", f"there is no suggester {name!r:.60}", f"use {RULES}, {LEARNED} or {PREFIX}NAME")
        if name.startswith(PREFIX):
            require_installed(name.removeprefix(PREFIX))  # also where there is no document
    labels: Labels = {layer: frozenset(names) for layer, names in payload["labels"].items()}
    event_layers = frozenset(payload.get("event_layers", ("events",)))
    names = payload.get("names") or {}
    answer = []
    for index, value in enumerate(payload["documents"], start=1):
        document = document_of(value)
        others: list[Suggestion] = []
        for name in suggesters:
            if name.startswith(PREFIX):
                others += suggest_with(
                    name.removeprefix(PREFIX), document, layers=labels.keys(), event_layers=event_layers
                )
        hidden: list[Any] = []
        if LEARNED in suggesters:
            together, hidden = _by_learned(document, payload, names, others, labels)
        else:
            ruled = _by_rules(document, names, labels) if RULES in suggesters else []
            together = combine(document, [*ruled, *others], labels, overlapping=payload.get("overlapping", ()))
        found = [to_json(one) for one in together]
        answer.append({"id": document.id, "sha256": document.sha256, "suggestions": found, "hidden": hidden})
        report(index, len(payload["documents"]))
    return {"documents": answer}


def survey(payload: Mapping[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: the names of documents, added to those of earlier batches.

    Takes documents as `suggest` does and names (the last answer, {} at first); answers {names}, for the
    next batch and, at the end, for `suggest`. The order of documents and batches does not matter.
    """
    from annotator.nlp.worker.entities import NameCounts  # lazy: its lexicons take time and only two tasks need them
    from annotator.nlp.worker.entities import survey as names_of  # lazy: as above

    votes: dict[str, dict[str, int]] = {}
    earlier = payload.get("names") or {}
    _add(votes, NameCounts.from_json(earlier.get("votes", {})).votes)
    for index, value in enumerate(payload["documents"], start=1):
        _add(votes, names_of(document_of(value)).votes)
        report(index, len(payload["documents"]))
    return {"names": {"votes": votes, "documents": earlier.get("documents", 0) + len(payload["documents"])}}


def document_of(value: Mapping[str, Any]) -> Document:
    """The document a request speaks of; raises KnownError A504 when its hash is that of another text."""
    text, sha256 = value["text"], sha256_of(value["text"])
    if value.get("sha256", sha256) != sha256:
        raise KnownError("A504", f"the text of {value.get('id', '')!r:.80} is not the one asked for", "try again")
    if "tokens" in value:
        tokens = Tokens(tuple((start, end) for start, end in value["tokens"]))
    else:
        tokens = Tokens(token_ranges(cached_pipeline(SETTINGS).tokenizer, text))
    sentences = value.get("sentences")
    return Document(
        id=value.get("id", ""),
        title=value.get("title", ""),
        text=text,
        sha256=sha256,
        tokens=tokens,
        sentences=tuple(_cut(sentences or sentences_of(text, tokens))),
        regions=tuple(Region(*region) for region in _regions(value.get("regions", ()))),
    )


def _cut(sentences: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those that are far too long for one in pieces: rules look from each word at all others of it."""
    for first, last in sentences:
        for begin in range(first, last, LONGEST) or (first,):
            yield begin, min(last, begin + LONGEST)


def _regions(values: Sequence[Any]) -> Iterator[tuple[str, int, int, str]]:
    for value in values:
        if isinstance(value, dict):
            yield value["kind"], value["start"], value["end"], value.get("value", "")
        else:
            yield tuple(value)


def _known_names(value: Mapping[str, Any]) -> KnownNames:
    from annotator.nlp.worker.entities import KnownNames, NameCounts, merge  # lazy: as in `survey`

    if not value.get("votes"):
        return KnownNames()
    key = hashlib.blake2s(json.dumps(value, sort_keys=True).encode("utf-8")).hexdigest()
    if key not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[key] = merge([NameCounts.from_json(value["votes"])])
    return _KNOWN[key]


def by_rules(
    document: Document, names: Mapping[str, Any], *, has_events: bool
) -> tuple[list[Suggestion], list[Suggestion]]:
    """The entities and the events that the rules find, in the rules' own labels; `names` is what `survey` answered."""
    from annotator.nlp.worker.entities import suggest_entities  # lazy: as in `survey`
    from annotator.nlp.worker.events import suggest_events  # lazy: as in `survey`

    entities = suggest_entities(document, _known_names(names))
    return entities, suggest_events(document, entities) if has_events else []


def _by_rules(document: Document, names: Mapping[str, Any], labels: Labels) -> list[Suggestion]:
    entities, events = by_rules(document, names, has_events=_has_events(labels))
    return [*entities, *events]


def _has_events(labels: Labels) -> bool:
    return any(layer != "entities" for layer in labels)


def by_pipelines(
    document: Document, names: Iterable[str], labels: Labels, event_layers: Collection[str]
) -> tuple[Suggestion, ...]:
    """What pipelines found, for learning from it: as the scheme names it; of one that cannot be used nothing."""
    found: list[Suggestion] = []
    for name in names:
        with suppress(KnownError):
            found += suggest_with(name, document, layers=labels.keys(), event_layers=event_layers)
    return tuple(combine(document, found, labels, overlapping=labels.keys()))


def _by_learned(
    document: Document,
    payload: Mapping[str, Any],
    names: Mapping[str, Any],
    others: Sequence[Suggestion],
    labels: Labels,
) -> tuple[list[Suggestion], list[Any]]:
    from annotator.nlp.worker.learned.tasks import suggest_learned  # lazy: brings numpy and CRFsuite

    fitted = combine(document, others, labels, overlapping=labels.keys())
    ruled = by_rules(document, names, has_events=_has_events(labels))
    return suggest_learned(document, payload["model"], *ruled, fitted, labels)


def _add(votes: dict[str, dict[str, int]], more: Mapping[str, Mapping[str, int]]) -> None:
    for name, labels in more.items():
        mine = votes.setdefault(name, {})
        for label, count in labels.items():
            mine[label] = mine.get(label, 0) + count
