"""Words of the place Review: how versions differ, reasons and their keys, versions by letter, annotators by name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.span import NOT_MENTIONED, Event
from annotator.core.text import covered
from annotator.gui.inspector.contents import named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.compare import Place
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.services.comparing import Compared

translate = QCoreApplication.translate
LETTERS = "ABCDEF"
# The reasons by the key that chooses each; the names are those of `services.adjudicating`.
REASON_KEYS: Mapping[str, str] = {
    "A": "ambiguous text", "G": "guideline gap", "E": "annotator error", "C": "edge case", "T": "taste", "O": "other",
}  # fmt: skip
GAP = "guideline gap"


@dataclass(frozen=True, slots=True)
class Version:
    """What some annotators have at a place, all of it alike: span, attributes and roles."""

    letter: str
    who: tuple[str, ...]
    span: Span
    roles: tuple[tuple[str, str], ...]  # role, text of the filler ("" where none is mentioned)


def versions_of(compared: Compared, place: Place) -> list[Version]:
    """The different versions, the most chosen first; more than six share the last letter's company unlettered."""
    groups: dict[object, list[str]] = {}
    for name, span in place.spans.items():
        unmentioned = sorted(_unmentioned(span))
        key = (span.label, span.fragments, tuple(sorted(span.attributes.items())), place.fillers[name], *unmentioned)
        groups.setdefault(key, []).append(name)
    ordered = sorted(groups.values(), key=lambda who: (-len(who), place.spans[who[0]].fragments, who))
    found = []
    for number, who in enumerate(ordered):
        span = place.spans[who[0]]
        letter = LETTERS[number] if number < len(LETTERS) else ""
        found.append(Version(letter, tuple(who), span, _roles(compared, who[0], span)))
    return found


def _unmentioned(span: Span) -> list[str]:
    return [one.role for one in span.arguments if not one.is_mentioned] if isinstance(span, Event) else []


def _roles(compared: Compared, name: str, span: Span) -> tuple[tuple[str, str], ...]:
    if not isinstance(span, Event):
        return ()
    mine, text = compared.versions[name], compared.document.text
    return tuple(
        (one.role, covered(text, mine[one.span].fragments) if one.span != NOT_MENTIONED else "")
        for one in span.arguments
        if one.span in mine or one.span == NOT_MENTIONED
    )


def aliases(document: str, annotators: Sequence[str]) -> dict[str, str]:
    """Names that say nothing: numbers dealt anew in each document, so that nobody is known by theirs."""
    ordered = sorted(annotators, key=lambda name: hashlib.blake2s(f"{document}\0{name}".encode()).digest())
    one = translate("Review", "annotator {number}")
    return {name: one.format(number=number) for number, name in enumerate(ordered, start=1)}


def kind_name(kind: str) -> str:
    """How versions differ, in words."""
    return {
        "only_one": translate("Review", "not all have it"),
        "label": translate("Review", "label"),
        "type": translate("Review", "type"),
        "boundary": translate("Review", "edges"),
        "fragments": translate("Review", "fragments"),
        "role": translate("Review", "roles"),
        "attribute": translate("Review", "attributes"),
        "waiting": translate("Review", "waiting for another place"),
    }.get(kind, kind)


def reason_name(reason: str) -> str:
    """A reason of `services.adjudicating.REASONS` in the language of the window."""
    return {
        "ambiguous text": translate("Review", "ambiguous text"),
        "guideline gap": translate("Review", "guideline gap"),
        "annotator error": translate("Review", "annotator error"),
        "edge case": translate("Review", "edge case"),
        "taste": translate("Review", "taste"),
        "other": translate("Review", "other"),
    }.get(reason, reason)


def attributes_in_words(span: Span, scheme: Scheme, language: str) -> list[tuple[str, str]]:
    """Name and value of each attribute of the span, as the inspector has them."""
    own = {one.name: one for one in scheme.attributes_of(span.layer)}
    return [
        (named(own[name].names, language, name), named(own[name].value_names.get(value, {}), language, value.lower()))
        if name in own
        else (name, value)
        for name, value in span.attributes.items()
    ]
