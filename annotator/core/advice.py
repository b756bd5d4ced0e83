"""What is odd about an annotation though it is allowed: fillers that the scheme does not name for their role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.scheme import Role, Scheme
    from annotator.core.span import Argument, Span
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Misfit:
    """A filler whose label is none of those the scheme has for the role; `label` is the filler's."""

    role: Role
    filler: str
    label: str


def fits(role: Role, label: str) -> bool:
    """Whether the scheme names the label for the role, or leaves the role to every label."""
    return not role.fillers or label in role.fillers


def misfits(
    layer: str, type_name: str, arguments: tuple[Argument, ...], state: DocumentState, scheme: Scheme
) -> tuple[Misfit, ...]:
    """The fillers of an event of that layer and type that are worth a warning, in their order."""
    roles = {role.name: role for role in scheme.roles_of(layer, type_name)}
    found = []
    for argument in arguments:
        role = roles.get(argument.role)
        filler: Span | Suggestion | None = state.spans.get(argument.span) or state.suggestions.get(argument.span)
        if role is not None and filler is not None and not fits(role, filler.label):
            found.append(Misfit(role, filler.id, filler.label))
    return tuple(found)
