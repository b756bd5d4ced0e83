"""Importing: articles and their annotations from files into a project, all of it or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.document import Document
from annotator.core.header import find_regions, meta_of, title_of
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.errors import KnownError
from annotator.services.arriving import operation_for
from annotator.services.registry import FORMATS, Format, format_named, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.scheme import Scheme
    from annotator.formats.records import ImportedDocument, WorkerCall
    from annotator.store.project import Project

BATCH = 64  # articles tokenised at a time: memory stays flat, the worker stays busy
BATCH_CHARACTERS = 2_000_000  # of their texts together: far below what a message to the worker may hold
Progress = Callable[[int, int], None]  # documents so far, and 0: how many there will be is not known
OnError = Literal["stop", "skip"]


@dataclass(slots=True)
class ImportReport:
    """What an import did; counts of documents, annotations (spans and events) and refused files."""

    files: int = 0
    added: list[str] = field(default_factory=list)
    duplicates: int = 0
    annotated: int = 0
    annotations: int = 0
    off_token: int = 0
    encodings: dict[str, int] = field(default_factory=dict)
    skipped: list[dict[str, str]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return {name: getattr(self, name) for name in self.__slots__}


def import_paths(
    project: Project,
    scheme: Scheme,
    call_worker: WorkerCall,
    paths: Iterable[Path],
    *,
    format_name: str | None = None,
    actor: str | None = None,
    on_error: OnError = "stop",
    options: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Imports files and folders in one transaction; with `on_error` "skip" a refused file is left out whole.

    Annotations become one operation a document, of kind and origin "import", by `actor` (else by the
    annotator the file names, else "import"). Raises the reader's KnownError where a file is refused;
    then nothing at all is imported.
    """
    report = ImportReport()
    importer = _Importer(project, scheme, call_worker, actor, report, progress)
    files = list(_files(paths, format_name))
    if not files:
        raise KnownError("A210", "there is no file to import", "name files or a folder that holds some")
    with project.transaction():
        for path, file_format in files:
            reading = {
                "layers": tuple(layer.name for layer in scheme.layers),
                "event_layers": frozenset(layer.name for layer in scheme.layers if layer.is_event),
                "call_worker": call_worker,
                **(options or {}),
            }
            try:
                with project.savepoint():
                    importer.run(resolve(file_format.reader or "")(path, reading), reading)
            except KnownError as error:
                importer.forget()
                if on_error == "stop":
                    raise
                report.skipped.append({"file": str(path), "error": error.code, "what": error.what, "todo": error.todo})
                continue
            report.files += 1
    return report


class _Importer:
    """Takes the records of one file after another into the project, batch by batch."""

    def __init__(
        self,
        project: Project,
        scheme: Scheme,
        call_worker: WorkerCall,
        actor: str | None,
        report: ImportReport,
        progress: Progress | None,
    ) -> None:
        self._project = project
        self._scheme = scheme
        self._call_worker = call_worker
        self._actor = actor
        self._report = report
        self._progress = progress
        self._before: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    def run(self, records: Iterator[ImportedDocument], reading: Mapping[str, Any]) -> None:
        """Imports all records of one file; `reading` carries what the reader says of it (encoding)."""
        report = self._report
        self._before = (
            len(report.added), report.duplicates, report.annotated, report.annotations, report.off_token
        )  # fmt: skip
        for batch in _batches(records):
            self._take(batch)
            if self._progress:
                self._progress(len(report.added) + report.duplicates, 0)
        encoding = str(reading.get("encoding_found", "utf-8"))
        report.encodings[encoding] = report.encodings.get(encoding, 0) + 1

    def forget(self) -> None:
        """Takes back what the report counted of a file that was then refused."""
        report = self._report
        del report.added[self._before[0] :]
        _, report.duplicates, report.annotated, report.annotations, report.off_token = self._before

    def _take(self, records: list[ImportedDocument]) -> None:
        report, project = self._report, self._project
        answer = self._call_worker("tokenize", {"texts": [record.text for record in records]})
        documents = [
            _document(record, Tokens(tuple((start, end) for start, end in ranges)))
            for record, ranges in zip(records, answer["tokens"], strict=True)
        ]
        added = project.add_documents(documents)
        report.added.extend(added.added)
        report.duplicates += len(added.duplicates)
        operations = []
        for record, document in zip(records, documents, strict=True):
            if not record.is_annotated:
                continue
            document_id = project.find_by_hash(document.sha256) or document.id
            actor = self._actor or record.annotator or "import"
            operation = operation_for(
                record,
                document_id,
                document.sha256,
                actor=actor,
                replica=project.replica,
                scheme=self._scheme,
                there=project.decided(document_id, actor),
            )
            if operation is not None:
                report.annotated += 1
                operations.append(operation)
                spans = [one.after for one in operation.decisions if one.kind == "span"]
                report.annotations += len(spans)
                report.off_token += sum(not document.tokens.is_aligned(span.fragments) for span in spans)  # type: ignore[union-attr]  # a span decision holds spans
        if operations:
            project.append_many(operations)


def _batches(records: Iterator[ImportedDocument]) -> Iterator[list[ImportedDocument]]:
    batch: list[ImportedDocument] = []
    characters = 0
    for record in records:
        batch.append(record)
        characters += len(record.text)
        if len(batch) == BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _document(record: ImportedDocument, tokens: Tokens) -> Document:
    regions = find_regions(record.text)
    digest = sha256_of(record.text)
    return Document(
        id=record.id or f"d{digest[:12]}",
        title=record.title or title_of(record.text, regions) or record.id or digest[:12],
        text=record.text,
        sha256=digest,
        tokens=tokens,
        sentences=sentences_of(record.text, tokens),
        regions=regions,
        meta={**meta_of(regions), **record.meta},
    )


def _files(paths: Iterable[Path], format_name: str | None) -> Iterator[tuple[Path, Format]]:
    """Every file below the paths with its format: the one forced, else by extension, else by content."""
    forced = format_named(format_name, way="read") if format_name else None
    for path in paths:
        if path.is_dir():
            for below in sorted(path.rglob("*")):
                inside = below.relative_to(path).parts
                if not below.is_file() or any(part.startswith(".") for part in inside):
                    continue
                found = _by_extension(below)
                if forced is None and found is not None:
                    yield below, found
                elif forced is not None and (found is forced or below.suffix in forced.extensions):
                    yield below, forced
        elif path.is_file():
            yield path, forced or _by_extension(path) or _by_content(path)
        else:
            raise KnownError("A001", f"there is no file or folder {str(path)!r:.200}", "check the spelling of the path")


def _by_extension(path: Path) -> Format | None:
    suffix = path.suffix.lower()
    return next((one for one in FORMATS if one.reader and suffix in one.extensions), None)


def _by_content(path: Path) -> Format:
    try:
        with path.open("rb") as file:
            head = file.read(512).lstrip()
    except OSError as error:
        raise KnownError("A001", f"{path} cannot be read: {error.strerror}", "check the rights on the file") from error
    if head.startswith(b"{"):
        return format_named("jsonl", way="read")
    names = ", ".join(one.name for one in FORMATS if one.reader)
    raise KnownError("A207", f"{path.name} has no extension that is known", f"name its format with --format: {names}")
