"""What the inspector says about the mark at hand, worked out from the state without a widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.span import Event, Span
from annotator.core.text import covered
from annotator.gui.article.placing import short_score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Attribute, Scheme
    from annotator.core.span import Argument
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion

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
    """A role of the event and its fillers, none where it is not mentioned."""

    name: str
    key: str
    fillers: tuple[Filler, ...]


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """A closed-valued attribute: its values as shown, and which of them holds."""

    name: str
    values: tuple[str, ...]
    chosen: int


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
    examples: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    history: tuple[str, ...]


def named(names: Mapping[str, str], language: str, fallback: str = "") -> str:
    """The name in the language, else in English, else any, else the fallback."""
    return names.get(language) or names.get("en") or next(iter(names.values()), fallback)


def contents_of(id: str, state: DocumentState, scheme: Scheme, *, actor: str, language: str) -> Contents | None:
    """The contents for the span or suggestion of that id; None where it is gone."""
    span = state.spans.get(id)
    suggestion = state.suggestions.get(span.suggestion or id if span is not None else id)
    thing: Span | Suggestion | None = span or suggestion
    if thing is None:
        return None
    label = scheme.label(thing.layer, thing.label)
    layer = scheme.layer(thing.layer)
    arguments = thing.arguments if isinstance(thing, Event) or not isinstance(thing, Span) else ()
    attributes: Mapping[str, str] = thing.attributes
    return Contents(
        layer=thing.layer,
        label=thing.label,
        label_name=named(label.names, language) if label else "",
        standing=_standing(span),
        text=covered(state.document.text, thing.fragments),
        origin=_origin(span, suggestion, actor),
        score=suggestion.score if suggestion is not None else None,
        is_open=span is None,
        is_event=bool(layer and layer.is_event),
        roles=_roles(thing, arguments, state, scheme),
        attributes=tuple(_attribute(one, attributes, language) for one in scheme.attributes_of(thing.layer)),
        guideline=" ".join(named(label.guideline, language).split()) if label else "",
        examples=tuple(example(text) for text in label.examples) if label else (),
        history=_history(span, suggestion, state, actor),
    )


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
        source = suggestion.provenance
        how = f"{source.suggester}, {source.rule}" if source.rule else source.suggester
        return translate("Inspector", "score {score} · {how}").format(score=short_score(suggestion.score), how=how)
    if span is not None and span.origin in ("added", "bulk"):
        return translate("Inspector", "made by {actor}").format(actor=actor)
    return ""


def _roles(
    thing: Span | Suggestion, arguments: tuple[Argument, ...], state: DocumentState, scheme: Scheme
) -> tuple[RoleLine, ...]:
    taken_over = {span.suggestion: span.id for span in state.spans.values() if span.suggestion} if arguments else {}
    lines = []
    for role in scheme.roles_of(thing.layer, thing.label):
        fillers = []
        for argument in arguments:
            if argument.role != role.name:
                continue
            id = taken_over.get(argument.span, argument.span)
            found: Span | Suggestion | None = state.spans.get(id) or state.suggestions.get(id)
            if found is None or (id not in state.spans and id in state.verdicts):
                continue  # rejected or gone
            text = covered(state.document.text, found.fragments)
            fillers.append(Filler(text, found.layer, found.label, id in state.spans and isinstance(thing, Span)))
        lines.append(RoleLine(role.name, role.key, tuple(fillers)))
    return tuple(lines)


def _attribute(attribute: Attribute, values: Mapping[str, str], language: str) -> AttributeLine:
    chosen = values.get(attribute.name, attribute.default)
    names = tuple(named(attribute.value_names.get(value, {}), language, value.lower()) for value in attribute.values)
    return AttributeLine(
        named(attribute.names, language, attribute.name),
        names,
        attribute.values.index(chosen) if chosen in attribute.values else -1,
    )


def _history(span: Span | None, suggestion: Suggestion | None, state: DocumentState, actor: str) -> tuple[str, ...]:
    lines = []
    if suggestion is not None:
        source = suggestion.provenance
        lines.append(
            translate("Inspector", "suggested by {suggester} {version}").format(
                suggester=source.suggester, version=source.version
            )
        )
    if span is not None:
        lines.append(f"{_standing(span)} · {actor}")
    if suggestion is not None and span is not None and suggestion.label != span.label:
        lines.append(translate("Inspector", "suggested as {label}").format(label=suggestion.label))
    if suggestion is not None and span is not None and suggestion.fragments != span.fragments:
        text = covered(state.document.text, suggestion.fragments)
        lines.append(translate("Inspector", "suggested on “{text}”").format(text=text))
    about = span.id if span is not None else ""
    lines += [f"“{comment.text}”" for comment in state.comments.values() if about and comment.about == about]
    return tuple(lines)
