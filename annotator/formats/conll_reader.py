"""Reads token-per-line files with IOB1, IOB2, IOBES or BILUO tags: text is rebuilt from the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.text import trimmed
from annotator.errors import KnownError
from annotator.formats import columns, decoding, limits, mapped_layers
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.core.span import Span

SENTENCES = 100  # of a file that marks no documents: as many make one
_LOOKED_AT = 200  # lines
BILUO = ("L-", "U-", "E-", "S-", "M-", "W-")  # beginnings of tags that IOB has not
BOUNDARY = "-DOCSTART-"  # before a document
_TAG = re.compile(r"O|[BILUESMW]-\S(?:.*\S)?")
_OTHER_LETTERS = {"M": "I", "W": "U"}  # BMES and BMEWO: middle and whole
NOTE_NUMBERED = "the first column numbers the words, which are in the second"
_FILLERS = ("_", "-X-", "O", "-")  # in a column that says nothing
# Phrases of the shared task of 2000, whose tags are written as those of names are: they are syntax.
_PHRASES = frozenset(("NP", "VP", "PP", "ADVP", "SBAR", "ADJP", "PRT", "CONJP", "INTJ", "LST", "UCP", "PNP"))
NOTE_REMARKS = "remarks (lines that begin with #) are not kept"
NOTE_SPACED = "the file holds words and no text: the text is the words with a space between, a sentence a line"


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One document for each `-DOCSTART-` line, or for SENTENCES sentences where there is none.

    The word is the first column (the second where the first numbers them), the tag the last; further columns of tags
    are read as well (GermEval has names within names). How tags are made is seen from them. The layer is the file's
    name where the scheme has one of that name (`events.conll`), else found by
    the labels. Raises KnownError A001, A201, A202 (with the line), A203, A206.
    """
    yield from _read(path, options, is_biluo=None)


def read_iob1(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """As `read`; tags other than IOB are refused."""
    yield from _read(path, options, is_biluo=False)


def read_biluo(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """As `read`; tags have to be BILUO or IOBES throughout."""
    yield from _read(path, options, is_biluo=True)


@dataclass(slots=True)
class _Article:
    """The sentences of one document."""

    line: int
    sentences: list[_Sentence] = field(default_factory=list)


class _Sentence(NamedTuple):
    """The lines of its words, its words, and its tags column by column."""

    lines: list[int]
    words: list[str]
    tags: list[list[str]]


class _Column(NamedTuple):
    """A column of tags, and whether they are BILUO or IOBES."""

    place: int
    is_biluo: bool


def _read(path: Path, options: Mapping[str, Any], *, is_biluo: bool | None) -> Iterator[ImportedDocument]:
    decoded = decoding.read_text(
        path, encoding=options.get("encoding"), limit=limits.TOKEN_FILE_BYTES, what="a file of tokens"
    )
    columns.say(options, decoded)
    text = decoded.text
    layer = mapped_layers.layer_of(path.stem, options)
    found = 0
    word = 1 if _is_numbered(text) else 0
    if word:
        mapped_layers.note(options, NOTE_NUMBERED)
    tagged = _tag_columns(text, options, word=word, is_biluo=is_biluo)
    for article in _articles(text, path, options, word=word, tagged=tagged):
        document = _document(article, path, layer, options, tagged)
        if document is not None:
            found += 1
            yield document
    if not found:
        raise KnownError("A202", f"{path}: holds no words", "check the file, or leave it out with --on-error skip")
    mapped_layers.note(options, NOTE_SPACED)


def _is_numbered(text: str) -> bool:
    """Whether the first of three columns or more is 1, 2, 3 … through each of the first sentences, as in GermEval's."""
    expected, rows = 1, 0
    for number, line in enumerate(_lines(text)):
        cells = _cells(line)
        if number >= _LOOKED_AT:
            break
        if not cells or not _is_row(cells):
            expected = 1
            continue
        if len(cells) < 3 or cells[0] != str(expected):
            return False
        expected += 1
        rows += 1
    return rows > 1


def _tag_columns(text: str, options: Mapping[str, Any], *, word: int, is_biluo: bool | None) -> tuple[_Column, ...]:
    """The columns that hold tags throughout: the last one first, then those before it; others are named."""
    values: list[set[str]] = []
    first = next((cells for cells in map(_cells, _lines(text)) if _is_row(cells) and cells[0] != BOUNDARY), [])
    if len(first) == word + 2:
        found_biluo = re.search(rf"[ \t](?:{'|'.join(BILUO)})\S+[ \t\r]*$", text, re.MULTILINE) is not None
        return (_Column(word + 1, found_biluo if is_biluo is None else is_biluo),)
    for line in _lines(text):
        cells = _cells(line)
        if cells and not cells[0].startswith(BOUNDARY) and _is_row(cells):
            values = values or [set() for _ in cells]
            for place in range(word + 1, min(len(cells), len(values))):
                values[place].add(cells[place])
    found: list[_Column] = []
    for place in range(len(values) - 1, word, -1):
        is_last = place == len(values) - 1
        if not is_last and not _are_labels(values[place]):
            if not values[place] <= {*_FILLERS}:
                shown = min(values[place] - {*_FILLERS})
                mapped_layers.note(options, f"a column between word and tag is not read: {place + 1} (“{shown:.20}”)")
            continue
        is_any_biluo = any(tag[:2] in BILUO for tag in values[place])
        found.append(_Column(place, is_any_biluo if is_biluo is None else is_biluo))
    return tuple(found)


def _are_labels(tags: set[str]) -> bool:
    """Whether the values of a column are tags throughout, some of them of something, and not of phrases alone."""
    if not all(map(is_tag, tags)):
        return False
    labels = {tag.partition("-")[2] for tag in tags if tag != "O"}
    return bool(labels) and not labels <= _PHRASES


def _articles(
    text: str, path: Path, options: Mapping[str, Any], *, word: int, tagged: tuple[_Column, ...]
) -> Iterator[_Article]:
    is_marked = text.startswith(BOUNDARY) or f"\n{BOUNDARY}" in text
    article = _Article(1)
    sentence: _Sentence | None = None
    width = 0
    for number, line in enumerate(_lines(text), start=1):
        cells = _cells(line)
        if not cells or cells[0].startswith(BOUNDARY):
            if sentence is not None:
                article.sentences.append(sentence)
                sentence = None
            is_full = bool(cells) if is_marked else len(article.sentences) >= SENTENCES
            if is_full:
                if article.sentences:
                    yield article
                article = _Article(number)
            continue
        if not _is_row(cells):
            _pass_remark(line, path, number, options)
            continue
        if width not in (0, len(cells)):
            raise refused(path, number, f"{len(cells)} columns, where the lines before have {width}")
        width = len(cells)
        if sentence is None:
            sentence = _Sentence([], [], [[] for _ in tagged])
        sentence.lines.append(number)
        sentence.words.append(cells[word])
        for column, tags in zip(tagged, sentence.tags, strict=True):
            tags.append(cells[column.place])
    if sentence is not None:
        article.sentences.append(sentence)
    if article.sentences:
        yield article


def _pass_remark(line: str, path: Path, number: int, options: Mapping[str, Any]) -> None:
    """Tells of a remark; refuses any other line that is no row."""
    if not line.startswith("#"):
        raise refused(path, number, f"{line.strip():.80} is no word with a tag (O, B-…, I-…)")
    mapped_layers.note(options, NOTE_REMARKS)


def _lines(text: str) -> Iterator[str]:
    """Lines at line feeds alone: U+2028 and the like stand inside of words."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end].rstrip("\r")
        start = end + 1


def _cells(line: str) -> list[str]:
    if "\t" in line:
        cells = [cell.strip(" ") for cell in line.strip(" \t").split("\t")]
        return cells if any(cells) else []
    return [cell for cell in line.split(" ") if cell]


def is_tag(text: str) -> bool:
    """Whether it is `O` or a prefix of IOB, IOBES or BILUO with a label."""
    return _TAG.fullmatch(text) is not None


def _is_row(cells: list[str]) -> bool:
    return len(cells) > 1 and bool(cells[0]) and is_tag(cells[-1])


def _document(
    article: _Article, path: Path, layer: str, options: Mapping[str, Any], tagged: tuple[_Column, ...]
) -> ImportedDocument | None:
    lines: list[str] = []
    spans: list[tuple[Span, int]] = []
    offset = 0
    for numbers, words, rows in article.sentences:
        starts = []
        for word in words:
            starts.append(offset)
            offset += len(word) + 1
        lines.append(" ".join(words))
        for column, tags in zip(tagged, rows, strict=True):
            for label, first, last in runs(tags, path, numbers, is_biluo=column.is_biluo):
                place = ((starts[first], starts[last] + len(words[last])),)
                spans.append((mapped_layers.span("", layer, label, place, options), numbers[first]))
    text = "\n".join(lines)
    where = f"{path}:{article.line}"
    limits.check_text(text, where)
    if len(spans) > limits.SPANS:
        raise KnownError("A203", f"{where}: {len(spans):,} spans, at most {limits.SPANS:,} are taken", "split it")
    kept: list[Span] = []
    at: dict[str, int] = {}
    for one, line in spans:
        start, end = trimmed(text, one.start, one.end)
        if start == end:
            mapped_layers.note(options, "labels on words of white space alone are left out")
            continue
        kept.append(mapped_layers.span(f"s{len(kept) + 1}", layer, one.label, ((start, end),), options))
        at[kept[-1].id] = line
    return ImportedDocument(text=text, where=where, spans=tuple(kept), lines=at) if text.strip() else None


def runs(tags: list[str], path: Path | str, lines: Sequence[int], *, is_biluo: bool) -> Iterator[tuple[str, int, int]]:
    """(label, first, last) of each entity of a sentence, both words included; A202 for tags that cannot follow.

    `lines` are those of its words in the file.
    """
    label, first = "", -1
    for place, tag in enumerate(tags):
        prefix, _, name = tag.partition("-")
        prefix = _OTHER_LETTERS.get(prefix, prefix)
        goes_on = first >= 0 and prefix in "ILE" and name == label and tag != "O"
        if is_biluo:
            _check_biluo(tag, prefix, is_open=first >= 0, goes_on=goes_on, path=path, line=lines[place])
        elif prefix in "LUES":
            raise refused(path, lines[place], f"the tag {tag!r:.60} is not IOB")
        if goes_on:
            if prefix in "LE":
                yield label, first, place
                first = -1
            continue
        if first >= 0:
            yield label, first, place - 1
            first = -1
        if prefix in "US":
            yield name, place, place
        elif tag != "O":
            label, first = name, place
    if first >= 0:
        if is_biluo:
            raise refused(path, lines[-1], f"the sentence ends within {label!r:.60}, which has no L- or E-")
        yield label, first, len(tags) - 1


def _check_biluo(tag: str, prefix: str, *, is_open: bool, goes_on: bool, path: Path | str, line: int) -> None:
    """Refuses what IOB could stand: there, a wrong tag only moves a border; here it shows a damaged file."""
    if is_open != goes_on or (prefix in "ILE" and not goes_on):
        raise refused(path, line, f"the tag {tag!r:.60} does not follow from the one before")


def refused(path: Path | str, line: int, why: str) -> KnownError:
    """The error for a line of a file of tokens."""
    return KnownError("A202", f"{path}:{line}: {why}", "mend this line, or leave the file out with --on-error skip")
