"""Takes key events to what they do: the hints' choices, the key table's actions, the scheme's label keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.chords import chords_of
from annotator.gui.gestures.events import Events
from annotator.gui.gestures.labelling import Labelling
from annotator.gui.gestures.moving import Moving
from annotator.gui.gestures.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from annotator.gui.gestures.hand import Hand
    from annotator.services.keymap import Keymap


class Keys:
    """All gestures of the desk by name; `more` are those of the window."""

    def __init__(self, hand: Hand, keymap: Keymap, more: Mapping[str, Callable[[], None]]) -> None:
        self._hand = hand
        self._keymap = keymap
        self.labelling = Labelling(hand)
        self.events = Events(hand, self.labelling)
        self.suggestions = Suggestions(hand)
        self.actions: dict[str, Callable[[], None]] = {
            **Moving(hand.view).actions(),
            **self.suggestions.actions(),
            **self.labelling.actions(),
            **self.events.actions(),
            "clear": self._clear,
            **more,
        }

    def in_article(self, event: QKeyEvent) -> None:
        """A key pressed while the article has the focus; accepted if it does something."""
        chords = chords_of(event)
        hints = self._hand.hints
        if hints.is_asking and chords:
            chord = next((chord for chord in chords if hints.knows(chord)), chords[0])
            if hints.take(chord):
                event.accept()
                return
        for chord in chords:
            action = self._keymap.action(chord, place="article")
            if action is not None:
                self.run(action)
                event.accept()
                return
            label = self.labelling.label_of(chord)
            if label is not None:
                self._hand.desk.activity.touch()
                self.labelling.give(label)
                event.accept()
                return

    def in_window(self, event: QKeyEvent) -> None:
        """A key nobody else wanted."""
        for chord in chords_of(event):
            action = self._keymap.action(chord, place="window")
            if action is not None:
                self.run(action)
                event.accept()
                return

    def run(self, action: str) -> None:
        """Does what the action of that name does."""
        self._hand.desk.activity.touch()
        self.actions[action]()

    def _clear(self) -> None:
        self._hand.hints.close_hints()
        self._hand.view.set_current(None)
