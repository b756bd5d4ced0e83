"""Which format a file is in, told by what stands in it; its extension decides only where the content leaves it open."""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from annotator.formats import limits
from annotator.formats.file_names import INDEX

if TYPE_CHECKING:
    from pathlib import Path

HEAD_BYTES = 1 << 18  # of a file that are looked at
LIST_BYTES = 1 << 22  # of a list, where those do not tell
_WEAK: tuple[tuple[str, ...], ...] = ((), ("jsonl",), ("doccano", "jsonl"))  # what further keys could overrule
# Extensions that say nothing by themselves: files of many kinds bear them.
OPEN_EXTENSIONS = (".json", ".json1", ".xml", ".index", ".zip", ".train", ".dev", ".test", ".testa", ".testb", ".bio",
                   ".bio2", ".bmes", ".ner", "")  # fmt: skip

TAGGED = ("conll2002", "conll2003", "conll2003-iob1", "biluo", "conllu-plus")
_MAGIC: tuple[tuple[bytes, tuple[str, ...]], ...] = (
    (b"%PDF-", ("pdf",)),
    (b"PAR1", ("parquet",)),
)
_MARKUP: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"<xmi:XMI\b|http:///uima/"), ("cas-xmi",)),
    (re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE), ("html",)),
)
# Keys of JSON objects. In a string of the file a quote has a backslash before it, so these are keys indeed.
_KEYS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), names)
    for pattern, names in (
        (r'(?<!\\)"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:', ("cas-json",)),
        (r'(?<!\\)"(?:_task_hash|_input_hash|_view_id|_session_id|token_start)"\s*:', ("prodigy",)),
        (r'(?<!\\)"answer"\s*:\s*"(?:accept|reject|ignore)"', ("prodigy",)),
        (r'(?<!\\)"(?:to_name|was_cancelled|model_version)"\s*:', ("labelstudio",)),
        (r'(?<!\\)"data"\s*:\s*\{', ("labelstudio",)),
        (r'(?<!\\)"(?:start_offset|end_offset)"\s*:', ("doccano",)),
        (r'(?<!\\)"(?:label|labels|entities)"\s*:\s*\[\s*\[\s*-?\d', ("doccano",)),
        (r'(?<!\\)"(?:entities|ents)"\s*:\s*\[\s*\{[^{}\[\]]*"start"\s*:\s*\d', ("doccano",)),
        (r'(?<!\\)"(?:head_span|child_span)"\s*:\s*\{|"head"\s*:\s*\d+\s*,\s*"child"\s*:\s*\d', ("prodigy",)),
    )
)
REPORT = "report.json"  # what an export leaves that tells of itself
_REPORT = re.compile(r'^\{\s*"format"\s*:\s*"[^"]*",\s*"source"\s*:')  # report.json, as an export leaves it
_UNFINISHED = re.compile(
    r'^\{\s*"format"\s*:\s*"([^"]*)",\s*"source"\s*:\s*"(?:[^"\\]|\\.)*",\s*"finished"\s*:\s*false'
)
_INDEX = re.compile(r'^\{"file": "(?:[^"\\]|\\.)*", "id": "')  # an export's index; its remarks have a "text"
# Pairs of a text and its annotations, in a list or one a line; documents of tokens. Both are spaCy's.
_PAIR = re.compile(r'\[\s*(?:\[\s*)?"(?:[^"\\]|\\.)*+"\s*,\s*\{\s*"(?:entities|spans|cats|words|tags|heads|links)"')
_PARAGRAPHS = re.compile(r'(?<!\\)"paragraphs"\s*:\s*\[\s*\{')
_TAGGED = re.compile(r'(?<!\\)"(?:tokens|words)"\s*:\s*\[\s*"')
_TAG_LISTS = re.compile(r'(?<!\\)"\w*(?:tags|labels|ner)"\s*:\s*\[\s*["\d]')
_SHORT_REGIONS = re.compile(r'(?<!\\)"labels"\s*:\s*\[\s*"')
_NATIVE = re.compile(r'(?<!\\)"(?:text|tekst|body|content|artikel|article|inhoud|bericht|full_?text)"\s*:')
_ANY_SPANS = re.compile(r'(?<!\\)"(?:label|labels)"\s*:\s*\[\s*\]')
_BRAT_LINE = re.compile(r"(?:T\S+\t\S+ \d+ \d+[ \d;]*(?:\t.*)?|[EARMN]\S+\t\S.*|\*\t\S.*|#\S*\t\S.*)")
_TAG = re.compile(r"(?:O|[BIESLUMW]-\S+|[BI])")
_COLUMNS = re.compile(r"(?:#[^\n]*\n)*# ?global\.columns")
_CONLLU = re.compile(r"\d+(?:-\d+|\.\d+)?(?:\t[^\t]+){9}")


def recognise(path: Path) -> tuple[str, ...]:
    """The names of the formats that the file may be in, likeliest first; empty where nothing tells.

    KnownError A001 where the file cannot be read. Names of formats that no one reads may be among them.
    """
    try:
        with path.open("rb") as handle:
            head = handle.read(HEAD_BYTES)
    except OSError as error:
        raise limits.unreadable(path, error) from error
    for magic, names in _MAGIC:
        if head.startswith(magic):
            return names
    if head.startswith(b"PK\x03\x04"):
        return ("docx",) if b"word/" in head else ()
    if path.suffix == ".spacy" and head[:1] == b"\x78" and _is_deflated(head):
        return ("spacy",)
    text = head.removeprefix(BOM_UTF8).decode("utf-8", "replace")
    if path.name == INDEX and _INDEX.match(text):
        return ()
    names = _of_text(text, is_whole=len(head) < HEAD_BYTES)
    if len(head) < HEAD_BYTES or names not in _WEAK or not text.lstrip().startswith(("{", "[")):
        return names
    return _of_json(_first_of(path).lstrip()) or names


def _first_of(path: Path) -> str:
    """The first line of JSONL whole, however long its article is; of a list, as much as one element may have."""
    try:
        with path.open("rb") as handle:
            line = handle.readline(limits.JSONL_LINE_BYTES)
            is_object = line.removeprefix(BOM_UTF8).lstrip().startswith(b"{") and line.rstrip().endswith(b"}")
            data = line if is_object else (line + handle.read(max(0, LIST_BYTES - len(line))))[:LIST_BYTES]
    except OSError as error:
        raise limits.unreadable(path, error) from error
    return data.removeprefix(BOM_UTF8).decode("utf-8", "replace")


def is_report(path: Path) -> bool:
    """Whether it is the report that an export leaves beside its files; KnownError A001 where it cannot be read."""
    if path.name != REPORT:
        return False
    try:
        with path.open("rb") as handle:
            head = handle.read(1 << 12)
    except OSError as error:
        raise limits.unreadable(path, error) from error
    return _REPORT.search(head.decode("utf-8", "replace").lstrip()) is not None


def broken_off(path: Path) -> str:
    """The format of an export into the folder of this file that was never finished, as its report says; else ""."""
    for folder in (path.parent, path.parent.parent):  # splits may be folders of parts
        try:
            with (folder / REPORT).open("rb") as handle:
                head = handle.read(1 << 12).decode("utf-8", "replace")
        except OSError:
            continue
        found = _UNFINISHED.search(head.lstrip())
        return found[1] if found else ""
    return ""


def _is_deflated(head: bytes) -> bool:
    try:
        zlib.decompressobj().decompress(head, 1 << 10)
    except zlib.error:
        return False
    return True


def _of_text(text: str, *, is_whole: bool) -> tuple[str, ...]:
    start = text.lstrip()
    if start.startswith("#FORMAT=WebAnno TSV"):
        return ("webanno-tsv",)
    if _COLUMNS.match(start):
        return ("conllu-plus",)
    if start.startswith("<"):
        return next((names for pattern, names in _MARKUP if pattern.search(start, 0, 1 << 14)), ())
    if start.startswith(("{", "[")):
        return _of_json(start)
    lines = text.split("\n")
    return _of_lines(lines if is_whole else lines[:-1])


def _of_json(text: str) -> tuple[str, ...]:
    if _PAIR.match(text):
        return ("spacy-json",)
    if text.startswith("[") and not text[1:].lstrip().startswith(("{", "]")):
        return ()
    if _REPORT.search(text, 0, 1 << 12):
        return ()
    for pattern, names in _KEYS:
        if pattern.search(text):
            return names
    if text.startswith("[") and _SHORT_REGIONS.search(text):
        return ("labelstudio",)
    if _PARAGRAPHS.search(text):
        return ("spacy-json",)
    first, line_end, _ = text.partition("\n")
    if not text.startswith("{") or (line_end and not first.rstrip().endswith("}")):
        return ()  # an object of several lines, such as our own report.json: no JSONL
    if _ANY_SPANS.search(text):
        return ("doccano", "jsonl")
    if _TAGGED.search(text) and _TAG_LISTS.search(text) and not _NATIVE.search(text):
        return ("jsonl",)  # a data set of words with their tags
    return ("jsonl",) if _NATIVE.search(text) else ()


def _of_lines(lines: list[str]) -> tuple[str, ...]:
    """Formats of one annotation or one token a line: nearly every line has to be one."""
    full = [line.rstrip("\r") for line in lines[:2000] if line.strip()]
    if not full:
        return ()
    if all(_BRAT_LINE.fullmatch(line) for line in full):
        return ("brat",)
    tokens = [line for line in full if not line.startswith(("#", "-DOCSTART-"))]
    if tokens and all(_CONLLU.fullmatch(line) for line in tokens):
        return ("conllu-plus",)
    columns = [line.split() for line in tokens]
    tagged = sum(len(cells) > 1 and _TAG.fullmatch(cells[-1]) is not None for cells in columns)
    if len(tokens) >= 3 and tagged == len(tokens) and len({len(cells) for cells in columns}) <= 2:
        return TAGGED
    return ()
