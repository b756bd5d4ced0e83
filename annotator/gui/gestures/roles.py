"""Roles: asking for a role by its key, and for its filler by a letter beside it in the text, or by the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.advice import fits
from annotator.core.command import ClearRole, RemoveArgument, SetArgument
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.gestures.label_lists import spare_keys
from annotator.gui.hint_shapes import Choice
from annotator.gui.inspector.contents import named
from annotator.gui.key_names import with_keys
from annotator.gui.theme import colour_of
from annotator.services.keymap import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.command import Command
    from annotator.core.scheme import Role
    from annotator.core.suggestion import Suggestion
    from annotator.gui.article.marks import Mark

LETTERS = "ASDFGHJKLQWERTYUIOPZXCVB"  # the home row first; N is kept for “not mentioned”
NONE = "N"
AROUND = 6  # blocks on either side of the trigger in which fillers are looked for
LISTED = 7  # candidates that the strip names as well; the others have their letter in the text


class Roles:
    """Gestures that answer who or what fills a role of the event at hand."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.hints.closed.connect(self._let_go)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {"role": self.ask_role}

    def ask_role(self) -> None:
        """Offers the roles of the event at hand; every other key goes on doing what it does."""
        hand = self._hand
        event = hand.event_meant()
        if event is None:
            return
        roles = hand.desk.scheme.roles_of(event.layer, event.label)
        if not roles:
            hand.refuse(translate("Gestures", "{label} has no roles in this scheme").format(label=event.label))
            return
        choices = [
            Choice(normalised(key), self._line(event, role), partial(self.ask_filler, event.id, role))
            for role, key in zip(roles, spare_keys((role.name, role.key) for role in roles), strict=True)
            if key
        ]
        title = translate("Gestures", "Roles of {label} “{text}”").format(
            label=event.label, text=hand.text(event.fragments)
        )
        hand.dock(title, choices, about=event.fragments, is_gentle=True)

    def ask_named(self, name: str) -> None:
        """Asks at once for the filler of the role of that name of the event at hand."""
        event = self._hand.event_meant()
        roles = self._hand.desk.scheme.roles_of(event.layer, event.label) if event is not None else ()
        role = next((one for one in roles if one.name == name), None)
        if event is not None and role is not None:
            self._hand.view.setFocus()
            self.ask_filler(event.id, role)

    def _name(self, role: Role) -> str:
        """The role as people say it."""
        return named(role.names, self._hand.language, role.name)

    def _called(self, role: Role) -> str:
        """The role as people say it, with the name that the tags in the article show where that is another."""
        said = self._name(role)
        return said if said.casefold() == role.name.casefold() else f"{said} ({role.name})"

    def _line(self, event: Event | Suggestion, role: Role) -> str:
        held = [one for one in event.arguments if one.role == role.name]
        name = self._name(role)
        if not held:
            return name
        book = self._hand.book
        marks = [book.mark(one.span) for one in held] if book is not None else []
        texts = [self._hand.text(mark.fragments) for mark in marks if mark is not None]
        return f"{name}: {', '.join(texts)}" if texts else f"{name}: {translate('Gestures', 'not mentioned')}"

    # -- picking the filler -----------------------------------------------------------------------------

    def ask_filler(self, event_id: str, role: Role, *, first: int = 0) -> None:
        """Paints a letter beside each candidate, the likeliest `first` of them left out; takes clicks as well."""
        hand = self._hand
        event = self._event(event_id)
        if event is None:
            return
        ordered = self._candidates(event, role)
        shown = ordered[first : first + len(LETTERS)]
        held = {one.span for one in event.arguments if one.role == role.name}
        by_letter = dict(zip(LETTERS, shown, strict=False))
        picks = [self._choice(event_id, role, letter, mark, held) for letter, mark in by_letter.items()]
        rest = [Choice(NONE, translate("Gestures", "not mentioned"), partial(self._not_mentioned, event_id, role))]
        if held:
            rest.append(Choice("Delete", translate("Gestures", "clear the role"), partial(self._clear, event_id, role)))
        if len(ordered) > len(LETTERS):
            following = first + len(LETTERS) if first + len(LETTERS) < len(ordered) else 0
            go_on = partial(self.ask_filler, event_id, role, first=following)
            rest.append(Choice("Tab", translate("Gestures", "other candidates"), go_on))
        title = translate("Gestures", "Who or what is {role}?").format(role=self._called(role))
        none_near = translate("Gestures", "no entity near by; label one first, then {key:role} again")
        notes = [] if shown else [with_keys(none_near)]
        hand.dock(
            title, [*picks[:LISTED], *rest], about=event.fragments, silent=picks[LISTED:], notes=notes, is_lasting=True
        )
        hand.view.overlay.set_letters({mark.id: letter for letter, mark in by_letter.items()})
        hand.view.pick = partial(self._picked, event_id, role)

    def _choice(self, event_id: str, role: Role, letter: str, mark: Mark, held: set[str]) -> Choice:
        hand = self._hand
        tick = "✓ " if mark.id in held else ""
        doubt = "" if mark.is_decided else "?"
        odd = "" if fits(role, mark.label) else " ⚠"
        text = f"{tick}{hand.text(mark.fragments)}{doubt} · {mark.label}{odd}"
        colour = colour_of(hand.desk.scheme.label(mark.layer, mark.label), hand.theme)
        return Choice(letter, text, partial(self._fill, event_id, role, mark), hand.theme.lettering(colour))

    def _candidates(self, event: Event | Suggestion, role: Role) -> list[Mark]:
        """Entities near by: those the role is meant for first, of these the same sentence first, then the nearest.

        In a sentence those that fill another role of the event come last: on gold the first letter is then right in
        79 of 100 cases instead of 75.
        """
        book, state = self._hand.book, self._hand.state
        if book is None or state is None:
            return []
        here = book.blocks_of(event.fragments)
        found: dict[str, Mark] = {}
        for block in range(max(0, here[0] - AROUND), min(book.block_count, here[-1] + AROUND + 1)):
            found |= {mark.id: mark for mark in book.marks_in(block) if not mark.is_event}
        sentences = {selecting.sentence_of(state.document, start) for start, _ in event.fragments}
        taken = {one.span for one in event.arguments if one.role != role.name}

        def rank(mark: Mark) -> tuple[bool, bool, bool, int, int]:
            start = mark.fragments[0][0]
            is_far = selecting.sentence_of(state.document, start) not in sentences
            return not fits(role, mark.label), is_far, mark.id in taken, abs(start - event.start), start

        return sorted(found.values(), key=rank)

    def _picked(self, event_id: str, role: Role, marks: Sequence[Mark]) -> None:
        """A click, or the end of a drag, on these marks."""
        entity = next((mark for mark in marks if not mark.is_event), None)
        if entity is None:
            self._hand.refuse(
                translate("Gestures", "no entity stands there; label it first, then choose the role again")
            )
            return
        self._hand.hints.close_hints()
        self._fill(event_id, role, entity)

    def _let_go(self) -> None:
        self._hand.view.pick = None
        self._hand.view.overlay.set_letters({})

    # -- answers ----------------------------------------------------------------------------------------

    def _fill(self, event_id: str, role: Role, mark: Mark) -> None:
        event = self._event(event_id)
        is_held = event is not None and any(one.role == role.name and one.span == mark.id for one in event.arguments)
        text = self._hand.text(mark.fragments)
        said = translate("Gestures", "{role}: without {text}") if is_held else translate("Gestures", "{role}: {text}")
        command = (RemoveArgument if is_held else SetArgument)(
            document=self._document(), event=event_id, role=role.name, span=mark.id
        )
        if self._answer(event_id, command, said.format(role=self._name(role), text=text)) and not is_held:
            self._warn(role, mark)

    def _warn(self, role: Role, mark: Mark) -> None:
        if not fits(role, mark.label):
            self._hand.desk.warned.emit(
                translate("Gestures", "{role} is filled, but the scheme has no {label} for it, only {labels}").format(
                    role=self._name(role), label=mark.label, labels=", ".join(role.fillers)
                )
            )

    def _not_mentioned(self, event_id: str, role: Role) -> None:
        command = SetArgument(document=self._document(), event=event_id, role=role.name, span=None)
        self._answer(event_id, command, translate("Gestures", "{role}: not mentioned").format(role=self._name(role)))

    def _clear(self, event_id: str, role: Role) -> None:
        """Takes every answer off the role, however many fillers it has."""
        command = ClearRole(document=self._document(), event=event_id, role=role.name)
        self._answer(event_id, command, translate("Gestures", "{role}: no answer").format(role=self._name(role)))

    def _answer(self, event_id: str, command: Command, said: str) -> bool:
        """Runs the command, and offers the event's roles again, also where it was refused: the next key is a role's,
        and would label the trigger. A suggested event is accepted by the first answer: asking alone decides nothing,
        so that one may look and leave it.
        """
        mark = self._hand.book.mark(event_id) if self._hand.book is not None else None
        is_there = mark is None or mark.is_decided or self._hand.accept(mark)
        is_done = is_there and self._hand.do(command, said=said) is not None
        self._hand.view.set_current(event_id, scroll=False)
        self.ask_role()
        return is_done

    def _event(self, id: str) -> Event | Suggestion | None:
        state = self._hand.state
        event = state.spans.get(id) if state is not None else None
        if isinstance(event, Event) or state is None:
            return event if isinstance(event, Event) else None
        return state.suggestions.get(id)

    def _document(self) -> str:
        return self._hand.desk.document or ""
