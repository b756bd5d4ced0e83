"""The adjudicator's desk for one document: versions taken and refused on a draft of the gold state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.changes import Draft, Refused, check_label, check_place
from annotator.core.span import NOT_MENTIONED, Argument, Event, Span
from annotator.core.suggestion import OF_VERSIONS, Provenance, Suggestion, suggestion_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.compare import Place, Settlement
    from annotator.core.scheme import Scheme
    from annotator.services.reviewing import GoldView


class GoldDesk:
    """Takes and refuses versions; `draft` holds the decisions so far."""

    def __init__(self, scheme: Scheme, view: GoldView, *, is_bulk: bool) -> None:
        self.view = view
        self._is_bulk = is_bulk
        self._places = {place.id: place for place in view.compared.places}
        state = replace(view.state, suggestions={**view.state.suggestions, **self._proposals()})
        self.draft = Draft(state, scheme, origin="bulk" if is_bulk else None)
        self._spans: dict[str, str] = {}  # place id -> id of the gold span put there in this draft
        self._refused: set[str] = set()
        self.brought: list[Place] = []  # taken with an event, as they fill a role of it

    def settle(self, settlement: Settlement) -> str | None:
        """ "taken", "nothing", or None where something it needs is still open or does not fit."""
        place = settlement.place
        if settlement.span is None:
            return self.refuse(place)
        arguments = self.arguments(settlement.fillers)
        if arguments is None or not self.take(place, [(settlement.span, arguments)]):
            return None
        return "taken"

    def bring(self, fillers: Iterable[tuple[str, str]]) -> tuple[str, Place] | None:
        """Takes the open places on which all agree among these (role, place id); the first that is still open.

        Without them a role that a version has would be lost: gold holds what all agree on only at the end.
        """
        for role, place_id in fillers:
            place = self._places[place_id]
            if place_id in self._spans or self.view.verdict(place) is not None:
                continue
            if not place.is_agreed or not self.take(place, [(next(iter(place.spans.values())), ())]):
                return role, place
            self.brought.append(place)
        return None

    def arguments(self, wanted: Iterable[tuple[str, str]]) -> list[Argument] | None:
        """(role, place id) with the gold spans there; None where a place is still open. Those refused fall away."""
        found = []
        for role, place_id in wanted:
            if place_id == NOT_MENTIONED:
                found.append(Argument(role, NOT_MENTIONED))
                continue
            place = self._places[place_id]
            standing = self.view.standing(place)
            if place_id in self._spans:
                found.append(Argument(role, self._spans[place_id]))
            elif standing is not None:
                found.append(Argument(role, standing.id))
            elif place_id not in self._refused and self.view.verdict(place) is None:
                return None
        return found

    def take(self, place: Place, chosen: Sequence[tuple[Span, Sequence[Argument]]]) -> list[str]:
        """Accepts the versions and refuses the others of the place; the ids made, none where one does not fit."""
        made: list[str] = []
        for span, arguments in chosen:
            id = self._take(place, span, arguments)
            if id is None:
                return []
            made.append(id)
        self._spans[place.id] = made[0]
        self._refuse(other for other in self.view.version_ids(place) if other not in made)
        return made

    def _take(self, place: Place, chosen: Span, arguments: Sequence[Argument]) -> str | None:
        id = suggestion_id(self.view.compared.document.sha256, place.layer, chosen.label, chosen.fragments)
        has_verdict = self._is_bulk and id in self.view.state.verdicts
        is_crowded = self.draft.crowding(chosen.layer, chosen.fragments) is not None
        if has_verdict or id in self.draft.spans or is_crowded:
            return None
        try:
            check_label(self.draft.scheme, chosen.layer, chosen.label)
            check_place(self.draft, chosen.layer, chosen.fragments, as_it_came=True)
        except Refused:
            return None
        span = self.draft.accept(self.draft.state.suggestions[id])
        span = replace(span, attributes={**span.attributes, **chosen.attributes})
        if isinstance(span, Event):
            roles = {role.name for role in self.draft.scheme.roles_of(chosen.layer, chosen.label)}
            span = replace(span, arguments=tuple(one for one in arguments if one.role in roles))
        self.draft.put(span)
        return id

    def refuse(self, place: Place) -> str:
        """Records that nothing stands here."""
        self._refuse(self.view.version_ids(place))
        self._refused.add(place.id)
        return "nothing"

    def _refuse(self, ids: Iterable[str]) -> None:
        for id in ids:
            if id not in self.view.state.verdicts:
                self.draft.reject(self.draft.state.suggestions[id])

    def _proposals(self) -> dict[str, Suggestion]:
        voters = len(self.view.compared.annotators)
        found = {}
        for place in self._places.values():
            chosen = place.versions()
            for (id, span), who in zip(self.view.version_ids(place).items(), chosen.values(), strict=True):
                found[id] = Suggestion(
                    id, span.layer, span.label, span.fragments, len(who) / voters, Provenance(OF_VERSIONS, "1"),
                    is_event=isinstance(span, Event),
                )  # fmt: skip
        return found
