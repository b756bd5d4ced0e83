"""Read a document as words finer than its tokens: capitals, sentence starts, hyphens, and what is noise."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.document import Document

_PIECE = re.compile(
    r"\d+(?:[.,:]\d+)*(?![^\W_])|['’]s\b|[^\W_][\w\u0300-\u036f]*(?:['’](?!s\b)[^\W\d_][\w\u0300-\u036f]*)*|[^\s]"
)
# After these a full stop ends no sentence: initials and shortened titles.
_SHORTENED = words_of(
    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z dr drs prof gen kol lt mr mw ir ing St dhr kapt maj sgt"
)
_ON_PLATFORM = frozenset(("op", "via"))  # "op X." ends a sentence
_INSIDE = frozenset("(/")
_CLOCK = re.compile(r"[0-2]?\d[.:uh][0-5]\d")
_HOURS = frozenset(("uur", "u", "u.", "h"))
HYPHENS = frozenset("-‑–/")
_OPENERS = frozenset("\"“”„'‘’«»(-–—•*:>|©")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark. `is_initial`: a capital here says nothing; `is_glued`: no space before it."""

    text: str
    start: int
    end: int
    key: str
    is_capital: bool
    is_initial: bool
    is_glued: bool

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not (self.text[0].isalnum() or self.text[-1].isalnum())

    @property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals only, two at least."""
        return len(self.text) > 1 and self.text.isupper() and self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one document outside its noise; `text` has the noise blanked, offsets unchanged."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    lower: frozenset[str]  # keys that also occur in lower case

    def index_at(self, offset: int) -> int:
        """Index of the first word that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words [first, last)."""
        return self.words[first].start, self.words[last - 1].end


def read(document: Document) -> Reading:
    """The document as words."""
    text = _blanked(document.text, [(region.start, region.end) for region in document.regions])
    starts = sentence_starts(document)
    words = _words(text, starts)
    lower = frozenset(word.key for word in words if word.text.islower())
    return Reading(text, words, tuple(word.start for word in words), lower)


def sentence_starts(document: Document) -> frozenset[int]:
    """Offsets at which a sentence, a line or the text after a noise region begins."""
    tokens = document.tokens.starts
    found = {tokens[first] for first, _ in document.sentences if first < len(tokens)}
    found |= {match.end() for match in re.finditer(r"(?:^|[\n\r])\s*", document.text)}
    for region in document.regions:
        after = region.end
        while after < len(document.text) and document.text[after].isspace():
            after += 1
        found.add(after)
    return frozenset(found)


def lower_of(text: str) -> str:
    """The text in lower case with every character in its place ("İ" would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _blanked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    for start, end in ranges:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _is_clock(piece: str) -> bool:
    """Whether a piece can tell the time that heads an entry of a live blog: "14.12 uur – Aanval op …"."""
    return piece[0].isdigit() or piece in _HOURS


def _ends_clock(piece: str) -> bool:
    """Whether a time of day ends here: "uur", "21:15", "21u15"."""
    return piece in _HOURS or _CLOCK.fullmatch(piece) is not None


def _words(text: str, starts: frozenset[int]) -> tuple[Word, ...]:
    found: list[Word] = []
    is_next_initial = is_in_dateline = True
    previous_end, previous_piece, before_it = -1, "", ""
    for match in _PIECE.finditer(text):
        piece, start, end = match.group(), match.start(), match.end()
        is_initial = is_next_initial or start in starts
        is_mark = not (piece[0].isalnum() or piece[-1].isalnum())
        is_in_dateline = start in starts or (
            is_in_dateline and (is_mark or piece[0].isupper() or previous_piece in _INSIDE or _is_clock(piece))
        )
        found.append(
            Word(piece, start, end, fold(piece), piece[0].isupper(), is_initial and not is_mark, start == previous_end)
        )
        is_shortened = piece == "." and start == previous_end and previous_piece in _SHORTENED
        is_shortened = is_shortened and not (previous_piece == "X" and before_it in _ON_PLATFORM)
        is_opening = is_mark and piece in _OPENERS and (is_initial or start != previous_end or piece == ":")
        is_next_initial = (
            (is_mark and piece in ".!?…" and not is_shortened)
            or (is_opening and (is_initial or piece not in "(-–'’/"))
            or (is_opening and is_in_dateline and piece in "-–")  # "BEIROET (AFP) - Het leger"
            or (is_in_dateline and _ends_clock(piece))  # "21:15 Leger meldt inname"
            or (piece == "," == previous_piece and start == previous_end)  # a quotation mark typed as two commas
        )
        previous_end, previous_piece, before_it = end, piece, previous_piece
    return tuple(found)
