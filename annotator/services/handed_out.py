"""Work that was handed out: a package opened as a project of the annotator's own, and its return."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from annotator.core import scheme_file
from annotator.core.span import Event
from annotator.errors import KnownError
from annotator.formats import package as files
from annotator.formats.package import Assignment, PackageReader, Return
from annotator.nlp.worker.tokenizer import settings_hash
from annotator.services import conduct
from annotator.store import assignments as stored
from annotator.store import drafts
from annotator.store.creation import move_into_place, require_free
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.core.decision import Operation
    from annotator.core.suggestion import Suggestion

PACKAGE = "package"  # the setting of an opened package's project: the manifest it came with
ANNOTATOR = "annotator"  # the setting of an opened package's project: whose work it is for


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
            f"({min(strange)!r:.80})",
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
