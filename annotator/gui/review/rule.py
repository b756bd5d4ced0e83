"""A rule of the guideline drafted from a place where annotators differ, and the spans to be seen again for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit

from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.parts import PlainLabel
from annotator.gui.review.words import aliases
from annotator.services import guidelines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.core.document import Document
    from annotator.gui.review.deciding import Deciding
    from annotator.gui.review.reader import Going
    from annotator.gui.theme import Theme
    from annotator.services.guidelines import Draft
    from annotator.store.assignments import Rule
    from annotator.store.project import Project

MOST = 2_000  # spans listed for a second look
WHERE = Qt.ItemDataRole.UserRole
Look = tuple[str, str, str, int, str]  # document, its title, annotator, start, text


def second_looks(project: Project, rule: Rule, going: Going) -> list[Look]:
    """The spans to be seen again; for a thread of its own."""
    found: list[Look] = []
    read: dict[str, Document] = {}
    for one in islice(guidelines.second_look(project, rule), MOST):
        if one.document not in read:
            read = {one.document: project.document(one.document)}
        document = read[one.document]
        text = covered(document.text, one.span.fragments)
        found.append((one.document, document.title or one.document, one.annotator, one.span.start, text))
        going(len(found), MOST)
    return found


class RuleDialog(Frame):
    """Shows the place and both versions as the example, takes the text of the rule, lists what to see again."""

    annotate_wanted = Signal(str, int)  # document, position
    saved = Signal(object)  # Rule

    def __init__(
        self, deciding: Deciding, draft: Draft, names: Mapping[str, str], theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._deciding = deciding
        self._draft = draft
        self._names = names
        self._label = draft.label
        self._written: dict[str, str] = {}  # by label
        self._show_title()
        self.body.addWidget(self.muted(self.tr("The example, with every version of it:")))
        for line in self._example().split("\n"):
            example = PlainLabel()
            example.setWordWrap(True)
            example.set_outside_text(line)  # line by line: in texts from outside a line break is shown as a sign
            self.body.addWidget(example)
        self.label = told(
            Choice(), self.tr("Label"), self.tr("The label that the rule is about: those that somebody chose here")
        )
        self.label.addItems(list(draft.texts))
        self.label.activated.connect(lambda _index: self._choose())
        if len(draft.texts) > 1:
            self._offer_labels()
        self.text = told(
            QPlainTextEdit(),
            self.tr("Text of the rule"),
            self.tr("What the guideline says of the label from now on; Tab leaves the field"),
        )
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(draft.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)  # a rule goes on where the guideline ends
        self.body.addWidget(self.text, 1)
        self.about = self.muted(self.tr("Saving raises the guideline's version; annotators are told of it."))
        self.body.addWidget(self.about)
        self.again = told(
            QListWidget(),
            self.tr("Spans to see again"),
            self.tr("Spans of this label from before the rule; Enter opens one in Annotate"),
        )
        self.again.hide()
        self.again.itemActivated.connect(self._open)
        self.body.addWidget(self.again, 2)
        self.save = button(self.tr("Save the rule"), self.tr("The guideline says this from now on"))
        self.save.clicked.connect(self._save)
        closing = self.add_close(self.tr("Close"))
        self.buttons.addWidget(self.save)
        self.setTabOrder(closing, self.save)
        self.fit(640, 560)
        self.text.setFocus()

    def _offer_labels(self) -> None:
        about = PlainLabel(self.tr("The rule is about"))
        about.setBuddy(self.label)
        line = QHBoxLayout()
        line.addWidget(about)
        line.addWidget(self.label)
        line.addStretch(1)
        self.body.addLayout(line)

    def _show_title(self) -> None:
        self.set_title(self.tr("Rule for {label}").format(label=self._label))

    def _choose(self) -> None:
        """Takes another label; what was written for the one before is there when that is chosen again."""
        self._written[self._label] = self.text.toPlainText()
        self._label = self.label.currentText()
        self.text.setPlainText(self._written.get(self._label, self._draft.texts[self._label]))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._show_title()

    def _example(self) -> str:
        one = self._draft.example
        lines = ["…\u00a0" + " ".join(f"{one['before']}[{one['text']}]{one['after']}".split()) + "\u00a0…"]
        for version in one["versions"]:
            who = ", ".join(self._names.get(name, name) for name in version["annotators"])
            what = f"{version['label']} “{version['text']}”" if version["label"] else self.tr("nothing")
            lines.append(f"{who}: {what}")
        return "\n".join(lines)

    def _kept_example(self) -> dict[str, Any]:
        """The example as it goes into the guideline: without names where annotators are shown without."""
        one = dict(self._draft.example)
        one["versions"] = [
            {**version, "annotators": [self._names.get(name, name) for name in version["annotators"]]}
            for version in one["versions"]
        ]
        return one

    def _save(self) -> None:
        session = self._deciding.session
        try:
            rule = guidelines.change(
                session.project, session.scheme, layer=self._draft.layer, label=self._label,
                text=self.text.toPlainText(), actor=session.actor, examples=[self._kept_example()],
            )  # fmt: skip
        except KnownError as error:
            self.refuse(error.said)
            return
        self.refuse("")
        self.save.setEnabled(False)
        self.label.setEnabled(False)
        self.text.setReadOnly(True)
        self.heading.setText(
            self.tr("{label}: guideline version {version}").format(label=rule.label, version=rule.version)
        )
        self.saved.emit(rule)

    def show_again(self, looks: Sequence[Look]) -> None:
        """Lists the spans of the label from before."""
        self.again.show()
        self.again.clear()
        self.about.setText(self.again.accessibleDescription())
        if not looks:
            self.again.addItem(self.tr("No span of this label stands from before."))
        named: dict[str, Mapping[str, str]] = {}
        everybody = sorted({annotator for _, _, annotator, _, _ in looks})
        for document, title, annotator, start, text in looks:
            if self._names and document not in named:
                named[document] = aliases(document, everybody)  # dealt anew: nobody is known by a number
            who = named.get(document, {}).get(annotator, annotator)
            item = QListWidgetItem(shown(f"{' '.join(text.split())} · {who} · {title}"), self.again)
            item.setData(WHERE, (document, start))
        self.again.setCurrentRow(0)
        self.again.setFocus()

    def _open(self, item: QListWidgetItem) -> None:
        where = item.data(WHERE)
        if where is not None:
            self.annotate_wanted.emit(*where)
            self.accept()


def drafted(deciding: Deciding, language: str, refuse: Callable[[str], None]) -> Draft | None:
    """A draft from the place at hand; says why where there is none."""
    review, place, session = deciding.review, deciding.place, deciding.session
    if review is None or place is None:
        return None
    try:
        return guidelines.draft(session.project, session.scheme, review, place, language=language)
    except KnownError as error:
        refuse(error.said)
        return None
