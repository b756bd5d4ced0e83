"""Places marks on the lines of a block: boxes, stacked bars, tags in the lane, ties between fragments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.text import Fragments, is_overlapping

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.gui.article.layout import LaidBlock, Strip
    from annotator.gui.article.marks import Mark

TAG_GAP = 5.0
NARROWEST_TAG = 22.0
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
    """A label's name above its span; `room` is the width it may take."""

    mark: str
    layer: str
    label: str
    text: str
    x: float
    room: float


class Tie(NamedTuple):
    """A dotted line in the lane between fragments of one mark."""

    mark: str
    layer: str
    label: str
    left: float
    right: float


class LinePicture(NamedTuple):
    """All that is painted on one line besides its text."""

    boxes: tuple[Box, ...] = ()
    tags: tuple[Tag, ...] = ()
    ties: tuple[Tie, ...] = ()


def pictures(
    laid: LaidBlock, marks: Sequence[Mark], *, current: str | None, tag_width: Callable[[str], float]
) -> list[LinePicture]:
    """One picture a line of the block; `marks` come wider ones first; `tag_width` measures a tag's text."""
    count = len(laid.lines)
    boxes: list[list[Box]] = [[] for _ in range(count)]
    tags: list[list[Tag]] = [[] for _ in range(count)]
    ties: list[list[Tie]] = [[] for _ in range(count)]
    slots = _bars(marks)
    block = laid.block
    for mark in marks:
        first_line: Strip | None = None
        before: Strip | None = None
        is_cut = mark.fragments[0][0] < block.start
        for number, (start, end) in enumerate(mark.fragments):
            strips = laid.strips(start, end) if start < block.end and end > block.start else ()
            for strip in strips:
                boxes[strip.line].append(
                    Box(mark.id, mark.layer, mark.label, strip.left, strip.right, mark.is_decided, mark.is_event,
                        slots.get(mark.id))
                )  # fmt: skip
            if strips and first_line is None and not is_cut:
                first_line = strips[0]
            if number:
                _tie(ties, mark, before, strips[0] if strips else None)
            before = strips[-1] if strips else None
        if first_line is not None:
            text = _tag_text(mark, is_current=mark.id == current)
            tags[first_line.line].append(Tag(mark.id, mark.layer, mark.label, text, first_line.left, tag_width(text)))
    return [
        LinePicture(tuple(boxes[i]), tuple(_spread(tags[i])), tuple(ties[i])) for i in range(count)
    ]  # fmt: skip


def _tag_text(mark: Mark, *, is_current: bool) -> str:
    if is_current and mark.score is not None:
        return f"{mark.label} {short_score(mark.score)}"
    return mark.label


def short_score(score: float) -> str:
    """A score as people read it here: .92, and 1 for what would round to it."""
    text = f"{score:.2f}"
    return "1" if text == "1.00" else text.lstrip("0")


def _bars(marks: Sequence[Mark]) -> dict[str, int]:
    """Slots of the thin bars for marks that lie on a mark of their own kind; the others get a full box."""
    taken: dict[bool, list[Fragments]] = {True: [], False: []}
    bars: list[tuple[int, Fragments]] = []
    slots: dict[str, int] = {}
    for mark in marks:
        if any(is_overlapping(other, mark.fragments) for other in reversed(taken[mark.is_decided][-8:])):
            used = {slot for slot, other in bars if is_overlapping(other, mark.fragments)}
            slot = next(number for number in range(len(bars) + 1) if number not in used)
            bars.append((slot, mark.fragments))
            slots[mark.id] = slot
        else:
            taken[mark.is_decided].append(mark.fragments)
    return slots


def _tie(ties: list[list[Tie]], mark: Mark, one: Strip | None, other: Strip | None) -> None:
    def add(line: int, left: float, right: float) -> None:
        if right - left > 1:
            ties[line].append(Tie(mark.id, mark.layer, mark.label, left, right))

    if one is not None and other is not None and one.line == other.line:
        add(one.line, one.right, other.left)
        return
    if one is not None:
        add(one.line, one.right, one.right + TRAIL)
    if other is not None:
        add(other.line, max(0.0, other.left - TRAIL), other.left)


def _spread(tags: list[Tag]) -> list[Tag]:
    """Tags of one line from left to right, elided or moved so that none lies on another."""
    tags.sort(key=lambda tag: tag.x)
    spread: list[Tag] = []
    free = 0.0
    for number, tag in enumerate(tags):
        x = max(tag.x, free)
        room = tag.room
        if number + 1 < len(tags):
            room = min(room, max(NARROWEST_TAG, tags[number + 1].x - TAG_GAP - x))
        spread.append(tag._replace(x=x, room=room))
        free = x + room + TAG_GAP
    return spread
