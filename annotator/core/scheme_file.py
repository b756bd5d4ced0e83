"""Scheme files: a tag set written in TOML, read into a Scheme or refused with line and field (A301)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from annotator.core.colour import is_colour
from annotator.core.scheme import Attribute, Colour, Label, Layer, LayerKind, Role, Scheme
from annotator.core.toml_table import LONGEST_CAPTION, Table, composed, is_language, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

MOST_BYTES = 1_000_000
HIGHEST_TO_BEGIN_WITH = 1_000_000  # the number that a file may bring into a project
MOST_VERSION = 2_000_000  # so many changes can follow whatever number it was: a project raises it by itself
MOST_LABELS = 500
MOST_LAYERS = 20
MOST_ROLES = 200
MOST_ATTRIBUTES = 50
MOST_VALUES = 100
MOST_EXAMPLES = 50

# Letters that are commands on the article (desk: reject, accept above, event, factuality).
RESERVED_FOR_LABELS = frozenset("xaef")
# An attribute is stepped by its own letter, so f is free for one.
RESERVED_FOR_ATTRIBUTES = frozenset("xae")

KEYS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_KINDS: tuple[str, ...] = get_args(LayerKind)


def load(source: str, *, name: str) -> Scheme:
    """The scheme a TOML text describes; `name` is the file's name for messages.

    Raises KnownError A301 naming file, line and field for anything that does not fit the layout.
    """
    root = parse(source, name=name, code="A301", most_bytes=MOST_BYTES)
    root.check_keys(
        "name", "version", "language", "names", "note", "colours", "layers", "labels", "roles", "attributes"
    )
    scheme_name = root.name("name", in_file_names=True)
    version = root.number("version", least=1, most=MOST_VERSION)
    language = root.string("language")
    if not is_language(language):
        raise root.error("language", f"{language!r:.80} is no language", "use a code such as nl or en")
    layers = _layers(root)
    colours = _colours(root)
    labels = _labels(root, layers, colours)
    roles = _roles(root, layers, labels)
    attributes = _attributes(root, layers, {label.key for label in labels if not layers[label.layer].is_event})
    return Scheme(
        name=scheme_name,
        version=version,
        language=language,
        names=root.captions("names"),
        layers=tuple(layers.values()),
        labels=labels,
        roles=roles,
        attributes=attributes,
        source=source,
        note=root.captions("note"),
    )


def _layers(root: Table) -> dict[str, Layer]:
    layers: dict[str, Layer] = {}
    names = _Names()
    for table in root.tables("layers", most=MOST_LAYERS):
        table.check_keys("name", "kind", "is_event", "names")
        name = table.name("name", in_file_names=True)
        names.add(table, name.casefold(), "layer")
        kind = table.string("kind")
        if kind not in _KINDS:
            raise table.error("kind", f"{kind!r:.80} is no kind of layer", f"use {' or '.join(_KINDS)}")
        layers[name] = Layer(name, cast("LayerKind", kind), table.is_true("is_event"), table.captions("names"))
    if not layers:
        raise root.error("layers", "there is no layer", "add [[layers]] with name and kind")
    return layers


def _colours(root: Table) -> dict[str, Colour]:
    if not root.has("colours"):
        return {}
    table = root.table("colours")
    if len(table.values) > MOST_LABELS:
        raise root.error("colours", "holds too many", f"use at most {MOST_LABELS}")
    for name in table.values:
        table.check_name(name, name)
    return {name: _colour_pair(table.table(name)) for name in table.values}


def _colour_pair(table: Table) -> Colour:
    table.check_keys("light", "dark")
    return Colour(_hex(table, "light"), _hex(table, "dark"))


def _hex(table: Table, key: str) -> str:
    value = table.string(key)
    if not is_colour(value):
        raise table.error(key, f"{value!r:.80} is no colour", 'write it as "#rrggbb", for example "#286ca9"')
    return value.lower()


def _colour(table: Table, colours: Mapping[str, Colour]) -> Colour:
    """The label's colour: a name from [colours], or a pair of its own."""
    if isinstance(table.values.get("colour"), dict):
        return _colour_pair(table.table("colour"))
    name = table.string("colour")
    if name not in colours:
        todo = f'use {_listed(colours)}, or {{ light = "#rrggbb", dark = "#rrggbb" }}'
        raise table.error("colour", f"there is no {name!r:.80} in [colours]", todo)
    return colours[name]


def _labels(root: Table, layers: Mapping[str, Layer], colours: Mapping[str, Colour]) -> tuple[Label, ...]:
    labels: list[Label] = []
    names, keys = _Names(), _Keys()
    for table in root.tables("labels", most=MOST_LABELS):
        table.check_keys("layer", "name", "key", "colour", "names", "guideline", "examples")
        layer = _layer(table, layers)
        name = table.name("name")
        names.add(table, name, "label", space=layer.name)
        # All layers of spans are labelled by a bare key; event types are asked for after E.
        key = keys.read(table, "event types") if layer.is_event else keys.read(table, "labels", RESERVED_FOR_LABELS)
        labels.append(
            Label(
                layer=layer.name,
                name=name,
                key=key,
                colour=_colour(table, colours),
                names=table.captions("names"),
                guideline=table.texts("guideline"),
                examples=_examples(table),
            )
        )
    for number, layer_name in enumerate(layers):
        if not any(label.layer == layer_name for label in labels):
            what, todo = f"the layer {layer_name!r} has no labels", f'add [[labels]] with layer = "{layer_name}"'
            raise root.file.error(("layers", number), what, todo)
    return tuple(labels)


def _examples(table: Table) -> tuple[str, ...]:
    examples = table.strings("examples", most=MOST_EXAMPLES)
    for example in examples:
        table.check_text("examples", example, LONGEST_CAPTION)
    return examples


def _roles(root: Table, layers: Mapping[str, Layer], labels: Sequence[Label]) -> tuple[Role, ...]:
    roles: list[Role] = []
    names, keys = _Names(), _Keys()
    can_fill = list(dict.fromkeys(label.name for label in labels if not layers[label.layer].is_event))
    for table in root.tables("roles", most=MOST_ROLES):
        table.check_keys("layer", "name", "key", "fillers", "types", "names", "guideline")
        layer = _layer(table, layers)
        if not layer.is_event:
            raise table.error(
                "layer", f"{layer.name!r} holds no events", "roles belong to a layer with is_event = true"
            )
        name = table.name("name")
        names.add(table, name, "role", space=layer.name)
        fillers = table.strings("fillers", most=MOST_LABELS)
        if not fillers:
            raise table.error("fillers", "names no label", f"list labels that may fill the role: {_listed(can_fill)}")
        _check_among(table, "fillers", fillers, can_fill, "label of spans")
        types = table.strings("types", most=MOST_LABELS)
        _check_among(table, "types", types, [one.name for one in labels if one.layer == layer.name], "event type")
        key = keys.read(table, layer.name)
        captions, guideline = table.captions("names"), table.texts("guideline")
        roles.append(Role(layer.name, name, key, fillers, types, captions, guideline))
    return tuple(roles)


def _attributes(root: Table, layers: Mapping[str, Layer], label_keys: Iterable[str]) -> tuple[Attribute, ...]:
    attributes: list[Attribute] = []
    names, keys = _Names(), _Keys()
    taken = {key: "a label" for key in label_keys if key}
    for table in root.tables("attributes", most=MOST_ATTRIBUTES):
        table.check_keys("layer", "name", "key", "values", "default", "names", "value_names", "guideline")
        layer = _layer(table, layers)
        name = table.name("name")
        names.add(table, name, "attribute", space=layer.name)
        values = table.strings("values", most=MOST_VALUES)
        if not values:
            raise table.error("values", "names no value", 'write a list such as ["YES", "NO"]')
        for value in values:
            table.check_name("values", value)
        default = table.string("default")
        _check_among(table, "default", (default,), values, "value of this attribute")
        attributes.append(
            Attribute(
                layer=layer.name,
                name=name,
                key=keys.read(table, layer.name, RESERVED_FOR_ATTRIBUTES, taken),
                values=values,
                default=default,
                names=table.captions("names"),
                value_names=_value_names(table, values),
                guideline=table.texts("guideline"),
            )
        )
    return tuple(attributes)


def _value_names(table: Table, values: Collection[str]) -> dict[str, dict[str, str]]:
    if not table.has("value_names"):
        return {}
    inner = table.table("value_names")
    for value in inner.values:
        _check_among(inner, value, (value,), values, "value of this attribute")
    return {value: inner.captions(value) for value in inner.values}


def _layer(table: Table, layers: Mapping[str, Layer]) -> Layer:
    name = table.string("layer")
    if name not in layers:
        raise table.error("layer", f"there is no layer {name!r:.80}", f"use {_listed(layers)}")
    return layers[name]


def _check_among(table: Table, key: str, chosen: Iterable[str], known: Collection[str], kind: str) -> None:
    for name in chosen:
        if name not in known:
            raise table.error(key, f"{name!r:.80} is no {kind}", f"use {_listed(known)}")


def _listed(names: Collection[str]) -> str:
    """The names for a message, cut after twelve."""
    shown = ", ".join(f"{name:.40}" for name in list(names)[:12])
    return f"{shown}, …" if len(names) > 12 else shown or "none, for there is none yet"


class _Names:
    """Names already given, by space; Unicode spellings of one name (NFC) are one."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()

    def add(self, table: Table, name: str, kind: str, *, space: str = "") -> None:
        entry = (space, composed(name))
        if entry in self._seen:
            where = f" in layer {space!r}" if space else ""
            raise table.error("name", f"there is a {kind} {name!r:.80} already{where}", "rename or leave out one")
        self._seen.add(entry)


class _Keys:
    """Keys already given, by key space."""

    def __init__(self) -> None:
        self._owner: dict[tuple[str, str], str] = {}

    def read(
        self,
        table: Table,
        space: str,
        reserved: Collection[str] = (),
        taken: Mapping[str, str] | None = None,
    ) -> str:
        """The table's key: one letter a-z or digit that nothing else in its space has; "" where left out."""
        if not table.has("key"):
            return ""
        key = table.string("key")
        if key not in KEYS:
            raise table.error(
                "key", f"{key!r:.80} is no key", "use one small letter a-z or one digit, or leave key out"
            )
        if key in reserved:
            todo = f"use another; taken by commands are {', '.join(sorted(reserved))}"
            raise table.error("key", f"{key!r} is a command's key", todo)
        owner = (taken or {}).get(key) or self._owner.get((space, key))
        if owner is not None:
            raise table.error("key", f"{key!r} is the key of {owner:.80} already", "use another")
        self._owner[space, key] = table.string("name")
        return key
