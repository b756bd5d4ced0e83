"""Reviewing: every place where annotators differ, and what the adjudicator has decided about it.

To the adjudicator every version is a proposal, with the id a suggestion of it would have. Taking or
refusing one is a verdict in the adjudicator's own log, so it can be undone, and a later run sees it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.compare import KINDS, Place
from annotator.core.span import Event, Span
from annotator.core.suggestion import suggestion_id
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.services import comparing
from annotator.services.comparing import GOLD, Compared
from annotator.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from annotator.core.scheme import Scheme
    from annotator.core.state import DocumentState
    from annotator.store.project import Project


class GoldView:
    """What the adjudicator has decided about one compared document, asked place by place."""

    def __init__(self, compared: Compared, state: DocumentState, scheme: Scheme) -> None:
        self.compared = compared
        self.state = state
        self._flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
        self._standing = self._assigned()

    def version_ids(self, place: Place) -> dict[str, Span]:
        """The ids of the place's versions as proposals, most chosen first, each with one annotator's span."""
        sha256 = self.compared.document.sha256
        return {
            suggestion_id(sha256, place.layer, label, fragments): place.spans[who[0]]
            for (label, fragments), who in place.versions().items()
        }

    def standing(self, place: Place) -> Span | None:
        """The adjudicator's span that is about this place, or that leaves no room for it; None if there is none."""
        if place.id in self._standing or place.layer not in self._flat:
            return self._standing.get(place.id)
        beside = [self.state.overlapping(place.layer, span.fragments) for span in place.spans.values()]
        return beside[0] if all(beside) else None

    def verdict(self, place: Place) -> str | None:
        """ "taken" or "nothing" where the adjudicator has decided, None where the place is still open."""
        if self.standing(place) is not None:
            return "taken"
        return "nothing" if all(id in self.state.verdicts for id in self.version_ids(place)) else None

    def _assigned(self) -> dict[str, Span]:
        """Gold spans by the place they rest on, else by the first place they touch.

        Of several that rest on one place, as where two versions were taken, the others stand for no other place.
        """
        found: dict[str, Span] = {}
        by_id = {id: place.id for place in self.compared.places for id in self.version_ids(place)}
        left: list[Span] = []
        for span in self.state.spans.values():
            place_id = by_id.get(span.suggestion or span.id)
            if place_id is None:
                left.append(span)
            else:
                found.setdefault(place_id, span)
        for span in left:
            for place in self.compared.places:
                if place.id not in found and _touches(place, span):
                    found[place.id] = span
                    break
        return found


def _touches(place: Place, span: Span) -> bool:
    if place.layer != span.layer:
        return False
    return any(a < d and c < b for one in place.spans.values() for a, b in one.fragments for c, d in span.fragments)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place, or the status of one document, on which annotators differ.

    `gold` is "taken" or "nothing" where the adjudicator has decided, else None.
    """

    compared: Compared | None
    document: str
    title: str
    kinds: tuple[str, ...]
    place: Place | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    gold: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry of `disagreements --json`."""
        value: dict[str, Any] = {
            "document": self.document,
            "title": self.title,
            "kind": self.kinds[0],
            "kinds": list(self.kinds),
        }
        if self.place is None or self.compared is None:
            return {**value, "statuses": dict(self.statuses)}
        text = self.compared.document.text
        place = self.place
        return {
            **value,
            "place": place.id,
            "layer": place.layer,
            "start": place.start,
            "end": place.end,
            "text": text[place.start : place.end],
            "annotators": list(self.compared.annotators),
            "versions": {name: self._version(name, text) for name in self.compared.annotators},
            "gold": self.gold,
        }

    def _version(self, name: str, text: str) -> dict[str, Any] | None:
        if self.place is None or self.compared is None or name not in self.place.spans:
            return None
        span = self.place.spans[name]
        value: dict[str, Any] = {
            "id": span.id,
            "type" if isinstance(span, Event) else "label": span.label,
            "fragments": [list(fragment) for fragment in span.fragments],
            "text": covered(text, span.fragments),
            "attributes": dict(span.attributes),
        }
        if isinstance(span, Event):
            mine = self.compared.versions[name]
            value["arguments"] = [
                {"role": one.role, "span": one.span, "text": covered(text, mine[one.span].fragments)}
                if one.is_mentioned
                else {"role": one.role, "span": None, "text": None}
                for one in span.arguments
                if one.span in mine or not one.is_mentioned
            ]
        return value


def disagreements(
    project: Project,
    scheme: Scheme,
    *,
    annotators: Sequence[str] = (),
    layers: Sequence[str] = (),
    documents: Sequence[str] = (),
    actor: str = GOLD,
) -> Iterator[Disagreement]:
    """Every place where annotators who finished a document differ, in order of import and text.

    A document whose annotators came to different ends (done, flagged, skipped) is one of kind status.
    Raises KnownError A604, A806 (wrong annotators), A107 (no such document).
    """
    names = comparing.annotators_of(project, annotators)
    for review in reviews(project, scheme, annotators=names, layers=layers, documents=documents, actor=actor):
        for place in review.compared.places:
            if not place.is_agreed:
                document = review.compared.document
                yield Disagreement(
                    review.compared, document.id, document.title, place.kinds, place, gold=review.view.verdict(place)
                )
    for id, statuses in comparing.status_conflicts(project, names):
        if not documents or id in documents:
            yield Disagreement(None, id, project.document(id).title, ("status",), statuses=statuses)


def disagreements_json(found: Iterable[Disagreement], *, annotators: Sequence[str]) -> dict[str, Any]:
    """The answer of `disagreements --json`: all entries, and how many there are of each kind."""
    entries = [one.to_json() for one in found]
    counts = Counter(kind for one in entries for kind in one["kinds"])
    return {
        "annotators": list(annotators),
        "counts": {kind: counts[kind] for kind in KINDS},
        "open": sum(one.get("gold") is None for one in entries if one["kind"] != "status"),
        "disagreements": entries,
    }


@dataclass(frozen=True, slots=True)
class Review:
    """One document for the adjudicator: the versions compared, and what gold says of each place."""

    compared: Compared
    view: GoldView

    @property
    def open_places(self) -> tuple[Place, ...]:
        """Places the adjudicator has not decided."""
        return tuple(place for place in self.compared.places if self.view.verdict(place) is None)


def reviews(
    project: Project,
    scheme: Scheme,
    *,
    annotators: Sequence[str] = (),
    layers: Sequence[str] = (),
    documents: Sequence[str] = (),
    actor: str = GOLD,
    least: int = 2,
    most: int | None = None,
    but: Collection[str] = (),
) -> Iterator[Review]:
    """Documents that `least` or more of the annotators finished, in order of import, without those that are in `but`.

    With `most`, those that no more of them did. A107 for a document that is not there.
    """
    finished = comparing.finished_by(project, comparing.annotators_of(project, annotators), least=least, most=most)
    for id in documents:
        if not project.has_document(id):
            raise KnownError(
                "A107",
                f"there is no document {id!r:.100}",
                "`annotator export PROJECT --format jsonl --out FILE` shows the ids",
            )
    session = Session(project, scheme, actor)
    for id, names in finished.items():
        if (not documents or id in documents) and id not in but:
            compared = comparing.read_compared(project, id, names, layers=layers)
            yield Review(compared, GoldView(compared, session.state(id), scheme))
