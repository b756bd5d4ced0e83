"""What tells two schemes of a project apart: what is added, what only looks other, what is gone and who uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from annotator.core.span import arguments_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from annotator.core.scheme import Attribute, Label, Layer, Role, Scheme
    from annotator.core.span import Span

Action = Literal["added", "changed", "removed"]
What = Literal["scheme", "layer", "label", "type", "role", "attribute"]
PartKind = Literal["layer", "label", "role", "type", "filler", "attribute", "value"]
Thing = TypeVar("Thing", "Layer", "Label", "Role", "Attribute")

# Fields that no span ever hangs on.
LOOKS = frozenset({"key", "colour", "names", "value_names", "guideline", "examples", "note", "order"})


class Part(NamedTuple):
    """Something of a scheme that spans may use.

    `name` is the label, role or attribute, "" for a layer; `detail` the type that has the role, the label that
    may fill it, or the value of the attribute.
    """

    kind: PartKind
    layer: str
    name: str = ""
    detail: str = ""


class Use(NamedTuple):
    """How much hangs on a part: live spans, in how many documents, and whose; open or answered suggestions."""

    spans: int = 0
    documents: int = 0
    actors: tuple[str, ...] = ()
    suggestions: int = 0
    suggested_documents: int = 0


class Field(NamedTuple):
    """One field of a thing that has changed; both as they are shown, "" for nothing."""

    name: str
    before: str
    after: str


class Change(NamedTuple):
    """One thing that is added, changed or removed; `fields` say what of one that is changed."""

    action: Action
    what: What
    layer: str
    name: str
    fields: tuple[Field, ...] = ()

    @property
    def is_looks(self) -> bool:
        """Whether it is only shown otherwise than before."""
        return self.action == "changed" and all(one.name in LOOKS for one in self.fields)


class Obstacle(NamedTuple):
    """A part that may not go, as something hangs on it; `renamed` is the label that it seems to be called from now."""

    part: Part
    use: Use
    renamed: str = ""


def compare(present: Scheme, wanted: Scheme) -> tuple[Change, ...]:
    """Every change from the present scheme to the wanted one, in the order of the scheme; versions are passed over."""
    found: list[Change] = []
    of_scheme = _fields(
        ("name", present.name, wanted.name),
        ("language", present.language, wanted.language),
        ("names", _texts(present.names), _texts(wanted.names)),
        ("note", _texts(present.note), _texts(wanted.note)),
    )
    if of_scheme:
        found.append(Change("changed", "scheme", "", wanted.name, of_scheme))
    found += _compared(present.layers, wanted.layers, _layer_fields, lambda _: "layer")
    kinds = {layer.name: layer.is_event for layer in (*present.layers, *wanted.layers)}
    found += _compared(
        present.labels, wanted.labels, _label_fields, lambda one: "type" if kinds[one.layer] else "label"
    )
    found += _compared(present.roles, wanted.roles, _role_fields, lambda _: "role")
    found += _compared(present.attributes, wanted.attributes, _attribute_fields, lambda _: "attribute")
    return tuple(found)


def parts_of(scheme: Scheme) -> frozenset[Part]:
    """Everything of the scheme that a span can use."""
    found: set[Part] = {Part("layer", layer.name) for layer in scheme.layers}
    found.update(Part("label", label.layer, label.name) for label in scheme.labels)
    for role in scheme.roles:
        types = role.types or tuple(label.name for label in scheme.labels_of(role.layer))
        found.add(Part("role", role.layer, role.name))
        found.update(Part("type", role.layer, role.name, one) for one in types)
        found.update(Part("filler", role.layer, role.name, one) for one in role.fillers)
    for attribute in scheme.attributes:
        found.add(Part("attribute", attribute.layer, attribute.name))
        found.update(Part("value", attribute.layer, attribute.name, one) for one in attribute.values)
    return frozenset(found)


def gone(present: Scheme, wanted: Scheme) -> frozenset[Part]:
    """The parts of the present scheme that the wanted one has no more.

    A layer of another kind is another layer: spans that overlap cannot be kept in one that allows none.
    """
    lost = parts_of(present) - parts_of(wanted)
    for layer in present.layers:
        after = wanted.layer(layer.name)
        if after is not None and (after.kind, after.is_event) != (layer.kind, layer.is_event):
            lost |= {Part("layer", layer.name)}
    return lost


def uses(span: Span, label_of: Mapping[str, str]) -> Iterator[Part]:
    """The parts that a span uses; `label_of` gives the labels of what may fill roles, by id."""
    yield Part("layer", span.layer)
    yield Part("label", span.layer, span.label)
    for name, value in span.attributes.items():
        yield Part("attribute", span.layer, name)
        yield Part("value", span.layer, name, value)
    for argument in arguments_of(span):
        yield Part("role", span.layer, argument.role)
        yield Part("type", span.layer, argument.role, span.label)
        if argument.span in label_of:
            yield Part("filler", span.layer, argument.role, label_of[argument.span])


def obstacles(present: Scheme, wanted: Scheme, used: Mapping[Part, Use]) -> tuple[Obstacle, ...]:
    """What keeps the wanted scheme from following the present one, each thing named once, by its largest part."""
    lost = gone(present, wanted)
    found = []
    for part in sorted(lost):
        use = used.get(part)
        if use is not None and (use.spans or use.suggestions) and not _follows(part, lost, present):
            found.append(Obstacle(part, use, _renamed(part, present, wanted)))
    return tuple(found)


def _follows(part: Part, lost: Collection[Part], scheme: Scheme) -> bool:
    """Whether the part goes because a larger one does, which is told instead."""
    kind, layer, name, detail = part
    larger: list[Part] = []
    if kind != "layer":
        larger.append(Part("layer", layer))
    if kind in ("type", "filler"):
        larger.append(Part("role", layer, name))
    if kind == "type":
        larger.append(Part("label", layer, detail))
    if kind == "filler":
        larger += [Part("label", one.name, detail) for one in scheme.layers if not one.is_event]
    if kind == "value":
        larger.append(Part("attribute", layer, name))
    return any(one in lost for one in larger)


def _renamed(part: Part, present: Scheme, wanted: Scheme) -> str:
    """The new label that looks like the one that goes, by its key, the names shown or its guideline; "" if none."""
    before = present.label(part.layer, part.name) if part.kind == "label" else None
    if before is None:
        return ""
    for one in wanted.labels_of(part.layer):
        is_alike = bool(
            (one.key and one.key == before.key)
            or (one.names and one.names == before.names)
            or (any(one.guideline.values()) and one.guideline == before.guideline)
        )
        if is_alike and present.label(one.layer, one.name) is None:
            return one.name
    return ""


# What has changed of one thing


def _compared(
    before: Sequence[Thing],
    after: Sequence[Thing],
    fields: Callable[[Thing, Thing], tuple[Field, ...]],
    what: Callable[[Thing], What],
) -> Iterator[Change]:
    """The changes among things that are known by layer and name, and of their order in each layer."""
    old, new = {_known_by(one): one for one in before}, {_known_by(one): one for one in after}
    for key, one in old.items():
        if key not in new:
            yield Change("removed", what(one), *key)
    for key, one in new.items():
        if key not in old:
            yield Change("added", what(one), *key)
        elif found := fields(old[key], one):
            yield Change("changed", what(one), *key, found)
    for layer in dict.fromkeys(layer for layer, _ in new):
        was = [name for where, name in old if where == layer and (where, name) in new]
        now = [name for where, name in new if where == layer and (where, name) in old]
        if was != now:
            thing = new[layer, now[0]]
            yield Change("changed", what(thing), layer, "", (Field("order", " ".join(was), " ".join(now)),))


def _known_by(one: Layer | Label | Role | Attribute) -> tuple[str, str]:
    return getattr(one, "layer", ""), one.name


def _fields(*rows: tuple[str, str, str]) -> tuple[Field, ...]:
    return tuple(Field(*row) for row in rows if row[1] != row[2])


def _texts(texts: Mapping[str, str]) -> str:
    return " · ".join(f"{language}: {text}" for language, text in sorted(texts.items()) if text)


def _layer_fields(before: Layer, after: Layer) -> tuple[Field, ...]:
    return _fields(
        ("kind", before.kind, after.kind),
        ("is_event", str(before.is_event).lower(), str(after.is_event).lower()),
        ("names", _texts(before.names), _texts(after.names)),
    )


def _label_fields(before: Label, after: Label) -> tuple[Field, ...]:
    return _fields(
        ("key", before.key, after.key),
        ("colour", " ".join(before.colour), " ".join(after.colour)),
        ("names", _texts(before.names), _texts(after.names)),
        ("guideline", _texts(before.guideline), _texts(after.guideline)),
        ("examples", " · ".join(before.examples), " · ".join(after.examples)),
    )


def _role_fields(before: Role, after: Role) -> tuple[Field, ...]:
    return _fields(
        ("key", before.key, after.key),
        ("fillers", " ".join(before.fillers), " ".join(after.fillers)),
        ("types", " ".join(before.types), " ".join(after.types)),
        ("names", _texts(before.names), _texts(after.names)),
        ("guideline", _texts(before.guideline), _texts(after.guideline)),
    )


def _attribute_fields(before: Attribute, after: Attribute) -> tuple[Field, ...]:
    return _fields(
        ("key", before.key, after.key),
        ("values", " ".join(before.values), " ".join(after.values)),
        ("default", before.default, after.default),
        ("names", _texts(before.names), _texts(after.names)),
        ("value_names", _all_texts(before.value_names), _all_texts(after.value_names)),
        ("guideline", _texts(before.guideline), _texts(after.guideline)),
    )


def _all_texts(names: Mapping[str, Mapping[str, str]]) -> str:
    return " · ".join(f"{value} ({_texts(texts)})" for value, texts in sorted(names.items()) if _texts(texts))
