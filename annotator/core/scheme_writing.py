"""Writing a scheme as a scheme file: what `scheme_file.load` reads back as the very same scheme."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.scheme import Attribute, Colour, Label, Layer, Role, Scheme


def to_toml(scheme: Scheme, *, remarks: Iterable[str] = ()) -> str:
    """The scheme as TOML, with lines of `remarks` at its head; `source` is not looked at."""
    lines = [f"# {remark}" for remark in remarks]
    if lines:
        lines.append("")
    lines += [
        f"name = {quoted(scheme.name)}",
        f"version = {scheme.version}",
        f"language = {quoted(scheme.language)}",
        *_captions("names", scheme.names),
        *_captions("note", scheme.note),
    ]
    for layer in scheme.layers:
        lines += ["", "[[layers]]", *_layer(layer)]
    for label in scheme.labels:
        lines += ["", "[[labels]]", *_label(label)]
    for role in scheme.roles:
        lines += ["", "[[roles]]", *_role(role)]
    for attribute in scheme.attributes:
        lines += ["", "[[attributes]]", *_attribute(attribute)]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """The text as a TOML string: a JSON string is one, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _layer(layer: Layer) -> Iterator[str]:
    yield f"name = {quoted(layer.name)}"
    yield f"kind = {quoted(layer.kind)}"
    if layer.is_event:
        yield "is_event = true"
    yield from _captions("names", layer.names)


def _label(label: Label) -> Iterator[str]:
    yield from _head(label.layer, label.name, label.key)
    yield f"colour = {_colour(label.colour)}"
    yield from _captions("names", label.names)
    yield from _texts(label.guideline)
    if label.examples:
        yield from ("examples = [", *(f"  {quoted(one)}," for one in label.examples), "]")


def _role(role: Role) -> Iterator[str]:
    yield from _head(role.layer, role.name, role.key)
    yield f"fillers = {_list(role.fillers)}"
    if role.types:
        yield f"types = {_list(role.types)}"
    yield from _captions("names", role.names)
    yield from _texts(role.guideline)


def _attribute(attribute: Attribute) -> Iterator[str]:
    yield from _head(attribute.layer, attribute.name, attribute.key)
    yield f"values = {_list(attribute.values)}"
    yield f"default = {quoted(attribute.default)}"
    yield from _captions("names", attribute.names)
    for value, names in attribute.value_names.items():
        yield f"value_names.{quoted(value)} = {_table(names)}"
    yield from _texts(attribute.guideline)


def _head(layer: str, name: str, key: str) -> Iterator[str]:
    yield f"layer = {quoted(layer)}"
    yield f"name = {quoted(name)}"
    if key:
        yield f"key = {quoted(key)}"


def _colour(colour: Colour) -> str:
    return f"{{ light = {quoted(colour.light)}, dark = {quoted(colour.dark)} }}"


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, names))}]"


def _table(texts: Mapping[str, str]) -> str:
    inside = ", ".join(f"{language} = {quoted(text)}" for language, text in texts.items() if text)
    return f"{{ {inside} }}" if inside else "{}"


def _captions(field: str, texts: Mapping[str, str]) -> Iterator[str]:
    if any(texts.values()):
        yield f"{field} = {_table(texts)}"


def _texts(guideline: Mapping[str, str]) -> Iterator[str]:
    """Texts over several lines, as a person would write them; three quotes in a row would end one."""
    for language, text in guideline.items():
        if text:
            inside = text.replace("\\", "\\\\").replace('"""', '""\\"')
            yield from (f'guideline.{language} = """', *inside.split("\n"), '"""')
