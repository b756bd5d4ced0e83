"""Records of words with a tag each, as data sets for named entities have them: the text is rebuilt from the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import limits, mapped_layers
from annotator.formats.conll_reader import BILUO, NOTE_SPACED, is_tag, runs
from annotator.formats.json_fields import Fields
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.span import Span

WORDS = ("tokens", "words")
_TAGS = ("tags", "labels", "ner")  # how names of columns of tags end, or what they are
_SYNTAX = ("pos_tags", "upos_tags", "xpos_tags", "chunk_tags", "pos", "upos", "xpos")


def words_of(values: Mapping[str, Any]) -> list[str] | None:
    """The words of a record that has no text, or None."""
    found = next((values[name] for name in WORDS if name in values), None)
    is_words = isinstance(found, list) and bool(found) and all(isinstance(word, str) for word in found)
    return found if is_words else None


def document_of(
    words: list[str],
    values: Mapping[str, Any],
    where: str,
    options: Mapping[str, Any],
    *,
    names: Mapping[str, tuple[str, ...]] | None = None,
) -> ImportedDocument:
    """The document: words with a space between, a span for each run of tags, other values as meta.

    `names` tells what numbers in a column stand for; numbers of which nobody tells are named and not read. Raises
    KnownError A202 (tags that cannot follow one another, another number of tags than words), A203.
    """
    text = " ".join(words)
    starts: list[int] = []
    for number, _word in enumerate(words):
        starts.append(starts[-1] + len(words[number - 1]) + 1 if starts else 0)
    limits.check_text(text, where)
    mapped_layers.note(options, NOTE_SPACED)
    spans: list[Span] = []
    taken = {"id", *WORDS}
    for name, value in values.items():
        if not name.endswith(_TAGS) or not isinstance(value, list):
            continue
        taken.add(name)
        tags = _tags(name, value, names or {}, where, len(words), options)
        if tags is None:
            continue
        layer = mapped_layers.layer_of(name.removesuffix("_tags").removesuffix("_labels"), options)
        is_biluo = any(tag.startswith(BILUO) for tag in tags)
        for label, first, last in runs(tags, where, range(len(tags)), is_biluo=is_biluo):
            place = ((starts[first], starts[last] + len(words[last])),)
            spans.append(mapped_layers.span(f"s{len(spans) + 1}", layer, label, place, options))
    id = values.get("id")
    fields = Fields({"id": id if isinstance(id, str | int) and id != "" else None, "text": text}, where=where)
    meta = {name: value for name, value in values.items() if name not in taken and value is not None}
    return ImportedDocument(
        text=fields.long_string("text") or "", where=where, id=fields.identifier("id"), spans=tuple(spans), meta=meta
    )


def _tags(
    name: str,
    value: list[Any],
    names: Mapping[str, tuple[str, ...]],
    where: str,
    length: int,
    options: Mapping[str, Any],
) -> list[str] | None:
    """The tags of a column, or None where it holds none, which is said."""
    if name in _SYNTAX:
        mapped_layers.note(options, f"columns of words and syntax are not read: {name:.60}")
        return None
    if len(value) != length:
        raise KnownError("A202", f"{where}, {name:.60}: tags: {len(value)}, words: {length}", "mend this record")
    known = names.get(name)
    if known is not None and all(type(one) is int and 0 <= one < len(known) for one in value):
        value = [known[one] for one in value]
    if not all(isinstance(tag, str) for tag in value):
        mapped_layers.note(options, f"{name} holds numbers, whose labels the file does not say: not read")
        return None
    if not all(map(is_tag, value)):
        mapped_layers.note(options, f"{name} holds no tags throughout: not read")
        return None
    return value
