"""Reads CoNLL-U and CoNLL-U Plus: the text from words and white space, spans from columns of IOB tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.decision import STATUSES
from annotator.core.text import sha256_of, trimmed
from annotator.errors import KnownError
from annotator.formats import columns, conllu_plus, decoding, limits, mapped_layers
from annotator.formats.conll_reader import SENTENCES, refused, runs
from annotator.formats.json_fields import Fields
from annotator.formats.records import Carried, ImportedDocument, carried_in
from annotator.formats.token_lines import TokenLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span
    from annotator.formats.records import ExportOptions

_STANDARD = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
_GLOBAL = "# global.columns"
_NEWDOC = "# newdoc"
_ID = re.compile(r"(\d{1,9})(?:-(\d{1,9})|(\.\d{1,9}))?")
_TAG = re.compile(r"[O_*]|[BI]-\S(?:.*\S)?")
_NOTE_GUESSED = "where the file does not say what stood between words, that is one space"


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One document for each `# newdoc`, or for so many sentences where there is none.

    Every column beyond those of CoNLL-U that holds IOB tags is a layer. Raises KnownError A001, A201, A202 (with the
    line), A203, A204 (a text that is not the one written), A206, A208.
    """
    lines = TokenLines(path, encoding=options.get("encoding") or "utf-8", sought=_NEWDOC)
    columns.say(options, lines.decoded)
    seen: set[str] = set()
    found = 0
    for article in _articles(lines, path, is_marked=lines.has):
        document = _Article(article, path, options).document()
        if document.id is not None:
            if document.id in seen:
                raise KnownError("A208", f"{document.where}: the id {document.id!r:.60} stands twice", "rename one")
            seen.add(document.id)
        if document.text.strip() or document.id is not None:
            found += 1
            yield document
    if not found:
        raise KnownError("A202", f"{path}: holds no words", "check the file, or leave it out with --on-error skip")


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the file says of each span; each text is compared with the hash of the one exported."""
    return carried_in(read(out, options.for_readers()))


@dataclass(slots=True)
class _Sentence:
    line: int
    remarks: dict[str, str] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)
    characters: int = 0  # of its lines


@dataclass(slots=True)
class _Raw:
    """The sentences of one document, and the names of the columns."""

    line: int
    names: list[str]
    sentences: list[_Sentence] = field(default_factory=list)
    characters: int = 0


def _check_size(characters: int, path: Path, line: int) -> None:
    """Refuses a document, or a sentence of one, that is larger than a whole file of tokens may be elsewhere (A203)."""
    if characters > limits.TOKEN_FILE_BYTES:
        raise KnownError(
            "A203", f"{path}:{line}: more than {limits.TOKEN_FILE_BYTES:,} characters in one document", "split it"
        )


def _articles(lines: Iterable[str], path: Path, *, is_marked: bool) -> Iterator[_Raw]:
    names = list(_STANDARD)
    article = _Raw(1, names)
    for sentence in _sentences(lines, path, names):
        is_full = len(article.sentences) >= SENTENCES and not is_marked
        if article.sentences and (is_full or "newdoc" in sentence.remarks or "newdoc id" in sentence.remarks):
            yield article
            article = _Raw(sentence.line, names)
        article.sentences.append(sentence)
        article.characters += sentence.characters
        _check_size(article.characters, path, article.line)
    if article.sentences:
        yield article


def _sentences(lines: Iterable[str], path: Path, names: list[str]) -> Iterator[_Sentence]:
    """Remarks and rows, sentence by sentence; the columns that the first line names replace `names`."""
    sentence: _Sentence | None = None
    is_head = True  # no row has been read yet: usually it is the first line that names the columns
    for number, line in enumerate(lines, start=1):
        line = line.removesuffix("\r")
        if line.startswith(_GLOBAL) and (is_head or line.partition("=")[2].split() != names):
            if not is_head:
                raise refused(path, number, "global.columns names other columns than those of the rows above")
            names[:] = line.partition("=")[2].split()
            if "ID" not in names or "FORM" not in names or len(names) > limits.COLUMNS or len(set(names)) < len(names):
                raise refused(path, number, "global.columns has to name ID, FORM and no column twice")
        elif not line.strip():
            if sentence is not None:
                yield sentence
            sentence = None
        else:
            sentence = sentence or _Sentence(number)
            sentence.characters += len(line)
            _check_size(sentence.characters, path, number)
            if line.startswith("#") and not sentence.rows:
                key, _, value = line[1:].partition("=")
                sentence.remarks.setdefault(key.strip(), value.strip())
                sentence.line = number + 1
            else:
                cells = line.split("\t")
                if len(cells) != len(names):
                    raise refused(path, number, f"{len(cells)} columns, where the file has {len(names)}")
                sentence.rows.append(cells)
                is_head = False
    if sentence is not None:
        yield sentence


class _Article:
    """One document in the making."""

    def __init__(self, raw: _Raw, path: Path, options: Mapping[str, Any]) -> None:
        self._raw = raw
        self._path = path
        self._options = options
        self._parts: list[str] = []
        self._length = 0
        self._is_gap_said = True  # whether the file said what stands after the last word
        self._spans: list[tuple[str, str, int, int, int]] = []  # layer, label, start, end, line
        self._at: dict[str, int] = {}  # lines of the spans, by id
        names = raw.names
        self._id, self._form = names.index("ID"), names.index("FORM")
        self._misc = names.index("MISC") if "MISC" in names else None
        self._layers = [(place, name) for place, name in enumerate(names) if name not in _STANDARD]

    def document(self) -> ImportedDocument:
        """The record; A204 where the text has another hash than the file says."""
        remarks = self._raw.sentences[0].remarks
        for place, sentence in enumerate(self._raw.sentences):
            if place and not self._is_gap_said:
                self._add("\n\n" if any(key.startswith("newpar") for key in sentence.remarks) else " ")
            self._take(sentence)
        text = "".join(self._parts)
        if conllu_plus.EMPTY in remarks and not any(sentence.rows for sentence in self._raw.sentences):
            text = self._unescaped(remarks[conllu_plus.EMPTY], self._raw.line)
        where = f"{self._path}:{self._raw.line}"
        limits.check_text(text, where)
        decoding.check_keepable(text, where)
        if remarks.get("sha256", sha256_of(text)) != sha256_of(text):
            raise KnownError("A204", f"{where}: the text is not the one that was written", "restore the file")
        said = {key: self._unescaped(value, self._raw.line) for key, value in remarks.items() if key in _KEPT}
        fields = Fields(said, where=where)
        status = fields.string("status")
        return ImportedDocument(
            text=text,
            where=where,
            id=fields.identifier("newdoc id") if said.get("newdoc id", "").strip() else None,
            title=fields.string("title"),
            annotator=fields.string("annotator"),
            status=status if status in STATUSES else None,
            spans=tuple(self._made(text)),
            lines=self._at,
        )

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _unescaped(self, text: str, line: int) -> str:
        try:
            return conllu_plus.unescaped(text)
        except (ValueError, OverflowError) as error:
            raise refused(self._path, line, f"an escape that is no character in {text:.60}") from error

    def _take(self, sentence: _Sentence) -> None:
        """Adds the words of a sentence, and the spans on them."""
        places: list[tuple[int, int]] = []
        rows: list[list[str]] = []
        lines: list[int] = []
        until, place = 0, (0, 0)  # of a word that stands for several: its last number, and where it is
        for number, row in enumerate(sentence.rows):
            found = _ID.fullmatch(row[self._id])
            line = sentence.line + number
            if found is None or (not found[3] and int(found[1]) != len(rows) + 1):
                raise refused(self._path, line, f"the id {row[self._id]!r:.40}, where {len(rows) + 1} should follow")
            if found[3]:
                continue  # a word that is not in the text
            if found[2]:
                until, place = int(found[2]), self._word(row, line, is_last=False)
                if not int(found[1]) <= until <= len(sentence.rows):
                    raise refused(self._path, line, f"the id {row[self._id]} spans words that are not there")
                continue
            if len(rows) + 1 > until:
                place = self._word(row, line, is_last=number + 1 == len(sentence.rows))
            places.append(place)
            rows.append(row)
            lines.append(line)
        for column, name in self._layers:
            self._layer(lines, rows, places, column, name)

    def _word(self, row: list[str], line: int, *, is_last: bool) -> tuple[int, int]:
        """Adds a word and what follows it; answers its place."""
        misc = {}
        if self._misc is not None and row[self._misc] != "_":
            misc = dict(part.partition("=")[::2] for part in row[self._misc].split("|"))
            for key in misc:
                if key not in _SPACING:
                    mapped_layers.note(self._options, f"of the column MISC only white space is read, not {key:.60}")
        self._add(self._unescaped(misc.get("SpacesBefore", ""), line))
        start = self._length
        self._add(self._unescaped(misc["Text"], line) if "Text" in misc else row[self._form])
        place = start, self._length
        self._is_gap_said = True
        if "SpacesAfter" in misc:
            self._add(self._unescaped(misc["SpacesAfter"], line))
        elif misc.get("SpaceAfter") != "No":
            self._is_gap_said = self._is_exact
            if not is_last or self._is_exact:
                self._add(" ")
            if not self._is_exact:
                mapped_layers.note(self._options, _NOTE_GUESSED)
        return place

    @property
    def _is_exact(self) -> bool:
        """Whether the file is one of ours: there, a gap of which nothing is said is one space."""
        return "sha256" in self._raw.sentences[0].remarks

    def _layer(
        self, lines: list[int], rows: list[list[str]], places: list[tuple[int, int]], column: int, name: str
    ) -> None:
        tags = [row[column] for row in rows]
        wrong = next((number for number, tag in enumerate(tags) if not _TAG.fullmatch(tag)), None)
        is_own = name.startswith(conllu_plus.PREFIX)
        if wrong is not None:
            if is_own:
                raise refused(self._path, lines[wrong], f"{tags[wrong]!r:.60} is no tag (O, B-…, I-…)")
            mapped_layers.note(
                self._options, f"the column {name:.60} holds no IOB tags throughout, and is not read there"
            )
            return
        short = name.rpartition(":")[2]
        layer = conllu_plus.layer_of(name) if is_own else mapped_layers.layer_of(short, self._options)
        plain = ["O" if tag in "_*" else tag for tag in tags]
        for label, first, last in runs(plain, self._path, lines, is_biluo=False):
            self._spans.append((layer, label, places[first][0], places[last][1], lines[first]))

    def _made(self, text: str) -> Iterator[Span]:
        if len(self._spans) > limits.SPANS:
            raise KnownError("A203", f"{self._path}:{self._raw.line}: more than {limits.SPANS:,} spans", "split it")
        number = 0
        for layer, label, begin, until, line in self._spans:
            start, end = trimmed(text, begin, until)
            if start < end:
                number += 1
                self._at[f"s{number}"] = line
                yield mapped_layers.span(f"s{number}", layer, label, ((start, end),), self._options)


_SPACING = ("SpaceAfter", "SpacesAfter", "SpacesBefore", "Text")
_KEPT = ("newdoc id", "title", "annotator", "status")
