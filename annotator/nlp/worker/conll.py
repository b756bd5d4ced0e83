"""Reads CoNLL files with spaCy's own tag functions: the judge of what was exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_BOUNDARY = b"-DOCSTART-"
_BATCH_BYTES = 500_000  # of a file in one answer


def read_conll(payload: Mapping[str, Any], _report: Callable[[int, int], None]) -> dict[str, Any]:
    """Documents of the file `path` from the byte `offset` on, some megabytes of them.

    Answers `documents`, each with its `words` and its `entities` as [label, first, last) in words, and `next`,
    the offset to go on from, or None at the end. Raises KnownError A602 where spaCy cannot read the file.
    """
    path, offset = Path(payload["path"]), int(payload["offset"])
    documents: list[dict[str, Any]] = []
    following: int | None = None
    with path.open("rb") as handle:
        handle.seek(offset)
        for start, lines in _blocks(handle, offset):
            if start - offset > _BATCH_BYTES:
                following = start
                break
            documents.append(_document(lines, path))
    return {"documents": documents, "next": following}


def _blocks(handle: Any, offset: int) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401  (a binary file)
    """Offset and lines of each document; a boundary line begins one and is none of its lines."""
    start, position = offset, offset
    lines: list[str] | None = None
    for line in handle:
        if line.startswith(_BOUNDARY):
            if lines is not None:
                yield start, lines
            start, lines = position, []
        elif lines is not None:
            lines.append(line.decode("utf-8").rstrip("\n"))
        position += len(line)
    if lines is not None:
        yield start, lines


def _document(lines: list[str], path: Path) -> dict[str, Any]:
    from spacy.training.iob_utils import iob_to_biluo, tags_to_entities  # lazy: takes a second, worker only

    words: list[str] = []
    tags: list[str] = []
    sentence: list[str] = []
    try:
        for line in [*lines, ""]:
            columns = line.split()
            if columns:
                words.append(columns[0])
                sentence.append(columns[-1])
            else:
                tags.extend(iob_to_biluo(sentence))
                sentence = []
        entities = [[label, first, last + 1] for label, first, last in tags_to_entities(tags)]
    except ValueError as error:
        raise KnownError("A602", f"{path}: spaCy cannot read a tag: {error}", "please report this") from error
    return {"words": words, "entities": entities}
