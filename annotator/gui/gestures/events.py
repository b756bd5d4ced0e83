"""Events: making triggers, their fragments, attributes, and who fills their roles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.command import AddFragment, RemoveArgument, SetArgument, SetAttribute
from annotator.core.span import Event
from annotator.gui.gestures.hand import Hand, tr
from annotator.gui.hints import Choice
from annotator.gui.inspector.contents import named
from annotator.gui.theme import colour_of
from annotator.services.keymap import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.scheme import Role
    from annotator.gui.article.marks import Mark
    from annotator.gui.gestures.labelling import Labelling

LETTERS = "ASDFGHJKLQWERTYUIOPZXCVBNM"  # the home row first
FILLERS = 18  # offered at once: the nearest


class Events:
    """Gestures on events."""

    def __init__(self, hand: Hand, labelling: Labelling) -> None:
        self._hand = hand
        self._labelling = labelling
        self._last_event: str | None = None  # the event that was at hand before words were selected

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "event": self.ask_type,
            "step_attribute": self._step,
            "role": self._ask_role,
            "add_fragment": self._add_fragment,
        }

    def remember(self) -> None:
        """Keeps in mind the event at hand, for fragments selected after it."""
        mark = self._hand.view.current
        if mark is not None and mark.is_event and mark.is_decided:
            self._last_event = mark.id

    def ask_type(self) -> None:
        """Asks for the type of the event that what is at hand is to be the trigger of."""
        hand = self._hand
        place = hand.place()
        if place is None:
            hand.desk.refused.emit(tr("select the trigger first, with the arrows or the mouse"))
            return
        scheme, language = hand.desk.scheme, hand.language
        layers = {layer.name for layer in scheme.layers if layer.is_event}
        choices = [
            Choice(
                normalised(label.key), f"{label.name} · {named(label.names, language)}",
                partial(self._labelling.give, label), colour_of(label, hand.theme),
            )
            for label in scheme.labels
            if label.layer in layers and label.key
        ]  # fmt: skip
        if not choices:
            hand.desk.refused.emit(tr("this scheme has no events"))
            return
        hand.ask(tr("Event “{text}”").format(text=hand.text(place)), choices)

    def _step(self) -> None:
        hand = self._hand
        event = hand.decided_event()
        attribute = next(iter(hand.desk.scheme.attributes_of(event.layer)), None) if event is not None else None
        if event is None or attribute is None:
            return
        held = event.attributes.get(attribute.name, attribute.default)
        number = attribute.values.index(held) if held in attribute.values else -1
        value = attribute.values[(number + 1) % len(attribute.values)]
        shown = named(attribute.value_names.get(value, {}), hand.language, value.lower())
        said = tr("{name}: {value}").format(name=named(attribute.names, hand.language, attribute.name), value=shown)
        command = SetAttribute(document=self._document(), target=event.id, name=attribute.name, value=value)
        if hand.do(command, said=said) is not None:
            hand.view.set_current(event.id, scroll=False)

    def _add_fragment(self) -> None:
        hand = self._hand
        chosen = hand.chosen() or hand.view.selected()
        state = hand.state
        id = self._last_event
        event = state.spans.get(id) if state is not None and id is not None else None
        if chosen is None or not isinstance(event, Event):
            hand.desk.refused.emit(tr("take an event to hand, then select the words to add to its trigger"))
            return
        command = AddFragment(document=self._document(), event=event.id, fragment=chosen[0])
        said = tr("added “{text}” to {label}").format(text=hand.text(chosen), label=event.label)
        if hand.do(command, said=said) is not None:
            hand.view.set_current(event.id, scroll=False)

    # -- roles ------------------------------------------------------------------------------------------

    def _ask_role(self) -> None:
        hand = self._hand
        event = hand.decided_event()
        if event is None:
            return
        roles = hand.desk.scheme.roles_of(event.layer, event.label)
        choices = [
            Choice(normalised(role.key), self._role_line(event, role), partial(self._ask_filler, event.id, role))
            for role in roles
            if role.key
        ]
        hand.ask(tr("Role of {label} “{text}”").format(label=event.label, text=hand.text(event.fragments)), choices)

    def _role_line(self, event: Event, role: Role) -> str:
        fillers = [self._filler_text(one.span) for one in event.arguments if one.role == role.name]
        held = ", ".join(text for text in fillers if text)
        return f"{role.name}: {held}" if held else f"{role.name} · {named(role.names, self._hand.language)}"

    def _filler_text(self, id: str) -> str:
        mark = self._hand.book.mark(id) if self._hand.book is not None else None
        return self._hand.text(mark.fragments) if mark is not None else ""

    def _ask_filler(self, event_id: str, role: Role) -> None:
        hand = self._hand
        event = hand.state.spans.get(event_id) if hand.state is not None else None
        if not isinstance(event, Event):
            return
        held = [argument.span for argument in event.arguments if argument.role == role.name]
        choices = []
        for letter, mark in zip(LETTERS, self._candidates(event, role), strict=False):
            tick = "✓ " if mark.id in held else ""
            mask = "" if mark.is_decided else "?"
            text = f"{tick}{hand.text(mark.fragments)}{mask} · {mark.label}"
            colour = colour_of(hand.desk.scheme.label(mark.layer, mark.label), hand.theme)
            fill = partial(self._fill, event_id, role, mark, is_held=mark.id in held)
            choices.append(Choice(letter, text, fill, colour))
        if held:
            choices.append(Choice("Delete", tr("not mentioned"), lambda: self._clear(event_id, role, held)))
        if not choices:
            hand.desk.refused.emit(tr("no entity near by may fill {role}").format(role=role.name))
            return
        hand.ask(tr("Who or what is {role}?").format(role=role.name), choices)

    def _candidates(self, event: Event, role: Role) -> list[Mark]:
        """Entities the role may have, the nearest first, then put in the order of the text."""
        book = self._hand.book
        if book is None:
            return []
        here = book.blocks_of(event.fragments)
        found: dict[str, Mark] = {}
        for block in range(max(0, here[0] - 2), here[-1] + 2):
            for mark in book.marks_in(block) if block < book.block_count else ():
                if not mark.is_event and (not role.fillers or mark.label in role.fillers):
                    found[mark.id] = mark
        nearest = sorted(found.values(), key=lambda mark: abs(mark.fragments[0][0] - event.start))[:FILLERS]
        return sorted(nearest, key=lambda mark: mark.fragments)

    def _fill(self, event_id: str, role: Role, mark: Mark, *, is_held: bool) -> None:
        command = (RemoveArgument if is_held else SetArgument)(
            document=self._document(), event=event_id, role=role.name, span=mark.id
        )
        text = self._hand.text(mark.fragments)
        said = tr("{role}: {text}").format(role=role.name, text="–" if is_held else text)
        if self._hand.do(command, said=said) is not None:
            self._hand.view.set_current(event_id, scroll=False)

    def _clear(self, event_id: str, role: Role, held: list[str]) -> None:
        for id in held:
            self._hand.do(
                RemoveArgument(document=self._document(), event=event_id, role=role.name, span=id),
                said=tr("{role}: not mentioned").format(role=role.name),
            )
        self._hand.view.set_current(event_id, scroll=False)

    def _document(self) -> str:
        return self._hand.desk.document or ""
