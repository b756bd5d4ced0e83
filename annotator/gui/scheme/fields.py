"""Fields of the dialog of schemes: each with its name beside it and, below it, why what was given cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from annotator.core.scheme import Colour
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import told
from annotator.gui.parts import PlainLabel
from annotator.services.schemes import palette

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.gui.theme import Theme

SWATCH = 16  # pixels
LINES = 5  # of a list of ticks


class Fields(QWidget):
    """Names on the left, controls on the right, one below the other."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._problems: dict[QWidget, PlainLabel] = {}
        # What cannot be written in does not look as if it could.
        look = f"background: transparent; color: {theme.muted}; border-color: {theme.rule};"
        self.setStyleSheet(f'QLineEdit[readOnly="true"] {{ {look} }}')
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 10, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)

    def add(self, control: QWidget, *, is_wide: bool = False) -> None:
        """A line with the control, named as a screen reader names it; a wide one has its name above."""
        row = self._grid.rowCount()
        label = PlainLabel(control.accessibleName())
        label.setWordWrap(True)
        label.setBuddy(control)
        problem = PlainLabel()
        problem.setWordWrap(True)
        problem.set_colour(self.theme.warn)
        problem.hide()
        self._problems[control] = problem
        if is_wide:
            for line, widget in enumerate((label, control, problem), start=row):
                self._grid.addWidget(widget, line, 0, 1, 2)
            return
        is_tall = not isinstance(control, QLineEdit | QComboBox)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(control, row, 1)
        self._grid.addWidget(problem, row + 1, 1)

    def add_wide(self, widget: QWidget) -> None:
        """A line that the widget has for itself."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def end(self) -> None:
        """No more lines: what room is left stays below."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def refuse(self, control: QWidget, why: str) -> None:
        """Says below the field why that cannot be; "" takes it back."""
        problem = self._problems[control]
        problem.setText(why)
        problem.setVisible(bool(why))
        problem.setAccessibleName(why)

    def problem(self) -> tuple[QWidget, str] | None:
        """The first field that says why not, and what it says."""
        return next(((one, label.text()) for one, label in self._problems.items() if label.text()), None)

    def accept_all(self) -> None:
        """Takes back all that was refused: another thing is shown."""
        for control in self._problems:
            self.refuse(control, "")


def line(name: str, about: str, *, most: int = 0) -> QLineEdit:
    """A line to write in."""
    made = told(QLineEdit(), name, about)
    if most:
        made.setMaxLength(most)
    return made


def swatch(colour: str, theme: Theme) -> QIcon:
    """A label's colour on its tint, as on the article."""
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(QColor(theme.ground(colour)))
    painter.drawRoundedRect(2, 2, SWATCH - 4, SWATCH - 4, 3, 3)
    painter.end()
    return QIcon(picture)


class ColourChoice(Choice):
    """The colours that are known to be told apart, and the one that a scheme has beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        told(self, self.tr("Colour"), self.tr("Colours that can be read and told apart, light and dark"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        names = {
            "people": self.tr("blue"), "peoples": self.tr("grey-blue"), "places": self.tr("green"),
            "time": self.tr("purple"), "numbers": self.tr("gold"), "materiel": self.tr("brown"),
            "events": self.tr("brick red"), "plain": self.tr("grey"),
        }  # fmt: skip
        for name, colour in palette().items():
            self._add(names.get(name, name), colour)
        self._fixed = self.count()

    def _add(self, name: str, colour: Colour) -> None:
        own = colour.dark if self._theme.name == "dark" else colour.light
        self.addItem(swatch(own, self._theme), name, tuple(colour))

    def show_colour(self, colour: Colour) -> None:
        """Shows this one as chosen."""
        while self.count() > self._fixed:
            self.removeItem(self._fixed)
        index = next((number for number in range(self.count()) if self.itemData(number) == tuple(colour)), -1)
        if index < 0:
            self._add(self.tr("its own: {colour}").format(colour=colour.light), colour)
            index = self.count() - 1
        self.setCurrentIndex(index)

    @property
    def colour(self) -> Colour:
        return Colour(*self.currentData())

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # scrolling past it changes nothing


class Ticks(QListWidget):
    """Names to be ticked."""

    ticked = Signal()

    def __init__(self, name: str, about: str) -> None:
        super().__init__()
        told(self, name, about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def offer(self, rows: Sequence[tuple[str, str]], chosen: Collection[str]) -> None:
        """Names with what is shown for them; those chosen are ticked."""
        self.blockSignals(True)
        self.clear()
        for name, said in rows:
            item = QListWidgetItem(shown(f"{name} · {said}" if said and said != name else name), self)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        if self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.updateGeometry()

    def chosen(self) -> tuple[str, ...]:
        """The names ticked, in their order."""
        items = (self.item(number) for number in range(self.count()))
        ticked = (one for one in items if one.checkState() == Qt.CheckState.Checked)
        return tuple(str(one.data(Qt.ItemDataRole.UserRole)) for one in ticked)

    def sizeHint(self) -> QSize:
        height = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height() + 8
        return QSize(120, min(LINES, max(2, self.count())) * height + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the dialog's
            return
        super().keyPressEvent(event)
