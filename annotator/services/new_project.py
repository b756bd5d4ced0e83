"""A new project in one go: looks at the articles first, then makes the file, imports them and suggests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.endings import PROJECT
from annotator.core.text import beginning
from annotator.errors import KnownError, StoppedError
from annotator.formats import zip_members
from annotator.services import projects
from annotator.services.importing import Choices, import_chosen
from annotator.services.previewing import EXCERPT
from annotator.services.registry import resolve
from annotator.services.source_files import files_of
from annotator.services.suggesting import suggest
from annotator.store import drafts
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.formats.records import ImportedDocument, WorkerCall

LOOKED_INTO = ("text", "jsonl", "csv")  # formats whose first article is read at a glance, without a worker

# What is being done ("import", "suggest"), how many documents are done, and of how many (0: not known).
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that an import would read: its format, size in bytes, first words, or why it would be refused."""

    path: Path
    format: str = ""
    size: int = 0
    excerpt: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NewProject:
    """What the wizard asks for."""

    path: Path
    scheme: str
    sources: tuple[Path, ...]
    has_suggestions: bool = True
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class MadeProject:
    """What became of it; `is_whole` is False where suggesting was stopped, which loses nothing."""

    path: Path
    documents: int
    duplicates: int
    suggestions: int
    is_whole: bool = True


def look_at(sources: Iterable[Path]) -> Iterator[FoundFile]:
    """Each file below the sources, in the order of an import, with its first words or what is wrong with it."""
    with zip_members.reading():
        for source in sources:
            try:
                for path, file_format in files_of([source], None):
                    yield _looked_into(path, file_format)
            except KnownError as error:
                yield FoundFile(source, problem=error.said)


def _looked_into(path: Path, file_format: Any) -> FoundFile:  # noqa: ANN401  (a row of the registry)
    try:
        size = path.stat().st_size
        if file_format.name not in LOOKED_INTO:
            return FoundFile(path, file_format.name, size)
        first: ImportedDocument | None = next(resolve(file_format.reader)(path, {}), None)
    except KnownError as error:
        return FoundFile(path, file_format.name, 0, problem=error.said)
    except OSError as error:
        return FoundFile(path, file_format.name, 0, problem=str(error.strerror))
    if first is None:
        return FoundFile(path, file_format.name, size, problem="holds no article")
    return FoundFile(path, file_format.name, size, beginning(first.text, EXCERPT))


def make_project(request: NewProject, call_worker: WorkerCall, *, report: Report) -> MadeProject:
    """Makes the project, imports all sources and, where wanted, suggests for every document.

    `report` is called often and may raise StoppedError: during the import nothing is left of the project,
    later it stays with what there is. Raises what creating, importing and suggesting raise; where the
    import fails, nothing is left either. Runs wholly in the thread that calls it.
    """
    report("import", 0, 0)
    project = projects.create_project(request.path, scheme=request.scheme)
    try:
        with project:
            scheme = projects.scheme_of(project)

            def imported(done: int, total: int) -> None:
                report("import", done, total)

            found = import_chosen(project, scheme, call_worker, request.sources, request.choices, progress=imported)
    except BaseException:
        drafts.discard(request.path)
        raise
    documents, duplicates = len(found.added), found.duplicates
    if not request.has_suggestions:
        return MadeProject(request.path, documents, duplicates, 0)
    count, is_whole = _suggest(request.path, call_worker, report, documents)
    return MadeProject(request.path, documents, duplicates, count, is_whole)


def _suggest(path: Path, call_worker: WorkerCall, report: Report, documents: int) -> tuple[int, bool]:
    def suggested(done: int, total: int) -> None:
        report("suggest", done, total)

    with Project.open(path) as project:
        try:
            report("suggest", 0, documents)
            made = suggest(project, projects.scheme_of(project), [call_worker], progress=suggested)
        except StoppedError:
            return 0, False
        return made.suggestions, True


def problem_of_target(folder: str, name: str) -> str:
    """What is wrong with where a project is to go: "name", "taken", "folder"; "" where nothing is."""
    if not name.strip() or Path(name).name != name or name.startswith("."):
        return "name"
    place = Path(folder).expanduser()
    if not folder.strip() or not place.is_dir():
        return "folder"
    return "taken" if (place / f"{name}{PROJECT}").exists() else ""
