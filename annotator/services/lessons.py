"""What the learned suggester is to learn from: documents with their decisions, each with a hash, from the log."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.decision import Verdict, canonical
from annotator.core.span import Span, arguments_of
from annotator.nlp.worker.learned.manifest import manifest_of
from annotator.services.comparing import adjudicators
from annotator.services.safeguards import without_planted
from annotator.services.suggesting import to_payload
from annotator.services.upheld import planted_in_gold, upheld_by, versions_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from annotator.core.decision import Decision
    from annotator.core.scheme import Scheme
    from annotator.store.project import Project

DONE = "done"
TEXTS = 300  # articles without decisions that lend their words to learning in depth
WHEN_DONE = ""  # beside spans and suggestions: when the document was done
_DATED = 6  # places of a span before the point of the log
UNTOUCHED = ""  # the hash of what was decided about such an article


def shape_of(scheme: Scheme) -> dict[str, Any]:
    """The scheme as the worker needs it for learning."""
    events = [layer.name for layer in scheme.layers if layer.is_event]
    return {
        "labels": scheme.label_names(),
        "event_layers": events,
        "overlapping": [layer.name for layer in scheme.layers if layer.kind != "flat" and not layer.is_event],
        "roles": {
            name: {role.name: [list(role.fillers), list(role.types)] for role in scheme.roles if role.layer == name}
            for name in events
        },
        "attributes": {name: scheme.defaults_of(name) for name in events},
    }


def decided_json(
    project: Project, scheme: Scheme, document: str, source: str, *, times: Mapping[str, int] | None = None
) -> dict[str, Any] | None:
    """What `source` decided about a document, as the worker learns it; None where nothing was.

    `times`: when each span or suggestion was decided, as points of the log.
    """
    decided = project.decided(document, source)
    is_complete = decided.status == DONE
    spans, verdicts = without_planted(decided.spans, decided.verdicts)
    at = times or {}
    against = [(at.get(id, 0), one) for id, one in verdicts.items() if one.outcome == "rejected"]
    against += [(0, one) for one in _mended(spans, verdicts, scheme)]
    if is_complete and source in adjudicators(project):
        versions = versions_of(project, document)
        planted = planted_in_gold(versions, spans)
        spans = [one for one in spans if one.id not in planted]
        upheld = upheld_by(versions, spans, partial(_spoken_against, scheme))
        against += [(at.get(WHEN_DONE, 0) if is_rejected else 0, one) for is_rejected, one in upheld.values()]
    if not (spans or against or is_complete):
        return None
    known = {layer.name for layer in scheme.layers}
    return {
        "complete": is_complete,
        "spans": [[*span_json(one, scheme), at.get(one.id, 0)] for one in spans if one.layer in known],
        "rejected": [
            [one.layer, one.label, [list(fragment) for fragment in one.fragments], when]
            for when, one in against
            if one.layer in known
        ],
    }


def _spoken_against(
    scheme: Scheme, spans: Iterable[Span], verdicts: Mapping[str, Verdict]
) -> list[tuple[bool, Verdict]]:
    """What speaks against suggestions, each with whether it was rejected, rather than mended."""
    rejected = [(True, one) for one in verdicts.values() if one.outcome == "rejected"]
    return rejected + [(False, one) for one in _mended(spans, verdicts, scheme)]


def _mended(spans: Iterable[Span], verdicts: Mapping[str, Verdict], scheme: Scheme) -> list[Verdict]:
    """The suggestions that were taken with another label or without some of their words."""
    events = {layer.name for layer in scheme.layers if layer.is_event}
    found = [(span, verdicts.get(span.suggestion or "")) for span in spans]
    return [one for span, one in found if one is not None and (_is_cut(span, one) or _is_renamed(span, one, events))]


def _is_renamed(span: Span, verdict: Verdict, events: Collection[str]) -> bool:
    """Whether a suggestion got another label where it stood: that speaks against the one suggested.

    Without a date, so that it does not outweigh that the name had that label elsewhere: "Turkije" is a place here and a
    government there. Not for triggers, whose type hangs on what stands around them.
    """
    is_there = verdict.outcome == "corrected" and span.fragments == verdict.fragments
    return is_there and span.label != verdict.label and span.layer not in events


def _is_cut(span: Span, verdict: Verdict) -> bool:
    """Whether words were taken off what was suggested: with them it is no such span, here or elsewhere.

    Where words were only added nothing is said of the shorter one: "Homs" is right without "provincie" before it.
    Without a date, as above: once labelled with these words it counts again.
    """
    return verdict.outcome == "corrected" and not all(
        any(first <= start and end <= last for first, last in span.fragments) for start, end in verdict.fragments
    )


def span_json(span: Span, scheme: Scheme) -> list[Any]:
    """A span as the worker learns it: id, layer, label, fragments, attributes, arguments."""
    arguments = [[one.role, one.span] for one in arguments_of(span)]
    fragments = [list(fragment) for fragment in span.fragments]
    attributes = {**scheme.defaults_of(span.layer), **span.attributes}
    return [span.id, span.layer, span.label, fragments, attributes, arguments]


def digest_of(decided: Mapping[str, Any]) -> str:
    """A hash of what was decided about one document.

    When a span was labelled is no part of it: one that was deleted and is there again is the same decision.
    """
    spans = [one[:_DATED] for one in decided["spans"]]
    return hashlib.blake2s(canonical({**decided, "spans": spans}).encode("utf-8"), digest_size=12).hexdigest()


def decisions_hash(digests: Mapping[str, str]) -> str:
    """The hash of all decisions to learn from, whatever their order."""
    decided = sorted((id, digest) for id, digest in digests.items() if digest != UNTOUCHED)
    return hashlib.sha256(canonical([list(one) for one in decided]).encode("utf-8")).hexdigest()


@dataclass(slots=True)
class Register:
    """Documents that `source` decided about and the hash of each, in the order they were last worked on.

    Only what the log brought since the last look is read again. With `beside`, an adjudicator, also what that one has
    finished where the source decided nothing: never what another annotator did.
    """

    source: str
    digests: dict[str, str] = field(default_factory=dict)
    seen: int = 0
    times: dict[str, dict[str, int]] = field(default_factory=dict)  # document -> span or suggestion -> point of the log
    finished: set[str] = field(default_factory=set)
    beside: str = ""

    def look(self, project: Project, scheme: Scheme) -> bool:
        """Reads what is new in the log; whether anything to learn from has changed."""
        touched: dict[str, None] = {}
        rests_on_others = self.source in adjudicators(project)
        for operation in project.operations(after=self.seen):
            self.seen += 1
            is_own = operation.actor in (self.source, "" if rests_on_others else self.beside)
            for decision in operation.decisions if is_own or rests_on_others else ():
                touched.pop(decision.document, None)
                touched[decision.document] = None
                if is_own and (_is_choice(decision) or decision.kind == "status"):
                    target = WHEN_DONE if decision.kind == "status" else decision.target
                    self.times.setdefault(decision.document, {})[target] = self.seen
        is_changed = False
        for document in touched:
            decided = self.decided(project, scheme, document)
            digest = None if decided is None else digest_of(decided)
            is_finished = decided is not None and decided["complete"]
            (self.finished.add if is_finished else self.finished.discard)(document)
            before = self.digests.pop(document, None)
            if digest is not None:
                self.digests[document] = digest
            is_changed = is_changed or digest != before
        return is_changed

    def decided(self, project: Project, scheme: Scheme, document: str) -> dict[str, Any] | None:
        """What there is to learn about a document, as `decided_json` has it."""
        times = self.times.get(document)
        own = decided_json(project, scheme, document, self.source, times=times)
        if own is not None or not self.beside or self.source in adjudicators(project):
            return own
        settled = decided_json(project, scheme, document, self.beside, times=times)
        return settled if settled is not None and settled["complete"] else None

    def copy(self) -> Register:
        """The same as it is now, to look on without a change to this one."""
        times = {document: dict(known) for document, known in self.times.items()}
        return replace(self, digests=dict(self.digests), times=times, finished=set(self.finished))

    def untouched(self, project: Project, count: int) -> list[str]:
        """Documents without decisions, spread over the corpus, so many at most."""
        free = [id for id in project.document_ids() if id not in self.digests]
        return free[:: max(1, len(free) // count)][:count] if count else []


def _is_choice(decision: Decision) -> bool:
    """Whether it says of a place that it has a label, or has not: not what only adds roles or attributes."""
    before, after = decision.before, decision.after
    if isinstance(before, Span) and isinstance(after, Span):
        return (before.layer, before.label, before.fragments) != (after.layer, after.label, after.fragments)
    return isinstance(after, Span | Verdict)


def lesson(project: Project, scheme: Scheme, document: str, register: Register) -> dict[str, Any]:
    """One document for the worker, with what was decided about it and the hash of that."""
    digest = register.digests.get(document, UNTOUCHED)
    decided = register.decided(project, scheme, document) if digest != UNTOUCHED else None
    return {**to_payload(project.document(document)), "decided": decided, "digest": digest}


def learned_hash(model: Path, source: str | None = None) -> str:
    """The hash of the decisions that the model beside a project knows; "" where there is none to be read.

    Here and below also where a source is named and the model learned from another's decisions.
    """
    return str(manifest_of(model, source).get("decisions", ""))


def learned_lessons(model: Path, source: str | None = None) -> dict[str, str]:
    """Which decisions the model beside a project knows, document by document; {} where there is none to be read."""
    lessons = manifest_of(model, source).get("lessons")
    return {str(id): str(digest) for id, digest in lessons.items()} if isinstance(lessons, dict) else {}


def learned_in_depth(model: Path, source: str | None = None) -> int:
    """How many finished documents there were when the model beside a project was last made in depth."""
    known = manifest_of(model, source).get("deep")
    return known if isinstance(known, int) else 0
