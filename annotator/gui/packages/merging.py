"""Taking returned work over: each file is checked and told about first, and nothing is written until that was seen."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.gui.article.positions import shown
from annotator.gui.dialogs.frame import Frame, button, told
from annotator.gui.language import grouped
from annotator.gui.refusals import in_words
from annotator.services import merging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.theme import Theme
    from annotator.gui.writing import Tell, Writing
    from annotator.services.merging import FileReport, MergeReport
    from annotator.services.session import Session
    from annotator.store.beside import ProjectBeside

translate = QCoreApplication.translate
_OPERATION = re.compile(r"(\d+) of (.*) \((.*)\)", re.DOTALL)
LEVELS, PAD = 2, 12  # that a line below a file is set in by, and pixels around its text


def reason_name(reason: str) -> str:
    """Why something is refused, in words; the reasons are those of `services.merging`."""
    return {
        "file": translate("Merge", "the file cannot be read, or is no return"),
        "signature": translate("Merge", "not signed by this project, or changed since"),
        "assignment": translate("Merge", "no such assignment here"),
        "actor": translate("Merge", "decisions under another name"),
        "gold": translate("Merge", "decisions of the adjudicator"),
        "scheme": translate("Merge", "made under another scheme"),
        "text": translate("Merge", "not the text that was assigned"),
        "document": translate("Merge", "a document that was not assigned"),
        "chain": translate("Merge", "altered, missing, put in or out of order"),
        "replay": translate("Merge", "here already, or twice"),
        "conflict": translate("Merge", "differs from what was returned before"),
        "kind": translate("Merge", "nothing an annotator can make"),
        "label": translate("Merge", "not in the scheme"),
        "place": translate("Merge", "no place in the text, or one that is taken"),
        "role": translate("Merge", "no such role, or nothing that fills it"),
        "state": translate("Merge", "does not fit what was there"),
        "undo": translate("Merge", "takes back what was not there"),
    }.get(reason, reason)


def operation_in_words(operation: str) -> str:
    """Which operation of whom a refusal is about: below they say “12 of anna (id)”, and “of” is “or” in Dutch."""
    found = _OPERATION.fullmatch(operation)
    if found is None:
        return operation
    said = translate("Merge", "operation {number} of {actor} ({id})")
    return said.format(number=found[1], actor=found[2], id=found[3])


class MergeDialog(Frame):
    """Checks the files at once; “Take over” is there only where all of them are sound."""

    merged = Signal(object)  # the MergeReport

    def __init__(
        self,
        session: Session,
        files: Sequence[Path],
        writing: Writing,
        theme: Theme,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._session = session
        self._files = tuple(files)
        self._writing = writing
        self._began = 0.0
        self.set_title(self.tr("Take returned work over"))
        self.about = self.muted("")
        self.list = told(
            QTreeWidget(), self.tr("What came back"), self.tr("Each file with what is new in it, or why it is refused")
        )
        self.list.setColumnCount(4)
        self.list.setHeaderLabels(
            [self.tr("File"), self.tr("Annotator"), self.tr("New"), self.tr("Done, or what is wrong")]
        )
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.bar = told(QProgressBar(), self.tr("Progress"), self.tr("How much is checked or written"))
        self.bar.setTextVisible(False)
        self.body.addWidget(self.about)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.bar)
        self.take = button(self.tr("Take over"), self.tr("Writes all of it, in one step"))
        self.take.clicked.connect(lambda: self._begin(is_dry_run=False))
        self.close_button = button(self.tr("Cancel"), self.tr("Takes nothing over"))
        self.close_button.clicked.connect(self.reject)
        self.without = button(
            self.tr("Leave the refused ones out"), self.tr("Checks the other files again, and can take those over")
        )
        self.without.clicked.connect(self._leave_out)
        self.without.hide()
        self._refused: frozenset[str] = frozenset()
        self.buttons.addWidget(self.without)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.take)
        writing.advanced.connect(self._advance)
        writing.ended.connect(self._ended)
        writing.failed.connect(self._failed)
        writing.stopped.connect(super().reject)
        self.fit(760, 460)

    def begin(self) -> None:
        """Checks the files; nothing is written."""
        self._begin(is_dry_run=True)

    def _begin(self, *, is_dry_run: bool) -> None:
        scheme, files = self._session.scheme, self._files

        def merge(project: ProjectBeside, tell: Tell) -> MergeReport:
            return merging.merge(project, scheme, files, is_dry_run=is_dry_run, progress=tell)

        self.refuse("")
        self.take.setEnabled(False)
        self.without.hide()
        self.about.setText(self.tr("Checking …") if is_dry_run else self.tr("Taking over …"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self._began = time.monotonic()
        self.close_button.setFocus()
        self._writing.begin(merge)

    def _leave_out(self) -> None:
        """Goes on without the files that were refused."""
        self._files = tuple(one for one in self._files if str(one) not in self._refused)
        self._begin(is_dry_run=True)

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        if total:
            rate = done / max(0.2, time.monotonic() - self._began)
            self.about.setText(
                self.tr("{done} of {total} decisions checked or written · {rate} a second").format(
                    done=grouped(done), total=grouped(total), rate=grouped(round(rate))
                )
            )

    def _failed(self, why: str) -> None:
        self.bar.hide()
        self.about.setText("")
        self.refuse(why)

    def _ended(self, report: object) -> None:
        if not isinstance(report, merging.MergeReport):
            return
        self.bar.hide()
        if report.merged:
            self.merged.emit(report)
            self.accept()
            return
        self._show(report)

    def _show(self, report: MergeReport) -> None:
        self.list.clear()
        for one in report.files:
            self._add(one)
        for column in range(1, self.list.columnCount() - 1):
            self.list.resizeColumnToContents(column)
        self.list.setColumnWidth(0, min(320, max(140, self.list.sizeHintForColumn(0))))
        new = sum(one.new for one in report.files)
        self.take.setEnabled(not report.refused and new > 0)
        self._refused = frozenset(one.file for one in report.files if one.refusals)
        self.without.setVisible(0 < len(self._refused) < len(self._files))
        if report.refused:
            self.about.setText(
                self.tr("Refused files: {count} of {total}; nothing is taken over while there are any.").format(
                    count=report.refused, total=len(report.files)
                )
            )
        elif new:
            self.about.setText(
                self.tr("All of it is sound. New decisions: {count}; nothing was written yet.").format(
                    count=grouped(new)
                )
            )
        else:
            self.about.setText(self.tr("There is nothing new in it: all of it was taken over before."))
        first = self.take if self.take.isEnabled() else self.without if self.without.isVisible() else self.list
        first.setFocus()
        self.take.setDefault(self.take.isEnabled())

    def _add(self, one: FileReport) -> None:
        name = Path(one.file).name
        if one.refusals:
            what = self.tr("refused, reasons: {count}").format(count=one.refusals)
            item = QTreeWidgetItem(self.list, [shown(name), shown(one.annotator), "", what])
            for refusal in one.refused:
                where = ", ".join(part for part in (refusal.document, operation_in_words(refusal.operation)) if part)
                said = f"{where}: {refusal.what}" if where else refusal.what
                self._line(item, reason_name(refusal.reason), said)
            if one.refusals > len(one.refused):
                self._line(item, self.tr("… and {count} more").format(count=one.refusals - len(one.refused)))
        else:
            done = self.tr("articles done: {done} of {count}").format(done=one.done, count=one.documents)
            item = QTreeWidgetItem(self.list, [shown(name), shown(one.annotator), grouped(one.new), done])
            for note in one.notes:
                self._line(item, note)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setExpanded(True)

    def _line(self, parent: QTreeWidgetItem, *texts: str) -> None:
        """An entry of a line for each text, across all columns."""
        text = "\n".join(shown(in_words(one)) for one in texts)
        line = QTreeWidgetItem(parent, [text])
        line.setFirstColumnSpanned(True)
        # Qt gives such a line the height of its line breaks alone: of a reason that wraps, the end was cut off.
        room = self.list.viewport().width() - LEVELS * self.list.indentation() - 2 * PAD
        high = self.list.fontMetrics().boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, text).height()
        line.setSizeHint(0, QSize(room, high + PAD))
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ": "))

    def reject(self) -> None:
        """Stops what is going on and closes when it has; else closes."""
        if self._writing.is_running:
            self._writing.stop()
            return
        super().reject()
