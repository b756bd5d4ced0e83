"""Where else a label could go, or stands already: the places of one text in this and in the other documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from annotator.core.bulk import same_kind, same_places
from annotator.core.text import covered
from annotator.services.conduct import comes_bare, is_still_blind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.span import Span
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragment
    from annotator.services.session import Session

Found = TypeVar("Found")
AROUND = 40  # characters of context on either side of a place


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the words about it; `left` and `right` are on one line, offsets are code points."""

    document: str
    title: str
    fragment: Fragment
    left: str
    text: str
    right: str


def places_in(session: Session, state: DocumentState, model: Span, text: str) -> list[Place]:
    """The places of one document at which the text stands without a span, but for the model's own."""
    is_own = session.state(state.document.id).document is state.document
    own = model.fragments if is_own else ()
    free = same_places(state, session.scheme, model, text)
    return [_place(state, place) for place in free if place not in own]


def places_elsewhere(session: Session, here: str, model: Span, text: str) -> Iterator[list[Place] | None]:
    """The same in the other documents that are not done, one list a document, those without any left out.

    None for one that has some and is to be begun without: a label that is there unread is a suggestion.
    """
    for document in session.undone_with(text):
        if document == here:
            continue
        state = session.glimpse(document)
        free = same_places(state, session.scheme, model, text)
        if free:
            is_blind = is_still_blind(session.project, session.conduct, state)
            yield None if is_blind else [_place(state, place) for place in free]


def but_blind(session: Session, places: Mapping[str, Found], *, here: str | None) -> dict[str, Found]:
    """The places by document, without documents that are to be begun blind; `here` is open, and so it is read."""
    project, conduct = session.project, session.conduct
    bare = [id for id in places if id != here and comes_bare(project, conduct, id)]
    blind = {id for id in bare if is_still_blind(project, conduct, session.glimpse(id))}
    return {id: found for id, found in places.items() if id not in blind}


def spans_elsewhere(session: Session, here: str, model: Span, text: str) -> Iterator[int]:
    """How many spans of the model's text and label each other document that is not done has."""
    for document in session.undone_with(text):
        if document != here:
            yield len(same_kind(session.glimpse(document), model, text))


def spans_here(state: DocumentState, model: Span) -> int:
    """How many spans of the model's text and label its own document has, the model among them."""
    return len(same_kind(state, model, covered(state.document.text, model.fragments)))


def _place(state: DocumentState, place: Fragment) -> Place:
    text, (start, end) = state.document.text, place
    left = _in_words(text[max(0, start - AROUND - 1) : start][::-1])[::-1].replace("\n", " ").lstrip()
    right = _in_words(text[end : end + AROUND + 1]).replace("\n", " ").rstrip()
    return Place(state.document.id, state.document.title, place, left, text[start:end], right)


def _in_words(context: str) -> str:
    """The context, of one character too many where there is more, up to the end of its last whole word."""
    if len(context) <= AROUND or context[-1].isspace():
        return context[:AROUND]
    kept = len(context)
    while kept and not context[kept - 1].isspace():
        kept -= 1
    return context[:kept] or context[:AROUND]  # a single word of that many letters is cut
