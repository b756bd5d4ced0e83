"""Annotations of other programs as our spans: their layer, their label, and how their offsets count."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from annotator.core.span import Argument, Event, Span
from annotator.formats.records import ANY_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.text import Fragments

ENTITIES, EVENTS = "entities", "events"
# Which feature of an annotation is its label, where several could be; compared without regard to case.
LABEL_FEATURES = ("label", "value", "type", "category", "tag", "class", "ne_type", "entity", "event")

_ESCAPED = re.compile("Z([0-9a-f]{2,5}|10[0-9a-f]{4})Z")


def layers_known(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The layers that the scheme of the project has, as the importer says; else the two usual ones."""
    return tuple(options.get("layers", (ENTITIES, EVENTS)))


def is_event_layer(layer: str, options: Mapping[str, Any]) -> bool:
    """Whether spans of the layer are events, as the scheme of the project says."""
    return layer in options.get("event_layers", (EVENTS,))


def span(
    id: str,
    layer: str,
    label: str,
    fragments: Fragments,
    options: Mapping[str, Any],
    *,
    attributes: Mapping[str, str] | None = None,
    arguments: Iterable[Argument] = (),
) -> Span:
    """The span, or the event where its layer holds events; of origin import."""
    kept = dict(attributes or {})
    if is_event_layer(layer, options):
        return Event(id, layer, label, fragments, kept, "import", arguments=tuple(dict.fromkeys(arguments)))
    return Span(id, layer, label, fragments, kept, "import")


def layer_of(name: str, options: Mapping[str, Any]) -> str:
    """The layer of the scheme that is called as a name of another program or as its last part, else ANY_LAYER.

    So `webanno.custom.Events` is the layer events; what is called otherwise finds its layer by its labels. The whole
    name goes first, as a layer may have dots itself.
    """
    there = {layer.lower(): layer for layer in layers_known(options)}
    short = name.rpartition(".")[2]
    wanted = (name, unescaped(name), unescaped(short), short)
    return next((there[one.lower()] for one in wanted if one.lower() in there), ANY_LAYER)


def label_feature(features: Iterable[str]) -> str | None:
    """The feature that holds the label: a known one, else the first."""
    names = list(features)
    spelt = {name.lower(): name for name in reversed(names)}
    return next((spelt[name] for name in LABEL_FEATURES if name in spelt), names[0] if names else None)


def escaped(name: str, *, keep: str = "") -> str:
    """A name of ASCII letters and digits that begins with a letter: any other character, and Z, as `ZhhZ`.

    Without underscores, which mean something in the names of WebAnno TSV; those in `keep` stay all the same.
    """
    return "".join(
        one
        if one != "Z" and one.isascii() and (one.isalpha() or (place and (one.isdigit() or one in keep)))
        else f"Z{ord(one):02x}Z"
        for place, one in enumerate(name)
    )


def unescaped(name: str) -> str:
    """Inverse of `escaped`; a name that is none of its making stays as it is."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def note(options: Mapping[str, Any], text: str) -> None:
    """Leaves a remark in the options, once, where the caller looks for it."""
    if isinstance(options, MutableMapping):
        notes = options.setdefault("notes", [])
        if text not in notes:
            notes.append(text)
