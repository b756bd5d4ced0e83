"""Words are found whatever their case and accents, at their places in the text as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import folded, occurrences

TEXT = "Café’s in İdlib; cafe\u0301 in IDLIB\nen Deir  ez-Zor, deir ez–zor. 😀 Idlibs"


def found(query: str, **how: bool) -> list[str]:
    return [TEXT[start:end] for start, end in occurrences(TEXT, query, **how)]


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("cafe", ["Café", "cafe\u0301"]),
        ("CAFÉ", ["Café", "cafe\u0301"]),
        ("cafe\u0301", ["Café", "cafe\u0301"]),
        ("café's", ["Café’s"]),
        ("in idlib", ["in İdlib", "in IDLIB"]),
        ("deir ez-zor", ["Deir  ez-Zor", "deir ez–zor"]),
        ("", []),
        (" \n", []),
        ("a.", []),
    ],
)
def test_words_are_found_in_any_spelling_of_case_and_accents(query: str, hits: list[str]) -> None:
    assert found(query) == hits


def test_exact_and_whole_words() -> None:
    assert found("idlib") == ["İdlib", "IDLIB", "Idlib"]
    assert found("idlib", is_whole=True) == ["İdlib", "IDLIB"]
    assert found("IDLIB", is_exact=True) == ["IDLIB"]
    assert found("Idlib", is_exact=True, is_whole=True) == []


@given(st.text(alphabet="ab Aé\n", max_size=30), st.text(alphabet="aAb é", max_size=4))
def test_what_is_found_reads_like_the_query(text: str, query: str) -> None:
    for start, end in occurrences(text, query):
        assert folded(text[start:end]).split() == folded(query).split()


@pytest.mark.parametrize("is_exact", [False, True])
def test_a_soft_hyphen_that_no_reader_sees_hides_no_word(is_exact: bool) -> None:
    text = "Kopen\u00adhagen, de hagen van Kopen en nep\u00adnieuws"

    def places(query: str, *, is_whole: bool = False) -> list[str]:
        return [text[start:end] for start, end in occurrences(text, query, is_exact=is_exact, is_whole=is_whole)]

    assert places("Kopenhagen") == places("Kopen\u00adhagen") == ["Kopen\u00adhagen"]
    assert places("nepnieuws", is_whole=True) == ["nep\u00adnieuws"]
    assert places("Kopen", is_whole=True) == ["Kopen"]  # not the half of the other
    assert places("hagen", is_whole=True) == ["hagen"]


@pytest.mark.parametrize(
    ("text", "query"),
    [("Straße", "strasse"), ("STRASSE", "straße"), ("GROẞ", "gross"), ("Œuvre", "oeuvre"), ("conﬂict", "CONFLICT"),
     ("oﬃcieel", "officieel"), ("oﬀicieel", "officieel"), ("ofﬁcieel", "officieel"), ("strĳders", "strijders"),
     ("film", "ﬁlm"), ("Gie\u00adßen", "giessen"), ("fĳn", "fijn"),
     ("ﬁjn", "fijn"), ("gewusﬆ", "gewusst"), ("Ǽneas", "aeneas"), ("aeneas", "ǽneas")],
)  # fmt: skip
@pytest.mark.parametrize("is_whole", [False, True])
def test_letters_that_stand_in_one_character_are_found_as_people_type_them(text: str, query: str, is_whole) -> None:
    assert occurrences(f"de {text}.", query, is_whole=is_whole) == [(3, 3 + len(text))]
    assert occurrences(f"de {text}.", query, is_exact=True) == ([] if text != query else [(3, 3 + len(text))])


def test_a_query_of_one_letter_over_and_over_is_no_long_search() -> None:
    assert occurrences("f" * 100_000 + "ß", "f" * 200 + "x") == []


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("José e", "e", ["e"]),  # the first has its accent as a sign of its own
        ("की क", "क", ["क"]),  # a vowel sign makes another syllable of it
        ("👨\u200d👩 👩", "👩", ["👩"]),
        ("บี บ", "บ", ["บ"]),
    ],
)
def test_no_part_of_what_reads_as_one_character_is_found(text: str, query: str, found: list[str]) -> None:
    text = unicodedata.normalize("NFD", text)
    places = occurrences(text, query, is_exact=True)
    assert [text[start:end] for start, end in places] == found
    assert [end for _, end in places] == [len(text)]


@pytest.mark.parametrize(
    ("text", "query"), [("בְּרֵאשִׁית", "בראשית"), ("العـــربية", "العربية"), ("نصٌّ", "نص"), ("قُتل", "قتل")]
)
def test_points_and_vowel_signs_need_not_be_typed(text: str, query: str) -> None:
    assert occurrences(f"a {text} b", query, is_whole=True) == [(2, 2 + len(text))]
    assert occurrences(f"a {text} b", text) == [(2, 2 + len(text))]


def test_scripts_that_set_no_words_apart_have_no_edges_of_words() -> None:
    text = "总统星期二在大马士革会见了外长"
    assert occurrences(text, "大马士革", is_whole=True) == [(6, 10)]
    assert occurrences(text, "大马士革", is_exact=True, is_whole=True) == [(6, 10)]
