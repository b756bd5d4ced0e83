"""The adjudicator's own hand: a version taken with changes, one version refused, gold changed or taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.changes import Draft, Refused, Rejection, check_label, check_place, with_type
from annotator.core.span import Event
from annotator.services.adjudicating import ADJUDICATE, bring_fillers, remark, sources_of, take, take_by_hand
from annotator.services.gold import GoldDesk
from annotator.services.session import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.core.compare import Place
    from annotator.core.span import Span
    from annotator.core.text import Fragments
    from annotator.services.reviewing import Review
    from annotator.services.session import Session

NO_ROOM = Rejection("A405", "another span of the flat layer stands here, or the scheme lacks the label")


def choose(
    session: Session,
    review: Review,
    place: Place,
    names: Sequence[str],
    *,
    reason: str = "",
    note: str = "",
    elapsed_ms: int = 0,
) -> Outcome:
    """As `adjudicating.take`, also where the place is decided: gold is then changed to what is chosen now.

    No names: nothing stands here. Several versions at once only where the place is open.
    """
    verdict = review.view.verdict(place)
    if verdict is None:
        return take(session, review, place, names, reason=reason, note=note, elapsed_ms=elapsed_ms)
    if (verdict == "nothing" and not names) or len(names) > 1:
        return Outcome(rejection=Rejection("A406", "this place is decided already; undo, or choose one version"))
    standing = review.view.standing(place)
    if not names and standing is not None:
        return _record(session, review, place, lambda draft: _drop(draft, standing), reason, note, elapsed_ms)
    version = place.spans[names[0]]
    return change(
        session, review, place, base=names[0], label=version.label, fragments=version.fragments, is_whole=True,
        reason=reason, note=note, elapsed_ms=elapsed_ms,
    )  # fmt: skip


def change(
    session: Session,
    review: Review,
    place: Place,
    *,
    base: str,
    label: str,
    fragments: Fragments,
    is_whole: bool = False,
    reason: str = "",
    note: str = "",
    elapsed_ms: int = 0,
) -> Outcome:
    """Gold gets the version of the annotator `base` under another label or edges; what stands there is changed.

    With `is_whole` attributes and arguments of that version replace those of what stands there. The outcome
    may be a Rejection; KnownError A401 for a reason that is none.
    """
    view = review.view
    standing = view.standing(place)
    if standing is not None:
        version = place.spans[base] if is_whole else None
        desk = GoldDesk(session.scheme, view, is_bulk=False)

        def revise(draft: Draft) -> str | None:
            after = _revised(draft, standing, label, fragments)
            if version is not None:
                bring_fillers(desk, place, base)
                after = replace(after, attributes={**after.attributes, **version.attributes})
                if isinstance(after, Event):
                    after = replace(after, arguments=tuple(desk.arguments(sorted(place.fillers[base])) or ()))
            if after != standing:
                draft.revise(after)
            return after.id

        return _record(session, review, place, revise, reason, note, elapsed_ms, desk=desk)
    if not place.is_event:  # of an event the roles of `base` are wanted
        said = (name for name, one in place.spans.items() if (one.label, one.fragments) == (label, fragments))
        base = next(said, base)  # else gold would have refused what it says
    desk = GoldDesk(session.scheme, view, is_bulk=False)

    def take_changed(draft: Draft) -> str | None:
        targets = take_by_hand(desk, place, [base])
        if not targets:
            return None
        made = draft.spans[targets[0]]
        after = _revised(draft, made, label, fragments)
        if after != made:
            draft.revise(after)
        return after.id

    return _record(session, review, place, take_changed, reason, note, elapsed_ms, desk=desk)


def refuse_version(session: Session, review: Review, place: Place, name: str, *, elapsed_ms: int = 0) -> Outcome:
    """Rejects the version of one annotator; the place stays open while another version is left."""
    span = place.spans[name]
    desk = GoldDesk(session.scheme, review.view, is_bulk=False)
    ids = review.view.version_ids(place)
    id = next(id for id, one in ids.items() if (one.label, one.fragments) == (span.label, span.fragments))
    if id in review.view.state.verdicts:
        return Outcome(rejection=Rejection("A406", "this version is decided already"))
    desk.draft.reject(desk.draft.state.suggestions[id])
    return session.record(
        ADJUDICATE, review.compared.document.id, desk.draft.decisions(),
        sources=sources_of(session.project, review.compared, [place]), elapsed_ms=elapsed_ms,
    )  # fmt: skip


def _revised(draft: Draft, span: Span, label: str, fragments: Fragments) -> Span:
    if label != span.label:
        check_label(draft.scheme, span.layer, label)
    if fragments != span.fragments:
        check_place(draft, span.layer, fragments, but=span.id)
    return with_type(draft.scheme, replace(span, fragments=fragments), label)


def _drop(draft: Draft, span: Span) -> str | None:
    draft.drop(span)
    return ""


def _record(
    session: Session,
    review: Review,
    place: Place,
    do: Callable[[Draft], str | None],
    reason: str,
    note: str,
    elapsed_ms: int,
    *,
    desk: GoldDesk | None = None,
) -> Outcome:
    """What `do` does to a draft of gold, as one operation; `do` names the span it left: "" none, None no room."""
    draft = desk.draft if desk is not None else Draft(review.view.state, session.scheme, origin=None)
    try:
        about = do(draft)
    except Refused as refused:
        return Outcome(rejection=refused.rejection)
    if about is None:
        return Outcome(rejection=NO_ROOM)
    document = review.compared.document.id
    decisions = [*draft.decisions(), *remark(document, reason, note, about=about or None)]
    if not decisions:
        return Outcome(rejection=Rejection("A406", "that is how it is already"))
    brought = desk.brought if desk is not None else ()
    sources = sources_of(session.project, review.compared, [place, *brought])
    return session.record(ADJUDICATE, document, decisions, sources=sources, elapsed_ms=elapsed_ms)
