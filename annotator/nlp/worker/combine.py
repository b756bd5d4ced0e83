"""Puts what several suggesters found into one list: labels of the scheme, no doubles, no overlap in flat layers."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from annotator.core.header import noise_of
from annotator.core.span import Argument
from annotator.core.suggestion import Suggestion, suggestion_id
from annotator.core.text import is_overlapping
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from annotator.core.document import Document

Labels = dict[str, frozenset[str]]  # layer -> the scheme's labels in it


def combine(
    document: Document, found: Iterable[Suggestion], labels: Labels, *, overlapping: Collection[str] = ()
) -> list[Suggestion]:
    """The suggestions that stand, by position; of equals the one with the highest score, with its provenance.

    A label the scheme lacks is replaced as resources/lexicons/label_maps.toml says, or the suggestion is
    dropped, and so is one on header noise. In a layer of spans that is not among `overlapping`, of two
    that overlap the better one stays: higher score, then longer, then first. Arguments follow their
    fillers to what they were replaced by; those without a filler left are dropped.
    """
    noise = noise_of(document.text, document.regions)
    renamed: dict[str, str] = {}
    candidates: list[Suggestion] = []
    for one in found:
        fitted = _fitted(document, one, labels)
        if fitted is not None and not is_overlapping(fitted.fragments, noise):
            renamed[one.id] = fitted.id
            candidates.append(fitted)
    kept = _without_doubles(candidates)
    flat = [one for one in kept if not one.is_event and one.layer not in overlapping]
    standing = {one.id: one for one in kept if one.is_event or one.layer in overlapping}
    for layer in sorted({one.layer for one in flat}):
        standing.update((one.id, one) for one in _without_overlap(one for one in flat if one.layer == layer))
    result = [_with_arguments(one, renamed, standing) for one in standing.values()]
    return sorted(result, key=lambda one: (one.start, one.end, one.layer, one.label))


@cache
def label_map() -> Mapping[str, tuple[str, ...]]:
    """Which labels may stand for one that a scheme lacks, in order of preference."""
    table = tomllib.loads(resource("lexicons", "label_maps.toml").read_text(encoding="utf-8"))
    return {label: tuple(others) for label, others in table["labels"].items()}


def _fitted(document: Document, one: Suggestion, labels: Labels) -> Suggestion | None:
    known = labels.get(one.layer, frozenset())
    if one.label in known:
        return one
    for label in () if one.is_event else label_map().get(one.label, ()):
        if label in known:
            return one._replace(label=label, id=suggestion_id(document.sha256, one.layer, label, one.fragments))
    return None


def _rank(one: Suggestion) -> tuple[float, int, int, str]:
    return -one.score, -sum(end - start for start, end in one.fragments), one.start, one.id


def _without_doubles(candidates: Iterable[Suggestion]) -> list[Suggestion]:
    best: dict[str, Suggestion] = {}
    for one in sorted(candidates, key=_rank):
        best.setdefault(one.id, one)
    return list(best.values())


def _without_overlap(candidates: Iterable[Suggestion]) -> list[Suggestion]:
    kept: list[Suggestion] = []
    taken: set[int] = set()
    for one in sorted(candidates, key=_rank):
        places = {place for start, end in one.fragments for place in range(start, end)}
        if not places & taken:
            taken |= places
            kept.append(one)
    return kept


def _with_arguments(one: Suggestion, renamed: Mapping[str, str], standing: Mapping[str, Suggestion]) -> Suggestion:
    if not one.arguments:
        return one
    arguments = tuple(
        dict.fromkeys(
            Argument(argument.role, renamed[argument.span])
            for argument in one.arguments
            if renamed.get(argument.span) in standing
        )
    )
    return one._replace(arguments=arguments)
