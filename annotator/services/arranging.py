"""Puts the list of articles in the order of what teaches most, or of what is easiest, near-duplicates together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.services.ordering import Waiting, ordered, sketch_of
from annotator.store.listing import UNDONE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.services.ordering import Order, Sketch
    from annotator.store.listing import Listing
    from annotator.store.project import Project

CHUNK = 64  # documents between two breaths


class Arranger:
    """Keeps the sketches of texts, which never change, from one ordering to the next."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}

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
                waiting.append(Waiting(row.id, row.date, found, row.characters, self._sketches[row.id]))
        return [*ordered(waiting, order), *rest]
