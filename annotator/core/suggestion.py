"""Suggestions: what a suggester proposes, with its score, its provenance and an id that survives a re-run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.span import NO_ATTRIBUTES, Argument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.scheme import Scheme
    from annotator.core.text import Fragments


OF_VERSIONS = "annotators"  # who proposes, in verdicts of an adjudicator on the annotators' versions


class Provenance(NamedTuple):
    """Which suggester spoke, in which version, by which rule or model."""

    suggester: str
    version: str
    rule: str = ""
    model: str = ""


class Suggestion(NamedTuple):
    """A proposed span (no arguments, is_event False) or event; `score` is a calibrated 0..1.

    Arguments name other suggestions of the same document, or spans already decided.
    """

    id: str
    layer: str
    label: str
    fragments: Fragments
    score: float
    provenance: Provenance
    is_event: bool = False
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    arguments: tuple[Argument, ...] = ()

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]


def fitting(suggestion: Suggestion, scheme: Scheme) -> Suggestion | None:
    """The suggestion with no more roles and values than the scheme has; None where it has no such label of its kind."""
    layer = scheme.layer(suggestion.layer)
    is_of_kind = layer is not None and layer.is_event == suggestion.is_event
    if not is_of_kind or scheme.label(suggestion.layer, suggestion.label) is None:
        return None
    if not suggestion.attributes and not suggestion.arguments:
        return suggestion
    roles = {role.name for role in scheme.roles_of(suggestion.layer, suggestion.label)}
    return suggestion._replace(
        attributes=scheme.known_values(suggestion.layer, suggestion.attributes),
        arguments=tuple(one for one in suggestion.arguments if one.role in roles),
    )


def suggestion_id(sha256: str, layer: str, label: str, fragments: Fragments) -> str:
    """The id of a suggestion: the same proposal in the same text has the same id, so a rejection holds."""
    key = f"{sha256}\x1f{layer}\x1f{label}\x1f{fragments!r}"
    import hashlib  # lazy: it loads OpenSSL, which no reading needs

    return "g" + hashlib.blake2s(key.encode("utf-8"), digest_size=9).hexdigest()


def to_json(suggestion: Suggestion) -> dict[str, Any]:
    """The suggestion as a JSON value."""
    origin = suggestion.provenance
    return {
        "id": suggestion.id,
        "layer": suggestion.layer,
        "label": suggestion.label,
        "fragments": [list(fragment) for fragment in suggestion.fragments],
        "score": suggestion.score,
        "provenance": [origin.suggester, origin.version, origin.rule, origin.model],
        "event": suggestion.is_event,
        "attributes": dict(suggestion.attributes),
        "arguments": [[argument.role, argument.span] for argument in suggestion.arguments],
    }


def from_json(value: Mapping[str, Any]) -> Suggestion:
    """Inverse of `to_json`, for values this program wrote itself."""
    return Suggestion(
        id=value["id"],
        layer=value["layer"],
        label=value["label"],
        fragments=tuple((start, end) for start, end in value["fragments"]),
        score=value["score"],
        provenance=Provenance(*value["provenance"]),
        is_event=value["event"],
        attributes=dict(value["attributes"]),
        arguments=tuple(Argument(role, span) for role, span in value["arguments"]),
    )
