"""What all dialogs share: their look, a heading, a line for what went wrong, controls with names and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.parts import PlainLabel
from annotator.gui.pressing import PressedButton
from annotator.gui.refusals import in_words
from annotator.gui.theme import reading_font
from annotator.resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from annotator.gui.theme import Theme

Control = TypeVar("Control", bound=QWidget)
MARGIN = 24
BEFORE_NUMBER = 7  # pixels, as before the text of other controls
AROUND = 48  # least space between a dialog and the edges of the screen, both sides together


def sheet(theme: Theme) -> str:
    """The style of controls in dialogs; focus is a ring of two pixels everywhere."""

    def picture(name: str) -> str:
        return resource("icons", f"{name}-{theme.name}.svg").as_posix()

    return f"""
    QDialog {{ background: {theme.panel}; }}
    QPushButton {{ background: {theme.field}; color: {theme.ink}; border: 1px solid {theme.muted};
        border-radius: 5px; padding: 6px 14px; }}
    QPushButton:hover {{ background: {theme.selection}; }}
    QPushButton:pressed {{ background: {theme.cursor}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 5px 13px; outline: none; }}
    QPushButton:default {{ background: {theme.selection}; }}
    QPushButton:disabled {{ color: {theme.muted}; border-color: {theme.rule}; background: {theme.panel}; }}
    QComboBox, QSpinBox, QDoubleSpinBox {{ background: {theme.field}; color: {theme.ink};
        border: 1px solid {theme.muted}; border-radius: 5px; padding: 5px 7px; }}
    QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {theme.accent}; padding: 4px 6px; }}
    QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {theme.muted};
        border-color: {theme.rule}; background: {theme.panel}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ background: {theme.field}; color: {theme.ink};
        border: 1px solid {theme.muted}; border-radius: 0;
        selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: url({picture("down")}); width: 12px; height: 12px; }}
    QAbstractSpinBox {{ min-width: 90px; }}
    QAbstractSpinBox QLineEdit {{ border: 0; padding: 0 0 0 4px; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 24px; background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: url({picture("up")}); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url({picture("down")}); width: 10px; height: 10px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{ width: 16px; height: 16px;
        border: 1px solid {theme.muted}; background: {theme.field}; border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 9px; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ image: url({picture("check")}); }}
    QRadioButton::indicator:checked {{ image: url({picture("dot")}); }}
    QHeaderView::section {{ background: {theme.panel}; color: {theme.muted}; border: 0;
        border-bottom: 1px solid {theme.rule}; padding: 5px 8px; }}
    QHeaderView {{ background: {theme.panel}; border: 0; }}
    QCheckBox, QRadioButton {{ color: {theme.ink}; spacing: 8px; padding: 5px 5px 5px 0; border: 0; }}
    QCheckBox:focus, QRadioButton:focus {{ outline: none; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {theme.accent};
        width: 14px; height: 14px; }}
    QListView, QTreeView, QListWidget, QTreeWidget, QPlainTextEdit {{ background: {theme.field}; color: {theme.ink};
        border: 1px solid {theme.rule}; border-radius: 5px; padding: 1px; outline: 0; }}
    QListView:focus, QTreeView:focus, QPlainTextEdit:focus {{ border: 2px solid {theme.accent}; padding: 0; }}
    QListView::item, QTreeView::item {{ padding: 4px 6px; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QScrollArea:focus {{ border: 2px solid {theme.accent}; }}
    QProgressBar {{ background: {theme.rule}; border: 0; border-radius: 3px; height: 6px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QLineEdit {{ border: 1px solid {theme.muted}; }}
    QLineEdit:focus {{ border: 2px solid {theme.accent}; }}
    """


def told(control: Control, name: str, description: str) -> Control:
    """Gives a control its name and description for screen readers; returns it."""
    control.setAccessibleName(name)
    control.setAccessibleDescription(description)
    if isinstance(control, QAbstractSpinBox):  # the padding of the style sheet does not reach the line inside
        control.lineEdit().setTextMargins(BEFORE_NUMBER, 0, 0, 0)
    return control


def button(text: str, description: str) -> QPushButton:
    """A button that Enter presses only while it has the focus."""
    made = told(PressedButton(text), text, description)
    made.setAutoDefault(False)
    return made


def call(button: QPushButton, text: str, description: str) -> None:
    """Gives a button another text and what it does then, of which a screen reader hears both."""
    button.setText(text)
    told(button, text, description)


class Frame(QDialog):
    """A dialog with a heading above its `body`, and a line below it for what went wrong."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.heading = PlainLabel()
        self.heading.setWordWrap(True)  # else large letters make a dialog wider than the screen
        self.heading.setFont(reading_font(self.font().pointSizeF() * 1.6))
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.problem.setAccessibleName(self.tr("What went wrong"))
        self.problem.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self._muted: list[PlainLabel] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 6, MARGIN, MARGIN - 6)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self.body, 1)
        column.addWidget(self.problem)
        column.addLayout(self.buttons)
        self.set_theme(theme)

    def set_title(self, title: str) -> None:
        """Names the dialog."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.heading.setText(title)

    def put_above_heading(self, label: QWidget) -> None:
        """Has a line stand over the heading, such as the step that it is of."""
        self._column.insertWidget(0, label)

    def muted(self, text: str) -> PlainLabel:
        """A wrapped line of secondary text that follows the look."""
        label = PlainLabel(text)
        label.setWordWrap(True)
        label.set_colour(self.theme.muted)
        self._muted.append(label)
        return label

    def add_close(self, text: str) -> QPushButton:
        """A button at the right end of the last line that closes the dialog."""
        closing = button(text, self.tr("Closes this window; Escape does it too"))
        closing.clicked.connect(self.accept)
        self.buttons.addStretch(1)
        self.buttons.addWidget(closing)
        return closing

    def refuse(self, why: str) -> None:
        """Says why something was not done; "" takes it back."""
        self.problem.set_outside_text(in_words(why))
        self.problem.setAccessibleDescription(in_words(why))
        self.problem.setVisible(bool(why))

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.theme = theme
        self.setStyleSheet(sheet(theme))
        self.problem.set_colour(theme.warn)
        for label in self._muted:
            label.set_colour(theme.muted)

    def fit(self, width: int, height: int) -> None:
        """Takes that size in letters of 10 points, at most what the screen has room for."""
        share = self.font().pointSizeF() / 10
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableSize()
        self.resize(
            min(round(width * share), room.width() - AROUND), min(round(height * share), room.height() - AROUND)
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and not event.spontaneous():
            middle = parent.mapToGlobal(parent.rect().center())
            self.move(middle.x() - self.width() // 2, max(0, middle.y() - self.height() // 2))


def stacked(*pages: QWidget) -> QStackedWidget:
    """The pages of a dialog, one shown at a time; each scrolls where there is too little room for it."""
    stack = QStackedWidget()
    for page in pages:
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(page)
        stack.addWidget(area)
    return stack


def stretching(widget: Control) -> Control:
    """Lets a control take all the width there is."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget
