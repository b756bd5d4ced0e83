"""The list of articles: keys move about in it, and an article is opened when they rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from annotator.gui.chords import is_bare
from annotator.gui.find.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from annotator.gui.queue.delegate import QueueDelegate
    from annotator.gui.queue.model import QueueModel

REST = 110  # milliseconds without a key in the list after which the article is opened


class ArticleList(RowList):
    """The list; while keys move about in it, articles are only opened when they rest."""

    rested = Signal()
    left = Signal()  # by Escape, Enter or a click: to the article

    def __init__(self, model: QueueModel, delegate: QueueDelegate) -> None:
        super().__init__(model, delegate, height=delegate.height)
        self._articles = model
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleDescription(self.tr("The arrows choose an article, Enter goes on in it"))
        self.is_keyed = self.is_entered = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.rested)
        self.clicked.connect(self.left)  # who chose an article with the mouse goes on in it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_bare(event):
            self._rest.stop()
            self.rested.emit()
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()  # the window's: Qt would go down a page by Ctrl PageDown too
            return
        self.is_keyed = True
        super().keyPressEvent(event)
        self.is_keyed = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_entered = True  # Qt makes the first line current where none is: nobody chose that article
        super().focusInEvent(event)
        self.is_entered = False

    def enter(self) -> None:
        """Takes the keys, and opens the article that is current then."""
        self.setFocus()
        self.rested.emit()

    def wait(self) -> None:
        """Lets the article be opened when no further key comes."""
        self._rest.start()

    def keep_while(self, change: Callable[[], None]) -> None:
        """Makes a change that comes by itself: what keys or wheel are about to reach in the list stays where it is."""
        current = self.currentIndex()
        chosen = self._articles.id_at(current.row()) if self._rest.isActive() else None
        bar = self.verticalScrollBar()
        is_seen = self.viewport().rect().intersects(self.visualRect(current))
        is_away, top = self.isVisible() and current.isValid() and not is_seen, bar.value()
        change()
        number = -1 if chosen is None else self._articles.number_of(chosen)
        if number >= 0:
            self.is_entered = True  # it is opened when the keys rest, as before
            self.setCurrentIndex(self._articles.index(number))
            self.is_entered = False
        elif is_away:
            bar.setValue(top)

    def stop(self) -> None:
        """Opens nothing more."""
        self._rest.stop()
