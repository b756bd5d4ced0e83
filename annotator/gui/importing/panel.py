"""What an import would bring, read in the background and shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import button, told
from annotator.gui.importing.fates import Fates
from annotator.gui.importing.format_names import format_name
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel
from annotator.gui.refusals import in_words, left_out_in_words
from annotator.gui.welcome.work import Work
from annotator.services.importing import Choices
from annotator.services.previewing import Preview, look
from annotator.services.registry import FORMATS
from annotator.services.working import worker
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.services.new_project import Report

MOST_NOTES = 200  # lines of notes and refused files
MOST_LABELS = 12  # labels that are named with their counts
LINES = 5  # of the list of articles that are always seen


class PreviewPanel(QWidget):
    """Format, first articles, what is kept, what has no place in the scheme, notes; `changed` when any of it did."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.problem = ""  # why nothing can be said of the files
        self._theme = theme
        self._sources: tuple[Path, ...] = ()
        self._scheme: Scheme | None = None
        self._project: Path | None = None
        self._work: Work | None = None
        self._number = 0  # of the latest look: what an earlier one still sends does not count
        self._make_controls()
        self._arrange()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._look)
        self.format.currentIndexChanged.connect(lambda _index: self._look_again())
        self.enough.clicked.connect(self._enough)
        self.fates.changed.connect(self.changed)

    def _make_controls(self) -> None:
        self.format = told(
            Choice(), self.tr("Format"), self.tr("As what the files are read; told by their content unless chosen")
        )
        self.format.addItem(self.tr("told by the content"), "")
        for one in FORMATS:
            if one.reader:
                self.format.addItem(f"{format_name(one.name)}  {' '.join(one.extensions)}", one.name)
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.format.setMinimumContentsLength(16)
        self.actor = told(
            QLineEdit(),
            self.tr("Decisions of"),
            self.tr("Whose decisions the annotations become; empty: whom the file names, else “import”"),
        )
        self.actor.setPlaceholderText(self.tr("whom the file names"))
        self.say = PlainLabel()
        self.say.setWordWrap(True)
        self.say.setAccessibleName(self.tr("What would come in"))
        self.bar = told(QProgressBar(), self.tr("Reading"), self.tr("The files are being read; nothing is written"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.enough = button(self.tr("Enough"), self.tr("Stops reading and shows what was seen until then"))
        about = self.tr("The first articles, with what is kept of each and what is not")
        self.list = told(QTreeWidget(), self.tr("First articles"), about)
        self.list.setColumnCount(5)
        self.list.setHeaderLabels(
            [self.tr("Article"), self.tr("Characters"), self.tr("Kept"), self.tr("Left out"), self.tr("Off words")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        for column in range(1, 5):
            self.list.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.kept = PlainLabel()
        self.kept.setWordWrap(True)
        self.kept.set_colour(self._theme.muted)
        self.fates = Fates()
        about = self.tr("Files that are refused with the reason, and what the readers have to say")
        self.notes = told(QListWidget(), self.tr("Notes"), about)
        self.notes.setWordWrap(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self._about_marks: list[QWidget] = [self.actor]
        for line, (title, field) in enumerate(
            ((self.tr("Format"), self.format), (self.tr("Decisions of"), self.actor))
        ):
            label = PlainLabel(title)
            label.setBuddy(field)
            if field is self.actor:
                self._about_marks.append(label)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        reading = QHBoxLayout()
        reading.addWidget(self.bar, 1)
        reading.addWidget(self.enough)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.say)
        column.addLayout(reading)
        column.addWidget(self.list, 1)
        column.addWidget(self.kept)
        column.addWidget(self.fates)
        column.addWidget(self.notes)
        self.list.setMinimumHeight((LINES + 1) * (self.fontMetrics().height() + 10))
        for one in (self.bar, self.enough, self.notes):
            one.hide()
        self._show_marks(False)

    # -- looking ----------------------------------------------------------------------------------------

    @property
    def is_looking(self) -> bool:
        return self._work is not None or self._again.isActive()

    def show_sources(self, sources: Sequence[Path], scheme: Scheme, *, project: Path | None = None) -> None:
        """Looks at these files under that scheme; with a project, says what is in it already."""
        asked = (tuple(sources), scheme, project)
        if asked == (self._sources, self._scheme, self._project) and not self.problem:
            return
        self._sources, self._scheme, self._project = asked
        self._look_again()

    def _look_again(self) -> None:
        if self._scheme is None:
            return
        self.end()
        self._again.start(0)
        self.changed.emit()

    def end(self) -> None:
        """Stops looking, and forgets what an unfinished look has seen."""
        self._number += 1
        self._again.stop()
        work, self._work = self._work, None
        if work is not None:
            work.stop()
            work.wait()
        self._show_reading(False)

    def _enough(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _look(self) -> None:
        sources, scheme, path, number = self._sources, self._scheme, self._project, self._number
        assert scheme is not None
        name = self.format.currentData() or None

        def task(report: Report) -> tuple[int, Preview]:
            return number, _seen(sources, scheme, path, format_name=name, report=report)

        work = self._work = Work(task, parent=self)
        work.advanced.connect(lambda _step, done, _total: self._count(number, done))
        work.succeeded.connect(self._show)
        work.failed.connect(lambda why: self._show((number, Preview()), why))
        work.stopped.connect(lambda: self._show((number, Preview())))
        self.say.setText(self.tr("Reading …"))
        self._show_reading(True)
        self.changed.emit()
        work.start()

    def _show_reading(self, is_reading: bool) -> None:
        self.bar.setVisible(is_reading)
        self.enough.setVisible(is_reading)

    def _count(self, number: int, done: int) -> None:
        if number == self._number and self._work is not None:
            self.say.setText(self.tr("Reading … articles so far: {count}").format(count=grouped(done)))

    def _show(self, result: tuple[int, Preview], why: str = "") -> None:
        number, preview = result
        if number != self._number:
            return
        self.end()
        self.preview, self.problem = preview, why
        self._fill()

    # -- showing ----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        seen = self.preview
        self.list.clear()
        for one in seen.first:
            numbers = [grouped(number) for number in (one.characters, one.kept, one.left_out, one.off_token)]
            title = self.tr("{title} (there already)").format(title=one.title) if one.is_there else one.title
            item = QTreeWidgetItem(self.list, [shown(title[:200]), *numbers])
            for column in range(1, 5):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words = self.tr("{title}: characters {signs}, kept {kept}, left out {out}, off words {off}")
            said = words.format(title=title[:200], signs=numbers[0], kept=numbers[1], out=numbers[2], off=numbers[3])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, shown(said))
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.say.set_outside_text(in_words(self.problem) if self.problem else self._summary())
        self.kept.set_outside_text(self._kept_in_words())
        assert self._scheme is not None
        self._show_marks(bool(seen.annotated or seen.labels or seen.missing or seen.left_out or self.actor.text()))
        self.fates.show_names(seen.missing, self._scheme)
        self._fill_notes()
        self.changed.emit()

    def _show_marks(self, are_there: bool) -> None:
        """Shows what is about annotations; of articles without any it would ask for nothing and count noughts."""
        for one in self._about_marks:
            one.setVisible(are_there)
        for column in range(2, 5):
            self.list.setColumnHidden(column, not are_there)

    def _summary(self) -> str:
        seen = self.preview
        formats = ", ".join(f"{format_name(name)} ({grouped(count)})" for name, count in seen.formats.most_common())
        if not seen.documents:
            return self.tr("There is nothing to import: add files that hold articles, or choose their format.")
        text = self.tr("Articles: {articles} · files: {files} · recognised as {formats}.").format(
            articles=grouped(seen.documents), files=grouped(len(seen.good)), formats=formats
        )
        for count, words in (
            (len(seen.first) * (seen.documents > len(seen.first)), self.tr("The first {count} are listed.")),
            (seen.there, self.tr("In the project already and not added again: {count}.")),
            (seen.again, self.tr("With the text of another and not added twice: {count}.")),
            (len(seen.refused), self.tr("Files that are refused and stay out whole: {count}; the notes say why.")),
        ):
            if count:
                text = f"{text} {words.format(count=grouped(count))}"
        if not seen.is_whole:
            text = f"{text} {self.tr('Not all was read: what the scheme does not have would stop the import.')}"
        return text

    def _kept_in_words(self) -> str:
        seen = self.preview
        if not seen.labels:
            text = self.tr("The text alone comes in: no annotations that the scheme has.")
            return text if seen.documents else ""
        labels = _first_of([f"{name} {grouped(count)}" for name, count in seen.labels.most_common()])
        text = self.tr("Annotations that are kept: {count} ({labels}).").format(
            count=grouped(seen.labels.total()), labels=labels
        )
        known = [f"{name} ({grouped(count)})" for name, count in seen.annotators.most_common() if name]
        if known:
            text = f"{text} {self.tr('The files say whose they are: {names}.').format(names=_first_of(known))}"
        if seen.off_token:
            off = self.tr(
                "Begin or end inside a word: {count} (first {articles} articles with any); they stay as they are."
            )
            text = f"{text} {off.format(count=grouped(seen.off_token), articles=grouped(seen.cut))}"
        if seen.pieces:
            pieces = self.tr("In several pieces: {count}; they stay as they are.")
            text = f"{text} {pieces.format(count=grouped(seen.pieces))}"
        return text

    def _fill_notes(self) -> None:
        seen = self.preview
        self.notes.clear()
        lines = [
            self.tr("Refused: {file}: {why}").format(file=one.path.name, why=in_words(one.problem))
            for one in seen.refused
        ]
        named = {one.name.rpartition("/")[2] for one in seen.missing}  # of a label without its layer
        lines += [
            self.tr("Left out: {count} × {what}").format(count=grouped(count), what=left_out_in_words(what))
            for what, count in seen.left_out.items()
            if not any(name in what for name in named)
        ]
        lines += [in_words(note) for note in seen.notes]
        for line in lines[:MOST_NOTES]:
            self.notes.addItem(shown(line))
        if len(lines) > MOST_NOTES:
            self.notes.addItem(self.tr("… and {count} more").format(count=grouped(len(lines) - MOST_NOTES)))
        self.notes.setVisible(bool(lines))
        self.notes.setFixedHeight(min(4, max(2, len(lines))) * (self.fontMetrics().height() + 14))

    # -- deciding ---------------------------------------------------------------------------------------

    def missing(self) -> tuple[str, QWidget | None]:
        """What has to be done before the import, and where; "" where nothing has."""
        if self.is_looking:
            return self.tr("The files are still being read; a moment, or “Enough”."), None
        if self.problem:
            return in_words(self.problem), self.format
        if not self.preview.documents:
            return self.tr("There is nothing to import in these files."), self.format
        still = self.fates.open_ones()
        if still:
            words = self.tr("Say what becomes of these names; still open: {count}.")
            return words.format(count=grouped(len(still))), still[0]
        return "", None

    def choices(self) -> Choices:
        """What was decided here."""
        return Choices(
            format=self.format.currentData() or None,
            actor=self.actor.text().strip() or None,
            label_map=self.fates.label_map(),
            # What follows from a choice (an attribute that the other label has not) is left out and counted.
            unknown_labels="skip" if self.preview.is_whole else "stop",
            added=self.fates.added(),
        )


def _seen(
    sources: Sequence[Path], scheme: Scheme, project: Path | None, *, format_name: str | None, report: Report
) -> Preview:
    """What is in the files, and where there is a project which of it is there already."""

    def progress(done: int, _total: int) -> None:
        report("look", done, 0)

    with worker() as call:
        if project is None:
            return look(sources, scheme, call, format_name=format_name, progress=progress)
        with Project.open(project, read_only=True) as opened:
            return look(sources, scheme, call, format_name=format_name, project=opened, progress=progress)


def _first_of(words: Sequence[str]) -> str:
    """The first MOST_LABELS of them, and how many more there are."""
    more = f" · +{len(words) - MOST_LABELS}" if len(words) > MOST_LABELS else ""
    return " · ".join(words[:MOST_LABELS]) + more
