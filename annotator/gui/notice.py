"""A line above the article for what is good to know and no danger: it takes no key and stands in no way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.gui.parts import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from annotator.gui.theme import Theme


GAP = 10  # pixels between the parts of a note


class Answer(NamedTuple):
    """A button of a notice: its text, what it is good for, and what it does besides closing the notice."""

    text: str
    description: str
    run: Callable[[], None] | None = None


class Notice(NamedTuple):
    """What is said, the name of the icon before it, and the answers it may get."""

    text: str
    icon: str
    answers: Sequence[Answer]


class NoticeBar(QWidget):
    """Shows one notice after the other, each until it is answered."""

    left = Signal()  # the keys go back to where they were
    moved = Signal()  # it takes another room now than before

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: list[Notice] = []
        self._shown: Notice | None = None
        self._buttons: list[QPushButton] = []
        self._icon = QLabel()
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(14, 8, 14, 9)
        self._line.setSpacing(GAP)
        said, self._answers = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._icon)
        said.addWidget(self._text, 1)
        self._answers.addStretch(1)
        for part in (said, self._answers):
            part.setSpacing(GAP)
        self._line.addLayout(said, 1)
        self._line.addLayout(self._answers)
        self.setAccessibleName(self.tr("Note"))
        self.hide()

    @property
    def shown(self) -> Notice | None:
        """The notice that is to be seen."""
        return self._shown

    def holds(self, icon: str) -> bool:
        """Whether a notice with that icon is shown or waits."""
        return any(one.icon == icon for one in (self._shown, *self._waiting) if one is not None)

    def tell(self, notice: Notice) -> None:
        """Shows the notice, after those that wait already."""
        self._waiting.append(notice)
        if self._shown is None:
            self._next()

    def take_all(self) -> list[Notice]:
        """Gives away what is shown and what waits, for another window."""
        notices = [*([self._shown] if self._shown is not None else []), *self._waiting]
        self._waiting.clear()
        self._next()
        return notices

    def take_focus(self) -> bool:
        """Takes the keys to the first answer; False where there is no notice."""
        if self._shown is None or not self._buttons:
            return False
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def answer(self, number: int) -> None:
        """Gives one of the answers."""
        notice = self._shown
        if notice is None:
            return
        had_focus = any(one.hasFocus() for one in self._buttons)
        run = notice.answers[number].run
        if run is not None:
            run()
        self._next()
        if had_focus and not self.take_focus():
            self.left.emit()

    def _next(self) -> None:
        for one in self._buttons:
            self._answers.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._buttons = []
        self._shown = self._waiting.pop(0) if self._waiting else None
        self.setVisible(self._shown is not None)
        if self._shown is None:
            return
        self._text.set_outside_text(self._shown.text)
        self.setAccessibleDescription(self._shown.text)
        for number, answer in enumerate(self._shown.answers):
            made = QPushButton(answer.text)
            made.setAccessibleName(answer.text)
            made.setAccessibleDescription(answer.description)
            made.clicked.connect(lambda _checked=False, number=number: self.answer(number))
            self._answers.addWidget(made)
            self._buttons.append(made)
        self.set_theme(self._theme)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self._text.set_colour(theme.ink)
        if self._shown is not None:
            from annotator.gui.icons import pixmap  # lazy: Qt's SVG only where there is something to note

            scale = self.devicePixelRatioF()
            self._icon.setPixmap(pixmap(self._shown.icon, theme.accent, scale=scale))
            from annotator.gui.dialogs.frame import sheet  # lazy: with the icon

            for one in self._buttons:
                one.setStyleSheet(sheet(theme))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = next((number for number, one in enumerate(self._buttons) if one.hasFocus()), None)
            if held is not None:
                self.answer(held)
                return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Puts the answers below the text where that makes the note lower: large letters on a small screen."""
        around, answers = self._line.contentsMargins(), self._answers.sizeHint()
        whole = self.width() - around.left() - around.right() - self._icon.sizeHint().width() - GAP
        beside = max(1, whole - answers.width() - GAP)
        is_below = self._text.heightForWidth(max(1, whole)) + GAP + answers.height() < self._text.heightForWidth(beside)
        direction = QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight
        if direction != self._line.direction():
            self._line.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.selection))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.rule))
