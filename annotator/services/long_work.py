"""Commands over many documents, run on a connection of their own so that nobody who reads on is held up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from annotator.core.command import ApplyToAll, LabelPlaces, Redo, RelabelAll, Undo
from annotator.services.collecting import paused
from annotator.services.session import Outcome, Session
from annotator.store.beside import ProjectBeside, open_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from annotator.core.command import Command
    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState

    # "read" (documents) or "write" (decisions), how many are done, and of how many; may raise to end the work.
    Tell = Callable[[str, int, int], None]

FEW_DOCUMENTS = 12  # so many are labelled, or taken back, in the time of a key press
FEW_PLACES = 400
SMALL = 200_000  # characters of decisions that are taken back in the time of a key press
AT_A_TIME = 0.002  # seconds of work after which the window gets a turn with the interpreter
TURN = 0.0007  # seconds of that turn


def is_long(session: Session, command: Command) -> bool:
    """Whether the command may take longer than a key press: for its documents, its places, or what it takes back."""
    match command:
        case ApplyToAll() | LabelPlaces():
            if command.places is None:
                return isinstance(command, ApplyToAll) and command.scope == "undone"
            places = command.places.values()
            return len(places) > FEW_DOCUMENTS or sum(map(len, places)) > FEW_PLACES
        case RelabelAll():
            return command.scope == "undone"
        case Undo() | Redo():
            if session.revert_size(command) > FEW_DOCUMENTS:  # a vote over many documents
                return True
            target = session.next_reverted(command)
            return target is not None and session.project.operation_size(target) > SMALL
    return False


class LongCommand:
    """A command to be run in another thread for the annotator of a session, which waits with decisions meanwhile.

    Made in the thread of the session; raises KnownError A104 where the project is open for reading only.
    """

    def __init__(self, session: Session, command: Command, *, elapsed_ms: int = 0) -> None:
        session.project.require_writable()
        self._path = session.project.path
        self._scheme, self._actor = session.scheme, session.actor
        self._command = command
        self._elapsed_ms = elapsed_ms

    def run(self, tell: Tell) -> Outcome:
        """Runs it; all of it is on disk when this returns, and nothing where `tell` or anything else raised."""
        # A collection would hold the window up for as long as it looks through all that is planned.
        with paused(), open_beside(self._path) as project:
            own = _Telling(project, self._scheme, self._actor, tell)
            return own.do(self._command, elapsed_ms=self._elapsed_ms)


class _Telling(Session):
    """A session that tells how far it is, and lets others have the interpreter now and then."""

    def __init__(self, project: ProjectBeside, scheme: Scheme, actor: str, tell: Tell) -> None:
        super().__init__(project, scheme, actor)
        self._tell = tell
        self._step, self._done, self._total = "read", 0, 0
        self._since = time.perf_counter()
        self._beside = project

    def undone_with(self, text: str) -> list[str]:
        found = super().undone_with(text)
        self._total = len(found)
        return found

    def glimpse(self, document: str) -> DocumentState:
        self._count()
        return super().glimpse(document)

    def do(self, command: Command, *, elapsed_ms: int = 0, origin: str = "user") -> Outcome:
        places = getattr(command, "places", None)
        self._total = len(places) if places is not None else 0
        self._tell("read", 0, self._total)
        return super().do(command, elapsed_ms=elapsed_ms, origin=origin)

    def _append(self, kind: str, document: str, decisions: Iterable[Any], **more: Any) -> Operation:  # noqa: ANN401
        decided = tuple(decisions)
        self._step, self._done, self._total = "write", 0, len(decided)
        self._tell("write", 0, len(decided))
        self._beside.told = self._count
        try:
            return super()._append(kind, document, decided, **more)
        finally:
            self._beside.told = None

    def _count(self) -> None:
        self._done += 1
        now = time.perf_counter()
        if now - self._since > AT_A_TIME:
            self._tell(self._step, min(self._done, self._total or self._done), self._total)
            time.sleep(TURN)
            self._since = time.perf_counter()
