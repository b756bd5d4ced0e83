"""The left part of the window: the filter, how far one is, and the list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.core.decision import STATUSES
from annotator.gui.parts import Bar, PlainLabel
from annotator.gui.queue.delegate import QueueDelegate
from annotator.gui.queue.model import QueueModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from annotator.gui.theme import Theme
    from annotator.services.session import Session

PAUSE = 120  # milliseconds after the last letter before the list is filtered


class FilterBox(QLineEdit):
    """A line of text that gives the keys back on Escape and Down."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class QueuePanel(QWidget):
    """Filter, progress and list; says which document is wanted."""

    wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = QueueModel(lambda ids: session.project.rows(ids, session.actor), parent=self)
        self.filter = FilterBox()
        self.filter.setPlaceholderText(self.tr("Filter: status, text …"))
        self.filter.setAccessibleName(self.tr("Filter the articles"))
        self.filter.setMaxLength(200)
        self._heading = PlainLabel(self.tr("Articles"))
        self._done = PlainLabel("")
        self.progress = Bar(theme)
        self.progress.setAccessibleName(self.tr("Share of the articles that is done"))
        self._nothing = PlainLabel(self.tr("No article matches. Escape clears the filter."))
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(14, 14, 14, 14)
        self._nothing.hide()
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setModel(self.model)
        self.delegate = QueueDelegate(theme, self.font(), parent=self)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTabKeyNavigation(False)
        self.list.viewport().setAutoFillBackground(False)
        self._arrange()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._typing.timeout.connect(self.apply_filter)
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.filter.left.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._is_quiet = False
        self._open: str | None = None
        self.apply_filter()
        self.count_again()

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(14, 10, 14, 4)
        heading.addWidget(self._heading)
        heading.addStretch()
        heading.addWidget(self._done)
        around = QVBoxLayout()
        around.setContentsMargins(10, 10, 10, 0)
        around.addWidget(self.filter)
        bar = QVBoxLayout()
        bar.setContentsMargins(14, 0, 14, 10)
        bar.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around)
        column.addLayout(heading)
        column.addLayout(bar)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.delegate.set_theme(theme)
        self.progress.theme = theme
        self.list.viewport().update()
        self.progress.update()

    def stop(self) -> None:
        """Reads nothing more of the project."""
        self._typing.stop()
        self.model.set_ids([])

    def apply_filter(self) -> None:
        """Shows the documents whose status is named, or that hold the words."""
        text = self.filter.text()
        project, actor = self._session.project, self._session.actor
        words = text.split()
        statuses = [word.lower() for word in words if word.lower() in STATUSES]
        rest = text if not statuses else " ".join(word for word in words if word.lower() not in STATUSES)
        ids = project.ids_with_status(actor, *statuses) if statuses else project.document_ids()
        if rest.strip():
            found = set(project.search(rest))
            ids = [id for id in ids if id in found]
        self._is_quiet = True
        self.model.set_ids(ids)
        self._is_quiet = False
        self._nothing.setVisible(not ids and bool(text.strip()))
        if self._open is not None:
            self.show_open(self._open)

    def count_again(self) -> None:
        """Reads anew how many documents are done."""
        counts = self._session.project.counts(self._session.actor)
        total, done = sum(counts.values()), counts.get("done", 0)
        self._done.setText(self.tr("{done} of {total} done").format(done=done, total=total))
        self.progress.set_share(done / total if total else 0.0)

    def show_open(self, document: str) -> None:
        """Marks the open document in the list."""
        self._open = document
        number = self.model.number_of(document)
        self._is_quiet = True
        selection = self.list.selectionModel()
        if number < 0:
            selection.clear()
        else:
            index = self.model.index(number)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        self._is_quiet = False

    def beside(self, document: str, step: int) -> str | None:
        """The document `step` lines further in the list as it is filtered."""
        number = self.model.number_of(document)
        return self.model.id_at(number + step) if number >= 0 or step > 0 else None

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        document = self.model.id_at(current.row()) if current.isValid() else None
        if document is not None and not self._is_quiet:
            self.wanted.emit(document)
