"""The JSON that spaCy was trained on before its binary files: texts with entities, or documents of tokens with tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import columns, decoding, limits, mapped_layers, offsets, strict_json
from annotator.formats.conll_reader import NOTE_SPACED, is_tag, runs
from annotator.formats.json_fields import Fields, named
from annotator.formats.records import ANY_LAYER, ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span

_KNOWN_PAIR = ("entities", "spans", "text")
_MISSING = "-"  # a word of which nobody has said whether it is in an entity
NOTE_MISSING = "words marked “-” (nobody has said whether they are in an entity) are taken as in none"


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """A document for each pair of a text and its annotations, or for each paragraph of version 2.

    Pairs stand in one JSON list or one a line: `["text", {"entities": [[0, 5, "GPE"]]}]`. Raises KnownError A001,
    A201 to A204, A206.
    """
    for where, value in _values(path, options):
        if isinstance(value, list):
            yield _pair(value, where, options)
        elif isinstance(value, dict) and isinstance(value.get("paragraphs"), list):
            yield from _paragraphs(Fields(value, where=where), options)
        else:
            raise KnownError("A202", f"{where}: should be a text with its annotations, is {named(value)}", "mend it")
    told = offsets.note_of(options)
    if told:
        mapped_layers.note(options, told)


def _values(path: Path, options: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The members of one JSON list, or the values of lines, each with its place."""
    limits.check_file(path, limits.TOKEN_FILE_BYTES, "a JSON file")
    decoded = decoding.read_text(
        path, encoding=options.get("encoding") or "utf-8", limit=limits.TOKEN_FILE_BYTES, what="a JSON file"
    )
    columns.say(options, decoded)
    text = decoded.text
    if _is_a_pair_a_line(text):
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield f"{path}:{number}", strict_json.parse(line, where=f"{path}:{number}")
        return
    whole = strict_json.parse(text, where=str(path))
    for place, value in enumerate(whole if isinstance(whole, list) else [whole]):
        yield f"{path}, [{place}]", value


def _is_a_pair_a_line(text: str) -> bool:
    start = text.lstrip()
    return start.startswith("{") or (start.startswith("[") and start[1:].lstrip().startswith('"'))


def _pair(value: list[Any], where: str, options: Mapping[str, Any]) -> ImportedDocument:
    if len(value) != 2 or not isinstance(value[0], str):
        raise KnownError("A202", f"{where}: should be a text and its annotations, is {value!r:.60}", "mend it")
    fields = Fields(value[1], where=where)
    text = Fields({"text": value[0]}, where=where).long_string("text") or ""
    claims: list[tuple[str, str, offsets.Claim]] = []
    for layer, name, members in _groups(fields):
        for position, one in enumerate(members):
            path = f"{where}, {name}[{position}]"
            if not isinstance(one, list | tuple) or len(one) < 3 or [*map(type, one[:3])] != [int, int, str]:
                raise KnownError("A204", f"{path}: should be start, end and label, is {one!r:.60}", "mend it")
            label = Fields({"label": one[2]}, where=path).required("label")
            if len(one) > 3:
                mapped_layers.note(options, "of an entity start, end and label are read, and nothing behind them")
            claims.append((layer, label, offsets.Claim(((one[0], one[1]),), None, path)))
    settled = offsets.settle(text, [claim for _, _, claim in claims], options=options)
    spans = [
        mapped_layers.span(f"s{number}", mapped_layers.layer_of(layer, options), label, fragments, options)
        for number, ((layer, label, _), fragments) in enumerate(zip(claims, settled, strict=True), start=1)
    ]
    meta = {key: fields.value[key] for key in fields.unknown(_KNOWN_PAIR)}
    return ImportedDocument(text=text, where=where, spans=tuple(spans), meta=meta)


def _groups(fields: Fields) -> Iterator[tuple[str, str, list[Any]]]:
    """Layer, name and members of each list of places: the entities, and the groups of spans."""
    yield ANY_LAYER, "entities", fields.members("entities")
    groups = fields.value.get("spans")
    if isinstance(groups, dict):
        inner = Fields(groups, where=fields.where, path="spans")
        for name in groups:
            yield name, f"spans.{name:.60}", inner.members(name)
    elif groups is not None:
        yield ANY_LAYER, "spans", fields.members("spans")


def _paragraphs(document: Fields, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The paragraphs of a document of version 2, each an article: only they have a text."""
    id = document.identifier("id")
    paragraphs = document.objects("paragraphs")
    for number, one in enumerate(paragraphs):
        where = f"{one.where}, {one.path}"
        words, tags = _words(one, options)
        text, places = _placed(one.long_string("raw"), words, where, options)
        if one.value.get("cats"):
            mapped_layers.note(options, "labels of whole documents are kept in meta")
        spans: list[Span] = []
        for label, first, last in runs(tags, where, range(len(tags)), is_biluo=True):
            place = ((places[first][0], places[last][1]),)
            spans.append(mapped_layers.span(f"s{len(spans) + 1}", ANY_LAYER, label, place, options))
        yield ImportedDocument(
            text=text,
            where=where,
            id=None if id is None else id if len(paragraphs) == 1 else f"{id}-{number + 1}",
            spans=tuple(spans),
            meta={"cats": one.value["cats"]} if one.value.get("cats") else {},
        )


def _words(paragraph: Fields, options: Mapping[str, Any]) -> tuple[list[list[str]], list[str]]:
    """The words by sentence and their tags in one list."""
    sentences: list[list[str]] = []
    tags: list[str] = []
    for sentence in paragraph.objects("sentences"):
        words: list[str] = []
        for token in sentence.objects("tokens"):
            words.append(token.long_string("orth") or "")
            tag = token.string("ner") or "O"
            if tag == _MISSING:
                mapped_layers.note(options, NOTE_MISSING)
                tag = "O"
            if not is_tag(tag):
                raise token.refusal("A202", "ner", f"{tag!r:.60} is no tag (O, B-…, I-…, L-…, U-…)")
            tags.append(tag)
            for key in token.unknown(("id", "orth", "ner", "space")):
                if token.value[key] not in (None, "", "-"):
                    mapped_layers.note(options, f"of tokens the word and its entity are read, not {key:.60}")
        sentences.append(words)
    return sentences, tags


def _placed(
    raw: str | None, sentences: list[list[str]], where: str, options: Mapping[str, Any]
) -> tuple[str, list[tuple[int, int]]]:
    """The text, and where each word stands in it; without a text, the words with a space between."""
    if raw is None:
        mapped_layers.note(options, NOTE_SPACED)
        raw = "\n".join(" ".join(words) for words in sentences)
    limits.check_text(raw, where)
    places = []
    at = 0
    for word in (word for words in sentences for word in words):
        found = raw.find(word, at) if word else -1
        if found < 0 or raw[at:found].strip():
            raise KnownError("A204", f"{where}: the word {word!r:.60} does not follow in the text", "mend the file")
        at = found + len(word)
        places.append((found, at))
    return raw, places
