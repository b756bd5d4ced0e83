"""The list of what a scheme has: labels by layer, event types, roles and attributes, with key and number of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.core.scheme import Attribute, Label, Role
from annotator.core.scheme_changes import Part
from annotator.gui.article.positions import shown
from annotator.gui.choices import layer_name
from annotator.gui.dialogs.frame import told
from annotator.gui.inspector.contents import named
from annotator.gui.language import grouped, spoken_language
from annotator.gui.scheme.fields import swatch
from annotator.gui.theme import bold_of, colour_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.core.scheme import Scheme
    from annotator.core.scheme_changes import Use
    from annotator.core.scheme_editing import Thing
    from annotator.gui.theme import Theme

NEW, CHANGED = "+", "•"
WHICH = Qt.ItemDataRole.UserRole


class Which(NamedTuple):
    """A line of the list: "label", "role", "attribute" or "scheme", the layer, and the name; "" for a heading."""

    kind: str
    layer: str = ""
    name: str = ""


SCHEME = Which("scheme")


def which(thing: Thing) -> Which:
    """The line of a thing."""
    kind = {Label: "label", Role: "role", Attribute: "attribute"}[type(thing)]
    return Which(kind, thing.layer, thing.name)


def part_of(line: Which) -> Part | None:
    """What spans use of it."""
    if line.kind == "label":
        return Part("label", line.layer, line.name)
    if line.kind == "role":
        return Part("role", line.layer, line.name)
    return Part("attribute", line.layer, line.name) if line.kind == "attribute" else None


def found(scheme: Scheme, line: Which) -> Thing | None:
    """The thing of a line."""
    kinds: dict[str, Sequence[Thing]] = {
        "label": scheme.labels, "role": scheme.roles, "attribute": scheme.attributes,
    }  # fmt: skip
    things = kinds.get(line.kind, ())
    return next((one for one in things if (one.layer, one.name) == (line.layer, line.name)), None)


class Things(QTreeWidget):
    """Emits `chosen` with the line one is at; Insert and Delete ask for what the buttons do."""

    chosen = Signal(object)
    more_wanted = Signal()
    less_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: dict[Which, QTreeWidgetItem] = {}
        told(
            self, self.tr("What the scheme has"),
            self.tr("Labels, event types, roles and attributes; Insert adds one, Delete takes one out"),
        )  # fmt: skip
        self.setHeaderLabels([self.tr("Name"), self.tr("Key"), self.tr("Count")])
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell_choice)

    def _tell_choice(self) -> None:
        if self.currentItem() is not None:
            self.chosen.emit(self.line)

    @property
    def line(self) -> Which:
        """The line one is at."""
        item = self.currentItem()
        return SCHEME if item is None else Which(*item.data(0, WHICH))

    def show_scheme(self, scheme: Scheme, present: Scheme, uses: Mapping[Part, Use], at: Which) -> None:
        """Shows the scheme with what is new or other in it marked, one line chosen."""
        self.ensurePolished()  # else the lines have the height that they have without a style
        self.blockSignals(True)
        place = self.verticalScrollBar().value()
        closed = {line for line, item in self._items.items() if item.childCount() and not item.isExpanded()}
        self.clear()
        self._items = {}
        self._add(None, SCHEME, self.tr("The scheme itself"), "", "")
        for layer in scheme.layers:
            title = self.tr("Event types: {layer}") if layer.is_event else self.tr("Labels: {layer}")
            heading = self._heading(Which("label", layer.name), title.format(layer=layer_name(scheme, layer.name)))
            for label in scheme.labels_of(layer.name):
                item = self._thing(heading, label, found(present, which(label)), uses)
                item.setIcon(0, swatch(colour_of(label, self._theme), self._theme))
        for layer in scheme.layers:
            if layer.is_event:
                title = self.tr("Roles: {layer}").format(layer=layer_name(scheme, layer.name))
                heading = self._heading(Which("role", layer.name), title)
                for role in scheme.roles:
                    if role.layer == layer.name:
                        self._thing(heading, role, found(present, which(role)), uses)
        for layer in scheme.layers:
            title = self.tr("Attributes: {layer}").format(layer=layer_name(scheme, layer.name))
            heading = self._heading(Which("attribute", layer.name), title)
            for attribute in scheme.attributes_of(layer.name):
                self._thing(heading, attribute, found(present, which(attribute)), uses)
        for line, item in self._items.items():
            if item.childCount():  # each call costs by the length of the whole list
                item.setExpanded(line not in closed)
        item = self._items.get(at) or self._items[SCHEME]
        self.setCurrentItem(item)
        self.verticalScrollBar().setValue(place)
        self.scrollToItem(item)
        self.blockSignals(False)

    def _heading(self, line: Which, text: str) -> QTreeWidgetItem:
        item = self._add(None, line, text, "", "")
        item.setFirstColumnSpanned(True)
        item.setFont(0, bold_of(self.font()))
        return item

    def _thing(
        self, heading: QTreeWidgetItem, thing: Thing, before: Thing | None, uses: Mapping[Part, Use]
    ) -> QTreeWidgetItem:
        line = which(thing)
        part = part_of(line)
        use = uses.get(part) if part is not None else None
        said = named(thing.names, spoken_language(), "")
        text = f"{thing.name} · {said}" if said and said.casefold() != thing.name.casefold() else thing.name
        count = grouped(use.spans) if use is not None and use.spans else ""
        if before == thing:
            return self._add(heading, line, text, thing.key, count)
        # In front, where a long name does not hide it; a screen reader says it in words.
        item = self._add(heading, line, f"{NEW if before is None else CHANGED} {text}", thing.key, count)
        said = self.tr("{name} (new)") if before is None else self.tr("{name} (changed)")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, shown(said.format(name=text)))
        return item

    def _add(self, heading: QTreeWidgetItem | None, line: Which, text: str, key: str, spans: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([shown(text), key, spans])
        item.setData(0, WHICH, tuple(line))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignCenter)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if heading is None:
            self.addTopLevelItem(item)
        else:
            heading.addChild(item)
        self._items[line] = item
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.more_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.less_wanted.emit()
        else:
            super().keyPressEvent(event)
