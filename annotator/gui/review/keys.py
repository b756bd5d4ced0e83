"""Keys of the place Review: what each does to the place at hand, and what one key asks of the next."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.text import without_controls
from annotator.gui.article.view import READING_POINTS
from annotator.gui.chords import chords_of
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.gui.parts import cap_text, go_to_part
from annotator.gui.review.editing import Editor
from annotator.gui.review.words import GAP, REASON_KEYS, reason_name
from annotator.services.held_keys import REPEATED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.gui.review.marks import Edit
    from annotator.gui.review.place import ReviewPlace
    from annotator.services.keymap import Keymap

# What can be done where no document is under review; votes say for themselves that there is nothing to compare.
WITHOUT_DOCUMENT = frozenset(
    {
        "review_unanimous", "review_majority", "review_alone", "review_whose", "undo", "redo", "larger", "smaller",
        "plain_size", "next_pane", "previous_pane",
    }
)  # fmt: skip


class ReviewKeys(QObject):
    """`commands` is what the actions of the key table do here, by name."""

    def __init__(self, place: ReviewPlace, keymap: Keymap) -> None:
        super().__init__(place)
        self._place = place
        self.deciding = place.deciding
        self._keymap = keymap
        self._editor = Editor(place.deciding.session.scheme, keymap)
        self._asked = ""  # what the next key answers: "", "reason" or "reject"
        self._is_held = False  # it was said that a key held down counts once
        self.commands = {
            action: command if action in WITHOUT_DOCUMENT else partial(self._with_document, command)
            for action, command in self._commands().items()
        }

    @property
    def edit(self) -> Edit | None:
        """What is edited now."""
        return self._editor.edit

    def _commands(self) -> dict[str, Callable[[], None]]:
        deciding = self.deciding
        return {
            "review_next": partial(self._step, 1),
            "review_previous": partial(self._step, -1),
            "review_next_place": lambda: self._say_end(deciding.step(1, is_any=True)),
            "review_previous_place": lambda: self._say_end(deciding.step(-1, is_any=True)),
            **{f"review_take_{number}": partial(self.take, letter) for number, letter in enumerate("ABCDEF", 1)},
            "review_both": lambda: self._go_on(deciding.take_all()),
            "review_nothing": lambda: self._go_on(deciding.take_none()),
            "review_reject": self._ask_reject,
            "review_edit": self._edit,
            "review_reason": self._ask_reason,
            "review_note": self._to_note,
            "review_rule": self._place.asking.draft_rule,
            "review_names": self._switch_names,
            "review_unanimous": partial(self._place.asking.ask_vote, "unanimous"),
            "review_majority": partial(self._place.asking.ask_vote, "majority"),
            "review_alone": self._place.asking.ask_alone,
            "review_whose": self._place.asking.ask_whose,
            "review_annotate": self._to_annotate,
            "undo": deciding.revert,
            "redo": partial(deciding.revert, is_redo=True),
            "done": self._finish,
            "next_document": partial(self._go_beside, 1),
            "previous_document": partial(self._go_beside, -1),
            "larger": lambda: self._place.view.set_points(self._place.view.points + 1),
            "smaller": lambda: self._place.view.set_points(self._place.view.points - 1),
            "plain_size": lambda: self._place.view.set_points(READING_POINTS),
            "next_pane": partial(self._go_to_part, 1),
            "previous_pane": partial(self._go_to_part, -1),
        }

    def run(self, action: str) -> None:
        """Does what the action does here."""
        self.deciding.activity.touch()
        with self.deciding.tell_moved.held():
            self.commands[action]()

    def _with_document(self, command: Callable[[], None]) -> None:
        """Does what needs a document under review, or says that there is none."""
        if self.deciding.review is None:
            self.deciding.refused.emit(self.tr("there is nothing to review yet"))
        else:
            command()

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what the key does; whether it does anything."""
        chords = chords_of(event)
        if self._passes_over(event, chords):
            return True
        for chord in chords:
            if self._in_mode(chord):
                return True
            action = self._keymap.action(chord, place="review")
            if action is not None and action in self.commands:
                self.run(action)
                return True
            if self._place.view.scroll_by_key(chord):
                return True
        return False

    def _passes_over(self, event: QKeyEvent, chords: Sequence[str]) -> bool:
        """Whether the key is only held down, and does nothing that goes on while it is; says once that it does not.

        A version is taken by each press: a held key would settle unread as many differences as the keyboard repeats.
        """
        if not event.isAutoRepeat():
            self._is_held = False
            return False
        if not chords or any(self._goes_on(chord) for chord in chords):
            return False
        does_nothing = all(self._keymap.action(chord, place="review") is None for chord in chords)
        if does_nothing and self._editor.edit is None and not self._asked:
            return False  # scrolling, or nothing at all
        is_asked = bool(self._asked) or self._editor.edit is not None  # which keys answer is still to be read
        if not self._is_held and not is_asked and "Escape" not in chords:
            self._is_held = True
            self.deciding.said.emit(self.tr("{key} is held down: that counts once").format(key=cap_text(chords[0])))
        return True

    def _goes_on(self, chord: str) -> bool:
        """Whether what the chord does now is done over and over while it is held."""
        if self._editor.edit is not None:
            return self._editor.moves(chord)
        return not self._asked and self._keymap.action(chord, place="review") in REPEATED

    def _in_mode(self, chord: str) -> bool:
        """Answers what was asked, or changes what is edited; whether the chord was for that."""
        review = self.deciding.review
        if self._editor.edit is not None and review is not None:
            if chord == "Enter":
                self._keep_edit()
            elif chord == "Escape":
                self.leave_modes()
                self.deciding.said.emit("")
                self.deciding.reread()
            elif self._editor.take(chord, review.compared.document):
                self._place.show_article(True)
                self._place.show_place()
            else:
                return "Ctrl" not in chord and re.fullmatch(r"F\d+", chord) is None  # a slip must not decide anything
            return True
        asked, self._asked = self._asked, ""
        if asked == "reason" and chord in REASON_KEYS:
            self._choose_reason(REASON_KEYS[chord])
            return True
        if asked == "reject" and len(chord) == 1 and chord.isalpha():
            self._go_on(self.deciding.reject(chord))
            return True
        if asked:
            self.deciding.said.emit("")
        return bool(asked) and chord == "Escape"

    def leave_modes(self) -> None:
        """Nothing is asked or edited any more."""
        self._asked = ""
        self._editor.end()

    def take(self, letter: str) -> None:
        """Takes a version, goes to the next difference."""
        self._go_on(self.deciding.take(letter))

    def _go_on(self, is_done: bool) -> None:
        """After a decision: the next open difference of this document."""
        if is_done and not self.deciding.open_differences():
            said = self.tr("no difference is open here; {key:done}: article done, go to the next")
            self.deciding.said.emit(with_keys(said))
        elif is_done:
            self.deciding.said.emit("")  # what was asked is answered, and a reason is used up
            if self.deciding.place is not None and not self.deciding.is_open(self.deciding.place):
                self._to_nearest()
        self._place.view.setFocus()

    def _to_nearest(self) -> None:
        if not self.deciding.step(1):
            self.deciding.step(-1)

    def _step(self, count: int) -> None:
        if self.deciding.step(count):
            return
        if count > 0 and not self.deciding.open_differences():
            following = self._place.queue.next_open(self.deciding.document)
            if following is not None:
                self._place.open(following)
                return
            self.deciding.said.emit(self._all_decided() or self.tr("no article has open differences"))
            return
        self._say_end(False)

    def _all_decided(self) -> str:
        """What is left to do where nothing is open any more: `Tab` goes past documents that are not made done."""
        count = self._place.queue.undone()
        said = self.tr(
            "all differences are decided, but articles that are not done yet: {count}; {key:review_unanimous} takes "
            "what all agree on in them and makes them done"
        )
        return with_keys(said, count=grouped(count)) if count else ""

    def _say_end(self, has_moved: bool) -> None:
        if not has_moved:
            self.deciding.said.emit(self.tr("there is none further in this direction"))

    def _go_beside(self, step: int) -> None:
        document = self._place.queue.beside(self.deciding.document, step)
        if document is not None:
            self._place.open(document)
        self._say_end(document is not None)

    def _finish(self) -> None:
        if not self.deciding.finish():
            return
        following = self._place.queue.next_open(self.deciding.document)
        if following is None:
            self.deciding.said.emit(self._all_decided() or self.tr("no article has open differences"))
            return
        self._place.open(following)
        self.deciding.said.emit(self.tr("done; this is the next one"))

    def _ask_reason(self) -> None:
        self._asked = "reason"
        names = " · ".join(f"{key} {reason_name(reason)}" for key, reason in REASON_KEYS.items())
        self.deciding.said.emit(names)

    def _choose_reason(self, reason: str) -> None:
        self.deciding.reason = "" if self.deciding.reason == reason else reason
        self._place.show_place()
        self.deciding.said.emit(
            self.tr("reason of the next decision: {reason}").format(reason=reason_name(reason))
            if self.deciding.reason
            else self.tr("no reason")
        )
        if self.deciding.reason == GAP:
            self._place.asking.draft_rule()

    def _ask_reject(self) -> None:
        versions = self.deciding.versions()
        if not versions:
            self.deciding.refused.emit(self.tr("nobody labelled anything here: there is no version to reject"))
            return
        if len(versions) == 1:
            self._go_on(self.deciding.reject(versions[0].letter))
            return
        self._asked = "reject"
        letters = ", ".join(one.letter for one in versions if one.letter)
        self.deciding.said.emit(self.tr("reject which version? {letters}").format(letters=letters))

    def _to_note(self) -> None:
        self._place.panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._place.panel.ensureWidgetVisible(self._place.panel.note)

    def take_note(self, text: str) -> None:
        """Keeps the note for the next decision."""
        self.deciding.note = without_controls(text).strip()

    def _switch_names(self) -> None:
        self._place.is_anonymous = not self._place.is_anonymous
        self._place.show_compared()
        self._place.show_place()
        self.deciding.said.emit(self.tr("without names") if self._place.is_anonymous else self.tr("with names"))

    def _to_annotate(self) -> None:
        document, place = self.deciding.document, self.deciding.place
        if document is not None:
            self._place.annotate_wanted.emit(document, place.start if place is not None else 0)

    def _go_to_part(self, step: int) -> None:
        parts: list[QWidget] = [self._place.queue.list, self._place.view, self._place.panel.note]
        go_to_part(parts, step, at=1)

    def _edit(self) -> None:
        review, place = self.deciding.review, self.deciding.place
        if review is None or place is None:
            return
        first = self.deciding.versions()[0]
        self._editor.begin(place, review.view.standing(place) or first.span, first.who[0])
        self._place.show_article(True)
        self._place.show_place()
        said = self.tr(
            "a label's key, {key:left_edge_left} {key:left_edge_right} {key:right_edge_left} {key:right_edge_right} "
            "for the edges; Enter keeps it, Esc leaves it"
        )
        self.deciding.said.emit(with_keys(said))

    def _keep_edit(self) -> None:
        edit = self._editor.edit
        if edit is None:
            return
        base = self._editor.base
        self.leave_modes()
        is_done = self.deciding.change(base, edit.label, edit.fragments)
        if not is_done:
            self.deciding.reread()
        self._go_on(is_done)
