"""Work packages: made for an annotator, opened as a project of the annotator's own, and returned."""

from __future__ import annotations

import hmac
import os
import secrets
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from annotator.core import scheme_file
from annotator.core.span import Event
from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.formats import package as files
from annotator.formats.package import Assignment, PackageContent, PackageReader, Return
from annotator.formats.package_parts import Rule
from annotator.nlp.worker.tokenizer import settings_hash
from annotator.services import comparing, conduct
from annotator.services.assigning import Selection, choose, note_common
from annotator.services.session import now
from annotator.store import assignments as stored
from annotator.store import drafts
from annotator.store.creation import move_into_place, require_free
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.core.decision import Operation
    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion

KEY = "package_key"  # the project's setting with the secret that packages are signed with; never leaves it
PACKAGE = "package"  # the setting of an opened package's project: the manifest it came with
ANNOTATOR = "annotator"  # the setting of an opened package's project: whose work it is for
_RESERVED = frozenset({"import"})
_LOT = secrets.token_bytes(32)  # what the keys of this process come from: a preview goes by the key that is to be


@dataclass(slots=True)
class MakeReport:
    """What went into a package."""

    assignment: str
    annotator: str
    file: str
    documents: list[str] = field(default_factory=list)
    blind: list[str] = field(default_factory=list)
    common: int = 0
    suggestions: int = 0
    bytes: int = 0

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return asdict(self)


def make(
    project: Project,
    scheme: Scheme,
    *,
    annotator: str,
    out: Path,
    selection: Selection,
    with_suggestions: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> MakeReport:
    """Writes a signed package for an annotator and notes the assignment; nobody's decisions are in it.

    `progress(documents, of how many)` may raise to end it: then there is no package and nothing is noted.
    Raises KnownError A806 (a name that cannot be given out), A106 (the file is there), A002, and what
    choosing raises (A107, A401, A805).
    """
    check_annotator(project, annotator)
    if os.path.lexists(out):
        raise KnownError("A106", f"{out} is there already", "choose another name for --out")
    report = MakeReport(uuid.uuid4().hex, annotator, str(out))
    with project.transaction():
        key = signing_key(project)
        choice = choose(project, annotator, selection, key=key)
        note_common(project, choice)
        chosen = choice.documents
        report.documents = list(chosen)
        report.blind = [id for id, is_blind in chosen.items() if is_blind] if with_suggestions else []
        others = {id for one in project.assignments() for id in one.documents}
        report.common = sum(id in others for id in chosen)
        assignment = _assignment(project, scheme, report, with_suggestions=with_suggestions)
        given = {id: not with_suggestions or is_blind for id, is_blind in chosen.items()}
        content = PackageContent(
            scheme=project.scheme_source,
            rules=tuple(Rule(one.version, one.layer, one.label, one.text) for one in project.rules()),
            documents=_told(project, chosen, progress),
            suggestions=_suggestions(project, given, report),
        )
        manifest = files.write_package(out, assignment, content, key=key)
        try:
            project.add_assignment(
                stored.Assignment(assignment.id, annotator, assignment.made, assignment.guideline, given, manifest)
            )
        except BaseException:
            out.unlink(missing_ok=True)
            raise
    report.bytes = out.stat().st_size
    return report


@dataclass(frozen=True, slots=True)
class Preview:
    """What a package would hold; `common` are with others already, `left` are with nobody after it."""

    documents: int
    common: int
    blind: int
    suggestions: int
    without: int
    left: int
    total: int


def preview(project: Project, *, annotator: str, selection: Selection, with_suggestions: bool = True) -> Preview:
    """The counts of a package, with nothing written; the choice is that of `make`. Raises as `make` does."""
    check_annotator(project, annotator)
    choice = choose(project, annotator, selection, key=_key(project))
    given = {id for one in project.assignments() for id in one.documents}
    ids = project.document_ids()
    shown = [id for id, is_blind in choice.documents.items() if with_suggestions and not is_blind]
    counts = project.suggestion_counts()
    return Preview(
        documents=len(choice.documents),
        common=sum(id in given for id in choice.documents),
        blind=sum(choice.documents.values()) if with_suggestions else 0,
        suggestions=sum(counts.get(id, 0) for id in shown),
        without=sum(id not in counts for id in shown),
        left=len(set(ids) - given - set(choice.documents)),
        total=len(ids),
    )


def _told(project: Project, ids: Mapping[str, bool], progress: Callable[[int, int], None] | None) -> Iterator[Document]:
    """The documents; tells of each before it is read."""
    for done, id in enumerate(ids):
        if progress is not None:
            progress(done, len(ids))
        yield project.document(id)
    if progress is not None:
        progress(len(ids), len(ids))


def check_annotator(project: Project, name: str) -> None:
    """Refuses a name that is the adjudicator's, is kept for the program, or is none (A806)."""
    todo = "choose another name for --for"
    comparing.require_name(name, todo)
    why = ""
    if name in comparing.adjudicators(project):
        why = "adjudicates in this project"
    elif name in _RESERVED:
        why = "is kept for the program"
    if why:
        raise KnownError("A806", f"{name!r:.120} {why}", todo)


def signing_key(project: Project) -> bytes:
    """The project's own secret, made the first time it is needed."""
    key = _key(project)
    if project.meta(KEY) is None:
        project.set_meta(KEY, key.hex())
    return key


def _key(project: Project) -> bytes:
    """The secret of the project, or the one that it would get now."""
    kept = project.meta(KEY)
    return bytes.fromhex(str(kept)) if kept else hmac.digest(_LOT, project.replica.encode(), "sha256")


def _assignment(project: Project, scheme: Scheme, report: MakeReport, *, with_suggestions: bool) -> Assignment:
    source = project.scheme_source
    rules = project.rules()
    return Assignment(
        id=report.assignment,
        annotator=report.annotator,
        project=project.replica,
        made=now(),
        language=str(project.meta("language") or "nl"),
        scheme={"name": scheme.name, "version": scheme.version, "sha256": sha256_of(source)},
        guideline=rules[-1].version if rules else 0,
        tokenizer=project.tokenizer,
        tokenizer_hash=str(project.meta("tokenizer_hash")),
        has_suggestions=with_suggestions,
        documents=project.hashes(report.documents),
        conduct=conduct.to_hand_out(project, with_suggestions=with_suggestions),
    )


def _suggestions(
    project: Project, given: Mapping[str, bool], report: MakeReport
) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
    for id, is_bare in given.items():
        found = () if is_bare else tuple(project.suggestions(id).values())
        report.suggestions += len(found)
        yield id, found


# Opening


@dataclass(slots=True)
class OpenReport:
    """The project that a package became."""

    project: str
    annotator: str
    documents: int = 0
    suggestions: int = 0
    scheme: str = ""

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return asdict(self)


def open_package(path: Path, target: Path) -> OpenReport:
    """Makes a project of the annotator's own from a package; it is there whole or not at all.

    Raises KnownError A001, A106 (the project is there), A801 (not a package, damaged), A202, A203, A204,
    A206 (what is in it), A301 (its scheme).
    """
    require_free(target)
    if files.kind_of(path) == "return":
        what = f"{path.name} is work that was handed in, not a package to work on"
        todo = "open the package that you were sent; work handed in is for the lead to take over"
        raise KnownError("A801", what, todo)
    drafts.clear_stale(target.parent)
    draft = drafts.draft_of(target, "opening")
    try:
        with files.open_package(path) as reader:
            report = _fill(reader, draft, path)
        move_into_place(draft, target)
    except KnownError as error:  # nobody has ever heard of the draft
        raise KnownError(error.code, error.what.replace(draft.name, target.name), error.todo) from error
    finally:
        drafts.discard(draft)
    report.project = str(target)
    return report


def _fill(reader: PackageReader, draft: Path, path: Path) -> OpenReport:
    assignment = reader.manifest.assignment
    source = reader.scheme()
    scheme = scheme_file.load(source, name=f"the scheme of {path.name}")
    if (scheme.name, scheme.version) != (assignment.scheme["name"], assignment.scheme["version"]):
        raise _damaged(path, "the scheme is not the one that was assigned")
    if settings_hash(dict(assignment.tokenizer)) != assignment.tokenizer_hash:
        raise _damaged(path, "the tokenizer's settings do not match their hash")
    report = OpenReport("", assignment.annotator, scheme=f"{scheme.name} {scheme.version}")
    made = Project.create(
        draft,
        scheme=source,
        scheme_name=scheme.name,
        scheme_version=scheme.version,
        language=assignment.language,
        tokenizer=assignment.tokenizer,
        tokenizer_hash=assignment.tokenizer_hash,
    )
    with made, made.transaction():
        added = made.add_documents(reader.documents())
        if added.duplicates or set(added.added) != set(assignment.documents):
            raise _damaged(path, "two documents have the same text")
        report.documents = len(added.added)
        for rule in reader.rules():
            kept = made.add_rule(stored.Rule(0, rule.layer, rule.label, rule.text, (), "", assignment.made))
            if kept.version != rule.version:
                raise _damaged(path, "the versions of the guideline have gaps")
        found = dict(reader.suggestions())
        for id in assignment.documents:
            # Also where there are none: so nobody takes a control document for one not yet looked at.
            made.put_suggestions(id, found.pop(id, ()), run={"package": assignment.id})
        if found:
            raise _damaged(path, "there are suggestions for a document that was not assigned")
        report.suggestions = sum(len(made.suggestions(id)) for id in assignment.documents)
        try:
            conduct.take_from_package(made, assignment.conduct)
        except KnownError as error:
            raise _damaged(path, error.what) from error
        made.set_meta(PACKAGE, reader.manifest.value)
        made.set_meta(ANNOTATOR, assignment.annotator)
    return report


# Returning


@dataclass(slots=True)
class ReturnReport:
    """What went into a return."""

    file: str
    annotator: str
    assignment: str
    documents: int = 0
    done: int = 0
    operations: int = 0
    left: dict[str, int] = field(default_factory=dict)  # name -> documents decided on under it, which stay behind

    def to_json(self) -> dict[str, Any]:
        """The report for `--json`."""
        return asdict(self)


def give_back(project: Project, out: Path) -> ReturnReport:
    """Writes what the package's annotator did, finished or not; it can be written again after more work.

    Raises KnownError A802 (the project is no opened package), A604 (all work is under another name),
    A803 (work on documents that were not assigned), A106 (the file is there and is no return), A002.
    """
    manifest = project.meta(PACKAGE)
    if manifest is None:
        raise KnownError(
            "A802", f"{project.path.name} was not made from a work package", "use `annotator export` instead"
        )
    _require_return_or_nothing(out)
    read = files.manifest_of(manifest, where=project.path.name)
    assignment = read.assignment
    operations = tuple(project.operations(actor=assignment.annotator))
    others = [actor for actor in project.actors() if actor != assignment.annotator]
    if others and not operations:
        raise KnownError(
            "A604",
            f"the work was given to {assignment.annotator!r:.60}, and all was decided as {others[0]!r:.60}",
            f'open it with --as "{assignment.annotator:.60}"',
        )
    _require_assigned(operations, assignment)
    done = set(project.ids_with_status(assignment.annotator, "done"))
    report = ReturnReport(str(out), assignment.annotator, assignment.id, len(assignment.documents))
    report.operations = len(operations)
    report.done = sum(id in done for id in assignment.documents)
    report.left = {name: len(project.last_on_documents(name)) for name in others}
    cited = {id: found for id in assignment.documents if (found := _cited(project, id, assignment.annotator))}
    work = Return(read, assignment.annotator, project.replica, operations, cited)
    files.write_return(out, cast("dict[str, Any]", manifest), work)
    return report


def _require_return_or_nothing(out: Path) -> None:
    if not os.path.lexists(out):
        return
    with suppress(KnownError):
        if files.kind_of(out) == "return":
            return
    raise KnownError("A106", f"{out} is there and is no return", "choose another name for --out")


def _require_assigned(operations: Sequence[Operation], assignment: Assignment) -> None:
    strange = {decision.document for operation in operations for decision in operation.decisions} - set(
        assignment.documents
    )
    if strange:
        raise KnownError(
            "A803",
            f"{assignment.annotator!r:.60} has worked on documents that were not assigned: {len(strange)} "
            f"({sorted(strange)[0]!r:.80})",
            "open the package again in a project of its own, and work there on what was assigned",
        )


def _cited(project: Project, document: str, annotator: str) -> tuple[Suggestion, ...]:
    """Suggestions that the annotator's events name as fillers, though they were not decided."""
    spans = project.decided(document, annotator).spans
    events = [span for span in spans.values() if isinstance(span, Event)]
    wanted = {one.span for event in events for one in event.arguments if one.is_mentioned} - set(spans)
    if not wanted:
        return ()
    return tuple(one for id, one in project.suggestions(document).items() if id in wanted)


def _damaged(path: Path, why: str) -> KnownError:
    return KnownError("A801", f"{path.name}: {why}", "ask the sender for the file again")
