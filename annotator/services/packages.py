"""Work packages: made for an annotator and signed; what becomes of them there is in `handed_out`."""

from __future__ import annotations

import hmac
import os
import secrets
import uuid
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.formats import package as files
from annotator.formats.package import Assignment, PackageContent
from annotator.formats.package_parts import Rule
from annotator.services import comparing, conduct
from annotator.services.assigning import Selection, choose, note_common
from annotator.services.planting import plant
from annotator.services.session import now
from annotator.store import assignments as stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.store.project import Project

KEY = "package_key"  # the project's setting with the secret that packages are signed with; never leaves it
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
        plant(project, [id for id, is_bare in given.items() if not is_bare], scheme)
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
