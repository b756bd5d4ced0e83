"""The wizard for a new project: articles, scheme, go."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.endings import PROJECT
from annotator.errors import KnownError
from annotator.gui.dialogs.frame import button, call, stacked, told
from annotator.gui.importing.panel import PreviewPanel
from annotator.gui.key_names import with_keys
from annotator.gui.language import spoken_language
from annotator.gui.parts import PlainLabel
from annotator.gui.refusals import in_words
from annotator.gui.theme import desk_font, reading_font
from annotator.gui.welcome.articles import ArticlesStep
from annotator.services.new_project import NewProject, problem_of_target
from annotator.services.schemes import builtin_names, have_rules, load_builtin, load_scheme

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme

SHOWN_LABELS = 40
BESIDE_CHOICE = 26  # pixels from the left of a choice to its words
PREVIEW = 2  # the step that shows what would come in


class SchemeStep(QWidget):
    """Which labels: those of a scheme that comes with the program, or of a file, once that is `taken`."""

    taken = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._file: Path | None = None
        self._theme = theme
        self._about = self.tr("A file that ends in .toml; docs/schemes.md says how one is written")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name in builtin_names():
            scheme = load_builtin(name)
            choice = QRadioButton(_title(scheme))
            choice.setProperty("scheme", name)
            told(choice, _title(scheme), _labels(scheme))
            self._buttons.addButton(choice)
            labels = PlainLabel(_labels(scheme))
            labels.setWordWrap(True)
            labels.setIndent(BESIDE_CHOICE)
            labels.set_colour(theme.muted)
            column.addWidget(choice)
            column.addWidget(labels)
            column.addSpacing(8)
        self.own = QRadioButton(self.tr("A scheme of your own"))
        told(self.own, self.own.text(), self._about)
        self._buttons.addButton(self.own)
        self.choose = button(self.tr("Choose the file …"), self.tr("The file of your own scheme"))
        self.problem = PlainLabel(self._about)
        self.problem.setWordWrap(True)
        self.problem.set_colour(theme.muted)
        self.problem.setIndent(BESIDE_CHOICE)
        self.problem.setAccessibleName(self.tr("About the file"))
        line = QHBoxLayout()
        line.addWidget(self.own)
        line.addWidget(self.choose)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.problem)
        column.addSpacing(8)
        text = self.tr("Add labels, or change them, before the first article")
        said = with_keys(self.tr("The scheme is opened as soon as the project is there; later on too: {key:scheme}."))
        self.own_labels = told(QCheckBox(text), text, said)
        later = PlainLabel(said)
        later.setWordWrap(True)
        later.setIndent(BESIDE_CHOICE)
        later.set_colour(theme.muted)
        column.addWidget(self.own_labels)
        column.addWidget(later)
        column.addStretch(1)
        first = self._buttons.buttons()[0]
        first.setChecked(True)
        self.choose.clicked.connect(self._ask_file)

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Scheme"), "", self.tr("Schemes (*.toml)"))
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Takes a scheme file, or says beside the field what is wrong with it."""
        self.own.setChecked(True)
        try:
            scheme = load_scheme(str(path))
        except KnownError as error:
            self._file = None
            self.problem.set_colour(self._theme.warn)
            self.problem.set_outside_text(in_words(error.said))
            return
        self._file = path
        self.taken.emit()
        self.problem.set_colour(self._theme.muted)
        self.problem.set_outside_text(f"{path.name}: {_title(scheme)} · {_labels(scheme)}")

    def scheme(self) -> str:
        """The name or path of the scheme; "" where the file is missing or not valid."""
        chosen = self._buttons.checkedButton()
        if chosen is not None and chosen is not self.own:
            return str(chosen.property("scheme"))
        if self._file is None and self.problem.text() in ("", self._about):
            self.problem.set_colour(self._theme.warn)
            self.problem.setText(self.tr("Choose the file first."))
        return str(self._file) if self._file is not None else ""


def _title(scheme: Scheme) -> str:
    name = scheme.names.get(spoken_language()) or scheme.names.get("en") or scheme.name
    return f"{name} ({scheme.name} {scheme.version})"


def _labels(scheme: Scheme) -> str:
    names = [label.name for label in scheme.labels]
    more = f" … +{len(names) - SHOWN_LABELS}" if len(names) > SHOWN_LABELS else ""
    return "\u00a0· ".join(names[:SHOWN_LABELS]) + more  # no line begins with a dot


class PlaceStep(QWidget):
    """What the project is called, where it goes, who works in it, and whether to suggest at once."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        home = documents if Path(documents).is_dir() else str(Path.home())
        self.name = told(QLineEdit(), self.tr("Name"), self.tr("The name of the project; its file is called so"))
        self.folder = told(QLineEdit(home), self.tr("Folder"), self.tr("Where the file of the project goes"))
        self.choose = button(self.tr("Choose …"), self.tr("Another folder for the project"))
        self.annotator = told(
            QLineEdit(),
            self.tr("Your name"),
            self.tr("Your decisions are kept under this name; the settings have it too."),
        )
        self._annotator = ""  # as it was shown first
        self.suggest = told(
            QCheckBox(self.tr("Suggest names and events at once")),
            self.tr("Suggest names and events at once"),
            self.tr("Otherwise each article gets its suggestions when it is opened"),
        )
        self.suggest.setChecked(True)
        self.problems: dict[str, PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = {"name": self.name, "folder": self.folder, "annotator": self.annotator}
        for line, (key, field) in enumerate(fields.items()):
            label = PlainLabel(field.accessibleName())
            label.setBuddy(field)
            problem = self.problems[key] = PlainLabel()
            problem.set_colour(theme.warn)
            problem.setWordWrap(True)
            grid.addWidget(label, 2 * line, 0)
            grid.addWidget(field, 2 * line, 1)
            problem.hide()
            grid.addWidget(problem, 2 * line + 1, 1)
            grid.setRowMinimumHeight(2 * line + 1, 8)
        grid.addWidget(self.choose, 2, 2)
        self.problems["annotator"].set_colour(theme.muted)
        self._say("annotator", self.annotator.accessibleDescription())
        grid.addWidget(self.suggest, 6, 1, 1, 2)
        later = self.about_suggesting = PlainLabel()
        later.setWordWrap(True)
        later.set_colour(theme.muted)
        grid.addWidget(later, 7, 1, 1, 2)
        grid.setRowStretch(8, 1)
        grid.setColumnStretch(1, 1)
        in_order = (self.name, self.folder, self.choose, self.annotator, self.suggest)
        for one, following in pairwise(in_order):
            self.setTabOrder(one, following)
        self.choose.clicked.connect(self._ask_folder)
        self.name.textChanged.connect(lambda: self._say("name", ""))
        self.folder.textChanged.connect(lambda: self._say("folder", ""))

    def show_scheme(self, scheme: Scheme) -> None:
        """Offers suggestions from the start where the rules know any label of the scheme; says so where they do not."""
        has_rules = have_rules(scheme)
        if has_rules != self.suggest.isEnabled():
            self.suggest.setEnabled(has_rules)
            self.suggest.setChecked(has_rules)
        said = self.tr("Otherwise each article gets its suggestions when it is opened.")
        if not has_rules:
            said = self.tr(
                "The rules, which are for Dutch news of war, know none of these labels. Suggestions come with what is "
                "learned from your decisions, from the first article that is done."
            )
        self.about_suggesting.setText(said)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the project"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def show_annotator(self, name: str) -> None:
        """The name that decisions would go under."""
        self._annotator = name
        self.annotator.setText(name)

    def other_annotator(self) -> str | None:
        """The name that is wanted instead, "" for that of the login; None where it is to stay."""
        name = " ".join(self.annotator.text().split())
        return None if name == self._annotator else name

    def path(self) -> Path | None:
        """Where the project goes; None where that cannot be, which is said beside the field."""
        name = self.name.text().strip().removesuffix(PROJECT)
        words = {
            "name": self.tr("A name, without / or \\ in it and without a point before it."),
            "taken": self.tr("There is a project of that name in the folder already."),
            "folder": self.tr("There is no such folder."),
        }
        wrong = problem_of_target(self.folder.text(), name)
        self._say("name", words[wrong] if wrong in ("name", "taken") else "")
        self._say("folder", words[wrong] if wrong == "folder" else "")
        if wrong:
            (self.folder if wrong == "folder" else self.name).setFocus()
            return None
        return Path(self.folder.text()).expanduser() / f"{name}{PROJECT}"

    def _say(self, field: str, text: str) -> None:
        self.problems[field].setText(text)
        self.problems[field].setVisible(bool(text))


class Wizard(QWidget):
    """Four steps, back and forth; `wanted` says what project is to be made."""

    wanted = Signal(object)  # NewProject
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticlesStep(theme)
        self.schemes = SchemeStep(theme)
        self.panel = PreviewPanel(theme)
        self.place = PlaceStep(theme)
        self.heading = PlainLabel()
        self.heading.setFont(reading_font(self.font().pointSizeF() * 1.6))
        self.where = PlainLabel()
        self.where.setFont(desk_font(9.5))
        self.where.set_colour(theme.muted)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.problem.set_colour(theme.warn)
        self.problem.setAccessibleName(self.tr("What is missing"))
        self.stack = stacked(self.articles, self.schemes, self.panel, self.place)
        self.back = button(self.tr("Back"), self.tr("To the step before"))
        self.on = button(self.tr("Next"), self.tr("To the next step"))
        self.on.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.where, self.heading):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.problem)
        column.addLayout(line)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self.go_on)
        self.articles.changed.connect(self._follow_files)
        self.panel.changed.connect(lambda: self._refuse(""))
        self.schemes.taken.connect(self.on.setFocus)
        self.turn(0)

    def turn(self, step: int) -> None:
        """Shows a step."""
        self.stack.setCurrentIndex(step)
        headings = (
            self.tr("Which articles?"), self.tr("Which labels?"),
            self.tr("What will come in?"), self.tr("Name and place"),
        )  # fmt: skip
        self.heading.setText(headings[step])
        self.where.setText(self.tr("New project · step {step} of {count}").format(step=step + 1, count=len(headings)))
        if step == len(headings) - 1:
            call(self.on, self.tr("Make the project"), self.tr("Reads the articles and opens the project"))
        else:
            call(self.on, self.tr("Next"), self.tr("To the next step"))
        self._refuse("")
        if step == PREVIEW:
            self.panel.show_sources([one.path for one in self.articles.good], load_scheme(self.schemes.scheme()))
        first: tuple[QWidget, ...] = (self.articles.files, self.schemes, self.panel.format, self.place.name)
        first[step].setFocus()
        if step == 1:
            self.schemes.focusNextChild()
        if step == len(headings) - 1:
            self.place.show_scheme(load_scheme(self.schemes.scheme()))
        if step == len(headings) - 1 and not self.place.name.text():
            self.place.name.setText(self._proposed_name())
            self.place.name.selectAll()

    def _follow_files(self) -> None:
        """Enter goes on with the files that were just chosen, rather than asking for more."""
        self._refuse("")
        if self.articles.good and self.window().focusWidget() in (self.articles.files, self.articles.folder):
            self.on.setFocus()

    def _proposed_name(self) -> str:
        sources = self.articles.sources
        return sources[0].stem if len(sources) == 1 else self.tr("articles")

    def go_on(self) -> None:
        """To the next step, or to the making, where nothing is missing."""
        step = self.stack.currentIndex()
        if step == 0 and not self._has_articles():
            return
        if step == 1 and not self._has_scheme():
            return
        if step == PREVIEW and not self._is_decided():
            return
        if step < self.stack.count() - 1:
            self.turn(step + 1)
            return
        path = self.place.path()
        if path is not None:
            sources, choices = tuple(self.panel.preview.good), self.panel.choices()
            has_suggestions = self.place.suggest.isChecked()
            self.wanted.emit(NewProject(path, self.schemes.scheme(), sources, has_suggestions, choices))

    def _has_articles(self) -> bool:
        if self.articles.is_looking:
            self._refuse(self.tr("The files are still being looked at; a moment."))
        elif not self.articles.good:
            self._refuse(self.tr("Add the articles first: files, or a folder that holds some."))
        else:
            return True
        return False

    def _has_scheme(self) -> bool:
        """Whether there is a scheme; its file may have changed since it was chosen."""
        name = self.schemes.scheme()
        try:
            return bool(name and load_scheme(name))
        except KnownError as error:
            self.refuse(error.said)
            return False

    def _is_decided(self) -> bool:
        """Whether nothing of the preview is left to be decided; says what is."""
        why, where = self.panel.missing()
        if where is not None:
            where.setFocus()
        self._refuse(why)
        return not why

    def end(self) -> None:
        """Looks at no files any more."""
        self.articles.end()
        self.panel.end()

    def _refuse(self, why: str) -> None:
        self.problem.setText(why)

    def refuse(self, why: str) -> None:
        """Says why the project could not be made."""
        self.problem.set_outside_text(in_words(why))

    def _back(self) -> None:
        step = self.stack.currentIndex()
        if step:
            self.turn(step - 1)
        else:
            self.left.emit()
