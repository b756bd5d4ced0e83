"""Writes CoNLL-U Plus: a row a token and a column a layer, with all that is needed to have the text back as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.formats import carrying, mapped_layers, output
from annotator.formats.records import Written
from annotator.formats.spooled import Spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.text import Fragment
    from annotator.formats.carrying import Placed
    from annotator.formats.records import ExportedDocument, ExportOptions

PREFIX = "ANNOTATOR:"
EMPTY = "annotator_text"  # the text of a document without tokens
_SIGNS = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", "|": "\\p"}
_NAMED = {sign[1]: character for character, sign in _SIGNS.items()}
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(.))", re.DOTALL)
_PLAIN = re.compile("[A-Y]+")


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """All documents in the file `out`; of overlapping spans of a layer the longer one stays, the other is listed."""
    layers = carrying.layers_of(options)
    listed = Spooled(out.parent)
    undone, left_out = 0, carrying.TagsAlone()
    with output.text_file(out) as handle:
        handle.write(f"# global.columns = ID FORM MISC {' '.join(map(column_of, layers))}\n")
        for document in documents:
            undone += document.status != "done"
            left_out.take(document)
            handle.writelines(_lines(document, layers, listed))
    notes = []
    if undone:
        notes.append(
            "1 document is not done: an O in it may be undecided (--only-done leaves it out)"
            if undone == 1
            else f"{undone} documents are not done: an O in them may be undecided (--only-done leaves them out)"
        )
    return Written((out,), listed, (*notes, *left_out.notes()))


def column_of(layer: str) -> str:
    """The name of a layer's column: in capitals, as CoNLL-U Plus has names, where that can be turned back."""
    if _PLAIN.fullmatch(layer.upper()) and layer == layer.lower():
        return PREFIX + layer.upper()
    name = mapped_layers.escaped(layer)
    return PREFIX + (f"Z{ord(name[0]):02x}Z{name[1:]}" if _PLAIN.fullmatch(name) else name)


def layer_of(column: str) -> str:
    """Inverse of `column_of`."""
    name = column.removeprefix(PREFIX)
    return name.lower() if _PLAIN.fullmatch(name) else mapped_layers.unescaped(name)


def escaped(text: str) -> str:
    """Text without white space and `|`, as in the MISC column of UDPipe; odd white space as its code."""
    made = "".join(_SIGNS.get(one, one) for one in text)
    return carrying.BLANK.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", made)


def unescaped(text: str) -> str:
    """Inverse of `escaped`; raises ValueError for the code of no character."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _NAMED.get(found[2], found[0]), text)


def _lines(document: ExportedDocument, layers: Iterable[str], listed: Spooled) -> Iterator[str]:
    placed = {layer: _carried(document, layer, listed) for layer in layers}
    tags = [carrying.iob2_tags(len(document.tokens), spans) for spans in placed.values()]
    yield f"# newdoc id = {escaped(document.id)}\n"
    for name, value in (
        ("title", document.title),
        ("annotator", document.annotator),
        ("status", document.status),
        ("sha256", document.sha256),
    ):
        yield f"# {name} = {escaped(value)}\n"
    if not len(document.tokens):
        yield f"# {EMPTY} = {escaped(document.text)}\n\n"
    for number, (first, last) in enumerate(_sentences(document, placed.values()), start=1):
        text = document.text[document.tokens.starts[first] : document.tokens.ends[last - 1]]
        yield f"# sent_id = {escaped(document.id)}-{number}\n# text = {carrying.BLANK.sub(' ', text)}\n"
        for token in range(first, last):
            form, misc = _form(document, token)
            yield "\t".join([str(token - first + 1), form, misc, *(column[token] for column in tags)]) + "\n"
        yield "\n"


def _carried(document: ExportedDocument, layer: str, listed: Spooled) -> list[Placed]:
    placed, off = carrying.on_tokens(document, (span for span in document.spans if span.layer == layer))
    named = [one for one in placed if not carrying.BLANK.search(one.span.label)]
    off += [carrying.listed(document, one.span, "the label holds white space") for one in placed if one not in named]
    kept, covered = carrying.without_overlap(document, named)
    listed += [*off, *covered]
    return kept


def _sentences(document: ExportedDocument, layers: Iterable[list[Placed]]) -> Iterator[Fragment]:
    """The sentences, but for breaks inside a carried span, where two are one."""
    ends = {last for first, last in document.sentences if first < last}
    for placed in layers:
        for first, last, _ in placed:
            ends.difference_update(range(first + 1, last))
    first = 0
    for end in sorted(ends):
        yield first, end
        first = end


def _form(document: ExportedDocument, token: int) -> tuple[str, str]:
    """The word, and what MISC says of it: its very text where that differs, and the white space around it."""
    text, tokens = document.text, document.tokens
    start, end = tokens.ranges[token]
    following = tokens.starts[token + 1] if token + 1 < len(tokens) else len(text)
    word, gap = text[start:end], text[end:following]
    form = carrying.BLANK.sub("_", word)
    misc = []
    if form != word:
        misc.append(f"Text={escaped(word)}")
    if token == 0 and start:
        misc.append(f"SpacesBefore={escaped(text[:start])}")
    if not gap:
        misc.append("SpaceAfter=No")
    elif gap != " ":
        misc.append(f"SpacesAfter={escaped(gap)}")
    return form, "|".join(misc) or "_"
