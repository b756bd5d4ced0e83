"""The settings dialog: made from the table of settings; every change holds, and is kept, at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.dialogs.keys_page import KeysPage
from annotator.gui.language import spoken_language
from annotator.gui.parts import BrokenLabel, PlainLabel
from annotator.gui.refusals import in_words
from annotator.services.settings import GROUPS, TABLE, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QWheelEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.preferences import Preferences
    from annotator.gui.theme import Theme


class _Quiet:
    """Numbers and choices that do not change when one only scrolls past them."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Choices(_Quiet, Choice):
    """A choice out of a few."""


class Whole(_Quiet, QSpinBox):
    """A whole number."""


class Number(_Quiet, QDoubleSpinBox):
    """A number with decimals."""


class Editor:
    """The control of one setting: shows its value, says through `change` when the user gave another."""

    _put: Callable[[Any], None]

    def __init__(self, row: Setting, change: Callable[[object], None]) -> None:
        self.row = row
        self._change = change
        self._is_quiet = False
        self.control = self._made()
        told(self.control, row.title(spoken_language()), row.explanation(spoken_language()))

    def _made(self) -> QWidget:
        makers = {
            "choice": self._choice, "whole": self._whole, "number": self._number, "yes_no": self._yes_no,
            "text": self._text,
        }  # fmt: skip
        return makers[self.row.kind]()

    def _given(self, value: object) -> None:
        if not self._is_quiet:
            self._change(value)

    def _choice(self) -> QWidget:
        made = Choices()
        for choice in self.row.choices:
            made.addItem(choice.dutch if spoken_language() == "nl" else choice.english, choice.value)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.currentIndexChanged.connect(lambda number: self._given(made.itemData(number)))
        self._put = lambda value: made.setCurrentIndex(made.findData(value))
        return made

    def _whole(self) -> QWidget:
        made = Whole()
        made.setRange(round(self.row.limits[0]), round(self.row.limits[1]))
        made.setSingleStep(round(self.row.step))
        made.setSuffix(f" {self.row.unit}" if self.row.unit else "")
        made.setKeyboardTracking(False)
        made.valueChanged.connect(self._given)
        self._put = lambda value: made.setValue(int(value))
        return made

    def _number(self) -> QWidget:
        made = Number()
        made.setDecimals(2 if self.row.step < 0.1 else 1)
        made.setRange(*self.row.limits)
        made.setSingleStep(self.row.step)
        made.setSuffix(f" {self.row.unit}" if self.row.unit else "")
        made.setKeyboardTracking(False)
        made.valueChanged.connect(lambda value: self._given(round(value, 2)))
        self._put = lambda value: made.setValue(float(value))
        return made

    def _yes_no(self) -> QWidget:
        made = QCheckBox(self.row.title(spoken_language()))
        made.toggled.connect(self._given)
        self._put = lambda value: made.setChecked(bool(value))
        return made

    def _text(self) -> QWidget:
        if self.row.name == "font_family":
            return self._font()
        made = QLineEdit()
        made.setMinimumWidth(200)
        made.editingFinished.connect(lambda: self._given(" ".join(made.text().split())))
        self._put = lambda value: made.setText(str(value))
        return made

    def _font(self) -> QWidget:
        made = Choices()
        made.addItem(QCoreApplication.translate("Editor", "the best serif there is"), "")
        for family in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(family):
                made.addItem(family, family)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(22)
        made.currentIndexChanged.connect(lambda number: self._given(made.itemData(number)))
        self._put = lambda value: made.setCurrentIndex(max(0, made.findData(value)))
        return made

    def show_value(self, value: Any) -> None:  # noqa: ANN401  (whatever the row holds)
        """Shows the value without taking it for one that the user gave."""
        self._is_quiet = True
        self._put(value)
        self._is_quiet = False


class Page(QWidget):
    """One group of the table: for each setting its title, its control, what it does, and why it was refused."""

    def __init__(self, rows: Sequence[Setting], preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self._preferences = preferences
        self.editors: dict[str, Editor] = {}
        self.problems: dict[str, PlainLabel] = {}
        self._helps: list[PlainLabel] = []
        language = spoken_language()
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 14, 4)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        line = 0
        for row in rows:
            editor = self.editors[row.name] = Editor(row, partial(self._change, row.name))
            if row.kind == "yes_no":
                grid.addWidget(editor.control, line, 0, 1, 2)
            else:
                title = PlainLabel(row.title(language))
                title.setWordWrap(True)
                title.setBuddy(editor.control)
                grid.addWidget(title, line, 0)
                grid.addWidget(editor.control, line, 1)  # all of them as wide as the widest
            explained = PlainLabel(row.explanation(language))
            explained.setWordWrap(True)
            self._helps.append(explained)
            refused = self.problems[row.name] = PlainLabel()
            refused.setWordWrap(True)
            refused.hide()
            grid.addWidget(explained, line + 1, 0, 1, 2)
            grid.addWidget(refused, line + 2, 0, 1, 2)
            grid.setRowMinimumHeight(line + 3, 12)
            line += 4
        grid.setRowStretch(line, 1)
        self.set_theme(theme)
        self.show_values()

    def _change(self, name: str, value: object) -> None:
        why = self._preferences.change(**{name: value})
        self.problems[name].set_outside_text(in_words(why))
        self.problems[name].setVisible(bool(why))

    def show_values(self) -> None:
        """Shows the settings as they are."""
        for name, editor in self.editors.items():
            editor.show_value(getattr(self._preferences.settings, name))

    def restore(self) -> None:
        """Gives every setting of the page its default."""
        self._preferences.change(**{name: editor.row.default for name, editor in self.editors.items()})
        self.show_values()

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        for label in self._helps:
            label.set_colour(theme.muted)
        for label in self.problems.values():
            label.set_colour(theme.warn)


class SettingsDialog(Frame):
    """Pages at the left, their settings at the right; closes with nothing to be saved."""

    page_changed = Signal(int)

    def __init__(
        self,
        preferences: Preferences,
        schemes: Sequence[Scheme],
        theme: Theme,
        *,
        page: int = 0,
        at: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self.set_title(self.tr("Settings"))
        self.list = told(QListWidget(), self.tr("Pages"), self.tr("The arrows choose a page of settings"))
        self.stack = QStackedWidget()
        self.pages: list[Page] = []
        language = spoken_language()
        for group, names in GROUPS.items():
            if not group:
                continue
            self.list.addItem(names[language == "nl"])
            shown = Page([row for row in TABLE if row.group == group], preferences, theme)
            self.pages.append(shown)
            area = told(QScrollArea(), names[language == "nl"], self.tr("The settings of this page"))
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidgetResizable(True)
            area.setWidget(shown)
            self.stack.addWidget(area)
        self.list.addItem(self.tr("Keys"))
        self.keys = KeysPage(preferences.settings.keys, schemes, theme)
        self.keys.changed.connect(lambda own: self.refuse(preferences.change(keys=own)))
        around = told(QScrollArea(), self.tr("Keys"), self.tr("The settings of this page"))
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidgetResizable(True)
        around.setWidget(self.keys)
        self.stack.addWidget(around)
        self._arrange()
        preferences.changed.connect(self._show_values)
        self.list.currentRowChanged.connect(self._turn)
        self.list.setCurrentRow(page)
        self.fit(800, 580)
        self.list.setFocus()
        for name, editor in self.pages[page].editors.items() if page < len(self.pages) else ():
            if name in at:
                editor.control.setFocus()

    def _arrange(self) -> None:
        widest = self.list.sizeHintForColumn(0)
        self.list.setFixedWidth(widest + 36)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        halves = QHBoxLayout()
        halves.setSpacing(18)
        halves.addWidget(self.list)
        right = QVBoxLayout()
        right.addWidget(self.stack)
        halves.addLayout(right, 1)
        self.body.addLayout(halves, 1)
        file = self._preferences.file
        where = str(file.path) if file is not None else ""
        self.restore = button(self.tr("Default settings"), self.tr("Gives the settings of this page their defaults"))
        self.restore.clicked.connect(self._restore)
        self.buttons.addWidget(self.restore)
        self._place = place = BrokenLabel(self.tr("kept in {path}").format(path=where) if where else "")
        place.set_colour(self.theme.muted)
        place.setVisible(bool(where))
        self.body.addWidget(place)
        self.buttons.addStretch(1)
        self.add_close(self.tr("Close"))

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.restore.setVisible(page < len(self.pages))  # the page of keys has its own
        self.page_changed.emit(page)

    def _restore(self) -> None:
        self.pages[self.stack.currentIndex()].restore()

    def _show_values(self, _names: object) -> None:
        for page in self.pages:
            page.show_values()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for page in getattr(self, "pages", ()):
            page.set_theme(theme)
        if hasattr(self, "keys"):
            self.keys.set_theme(theme)
        if hasattr(self, "_place"):
            self._place.set_colour(theme.muted)
