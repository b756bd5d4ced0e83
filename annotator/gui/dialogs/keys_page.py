"""The settings' page of keys: every action with its chords, each removable, new ones taken from the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import Label
from annotator.gui.chords import chords_of
from annotator.gui.dialogs.frame import button, told
from annotator.gui.dialogs.palette import sentence
from annotator.gui.flow import FlowLayout
from annotator.gui.language import spoken_language
from annotator.gui.parts import PlainLabel, cap_text
from annotator.gui.pressing import PressedButton
from annotator.services.command_search import folded
from annotator.services.key_changes import MOST, KeyChanges
from annotator.services.keymap import BINDINGS, GROUPS, Binding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme

ACTION = Qt.ItemDataRole.UserRole


class ChordButton(PressedButton):
    """Pressed, it takes the next chord of the keyboard, whatever it is; a click elsewhere lets it be."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.clicked.connect(self._begin)
        self._end()

    @property
    def is_taking(self) -> bool:
        return self._is_taking

    def _begin(self) -> None:
        self._is_taking = True
        self.setText(self.tr("Press the keys now …"))
        self.setAccessibleName(self.text())

    def _end(self) -> None:
        self._is_taking = False
        self.setText(self.tr("Add a key …"))
        told(self, self.text(), self.tr("Enter, then the keys that are to do it; any key is taken, Tab and Escape too"))

    def event(self, event: QEvent) -> bool:
        # Tab, Escape and the dialog's own keys come here first; while a chord is awaited they are chords.
        if self._is_taking and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._is_taking and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chords = chords_of(event)
            if chords:
                self._end()
                self.taken.emit(chords[0])
            event.accept()
            return True
        if self._is_taking and event.type() == QEvent.Type.KeyRelease:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._is_taking:
            self._end()
        super().focusOutEvent(event)


class KeysPage(QWidget):
    """Says through `changed` what the user's own chords are now; refuses what is taken, by name."""

    changed = Signal(object)  # dict[str, tuple[str, ...]]

    def __init__(self, own: Mapping[str, Sequence[str]], schemes: Sequence[Scheme], theme: Theme) -> None:
        super().__init__()
        self._changes = KeyChanges(own, schemes)
        self._language = spoken_language()
        self._items: dict[str, QTreeWidgetItem] = {}
        self.query = told(
            QLineEdit(), self.tr("Narrow the keys"), self.tr("Shows only the lines that hold these letters")
        )
        self.query.setPlaceholderText(self.tr("Narrow: a key, or a word of what it does"))
        self.nothing = PlainLabel(self.tr("No key fits these letters."))
        self.nothing.set_colour(theme.muted)
        self.nothing.hide()
        self.tree = self._made_tree()
        self.what = PlainLabel()
        self.what.setWordWrap(True)
        self.add = ChordButton()
        self.restore = button(self.tr("Default keys"), self.tr("Gives this action the keys back that it came with"))
        self.restore_all = button(
            self.tr("All default keys"), self.tr("Gives every action the keys back that it came with")
        )
        self.note = PlainLabel()
        self.note.setWordWrap(True)
        self.note.setAccessibleName(self.tr("Answer about the key"))
        self.note.set_colour(theme.warn)
        self._removing: list[QWidget] = []
        self._arrange()
        self.query.textChanged.connect(self.narrow)
        self.tree.currentItemChanged.connect(lambda *_: self._show())
        self.tree.itemActivated.connect(lambda *_: self.add.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add.taken.connect(self.take)
        self.restore.clicked.connect(self._restore)
        self.restore_all.clicked.connect(self._restore_all)
        self.select(BINDINGS[0].action)

    def _made_tree(self) -> QTreeWidget:
        tree = told(
            QTreeWidget(),
            self.tr("Actions and their keys"),
            self.tr("The arrows choose an action; Enter goes to its keys"),
        )
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        tree.setRootIsDecorated(False)
        tree.setWordWrap(True)
        tree.header().sectionResized.connect(lambda *_: tree.scheduleDelayedItemsLayout())
        tree.setIndentation(0)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        group = ""
        for binding in BINDINGS:
            if binding.group != group:
                group = binding.group
                title = GROUPS.get(group, (group.capitalize(),) * 2)[self._language == "nl"]
                heading = QTreeWidgetItem(tree, [title, ""])
                font = heading.font(0)
                font.setBold(True)
                heading.setFont(0, font)
                heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(tree, [sentence(binding.text(self._language)), ""])
            item.setData(0, ACTION, binding.action)
            self._items[binding.action] = item
            self._write(binding.action, item)
        return tree

    def _arrange(self) -> None:
        self._line = FlowLayout()
        self._line.addWidget(self.add)
        self._line.addWidget(self.restore)
        self._line.addWidget(self.restore_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.query)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        column.addWidget(self.what)
        column.addWidget(self.note)
        column.addLayout(self._line)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.nothing.set_colour(theme.muted)
        self.note.set_colour(theme.warn)

    @property
    def action(self) -> str:
        """The action that is chosen; "" on a heading."""
        item = self.tree.currentItem()
        return str(item.data(0, ACTION) or "") if item is not None else ""

    def select(self, action: str) -> None:
        """Chooses an action."""
        self.tree.setCurrentItem(self._items[action])

    def narrow(self, text: str) -> None:
        """Shows only the lines that hold these letters; headings go where anything is looked for."""
        words = folded(text).split()
        left: list[QTreeWidgetItem] = []  # the actions that stay
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            if item is None:
                continue
            line = folded(f"{item.text(0)} {item.text(1)} {item.data(0, ACTION) or ''}")
            is_heading = not item.data(0, ACTION)
            is_left = not words or (not is_heading and all(word in line for word in words))
            item.setHidden(not is_left)
            if is_left and not is_heading:
                left.append(item)
        self.nothing.setVisible(not left)
        chosen = self.tree.currentItem()
        if chosen is None or chosen.isHidden():  # what stands below must not be about a line that went
            self.tree.setCurrentIndex(self.tree.indexFromItem(left[0]) if left else QModelIndex())

    def take(self, chord: str) -> None:
        """Gives the chosen action the chord, or says who has it."""
        action = self.action
        if not action:
            return
        claimant = self._changes.claimant(action, chord)
        if claimant is not None:
            self._say(self._taken(chord, claimant))
        elif chord in self._changes.chords(action):
            self._say(self.tr("{key} does this already.").format(key=cap_text(chord)))
        elif not self._changes.may_add(action, chord):
            self._say(self.tr("An action has {count} keys at most; take one away first.").format(count=MOST))
        else:
            self._changes.add(action, chord)
            self._done(action)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken(self, chord: str, claimant: Binding | Label) -> str:
        if isinstance(claimant, Label):
            text = self.tr("{key} is the key of the label {label}; choose another one, or change it in the scheme.")
            return text.format(key=cap_text(chord), label=claimant.name)
        text = self.tr("{key} already does: {what}. Take it away there first.")
        return text.format(key=cap_text(chord), what=claimant.text(self._language))

    def _remove(self, chord: str) -> None:
        self._changes.remove(self.action, chord)
        self._done(self.action)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        action = self.action
        in_the_way = self._changes.in_the_way(action)
        if in_the_way:
            self._say(self._taken(*in_the_way[0]))
            return
        self._changes.restore(action)
        self._done(action)

    def _restore_all(self) -> None:
        self._changes.restore_all()
        for action in self._items:
            self._write(action, self._items[action])
        self._done(self.action or BINDINGS[0].action)

    def _done(self, action: str) -> None:
        self._say("")
        self._write(action, self._items[action])
        self._show()
        self.changed.emit(self._changes.changed)

    def _say(self, text: str) -> None:
        self.note.set_outside_text(text)
        self.note.setAccessibleDescription(text)

    def _write(self, action: str, item: QTreeWidgetItem) -> None:
        item.setText(1, "   ".join(cap_text(chord) for chord in self._changes.chords(action)))
        font = item.font(1)
        font.setBold(self._changes.is_changed(action))
        item.setFont(1, font)

    def _show(self) -> None:
        """Shows the chords of the chosen action, each as a button that takes it away."""
        for widget in self._removing:
            self._line.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._removing.clear()
        action = self.action
        for widget in (self.add, self.restore):
            widget.setEnabled(bool(action))
        if not action:
            self.what.setText("")
            return
        self.what.setText(self._items[action].text(0))
        before: QWidget = self.tree
        for chord in self._changes.chords(action):
            cap = cap_text(chord)
            removing = button(f"{cap}  ×", self.tr("Takes this key from the action"))
            removing.setAccessibleName(self.tr("Take {key} away").format(key=cap))
            removing.clicked.connect(partial(self._remove, chord))
            self._line.addWidget(removing)
            self._line.put_first(removing, len(self._removing))
            self._removing.append(removing)
            QWidget.setTabOrder(before, removing)
            before = removing
        QWidget.setTabOrder(before, self.add)
        self.restore.setEnabled(self._changes.is_changed(action))
