"""The list of the places that a figure rests on, or of remarks: each as high as all its lines take, broken or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QStyledItemDelegate

from annotator.gui.article.positions import apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.services.measured import Resting

translate = QCoreApplication.translate
WHERE = Qt.ItemDataRole.UserRole  # document and position
ABOVE, BESIDE = 7, 4  # padding of an item, in pixels; the style sheet of the place has the same
_TEXT_MARGIN = 8  # that styles leave on either side of a text, and a little more: a line too many is no harm


class RestingList(QListWidget):
    """Wraps its texts, also after the width has changed, by a scroll bar or by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_WholeText(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_places(self, places: Sequence[Resting]) -> None:
        """Lists the places of a figure, with what each of the two has."""
        nothing = translate("AgreementPlace", "nothing")
        self.clear()
        for one in places:
            said = f"{one.a or nothing} ≠ {one.b or nothing}" if one.a != one.b else one.a
            self._add((f"“{one.text}”" if one.text else "", said, one.title), (one.document, one.start))
        self.setCurrentRow(0)

    def show_remarks(self, found: Sequence[Mapping[str, Any]]) -> None:
        """Lists entries of `following.remarks`."""
        kinds = {"flagged": translate("Queue", "flagged"), "skipped": translate("Queue", "skipped")}
        self.clear()
        for one in found:
            said = f"{one['annotator']}: {kinds.get(one['kind'], one['text'])}"
            about = f"“{one['about']}”" if one["about"] else ""
            self._add((about, said, one["title"]), (one["document"], one["start"]))
        self.setCurrentRow(0)

    def _add(self, lines: Sequence[str], where: tuple[str, int]) -> None:
        shown_lines = [apart(part) for line in lines if line for part in line.split("\n")]
        item = QListWidgetItem("\n".join(shown_lines), self)
        item.setData(WHERE, where)


class _WholeText(QStyledItemDelegate):
    """Measures in the width that the text is painted in: Qt leaves the padding out, and cuts the last line off."""

    def __init__(self, view: RestingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        room = self._view.viewport().width() - 2 * (BESIDE + _TEXT_MARGIN)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        taken = self._view.fontMetrics().boundingRect(QRect(0, 0, max(1, room), 1_000_000), flags, text)
        return QSize(self._view.viewport().width(), taken.height() + 2 * ABOVE + 1)
