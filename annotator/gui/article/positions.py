"""Texts as Qt takes them, code point for code point, and where they may be cut."""

from __future__ import annotations

# What QString would drop or Qt would act upon is shown by a character of the same length in code points.
_SHOWN = {
    0xFEFF: "\u2060",  # QString swallows a leading one as a byte order mark
    0x7F: "\u2421",
    **{code: chr(0x2400 + code) for code in range(0x20) if code != 0x09},
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # str -> QString drops lone surrogates
    0x2028: " ",
    0x2029: " ",
    0x202D: "\ufffd",  # these two have all letters behind them stand the other way round, whatever script they are of
    0x202E: "\ufffd",
}
_EMBEDDED, _ISOLATED = "\u202a\u202b", "\u2066\u2067\u2068"  # ended by PDF and PDI


def shown(text: str) -> str:
    """A copy fit for Qt, code point for code point as long as `text`."""
    return text.translate(_SHOWN)


def apart(text: str) -> str:
    """As `shown`, for a line among others: what it turns round ends with it."""
    ends: list[str] = []
    for character in text:
        if character in _EMBEDDED or character in _ISOLATED:
            ends.append("\u202c" if character in _EMBEDDED else "\u2069")
        elif character in ("\u202c", "\u2069") and ends and ends[-1] == character:
            ends.pop()
    return shown(text) + "".join(reversed(ends))


_JOINER = "\u200d"


def grapheme_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) widened so that no combining mark, modifier or joined emoji is cut in two."""
    while 0 < start < len(text) and _is_joined(text, start):
        start -= 1
    while 0 < end < len(text) and _is_joined(text, end):
        end += 1
    return start, end


def beside(text: str, position: int, step: int) -> int:
    """The next place before (-1) or after (1) the position where the text may be cut; beyond its ends none is."""
    position += step
    while 0 < position < len(text) and _is_joined(text, position):
        position += step
    return position


def _is_joined(text: str, position: int) -> bool:
    """Whether the character at `position` belongs to the one before it."""
    character, before = text[position], text[position - 1]
    if _JOINER in (character, before):
        return True
    if "\U0001f3fb" <= character <= "\U0001f3ff" or "\ufe00" <= character <= "\ufe0f":
        return True
    if "\U0001f1e6" <= character <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff":
        first = position
        while first > 0 and "\U0001f1e6" <= text[first - 1] <= "\U0001f1ff":
            first -= 1
        return (position - first) % 2 == 1
    if character < "\u0300":
        return False  # nothing before it is a mark
    import unicodedata  # lazy: a start can do without

    return unicodedata.combining(character) != 0
