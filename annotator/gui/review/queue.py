"""The left part of Review: documents that two or more finished, those with the lowest agreement first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QVBoxLayout, QWidget

from annotator.gui.flow import EndsLayout
from annotator.gui.parts import Bar, PlainLabel
from annotator.gui.queue.delegate import ABOVE, LEFT, RIGHT, QueueDelegate
from annotator.gui.review.words import translate
from annotator.gui.theme import desk_font
from annotator.services import reviewing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.core.scheme import Scheme
    from annotator.gui.review.reader import Going
    from annotator.gui.theme import Theme
    from annotator.services.reviewing import Review
    from annotator.store.project import Project

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


NEARLY = 7 / 8  # of the ring where every difference is decided: only what is done has a full one


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A document under review: its share of agreed places, the differences, and those gold has not decided."""

    id: str
    title: str
    agreement: float
    places: int
    differences: int
    open: int
    status: str


def row_of(review: Review) -> ReviewRow:
    """The row of a document."""
    compared, view = review.compared, review.view
    differing = [place for place in compared.places if not place.is_agreed]
    return ReviewRow(
        compared.document.id, compared.document.title or compared.document.id, compared.agreement,
        len(compared.places), len(differing), sum(view.verdict(place) is None for place in differing),
        view.state.status,
    )  # fmt: skip


def read_rows(
    project: Project, scheme: Scheme, actor: str, going: Going, *, annotators: Sequence[str] = ()
) -> list[ReviewRow]:
    """All rows, lowest agreement first, of these annotators' versions; for a thread of its own."""
    rows = []
    total = len(project.document_ids())
    for review in reviewing.reviews(project, scheme, annotators=annotators, actor=actor):
        rows.append(row_of(review))
        going(len(rows), total)
    return sorted(rows, key=order)


def order(row: ReviewRow) -> tuple[float, int]:
    """Lowest agreement first, of equal ones those with the most open differences."""
    return row.agreement, -row.open


class ReviewModel(QAbstractListModel):
    """The rows in their order; a row that changes stays where it is until all are read anew."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ReviewRow] = []

    def set_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def number_of(self, document: str) -> int:
        """The line of a document, -1 where it is not here."""
        return next((number for number, row in enumerate(self.rows) if row.id == document), -1)

    def put(self, row: ReviewRow) -> None:
        """Shows the row in the place of the one of the same document."""
        number = self.number_of(row.id)
        if number >= 0:
            self.rows[number] = row
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's signature)
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {figures(row)}"
        return None


def figures(row: ReviewRow) -> str:
    """A row's figures in words."""
    agreed = translate("Review", "{percent} % agreed").format(percent=round(100 * row.agreement))
    if row.status == "done":
        return f"{agreed} · {translate('Review', 'settled')}"
    return f"{agreed} · {translate('Review', '{open} of {all} open').format(open=row.open, all=row.differences)}"


class ReviewDelegate(QueueDelegate):
    """A glyph for how far gold is, the title, the figures and a bar of the share that is agreed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReviewRow | None = index.data(ROW)
        rect, theme = QRectF(option.rect), self._theme
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(theme.field if is_chosen else theme.panel))
        if is_chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(5, 2, -3, -3))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(theme.rule))
        if row is not None:
            width = rect.width() - LEFT - RIGHT
            down = self._down(row.title, width)
            self._settled(painter, row, rect.translated(0, down))
            lines = self._title(painter, row.title, rect.topLeft() + QPointF(LEFT, ABOVE + down), width)
            metrics = QFontMetricsF(self._small)
            painter.setFont(self._small)
            painter.setPen(QColor(theme.muted))
            text = figures(row)
            if metrics.horizontalAdvance(text) > width:  # the ring and the bar show how far it is agreed
                text = text.partition(" · ")[2]
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            y = rect.top() + ABOVE + down + lines * self._pitch + 2 + metrics.ascent()
            painter.drawText(QPointF(rect.left() + LEFT, y), text)
        painter.restore()

    def _settled(self, painter: QPainter, row: ReviewRow, rect: QRectF) -> None:
        """A ring that fills as differences are decided; full when the document is settled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(rect.left() + 14, rect.top() + ABOVE + (self._pitch - 9) / 2, 9, 9)
        decided = 1.0 if row.status == "done" else 1 - row.open / row.differences if row.differences else 0.0
        colour = QColor(self._theme.accent if decided else self._theme.muted)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if row.status == "done" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place)
        if decided > 0 and row.status != "done":
            painter.setBrush(colour)
            painter.drawPie(place, 90 * 16, -round(min(decided, NEARLY) * 360 * 16))


class _List(QListView):
    """A list in which letters are keys of the place: Qt would look for a title and open that article."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReviewQueue(QWidget):
    """Heading, how far the reading is, and the list; says which document is wanted."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReviewModel(parent=self)
        self._heading = PlainLabel(self.tr("Lowest first"))
        self._count = PlainLabel("")
        self.progress = Bar(theme)
        self.progress.setAccessibleName(self.tr("Share of the differences that is decided"))
        self.list = _List()
        self.list.setAccessibleName(self.tr("Articles under review"))
        self.list.setAccessibleDescription(self.tr("Those agreed on least come first; the arrows choose"))
        self.list.setModel(self.model)
        self.delegate = ReviewDelegate(theme, self.font(), parent=self)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTabKeyNavigation(False)
        self.list.viewport().setAutoFillBackground(False)
        ends = EndsLayout(gap=10)
        ends.addWidget(self._heading)
        ends.addWidget(self._count)
        line = QVBoxLayout()
        line.setContentsMargins(14, 12, 14, 4)
        line.addLayout(ends)
        bar = QVBoxLayout()
        bar.setContentsMargins(14, 0, 14, 10)
        bar.addWidget(self.progress)
        self.compared = PlainLabel()
        self.compared.setFont(desk_font(9))
        self.compared.setWordWrap(True)
        self.compared.setContentsMargins(0, 6, 0, 0)
        self.compared.set_colour(theme.muted)
        self.compared.hide()
        bar.addWidget(self.compared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        self._is_quiet = False
        self.list.selectionModel().currentChanged.connect(self._chosen)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.delegate.set_theme(theme)
        self.progress.theme = theme
        self.compared.set_colour(theme.muted)
        self.list.viewport().update()
        self.progress.update()

    def show_compared(self, said: str) -> None:
        """Says whose versions are compared, where it is not everybody's."""
        self.compared.set_outside_text(said)
        self.compared.setVisible(bool(said))

    def show_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Shows the documents that were read."""
        self._is_quiet = True
        self.model.set_rows(rows)
        self._is_quiet = False
        self.count_again()

    def show_reading(self, done: int, total: int) -> None:
        """How far the reading is."""
        self._count.setText(self.tr("{done} of {total} read").format(done=done, total=total))
        self.progress.set_share(done / total if total else 0.0)

    def count_again(self) -> None:
        """How many differences are decided, over all documents."""
        rows = self.model.rows
        total = sum(row.differences for row in rows)
        decided = total - sum(row.open for row in rows)
        self._count.setText(self.tr("{done} of {total} decided").format(done=decided, total=total))
        self.progress.set_share(decided / total if total else 0.0)

    def show_open(self, document: str) -> None:
        """Marks the open document in the list."""
        number = self.model.number_of(document)
        self._is_quiet = True
        if number >= 0:
            index = self.model.index(number)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)
        self._is_quiet = False

    def beside(self, document: str | None, step: int) -> str | None:
        """The document `step` lines further."""
        number = self.model.number_of(document) if document is not None else -1
        goal = number + step
        return self.model.rows[goal].id if 0 <= goal < len(self.model.rows) else None

    def undone(self) -> int:
        """Documents in which no difference is open and that are not done."""
        return sum(not row.open and row.status != "done" for row in self.model.rows)

    def next_open(self, document: str | None) -> str | None:
        """The next document with open differences after this one; wraps round."""
        rows = self.model.rows
        number = self.model.number_of(document) if document is not None else -1
        ordered = [*rows[number + 1 :], *rows[: max(0, number)]]
        return next((row.id for row in ordered if row.open and row.status != "done"), None)

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.wanted.emit(self.model.rows[current.row()].id)
