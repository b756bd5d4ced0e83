"""Places marks on the lines of a block: boxes, stacked bars, tags in the lane, ties between fragments."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.text import is_overlapping
from annotator.gui.language import as_spoken, spoken_language

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from annotator.gui.article.layout import LaidBlock, Strip
    from annotator.gui.article.marks import Mark

TAG_GAP = 5.0
BEFORE_LETTER = 5.0  # pixels between a tag and the mark whose letter follows it
NARROWEST_TIE = 10.0  # pixels: words that stand side by side need no dots between them
NARROWEST_TAG = 22.0
LETTER = 17.0  # least room for a letter before a tag
MOST_GIVEN = 20.0  # pixels by which a tag gives way to the right for the one before it to be read whole
TRAIL = 26.0  # length of the dots that lead to a fragment on another line


class Box(NamedTuple):
    """A mark's ground or outline on one line; `bar` is None, or the slot of the thin bar that stands for it."""

    mark: str
    layer: str
    label: str
    left: float
    right: float
    is_decided: bool
    is_event: bool
    bar: int | None


class Tag(NamedTuple):
    """A label's name above the left edge of its span, with its note; `score` is None where it is decided."""

    mark: str
    layer: str
    label: str
    text: str
    x: float
    score: float | None


class Tie(NamedTuple):
    """A dotted line in the lane between fragments of one mark."""

    mark: str
    layer: str
    label: str
    left: float
    right: float


class LinePicture(NamedTuple):
    """All that stands on one line besides its text; tags as wide as they like, not yet spread."""

    boxes: tuple[Box, ...] = ()
    tags: tuple[Tag, ...] = ()
    ties: tuple[Tie, ...] = ()
    bars: int = 0  # slots that are taken below the line


class BlockPicture(NamedTuple):
    """The marks of a block, wider ones first, and what its lines look like with them."""

    marks: Sequence[Mark]
    lines: list[LinePicture]


EMPTY = LinePicture()
NO_ROLES: Mapping[str, str] = MappingProxyType({})


def pictures(laid: LaidBlock, marks: Sequence[Mark]) -> list[LinePicture]:
    """One picture a line of the block; `marks` come wider ones first."""
    boxes: dict[int, list[Box]] = {}
    tags: dict[int, list[Tag]] = {}
    ties: dict[int, list[Tie]] = {}
    slots = _bars(marks)
    block_start, block_end = laid.block.start, laid.block.end
    for mark in marks:
        id, layer, label = mark.id, mark.layer, mark.label
        before: Strip | None = None
        for number, (start, end) in enumerate(mark.fragments):
            is_here = start < block_end and end > block_start
            strips = laid.strips(start, end) if is_here else ()
            for strip in strips:
                box = Box(id, layer, label, strip.left, strip.right, mark.is_decided, mark.is_event, slots.get(id))
                boxes.setdefault(strip.line, []).append(box)
            first = strips[0] if strips else None
            if first is not None and not number and start >= block_start:
                text = f"{label} · {mark.note}" if mark.note else label
                tags.setdefault(first.line, []).append(Tag(id, layer, label, text, first.left, mark.score))
            if number:
                _tie(ties, mark, before, first)
            before = strips[-1] if strips else None
    found = [EMPTY] * len(laid.lines)
    for line in boxes.keys() | ties.keys():
        on_line = tuple(boxes.get(line, ()))
        bars = 1 + max((box.bar for box in on_line if box.bar is not None), default=-1) if slots else 0
        found[line] = LinePicture(on_line, tuple(tags.get(line, ())), tuple(ties.get(line, ())), bars)
    return found


def placed_anew(laid: LaidBlock, before: BlockPicture, marks: Sequence[Mark]) -> BlockPicture:
    """The picture of a block with other marks: `pictures` of the lines alone that one of them can have changed.

    What is the same object as before is taken to be as before. A mark's bar depends on the marks that it lies
    on, and theirs on others: the lines are as many as it takes for none of their marks to reach beyond them.
    """
    old, new = {id(mark) for mark in before.marks}, {id(mark) for mark in marks}
    changed = [mark for mark in marks if id(mark) not in old] + [mark for mark in before.marks if id(mark) not in new]
    if not changed or not laid.lines:
        return BlockPicture(marks, before.lines)
    first, last = laid.lines_of(*_hull(changed))
    while True:
        start, end = laid.stretch(first, last)
        near = [mark for mark in marks if mark.fragments[0][0] < end and mark.fragments[-1][1] > start]
        top, bottom = laid.lines_of(*_hull(near)) if near else (first, last)
        if first <= top and bottom <= last:
            break
        first, last = min(first, top), max(last, bottom)
    lines = [*before.lines]
    lines[first : last + 1] = pictures(laid, near)[first : last + 1]
    return BlockPicture(marks, lines)


def _hull(marks: Sequence[Mark]) -> tuple[int, int]:
    """From the first character to the last of all."""
    return min(mark.fragments[0][0] for mark in marks), max(mark.fragments[-1][1] for mark in marks)


def short_score(score: float) -> str:
    """A score as people read it here: .92, in Dutch 0,92, and 1 for what would round to it."""
    text = f"{score:.2f}"
    if text == "1.00":
        return "1"
    return as_spoken(text) if spoken_language() == "nl" else text.lstrip("0")


def _bars(marks: Sequence[Mark]) -> dict[str, int]:
    """Slots of the thin bars for marks that lie on a mark of their own kind; the others get a full box."""
    slots: dict[str, int] = {}
    reaching: list[tuple[int, Mark]] = []  # marks that end behind the start of the one looked at
    for mark in marks:
        start = mark.fragments[0][0]
        if reaching:
            reaching = [(end, other) for end, other in reaching if end > start]
            over = [other for _, other in reaching if is_overlapping(other.fragments, mark.fragments)]
            if any(other.is_decided == mark.is_decided and other.id not in slots for other in over):
                used = {slots[other.id] for other in over if other.id in slots}
                slots[mark.id] = next(number for number in range(len(used) + 1) if number not in used)
        reaching.append((mark.fragments[-1][1], mark))
    return slots


def _tie(ties: dict[int, list[Tie]], mark: Mark, one: Strip | None, other: Strip | None) -> None:
    def add(line: int, left: float, right: float) -> None:
        if right - left > NARROWEST_TIE:
            ties.setdefault(line, []).append(Tie(mark.id, mark.layer, mark.label, left, right))

    if one is not None and other is not None and one.line == other.line:
        add(one.line, one.right, other.left)
        return
    if one is not None:
        add(one.line, one.right, one.right + TRAIL)
    if other is not None:
        add(other.line, max(0.0, other.left - TRAIL), other.left)


def spread(
    tags: Sequence[Tag],
    *,
    current: str | None,
    width: Callable[[str], float],
    roles: Mapping[str, str] = NO_ROLES,
    lettered: Collection[str] = (),
    letter: float = LETTER,
    edge: float = math.inf,
) -> list[tuple[Tag, float, float]]:
    """Tags of one line from left to right with their x and the room they have, so that none lies on another.

    The tag of the mark at hand tells its score as well, that of a filler its role in the event at hand
    (`roles`, by mark). Marks in `lettered` leave room for a letter, `letter` pixels wide. `width` measures a
    text in pixels. A tag that would end in dots has the next one go a little to the right, if that has room there.
    Beyond `edge` nothing is seen: the last tag gives way to the left, and is shortened where
    there is no room.
    """
    ordered = sorted(tags, key=lambda tag: tag.x)
    ends = _before_letters(ordered, lettered)
    result: list[tuple[Tag, float, float]] = []
    free = 0.0
    for number, tag in enumerate(ordered):
        if tag.mark == current and tag.score is not None:
            tag = tag._replace(text=f"{tag.label} {short_score(tag.score)}")
        elif tag.mark in roles:
            tag = tag._replace(text=f"{roles[tag.mark]} · {tag.label}")
        x = max(tag.x, free)
        if tag.mark in lettered:
            x = max(x, tag.x + letter)
        room = width(tag.text)
        if number + 1 < len(ordered) and tag.mark != current and tag.mark not in roles:
            fitting = _until(ordered, number, width) - TAG_GAP - x
            if fitting < room and room > fitting + _given(ordered, number, width, (current, *roles), ends, edge):
                room = min(room, max(NARROWEST_TAG, fitting))
        room = max(0.0, min(room, ends[number] - x))
        result.append((tag, x, room))
        free = x + room + TAG_GAP
    return _within(result, edge, {tag.mark: tag.x + letter for tag in tags if tag.mark in lettered})


def _until(ordered: Sequence[Tag], number: int, width: Callable[[str], float]) -> float:
    """Where a tag has to end for those that follow: what begins at the same place goes to the right, as far as it can.

    Else a label would be a letter with dots wherever an event stands on the same words, with room beside both.
    """
    tag, until, beside = ordered[number], math.inf, 0.0
    for following in ordered[number + 1 :]:
        if following.x > tag.x:
            until = following.x
            break
        beside += width(following.text) + TAG_GAP
    return until - beside


def _given(
    ordered: Sequence[Tag], number: int, width: Callable[[str], float], fixed: Collection[str | None],
    ends: Sequence[float], edge: float,
) -> float:  # fmt: skip
    """By how much the tag that follows can go to the right and still be whole itself; one that tells more stays."""
    for place in range(number + 1, len(ordered)):
        following = ordered[place]
        if following.x > ordered[number].x:
            if following.mark in fixed:
                return 0.0
            until = _until(ordered, place, width) - TAG_GAP
            free = min(until, ends[place], edge) - following.x - width(following.text)
            return max(0.0, min(MOST_GIVEN, free))
    return 0.0


def _before_letters(ordered: Sequence[Tag], lettered: Collection[str]) -> list[float]:
    """Where each tag has to end: at the first letter to its right, which stands where it stands."""
    ends, end = [], math.inf
    for tag in reversed(ordered):
        ends.append(end)
        if tag.mark in lettered:
            end = tag.x - BEFORE_LETTER
    return ends[::-1]


def _within(
    placed: list[tuple[Tag, float, float]], edge: float, lettered: Mapping[str, float]
) -> list[tuple[Tag, float, float]]:
    """Moves tags that go beyond the edge to the left, and those before them, as far as tags and letters leave room."""
    if not placed or placed[-1][1] + placed[-1][2] <= edge:
        return placed
    limit = edge
    for number in range(len(placed) - 1, -1, -1):
        tag, x, room = placed[number]
        if x + room <= limit:
            break
        placed[number] = (tag, min(x, max(0.0, limit - room, lettered.get(tag.mark, 0.0))), room)
        limit = placed[number][1] - TAG_GAP
    free = 0.0
    for number, (tag, x, room) in enumerate(placed):  # what found no room is where it was, or is shortened
        placed[number] = (tag, max(x, free), room)
        free = placed[number][1] + room + TAG_GAP
    tag, x, room = placed[-1]
    placed[-1] = (tag, x, min(room, max(NARROWEST_TAG, edge - x)))
    return placed
