"""Exporting from the window: whose decisions, as what, where to; then the work with its count, then what came out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice, layer_name
from annotator.gui.dialogs.frame import Frame, button, stacked, told
from annotator.gui.importing.format_names import format_name
from annotator.gui.language import grouped
from annotator.gui.parts import PlainLabel
from annotator.gui.refusals import in_words
from annotator.gui.welcome.work import Work, WorkPage
from annotator.services.comparing import GOLD
from annotator.services.exporting import SUGGESTIONS, ExportRequest, export
from annotator.services.registry import FORMATS, Format
from annotator.services.working import worker
from annotator.store.project import Project

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.services.export_report import ExportReport
    from annotator.services.new_project import Report

CHOICES, WORK, OUTCOME = range(3)
MOST_REASONS = 6
_CODE = re.compile("`([^`]*)`")  # as the command line has it; here nobody reads Markdown
FIRST = "spacy"  # what a new dialog stands at: what the labels are made for


class ChoicesPage(QWidget):
    """Format, whose decisions, which layers and documents, and the place."""

    def __init__(self, project: Project, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self._project = project
        self.formats: dict[str, Format] = {one.name: one for one in FORMATS if one.writer}
        self.format = told(Choice(), self.tr("Format"), self.tr("What the files are written for"))
        for one in self.formats.values():
            self.format.addItem(format_name(one.name), one.name)
        self.about = PlainLabel()
        self.about.setWordWrap(True)
        self.about.set_colour(theme.muted)
        self.source = told(Choice(), self.tr("Decisions of"), self.tr("Whose labels are exported"))
        actors = project.actors()
        for name in sorted(actors, key=lambda one: (one != GOLD, one)):
            self.source.addItem(shown(name), name)
        self.source.addItem(self.tr("nobody: the suggestions"), SUGGESTIONS)
        said = self.tr("Only articles that are done")
        self.only_done = told(QCheckBox(said), said, self.tr("Otherwise those that are not are written too"))
        self.layers: dict[str, QCheckBox] = {}
        for layer in scheme.layers:
            name = layer_name(scheme, layer.name)
            self.layers[layer.name] = told(QCheckBox(name), name, self.tr("Whether labels of this layer are written"))
        self.place = told(QLineEdit(), self.tr("Where to"), self.tr("The file or folder that is written"))
        self.choose = button(self.tr("Choose …"), self.tr("Another place"))
        self.choose.clicked.connect(self._choose)
        self._own = ""  # the place that was proposed; one that was typed stays
        self._assemble()
        self.format.currentIndexChanged.connect(lambda _index: self._follow_format())
        self.source.currentIndexChanged.connect(lambda _index: self._follow_source())
        for box in self.layers.values():
            box.setChecked(True)
        self.format.setCurrentIndex(max(0, self.format.findData(FIRST)))
        self._follow_format()
        self._follow_source()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        place = QHBoxLayout()
        place.setSpacing(10)
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        layers = QHBoxLayout()
        layers.setSpacing(16)
        for box in self.layers.values():
            layers.addWidget(box)
        layers.addStretch(1)
        rows = (
            (self.tr("Format"), self.format), (self.tr("Decisions of"), self.source), (self.tr("Where to"), self.place),
        )  # fmt: skip
        names = []
        for text, control in rows:
            name = PlainLabel(text)
            name.setBuddy(control)
            names.append(name)
        grid.addWidget(names[0], 0, 0)
        grid.addWidget(self.format, 0, 1)
        grid.addWidget(self.about, 1, 1)
        grid.addWidget(names[1], 2, 0)
        grid.addWidget(self.source, 2, 1)
        grid.addWidget(self.only_done, 3, 1)
        grid.addWidget(PlainLabel(self.tr("Layers")), 4, 0)
        grid.addLayout(layers, 4, 1)
        grid.addWidget(names[2], 5, 0)
        grid.addLayout(place, 5, 1)
        column.addLayout(grid)
        column.addStretch(1)

    def chosen(self) -> Format:
        """The format that is chosen."""
        return self.formats[self.format.currentData()]

    def _follow_format(self) -> None:
        one = self.chosen()
        written = self.tr("A folder.") if one.is_folder else self.tr("A file.")
        said = _CODE.sub(r"“\1”", purpose(one))
        self.about.setText(f"{said} {written}")
        if self.place.text() == self._own:
            self._own = str(proposed(self._project.path, one))
            self.place.setText(self._own)

    def _follow_source(self) -> None:
        """Unfinished articles would teach that what is not labelled yet is nothing: only done ones, where any are."""
        source = self.source.currentData()
        is_person = source != SUGGESTIONS
        self.only_done.setEnabled(is_person)
        self.only_done.setChecked(is_person and bool(self._project.ids_with_status(source, "done")))

    def _choose(self) -> None:
        one = self.chosen()
        if one.is_folder:
            name = QFileDialog.getExistingDirectory(self, self.tr("Folder for the export"), self.place.text())
            name = str(Path(name) / f"{self._project.path.stem}-{one.name}") if name else ""
        else:
            name, _ = QFileDialog.getSaveFileName(self, self.tr("File for the export"), self.place.text())
        if name:
            self.place.setText(name)

    def request(self) -> ExportRequest | str:
        """What is to be exported, or why that cannot be told."""
        if not self.place.text().strip():
            return self.tr("choose where the files are to go")
        layers = tuple(name for name, box in self.layers.items() if box.isChecked())
        if not layers:
            return self.tr("choose at least one layer")
        return ExportRequest(
            format=self.chosen().name,
            out=Path(self.place.text().strip()).expanduser(),
            source=self.source.currentData(),
            layers=() if len(layers) == len(self.layers) else layers,
            only_done=self.only_done.isChecked(),
        )


def proposed(project: Path, one: Format) -> Path:
    """A place beside the project that is not taken yet."""
    ending = "" if one.is_folder else (one.extensions[0] if one.extensions else "")
    stem = f"{project.stem}-{one.name}"
    paths = (project.parent / f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, 10_000))
    return next(path for path in paths if not path.exists())


class ExportDialog(Frame):
    """Reads the project on a connection of its own, so that the article stays at hand behind it."""

    def __init__(self, project: Project, scheme: Scheme, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._path = project.path
        self._scheme = scheme
        self._work: Work | None = None
        self._written: Path | None = None
        self.choices = ChoicesPage(project, scheme, theme)
        self.page = WorkPage(theme)
        self.outcome = told(
            QPlainTextEdit(), self.tr("What came out"), self.tr("How many labels went in, came out, and are listed")
        )
        self.outcome.setReadOnly(True)
        self.outcome.setTabChangesFocus(True)
        self.stack = stacked(self.choices, self.page, self.outcome)
        self.body.addWidget(self.stack, 1)
        self.cancel = button(self.tr("Close"), self.tr("Closes this window"))
        self.show_place = button(self.tr("Show the folder"), self.tr("Opens the folder with what was written"))
        self.on = button(self.tr("Export"), self.tr("Writes the files, reads them back and compares every label"))
        self.on.setDefault(True)
        self.buttons.addWidget(self.show_place)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.on)
        self.cancel.clicked.connect(self.reject)
        self.on.clicked.connect(self.begin)
        self.show_place.clicked.connect(self._show_place)
        self.page.stop_wanted.connect(self._stop)
        self.set_title(self.tr("Export"))
        self.fit(700, 520)
        self.turn(CHOICES)

    def turn(self, page: int) -> None:
        """Shows the choices, the work, or what came of it."""
        self.stack.setCurrentIndex(page)
        self.on.setVisible(page == CHOICES)
        self.show_place.setVisible(page == OUTCOME)
        self.cancel.setVisible(page != WORK)
        if page == CHOICES:
            self.choices.format.setFocus()
        elif page == OUTCOME:
            self.cancel.setFocus()  # Enter ends it, and opens nothing

    def begin(self) -> None:
        """Exports what was chosen; says why where that cannot be."""
        request = self.choices.request()
        if isinstance(request, str):
            self.refuse(request)
            return
        self.refuse("")
        self._written = request.out
        path, scheme = self._path, self._scheme

        def task(report: Report) -> ExportReport:
            report("export", 0, 0)
            with Project.open(path, read_only=True) as project, worker() as call:
                return export(
                    project, scheme, call, request, progress=lambda done, total: report("export", done, total)
                )

        self.page.begin(self.tr("Exporting as {format}").format(format=format_name(request.format)))
        self.turn(WORK)
        work = self._work = Work(task, parent=self)
        work.advanced.connect(self.page.show_progress)
        work.succeeded.connect(self._succeeded)
        work.failed.connect(lambda why: self._back(in_words(why)))
        work.stopped.connect(lambda: self._back(self.tr("the export was stopped")))
        work.start()

    def _succeeded(self, report: ExportReport) -> None:
        self._end()
        self.outcome.setPlainText(in_short(report, self._written))
        self.turn(OUTCOME)

    def _back(self, why: str) -> None:
        self._end()
        self.turn(CHOICES)
        self.refuse(why)

    def _end(self) -> None:
        if self._work is not None:
            self._work.wait()
            self._work = None

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _show_place(self) -> None:
        if self._written is not None:
            folder = self._written if self._written.is_dir() else self._written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def reject(self) -> None:
        if self._work is not None:
            self.page.stop.click()  # Escape and the window's own button: the work ends first
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            self.page.stop.click()
            event.ignore()
            return
        super().closeEvent(event)


def in_short(report: ExportReport, out: Path | None) -> str:
    """What an export did, in a few lines."""
    translate = QCoreApplication.translate
    said = translate("Export", "Articles: {documents}. Labels: {spans} in, {out} out and read back, {listed} listed.")
    counts = {
        "documents": report.documents, "spans": report.spans_in, "out": report.spans_out, "listed": len(report.listed),
    }  # fmt: skip
    lines = [said.format(**{name: grouped(count) for name, count in counts.items()})]
    if report.listed:
        lines.append(translate("Export", "Listed is what the format cannot hold; each one stands in report.json:"))
        reasons = list(report.reasons().items())
        lines += [f"· {grouped(count)} × {shown(in_words(reason))}" for reason, count in reasons[:MOST_REASONS]]
        if len(reasons) > MOST_REASONS:
            lines.append(f"· +{len(reasons) - MOST_REASONS}")
    if report.lost:
        lost = translate("Export", "Without all of their roles and attributes: {count}, in report.json as well.")
        lines.append(lost.format(count=grouped(len(report.lost))))
    lines += [shown(in_words(note)) for note in report.notes]
    lines.append(translate("Export", "Written to {place}").format(place=shown(str(out))))
    return "\n".join(lines)


def purpose(one: Format) -> str:
    """What a format is for, for those who do not know its name; the registry's own words where there are no others."""
    translate = QCoreApplication.translate
    columns = translate("Export", "A word and its tag on each line, a file for each layer; for trainers of taggers.")
    shares = translate(
        "Export", "Four fifths to train with, a tenth each to develop and to test; near copies stay together."
    )
    corpus = translate("Export", "A corpus with its settings, for `spacy train`.")
    data_set = translate("Export", "A data set for Hugging Face `datasets`, with its card.")
    return {
        "jsonl": translate("Export", "Everything, a line for each article; comes back in without loss."),
        "html": translate("Export", "Articles with their labels, to read and to print."),
        "spacy": f"{corpus} {shares}",
        "conll2002": columns,
        "conll2003": columns,
        "conll2003-iob1": columns,
        "biluo": columns,
        "conllu-plus": translate("Export", "A word on each line, a column for each layer, with the text as it was."),
        "webanno-tsv": translate("Export", "For WebAnno and INCEpTION, with fragments, roles and attributes."),
        "cas-xmi": translate("Export", "For INCEpTION and UIMA, with its type system."),
        "cas-json": translate("Export", "For INCEpTION and UIMA, in JSON, with its type system."),
        "parquet": f"{data_set} {shares}",
        "prodigy": translate("Export", "For Prodigy: words, labels, relations and answers."),
        "doccano": translate("Export", "For doccano: labels and relations."),
        "labelstudio": translate("Export", "For Label Studio, with the setup of its labels."),
        "brat": translate("Export", "For brat: texts, with labels and roles beside them."),
        "csv-tables": translate("Export", "Tables of articles, labels, events and roles, in CSV."),
        "xlsx": translate("Export", "The same tables as sheets of a workbook, for Excel and LibreOffice."),
    }.get(one.name, f"{one.title}.")
