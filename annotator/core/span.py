"""Spans and events as annotators decide them, with where each one came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.text import Fragments

Origin = Literal["accepted", "corrected", "added", "import", "bulk", "suggested"]  # the last in exports only
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
ID = re.compile(r"[A-Za-z0-9_.:\-]{1,64}")  # what the id of a span, suggestion, operation or copy may be
NOT_MENTIONED = ""  # in the place of a filler's id: the text was read, and names nobody for the role


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled place in a text; entities have one fragment, event triggers one or more.

    `origin` says how it came to be; `suggestion` and `score` (calibrated, 0..1) name what it rests on.
    A span accepted from a suggestion bears the suggestion's id, so that arguments keep pointing at it.
    """

    id: str
    layer: str
    label: str
    fragments: Fragments
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    origin: Origin = "added"
    suggestion: str | None = None
    score: float | None = None

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]


class Argument(NamedTuple):
    """A role of an event and the id of the span, or of the still open suggestion, that fills it.

    `span` is NOT_MENTIONED where the answer is that the text names no filler; a role without any
    argument is one nobody has answered yet.
    """

    role: str
    span: str

    @property
    def is_mentioned(self) -> bool:
        return self.span != NOT_MENTIONED


@dataclass(frozen=True, slots=True)
class Event(Span):
    """A span of an event layer (the trigger; its `label` is the type) with its arguments.

    One role may have several fillers, so arguments are pairs, kept in the order they were made.
    """

    arguments: tuple[Argument, ...] = ()


def arguments_of(span: Span) -> tuple[Argument, ...]:
    """The arguments of an event; none of another span."""
    return span.arguments if isinstance(span, Event) else ()


def making_json(span: Span) -> dict[str, Any]:
    """How the span came to be, by its keys in every JSON of ours: origin, and suggestion and score where it has any."""
    value: dict[str, Any] = {"origin": span.origin}
    if span.suggestion is not None:
        value["suggestion"] = span.suggestion
    if span.score is not None:
        value["score"] = span.score
    return value


def to_json(span: Span) -> dict[str, Any]:
    """The span or event as a JSON value; keys at their defaults are left out."""
    value: dict[str, Any] = {
        "id": span.id,
        "layer": span.layer,
        "label": span.label,
        "fragments": [list(fragment) for fragment in span.fragments],
    }
    if span.attributes:
        value["attributes"] = dict(span.attributes)
    value |= making_json(span)
    if isinstance(span, Event):
        value["event"] = True
        if span.arguments:
            value["arguments"] = [[argument.role, argument.span] for argument in span.arguments]
    return value


def from_json(value: Mapping[str, Any]) -> Span:
    """Inverse of `to_json`, for values this program wrote itself."""
    common: dict[str, Any] = {
        "id": value["id"],
        "layer": value["layer"],
        "label": value["label"],
        "fragments": tuple((start, end) for start, end in value["fragments"]),
        "attributes": MappingProxyType(dict(value.get("attributes", {}))) if value.get("attributes") else NO_ATTRIBUTES,
        "origin": value.get("origin", "added"),
        "suggestion": value.get("suggestion"),
        "score": value.get("score"),
    }
    if value.get("event"):
        return Event(**common, arguments=tuple(Argument(role, span) for role, span in value.get("arguments", ())))
    return Span(**common)
