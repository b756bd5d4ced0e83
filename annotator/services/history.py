"""The log of one document as someone reads it: who did what when, from which suggestion, what was undone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.core.decision import Comment, Decision, Status, Verdict
from annotator.core.span import Span, arguments_of
from annotator.core.text import covered
from annotator.services.safeguards import PLANTED, as_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.decision import Operation
    from annotator.core.scheme import Scheme
    from annotator.core.suggestion import Suggestion
    from annotator.services.session import Session

_ABOUT_PARTS = frozenset({"set_argument", "remove_argument", "clear_role", "set_attribute"})  # of a span, not all of it
MOST = 5_000  # operations of one document that are listed; older ones stay in the log


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation as far as it concerns the document.

    `label` and `text` are of the first span it touched, `more` how many others it touched; `detail` is
    a status, the words of a comment, or the label before; `names` are those of the role or value it was about,
    by language; `suggester` and `score` name the suggestion,
    `is_corrected` says that it was accepted with another label or other edges.
    For an undo or a redo all of that is of the operation of the kind `reverted`.
    """

    id: str
    at: str
    actor: str
    kind: str
    label: str = ""
    text: str = ""
    more: int = 0
    detail: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    suggester: str = ""
    score: float | None = None
    is_undone: bool = False
    is_corrected: bool = False
    reverted: str = ""


def entries(session: Session, document: str) -> list[Entry]:
    """The annotator's own operations on the document, oldest first, at most the last MOST of them.

    The logs of others are not read: annotators do not see one another's work.
    """
    own = list(session.project.operations(actor=session.actor, document=document))[-MOST:]
    origins = _origins(own)
    undone = _undone(own, origins)
    text = session.project.document(document).text
    known = session.glimpse(document).suggestions
    by_id = {one.id: one for one in own}
    listed = []
    for one in own:
        told = by_id.get(origins.get(one.id, ""), one)
        entry = _entry(told, document, text, is_undone=one.id in undone, scheme=session.scheme)
        entry = _as_shown(entry, told, known)
        if told is not one:
            entry = replace(entry, id=one.id, at=one.at, actor=one.actor, kind=one.kind, reverted=told.kind)
        listed.append(entry)
    return listed


def _as_shown(entry: Entry, operation: Operation, known: Mapping[str, Suggestion]) -> Entry:
    """The entry as annotators get to see it: a planted suggestion is by whom it passes for."""
    if entry.suggester != PLANTED:
        return entry
    judged = (known.get(one.target) for one in operation.decisions if one.kind == "verdict")
    shown = (as_shown(one.provenance).suggester for one in judged if one is not None)
    return replace(entry, suggester=next(shown, ""))


def entry_of_reverted(session: Session, reverted: Operation) -> Entry:
    """The gesture that was taken back or brought back, told over all its documents."""
    documents = [one.document for one in reverted.decisions]
    about = reverted.document if reverted.document in documents else next(iter(documents), reverted.document)
    text = session.glimpse(about).document.text
    entry = _entry(reverted, about, text, is_undone=False, scheme=session.scheme)
    count = sum(one.kind == "span" for one in reverted.decisions)
    return replace(entry, more=max(0, count - 1))


def _origins(operations: Iterable[Operation]) -> dict[str, str]:
    """Of each undo and redo, by id, the operation that it takes back or brings back in the end."""
    origins: dict[str, str] = {}
    for one in operations:
        if one.reverts is not None:
            origins[one.id] = origins.get(one.reverts, one.reverts)
    return origins


def _undone(operations: Iterable[Operation], origins: Mapping[str, str]) -> set[str]:
    """Ids of what is taken back at the end: an undo takes back what it reverts, a redo brings it back."""
    undone: set[str] = set()
    for one in operations:
        if one.id not in origins:
            continue
        if one.kind == "undo":
            undone.add(origins[one.id])
        else:
            undone.discard(origins[one.id])
    return undone


def _entry(operation: Operation, document: str, text: str, *, is_undone: bool, scheme: Scheme) -> Entry:
    here = [one for one in operation.decisions if one.document == document]
    spans = [one for one in here if one.kind == "span"]
    verdict = next((one.after or one.before for one in here if one.kind == "verdict"), None)
    first = _first(operation, spans)
    label, words = "", ""
    if isinstance(first, Span):
        label, words = first.label, covered(text, first.fragments)
    elif isinstance(verdict, Verdict):
        label, words = verdict.label, covered(text, verdict.fragments)
    judged = verdict if isinstance(verdict, Verdict) else None
    return Entry(
        id=operation.id,
        at=operation.at,
        actor=operation.actor,
        kind=operation.kind,
        label=label,
        text=" ".join(words.split()),
        more=max(0, len(spans) - 1),
        names=_names(spans, scheme) if operation.kind in _ABOUT_PARTS else {},
        detail=_detail(here) or (_suggested_label(judged, first) if operation.kind == "accept" else ""),
        suggester=judged.suggester if judged is not None else "",
        score=judged.score if judged is not None else None,
        is_undone=is_undone,
        is_corrected=judged is not None and judged.outcome == "corrected",
    )


def _suggested_label(verdict: Verdict | None, span: object) -> str:
    """The label that was suggested, where the span got another one."""
    is_other = verdict is not None and isinstance(span, Span) and span.label != verdict.label
    return verdict.label if is_other and verdict is not None else ""


def _first(operation: Operation, spans: list[Decision]) -> object:
    """The span an operation is about: the event that was given an argument, not the filler accepted with it."""
    if operation.kind in ("set_argument", "remove_argument", "clear_role"):
        spans = sorted(spans, key=lambda one: one.before is None)
    return next((one.after or one.before for one in spans), None)


def _names(spans: Iterable[Decision], scheme: Scheme) -> Mapping[str, str]:
    """What the scheme calls the role, or the value, that was changed; by language."""
    for one in spans:
        before, after = one.before, one.after
        if not isinstance(after, Span):
            continue
        old = before if isinstance(before, Span) else None
        changed = {*arguments_of(after)} ^ {*(arguments_of(old) if old is not None else ())}
        for role in scheme.roles_of(after.layer, after.label):
            if any(argument.role == role.name for argument in changed):
                return {"": role.name, **role.names}
        for attribute in scheme.attributes_of(after.layer):
            value = after.attributes.get(attribute.name, attribute.default)
            if old is not None and value != old.attributes.get(attribute.name, attribute.default):
                return {"": value, **attribute.value_names.get(value, {})}
    return {}


def _detail(decisions: list[Decision]) -> str:
    for one in decisions:
        if isinstance(one.after, Status):
            return one.after.value
        if isinstance(one.after, Comment):
            return one.after.text
        if isinstance(one.before, Span) and isinstance(one.after, Span) and one.before.label != one.after.label:
            return one.before.label
    return ""
