"""The preview of a label that goes to many places: each place on a line with a tick, filled while one looks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotator.gui.article.positions import shown
from annotator.gui.inspector.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from annotator.core.text import Fragments
    from annotator.gui.theme import Theme
    from annotator.services.spreading import Place

translate = QCoreApplication.translate
SLICE = 0.006  # seconds of looking for places between two turns of the event loop
MOST = 1_000  # places in one preview; the others come when it is asked again
_PLACE = Qt.ItemDataRole.UserRole
_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_D)


class PlacesSheet(Sheet):
    """Emits `chosen` with the ticked places by document; `more` brings further places, a document at a time."""

    chosen = Signal(object)  # dict[str, Fragments]
    widened = Signal()  # the places of all documents are wanted

    def __init__(
        self,
        label: str,
        text: str,
        places: Sequence[Place],
        theme: Theme,
        *,
        over: QWidget,
        more: Iterator[list[Place]] | None = None,
    ) -> None:
        super().__init__("", theme, over=over)
        self._label = label
        self._text = text
        self._more = more
        self._documents: set[str] = set()
        self._is_cut = False
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Places", "Places"))
        self.list.setAccessibleDescription(translate("Places", "The words about each place; the ticked get the label"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self._count)
        self.list.installEventFilter(self)
        self.column.addWidget(self.list, 1)
        keys = [
            ("Enter", translate("Places", "label the ticked")),
            ("Space", translate("Places", "tick")),
            ("A", translate("Places", "all or none")),
        ]
        if more is None:
            keys.append(("D", translate("Places", "in all documents not done")))
        self.add_keys([*keys, ("Escape", translate("Places", "leave it"))])
        self._add(places)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look_on)
        if more is not None:
            self._timer.start()
        self._count()

    def ticked(self) -> dict[str, Fragments]:
        """The ticked places by document, in order."""
        found: dict[str, Fragments] = {}
        for item in self._items():
            if item.checkState() == Qt.CheckState.Checked:
                place: Place = item.data(_PLACE)
                found[place.document] = (*found.get(place.document, ()), place.fragment)
        return found

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add(self, places: Sequence[Place]) -> None:
        self.list.blockSignals(True)
        for place in places:
            self._documents.add(place.document)
            where = "" if self._more is None else f"   · {place.title}"
            item = QListWidgetItem(shown(f"… {place.left}[{place.text}]{place.right} …{where}"))
            item.setData(_PLACE, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _look_on(self) -> None:
        until = time.perf_counter() + SLICE
        while self._more is not None and time.perf_counter() < until:
            found = next(self._more, None)
            if found is None or self.list.count() + len(found) > MOST:
                self._is_cut = found is not None
                self._timer.stop()
                break
            self._add(found)
        self._count()

    def _count(self) -> None:
        ticked = sum(len(places) for places in self.ticked().values())
        title = translate("Places", "{label} for {ticked} of {count} more × “{text}”")
        if self._more is not None:
            title = translate("Places", "{label} for {ticked} of {count} more × “{text}” in {documents} documents")
        self.set_title(
            title.format(
                label=self._label, ticked=ticked, count=self.list.count(), text=self._text,
                documents=len(self._documents),
            )
        )  # fmt: skip
        if self._timer.isActive():
            self.set_note(translate("Places", "looking further …"))
        elif self._is_cut:
            self.set_note(
                translate("Places", "these are the first {count}; ask again for the others").format(
                    count=self.list.count()
                )
            )
        else:
            self.set_note("" if self.list.count() else translate("Places", "nowhere without a span"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters are commands here; the list would look for a place that begins with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OWN:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ticked = self.ticked()
            self.close_sheet()
            if ticked:
                self.chosen.emit(ticked)
        elif key == Qt.Key.Key_A:
            self._tick_all()
        elif key == Qt.Key.Key_D and self._more is None:
            self.close_sheet()
            self.widened.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def _tick_all(self) -> None:
        items = self._items()
        is_all = all(item.checkState() == Qt.CheckState.Checked for item in items)
        self.list.blockSignals(True)
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked if is_all else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._count()
