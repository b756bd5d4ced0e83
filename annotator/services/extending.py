"""A scheme with further labels: the same TOML with entries put behind it, under the next version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.core import scheme_file
from annotator.core.scheme_writing import quoted
from annotator.errors import KnownError
from annotator.services.schemes import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.scheme import Scheme

_COLOUR = f'{{ light = "{PLAIN.light}", dark = "{PLAIN.dark}" }}'
_VERSION = re.compile(r"^(version[ \t]*=[ \t]*)[0-9_]++(?!\w)", re.MULTILINE)


class NewLabel(NamedTuple):
    """A label that a scheme is to have: its layer, and its name."""

    layer: str
    name: str


def with_labels(scheme: Scheme, labels: Iterable[NewLabel]) -> Scheme:
    """The scheme with these labels and without keys for them, one version up; itself where it has them all.

    Raises KnownError A301 where a name cannot be that of a label, or the layer is not there.
    """
    fresh = [one for one in dict.fromkeys(labels) if scheme.label(*one) is None]
    if not fresh:
        return scheme
    version = scheme.version + 1
    source = at_version(scheme.source, version).rstrip("\n") + "\n"
    for layer, name in fresh:
        source += f"\n[[labels]]\nlayer = {quoted(layer)}\nname = {quoted(name)}\ncolour = {_COLOUR}\n"
    made = scheme_file.load(source, name=f"the scheme with {len(fresh)} more labels")
    if made.version != version:
        what = f"the version of scheme {scheme.name} cannot be raised"
        raise KnownError("A301", what, "write it on a line of its own")
    return made


def at_version(source: str, version: int) -> str:
    """The TOML of a scheme under another version, where that stands on a line of its own; else as it is."""
    # The first one: a table has not begun there, as the scheme's own fields stand before all tables.
    return _VERSION.sub(rf"\g<1>{version}", source, count=1)


def layer_for(scheme: Scheme, name: str, *, is_event: bool) -> NewLabel | None:
    """Where a label that the scheme does not have belongs: the layer it names, else the first of its kind; or None."""
    layer, slash, label = name.partition("/")
    named = scheme.layer(layer) if slash else None
    if named is not None and named.is_event == is_event:
        return NewLabel(layer, label)
    first = next((one for one in scheme.layers if one.is_event == is_event), None)
    return None if first is None else NewLabel(first.name, label if slash else name)


def can_be_added(scheme: Scheme, label: NewLabel) -> bool:
    """Whether the scheme can have a label of that name: no white space, not too long, room left."""
    try:
        with_labels(scheme, [label])
    except KnownError:
        return False
    return True
