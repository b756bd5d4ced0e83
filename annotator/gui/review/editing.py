"""Editing a version before it is taken: another label by its key, edges by tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.gui.review.marks import Edit

if TYPE_CHECKING:
    from annotator.core.compare import Place
    from annotator.core.document import Document
    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.services.keymap import Keymap

# The actions of the article that move edges: which edge, and which way.
EDGES = {
    "left_edge_left": (0, -1), "left_edge_right": (0, 1), "right_edge_left": (1, -1), "right_edge_right": (1, 1),
}  # fmt: skip


class Editor:
    """One edit at a time; `edit` is what it has come to, `base` the annotator whose version it began with."""

    def __init__(self, scheme: Scheme, keymap: Keymap) -> None:
        self._scheme = scheme
        self._keymap = keymap
        self.edit: Edit | None = None
        self.base = ""

    def begin(self, place: Place, span: Span, base: str) -> None:
        """Begins with a span: a version, or what gold has."""
        self.edit = Edit(place.id, place.layer, span.label, span.fragments)
        self.base = base

    def end(self) -> None:
        """Ends without a result."""
        self.edit = None

    def moves(self, chord: str) -> bool:
        """Whether the chord moves an edge."""
        return self._keymap.action(chord, place="article") in EDGES

    def take(self, chord: str, document: Document) -> bool:
        """Changes label or edge where the chord does so; whether it does."""
        if self.edit is None:
            return False
        action = self._keymap.action(chord, place="article")
        if action in EDGES:
            self._move(*EDGES[action], document)
            return True
        for label in self._scheme.labels_of(self.edit.layer):
            if label.key and label.key.upper() == chord.upper():
                self.edit = replace(self.edit, label=label.name)
                return True
        return False

    def _move(self, edge: int, way: int, document: Document) -> None:
        """Moves the outer left or right edge by one token; a fragment never loses its last one."""
        edit = self.edit
        if edit is None:
            return
        fragments = list(edit.fragments)
        number = -1 if edge else 0
        start, end = fragments[number]
        ranges = document.tokens.ranges
        inside = [index for index, (left, right) in enumerate(ranges) if left < end and right > start]
        if not inside:
            return
        first, last = inside[0], inside[-1]
        if edge:
            last = min(len(ranges) - 1, last + way)
        else:
            first = max(0, first + way)
        if first > last:
            return
        moved = (ranges[first][0], end) if not edge else (start, ranges[last][1])
        others = [one for at, one in enumerate(fragments) if at != number % len(fragments)]
        if any(moved[0] < right and left < moved[1] for left, right in others):
            return
        fragments[number] = moved
        self.edit = replace(edit, fragments=tuple(fragments))
