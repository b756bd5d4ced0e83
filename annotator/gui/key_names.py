"""Names the keys of actions in running text as they are in force: a text says `{key:undo}`, never which key that is."""

from __future__ import annotations

from annotator.gui.language import spoken_language
from annotator.gui.parts import cap_text
from annotator.services.keymap import Keymap, normalised

_in_force: list[Keymap] = []  # at most one


def use_keys(keymap: Keymap) -> None:
    """Has every text that is made from now on name the keys of this table."""
    _in_force[:] = [keymap]


def chord_of(action: str) -> str:
    """The first chord of the action, for a cap; "" where it has none."""
    if not _in_force:
        use_keys(Keymap())
    return next(iter(_in_force[0].chords(action)), "")


def label_key(key: str) -> str:
    """The key that the scheme gives a label, or "" where a command on the article has it."""
    chord_of("clear")  # has a table be in force
    return "" if key and _in_force[0].action(normalised(key), place="article") is not None else key


def key_of(action: str) -> str:
    """The first key of the action, as on a cap; what the action does, in quotation marks, where it has none."""
    chord = chord_of(action)
    if chord:
        return cap_text(chord)
    binding = next(one for one in _in_force[0].bindings if one.action == action)
    return f"“{binding.text(spoken_language())}”"


class _Keys:
    """What `{key:undo}` in a text is formatted with."""

    def __format__(self, action: str) -> str:
        return key_of(action)


_KEYS = _Keys()


def with_keys(text: str, /, **values: object) -> str:
    """The text, already in the window's language, with the keys it names and the values it holds put in."""
    return text.format(key=_KEYS, **values)
