"""The book of marks, kept up by changes, against what the state says when asked afresh."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont

from annotator.core.changes import Rejection
from annotator.core.command import Accept, CreateEvent, CreateSpan, DeleteSpan, Reject, ResizeSpan
from annotator.core.decision import Decision
from annotator.core.plan import plan
from annotator.core.state import DocumentState, apply
from annotator.gui.article import placing
from annotator.gui.article.blocks import blocks_of
from annotator.gui.article.layout import LaidBlock, measures_of
from annotator.gui.article.marks import MarkBook
from annotator.gui.article.placing import BlockPicture, pictures, placed_anew
from tests.samples import SCHEME, document, ids, suggestion

WORDS = ["IS", "viel", "dinsdag", "de", "stad", "aan", "en", "rukte", "op", "."]


def crowded(seed: int, *, paragraph: int = 12) -> DocumentState:
    """A document of paragraphs of so many words with overlapping suggestions in both layers."""
    chance = random.Random(seed)
    text = "\n\n".join(" ".join(chance.choice(WORDS) for _ in range(paragraph)) for _ in range(8))
    doc = document(text)
    found = {}
    for _ in range(60):
        first = chance.randrange(len(doc.tokens) - 4)
        start, end = doc.tokens.ranges[first][0], doc.tokens.ranges[first + chance.randrange(3)][1]
        if "\n" in text[start:end]:
            continue
        if chance.random() < 0.5:
            one = suggestion(doc, "entities", chance.choice(["ORG", "GPE", "DATE"]), (start, end))
        elif chance.random() < 0.5:
            far = doc.tokens.ranges[min(first + 20, len(doc.tokens) - 1)]
            one = suggestion(doc, "events", "ATTACK", (start, end), far) if far[0] > end else None
        else:
            one = suggestion(doc, "events", "ADVANCE", (start, end))
        if one is not None:
            found[one.id] = one
    return DocumentState(doc, found)


def random_command(chance: random.Random, state: DocumentState):
    doc = state.document
    start, end = chance.choice(doc.tokens.ranges)
    span = chance.choice(sorted(state.spans)) if state.spans else None
    open_ones = [one.id for one in state.open_suggestions(SCHEME)]
    choices = [
        CreateSpan(document=doc.id, layer="entities", label="ORG", fragments=((start, end),)),
        CreateEvent(document=doc.id, type="ATTACK", fragments=((start, end),)),
    ]
    if open_ones:
        choices += [
            Accept(document=doc.id, suggestion=chance.choice(open_ones)),
            Reject(document=doc.id, suggestion=chance.choice(open_ones)),
        ] * 2
    if span is not None:
        choices += [
            DeleteSpan(document=doc.id, span=span),
            ResizeSpan(document=doc.id, span=span, fragments=((start, end),)),
        ]
    return chance.choice(choices)


def steps(chance: random.Random, state: DocumentState) -> Iterator[tuple[DocumentState, list[str]]]:
    """The states that up to eighty random commands and undos lead to, each with what it changed."""
    new_id = ids()
    history: list[tuple[Decision, ...]] = []
    for _ in range(80):
        if history and chance.random() < 0.25:
            decisions = tuple(one.inverted() for one in reversed(history.pop()))
        else:
            planned = plan(random_command(chance, state), state, SCHEME, new_id=new_id)
            if isinstance(planned, Rejection):
                continue
            decisions = planned
            history.append(decisions)
        state = apply(state, decisions)
        yield state, [one.target for one in decisions]


@pytest.mark.parametrize("seed", range(6))
def test_updates_add_up_to_the_state(seed: int) -> None:
    chance = random.Random(seed)
    state = crowded(seed)
    blocks = blocks_of(state.document)
    book = MarkBook(state, SCHEME, blocks)
    for later, targets in steps(chance, state):
        before = {index: book.marks_in(index) for index in range(len(blocks))}
        dirty = book.update(later, targets)
        wanted = sorted((one.fragments, one.layer, one.id) for one in later.open_suggestions(SCHEME))
        assert book.open_ids() == tuple(id for _, _, id in wanted)
        fresh = MarkBook(later, SCHEME, blocks)
        for index in range(len(blocks)):
            assert book.marks_in(index) == fresh.marks_in(index)
            assert index in dirty or before[index] == book.marks_in(index)


@pytest.mark.parametrize("seed", range(6))
def test_lines_placed_anew_look_as_all_of_them_do(qapp, seed: int) -> None:
    chance = random.Random(seed)
    state = crowded(seed, paragraph=40)
    blocks = blocks_of(state.document)
    book = MarkBook(state, SCHEME, blocks)
    font = QFont("Serif", 12)
    measures = measures_of(font, font)
    laid = [LaidBlock(one, state.document, font, width=120.0, measures=measures, noise="#888888") for one in blocks]
    assert all(len(one.lines) > 4 for one in laid)
    seen = [BlockPicture(book.marks_in(n), pictures(one, book.marks_in(n))) for n, one in enumerate(laid)]
    bars = 0
    for later, targets in steps(chance, state):
        for index in book.update(later, targets):
            seen[index] = placed_anew(laid[index], seen[index], book.marks_in(index))
            assert seen[index].lines == pictures(laid[index], book.marks_in(index))
            bars += sum(line.bars for line in seen[index].lines)
    assert bars  # marks lay on marks


def test_placing_anew_looks_at_few_marks(qapp, monkeypatch) -> None:
    state = crowded(4, paragraph=200)
    book = MarkBook(state, SCHEME, blocks_of(state.document))
    font = QFont("Serif", 12)
    laid = LaidBlock(
        blocks_of(state.document)[0], state.document, font, width=300.0, measures=measures_of(font, font), noise="#888"
    )
    before = BlockPicture(book.marks_in(0), pictures(laid, book.marks_in(0)))
    first = next(mark for mark in before.marks if not mark.is_event)
    looked: list[int] = []
    monkeypatch.setattr(placing, "pictures", lambda laid, marks: looked.append(len(marks)) or pictures(laid, marks))
    after = placed_anew(laid, before, [mark for mark in before.marks if mark is not first])
    assert looked
    assert looked[0] < len(before.marks) / 2
    assert after.lines == pictures(laid, after.marks) != before.lines


def test_next_and_previous_go_round() -> None:
    state = crowded(1)
    book = MarkBook(state, SCHEME, blocks_of(state.document))
    order = book.open_ids()
    seen = [book.next_open(0)]
    while len(seen) < len(order):
        seen.append(book.next_open(0, after=seen[-1]))
    assert tuple(seen) == order
    assert book.next_open(0, after=seen[-1]) == order[0]
    assert book.previous_open(0, before=order[0]) == order[-1]


def test_a_decided_suggestion_still_says_where_to_go_on() -> None:
    state = crowded(2)
    book = MarkBook(state, SCHEME, blocks_of(state.document))
    first, second = book.open_ids()[:2]
    decisions = plan(Reject(document="d1", suggestion=first), state, SCHEME, new_id=ids())
    assert not isinstance(decisions, Rejection)
    book.update(apply(state, decisions), [one.target for one in decisions])
    assert book.next_open(0, after=first) == second


def test_beside_walks_over_all_marks() -> None:
    state = crowded(3)
    book = MarkBook(state, SCHEME, blocks_of(state.document))
    walked: list[str] = []
    id = book.beside(0, of=None, step=1)
    while id is not None:
        walked.append(id)
        id = book.beside(0, of=id, step=1)
    assert set(walked) == set(book.open_ids())
    assert len(walked) == len(set(walked))
    # What is on the screen begins elsewhere: the way back goes on from the mark at hand all the same.
    for screen in (0, len(state.document.text) - 1):
        for before, after in itertools.pairwise(walked):
            assert book.beside(screen, of=after, step=-1) == before
            assert book.beside(screen, of=before, step=1) == after
