"""Exporting: what someone decided goes out in a format, is read back, and is compared span by span."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.core.span import Argument, Event, Span, arguments_of
from annotator.errors import KnownError
from annotator.formats import carrying, output, replaced_report
from annotator.formats.beside import alone_in
from annotator.formats.foreign import FILLER_LISTED
from annotator.formats.recognition import REPORT
from annotator.formats.records import ExportedDocument, ExportOptions, carried_of
from annotator.formats.spooled import Spooled
from annotator.services.agreeing import measure
from annotator.services.comparing import GOLD, adjudicators, annotators_of
from annotator.services.export_report import ExportReport
from annotator.services.reading_back import Tally, compare
from annotator.services.registry import Format, format_named, resolve
from annotator.services.safeguards import PLANTED, is_planted, without_planted
from annotator.services.upheld import planted_in_gold, versions_of
from annotator.store.connection import APPLICATION_ID, peek
from annotator.store.drafts import COMPANIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.core.decision import Comment, Verdict
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.formats.corpus_split import Spread
    from annotator.formats.records import Listed, WorkerCall, Written
    from annotator.store.project import Project

SUGGESTIONS = "suggestions"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: whose decisions (None: gold if there is any, else the only annotator's), and how."""

    format: str
    out: Path
    source: str | None = None
    layers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    split: tuple[int, int, int] = (80, 10, 10)
    spread: Spread = "label"
    only_done: bool = False


def export(
    project: Project,
    scheme: Scheme,
    call_worker: WorkerCall,
    request: ExportRequest,
    *,
    progress: Progress | None = None,
) -> ExportReport:
    """Writes the files, reads them back, compares every span, and puts report.json beside them.

    While that goes on, and where it ends before its time, report.json says that the export is not finished.
    Raises KnownError A602 (the read-back differs from what was written), A603 (nothing to export), A604 (nobody of
    that name).
    """
    file_format = format_named(request.format, way="write")
    source = chosen_source(project, request.source)
    ids = _ids(project, request, source)
    options = replace(
        _options(project, scheme, request, call_worker),
        documents=lambda: (_record(project, scheme, id, source, request.layers) for id in ids),
    )
    _make_room(file_format, request.out)
    with alone_in(request.out) if file_format.is_folder else nullcontext():
        return _written(project, scheme, file_format, source, ids, options, request, progress)


def require_whole(report: ExportReport, *, told_in: str) -> None:
    """Raises KnownError A601 where something could not be carried, which `told_in` has."""
    if report.listed:
        first = report.listed[0]
        raise KnownError(
            "A601",
            f"spans that could not be carried: {len(report.listed)}; the first: {first.label} “{first.text:.60}”: "
            f"{first.reason}",
            f"see {told_in}, or export without --strict",
        )


def _written(
    project: Project,
    scheme: Scheme,
    file_format: Format,
    source: str,
    ids: Sequence[str],
    options: ExportOptions,
    request: ExportRequest,
    progress: Progress | None,
) -> ExportReport:
    report = ExportReport(file_format.name, source, judge=file_format.judge)
    folder, file_name = (request.out, "") if file_format.is_folder else (request.out.parent, request.out.name)
    replaced = list(replaced_report.notes(folder, format_name=file_format.name, file_name=file_name))
    expected, roleless = Tally(), Spooled(request.out.parent) if file_format.has_roles else None

    def documents() -> Iterator[ExportedDocument]:
        if file_format.is_folder:  # files of an earlier export are replaced from here on, one by one
            _write_report(file_format, request.out, report)
        for number, document_id in enumerate(ids, start=1):
            document = _record(project, scheme, document_id, source, request.layers, roleless=roleless)
            report.documents += 1
            report.spans_in += len(document.spans)
            for span in document.spans:
                expected.add(carried_of(document, span))
            yield document
            if progress:
                progress(number, len(ids))

    try:
        written = resolve(file_format.writer or "")(documents(), request.out, options)
    except OSError as error:
        raise KnownError("A002", f"{request.out}: {error.strerror}", "choose another place, or make room") from error
    if not file_format.is_folder:  # the file is another, and not yet compared
        _write_report(file_format, request.out, report)
    report.listed, report.files = written.listed, written.files
    report.lost = _lost(written, roleless, request.out.parent)
    report.notes = [*written.notes, *_passed(project, ids, source), *replaced]
    report.spans_out = compare(file_format, request.out, options, expected, written.listed)
    report.finished = True
    _write_report(file_format, request.out, report)
    return report


def chosen_source(project: Project, source: str | None, *, beside: Sequence[str] = (SUGGESTIONS,)) -> str:
    """Whose decisions are meant, or which of `beside`; KnownError A603 if nobody has any, A604 naming who there is."""
    if source in beside:
        return str(source)
    actors = project.actors()
    if source is None:
        if GOLD in actors:
            return GOLD
        if len(actors) == 1:
            return actors[0]
    elif source in actors:
        return source
    if not actors:
        todo = "annotate first, or use --from suggestions" if beside else "mark the documents that are read as done"
        raise KnownError("A603", "nobody has decided anything yet", todo)
    who = "it is not clear whose decisions are meant" if source is None else f"there is no annotator {source!r:.60}"
    raise KnownError("A604", who, f"use --from with one of {', '.join([*actors, *beside])}")


def _lost(written: Written, roleless: Spooled | None, near: Path) -> Sequence[Listed]:
    """What the format had no room for, and before it the events that go out without roles whose fillers stay."""
    if not roleless:
        return written.lost
    gone = {(one.document, one.layer, one.label, one.fragments) for one in written.listed}
    lost = Spooled(near)
    lost += (one for one in roleless if (one.document, one.layer, one.label, one.fragments) not in gone)
    lost += written.lost
    return lost


def _ids(project: Project, request: ExportRequest, source: str) -> Sequence[str]:
    ids: Sequence[str] = list(dict.fromkeys(request.documents)) or project.document_ids()
    for document_id in request.documents:
        if not project.has_document(document_id):
            raise KnownError(
                "A107",
                f"there is no document {document_id!r:.100}",
                "`annotator export PROJECT --format jsonl --out FILE` shows the ids",
            )
    if request.only_done:
        done = set(project.ids_with_status(source, "done"))
        ids = [document_id for document_id in ids if document_id in done]
    if not ids:
        raise KnownError("A603", "there is no document to export", "import or finish some, or leave out --only-done")
    return ids


def _options(project: Project, scheme: Scheme, request: ExportRequest, call_worker: WorkerCall) -> ExportOptions:
    known = {layer.name: (layer.kind, layer.is_event) for layer in scheme.layers}
    for name in request.layers:
        if name not in known:
            raise KnownError("A403", f"the scheme has no layer {name!r:.60}", f"choose from {', '.join(known)}")
    return ExportOptions(
        layers=request.layers,
        split=request.split,
        spread=request.spread,
        language=str(project.meta("language") or "nl"),
        scheme=scheme.name,
        layer_kinds={name: kind for name, kind in known.items() if not request.layers or name in request.layers},
        labels={name: tuple(label.name for label in scheme.labels_of(name)) for name in known},
        tokenizer=project.tokenizer,
        call_worker=call_worker,
        definition=scheme,
        agreement=lambda: _agreement(project, scheme, request),
    )


def _agreement(project: Project, scheme: Scheme, request: ExportRequest) -> dict[str, Any] | None:
    """What `agreement` says of the documents that go out; None where no two annotators finished the same."""
    try:
        return measure(project, scheme, layers=request.layers, documents=request.documents)
    except KnownError as error:
        if error.code not in ("A604", "A804", "A806"):
            raise
        return None


def _make_room(file_format: Format, out: Path) -> None:
    """The folder to write into, or the one the file goes to; an export replaces its own files only."""
    try:
        str(out).encode()
    except UnicodeEncodeError as error:  # report.json names its files, spaCy's configs their folder
        raise KnownError("A002", f"{out}: the name is not UTF-8", "choose another place for --out") from error
    folder = out if file_format.is_folder else out.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("A002", f"{folder}: {error.strerror}", "choose another place for --out") from error
    if not file_format.is_folder and os.path.isdir(out):  # noqa: PTH112  (Path's raises where a folder is barred)
        raise KnownError(
            "A002", f"{out} is a folder", f"name a file, such as {out / 'export'}{file_format.extensions[0]}"
        )
    refuse_project(out)


def refuse_project(out: Path) -> None:
    """Raises KnownError A106 where `out` is a project file, or a file that SQLite or the lock keeps beside one.

    Writing there would destroy all decisions in it, or the latest.
    """
    if _is_project(out):
        raise KnownError("A106", f"{out} is a project; an export does not replace it", "choose another name for --out")
    for ending in COMPANIONS:
        if out.name.endswith(ending) and _is_project(out.with_name(out.name.removesuffix(ending))):
            raise KnownError("A106", f"{out} belongs to a project", "choose another name for --out")


def _is_project(path: Path) -> bool:
    try:
        return peek(path)[0] == APPLICATION_ID
    except KnownError:
        return False


def _record(
    project: Project,
    scheme: Scheme,
    document_id: str,
    source: str,
    layers: tuple[str, ...],
    *,
    roleless: Spooled | None = None,
) -> ExportedDocument:
    """The document as it goes out; events that leave roles behind are noted in `roleless`, where that is given."""
    document = project.document(document_id)
    if source == SUGGESTIONS:
        real = [one for one in project.suggestions(document_id).values() if not is_planted(one)]
        spans = _settled(real, scheme)
        verdicts: dict[str, Verdict] = {}
        comments: Mapping[str, Comment] = {}
        status = "todo"
    else:
        decided = project.decided(document_id, source)
        _, verdicts = without_planted(decided.spans, decided.verdicts)
        spans, comments = tuple(decided.spans.values()), decided.comments
        status = decided.status
    chosen = [span for span in spans if not layers or span.layer in layers]
    ids = {span.id for span in chosen if not isinstance(span, Event)}
    record = ExportedDocument(
        id=document.id,
        title=document.title,
        text=document.text,
        sha256=document.sha256,
        tokens=document.tokens,
        sentences=document.sentences,
        regions=document.regions,
        meta=document.meta,
        annotator=source,
        status=status,
        spans=tuple(sorted((_with_known_fillers(span, ids) for span in chosen), key=lambda span: span.fragments)),
        # What the scheme has no more could not be read back under it.
        rejected=tuple(
            one for one in verdicts.values() if one.outcome == "rejected" and scheme.label(one.layer, one.label)
        ),
        comments=tuple(comments.values()),
    )
    if roleless is not None:
        for span in chosen:
            roles = [one.role for one in arguments_of(span) if not _goes_out(one, ids)]
            if roles:
                roleless.append(carrying.listed(record, span, f"role {', '.join(roles)}: {FILLER_LISTED}"))
    return record


def _passed(project: Project, ids: Iterable[str], source: str) -> list[str]:
    """A note on spans that were accepted from planted suggestions: they are somebody's labels by now, and go out.

    Also where nothing is planted any more, and where gold has them as both of two annotators accepted them.
    """
    is_settled = source in adjudicators(project)
    names = annotators_of(project) if is_settled else [source]
    if source == SUGGESTIONS or not any(project.verdict_counts(name, PLANTED).get("accepted") for name in names):
        return []
    count = 0
    for id in ids:
        decided = project.decided(id, source)
        if is_settled:
            count += len(planted_in_gold(versions_of(project, id), decided.spans.values()))
        else:
            count += len(decided.spans) - len(without_planted(decided.spans, decided.verdicts)[0])
    return (
        [f"{count} spans were accepted from planted wrong suggestions; `annotator stats` counts them"] if count else []
    )


def _with_known_fillers(span: Span, ids: set[str]) -> Span:
    """The event without arguments whose filler does not go out: an open suggestion, or of a layer that is left out."""
    if not isinstance(span, Event):
        return span
    kept: tuple[Argument, ...] = tuple(one for one in span.arguments if _goes_out(one, ids))
    return span if kept == span.arguments else replace(span, arguments=kept)


def _goes_out(argument: Argument, ids: set[str]) -> bool:
    return argument.span in ids or not argument.is_mentioned


def _settled(suggestions: Iterable[Suggestion], scheme: Scheme) -> tuple[Span, ...]:
    """Suggestions as spans under their own ids; of two that overlap in a flat layer the better one."""
    kinds = {layer.name: layer.kind for layer in scheme.layers}
    chosen: list[Span] = []
    used: dict[str, set[int]] = {}
    for one in sorted(suggestions, key=lambda suggestion: (-suggestion.score, suggestion.fragments)):
        if kinds.get(one.layer) == "flat":
            places = {position for start, end in one.fragments for position in range(start, end)}
            taken = used.setdefault(one.layer, set())
            if places & taken:
                continue
            taken |= places
        attributes = dict(one.attributes)
        common = (one.id, one.layer, one.label, one.fragments, attributes, "suggested", one.id, one.score)
        chosen.append(Event(*common, one.arguments) if one.is_event else Span(*common))  # type: ignore[arg-type]
    return tuple(chosen)


def _write_report(file_format: Format, out: Path, report: ExportReport) -> None:
    with output.text_file((out if file_format.is_folder else out.parent) / REPORT) as handle:
        report.write(handle)
