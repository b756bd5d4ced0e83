"""Keys of the user's own: what may be given to what, who has it already, and the way back to the table's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.services.keymap import APART, BINDINGS, Binding, Keymap, chord_problem, left_of, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.core.scheme import Label, Scheme

MOST = 6  # chords of one action


class KeyChanges:
    """Chords that replace those of the table, with the labels of `schemes` taken into account."""

    def __init__(self, changed: Mapping[str, Iterable[str]], schemes: Sequence[Scheme] = ()) -> None:
        self._own = {action: tuple(chords) for action, chords in changed.items()}
        self._labels = [
            label
            for scheme in schemes
            for layer in scheme.layers
            if not layer.is_event  # types are asked for: their keys are free elsewhere
            for label in scheme.labels_of(layer.name)
        ]

    @property
    def changed(self) -> dict[str, tuple[str, ...]]:
        """The actions whose chords differ from the table's, for the settings."""
        return dict(self._own)

    @property
    def keymap(self) -> Keymap:
        """The table with the changes put in."""
        return Keymap(self._own)

    def chords(self, action: str) -> tuple[str, ...]:
        """The chords of an action as they are now."""
        return self._own[action] if action in self._own else left_of(_table(action), self._own)

    def is_changed(self, action: str) -> bool:
        """Whether the action has other chords than in the table."""
        return action in self._own

    def claimant(self, action: str, chord: str) -> Binding | Label | None:
        """Who has the chord already: another action in force at the same time, or an entity label."""
        wanted, place = normalised(chord), _table(action).place
        for binding in BINDINGS:
            is_apart = {binding.place, place} == APART
            if binding.action != action and not is_apart and wanted in self.chords(binding.action):
                return binding
        if place == "review":
            return None
        return next((label for label in self._labels if label.key and normalised(label.key) == wanted), None)

    def may_add(self, action: str, chord: str) -> bool:
        """Whether the chord can be one more of the action's."""
        chords = self.chords(action)
        is_free = self.claimant(action, chord) is None
        return is_free and chord_problem(chord) is None and normalised(chord) not in chords and len(chords) < MOST

    def add(self, action: str, chord: str) -> None:
        """Gives the action one more chord, the last in its row."""
        self._put(action, (*self.chords(action), normalised(chord)))

    def remove(self, action: str, chord: str) -> None:
        """Takes a chord from the action; without any it can still be run by name."""
        self._put(action, tuple(one for one in self.chords(action) if one != chord))

    def in_the_way(self, action: str) -> tuple[tuple[str, Binding | Label], ...]:
        """The table's chords of the action that others have now, each with who has it."""
        found = ((chord, self.claimant(action, chord)) for chord in _table(action).chords)
        return tuple((chord, claimant) for chord, claimant in found if claimant is not None)

    def restore(self, action: str) -> None:
        """Gives the action the table's chords again; ask `in_the_way` first."""
        self._own.pop(action, None)

    def restore_all(self) -> None:
        """Gives every action the table's chords again."""
        self._own.clear()

    def _put(self, action: str, chords: tuple[str, ...]) -> None:
        if chords == _table(action).chords:
            self._own.pop(action, None)
        else:
            self._own[action] = chords


def _table(action: str) -> Binding:
    return next(binding for binding in BINDINGS if binding.action == action)
