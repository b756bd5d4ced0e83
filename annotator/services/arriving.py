"""Annotations that arrive from outside: checked against the scheme and made into one operation a document."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.decision import STATUSES, Decision, Operation, Status
from annotator.core.span import ID, Argument, Event, Span
from annotator.core.suggestion import suggestion_id
from annotator.core.text import covered, fragments_problem
from annotator.errors import KnownError
from annotator.services.session import new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.scheme import Scheme
    from annotator.core.text import Fragment
    from annotator.formats.records import ImportedDocument
    from annotator.store.projection import Decided


def operation_for(
    record: ImportedDocument,
    document: str,
    sha256: str,
    *,
    actor: str,
    replica: str,
    scheme: Scheme,
    there: Decided,
) -> Operation | None:
    """The operation that records what the file says beyond what `actor` has decided already; None if nothing.

    The record fits the scheme (`require_fit`). Raises KnownError A209, naming the place in the file, where an
    annotation does not fit what is there.
    """
    decisions, renamed = _spans(record, document, scheme, there.spans)
    judged = set(there.verdicts)
    for verdict in record.rejected:
        target = suggestion_id(sha256, verdict.layer, verdict.label, verdict.fragments)
        if target not in judged:
            decisions.append(Decision(document, "verdict", target, None, verdict))
            judged.add(target)
    known = set(there.comments.values())
    for one in record.comments:
        comment = one._replace(about=renamed.get(one.about or "", one.about))
        if comment not in known:
            decisions.append(Decision(document, "comment", new_id(), None, comment))
    if record.status is not None and record.status != there.status:
        decisions.append(Decision(document, "status", "", Status(there.status), Status(record.status)))
    if not decisions:
        return None
    return Operation(
        id=new_id(),
        replica=replica,
        actor=actor,
        sequence=0,
        kind="import",
        document=document,
        at=now(),
        decisions=tuple(decisions),
        origin="import",
        scheme_version=scheme.version,
    )


def _spans(
    record: ImportedDocument, document: str, scheme: Scheme, there: Mapping[str, Span]
) -> tuple[list[Decision], dict[str, str]]:
    """Decisions for the spans that are not there yet, each under an id of its own; and what id each of the file has."""
    known = {_key(span): id for id, span in there.items()}
    renamed: dict[str, str] = {}
    fresh: list[Span] = []
    for span in record.spans:
        if _key(span) in known:
            renamed[span.id] = known[_key(span)]
            continue
        is_free = ID.fullmatch(span.id) and span.id not in there
        renamed[span.id] = span.id if is_free else new_id()
        known[_key(span)] = renamed[span.id]
        fresh.append(span)
    _check_flat(record, fresh, scheme, there)
    decisions = []
    for span in fresh:
        after = replace(
            span,
            id=renamed[span.id],
            attributes={**scheme.defaults_of(span.layer), **span.attributes},
            origin="import",
            suggestion=None,
        )
        if isinstance(after, Event):
            moved = tuple(Argument(one.role, renamed[one.span]) if one.is_mentioned else one for one in after.arguments)
            after = replace(after, arguments=tuple(dict.fromkeys(moved)))
        decisions.append(Decision(document, "span", after.id, None, after))
    return decisions, renamed


def _key(span: Span) -> tuple[object, ...]:
    return span.layer, span.label, span.fragments


def require_fit(record: ImportedDocument, scheme: Scheme) -> None:
    """Raises KnownError A204, A205 or A208, naming the place in the file, where one does not fit text or scheme."""
    for span in record.spans:
        _check(record, span, scheme)
    if record.status is not None and record.status not in STATUSES:
        raise KnownError("A205", f"{record.where}: status {record.status!r:.60}", f"use one of {', '.join(STATUSES)}")


def _check(record: ImportedDocument, span: Span, scheme: Scheme) -> None:
    layer = scheme.layer(span.layer)
    what = f"{record.where}: {span.label!r:.60} {list(map(list, span.fragments))!s:.60}"
    if layer is None or scheme.label(span.layer, span.label) is None:
        known = ", ".join(label.name for label in scheme.labels_of(span.layer)) or "no labels"
        raise KnownError(
            "A205",
            f"{record.where}: layer {span.layer!r:.60} with label {span.label!r:.60} is not in scheme {scheme.name}",
            f"rename it in the file, or use a scheme that has it (that layer has {known:.300})",
        )
    if layer.is_event != isinstance(span, Event):
        holds = f"{span.layer!r} holds events" if layer.is_event else f"{span.layer!r} holds spans"
        raise KnownError("A205", f"{what}: {holds}", "mend it")
    problem = fragments_problem(span.fragments, len(record.text))
    if problem:
        raise KnownError("A204", f"{what}: {problem}", "offsets count code points, the end not included")
    allowed = {attribute.name: attribute.values for attribute in scheme.attributes_of(span.layer)}
    for name, value in span.attributes.items():
        if value not in allowed.get(name, ()):
            raise KnownError("A205", f"{what}: attribute {name!r:.60} = {value!r:.60}", "use what the scheme lists")
    if isinstance(span, Event):
        _check_arguments(record, span, scheme, what)


def _check_arguments(record: ImportedDocument, event: Event, scheme: Scheme, what: str) -> None:
    roles = {role.name for role in scheme.roles_of(event.layer, event.label)}
    fillers = {span.id for span in record.spans if not isinstance(span, Event)}
    for argument in event.arguments:
        if argument.role not in roles:
            raise KnownError("A205", f"{what}: role {argument.role!r:.60}", "use a role that the scheme gives the type")
        if not argument.is_mentioned:
            if any(one.role == argument.role and one.is_mentioned for one in event.arguments):
                raise KnownError("A205", f"{what}: {argument.role} is filled and said to be not mentioned", "keep one")
            continue
        if argument.span not in fillers:
            raise KnownError("A208", f"{what}: {argument.role} points at {argument.span!r:.60}", "name an entity's id")


def _check_flat(record: ImportedDocument, fresh: list[Span], scheme: Scheme, there: Mapping[str, Span]) -> None:
    """Refuses two spans of a flat layer on one place, in the file or against what is decided."""
    for layer in scheme.layers:
        if layer.kind != "flat":
            continue
        spans = [span for span in (*fresh, *there.values()) if span.layer == layer.name]
        # Fragment by fragment: what lies between the fragments of one span is free for others.
        placed = sorted(((place, span) for span in spans for place in span.fragments), key=lambda pair: pair[0])
        for (one, left), (other, right) in itertools.pairwise(placed):
            if other[0] < one[1]:
                texts = [f"{span.label} “{covered(record.text, span.fragments):.40}”" for span in (left, right)]
                raise KnownError(
                    "A209",
                    f"{record.where}: {texts[0]} and {texts[1]} overlap in the flat layer {layer.name!r}",
                    "keep one of them, leave the shorter ones out with --unknown-labels skip, or use another --as",
                )


def without_overlaps(record: ImportedDocument, scheme: Scheme, there: Mapping[str, Span]) -> ImportedDocument:
    """The record without what overlaps in flat layers: what is decided stays, else what covers more, else the first.

    Roles whose filler goes, go with it; remarks on what goes become remarks on the document.
    """
    flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
    taken = {
        layer: _Taken(place for span in there.values() if span.layer == layer for place in span.fragments)
        for layer in flat
    }
    known = {_key(span) for span in there.values()}
    order = sorted(
        enumerate(record.spans), key=lambda pair: (-sum(end - start for start, end in pair[1].fragments), pair[0])
    )
    gone: set[str] = set()
    for _, span in order:
        if span.layer in flat and _key(span) not in known and not taken[span.layer].take(span):
            gone.add(span.id)
    if not gone:
        return record
    kept = [_without_fillers(span, gone) for span in record.spans if span.id not in gone]
    comments = [one._replace(about=None) if one.about in gone else one for one in record.comments]
    return replace(record, spans=tuple(kept), comments=tuple(comments))


class _Taken:
    """The places of a flat layer that are taken, in order; the same span may be taken twice."""

    def __init__(self, places: Iterable[Fragment]) -> None:
        self._places = sorted(places)
        self._seen: set[tuple[object, ...]] = set()

    def take(self, span: Span) -> bool:
        """Takes the places of the span, if all are free."""
        if _key(span) in self._seen:
            return True  # twice the same: one of them is recorded
        for place in span.fragments:
            at = bisect.bisect_left(self._places, place)
            before, after = self._places[at - 1 : at], self._places[at : at + 1]
            if (before and before[0][1] > place[0]) or (after and after[0][0] < place[1]):
                return False
        for place in span.fragments:
            bisect.insort(self._places, place)
        self._seen.add(_key(span))
        return True


def _without_fillers(span: Span, gone: set[str]) -> Span:
    if not isinstance(span, Event) or not any(one.span in gone for one in span.arguments):
        return span
    return replace(span, arguments=tuple(one for one in span.arguments if one.span not in gone))
