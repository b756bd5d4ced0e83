"""The place Learning: measures in a worker of its own while the work goes on, and shows what the lead has set."""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.agreement.going import show_going
from annotator.gui.choices import Choice, LayerChoice
from annotator.gui.dialogs.frame import button, sheet, told
from annotator.gui.flow import FlowLayout
from annotator.gui.learning.sections import Sections
from annotator.gui.parts import PlainLabel, go_to_part
from annotator.gui.review.reader import Reader
from annotator.nlp.client import WorkerClient
from annotator.services import measuring
from annotator.services.comparing import GOLD
from annotator.services.conduct import conduct_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.errors import KnownError
    from annotator.gui.theme import Theme
    from annotator.services.conduct import Conduct
    from annotator.services.learning import Worker
    from annotator.services.session import Session

    Workers = Callable[[], "ClosableWorker"]

MEASURE, COURSE = "measuring", "course"


class ClosableWorker:
    """A worker process that begins with its first call; `close` ends it at once, also amid a call."""

    def __init__(self) -> None:
        self._client = WorkerClient()
        self.call: Worker = self._client.call

    def close(self) -> None:
        """Ends the process; a call that is going on fails."""
        self._client.close()


class LearningPlace(QWidget):
    """Reads cost and rates when it is entered; the rest is measured when one asks for it."""

    said = Signal(str)
    refused = Signal(str)
    conduct_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, *, workers: Workers = ClosableWorker) -> None:
        super().__init__()
        self._session = session
        self._workers = workers
        self._worker: ClosableWorker | None = None
        self._reader = Reader(session.project.path, parent=self)
        self.theme = theme
        self.report: dict[str, Any] | None = None
        self.course: Mapping[str, Any] = {"cost": {}, "rates": {}, "done": {}}
        self.sections: Sections | None = None
        self.layer = told(LayerChoice(), self.tr("Layer"), self.tr("The layer that the figures are about"))
        self.whose = told(Choice(), self.tr("Whose"), self.tr("Whose decisions the suggestions are measured by"))
        self.split = told(Choice(), self.tr("Set apart"), self.tr("Which articles the learning curve is judged on"))
        self.split.addItem(self.tr("the latest set apart"), "date")
        self.split.addItem(self.tr("whole sources set apart"), "source")
        self.begin = button(self.tr("Measure"), self.tr("Measures on articles that were not learned from"))
        self.stop = button(self.tr("Stop"), self.tr("Stops measuring"))
        self.lead = button(
            self.tr("For the lead …"), self.tr("Learning, control articles, planted suggestions, order of the list")
        )
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How far the measuring is"))
        self.going = PlainLabel()
        self.page = QScrollArea()
        self._assemble()
        self.begin.clicked.connect(self.measure)
        self.stop.clicked.connect(self.cancel)
        self.lead.clicked.connect(self.conduct_wanted)
        self.layer.activated.connect(lambda _index: self.show_page())
        self._reader.progressed.connect(self._progressed)
        self._reader.answered.connect(self._answered)
        self._reader.failed.connect(self._failed)
        self.set_theme(theme)
        self._set_going(False)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(28, 10, 14, 10)
        line.setSpacing(10)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        self.layer.offer(self._session.scheme, [layer.name for layer in self._session.scheme.layers])
        choices = FlowLayout(gap=10)  # further lines where the window is narrow: measuring must not make it wider
        for widget in (self.layer, self.whose, self.split, self.begin, self.stop, self.bar, self.going):
            choices.addWidget(widget)
        line.addLayout(choices, 1)
        line.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignTop)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the key table's actions do in this place."""
        return {"next_pane": partial(self._go_to_part, 1), "previous_pane": partial(self._go_to_part, -1)}

    def _go_to_part(self, step: int) -> None:
        parts: list[QWidget] = [self.layer, self.begin if self.begin.isVisible() else self.stop, self.lead]
        if self.sections is not None:
            own = [one for one in self.sections.children() if isinstance(one, QWidget) and one.focusPolicy()]
            parts[2:2] = own[:1]
        go_to_part(parts, step)

    def enter(self) -> None:
        """Reads what is known without measuring."""
        self._fill_choice()
        self._reader.ask(COURSE, lambda project, _going: measuring.course(project))
        if self.sections is None:
            self.show_page()
        (self.begin if self.begin.isVisible() else self.stop).setFocus()

    # -- measuring --------------------------------------------------------------------------------------

    @property
    def is_measuring(self) -> bool:
        """Whether a measurement is going on."""
        return self._worker is not None

    def measure(self) -> None:
        """Measures in the background, in a worker of its own."""
        if self._worker is not None:
            return
        self.said.emit("")  # why it was refused before, as of somebody who has finished nothing
        worker = self._worker = self._workers()
        scheme, split, source = self._session.scheme, self.split.currentData(), self.whose.currentText() or None
        self._set_going(True)
        self._reader.ask(
            MEASURE,
            lambda project, going: measuring.measure(
                project, scheme, worker.call, source=source, split=split, progress=going
            ),
        )

    def _fill_choice(self) -> None:
        """Whose decisions there are; chosen at first is who has finished any: gold, oneself, or whoever has most."""
        project, chosen = self._session.project, self.whose.currentText()
        actors = project.actors()
        done = {one: project.counts(one).get("done", 0) for one in actors}
        likely = [one for one in (GOLD, self._session.actor) if done.get(one)]
        most = max(actors, key=done.__getitem__, default="")
        wanted = next((one for one in (chosen, *likely) if one in actors), most)
        self.whose.clear()
        self.whose.addItems(actors)
        self.whose.setCurrentIndex(max(0, self.whose.findText(wanted)))
        self.whose.setVisible(len(actors) > 1)

    def cancel(self) -> None:
        """Stops measuring; what was measured before stays."""
        self._reader.stop(MEASURE)
        self._end()
        self.said.emit(self.tr("stopped; the figures are those from before"))

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            # Its process takes a moment to go, on a busy machine more than a second; the program's end waits for it.
            Thread(target=worker.close, name="end of measuring").start()
        self._set_going(False)

    def _set_going(self, is_going: bool) -> None:
        show_going(place=self, start=self.begin, stop=self.stop, others=(self.bar, self.going), is_going=is_going)
        self.split.setEnabled(not is_going)
        self.whose.setEnabled(not is_going)
        self.bar.setMaximum(0)
        self.going.setText(self.tr("measuring …"))

    def _progressed(self, name: str, done: int, total: int) -> None:
        if name == MEASURE:
            self.bar.setMaximum(max(1, total))
            self.bar.setValue(done)
            self.going.setText(self.tr("measuring: {share} %").format(share=round(100 * done / max(1, total))))

    def _answered(self, name: str, answer: object) -> None:
        if not isinstance(answer, dict):
            return
        if name == COURSE:
            self.course = answer
        else:
            self.report = answer
            self._end()
            count = answer["documents"]
            said = self.tr("measured on 1 article") if count == 1 else self.tr("measured on {count} articles")
            self.said.emit(said.format(count=count))
        self.show_page()

    def _failed(self, name: str, error: KnownError) -> None:
        if name == MEASURE:
            self._end()
        self.refused.emit(error.said)

    # -- showing ----------------------------------------------------------------------------------------

    def show_page(self) -> None:
        """Makes the page anew from what is known."""
        at = self.page.verticalScrollBar().value()
        held = self.sections.at_hand() if self.sections is not None else None
        words = self._words(conduct_of(self._session.project))
        made = Sections(self.report, self.course, self._session.scheme, self.layer.layer, self.theme, set_words=words)
        self.sections = made
        self.page.setWidget(made)
        if held is not None:
            made.take_to_hand(held)
        self.page.verticalScrollBar().setValue(at)

    def _words(self, conduct: Conduct) -> str:
        """What the lead has set, in plain words."""
        said = [
            self.tr("The window learns from every article that is done.")
            if conduct.learns
            else self.tr("Learning is switched off for this project.")
        ]
        if conduct.controls:
            said.append(
                self.tr("{share} % of the articles are controls: they come without suggestions.").format(
                    share=round(100 * conduct.controls)
                )
            )
        if conduct.planted:
            said.append(self.tr("Some suggestions are wrong on purpose."))
        count = max(self.course["done"].values(), default=0)
        if self.report is not None and count > self.report["documents"]:
            more = count - self.report["documents"]
            one = self.tr("Since the figures were measured 1 more article was done.")
            many = self.tr("Since the figures were measured {count} more articles were done.")
            said.append(one if more == 1 else many.format(count=more))
        return " ".join(said)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.theme = theme
        self.setStyleSheet(sheet(theme))
        paper = self.page.palette()
        paper.setColor(paper.ColorRole.Window, QColor(theme.paper))
        self.page.setPalette(paper)
        self.page.setAutoFillBackground(True)
        self.going.set_colour(theme.muted)
        if self.sections is not None:
            self.show_page()

    def close_down(self) -> None:
        """Measures and reads nothing more."""
        self._end()
        self._reader.close()
