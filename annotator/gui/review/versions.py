"""The right part of Review: the versions of the place at hand side by side, what gold says, reason and note."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core.text import covered
from annotator.gui.chip import Chip
from annotator.gui.flow import EndsLayout
from annotator.gui.hinted_line import HintedLine
from annotator.gui.inspector.contents import named
from annotator.gui.inspector.painted import Prose
from annotator.gui.key_names import key_of, with_keys
from annotator.gui.parts import BrokenLabel, Cap, ElidedLabel, PlainLabel
from annotator.gui.review.remarks import remark_lines
from annotator.gui.review.words import REASON_KEYS, Version, attributes_in_words, kind_name, reason_name
from annotator.gui.theme import colour_of, desk_font

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.gui.theme import Theme
    from annotator.services.remarks import Remark


MARGIN, BETWEEN = 14, 14
MOST_ELSEWHERE = 4  # remarks on other places: the guideline below them is about this one


@dataclass(frozen=True, slots=True)
class Contents:
    """What is to be shown of a place; `gold` is the span that stands there, `verdict` what gold says of it.

    `refused` are the letters of versions that were rejected while others are left; `place` is the id of the place.
    """

    number: int
    total: int
    kinds: tuple[str, ...]
    text: str
    versions: Sequence[Version]
    absent: Sequence[str]
    names: Mapping[str, str]
    verdict: str | None
    gold: Span | None
    guideline: str
    reason: str
    note: str
    refused: Collection[str] = ()
    place: str = ""
    label: str = ""  # that the guideline is of


class Card(QFrame):
    """One version: its letter, label and text, attributes, roles, and who made it. A click takes it.

    What is not in `shared`, the details that all versions have, stands out.
    """

    wanted = Signal(str)

    def __init__(
        self, version: Version, text: str, names: Mapping[str, str], scheme: Scheme, theme: Theme, *, language: str,
        shared: Collection[str] | None = None, is_refused: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme = theme
        self._letter = version.letter
        span = version.span
        who = ", ".join(names.get(name, name) for name in version.who)
        words = covered(text, span.fragments)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        chip = Chip(theme)
        chip.set_contents(span.label, "", colour_of(scheme.label(span.layer, span.label), theme), is_decided=True)
        what = QWidget()
        line = QHBoxLayout(what)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if version.letter:
            line.addWidget(Cap(version.letter, "", theme, self.font()))
        line.addWidget(chip)
        by = ElidedLabel()
        by.set_outside_text(who)
        by.set_colour(theme.muted)
        by.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        by.setMinimumWidth(60)
        head = EndsLayout(gap=8)  # who has it stands below where a label is long
        head.addWidget(what)
        head.addWidget(by)
        column.addLayout(head)
        quoted = PlainLabel()
        quoted.setWordWrap(True)
        quoted.set_outside_text(f"“{words}”")
        column.addWidget(quoted)
        details = details_of(version, scheme, language)
        for detail in details:
            is_shared = shared is None or detail in shared
            label = BrokenLabel()  # the filler is what versions differ in: all of it is to be read
            label.set_outside_text(detail)
            label.setFont(desk_font(9, bold=not is_shared))
            label.set_colour(theme.muted if is_shared else theme.ink)
            column.addWidget(label)
        if is_refused:
            refused = PlainLabel(self.tr("rejected"))
            refused.setFont(desk_font(9))
            refused.set_colour(theme.warn)
            column.addWidget(refused)
            details.append(refused.text())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Version {letter}").format(letter=version.letter))
        self.setAccessibleDescription(" · ".join([span.label, words, *details, who]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._letter and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(self._letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def details_of(version: Version, scheme: Scheme, language: str) -> list[str]:
    """Attributes and roles of a version, a line each."""
    said = [f"{name}: {value}" for name, value in attributes_in_words(version.span, scheme, language)]
    names = {one.name: one.names for one in scheme.roles_of(version.span.layer, version.span.label)}

    def called(role: str) -> str:
        return named(names.get(role, {}), language, role)

    nobody = QCoreApplication.translate("Card", "not mentioned")
    said += [f"{called(role)}: {filler or nobody}" for role, filler in version.roles]
    return [" ".join(one.split()) for one in said]


_OF_WINDOW = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FUNCTION_KEYS = range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)


class NoteField(HintedLine):
    """The note; Enter and Escape give the keys back."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return
        super().keyPressEvent(event)
        if not event.modifiers() & _OF_WINDOW and event.key() not in _FUNCTION_KEYS:
            event.accept()  # letters belong to the note, not to the place; F6 or Ctrl+K go on to the window


class VersionsPanel(QScrollArea):
    """Rebuilt for each place; the note stays."""

    spoken_role = QAccessible.Role.Pane
    wanted = Signal(str)  # the letter of a version

    def __init__(self, scheme: Scheme, theme: Theme, *, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._theme = theme
        self._body: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Versions of the place at hand"))
        self.setAccessibleDescription(self.tr("How they differ, and what settles it"))
        self.viewport().setAutoFillBackground(False)
        self.note = NoteField()
        self.note.setAccessibleName(self.tr("Note with the next decision"))
        self.note.set_hint(self.tr("Note with the decision"), shorter=self.tr("Note"))
        self.note.setMaxLength(2_000)
        self.note.hide()
        self.note.setParent(self)

    def show_contents(
        self,
        contents: Contents | None,
        *,
        document: str,
        keys: Sequence[tuple[str, str]],
        remarks: Sequence[Remark] = (),
        names: Mapping[str, str] = MappingProxyType({}),
        empty: str = "",
    ) -> None:
        """Shows a place of the text `document`, or why there is none; `remarks` are all those on the document."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        if contents is None:
            column.addWidget(self._muted(empty))
            self._add_remarks(column, self.tr("REMARKS ON THE ARTICLE"), remarks, names)
            self._swap(body, column)
            return
        head = self._muted(self.tr("Place {number} of {total}").format(number=contents.number, total=contents.total))
        column.addWidget(head)
        differs = ", ".join(kind_name(kind) for kind in contents.kinds)
        title = PlainLabel(self.tr("Differs: {what}").format(what=differs) if differs else self.tr("All agree"))
        title.setFont(desk_font(11, bold=True))
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(self._gold(contents))
        details = [frozenset(details_of(one, self._scheme, self._language)) for one in contents.versions]
        shared = frozenset.intersection(*details) if details else frozenset()
        for version in contents.versions:
            card = Card(
                version, document, contents.names, self._scheme, self._theme, language=self._language, shared=shared,
                is_refused=version.letter in contents.refused,
            )  # fmt: skip
            card.wanted.connect(self.wanted)
            column.addWidget(card)
        if contents.absent:
            who = ", ".join(contents.names.get(name, name) for name in contents.absent)
            column.addWidget(self._muted(self.tr("nothing here: {who}").format(who=who), outside=True))
        here = [one for one in remarks if one.place == contents.place]
        whole = [one for one in remarks if not one.words]
        self._add_remarks(column, self.tr("REMARKS HERE"), here, names, is_here=True)
        self._add_remarks(column, self.tr("REMARKS ON THE ARTICLE"), whole, names)
        column.addSpacing(4)
        column.addLayout(self._caps(keys))
        column.addWidget(self._heading(self.tr("REASON")))
        column.addLayout(self._reasons(contents.reason))
        column.addWidget(self.note)
        self.note.show()
        rest = [one for one in remarks if one not in here and one not in whole]  # most of them where all agree
        self._add_elsewhere(column, rest, names)
        if contents.guideline:
            column.addWidget(self._heading(" · ".join(filter(None, (self.tr("GUIDELINE"), contents.label)))))
            rule = Prose()
            rule.set_colour(self._theme.ink)
            rule.set_markdown(contents.guideline)  # as Annotate shows it
            column.addWidget(rule)
        self._swap(body, column)

    def _add_remarks(
        self, column: QVBoxLayout, title: str, remarks: Sequence[Remark], names: Mapping[str, str], *,
        is_here: bool = False,
    ) -> None:  # fmt: skip
        if remarks:
            column.addWidget(self._heading(title))
        for line in remark_lines(remarks, names, self._theme, is_here=is_here):
            column.addWidget(line)

    def _add_elsewhere(self, column: QVBoxLayout, remarks: Sequence[Remark], names: Mapping[str, str]) -> None:
        self._add_remarks(column, self.tr("REMARKS ELSEWHERE"), remarks[:MOST_ELSEWHERE], names)
        if len(remarks) > MOST_ELSEWHERE:
            more = with_keys(self.tr("{count} more; {key:remarks} lists all"), count=len(remarks) - MOST_ELSEWHERE)
            column.addWidget(self._muted(more))

    def _swap(self, body: QWidget, column: QVBoxLayout) -> None:
        column.addStretch(1)
        if self.note.parent() is not body:
            self.note.hide()
            self.note.setParent(self)
        old, self._body = self._body, body
        if old is not None:
            self.takeWidget()
            old.deleteLater()
        self.setWidget(body)

    def _gold(self, contents: Contents) -> PlainLabel:
        if contents.verdict == "nothing":
            said = self.tr("✓ decided: nothing stands here")
        elif contents.gold is not None:
            said = self.tr("✓ gold: {label}").format(label=contents.gold.label)
        elif contents.kinds:
            said = self.tr("open")
        else:
            said = with_keys(self.tr("agreed, not taken yet: {key:done} takes all that is agreed here"))
        label = PlainLabel(said)
        label.setWordWrap(True)
        label.set_colour(self._theme.accent if contents.verdict else self._theme.muted)
        return label

    def _caps(self, keys: Sequence[tuple[str, str]]) -> QGridLayout:
        return self._arranged([Cap(chord, text, self._theme, desk_font(9.5)) for chord, text in keys])

    def _reasons(self, chosen: str) -> QGridLayout:
        caps = []
        for key, reason in REASON_KEYS.items():
            is_chosen = reason == chosen
            text = f"{reason_name(reason)} ✓" if is_chosen else reason_name(reason)
            caps.append(Cap(f"{key_of('review_reason')} {key}", text, self._theme, desk_font(9.5, bold=is_chosen)))
        return self._arranged(caps)

    def _arranged(self, caps: Sequence[Cap]) -> QGridLayout:
        """In two columns where the panel has room for them, else one below the other; words below words."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(3)
        widths = _aligned(caps, 2)
        columns = 2 if sum(widths) + BETWEEN <= self.viewport().width() - 2 * MARGIN else 1
        _aligned(caps, columns)
        for number, cap in enumerate(caps):
            grid.addWidget(cap, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)
        return grid

    def _heading(self, text: str) -> PlainLabel:
        label = PlainLabel(text)
        label.setFont(desk_font(8.5, bold=True))
        label.set_colour(self._theme.muted)
        label.setContentsMargins(0, 8, 0, 0)
        return label

    def _muted(self, text: str, *, outside: bool = False) -> PlainLabel:
        label = PlainLabel(text)
        if outside:
            label.set_outside_text(text)
        label.setWordWrap(True)
        label.set_colour(self._theme.muted)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look; the place is to be shown again."""
        self._theme = theme


def _aligned(caps: Sequence[Cap], columns: int) -> list[int]:
    """Has the words of each column begin below one another; the widths that the columns take so."""
    sides = [caps[side::columns] for side in range(columns)]
    for side in sides:
        room = max((cap.cap_width() for cap in side), default=0.0)
        for cap in side:
            cap.align(room)
    return [max((cap.sizeHint().width() for cap in side), default=0) for side in sides]
