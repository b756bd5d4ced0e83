"""The dialog in which a lead sets how a project is worked on: learning, controls, planted suggestions, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from annotator.errors import KnownError
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.parts import PlainLabel
from annotator.services.conduct import MOST, conduct_of, set_conduct

if TYPE_CHECKING:
    from annotator.gui.theme import Theme
    from annotator.store.project import Project


class LeadDialog(Frame):
    """Shows what is set in the project and keeps what is changed; Escape leaves all as it was."""

    def __init__(self, project: Project, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._project = project
        self.wants_scheme = False  # whether it was left for the dialog of the scheme
        self.set_title(self.tr("For the lead"))
        now = conduct_of(project)
        self.learns = told(
            QCheckBox(self.tr("The window learns from decisions")), self.tr("The window learns from decisions"),
            self.tr("Off: suggestions come from the rules alone"),
        )  # fmt: skip
        self.learns.setChecked(now.learns)
        self.controls = self._share(self.tr("Control articles"), self.tr("Articles without suggestions, in a hundred"))
        self.controls.setValue(round(100 * now.controls))
        self.planted = self._share(self.tr("Planted suggestions"), self.tr("Wrong suggestions for a hundred real ones"))
        self.planted.setValue(round(100 * now.planted))
        self.order = told(Choice(), self.tr("Order of the list"), self.tr("Where the annotator asks for no other"))
        for value, text in (
            ("import", self.tr("As imported")), ("date", self.tr("Oldest first")),
            ("teaching", self.tr("What teaches most first")), ("easiest", self.tr("Easiest first")),
        ):  # fmt: skip
            self.order.addItem(text, value)
        self.order.setCurrentIndex(self.order.findData(now.order))
        self._assemble()
        self.fit(620, 470)

    def _share(self, name: str, about: str) -> QSpinBox:
        made = told(QSpinBox(), name, about)
        made.setRange(0, round(100 * MOST))
        made.setSuffix(" %")
        return made

    def _assemble(self) -> None:
        about = self.tr(
            "How this project is worked on, by everyone who works in it or in a work package made from now on."
        )
        self.body.addWidget(self.muted(about))
        self.body.addWidget(self.learns)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, (control, about) in enumerate(
            (
                (self.controls, self.tr(
                    "They are drawn once for ever and show what suggestions do to the work. Annotators are told which "
                    "they are."
                )),
                (self.planted, self.tr(
                    "They are wrong on purpose and show whether suggestions are read. Annotators are told that there "
                    "may be some, not which. Nothing is learned from them, and none is exported as a suggestion. They "
                    "come with suggestions and into work packages made from now on; one that is accepted is a wrong "
                    "label until somebody mends it."
                )),
                (self.order, self.tr("An annotator can choose another in the filter of the list.")),
            )
        ):  # fmt: skip
            label = PlainLabel(control.accessibleName())
            label.setWordWrap(True)
            label.setBuddy(control)
            grid.addWidget(label, 3 * row, 0)
            grid.addWidget(control, 3 * row, 1)
            grid.addWidget(self.muted(about), 3 * row + 1, 0, 1, 2)
            grid.setRowMinimumHeight(3 * row + 2, 12)  # an explanation stands with what it explains
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        keep = button(self.tr("Keep"), self.tr("Keeps this for the project, for everyone who works in it"))
        keep.clicked.connect(self.keep)
        keep.setDefault(True)
        cancel = button(self.tr("Cancel"), self.tr("Leaves all as it was; Escape does it too"))
        cancel.clicked.connect(self.reject)
        scheme = button(self.tr("Scheme …"), self.tr("Leaves all here as it was, and goes on to labels and keys"))
        scheme.clicked.connect(self._go_on_to_scheme)
        self.buttons.addWidget(scheme)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(keep)

    def _go_on_to_scheme(self) -> None:
        self.wants_scheme = True
        self.reject()

    def keep(self) -> None:
        """Keeps what was set and closes, or says why not."""
        try:
            set_conduct(
                self._project, learns=self.learns.isChecked(), controls=self.controls.value() / 100,
                planted=self.planted.value() / 100, order=self.order.currentData(),
            )  # fmt: skip
        except KnownError as error:
            self.refuse(error.said)
            return
        self.accept()
