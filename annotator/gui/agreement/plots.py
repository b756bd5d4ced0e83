"""Plots whose cells are buttons: grids of counts or figures, and bars; painted alike on screen, as PNG and as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.colour import contrast_ratio, mix
from annotator.gui.agreement.sideways import show_cell
from annotator.gui.article.positions import shown
from annotator.gui.chords import is_bare
from annotator.gui.theme import READABLE, desk_font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QShowEvent

    from annotator.gui.theme import Theme

PAD = 6.0
SCALE = 2.0  # of a PNG
LONGEST = 14  # letters of a name at the head of a column
BAR = 18.0
WIDEST = 320.0  # the longest bar


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows × columns of cells: what stands in each, how strong it is (0..1), and which are framed."""

    title: str
    rows: Sequence[str]
    columns: Sequence[str]
    texts: Sequence[Sequence[str]]
    shares: Sequence[Sequence[float]]
    framed: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts by name, from top to bottom."""

    title: str
    names: Sequence[str]
    counts: Sequence[int]


class Plot(QWidget):
    """What grids and bars share: a cell at hand, moved by the arrows and opened by Enter or a click."""

    spoken_role = QAccessible.Role.Chart
    wanted = Signal(int, int)  # row, column

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.at = (0, 0)
        self.setFont(desk_font(9))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.theme = theme
        self.update()

    # What a kind of plot knows

    def title(self) -> str:
        raise NotImplementedError

    def shape(self) -> tuple[int, int]:
        """Rows and columns of cells."""
        raise NotImplementedError

    def rect_of(self, row: int, column: int) -> QRectF:
        """Where the cell is."""
        raise NotImplementedError

    def said(self, row: int, column: int) -> str:
        """The cell in words."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Paints all of it."""
        raise NotImplementedError

    # What all do

    def write_png(self, path: Path) -> bool:
        """Writes the plot as a picture, twice its size; whether that worked."""
        image = QImage(self.sizeHint() * SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SCALE)
        image.fill(QColor(self.theme.paper))
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        return image.save(str(path))  # its name says that it is a PNG

    def write_svg(self, path: Path) -> bool:
        """Writes the plot as SVG; whether that worked."""
        from PySide6.QtSvg import QSvgGenerator  # lazy: only an export needs it

        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(self.sizeHint())
        generator.setViewBox(QRect(0, 0, self.sizeHint().width(), self.sizeHint().height()))
        generator.setTitle(shown(self.title()))
        painter = QPainter()
        if not painter.begin(generator):
            return False
        painter.fillRect(QRectF(0, 0, self.sizeHint().width(), self.sizeHint().height()), QColor(self.theme.paper))
        self._draw(painter)
        return painter.end()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self.draw(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        rows, columns = self.shape()
        if self.hasFocus() and rows and columns:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect_of(*self.at).adjusted(0, 0, -1, -1), 3, 3)

    def _go(self, row: int, column: int) -> None:
        rows, columns = self.shape()
        self.at = (min(max(0, row), rows - 1), min(max(0, column), columns - 1))
        self._tell()
        show_cell(self, self.rect_of(*self.at))
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if all(self.shape()):  # also before the keys come to it
            self.setAccessibleDescription(self.said(*self.at))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.said(*self.at))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None and is_bare(event):
            self._go(self.at[0] + step[0], self.at[1] + step[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and is_bare(event):
            self.wanted.emit(*self.at)
        else:
            super().keyPressEvent(event)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        rows, columns = self.shape()
        cells = ((row, column) for row in range(rows) for column in range(columns))
        return next((cell for cell in cells if self.rect_of(*cell).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(*cell)
            self.wanted.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_cell = self._cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_cell else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class GridPlot(Plot):
    """A heat map or a confusion matrix; the names of columns stand upright."""

    def __init__(self, grid: Grid, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.grid = grid
        self.setAccessibleName(grid.title)
        metrics = QFontMetricsF(self.font())
        self._rows = [shown(name) for name in grid.rows]
        self._columns = [
            name if len(name) <= LONGEST else name[: LONGEST - 1] + "…" for name in map(shown, grid.columns)
        ]
        texts = [text for row in grid.texts for text in row]
        self._cell = max([30.0, *(metrics.horizontalAdvance(text) + 2 * PAD for text in texts)])
        self._line = metrics.height() + 5
        self._left = max([0.0, *(metrics.horizontalAdvance(name) for name in self._rows)]) + PAD
        self._top = max([0.0, *(metrics.horizontalAdvance(name) for name in self._columns)]) + PAD
        if all(metrics.horizontalAdvance(name) + PAD <= self._cell for name in self._columns):
            self._top = self._line  # room to stand level
        self._is_upright = self._top != self._line

    def title(self) -> str:
        return self.grid.title

    def shape(self) -> tuple[int, int]:
        return len(self._rows), len(self._columns)

    def sizeHint(self) -> QSize:
        rows, columns = self.shape()
        return QSize(round(self._left + columns * self._cell) + 3, round(self._top + rows * self._line) + 3)

    def rect_of(self, row: int, column: int) -> QRectF:
        return QRectF(self._left + column * self._cell, self._top + row * self._line, self._cell, self._line)

    def said(self, row: int, column: int) -> str:
        return f"{self.grid.rows[row]}, {self.grid.columns[column]}: {self.grid.texts[row][column] or '0'}"

    def draw(self, painter: QPainter) -> None:
        theme = self.theme
        painter.setPen(QColor(theme.ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, name in enumerate(self._rows):
            painter.drawText(QRectF(0, self.rect_of(row, 0).top(), self._left - PAD, self._line), right, name)
        for column, name in enumerate(self._columns):
            place = self.rect_of(0, column)
            if not self._is_upright:
                painter.drawText(QRectF(place.left(), 0, place.width(), self._line), Qt.AlignmentFlag.AlignCenter, name)
                continue
            painter.save()
            painter.translate(place.center().x(), self._top - PAD / 2)
            painter.rotate(-90)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, -self._line / 2, self._top, self._line), left, name)
            painter.restore()
        for row in range(len(self._rows)):
            for column in range(len(self._columns)):
                self._draw_cell(painter, row, column)

    def _draw_cell(self, painter: QPainter, row: int, column: int) -> None:
        theme = self.theme
        place = self.rect_of(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
        share = self.grid.shares[row][column]
        ground = mix(theme.accent, theme.paper, 0.12 + 0.75 * share) if share > 0 else theme.paper
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.setBrush(QColor(ground))
        painter.drawRect(place)
        if (row, column) in self.grid.framed:
            painter.setPen(QPen(QColor(theme.muted), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1.5, 1.5, -1.5, -1.5))
        inks = (theme.ink, theme.paper)
        ink = next((one for one in inks if contrast_ratio(one, ground) >= READABLE), max(
            inks, key=lambda one: contrast_ratio(one, ground)
        ))  # fmt: skip
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.grid.texts[row][column])


class BarPlot(Plot):
    """Bars from the left, with names before and counts behind them."""

    def __init__(self, bars: Bars, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.bars = bars
        self.setAccessibleName(bars.title)
        metrics = QFontMetricsF(self.font())
        self._names = [shown(name) for name in bars.names]
        self._left = max([24.0, *(metrics.horizontalAdvance(name) for name in self._names)]) + 2 * PAD
        self._right = max([0.0, *(metrics.horizontalAdvance(str(count)) for count in bars.counts)]) + 2 * PAD

    def title(self) -> str:
        return self.bars.title

    def shape(self) -> tuple[int, int]:
        return len(self._names), 1

    def sizeHint(self) -> QSize:
        return QSize(round(self._left + WIDEST + self._right), round(len(self._names) * (BAR + 4)) + 3)

    def rect_of(self, row: int, column: int) -> QRectF:
        return QRectF(1, row * (BAR + 4) + 1, self._left + WIDEST + self._right - 2, BAR + 3)

    def said(self, row: int, column: int) -> str:
        return f"{self.bars.names[row]}: {self.bars.counts[row]}"

    def draw(self, painter: QPainter) -> None:
        most = max([1, *self.bars.counts])
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for row, (name, count) in enumerate(zip(self._names, self.bars.counts, strict=True)):
            y = row * (BAR + 4) + 3
            painter.setPen(QColor(self.theme.ink))
            painter.drawText(QRectF(0, y, self._left - PAD, BAR), right, name)
            width = max(1.5, WIDEST * count / most) if count else 0.0
            painter.fillRect(QRectF(self._left, y + 2, width, BAR - 4), QColor(self.theme.accent))
            painter.drawText(QRectF(self._left + width + PAD, y, self._right, BAR), left, str(count))
