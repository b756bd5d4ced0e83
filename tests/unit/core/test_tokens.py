"""Tokens and sentences: look-ups at every edge."""

from __future__ import annotations

import pytest

from annotator.core.text import covered, fragments_problem, is_overlapping, trimmed, unkeepable
from annotator.core.tokens import Tokens, sentences_of
from tests.samples import words

TEXT = "IS-strijders vluchten."
TOKENS = words(TEXT)


def sentences(text: str) -> list[str]:
    tokens = words(text)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in sentences_of(text, tokens)]


def test_tokens_are_found_by_position() -> None:
    assert [TOKENS.index_at(position) for position in (0, 2, 3, 11, 12, 13, 21, 22)] == [0, 1, 2, 2, 3, 3, 4, 5]
    assert TOKENS.touching(1, 4) == (0, 3)
    assert TOKENS.touching(12, 13) == (3, 3)


def test_places_are_on_token_edges_or_not() -> None:
    assert TOKENS.exactly(3, 12) == (2, 3)
    assert TOKENS.exactly(4, 5) is None
    assert TOKENS.exactly(12, 13) is None
    assert TOKENS.is_aligned(((0, 2), (13, 21)))
    assert not TOKENS.is_aligned(((0, 1),))
    assert not TOKENS.is_aligned(((12, 13),))
    assert Tokens(()).exactly(0, 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij viel. Zij niet.", ["Hij viel.", "Zij niet."]),
        ("Volgens gen. Haftar is dr. X daar. Ja.", ["Volgens gen. Haftar is dr. X daar.", "Ja."]),
        ("“We gaan door.” Dat zei hij.", ["“We gaan door.”", "Dat zei hij."]),
        ("“Kom!”, zei hij. Goed.", ["“Kom!”, zei hij.", "Goed."]),
        ("Kop zonder punt\n\nDe tekst. Nog een.", ["Kop zonder punt", "De tekst.", "Nog een."]),
        ("J. Jansen kwam. Hij bleef.", ["J. Jansen kwam.", "Hij bleef."]),
        # A straight quotation mark closes what it stands against and opens what follows.
        ('Hij viel. "Zij niet." Zo.', ["Hij viel.", '"Zij niet."', "Zo."]),
        ("Hij viel. 's Avonds niet.", ["Hij viel.", "'s Avonds niet."]),
        ("(Hij viel.) Zij niet.", ["(Hij viel.)", "Zij niet."]),
        ("Hij viel.Zij niet.", ["Hij viel.", "Zij niet."]),
        ("Kop zonder punt\nDe tekst.", ["Kop zonder punt", "De tekst."]),
        ("een regel\nen de volgende", ["een regel\nen de volgende"]),
        ("Hij zag … niets.", ["Hij zag … niets."]),
        ("Hoe laat? Drie uur… Goed", ["Hoe laat?", "Drie uur…", "Goed"]),
        (") Zo. Ja", [") Zo.", "Ja"]),
        (". Ja", [".", "Ja"]),
        ("", []),
    ],
)
def test_sentences(text, expected) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text", ["总统会见了外长。死者十二人！", "هل قتل؟ نعم قتل", "सेना ने कहा। नमस्ते", "彼は言った。」東京は"]
)
def test_sentences_of_other_scripts_end_at_their_own_signs(text) -> None:
    assert len(sentences(text)) == 2


def test_places_in_texts() -> None:
    assert covered("rukken zij op", ((0, 6), (11, 13))) == "rukken … op"
    assert trimmed("  a b ", 0, 6) == (2, 5)
    assert trimmed("   ", 0, 3) == (3, 3)
    assert fragments_problem(((0, 2), (2, 3)), 3) is None
    assert is_overlapping(((0, 2), (8, 9)), ((1, 3),))
    assert not is_overlapping(((0, 2),), ((2, 3),))


@pytest.mark.parametrize(("text", "found"), [("a\x00b", (1, "NUL")), ("a\ud800", (1, "lone surrogate")), ("a😀", None)])
def test_characters_no_file_can_carry_are_found(text, found) -> None:
    assert unkeepable(text) == found
