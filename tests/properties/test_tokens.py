"""Tokens hold for any text: they cover all but white space, never overlap, and snapping lands on their edges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.graphemes import is_cut
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges

TOKENIZER = make_tokenizer(SETTINGS)
PIECES = st.sampled_from(
    ["IS", "-", "–", "/", "strijders", "zo’n", "zo'n", "'s", "’s", "Assad", "1.500", "19/01/17", "17u14", ".", ",", "“",
     "”", '"', "(", ")", " ", "  ", "\n", "\r\n", "\xa0", "\u2028", "\u200b", "\ufeff", "\U0001f600", "e\u0301",
     "d.w.z.", "VS.", ":/", "8-)", "…", "''", "x@y.nl", "👩\u200d👧", "🇧🇪", "🇳", "🏽", "\u0301", "कि", "ि", "大",
     "\u1112\u1161", "https://a-b.nl/c"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
def test_tokens_cover_all_but_white_space_in_order(text: str) -> None:
    position = 0
    for start, end in token_ranges(TOKENIZER, text):
        assert start < end
        assert text[position:start].strip() == ""
        assert not any(character.isspace() for character in text[start:end])
        position = end
    assert text[position:].strip() == ""


@given(TEXTS)
def test_no_token_begins_or_ends_within_what_reads_as_one_character(text: str) -> None:
    assert not any(is_cut(text, edge) for place in token_ranges(TOKENIZER, text) for edge in place)


@given(TEXTS)
def test_straight_and_curly_apostrophes_make_the_same_tokens_inside_words(text: str) -> None:
    letters = "".join(character for character in text if character not in "'’")
    straight = f"zo'n foto's Sana'a Assad's {letters}"
    assert token_ranges(TOKENIZER, straight) == token_ranges(TOKENIZER, straight.replace("'", "’"))


@given(TEXTS, st.data())
def test_places_on_token_edges_are_those_of_runs_of_tokens(text: str, data: st.DataObject) -> None:
    tokens = Tokens(token_ranges(TOKENIZER, text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = tokens.touching(start, end)
    assert (first < last) >= bool(text[start:end].strip())
    assert tokens.is_aligned(((start, end),)) == (tokens.exactly(start, end) is not None)
    if first < last:
        assert tokens.exactly(tokens.starts[first], tokens.ends[last - 1]) == (first, last)


@given(TEXTS)
def test_sentences_divide_the_tokens(text: str) -> None:
    tokens = Tokens(token_ranges(TOKENIZER, text))
    position = 0
    for first, last in sentences_of(text, tokens):
        assert first == position < last
        position = last
    assert position == len(tokens)
