"""Reads the little Markdown that guidelines use into plain text with stretches in bold or italics."""

from __future__ import annotations

import re

Stretch = tuple[int, int, str]  # start and end in code points, "bold" or "italic"
_MARKS = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|(?<![\w*])[*_](?P<italic>[^*_\n]+)[*_](?![\w*])|`(?P<code>[^`\n]+)`")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^\s*[-*+]\s+")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+")


def _words(link: re.Match[str]) -> str:
    # A function: for a template Python imports `re` anew at each match, and this is done at every key.
    return link[1]


def plain(markdown: str) -> tuple[str, tuple[Stretch, ...]]:
    """The text as it is read; headings are bold, items of a list have a dot, links and pictures only their words.

    Paragraphs have an empty line between them.
    """
    text = ""
    stretches: list[Stretch] = []
    for number, line in enumerate(_lines(markdown)):
        if number:
            text += "\n"
        heading = _HEADING.match(line)
        if heading:
            words = _LINK.sub(_words, heading[1])
            stretches.append((len(text), len(text) + len(words), "bold"))
            text += words
            continue
        line = _LINK.sub(_words, _ITEM.sub("• ", line))
        position = 0
        for found in _MARKS.finditer(line):
            text += line[position : found.start()]
            words = found["bold"] or found["italic"] or found["code"]
            if not found["code"]:
                stretches.append((len(text), len(text) + len(words), "bold" if found["bold"] else "italic"))
            text += words
            position = found.end()
        text += line[position:]
    return text, tuple(stretches)


def _lines(markdown: str) -> list[str]:
    """Paragraphs and items one a line: lines that are only wrapped are joined, an empty one parts what was parted."""
    lines: list[str] = []
    is_open = is_parted = False
    for raw in markdown.replace("\r\n", "\n").split("\n"):
        line = raw.strip()
        begins = any(one.match(line) for one in (_ITEM, _NUMBERED, _HEADING))
        if not line:
            is_open, is_parted = False, bool(lines)
        elif is_open and not begins:
            lines[-1] += " " + line
        else:
            lines += ["", line] if is_parted else [line]
            is_open, is_parted = not _HEADING.match(line), False
    return lines
