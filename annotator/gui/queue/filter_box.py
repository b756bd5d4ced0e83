"""The filter of the article list: a line to type in, a menu that writes the same words, and a page of help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from annotator.gui.chords import is_bare
from annotator.gui.hinted_line import HintedLine
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import bold_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme

LONGEST = 200


class FilterLine(HintedLine):
    """A line of text that gives the keys to what it found on Down, back on Escape; asks for its help and menu."""

    left = Signal()
    dropped = Signal()
    help_wanted = Signal()
    menu_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier:
            self.menu_wanted.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_bare(event):
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.dropped.emit()
        elif event.text() == "?" and not self.text():
            self.help_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfLine):
            event.ignore()  # Ctrl K on some systems: the window's
        else:
            super().keyPressEvent(event)


class MenuButton(QAbstractButton):
    """Three lines, each shorter than the one before: what can be filtered and sorted."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_used = False
        self.setText("")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(30)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_used(self, is_used: bool) -> None:
        """Shows in colour that something is filtered or sorted."""
        if is_used != self._is_used:
            self._is_used = is_used
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self.hasFocus() or self.isDown() or self.underMouse():
            painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.rule), 2))
            painter.setBrush(QColor(theme.field))
            painter.drawRoundedRect(self.rect().adjusted(1, 3, -1, -3), 5, 5)
        painter.setPen(QPen(QColor(theme.accent if self._is_used else theme.muted), 2))
        middle = self.rect().center()
        for number, half in enumerate((7, 4, 1)):
            y = middle.y() + 5 * (number - 1)
            painter.drawLine(QPoint(middle.x() - half, y), QPoint(middle.x() + half, y))


class FilterBox(QWidget):
    """The line with its menu; `line.text()` is all there is to know of a filter."""

    def __init__(self, scheme: Scheme, theme: Theme, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._theme = theme
        self.language = language
        self.line = FilterLine()
        self.line.set_hint(self.tr("Filter: status, label, text …"), shorter=self.tr("Filter …"))
        self.line.setAccessibleName(self.tr("Filter the articles"))
        self.line.setAccessibleDescription(self.tr("Words, or status: and label:; ? shows what can be typed"))
        self.line.setMaxLength(LONGEST)
        self.menu_button = MenuButton(theme)
        self.menu_button.setAccessibleName(self.tr("Filter and sort"))
        self.menu_button.setToolTip(self.tr("Filter and sort"))
        self.menu_button.setAccessibleDescription(self.tr("What the list shows, and in which order; Alt Down opens it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.menu_button)
        self.menu_button.clicked.connect(self.show_menu)
        self.line.menu_wanted.connect(self.show_menu)
        self.line.help_wanted.connect(self.show_help)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self.menu_button.set_theme(theme)

    def show_menu(self) -> None:
        """Opens the menu below the box."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def menu(self) -> QMenu:
        """What can be filtered and sorted, with ticks at what is."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Filter and sort"))
        for value, text in (
            ("open", self.tr("Not done")), ("busy", self.tr("Busy")), ("done", self.tr("Done")),
            ("flagged", self.tr("Flagged")), ("skipped", self.tr("Skipped")),
        ):  # fmt: skip
            self._add(menu, "status", value, text)
        menu.addSeparator()
        self._add(menu, "open", "yes", self.tr("With open suggestions"))
        self._add(menu, "differs", "yes", self.tr("Decided otherwise by another annotator"))
        self._add(menu, "comment", "yes", self.tr("With a comment"))
        labels = menu.addMenu(self.tr("With the label"))
        for label in self._scheme.labels:
            self._add(labels, "label", label.name, label.name)
        order = menu.addMenu(self.tr("Order"))
        for value, text in (
            ("teaching", self.tr("What teaches most first")), ("easiest", self.tr("Easiest first")),
            ("import", self.tr("As imported")), ("date", self.tr("Oldest first")), ("-date", self.tr("Newest first")),
            ("title", self.tr("Title")), ("status", self.tr("Status")),
            ("-open", self.tr("Most open suggestions first")), ("-labels", self.tr("Most labels first")),
            ("length", self.tr("Shortest first")),
            ("-length", self.tr("Longest first")),
        ):  # fmt: skip
            self._add(order, "sort", value, text)
        menu.addSeparator()
        clear = menu.addAction(self.tr("Show all, as imported"))
        clear.setEnabled(bool(self.line.text()))
        clear.triggered.connect(self.line.clear)
        menu.addAction(self.tr("What can be typed …")).triggered.connect(self.show_help)
        return menu

    def _add(self, menu: QMenu, key: str, value: str, text: str) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        from annotator.services import filtering  # lazy: the menu is made when it is first opened

        action.setChecked(filtering.is_on(self.line.text(), key, value))
        action.triggered.connect(partial(self._toggle, key, value))
        return action

    def _toggle(self, key: str, value: str) -> None:
        from annotator.services import filtering  # lazy: as above

        self.line.setText(filtering.toggled(self.line.text(), key, value, self.language))

    def show_help(self) -> None:
        """Shows what can be typed, beside the box, until a key or a click."""
        page = HelpPage(self._theme, language=self.language, parent=self)
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        page.move(corner)
        page.fit(self.screen().availableGeometry().right() - corner.x() - 8)
        page.show()
        page.setFocus()


class HelpPage(QFrame):
    """The table of what can be typed into the filter."""

    def __init__(self, theme: Theme, *, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("What can be typed into the filter"))
        side = "nl" if language == "nl" else "en"
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        plain = self.tr(
            "Words are searched in title and text; “two words” as they stand; with - before them: not in it."
        )
        words = PlainLabel(plain)
        grid.addWidget(words, 0, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._wrapping = [words]
        lines = [plain]
        from annotator.services import filtering  # lazy: as above

        for row, field in enumerate(filtering.FIELDS, start=1):
            example = PlainLabel(field.example[side])
            example.setFont(bold_of(self.font()))
            does = PlainLabel(field.does[side])
            does.set_colour(theme.muted)
            grid.addWidget(example, row, 0)
            grid.addWidget(does, row, 1)
            self._wrapping.append(does)
            lines.append(f"{field.example[side]}: {field.does[side]}")
        self.setAccessibleDescription("\n".join(lines))

    def fit(self, room: int) -> None:
        """Keeps to a width in pixels: the screen may end before the longest line does."""
        if self.sizeHint().width() <= room:
            return
        for label in self._wrapping:
            label.setWordWrap(True)
        self.setFixedWidth(room)
        self.setFixedHeight(self.heightForWidth(room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close()
