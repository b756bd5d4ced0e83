"""Merging returned work: everything is checked and told before anything is kept, all files or none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from annotator.core import scheme_file
from annotator.core.state import DocumentState
from annotator.core.suggestion import suggestion_id
from annotator.core.text import fragments_problem, sha256_of
from annotator.errors import BugError, KnownError
from annotator.formats import package as files
from annotator.services import comparing
from annotator.services.backups import before
from annotator.services.packages import KEY
from annotator.services.replaying import Replay
from annotator.services.scheme_words import short
from annotator.store import locks_kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.formats.package import Return
    from annotator.store.assignments import Assignment
    from annotator.store.project import Project

Progress = Callable[[int, int], None]
MOST_TOLD = 50  # refusals told one by one of each file


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not taken: `reason` is one of REASONS; operation and document say where, "" where it is all."""

    reason: str
    what: str
    operation: str = ""
    document: str = ""


REASONS: dict[str, str] = {
    "file": "the file cannot be read, is damaged, or exceeds a limit",
    "signature": "the package was not signed by this project, or was changed since",
    "assignment": "there is no such assignment here",
    "actor": "decisions under another name than that of the annotator who was given the work",
    "gold": "decisions of the adjudicator",
    "scheme": "made under a scheme that is not the one assigned",
    "text": "a text is not the one that was assigned",
    "document": "decisions on documents that were not assigned",
    "chain": "operations altered, missing, put in or out of order",
    "replay": "operations that are here already under another number, or that come twice",
    "conflict": "differs from what this assignment returned before",
    "kind": "operations that no annotator makes",
    "label": "labels, attributes or statuses that the scheme does not have",
    "place": "fragments outside the text, on white space, or overlapping on a flat layer",
    "role": "roles that the type does not have, or filled by what does not exist",
    "state": "decisions that do not fit what was there before them",
    "undo": "an undo of what was not there to undo",
}


@dataclass(slots=True)
class FileReport:
    """What one file holds: operations in all and new ones, documents and how many are done after it."""

    file: str
    annotator: str = ""
    assignment: str = ""
    documents: int = 0
    done: int = 0
    operations: int = 0
    new: int = 0
    notes: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    refusals: int = 0


@dataclass(slots=True)
class MergeReport:
    """What a merge did; `merged` is False where a file was refused or it was a dry run: then nothing was kept."""

    files: list[FileReport] = field(default_factory=list)
    merged: bool = False
    is_dry_run: bool = False

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return sum(bool(one.refusals) for one in self.files)

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return {**asdict(self), "refused": self.refused}


class _NotKept(Exception):  # noqa: N818  (takes back the transaction, never seen outside of this module)
    pass


def merge(
    project: Project,
    scheme: Scheme,
    paths: Sequence[Path],
    *,
    is_dry_run: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Takes returned work over in one transaction, if every file is sound; the report says what and why not.

    `progress(steps, of how many)` counts the operations of each file, checked and then written; it may raise to
    end the merge: then nothing was kept.
    What is here already is passed over, so that merging a file again changes nothing. Raises KnownError
    only where the project itself fails (A104, A105, A108).
    A dry run of a project that is open for reading only, as it is while somebody works in it, is made on a copy.
    """
    if is_dry_run and project.is_read_only:
        return _try_on_copy(project, scheme, paths, progress)
    report = MergeReport(is_dry_run=is_dry_run)
    if not is_dry_run:
        before(project, "merge")
    try:
        with project.transaction():
            for path in paths:
                report.files.append(_merge_file(project, scheme, path, progress or (lambda _done, _total: None)))
            if is_dry_run or report.refused:
                raise _NotKept
        report.merged = True
    except _NotKept:
        pass
    return report


def _try_on_copy(project: Project, scheme: Scheme, paths: Sequence[Path], progress: Progress | None) -> MergeReport:
    """A dry run that needs neither the project's lock nor a place to write beside it.

    A copy, for what a file brings has to be seen by the check of the next.
    """
    try:
        with TemporaryDirectory(prefix="annotator-") as folder:
            place = Path(folder) / project.path.name
            project.copy_to(place)
            with type(project).open(place) as copy:
                return merge(copy, scheme, paths, is_dry_run=True, progress=progress)
    except OSError as error:
        what = f"no copy to try it on can be made ({error.strerror})"
        raise KnownError("A108", what, "free disk space, or set TMPDIR to a folder that can be written") from error


def _merge_file(project: Project, scheme: Scheme, path: Path, progress: Progress) -> FileReport:
    report = FileReport(str(path))
    if locks_kept.is_open(path):  # a look at it would take SQLite's locks off
        _refuse(report, Refusal("file", f"A801: {path.name} is no work package, or is cut off"))
        return report
    try:
        work = files.read_return(path)
    except KnownError as error:
        if error.code in ("A104", "A105", "A108"):
            raise
        _refuse(report, Refusal("file", _why_no_return(path, error)))
        return report
    report.annotator, report.operations = work.annotator, len(work.operations)
    report.assignment = work.manifest.assignment.id
    report.documents = len(work.manifest.assignment.documents)
    assignment = _assignment_of(project, work, report)
    if assignment is not None:
        _Merger(project, scheme, assignment, work, report, progress).run()
    return report


def _why_no_return(path: Path, error: KnownError) -> str:
    """Why a file is not taken for a return; the package itself sent back unopened is told as that."""
    with suppress(KnownError):
        if files.kind_of(path) == "package":
            return f"{path.name} is the work package that went out, not the work that comes back"
    return f"{error.code}: {error.what}"


def _refuse(report: FileReport, *refusals: Refusal) -> None:
    for one in refusals:
        report.refusals += 1
        if len(report.refused) < MOST_TOLD:
            report.refused.append(one)


def _assignment_of(project: Project, work: Return, report: FileReport) -> Assignment | None:
    """The assignment that the file answers, where all that was signed is as it was; else the refusals."""
    key = project.meta(KEY)
    if key is None or not files.is_signed(work.manifest, bytes.fromhex(str(key))):
        _refuse(report, Refusal("signature", "the package this answers was not signed by this project"))
        return None
    said = work.manifest.assignment
    assignment = next((one for one in project.assignments() if one.id == said.id), None)
    if assignment is None or dict(assignment.manifest) != dict(work.manifest.value):
        _refuse(report, Refusal("assignment", f"there is no assignment {said.id!r:.80} here"))
        return None
    if work.annotator != assignment.annotator:
        reason = "gold" if work.annotator in comparing.adjudicators(project) else "actor"
        what = f"the work was given to {assignment.annotator!r:.60}, and is returned as {work.annotator!r:.60}"
        _refuse(report, Refusal(reason, what))
    schemes = {sha256_of(one.source) for one in project.schemes()}
    if said.scheme["sha256"] not in schemes:
        _refuse(report, Refusal("scheme", f"scheme {said.scheme['name']} {said.scheme['version']} was never here"))
    for id, sha256 in said.documents.items():
        if not project.has_document(id) or project.document(id).sha256 != sha256:
            _refuse(report, Refusal("text", "is not the text that was assigned", document=id))
    return None if report.refusals else assignment


def _scheme_of(project: Project, sha256: str) -> Scheme:
    """The version of the scheme that work was handed out with, which is one of the project's."""
    source = next(one.source for one in project.schemes() if sha256_of(one.source) == sha256)
    return scheme_file.load(source, name=f"a scheme of {project.path.name}")


class _Merger:
    """Checks one return against the project, and takes it over if nothing speaks against it."""

    def __init__(
        self,
        project: Project,
        scheme: Scheme,
        assignment: Assignment,
        work: Return,
        report: FileReport,
        progress: Progress,
    ) -> None:
        self._progress = progress
        self._project = project
        self._scheme = scheme
        self._handed_out = _scheme_of(project, work.manifest.assignment.scheme["sha256"])
        self._assignment = assignment
        self._work = work
        self._report = report
        self._fillers = self._checked_fillers()
        self._replay = Replay(
            self._handed_out,
            {id: self._blank(id) for id in assignment.documents},
            actor=assignment.annotator,
            scheme_version=work.manifest.assignment.scheme["version"],
        )

    def run(self) -> None:
        """Adds what is new, or says in the report why the file is refused."""
        self._check_other_work()
        for done, operation in enumerate(self._work.operations):
            self._progress(done, 2 * len(self._work.operations))
            had_refusals = self._is_refused()
            for reason, what in self._replay.take(operation):
                # After a first refusal these follow from it, and would only hide the cause.
                if not (had_refusals and reason in ("state", "undo")):
                    self._say(reason, what, operation)
        for document, what in self._replay.dangling():
            _refuse(self._report, Refusal("role", what, document=document))
        for obstacle in self._replay.missing_in(self._scheme):
            part, (spans, texts, *_) = short(obstacle.part), obstacle.use
            what = f"uses {part}, which the scheme has no more: spans {spans}, documents {texts}; add it again first"
            _refuse(self._report, Refusal("label", what))
        if self._is_refused():
            return
        new = self._new_operations()
        if self._is_refused():
            return
        self._report.done = sum(state.status == "done" for state in self._replay.states.values())
        self._note(new)
        self._keep(new)

    def _is_refused(self) -> bool:
        return self._report.refusals > 0

    def _say(self, reason: str, what: str, operation: Operation) -> None:
        if reason == "actor" and operation.actor in comparing.adjudicators(self._project):
            reason = "gold"
        where = f"{operation.sequence} of {operation.actor:.60} ({operation.id})"
        _refuse(self._report, Refusal(reason, what, where, operation.document))

    def _blank(self, id: str) -> DocumentState:
        known = self._project.suggestions(id)
        return DocumentState(self._project.document(id), {**self._fillers.get(id, {}), **known})

    def _checked_fillers(self) -> dict[str, dict[str, Suggestion]]:
        """Suggestions that came along for roles they fill; those that could not be a suggester's are refused."""
        found: dict[str, dict[str, Suggestion]] = {}
        for id, suggestions in self._work.suggestions.items():
            if id not in self._assignment.documents:
                _refuse(self._report, Refusal("document", "comes with suggestions, and was not assigned", document=id))
                continue
            document = self._project.document(id)
            for one in suggestions:
                is_own = one.id == suggestion_id(document.sha256, one.layer, one.label, one.fragments)
                problem = fragments_problem(one.fragments, len(document.text))
                if not is_own or problem or one.is_event or self._handed_out.label(one.layer, one.label) is None:
                    _refuse(self._report, Refusal("role", f"the suggestion {one.id} is not sound", document=id))
                    continue
                found.setdefault(id, {})[one.id] = one
        return found

    def _check_other_work(self) -> None:
        """Refuses where the annotator has decided on these documents here, outside of this assignment."""
        own = {*self._assignment.replicas, *(one.replica for one in self._work.operations)} - {self._project.replica}
        for operation in self._known():
            if operation.replica not in own:
                self._say("conflict", "was made here, on a document that was given out", operation)

    def _known(self) -> Iterator[Operation]:
        """The annotator's operations on the assigned documents that are in the project, each once."""
        seen: set[str] = set()
        for id in self._assignment.documents:
            for operation in self._project.operations(actor=self._assignment.annotator, document=id):
                if operation.id not in seen:
                    seen.add(operation.id)
                    yield operation

    def _new_operations(self) -> list[Operation]:
        """What is not here yet; refuses what contradicts what came back before."""
        returned = {operation.id for operation in self._work.operations}
        known = {operation.id: operation for operation in self._known()}
        new: list[Operation] = []
        differing: list[Operation] = []
        for operation in self._work.operations:
            there = self._project.hash_at(operation)
            if there == operation.hash:
                if new:
                    self._say("conflict", "is here already, and one before it is not", operation)
                continue
            if operation.replica == self._project.replica:
                self._say("actor", "says it was made in this project, and was not", operation)
            elif there is not None:
                differing.append(operation)
            elif operation.id in known or self._project.has_operation(operation.id):
                self._say("replay", "is here already under another number", operation)
            new.append(operation)
        self._say_two_copies(differing)
        missing = [operation for id, operation in known.items() if id not in returned]
        if new and missing and not differing:
            self._say("conflict", "was returned before and is not in this return", missing[0])
        return new

    def _say_two_copies(self, differing: Sequence[Operation]) -> None:
        """One line for the first of these and one for all the others: they have one cause."""
        for operation in differing[:1]:
            self._say("conflict", "differs from what was returned before under that number", operation)
        if len(differing) > 1:
            documents = len({decision.document for operation in differing for decision in operation.decisions})
            count = f"operations: {len(differing)}, documents: {documents}"
            _refuse(self._report, Refusal("conflict", f"work went on in two copies of one project ({count})"))

    def _note(self, new: Sequence[Operation]) -> None:
        notes = self._report.notes
        if not self._work.operations:
            notes.append("nothing was decided in it yet")
        elif not new:
            notes.append("nothing new: all of it was merged before")
        signed = self._work.manifest.assignment
        if signed.scheme["sha256"] != sha256_of(self._project.scheme_source):
            notes.append(f"made under version {signed.scheme['version']} of the scheme, which has changed since")
        changed = sorted({rule.label for rule in self._project.rules() if rule.version > signed.guideline})
        if changed:
            notes.append(f"the guideline has changed since for {', '.join(changed)}")
        blind = [id for id, is_blind in self._assignment.documents.items() if is_blind]
        used = [id for id in blind if self._replay.states[id].verdicts]
        if used:
            notes.append(f"suggestions were used on control documents: {len(used)}, such as {used[0]}")

    def _counted(self, new: Sequence[Operation]) -> Iterator[Operation]:
        total = 2 * len(self._work.operations)
        for done, operation in enumerate(new, total - len(new)):
            self._progress(done, total)
            yield operation
        self._progress(total, total)

    def _keep(self, new: Sequence[Operation]) -> None:
        for replica in dict.fromkeys(operation.replica for operation in self._work.operations):
            try:
                self._project.bind_assignment(self._assignment.id, replica)
            except KnownError as error:
                if error.code != "A803":
                    raise
                _refuse(self._report, Refusal("replay", error.what))
                return
        try:
            self._project.merge(self._counted(new))
        except BugError as error:  # what the replay took for equal, such as 1 and 1.0, the log tells apart
            _refuse(self._report, Refusal("state", str(error)))
            return
        self._report.new = len(new)
        for id, state in self._replay.states.items():
            cited = {one.span for event in state.events() for one in event.arguments} - set(state.spans)
            known = self._project.suggestions(id)
            missing = [one for key, one in self._fillers.get(id, {}).items() if key in cited and key not in known]
            if missing:
                self._project.keep_suggestions(id, missing)
