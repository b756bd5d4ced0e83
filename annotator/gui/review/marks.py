"""What the article shows in Review: agreed and decided places filled, differing versions outlined and lettered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.span import Span
from annotator.core.state import DocumentState
from annotator.core.suggestion import Provenance, Suggestion
from annotator.gui.review.words import translate, versions_of

if TYPE_CHECKING:
    from annotator.core.compare import Place
    from annotator.core.text import Fragments
    from annotator.services.reviewing import Review

TICK = "✓"
PENCIL = "✎"
APART_LETTERS = "≠"
APART = "/"  # between the id of a place and the number of one of its versions


@dataclass(slots=True)
class Picture:
    """A state to paint, the notes on its tags by mark, and the refused versions, which are only dotted."""

    state: DocumentState
    notes: dict[str, str] = field(default_factory=dict)
    refused: list[Suggestion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a place is to become while it is edited."""

    place: str
    layer: str
    label: str
    fragments: Fragments


def place_of(mark: str) -> str:
    """The id of the place that a mark belongs to."""
    return mark.split(APART, 1)[0]


def standing_of(picture: Picture, mark: str) -> str:
    """How a mark stands, in words for a reader who hears it: whose version it is, or that the place is settled."""
    note = picture.notes.get(mark, "")
    if note == TICK:
        return translate("Review", "settled")
    if note == PENCIL:
        return translate("Review", "being edited")
    if not note:
        if mark in picture.state.spans:
            return translate("Review", "all agree")
        is_refused = any(one.id == mark for one in picture.refused)
        return translate("Review", "refused") if is_refused else translate("Review", "another version")
    if APART_LETTERS in note:
        return translate("Review", "versions {letters} differ").format(letters=note.replace(APART_LETTERS, ", "))
    return note if len(note) > 1 else translate("Review", "version {letter}").format(letter=note)


def picture_of(review: Review, edit: Edit | None = None) -> Picture:
    """The picture of a document under review; of the place that is edited only what it is to become."""
    painting = _Painting(review)
    for place in review.compared.places:
        if edit is not None and place.id == edit.place:
            painting.put(Span(place.id, edit.layer, edit.label, edit.fragments), PENCIL)
        else:
            painting.add(place)
    painting.add_own()
    state = DocumentState(
        review.compared.document,
        suggestions={one.id: one for one in painting.open + painting.refused},
        spans={one.id: one for one in painting.spans},
    )
    return Picture(state, painting.notes, painting.refused)


class _Painting:
    def __init__(self, review: Review) -> None:
        self.review = review
        self.spans: list[Span] = []
        self.open: list[Suggestion] = []
        self.refused: list[Suggestion] = []
        self.notes: dict[str, str] = {}
        self._shown: set[str] = set()

    def add(self, place: Place) -> None:
        view = self.review.view
        verdict, standing = view.verdict(place), view.standing(place)
        if standing is not None:
            if standing.id not in self._shown:
                self._shown.add(standing.id)
                self.put(Span(place.id, standing.layer, standing.label, standing.fragments), TICK)
        elif verdict == "nothing":
            self._outline(place, is_refused=True)
        elif place.is_agreed:
            one = next(iter(place.spans.values()))
            self.put(Span(place.id, one.layer, one.label, one.fragments), "")
        else:
            self._outline(place, is_refused=False)

    def put(self, span: Span, note: str) -> None:
        self.spans.append(span)
        if note:
            self.notes[span.id] = note

    def _outline(self, place: Place, *, is_refused: bool) -> None:
        view = self.review.view
        refused = {
            (span.label, span.fragments)
            for id, span in view.version_ids(place).items()
            if id in view.state.verdicts
        }  # fmt: skip
        shown: dict[tuple[str, Fragments], list[str]] = {}
        for version in versions_of(self.review.compared, place):
            shown.setdefault((version.span.label, version.span.fragments), []).append(version.letter)
        for number, ((label, fragments), letters) in enumerate(shown.items()):
            id = f"{place.id}{APART}{number}"
            one = Suggestion(id, place.layer, label, fragments, 0.5, Provenance("annotators", "1"))
            if is_refused or (label, fragments) in refused:
                self.refused.append(one)
                continue
            self.open.append(one)
            note = APART_LETTERS.join(filter(None, letters))
            self.notes[id] = translate("Review", "only {letter}").format(letter=note) if self._is_alone(place) else note

    def _is_alone(self, place: Place) -> bool:
        return "only_one" in place.kinds and len(place.versions()) == 1

    def add_own(self) -> None:
        """What the adjudicator put where nobody had anything."""
        used = {view.id for place in self.review.compared.places if (view := self.review.view.standing(place))}
        for span in self.review.view.state.spans.values():
            if span.id not in used:
                self.put(Span(f"gold:{span.id}", span.layer, span.label, span.fragments), TICK)
