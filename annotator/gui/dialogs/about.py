"""The about box: the program and its version, what it is made of, and the words of every licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.theme import desk_font
from annotator.services.licences import Component, components

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

ROOM_OF_BAR = 30  # pixels that a scroll bar and the frame take of a list


class About(Frame):
    """A list of components at the left, the licence of the chosen one at the right."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._components = components()
        own = self._components[0]
        self.set_title(self.tr("annotator {version}").format(version=own.version))
        line = self.tr("A desk for labelling Dutch conflict news. It works without a network.")
        self.body.addWidget(self.muted(line))
        self.list = told(
            QListWidget(), self.tr("Parts of the program"), self.tr("The arrows choose a part; its licence is beside")
        )
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        for one in self._components:
            self.list.addItem(self._line(one))
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + ROOM_OF_BAR)
        self.text = told(QPlainTextEdit(), self.tr("Licence"), self.tr("The words of the licence of the chosen part"))
        self.text.setReadOnly(True)
        self.text.setFont(desk_font(9))
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.licence = self.muted("")
        right = QVBoxLayout()
        right.addWidget(self.licence)
        right.addWidget(self.text, 1)
        halves = QHBoxLayout()
        halves.setSpacing(14)
        halves.addWidget(self.list, 3)
        halves.addLayout(right, 8)
        self.body.addLayout(halves, 1)
        copying = button(self.tr("Copy the versions"), self.tr("For a report: the names and versions, one a line"))
        copying.clicked.connect(self._copy)
        self.buttons.addWidget(copying)
        self.add_close(self.tr("Close"))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.fit(900, 620)
        self.list.setFocus()

    def _line(self, one: Component) -> str:
        return f"{one.name} {one.version}"

    def _show(self, row: int) -> None:
        one = self._components[row]
        self.licence.set_outside_text(f"{one.name} {one.version} · {one.licence}")
        self.text.setPlainText(one.texts or self.tr("This part came without the words of its licence."))

    def versions(self) -> str:
        """Names and versions, one a line."""
        return "\n".join([*(self._line(one) for one in self._components), f"Qt {qVersion()}"])

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.versions())
