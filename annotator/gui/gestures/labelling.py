"""Giving labels: to a selection, a span or a suggestion; moving edges; repeating the last labelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.command import Accept, CreateEvent, CreateSpan, RelabelSpan, ResizeSpan, SetType
from annotator.gui.article import selection as selecting
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.gestures.label_lists import ask_label
from annotator.gui.key_names import with_keys
from annotator.services.keymap import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.command import Command
    from annotator.core.scheme import Label
    from annotator.core.text import Fragments


class Labelling:
    """Gestures that make and change spans."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._last: Label | None = None
        scheme = hand.desk.scheme
        self._events = {layer.name for layer in scheme.layers if layer.is_event}
        self._keys: dict[str, Label] = {}
        for label in scheme.labels:
            if label.layer not in self._events and label.key:
                self._keys.setdefault(normalised(label.key), label)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "repeat": self._repeat,
            "choose_label": self._ask_label,
            "left_edge_left": lambda: self._edge(is_left=True, step=-1),
            "left_edge_right": lambda: self._edge(is_left=True, step=1),
            "right_edge_left": lambda: self._edge(is_left=False, step=-1),
            "right_edge_right": lambda: self._edge(is_left=False, step=1),
            "left_edge_left_character": lambda: self._edge(is_left=True, step=-1, is_fine=True),
            "left_edge_right_character": lambda: self._edge(is_left=True, step=1, is_fine=True),
            "right_edge_left_character": lambda: self._edge(is_left=False, step=-1, is_fine=True),
            "right_edge_right_character": lambda: self._edge(is_left=False, step=1, is_fine=True),
        }

    def label_of(self, chord: str) -> Label | None:
        """The entity label whose key the chord is."""
        return self._keys.get(chord)

    def give(self, label: Label) -> None:
        """Gives the label to what is at hand."""
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        place = hand.place()
        if place is None:
            _refuse_nothing(hand)
            return
        is_event = label.layer in self._events
        mark = hand.mark_to_change(label.layer)
        if mark is None and (hand.refuse_signs(place) or self._refuses_pieces(label, place)):
            return
        grown = self._that_grows(label, place) if mark is None and not is_event else None
        if grown is not None:
            self._last = label
            self.resize(grown, place)
            return
        said = self._said(label.name, place)
        document = state.document.id
        command: Command
        if mark is None:
            if is_event:
                command = CreateEvent(document=document, layer=label.layer, type=label.name, fragments=place)
            else:
                command = CreateSpan(document=document, layer=label.layer, label=label.name, fragments=place)
        elif mark.is_decided and is_event:
            command = SetType(document=document, event=mark.id, type=label.name)
        elif mark.is_decided:
            command = RelabelSpan(document=document, span=mark.id, label=label.name)
        else:
            command = Accept(document=document, suggestion=mark.id, label=label.name)
        was_suggestion = mark is not None and not mark.is_decided and hand.chosen() is None
        id = hand.do(command, said=said)
        if id is None:
            return
        self._last = label
        if was_suggestion and mark is not None and not is_event:
            hand.go_on(mark.id)
        elif id:
            hand.view.set_current(id, scroll=False)

    def _refuses_pieces(self, label: Label, place: Fragments) -> bool:
        """Whether the label is for words in one piece, and this is a trigger in several. Says so."""
        layer = self._hand.desk.scheme.layer(label.layer)
        if len(place) == 1 or layer is None or layer.kind != "flat":
            return False
        said = translate("Gestures", "“{text}” is in pieces, and {label} goes to words in one piece: select them first")
        self._hand.refuse(said.format(text=self._hand.text(place), label=label.name))
        return True

    def _ask_label(self) -> None:
        """Asks for the label of what is at hand, of all that are no types of events: not each has a key of its own."""
        hand = self._hand
        place = hand.place()
        if place is None:
            _refuse_nothing(hand)
            return
        if hand.mark_meant() is None and hand.refuse_signs(place):
            return
        labels = [label for label in hand.desk.scheme.labels if label.layer not in self._events]
        if not labels:
            hand.refuse(translate("Gestures", "this scheme has only events"))
            return
        title = translate("Gestures", "Label “{text}”").format(text=hand.text(place))
        ask_label(hand, title, labels, self.give)

    def _that_grows(self, label: Label, place: Fragments) -> str | None:
        """The span that words selected on purpose are meant for: the only one there, of one piece, with that label.

        On a flat layer the label cannot stand there twice, so its key can only mean other edges.
        """
        hand = self._hand
        layer = hand.desk.scheme.layer(label.layer)
        if hand.book is None or hand.chosen() is None or layer is None or layer.kind != "flat":
            return None
        there = hand.book.at(place[0][0], end=place[-1][1])
        under = [one for one in there if one.is_decided and one.layer == layer.name]
        if len(under) != 1 or under[0].label != label.name or len(under[0].fragments) > 1:
            return None
        return under[0].id

    def resize(self, id: str, fragments: Fragments) -> bool:
        """Gives a span, or an open suggestion (thereby accepted as corrected), other fragments."""
        hand, state = self._hand, self._hand.state
        mark = hand.book.mark(id) if hand.book is not None else None
        if state is None or mark is None or hand.refuse_signs(fragments):
            return False
        command: Command
        if mark.is_decided:
            command = ResizeSpan(document=state.document.id, span=id, fragments=fragments)
        else:
            command = Accept(document=state.document.id, suggestion=id, fragments=fragments)
        said = self._said(mark.label, fragments)
        found = hand.do(command, said=said)
        hand.view.set_current(found or id, scroll=False)
        return found is not None

    def _said(self, label: str, fragments: Fragments) -> str:
        """That the label stands there now; also where it does not keep to words, which is easily overlooked."""
        document = self._hand.view.document
        said = translate("Gestures", "{label} on “{text}”")
        if document is not None and not document.tokens.is_aligned(fragments):
            said = translate("Gestures", "{label} on “{text}”, within a word")
        return said.format(text=self._hand.text(fragments), label=label)

    def _edge(self, *, is_left: bool, step: int, is_fine: bool = False) -> None:
        hand, document = self._hand, self._hand.view.document
        if document is None:
            return
        move = selecting.shifted_edge if is_fine else selecting.moved_edge
        mark = hand.view.current if hand.chosen() is None else None
        fragments = mark.fragments if mark is not None else hand.view.selected()
        if fragments is None:
            _refuse_nothing(hand)
            return
        page = hand.view.page
        if page is not None and page.is_from_right(fragments[0][0]):
            is_left, step = not is_left, -step  # there the left edge is the end
        number = 0 if is_left or mark is None else len(mark.fragments) - 1
        moved = move(document, fragments[number], is_left=is_left, step=step)
        if moved is None:
            hand.refuse(translate("Gestures", "the edge cannot go further that way"))
        elif mark is not None:
            self.resize(mark.id, (*fragments[:number], moved, *fragments[number + 1 :]))
        else:
            over = selecting.over(document, *moved)
            hand.view.set_selection(over._replace(exact=moved) if over is not None and is_fine else over)

    def _repeat(self) -> None:
        if self._last is None:
            self._hand.refuse(translate("Gestures", "there is no labelling yet to repeat"))
            return
        self.give(self._last)


def _refuse_nothing(hand: Hand) -> None:
    said = translate("Gestures", "nothing is at hand; select words with {key:extend_right} or the mouse")
    hand.refuse(with_keys(said))
