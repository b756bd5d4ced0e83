"""The steps of making a work package: for whom, which articles, with which suggestions, and the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.endings import PACKAGE
from annotator.gui.article.positions import shown
from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import button, told
from annotator.gui.parts import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QValidator

    from annotator.gui.theme import Theme

ID = Qt.ItemDataRole.UserRole


class Percents(QDoubleSpinBox):
    """A field for a share, in percent: with two decimals, as a pilot of twenty is two thirds of 1 % of 3,000."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setDecimals(2)
        self.setSuffix(" %")

    def textFromValue(self, value: float) -> str:
        """Decimals only where there are any."""
        text = super().textFromValue(value)
        sign = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(sign) if sign in text else text

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Takes point and comma alike: which of them a key gives is the keyboard's affair, not the language's."""
        return super().validate(self._with_own_sign(text), position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._with_own_sign(text))

    def _with_own_sign(self, text: str) -> str:
        return text.replace(".", ",").replace(",", self.locale().decimalPoint())


def percents(name: str, about: str, value: int) -> Percents:
    """A field for a share, in percent."""
    field = told(Percents(), name, about)
    field.setValue(value)
    return field


def _muted(text: str, theme: Theme) -> PlainLabel:
    made = PlainLabel(text)
    made.setWordWrap(True)
    made.set_colour(theme.muted)
    return made


class ArticlesStep(QWidget):
    """For whom, and which articles: a share of all, spread over sources and months, or those that are ticked."""

    changed = Signal()

    def __init__(self, names: Sequence[str], articles: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self.who = told(Choice(), self.tr("Annotator"), self.tr("The name that the work is done under; keep to it"))
        self.who.setEditable(True)
        for line in self.who.findChildren(QLineEdit):
            told(line, self.who.accessibleName(), self.who.accessibleDescription())
        self.who.addItems([shown(name) for name in names])
        self.who.setCurrentText("")
        share, by_hand = self.tr("A share of all articles"), self.tr("Chosen articles")
        self.by_share = told(QRadioButton(share), share, self.tr("Spread over sources and months."))
        self.by_hand = told(QRadioButton(by_hand), by_hand, self.tr("Those that are ticked in the list"))
        self.share = percents(self.tr("Share"), self.tr("The share of all articles that the package holds"), 50)
        self.overlap = percents(
            self.tr("For everyone"), self.tr("The share of all articles that everyone gets, for comparing"), 20
        )
        self.filter = told(
            QLineEdit(), self.tr("Filter"), self.tr("Lists the articles with these letters in the title")
        )
        self.filter.setPlaceholderText(self.tr("Filter by title"))
        self.filter.setClearButtonEnabled(True)
        self.list = told(QListWidget(), self.tr("Articles"), self.tr("Space ticks an article"))
        self.list.setUniformItemSizes(True)
        for id, title in articles:
            item = QListWidgetItem(shown(title or id), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(ID, id)
        self._assemble(theme)
        self.by_share.setChecked(True)
        for field in (self.share, self.overlap):
            field.valueChanged.connect(self.changed)
        self.who.editTextChanged.connect(self.changed)
        self.by_share.toggled.connect(self._switch)
        self.list.itemChanged.connect(self.changed)
        self.filter.textChanged.connect(self._filter)
        self._switch()

    def _assemble(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        name = PlainLabel(self.tr("For"))
        name.setBuddy(self.who)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.who, 0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.by_share)
        shares = QGridLayout()
        shares.setContentsMargins(30, 0, 0, 6)
        shares.setHorizontalSpacing(12)
        shares.setVerticalSpacing(2)
        shares.addWidget(_muted(self.tr("Spread over sources and months."), theme), 0, 0, 1, 2)
        for line, (title, field, about) in enumerate(
            (
                (
                    self.tr("Share of all articles"),
                    self.share,
                    self.tr("Those that the fewest others have come first."),
                ),
                (self.tr("Of all articles for everyone"), self.overlap, self.tr("To see how far annotators agree.")),
            )
        ):
            label = PlainLabel(title)
            label.setWordWrap(True)
            label.setBuddy(field)
            shares.setRowMinimumHeight(3 * line + 1, 10)  # an explanation stands with what it explains
            shares.addWidget(label, 3 * line + 2, 0)
            shares.addWidget(field, 3 * line + 2, 1)
            shares.addWidget(_muted(about, theme), 3 * line + 3, 0, 1, 2)
        shares.setColumnStretch(0, 1)
        column.addLayout(shares)
        column.addWidget(self.by_hand)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1_000)
        column.addStretch(1)  # keeps the rest together where there is no list

    def _switch(self) -> None:
        by_share = self.by_share.isChecked()
        for field in (self.share, self.overlap):
            field.setEnabled(by_share)
        for widget in (self.filter, self.list):
            widget.setVisible(not by_share)
        self.changed.emit()

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def chosen(self) -> tuple[str, ...]:
        """Ids of the articles that are ticked; none where a share is wanted."""
        if self.by_share.isChecked():
            return ()
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(ID)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def name(self) -> str:
        """For whom it is."""
        return self.who.currentText().strip()


class SuggestionsStep(QWidget):
    """With suggestions, of which a share of the articles goes without as control, or with none."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        with_them, without = self.tr("With suggestions"), self.tr("Without suggestions")
        self.with_them = told(QRadioButton(with_them), with_them, self.tr("All articles but the control articles"))
        self.without = told(QRadioButton(without), without, self.tr("Whoever gets the package finds everything alone"))
        self.blind = percents(
            self.tr("Control articles"), self.tr("The share of the package that comes without suggestions"), 10
        )
        label = PlainLabel(self.tr("Control articles, without suggestions"))
        label.setWordWrap(True)
        label.setBuddy(self.blind)
        about = _muted(
            self.tr(
                "They show what suggestions do to the work: the figures compare them with the others. The window "
                "tells the annotator which they are."
            ),
            theme,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.with_them)
        line = QHBoxLayout()
        line.setContentsMargins(30, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(label, 1)
        line.addWidget(self.blind)
        column.addLayout(line)
        indented = QVBoxLayout()
        indented.setContentsMargins(30, 0, 0, 6)
        indented.addWidget(about)
        column.addLayout(indented)
        column.addWidget(self.without)
        column.addStretch(1)
        self.with_them.setChecked(True)
        self.with_them.toggled.connect(self._switch)
        self.blind.valueChanged.connect(self.changed)

    def _switch(self) -> None:
        self.blind.setEnabled(self.with_them.isChecked())
        self.changed.emit()


class FileStep(QWidget):
    """What the package would hold, where it goes, and what stays here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.counts = PlainLabel()
        self.counts.setWordWrap(True)
        self.path = told(QLineEdit(), self.tr("File"), self.tr("The file to be sent to the annotator"))
        self.choose = button(self.tr("Choose …"), self.tr("Another place for the file"))
        self.choose.clicked.connect(self._choose)
        label = PlainLabel(self.tr("File"))
        label.setBuddy(self.path)
        about = _muted(
            self.tr(
                "Nobody's decisions are in the package, nor gold. It is signed with a key that stays in this project: "
                "so what comes back can be told from what does not belong. Do not send a backup instead: it holds "
                "everybody's work and the key."
            ),
            theme,
        )
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(label)
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.counts)
        column.addLayout(line)
        column.addWidget(about)
        column.addStretch(1)

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Work package"), self.path.text(), f"*{PACKAGE}")
        if name:
            self.path.setText(name if name.endswith(PACKAGE) else f"{name}{PACKAGE}")

    def file(self) -> Path:
        """Where it goes."""
        return Path(self.path.text()).expanduser()
