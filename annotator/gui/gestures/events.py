"""Events: making triggers, their types, their fragments, and the attributes of what is at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.command import AddFragment, RemoveFragment, SetAttribute
from annotator.core.span import Event
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.gestures.label_lists import ask_label
from annotator.gui.hint_shapes import Choice
from annotator.gui.inspector.contents import named
from annotator.gui.key_names import chord_of, with_keys
from annotator.services.keymap import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.scheme import Attribute, Label
    from annotator.core.text import Fragment
    from annotator.gui.gestures.labelling import Labelling
    from annotator.gui.gestures.roles import Roles

PIECES = "ASDFGHJKL"  # letters that stand for the fragments of one trigger


class Events:
    """Gestures on events."""

    def __init__(self, hand: Hand, labelling: Labelling, roles: Roles) -> None:
        self._hand = hand
        self._labelling = labelling
        self._roles = roles
        self._last_event: str | None = None  # the event that was at hand before words were selected
        self._is_held = False  # that event waits for a fragment, whatever comes to hand meanwhile
        hand.hints.closed.connect(self._let_go)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "event": self.ask_type,
            "step_attribute": partial(self._step_first, 1),
            "step_attribute_back": partial(self._step_first, -1),
            "add_fragment": self._add_fragment,
            "remove_fragment": self._ask_which_fragment,
        }

    def remember(self) -> None:
        """Keeps in mind the event at hand, for fragments selected after it."""
        mark = self._hand.view.current
        if mark is not None and mark.is_event and mark.is_decided and not self._is_held:
            self._last_event = mark.id

    # -- types ------------------------------------------------------------------------------------------

    def ask_type(self) -> None:
        """Asks for the type of the event that what is at hand is to be the trigger of."""
        hand = self._hand
        place = hand.place()
        if place is None:
            said = translate("Gestures", "select the trigger first, with {key:extend_right} or the mouse")
            hand.refuse(with_keys(said))
            return
        if hand.mark_meant() is None and hand.refuse_signs(place):
            return
        scheme = hand.desk.scheme
        layers = {layer.name for layer in scheme.layers if layer.is_event}
        types = [label for label in scheme.labels if label.layer in layers]
        if not types:
            hand.refuse(translate("Gestures", "this scheme has no events"))
            return
        title = translate("Gestures", "Event “{text}”").format(text=hand.text(place))
        ask_label(hand, title, types, self.give)

    def give(self, label: Label) -> None:
        """Gives the label; the roles of an event may follow at once."""
        self._labelling.give(label)
        mark = self._hand.view.current
        if mark is not None and mark.is_event and mark.is_decided and mark.label == label.name:
            self._roles.ask_role()  # a role's key may follow at once

    # -- attributes -------------------------------------------------------------------------------------

    def attribute_of(self, chord: str) -> Attribute | None:
        """The attribute of what is at hand whose key the chord is."""
        mark = self._hand.view.current
        if mark is None:
            return None
        own = self._hand.desk.scheme.attributes_of(mark.layer)
        return next((one for one in own if one.key and normalised(one.key) == chord), None)

    def _step_first(self, step: int) -> None:
        mark = self._hand.taken(is_event=True)
        own = self._hand.desk.scheme.attributes_of(mark.layer) if mark is not None else ()
        if not own:
            said = translate(
                "Gestures", "nothing with attributes is at hand; take an event with {key:next_mark} or a click"
            )
            self._hand.refuse(with_keys(said))
            return
        self.step(own[0], step)

    def step(self, attribute: Attribute, step: int = 1) -> None:
        """Gives the attribute of what is at hand the value after (or before) the one it has."""
        span = self._hand.decided_span()
        if span is None:
            return
        held = span.attributes.get(attribute.name, attribute.default)
        number = attribute.values.index(held) if held in attribute.values else -1
        self.set_value(attribute, attribute.values[(number + step) % len(attribute.values)])

    def choose_value(self, name: str, number: int) -> None:
        """Gives the attribute of that name the value of that number."""
        mark = self._hand.view.current
        own = self._hand.desk.scheme.attributes_of(mark.layer) if mark is not None else ()
        attribute = next((one for one in own if one.name == name), None)
        if attribute is not None:
            self.set_value(attribute, attribute.values[number])

    def set_value(self, attribute: Attribute, value: str) -> None:
        """Gives the attribute of what is at hand that value."""
        hand = self._hand
        span = hand.decided_span()
        if span is None:
            return
        was_asked = hand.hints.is_asking and hand.hints.is_gentle
        shown = named(attribute.value_names.get(value, {}), hand.language, value.lower())
        said = translate("Gestures", "{name}: {value}").format(
            name=named(attribute.names, hand.language, attribute.name), value=shown
        )
        command = SetAttribute(document=self._document(), target=span.id, name=attribute.name, value=value)
        if hand.do(command, said=said) is not None:
            hand.view.set_current(span.id, scroll=False)
            if was_asked:
                self._roles.ask_role()

    # -- fragments --------------------------------------------------------------------------------------

    def _add_fragment(self) -> None:
        hand = self._hand
        chosen = hand.chosen()
        meant = hand.mark_meant(is_event=True) if chosen is not None else None
        is_near = chosen is not None and self._is_near(self._last_event, chosen[0])
        if meant is not None and (meant.id == self._last_event or not is_near):  # a trigger, and no other's fragment
            hand.view.set_current(meant.id, scroll=False)
            chosen = None
        mark = hand.view.current
        if chosen is not None or mark is None or not mark.is_event:
            place = chosen or hand.view.selected()
            if place is None or not self._is_near(self._last_event, place[0]):
                said = translate(
                    "Gestures", "take an event to hand, then {key:add_fragment} and the words to add to its trigger"
                )
                hand.refuse(with_keys(said))
                return
            self._put_fragment(self._last_event or "", place[0])
        else:
            self._hold()

    def _is_near(self, event: str | None, place: Fragment) -> bool:
        """Whether the event that was at hand before has words in the sentence of the place.

        Further off it is rather forgotten than meant: whoever means it takes it to hand again.
        """
        state = self._hand.state
        span = state.spans.get(event or "") if state is not None else None
        if state is None or span is None:
            return False
        document = state.document
        return any(
            selecting.sentence_of(document, place[0]) == selecting.sentence_of(document, start)
            for start, _ in span.fragments
        )

    def _hold(self) -> None:
        """Keeps the event at hand in mind while the cursor goes to the words that belong to its trigger."""
        hand = self._hand
        event = hand.decided_event()
        if event is None:
            return
        title = translate("Gestures", "Add to {label} “{text}”").format(
            label=event.label, text=hand.text(event.fragments)
        )
        choices = [
            Choice(chord_of("add_fragment"), translate("Gestures", "add the words under the cursor"), self._add_held),
            Choice("Enter", translate("Gestures", "the same"), self._add_held),
            Choice("Escape", translate("Gestures", "leave it"), lambda: hand.view.set_current(event.id)),
        ]
        hand.dock(title, choices, about=event.fragments, is_gentle=True, is_lasting=True)
        self._last_event = event.id
        self._is_held = True

    def _add_held(self) -> None:
        mark = self._hand.view.current
        is_other = mark is None or mark.id != self._last_event  # gone to as one goes to marks
        place = self._hand.place() if is_other else self._hand.chosen()
        if self._last_event is not None and place is not None:
            self._put_fragment(self._last_event, place[0])
        else:
            said = translate("Gestures", "go to the words first, with {key:left} or {key:right}; nothing was added")
            self._hand.refuse(with_keys(said))

    def _let_go(self) -> None:
        self._is_held = False

    def _put_fragment(self, id: str, fragment: Fragment) -> None:
        hand = self._hand
        state = hand.state
        event = state.spans.get(id) if state is not None else None
        if not isinstance(event, Event):
            hand.refuse(translate("Gestures", "that event is not here any more"))
            return
        if hand.refuse_signs((fragment,)):
            return
        command = AddFragment(document=self._document(), event=event.id, fragment=fragment)
        said = translate("Gestures", "added “{text}” to {label}").format(text=hand.text((fragment,)), label=event.label)
        if hand.do(command, said=said) is not None:
            hand.hints.close_hints()
            hand.view.set_current(event.id, scroll=False)

    def _ask_which_fragment(self) -> None:
        hand = self._hand
        selected = hand.view.selected()
        if selected is not None and self._remove_under(selected[0]):
            return
        event = hand.decided_event()
        if event is None:
            return
        if len(event.fragments) < 2:
            said = translate("Gestures", "the trigger has one fragment only; {key:delete} removes the event")
            hand.refuse(with_keys(said))
            return
        choices = [
            Choice(letter, hand.text((fragment,)), partial(self._drop_fragment, event, fragment))
            for letter, fragment in zip(PIECES, event.fragments, strict=False)
        ]
        hand.ask(translate("Gestures", "Take which fragment off {label}?").format(label=event.label), choices)

    def _remove_under(self, place: Fragment) -> bool:
        """Takes off the fragment of the event at hand, or of the one before, that the cursor is on."""
        hand = self._hand
        mark, state = hand.view.current, hand.state
        id = mark.id if mark is not None and mark.is_event else self._last_event
        event = state.spans.get(id or "") if state is not None else None
        if not isinstance(event, Event) or len(event.fragments) < 2:
            return False
        under = next((one for one in event.fragments if one[0] < place[1] and place[0] < one[1]), None)
        if under is None:
            return False
        self._drop_fragment(event, under)
        return True

    def _drop_fragment(self, event: Event, fragment: Fragment) -> None:
        hand = self._hand
        said = translate("Gestures", "took “{text}” off {label}").format(text=hand.text((fragment,)), label=event.label)
        if hand.do(RemoveFragment(document=self._document(), event=event.id, fragment=fragment), said=said) is not None:
            hand.view.set_current(event.id, scroll=False)

    def _document(self) -> str:
        return self._hand.desk.document or ""
