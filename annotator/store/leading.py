"""What is read of a project over all annotators and documents: for agreement, work packages and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import documents, log, projection, suggestions
from annotator.store.connection import known_errors
from annotator.store.reading import ProjectReading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.core.scheme_changes import Part, Use
    from annotator.core.span import Span
    from annotator.store.log import Last


class ProjectLeading(ProjectReading):
    """Questions about everybody's work at once; none of them changes anything."""

    def ids_with_suggestions(self) -> set[str]:
        """Ids of the documents that have any suggestion."""
        with known_errors(self.path):
            return suggestions.ids(self._connection)

    def suggestion_counts(self) -> dict[str, int]:
        """Id -> number of suggestions, of the documents that suggestions were looked for in."""
        with known_errors(self.path):
            return suggestions.counts(self._connection)

    def hashes(self, document_ids: Sequence[str]) -> dict[str, str]:
        """Id -> SHA-256 of the text, of the documents named, in their order; those that are not there left out."""
        with known_errors(self.path):
            known = documents.hashes(self._connection)
            return {id: known[id] for id in document_ids if id in known}

    def last_on_documents(self, actor: str) -> dict[str, Last]:
        """The actor's last operation on each document, by the document's id."""
        with known_errors(self.path):
            return log.last_on_documents(self._connection, actor)

    def gesture_of(self, operation_id: str) -> tuple[str, str, str]:
        """Kind, origin and moment of what an operation did first of all: undos and redos are followed back."""
        with known_errors(self.path):
            return log.gesture_of(self._connection, operation_id)

    def spans_by_actor(self, document_id: str) -> dict[str, tuple[Span, ...]]:
        """Everybody's spans in one document, by position; actors without any are left out."""
        with known_errors(self.path):
            return projection.spans_by_actor(self._connection, documents.require_number(self._connection, document_id))

    def verdict_counts(self, actor: str, suggester: str) -> dict[str, int]:
        """How many suggestions of one suggester the actor decided, by outcome."""
        from annotator.store import stats  # lazy: as in `accepts`

        with known_errors(self.path):
            return stats.verdict_counts(self._connection, actor, suggester)

    def accepts(self, actor: str) -> list[tuple[int, str]]:
        """(active milliseconds before it, id) of each suggestion that was accepted by hand, in their order."""
        from annotator.store import stats  # lazy: not needed to open a project

        with known_errors(self.path):
            return stats.accepts(self._connection, actor)

    def answers(self, actor: str) -> list[tuple[str, str, str, str]]:
        """(document id, suggestion id, outcome, suggester) of each suggestion that the actor decided."""
        from annotator.store import stats  # lazy: as in `accepts`

        with known_errors(self.path):
            return stats.answers(self._connection, actor)

    def suggested_by(self, suggester: str) -> dict[str, set[str]]:
        """The suggestions of one suggester: their ids by document."""
        from annotator.store import stats  # lazy: as in `accepts`

        found: dict[str, set[str]] = {}
        with known_errors(self.path):
            for document, id in stats.suggested_by(self._connection, suggester):
                found.setdefault(document, set()).add(id)
        return found

    def comments(self, document_id: str | None = None) -> list[tuple[str, str, str | None, str]]:
        """(document id, actor, id of what it is about or None, text) of everybody's comments, in order of import.

        Those on one document where it is named.
        """
        from annotator.store import stats  # lazy: as in `accepts`

        with known_errors(self.path):
            return stats.comments(self._connection, document_id)

    def uses(self) -> dict[Part, Use]:
        """How many spans and suggestions hang on each part of the scheme, over everybody."""
        from annotator.store import uses  # lazy: only a change of the scheme asks

        with known_errors(self.path):
            return uses.uses(self._connection)

    def count_suggestions_using(self, gone: Collection[Part]) -> int:
        """How many suggestions use one of these parts of the scheme and could be withdrawn."""
        from annotator.store import uses  # lazy: as in `uses`

        with known_errors(self.path):
            return sum(map(len, uses.using(self._connection, gone).values()))
