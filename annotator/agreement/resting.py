"""The places a figure rests on: the spans of two annotators that make it what it is, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.boundaries import WITHIN, tokens_between
from annotator.agreement.spans import MISSED
from annotator.core.span import arguments_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.agreement.material import Material
    from annotator.agreement.pairing import Pairing
    from annotator.core.span import Span
    from annotator.core.text import Fragments


@dataclass(frozen=True, slots=True)
class Rest:
    """One place: the document's number, a's span and b's span (None where one has nothing)."""

    number: int
    a: Span | None
    b: Span | None


# Which places keep a measure below 1; those not named here rest on all that is not the same.
AGAINST = {
    "found_f1": lambda one: one.a is None or one.b is None or one.a.fragments != one.b.fragments,
    "coverage": lambda one: one.a is None or one.b is None,
    "overlap_f1": lambda one: one.a is None or one.b is None or one.a.label != one.b.label,
    **dict.fromkeys(
        ("percent", "kappa", "fleiss_kappa", "alpha", "ac1"),
        lambda one: one.a is not None and one.b is not None and one.a.label != one.b.label,
    ),
}


def all_places(pairing: Pairing) -> Iterator[Rest]:
    """Every aligned pair and every span without a partner."""
    for one, other in zip(pairing.aligned.a.tolist(), pairing.aligned.b.tolist(), strict=True):
        yield Rest(int(pairing.a.document[one]), pairing.a.sources[one], pairing.b.sources[other])
    only_a, only_b = pairing.alone()
    for one in only_a.tolist():
        yield Rest(int(pairing.a.document[one]), pairing.a.sources[one], None)
    for other in only_b.tolist():
        yield Rest(int(pairing.b.document[other]), None, pairing.b.sources[other])


def is_different(one: Rest) -> bool:
    """Whether the two have other fragments or another label, or only one has anything."""
    if one.a is None or one.b is None:
        return True
    return (one.a.label, one.a.fragments) != (one.b.label, one.b.fragments)


def of_measure(measure: str) -> Callable[[Rest], bool]:
    """The places that keep the measure below 1."""
    return AGAINST.get(measure, is_different)


def of_cell(row: str, column: str) -> Callable[[Rest], bool]:
    """The places of a cell of the confusion matrix; MISSED names its last row and column."""

    def keep(one: Rest) -> bool:
        return (one.a.label if one.a else MISSED, one.b.label if one.b else MISSED) == (row, column)

    return keep


def of_label(label: str) -> Callable[[Rest], bool]:
    """The different places in which either has the label."""
    return lambda one: is_different(one) and label in (one.a and one.a.label, one.b and one.b.label)


def fillers_of(material: Material, annotator: str, number: int, event: Span) -> dict[str, list[Fragments | None]]:
    """Role -> where its fillers stand, in order; None for one that is no span of the annotator."""
    known = {span.id: span.fragments for span in material.reading(annotator, number).spans}
    found: dict[str, list[Fragments | None]] = {}
    for argument in arguments_of(event):
        if argument.is_mentioned:
            found.setdefault(argument.role, []).append(known.get(argument.span))
    return {role: sorted(places, key=lambda one: one or ()) for role, places in sorted(found.items())}


def of_event_part(pairing: Pairing, part: str) -> Callable[[Rest], bool]:
    """The events that keep a layer of agreement below 1: trigger, type, roles, fillers, or an attribute's name."""
    if part in ("trigger", "type"):
        return of_measure("found_f1" if part == "trigger" else "kappa")

    def keep(one: Rest) -> bool:
        if one.a is None or one.b is None or one.a.label != one.b.label:
            return False  # each layer is about events that agree in the ones before
        if part not in ("roles", "fillers"):
            mine, theirs = one.a.attributes.get(part), one.b.attributes.get(part)
            return mine is not None and theirs is not None and mine != theirs
        first = fillers_of(pairing.material, pairing.a.annotator, one.number, one.a)
        other = fillers_of(pairing.material, pairing.b.annotator, one.number, one.b)
        if part == "roles":
            return {role: len(places) for role, places in first.items()} != {
                role: len(places) for role, places in other.items()
            }
        return any(first[role] != other[role] for role in first.keys() & other.keys())

    return keep


def of_shift(pairing: Pairing, side: str, shift: str) -> Callable[[Rest], bool]:
    """The aligned pairs whose left or right edges lie so many tokens apart (as the boundary table names it)."""

    def keep(one: Rest) -> bool:
        if one.a is None or one.b is None:
            return False
        mine, theirs = (one.a.start, one.b.start) if side == "left" else (one.a.end, one.b.end)
        if mine == theirs:
            return shift == "0"
        found = tokens_between(pairing.material.articles[one.number].tokens, side, mine, theirs)
        return shift == (str(found) if found else WITHIN)

    return keep
