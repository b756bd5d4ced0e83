"""F1: all keys as they are now, from the same table as docs/keys.md, with the keys of the scheme's labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.dialogs.frame import Frame, told
from annotator.gui.key_names import with_keys
from annotator.gui.language import spoken_language
from annotator.gui.parts import Cap, PlainLabel
from annotator.gui.theme import bold_of
from annotator.services.command_search import folded
from annotator.services.keymap import GROUPS, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.services.keymap import Keymap

MOST_COLUMNS = 3
COLUMN = 420  # least width of a column of keys, in letters of 10 points


class Section(QWidget):
    """A group of keys: a heading, then a line for each: its caps, and what it does."""

    def __init__(self, title: str, lines: Iterable[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self._lines: list[tuple[str, list[QWidget]]] = []
        self.heading = PlainLabel(title)
        self.heading.setFont(bold_of(self.font()))
        self.heading.set_colour(theme.accent)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 18, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 0, 1, 2)
        for number, (chords, text) in enumerate(lines, start=1):
            caps = QWidget()
            stack = QVBoxLayout(caps)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(2)
            for chord in filter(None, chords.split(" · ")):
                stack.addWidget(Cap(chord, "", theme, self.font()))
            what = PlainLabel(text)
            what.setWordWrap(True)
            grid.addWidget(caps, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(what, number, 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((folded(f"{title} {chords} {text}"), [caps, what]))

    def caps_width(self) -> int:
        """How wide its widest keys are."""
        return max(widgets[0].sizeHint().width() for _, widgets in self._lines)

    def give_caps(self, width: int) -> None:
        """Has what the keys do begin there, below that of other groups."""
        self._grid.setColumnMinimumWidth(0, width)

    def narrow(self, words: list[str]) -> bool:
        """Shows the lines that hold all words; whether there are any."""
        found = False
        for text, widgets in self._lines:
            fits = all(word in text for word in words)
            found = found or fits
            for widget in widgets:
                widget.setVisible(fits)
        self.setVisible(found)
        return found


class KeyOverview(Frame):
    """The keys in as many columns as there is room for; letters narrow them."""

    def __init__(self, keymap: Keymap, scheme: Scheme | None, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        title = self.tr("Keys")
        self.set_title(title)
        self.query = told(
            QLineEdit(), self.tr("Narrow the keys"), self.tr("Shows only the keys whose line holds these letters")
        )
        self.query.setPlaceholderText(self.tr("Narrow: a key, or a word of what it does"))
        self.query.setClearButtonEnabled(True)
        self.sections = [Section(*one, theme) for one in sections_of(keymap, scheme, self._names())]
        self._align()
        inside = QWidget()
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(2, 2, 2, 2)
        self._stacks = [QVBoxLayout() for _ in range(MOST_COLUMNS)]
        for stack in self._stacks:
            stack.addStretch(1)
            self._line.addLayout(stack)
        self._columns = 0
        self.area = told(QScrollArea(), title, self.tr("All keys by group; the arrows scroll"))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.nothing = self.muted(self.tr("No key fits these letters."))
        self.nothing.hide()
        self.body.addWidget(self.query)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.area, 1)
        self.buttons.addWidget(self.muted(with_keys(self.tr("They can be changed in the settings, {key:settings}"))), 1)
        self.add_close(self.tr("Close"))
        self.query.textChanged.connect(self.narrow)
        self.fit(940, 700)
        self._arrange(2)

    def _names(self) -> Mapping[str, str]:
        return {
            "label": self.tr("Labels"), "type": with_keys(self.tr("Events, after {key:event}")),
            "role": with_keys(self.tr("Roles, after {key:role}")),
            "attribute": self.tr("Attributes of what is at hand"),
        }  # fmt: skip

    def _align(self) -> None:
        """What keys do begins at one place in all groups of letters, and at one in all groups of longer keys."""
        widths = [section.caps_width() for section in self.sections]
        for is_long in (False, True):
            alike = [width for width in widths if (width > max(widths) / 2) == is_long]
            for section, width in zip(self.sections, widths, strict=True):
                if width in alike:
                    section.give_caps(max(alike))

    def narrow(self, text: str) -> None:
        """Shows only the lines that hold these letters."""
        words = folded(text).split()
        found = [section.narrow(words) for section in self.sections]
        self.nothing.setVisible(not any(found))

    def _arrange(self, columns: int) -> None:
        """Deals the groups out over that many columns, each to the one that is shortest by then."""
        if columns == self._columns:
            return
        self._columns = columns
        for section in self.sections:
            for stack in self._stacks:
                stack.removeWidget(section)
        heights = [0] * columns
        for section in self.sections:
            column = heights.index(min(heights))
            stack = self._stacks[column]
            stack.insertWidget(stack.count() - 1, section)
            heights[column] += section.sizeHint().height()
        for number in range(MOST_COLUMNS):
            self._line.setStretch(number, 1 if number < columns else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: 3 * bar.singleStep(), Qt.Key.Key_Up: -3 * bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = COLUMN * self.font().pointSizeF() / 10
        self._arrange(max(1, min(MOST_COLUMNS, int(self.width() // wanted))))


def sections_of(
    keymap: Keymap, scheme: Scheme | None, names: Mapping[str, str]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups of the overview: a title, and (chords, what they do) for each line."""
    language = spoken_language()
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, chords, _action, text in rows(keymap, language=language):
        groups.setdefault(group, []).append((chords, text))
    found = [(GROUPS.get(group, (group.capitalize(),) * 2)[language == "nl"], lines) for group, lines in groups.items()]
    if scheme is None:
        return found
    return [*_of_scheme(scheme, language, names), *found]  # of all keys these are the ones that nobody can know


def _of_scheme(scheme: Scheme, language: str, names: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups of the scheme's own keys."""
    found = []
    events = {layer.name for layer in scheme.layers if layer.is_event}
    for kind in ("label", "type"):
        wanted = [one for one in scheme.labels if one.key and (one.layer in events) == (kind == "type")]
        found.append((names[kind], [(one.key.upper(), _called(one.name, one.names, language)) for one in wanted]))
    for kind, ones in (("role", scheme.roles), ("attribute", scheme.attributes)):
        lines = {one.key.upper(): _called(one.name, one.names, language) for one in ones if one.key}
        found.append((names[kind], list(lines.items())))
    return [(title, lines) for title, lines in found if lines]


def _called(name: str, names: Mapping[str, str], language: str) -> str:
    """What the scheme calls it, and what people do where that is another."""
    called = names.get(language, "")
    return name if called.casefold() in ("", name.casefold()) else f"{name} · {called}"
