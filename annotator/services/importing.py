"""Importing: articles and their annotations from files into a project, all of it or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.document import Document
from annotator.core.header import find_regions, meta_of, title_of
from annotator.core.span import Span
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.errors import KnownError
from annotator.formats import project_export, zip_members
from annotator.services import comparing
from annotator.services.arriving import operation_for, require_fit
from annotator.services.backups import before
from annotator.services.extending import with_labels
from annotator.services.registry import resolve
from annotator.services.scheme_versions import require_own
from annotator.services.settling import NO_MAP, LabelMap, Settler, Unknown
from annotator.services.source_files import files_of, note_broken_off, nothing_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.formats.records import ImportedDocument, WorkerCall
    from annotator.services.extending import NewLabel
    from annotator.store.project import Project

BATCH = 64  # articles tokenised at a time: memory stays flat, the worker stays busy
BATCH_CHARACTERS = 2_000_000  # of their texts together: far below what a message to the worker may hold
UNNAMED = "import"  # whose annotations are those of a file that names nobody
MOST_NOTES = 50  # different remarks of readers in one report
Progress = Callable[[int, int], None]  # documents so far, and 0: how many there will be is not known
OnError = Literal["stop", "skip"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody decided about an import after having looked at it; `added` are labels the scheme is to have."""

    format: str | None = None
    actor: str | None = None
    label_map: LabelMap = NO_MAP
    unknown_labels: Unknown = "stop"
    added: tuple[NewLabel, ...] = ()


@dataclass(slots=True)
class ImportReport:
    """What an import did; counts of documents, annotations (spans and events) and refused files."""

    files: int = 0
    added: list[str] = field(default_factory=list)
    duplicates: int = 0
    annotated: int = 0
    annotations: int = 0
    off_token: int = 0
    pieces: int = 0  # spans of several fragments on flat layers, kept as they are
    encodings: dict[str, int] = field(default_factory=dict)
    skipped: list[dict[str, str]] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)  # annotations that have no place in the scheme, by what
    notes: list[str] = field(default_factory=list)
    formats: dict[str, int] = field(default_factory=dict)  # files by format
    scheme_version: int = 0  # in force afterwards: one more where labels were added

    def refuse(self, path: Path, error: KnownError) -> None:
        """Notes a file that was left out whole."""
        self.skipped.append({"file": str(path), "error": error.code, "what": error.what, "todo": error.todo})

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return {name: getattr(self, name) for name in self.__slots__}


@zip_members.reading()
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
    label_map: LabelMap = NO_MAP,
    unknown_labels: Unknown = "stop",
    added: Iterable[NewLabel] = (),
) -> ImportReport:
    """Imports files and folders in one transaction; with `on_error` "skip" a refused file is left out whole.

    Annotations become one operation a document, of kind and origin "import", by `actor` (else by the
    annotator the file names, else "import"). Labels, roles and attributes that the scheme does not have
    go by `label_map`; what has no place then refuses the file (A205), or with `unknown_labels` "skip" is
    left out and counted. Labels that are `added` come into the scheme with it, as its next version. Raises
    the reader's KnownError where a file is refused; then nothing at all is imported.
    """
    report, paths = ImportReport(), list(paths)
    before_it, scheme = scheme, _with_labels(project, scheme, added)
    settler = Settler(scheme, label_map, unknown_labels)
    importer = _Importer(project, scheme, call_worker, actor, report, progress, settler)
    refused = report.refuse if on_error == "skip" else None
    files = list(files_of(paths, format_name, refused=refused))
    if not files and not report.skipped:
        raise nothing_in(paths, format_name)
    before(project, "import")
    with project.transaction():
        for path, file_format in files:
            reading = reading_options(scheme, call_worker, options or {})
            note_broken_off(path, reading)
            left_out = settler.left_out.copy()
            try:
                with project.savepoint():
                    records = resolve(file_format.reader or "")(path, reading)
                    importer.run(project_export.as_told(path, records, reading), reading)
            except KnownError as error:
                importer.forget()
                settler.left_out = left_out
                if on_error == "stop":
                    raise
                report.refuse(path, error)
                continue
            report.files += 1
            report.formats[file_format.name] = report.formats.get(file_format.name, 0) + 1
            for note in (*reading.get("notes", ()), *importer.notes):
                if note not in report.notes and len(report.notes) < MOST_NOTES:
                    report.notes.append(note)
        if report.files and not (report.added or report.duplicates):
            raise _no_article([path for path, _ in files])
        if report.files and scheme is not before_it:
            project.add_scheme(source=scheme.source, name=scheme.name, version=scheme.version)
    report.scheme_version = (scheme if report.files else before_it).version
    report.left_out = dict(settler.left_out.most_common())
    return report


def _with_labels(project: Project, scheme: Scheme, added: Iterable[NewLabel]) -> Scheme:
    """The scheme with these labels, where it is the project's own to change; raises as both do."""
    more = with_labels(scheme, added)
    if more is not scheme:
        require_own(project)
    return more


def _no_article(paths: Sequence[Path]) -> KnownError:
    """A folder may hold an empty file, such as a split without articles; an import of nothing at all is none."""
    what = f"{paths[0]}: holds no article" if len(paths) == 1 else "no file holds an article"
    return KnownError("A210", what, "name files that hold articles, or force another --format")


def import_chosen(
    project: Project,
    scheme: Scheme,
    call_worker: WorkerCall,
    paths: Iterable[Path],
    choices: Choices,
    *,
    progress: Progress | None = None,
) -> ImportReport:
    """`import_paths` by what was chosen after a preview."""
    return import_paths(
        project,
        scheme,
        call_worker,
        paths,
        format_name=choices.format,
        actor=choices.actor,
        label_map=choices.label_map,
        unknown_labels=choices.unknown_labels,
        added=choices.added,
        progress=progress,
    )


def reading_options(scheme: Scheme, call_worker: WorkerCall, options: Mapping[str, Any]) -> dict[str, Any]:
    """What readers are given: the layers of the scheme, the worker, and what the user said."""
    return {
        "layers": tuple(layer.name for layer in scheme.layers),
        "event_layers": frozenset(layer.name for layer in scheme.layers if layer.is_event),
        "call_worker": call_worker,
        **options,
    }


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
        settler: Settler,
    ) -> None:
        self._settler = settler
        self._project = project
        self._scheme = scheme
        self._call_worker = call_worker
        self._actor = actor
        self._report = report
        self._progress = progress
        self._flat = frozenset(layer.name for layer in scheme.layers if layer.kind == "flat")
        self._before: tuple[int, ...] = (0, 0, 0, 0, 0, 0)
        self._annotated: dict[str, None] = {}  # articles that annotations were recorded in, in the order they came
        self.notes: list[str] = []  # on the file at hand
        self._strange: set[str] = set()  # names in it that are no annotator's

    def run(self, records: Iterator[ImportedDocument], reading: Mapping[str, Any]) -> None:
        """Imports all records of one file; `reading` carries what the reader says of it (encoding)."""
        report = self._report
        self.notes.clear()
        self._strange.clear()
        self._before = (
            len(report.added), report.duplicates, report.annotated, report.annotations, report.off_token, report.pieces
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
        _, report.duplicates, report.annotated, report.annotations, report.off_token, report.pieces = self._before
        while len(self._annotated) > report.annotated:
            self._annotated.popitem()

    def _take(self, records: list[ImportedDocument]) -> None:
        report, project = self._report, self._project
        settled = [self._settler.settle(record) for record in records]
        for record in settled:  # before the worker is started, which takes longer than all a bad file should
            require_fit(record, self._scheme)
        answer = self._call_worker("tokenize", {"texts": [record.text for record in records]})
        documents = [
            _document(record, Tokens(tuple((start, end) for start, end in ranges)))
            for record, ranges in zip(records, answer["tokens"], strict=True)
        ]
        added = project.add_documents(documents)
        report.added.extend(added.added)
        report.duplicates += len(added.duplicates)
        operations: list[Operation] = []
        for record, document in zip(settled, documents, strict=True):
            if not record.is_annotated:
                continue
            document_id = project.find_by_hash(document.sha256) or document.id
            actor = self._actor or self._named(record.annotator)
            if any(one.document == document_id for one in operations):
                # A second record of one text has to see what the first one decided.
                project.append_many(operations)
                operations = []
            there = project.decided(document_id, actor)
            operation = operation_for(
                self._settler.flattened(record, there.spans),
                document_id,
                document.sha256,
                actor=actor,
                replica=project.replica,
                scheme=self._scheme,
                there=there,
            )
            if operation is not None:
                self._annotated[document_id] = None
                report.annotated = len(self._annotated)
                operations.append(operation)
                spans = [one.after for one in operation.decisions if isinstance(one.after, Span)]
                report.annotations += len(spans)
                report.pieces += sum(len(span.fragments) > 1 and span.layer in self._flat for span in spans)
                report.off_token += sum(not document.tokens.is_aligned(span.fragments) for span in spans)
        if operations:
            project.append_many(operations)

    def _named(self, name: str | None) -> str:
        """Who decided, as the file says; what cannot be an annotator's name is told, and stands for nobody."""
        if found := comparing.name_in_file(name):
            return found
        if name is not None and name.strip() and name not in self._strange:
            self._strange.add(name)
            self.notes.append(f"{name!r:.60} is no annotator's name: those annotations are recorded as import")
        return UNNAMED


def _batches(records: Iterator[ImportedDocument]) -> Iterator[list[ImportedDocument]]:
    batch: list[ImportedDocument] = []
    characters = 0
    for record in records:
        if not record.text.strip():
            raise KnownError(
                "A202", f"{record.where}: holds no text", "remove it, or leave the file out with --on-error skip"
            )
        batch.append(record)
        characters += len(record.text)
        if len(batch) == BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _keepable(name: str | None) -> str | None:
    """A name that may be that of a file: bytes in it that are no UTF-8 came as lone surrogates, which nothing keeps."""
    return None if name is None else name.encode("utf-8", "replace").decode("utf-8")


def _document(record: ImportedDocument, tokens: Tokens) -> Document:
    regions = find_regions(record.text)
    digest = sha256_of(record.text)
    id, title = _keepable(record.id), _keepable(record.title)
    return Document(
        id=id or f"d{digest[:12]}",
        title=title or title_of(record.text, regions) or id or digest[:12],
        text=record.text,
        sha256=digest,
        tokens=tokens,
        sentences=sentences_of(record.text, tokens),
        regions=regions,
        meta={**meta_of(regions), **record.meta},
    )
