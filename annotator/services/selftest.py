"""The self-test: one line a check that proves an installed or frozen copy of the program works."""

from __future__ import annotations

import platform
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.core.command import AcceptAbove, SetStatus
from annotator.errors import AnnotatorError, BugError, KnownError
from annotator.resources import seed
from annotator.services import projects
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.registry import COMMANDS, FORMATS, Format, resolve
from annotator.services.suggesting import suggest
from annotator.services.working import worker
from annotator.store.check import check_file
from annotator.store.connection import sqlite_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.formats.records import WorkerCall
    from annotator.services.session import Session

ARTICLES = 3  # sample articles that go through the round trip: enough to have a train, a dev and a test file


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it is called, and what runs it and says a detail; it fails by raising."""

    name: str
    run: Callable[[], str]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How a check went."""

    name: str
    is_ok: bool
    detail: str


def run_check(check: Check) -> CheckResult:
    """Runs one check; whatever goes wrong is its result."""
    try:
        return CheckResult(check.name, True, check.run())
    except (AnnotatorError, OSError, ImportError, ValueError, RuntimeError, AttributeError, KeyError) as error:
        return CheckResult(check.name, False, f"{type(error).__name__}: {error}")


def _program() -> str:
    for row in (*(command.function for command in COMMANDS), *_format_rows()):
        resolve(row)
    return f"annotator {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _format_rows() -> list[str]:
    return [row for one in FORMATS for row in (one.reader, one.writer, one.checker) if row]


def _worker() -> str:
    with worker() as call:
        facts = call("selftest", {})
    return ", ".join(f"{name} {value}" for name, value in sorted(facts.items()))


def _round_trip() -> str:
    with tempfile.TemporaryDirectory() as folder, worker() as call:
        path = Path(folder) / "selftest.annotator"
        lines = []
        with projects.create_project(path) as project:
            scheme = projects.scheme_of(project)
            articles = sorted(seed("articles").glob("*.txt"))[:ARTICLES]
            import_paths(project, scheme, call, articles, format_name="text")
            found = suggest(project, scheme, [call])
            session = projects.open_session(project, "selftest")
            for document in project.document_ids():
                session.do(AcceptAbove(document=document, threshold=0.0), origin="script")
                session.do(SetStatus(document=document, status="done"), origin="script")
            for one in FORMATS:
                if one.writer:
                    out = Path(folder) / one.name / ("" if one.is_folder else f"export{one.extensions[0]}")
                    try:
                        report = export(project, scheme, call, ExportRequest(one.name, out))
                    except KnownError as error:
                        if error.code != "A207":
                            raise
                        lines.append(f"{one.name} left out, {error.what}")  # a library that is installed beside
                        continue
                    lines.append(f"{one.name} {report.line()}{_back(one, out, Path(folder), call)}")
        findings = check_file(path)
        if findings:
            raise BugError(f"the project it made is not whole: {findings[0].what}")
    return f"{found.suggestions} suggestions in {found.documents} articles; {'; '.join(lines)}"


def _back(one: Format, out: Path, folder: Path, call: WorkerCall) -> str:
    """Imports what was exported into a project of its own; says nothing where the format is not read."""
    if not one.reader:
        return ""
    with projects.create_project(folder / f"{one.name}-back.annotator") as project:
        # CoNLL's dialects share an ending, so that a folder's files are named one by one.
        endings = (*one.extensions, ".conll")
        files = (
            [out]
            if out.is_file()
            else [path for path in sorted(out.rglob("*")) if path.suffix in endings and path.name != "report.json"]
        )
        if not files:
            raise BugError(f"{one.name}: wrote {[path.name for path in sorted(out.rglob('*'))][:9]} in {out.name}")
        report = import_paths(
            project, projects.scheme_of(project), call, files, format_name=one.name, unknown_labels="skip"
        )
        if not project.document_ids():
            raise BugError(f"{one.name}: nothing comes back of what was written")
    return f", {len(report.added)} back"


CHECKS: tuple[Check, ...] = (
    Check("program", _program),
    Check("sqlite", sqlite_facts),
    Check("worker", _worker),
    Check("round trip", _round_trip),
)


def picture_check(picture: Callable[[Session, str, Path], None]) -> Check:
    """The check of the window, painted offscreen; the window is lent by the composition root."""

    def run() -> str:
        with tempfile.TemporaryDirectory() as folder, worker() as call:
            with projects.create_project(Path(folder) / "selftest.annotator") as project:
                article = min(seed("articles").glob("*.txt"))
                import_paths(project, projects.scheme_of(project), call, [article], format_name="text")
                suggest(project, projects.scheme_of(project), [call])
                shot = Path(folder) / "window.png"
                picture(projects.open_session(project, "selftest"), project.document_ids()[0], shot)
            return f"painted, {shot.stat().st_size // 1024} kB of PNG"

    return Check("window", run)
