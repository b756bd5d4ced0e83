"""Puts the list of articles in the order of what teaches most, or of what is easiest, near-duplicates together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.near_copies import groups_of, sketch_of
from annotator.services.conduct import came_bare, conduct_of
from annotator.services.ordering import Waiting, ordered
from annotator.store.listing import UNDONE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from annotator.core.near_copies import Sketch
    from annotator.services.conduct import Conduct
    from annotator.services.ordering import Order
    from annotator.store.documents import DocumentRow
    from annotator.store.listing import Listing
    from annotator.store.project import Project

CHUNK = 64  # documents between two breaths


class Arranger:
    """Keeps the sketches of texts, which never change, from one ordering to the next."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch[int]] = {}
        self._firsts: dict[str, str] = {}  # the id of the first document of nearly the same text, for each sketch

    def ordered(
        self, project: Project, ids: Sequence[str], listing: Listing, actor: str, *, breathe: Callable[[], bool]
    ) -> list[str] | None:
        """The documents of a listing in its order, which is one of BY_SERVICES; None as in `arranged`."""
        order: Order = "teaching" if listing.order == "teaching" else "easiest"
        found = self.arranged(project, ids, order, actor, breathe=breathe)
        return found[::-1] if found is not None and listing.is_descending else found

    def arranged(
        self, project: Project, ids: Sequence[str], order: Order, actor: str, *, breathe: Callable[[], bool]
    ) -> list[str] | None:
        """The documents that are still to be done in that order, then the others as they come.

        None where `breathe`, which is called often, says that nobody waits for it any more.
        """
        waiting: list[Waiting] = []
        rest: list[str] = []
        bare: set[str] = set()
        conduct = conduct_of(project)
        for first in range(0, len(ids), CHUNK):
            if not breathe():
                return None
            part = ids[first : first + CHUNK]
            scores = project.open_scores(part, actor)
            for row in project.rows(part, actor):
                if row.status not in UNDONE:
                    rest.append(row.id)
                    continue
                if row.id not in self._sketches:
                    self._sketches[row.id] = sketch_of(project.document(row.id).text)
                    if not breathe():
                        return None
                found = tuple(scores.get(row.id, ()))
                if _is_bare(project, conduct, row, has_scores=bool(found)):
                    bare.add(row.id)
                waiting.append(Waiting(row.id, row.date, found, row.characters))
        firsts = self._first_of_kind()
        waiting = [replace(one, copy_of=firsts[one.id]) for one in waiting]
        return [*ordered(as_any_other(waiting, bare), order), *rest]

    def _first_of_kind(self) -> dict[str, str]:
        """Which documents are nearly the same text, found anew where there are new ones."""
        if len(self._firsts) != len(self._sketches):
            ids = list(self._sketches)
            groups = groups_of(list(self._sketches.values()))
            self._firsts = {ids[number]: ids[group[0]] for group in groups for number in group}
        return self._firsts


def as_any_other(waiting: Sequence[Waiting], bare: Collection[str]) -> list[Waiting]:
    """The same, `bare` documents with the scores and the length of one that has suggestions, drawn by lot.

    Documents without suggestions on purpose would all come last or first otherwise: nobody would get to them, and they
    would be compared with articles of another time of the work.
    """
    lenders = sorted((one for one in waiting if one.scores and one.id not in bare), key=lambda one: one.id)
    if not lenders:
        return list(waiting)
    found = []
    for one in waiting:
        if one.id in bare:
            lender = lenders[_lot(one.id) % len(lenders)]
            one = replace(one, scores=lender.scores, characters=lender.characters)
        found.append(one)
    return found


def _is_bare(project: Project, conduct: Conduct, row: DocumentRow, *, has_scores: bool) -> bool:
    """Whether the annotator is shown no suggestion there on purpose, others may have had some."""
    if has_scores:
        return row.status == "todo" and conduct.is_control(row.id)
    return conduct.is_control(row.id) or came_bare(project, row.id)


def _lot(document: str) -> int:
    return int.from_bytes(hashlib.blake2s(document.encode("utf-8"), digest_size=6).digest(), "big")
