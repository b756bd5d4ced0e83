"""What gold took over from annotators without saying so: rejections that it upheld, planted suggestions that passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.services.comparing import annotators_of
from annotator.services.safeguards import PLANTED, without_planted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from annotator.core.decision import Verdict
    from annotator.core.span import Span
    from annotator.core.text import Fragments
    from annotator.store.project import Project
    from annotator.store.projection import Decided

    Placed = tuple[str, str, Fragments]  # layer, label, where
    Against = Callable[[Iterable[Span], Mapping[str, Verdict]], Iterable[tuple[bool, Verdict]]]


def place_of(one: Span | Verdict) -> Placed:
    """Where it stands, in which layer, and as what."""
    return one.layer, one.label, one.fragments


def versions_of(project: Project, document: str) -> list[Decided]:
    """What each annotator decided about the document."""
    return [project.decided(document, name) for name in annotators_of(project)]


def upheld_by(
    versions: Iterable[Decided], settled: Iterable[Span], against: Against
) -> dict[Placed, tuple[bool, Verdict]]:
    """What annotators decided against in a document that is settled and has no such span there, each place once.

    The settled version has only what is there: without this a name that everybody rejected would be proposed again.
    `against` picks from an annotator's spans and verdicts those that speak against what was suggested, each with
    whether it was rejected, rather than mended.
    """
    there = {place_of(one) for one in settled}
    found: dict[Placed, tuple[bool, Verdict]] = {}
    for decided in versions:
        for is_rejected, verdict in against(*without_planted(decided.spans, decided.verdicts)):
            place = place_of(verdict)
            if place not in there and (is_rejected or place not in found):
                found[place] = is_rejected, verdict
    return dict(sorted(found.items()))


def planted_in_gold(versions: Iterable[Decided], settled: Iterable[Span]) -> set[str]:
    """Ids of settled spans that annotators have by a planted suggestion alone: no one found them there."""
    passed: set[Placed] = set()
    found: set[Placed] = set()
    for decided in versions:
        wrong = {id for id, one in decided.verdicts.items() if one.suggester == PLANTED and one.outcome == "accepted"}
        for span in decided.spans.values():
            (passed if span.suggestion in wrong else found).add(place_of(span))
    return {one.id for one in settled if place_of(one) in passed - found}
