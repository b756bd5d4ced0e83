"""Remarks: what annotators wanted seen of documents and of places in them, for whoever settles their differences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.text import covered, is_overlapping
from annotator.services import comparing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.compare import Place
    from annotator.core.span import Span
    from annotator.services.reviewing import Review
    from annotator.store.project import Project

LEFT = ("flagged", "skipped")  # what annotators say of a whole document without a word


@dataclass(frozen=True, slots=True)
class Remark:
    """What `who` said: `kind` is comment, flagged or skipped, `place` the id of the place that it is about.

    `words` are those of the span it is about, "" for the document as a whole or for a span that stands no more.
    """

    who: str
    kind: str
    text: str = ""
    words: str = ""
    place: str | None = None
    is_gold: bool = False  # said with a decision in gold: it may begin with the reason of that


def remarks_under(project: Project, review: Review, *, adjudicator: str) -> tuple[Remark, ...]:
    """What everybody said of the document under review: of places in the order of the text, then of it as a whole.

    Those who did not finish it, and are not compared, are heard as well; of the adjudicator what was said of spans
    that stand.
    """
    compared = review.compared
    document = compared.document
    said: dict[str, list[tuple[str | None, str]]] = {}
    for _, actor, about, text in project.comments(document.id):
        said.setdefault(actor, []).append((about, text))
    found: list[tuple[int, Remark]] = []
    end = len(document.text)
    for name in comparing.annotators_of(project):
        spans: Mapping[str, Span] = compared.versions.get(name, {})
        if name not in compared.annotators:
            decided = project.decided(document.id, name)
            spans = decided.spans
            if decided.status in LEFT:
                found.append((end, Remark(name, decided.status)))
        for about, text in said.get(name, ()):
            span = spans.get(about or "")
            if span is None:
                found.append((end, Remark(name, "comment", text)))
                continue
            words = " ".join(covered(document.text, span.fragments).split())
            found.append((span.start, Remark(name, "comment", text, words, _place(compared.places, name, span))))
    found += _in_gold(review, adjudicator)
    return tuple(remark for _, remark in sorted(found, key=lambda one: one[0]))


def _place(places: tuple[Place, ...], name: str, span: Span) -> str | None:
    """The place that holds the annotator's span; where it holds none of theirs, the first that the span touches."""
    for place in places:
        if name in place.spans and place.spans[name].id == span.id:
            return place.id
    touched = (one for one in places if one.layer == span.layer and name not in one.spans)
    return next((one.id for one in touched if _is_touched(one, span)), None)


def _is_touched(place: Place, span: Span) -> bool:
    return any(is_overlapping(one.fragments, span.fragments) for one in place.spans.values())


def _in_gold(review: Review, name: str) -> Iterator[tuple[int, Remark]]:
    """Reasons and notes at what stands in gold; those of places where nothing stands would be about nothing."""
    view, text = review.view, review.compared.document.text
    comments = [one for one in view.state.comments.values() if one.about is not None]
    if not comments:
        return
    standing = {span.id: place.id for place in review.compared.places if (span := view.standing(place)) is not None}
    for one in comments:
        span = view.state.spans.get(one.about or "")
        if span is not None:
            words = " ".join(covered(text, span.fragments).split())
            yield span.start, Remark(name, "comment", one.text, words, standing.get(span.id), is_gold=True)
