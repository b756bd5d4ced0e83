"""Agreement of two annotators on events, in layers: trigger, type, role, filler and attributes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.f1 import matching
from annotator.agreement.overlap import Fragments, overlaps_of
from annotator.agreement.spans import NO_DOCUMENTS, NOTHING_ALIGNED, two_raters
from annotator.core.span import Event

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from numpy.typing import NDArray

    from annotator.agreement.bootstrap import Resampler
    from annotator.agreement.pairing import Pairing
    from annotator.core.span import Span
    from annotator.core.text import Fragments as Places

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

NO_SAME_TYPE = "no aligned triggers have the same type"
NO_ROLES = "neither annotator gave a role to events they agree on"
NO_COMMON_ROLES = "no role is used by both annotators in events they agree on"
NOT_BOTH = "no event they agree on has this attribute from both annotators"


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An event both marked with the same type, and in which document (its place among the common ones).

    Fillers are role -> places; None for a filler that is no span of the annotator.
    """

    row: int
    a: Event
    b: Event
    fillers_a: Mapping[str, list[Places | None]]
    fillers_b: Mapping[str, list[Places | None]]


@dataclass(slots=True)
class _Tally:
    """What was matched of how much, in which document and under which name."""

    documents: int
    row: list[int] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    matched: list[int] = field(default_factory=list)
    total: list[int] = field(default_factory=list)

    def add(self, row: int, name: str, matched: int, total: int) -> None:
        self.row.append(row)
        self.name.append(name)
        self.matched.append(matched)
        self.total.append(total)

    def figures(self, resampler: Resampler, why: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """F1 of all, and by name."""
        names = sorted(set(self.name))
        code = {name: number for number, name in enumerate(names)}
        row, column = np.array(self.row, dtype=np.int64), np.array([code[name] for name in self.name], dtype=np.int64)
        matched, total = (
            tallies.by_document_and(self.documents, len(names), row, column, np.array(values, dtype=np.float64))
            for values in (self.matched, self.total)
        )

        def figure(one: Floats, other: Floats) -> dict[str, Any]:
            return resampler.figure(np.column_stack([one, other]), tallies.f1, n=int(other.sum()), why=why)

        whole = figure(matched.sum(axis=1), total.sum(axis=1))
        return whole, {name: figure(matched[:, at], total[:, at]) for name, at in code.items()}


def event_agreement(
    pairing: Pairing, resampler: Resampler, figures: Mapping[str, Any], *, attributes: Collection[str]
) -> dict[str, Any]:
    """The layers of agreement on events; `figures` are those of the triggers as spans (`span_agreement`).

    `attributes` are told of also where no event has them, with the reason why there is no figure.

    trigger: the same fragments, or overlapping ones (one to one), whatever the type.
    type: of the aligned triggers. roles: of events with the same type, which roles they have, counted.
    fillers: of the roles both used in such an event, the spans that fill them, by equal fragments and by
    overlap. attributes: of events with the same type, the values where both gave one; `given` is the
    share of events in which both did or both did not. Each is conditional on the ones before it.
    """
    documents = pairing.documents
    agreed = _agreed(pairing)
    nothing = NO_SAME_TYPE if documents.size else NO_DOCUMENTS
    if not len(pairing.aligned.a) and documents.size:
        nothing = NOTHING_ALIGNED
    given = _attributes(agreed, attributes, documents, resampler, nothing)
    result: dict[str, Any] = {
        "trigger": {"exact_f1": figures["found_f1"], "overlap_f1": figures["coverage"]},
        "type": {name: figures[name] for name in ("percent", "kappa", "alpha", "ac1")},
        **_roles_and_fillers(agreed, len(documents), resampler, nothing),
        "attributes": given,
    }
    if "factuality" in given:
        result["factuality"] = given["factuality"]
    return result


def _agreed(pairing: Pairing) -> list[_Agreed]:
    row = {number: index for index, number in enumerate(pairing.documents.tolist())}
    known: dict[tuple[str, int], dict[str, Places]] = {}
    result = []
    same = pairing.a.label[pairing.aligned.a] == pairing.b.label[pairing.aligned.b]
    for one, other in zip(pairing.aligned.a[same].tolist(), pairing.aligned.b[same].tolist(), strict=True):
        a, b = pairing.a.sources[one], pairing.b.sources[other]
        number = int(pairing.a.document[one])
        if isinstance(a, Event) and isinstance(b, Event):
            fillers = []
            for name, event in ((pairing.a.annotator, a), (pairing.b.annotator, b)):
                if (name, number) not in known:
                    spans = pairing.material.reading(name, number).spans
                    known[name, number] = {span.id: span.fragments for span in spans}
                fillers.append(_fillers(event, known[name, number]))
            result.append(_Agreed(row[number], a, b, *fillers))
    return result


def _fillers(event: Event, known: Mapping[str, Places]) -> dict[str, list[Places | None]]:
    found: dict[str, list[Places | None]] = {}
    for argument in event.arguments:
        if argument.is_mentioned:  # “not mentioned” fills no role
            found.setdefault(argument.role, []).append(known.get(argument.span))
    return found


def _roles_and_fillers(agreed: list[_Agreed], documents: int, resampler: Resampler, nothing: str) -> dict[str, Any]:
    roles, exact = _Tally(documents), _Tally(documents)
    met: list[tuple[list[Places], list[Places]]] = []
    for event in agreed:
        for role in event.fillers_a.keys() | event.fillers_b.keys():
            one, other = event.fillers_a.get(role, []), event.fillers_b.get(role, [])
            roles.add(event.row, role, min(len(one), len(other)), len(one) + len(other))
            if one and other:
                placed = [place for place in one if place], [place for place in other if place]
                same = len(placed[0]) if placed[0] == placed[1] else (Counter(placed[0]) & Counter(placed[1])).total()
                exact.add(event.row, role, same, len(placed[0]) + len(placed[1]))
                met.append(placed)
    overlapping = _Tally(documents, exact.row, exact.name, _overlapping(met), exact.total)
    no_roles, no_fillers = (NO_ROLES, NO_COMMON_ROLES) if agreed else (nothing, nothing)
    f1, by_role = roles.figures(resampler, no_roles)
    exact_f1, by_filler = exact.figures(resampler, no_fillers)
    overlap_f1, _ = overlapping.figures(resampler, no_fillers)
    return {
        "roles": {"f1": f1, "labels": by_role},
        "fillers": {"exact_f1": exact_f1, "overlap_f1": overlap_f1, "labels": by_filler},
    }


def _overlapping(met: list[tuple[list[Places], list[Places]]]) -> list[int]:
    """For each pair of lists of places, how many can be matched one to one by overlap.

    Every pair of lists gets a stretch of one axis for itself, so that all are matched at once.
    """
    sides = [_on_axis([pair[side] for pair in met]) for side in (0, 1)]
    width = 1 + max((int(pieces.end.max()) for pieces, _ in sides if len(pieces.end)), default=0)
    moved = [
        Fragments(pieces.span, pieces.start + group[pieces.span] * width, pieces.end + group[pieces.span] * width)
        for pieces, group in sides
    ]
    matched = matching(overlaps_of(*moved))
    counts: list[int] = np.bincount(sides[0][1][matched.a], minlength=len(met)).tolist()
    return counts


def _on_axis(lists: list[list[Places]]) -> tuple[Fragments, Ints]:
    """The fragments of all places, numbered on; and of each place, the number of its list."""
    places = [(number, place) for number, found in enumerate(lists) for place in found]
    rows = [(index, start, end) for index, (_, place) in enumerate(places) for start, end in place]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 3)
    return Fragments(table[:, 0], table[:, 1], table[:, 2]), np.array([number for number, _ in places], dtype=np.int64)


def _attributes(
    agreed: list[_Agreed], asked: Collection[str], documents: Ints, resampler: Resampler, nothing: str
) -> dict[str, Any]:
    names = sorted({*asked, *(name for event in agreed for name in (*event.a.attributes, *event.b.attributes))})
    return {name: _attribute(name, agreed, documents, resampler, nothing) for name in names}


def _attribute(name: str, agreed: list[_Agreed], documents: Ints, resampler: Resampler, nothing: str) -> dict[str, Any]:
    pairs = [
        (event.row, event.a.attributes[name], event.b.attributes[name])
        for event in agreed
        if name in event.a.attributes and name in event.b.attributes
    ]
    values = sorted({value for _, one, other in pairs for value in (one, other)})
    code = {value: number for number, value in enumerate(values)}
    row = np.array([row for row, _, _ in pairs], dtype=np.int64)
    first = np.array([code[one] for _, one, _ in pairs], dtype=np.int64)
    second = np.array([code[other] for _, _, other in pairs], dtype=np.int64)
    given = np.zeros((len(documents), 2))
    for event in agreed:
        given[event.row] += ((name in event.a.attributes) == (name in event.b.attributes), 1)
    matrix = np.zeros((len(values), len(values)), dtype=np.int64)
    np.add.at(matrix, (first, second), 1)
    return {
        **two_raters(first, second, documents[row], documents, resampler, nothing=NOT_BOTH if agreed else nothing),
        "given": resampler.figure(given, tallies.share, n=len(agreed), why=nothing),
        "confusion": {"labels": values, "matrix": matrix.tolist()},
    }


def event_layers(spans: Iterable[Span]) -> set[str]:
    """Names of the layers that have events."""
    return {span.layer for span in spans if isinstance(span, Event)}
