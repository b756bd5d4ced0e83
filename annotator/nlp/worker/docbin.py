"""spaCy's DocBin files: written from documents with spans by code points, and read back as the same."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.nlp.worker.aligned import doc_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, DocBin
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

ENTS = "ents"
MAX_FILE_BYTES = 512 * 1024 * 1024
MAX_INFLATED_BYTES = 2 * 1024 * 1024 * 1024
MAX_RATIO = 200  # of what a file inflates to; one sentence repeated a million times stays below 150
RATIO_FREE_BYTES = 4 * 1024 * 1024  # so small that any ratio is harmless
PAGE_CHARACTERS = 250_000  # of text in one answer of `read_docbin`
# Text and spans alone: what spaCy adds by default is empty here, and would be taken for annotation.
ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE")
UNSCANNED_BYTES = 32 * 1024 * 1024  # inflated: what is smaller fills no memory, whatever stands in it
MAX_LOOSE_BYTES = 32 * 1024 * 1024  # of what is neither a text nor an array of numbers: a byte of it may take 64
_CHUNK = 1024 * 1024
# What spaCy and NumPy say of bytes that are none of theirs.
_NO_DOC = (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError, MemoryError)


@dataclass(slots=True)
class _Open:
    """A file that is being put together, request by request."""

    docbin: DocBin
    vocab: Vocab
    documents: int = 0
    written: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """A file that is being read, page by page: its Docs are made as they are asked for."""

    key: tuple[str, int, int]  # path, size, time
    docs: Iterator[Doc]
    waiting: Doc | None  # the next one; None at the end
    offset: int = 0  # its number

    def next(self) -> Doc | None:
        """Takes the Doc that waits; KnownError A202 where the one after it cannot be made."""
        doc = self.waiting
        self.waiting = _made(Path(self.key[0]), self.docs)
        self.offset += 1
        return doc


_OPEN: dict[str, _Open] = {}
_READ: list[_Reading] = []  # the one going on, if any


def write_docbin(payload: Mapping[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: writes documents to a DocBin file, in one request or in several.

    Takes path; documents [{id, text, tokens [[start, end]], ents [[start, end, label]] or null for
    "not annotated", spans {group: [[start, end, label]]}, missing [[start, end]] (unknown, not "no
    entity")}]; offset (documents of earlier requests for this path, 0 by default) and is_last (true by
    default): the file is written, by replacing, with the last request. Answers {path, documents,
    written {ents or group: count}, sizes {ents or group: lengths of its spans in tokens}, unaligned
    [[id, ents or group, start, end, label, reason]], bytes}.
    A span is never moved: one that does not sit on tokens, has white space at its edge or overlaps
    another of ents is left out and listed. Raises KnownError A002, and A501 where an earlier part is lost.
    """
    path, offset = str(payload["path"]), int(payload.get("offset", 0))
    opened = _opened(path, offset)
    unaligned: list[list[Any]] = []
    for index, value in enumerate(payload["documents"], start=1):
        doc = _doc_with_spans(value, opened, unaligned)
        opened.docbin.add(doc)
        report(index, len(payload["documents"]))
    opened.documents += len(payload["documents"])
    size = 0
    if payload.get("is_last", True):
        del _OPEN[path]
        size = _replace(Path(path), opened.docbin.to_bytes())
    return {
        "path": path,
        "documents": opened.documents,
        "written": dict(opened.written),
        "sizes": {group: sorted(lengths) for group, lengths in opened.sizes.items()},
        "unaligned": unaligned,
        "bytes": size,
    }


def read_docbin(payload: Mapping[str, Any], _report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: reads a DocBin file with spaCy alone, in pages.

    Takes path and offset (the first document wanted, 0 by default); answers documents [{text, tokens,
    ents, spans, missing}] as `write_docbin` takes them (ents null where no token has a value) and next,
    the offset of the next page or null. Raises KnownError A001, A202, A203.
    """
    path, offset = Path(payload["path"]), int(payload.get("offset", 0))
    reading = _reading(path, offset)
    documents: list[dict[str, Any]] = []
    characters = 0
    while reading.waiting is not None:
        value = _read_value(path, reading.waiting)
        if documents and characters + len(value["text"]) > PAGE_CHARACTERS:
            return {"documents": documents, "next": reading.offset}
        documents.append(value)
        characters += len(value["text"])
        reading.next()
    _READ.clear()
    return {"documents": documents, "next": None}


def _opened(path: str, offset: int) -> _Open:
    from spacy.tokens import DocBin  # lazy: only the worker's tasks need spaCy
    from spacy.vocab import Vocab  # lazy: as above

    if offset == 0:
        _OPEN[path] = _Open(DocBin(attrs=ATTRIBUTES, store_user_data=False), Vocab())
    opened = _OPEN.get(path)
    if opened is None or opened.documents != offset:
        # Never a file that lacks what a worker took with it when it died.
        raise KnownError("A501", f"the worker lost a part of {path}", "export again")
    return opened


def _doc_with_spans(value: Mapping[str, Any], opened: _Open, unaligned: list[list[Any]]) -> Doc:
    text = value["text"]
    doc = doc_of(opened.vocab, text, value["tokens"])

    def place(group: str, spans: Iterable[Sequence[Any]], *, is_flat: bool) -> list[SpacySpan]:
        placed: list[SpacySpan] = []
        taken: set[int] = set()
        for start, end, label in spans:
            span, reason = _span(doc, text, start, end, label)
            if span is not None and is_flat and taken.intersection(range(span.start, span.end)):
                span, reason = None, "it overlaps another entity"
            if span is None:
                unaligned.append([value.get("id", ""), group, start, end, label, reason])
                continue
            taken.update(range(span.start, span.end))
            placed.append(span)
        opened.written[group] = opened.written.get(group, 0) + len(placed)
        opened.sizes.setdefault(group, set()).update(len(span) for span in placed)
        return placed

    if value.get(ENTS) is not None:
        ents = place(ENTS, value[ENTS], is_flat=True)
        taken = {index for span in ents for index in range(span.start, span.end)}
        missing = [one for start, end in value.get("missing", ()) for one in _around(doc, start, end, taken)]
        doc.set_ents(ents, missing=missing, default="outside")
    for group, spans in (value.get("spans") or {}).items():
        doc.spans[group] = place(group, spans, is_flat=False)
    return doc


def _span(doc: Doc, text: str, start: int, end: int, label: str) -> tuple[SpacySpan | None, str]:
    """The span on the tokens of exactly [start, end), or None and why there is none; `doc.text` is put together
    anew each time it is asked for, so the text comes along."""
    if not 0 <= start < end <= len(text):
        return None, "it is empty or out of range"
    if text[start].isspace() or text[end - 1].isspace():
        return None, "it begins or ends with white space"
    return doc.char_span(start, end, label=label), "it does not sit on token edges"


def _around(doc: Doc, start: int, end: int, taken: set[int]) -> Iterator[SpacySpan]:
    """Token by token what [start, end) touches and no entity holds."""
    span = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    for token in span or ():
        if token.i not in taken:
            yield doc[token.i : token.i + 1]


def _replace(path: Path, data: bytes) -> int:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")  # there may be other workers at it
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise KnownError("A002", f"{path}: {error.strerror or error}", "choose another place") from error
    return len(data)


def _reading(path: Path, offset: int) -> _Reading:
    """The file, where the document `offset` waits: the reading that stopped there, else one from the start."""
    try:
        facts = path.stat()
        key = (str(path), facts.st_size, facts.st_mtime_ns)
        if _READ and (_READ[0].key, _READ[0].offset) == (key, offset):
            return _READ[0]
        _READ.clear()  # before the next one is opened
        if facts.st_size > MAX_FILE_BYTES:
            raise _too_large(path, MAX_FILE_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise KnownError("A001", f"{path}: {error.strerror or error}", "check the path") from error
    if _check_inflated(path, data) > UNSCANNED_BYTES:
        _check_parts(path, zlib.decompress(data))
    docs = _all_docs(data)
    del data
    reading = _Reading(key, docs, _made(path, docs))
    while reading.offset < offset and reading.waiting is not None:
        reading.next()
    _READ.append(reading)
    return reading


def _all_docs(data: bytes) -> Iterator[Doc]:
    from spacy.tokens import DocBin  # lazy: as above
    from spacy.vocab import Vocab  # lazy: as above

    docbin = DocBin(store_user_data=False).from_bytes(data)
    del data
    yield from docbin.get_docs(Vocab())


def _made(path: Path, docs: Iterator[Doc]) -> Doc | None:
    """The next Doc, None at the end; KnownError A202 where spaCy cannot make it."""
    try:
        return next(docs, None)
    except _NO_DOC as error:
        raise _no_docbin(path, f"{type(error).__name__}: {error}"[:200]) from error


def _read_value(path: Path, doc: Doc) -> dict[str, Any]:
    """What is in a Doc; spaCy looks for its spans and labels only as they are asked for (KnownError A202)."""
    try:
        return _value_of(doc)
    except _NO_DOC as error:
        raise _no_docbin(path, f"{type(error).__name__}: {error}"[:200]) from error


def _check_inflated(path: Path, data: bytes) -> int:
    """Inflates once, keeping nothing, so that a small file cannot fill the memory; bytes inflated."""
    inflater = zlib.decompressobj()
    total = 0
    limit = min(MAX_INFLATED_BYTES, max(RATIO_FREE_BYTES, MAX_RATIO * len(data)))
    try:
        while data and not inflater.eof:
            total += len(inflater.decompress(data, _CHUNK))
            data = inflater.unconsumed_tail
            if total > limit:
                raise KnownError("A203", f"{path} inflates to more than {limit:,} bytes", "split the corpus")
    except zlib.error as error:
        raise _no_docbin(path, str(error)) from error
    if not inflater.eof or inflater.unused_data:
        raise _no_docbin(path, "it is cut off, or goes on after its end")
    return total


def _check_parts(path: Path, data: bytes) -> None:
    """Looks through the inflated file without making anything of it: lists of nothing take many times their bytes."""
    from srsly import msgpack  # lazy: only the worker's tasks need spaCy, which brings it

    parts = msgpack.Unpacker(max_buffer_size=len(data))
    parts.feed(data)
    loose = 0
    try:
        for _ in range(parts.read_map_header()):
            parts.skip()  # its name
            is_list = data[parts.tell()] & 0xF0 == 0x90 or data[parts.tell()] in (0xDC, 0xDD)
            for _ in range(parts.read_array_header() if is_list else 1):
                begin = parts.tell()
                parts.skip()
                loose += 1 if _is_one_piece(data[begin]) else parts.tell() - begin + 1
                if loose > MAX_LOOSE_BYTES:
                    raise KnownError("A203", f"{path}: holds too many small things", "split the corpus")
    except (msgpack.UnpackException, ValueError, IndexError) as error:
        raise _no_docbin(path, f"{type(error).__name__}: {error}"[:200]) from error


def _is_one_piece(kind: int) -> bool:
    """Whether MessagePack's type byte announces a string or bytes."""
    return 0xA0 <= kind <= 0xBF or kind in (0xC4, 0xC5, 0xC6, 0xD9, 0xDA, 0xDB)


def _value_of(doc: Doc) -> dict[str, Any]:
    # A bare vocabulary has no lexical flags: token.is_space would always be false.
    return {
        "text": doc.text,
        "tokens": [[token.idx, token.idx + len(token.text)] for token in doc if not token.text.isspace()],
        ENTS: [_ends(span) for span in doc.ents] if doc.has_annotation("ENT_IOB") else None,
        "spans": {group: [_ends(span) for span in spans] for group, spans in doc.spans.items()},
        "missing": [
            [token.idx, token.idx + len(token.text)] for token in doc if token.ent_iob == 0 and not token.text.isspace()
        ],
    }


def _ends(span: SpacySpan) -> list[Any]:
    return [span.start_char, span.end_char, span.label_]


def _too_large(path: Path, limit: int) -> KnownError:
    return KnownError("A203", f"{path} is larger than {limit:,} bytes", "split the corpus")


def _no_docbin(path: Path, why: str) -> KnownError:
    return KnownError("A202", f"{path} is no DocBin: {why}", "check the file")
