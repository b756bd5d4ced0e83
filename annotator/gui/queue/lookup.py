"""What the background looks up for the list of articles: its first lines, then all, then what the next filters ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.gui.queue.model import PAGE
from annotator.store.listing import BY_SERVICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.gui.find.reading import Breathe, Job
    from annotator.services.arranging import Arranger
    from annotator.store.listing import Listing
    from annotator.store.project import Project


class Head(NamedTuple):
    """The first lines of a list whose end takes longer to find."""

    ids: list[str]


class Lookup:
    """Makes jobs for a reading thread; each yields a Head where that is worth it, then all ids."""

    def __init__(self, actor: str) -> None:
        self._actor = actor
        self._arranger: Arranger | None = None

    def job(self, listing: Listing, *, is_first: bool = False) -> Job:
        """Finds what the listing asks for; after the first list of all, what filters ask is read beforehand."""

        def job(project: Project, breathe: Breathe) -> Iterator[object]:
            head = project.listed(listing, self._actor, limit=PAGE) if listing.has_head else []
            if len(head) == PAGE:
                yield Head(head)
            # A head that is no page is all there is.
            is_all = listing.has_head and len(head) < PAGE
            ids: list[str] | None = head if is_all else project.listed(listing, self._actor)
            if listing.order in BY_SERVICES:
                from annotator.services.arranging import Arranger  # lazy: only where such an order is asked for

                self._arranger = self._arranger or Arranger()
                ids = self._arranger.ordered(project, ids or [], listing, self._actor, breathe=breathe)
            if ids is not None and breathe():
                yield ids
            if is_first:
                project.warm(self._actor)

        return job
