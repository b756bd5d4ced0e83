"""The editor for what the guideline says of a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor

from annotator.gui.inspector.remark import RemarkSheet
from annotator.services.guidelines import RULE_CHARACTERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.gui.theme import Theme

translate = QCoreApplication.translate
HEIGHT = 420


class GuidelineSheet(RemarkSheet):
    """Emits `written` with the text where that is another now; it has lines of its own, so Enter alone is one."""

    most = RULE_CHARACTERS

    def __init__(self, title: str, text: str, theme: Theme, *, over: QWidget, note: str) -> None:
        super().__init__(title, (), theme, over=over, note=note)
        self._before = text.strip()
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+Enter", translate("Remark", "save")), ("Escape", translate("Remark", "leave it"))]

    def _saves(self, modifiers: Qt.KeyboardModifier) -> bool:
        return bool(modifiers & Qt.KeyboardModifier.ControlModifier)

    def holds_work(self) -> bool:
        return self.field.toPlainText().strip() != self._before

    def _save(self) -> None:
        if self.holds_work():
            super()._save()
        else:
            self.close_sheet()
