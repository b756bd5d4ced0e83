"""The preview of a label that goes to many places: each place on a line with a tick, filled while one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from annotator.gui.article.positions import shown
from annotator.gui.inspector.sheet import Lines, Sheet, spare_of
from annotator.gui.language import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from annotator.core.text import Fragments
    from annotator.gui.theme import Theme
    from annotator.services.spreading import Place

translate = QCoreApplication.translate
MOST = 1_000  # places in one preview; the others come when it is asked again
SOON = 60  # milliseconds between two counts while places come in
_PLACE = Qt.ItemDataRole.UserRole
_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_D)


def left_out(count: int) -> str:
    """Says how many articles are to be begun without labels, as they come without suggestions; "" for none."""
    if not count:
        return ""
    one = translate("Places", "1 control article is left out: you have not begun it")
    many = translate("Places", "{count} control articles are left out: you have not begun them")
    return one if count == 1 else many.format(count=grouped(count))


class PlacesSheet(Sheet):
    """Emits `chosen` with the ticked places by document; a wide one takes those of further documents as they come."""

    chosen = Signal(object)  # dict[str, Fragments]
    widened = Signal()  # the places of all documents are wanted
    enough = Signal()  # no further places are wanted

    def __init__(
        self,
        label: str,
        text: str,
        places: Sequence[Place],
        theme: Theme,
        *,
        over: QWidget,
        is_wide: bool = False,
    ) -> None:
        super().__init__("", theme, over=over)
        self._label = label
        self._text = text
        self._is_wide = is_wide
        self._is_looking = is_wide
        self._documents: set[str] = set()
        self._is_cut = False
        self._blind = 0
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(SOON)
        self._counting.timeout.connect(self._count)
        self.list = Lines()
        self.list.setAccessibleName(translate("Places", "Places"))
        self.list.setAccessibleDescription(translate("Places", "The words about each place; the ticked get the label"))
        self.list.itemChanged.connect(self._count)
        self.list.installEventFilter(self)
        self.column.addWidget(self.list, 1)
        keys = [
            ("Enter", translate("Places", "label the ticked")),
            ("Space", translate("Places", "tick")),
            ("A", translate("Places", "all or none")),
        ]
        if not is_wide:
            keys.append(("D", translate("Places", "in all articles that are not done")))
        self.add_keys([*keys, ("Escape", translate("Places", "leave it"))])
        self._add(places)
        self._count()

    def spare(self) -> int:
        return 0 if self._is_wide else spare_of(self.list)  # a wide one fills

    def take(self, places: Sequence[Place] | None) -> None:
        """Adds the places of a further document, None for one that is left out; what is beyond MOST waits."""
        if self._is_cut or not self._is_looking:
            return
        if places is None:
            self._blind += 1
        elif self.list.count() + len(places) > MOST:
            self._is_cut = True
            self._is_looking = False
            self.enough.emit()
            self._count()
        else:
            self._add(places)
            # Counted at each, a thousand places would be gone through a thousand times.
            if not self._counting.isActive():
                self._counting.start()

    def end(self) -> None:
        """Says that all documents have been looked at."""
        self._is_looking = False
        self._count()

    @property
    def left_out(self) -> str:
        """What is left out on purpose, in words."""
        return left_out(self._blind)

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
            where = "" if not self._is_wide else f"   · {place.title}"
            item = QListWidgetItem(shown(f"… {place.left}[{place.text}]{place.right} …{where}"))
            item.setData(_PLACE, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _count(self) -> None:
        ticked = sum(item.checkState() == Qt.CheckState.Checked for item in self._items())
        title = translate("Places", "{label} for {ticked} of {count} more × “{text}”")
        if self._is_wide and len(self._documents) == 1:
            title = translate("Places", "{label} for {ticked} of {count} more × “{text}” in 1 article")
        elif self._is_wide:
            title = translate("Places", "{label} for {ticked} of {count} more × “{text}” in {documents} articles")
        self.set_title(
            title.format(
                label=self._label, ticked=ticked, count=self.list.count(), text=self._text,
                documents=len(self._documents),
            )
        )  # fmt: skip
        note = "" if self.list.count() else translate("Places", "nowhere without a span")
        if self._is_looking:
            note = translate("Places", "looking further …")
        elif self._is_cut:
            note = translate("Places", "these are the first {count}; ask again for the others")
            note = note.format(count=self.list.count())
        self.set_note("\n".join(one for one in (note, left_out(self._blind)) if one))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters are commands here; the list would look for a place that begins with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OWN:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat() and key in _OWN:
            pass  # Enter is held from the key that asked: nobody has looked yet
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_A:
            self._tick_all()
        elif key == Qt.Key.Key_D and not self._is_wide:
            self.close_sheet()
            self.widened.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def _choose(self) -> None:
        """Ends with what is ticked; where nothing is, says so and stays."""
        ticked = self.ticked()
        if not ticked and self.list.count():
            self.set_note(translate("Places", "nothing is ticked: Space ticks a line, A all of them"))
            return
        self.close_sheet()
        if ticked:
            self.chosen.emit(ticked)

    def _tick_all(self) -> None:
        items = self._items()
        is_all = all(item.checkState() == Qt.CheckState.Checked for item in items)
        self.list.blockSignals(True)
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked if is_all else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._count()
