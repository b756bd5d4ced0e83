"""What the features of XMI are, which writes numbers, names and texts alike: told by types, or left out and said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.formats import mapped_layers
from annotator.formats import uima_types as types
from annotator.formats.uima_cas import BARE, Ref, Structure, Values

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from annotator.formats.uima_type_system import Kind, TypeSystem

_OWN = "annotator."
_OWN_LISTS = ("fragments", "attributes", "arguments")
_NUMBERS = re.compile(r"\d{1,9}(?: \d{1,9})*")
_LIST_ENDS = {("uima.cas.NonEmptyFSList", "head"), ("uima.cas.NonEmptyFSList", "tail")}
NOTE_IMPORTS = "the type system names others, which are not looked for"


def settle(
    structures: dict[int, Structure], indexed: Collection[int], system: TypeSystem | None, options: Mapping[str, Any]
) -> None:
    """Makes references, numbers and lists of the texts that stand in the features.

    `indexed` are the structures that a view names. Where no type system tells, a feature holds references if all its
    values name structures, and one of those is in no view: it would not be in the file if nothing named it. Where all
    are in a view nothing tells a number from a name, and the feature is left out, which is said.
    """
    _Settling(structures, indexed, system, options).run()


class _Settling:
    def __init__(
        self,
        structures: dict[int, Structure],
        indexed: Collection[int],
        system: TypeSystem | None,
        options: Mapping[str, Any],
    ) -> None:
        self._structures = structures
        self._indexed = indexed
        self._system = system
        self._options = options

    def run(self) -> None:
        """Settles all features of all structures."""
        if self._system is not None and self._system.imports:
            mapped_layers.note(self._options, NOTE_IMPORTS)
        untold: dict[tuple[str, str], list[Structure]] = {}
        for one in self._structures.values():
            for name in [name for name in one.features if name not in BARE]:
                if one.type.startswith(_OWN):
                    self._settle_own(one, name)
                    continue
                kind = self._kind(one, name)
                if kind is not None:
                    one.features[name] = _as(kind, one.features[name])
                elif isinstance(one.features[name], str) and _NUMBERS.fullmatch(one.features[name]):
                    untold.setdefault((one.type, name), []).append(one)
        for (type_name, name), members in untold.items():
            self._settle_untold(type_name, name, members)

    def _settle_own(self, one: Structure, name: str) -> None:
        value = one.features[name]
        if name in _OWN_LISTS and isinstance(value, str) and _NUMBERS.fullmatch(value):
            one.features[name] = _references(value)

    def _kind(self, one: Structure, name: str) -> Kind | None:
        if (one.type, name) in _LIST_ENDS or one.type.endswith("FSArray"):
            return "reference"
        return self._system.kind(one.type, name) if self._system is not None else None

    def _settle_untold(self, type_name: str, name: str, members: list[Structure]) -> None:
        """Features of one name and type, all of numbers in this file, of which no type system says what they are."""
        named = [self._named(one.features[name]) for one in members]
        if not all(named) or name.lower() in mapped_layers.LABEL_FEATURES:
            return  # plain numbers: some structure that they would name is not there
        every = [structure for each in named for structure in each]
        for one, each in zip(members, named, strict=True):
            if all(structure.type in types.PLAIN_LISTS for structure in each):
                one.features[name] = Values()
            elif all(map(_is_link, each)) or any(each.id not in self._indexed for each in every):
                one.features[name] = _references(one.features[name])
            else:
                del one.features[name]
                short = type_name.rpartition(".")[2]
                what = f"{name:.60} of {short:.60}"
                mapped_layers.note(
                    self._options, f"left out, as no type system tells whether its numbers name annotations: {what}"
                )

    def _named(self, value: str) -> list[Structure]:
        """The structures that the numbers name; none where one of them is not there."""
        found = [self._structures.get(int(number)) for number in value.split(" ")]
        return [one for one in found if one is not None] if all(found) else []


def _as(kind: Kind, value: object) -> object:
    """The value as what its type says; what does not fit it stays as it is."""
    if isinstance(value, Ref) and kind != "reference":
        value = str(value.id)
    if not isinstance(value, str):
        return value
    if kind == "values":
        return Values()
    if kind == "reference":
        if not value.strip():
            return []
        return _references(value) if _NUMBERS.fullmatch(value) else value
    if kind == "number":
        try:
            return int(value) if value.lstrip("-").isdecimal() else float(value)
        except ValueError:
            return value
    return value


def _references(value: str) -> Ref | list[Ref]:
    found = [Ref(int(number)) for number in value.split(" ")]
    return found[0] if len(found) == 1 else found


def _is_link(one: Structure) -> bool:
    """Whether it is one by its features: something with a role and a target, or a list of structures."""
    return (
        "target" in one.features
        or ("role" in one.features and "begin" not in one.features)
        or one.type.endswith("FSArray")
    )
