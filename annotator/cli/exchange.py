"""Commands that bring articles and annotations in and take them out again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import typer

from annotator.cli.console import note, progress, say, say_json
from annotator.errors import KnownError
from annotator.services import projects
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.settling import NO_MAP, load_map
from annotator.services.working import worker
from annotator.store.project import Project

SHOWN = 20  # lines of what was listed that a terminal gets; report.json has all


class Unknown(StrEnum):
    """What to do with labels, roles and attributes that the scheme does not have."""

    STOP = "stop"
    SKIP = "skip"


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
    unknown_labels: Unknown = typer.Option(Unknown.STOP, help="Refuse what the scheme does not have, or leave it out."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Import articles, with annotations where the format has them."""
    options = {"encoding": encoding, "text_column": text_column}
    with Project.open(project) as opened, worker() as call, progress("imported", is_quiet=quiet) as show:
        report = import_paths(
            opened,
            projects.scheme_of(opened),
            call,
            paths,
            format_name=format,
            actor=name,
            on_error=on_error.value,
            options={key: value for key, value in options.items() if value is not None},
            progress=show,
            label_map=NO_MAP if label_map is None else load_map(label_map),
            unknown_labels=unknown_labels.value,
        )
    if json:
        say_json(report.to_json())
        return
    encodings = ", ".join(f"{name} ({count})" for name, count in sorted(report.encodings.items()))
    say(f"{len(report.added)} articles added from {report.files} files, read as {encodings or 'nothing'}.")
    if report.duplicates:
        say(f"{report.duplicates} were there already (same text) and were not added again.")
    if report.annotated:
        say(f"{report.annotations} annotations recorded in {report.annotated} articles.")
    if report.off_token:
        say(f"{report.off_token} of them do not sit on token edges; they are kept as they are.")
    for what, count in report.left_out.items():
        note(f"left out: {count} × {what}")
    for line in report.notes:
        note(line)
    for one in report.skipped:
        note(f"left out {one['file']}: {one['error']}: {one['what']} · {one['todo']}")


def export_files(
    project: Path = typer.Argument(help="The project file."),
    format: str = typer.Option(..., help="The format (see `annotator formats`)."),
    out: Path = typer.Option(..., help="The file or folder to write."),
    source: str | None = typer.Option(None, "--from", help="gold, an annotator's name, or suggestions."),
    layers: list[str] | None = typer.Option(None, help="Only these layers."),
    documents: list[str] | None = typer.Option(None, help="Only these documents, by id."),
    split: str = typer.Option("80/10/10", help="Shares of train, dev and test in per cent."),
    only_done: bool = typer.Option(False, "--only-done", help="Only documents that are done."),
    strict: bool = typer.Option(False, "--strict", help="Exit 1 if anything could not be carried."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Export training data; every span is read back and compared."""
    request = ExportRequest(
        format, out, source, tuple(layers or ()), tuple(documents or ()), _shares(split), only_done, strict
    )
    with (
        Project.open(project, read_only=True) as opened,
        worker() as call,
        progress("exported", is_quiet=quiet) as show,
    ):
        report = export(opened, projects.scheme_of(opened), call, request, progress=show)
    if json:
        say_json(report.to_json())
        return
    for listed in report.listed[:SHOWN]:
        note(f"not carried: {listed.document}: {listed.label} “{listed.text:.60}”: {listed.reason}")
    if len(report.listed) > SHOWN:
        note(f"… and {len(report.listed) - SHOWN} more, all in report.json")
    if report.lost:
        first = report.lost[0]
        note(f"{len(report.lost)} spans went out without all they have; all of them are in report.json")
        note(f"the first: {first.document}: {first.label} “{first.text:.60}”: {first.reason}")
    for line in report.notes:
        note(line)
    say(f"{report.documents} documents of {report.source} in {out}, read back by {report.judge}.")
    say(report.line())


def _shares(split: str) -> tuple[int, int, int]:
    parts = split.split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or sum(map(int, parts)) != 100:
        raise KnownError("A401", f"--split {split!r:.40} is not three shares that make 100", "write it like 80/10/10")
    train, dev, test = map(int, parts)
    return train, dev, test
