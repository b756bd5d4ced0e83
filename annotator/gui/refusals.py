"""Says in the window's language why something was refused: the floors below speak English only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.gui.language import spoken_language
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CONTEXT = "Refusals"
LEFT_OUT = "LeftOut"  # the context of what an import leaves out
LIBRARIES = "Libraries"  # the context of what libraries say of a file that they cannot read
_NOT_THERE = "{0}: not in scheme {1}: {2}"  # whose last part lists such things
_WITHIN = ("a second {0} “{1}” in {2}", "{0} of layer {1}")  # parts of them that are templates of their own
BEHIND = ": "  # between a place (file, line, field) and what is wrong there
BETWEEN = " · "  # what happened · what to do
MOST_WITHIN = 2  # texts that are put into one another
_PLACE = re.compile(r"\{(\d+)\}")
_PLACED = ("{0} (at ", "{0}: line ")
_IS_PLACE = re.compile(r"(line \d+, )?column \d+")
_PLACE_WORDS = re.compile(r", (line|row|column|sheet) ")


def in_words(text: str) -> str:
    """The refusal in the language of the window; as it is where no template of the translation fits.

    What to do is said as it is done in the window, not by options of the command line.
    """
    in_window, is_of_commands = _ways_out()
    parts = text.split(BETWEEN)
    ways = [in_window(part) if is_of_commands(part) else None for part in parts]
    if not text or spoken_language() == "en":
        return BETWEEN.join(way or part for way, part in zip(ways, parts, strict=True))
    known = [way or _said(part) for way, part in zip(ways, parts, strict=True)]
    if None not in known:  # a template that ends with a value would take what to do for a part of that
        return BETWEEN.join(one for one in known if one is not None)
    whole = _said(text)
    if whole is not None and not any(ways):
        return whole
    return BETWEEN.join(one or part for one, part in zip(known, parts, strict=True))


@lru_cache(maxsize=1)
def _ways_out() -> tuple[Callable[[str], str | None], Callable[[str], bool]]:
    """Loaded once: an import statement costs at every key."""
    from annotator.gui.ways_out import in_window, is_of_commands  # lazy: nobody before a refusal needs it

    return in_window, is_of_commands


def _said(text: str) -> str | None:
    found = _translated(text)
    return found[1] if found is not None else None


def left_out_in_words(text: str) -> str:
    """A thing that an import leaves out, in the language of the window; names stay as they are."""
    if spoken_language() == "en":
        return text
    for template in _templates(LEFT_OUT):
        match = template.pattern.fullmatch(text)
        if match is not None:
            values = [left_out_in_words(value) if _is_within(value) else value for value in match.groups()]
            return filled(QCoreApplication.translate(LEFT_OUT, template.source), values)
    return text


def _is_within(text: str) -> bool:
    return any(one.pattern.fullmatch(text) is not None for one in _templates(LEFT_OUT) if one.source in _WITHIN)


class _Template(NamedTuple):
    source: str
    pattern: re.Pattern[str]
    words: int  # characters of its own
    longest: str  # the longest stretch of those: what does not hold it need not be matched


def _translated(text: str, *, depth: int = 0) -> tuple[int, str] | None:
    """The text said by the template that knows most of it, with how many characters that are; None if none fits.

    A place (file, line, field) may stand before it. Of a template that ends with a value, that may be a text too.
    """
    best: tuple[int, str] | None = None
    for start in _beginnings(text):
        for template in _templates(CONTEXT):
            if template.longest not in text:
                continue
            match = template.pattern.fullmatch(text, start)
            if match is None or (template.source == _NOT_THERE and BETWEEN in text):
                continue  # that with what to do behind it: part by part
            known, last = template.words, match.groups()[-1:]
            given = match.groups()
            values = [_worded(value) for value in given]
            if template.source == _NOT_THERE:
                values[-1] = ", ".join(map(left_out_in_words, last[0].split(", ")))
            elif template.source.endswith("}") and last and depth < MOST_WITHIN:
                more, values[-1] = _translated(last[0], depth=depth + 1) or (0, values[-1])
                known += more
            if best is None or known >= best[0]:  # of two that know as much the later: the rest is a place
                told = _unquoted(QCoreApplication.translate(CONTEXT, template.source), given, values)
                said = filled(told, values)
                best = known, _place(text[:start]) + said
    return best or _of_library_behind_a_place(text)


def _of_library_behind_a_place(text: str) -> tuple[int, str] | None:
    for start in _beginnings(text):
        said = _of_library(text[start:])
        if said is not None:
            return len(text) - start, _place(text[:start]) + said
    return None


def _of_library(text: str) -> str | None:
    """What a library says of a file, in the window's language; None where that is not known."""
    placed = [one for one in _templates(LIBRARIES) if one.source.startswith(_PLACED)]
    for template in (*placed, *_templates(LIBRARIES)):
        match = template.pattern.fullmatch(text) if template.longest in text else None
        if match is None:
            continue
        values = [_worded(value) for value in match.groups()]
        # Before a line and a column stands what is the matter: where that is not known, this is none of a library's.
        if not template.source.startswith(_PLACED) or values[0] != match[1]:
            return filled(QCoreApplication.translate(LIBRARIES, template.source), values)
    return None


def _unquoted(template: str, given: Sequence[str], values: Sequence[str]) -> str:
    """The template without the quotes around values that are said in the window's language: no words of others."""
    for number, (before, after) in enumerate(zip(given, values, strict=True)):
        if before != after:
            template = template.replace(f"“{{{number}}}”", f"{{{number}}}")
    return template


def _beginnings(text: str) -> list[int]:
    """Where what is the matter may begin: at the start, or behind a place."""
    found, end = [0], text.find(BEHIND)
    while end >= 0:
        found.append(end + len(BEHIND))
        end = text.find(BEHIND, end + 1)
    return found


def _place(text: str) -> str:
    """A place in words: “line 3” of a file is “regel 3”, names stay."""
    words = {"line": _tr("line"), "row": _tr("row"), "column": _tr("column"), "sheet": _tr("sheet")}
    return _PLACE_WORDS.sub(lambda found: f", {words[found[1]]} ", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlacesInFiles", text)


def _worded(value: str) -> str:
    """A value that is put in, in the window's language where the words are known, as “Permission denied” is."""
    if value in _plain_templates():
        return QCoreApplication.translate(CONTEXT, value)
    return _of_library(value) or (_place(f", {value} ")[2:-1] if _IS_PLACE.fullmatch(value) else value)


@lru_cache(maxsize=1)
def _plain_templates() -> frozenset[str]:
    """Those that nothing is put into, of several words: one word alone may be a name as well."""
    return frozenset(one.source for one in _templates(CONTEXT) if " " in one.source and not _PLACE.search(one.source))


def filled(template: str, values: Sequence[str]) -> str:
    """The template with the values in place of {0}, {1} …"""
    return _PLACE.sub(lambda place: values[int(place[1])], template)


@lru_cache(maxsize=3)
def _templates(wanted: str) -> tuple[_Template, ...]:
    """The templates of a context with what they match, the wordiest first; read from the translation's own file."""
    from xml.etree import ElementTree  # lazy: nobody who speaks English, and nobody before a refusal, needs it

    root = ElementTree.parse(resource("translations", "annotator_nl.ts")).getroot()
    found = [
        _template(message.findtext("source") or "")
        for context in root.iter("context")
        if context.findtext("name") == wanted
        for message in context.iter("message")
    ]
    return tuple(sorted(found, key=lambda one: -one.words))


def _template(source: str) -> _Template:
    parts = parts_of(source)
    return _Template(source, pattern_of(parts), sum(map(len, parts)), max(parts, key=len))


def parts_of(template: str) -> list[str]:
    """What a template says itself: before, between and behind its values."""
    return _PLACE.split(template)[::2]


def pattern_of(parts: Sequence[str]) -> re.Pattern[str]:
    """Matches a text of these parts with any values between them, which are its groups."""
    return re.compile("(.*)".join(map(re.escape, parts)), re.DOTALL)
