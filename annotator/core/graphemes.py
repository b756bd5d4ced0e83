"""Characters as people count them, Unicode's extended grapheme clusters (UAX 29), and scripts without spaces."""

from __future__ import annotations

import re

# Scripts that set no words apart, as in a character class: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
_JOINER = "\u200d"
_REACH = 1000  # how far back is looked for where a cluster begins; even, as flags come in pairs
# Of what is no mark of its own category, but goes with the letter before it: the joiners, two vowels, two sound marks.
_GOING_ALONG = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")
# Signs that stand before a letter or number and go with it.
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e"
    "\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011d46"
)
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2")  # they tie two consonants together
_PICTURES = frozenset("\u203c\u2049\u2122\u2139\u3030\u303d")
_UNSEEN = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
)  # fmt: skip


def is_joined(text: str, position: int) -> bool:
    """Whether the character at `position` belongs to the one before it; white space is nobody's."""
    before, character = text[position - 1], text[position]
    if character < "\u0300" and before < "\u0600":
        return before == "\r" and character == "\n"
    if before.isspace() or character.isspace() or _is_control(before):
        return False
    if _is_mark(character):
        return True
    if _is_control(character):
        return False
    return before in _PREPENDED or _is_syllable(before, character) or _is_tied(text, position)


def is_cut(text: str, position: int) -> bool:
    """Whether a cut at the position would go through what reads as one character."""
    return 0 < position < len(text) and is_joined(text, position)


def grapheme_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) widened so that no combining mark, modifier, joined emoji, flag or syllable is cut in two."""
    while is_cut(text, start):
        start -= 1
    while is_cut(text, end):
        end += 1
    return start, end


def beside(text: str, position: int, step: int) -> int:
    """The next place before (-1) or after (1) the position where the text may be cut; beyond its ends none is."""
    position += step
    while is_cut(text, position):
        position += step
    return position


def is_unseen(text: str) -> bool:
    """Whether a reader sees nothing of it: white space, and signs that only steer what is around them."""
    return all(one.isspace() or any(first <= ord(one) <= last for first, last in _UNSEEN) for one in text)


def is_spaceless(text: str) -> bool:
    """Whether any of it is in a script that sets no words apart."""
    return not text.isascii() and re.search(f"[{SPACELESS}]", text) is not None


def _category(character: str) -> str:
    import unicodedata  # lazy: a start can do without

    return unicodedata.category(character)


def _is_mark(character: str) -> bool:
    """Whether it goes with whatever stands before it."""
    if character in _GOING_ALONG or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    return "\U000e0020" <= character <= "\U000e007f" or _category(character)[0] == "M"


def _is_control(character: str) -> bool:
    """Whether it is a character by itself, whatever stands beside it."""
    if character in _GOING_ALONG or character in _PREPENDED or "\U000e0020" <= character <= "\U000e007f":
        return False
    return _category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _is_syllable(before: str, character: str) -> bool:
    """Whether two Korean letters are of one syllable: a lead, a vowel, a tail."""
    return (_hangul(before), _hangul(character)) in (
        ("L", "L"), ("L", "V"), ("L", "LV"), ("L", "LVT"), ("LV", "V"), ("V", "V"), ("LV", "T"), ("V", "T"),
        ("LVT", "T"), ("T", "T"),
    )  # fmt: skip


def _hangul(character: str) -> str:
    if "\uac00" <= character <= "\ud7a3":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    for kind, first, last in (
        ("L", "\u1100", "\u115f"), ("L", "\ua960", "\ua97c"), ("V", "\u1160", "\u11a7"), ("V", "\ud7b0", "\ud7c6"),
        ("T", "\u11a8", "\u11ff"), ("T", "\ud7cb", "\ud7fb"),
    ):  # fmt: skip
        if first <= character <= last:
            return kind
    return ""


def _is_tied(text: str, position: int) -> bool:
    """Whether what stands further back ties two characters: half a flag, a joiner of pictures, of consonants."""
    before, character = text[position - 1], text[position]
    first = max(0, position - _REACH)
    if _is_half_flag(character) and _is_half_flag(before):
        begun = position
        while begun > first and _is_half_flag(text[begun - 1]):
            begun -= 1
        if begun == first:
            begun -= begun % 2  # a row without end: counted from wherever it is even
        return (position - begun) % 2 == 1
    back = position - 1
    if before == _JOINER and _is_picture(character):
        back -= 1
        while back >= first and _is_mark(text[back]) and text[back] != _JOINER:
            back -= 1
        return back >= first and _is_picture(text[back])
    if not _is_consonant(character):
        return False
    has_linker = False
    while back >= first and _is_mark(text[back]) and text[back] != "\u200c":
        has_linker = has_linker or text[back] in _LINKERS
        back -= 1
    return has_linker and back >= first and _is_consonant(text[back])


def _is_half_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_picture(character: str) -> bool:
    if "\u2190" <= character <= "\u2bff" or "\U0001f000" <= character <= "\U0001fffd":
        return True
    return character in _PICTURES or _category(character) == "So"


def _is_consonant(character: str) -> bool:
    """Whether it is a consonant of one of the scripts whose linkers are above."""
    code = ord(character)
    if 0x1000 <= code <= 0x102A or 0x1780 <= code <= 0x17B3:
        return True
    if code & ~0x7F not in (0x900, 0x980, 0xA80, 0xB00, 0xC00, 0xD00):
        return False
    return 0x15 <= code & 0x7F <= 0x3A or 0x58 <= code & 0x7F <= 0x5F or 0x978 <= code < 0x980
