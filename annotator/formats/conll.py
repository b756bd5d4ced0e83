"""CoNLL-2002 and CoNLL-2003: one token a line with its tag (IOB2, IOB1 or BILUO), one file a layer."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from operator import add
from typing import TYPE_CHECKING, Any

from annotator.errors import BugError, KnownError
from annotator.formats import carrying, output
from annotator.formats.conll_reader import BOUNDARY
from annotator.formats.records import Carried, ExportedDocument, ExportOptions, Written
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from annotator.formats.carrying import Placed

_STAND_IN = "_"


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a line is made: what stands between word and tag, the line that begins a document, and the tags."""

    between: str
    boundary: str
    tags: Callable[[list[str], list[Placed], set[int]], None]


def _iob2(tags: list[str], placed: list[Placed], _ends: set[int]) -> None:
    for first, last, span in placed:
        tags[first:last] = [f"I-{span.label}\n"] * (last - first)
        tags[first] = f"B-{span.label}\n"


def _iob1(tags: list[str], placed: list[Placed], ends: set[int]) -> None:
    """`B-` only where a span of the same label ends right before, in the same sentence."""
    before = ("", -1)
    for first, last, span in placed:
        tags[first:last] = [f"I-{span.label}\n"] * (last - first)
        if before == (span.label, first) and first not in ends:
            tags[first] = f"B-{span.label}\n"
        before = (span.label, last)


def _biluo(tags: list[str], placed: list[Placed], _ends: set[int]) -> None:
    for first, last, span in placed:
        tags[first:last] = [f"I-{span.label}\n"] * (last - first)
        tags[first] = f"{'B' if last - first > 1 else 'U'}-{span.label}\n"
        if last - first > 1:
            tags[last - 1] = f"L-{span.label}\n"


# spaCy's converter knows documents by exactly the second of these boundary lines.
_DIALECT_2002 = _Dialect(" ", f"{BOUNDARY} O", _iob2)
_DIALECT_2003 = _Dialect(" -X- O ", f"{BOUNDARY} -X- O O", _iob2)
_DIALECT_2003_IOB1 = _Dialect(" -X- O ", f"{BOUNDARY} -X- O O", _iob1)
_DIALECT_BILUO = _Dialect(" ", f"{BOUNDARY} O", _biluo)


def write_2002(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One file a layer in the folder `out`, each line a token and its tag."""
    return _write(documents, out, options, _DIALECT_2002)


def write_2003(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One file a layer in the folder `out`, each line a token, two placeholders and its tag."""
    return _write(documents, out, options, _DIALECT_2003)


def write_2003_iob1(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """As `write_2003`, with the tags of the shared task itself: `B-` only between two spans of one label."""
    return _write(documents, out, options, _DIALECT_2003_IOB1)


def write_biluo(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One file a layer in the folder `out`, each line a token and its BILUO tag."""
    return _write(documents, out, options, _DIALECT_BILUO)


@dataclass(slots=True)
class _Run:
    """What one export has met so far."""

    listed: Spooled
    stand_ins: int = 0
    undone: int = 0
    left_out: carrying.TagsAlone = field(default_factory=carrying.TagsAlone)


def _write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions, dialect: _Dialect) -> Written:
    output.folder(out)
    run = _Run(Spooled(out))
    layers = carrying.layers_of(options)
    with ExitStack() as stack:
        files = {layer: stack.enter_context(output.text_file(_path(out, layer))) for layer in layers}
        for document in documents:
            words, stand_ins = _words(document)
            run.stand_ins += stand_ins
            run.undone += document.status != "done"
            run.left_out.take(document)
            _write_document(document, words, files, dialect, run)
    return Written(tuple(_path(out, layer) for layer in layers), run.listed, _notes(run))


def _write_document(
    document: ExportedDocument, words: list[str], files: dict[str, TextIO], dialect: _Dialect, run: _Run
) -> None:
    placed = {}
    for layer, spans in carrying.by_layer(document, files).items():
        if layer not in files:
            raise BugError(f"spans of layer {layer!r} reached an export of {', '.join(files)}")
        placed[layer] = _carried(document, spans, run)
    ends = _sentence_ends(document, placed.values())
    heads = [word + dialect.between for word in words]
    for layer, file in files.items():
        tags = ["O\n"] * len(words)
        dialect.tags(tags, placed[layer], ends)
        for end in ends:
            tags[end - 1] += "\n"
        file.write(f"{dialect.boundary}\n\n")
        file.write("".join(map(add, heads, tags)))


def _carried(document: ExportedDocument, spans: list[Any], run: _Run) -> list[Placed]:
    """The spans of one layer that the file can hold; the others are added to the list."""
    if not spans:
        return []
    placed, off = carrying.on_tokens(document, spans)
    named = [one for one in placed if not carrying.BLANK.search(one.span.label)]
    unnamed = [
        carrying.listed(document, one.span, "the label holds white space")
        for one in placed
        if carrying.BLANK.search(one.span.label)
    ]
    kept, covered = carrying.without_overlap(document, named)
    run.listed += [*off, *unnamed, *covered]
    return kept


def _sentence_ends(document: ExportedDocument, layers: Iterable[list[Placed]]) -> set[int]:
    """Token indexes at which a sentence ends, but for those inside a carried span of any layer; alike in all files."""
    total = len(document.tokens)
    ends = {last for _, last in document.sentences if 0 < last < total}
    if total:
        ends.add(total)
    for placed in layers:
        for first, last, _ in placed:
            if last - first > 1:
                ends.difference_update(range(first + 1, last))
    return ends


def _words(document: ExportedDocument) -> tuple[list[str], int]:
    """The tokens as they stand in the file, and how many of them needed a stand-in for white space."""
    text = document.text
    words = [text[start:end] for start, end in document.tokens.ranges]
    together = "".join(words)
    if not carrying.BLANK.search(together) and BOUNDARY not in together:
        return words, 0
    written = [_word(word) for word in words]
    return written, sum(one != other for one, other in zip(words, written, strict=True))


def _word(word: str) -> str:
    """A token as one column: no white space, and never the line that begins a document."""
    clean = carrying.BLANK.sub(_STAND_IN, word)
    return _STAND_IN + clean[1:] if clean.startswith(BOUNDARY) else clean


def _notes(run: _Run) -> tuple[str, ...]:
    notes = []
    if run.stand_ins:
        notes.append(
            f"1 token has “_” where the text has white space, or where “{BOUNDARY}” begins"
            if run.stand_ins == 1
            else f"{run.stand_ins} tokens have “_” where the text has white space, or where “{BOUNDARY}” begins"
        )
    if run.undone:
        notes.append(
            "1 document is not done: an O in it may be undecided (--only-done leaves it out)"
            if run.undone == 1
            else f"{run.undone} documents are not done: an O in them may be undecided (--only-done leaves them out)"
        )
    return (*notes, *run.left_out.notes())


def _path(out: Path, layer: str) -> Path:
    return out / f"{layer}.conll"


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """The spans of the files as spaCy's tag functions, which take all these tags, read them on the tokens exported."""
    if options.documents is None:
        raise BugError("CoNLL holds neither text nor offsets: reading it back needs the documents")
    for layer in carrying.layers_of(options):
        read = _documents(out, layer, options)
        for document in options.documents():
            found = next(read, None)
            if found is None:
                raise _differs(out, layer, f"it ends before document {document.id}")
            yield from _spans(document, layer, found, out)
        if next(read, None) is not None:
            raise _differs(out, layer, "it holds more documents than were written")


def _spans(document: ExportedDocument, layer: str, found: dict[str, Any], out: Path) -> Iterator[Carried]:
    """What was read of one document, placed on its tokens, which must be the words of the file."""
    tokens, text = document.tokens, document.text
    words = found["words"]
    same = len(words) == len(tokens) and all(
        _is_written_so(text[start:end], word) for (start, end), word in zip(tokens.ranges, words, strict=True)
    )
    if not same:
        raise _differs(out, layer, f"its words are not the tokens of document {document.id}")
    for label, first, last in found["entities"]:
        yield Carried(document.id, layer, label, ((tokens.starts[first], tokens.ends[last - 1]),))


def _is_written_so(token: str, word: str) -> bool:
    """Whether the word is the token, but for stand-ins in the places that need one."""
    if token == word:
        return True
    is_boundary = token.startswith(BOUNDARY) and word[:1] == _STAND_IN
    return len(token) == len(word) and all(
        one == other or (other == _STAND_IN and carrying.BLANK.match(one) is not None)
        for one, other in zip(token[is_boundary:], word[is_boundary:], strict=True)
    )


def _differs(out: Path, layer: str, why: str) -> KnownError:
    return KnownError("A602", f"{_path(out, layer)}, read back: {why}", "do not use this file; please report this")


def _documents(out: Path, layer: str, options: ExportOptions) -> Iterator[dict[str, Any]]:
    """The documents of one file as spaCy's tag functions read them: words, and entities as [label, first, last)."""
    path = _path(out, layer).resolve()
    if options.call_worker is None:
        raise BugError("reading CoNLL back needs the worker")
    offset: int | None = 0
    while offset is not None:
        answer = options.call_worker("read_conll", {"path": str(path), "offset": offset})
        yield from answer["documents"]
        offset = answer["next"]
