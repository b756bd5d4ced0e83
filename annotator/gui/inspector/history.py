"""The history of the open document: its log line by line, and the way back to a point of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from annotator.gui.article.placing import short_score
from annotator.gui.article.positions import shown
from annotator.gui.inspector.contents import named
from annotator.gui.inspector.sheet import Lines, Sheet, spare_of
from annotator.gui.inspector.sources import suggester
from annotator.gui.language import grouped, spoken_language
from annotator.gui.queue.model import status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from annotator.gui.theme import Theme
    from annotator.services.history import Entry

translate = QCoreApplication.translate
_ROW = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistorySheet(Sheet):
    """Newest first; Enter twice on a line goes back to how things were right after it."""

    back_wanted = Signal(object)  # id of the operation to go back to, None for before the first

    def __init__(self, title: str, entries: Sequence[Entry], theme: Theme, *, over: QWidget) -> None:
        super().__init__(title, theme, over=over)
        self.list = Lines()
        self.list.setAccessibleName(translate("History", "What was done, newest first"))
        self.list.installEventFilter(self)
        for number, entry in enumerate(reversed(entries)):
            item = QListWidgetItem(shown(line_of(entry)))
            item.setData(_ROW, (number, entry.id))
            if entry.is_undone:
                item.setForeground(QColor(theme.muted))
            self.list.addItem(item)
        first = QListWidgetItem(translate("History", "before the first decision"))
        first.setData(_ROW, (len(entries), None))
        self.list.addItem(first)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._forget)
        self.column.addWidget(self.list, 1)
        self.add_keys(
            [
                ("Enter", translate("History", "go back to this point")),
                ("Escape", translate("History", "leave it as it is")),
            ]
        )
        self._asked: int | None = None
        if not entries:
            self.set_note(translate("History", "nothing has been decided here yet"))

    def spare(self) -> int:
        said = 2 * self.fontMetrics().lineSpacing() + self.column.spacing()  # what Enter has said above the list
        return spare_of(self.list) - said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is ours; the list would only say that a line was activated."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if not event.isAutoRepeat():  # held, it would be the second Enter as well
                self._go_back()
            return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self._asked = None
        self.set_note("")

    def _go_back(self) -> None:
        item = self.list.currentItem()
        number, operation = item.data(_ROW)
        if not number:
            self.set_note(translate("History", "this is how it is now"))
        elif self._asked != number:
            self._asked = number
            one = translate("History", "Enter again takes back the operation above; undo brings it back")
            many = translate(
                "History", "Enter again takes back the {count} operations above; one undo brings them back"
            )
            self.set_note(one if number == 1 else many.format(count=grouped(number)))
        else:
            self.close_sheet()
            self.back_wanted.emit(operation)


def line_of(entry: Entry) -> str:
    """One operation as a line: when (of today without its date), what, who, from which suggestion."""
    local = datetime.fromisoformat(entry.at).astimezone()
    is_today = local.date() == datetime.now(local.tzinfo).date()
    parts = [local.strftime("%H:%M:%S" if is_today else "%Y-%m-%d %H:%M"), what_of(entry), entry.actor]
    if entry.suggester:
        score = f" {short_score(entry.score)}" if entry.score is not None else ""
        who = suggester(entry.suggester) + score
        parts.append(translate("History", "suggested by {suggester}").format(suggester=who))
    if entry.is_undone:
        parts.append(translate("History", "undone since"))
    return "  ·  ".join(parts)


def what_of(entry: Entry) -> str:
    """What was done, in a few words: labelled ORG “Belga”."""
    verb = _verbs().get(entry.kind, entry.kind.replace("_", " "))
    if entry.kind == "accept" and entry.is_corrected:
        verb = translate("History", "corrected to")
    if entry.reverted:
        return f"{verb} {what_of(replace(entry, kind=entry.reverted, reverted=''))}"
    about = f" {entry.label} “{entry.text}”" if entry.text else ""
    if entry.kind in ("set_status", "comment"):
        about = f" {status_word(entry.detail)}" if entry.kind == "set_status" else f" “{entry.detail}”"
    elif entry.detail and entry.label and entry.detail != entry.label:
        about += translate("History", ", {label} before").format(label=entry.detail)
    if entry.names:
        about += f": {named(entry.names, spoken_language())}"
    more = translate("History", " and {count} more").format(count=grouped(entry.more)) if entry.more else ""
    return f"{verb}{about}{more}"


def _verbs() -> dict[str, str]:
    """What each kind of operation is called, in the language of the moment."""
    return {
        "create_span": translate("History", "labelled"),
        "create_event": translate("History", "made an event of"),
        "relabel_span": translate("History", "relabelled"),
        "set_type": translate("History", "gave another type:"),
        "resize_span": translate("History", "moved the edges of"),
        "delete_span": translate("History", "removed"),
        "add_fragment": translate("History", "added a fragment to"),
        "remove_fragment": translate("History", "took a fragment off"),
        "set_argument": translate("History", "filled a role of"),
        "remove_argument": translate("History", "cleared a role of"),
        "clear_role": translate("History", "cleared a role of"),
        "set_attribute": translate("History", "set an attribute of"),
        "accept": translate("History", "accepted"),
        "reject": translate("History", "rejected"),
        "accept_above": translate("History", "accepted all above the threshold:"),
        "apply_to_all": translate("History", "labelled all identical strings:"),
        "label_places": translate("History", "labelled chosen places:"),
        "relabel_all": translate("History", "relabelled all of a kind:"),
        "set_status": translate("History", "status"),
        "comment": translate("History", "remark"),
        "revert_to": translate("History", "went back to a point:"),
        "undo": translate("History", "undid:"),
        "redo": translate("History", "redid:"),
        "import": translate("History", "imported"),
    }
