"""Makes the pictures of README and the guides from the samples: `python docs/make_pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402  (the platform is chosen before Qt is loaded)

from annotator.core.command import Accept, SetStatus  # noqa: E402
from annotator.core.span import Event  # noqa: E402
from annotator.gui.app import application  # noqa: E402
from annotator.gui.language import speak  # noqa: E402
from annotator.gui.main_window import MainWindow  # noqa: E402
from annotator.gui.sitting import SIZE  # noqa: E402
from annotator.gui.theme import system_theme  # noqa: E402
from annotator.services import demo, projects  # noqa: E402
from annotator.services.importing import import_paths  # noqa: E402
from annotator.services.working import worker  # noqa: E402
from annotator.store.project import Project  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.services.session import Session

IMAGES = ROOT / "docs" / "images"
LOOKS = ("light", "dark")
DONE = 4  # articles finished in the pictures, so that the list shows every state
PATIENCE = 60  # seconds that what is read in the background may take


def main() -> None:
    """Builds the samples, does some of the work as an annotator would, and paints both looks."""
    with tempfile.TemporaryDirectory() as folder, worker() as call:
        path = demo.build(Path(folder), call)
        path = path.rename(path.with_name("Conflictnieuws.annotator"))
        with Project.open(path) as project:
            session = projects.open_session(project, "anna")
            shown = _worked(session)
            for look in LOOKS:
                _desk(session, shown, look, language="en", name="desk")
                _desk(session, shown, look, language="nl", name="bureau")
                _event(session, shown, look, language="en", name="event")
                _event(session, shown, look, language="nl", name="gebeurtenis")
        with Project.open(_double(Path(folder), call)) as project:
            session = projects.open_session(project, "lead")
            for look in LOOKS:
                _review(session, look, language="en", name="review")
                _review(session, look, language="nl", name="beoordelen")
                _agreement(session, look, language="en", name="agreement")
                _agreement(session, look, language="nl", name="overeenstemming")


# -- the projects -----------------------------------------------------------------------------------------


def _worked(session: Session) -> str:
    """Finishes some articles and begins one; the one begun."""
    ids = session.project.document_ids()
    for document in ids[:DONE]:
        _accept(session, document, 1.0)
        session.do(SetStatus(document=document, status="done"))
    session.do(SetStatus(document=ids[DONE + 1], status="flagged"))
    session.do(SetStatus(document=ids[DONE], status="busy"))
    _accept(session, ids[DONE], 0.25)
    return ids[DONE]


def _accept(session: Session, document: str, share: float) -> None:
    """Accepts the first part of the open suggestions, from the head of the article on."""
    found = session.state(document).open_suggestions(session.scheme)
    for one in found[: round(len(found) * share)]:
        session.do(Accept(document=document, suggestion=one.id))


def _double(folder: Path, call: Callable[..., dict[str, object]]) -> Path:
    """The sample articles that two people annotated, in a project of their own."""
    path = folder / "Dubbel.annotator"
    with projects.create_project(path) as project:
        import_paths(project, projects.scheme_of(project), call, [ROOT / "seeds" / "double"])
    return path


# -- the pictures -----------------------------------------------------------------------------------------


@contextmanager
def _window(session: Session, look: str, *, language: str) -> Iterator[MainWindow]:
    qt = application(look=look)
    speak(qt, language)
    window = MainWindow(session, theme=system_theme(look), language=language)
    window.resize(*SIZE)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        qt.processEvents()


def _wait(until: Callable[[], bool]) -> None:
    """Lets the window go on until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents()
        time.sleep(0.01)


def _rest(seconds: float = 0.5) -> None:
    end = time.monotonic() + seconds
    _wait(lambda: time.monotonic() > end)


def _save(window: MainWindow, name: str) -> None:
    _rest()
    if not window.grab().save(str(IMAGES / f"{name}.png"), "PNG"):
        raise OSError(f"{name}.png cannot be written")


def _desk(session: Session, document: str, look: str, *, language: str, name: str) -> None:
    with _window(session, look, language=language) as window:
        window.open_first(document)
        window.keys.run("next_suggestion")
        window.settle()
        _save(window, f"{name}-{look}")


def _event(session: Session, document: str, look: str, *, language: str, name: str) -> None:
    """An event at hand with its arcs, asked which role is meant."""
    with _window(session, look, language=language) as window:
        window.open_first(document)
        events = [span for span in session.state(document).spans.values() if isinstance(span, Event)]
        window.article.set_current(max(events, key=lambda event: (len(event.arguments), -event.start)).id)
        window.settle()
        window.keys.run("role")
        _save(window, f"{name}-{look}")


def _review(session: Session, look: str, *, language: str, name: str) -> None:
    with _window(session, look, language=language) as window:
        window.open_first(None)
        window.keys.run("place_review")
        place = window.places.review()
        _wait(lambda: bool(place.queue.model.rows) and place.deciding.document is not None)
        _save(window, f"{name}-{look}")


def _agreement(session: Session, look: str, *, language: str, name: str) -> None:
    with _window(session, look, language=language) as window:
        window.open_first(None)
        window.keys.run("place_agreement")
        place = window.places.agreement()
        _wait(lambda: place.sections is not None and place.sections.is_complete)
        _save(window, f"{name}-{look}")


if __name__ == "__main__":
    main()
