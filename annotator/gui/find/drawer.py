"""The drawer below the article: hits over all articles, and words that are labelled in more than one way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.choices import Choice
from annotator.gui.dialogs.frame import button, sheet, told
from annotator.gui.find.bar import FindLine
from annotator.gui.find.doubles import ROW as DOUBLE
from annotator.gui.find.doubles import DoublesDelegate, DoublesModel
from annotator.gui.find.head import Head, least_height
from annotator.gui.find.hits import HitsDelegate, HitsList, HitsModel
from annotator.gui.parts import PlainLabel
from annotator.services.searching import UNLABELLED, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from annotator.core.scheme import Label, Scheme
    from annotator.gui.theme import Theme
    from annotator.services.consistency import Inconsistency
    from annotator.services.searching import Batch, Hit

PAUSE = 160  # milliseconds after a letter before all articles are searched
PREVIEW = 70  # milliseconds that a line is current before its article is opened: holding a key opens none
LONGEST = 200
SIDE = 300
WANTED_LINES = 9  # so high is the drawer at least where there is room


class Reminder(PlainLabel):
    """Says which keys do what, on at most two lines or not at all."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def fit(self, room: int) -> None:
        """Shows itself where so many pixels are enough."""
        self.setVisible(self.fontMetrics().horizontalAdvance(self.text()) < 1.8 * room)


class Counted(PlainLabel):
    """Says which places count as having no label."""

    def __init__(self) -> None:
        super().__init__(self.tr("no label: where the article is done, or a suggestion was rejected"))
        told(
            self, self.tr("What is counted"),
            self.tr("What is still open in an article that is not done does not count as left without a label"),
        )  # fmt: skip


def _timer(parent: QWidget, pause: int, then: object) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(pause)
    made.timeout.connect(then)
    return made


def _only_with(hits: HitsModel, buttons: Sequence[QPushButton]) -> None:
    """Has buttons be there to press only while there are hits that they can be about."""

    def follow() -> None:
        for one in buttons:
            one.setEnabled(bool(hits.hits))

    hits.modelReset.connect(follow)
    hits.rowsInserted.connect(follow)


class Drawer(QWidget):
    """Says what is wanted; whoever made it answers with hits and findings."""

    searched = Signal(object)  # Query
    checked = Signal()  # what is labelled in two ways is wanted
    picked = Signal(object)  # Inconsistency whose places are wanted
    jumped = Signal(object, bool)  # Hit, whether the article is to have the keys
    labelled = Signal(object, object)  # list[Hit], Label; None takes labels off
    key_pressed = Signal(object)  # QKeyEvent in the list of hits
    closed = Signal()

    def __init__(self, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self._scheme = scheme
        self._theme = theme
        self.setAccessibleName(self.tr("Found in all articles"))
        self.hits = HitsModel(parent=self)
        self.doubles = DoublesModel(parent=self)
        self._hits_delegate = HitsDelegate(scheme, theme, self.font(), parent=self)
        self._doubles_delegate = DoublesDelegate(self.doubles, theme, self.font(), parent=self)
        self._make_controls()
        self._make_lists()
        self._arrange()
        self._connect()
        self.set_theme(theme)
        self.show_mode(is_doubles=False)

    # -- parts ------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.line = FindLine()
        told(
            self.line,
            self.tr("Find in all articles"),
            self.tr("Words, from their beginning; * before them: inside words too"),
        )
        self.line.set_hint(self.tr("Find in all articles"), shorter=self.tr("Find in all articles"))
        self.line.setMaxLength(LONGEST)
        self.label = told(Choice(), self.tr("Label"), self.tr("Only places that have this label"))
        self.label.addItem(self.tr("any label or none"), "")
        self.label.addItem(self.tr("without a label"), UNLABELLED)
        for label in self._scheme.labels:
            self.label.addItem(label.name, label.name)
        alike = self.tr("Otherwise they are all alike")
        begun = self.tr("Otherwise words that only begin so are found too")
        self.exact = told(QCheckBox(self.tr("Case and accents")), self.tr("Mind case and accents"), alike)
        self.whole = told(QCheckBox(self.tr("Whole words")), self.tr("Whole words only"), begun)
        self.variants = told(
            QCheckBox(self.tr("Other spellings")), self.tr("Other spellings of a name"),
            self.tr("Names with the same consonants: Deir ez-Zor, Deir al-Zor, Dayr az-Zawr"),
        )  # fmt: skip
        self._to_hits = self._tab(self.tr("Concordance"), self.tr("Words in their context, in all articles"))
        self._to_doubles = self._tab(
            self.tr("Consistency"), self.tr("The same words labelled differently, or left without a label elsewhere")
        )
        self.count = told(PlainLabel(""), self.tr("Places found"), "")
        self.counted = Counted()
        self.again = button(self.tr("Look again"), self.tr("Goes through all articles once more"))
        self._close = told(button("✕", ""), self.tr("Close"), self.tr("Close"))
        self._all = button(self.tr("Tick all"), self.tr("Ticks every place that can be labelled"))
        self._none = button(self.tr("Tick none"), self.tr("Takes all ticks off"))
        self.ticked = told(PlainLabel(""), self.tr("Ticked"), "")
        self._give = button(
            self.tr("Label as …"), self.tr("Gives the ticked places a label; a label's key does it too")
        )
        self._take = button(self.tr("Take labels off"), self.tr("Takes the labels off the ticked places"))
        self._way = Reminder(self.tr("Space ticks · Enter goes there · a label's key labels what is ticked, one undo"))

    def _tab(self, text: str, description: str) -> QPushButton:
        made = button(text, description)
        made.setCheckable(True)
        return made

    def _make_lists(self) -> None:
        self.list = HitsList(self.hits, self._hits_delegate)
        told(self.list, self.tr("Places"), self.tr("Space ticks, Enter goes there"))
        _only_with(self.hits, (self._all, self._none, self._give, self._take))
        self.doubles_list = QListView()
        self.doubles_list.setModel(self.doubles)
        self.doubles_list.setItemDelegate(self._doubles_delegate)
        self.doubles_list.setUniformItemSizes(True)
        self.doubles_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        told(self.doubles_list, self.tr("Words labelled in more than one way"), self.tr("The worst first"))
        self._typing = _timer(self, PAUSE, self._search)
        self._preview = _timer(self, PREVIEW, lambda: self._jump(has_keys=False))

    def _arrange(self) -> None:
        self._head = Head(
            (self._to_hits, self._to_doubles), self.line,
            (self.label, self.exact, self.whole, self.variants, self.again, self.count, self.counted),
            self._close,
        )  # fmt: skip
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setHandleWidth(6)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.doubles_list)
        self._body.addWidget(self.list)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([SIDE, 3 * SIDE])
        foot = self._foot = QHBoxLayout()
        foot.setSpacing(8)
        for one in (self._all, self._none, self.ticked):
            foot.addWidget(one)
        foot.addStretch(1)
        foot.addWidget(self._way, 8)
        foot.addWidget(self._give)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(7)
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
        column.addLayout(foot)
        self.wanted_height = max(190, WANTED_LINES * self._hits_delegate.height)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._typing.start())
        self.line.stepped.connect(self._into_list)
        self.line.left.connect(self.closed)
        self.label.currentIndexChanged.connect(lambda _at: self._search())
        for box in (self.exact, self.whole, self.variants):
            box.toggled.connect(lambda _on: self._search())
        self._to_hits.clicked.connect(lambda: self.show_mode(is_doubles=False))
        self._to_doubles.clicked.connect(lambda: self.show_mode(is_doubles=True))
        self.again.clicked.connect(self.checked)
        self._close.clicked.connect(self.closed)
        self._all.clicked.connect(lambda: self.hits.tick_all(is_on=True))
        self._none.clicked.connect(lambda: self.hits.tick_all(is_on=False))
        self._give.clicked.connect(self._show_labels)
        self._take.clicked.connect(lambda: self.give(None))
        self.hits.ticks_changed.connect(self._count_ticks)
        self.list.ticked.connect(self.hits.tick)
        self.list.jumped.connect(lambda: self._jump(has_keys=True))
        self.list.left.connect(self.closed)
        self.list.key_pressed.connect(self.key_pressed)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._preview.start())
        self.doubles_list.selectionModel().currentChanged.connect(self._pick)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        self._hits_delegate.set_theme(theme)
        self._doubles_delegate.set_theme(theme)
        checked = f"QPushButton:checked {{ background: {theme.selection}; border-color: {theme.accent}; }}"
        narrow = "QPushButton { padding: 5px 10px; } QPushButton:focus { padding: 4px 9px; }"
        self.setStyleSheet(sheet(theme) + checked + narrow)
        for label in (self.count, self.counted, self.ticked, self._way):
            label.set_colour(theme.muted)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(least_height(self, self._head, self._foot, self._hits_delegate.height))
        buttons = (self._all, self._none, self.ticked, self._give, self._take)
        self._way.fit(self.width() - sum(one.sizeHint().width() + 8 for one in buttons) - 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # from wherever in the drawer the keys are
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.rule))

    # -- what is looked for -----------------------------------------------------------------------------

    @property
    def is_doubles(self) -> bool:
        """Whether words labelled in two ways are shown, rather than the concordance."""
        return self._to_doubles.isChecked()

    def show_mode(self, *, is_doubles: bool) -> None:
        """Shows the concordance, or what is labelled in two ways."""
        self._to_hits.setChecked(not is_doubles)
        self._to_doubles.setChecked(is_doubles)
        for widget in (self.line, self.label, self.exact, self.whole, self.variants):
            widget.setVisible(not is_doubles)
        for only in (self.again, self.counted):
            only.setVisible(is_doubles)
        self._head.put_options()
        self.doubles_list.setVisible(is_doubles)
        self.hits.clear()
        self.count.setText("")
        if is_doubles:
            self.checked.emit()
            self.doubles_list.setFocus()
        else:
            self._search()
            self.line.setFocus()
            self.line.selectAll()

    def look_for(self, text: str) -> None:
        """Looks for these words now."""
        self.line.setText(text)
        self._search()

    def query(self) -> Query:
        """What is asked for."""
        return Query(
            self.line.text(), str(self.label.currentData()), is_exact=self.exact.isChecked(),
            is_whole=self.whole.isChecked(), has_variants=self.variants.isChecked(),
        )  # fmt: skip

    def _search(self) -> None:
        self._typing.stop()
        self._preview.stop()
        if not self.is_doubles:
            self.hits.clear()
            self.count.setText("" if self.query().is_blank else self.tr("searching …"))
            self.list.invite(self.query())
            self.searched.emit(self.query())

    def add(self, batch: Batch) -> None:
        """Shows further hits."""
        self.hits.add(batch.hits)
        count = len(self.hits.hits)
        if batch.is_cut:
            self.count.setText(self.tr("the first {count} places").format(count=count))
        else:
            text = self.tr("1 place") if count == 1 else self.tr("{count} places").format(count=count)
            share = "" if batch.read >= batch.total else f" · {100 * batch.read // max(1, batch.total)} %"
            self.count.setText(text + share)
        self.count.setAccessibleDescription(self.count.text())

    def end(self) -> None:
        """Says that all was searched."""
        if self.is_doubles and not self.doubles.found:
            self.count.setText(self.tr("nothing is labelled in two ways"))
        elif not self.is_doubles and not self.hits.hits and not self.query().is_blank:
            self.count.setText(self.tr("nothing found"))
            self.list.say_nothing_found()

    def tell(self, text: str) -> None:
        """Says how far the search is, or why there is none."""
        self.count.setText(text)

    def show_doubles(self, found: list[Inconsistency]) -> None:
        """Shows what is labelled in two ways, the first of it with its places."""
        self.doubles.set_found(found)
        said = self.tr("1 word in two ways") if len(found) == 1 else self.tr("{count} words in two ways")
        self.count.setText(said.format(count=len(found)))
        if found:
            self.doubles_list.setCurrentIndex(self.doubles.index(0))
        else:
            self.hits.clear()

    def _pick(self, current: QModelIndex, _before: QModelIndex) -> None:
        one = current.data(DOUBLE) if current.isValid() else None
        self.hits.clear()
        if one is not None:
            self.picked.emit(one)

    # -- what is done with it ---------------------------------------------------------------------------

    def current(self) -> Hit | None:
        """The hit of the current line."""
        number = self.list.currentIndex().row()
        return self.hits.hits[number] if 0 <= number < len(self.hits.hits) else None

    def _into_list(self, step: int) -> None:
        if self._typing.isActive():
            self._search()
            return
        if self.hits.hits and step > 0:
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.hits.index(0))

    def _jump(self, *, has_keys: bool) -> None:
        self._preview.stop()
        hit = self.current()
        if hit is not None:
            self.jumped.emit(hit, has_keys)

    def chosen(self) -> list[Hit]:
        """The ticked hits, or the current one where none is ticked."""
        current = self.current()
        alone = [current] if current is not None and HitsModel.can_tick(current) else []
        return self.hits.ticked() or alone

    def give(self, label: Label | None) -> None:
        """Gives the chosen hits a label, or takes theirs off."""
        self.labelled.emit(self.chosen(), label)

    def _show_labels(self) -> None:
        menu = QMenu(self)
        for label in self._scheme.labels:
            entry = menu.addAction(f"{label.name}\t{label.key.upper()}".replace("&", "&&"))
            entry.triggered.connect(partial(self.give, label))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._give.mapToGlobal(self._give.rect().topLeft()))

    def _count_ticks(self) -> None:
        count = self.hits.tick_count
        text = self.tr("{count} ticked").format(count=count) if count else ""
        self.ticked.setText(text)
        self.ticked.setAccessibleDescription(text)
