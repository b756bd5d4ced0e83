"""Writes Parquet in the shape that `datasets` loads: a row a document, a file a split, and a card about them."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any

from annotator.core.text import covered, sha256_of
from annotator.errors import KnownError
from annotator.formats import carrying, corpus_split, dataset_card, jsonl, output, strict_json
from annotator.formats.beside import beside
from annotator.formats.parquet_reading import pyarrow_or_refusal, rows
from annotator.formats.records import Carried, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import ModuleType, TracebackType

    from annotator.formats.records import ExportedDocument, ExportOptions

CARD = "README.md"
SPLITS = {"train": "train", "dev": "validation", "test": "test"}  # as `datasets` calls them
BATCH = 128  # documents in a row group


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One Parquet file a split in `out`/data, and README.md, the card; nothing is ever listed.

    Raises KnownError A002, and A207 where pyarrow is not installed.
    """
    arrow = pyarrow_or_refusal()
    given = documents if options.documents is not None else list(documents)
    layers = carrying.layers_of(options)
    flat = [layer for layer in layers if options.layer_kinds.get(layer, ("flat", False))[0] == "flat"]
    again = options.documents() if options.documents is not None else given
    weights = corpus_split.Weights()
    for one in again:
        weights.append(_weighed(one, options.spread))
    splits = corpus_split.assign(weights, shares=options.split, seed=options.seed)
    used = [split for split in SPLITS if split in splits]
    paths = {split: output.folder(out / "data") / _name(split) for split in SPLITS}
    card = dataset_card.Card(options, {split: SPLITS[split] for split in used})
    schema = _schema(arrow, flat)
    with ExitStack() as stack:
        writers = {split: stack.enter_context(_Split(arrow, paths[split], schema)) for split in used}
        for document, split in zip(given, splits, strict=True):
            card.take(document, split, writers[split].add(_row(document, flat)))
    for split in SPLITS:
        if split not in used:
            with suppress(FileNotFoundError):
                paths[split].unlink()
    with output.text_file(out / CARD) as handle:
        handle.write(card.text())
    return Written((*(paths[split] for split in used), out / CARD), (), tuple(card.notes()))


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What pyarrow reads of each span; texts and covered texts must be those exported (A602)."""
    for split in SPLITS:
        path = out / "data" / _name(split)
        if not path.exists():
            continue
        for row in rows(path):
            text = row["text"]
            if sha256_of(text) != row["sha256"]:
                raise KnownError("A602", f"{path}: the text of {row['id']} has another hash", "please report this")
            for one in (*row["spans"], *row["events"]):
                fragments = tuple((part["start"], part["end"]) for part in one["fragments"])
                if covered(text, fragments) != one["text"]:
                    raise KnownError("A602", f"{path}: {row['id']}, {one['id']}: another text", "please report this")
                yield Carried(row["id"], one["layer"], one["label"], fragments)


def _name(split: str) -> str:
    return f"{SPLITS[split]}-00000-of-00001.parquet"


def _weighed(document: ExportedDocument, spread: corpus_split.Spread) -> corpus_split.Weighed:
    return corpus_split.weighed(document, frozenset(span.layer for span in document.spans), spread)


def _schema(arrow: ModuleType, flat: Iterable[str]) -> Any:  # noqa: ANN401  (pyarrow's)
    """The columns; every list of structs has the shape that `datasets` gives a list of dictionaries."""
    text, integer, number = arrow.string(), arrow.int32(), arrow.float64()
    fragments = arrow.list_(arrow.struct([("start", integer), ("end", integer)]))
    pairs = arrow.list_(arrow.struct([("name", text), ("value", text)]))
    span = [
        ("id", text),
        ("layer", text),
        ("label", text),
        ("text", text),
        ("fragments", fragments),
        ("attributes", pairs),
        ("origin", text),
        ("suggestion", text),
        ("score", number),
    ]
    arguments = arrow.list_(arrow.struct([("role", text), ("span", text)]))
    verdict = [("layer", text), ("label", text), ("fragments", fragments), ("score", number), ("suggester", text)]
    return arrow.schema(
        [
            *((name, text) for name in ("id", "title", "text", "meta", "annotator", "status", "sha256")),
            ("tokens", arrow.list_(text)),
            ("token_starts", arrow.list_(integer)),
            ("token_ends", arrow.list_(integer)),
            *((_tags_of(layer), arrow.list_(text)) for layer in flat),
            ("spans", arrow.list_(arrow.struct(span))),
            ("events", arrow.list_(arrow.struct([*span, ("arguments", arguments)]))),
            ("rejected", arrow.list_(arrow.struct(verdict))),
            ("comments", arrow.list_(arrow.struct([("text", text), ("about", text)]))),
        ]
    )


def _tags_of(layer: str) -> str:
    return f"{layer}_tags"


def _row(document: ExportedDocument, flat: Iterable[str]) -> dict[str, Any]:
    value = jsonl.to_json(document)
    tokens = document.tokens
    return {
        **{name: value[name] for name in ("id", "title", "text", "annotator", "status", "sha256", "comments")},
        "meta": strict_json.dumped(value["meta"]),
        "tokens": [document.text[start:end] for start, end in tokens.ranges],
        "token_starts": list(tokens.starts),
        "token_ends": list(tokens.ends),
        **{_tags_of(layer): _tags(document, layer) for layer in flat},
        "spans": [_struct(one) for one in value["spans"]],
        "events": [_struct(one) for one in value["events"]],
        "rejected": [_struct(one) for one in value["rejected"]],
    }


def _tags(document: ExportedDocument, layer: str) -> list[str]:
    """IOB2 tags of the spans that sit on tokens; all spans are in `spans`."""
    placed, _ = carrying.on_tokens(document, (span for span in document.spans if span.layer == layer))
    return carrying.iob2_tags(len(document.tokens), carrying.without_overlap(document, placed)[0])


def _struct(value: Mapping[str, Any]) -> dict[str, Any]:
    """A span, event or rejection of the native JSON as a row of columns: no free keys."""
    made = dict(value)
    made["fragments"] = [{"start": start, "end": end} for start, end in value["fragments"]]
    if "attributes" in value:
        made["attributes"] = [{"name": name, "value": one} for name, one in value["attributes"].items()]
    if "type" in value:
        made["label"] = made.pop("type")
    return made


class _Split:
    """One Parquet file, written batch by batch beside its place and then moved there."""

    def __init__(self, arrow: ModuleType, path: Path, schema: Any) -> None:  # noqa: ANN401  (pyarrow's)
        self._arrow = arrow
        self._path = path
        self._place = ExitStack()
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._writer: Any = None
        self._handle: Any = None

    def __enter__(self) -> _Split:
        try:
            part = self._place.enter_context(beside(self._path))
            self._handle = part.open("wb")  # a file and no name: pyarrow would take “file:x” for an address
            # Statistics of a row group hold whole texts, and all of them stay in memory until the file is closed.
            self._writer = self._arrow.parquet.ParquetWriter(
                self._handle, self._schema, compression="zstd", write_statistics=False
            )
        except OSError as error:
            self._give_up(error)
            raise output.unwritable(self._path, error) from error
        return self

    def add(self, row: dict[str, Any]) -> dict[str, Any]:
        """Takes a row; answers it, for whoever counts."""
        self._rows.append(row)
        if len(self._rows) >= BATCH:
            self._flush()
        return row

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            with suppress(OSError, self._arrow.ArrowException):  # the end of a file that goes
                self._writer.close()
            self._give_up(error)
            return
        try:
            with self._place:
                try:
                    self._flush()
                    self._writer.close()
                    self._handle.flush()
                    os.fsync(self._handle.fileno())
                finally:
                    self._let_go()
        except OSError as failed:
            raise output.unwritable(self._path, failed) from failed

    def _give_up(self, error: BaseException) -> None:
        """Takes away what has not come into its place."""
        self._let_go()
        self._place.__exit__(type(error), error, error.__traceback__)

    def _let_go(self) -> None:
        if self._handle is not None:
            with suppress(OSError):  # where the disk is full, what is left of it cannot be written either
                self._handle.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
