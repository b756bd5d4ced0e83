"""Takes key events to what they do: the hints' choices, the key table's actions, the scheme's label keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.chords import chords_of
from annotator.gui.gestures.bulk import Bulk
from annotator.gui.gestures.events import Events
from annotator.gui.gestures.hand import translate
from annotator.gui.gestures.labelling import Labelling
from annotator.gui.gestures.moving import Moving
from annotator.gui.gestures.notes import Notes
from annotator.gui.gestures.roles import Roles
from annotator.gui.gestures.suggestions import Suggestions
from annotator.gui.key_names import with_keys
from annotator.gui.parts import cap_text
from annotator.services.held_keys import REPEATED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.gui.gestures.hand import Hand
    from annotator.services.keymap import Keymap, Place


class Keys:
    """All gestures of the desk by name; `more` are those of the window."""

    def __init__(self, hand: Hand, keymap: Keymap, more: Mapping[str, Callable[[], None]]) -> None:
        self._hand = hand
        self._keymap = keymap
        self._is_role_refused = False  # R was the last key, and found no event at hand
        self._is_held = False  # it was said that a key held down counts once
        self.labelling = Labelling(hand)
        self.roles = Roles(hand)
        self.events = Events(hand, self.labelling, self.roles)
        self.bulk = Bulk(hand)
        notes = Notes(hand)
        self.actions: dict[str, Callable[[], None]] = {
            **Moving(hand).actions(),
            **Suggestions(hand).actions(),
            **self.bulk.actions(),
            **self.labelling.actions(),
            **self.events.actions(),
            **self.roles.actions(),
            **notes.actions(),
            "clear": self._clear,
            **more,
        }

    def in_article(self, event: QKeyEvent) -> None:
        """A key pressed while the article has the focus; accepted if it does something."""
        chords = chords_of(event)
        if self._passes_over(event, chords, place="article"):
            return
        hints = self._hand.hints
        was_asked = hints.is_asking
        was_refused = self._is_role_refused
        self._is_role_refused = was_refused and not chords  # a modifier alone is no key yet
        if was_asked and chords:
            chord = next((chord for chord in chords if hints.knows(chord)), chords[0])
            is_choice = hints.knows(chord)
            if hints.take(chord):
                if not is_choice and hints.is_asking:
                    said = translate("Gestures", "“{key}” is none of the choices; {leave} leaves them")
                    self._hand.refuse(said.format(key=cap_text(chord), leave=cap_text("Escape")))
                event.accept()
                return
        if any(self._act(chord) for chord in chords):
            event.accept()
        elif was_asked and any(self.labelling.label_of(chord) for chord in chords):
            # A slip for a role's key must not label the trigger as an entity.
            self._hand.refuse(translate("Gestures", "no role has that key"))
            event.accept()
        elif was_refused and any(self.labelling.label_of(chord) for chord in chords):
            # R and a role's key are typed as one: what is at hand must not get another label by the second of them.
            said = translate("Gestures", "no event is at hand, so that was no role; the same key again gives the label")
            self._hand.refuse(said)
            event.accept()
        elif any(self._describe(chord) for chord in chords):
            event.accept()
        elif chords and chords[0] != "Menu":  # that key opens the menu by itself
            said = translate("Gestures", "{chord} does nothing here; {key:overview} shows all keys")
            self._hand.refuse(with_keys(said, chord=cap_text(chords[0])))

    def _passes_over(self, event: QKeyEvent, chords: Sequence[str], *, place: Place) -> bool:
        """Whether the key is only held down, and does nothing that goes on while it is; says once that it does not."""
        if not event.isAutoRepeat():
            self._is_held = False
            return False
        if any(self._hand.hints.is_asking and self._hand.hints.repeats(chord) for chord in chords):
            return False
        actions = [action for chord in chords if (action := self._keymap.action(chord, place=place)) is not None]
        if actions and actions[0] in REPEATED:
            return False
        is_label = place == "article" and any(map(self.labelling.label_of, chords))
        if (actions or is_label) and actions != ["clear"] and not self._is_held:
            self._is_held = True
            said = translate("Gestures", "{key} is held down: that counts once")
            self._hand.desk.said.emit(said.format(key=cap_text(chords[0])))
        event.accept()
        return True

    def _act(self, chord: str) -> bool:
        """Does what the key table has for the chord; whether there is anything."""
        action = self._keymap.action(chord, place="article")
        if action is not None:
            self.run(action)
        return action is not None

    def _describe(self, chord: str) -> bool:
        """Steps the attribute, or gives the label, whose key the chord is; whether there is one."""
        attribute, label = self.events.attribute_of(chord), self.labelling.label_of(chord)
        if attribute is None and label is None:
            return False
        self._hand.desk.activity.touch()
        if attribute is not None:
            self.events.step(attribute)
        elif label is not None:
            self.labelling.give(label)
        return True

    def in_window(self, event: QKeyEvent) -> None:
        """A key nobody else wanted."""
        chords = chords_of(event)
        if self._passes_over(event, chords, place="window"):
            return
        for chord in chords:
            action = self._keymap.action(chord, place="window")
            if action is not None:
                self.run(action)
                event.accept()
                return

    def run(self, action: str) -> None:
        """Does what the action of that name does."""
        self._hand.desk.activity.touch()
        self.actions[action]()
        self._is_role_refused = action == "role" and not self._hand.hints.is_asking

    def _clear(self) -> None:
        if self._hand.desk.work.is_running:
            self._hand.desk.work.stop()
            return
        self._hand.hints.close_hints()
        self._hand.view.set_current(None)
