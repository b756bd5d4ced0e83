"""What is to be painted on an article: spans and open suggestions, indexed by block and kept up to date by changes."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.text import Fragments, is_overlapping
from annotator.gui.language import spoken_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.article.blocks import Block


class Mark(NamedTuple):
    """A span (`score` None, decided) or an open suggestion as the article shows it.

    `note` names the attributes that are not as they are at first: an event that is denied is to be seen among others.
    """

    id: str
    layer: str
    label: str
    fragments: Fragments
    is_event: bool
    is_decided: bool
    score: float | None
    note: str = ""


_Key = tuple[Fragments, str, str]


class MarkBook:
    """The marks of one document state; `update` does work in proportion to what changed, not to the document."""

    def __init__(self, state: DocumentState, scheme: Scheme, blocks: Sequence[Block]) -> None:
        self.state = state
        self._scheme = scheme
        self._starts = [block.start for block in blocks]
        self._events = {layer.name for layer in scheme.layers if layer.is_event}
        self._attributes = {layer.name: scheme.attributes_of(layer.name) for layer in scheme.layers}
        self._language = spoken_language()
        self._flat = {layer.name for layer in scheme.layers if layer.kind == "flat"}
        self._spans: list[set[str]] = [set() for _ in blocks]
        self._suggestions: list[set[str]] = [set() for _ in blocks]
        self._made: dict[str, Mark] = {}  # of what is shown now: `update` takes out what it turns
        self._listed: dict[int, list[Mark]] = {}  # what `marks_in` answered, kept up by `update`
        self.kept_back: Sequence[Suggestion] = ()  # what a suggester found and did not show
        for span in state.spans.values():
            self._file(self._spans, span.id, span.fragments)
        for suggestion in state.suggestions.values():
            self._file(self._suggestions, suggestion.id, suggestion.fragments)
        self._open = sorted(_key(s) for s in state.suggestions.values() if self._is_open(s))
        self._open_ids = {key[2] for key in self._open}

    # -- asking ---------------------------------------------------------------------------------------

    @property
    def open_count(self) -> int:
        return len(self._open)

    @property
    def block_count(self) -> int:
        return len(self._starts)

    def open_ids(self) -> tuple[str, ...]:
        """Ids of the open suggestions, by position."""
        return tuple(key[2] for key in self._open)

    def is_open(self, id: str) -> bool:
        """Whether `id` is a suggestion still to be decided."""
        return id in self._open_ids

    def mark(self, id: str) -> Mark | None:
        """The span, or the open suggestion, of that id."""
        return self._made.get(id) or self._mark(id)

    def _mark(self, id: str) -> Mark | None:
        span = self.state.spans.get(id)
        if span is not None:
            return self._decided(span)
        suggestion = self.state.suggestions.get(id)
        if suggestion is None or id not in self._open_ids:
            return None
        return self._proposed(suggestion)

    def marks_in(self, block: int) -> Sequence[Mark]:
        """Marks with a fragment in the block, wider ones before those they hold.

        Of a mark that stays as it was, the next answer holds the same object.
        """
        listed = self._listed.get(block)
        if listed is None:
            listed = [self._decided(span) for span in self._spans_in(block)]
            suggestions = self.state.suggestions
            listed += [self._proposed(suggestions[id]) for id in self._suggestions[block] if id in self._open_ids]
            listed.sort(key=_nesting)
            self._listed[block] = listed
        return listed

    def at(self, position: int, *, end: int | None = None) -> list[Mark]:
        """Marks that cover the position (or share a character with [position, end)), the narrowest first."""
        place = ((position, max(position + 1, end or 0)),)
        found: dict[str, Mark] = {}
        for block in self.blocks_of(place):
            found |= {mark.id: mark for mark in self.marks_in(block) if is_overlapping(mark.fragments, place)}
        return sorted(found.values(), key=lambda mark: (_width(mark.fragments), mark.is_event, mark.id))

    def hidden_at(self, fragments: Fragments) -> list[Suggestion]:
        """Suggestions that share a character with the fragments and are not shown, the best score first."""
        suggestions = self.state.suggestions
        ids = {id for block in self.blocks_of(fragments) for id in self._suggestions[block]} - self._open_ids
        found = [suggestions[id] for id in ids if is_overlapping(suggestions[id].fragments, fragments)]
        found += [one for one in self._unseen() if is_overlapping(one.fragments, fragments)]
        return sorted(found, key=lambda one: (-one.score, one.id))

    def hidden_in(self, block: int) -> list[Suggestion]:
        """Suggestions of a block that are not shown and did not become a span under their own id."""
        unseen = self._suggestions[block] - self._open_ids
        found = [self.state.suggestions[id] for id in sorted(unseen) if id not in self.state.spans]
        return found + [one for one in self._unseen() if block in self.blocks_of(one.fragments)]

    def _unseen(self) -> list[Suggestion]:
        """What is kept back and does not stand here under its own id."""
        state = self.state
        return [one for one in self.kept_back if one.id not in state.suggestions and one.id not in state.spans]

    def next_open(self, position: int, *, after: str | None = None) -> str | None:
        """The first open suggestion from `position` on, or after the one named `after`; wraps round."""
        return self._neighbour(position, after, step=1)

    def previous_open(self, position: int, *, before: str | None = None) -> str | None:
        """The last open suggestion before `position`, or before the one named; wraps round."""
        return self._neighbour(position, before, step=-1)

    def beside(self, position: int, *, of: str | None, step: int, is_event: bool = False) -> str | None:
        """The mark, or the event, that comes `step` (1 or -1) after the one named, or the position; no wrapping."""
        own = self.mark(of) if of else None
        here: tuple[int, int, str] = (position, -1, "") if own is None else _order(own)
        position = here[0]  # what is looked at on the screen may begin far from the mark at hand
        blocks = self.blocks_of(((position, position + 1),))
        index = blocks[0] if blocks else 0
        while 0 <= index < len(self._starts):
            # A mark with a fragment in several blocks comes where it begins.
            marks = (mark for mark in self.marks_in(index) if mark.is_event >= is_event)
            keys = sorted(key for key in map(_order, marks) if key[0] >= self._starts[index])
            found = [key for key in keys if (key > here if step > 0 else key < here)]
            if found:
                return found[0 if step > 0 else -1][2]
            index += step
        return None

    def blocks_of(self, fragments: Fragments) -> list[int]:
        """Indexes of the blocks that the fragments touch."""
        if len(fragments) == 1:
            first, last = self._range(*fragments[0])
            return [first] if first == last else list(range(first, last + 1))
        found: set[int] = set()
        for start, end in fragments:
            first, last = self._range(start, end)
            found.update(range(first, last + 1))
        return sorted(found)

    # -- keeping up -----------------------------------------------------------------------------------

    def update(self, state: DocumentState, targets: Iterable[str]) -> set[int]:
        """Takes over the new state, of which only the spans and verdicts in `targets` differ.

        Returns the blocks on which something looks different now.
        """
        before = self.state
        self.state = state
        dirty: set[int] = set()
        changed: set[str] = set()
        for target in targets:
            self._made.pop(target, None)
            changed.add(target)
            places = [one.fragments for one in (before.spans.get(target), state.spans.get(target)) if one is not None]
            dirty |= self._refile(target, before.spans.get(target), state.spans.get(target))
            suggestion = state.suggestions.get(target)
            if suggestion is not None:
                dirty.update(self.blocks_of(suggestion.fragments))
                self._reconsider(suggestion)
            for place in places:
                for turned in self._reconsider_near(place):
                    self._made.pop(turned.id, None)
                    changed.add(turned.id)
                    dirty.update(self.blocks_of(turned.fragments))
        self._list_anew(changed, dirty)
        return dirty

    def _list_anew(self, ids: set[str], blocks: Iterable[int]) -> None:
        """Takes the marks of these ids, as they were, out of the lists of the blocks, and puts in what they are now."""
        coming: dict[int, list[Mark]] = {}
        for mark in filter(None, map(self.mark, ids)):
            for block in self.blocks_of(mark.fragments):
                coming.setdefault(block, []).append(mark)
        for block in blocks:
            if block in self._listed:
                kept = [mark for mark in self._listed[block] if mark.id not in ids]
                for mark in coming.get(block, ()):
                    insort(kept, mark, key=_nesting)
                self._listed[block] = kept

    def _refile(self, id: str, before: Span | None, after: Span | None) -> set[int]:
        old = set(self.blocks_of(before.fragments)) if before is not None else set()
        new = set(self.blocks_of(after.fragments)) if after is not None else set()
        for block in old - new:
            self._spans[block].discard(id)
        for block in new:
            self._spans[block].add(id)
        return old | new

    def _reconsider_near(self, place: Fragments) -> Iterator[Suggestion]:
        """Opens or closes the suggestions that share a character with the place; those that turned."""
        for block in self.blocks_of(place):
            for id in self._suggestions[block]:
                suggestion = self.state.suggestions[id]
                if is_overlapping(suggestion.fragments, place) and self._reconsider(suggestion):
                    yield suggestion

    def _reconsider(self, suggestion: Suggestion) -> bool:
        is_open = self._is_open(suggestion)
        if is_open == (suggestion.id in self._open_ids):
            return False
        key = _key(suggestion)
        if is_open:
            insort(self._open, key)
            self._open_ids.add(suggestion.id)
        else:
            del self._open[bisect_left(self._open, key)]
            self._open_ids.discard(suggestion.id)
        return True

    def _is_open(self, suggestion: Suggestion) -> bool:
        """As DocumentState.why_hidden has it, but looking only at the spans near by."""
        state = self.state
        if suggestion.id in state.verdicts or suggestion.id in state.spans:
            return False
        if self._scheme.label(suggestion.layer, suggestion.label) is None:
            return False
        is_in_the_way: Callable[[Fragments, Fragments], bool] = (
            is_overlapping if suggestion.layer in self._flat else operator.eq
        )
        for block in self.blocks_of(suggestion.fragments):
            for span in self._spans_in(block):
                if span.layer == suggestion.layer and is_in_the_way(span.fragments, suggestion.fragments):
                    return False
        return True

    def _spans_in(self, block: int) -> list[Span]:
        spans: Mapping[str, Span] = self.state.spans
        return [spans[id] for id in self._spans[block] if id in spans]

    def _decided(self, span: Span) -> Mark:
        mark = self._made.get(span.id)
        if mark is None or not mark.is_decided:
            is_event = span.layer in self._events
            note = self._note(span.layer, span.attributes)
            mark = Mark(span.id, span.layer, span.label, span.fragments, is_event, True, None, note)
            self._made[span.id] = mark
        return mark

    def _proposed(self, suggestion: Suggestion) -> Mark:
        s = suggestion
        mark = self._made.get(s.id)
        if mark is None or mark.is_decided:
            mark = Mark(
                s.id, s.layer, s.label, s.fragments, s.is_event, False, s.score, self._note(s.layer, s.attributes)
            )
            self._made[s.id] = mark
        return mark

    def _note(self, layer: str, values: Mapping[str, str]) -> str:
        told = []
        for one in self._attributes.get(layer, ()):
            value = values.get(one.name, one.default)
            if value != one.default:
                names = one.value_names.get(value, {})
                told.append(names.get(self._language) or names.get("en") or value.lower())
        return ", ".join(told)

    def _file(self, index: list[set[str]], id: str, fragments: Fragments) -> None:
        for block in self.blocks_of(fragments):
            index[block].add(id)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first, bisect_left(self._starts, end) - 1)

    def _neighbour(self, position: int, id: str | None, *, step: int) -> str | None:
        if not self._open:
            return None
        own = self.state.suggestions.get(id) if id is not None else None
        if own is not None:
            index = bisect_left(self._open, _key(own))
            if step > 0 and index < len(self._open) and self._open[index][2] == id:
                index += 1
        else:
            index = bisect_left(self._open, (((position, position),), "", ""))
        if step < 0:
            index -= 1
        return self._open[index % len(self._open)][2]


def _key(suggestion: Suggestion) -> _Key:
    return suggestion.fragments, suggestion.layer, suggestion.id


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.fragments[0][0], mark.fragments[-1][1], mark.id


def _width(fragments: Fragments) -> int:
    return sum(end - start for start, end in fragments)


def _nesting(mark: Mark) -> tuple[int, int, bool, str]:
    return mark.fragments[0][0], -mark.fragments[-1][1], mark.is_event, mark.id
