"""Settling by vote over all documents: the count beforehand, then document by document, to be stopped at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from annotator.errors import KnownError
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.parts import PlainLabel
from annotator.gui.review.words import kind_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.gui.review.deciding import Deciding
    from annotator.gui.theme import Theme
    from annotator.services.adjudicating import AdjudicationReport, Strategy


class VoteDialog(Frame):
    """Waits for the preview, shows its counts, and settles when told to."""

    settled = Signal(int)  # documents that were gone through

    def __init__(
        self,
        deciding: Deciding,
        strategy: Strategy,
        documents: Sequence[str],
        theme: Theme,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._deciding = deciding
        self._strategy = strategy
        self._waiting = list(documents)
        self._total = len(documents)
        self._errors = 0
        unanimous = self.tr("Take what all agree on")
        self.set_title(unanimous if strategy == "unanimous" else self.tr("Take what most agree on"))
        self._about = self.muted(
            self.tr("A place is settled where every annotator has the very same.")
            if strategy == "unanimous"
            else self.tr("A place is settled where more than half of the annotators have the very same.")
        )
        self.counts = PlainLabel(self.tr("Counting …"))
        self.counts.setWordWrap(True)
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How many documents are done"))
        self.bar.setTextVisible(False)
        self.bar.setMaximum(max(1, self._total))
        self.body.addWidget(self._about)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.bar)
        self.body.addStretch(1)
        self.go = button(self.tr("Take them"), self.tr("Writes this into gold; each document can be undone"))
        self.go.setEnabled(False)
        self.go.clicked.connect(self._begin)
        self.close_button = button(self.tr("Cancel"), self.tr("Changes nothing more"))
        self.close_button.clicked.connect(self.reject)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.go)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._settle_next)
        self.fit(520, 320)

    def show_counting(self, done: int, total: int) -> None:
        """How far the preview is."""
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def show_preview(self, report: AdjudicationReport) -> None:
        """Shows what would be settled."""
        self.bar.setMaximum(max(1, self._total))
        self.bar.setValue(0)
        kinds = ", ".join(f"{kind_name(kind)} {count}" for kind, count in report.open_kinds.items())
        lines = [
            self.tr("{count} places in {documents} documents").format(count=report.places, documents=report.documents),
            self.tr("{count} are taken, {nothing} settled as nothing").format(
                count=report.taken, nothing=report.nothing
            ),
            self.tr("{count} were decided before and stay as they are").format(count=report.kept),
            self.tr("{count} stay open").format(count=report.open) + (f" ({kinds})" if kinds else ""),
            self.tr("{count} documents then have nothing open").format(count=report.finished),
        ]
        self.counts.setText("\n".join(lines))
        self.counts.setAccessibleDescription(". ".join(lines))
        self.go.setEnabled(bool(report.taken or report.nothing or report.finished))
        self.go.setDefault(True)
        self.go.setFocus()

    def _begin(self) -> None:
        self.go.setEnabled(False)
        self._timer.start()

    def _settle_next(self) -> None:
        """One document at a time, so that the window stays alive and the rest can be left."""
        if not self._waiting:
            self._timer.stop()
            self.accept()
            return
        try:
            self._deciding.settle_documents([self._waiting.pop(0)], self._strategy)
        except KnownError as error:
            self._timer.stop()
            self.refuse(f"{error.what} · {error.todo}")
            return
        self.bar.setValue(self._total - len(self._waiting))

    def done(self, result: int) -> None:
        self._timer.stop()
        self.settled.emit(self._total - len(self._waiting))
        super().done(result)
