"""The place Agreement: figures measured in the background, the places a cell rests on, and what can be exported."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import KnownError
from annotator.gui.agreement.exports import write_export
from annotator.gui.agreement.figure_page import FigureArea
from annotator.gui.agreement.gamma import GammaWork
from annotator.gui.agreement.going import show_going
from annotator.gui.agreement.resting_list import ABOVE, BESIDE, WHERE, RestingList
from annotator.gui.agreement.sections import Sections
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice, LayerChoice
from annotator.gui.dialogs.frame import button, sheet, told
from annotator.gui.flow import FlowLayout
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel, go_to_part
from annotator.gui.theme import desk_font
from annotator.services import following
from annotator.services import measured as measuring

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.gui.review.reader import Reader
    from annotator.gui.theme import Theme
    from annotator.services.measured import Ask, Measured
    from annotator.services.session import Session

MEASURE, REST, REMARKS = "agreement", "agreement places", "agreement remarks"
WIDTHS = (1100, 300)


class AgreementPlace(QWidget):
    """Measures when it is entered; a cell lists its places at the right, from where Enter goes to each."""

    place_wanted = Signal(str, int)  # document, position
    action_wanted = Signal(str)  # an action of the window
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, reader: Reader, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._reader = reader
        self.theme = theme
        self.measured: Measured | None = None
        self._is_past = False  # there is other work since
        self._is_from_list = False  # somebody went from the list to a place
        self._has_remarks = False  # they are listed, not the places of a figure
        self.sections: Sections | None = None
        self.gamma = GammaWork(session.project.path, parent=self)
        self._about = ""
        self.layer = told(LayerChoice(), self.tr("Layer"), self.tr("The layer that the figures are about"))
        self.pair = told(Choice(), self.tr("Pair"), self.tr("The two annotators of matrix, edges and lists"))
        self.pair.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.again = button(self.tr("Measure again"), self.tr("Measures what has been annotated since"))
        self.stop = button(self.tr("Stop"), self.tr("Stops measuring"))
        self.export = button(
            self.tr("Export …"), self.tr("Writes the figures as HTML, CSV, JSON, the plots as pictures")
        )
        self.packages = button(
            self.tr("Work packages …"), self.tr("Makes packages for annotators, and takes over what comes back")
        )
        self.remarks = button(self.tr("Remarks"), self.tr("Lists everybody's remarks, and what was flagged or skipped"))
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How far the measuring is"))
        self.going = PlainLabel()
        self.list = told(
            RestingList(), self.tr("Places"), self.tr("The places that the chosen figure rests on; Enter goes to one")
        )
        self.title = PlainLabel(self.tr("Choose a figure to see the places it rests on."))
        self.page = told(FigureArea(), self.tr("Figures"), self.tr("The tables and plots; the arrow keys scroll them"))
        self._assemble()
        self._connect()
        self.set_theme(theme)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(28, 10, 14, 10)
        line.setSpacing(10)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        choices, ways = FlowLayout(gap=10), FlowLayout(gap=10)  # further lines where the window is narrow
        for widget in (self.layer, self.pair, self.again, self.stop, self.bar, self.going):
            choices.addWidget(widget)
        for widget in (self.remarks, self.packages, self.export):
            ways.addWidget(widget)
        line.addLayout(choices, 1)
        line.addLayout(ways)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.page.viewport().setAutoFillBackground(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.page, 1)
        right = QWidget()
        places = QVBoxLayout(right)
        places.setContentsMargins(14, 16, 14, 14)
        self.title.setWordWrap(True)
        self.title.setFont(desk_font(10, bold=True))
        places.addWidget(self.title)
        places.addWidget(self.list, 1)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setHandleWidth(1)
        self.parts.setChildrenCollapsible(False)
        for part in (left, right):
            self.parts.addWidget(part)
        right.setMinimumWidth(220)
        self.parts.setStretchFactor(0, 1)
        self.parts.setSizes(list(WIDTHS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)

    def _connect(self) -> None:
        self.again.clicked.connect(self.measure)
        self.stop.clicked.connect(self._stop)
        self.export.clicked.connect(self._show_exports)
        self.packages.clicked.connect(self._show_packages)
        self.remarks.clicked.connect(self.show_remarks)
        self.layer.activated.connect(lambda _index: self._show())
        self.pair.activated.connect(lambda _index: self._show())
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.gamma.said.connect(self.said)
        self.gamma.refused.connect(self.refused)
        self._reader.progressed.connect(self._progressed)
        self._reader.answered.connect(self._answered)
        self._reader.failed.connect(self._failed)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the key table's actions do in this place."""
        return {"next_pane": partial(self._go_to_part, 1), "previous_pane": partial(self._go_to_part, -1)}

    def _go_to_part(self, step: int) -> None:
        parts: list[QWidget] = [self.layer, self.list]
        if self.sections is not None:
            first = next(iter(self.sections.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)))
            tables = [one for one in self.sections.children() if isinstance(one, QWidget) and one.focusPolicy()]
            last = self.sections.focusWidget()  # the table or plot that one is at or left: what is listed is about it
            parts.insert(1, last or (tables[0] if tables else first))
        go_to_part(parts, step)

    # -- measuring --------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Measures when one first comes here; later on wish."""
        if self.measured is None or self._is_past:
            self.measure()
        (self.list if self._is_from_list else self.layer).setFocus()
        self._is_from_list = False

    def forget(self) -> None:
        """Measures anew when one next comes here: there is other work now."""
        self._is_past = True

    def measure(self) -> None:
        """Measures in the background."""
        scheme = self._session.scheme
        self._set_going(True)
        self._reader.ask(MEASURE, lambda project, going: measuring.measure(project, scheme, progress=going))

    def close_reading(self) -> None:
        """Measures nothing more."""
        self.gamma.close()

    def _stop(self) -> None:
        self._reader.stop(MEASURE)
        self._set_going(False)
        self.said.emit(self.tr("stopped; the figures are those from before"))

    def _set_going(self, is_going: bool) -> None:
        show_going(place=self, start=self.again, stop=self.stop, others=(self.bar, self.going), is_going=is_going)
        self.export.setEnabled(not is_going and self.measured is not None and self.measured.answer is not None)
        self.bar.setMaximum(0)
        self.going.setText(self.tr("measuring …"))

    def _progressed(self, name: str, done: int, total: int) -> None:
        if name == MEASURE:
            self.bar.setMaximum(max(1, total))
            self.bar.setValue(done)
            self.going.setText(self.tr("{done} of {total}").format(done=done, total=total))

    def _answered(self, name: str, answer: object) -> None:
        if name == MEASURE and isinstance(answer, measuring.Measured):
            self.measured, self._is_past = answer, False
            self._set_going(False)
            self._fill_choices()
            self._show()
        elif name == REST and isinstance(answer, list):
            self._show_places(answer)
        elif name == REMARKS and isinstance(answer, list):
            self._list_remarks(answer)

    def _failed(self, name: str, error: KnownError) -> None:
        if name == MEASURE:
            self._set_going(False)
        if name in (MEASURE, REST, REMARKS):
            self.refused.emit(error.said)

    def _fill_choices(self) -> None:
        answer = self.measured.answer if self.measured is not None else None
        layers = list(answer["layers"]) if answer is not None else []
        kept = self.pair.currentIndex()
        self.layer.offer(self._session.scheme, layers)
        pairs = answer["layers"][layers[0]]["pairs"] if answer is not None else []
        self.pair.clear()
        self.pair.addItems([shown(f"{pair['a']}, {pair['b']}") for pair in pairs])
        self.pair.setCurrentIndex(kept if 0 <= kept < len(pairs) else 0)
        self.layer.setVisible(bool(layers))
        self.pair.setVisible(len(pairs) > 1)

    def _show(self) -> None:
        if self.measured is None:
            return
        self._make_page()
        if self._has_remarks:
            return
        self.list.clear()
        self.title.setText(self.tr("Choose a figure to see the places it rests on.") if self.measured.answer else "")

    def _make_page(self, *, is_whole: bool = False) -> None:
        assert self.measured is not None
        pair = max(0, self.pair.currentIndex())
        made = Sections(self.measured, self._session.scheme, self.layer.layer, pair, self.theme, self.gamma)
        made.wanted.connect(self._ask)
        if is_whole:
            made.complete()
        self.sections = made
        self.page.setWidget(made)

    # -- the places of a figure -------------------------------------------------------------------------

    def _ask(self, ask: Ask, about: str) -> None:
        measured = self.measured
        if measured is not None:
            self._about = about
            self._reader.ask(REST, lambda project, _going: measured.places(ask, project))

    def _show_places(self, places: list[measuring.Resting]) -> None:
        count, self._has_remarks = len(places), False
        self.title.setText(shown(self.tr("{what} · places: {count}").format(what=self._about, count=count)))
        self.list.show_places(places)
        self.said.emit(with_keys(self.tr("places: {count}; {key:next_pane} goes to the list"), count=count))

    def show_remarks(self) -> None:
        """Lists what everybody remarked, flagged and skipped, where the places of a figure are listed."""
        self._has_remarks = True
        self._reader.ask(REMARKS, lambda project, _going: following.remarks(project))

    def _list_remarks(self, found: list[dict[str, Any]]) -> None:
        if not self._has_remarks:  # a figure was asked for since
            return
        self.title.setText(self.tr("Remarks: {count}").format(count=grouped(len(found))))
        self.list.show_remarks(found[: measuring.MOST])
        if found:
            self.list.setFocus()
        else:
            self.said.emit(self.tr("nothing is flagged, skipped or remarked on"))

    def _open(self, item: QListWidgetItem) -> None:
        where = item.data(WHERE)
        if where is not None:
            self._is_from_list = True
            self.place_wanted.emit(*where)

    # -- exports ----------------------------------------------------------------------------------------

    def _show_exports(self) -> None:
        menu = QMenu(self)
        for kind, text in (
            ("html", self.tr("Whole report, one HTML page …")), ("csv", self.tr("All figures, CSV …")),
            ("json", self.tr("All figures, JSON …")), ("svg", self.tr("Plots of this page, SVG …")),
            ("png", self.tr("Plots of this page, PNG …")),
        ):  # fmt: skip
            menu.addAction(text, partial(self._ask_where, kind))
        menu.exec(self.export.mapToGlobal(self.export.rect().bottomLeft()))
        menu.deleteLater()

    def _show_packages(self) -> None:
        menu = QMenu(self)
        for action, text in (
            ("package_make", self.tr("Make a work package …")), ("package_merge", self.tr("Take returned work over …")),
        ):  # fmt: skip
            menu.addAction(text, partial(self.action_wanted.emit, action))
        menu.exec(self.packages.mapToGlobal(self.packages.rect().bottomLeft()))
        menu.deleteLater()

    def _ask_where(self, kind: str) -> None:
        project = self._session.project.path
        start = str(project.with_name(f"{project.stem}-agreement.{kind}"))
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Export"), start, f"*.{kind}")
        if name:
            self.write(kind, Path(name))

    def write(self, kind: str, path: Path) -> None:
        """Writes an export and says what was written, or why not."""
        measured = self.measured
        if measured is None or measured.answer is None:
            return
        if self.sections is not None:
            self.sections.complete()
        plots = self.sections.plots if self.sections is not None else {}
        try:
            self.said.emit(write_export(kind, path, measured=measured, plots=plots, session=self._session))
        except KnownError as error:
            self.refused.emit(error.said)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.theme = theme
        self.setStyleSheet(
            sheet(theme)
            + "QListWidget { background: transparent; border: 0; }"
            + f"QListWidget::item {{ border-bottom: 1px solid {theme.rule}; padding: {ABOVE}px {BESIDE}px; }}"
        )
        paper = self.page.palette()
        paper.setColor(paper.ColorRole.Window, QColor(theme.paper))
        self.page.setPalette(paper)
        self.page.setAutoFillBackground(True)
        self.title.set_colour(theme.ink)
        self.going.set_colour(theme.muted)
        if self.sections is not None:  # colours are put in as it is made: where one is and what is listed stays
            self.sections.complete()
            found, top = self.sections.at_hand(), self.page.verticalScrollBar().value()
            self._make_page(is_whole=True)
            self.sections.take_to_hand(found)
            self.page.verticalScrollBar().setValue(top)
