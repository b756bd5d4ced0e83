"""Comparing annotators' versions of a document: what they agree on, how they differ, what a vote settles."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

from annotator.core.span import NOT_MENTIONED, Event, Span, arguments_of
from annotator.core.text import is_overlapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.text import Fragments

FEW_DOCUMENTS = 20  # compared; below, an interval from resampled documents is too narrow
# Ways in which versions of one place differ, the gravest first; `status` is of a whole document.
KINDS = ("only_one", "label", "type", "boundary", "fragments", "role", "attribute", "status")
_CONCLUDED = frozenset({"done", "flagged", "skipped"})

Versions = Mapping[str, Mapping[str, Span]]  # annotator -> span id -> span or event
Strategy = Literal["unanimous", "majority"]  # how a vote settles a place
_Node = tuple[str, str]  # annotator, span id


@dataclass(frozen=True, slots=True)
class Place:
    """Spans of one layer, at most one an annotator, that are about the same thing.

    `kinds` says how they differ, of KINDS and in that order; empty where all annotators agree.
    `fillers` are each one's arguments as (role, place id); those filled by an open suggestion are left out,
    and so is the answer that the text names no filler, which is no other than having none.
    """

    id: str
    layer: str
    is_event: bool
    spans: Mapping[str, Span]
    kinds: tuple[str, ...]
    fillers: Mapping[str, frozenset[tuple[str, str]]]

    @property
    def is_agreed(self) -> bool:
        """Whether every annotator has the very same here."""
        return not self.kinds

    @property
    def kind(self) -> str:
        """The gravest way in which the versions differ, "" where they agree."""
        return self.kinds[0] if self.kinds else ""

    @property
    def start(self) -> int:
        return min(span.start for span in self.spans.values())

    @property
    def end(self) -> int:
        return max(span.end for span in self.spans.values())

    def versions(self) -> dict[tuple[str, Fragments], tuple[str, ...]]:
        """Who chose which (label, fragments); most chosen first."""
        found: dict[tuple[str, Fragments], list[str]] = defaultdict(list)
        for annotator, span in self.spans.items():
            found[span.label, span.fragments].append(annotator)
        return {key: tuple(who) for key, who in sorted(found.items(), key=lambda item: (-len(item[1]), item[0][1]))}


def compare(versions: Versions) -> tuple[Place, ...]:
    """The places that any annotator labelled, in order of text; every annotator given is compared with all.

    Spans of one layer that share a character are brought together one to one, the most alike first:
    the same fragments and label, then the same fragments, then the greatest overlap.
    """
    groups = [
        group
        for layer in sorted({span.layer for mine in versions.values() for span in mine.values()})
        for group in _groups({name: _of_layer(mine, layer) for name, mine in versions.items()})
    ]
    spans = [{name: versions[name][id] for name, id in group} for group in groups]
    ids = _numbered(_place_id(one) for one in spans)
    place_of = {node: id for group, id in zip(groups, ids, strict=True) for node in group}
    places = [_place(id, one, versions, place_of) for id, one in zip(ids, spans, strict=True)]
    return tuple(sorted(places, key=lambda place: (place.start, place.end, place.layer, place.id)))


def has_status_conflict(statuses: Mapping[str, str]) -> bool:
    """Whether annotators came to different ends with one document: done, flagged or skipped."""
    return len(_CONCLUDED & set(statuses.values())) > 1


def _of_layer(spans: Mapping[str, Span], layer: str) -> list[Span]:
    return [span for span in spans.values() if span.layer == layer]


def _groups(spans: Mapping[str, Sequence[Span]]) -> list[list[_Node]]:
    """One layer's spans brought together, at most one an annotator in each group."""
    group_of: dict[_Node, list[_Node]] = {
        (name, span.id): [(name, span.id)] for name, mine in spans.items() for span in mine
    }
    for _, one, other in sorted(_likenesses(spans)):
        left, right = group_of[one], group_of[other]
        if left is right or {name for name, _ in left} & {name for name, _ in right}:
            continue
        left.extend(right)
        for node in right:
            group_of[node] = left
    return list({id(group): group for group in group_of.values()}.values())


def _likenesses(spans: Mapping[str, Sequence[Span]]) -> Iterator[tuple[tuple[float, ...], _Node, _Node]]:
    """Pairs of different annotators' spans that share a character; the most alike have the least key."""
    ordered = sorted(
        ((span.start, span.end, name, span) for name, mine in spans.items() for span in mine),
        key=lambda item: (item[0], item[1], item[2], item[3].id),
    )
    open_ones: list[tuple[int, str, Span]] = []
    for start, end, name, span in ordered:
        open_ones = [one for one in open_ones if one[0] > start]
        for _, other_name, other in open_ones:
            if other_name != name and is_overlapping(span.fragments, other.fragments):
                yield _unlikeness(span, other), (other_name, other.id), (name, span.id)
        open_ones.append((end, name, span))


def _unlikeness(one: Span, other: Span) -> tuple[float, ...]:
    has_other_label = one.label != other.label
    if one.fragments == other.fragments:
        return 0.0, has_other_label, one.start, one.end
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.fragments for c, d in other.fragments)
    both = sum(end - start for start, end in chain(one.fragments, other.fragments)) - shared
    return 1.0 - shared / both, has_other_label, min(one.start, other.start), max(one.end, other.end)


def _place_id(spans: Mapping[str, Span]) -> str:
    """The same versions of the same annotators make the same place."""
    key = sorted((name, span.layer, span.label, span.fragments) for name, span in spans.items())
    return "p" + hashlib.blake2s(repr(key).encode("utf-8"), digest_size=9).hexdigest()


def _numbered(ids: Iterable[str]) -> list[str]:
    """The ids, with a number behind those that come again: an annotator may have one thing twice."""
    seen: Counter[str] = Counter()
    result = []
    for id in ids:
        seen[id] += 1
        result.append(id if seen[id] == 1 else f"{id}-{seen[id]}")
    return result


def _place(id: str, spans: Mapping[str, Span], versions: Versions, place_of: Mapping[_Node, str]) -> Place:
    fillers = {
        name: frozenset(
            (argument.role, place_of[name, argument.span])
            for argument in arguments_of(span)
            if (name, argument.span) in place_of
        )
        for name, span in spans.items()
    }
    first = next(iter(spans.values()))
    is_event = any(isinstance(span, Event) for span in spans.values())
    ordered = {name: spans[name] for name in versions if name in spans}
    return Place(id, first.layer, is_event, ordered, _kinds(spans, len(versions), is_event, fillers), fillers)


def _kinds(
    spans: Mapping[str, Span], annotators: int, is_event: bool, fillers: Mapping[str, frozenset[tuple[str, str]]]
) -> tuple[str, ...]:
    found: set[str] = set()
    if len(spans) < annotators:
        found.add("only_one")
    if len({span.label for span in spans.values()}) > 1:
        found.add("type" if is_event else "label")
    if len({span.fragments for span in spans.values()}) > 1:
        has_pieces = any(len(span.fragments) > 1 for span in spans.values())
        found.add("fragments" if has_pieces else "boundary")
    if len(set(fillers.values())) > 1:
        found.add("role")
    if len({tuple(sorted(span.attributes.items())) for span in spans.values()}) > 1:
        found.add("attribute")
    return tuple(kind for kind in KINDS if kind in found)


# Settling by vote


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a vote says of a place: `span` is to stand there, or nothing where it is None.

    `span` has the attributes voted for and no arguments; those are `fillers`, (role, place id), in order,
    with NOT_MENTIONED for the place where enough annotators say that the text names no filler.
    `voters` chose this; everyone compared had a vote.
    """

    place: Place
    span: Span | None
    fillers: tuple[tuple[str, str], ...]
    voters: tuple[str, ...]


def settle(places: Iterable[Place], annotators: Sequence[str], strategy: Strategy) -> dict[str, Settlement]:
    """By place id, what the strategy settles; places left out stay open.

    A vote needs all annotators ("unanimous") or more than half of them ("majority"), first on label and
    fragments together, then on each attribute, then on each argument of those who chose that trigger and
    type. One matter without such a vote leaves the whole place open.
    """
    needed = len(annotators) if strategy == "unanimous" else len(annotators) // 2 + 1
    found: dict[str, Settlement] = {}
    for place in places:
        settled = _settled(place, annotators, needed)
        if settled is not None:
            found[place.id] = settled
    return found


def _settled(place: Place, annotators: Sequence[str], needed: int) -> Settlement | None:
    absent = tuple(name for name in annotators if name not in place.spans)
    if len(absent) >= needed:
        return Settlement(place, None, (), absent)
    voters = next(iter(place.versions().values()))
    if len(voters) < needed:
        return None
    chosen = [place.spans[name] for name in voters]
    attributes = _voted_attributes(chosen, needed)
    fillers = _voted_fillers([place.fillers[name] for name in voters], needed)
    if attributes is None or fillers is None:
        return None
    filled = {role for role, _ in fillers}
    fillers += tuple((role, NOT_MENTIONED) for role in _voted_unmentioned(chosen, needed) if role not in filled)
    model = chosen[0]
    span: Span
    if isinstance(model, Event):
        span = Event(model.id, model.layer, model.label, model.fragments, attributes)
    else:
        span = Span(model.id, model.layer, model.label, model.fragments, attributes)
    return Settlement(place, span, fillers, voters)


def _voted_attributes(spans: Sequence[Span], needed: int) -> dict[str, str] | None:
    """The value of each attribute that enough annotators chose; None where one has no such value."""
    result: dict[str, str] = {}
    for name in dict.fromkeys(name for span in spans for name in span.attributes):
        votes = Counter(span.attributes.get(name) for span in spans)
        value, count = votes.most_common(1)[0]
        if count < needed:
            return None
        if value is not None:
            result[name] = value
    return result


def _voted_fillers(fillers: Sequence[frozenset[tuple[str, str]]], needed: int) -> tuple[tuple[str, str], ...] | None:
    """The arguments that enough annotators made; None where one has neither enough for it nor against it."""
    votes = Counter(chain.from_iterable(fillers))
    for count in votes.values():
        if count < needed and len(fillers) - count < needed:
            return None
    return tuple(sorted(filler for filler, count in votes.items() if count >= needed))


def _voted_unmentioned(spans: Sequence[Span], needed: int) -> list[str]:
    """The roles for which enough annotators say that the text names no filler."""
    votes = Counter(
        role
        for span in spans
        if isinstance(span, Event)
        for role in {argument.role for argument in span.arguments if not argument.is_mentioned}
    )
    return sorted(role for role, count in votes.items() if count >= needed)
