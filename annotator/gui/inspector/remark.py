"""The small editor for a remark on a document or on the span at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from annotator.core.command import MAX_TEXT
from annotator.core.text import without_controls
from annotator.gui.inspector.sheet import Sheet
from annotator.gui.language import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from annotator.gui.theme import Theme

translate = QCoreApplication.translate
HEIGHT = 230
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemarkSheet(Sheet):
    """Emits `written` with the text when Enter is pressed; a note and what was said before stand above the field.

    Who cannot keep the text calls `stay` meanwhile: what was written is never gone before it is saved.
    """

    written = Signal(str)
    most = MAX_TEXT  # characters

    def __init__(self, title: str, before: Sequence[str], theme: Theme, *, over: QWidget, note: str = "") -> None:
        super().__init__(title, theme, over=over)
        self._is_kept = True
        self.set_note("\n".join([*([note] if note else []), *(f"“{text}”" for text in before[-3:])]))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        over.window().installEventFilter(self)
        self.column.addWidget(self.field, 1)
        self.add_keys(self._keys())

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", translate("Remark", "save")),
            ("Shift+Enter", translate("Remark", "new line")),
            ("Escape", translate("Remark", "leave it")),
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves; with Shift it is what it is in any field of text. A window that closes loses no remark."""
        if watched is not self.field:
            if event.type() != QEvent.Type.Close or not self.isVisible():
                return False
            self._save()
            if not self._is_kept:
                event.ignore()  # the window stays, with the text and why it is not saved
            return not self._is_kept
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in ENTER and self._saves(event.modifiers()):
            self._save()
            return True
        return super().eventFilter(watched, event)

    def _saves(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether Enter saves with these."""
        return not modifiers & Qt.KeyboardModifier.ShiftModifier

    def holds_work(self) -> bool:
        """A remark that was begun stays until it is saved or left with Escape."""
        return bool(self.field.toPlainText().strip())

    def _save(self) -> None:
        text = without_controls(self.field.toPlainText()).strip()  # nobody sees those that were pasted
        if len(text) > self.most:
            self.set_note(translate("Remark", "at most {count} characters").format(count=grouped(self.most)))
            return
        self._is_kept = True
        if text:
            self.written.emit(text)
        if self._is_kept:
            self.close_sheet()

    def stay(self) -> None:
        """The text could not be saved, and why was said: it stays, to be saved later or copied."""
        self._is_kept = False
        self.set_note(translate("Remark", "Not saved; why stands at the foot of the window. Your text stays here."))
