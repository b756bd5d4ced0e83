"""Choosing what an annotator gets: a stratified share, the common documents everyone gets, and control documents."""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from annotator.core.text import counted
from annotator.errors import KnownError
from annotator.services import comparing
from annotator.services.conduct import conduct_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.store.project import Project

COMMON = "common_documents"  # the project's setting that keeps which documents everyone gets


@dataclass(frozen=True, slots=True)
class Selection:
    """What to choose: `documents` by id, or a `share` of all (0..1; None: all), of which `overlap` are common.

    `overlap` is the share of the project's documents that everyone gets in this round: the same ones for all who
    had as many common documents before. `blind` is the share of the package that comes without suggestions.
    """

    documents: tuple[str, ...] = ()
    share: float | None = None
    overlap: float = 0.0
    blind: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """`documents`: id -> whether it is a control document, in order of import; `common`: those that everyone gets."""

    documents: Mapping[str, bool]
    common: tuple[str, ...]


def choose(project: Project, annotator: str, selection: Selection, *, key: bytes) -> Choice:
    """What an annotator gets; nothing is written, so it can be looked at beforehand.

    The choice is by a keyed hash, so it is the same for the same project and nobody can foresee it. Raises
    KnownError A107, A401 (a share that is none), A805 (nothing left to give, or documents this annotator
    has already).
    """
    for name, value in (("share", selection.share), ("overlap", selection.overlap), ("blind", selection.blind)):
        if value is not None and not 0 <= value <= 1:
            raise KnownError("A401", f"--{name} {value:g} is no share", "give a number from 0 to 1, such as 0.2")
    has = _has_already(project, annotator)
    everybodys = _common(project)
    if selection.documents:
        chosen = _named(project, selection.documents, has, annotator)
    else:
        ids = project.document_ids()
        new = round(selection.overlap * len(ids))
        everybodys = _extended_common(project, annotator, ids, new, has, key=key)
        shared = [id for id in everybodys if id not in has][:new]
        chosen = _by_share(project, annotator, selection, has, shared, key=key)
    if not chosen and selection.share is not None and not has.issuperset(ids := project.document_ids()):
        what = f"a share of {selection.share:g} of {counted(len(ids), 'document')} is none"
        raise KnownError("A805", what, "give a larger share, or name documents")
    if not chosen:
        raise KnownError("A805", f"there is no document left for {annotator!r:.60}", "import more, or name documents")
    common = set(everybodys)
    first = sorted(chosen, key=lambda id: (id not in common, _rank(key, "blind", id)))
    blind = set(first[: round(selection.blind * len(chosen))])
    wanted = set(chosen)
    conduct = conduct_of(project)  # what is a control in the project is one wherever it is worked on
    documents = {id: id in blind or conduct.is_control(id) for id in project.document_ids() if id in wanted}
    return Choice(documents, tuple(everybodys))


def note_common(project: Project, choice: Choice) -> None:
    """Notes which documents everyone gets, once a choice is carried out."""
    if list(choice.common) != _common(project):
        project.set_meta(COMMON, list(choice.common))


def _has_already(project: Project, annotator: str) -> set[str]:
    """Documents this annotator has worked on here, or was given in a package before."""
    given = {id for one in project.assignments() if one.annotator == annotator for id in one.documents}
    return given | set(project.last_on_documents(annotator))


def _named(project: Project, wanted: Sequence[str], has: set[str], annotator: str) -> list[str]:
    for id in wanted:
        if not project.has_document(id):
            raise KnownError(
                "A107",
                f"there is no document {id!r:.100}",
                "`annotator export PROJECT --format jsonl --out FILE` shows the ids",
            )
        if id in has:
            raise KnownError(
                "A805", f"{annotator!r:.60} has document {id!r:.100} already", "leave it out, or choose another name"
            )
    return list(dict.fromkeys(wanted))


def _by_share(
    project: Project, annotator: str, selection: Selection, has: set[str], shared: Sequence[str], *, key: bytes
) -> list[str]:
    """The documents shared with everyone first, then those that the fewest others have, spread over the strata."""
    ids = project.document_ids()
    number = len(ids) if selection.share is None else round(selection.share * len(ids))
    chosen = list(shared)[:number]
    others = _times_given(project, ids, annotator)
    left = set(ids) - set(shared) - has
    for times in sorted({others[id] for id in left}):
        if len(chosen) >= number:
            break
        level = [id for id in ids if id in left and others[id] == times]
        chosen += _spread(project, level, number - len(chosen), key=key, what="share")
    return chosen


def _common(project: Project) -> list[str]:
    return list(cast("list[str]", project.meta(COMMON) or []))


def _extended_common(
    project: Project, annotator: str, ids: Sequence[str], number: int, has: set[str], *, key: bytes
) -> list[str]:
    """The documents that everyone gets: those noted before, and more until this annotator gets that number of new ones.

    What an annotator has from earlier rounds does not count, or a second round would have none in common. What is
    added are documents that the fewest others have: who has one alone already cannot be given it with the others.
    """
    common = _common(project)
    missing = number - sum(id not in has for id in common)
    if missing > 0:
        others = _times_given(project, ids, annotator)
        left = set(ids) - set(common) - has
        for times in sorted({others[id] for id in left}):
            level = [id for id in ids if id in left and others[id] == times]
            found = _spread(project, level, missing, key=key, what="common")
            common += found
            missing -= len(found)
            if missing <= 0:
                break
    return common


def _times_given(project: Project, ids: Iterable[str], annotator: str) -> dict[str, int]:
    """How many others have each document."""
    times = dict.fromkeys(ids, 0)
    settled = comparing.adjudicators(project)
    for other in {*project.actors(), *(one.annotator for one in project.assignments())} - settled - {annotator}:
        for id in _has_already(project, other):
            times[id] += 1
    return times


def _spread(project: Project, ids: Sequence[str], number: int, *, key: bytes, what: str) -> list[str]:
    """So many of the documents, each source and month in its proportion."""
    if number >= len(ids):
        return list(ids)
    strata: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in project.rows(ids, ""):
        strata[row.source, row.date[:7]].append(row.id)
    ordered = [
        id for stratum in sorted(strata) for id in sorted(strata[stratum], key=lambda one: _rank(key, what, one))
    ]
    # At equal steps through the strata laid end to end: each gives its proportion, rounded.
    return [ordered[(2 * place + 1) * len(ordered) // (2 * number)] for place in range(number)]


def _rank(key: bytes, what: str, id: str) -> bytes:
    return hmac.new(key, f"choose {what} {id}".encode(), hashlib.sha256).digest()
