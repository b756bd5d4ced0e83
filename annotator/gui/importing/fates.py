"""What becomes of names that the scheme does not have: each is added, stands for another, or is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import button, told
from annotator.gui.flow import FlowLayout
from annotator.gui.language import grouped
from annotator.gui.parts import ElidedLabel, PlainLabel
from annotator.services.extending import NewLabel, can_be_added, layer_for
from annotator.services.settling import LEAVE_OUT, LabelMap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Scheme
    from annotator.services.settling import Missing

MOST_LINES = 60  # names with a choice of their own; further ones are left out, which is said
NOTHING, SKIP, ADD, MAP = "", "skip", "add", "map"
WIDTH = 40  # characters of a name
LEAST_WIDTH = 120  # pixels that a name has at least; where it has no more it ends in …


class Fates(QWidget):
    """One line a name, with how often it stands and a choice; nothing is chosen beforehand."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self.choices: dict[Missing, QComboBox] = {}
        self._beyond: tuple[Missing, ...] = ()
        self._rows: list[QWidget] = []
        self.heading = PlainLabel()
        self.heading.setWordWrap(True)
        self.skip_all = button(self.tr("Leave all out"), self.tr("Chooses that for every name below"))
        self.add_all = button(self.tr("Add all labels"), self.tr("Chooses that for every label that can be added"))
        self.skip_all.clicked.connect(lambda: self._choose_all(SKIP))
        self.add_all.clicked.connect(lambda: self._choose_all(ADD))
        buttons = FlowLayout()
        buttons.addWidget(self.skip_all)
        buttons.addWidget(self.add_all)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(self.heading, 0, 0, 1, 2)
        self._grid.addLayout(buttons, 1, 0, 1, 2)
        self.hide()

    def show_names(self, missing: Mapping[Missing, int], scheme: Scheme) -> None:
        """Asks about these names; what was chosen for one that is there again stays chosen."""
        before = {name: combo.currentData() for name, combo in self.choices.items()} if scheme == self._scheme else {}
        self._scheme = scheme
        for row in self._rows:
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows, self.choices = [], {}
        names = list(missing)
        self._beyond = tuple(names[MOST_LINES:])
        for line, name in enumerate(names[:MOST_LINES], start=2):
            self._add_line(line, name, missing[name], before.get(name))
        text = self.tr("The scheme does not have these. What becomes of them?")
        if self._beyond:
            more = self.tr("Further names, which are left out: {count}; a label map on the command line can name them.")
            text = f"{text} {more.format(count=grouped(len(self._beyond)))}"
        self.heading.setText(text)
        self.add_all.setVisible(any(_index(combo, ADD) >= 0 for combo in self.choices.values()))
        self.setVisible(bool(missing))

    def _add_line(self, line: int, name: Missing, count: int, chosen: tuple[str, str] | None) -> None:
        said = self._said(name).format(name=name.name if len(name.name) <= WIDTH else f"{name.name[:WIDTH]}…")
        label = ElidedLabel(shown(f"{grouped(count)} × {said}"))
        label.setMinimumWidth(LEAST_WIDTH)
        combo = told(Choice(), shown(said), self.tr("Whether it is added, stands for another name, or is left out"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.addItem(self.tr("choose …"), (NOTHING, ""))
        combo.addItem(self.tr("leave out"), (SKIP, LEAVE_OUT))
        if name.kind == "label" and self._new_label(name) is not None:
            combo.addItem(self.tr("add to the scheme"), (ADD, ""))
        for goal in self._goals(name):
            combo.addItem(shown(self.tr("take as {name}").format(name=goal)), (MAP, goal))
        if chosen is not None:
            combo.setCurrentIndex(max(0, _index(combo, *chosen)))
        combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        label.setBuddy(combo)
        self._grid.addWidget(label, line, 0)
        self._grid.addWidget(combo, line, 1)
        self._rows += [label, combo]
        self.choices[name] = combo

    def _said(self, name: Missing) -> str:
        words = {
            "label": self.tr("label {name}"),
            "role": self.tr("role {name}"),
            "attribute": self.tr("attribute {name}"),
            "relation": self.tr("relation {name}"),
        }
        return words[name.kind]

    def _new_label(self, name: Missing) -> NewLabel | None:
        assert self._scheme is not None
        found = layer_for(self._scheme, name.name, is_event=name.is_event)
        return found if found is not None and can_be_added(self._scheme, found) else None

    def _goals(self, name: Missing) -> list[str]:
        """What of the scheme a name may stand for, as a label map names it."""
        assert self._scheme is not None
        if name.kind == "label":
            return [f"{label.layer}/{label.name}" for label in self._scheme.labels]
        if name.kind == "role":
            return list(dict.fromkeys(role.name for role in self._scheme.roles))
        if name.kind == "attribute":
            return [f"{one.name}={value}" for one in self._scheme.attributes for value in one.values]
        return []

    def _choose_all(self, fate: str) -> None:
        for combo in self.choices.values():
            index = _index(combo, fate)
            if index >= 0:
                combo.setCurrentIndex(index)

    def open_ones(self) -> list[QComboBox]:
        """The choices that have not been made."""
        return [combo for combo in self.choices.values() if combo.currentData()[0] == NOTHING]

    def label_map(self) -> LabelMap:
        """What stands for what, as chosen; names beyond those shown are left out."""
        tables: dict[str, dict[str, str]] = {"label": {}, "role": {}, "attribute": {}}
        tables["relation"] = tables["role"]
        for name in self._beyond:
            tables[name.kind][name.name] = LEAVE_OUT
        for name, combo in self.choices.items():
            fate, goal = combo.currentData()
            if fate in (SKIP, MAP):
                tables[name.kind][name.name] = goal
            elif fate == ADD and (new := self._new_label(name)) is not None:
                tables[name.kind][name.name] = "/".join(new)
        return LabelMap(tables["label"], tables["role"], tables["attribute"])

    def added(self) -> tuple[NewLabel, ...]:
        """The labels that the scheme is to have."""
        wanted = (self._new_label(name) for name, combo in self.choices.items() if combo.currentData()[0] == ADD)
        return tuple(dict.fromkeys(one for one in wanted if one is not None))


def _index(combo: QComboBox, *fate: str) -> int:
    """Where the choice stands that begins with these words, -1 where it is not; Qt does not compare tuples."""
    return next((line for line in range(combo.count()) if combo.itemData(line)[: len(fate)] == fate), -1)
