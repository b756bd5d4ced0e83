"""Says in the window's language why something was refused: the floors below speak English only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.language import spoken_language
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT = "Refusals"
LEFT_OUT = "LeftOut"  # the context of what an import leaves out
_NOT_THERE = "{0}: not in scheme {1}: {2}"  # whose last part lists such things
_WITHIN = ("a second {0} “{1}” in {2}", "{0} of layer {1}")  # parts of them that are templates of their own
BEHIND = ": "  # between a place (file, line, field) and what is wrong there
BETWEEN = " · "  # what happened · what to do
_PLACE = re.compile(r"\{(\d+)\}")


def in_words(text: str) -> str:
    """The refusal in the language of the window; as it is where no template of the translation fits.

    What to do is said as it is done in the window, not by options of the command line.
    """
    from annotator.gui.ways_out import in_window, is_of_commands  # lazy: nobody before a refusal needs it

    parts = text.split(BETWEEN)
    ways = [in_window(part) if is_of_commands(part) else None for part in parts]
    if not text or spoken_language() == "en":
        return BETWEEN.join(way or part for way, part in zip(ways, parts, strict=True))
    known = [way or _translated(part) or _placed(part) for way, part in zip(ways, parts, strict=True)]
    if None not in known:  # a template that ends with a value would take what to do for a part of that
        return BETWEEN.join(one for one in known if one is not None)
    whole = _translated(text)
    if whole is not None and not any(ways):
        return whole
    return BETWEEN.join(one or part for one, part in zip(known, parts, strict=True))


def left_out_in_words(text: str) -> str:
    """A thing that an import leaves out, in the language of the window; names stay as they are."""
    if spoken_language() == "en":
        return text
    for pattern, template in _templates(LEFT_OUT):
        match = pattern.fullmatch(text)
        if match is not None:
            values = [left_out_in_words(value) if _is_within(value) else value for value in match.groups()]
            return _filled(QCoreApplication.translate(LEFT_OUT, template), values)
    return text


def _is_within(text: str) -> bool:
    return any(pattern.fullmatch(text) is not None for pattern, one in _templates(LEFT_OUT) if one in _WITHIN)


def _placed(text: str) -> str | None:
    """What stands behind the place that a reader's refusal begins with, in words; the place as it is."""
    end = text.find(BEHIND)
    while end >= 0:
        end += len(BEHIND)
        rest = _translated(text[end:])
        if rest is not None:
            return text[:end] + rest
        end = text.find(BEHIND, end)
    return None


def _translated(text: str) -> str | None:
    for pattern, template in _templates(CONTEXT):
        match = pattern.fullmatch(text)
        if match is not None:
            values = list(match.groups())
            if template == _NOT_THERE and BETWEEN in text:
                return None  # with what to do behind it: part by part
            if template == _NOT_THERE:
                values[-1] = ", ".join(map(left_out_in_words, values[-1].split(", ")))
            return _filled(QCoreApplication.translate(CONTEXT, template), values)
    return None


def _filled(template: str, values: Sequence[str]) -> str:
    return _PLACE.sub(lambda place: values[int(place[1])], template)


@lru_cache(maxsize=2)
def _templates(wanted: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The templates of a context with what they match, the wordiest first; read from the translation's own file."""
    from xml.etree import ElementTree  # lazy: nobody who speaks English, and nobody before a refusal, needs it

    root = ElementTree.parse(resource("translations", "annotator_nl.ts")).getroot()
    found = [
        message.findtext("source") or ""
        for context in root.iter("context")
        if context.findtext("name") == wanted
        for message in context.iter("message")
    ]
    ordered = sorted(found, key=lambda one: -len(_PLACE.sub("", one)))
    return tuple((_pattern(one), one) for one in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)[::2]
    return re.compile("(.*)".join(re.escape(part) for part in parts), re.DOTALL)
