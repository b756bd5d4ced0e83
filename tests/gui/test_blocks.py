"""Blocks cover every visible character once, and none is too long to be laid out in a frame."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.article.blocks import LONGEST, blocks_of
from tests.samples import document


@given(st.text(st.sampled_from("ab. \n\r\u2028\t😀"), max_size=200))
def test_blocks_hold_all_that_can_be_seen(text: str) -> None:
    blocks = blocks_of(document(text))
    inside = {position for block in blocks for position in range(block.start, block.end)}
    assert all(position in inside for position, character in enumerate(text) if not character.isspace())
    assert all(one.end <= other.start for one, other in itertools.pairwise(blocks))
    assert not any("\n" in text[block.start : block.end] for block in blocks)


@pytest.mark.parametrize("sentence", ["Een zin van niets. ", "woord "])
def test_a_long_paragraph_is_cut(sentence: str) -> None:
    text = sentence * (3 * LONGEST // len(sentence))
    blocks = blocks_of(document(text))
    assert len(blocks) > 2
    assert max(block.end - block.start for block in blocks) <= LONGEST
    assert all(text[block.end - 1] != " " or block.end == len(text) for block in blocks[:-1])
    assert not any(block.is_paragraph for block in blocks)
    assert all(text[block.start] != " " for block in blocks), "a line begins with the space it was cut at"
    assert all(text[block.start : block.end].endswith((".", "woord")) for block in blocks[:-1]), "a word is cut"


def test_blank_lines_are_space_before_a_paragraph() -> None:
    blocks = blocks_of(document("een\n\n\ntwee\ndrie"))
    assert [block.is_paragraph for block in blocks] == [False, True, False]


def test_an_empty_article_has_a_block() -> None:
    assert len(blocks_of(document(""))) == 1
