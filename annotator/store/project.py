"""The project: one file with documents, suggestions and the log, behind one facade for the services."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from annotator.store import creation, documents, log, opening, projection, search, suggestions
from annotator.store.connection import known_errors
from annotator.store.leading import ProjectLeading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from annotator.core.decision import Operation
    from annotator.core.document import Document
    from annotator.core.scheme_changes import Part
    from annotator.core.suggestion import Suggestion
    from annotator.store.assignments import Assignment, Rule
    from annotator.store.documents import Added, DocumentRow
    from annotator.store.log import UndoRow
    from annotator.store.projection import Decided
    from annotator.store.stats import DocumentStats


class Project(ProjectLeading):
    """A project file, open. Every write is one transaction, durable when the method returns.

    To be used from the thread that opened it; another thread opens its own, read-only.
    Errors: KnownError A103 (busy), A104 (read-only), A105 (damaged), A107 (no such document),
    A108 (cannot be written). After an error the file is as it was before the call.
    """

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        scheme: str,
        scheme_name: str,
        scheme_version: int,
        language: str = "nl",
        tokenizer: Mapping[str, Any],
        tokenizer_hash: str,
    ) -> Self:
        """A new project holding the scheme (TOML) and the tokenizer's settings; KnownError A106 if it is there."""
        target = Path(path)
        creation.create(
            target,
            creation.Scheme(scheme_name, scheme_version, scheme),
            meta={"language": language, "tokenizer": dict(tokenizer), "tokenizer_hash": tokenizer_hash},
        )
        return cls.open(target)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """An existing project, migrated if it is older.

        Raises KnownError A001, A101 (not a project), A102 (made by a newer program), A103 (held by another
        process; reading works all the same), A104 (reading would need a migration), A105, A108.
        """
        target, connection, lock = opening.open_file(Path(path), read_only=read_only)
        try:
            with known_errors(target):
                return cls(target, connection, lock)
        except BaseException:
            connection.close()
            if lock is not None:
                lock.release()
            raise

    # What the project is

    @property
    def scheme_source(self) -> str:
        """The TOML of the scheme in force: the version stored last."""
        with known_errors(self.path):
            return creation.schemes(self._connection)[-1].source

    def schemes(self) -> list[creation.Scheme]:
        """All scheme versions this project has had, oldest first."""
        with known_errors(self.path):
            return creation.schemes(self._connection)

    def add_scheme(self, *, source: str, name: str, version: int) -> None:
        """Stores a further version of the scheme; the ones before stay."""
        with self._writing() as connection:
            creation.add_scheme(connection, creation.Scheme(name, version, source))

    # Documents

    def add_documents(self, rows: Iterable[Document]) -> Added:
        """Adds documents in one transaction, all or none; known texts (same SHA-256) are reported, not added."""
        with self._writing() as connection:
            added = documents.add(connection, rows)
        self._checkpoint_if_due()
        return added

    def document(self, document_id: str) -> Document:
        """One document whole."""
        with known_errors(self.path):
            return documents.read(self._connection, document_id)

    def document_ids(self) -> list[str]:
        """All ids, in order of import."""
        with known_errors(self.path):
            return documents.ids(self._connection)

    def has_document(self, document_id: str) -> bool:
        """Whether there is a document of that id."""
        with known_errors(self.path):
            return documents.number_of(self._connection, document_id) is not None

    def find_by_hash(self, sha256: str) -> str | None:
        """The id of the document with that text, or None."""
        with known_errors(self.path):
            return documents.find_by_hash(self._connection, sha256)

    def rows(self, ids: Sequence[str], actor: str) -> list[DocumentRow]:
        """List rows of the documents named, as they stand for one annotator."""
        with known_errors(self.path):
            return documents.rows(self._connection, ids, actor)

    def counts(self, actor: str) -> dict[str, int]:
        """How many documents have each status for one annotator."""
        with known_errors(self.path):
            return documents.counts(self._connection, actor)

    def ids_with_status(self, actor: str, *statuses: str) -> list[str]:
        """Ids of the documents in one of these states for one annotator, in order of import."""
        with known_errors(self.path):
            return documents.ids_with_status(self._connection, actor, statuses)

    def search(self, text: str) -> list[str]:
        """Ids of the documents that hold all words of `text` ("…" a phrase, the last word a prefix)."""
        with known_errors(self.path):
            return search.find(self._connection, text)

    def undone_with_text(self, text: str, actor: str) -> list[str]:
        """Ids of the documents that hold `text` exactly and that the annotator has not finished."""
        with known_errors(self.path):
            return documents.undone_with_text(self._connection, text, actor)

    # Suggestions

    def put_suggestions(self, document_id: str, found: Sequence[Suggestion], *, run: Mapping[str, Any]) -> None:
        """Stores a run's suggestions for one document in place of those before; A504 if one does not fit."""
        with self._writing() as connection:
            suggestions.put(connection, document_id, found, run=run)
        self._checkpoint_if_due()

    def keep_suggestions(self, document_id: str, found: Iterable[Suggestion]) -> None:
        """Adds suggestions that events made elsewhere name as fillers, beside those that are there."""
        with self._writing() as connection:
            suggestions.keep(connection, document_id, found)

    def suggestions(self, document_id: str) -> dict[str, Suggestion]:
        """The suggestions of one document by id, in order of position."""
        with known_errors(self.path):
            return suggestions.read(self._connection, document_id)

    def has_suggestions(self, document_id: str) -> bool:
        """Whether a run was stored for the document, even one that proposed nothing."""
        return self.suggestion_run(document_id) is not None

    def suggestion_run(self, document_id: str) -> dict[str, Any] | None:
        """The description of the run stored last for the document, or None."""
        with known_errors(self.path):
            return suggestions.run_of(self._connection, document_id)

    def withdraw_suggestions(self, gone: Collection[Part]) -> int:
        """Takes away the suggestions that use one of these parts of the scheme; returns how many."""
        from annotator.store import uses  # lazy: only a change of the scheme asks

        with self._writing() as connection:
            return uses.withdraw(connection, gone)

    # The log

    def append(self, draft: Operation) -> Operation:
        """Seals and stores one operation with its effect; returns it as stored.

        Raises BugError where a decision does not fit what is there.
        """
        with self._writing() as connection:
            sealed = log.append(connection, draft, replica=self.replica, number_of=self._number_of)
        self._note_single()
        return sealed

    def append_many(self, drafts: Iterable[Operation]) -> list[Operation]:
        """As `append`, for many operations in one transaction: all or none."""
        with self._writing() as connection:
            sealed = [
                log.append(connection, draft, replica=self.replica, number_of=self._number_of) for draft in drafts
            ]
        self._checkpoint_if_due()
        return sealed

    def merge(self, operations: Iterable[Operation]) -> int:
        """Adds operations sealed elsewhere that are not here yet, all or none; returns how many were new.

        Raises KnownError A803 where one does not continue its log, BugError where a decision does not fit.
        """
        from annotator.store import merging  # lazy: not needed to open a project

        with self._writing() as connection:
            added = merging.merge(connection, operations, number_of=self._number_of)
        self._checkpoint_if_due()
        return added

    def hash_at(self, operation: Operation) -> str | None:
        """The hash of the operation stored under the same replica, actor and sequence, or None."""
        from annotator.store import merging  # lazy: not needed to open a project

        with known_errors(self.path):
            return merging.hash_at(self._connection, operation)

    def has_operation(self, operation_id: str) -> bool:
        """Whether there is an operation of that id."""
        with known_errors(self.path):
            return log.is_there(self._connection, operation_id)

    def operations(
        self, *, actor: str | None = None, document: str | None = None, after: int = 0
    ) -> Iterator[Operation]:
        """Operations in their order of arrival; `after` leaves out the first so many of the whole log."""
        with known_errors(self.path):
            number = None if document is None else self._number_of(document)
            for _, operation in log.each(self._connection, actor=actor, document=number, after=after):
                yield operation

    def operation(self, operation_id: str) -> Operation:
        """One operation by id; KnownError A402 if there is none."""
        with known_errors(self.path):
            return log.read(self._connection, operation_id)

    def undo_candidates(self, actor: str) -> list[UndoRow]:
        """(id, kind, reverts) of the actor's log without imports, oldest first."""
        with known_errors(self.path):
            return log.undo_rows(self._connection, actor)

    def actors(self) -> list[str]:
        """Everyone who has a log, in order of name."""
        with known_errors(self.path):
            return log.actors(self._connection)

    # Assignments and the guideline

    def assignments(self) -> list[Assignment]:
        """Every work package that was made, oldest first."""
        from annotator.store import assignments  # lazy: not needed to open a project

        with known_errors(self.path):
            return assignments.all_of(self._connection)

    def add_assignment(self, assignment: Assignment) -> None:
        """Stores a work package that is about to be handed out."""
        from annotator.store import assignments  # lazy: not needed to open a project

        with self._writing() as connection:
            assignments.add(connection, assignment)

    def bind_assignment(self, assignment_id: str, replica: str) -> None:
        """Notes a copy that an assignment came back from; KnownError A803 if it is another assignment's."""
        from annotator.store import assignments  # lazy: not needed to open a project

        with self._writing() as connection:
            assignments.bind(connection, assignment_id, replica)

    def rules(self) -> list[Rule]:
        """All versions of the guideline that were made here, oldest first; before them the scheme's own text holds."""
        from annotator.store import assignments  # lazy: not needed to open a project

        with known_errors(self.path):
            return assignments.rules(self._connection)

    def add_rule(self, rule: Rule) -> Rule:
        """Stores what the guideline says of a label from now on; the version is given here."""
        from annotator.store import assignments  # lazy: not needed to open a project

        with self._writing() as connection:
            return assignments.add_rule(connection, rule)

    # The current state

    def decided(self, document_id: str, actor: str) -> Decided:
        """Spans, verdicts, comments and status of one document for one annotator, from the projection."""
        with known_errors(self.path):
            return projection.decided(self._connection, self._number_of(document_id), actor)

    def stats(self) -> dict[str, Any]:
        """The figures of `annotator stats --json`: documents, done, and per annotator what was done."""
        from annotator.store import stats  # lazy: not needed to open a project

        with known_errors(self.path):
            return stats.overall(self._connection)

    def document_stats(self, actor: str) -> list[DocumentStats]:
        """The same figures for each document one annotator touched, in order of import."""
        from annotator.store import stats  # lazy: not needed to open a project

        with known_errors(self.path):
            return stats.by_document(self._connection, actor)

    def _number_of(self, document_id: str) -> int:
        return documents.require_number(self._connection, document_id)
