"""What is found once of a sentence about who tells of its events, however many triggers ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion


@dataclass(slots=True)
class Told:
    """Who speaks, by word of saying; by clause the words of counting and fearing, with who does it; who is blamed."""

    speakers: dict[int, Suggestion | None] = field(default_factory=dict)
    witnesses: dict[int, tuple[tuple[int, Suggestion], ...]] = field(default_factory=dict)
    blamed: tuple[Suggestion | None] | None = None
