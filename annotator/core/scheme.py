"""The scheme: layers, labels, roles and attributes an annotation may use, with keys, colours and guidelines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LayerKind = Literal["flat", "overlapping"]


class Layer(NamedTuple):
    """A layer of spans: `flat` layers admit no overlap; event layers hold triggers with arguments."""

    name: str
    kind: LayerKind
    is_event: bool
    names: Mapping[str, str]  # language -> shown name


class Colour(NamedTuple):
    """A hue for the tint, underline and tag of a label, as #rrggbb, on light and on dark ground."""

    light: str
    dark: str


class Label(NamedTuple):
    """An entity label or an event type."""

    layer: str
    name: str
    key: str
    colour: Colour
    names: Mapping[str, str]
    guideline: Mapping[str, str]
    examples: tuple[str, ...] = ()


class Role(NamedTuple):
    """A role of events of a layer, the labels that may fill it and the types that have it (empty: all)."""

    layer: str
    name: str
    key: str
    fillers: tuple[str, ...]
    types: tuple[str, ...]
    names: Mapping[str, str]
    guideline: Mapping[str, str]


class Attribute(NamedTuple):
    """A closed-valued attribute of the spans of a layer; `values[0]` comes first when stepping."""

    layer: str
    name: str
    key: str
    values: tuple[str, ...]
    default: str
    names: Mapping[str, str]
    value_names: Mapping[str, Mapping[str, str]]
    guideline: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A tag set, identified by name and version; `source` is the TOML it was read from.

    `note` is what annotators are told of the articles when a project with it is opened.
    """

    name: str
    version: int
    language: str
    names: Mapping[str, str]
    layers: tuple[Layer, ...]
    labels: tuple[Label, ...]
    roles: tuple[Role, ...]
    attributes: tuple[Attribute, ...]
    source: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    _labels: Mapping[tuple[str, str], Label] = field(init=False, repr=False, compare=False)
    _layers: Mapping[str, Layer] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_labels", {(label.layer, label.name): label for label in self.labels})
        object.__setattr__(self, "_layers", {layer.name: layer for layer in self.layers})

    def layer(self, name: str) -> Layer | None:
        """The layer of that name, or None."""
        return self._layers.get(name)

    def label(self, layer: str, name: str) -> Label | None:
        """The label (or event type) of that name in that layer, or None."""
        return self._labels.get((layer, name))

    def labels_of(self, layer: str) -> tuple[Label, ...]:
        """The labels of a layer, in the scheme's order."""
        return tuple(label for label in self.labels if label.layer == layer)

    def label_names(self) -> dict[str, list[str]]:
        """The names of the labels of each layer, both in the scheme's order."""
        return {layer.name: [label.name for label in self.labels_of(layer.name)] for layer in self.layers}

    def roles_of(self, layer: str, type_name: str) -> tuple[Role, ...]:
        """The roles an event of that type may have, in the scheme's order."""
        return tuple(role for role in self.roles if role.layer == layer and (not role.types or type_name in role.types))

    def attributes_of(self, layer: str) -> tuple[Attribute, ...]:
        """The attributes spans of that layer have, in the scheme's order."""
        return tuple(attribute for attribute in self.attributes if attribute.layer == layer)

    def defaults_of(self, layer: str) -> dict[str, str]:
        """Attribute values a new span of that layer starts with."""
        return {attribute.name: attribute.default for attribute in self.attributes_of(layer)}

    def known_values(self, layer: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """Those of the attributes that spans of that layer have, with a value that it may have."""
        known = {attribute.name: attribute.values for attribute in self.attributes_of(layer)}
        return {name: value for name, value in attributes.items() if value in known.get(name, ())}
