"""The guideline as it grows: rules drafted from what annotators differ on, their versions, and spans to see again."""

from __future__ import annotations

import re
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
    from annotator.core.scheme import Label, Scheme
    from annotator.services.reviewing import Review
    from annotator.store.project import Project

AROUND = 60  # characters of text shown on either side of an example
RULE_CHARACTERS = 10_000
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Draft:
    """The beginning of a rule: for which label, what is said of it now, and the place with all versions of it.

    `texts` has what is said now of each label that somebody chose there, that one's first.
    """

    layer: str
    label: str
    text: str
    example: Mapping[str, Any]
    texts: Mapping[str, str]


def draft(project: Project, scheme: Scheme, review: Review, place: Place, *, language: str = "nl") -> Draft:
    """A draft for the label most annotators chose at the place; the example holds every version with who has it."""
    labels = dict.fromkeys(label for label, _ in place.versions())
    text = review.compared.document.text
    versions = _versions(place, text)
    absent = [name for name in review.compared.annotators if name not in place.spans]
    if absent:
        versions.append({"annotators": absent, "label": None})
    example = {
        "document": review.compared.document.id,
        "start": place.start,
        "end": place.end,
        "before": _before(text, place.start),
        "text": text[place.start : place.end],
        "after": _after(text, place.end),
        "versions": versions,
    }
    texts = {label: in_force(project, scheme, place.layer, label, language=language) for label in labels}
    label = next(iter(texts))
    return Draft(place.layer, label, texts[label], example, texts)


def _versions(place: Place, text: str) -> list[dict[str, Any]]:
    """What annotators have at the place; those who have the very same stand together."""
    found: dict[object, dict[str, Any]] = {}
    for name, span in place.spans.items():
        roles = sorted(argument.role for argument in span.arguments) if isinstance(span, Event) else []
        key = (span.label, span.fragments, tuple(sorted(span.attributes.items())), tuple(roles))
        one = found.setdefault(
            key,
            {
                "annotators": [], "label": span.label, "text": covered(text, span.fragments),
                "attributes": dict(span.attributes), "roles": roles,
            },
        )  # fmt: skip
        one["annotators"].append(name)
    return list(found.values())


def _before(text: str, end: int) -> str:
    """What stands before a place, from a whole word on."""
    start = max(0, end - AROUND)
    gap = _GAP.search(text, start, end) if start and not text[start - 1].isspace() else None
    return text[gap.start() if gap is not None else start : end]


def _after(text: str, start: int) -> str:
    """What stands after a place, up to a whole word."""
    end = min(len(text), start + AROUND)
    is_cut = end < len(text) and not text[end].isspace()
    gaps = list(_GAP.finditer(text, start, end)) if is_cut else []
    return text[start : gaps[-1].start() if gaps else end]


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


def rewrite(project: Project, scheme: Scheme, label: Label, text: str, *, actor: str) -> Rule:
    """Changes what is said of a label and keeps the examples that go with it; raises as `change` does."""
    before = [rule for rule in project.rules() if (rule.layer, rule.label) == (label.layer, label.name)]
    examples = before[-1].examples if before else ()
    return change(project, scheme, layer=label.layer, label=label.name, text=text, actor=actor, examples=examples)


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
