"""Suggesting: a survey of the names in the whole corpus, then suggestions for every document not yet done."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from annotator.core import suggestion as suggestions
from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.services.conduct import KEY as CONDUCT
from annotator.services.conduct import comes_bare, conduct_of
from annotator.services.registry import SUGGESTERS
from annotator.services.safe_mode import is_safe_mode
from annotator.services.session import now

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.formats.records import WorkerCall
    from annotator.store.project import Project

BATCH = 16  # articles a request: large enough to be quick, small enough for a lively progress bar
NAMES = "known_names"  # the project's setting that keeps the survey for documents suggested one by one
DEFAULT = ("rules",)
LEARNED = "learned"
MODEL_SUFFIX = "-learned"  # of the file beside the project that keeps what was learned
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class SuggestReport:
    """How many documents got how many suggestions, per layer and label; `controls` are left without, on purpose."""

    documents: int = 0
    controls: int = 0
    suggestions: int = 0
    suggesters: list[str] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return asdict(self)


def suggest(
    project: Project,
    scheme: Scheme,
    workers: Sequence[WorkerCall],
    *,
    suggesters: Sequence[str] = DEFAULT,
    documents: Sequence[str] = (),
    renew: Renew | None = None,
    progress: Progress | None = None,
) -> SuggestReport:
    """Stores suggestions for the documents named, else for those that nobody has finished.

    `workers` are one or more worker processes that share the load. What `renew` makes of a document's suggestions
    takes the place of those that were found. Raises KnownError A503 for a suggester that is not known, A502 for a
    pipeline that is not installed, A107 for a document.
    """
    check_suggesters(suggesters)
    _require_pipelines(workers[0], suggesters)
    ids = list(documents) or _unfinished(project)
    report = SuggestReport(suggesters=list(suggesters))
    names = survey(project, workers[0]) if {"rules", LEARNED} & set(suggesters) else {}
    run = {"at": now(), "suggesters": list(suggesters)}
    conduct, model = conduct_of(project), str(model_path(project.path))
    bare = {id for id in ids if comes_bare(project, conduct, id)}
    report.controls = len(bare)
    for id in bare:
        if conduct.is_control(id):
            project.put_suggestions(id, [], run={CONDUCT: "control"})
    ids = [id for id in ids if id not in bare]
    wish = _Wish(scheme, tuple(suggesters), names, model)
    for document, judged in _in_parallel(project, workers, ids, wish):
        made = renew(project, document, judged) if renew else None
        found, about = made if made is not None else (judged.shown, {})
        is_planting = conduct.planted and made is None
        shown = conduct.shown(project.document(document), found, scheme) if is_planting else found
        project.put_suggestions(document, shown, run=run | about)
        report.documents += 1
        report.suggestions += len(found)
        for one in found:
            key = f"{one.layer}/{one.label}"
            report.labels[key] = report.labels.get(key, 0) + 1
        if progress:
            progress(report.documents, len(ids))
    return report


@dataclass(frozen=True, slots=True)
class Judged:
    """Suggestions for a document, those that are hidden with the reason, and the decisions they were made by."""

    shown: list[Suggestion]
    hidden: list[tuple[Suggestion, str]]
    decisions: str = ""  # the first twelve characters of their hash


def judged_for(
    document: Document,
    scheme: Scheme,
    call_worker: WorkerCall,
    *,
    names: dict[str, Any],
    suggesters: Sequence[str] = DEFAULT,
    model: str = "",
) -> Judged:
    """Suggestions for one document, by the names known from the last survey; nothing is stored.

    `model` is the path of what was learned, for the suggester "learned".

    For the window's background thread: it touches no project. A reply for another text is refused.
    """
    ((_, judged),) = _Wish(scheme, suggesters, names, model).judged(call_worker, [document])
    return judged


# What of a document's suggestions stays and what comes to it, with what its run is to keep; None: they are replaced.
Renew = Callable[["Project", str, Judged], "tuple[list[Suggestion], dict[str, Any]] | None"]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked of the worker, of whichever documents."""

    scheme: Scheme
    suggesters: Sequence[str]
    names: dict[str, Any]
    model: str

    def found(self, call_worker: WorkerCall, documents: Sequence[Document]) -> list[tuple[str, Judged]]:
        """The suggestions of each document, in that order; those that the worker is lost at are asked one by one."""
        try:
            return self.judged(call_worker, documents)
        except KnownError as error:
            if error.code != "A501":
                raise
            # One of them is too much for the worker: by itself it can be named.
            return [self._alone(call_worker, one) for one in documents]

    def _alone(self, call_worker: WorkerCall, document: Document) -> tuple[str, Judged]:
        try:
            return self.judged(call_worker, [document])[0]
        except KnownError as error:
            if error.code != "A501":
                raise
            what = f"{error.what}, at document {document.id!r:.80} of {len(document.text):,} characters"
            todo = "try again; --documents with the ids of the others leaves it out"
            raise KnownError(error.code, what, todo) from error

    def judged(self, call_worker: WorkerCall, documents: Sequence[Document]) -> list[tuple[str, Judged]]:
        """What the worker answers for the documents, in that order; A504 where an answer is for another text."""
        payload = {
            "documents": [to_payload(document) for document in documents],
            "with": list(self.suggesters),
            "names": self.names,
            "model": self.model,
            "labels": self.scheme.label_names(),
        }
        answer = call_worker("suggest", payload)
        result = []
        for document, one in zip(documents, answer["documents"], strict=True):
            if one["sha256"] != sha256_of(document.text):
                raise KnownError("A504", f"the suggestions for {document.id!r:.80} are for another text", "try again")
            read = (suggestions.from_json(value) for value in one["suggestions"])
            # Rules speak in the roles and values of the scheme they were written for.
            shown = [fit for each in read if (fit := suggestions.fitting(each, self.scheme)) is not None]
            hidden = [(suggestions.from_json(value), str(why)) for value, why in one.get("hidden", ())]
            by = [*shown, *(suggestion for suggestion, _ in hidden)]
            decisions = next((each.provenance.model for each in by if each.provenance.model), "")
            result.append((document.id, Judged(shown, hidden, decisions)))
        return result


def usual_suggesters(project: Project, scheme: Scheme) -> tuple[str, ...]:
    """Where none is named: what was learned from decisions, so that none is proposed again that was rejected.

    The rules alone where nothing was learned yet, for these labels, in safe mode, and where the lead wants no learning.
    """
    is_wanted = conduct_of(project).learns and not is_safe_mode()
    return (LEARNED,) if is_wanted and is_learned_for(model_path(project.path), scheme) else DEFAULT


def is_learned_for(model: Path, scheme: Scheme, source: str | None = None) -> bool:
    """Whether there is something learned (of that source's decisions), and for the labels that the scheme has now."""
    from annotator.nlp.worker.learned.manifest import manifest_of  # lazy: the window opens projects without it

    return bool(manifest_of(model, source).get("labels") == scheme.label_names())


def survey(project: Project, call_worker: WorkerCall) -> dict[str, Any]:
    """The names of the whole corpus with their spelling variants, kept in the project for later."""
    names: dict[str, Any] = {}
    for batch in batches(project.document_ids()):
        payload = {"documents": [to_payload(project.document(id)) for id in batch], "names": names}
        names = call_worker("survey", payload)["names"]
    if not project.is_read_only:
        project.set_meta(NAMES, names)
    return names


def known_names(project: Project) -> dict[str, Any]:
    """The survey kept in the project; empty if there was none yet."""
    return dict(cast("dict[str, Any]", project.meta(NAMES) or {}))


def model_path(project: Path) -> Path:
    """The file beside a project that keeps what was learned from its decisions."""
    return project.with_name(project.name + MODEL_SUFFIX)


def check_suggesters(names: Sequence[str]) -> None:
    """KnownError A503 for a name that no row of the registry stands for, in safe mode for the learned suggester."""
    if LEARNED in names and is_safe_mode():
        raise KnownError(
            "A503", "safe mode goes without the learned suggester", "use rules, or start without --safe-mode"
        )
    plain = {one.name for one in SUGGESTERS}
    for name in names:
        if name not in plain and not (name.startswith("spacy:") and len(name) > len("spacy:")):
            known = ", ".join(sorted(plain))
            raise KnownError("A503", f"there is no suggester {name!r:.60}", f"use {known}")


def _require_pipelines(call_worker: WorkerCall, suggesters: Sequence[str]) -> None:
    """Asks for nothing of no document, so that a pipeline that is not installed is refused (A502) before all else."""
    if any(name.startswith("spacy:") for name in suggesters):
        call_worker("suggest", {"documents": [], "with": list(suggesters), "labels": {}})


def to_payload(document: Document) -> dict[str, Any]:
    """What the worker is told of a document; never more than text and what follows from it."""
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "sha256": document.sha256,
        "tokens": [list(token) for token in document.tokens.ranges],
        "sentences": [list(sentence) for sentence in document.sentences],
        "regions": [[region.kind, region.start, region.end, region.value] for region in document.regions],
    }


def _unfinished(project: Project) -> list[str]:
    done: set[str] = set()
    for actor in project.actors():
        done |= set(project.ids_with_status(actor, "done"))
    return [document for document in project.document_ids() if document not in done]


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in runs of BATCH, one run a request."""
    for first in range(0, len(ids), BATCH):
        yield ids[first : first + BATCH]


def _in_parallel(
    project: Project, workers: Sequence[WorkerCall], ids: Sequence[str], wish: _Wish
) -> Iterator[tuple[str, Judged]]:
    """Keeps every worker busy with one batch; the project is read and written by this thread alone."""
    idle = list(workers)
    running: dict[Future[list[tuple[str, Judged]]], WorkerCall] = {}
    waiting = batches(ids)
    with ThreadPoolExecutor(max_workers=len(workers)) as pool:
        while True:
            while idle and (batch := next(waiting, None)):
                documents = [project.document(id) for id in batch]
                worker = idle.pop()
                running[pool.submit(wish.found, worker, documents)] = worker
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                idle.append(running.pop(future))
                yield from future.result()
