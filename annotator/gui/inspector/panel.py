"""The right part of the window: the mark at hand, its roles and attributes, and the guideline of its label."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.chip import Chip
from annotator.gui.flow import EndsLayout
from annotator.gui.inspector.key_list import KeyList
from annotator.gui.inspector.painted import Flow, Heading, Prose, RoleRow, Steps
from annotator.gui.key_names import chord_of, with_keys
from annotator.gui.parts import Bar, Cap, PlainLabel
from annotator.gui.theme import colour_of, desk_font, reading_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.inspector.contents import Contents
    from annotator.gui.theme import Theme

MOST_ROLES = 12
MOST_ATTRIBUTES = 4


class Words(PlainLabel):
    """The words at hand: as wide as they are on one line, and as high as they are broken into the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class Inspector(QScrollArea):
    """Shows Contents; its parts are made once and filled again."""

    spoken_role = QAccessible.Role.Pane
    role_wanted = Signal(str)  # name of a role that was clicked
    label_wanted = Signal(object)  # Label that was clicked in the list of them
    value_wanted = Signal(str, int)  # name of an attribute, number of the value that was clicked

    def __init__(self, scheme: Scheme, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its bar has its room also where all is seen, without being seen: from mark to mark lines must not break anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))
        self.setAccessibleName(self.tr("Inspector"))
        self.setAccessibleDescription(self.tr("What is known of what is at hand, and its guideline; the arrows scroll"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click in it answers: the keys stay with the article
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        self._theme = theme
        self._shown: object = None
        self._contents: Contents | None = None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 6, 14)  # at the right the room of the bar as well
        column.setSpacing(3)
        self._chip = Chip(theme)
        self._standing = self._muted()
        head = EndsLayout(gap=6)
        head.addWidget(self._chip)
        self._text = Words()
        self._text.setFont(reading_font(14, is_scaled=True))
        # Beside the words, most of which are short: beside the label it stood below the long ones, and from mark to
        # mark all that follows moved up and down by a line.
        words = EndsLayout(gap=6)
        words.addWidget(self._text)
        words.addWidget(self._standing)
        self._origin = self._muted()
        self._origin.setWordWrap(True)
        self._bar = Bar(theme)
        self._bar.setAccessibleName(self.tr("Score"))
        self._caps = [Cap("", "", theme, desk_font(9.5)) for _ in range(6)]
        caps = Flow()
        for cap in self._caps:
            caps.add(cap)
        self._caps_box = caps
        self._roles_head = self._heading(self.tr("Roles"), chord_of("role"))
        self._roles = [RoleRow(theme) for _ in range(MOST_ROLES)]
        for number, row in enumerate(self._roles):
            row.pressed.connect(partial(self._press_role, number))
        self._attributes = [(self._heading(""), Steps(theme)) for _ in range(MOST_ATTRIBUTES)]
        for number, (_, steps) in enumerate(self._attributes):
            steps.chosen.connect(partial(self._press_value, number))
        self._make_prose(theme)
        self._empty = self._muted()
        self._empty.setWordWrap(True)
        # Room for two lines in any case: the keys below are looked for where they were a moment ago.
        self._empty.setText("\n")
        self._empty.setMinimumHeight(self._empty.sizeHint().height())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._labels = KeyList(self._scheme, theme)
        self._labels.wanted.connect(self.label_wanted)
        column.addLayout(head)
        column.addSpacing(5)
        column.addLayout(words)
        # Attributes before roles: what F steps is never to be scrolled to, and one order at any height of the window.
        for widget in (self._origin, self._bar, caps, *chain.from_iterable(self._attributes),
                       self._roles_head, *self._roles, self._empty, self._remarks_head, self._remarks,
                       self._guide_head, self._version, self._guideline, self._examples, self._history_head,
                       self._history, self._hidden_head, self._hidden, self._labels):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        # Where no article is ever opened nobody else hides what is not filled.
        nothing = with_keys(self.tr("There is no article yet. {key:import_articles} imports articles."))
        self.show_contents(None, hints=(), empty=nothing)

    def _make_prose(self, theme: Theme) -> None:
        self._remarks_head = self._heading(self.tr("Remarks"))
        self._remarks = Prose()
        self._remarks.set_colour(theme.ink)
        self._guide_head = self._heading("")
        self._version = self._muted()
        self._version.setWordWrap(True)
        self._guideline = Prose()
        self._guideline.set_colour(theme.ink)
        self._examples = Prose()
        self._examples.set_colour(theme.muted)
        self._history_head = self._heading(self.tr("History"))
        self._history = Prose()
        self._history.set_colour(theme.muted)
        self._hidden_head = self._heading(self.tr("Hidden here"), chord_of("show_hidden"))
        self._hidden = Prose()
        self._hidden.set_colour(theme.muted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the window's: Qt would scroll by Alt Down as by Down
        else:
            super().keyPressEvent(event)

    def _muted(self) -> PlainLabel:
        label = PlainLabel()
        label.set_colour(self._theme.muted)
        return label

    def _heading(self, text: str, key: str = "") -> Heading:
        return Heading(text, key, self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._build(theme)

    def _press_role(self, number: int) -> None:
        if self._contents is not None:
            self.role_wanted.emit(self._contents.roles[number].name)

    def _press_value(self, number: int, value: int) -> None:
        if self._contents is not None:
            self.value_wanted.emit(self._contents.attributes[number].id, value)

    def show_contents(
        self,
        contents: Contents | None,
        *,
        hints: Sequence[tuple[str, str]],
        empty: str,
        remarks: Sequence[str] = (),
        hidden: Sequence[str] = (),
    ) -> None:
        """Shows the contents with the keys that apply.

        Where nothing is at hand, `empty` is said, with the `remarks` on the document and what is `hidden`
        under the cursor.
        """
        wanted = (contents, tuple(hints), empty, tuple(remarks), tuple(hidden))
        if wanted == self._shown:
            return
        self._shown = wanted
        self._contents = contents
        said = contents.remarks if contents is not None else tuple(remarks)
        self._remarks_head.setVisible(bool(said))
        self._remarks.set_text("\n".join(said))
        unseen = contents.hidden if contents is not None else tuple(hidden)
        self._hidden_head.setVisible(bool(unseen))
        self._hidden.set_text("\n".join(unseen))
        is_there = contents is not None
        for widget in (self._chip, self._standing, self._text, self._guide_head, self._guideline,
                       self._history_head, self._history):  # fmt: skip
            widget.setVisible(is_there)
        self._empty.setVisible(not is_there)
        self._labels.setVisible(not is_there)
        self._empty.setText(empty)
        for number, cap in enumerate(self._caps):
            cap.setVisible(number < len(hints))
            if number < len(hints):
                cap.set_contents(*hints[number])
        self._caps_box.arrange()
        self._fill_rest(contents)

    def _fill_rest(self, contents: Contents | None) -> None:
        roles = contents.roles if contents is not None else ()
        self._roles_head.setVisible(bool(roles))
        for number, row in enumerate(self._roles):
            row.setVisible(number < len(roles))
            if number < len(roles):
                row.set_role(roles[number], self._scheme)
        attributes = contents.attributes if contents is not None else ()
        for number, (head, steps) in enumerate(self._attributes):
            head.setVisible(number < len(attributes))
            steps.setVisible(number < len(attributes))
            if number < len(attributes):
                own = attributes[number].key.upper()
                head.set_text(attributes[number].name, key=own if number else chord_of("step_attribute") or own)
                steps.set_values(attributes[number].values, attributes[number].chosen)
        self._fill_foot(contents)

    def _fill_foot(self, contents: Contents | None) -> None:
        note = contents.guideline_note if contents is not None else ""
        self._version.set_outside_text(note)
        self._version.setVisible(bool(note))
        has_score = contents is not None and contents.score is not None
        self._bar.setVisible(has_score)
        self._origin.setVisible(contents is not None and bool(contents.origin))
        self._examples.set_examples(contents.examples if contents is not None else ())
        if contents is None:
            return
        self._bar.set_share(contents.score or 0.0)
        colour = colour_of(self._scheme.label(contents.layer, contents.label), self._theme)
        name = f"· {contents.label_name}" if contents.label_name else ""
        self._chip.set_contents(contents.label, name, colour)
        self._standing.setText(contents.standing)
        self._text.set_outside_text(contents.text)
        self._origin.set_outside_text(contents.origin)
        head = self.tr("Guideline · {label}").format(label=contents.label)
        self._guide_head.set_text(head, key=chord_of("guideline"))
        self._guideline.set_markdown(contents.guideline or self.tr("Nothing is written of it yet."))
        self._history.set_text(" · ".join(contents.history).replace(" · ", "\u00a0· "))  # no line begins with a dot
