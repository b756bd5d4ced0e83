"""Reads spaCy's DocBin files through the worker, so that what was trained on, or annotated elsewhere, comes back."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.core.decision import Verdict
from annotator.core.text import sha256_of, trimmed
from annotator.errors import BugError, KnownError
from annotator.formats import (
    decoding,
    docbin_parts,
    limits,
    mapped_layers,
    spacy_config,
    spacy_corpus,
    spacy_plan,
    strict_json,
)
from annotator.formats.records import ANY_LAYER, ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span

_SUGGESTER = "import"


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The documents of the file: doc.ents is a layer, each group of doc.spans another, incorrect_spans are rejections.

    Where the meta.json of an export of ours stands beside it (beside the folder of a part), the layer of doc.ents and
    the ids come from there; else, and for groups that are called as no layer is, the labels find their layer.
    Raises KnownError A001, A202, A203 (size, or a file that inflates to far more than it holds), A206.
    """
    call = options.get("call_worker")
    if call is None:
        raise BugError("reading a DocBin needs the worker")
    limits.check_file(path, limits.TABLE_FILE_BYTES, "a DocBin")
    ents, ids = _meta(path)
    number = 0
    offset: int | None = 0
    while offset is not None:
        answer = call("read_docbin", {"path": str(path.resolve()), "offset": offset})
        for value in answer["documents"]:
            number += 1
            where = f"{path}, document {number}"
            text = value["text"]
            limits.check_text(text, where)
            decoding.check_keepable(text, where)
            if not text.strip():
                mapped_layers.note(options, "documents without text are left out")
                continue
            yield _document(value, where, ents, ids.get(sha256_of(text)), options)
        offset = answer["next"]


def _document(
    value: Mapping[str, Any], where: str, ents: str, id: str | None, options: Mapping[str, Any]
) -> ImportedDocument:
    text = value["text"]
    spans: list[Span] = []
    layers = {ents: value[spacy_plan.ENTS] or (), **value["spans"]}
    rejected = layers.pop(spacy_config.INCORRECT_SPANS, ())
    if sum(map(len, layers.values())) + len(rejected) > limits.SPANS:
        raise KnownError("A203", f"{where}: more than {limits.SPANS:,} spans", "split the document")
    for group, found in layers.items():
        layer = ents if group == ents else mapped_layers.layer_of(group, options)
        for start, end, label in found:
            first, last = trimmed(text, start, end)
            if first == last or not label:
                mapped_layers.note(
                    options,
                    f"spans of {group or spacy_plan.ENTS} without a label or with white space alone are left out",
                )
                continue
            spans.append(mapped_layers.span(f"s{len(spans) + 1}", layer, label, ((first, last),), options))
    verdicts = tuple(
        Verdict("rejected", ents, label, ((start, end),), 0.0, _SUGGESTER) for start, end, label in rejected
    )
    return ImportedDocument(text=text, where=where, id=id, spans=tuple(spans), rejected=verdicts)


def _meta(path: Path) -> tuple[str, Mapping[str, str]]:
    """The layer of doc.ents, and the id of each document of the file's split by the hash of its text."""
    folder, split = docbin_parts.home_of(path)
    beside = folder / spacy_corpus.META
    try:
        facts = beside.stat()
    except OSError:
        return ANY_LAYER, {}
    return _read_meta(beside, split, facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=1)  # a split of many parts asks for the same again and again
def _read_meta(beside: Path, split: str, size: int, _changed: int) -> tuple[str, Mapping[str, str]]:
    try:
        if size > limits.LINE_BYTES:
            return ANY_LAYER, {}
        value = strict_json.parse(beside.read_text("utf-8"), where=str(beside))
        ids = {sha256: id for id, sha256 in value["splits"].get(split, ())}
        ents = value["ents"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, KnownError):
        return ANY_LAYER, {}  # none of ours
    is_sound = isinstance(ents, str) and all(isinstance(one, str) for pair in ids.items() for one in pair)
    return (ents or ANY_LAYER, ids) if is_sound else (ANY_LAYER, {})
