"""Texts as Qt takes them, code point for code point."""

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
