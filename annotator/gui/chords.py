"""Turns key events into the chords the key table speaks of, on keyboards of whatever layout."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.services.keymap import POSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_NAMES = {
    Qt.Key.Key_Tab: "Tab", Qt.Key.Key_Backtab: "Tab", Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Space", Qt.Key.Key_Backspace: "Backspace", Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Escape: "Escape", Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right", Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down", Qt.Key.Key_Home: "Home", Qt.Key.Key_End: "End", Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown", Qt.Key.Key_Insert: "Insert", Qt.Key.Key_Menu: "Menu",
}  # fmt: skip
# By number, as events have them: to make a Qt.Key of it costs more than all that is asked here.
_NAMED = {key.value: name for key, name in _NAMES.items()} | {
    Qt.Key.Key_F1.value + number: f"F{number + 1}" for number in range(12)
}
_MODIFIERS = (
    ("Ctrl", Qt.KeyboardModifier.ControlModifier),
    ("Alt", Qt.KeyboardModifier.AltModifier),
    ("Shift", Qt.KeyboardModifier.ShiftModifier),
    ("Meta", Qt.KeyboardModifier.MetaModifier),
)


def is_bare(event: QKeyEvent) -> bool:
    """Whether no modifier is held: that a key is one of the numeric pad is none, though Qt says so by one."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def chords_of(event: QKeyEvent) -> tuple[str, ...]:
    """The chords the event may stand for, the likeliest first; () for a modifier alone."""
    modifiers = _held(event.modifiers())
    name = _NAMED.get(event.key())
    if name is not None:
        return ("+".join([*modifiers, name]),)
    found = []
    typed = _typed(event)
    if typed:
        found.append(_with(modifiers, typed))
    placed = _by_place(event)
    if placed:
        found.append(_with(modifiers, placed))
    return tuple(dict.fromkeys(found))


@cache
def _held(modifiers: Qt.KeyboardModifier) -> tuple[str, ...]:
    """The names of the modifiers."""
    return tuple(name for name, flag in _MODIFIERS if modifiers & flag)


def _with(modifiers: Sequence[str], character: str) -> str:
    # A sign that needs Shift or AltGr to be typed is named by itself; a letter in capitals keeps its Shift.
    if character.isalpha():
        return "+".join([*modifiers, character.upper()])
    kept = [name for name in modifiers if name != "Shift"]
    if "Ctrl" in kept and "Alt" in kept:  # AltGr on Windows
        kept = [name for name in kept if name not in ("Ctrl", "Alt")]
    return "+".join([*kept, character])


def _typed(event: QKeyEvent) -> str:
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace():
        return text
    key = event.key()
    return chr(key) if 0x20 < key < 0x100 else ""


def _by_place(event: QKeyEvent) -> str:
    platform = QGuiApplication.platformName()
    places = POSITIONS.get("windows" if platform == "windows" else "xcb", {})
    pair = places.get(event.nativeScanCode())
    if pair is None:
        return ""
    return pair[1] if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else pair[0]
