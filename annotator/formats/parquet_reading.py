"""Reads Parquet: exports of ours whole, other tables by their column of texts, or of words and tags."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.formats import columns, jsonl, limits, strict_json, tagged_words
from annotator.formats.json_fields import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import ModuleType

    from annotator.formats.records import ImportedDocument

BATCH = 32  # rows read at a time
_ROW_GROUP_BYTES = 256 * limits.MEGABYTE
_THRIFT_BYTES = 16 * limits.MEGABYTE
_LIST_VALUES = 50_000_000  # of one column of lists in a row group
_LIST_BYTES = 1_000 * limits.MEGABYTE  # of the texts in it, each counted as often as it stands there
_OWN = ("spans", "events")
_LABELLED = ("spans", "entities")  # columns of places in the text with labels
_KEYS = {"start", "end", "label"}


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """A document a row: of an export of ours whole; else by the column of texts, or of words and their tags.

    Raises KnownError A001, A202 (row and reason), A203, A204, A206, A207 (pyarrow is not installed), A208.
    """
    limits.check_file(path, limits.TABLE_FILE_BYTES, "a Parquet file")
    seen: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(rows(path, names=names), start=1):
        where = f"{path}, row {number}"
        document = _document(row, where, options, names)
        digest = sha256_of(document.text)
        if document.id is not None and seen.setdefault(document.id, digest) != digest:
            raise KnownError("A208", f"{where}: the id {document.id!r:.60} stands twice, over two texts", "rename one")
        yield document


def pyarrow_or_refusal() -> ModuleType:
    """The library, which is in an extra; KnownError A207 where it is not installed."""
    try:
        import pyarrow  # lazy: 170 MB, in an extra, for this format alone
        import pyarrow.parquet  # lazy: as above
    except ImportError as error:
        raise KnownError(
            "A207",
            "the parquet format needs pyarrow, which is not installed",
            'install it beside the program: pip install "annotator[parquet]"',
        ) from error
    return pyarrow  # type: ignore[no-any-return]  # untyped


def rows(path: Path, *, names: dict[str, tuple[str, ...]] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a file as dictionaries, some at a time; `names` takes what numbers in columns of labels stand for.

    Raises KnownError A202 for what is no Parquet, A203 for rows that inflate too far, A001 for a file that cannot be
    read.
    """
    arrow = pyarrow_or_refusal()
    number = 0
    try:
        # A file and no name: pyarrow would take “file:x” for an address, and no name that is not UTF-8.
        with (
            path.open("rb") as handle,
            arrow.parquet.ParquetFile(
                handle, thrift_string_size_limit=_THRIFT_BYTES, thrift_container_size_limit=1_000_000
            ) as file,
        ):
            columns_there = file.schema_arrow.names
            if names is not None:
                names.update(_class_names(file.schema_arrow.metadata, str(path)))
            if len(columns_there) > limits.COLUMNS or len(set(columns_there)) < len(columns_there):
                raise KnownError("A202", f"{path}: too many columns, or a column twice", "mend the table")
            for place in range(file.num_row_groups):
                _check_size(file.metadata.row_group(place).total_byte_size, _ROW_GROUP_BYTES, path, place)
            for batch in _batches(file, handle, path):
                if batch.nbytes > _ROW_GROUP_BYTES:
                    raise KnownError(
                        "A203", f"{path}, row {number + 1}: inflates to {batch.nbytes:,} bytes", "split it"
                    )
                for row in batch.to_pylist():
                    number += 1
                    yield row
    except (arrow.ArrowException, OSError, UnicodeDecodeError, ValueError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno is not None and error.strerror:
            raise limits.unreadable(path, error) from error
        raise KnownError(
            "A202", f"{path}, after row {number}: no readable Parquet: {error}"[:300], "restore the file"
        ) from error


def _check_size(size: int, limit: int, path: Path, place: int) -> None:
    if size > limit:
        raise KnownError(
            "A203",
            f"{path}: row group {place} inflates to {size:,} bytes, at most {limit:,} are taken",
            "write it again with smaller row groups",
        )


def _batches(file: Any, handle: BinaryIO, path: Path) -> Iterator[Any]:  # noqa: ANN401  (pyarrow's)
    """The rows some at a time, row group by row group: asked for all of them at once, pyarrow reads ahead.

    A text that is stored once for many rows is as long in each of them, and no cell is longer than its column: so
    there are fewer rows at a time where that is long.
    """
    for place in range(file.num_row_groups):
        _check_lists(file, handle, path, place)
        room = _ROW_GROUP_BYTES // max(1, file.metadata.row_group(place).total_byte_size)
        yield from file.iter_batches(batch_size=max(1, min(BATCH, room)), row_groups=[place], use_threads=False)


def _check_lists(file: Any, handle: BinaryIO, path: Path, place: int) -> None:  # noqa: ANN401  (pyarrow's)
    """Refuses lists that would grow beyond measure as they are read, since one row may hold all of them (A203)."""
    group = file.metadata.row_group(place)
    risky: list[str] = []
    for number in range(group.num_columns):
        column = group.column(number)
        if not file.schema.column(number).max_repetition_level:
            continue
        if column.num_values > _LIST_VALUES:
            raise KnownError(
                "A203",
                f"{path}: row group {place} has {column.num_values:,} values in lists, "
                f"at most {_LIST_VALUES:,} are taken",
                "write it again with smaller row groups",
            )
        is_text = column.physical_type == "BYTE_ARRAY"
        if is_text and column.num_values * column.total_uncompressed_size > _ROW_GROUP_BYTES:
            risky.append(column.path_in_schema)
    if not risky:
        return
    arrow = pyarrow_or_refusal()
    # As they are stored: each text once, and where it stands by number.
    stored = arrow.parquet.ParquetFile(handle, read_dictionary=risky).read_row_group(
        place, columns=risky, use_threads=False
    )
    size = sum(map(_spelled_out, (part for one in stored.columns for part in one.chunks)))
    _check_size(size, _LIST_BYTES, path, place)


def _spelled_out(array: Any) -> int:  # noqa: ANN401  (pyarrow's)
    """Bytes of all texts in a column of lists, records and texts that are stored once each."""
    import pyarrow.compute as compute  # lazy: as pyarrow itself

    kinds = pyarrow_or_refusal().types
    if kinds.is_dictionary(array.type):
        lengths = compute.binary_length(array.dictionary)
        return compute.sum(compute.cast(lengths.take(array.indices), "int64")).as_py() or 0
    if kinds.is_struct(array.type):
        return sum(map(_spelled_out, array.flatten()))
    if kinds.is_map(array.type):  # pyarrow flattens none
        return _spelled_out(array.keys) + _spelled_out(array.items)
    return _spelled_out(array.flatten()) if kinds.is_nested(array.type) else array.nbytes


def _class_names(metadata: Mapping[bytes, bytes] | None, where: str) -> dict[str, tuple[str, ...]]:
    """What the numbers in columns of labels stand for, as `datasets` notes it in a file it has written."""
    said = (metadata or {}).get(b"huggingface")
    if said is None or len(said) > limits.MEGABYTE:
        return {}
    value = strict_json.parse(said.decode("utf-8", "replace"), where=f"{where}, huggingface")
    info = value.get("info") if isinstance(value, dict) else None
    features = info.get("features") if isinstance(info, dict) else None
    found = {}
    for column, feature in features.items() if isinstance(features, dict) else ():
        inner = feature[0] if isinstance(feature, list) and feature else feature
        for _ in range(3):  # a list of labels holds the feature of each
            inner = inner.get("feature", inner) if isinstance(inner, dict) else inner
        listed = inner.get("names") if isinstance(inner, dict) else None
        if isinstance(listed, list) and all(isinstance(name, str) for name in listed):
            found[column] = tuple(listed)
    return found


def _document(
    row: dict[str, Any], where: str, options: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]
) -> ImportedDocument:
    is_own = all(isinstance(row.get(name), list) for name in _OWN) and isinstance(row.get("text"), str)
    if is_own:
        return jsonl.document_of(Fields(_native(row, where), where=where), options)
    values = {name: _plain(value) for name, value in row.items()}
    if columns.find(values, columns.TEXT) is None and "text_column" not in options:
        words = tagged_words.words_of(values)
        if words is not None:
            return tagged_words.document_of(words, values, where, options, names=names)
    text_key = columns.text_column(values, options, where=where)
    others = [name for name in values if name != text_key]
    known = {"id": columns.find(others, columns.ID), "title": columns.find(others, columns.TITLE)}
    value = {name: values[column] for name, column in known.items() if column is not None}
    value = {name: one if isinstance(one, int) and name == "id" else _shown(one) for name, one in value.items()}
    labelled = next((name for name in _LABELLED if _is_labelled(values.get(name))), None)
    if labelled is not None:
        value["spans"] = [{key: one for key, one in span.items() if one is not None} for span in values[labelled]]
    told = (text_key, labelled, *known.values())
    meta = {name: one for name, one in values.items() if name not in told and one is not None}
    for name, wanted in (("date", columns.DATE), ("source", columns.SOURCE)):
        column = columns.find(meta, wanted)
        if column is not None:
            meta = {name if key == column else key: one for key, one in meta.items()}
    layers = {name: one for name, one in options.items() if name != "text_column"}  # the text has its name by now
    return jsonl.document_of(Fields({"text": values[text_key], "meta": meta, **value}, where=where), layers)


def _is_labelled(value: object) -> bool:
    """Whether a cell holds places in the text with labels, as many data sets have them."""
    return bool(value) and isinstance(value, list) and all(isinstance(one, dict) and set(one) >= _KEYS for one in value)


def _native(row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A row of an export of ours in the shape of a line of native JSONL."""
    value = {name: row.get(name) for name in ("id", "title", "text", "annotator", "status", "sha256")}
    meta = Fields(dict(row), where=where).long_string("meta")
    value["meta"] = strict_json.parse(meta, where=f"{where}, meta") if meta else None
    for name in ("spans", "events", "rejected"):
        value[name] = [_free(one) if isinstance(one, dict) else one for one in row.get(name) or ()]
    value["comments"] = row.get("comments") or []
    return value


def _free(value: Mapping[str, Any]) -> dict[str, Any]:
    """Inverse of `_struct`, leaving out what is null."""
    made = {name: one for name, one in value.items() if one is not None}
    parts = made.get("fragments")
    if isinstance(parts, list):
        made["fragments"] = [[part.get("start"), part.get("end")] if isinstance(part, dict) else part for part in parts]
    pairs = made.get("attributes")
    if isinstance(pairs, list):
        made["attributes"] = {one.get("name"): one.get("value") for one in pairs if isinstance(one, dict)}
    return made


def _plain(value: Any) -> Any:  # noqa: ANN401  (any value of a cell)
    """A value as JSON has it: days and times in ISO 8601, numbers that are none as null, bytes not at all."""
    if isinstance(value, datetime.date | datetime.time | datetime.datetime):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else None


def _shown(value: object) -> str | None:
    return None if value is None else str(value)[: limits.NAME_CHARACTERS]
