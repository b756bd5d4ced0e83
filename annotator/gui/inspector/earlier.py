"""What the annotator did with the same words before, looked up in the background while a mark stays at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.core.text import covered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.state import DocumentState
    from annotator.gui.article.marks import Mark
    from annotator.gui.desk import Desk
    from annotator.gui.find.reading import Breathe, ReadingThread
    from annotator.store.earlier import Earlier
    from annotator.store.project import Project

translate = QCoreApplication.translate
REST = 250  # milliseconds that a mark is at hand before anything is looked up about it
KEPT = 256  # answers kept until the next decision


class _Asked(NamedTuple):
    document: str
    layer: str
    label: str
    text: str
    but: str  # the suggestion at hand, whose own verdict is no earlier one


class _Answer(NamedTuple):
    about: _Asked
    counts: Earlier


class EarlierLook(QObject):
    """Knows nothing of a mark at first; `found` tells that it does now."""

    found = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._known: dict[_Asked, str] = {}
        self._asked: _Asked | None = None
        self._thread: ReadingThread | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._look)
        desk.touched.connect(self._forget)

    def line(self, mark: Mark, state: DocumentState) -> str:
        """What was done with other suggestions of that label on those words; "" where nothing was, or none is known."""
        span = state.spans.get(mark.id)
        but = (span.suggestion if span is not None else None) or mark.id
        asked = _Asked(state.document.id, mark.layer, mark.label, covered(state.document.text, mark.fragments), but)
        known = self._known.get(asked)
        if known is None and asked != self._asked:
            self._asked = asked
            self._rest.start()
        return known or ""

    def stop(self) -> None:
        """Ends what is looked up: a thread must not outlive what it answers to."""
        self._rest.stop()
        if self._thread is not None:
            self._thread.close()

    def _forget(self) -> None:
        self._known.clear()
        self._asked = None

    def _look(self) -> None:
        asked, actor = self._asked, self._desk.session.actor
        if asked is None:
            return

        def job(project: Project, _breathe: Breathe) -> Iterator[object]:
            document, layer, label, text, but = asked
            yield _Answer(asked, project.earlier(document, layer, label, text, actor=actor, but=but))

        self._the_thread().ask(job)

    def _the_thread(self) -> ReadingThread:
        if self._thread is None:
            from annotator.gui.find.reading import ReadingThread  # lazy: who goes on quickly never asks

            thread = self._thread = ReadingThread(self._desk.session.project.path, parent=self)
            thread.delivered.connect(self._take)
        return self._thread

    def _take(self, answer: _Answer) -> None:
        if answer.about != self._asked:  # decided on since, or another is at hand
            return
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[answer.about] = _said(answer.counts)
        self.found.emit()


def _said(counts: Earlier) -> str:
    """The counts in words; "" where there is nothing to tell."""
    if not any(counts):
        return ""
    said = translate("Inspector", "same words: accepted {accepted} ×, rejected {rejected} ×")
    if counts.corrected:
        said = translate(
            "Inspector", "same words: accepted {accepted} ×, corrected {corrected} ×, rejected {rejected} ×"
        )
    return said.format(**counts._asdict())
