"""What is read of a project for lists and concordances, none of which changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import active_time, concordance, listing, sizes
from annotator.store.connection import known_errors
from annotator.store.projectfile import ProjectFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from annotator.core.text import Fragment
    from annotator.store.concordance import ReadText
    from annotator.store.earlier import Earlier
    from annotator.store.listing import Listing


class ProjectReading(ProjectFile):
    """The list of articles as it is asked for, and texts in passing; `Project` adds the rest.

    Whoever reads in a thread of its own opens the project there, for reading. What another thread
    interrupts raises `connection.Interrupted`.
    """

    def listed(self, wanted: Listing, actor: str, *, limit: int | None = None) -> list[str]:
        """Ids of the documents that the listing asks for, all or the first few, in its order; raises Interrupted."""
        with known_errors(self.path):
            return listing.listed(self._connection, wanted, actor, limit=limit)

    def listed_part(self, document: str | None, *, page: int) -> tuple[int, int, list[str]]:
        """(number of all, line of the first id, ids) of the unfiltered list about one document, else at its head."""
        with known_errors(self.path):
            return listing.part(self._connection, document, page=page)

    def warm(self, actor: str) -> None:
        """Reads what filters ask, so that the first to ask does not wait for the disk; raises Interrupted."""
        with known_errors(self.path):
            listing.warm(self._connection, actor)

    def open_scores(self, ids: Sequence[str], actor: str) -> dict[str, list[float]]:
        """The scores of the suggestions of these documents that the annotator has not answered, by document."""
        with known_errors(self.path):
            return listing.open_scores(self._connection, ids, actor)

    def covered(self, document_id: str, actor: str, *, flat: Collection[str]) -> int:
        """How many unanswered suggestions of a document have a span of the annotator's own in their place."""
        from annotator.store.covered import covered  # lazy: not needed to open a project

        with known_errors(self.path):
            return covered(self._connection, document_id, actor, flat=flat)

    def next_undone(self, after: str | None, actor: str) -> str | None:
        """The next document after that one, in order of import, that is still to be done; wraps round."""
        with known_errors(self.path):
            return listing.next_undone(self._connection, after, actor)

    def left_at(self, actor: str) -> str | None:
        """The document on which the annotator decided last, or None."""
        with known_errors(self.path):
            return listing.left_at(self._connection, actor)

    def first_undone(self, ids: Sequence[str], actor: str) -> str | None:
        """The first of these documents that is still to be done."""
        with known_errors(self.path):
            return listing.first_undone(self._connection, ids, actor)

    def earlier(self, document: str, layer: str, label: str, text: str, *, actor: str, but: str) -> Earlier:
        """What the actor did with suggestions of that label on that text before, but for the one `but`."""
        from annotator.store.earlier import earlier  # lazy: not needed to open a project

        with known_errors(self.path):
            return earlier(self._connection, document, layer, label, text, actor=actor, but=but)

    def texts(self, ids: Sequence[str], actor: str) -> Iterator[ReadText]:
        """The texts of the documents named with the annotator's spans in them, a few read at a time."""
        with known_errors(self.path):
            yield from concordance.texts(self._connection, ids, actor)

    def token_ranges(self, document_id: str, *, length: int) -> tuple[Fragment, ...]:
        """The tokens of one document, of whose text the length is known; ValueError where they are damaged."""
        with known_errors(self.path):
            return concordance.token_ranges(self._connection, document_id, length=length)

    def with_label(self, label: str, actor: str) -> list[str]:
        """Ids of the documents in which the annotator has a span of that label."""
        with known_errors(self.path):
            return concordance.with_label(self._connection, label, actor)

    def operation_size(self, operation_id: str) -> int:
        """Characters that the decisions of an operation take in the log; 0 where there is none of that id."""
        with known_errors(self.path):
            return sizes.of_operation(self._connection, operation_id)

    def origin_of(self, operation_id: str) -> str:
        """Id of the gesture that an undo or redo is about in the end; the id itself where it is neither."""
        with known_errors(self.path):
            return sizes.origin_of(self._connection, operation_id)

    def imported_since(self, operation_id: str) -> list[str]:
        """Ids of the documents of an operation that its actor brought something from a file into after it."""
        with known_errors(self.path):
            return sizes.imported_since(self._connection, operation_id)

    def active_ms(self, document_id: str, actor: str) -> int:
        """Active milliseconds that the annotator's operations on that document took, in all sittings."""
        with known_errors(self.path):
            return sum(spent for _, spent in active_time.active_ms(self._connection, actor, document_id))

    def worked_on(self, actor: str) -> list[str]:
        """Ids of the documents in which the annotator has spans or answers, or that are done."""
        with known_errors(self.path):
            return concordance.worked_on(self._connection, actor)

    def left_open(self, actor: str) -> dict[str, frozenset[tuple[str, int, int]]]:
        """Those of them that are not done, with (layer, start, end) of each place whose suggestion was rejected."""
        with known_errors(self.path):
            return concordance.left_open(self._connection, actor)

    def terms(self, *, initials: str, shortest: int, longest: int) -> Iterator[str]:
        """The words of all texts that begin with one of these characters; for a project open for reading."""
        with known_errors(self.path):
            yield from concordance.terms(self._connection, initials=initials, shortest=shortest, longest=longest)
