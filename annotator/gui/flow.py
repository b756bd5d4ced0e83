"""A layout that puts widgets side by side and goes on to the next line where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(QLayout):
    """As wide as there is room, as high as that makes it; what is lower stands in the middle of its row, or on top."""

    def __init__(self, *, gap: int = 6, is_top: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_top = is_top
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def put_first(self, widget: QWidget, place: int) -> None:
        """Moves a widget that is in the layout to that place in the row."""
        item = next(one for one in self._items if one.widget() is widget)
        self._items.remove(item)
        self._items.insert(place, item)
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = item.minimumSize()
                if item.hasHeightForWidth():  # goes on to further lines: a box would take it for wider than it is
                    least.setWidth(0)
                size = size.expandedTo(least)
        return size

    def _arranged(self, rect: QRect, *, is_trial: bool) -> int:
        """Places the items in the rectangle unless it is a trial; the height they take."""
        x, y, line = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int, QSize]] = []

        def place() -> None:
            for item, left, size in row:
                above = 0 if self._is_top else (line - size.height()) // 2
                where = QRect(QPoint(left, y + above), size)
                # A widget of a fixed height is higher than that where it is broken into lines.
                held = item.widget() if size.height() > item.sizeHint().height() else None
                (held or item).setGeometry(where)
            row.clear()

        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if 0 < rect.width() < size.width():
                higher = item.heightForWidth(rect.width()) if item.hasHeightForWidth() else 0
                size = QSize(rect.width(), max(size.height(), higher))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                if not is_trial:
                    place()
                x, y, line = rect.x(), y + line + self._gap, 0
            row.append((item, x, size))
            x += size.width() + self._gap
            line = max(line, size.height())
        if not is_trial:
            place()
        return y + line - rect.y()


class EndsLayout(FlowLayout):
    """Two things at the ends of one line; the second below where the first would have to be cut for it."""

    def sizeHint(self) -> QSize:
        widest = super().sizeHint()
        return QSize(self.minimumSize().width(), widest.height())

    def _arranged(self, rect: QRect, *, is_trial: bool) -> int:
        sizes = [item.sizeHint() for item in self._items]
        is_one_line = sum(size.width() for size in sizes) + self._gap <= rect.width()
        if not is_one_line or len(sizes) < 2:
            return super()._arranged(rect, is_trial=is_trial)
        height = max(size.height() for size in sizes)
        if not is_trial:
            widths = (min(sizes[0].width(), rect.width() - self._gap - sizes[1].width()), sizes[1].width())
            lefts = (rect.x(), rect.right() + 1 - widths[1])
            for item, size, width, left in zip(self._items, sizes, widths, lefts, strict=True):
                item.setGeometry(
                    QRect(QPoint(left, rect.y() + (height - size.height()) // 2), QSize(width, size.height()))
                )
        return height
