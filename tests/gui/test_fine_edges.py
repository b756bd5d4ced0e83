"""Edges moved by a character: on labels, suggestions and words, and never through what reads as one character."""

from __future__ import annotations

import pytest

from annotator.core.text import covered
from annotator.gui.article import selection as selecting
from annotator.gui.article.selection import shifted_edge
from tests.gui.conftest import TEXT, article
from tests.samples import at


def place(window) -> tuple[int, int]:
    """What is at hand or selected."""
    mark = window.article.current
    return (window.article.selected() or mark.fragments)[0]


@pytest.mark.parametrize(
    ("chord", "words"),
    [("Alt+[", "t Belga"), ("Alt+]", "elga"), ("Alt+{", "Belg"), ("Alt+}", "Belga m")],
)
def test_a_suggestion_gets_an_edge_inside_of_a_word(window, keys, session, chord, words) -> None:
    text = TEXT.replace(" date 2018-05 ", "Wat ")  # of what is greyed nothing gets a label
    session.project.add_documents([article(text, id="fine")])
    window.desk.open("fine")
    window.article.set_selection(None)
    keys("Home", "Right", "Shift+Left", "Shift+Right", "o", chord)
    found = session.project.decided("fine", "anna").spans.values()
    assert [(one.label, covered(text, one.fragments)) for one in found] == [("ORG", words)]
    assert place(window) == next(iter(found)).fragments[0]


def test_words_selected_for_a_label_begin_inside_of_a_word(window, keys, session) -> None:
    start, end = at(TEXT, "burgemeester")
    keys("Home")
    while place(window) != (start, end):
        keys("Right")
    keys(*["Alt+]"] * 6)
    assert window.article.selected() == ((start + 6, end),)
    keys("p")
    found = session.project.decided("d1", "anna").spans.values()
    assert [(one.label, covered(TEXT, one.fragments)) for one in found] == [("PERSON", "eester")]
    assert window.status.message.text() == "PERSON on “eester”, within a word"
    window.settle()
    assert "within a word; [ or } widens it" in window.inspector._origin.text()
    keys("[")  # by a word, onto its edge
    assert place(window) == (start, end)
    window.settle()
    assert "within" not in window.status.message.text() + window.inspector._origin.text()


def test_an_edge_does_not_pass_the_other_and_says_so(window, keys) -> None:
    keys("Home", "Alt+{", "Alt+{", "Alt+{", "Alt+{", "Alt+{", "Alt+{")
    assert "cannot go further" in window.status.message.text()
    assert place(window)[1] - place(window)[0] == 1


@pytest.mark.parametrize(
    ("text", "fragment", "is_left", "step", "moved"),
    [
        ("ab cd", (3, 5), True, -1, (1, 5)),  # over the space, which no label begins with
        ("ab cd", (0, 2), False, 1, (0, 4)),
        ("ab cd", (0, 4), False, -1, (0, 2)),
        ("e\u0301n", (0, 3), True, 1, (2, 3)),  # an accent of its own stays with its letter
        ("a👩\u200d👧b", (0, 5), True, 1, (1, 5)),
        ("a👩\u200d👧b", (1, 5), True, 1, (4, 5)),
        ("न नि", (0, 1), False, 1, (0, 4)),  # a vowel that stands before its consonant comes with it
        ("a\u200fb", (0, 1), False, 1, (0, 3)),  # what nobody sees is no place to stop at
        ("\ufeffab", (1, 3), True, -1, None),
        ("ab", (0, 2), False, 1, None),
        ("ab", (0, 2), True, -1, None),
        ("ab", (1, 2), True, 1, None),
        ("a  ", (0, 1), False, 1, None),
    ],
)  # fmt: skip
def test_an_edge_goes_on_to_the_next_character_that_is_seen(text, fragment, is_left, step, moved) -> None:
    assert shifted_edge(article(text), fragment, is_left=is_left, step=step) == moved


def test_tokens_that_cut_an_emoji_are_taken_together() -> None:
    document = article("a 👨\u200d👩 b")  # its tokens are every sign by itself
    assert [document.text[start:end] for start, end in document.tokens.ranges] == ["a", "👨", "\u200d", "👩", "b"]
    assert selecting.at(document, 2).fragment(document) == (2, 5)
    assert selecting.moved_edge(document, (0, 1), is_left=False, step=1) == (0, 5)
    assert selecting.moved_edge(document, (2, 7), is_left=True, step=1) == (6, 7)
    assert selecting.moved_edge(document, (2, 5), is_left=False, step=-1) is None
    assert selecting.at(document, 0).moved(document, 1, extend=False).moved(document, 2, extend=False).focus == 4
    assert selecting.at(document, 6).moved(document, 3, extend=True).fragment(document) == (2, 7)


def test_what_is_found_where_no_words_are_set_apart_is_selected_by_itself() -> None:
    document = article("กรงเทพมหานคร Belga")
    start, end = at(document.text, "มหา")
    assert selecting.over(document, start, end).fragment(document) != (start, end)
    assert selecting.found(document, start, end).fragment(document) == (start, end)
    assert selecting.found(document, *at(document.text, "elg")).fragment(document) == at(document.text, "Belga")
