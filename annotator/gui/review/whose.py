"""Choosing whose versions Review compares: a tick for each annotator, with what that leaves to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.language import grouped
from annotator.services import comparing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.theme import Theme
    from annotator.store.project import Project

LEAST = 2


class WhoseDialog(Frame):
    """`chosen` are the annotators that are ticked, in the order of the project."""

    def __init__(self, project: Project, chosen: Sequence[str], theme: Theme, *, parent: QWidget | None = None) -> None:
        """`chosen` may be empty: then all are."""
        super().__init__(theme, parent=parent)
        self.set_title(self.tr("Whose versions are compared"))
        everybody = comparing.annotators_of(project)
        self._finished = {name: set(project.ids_with_status(name, "done")) for name in everybody}
        self.boxes: dict[str, QCheckBox] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        for name in everybody:
            count = grouped(len(self._finished[name]))
            said = self.tr("{name} · articles done: {count}").format(name=name, count=count)
            box = told(QCheckBox(shown(said).replace("&", "&&")), shown(said), self.tr("Space changes it"))
            box.setChecked(not chosen or name in chosen)
            box.toggled.connect(self._count)
            column.addWidget(box)
            self.boxes[name] = box
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.counts = self.muted("")
        self.body.addWidget(self.muted(self.tr("Votes, too, count only those that are ticked.")))
        self.body.addWidget(area, 1)
        self.body.addWidget(self.counts)
        self.go = button(self.tr("Compare them"), self.tr("Lists the articles that two or more of them finished"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._take)
        cancel = button(self.tr("Cancel"), self.tr("Leaves all as it was; Escape does it too"))
        cancel.clicked.connect(self.reject)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.go)
        self._count()
        self.fit(480, 360)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Those that are ticked; empty where all are, so that whoever joins later is compared as well."""
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return () if len(ticked) == len(self.boxes) else ticked

    def _count(self) -> None:
        ticked = [self._finished[name] for name, box in self.boxes.items() if box.isChecked()]
        seen: set[str] = set()
        twice: set[str] = set()
        for ids in ticked:
            twice |= seen & ids
            seen |= ids
        said = self.tr("Articles that two or more of them finished: {count}").format(count=grouped(len(twice)))
        self.counts.setText(said)
        self.counts.setAccessibleDescription(said)
        self.refuse("")

    def _take(self) -> None:
        if sum(box.isChecked() for box in self.boxes.values()) < LEAST:
            self.refuse(self.tr("choose at least two annotators"))
            return
        self.accept()
