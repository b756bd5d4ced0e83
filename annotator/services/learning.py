"""Learning from decisions: the learner behind the window, and training with figures for the command line."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, Protocol

from annotator.errors import KnownError
from annotator.nlp.messages import PREFIX
from annotator.services.comparing import GOLD
from annotator.services.exporting import chosen_source
from annotator.services.lessons import (
    TEXTS,
    Register,
    decisions_hash,
    learned_in_depth,
    learned_lessons,
    lesson,
    shape_of,
)
from annotator.services.pipelines import installed, kept
from annotator.services.projects import scheme_of
from annotator.services.suggesting import BATCH, known_names, model_path, survey
from annotator.store.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.scheme import Scheme

RECENT = 40  # finished documents that a fast learner begins with
QUICK_TEXTS = 40  # articles without decisions that it counts words of
ATTEMPTS = 3  # a worker that was started anew knows nothing: all is sent again
HOUR = 3600.0  # seconds
LONGEST = 4 * HOUR  # for one training; the curve of a large project takes several
MANY = 64  # documents that a worker lacks, from which on their reading is told apart in the progress
READING = 0.4  # of the time that reading and learning take, about
STEPS = 1_000  # of such a progress
PATIENCE = 600.0  # for an update, which takes a few: a worker that hangs is ended, and the next article starts another
Progress = Callable[[int, int], None]
Way = Literal["update", "deep"]


class Worker(Protocol):
    """A worker as `WorkerClient.call` is: the task's answer, with progress."""

    def __call__(
        self, task: str, payload: dict[str, Any], *, progress: Progress | None = None, timeout: float = ...
    ) -> dict[str, Any]:
        """The task's answer."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did; `is_late` where decisions came in while it ran, so that its result is already old.

    `is_stale`: a document was decided anew, and what it had taught before can only be taken back in depth.
    """

    way: Way
    decisions: str
    documents: int
    seconds: float
    is_late: bool = False
    is_stale: bool = False
    finished: int = 0  # of the documents
    report: dict[str, Any] = field(default_factory=dict)


class Learner:
    """Learns behind the window: `request` from any thread, `run` from one thread of the learner's own.

    From what `source` decided, and from what gold has finished of the rest; a model of another's is made anew.

    At most one run is queued, a deep one in place of an update. `quick` is the worker that also suggests;
    `deep` is one of its own, since training takes seconds. The project is opened read-only for each run.

    A second learner with the same `place`, for deep runs alone, may run beside it: what was learned in depth is put in
    place between two updates, never while one is about to write what it made of the model before. Each of the two does
    `only` its own way: a run of the other way, queued where nobody runs it, would stand in the way for ever.
    """

    def __init__(
        self,
        path: Path,
        source: str,
        quick: Worker,
        deep: Worker,
        *,
        place: threading.Lock | None = None,
        only: Way | None = None,
    ) -> None:
        self.path = path
        self.source = source
        self.model = model_path(path)
        self._workers: dict[Way, Worker] = {"update": quick, "deep": deep}
        self._registers: dict[Way, Register] = {
            "update": Register(source, beside=GOLD), "deep": Register(source, beside=GOLD),
        }  # fmt: skip
        self._sent: dict[str, None] = {}
        self._lock = threading.Lock()
        self._place = place or threading.Lock()
        self._pending: Way | None = None
        self._only = only
        self._finished_at_deep = learned_in_depth(self.model, source)

    def request(self, way: Way = "update") -> bool:
        """Queues a run; False where one is queued already that will do the same, or where it is another's to do."""
        with self._lock:
            if self._only not in (None, way) or self._pending in ("deep", way):
                return False
            self._pending = way
            return True

    @property
    def is_pending(self) -> bool:
        """Whether a run is queued."""
        return self._pending is not None

    @property
    def pending(self) -> Way | None:
        """The run that is queued, or None."""
        return self._pending

    def run(self, progress: Progress | None = None) -> Outcome | None:
        """Does the run that is queued, or nothing; a late or stale one queues another. Raises KnownError A501, A504."""
        with self._lock:
            way, self._pending = self._pending, None
        if way is None:
            return None
        with Project.open(self.path, read_only=True) as project:
            outcome = self._run(project, way, progress)
        if outcome.is_stale:
            self.request("deep")
        elif outcome.is_late:
            self.request("update")
        return outcome

    def is_deep_due(self, finished: int) -> bool:
        """Whether a fifth more is finished than at the last learning in depth, two documents at least."""
        return finished >= self._finished_at_deep + max(2, self._finished_at_deep // 5)

    def _run(self, project: Project, way: Way, progress: Progress | None) -> Outcome:
        scheme, register = scheme_of(project), self._registers[way]
        register.look(project, scheme)
        wanted = dict(register.digests)
        if way == "update":
            wanted = self._recent(project, register)
        else:
            wanted |= dict.fromkeys(register.untouched(project, TEXTS), "")
        decisions = decisions_hash(register.digests)
        options: dict[str, Any] = {"decisions": decisions, "curve": False}
        if way == "deep":
            draft = self.model.with_name(f"{self.model.name}.new")
            teacher = Teacher(project, scheme, self._workers[way], str(draft), register)
            answer = teacher.teach(wanted, "learn_deep", options, progress)
            with self._place:
                self._put_in_place(draft)
            self._finished_at_deep = answer["report"]["documents"]
        else:
            teacher = Teacher(project, scheme, self._workers[way], str(self.model), register)
            with self._place:
                options["gone"] = [id for id in learned_lessons(self.model, self.source) if id not in register.digests]
                answer = teacher.teach(wanted, "learn_update", options, progress)
        with Project.open(self.path, read_only=True) as fresh:
            is_late = register.copy().look(fresh, scheme)
        report = answer.get("report", {})
        return Outcome(
            way, decisions, len(register.digests), teacher.seconds, is_late, bool(answer.get("stale")),
            len(register.finished), report,
        )  # fmt: skip

    def _put_in_place(self, draft: Path) -> None:
        try:
            draft.replace(self.model)
        except FileNotFoundError:
            return  # a worker that learned nothing leaves no file
        except OSError as error:  # some file systems want room for a name, too
            what = f"{self.model}: {error.strerror}"
            raise KnownError("A002", what, "free some space, or make the folder writable") from error

    def _recent(self, project: Project, register: Register) -> dict[str, str]:
        """What a fast run looks at: what the model does not know yet, the latest, and what was sent before."""
        known = learned_lessons(self.model, self.source)
        new = [id for id, digest in register.digests.items() if known.get(id) != digest]
        # Of what was taken back, and of what a backup that was put in its place does not have.
        new += [id for id in known if id not in register.digests and project.has_document(id)]
        for id in (*register.untouched(project, QUICK_TEXTS), *list(register.digests)[-RECENT:], *new):
            self._sent.setdefault(id)
        return {id: register.digests.get(id, "") for id in self._sent}


@dataclass(slots=True)
class Teacher:
    """Brings a worker what it lacks, then has it learn."""

    project: Project
    scheme: Scheme
    call: Worker
    model: str
    register: Register
    seconds: float = 0.0
    names: dict[str, Any] | None = None  # those that the project keeps, where none are given

    def teach(
        self, wanted: dict[str, str], task: str, options: dict[str, Any], progress: Progress | None
    ) -> dict[str, Any]:
        """The worker's answer to the task, once it has all documents wanted; A501 where it is lost each time."""
        started = monotonic()
        names = known_names(self.project) if self.names is None else self.names
        begin = {"model": self.model, "shape": shape_of(self.scheme), "names": names, "documents": wanted}
        begin["source"] = self.register.source
        pipelines = [name.removeprefix(PREFIX) for name in installed(self.call, kept(self.project))]
        for _ in range(ATTEMPTS):
            missing = self.call("learn_sync", begin)["missing"]
            is_long = task != "learn_update" and len(missing) >= MANY
            self._bring(missing, pipelines, _between(progress, 0.0, READING) if is_long else None)
            show = _between(progress, READING, 1.0) if is_long else progress
            timeout = PATIENCE if task == "learn_update" else HOUR if options.get("curve") is False else LONGEST
            answer = self.call(task, {"model": self.model, **options}, progress=show, timeout=timeout)
            if not answer.get("lost"):
                self.seconds = monotonic() - started
                return answer
        raise KnownError("A501", "the worker was lost each time it was to learn", "try again")

    def _bring(self, missing: list[str], pipelines: list[str], show: Progress | None) -> None:
        """Gives the worker the documents that it lacks; it reads them by the rules at once, which takes its time."""
        for first in range(0, len(missing), BATCH):
            ids = missing[first : first + BATCH]
            documents = [lesson(self.project, self.scheme, id, self.register) for id in ids]
            self.call("learn_documents", {"model": self.model, "documents": documents, "pipelines": pipelines})
            if show:
                show(first + len(ids), len(missing))


def _between(progress: Progress | None, first: float, last: float) -> Progress | None:
    """Progress of a part of the work as that of the whole, of which it takes the shares from `first` to `last`."""
    if progress is None:
        return None

    def show(done: int, total: int) -> None:
        progress(round(STEPS * (first + (last - first) * done / max(1, total))), STEPS)

    return show


# -- the command line ---------------------------------------------------------------------------------------


def train(
    project: Project,
    scheme: Scheme,
    call_worker: Worker,
    *,
    source: str | None = None,
    has_curve: bool = False,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Learns everything anew from one source's decisions; answers the report of docs/learning.md.

    Raises KnownError A603 where no document is finished, A604 for a source that is not there.
    """
    register, _ = decided_by(project, scheme, source)
    if not known_names(project):
        survey(project, call_worker)
    wanted = register.digests | dict.fromkeys(register.untouched(project, TEXTS), "")
    model = model_path(project.path)
    teacher = Teacher(project, scheme, call_worker, str(model), register)
    decisions = decisions_hash(register.digests)
    options = {"decisions": decisions, "curve": has_curve}
    report: dict[str, Any] = dict(teacher.teach(wanted, "learn_deep", options, progress)["report"])
    report["model"] = {"path": str(model), "bytes": model.stat().st_size, "decisions": decisions}
    report["source"] = register.source
    report["costs"] = costs(project, register.source)
    report["worth"] = worth(report.get("curve", []), report["costs"])
    return report


def decided_by(project: Project, scheme: Scheme, source: str | None) -> tuple[Register, list[str]]:
    """What the source named decided, else gold or the only annotator, and the documents finished there.

    Raises KnownError A603 where no document is finished, A604 for a source that is not there.
    """
    register = Register(chosen_source(project, source, beside=()))
    register.look(project, scheme)
    done = project.ids_with_status(register.source, "done")
    if not done:
        raise KnownError(
            "A603", f"{register.source} has not finished any document", "mark the documents that are read as done"
        )
    return register, done


def costs(project: Project, actor: str) -> list[dict[str, Any]]:
    """What each document cost, in order of import: keys, seconds and spans, [] where nobody worked by hand."""
    if actor == GOLD:
        return []
    rows = []
    for one in project.document_stats(actor):
        figures = asdict(one.figures)
        spans = figures["spans"] + figures["events"]
        kept = ("keys", "active_seconds", "accepted", "corrected", "rejected", "added")
        rows.append({"document": one.document, "spans": spans, **{name: figures[name] for name in kept}})
    return rows


def worth(curve: list[dict[str, Any]], spent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """By layer and label: about how much F1 another hour would bring, the most first.

    The slope between the last two points of the learning curve, times the documents an hour has taken so far.
    """
    worked = [one["active_seconds"] for one in spent if one["active_seconds"] > 0]
    if len(curve) < 2 or not worked:
        return []
    before, last = curve[-2], curve[-1]
    per_hour = HOUR / (sum(worked) / len(worked))
    rows = []
    for layer, figures in last["layers"].items():
        for label, now in figures.get("labels", {}).items():
            was = before["layers"].get(layer, {}).get("labels", {}).get(label, {}).get("f1")
            if now["f1"] is None or was is None:
                continue
            slope = (now["f1"] - was) / (last["documents"] - before["documents"])
            gain = min(max(0.0, slope * per_hour), 1.0 - now["f1"])
            rows.append({"layer": layer, "label": label, "f1": now["f1"], "gain": gain, "existing": now["existing"]})
    return sorted(rows, key=lambda one: (-one["gain"], one["layer"], one["label"]))
