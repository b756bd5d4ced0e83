"""Gamma on demand: places and labels measured at once against chance, in a thread of its own that can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QSpinBox, QVBoxLayout, QWidget

from annotator.gui.agreement.contents import figure, short
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.dialogs.frame import button, told
from annotator.gui.flow import FlowLayout
from annotator.gui.language import decimal
from annotator.gui.parts import PlainLabel
from annotator.gui.review.reader import Reader
from annotator.gui.theme import desk_font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.errors import KnownError
    from annotator.gui.theme import Theme
    from annotator.services.measured import Measured

GAMMA = "gamma"
SAMPLES, MOST_SAMPLES = 30, 1_000
LARGEST_SEED = 999_999


class GammaWork(QObject):
    """Measures one gamma after the other beside everything else; `asked` is what is being measured."""

    changed = Signal()  # begun, further on, ended or stopped
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, path: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = Reader(path, parent=self)
        self._reader.progressed.connect(self._progressed)
        self._reader.answered.connect(self._answered)
        self._reader.failed.connect(self._failed)
        self.samples, self.seed = SAMPLES, 0
        self.asked: tuple[str, tuple[str, ...]] | None = None
        self.at = (0, 0)
        self._results: dict[tuple[int, str, tuple[str, ...]], dict[str, Any]] = {}
        self._of: Measured | None = None

    def result(self, measured: Measured, layer: str, names: Sequence[str]) -> dict[str, Any] | None:
        """What was measured of these annotators in that layer, None where nothing was."""
        return self._results.get((id(measured), layer, tuple(names)))

    def begin(self, measured: Measured, layer: str, names: Sequence[str]) -> None:
        """Measures these annotators in the layer, in place of what was going on."""
        if self._of is not measured:
            self._of = measured
            self._results.clear()
        self.asked, self.at = (layer, tuple(names)), (0, 0)
        samples, seed = self.samples, self.seed
        key = (id(measured), layer, tuple(names))
        self._reader.ask(
            GAMMA,
            lambda _project, going: (
                key, measured.gamma(layer, list(names), samples=samples, seed=seed, progress=going)
            ),
        )  # fmt: skip
        self.changed.emit()

    def stop(self) -> None:
        """Measures no further; what was measured before stays."""
        self._reader.stop(GAMMA)
        self.asked = None
        self.said.emit(self.tr("γ was stopped"))
        self.changed.emit()

    def close(self) -> None:
        """Ends the thread after the document it is at."""
        self._reader.close()

    def _progressed(self, _name: str, done: int, total: int) -> None:
        if self.asked is not None:
            self.at = (done, total)
            self.changed.emit()

    def _answered(self, _name: str, answer: tuple[tuple[int, str, tuple[str, ...]], dict[str, Any]]) -> None:
        key, found = answer
        self._results[key] = found
        self.asked = None
        self.said.emit(self.tr("γ is measured"))
        self.changed.emit()

    def _failed(self, _name: str, error: KnownError) -> None:
        self.asked = None
        self.refused.emit(error.said)
        self.changed.emit()


class GammaPart(QWidget):
    """Samples, seed and a button; then how far it is; then the figure and its documents, lowest first."""

    wanted = Signal(str)  # id of a document

    def __init__(self, work: GammaWork, measured: Measured, layer: str, names: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._work = work
        self._measured = measured
        self._layer = layer
        self._names = tuple(names)
        self._theme = theme
        self._shown: dict[str, Any] | None = None
        self.samples = told(
            QSpinBox(), self.tr("Samples of chance"), self.tr("More samples, a steadier figure, and longer work")
        )
        self.samples.setRange(2, MOST_SAMPLES)
        self.samples.setValue(work.samples)
        self.seed = told(QSpinBox(), self.tr("Seed"), self.tr("The same seed gives the same figure"))
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(work.seed)
        who = ", ".join(names)
        self.start = button(self.tr("Measure γ"), self.tr("Measures γ of {who}").format(who=who))
        self.stop = button(self.tr("Stop γ"), self.tr("Stops after the document it is at"))
        self.bar = told(QProgressBar(), self.tr("Progress of γ"), self.tr("How many documents are measured"))
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        self.going = PlainLabel()
        self.going.set_colour(theme.muted)
        self.said = PlainLabel()
        self.said.setFont(desk_font(10.5, bold=True))
        self.said.setWordWrap(True)
        self._assemble()
        self.start.clicked.connect(self._begin)
        self.stop.clicked.connect(work.stop)
        work.changed.connect(self._follow)
        self._follow()

    def _assemble(self) -> None:
        line = FlowLayout(gap=10)
        for title, field in ((self.tr("Samples of chance"), self.samples), (self.tr("Seed"), self.seed)):
            label = PlainLabel(title)
            label.set_colour(self._theme.muted)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
        for widget in (self.start, self.stop, self.bar, self.going):
            line.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(line)
        self._column.addWidget(self.said)

    def _begin(self) -> None:
        self._work.samples, self._work.seed = self.samples.value(), self.seed.value()
        self._work.begin(self._measured, self._layer, self._names)
        self.stop.setFocus()

    def _follow(self) -> None:
        """Shows how far the measuring is, or what it gave."""
        is_mine = self._work.asked == (self._layer, self._names)
        had_focus = self.stop.hasFocus()
        for widget in (self.stop, self.bar, self.going):
            widget.setVisible(is_mine)
        self.start.setEnabled(not is_mine)
        done, total = self._work.at
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.going.setText(self.tr("{done} of {total}").format(done=done, total=total) if total else "…")
        found = self._work.result(self._measured, self._layer, self._names)
        if found is not None and found is not self._shown:
            self._show(found)
        if had_focus and not is_mine:
            self.start.setFocus()

    def _show(self, found: dict[str, Any]) -> None:
        self._shown = found
        said = self.tr("γ {value} · samples: {samples}, seed: {seed}, documents: {n}").format(
            value=figure(found), samples=found["samples"], seed=found["seed"], n=found["n"]
        )
        if not found["exact"]:
            said = f"{said} · {self.tr('approximate: not every alignment could be tried')}"
        self.said.set_outside_text(said)
        for old in self.findChildren(FigureTable):
            self._column.removeWidget(old)
            old.deleteLater()
        titles = self._measured.titles
        rows = [
            [
                short(titles.get(one["document"]) or one["document"]),
                "–" if one["value"] is None else decimal(one["value"], 2),
            ]
            for one in found["documents"]
        ]
        if rows:
            table = FigureTable(
                [self.tr("document"), "γ"], rows, self._theme,
                title=self.tr("γ by document, lowest first"),
                about=self.tr("Arrows move, Enter opens the places a figure rests on"),
            )  # fmt: skip
            table.wanted.connect(lambda row, _column: self.wanted.emit(found["documents"][row]["document"]))
            self._column.addWidget(table)
