"""Agreement of two annotators on events, in layers: trigger, type, role, filler and attributes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement import tallies
from annotator.agreement.f1 import matching
from annotator.agreement.overlap import Fragments, overlaps_of
from annotator.agreement.spans import NO_DOCUMENTS, NOTHING_ALIGNED, two_raters
from annotator.core.span import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    """An event both marked with the same type, and in which document (its place among the common ones)."""

    row: int
    a: Event
    b: Event
    fillers_a: Mapping[str, tuple[Places, ...]]
    fillers_b: Mapping[str, tuple[Places, ...]]


@dataclass(slots=True)
class _Tally:
    """Matched and total per document, for all and for each name."""

    documents: int
    table: Floats = field(init=False)
    by_name: dict[str, Floats] = field(init=False)

    def __post_init__(self) -> None:
        self.table = np.zeros((self.documents, 2))
        self.by_name = defaultdict(lambda: np.zeros((self.documents, 2)))

    def add(self, row: int, name: str, *, matched: int, total: int) -> None:
        self.table[row] += (matched, total)
        self.by_name[name][row] += (matched, total)

    def as_json(self, resampler: Resampler, why: str) -> dict[str, Any]:
        return resampler.figure(self.table, tallies.f1, n=int(self.table[:, 1].sum()), why=why)

    def names_as_json(self, resampler: Resampler, why: str) -> dict[str, Any]:
        return {
            name: resampler.figure(table, tallies.f1, n=int(table[:, 1].sum()), why=why)
            for name, table in sorted(self.by_name.items())
        }


def event_agreement(pairing: Pairing, resampler: Resampler, figures: Mapping[str, Any]) -> dict[str, Any]:
    """The layers of agreement on events; `figures` are those of the triggers as spans (`span_agreement`).

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
    attributes = _attributes(agreed, documents, resampler, nothing)
    result: dict[str, Any] = {
        "trigger": {"exact_f1": figures["found_f1"], "overlap_f1": figures["coverage"]},
        "type": {name: figures[name] for name in ("percent", "kappa", "alpha", "ac1")},
        **_roles_and_fillers(agreed, len(documents), resampler, nothing),
        "attributes": attributes,
    }
    if "factuality" in attributes:
        result["factuality"] = attributes["factuality"]
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


def _fillers(event: Event, known: Mapping[str, Places]) -> dict[str, tuple[Places, ...]]:
    """Role to the places of its fillers; a filler that is no span of the annotator has no place and is left out."""
    found: dict[str, list[Places]] = {}
    for argument in event.arguments:
        found.setdefault(argument.role, [])
        if argument.span in known:
            found[argument.role].append(known[argument.span])
    return {role: tuple(places) for role, places in found.items()}


def _roles_and_fillers(agreed: list[_Agreed], documents: int, resampler: Resampler, nothing: str) -> dict[str, Any]:
    roles, exact, overlapping = _Tally(documents), _Tally(documents), _Tally(documents)
    for event in agreed:
        used_a = Counter(argument.role for argument in event.a.arguments)
        used_b = Counter(argument.role for argument in event.b.arguments)
        for role in used_a | used_b:
            both = min(used_a[role], used_b[role])
            roles.add(event.row, role, matched=both, total=used_a[role] + used_b[role])
            if both:
                one, other = event.fillers_a[role], event.fillers_b[role]
                total = len(one) + len(other)
                exact.add(event.row, role, matched=(Counter(one) & Counter(other)).total(), total=total)
                overlapping.add(event.row, role, matched=_overlapping(one, other), total=total)
    no_roles, no_fillers = (NO_ROLES, NO_COMMON_ROLES) if agreed else (nothing, nothing)
    return {
        "roles": {
            "f1": roles.as_json(resampler, no_roles),
            "labels": roles.names_as_json(resampler, no_roles),
        },
        "fillers": {
            "exact_f1": exact.as_json(resampler, no_fillers),
            "overlap_f1": overlapping.as_json(resampler, no_fillers),
            "labels": exact.names_as_json(resampler, no_fillers),
        },
    }


def _overlapping(one: tuple[Places, ...], other: tuple[Places, ...]) -> int:
    if len(one) == len(other) == 1 and one == other:
        return 1
    return len(matching(overlaps_of(_pieces(one), _pieces(other))).a)


def _pieces(places: tuple[Places, ...]) -> Fragments:
    rows = [(index, start, end) for index, place in enumerate(places) for start, end in place]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 3)
    return Fragments(table[:, 0], table[:, 1], table[:, 2])


def _attributes(agreed: list[_Agreed], documents: Ints, resampler: Resampler, nothing: str) -> dict[str, Any]:
    names = sorted({name for event in agreed for name in (*event.a.attributes, *event.b.attributes)})
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
        **two_raters(first, second, documents[row], documents, resampler, nothing=NOT_BOTH),
        "given": resampler.figure(given, tallies.share, n=len(agreed), why=nothing),
        "confusion": {"labels": values, "matrix": matrix.tolist()},
    }


def event_layers(spans: Iterable[Span]) -> set[str]:
    """Names of the layers that have events."""
    return {span.layer for span in spans if isinstance(span, Event)}
