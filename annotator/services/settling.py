"""Labels, roles and attributes from outside: found in the scheme, mapped by a file, left out, or refused."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from annotator.core.span import Argument, Event, Span, arguments_of
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import limits
from annotator.formats.records import ANY_LAYER
from annotator.services.arriving import without_overlaps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.core.decision import Comment, Verdict
    from annotator.core.scheme import Scheme
    from annotator.formats.records import ImportedDocument, Relation

Unknown = Literal["stop", "skip"]
LEAVE_OUT = ""  # what a name is mapped to that is to be left out
WAY_OUT = "add it to the scheme, map it with --label-map, or leave such things out with --unknown-labels skip"
MAP_BYTES = 1_000_000
SHOWN = 6  # unknown names that an error lists


@dataclass(frozen=True, slots=True)
class LabelMap:
    """What names of files stand for: `labels` (LABEL or layer/LABEL → the same), `roles`, and `attributes`
    (name or name=value → name=value); LEAVE_OUT leaves out."""

    labels: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)


NO_MAP = LabelMap()


def load_map(path: Path) -> LabelMap:
    """The label map in a TOML file; KnownError A001, A203, or A211 naming what is wrong."""
    limits.check_file(path, MAP_BYTES, "a label map")
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise limits.unreadable(path, error) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad_map(path, str(error)) from error
    # Names at the top are labels: most maps hold nothing else.
    labels = {name: value for name, value in values.items() if not isinstance(value, dict)}
    tables = {name: value for name, value in values.items() if isinstance(value, dict)}
    for name in tables:
        if name not in ("labels", "roles", "attributes"):
            raise _bad_map(path, f"there is no table [{name:.60}]")
    tables["labels"] = {**labels, **tables.get("labels", {})}
    for table, names in tables.items():
        for name, value in names.items():
            if not isinstance(value, str):
                raise _bad_map(path, f"{table}: {name!r:.60} should stand for a string")
            if table == "attributes" and value and value.count("=") != 1:
                raise _bad_map(path, f"attributes: {name!r:.60} should stand for NAME=VALUE")
    return LabelMap(tables["labels"], tables.get("roles", {}), tables.get("attributes", {}))


def _bad_map(path: Path, what: str) -> KnownError:
    return KnownError("A211", f"{path}: {what}", 'write lines like PER = "PERSON", or MISC = "" to leave it out')


class Missing(NamedTuple):
    """A name that the scheme has no place for: its kind, and itself as a label map names it.

    `kind` is "label", "role", "attribute" (name=value) or "relation" (an arrow that is no role: it can only
    be left out); `is_event` says whether a label stands on triggers of events.
    """

    kind: str
    name: str
    is_event: bool = False


_Among: TypeAlias = "tuple[Span, Mapping[str, Span]]"  # a span, and those it stands among, by id


class _Goal(NamedTuple):
    layer: str
    label: str


class Settler:
    """Brings the annotations of records under the scheme of a project; counts in `left_out` what it left out.

    `missing` counts the names among them that nobody has said anything about yet.
    """

    def __init__(
        self, scheme: Scheme, names: LabelMap = NO_MAP, unknown: Unknown = "stop", *, overlaps: Unknown | None = None
    ) -> None:
        """`overlaps`: what becomes of spans on one place of a flat layer, as `unknown` unless it is said."""
        self._scheme = scheme
        self._names = names
        self._unknown: Unknown = unknown
        self._overlaps: Unknown = overlaps or unknown
        self._is_strict = unknown == "stop"
        self.left_out: Counter[str] = Counter()
        self.missing: Counter[Missing] = Counter()
        for name, goal in names.labels.items():
            if goal != LEAVE_OUT and self._find(*_parted(goal)) is None:
                raise KnownError(
                    "A205", f"the label map gives {name!r:.60} the label {goal!r:.60}", "name one that the scheme has"
                )

    def like(self) -> Settler:
        """Another one that does the same and has counted nothing."""
        return Settler(self._scheme, self._names, self._unknown, overlaps=self._overlaps)

    def settle(self, record: ImportedDocument) -> ImportedDocument:
        """The record with layers, labels, roles and attributes of the scheme, and no relations.

        Raises KnownError A205, with the place in the file, where something has no place in the scheme
        and nothing says to leave it out.
        """
        if not record.is_annotated:
            return record
        missing: dict[str, None] = {}
        spans = [self._span(span, missing) for span in record.spans]
        kept = {span.id: span for span in spans if span is not None}
        self._take_relations(record.relations, kept, missing)
        kept = {id: self._with_known_roles(span, kept, missing) for id, span in kept.items()}
        rejected = [self._verdict(verdict, missing) for verdict in record.rejected]
        if missing and self._is_strict:
            more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
            shown = ", ".join(list(missing)[:SHOWN]) + more
            raise KnownError("A205", f"{self._place_in(record)}: not in scheme {self._scheme.name}: {shown}", WAY_OUT)
        settled = replace(
            record,
            spans=tuple(kept.values()),
            rejected=tuple(one for one in rejected if one is not None),
            comments=tuple(self._comment(one, kept, record.spans) for one in record.comments),
            relations=(),
        )
        self._list_twins(settled)
        return settled

    def _place_in(self, record: ImportedDocument) -> str:
        """Where the first label stands that has no place in the scheme; the article where no line is known."""
        wrong = (one.id for one in record.spans if one.id in record.lines and self._goal(one.layer, one.label) is None)
        id = next(wrong, None)
        return record.where if id is None else f"{record.where.rpartition(':')[0]}:{record.lines[id]}"

    def _list_twins(self, record: ImportedDocument) -> None:
        """Lists what says more of a place that has a span of that label already in the file."""
        first: dict[tuple[object, ...], Span] = {}
        spans = {span.id: span for span in record.spans}
        for span in record.spans:
            one = first.setdefault(_place_of(span), span)
            if one is not span:
                self._list_twin(record, (span, spans), (one, spans))

    def _list_twin(self, record: ImportedDocument, second: _Among, first: _Among) -> None:
        """Lists each attribute and role that the second has beyond the first, with words of the text to find it by.

        One of the two is recorded, as layer, label and place are what a span is known by.
        """
        span, one = second[0], first[0]
        place = f"a second {span.label:.60} “{covered(record.text, span.fragments):.40}” in {record.where}"
        for name, value in span.attributes.items():
            if one.attributes.get(name) != value:
                self.left_out[f"attribute {name:.60}={value:.60} of {place}"] += 1
        known = {key for key, _ in _roles_of(first)}
        for key, argument in _roles_of(second):
            if key not in known:
                filler = second[1].get(argument.span)
                words = covered(record.text, filler.fragments) if filler is not None else "–"
                self.left_out[f"role {argument.role:.60} “{words:.40}” of {place}"] += 1

    def flattened(self, record: ImportedDocument, there: Mapping[str, Span]) -> ImportedDocument:
        """The record without what overlaps in flat layers, where such things are left out and counted.

        What it says beyond a span that is there already is not recorded, and listed.
        """
        if there:
            known = {_place_of(span): span for span in there.values()}
            spans = {span.id: span for span in record.spans}
            for span in record.spans:
                if _place_of(span) in known:
                    self._list_twin(record, (span, spans), (known[_place_of(span)], there))
        if self._overlaps == "stop":
            return record
        fitting = without_overlaps(record, self._scheme, there)
        kept = {span.id for span in fitting.spans}
        for span in record.spans:
            if span.id not in kept:
                self.left_out[f"label {span.label:.60} that overlaps another in the flat layer {span.layer:.60}"] += 1
        return fitting

    def _find(self, layer: str, label: str) -> _Goal | None:
        """The label in its layer; where the file names none, in the first layer that has it."""
        layers = [layer] if layer != ANY_LAYER else [one.name for one in self._scheme.layers]
        return next((_Goal(one, label) for one in layers if self._scheme.label(one, label) is not None), None)

    def _goal(self, layer: str, label: str) -> _Goal | None:
        """Where a label of the file belongs; LEAVE_OUT as label where the map says so; None if nowhere."""
        for name in (f"{layer}/{label}", label):
            mapped = self._names.labels.get(name)
            if mapped == LEAVE_OUT:
                return _Goal(layer, LEAVE_OUT)
            if mapped is not None:
                goal_layer, goal_label = _parted(mapped)
                return self._find(goal_layer or layer, goal_label) or self._find(goal_layer, goal_label)
        return self._find(layer, label)

    def _miss(self, what: str, missing: dict[str, None], name: Missing) -> None:
        """Notes a thing that has no place: it is refused, or left out and counted."""
        missing[what] = None
        self.missing[name] += 1
        if not self._is_strict:
            self.left_out[what] += 1

    def _span(self, span: Span, missing: dict[str, None]) -> Span | None:
        goal = self._goal(span.layer, span.label)
        if goal is None:
            name = Missing("label", _named(span.layer, span.label), isinstance(span, Event))
            self._miss(f"label {_said(span.layer, span.label)}", missing, name)
            return None
        if goal.label == LEAVE_OUT:
            self.left_out[f"label {_said(span.layer, span.label)}"] += 1
            return None
        layer = self._scheme.layer(goal.layer)
        is_event = layer is not None and layer.is_event
        if (span.layer, span.label) == goal and isinstance(span, Event) == is_event and not span.attributes:
            return span
        attributes = self._attributes(goal.layer, span.attributes, missing)
        if isinstance(span, Event) == is_event or (isinstance(span, Event) and span.arguments):
            return replace(span, layer=goal.layer, label=goal.label, attributes=attributes)
        common: tuple[Any, ...] = (span.id, *goal, span.fragments, attributes, span.origin, span.suggestion, span.score)
        return Event(*common) if is_event else Span(*common)

    def _attributes(self, layer: str, attributes: Mapping[str, str], missing: dict[str, None]) -> Mapping[str, str]:
        known = {attribute.name: attribute.values for attribute in self._scheme.attributes_of(layer)}
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            mapped = self._names.attributes.get(f"{name}={value}", self._names.attributes.get(name))
            if mapped == LEAVE_OUT:
                self.left_out[f"attribute {name}"] += 1
                continue
            goal, goal_value = mapped.split("=") if mapped is not None else (name, value)
            if goal_value in known.get(goal, ()):
                kept[goal] = goal_value
            else:
                found = Missing("attribute", f"{name}={value}")
                self._miss(f"attribute {goal:.60}={goal_value:.60} on layer {layer}", missing, found)
        return kept

    def _take_relations(self, relations: tuple[Relation, ...], kept: dict[str, Span], missing: dict[str, None]) -> None:
        """Makes arrows between an event and a span into arguments of the event."""
        for relation in relations:
            head, child = kept.get(relation.head), kept.get(relation.child)
            if head is None or child is None:
                self.left_out[f"relation {relation.label:.60} with a span that was left out"] += 1
                continue
            if isinstance(child, Event) and not isinstance(head, Event):
                head, child = child, head  # the arrow points at the event
            if not isinstance(head, Event) or isinstance(child, Event):
                if self._names.roles.get(relation.label) == LEAVE_OUT:
                    self.left_out[f"relation {relation.label:.60}"] += 1
                else:
                    arrow = f"relation {relation.label:.60} between two spans that are no events"
                    if isinstance(head, Event):
                        arrow = f"relation {relation.label:.60} between two events"
                    self._miss(arrow, missing, Missing("relation", relation.label))
                continue
            argument = Argument(relation.label, child.id)
            kept[head.id] = replace(head, arguments=(*head.arguments, argument))

    def _with_known_roles(self, span: Span, kept: Mapping[str, Span], missing: dict[str, None]) -> Span:
        if not isinstance(span, Event) or not span.arguments:
            return span
        roles = {role.name for role in self._scheme.roles_of(span.layer, span.label)}
        arguments = []
        for argument in span.arguments:
            role = self._names.roles.get(argument.role, argument.role)
            if role == LEAVE_OUT:
                self.left_out[f"role {argument.role:.60}"] += 1
            elif role not in roles:
                self._miss(f"role {role:.60} of {span.label}", missing, Missing("role", argument.role))
            elif argument.is_mentioned and argument.span not in kept and not self._is_strict:
                self.left_out[f"role {role:.60} of {span.label} with a span that was left out"] += 1
            else:
                arguments.append(Argument(role, argument.span))
        return replace(span, arguments=tuple(arguments))

    def _verdict(self, verdict: Verdict, missing: dict[str, None]) -> Verdict | None:
        goal = self._goal(verdict.layer, verdict.label)
        if goal is None:
            name = Missing("label", _named(verdict.layer, verdict.label))
            self._miss(f"rejected label {_said(verdict.layer, verdict.label)}", missing, name)
            return None
        return None if goal.label == LEAVE_OUT else verdict._replace(layer=goal.layer, label=goal.label)

    def _comment(self, comment: Comment, kept: Mapping[str, Span], spans: tuple[Span, ...]) -> Comment:
        """A remark on a span that was left out becomes one on the document."""
        is_gone = comment.about not in kept and any(span.id == comment.about for span in spans)
        return comment._replace(about=None) if is_gone else comment


def _place_of(span: Span) -> tuple[object, ...]:
    """What a span is known by."""
    return span.layer, span.label, span.fragments


def _roles_of(one: _Among) -> list[tuple[tuple[object, ...], Argument]]:
    """The arguments of an event, each with its role and the place of its filler, by which two are the same."""
    span, others = one
    found: list[tuple[tuple[object, ...], Argument]] = []
    for argument in arguments_of(span):
        filler = others.get(argument.span)
        found.append(((argument.role, argument.span if filler is None else _place_of(filler)), argument))
    return found


def _parted(name: str) -> tuple[str, str]:
    """Layer (ANY_LAYER if it names none) and label."""
    layer, slash, label = name.partition("/")
    return (layer, label) if slash else (ANY_LAYER, name)


def _named(layer: str, label: str) -> str:
    """The label as a label map names it."""
    return label if layer == ANY_LAYER else f"{layer}/{label}"


def _said(layer: str, label: str) -> str:
    return f"{label:.60}" if layer == ANY_LAYER else f"{label:.60} of layer {layer:.60}"
