"""The guideline as it grows: rules drafted from what annotators differ on, their versions, and spans to see again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.span import Event, Span
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.services.session import now
from annotator.store.assignments import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.compare import Place
    from annotator.core.scheme import Scheme
    from annotator.services.reviewing import Review
    from annotator.store.project import Project

AROUND = 60  # characters of text shown on either side of an example
RULE_CHARACTERS = 10_000


@dataclass(frozen=True, slots=True)
class Draft:
    """The beginning of a rule: for which label, what is said of it now, and the place with all versions of it."""

    layer: str
    label: str
    text: str
    example: Mapping[str, Any]


def draft(project: Project, scheme: Scheme, review: Review, place: Place, *, language: str = "nl") -> Draft:
    """A draft for the label most annotators chose at the place; the example holds each annotator's version."""
    (label, _), *_ = place.versions()
    text = review.compared.document.text
    versions: list[dict[str, Any]] = [
        {
            "annotators": [name for name in place.spans if place.spans[name] == span],
            "label": span.label,
            "text": covered(text, span.fragments),
            "attributes": dict(span.attributes),
            "roles": sorted(argument.role for argument in span.arguments) if isinstance(span, Event) else [],
        }
        for span in _different(place.spans)
    ]
    absent = [name for name in review.compared.annotators if name not in place.spans]
    if absent:
        versions.append({"annotators": absent, "label": None})
    example = {
        "document": review.compared.document.id,
        "start": place.start,
        "end": place.end,
        "before": text[max(0, place.start - AROUND) : place.start],
        "text": text[place.start : place.end],
        "after": text[place.end : place.end + AROUND],
        "versions": versions,
    }
    return Draft(place.layer, label, in_force(project, scheme, place.layer, label, language=language), example)


def _different(spans: Mapping[str, Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans.values():
        if span not in found:
            found.append(span)
    return found


def in_force(project: Project, scheme: Scheme, layer: str, label: str, *, language: str = "nl") -> str:
    """What the guideline says of a label now: its last version here, else the scheme's own text."""
    changed = [rule for rule in project.rules() if (rule.layer, rule.label) == (layer, label)]
    if changed:
        return changed[-1].text
    declared = _declared(scheme, layer, label)
    return declared.get(language) or next(iter(declared.values()), "")


def _declared(scheme: Scheme, layer: str, label: str) -> Mapping[str, str]:
    found = scheme.label(layer, label)
    if found is None:
        raise KnownError("A403", f"the scheme has no {layer!r:.60} {label!r:.60}", "choose a label it lists")
    return found.guideline


def change(
    project: Project,
    scheme: Scheme,
    *,
    layer: str,
    label: str,
    text: str,
    actor: str,
    examples: Sequence[Mapping[str, Any]] = (),
) -> Rule:
    """Raises the guideline's version: from now on this is said of the label. KnownError A403, A401 (text)."""
    _declared(scheme, layer, label)
    if not text.strip() or len(text) > RULE_CHARACTERS:
        raise KnownError("A401", f"a rule has 1 to {RULE_CHARACTERS:,} characters", "write it, or shorten it")
    return project.add_rule(Rule(0, layer, label, text.strip(), tuple(examples), actor, now()))


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A span that was decided before its label's rule changed."""

    document: str
    annotator: str
    span: Span


def second_look(project: Project, rule: Rule) -> Iterator[SecondLook]:
    """Spans of the rule's label that nobody has touched since the rule, by document and annotator.

    Work that came back in a package counts as before the rule if it was handed out before it.
    """
    old_copies = {
        replica
        for assignment in project.assignments()
        if assignment.guideline < rule.version
        for replica in assignment.replicas
    }
    touched = {
        (decision.document, operation.actor, decision.target)
        for operation in project.operations(after=rule.operations)
        if operation.replica not in old_copies
        for decision in operation.decisions
    }
    actors = project.actors()
    for document in project.document_ids():
        for actor in actors:
            for span in project.decided(document, actor).spans.values():
                is_of_rule = (span.layer, span.label) == (rule.layer, rule.label)
                if is_of_rule and (document, actor, span.id) not in touched:
                    yield SecondLook(document, actor, span)
