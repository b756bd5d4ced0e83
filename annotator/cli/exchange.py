"""Commands that bring articles and annotations in and take them out again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import typer

from annotator.cli.console import counted, cut, note, progress, say, say_json, takes_any_text
from annotator.cli.targets import STDOUT, written_to
from annotator.errors import KnownError
from annotator.formats.records import Listed
from annotator.services import comparing, projects
from annotator.services.export_report import ExportReport
from annotator.services.exporting import ExportRequest, export, require_whole
from annotator.services.extending import NewLabel
from annotator.services.importing import ImportReport, import_paths
from annotator.services.previewing import Preview, labels_to_add, look
from annotator.services.settling import NO_MAP, load_map
from annotator.services.source_files import nothing_in
from annotator.services.working import worker
from annotator.store.project import Project

SHOWN = 20  # lines of what was listed that a terminal gets; report.json has all


class Unknown(StrEnum):
    """What to do with labels, roles and attributes that the scheme does not have."""

    STOP = "stop"
    SKIP = "skip"
    ADD = "add"


class Stratify(StrEnum):
    """What is spread evenly over train, dev and test."""

    LABEL = "label"
    DATE = "date"
    NONE = "none"


class OnError(StrEnum):
    """What to do with a file that is refused."""

    STOP = "stop"
    SKIP = "skip"


def import_files(
    project: Path = typer.Argument(help="The project file."),
    paths: list[Path] = typer.Argument(help="Files and folders; a folder is walked."),
    format: str | None = typer.Option(None, help="Force a format (see `annotator formats`)."),
    name: str | None = typer.Option(None, "--as", help="Whose decisions the annotations become."),
    on_error: OnError = typer.Option(OnError.STOP, help="A refused file stops all, or is left out whole."),
    encoding: str | None = typer.Option(None, help="Encoding of text files, where it cannot be told."),
    text_column: str | None = typer.Option(None, help="The column or key that holds the text (CSV, JSONL)."),
    label_map: Path | None = typer.Option(None, help="A TOML file: what labels of the files stand for."),
    unknown_labels: Unknown = typer.Option(
        Unknown.STOP, help="Refuse what the scheme does not have, leave it out, or add the labels to the scheme."
    ),
    dry_run: bool = typer.Option(False, "--dry-run", help="Only say what would come in and what would not."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Import articles, with annotations where the format has them."""
    given = {"encoding": encoding, "text_column": text_column}
    options = {key: value for key, value in given.items() if value is not None}
    names = NO_MAP if label_map is None else load_map(label_map)
    if name is not None:
        comparing.require_name(name, comparing.WITH_AS)
    with (
        Project.open(project, read_only=dry_run) as opened,
        worker() as call,
        progress("read" if dry_run else "imported", is_quiet=quiet) as show,
    ):
        scheme = projects.scheme_of(opened)
        added: tuple[NewLabel, ...] = ()
        if dry_run or unknown_labels is Unknown.ADD:
            seen = look(
                paths, scheme, call, format_name=format, options=options, project=opened, label_map=names,
                overlaps="skip" if unknown_labels is Unknown.SKIP else "stop", progress=show if dry_run else None,
                actor=name,
            )  # fmt: skip
            if dry_run and not seen.files:
                raise nothing_in(paths, format)
            if dry_run:
                _say_preview(seen, as_json=json)
                return
            added, names = labels_to_add(seen, scheme, names)
        report = import_paths(
            opened,
            scheme,
            call,
            paths,
            format_name=format,
            actor=name,
            on_error=on_error.value,
            options=options,
            progress=show,
            label_map=names,
            unknown_labels="skip" if unknown_labels is Unknown.SKIP else "stop",
            added=added,
        )
    if json:
        say_json(report.to_json())
        return
    _say_report(report, added)


def _say_report(report: ImportReport, added: Sequence[NewLabel]) -> None:
    encodings = ", ".join(f"{name} ({count})" for name, count in sorted(report.encodings.items()))
    articles, files = counted(len(report.added), "article"), counted(report.files, "file")
    say(f"{articles} added from {files}, read as {encodings or 'nothing'}.")
    if report.duplicates:
        say(f"there already (same text) and not added again: {report.duplicates}")
    if report.annotated:
        say(f"{counted(report.annotations, 'annotation')} recorded in {counted(report.annotated, 'article')}.")
    if report.off_token:
        say(f"of them not on token edges, and kept as they are: {report.off_token}")
    if added and report.files:
        note(f"added to the scheme, now version {report.scheme_version}: {', '.join(one.name for one in added)}")
    if report.pieces:
        say(f"of them in several pieces on a layer for whole names, and kept as they are: {report.pieces}")
    for what, count in report.left_out.items():
        note(f"left out: {count} × {what}")
    for line in report.notes:
        note(line)
    for one in report.skipped:
        note(f"left out {one['file']}: {one['error']}: {one['what']} · {one['todo']}")


def _say_preview(seen: Preview, *, as_json: bool) -> None:
    if as_json:
        say_json(seen.to_json())
        return
    formats = ", ".join(f"{name} ({count})" for name, count in seen.formats.items())
    articles, files = counted(seen.documents, "article"), counted(len(seen.good), "file")
    say(f"{articles} in {files}, read as {formats or 'nothing'}; nothing was imported.")
    if len(seen.first) < seen.documents:
        say(f"The first {len(seen.first)}:")
    for one in seen.first:
        kept = f", {counted(one.kept, 'annotation')}" if one.kept or one.left_out else ""
        left_out = f", {one.left_out} left out" if one.left_out else ""
        say(f"  {cut(one.title)}: {counted(one.characters, 'character')}{kept}{left_out}")
    if seen.again:
        say(f"the same text as one before it, and would not be added again: {seen.again}")
    if seen.there:
        say(f"there already (same text), and would not be added again: {seen.there}")
    if seen.annotated or seen.missing or seen.left_out:
        say(f"would be kept: {counted(seen.labels.total(), 'annotation')} in {counted(seen.annotated, 'article')}.")
    known = [f"{name} ({count})" for name, count in seen.annotators.most_common(SHOWN) if name]
    if known:
        say(f"The files say whose they are: {', '.join(known)}.")
    if seen.off_token:
        say(f"not on token edges, and would be kept as is: {seen.off_token} (first articles with any: {seen.cut})")
    for missing, count in seen.missing.items():
        note(f"not in the scheme: {count} × {missing.kind} {cut(missing.name)}")
    for line in seen.notes:
        note(line)
    for refused in seen.refused:
        note(f"would be refused: {refused.path}: {refused.problem}")


def export_files(
    project: Path = typer.Argument(help="The project file."),
    format: str = typer.Option(..., help="The format (see `annotator formats`)."),
    out: Path = typer.Option(..., help="The file or folder to write."),
    source: str | None = typer.Option(None, "--from", help="gold, an annotator's name, or suggestions."),
    layers: list[str] | None = typer.Option(None, help="Only these layers."),
    documents: list[str] | None = typer.Option(None, help="Only these documents, by id."),
    split: str = typer.Option("80/10/10", help="Shares of train, dev and test in per cent."),
    stratify: Stratify = typer.Option(
        Stratify.LABEL, help="What each split gets its share of: labels, months, or none."
    ),
    only_done: bool = typer.Option(False, "--only-done", help="Only documents that are done."),
    strict: bool = typer.Option(False, "--strict", help="Exit 1 if anything could not be carried."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Export training data; every span is read back and compared."""
    shares = _shares(split)
    with (
        written_to(out, format, as_json=json) as place,
        Project.open(project, read_only=True) as opened,
        worker() as call,
        progress("exported", is_quiet=quiet) as show,
    ):
        chosen = (source, tuple(layers or ()), tuple(documents or ()))
        request = ExportRequest(format, place, *chosen, shares, stratify.value, only_done)
        report = export(opened, projects.scheme_of(opened), call, request, progress=show)
    if json:
        report.write(sys.stdout, is_ascii=not takes_any_text())
    else:
        _say_export(report, out)
    if strict:  # after the answer, which says all that could not be carried
        require_whole(report, told_in="report.json" if out != STDOUT else "the lines above")


def _say_export(report: ExportReport, out: Path) -> None:
    """What went out and what did not; beside an export to standard output there is no report.json that has all."""
    has_file = out != STDOUT
    for listed in report.listed[:SHOWN] if has_file else report.listed:
        _note_one("not carried", listed)
    if has_file and len(report.listed) > SHOWN:
        note(f"… and {len(report.listed) - SHOWN} more, all in report.json; in all:")
        for reason, count in list(report.reasons().items())[:SHOWN]:
            note(f"  {count} × {reason}")
    if report.lost:
        where = "; all of them are in report.json" if has_file else ":"
        note(f"spans that went out without all they have: {len(report.lost)}{where}")
        for one in report.lost[:1] if has_file else report.lost:
            _note_one("the first" if has_file else "not whole", one)
    for line in report.notes:
        note(line)
    tell, place = (say, out) if has_file else (note, "standard output")
    tell(f"{counted(report.documents, 'document')} of {report.source} in {place}, read back by {report.judge}.")
    tell(report.line())


def _note_one(what: str, one: Listed) -> None:
    note(f"{what}: {one.document}: {one.label} “{cut(one.text)}”: {one.reason}")


def _shares(split: str) -> tuple[int, int, int]:
    parts = split.split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or sum(map(int, parts)) != 100:
        raise KnownError("A401", f"--split {split!r:.40} is not three shares that make 100", "write it like 80/10/10")
    train, dev, test = map(int, parts)
    return train, dev, test
