"""The values of an attribute: their names in the data and on the screen, the first one given, added and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.core.scheme_changes import Part
from annotator.core.scheme_editing import name_problem, text_problem, with_text
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import button, told
from annotator.gui.flow import FlowLayout
from annotator.gui.parts import PlainLabel
from annotator.gui.scheme.words import problem_words, use_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Attribute
    from annotator.core.scheme_changes import Use
    from annotator.gui.theme import Theme

LANGUAGES = ("nl", "en")  # of the second and the third column
LINES = 5
NEW = "NEW"


class Values(QWidget):
    """Emits `changed` with the attribute as it is now; `refused` says why something cannot be."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribute: Attribute
        self._kept: frozenset[str] = frozenset()  # values that the project's scheme has, which are not renamed
        self.uses: Mapping[Part, Use] = {}
        self._is_quiet = False
        told(self, self.tr("Values"), self.tr("The values in the order in which its key steps through them"))
        self.tree = told(
            QTreeWidget(), self.tr("Values"), self.tr("F2 changes what is in a column; the order is that of the key")
        )
        self.tree.setHeaderLabels([self.tr("Value"), self.tr("Dutch"), self.tr("English")])
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )  # fmt: skip
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTabKeyNavigation(False)
        self.tree.itemChanged.connect(self._edited)
        self.more = button(self.tr("Add value"), self.tr("A value more, at the end"))
        self.more.clicked.connect(self._add)
        self.less = button(self.tr("Remove value"), self.tr("Takes the chosen value out, where nothing has it"))
        self.less.clicked.connect(self._remove)
        self.default = told(
            Choice(), self.tr("Value at first"), self.tr("What a new span has until somebody changes it")
        )
        self.default.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.default.setMinimumContentsLength(6)
        self.default.currentIndexChanged.connect(self._take_default)
        buttons = FlowLayout()
        for one in (self.more, self.less):
            buttons.addWidget(one)
        first = PlainLabel(self.default.accessibleName())
        first.setBuddy(self.default)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        column.addLayout(buttons)
        column.addWidget(first)
        column.addWidget(self.default)

    def show_values(self, attribute: Attribute, kept: frozenset[str]) -> None:
        """Shows the values of this attribute; those kept are in the data."""
        self._attribute, self._kept = attribute, kept
        row = max(0, self.tree.currentIndex().row())
        self._is_quiet = True
        self.tree.clear()
        for value in attribute.values:
            names = attribute.value_names.get(value, {})
            item = QTreeWidgetItem(self.tree, [value, *(names.get(language, "") for language in LANGUAGES)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._go_to(min(row, len(attribute.values) - 1))
        height = self.tree.sizeHintForRow(0) + 1
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + LINES * height + 6)
        self._is_quiet = False
        self._offer_default()

    def _give(self, after: Attribute) -> None:
        self.refused.emit("")
        self.changed.emit(after)
        self.show_values(after, self._kept)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._is_quiet:
            return
        one, number = self._attribute, self.tree.indexOfTopLevelItem(item)
        value, text = one.values[number], item.text(column).strip()
        names, why = one.value_names.get(value, {}), ""
        if column:
            language, before = LANGUAGES[column - 1], names.get(LANGUAGES[column - 1], "")
            problem = text_problem(text)
            changed = {**one.value_names, value: with_text(names, language, text)}
            after = one._replace(value_names={key: some for key, some in changed.items() if some})
        else:
            before, after = value, _renamed(one, value, text)
            problem = name_problem([other for other in one.values if other != value], text)
            if value in self._kept and text != value:
                why = self.tr("a value that is in the data is not renamed; change what is shown for it")
        why = why or (problem_words(problem) if problem is not None else "")
        self._is_quiet = True  # the list stays as it is: an editor in it is just being closed
        item.setText(column, before if why else text)
        self._is_quiet = False
        self.refused.emit(why)
        if not why and after != one:
            self._attribute = after
            self._offer_default()
            self.changed.emit(after)

    def _offer_default(self) -> None:
        self._is_quiet = True
        self.default.clear()
        for value in self._attribute.values:
            self.default.addItem(shown(value), value)
        self.default.setCurrentIndex(self.default.findData(self._attribute.default))
        self._is_quiet = False

    def _add(self) -> None:
        one = self._attribute
        names = (f"{NEW}_{number}" if number > 1 else NEW for number in range(1, len(one.values) + 2))
        value = next(name for name in names if name not in one.values)
        self._give(one._replace(values=(*one.values, value)))
        self._go_to(len(one.values))
        self.tree.setFocus()
        self.tree.edit(self.tree.currentIndex())

    def _go_to(self, row: int) -> None:
        self.tree.setCurrentIndex(self.tree.model().index(row, 0))

    def _remove(self) -> None:
        one, item = self._attribute, self.tree.currentItem()
        if item is None:
            return
        value = item.text(0)
        use = self.uses.get(Part("value", one.layer, one.name, value))
        if use is not None and use.spans:
            self.refused.emit(use_words(use))
            return
        if len(one.values) == 1:
            self.refused.emit(self.tr("it is the last value; remove the attribute instead"))
            return
        values = tuple(other for other in one.values if other != value)
        names = {key: some for key, some in one.value_names.items() if key != value}
        default = one.default if one.default != value else values[0]
        self._give(one._replace(values=values, value_names=names, default=default))

    def _take_default(self) -> None:
        if not self._is_quiet and self.default.currentData() is not None:
            self.refused.emit("")
            self._attribute = self._attribute._replace(default=str(self.default.currentData()))
            self.changed.emit(self._attribute)


def _renamed(attribute: Attribute, value: str, name: str) -> Attribute:
    """The attribute with another name of a value."""
    return attribute._replace(
        values=tuple(name if one == value else one for one in attribute.values),
        default=name if attribute.default == value else attribute.default,
        value_names={name if key == value else key: some for key, some in attribute.value_names.items()},
    )
