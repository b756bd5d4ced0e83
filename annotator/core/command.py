"""Commands: what a gesture or a line of a script intends, before anything is decided."""

from __future__ import annotations

import math
from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from annotator.core.decision import STATUSES
from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.text import Fragment, Fragments

MAX_FRAGMENTS = 64
MAX_TEXT = 10_000  # characters of a comment, name or value
SCOPES = ("document", "undone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An intent on one document; `do` is its public name (the contract's, and the log's kind)."""

    do: ClassVar[str] = ""
    nullable: ClassVar[frozenset[str]] = frozenset()  # fields in which null is an answer, not an absence
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateSpan(Command):
    do: ClassVar[str] = "create_span"
    layer: str
    label: str
    fragments: Fragments
    attributes: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelSpan(Command):
    do: ClassVar[str] = "relabel_span"
    span: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResizeSpan(Command):
    do: ClassVar[str] = "resize_span"
    span: str
    fragments: Fragments


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteSpan(Command):
    do: ClassVar[str] = "delete_span"
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEvent(Command):
    """`layer` may be left out: then it is the scheme's first event layer."""

    do: ClassVar[str] = "create_event"
    type: str
    fragments: Fragments
    attributes: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[tuple[str, str | None], ...] = ()
    id: str | None = None
    layer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetType(Command):
    do: ClassVar[str] = "set_type"
    event: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFragment(Command):
    do: ClassVar[str] = "add_fragment"
    event: str
    fragment: Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFragment(Command):
    do: ClassVar[str] = "remove_fragment"
    event: str
    fragment: Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class SetArgument(Command):
    """`span` None says that the text mentions no filler; it takes the place of any that were there."""

    do: ClassVar[str] = "set_argument"
    nullable: ClassVar[frozenset[str]] = frozenset({"span"})
    event: str
    role: str
    span: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveArgument(Command):
    """Takes the filler, or with `span` None the answer that none is mentioned, off the role."""

    do: ClassVar[str] = "remove_argument"
    nullable: ClassVar[frozenset[str]] = frozenset({"span"})
    event: str
    role: str
    span: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearRole(Command):
    """Takes every filler, and the answer that none is mentioned, off the role."""

    do: ClassVar[str] = "clear_role"
    event: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAttribute(Command):
    do: ClassVar[str] = "set_attribute"
    target: str
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """Another `label` (for an event also called `type`) or other `fragments` make it accepted as corrected."""

    do: ClassVar[str] = "accept"
    suggestion: str
    label: str | None = None
    type: str | None = None
    fragments: Fragments | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(Command):
    do: ClassVar[str] = "reject"
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAbove(Command):
    do: ClassVar[str] = "accept_above"
    threshold: float
    layers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyToAll(Command):
    """Labels every other place with the same text as `span` does (scope: the document, or all undone ones).

    `places` narrows it to these: fragments by document id. `span` may name an open suggestion, which is
    thereby accepted.
    """

    do: ClassVar[str] = "apply_to_all"
    span: str
    scope: Literal["document", "undone"] = "document"
    places: Mapping[str, Fragments] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelAll(Command):
    """Gives every span with the text and label of `span`, itself among them, another label; scope as above."""

    do: ClassVar[str] = "relabel_all"
    span: str
    label: str
    scope: Literal["document", "undone"] = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPlaces(Command):
    """Gives each of the `places` (fragments by document id) the label; None takes off what stands exactly there."""

    do: ClassVar[str] = "label_places"
    nullable: ClassVar[frozenset[str]] = frozenset({"label"})
    layer: str
    label: str | None
    places: Mapping[str, Fragments]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus(Command):
    do: ClassVar[str] = "set_status"
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddComment(Command):
    do: ClassVar[str] = "comment"
    text: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertTo(Command):
    """Takes the document back to how this annotator had it right after `operation` (None: before the first)."""

    do: ClassVar[str] = "revert_to"
    nullable: ClassVar[frozenset[str]] = frozenset({"operation"})
    operation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Command):
    do: ClassVar[str] = "undo"
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo(Command):
    do: ClassVar[str] = "redo"
    document: str = ""


COMMANDS: Mapping[str, type[Command]] = {
    command.do: command
    for command in (
        CreateSpan, RelabelSpan, ResizeSpan, DeleteSpan, CreateEvent, SetType, AddFragment, RemoveFragment,
        SetArgument, RemoveArgument, ClearRole, SetAttribute, Accept, Reject, AcceptAbove, ApplyToAll, RelabelAll,
        LabelPlaces, SetStatus, AddComment, RevertTo, Undo, Redo,
    )
}  # fmt: skip


def parse(value: object) -> Command:
    """The command a JSON object stands for; raises KnownError A401 naming the field that is wrong."""
    if not isinstance(value, dict):
        raise _malformed("the line is not a JSON object")
    name = value.get("do")
    if not isinstance(name, str) or name not in COMMANDS:
        raise _malformed(f"`do` is {name!r:.60}, which is no command")
    kind = COMMANDS[name]
    known = {field.name: field for field in fields(kind)}
    surplus = sorted(set(value) - set(known) - {"do"})
    if surplus:
        raise _malformed(f"`{name}` has no field {surplus[0]!r:.60}")
    arguments: dict[str, Any] = {}
    for field_name, declared in known.items():
        if field_name in value and value[field_name] is not None:
            arguments[field_name] = _READERS.get(field_name, _text)(field_name, value[field_name])
        elif field_name in value and field_name in kind.nullable:
            arguments[field_name] = None
        elif declared.default is MISSING and declared.default_factory is MISSING:
            raise _malformed(f"`{name}` needs the field `{field_name}`")
    return kind(**arguments)


def _malformed(what: str) -> KnownError:
    return KnownError("A401", what, "see the table of commands in docs/commands.md")


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise _malformed(f"`{name}` must be a string of at most {MAX_TEXT} characters")
    return value


def _fragment(name: str, value: object) -> Fragment:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or any(isinstance(offset, bool) or not isinstance(offset, int) for offset in value)
    ):
        raise _malformed(f"`{name}` must be [start, end] in whole code points")
    return value[0], value[1]


def _fragments(name: str, value: object) -> Fragments:
    if not isinstance(value, list) or not 0 < len(value) <= MAX_FRAGMENTS:
        raise _malformed(f"`{name}` must be a list of 1 to {MAX_FRAGMENTS} pairs [start, end]")
    return tuple(_fragment(name, pair) for pair in value)


def _attributes(name: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _malformed(f"`{name}` must be an object of strings")
    return {_text(name, key): _text(name, item) for key, item in value.items()}


def _arguments(name: str, value: object) -> tuple[tuple[str, str | None], ...]:
    if not isinstance(value, list):
        raise _malformed(f"`{name}` must be a list of objects with `role` and `span`")
    pairs = []
    for item in value:
        if not isinstance(item, dict) or set(item) != {"role", "span"}:
            raise _malformed(f"`{name}` must be a list of objects with `role` and `span`")
        pairs.append((_text("role", item["role"]), None if item["span"] is None else _text("span", item["span"])))
    return tuple(pairs)


def _places(name: str, value: object) -> dict[str, Fragments]:
    if not isinstance(value, dict) or not all(isinstance(pairs, list) for pairs in value.values()):
        raise _malformed(f"`{name}` must be an object of document ids with lists of pairs [start, end]")
    return {_text(name, key): tuple(_fragment(name, pair) for pair in pairs) for key, pairs in value.items()}


def _threshold(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _malformed(f"`{name}` must be a number from 0 to 1")
    if not 0 <= value <= 1:
        raise _malformed(f"`{name}` must be a number from 0 to 1")
    return float(value)


def _layers(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _malformed(f"`{name}` must be a list of names")
    return tuple(_text(name, item) for item in value)


def _one_of(*allowed: str) -> Callable[[str, object], str]:
    def read(name: str, value: object) -> str:
        if value not in allowed:
            raise _malformed(f"`{name}` must be one of {', '.join(allowed)}")
        return str(value)

    return read


_READERS: Mapping[str, Callable[[str, object], object]] = {
    "fragments": _fragments,
    "fragment": _fragment,
    "attributes": _attributes,
    "arguments": _arguments,
    "threshold": _threshold,
    "layers": _layers,
    "places": _places,
    "status": _one_of(*STATUSES),
    "scope": _one_of(*SCOPES),
}
