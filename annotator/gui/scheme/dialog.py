"""The dialog of the scheme: what it has on the left, one thing at a time on the right, what changes below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from annotator.core import scheme_editing as editing
from annotator.core.scheme import Attribute, Label, Role
from annotator.core.scheme_changes import compare, gone, obstacles
from annotator.core.toml_table import LONGEST_TEXT, paragraphs
from annotator.errors import KnownError
from annotator.gui.dialogs.frame import MARGIN, Frame, button, stacked, told
from annotator.gui.flow import FlowLayout
from annotator.gui.inspector.guideline import HEIGHT as GUIDELINE
from annotator.gui.inspector.guideline import GuidelineSheet
from annotator.gui.language import grouped, spoken_language
from annotator.gui.parts import PlainLabel
from annotator.gui.scheme.forms import AttributeForm, Form, LabelForm, RoleForm, SchemeForm
from annotator.gui.scheme.things import SCHEME, Things, Which, found, part_of, which
from annotator.gui.scheme.words import change_words, obstacle_words, problem_words, use_words, warnings
from annotator.gui.welcome.work import Work
from annotator.services import scheme_versions
from annotator.services.schemes import PLAIN
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from annotator.core.scheme import Scheme
    from annotator.core.scheme_changes import Obstacle, Part, Use
    from annotator.core.scheme_editing import Thing
    from annotator.gui.theme import Theme

BAR = 16  # pixels of a scroll bar
BETWEEN = 18  # pixels between list and form
MOST_OF_IT = 0.6  # of the dialog that a form takes at most
LINES = 3  # of changes that are seen at once
FORMS = ("label", "role", "attribute", "scheme", "heading")


def own_language(texts: Mapping[str, str]) -> str:
    """The language of the window, where there is a text in it or none at all; else one that there is."""
    own = spoken_language()
    return own if own in texts or not texts else next(iter(texts))


def counting(path: Path, parent: QWidget) -> Work:
    """Counts who uses what, in a thread of its own: in a large project that takes seconds."""

    def count(_report: object) -> Mapping[Part, Use]:
        with Project.open(path, read_only=True) as beside:
            return beside.uses()

    return Work(count, parent=parent)


class SchemeDialog(Frame):
    """Works on a scheme of its own; Save makes that the next version of the project's, Escape leaves all as it was."""

    def __init__(
        self,
        project: Project,
        theme: Theme,
        *,
        actor: str,
        at: Which = SCHEME,
        uses: Mapping[Part, Use] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`uses` says who uses what; without it that is counted beside, in a connection of its own."""
        super().__init__(theme, parent=parent)
        self._project = project
        self._actor = actor
        self.present = self.scheme = scheme_versions.in_force(project)
        self._uses: Mapping[Part, Use] = uses or {}
        self._counting: Work | None = None
        self.is_counted = uses is not None  # who uses what; or it was tried, and saving alone will tell
        self._ruled = {(rule.layer, rule.label) for rule in project.rules()}
        self._obstacles: tuple[Obstacle, ...] = ()
        self._is_warned = False
        self._holders = sorted({one.annotator for one in project.assignments()})
        self.set_title(self.tr("Scheme"))
        self._make_parts(uses)
        self._assemble()
        self._show(at)
        self.fit(960, 710)
        self._share_room()
        self.things.setFocus()
        if uses is None:
            self._count(project.path)

    def _make_parts(self, uses: Mapping[Part, Use] | None) -> None:
        self.things = Things(self.theme)
        self.things.chosen.connect(self._choose)
        self.things.more_wanted.connect(self.add_thing)
        self.things.less_wanted.connect(self.remove_thing)
        self.more = button(self.tr("Add"), self.tr("Adds what the chosen heading is about; Insert does it too"))
        self.more.clicked.connect(self.add_thing)
        self.labels, self.roles = LabelForm(self.theme), RoleForm(self.theme)
        self.attributes, self.itself = AttributeForm(self.theme), SchemeForm(self.theme)
        for form in (self.labels, self.roles, self.attributes):
            form.present = self.present
            if uses is not None:
                form.take_uses(uses)
            form.changed.connect(self._take)
            form.guideline_wanted.connect(self.edit_guideline)
            form.removal_wanted.connect(self.remove_thing)
        self.itself.changed.connect(partial(self._take, thing=None))
        about = self.muted(
            self.tr("A thing of the list on the left is changed here. New ones come under the heading that is chosen.")
        )
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = stacked(self.labels, self.roles, self.attributes, self.itself, about)
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.changes = told(QListWidget(), self.tr("Changes"), self.tr("What saving changes, line by line"))
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.changes.setWordWrap(True)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes.setFixedHeight(LINES * (self.fontMetrics().height() + 9) + 6)
        self.changes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        text = self.tr("Withdraw suggestions of what is removed")
        self.withdraw = told(QCheckBox(text), text, self.tr("Suggestions that use it are taken away with it"))

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.things, 1)
        below = FlowLayout()
        below.addWidget(self.more)
        left.addLayout(below)
        middle = QHBoxLayout()
        middle.setSpacing(BETWEEN)
        middle.addLayout(left, 1)
        middle.addWidget(self.stack, 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.changes)
        self.body.addWidget(self.withdraw)
        self.save = button(self.tr("Save"), self.tr("Makes it the next version; Ctrl+Enter does it too"))
        self.save.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"), self.tr("Leaves all as it was; Escape does it too"))
        cancel.clicked.connect(super().reject)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.save)

    def _share_room(self) -> None:
        """Gives the forms the width that they ask for, as far as the list and the button below it leave it."""
        widest = max(one.minimumSizeHint().width() for one in (self.labels, self.roles, self.attributes, self.itself))
        left = self.width() - 2 * MARGIN - BETWEEN - self.more.minimumSizeHint().width()
        self.stack.setMinimumWidth(max(0, min(widest + BAR, round(MOST_OF_IT * self.width()), left)))

    # -- who uses what ----------------------------------------------------------------------------------

    def _count(self, path: Path) -> None:
        work = self._counting = counting(path, self)
        work.succeeded.connect(self._take_uses)
        work.failed.connect(self._go_on_uncounted)
        work.start()

    def _take_uses(self, uses: Mapping[Part, Use]) -> None:
        self.is_counted = True
        self._uses = uses
        for form in (self.labels, self.roles, self.attributes):
            form.take_uses(uses)
        self.things.show_scheme(self.scheme, self.present, uses, self.things.line)
        self._tell()

    def _go_on_uncounted(self, why: str) -> None:
        """Says why it could not be counted; what is in use is not let go all the same, as saving asks the project."""
        self.is_counted = True
        self.refuse(why)

    def _refuse_uncounted(self) -> None:
        self.refuse(self.tr("Who uses what is still being counted; try again in a moment."))

    def done(self, result: int) -> None:
        """Waits for what is counted: it may not outlive the dialog."""
        if self._counting is not None:
            self._counting.wait()
        super().done(result)

    # -- what is shown ----------------------------------------------------------------------------------

    def _show(self, at: Which) -> None:
        """Shows the list, the thing at hand and the changes."""
        self.things.show_scheme(self.scheme, self.present, self._uses, at)
        self._choose(self.things.line)
        self._tell()

    def _choose(self, line: Which) -> None:
        """Shows the form of a line of the list."""
        self.refuse("")
        thing = found(self.scheme, line)
        names = {"label": self.tr("Add label"), "role": self.tr("Add role"), "attribute": self.tr("Add attribute")}
        layer = self.scheme.layer(line.layer)
        is_type = line.kind == "label" and layer is not None and layer.is_event
        text = self.tr("Add event type") if is_type else names.get(line.kind, self.tr("Add label"))
        self.more.setText(text)
        self.more.setAccessibleName(text)
        self._share_room()
        form = self._form(thing)
        if line == SCHEME:
            self.itself.show_scheme(self.scheme)
        if thing is None or form is None:
            self.stack.setCurrentIndex(FORMS.index("scheme" if line == SCHEME else "heading"))
            return
        form.show_thing(self.scheme, thing, is_new=found(self.present, line) is None)
        self.stack.setCurrentIndex(FORMS.index(line.kind))

    def _form(self, thing: Thing | None) -> Form | None:
        if isinstance(thing, Label):
            return self.labels
        if isinstance(thing, Role):
            return self.roles
        return self.attributes if isinstance(thing, Attribute) else None

    def _take(self, scheme: Scheme, thing: Thing | None) -> None:
        """Takes over what a form has changed; the form shows it already."""
        self.refuse("")
        self._is_warned = False
        self.scheme = scheme
        self.things.show_scheme(scheme, self.present, self._uses, SCHEME if thing is None else which(thing))
        self._tell()

    def _tell(self) -> None:
        """Says what would be saved, and what stands in the way of it."""
        changes = compare(self.present, self.scheme)
        self._obstacles = obstacles(self.present, self.scheme, self._uses)
        self.changes.clear()
        for line in warnings(self._obstacles, self._holders if gone(self.present, self.scheme) else ()):
            self.changes.addItem(f"! {line}")
        for change in changes:
            self.changes.addItem(change_words(change))
        if changes:
            said = self.tr("Changes: {count}. Saving makes version {version} of the scheme.")
            self.told.setText(said.format(count=grouped(len(changes)), version=self.present.version + 1))
        else:
            self.told.setText(self.tr("Nothing is changed. This is version {n}.").format(n=self.present.version))
        self.changes.setVisible(bool(changes))
        self.withdraw.setVisible(any(not one.use.spans for one in self._obstacles))

    # -- what is done -----------------------------------------------------------------------------------

    def add_thing(self) -> None:
        """Adds a thing of the kind that is chosen, and asks for its name."""
        line, scheme = self.things.line, self.scheme
        first = scheme.layers[0].name
        made: Thing
        if line.kind == "role":
            self.scheme, made = editing.with_role(scheme, line.layer)
        elif line.kind == "attribute":
            self.scheme, made = editing.with_attribute(scheme, line.layer)
        else:
            thing = found(scheme, line)
            colour = thing.colour if isinstance(thing, Label) else PLAIN
            self.scheme, made = editing.with_label(scheme, line.layer or first, colour)
        self._show(which(made))
        form = self._form(made)
        if form is not None:
            form.name.setFocus()
            form.name.selectAll()

    def remove_thing(self) -> None:
        """Takes out the thing at hand, unless spans use it or something would be left empty."""
        line = self.things.line
        thing, part = found(self.scheme, line), part_of(line)
        use = self._uses.get(part) if part is not None else None
        if thing is None:
            self.refuse(self.tr("choose what is to be removed"))
            return
        if not self.is_counted:
            self._refuse_uncounted()
            return
        if use is not None and use.spans and found(self.present, line) is not None:
            way = self.tr("It cannot be removed: relabel or delete those first; the concordance finds them by label.")
            self.refuse(f"{use_words(use)} {way}")
            return
        after = editing.without(self.scheme, thing)
        if isinstance(after, editing.Problem):
            self.refuse(self.tr("It cannot be removed: {why}.").format(why=problem_words(after)))
            return
        self.scheme = after
        self._show(line._replace(name=""))
        self.things.setFocus()

    def edit_guideline(self) -> None:
        """Opens what the guideline says of the thing at hand."""
        thing = found(self.scheme, self.things.line)
        form = self._form(thing)
        if thing is None or form is None:
            return
        # Where a guideline was changed in the project, its text is there for every language.
        is_ruled = isinstance(thing, Label) and (thing.layer, thing.name) in self._ruled
        language = self.scheme.language if is_ruled else own_language(thing.guideline)
        text = thing.guideline.get(language, "")
        title = self.tr("Guideline of {label} ({language})").format(label=thing.name, language=language)
        note = self.tr("It is saved with the scheme. **bold**, *italic*, # heading, - item")
        sheet = GuidelineSheet(title, text, self.theme, over=self, note=note)
        sheet.most = LONGEST_TEXT  # of a scheme file; the text stays there until it fits
        sheet.written.connect(partial(self._take_guideline, which(thing), language))
        sheet.closed.connect(partial(form.guideline.setFocus, Qt.FocusReason.PopupFocusReason))
        sheet.show_over(height=GUIDELINE, focus=sheet.field)

    def _take_guideline(self, line: Which, language: str, text: str) -> None:
        thing = found(self.scheme, line)
        if thing is None:
            return
        after = thing._replace(guideline={**thing.guideline, language: paragraphs(text)})
        self.scheme = editing.replaced(self.scheme, thing, after)
        self._show(line)

    def keep(self) -> None:
        """Makes the scheme the project's next version and closes, or says why not."""
        for form in (self.labels, self.roles, self.attributes, self.itself):
            wrong = form.problem() if form.isVisibleTo(self) else None
            if wrong is not None:
                self.refuse(self.tr("{field}: {why}").format(field=wrong[0].accessibleName(), why=wrong[1]))
                wrong[0].setFocus()
                return
        if gone(self.present, self.scheme) and not self.is_counted:
            self._refuse_uncounted()
            return
        hard = next((one for one in self._obstacles if one.use.spans), None)
        if hard is not None:
            self.refuse(obstacle_words(hard))
            return
        if self._obstacles and not self.withdraw.isChecked():
            said = self.tr("{what}: tick that they are withdrawn, or keep it")
            self.refuse(said.format(what=obstacle_words(self._obstacles[0])))
            self.withdraw.setFocus()
            return
        try:
            wanted = scheme_versions.checked(self.scheme)
            scheme_versions.change(self._project, wanted, actor=self._actor, withdraw=self.withdraw.isChecked())
        except KnownError as error:
            self.refuse(error.said)
            return
        self.accept()

    def reject(self) -> None:
        """Escape and the window's own button: what was changed is not thrown away by one stroke."""
        if self.changes.count() and not self._is_warned:
            self._is_warned = True
            self.refuse(self.tr("The changes are not saved. Esc once more leaves all as it was."))
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
            return
        super().keyPressEvent(event)
