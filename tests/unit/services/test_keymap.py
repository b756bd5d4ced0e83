"""The table of keys: complete, free of conflicts, and the page in docs/ made from it."""

from __future__ import annotations

import pytest

from annotator.services.keymap import BINDINGS, Keymap, as_markdown, normalised, rows
from annotator.services.schemes import builtin_names, load_builtin


def test_the_page_is_the_table(root) -> None:
    assert (root / "docs" / "keys.md").read_text(encoding="utf-8") == as_markdown(), (
        "run: python -c 'from annotator.services import keymap; print(keymap.as_markdown(), end=\"\")' > docs/keys.md"
    )


def test_no_chord_does_two_things() -> None:
    assert Keymap().conflicts() == ()


@pytest.mark.parametrize("name", builtin_names())
def test_no_label_key_is_taken(name: str) -> None:
    assert Keymap().conflicts(load_builtin(name)) == ()


def test_conflicts_are_named() -> None:
    changed = Keymap({"accept": ["Tab"], "flag": ["Tab"], "reject": ["g"]})
    assert "Tab: accept and flag" in changed.conflicts()
    assert any(line.startswith("G: reject and GPE") for line in changed.conflicts(load_builtin("conflict-nl")))


def test_a_key_of_the_user_s_own_is_taken_by_none_that_comes_into_the_table_later() -> None:
    keymap = Keymap({"flag": ["Shift+e"], "accept": ["Ctrl+J"]})
    assert keymap.conflicts() == ()
    assert keymap.action("Shift+E", place="article") == "flag"
    assert keymap.chords("choose_label") == ()
    assert keymap.chords("accept") == ("Ctrl+J",)


def test_a_key_of_the_user_s_own_for_review_leaves_the_article_its_own() -> None:
    keymap = Keymap({"review_next": ["Shift+E"]})
    assert keymap.action("Shift+E", place="article") == "choose_label"
    assert keymap.action("Shift+E", place="review") == "review_next"


def test_a_changed_chord_replaces_the_old_one() -> None:
    keymap = Keymap({"accept": ["Ctrl+shift+y".replace("shift", "Shift")]})
    assert keymap.action("Ctrl+Shift+Y", place="article") == "accept"
    assert keymap.action("Enter", place="article") is None
    assert keymap.chords("accept") == ("Ctrl+Shift+Y",)


def test_the_window_s_chords_work_in_the_article_and_not_the_other_way_round() -> None:
    keymap = Keymap()
    assert keymap.action("Ctrl+Z", place="article") == "undo"
    assert keymap.action("Tab", place="window") is None


@pytest.mark.parametrize(
    ("chord", "wanted"), [("Shift+Ctrl+z", "Ctrl+Shift+Z"), ("Ctrl++", "Ctrl++"), ("+", "+"), ("x", "X"), ("{", "{")]
)
def test_chords_are_written_one_way(chord: str, wanted: str) -> None:
    assert normalised(chord) == wanted


def test_every_action_is_described_in_both_languages() -> None:
    assert all(binding.english and binding.dutch and binding.chords for binding in BINDINGS)
    assert len({binding.action for binding in BINDINGS}) == len(BINDINGS)
    assert len(rows(language="nl")) == len(BINDINGS)
