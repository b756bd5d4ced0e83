"""The lines of a WebAnno TSV 3 file: its columns, sentences and rows, and the text and offsets they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.utf16 import Utf16
from annotator.errors import KnownError
from annotator.formats import limits
from annotator.formats.webanno_columns import declared, text_escaped, text_unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE_COUNTED = "offsets count code points, where the format has UTF-16 units; read as code points"
_NOTE_FILLED = "text between two sentences is not in the file: spaces stand for it"
_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(\.\d+)?\s*")
_UNIT = re.compile(r"\d{1,9}-\d{1,9}(\.\d{1,9})?")
_OFFSETS = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(slots=True)
class Row:
    """A line of a token or a part of one; offsets as in the file, and in code points once they are settled."""

    line: int
    unit: str
    given: tuple[int, int]
    shown: str
    cells: list[str]
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Sentence:
    """The text of a sentence and its rows."""

    text: str
    rows: list[Row]

    @property
    def begin(self) -> int:
        """Where its text begins, in the file's own units: white space may stand before its first word."""
        first = self.rows[0]
        lead = len(self.text) - len(self.text.lstrip())
        return first.given[0] - (0 if self.text.startswith(first.shown) else lead)


class Sheet:
    """The lines of a file: head, sentences and rows."""

    def __init__(self, source: str, where: str) -> None:
        self.where = where
        lines = [line.removesuffix("\r") for line in source.split("\n")]
        if not _FORMAT.fullmatch(lines[0]):
            raise self.refused(1, f"{lines[0]:.60} is not the head of WebAnno TSV 3", "export it as WebAnno TSV 3.3")
        end = next((number for number, line in enumerate(lines) if number and not line.startswith("#T_")), len(lines))
        self.columns = declared(lines[1:end], where)
        self.sentences: list[Sentence] = []
        self._is_filled = False
        self._read(lines, end)

    def refused(self, line: int, why: str, todo: str = "mend this line", *, code: str = "A202") -> KnownError:
        """The error for a line."""
        return KnownError(code, f"{self.where}:{line}: {why}", todo)

    @property
    def rows(self) -> Iterator[Row]:
        """All rows in the order of the file."""
        return (row for sentence in self.sentences for row in sentence.rows)

    def _read(self, lines: list[str], begin: int) -> None:
        texts: list[str] | None = None
        rows: list[Row] = []
        seen: dict[str, int] = {}
        for number, line in enumerate(lines[begin:], start=begin + 1):
            if line.startswith("#") and not rows:
                texts = texts or []
                if line.startswith("#Text="):
                    texts.append(text_unescaped(line.removeprefix("#Text=")))
            elif line:
                if texts is None:
                    raise self.refused(number, "a row that stands below no #Text line")
                rows.append(self._row(number, line))
                if seen.setdefault(rows[-1].unit, number) != number:
                    first = seen[rows[-1].unit]
                    raise self.refused(number, f"the row {rows[-1].unit} stands in line {first} too", code="A208")
                if len(seen) > limits.STRUCTURES:
                    why = f"more than {limits.STRUCTURES:,} rows"
                    raise self.refused(number, why, "split it into smaller files", code="A203")
            elif texts is not None:
                if not rows:
                    raise self.refused(number, "a #Text line without rows below it")
                self.sentences.append(Sentence("\n".join(texts), rows))
                texts, rows = None, []
        if texts is not None:
            if not rows:
                raise self.refused(len(lines), "the file ends after a #Text line: it is cut off", "restore the file")
            self.sentences.append(Sentence("\n".join(texts), rows))

    def _row(self, number: int, line: str) -> Row:
        unit, offsets, shown, *cells = [*line.split("\t"), "", ""][: max(line.count("\t") + 1, 3)]
        found = _OFFSETS.fullmatch(offsets)
        if not _UNIT.fullmatch(unit) or found is None:
            raise self.refused(number, f"{line:.60} is no row (1-1, 0-5, word, …)")
        start, end = int(found[1]), int(found[2])
        if end < start:
            raise self.refused(number, f"the offsets {offsets} are reversed", code="A204")
        if len(cells) < len(self.columns):
            raise self.refused(number, f"{len(cells)} of {len(self.columns)} columns: the row is cut off")
        return Row(number, unit, (start, end), shown, cells)

    def settle(self, before: str | None) -> tuple[str, list[str]]:
        """The text, with each row placed in it by code points, and what to say of that.

        Offsets count UTF-16 units by definition; where only code points give the words of the rows, those are
        taken. Raises KnownError A204 where neither does.
        """
        text, wrong = self._assembled(before, is_wide=True)
        if wrong is None:
            return text, self._guesses(before)
        other, also_wrong = self._assembled(before, is_wide=False)
        if also_wrong is None:
            return other, [_NOTE_COUNTED, *self._guesses(before)]
        self._assembled(before, is_wide=True)
        raise wrong

    def _guesses(self, before: str | None) -> list[str]:
        """What to say of text that the file does not have; `before` is None where it is no file of ours."""
        is_guessed = before is None and self._is_filled
        return [_NOTE_FILLED] if is_guessed else []

    def _assembled(self, before: str | None, *, is_wide: bool) -> tuple[str, KnownError | None]:
        def size(part: str) -> int:
            return len(part) + (sum(one > "\uffff" for one in part) if is_wide else 0)

        parts: list[str] = []
        length = 0
        self._is_filled = False
        if before and self.sentences and size(before) == self.sentences[0].rows[0].given[0]:
            parts.append(before)
            length = size(before)
        for sentence in self.sentences:
            gap = sentence.begin - length
            if gap < 0 or gap > limits.TEXT_CHARACTERS:
                why = "before the sentence above has ended" if gap < 0 else "far behind the sentence above"
                return "", self.refused(sentence.rows[0].line, f"the sentence begins {why}", code="A204")
            # What stood between two sentences is not in the file; a line break is the usual.
            filler = "\n" if gap == 1 and parts else " " * gap
            self._is_filled = self._is_filled or (gap > 1 and bool(parts))
            parts += (filler, sentence.text)
            length += gap + size(sentence.text)
        text = "".join(parts)
        if not self.sentences:
            text = before or ""
        offsets = Utf16(text) if is_wide else None
        for row in self.rows:
            start, end = (offsets.point(one) if offsets else one for one in row.given)
            if start is None or end is None or end > len(text):
                return text, self.refused(row.line, f"{row.given} is outside of the text", code="A204")
            there = text[start:end]
            if row.shown not in (there, text_escaped(there)):
                why = f"the text there is “{there:.60}”, not “{row.shown:.60}”"
                return text, self.refused(row.line, why, code="A204")
            row.start, row.end = start, end
        return text, None
