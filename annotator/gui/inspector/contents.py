"""What the inspector says about the mark at hand, worked out from the state without a widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.advice import misfits
from annotator.core.span import Event, Span
from annotator.core.text import covered
from annotator.gui.article.placing import short_score
from annotator.gui.inspector.reasons import reason
from annotator.gui.inspector.sources import suggester, told
from annotator.gui.key_names import with_keys
from annotator.services.guideline_in_force import Guideline
from annotator.services.safeguards import as_shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.scheme import Attribute, Role, Scheme
    from annotator.core.span import Argument
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments
    from annotator.services.guideline_in_force import Guidelines

translate = QCoreApplication.translate
_MARKED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a role: the text, the layer and label that give it its colour, and whether that is decided."""

    text: str
    layer: str
    label: str
    is_decided: bool


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role of the event and its fillers; without any, `is_answered` says whether none is mentioned.

    `called` is what people call it, `name` what the scheme does. `warning` tells of a filler that the scheme does not
    have for the role.
    """

    name: str
    called: str
    key: str
    fillers: tuple[Filler, ...]
    is_answered: bool = False
    warning: str = ""


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """A closed-valued attribute: its values as shown, and which of them holds; `id` is its name in the scheme."""

    name: str
    values: tuple[str, ...]
    chosen: int
    id: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is shown; texts are plain."""

    layer: str
    label: str
    label_name: str
    standing: str
    text: str
    origin: str
    score: float | None
    is_open: bool
    is_event: bool
    roles: tuple[RoleLine, ...]
    attributes: tuple[AttributeLine, ...]
    guideline: str
    guideline_note: str
    examples: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    history: tuple[str, ...]
    remarks: tuple[str, ...]
    hidden: tuple[str, ...]


def named(names: Mapping[str, str], language: str, fallback: str = "") -> str:
    """The name in the language, else in English, else any, else the fallback."""
    return names.get(language) or names.get("en") or next(iter(names.values()), fallback)


def contents_of(
    id: str,
    state: DocumentState,
    scheme: Scheme,
    *,
    actor: str,
    language: str,
    guidelines: Guidelines,
    hidden: Sequence[Suggestion],
    reasons: Mapping[str, str],
    earlier: str,
) -> Contents | None:
    """The contents for the span or suggestion of that id; None where it is gone.

    `hidden` are the suggestions about the same place that are not shown in the article, `reasons` say why a suggester
    kept one back, by its id, `earlier` what was done with the same words before.
    """
    span = state.spans.get(id)
    suggestion = state.suggestions.get(span.suggestion or id if span is not None else id)
    thing: Span | Suggestion | None = span or suggestion
    if thing is None:
        return None
    label = scheme.label(thing.layer, thing.label)
    layer = scheme.layer(thing.layer)
    arguments = thing.arguments if isinstance(thing, Event) or not isinstance(thing, Span) else ()
    attributes: Mapping[str, str] = thing.attributes
    guideline = guidelines.of(label, language=language) if label is not None else Guideline("", ())
    return Contents(
        layer=thing.layer,
        label=thing.label,
        label_name=named(label.names, language) if label else "",
        standing=_standing(span),
        text=covered(state.document.text, thing.fragments),
        origin=" · ".join(part for part in (_origin(span, suggestion, actor), _edges(thing, state)) if part),
        score=suggestion.score if suggestion is not None else None,
        is_open=span is None,
        is_event=bool(layer and layer.is_event),
        roles=_roles(thing, arguments, state, scheme, language),
        attributes=tuple(_attribute(one, attributes, language) for one in scheme.attributes_of(thing.layer)),
        guideline=guideline.text,
        guideline_note=_version_note(guideline),
        examples=tuple(example(text) for text in guideline.examples),
        history=(*_history(span, suggestion, state, actor), *([earlier] if earlier else [])),
        remarks=remarks(state, span.id) if span is not None else (),
        hidden=tuple(hidden_line(one, state, scheme, reasons) for one in hidden if one.id != id),
    )


def remarks(state: DocumentState, about: str | None) -> tuple[str, ...]:
    """The remarks on a span, or with None on the document."""
    return tuple(f"“{comment.text}”" for comment in state.comments.values() if comment.about == about)


def hidden_line(suggestion: Suggestion, state: DocumentState, scheme: Scheme, reasons: Mapping[str, str]) -> str:
    """A suggestion that is not shown, and why; `reasons` are those of what a suggester kept back, by id."""
    text = covered(state.document.text, suggestion.fragments)
    verdict = state.verdicts.get(suggestion.id)
    why = {
        "decided": translate("Inspector", "decided already"),
        "taken": translate("Inspector", "a span stands there"),
        "unknown": translate("Inspector", "the scheme has no such label"),
        None: translate("Inspector", "open"),
    }[state.why_hidden(suggestion, scheme)]
    if verdict is not None:
        why = {
            "accepted": translate("Inspector", "you accepted it"),
            "corrected": translate("Inspector", "you corrected it"),
            "rejected": translate("Inspector", "you rejected it"),
        }[verdict.outcome]
    if suggestion.id in reasons and suggestion.id not in state.suggestions:
        why = reason(reasons[suggestion.id])
    score, origin = short_score(suggestion.score), as_shown(suggestion.provenance)
    who = suggester(origin.suggester, origin.version)
    return f"{suggestion.label} “{text}” · {score} {who} · {why}"


def _version_note(guideline: Guideline) -> str:
    """Which version of the guideline this is, and whether it is another than the annotator has worked by."""
    if not guideline.version:
        return ""
    note = translate("Inspector", "version {version} of {date}, by {actor}").format(
        version=guideline.version, date=guideline.at[:10], actor=guideline.actor or "–"
    )
    if guideline.is_new:
        return translate("Inspector", "changed since your last decision · {note}").format(note=note)
    return note


def example(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An example without its [ ], and the stretches that stood in them (code points)."""
    plain = ""
    marked = []
    position = 0
    for match in _MARKED.finditer(text):
        plain += text[position : match.start()]
        marked.append((len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        position = match.end()
    return plain + text[position:], tuple(marked)


def _standing(span: Span | None) -> str:
    if span is None:
        return translate("Inspector", "suggested")
    return {
        "accepted": translate("Inspector", "accepted"),
        "corrected": translate("Inspector", "corrected"),
        "added": translate("Inspector", "added"),
        "import": translate("Inspector", "imported"),
        "bulk": translate("Inspector", "in bulk"),
    }[span.origin]


def _origin(span: Span | None, suggestion: Suggestion | None, actor: str) -> str:
    if suggestion is not None:
        how = told(as_shown(suggestion.provenance))
        return translate("Inspector", "score {score} · {how}").format(score=short_score(suggestion.score), how=how)
    if span is not None and span.origin in ("added", "bulk"):
        return translate("Inspector", "made by {actor}").format(actor=actor)
    return ""


def _edges(thing: Span | Suggestion, state: DocumentState) -> str:
    """That it begins or ends inside of a word, which most exports cannot hold; "" for all others."""
    if state.document.tokens.is_aligned(thing.fragments):
        return ""
    return with_keys(translate("Inspector", "within a word; {key:left_edge_left} or {key:right_edge_right} widens it"))


def _roles(
    thing: Span | Suggestion, arguments: tuple[Argument, ...], state: DocumentState, scheme: Scheme, language: str
) -> tuple[RoleLine, ...]:
    taken_over = {span.suggestion: span.id for span in state.spans.values() if span.suggestion} if arguments else {}
    odd = misfits(thing.layer, thing.label, arguments, state, scheme)
    lines = []
    for role in scheme.roles_of(thing.layer, thing.label):
        fillers: list[tuple[Fragments, Filler]] = []
        for argument in arguments:
            if argument.role != role.name or not argument.is_mentioned:
                continue
            id = taken_over.get(argument.span, argument.span)
            found: Span | Suggestion | None = state.spans.get(id) or state.suggestions.get(id)
            if found is None or (id not in state.spans and id in state.verdicts):
                continue  # rejected or gone
            text = covered(state.document.text, found.fragments)
            filler = Filler(text, found.layer, found.label, id in state.spans and isinstance(thing, Span))
            fillers.append((found.fragments, filler))
        ordered = tuple(filler for _, filler in sorted(fillers, key=lambda one: one[0]))  # as one reads them
        is_answered = any(one.role == role.name for one in arguments)
        called = named(role.names, language, role.name)
        warning = _warning(role, called, [one.label for one in odd if one.role.name == role.name])
        lines.append(RoleLine(role.name, called, role.key, ordered, is_answered, warning))
    return tuple(lines)


def _warning(role: Role, called: str, labels: Sequence[str]) -> str:
    """What is odd about fillers with labels that the scheme does not have for the role; "" where there are none."""
    if not labels:
        return ""
    return translate("Inspector", "the scheme has {labels} for {role}, not {label}").format(
        labels=", ".join(role.fillers), role=called, label=", ".join(dict.fromkeys(labels))
    )


def _attribute(attribute: Attribute, values: Mapping[str, str], language: str) -> AttributeLine:
    chosen = values.get(attribute.name, attribute.default)
    names = tuple(named(attribute.value_names.get(value, {}), language, value.lower()) for value in attribute.values)
    return AttributeLine(
        named(attribute.names, language, attribute.name),
        names,
        attribute.values.index(chosen) if chosen in attribute.values else -1,
        attribute.name,
        attribute.key,
    )


def _history(span: Span | None, suggestion: Suggestion | None, state: DocumentState, actor: str) -> tuple[str, ...]:
    lines = []
    if suggestion is not None:
        source = as_shown(suggestion.provenance)
        who = suggester(source.suggester, source.version)
        lines.append(translate("Inspector", "suggested by {suggester}").format(suggester=who))
    if span is not None:
        lines.append(f"{_standing(span)} · {actor}")
    if suggestion is not None and span is not None and suggestion.label != span.label:
        lines.append(translate("Inspector", "suggested as {label}").format(label=suggestion.label))
    if suggestion is not None and span is not None and suggestion.fragments != span.fragments:
        text = covered(state.document.text, suggestion.fragments)
        lines.append(translate("Inspector", "suggested on “{text}”").format(text=text))
    return tuple(lines)
