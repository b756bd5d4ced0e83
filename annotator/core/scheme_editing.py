"""Changing a scheme piece by piece: what a thing may be given, and the scheme with it added, replaced or taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from annotator.core.scheme import Attribute, Label, Role
from annotator.core.scheme_file import KEYS, RESERVED_FOR_ATTRIBUTES, RESERVED_FOR_LABELS
from annotator.core.toml_table import LONGEST_CAPTION, LONGEST_NAME, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.scheme import Colour, Scheme

Thing: TypeAlias = Label | Role | Attribute

# Commands on the article, which a label's key would never reach; a file may have them all the same.
OF_COMMANDS = frozenset("hkr")
NEW = "NEW"


class Problem(NamedTuple):
    """Why something cannot be given: `kind` is one of the words below, `about` whose it is already."""

    kind: str  # empty, long, space, taken, no_key, command, only_filler, only_type, last, text
    about: str = ""


def name_problem(names: Iterable[str], name: str) -> Problem | None:
    """Why a thing or a value cannot be called so among those names."""
    if not name:
        return Problem("empty")
    if len(name) > LONGEST_NAME:
        return Problem("long", str(LONGEST_NAME))
    if not name.isprintable() or " " in name:
        return Problem("space")
    if composed(name) in map(composed, names):
        return Problem("taken", name)
    return None


def text_problem(text: str) -> Problem | None:
    """Why this cannot be shown as the name of something, or as the note."""
    if len(text) > LONGEST_CAPTION:
        return Problem("long", str(LONGEST_CAPTION))
    return None if text.isprintable() else Problem("text")


def key_problem(scheme: Scheme, thing: Thing, key: str) -> Problem | None:
    """Why the thing cannot have the key; none is no problem."""
    if not key:
        return None
    if key not in KEYS:
        return Problem("no_key")
    if key in _reserved(scheme, thing):
        return Problem("command", key)
    owner = next((one.name for one in _same_space(scheme, thing) if one.key == key and not _is_same(one, thing)), None)
    return None if owner is None else Problem("taken", owner)


def _is_event(scheme: Scheme, layer: str) -> bool:
    found = scheme.layer(layer)
    return found is not None and found.is_event


def _reserved(scheme: Scheme, thing: Thing) -> frozenset[str]:
    if isinstance(thing, Attribute):
        return RESERVED_FOR_ATTRIBUTES | OF_COMMANDS
    is_on_article = isinstance(thing, Label) and not _is_event(scheme, thing.layer)
    return RESERVED_FOR_LABELS | OF_COMMANDS if is_on_article else frozenset()


def _same_space(scheme: Scheme, thing: Thing) -> list[Thing]:
    """What may not have the same key."""
    on_article = [one for one in scheme.labels if not _is_event(scheme, one.layer)]
    if isinstance(thing, Role):
        return [one for one in scheme.roles if one.layer == thing.layer]
    if isinstance(thing, Attribute):
        return [*on_article, *(one for one in scheme.attributes if one.layer == thing.layer)]
    if _is_event(scheme, thing.layer):
        return [one for one in scheme.labels if _is_event(scheme, one.layer)]
    return [*on_article, *scheme.attributes]


def _is_same(one: Thing, other: Thing) -> bool:
    return type(one) is type(other) and (one.layer, one.name) == (other.layer, other.name)


def names_beside(scheme: Scheme, thing: Thing) -> list[str]:
    """The names of its kind in its layer that others have."""
    kind: tuple[Thing, ...] = scheme.labels if isinstance(thing, Label) else scheme.roles
    kind = scheme.attributes if isinstance(thing, Attribute) else kind
    return [one.name for one in kind if one.layer == thing.layer and one.name != thing.name]


def replaced(scheme: Scheme, before: Thing, after: Thing) -> Scheme:
    """The scheme with another in the place of the thing; roles follow a label that is called otherwise."""
    if isinstance(before, Label) and isinstance(after, Label):
        labels = tuple(after if _is_same(one, before) else one for one in scheme.labels)
        roles = scheme.roles
        if before.name != after.name:
            roles = tuple(_with_label(scheme, role, before, after.name) for role in roles)
        return replace(scheme, labels=labels, roles=roles)
    if isinstance(after, Role):
        return replace(scheme, roles=tuple(after if _is_same(one, before) else one for one in scheme.roles))
    assert isinstance(after, Attribute)
    return replace(scheme, attributes=tuple(after if _is_same(one, before) else one for one in scheme.attributes))


def _with_label(scheme: Scheme, role: Role, label: Label, name: str | None) -> Role:
    """The role with the label under another name, or without it."""

    def among(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new for one in names if (new := name if one == label.name else one) is not None)

    if _is_event(scheme, label.layer):
        return role._replace(types=among(role.types)) if role.layer == label.layer else role
    # Labels of one name in several layers fill a role together.
    is_elsewhere = any(
        one.name == label.name and one.layer != label.layer and not _is_event(scheme, one.layer)
        for one in scheme.labels
    )
    return role if is_elsewhere else role._replace(fillers=among(role.fillers))


def with_label(scheme: Scheme, layer: str, colour: Colour) -> tuple[Scheme, Label]:
    """The scheme with a label more in that layer, at its end, to be named and given a key."""
    made = Label(layer, _free([one.name for one in scheme.labels_of(layer)]), "", colour, {}, {})
    last = max(number for number, one in enumerate(scheme.labels) if one.layer == layer)
    labels = (*scheme.labels[: last + 1], made, *scheme.labels[last + 1 :])
    return replace(scheme, labels=labels), made


def with_role(scheme: Scheme, layer: str) -> tuple[Scheme, Role]:
    """The scheme with a role more, which any label of spans may fill and any type has."""
    fillers = dict.fromkeys(one.name for one in scheme.labels if not _is_event(scheme, one.layer))
    name = _free([one.name for one in scheme.roles if one.layer == layer])
    made = Role(layer, name, "", tuple(fillers), (), {}, {})
    return replace(scheme, roles=(*scheme.roles, made)), made


def with_attribute(scheme: Scheme, layer: str) -> tuple[Scheme, Attribute]:
    """The scheme with an attribute more, of two values."""
    name = _free([one.name for one in scheme.attributes_of(layer)])
    made = Attribute(layer, name, "", ("YES", "NO"), "YES", {}, {}, {})
    return replace(scheme, attributes=(*scheme.attributes, made)), made


def _free(taken: list[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"{NEW}_{number}" if number > 1 else NEW)
                not in taken)  # fmt: skip


def without(scheme: Scheme, thing: Thing) -> Scheme | Problem:
    """The scheme without the thing, roles without a label that goes; why not where something would be left empty."""
    if isinstance(thing, Role):
        return replace(scheme, roles=tuple(one for one in scheme.roles if not _is_same(one, thing)))
    if isinstance(thing, Attribute):
        return replace(scheme, attributes=tuple(one for one in scheme.attributes if not _is_same(one, thing)))
    if len(scheme.labels_of(thing.layer)) == 1:
        return Problem("last", thing.layer)
    roles = tuple(_with_label(scheme, role, thing, None) for role in scheme.roles)
    for before, after in zip(scheme.roles, roles, strict=True):
        if not after.fillers:
            return Problem("only_filler", before.name)
        if before.types and not after.types:
            return Problem("only_type", before.name)
    return replace(scheme, labels=tuple(one for one in scheme.labels if not _is_same(one, thing)), roles=roles)


def with_text(texts: Mapping[str, str], language: str, text: str) -> dict[str, str]:
    """The texts with another in that language; without one where it is empty."""
    kept = {**texts, language: text.strip()}
    return {key: value for key, value in kept.items() if value}
