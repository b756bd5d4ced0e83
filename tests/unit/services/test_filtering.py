"""The filter box understands Dutch and English, and says which words it does not."""

from __future__ import annotations

from typing import get_args

import pytest

from annotator.services.filtering import FIELDS, STATUS_WORDS, is_on, read, term, toggled
from annotator.store.listing import Listing, Order
from tests.samples import SCHEME

LAST = "\U0010ffff"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", {}),
        ("status:open label:gpe datum:2018 Raqqa", {
            "statuses": ("todo", "busy"), "labels": ("GPE",), "dates": ("2018", "2018" + LAST), "text": "Raqqa"}),
        ("status:klaar,gemarkeerd", {"statuses": ("done", "flagged")}),
        ("status:done status:busy", {"statuses": ("done", "busy")}),
        ("done tal afar ", {"statuses": ("done",), "text": "tal afar "}),
        ("klaar", {"text": "klaar"}),
        ("-label:ORG", {"without": ("ORG",)}),
        ("suggesties:ja verschil:nee", {"has_open": True, "differs": False}),
        ("open:no comment:yes", {"has_open": False, "has_comment": True}),
        ("date:2017..2018-05", {"dates": ("2017", "2018-05" + LAST)}),
        ("datum:..2016", {"dates": ("", "2016" + LAST)}),
        ("datum:2016..", {"dates": ("2016", "")}),
        ('bron:"Belga, AFP" "rust in"', {"source": "Belga, AFP", "text": '"rust in"'}),
        ("sorteer:-datum", {"order": "date", "is_descending": True}),
        ("sort:labels", {"order": "spans"}),
        ("status: label:", {}),
        ("17:14 http://x", {"text": "17:14 http://x"}),
        ("belga -syrië", {"text": "belga", "not_text": ("syrië",)}),
        ('-"tal afar" -is rust', {"text": "rust", "not_text": ('"tal afar"', "is")}),
        ("-isla ", {"not_text": ("isla ",)}),
        ("Tal & Rifat -", {"text": "Tal & Rifat -"}),
        ('-"', {"text": '-"'}),
    ],
)  # fmt: skip
def test_what_is_typed_is_what_is_asked(text: str, asked) -> None:
    assert read(text, SCHEME) == (Listing(**asked), ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [("status:raar", "status"), ("label:XYZ", "label"), ("open:misschien", "yes_no"), ("datum:mei", "date"),
     ("sort:x", "order")],
)  # fmt: skip
def test_words_that_say_nothing_are_named_and_left_out(text: str, kind: str) -> None:
    listing, problems = read(f"{text} Raqqa", SCHEME)
    assert listing == Listing(text="Raqqa")
    assert [(one.word, one.kind) for one in problems] == [(text.partition(":")[2], kind)]


@pytest.mark.parametrize("text", ["😀", "*", "😀 &"])
def test_signs_alone_are_said_to_be_no_words(text: str) -> None:
    assert [(one.word, one.kind) for one in read(text, SCHEME)[1]] == [(text, "sign")]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("stauts:done", "status"), ("lable:GPE", "label"), ("-status:done", "status"), ("Sugesties:ja", "suggesties"),
     ("qqq:rr", "")],
)  # fmt: skip
def test_a_word_like_a_field_is_searched_and_the_nearest_is_named(text: str, nearest: str) -> None:
    listing, problems = read(f"{text} Raqqa", SCHEME)
    assert listing == Listing(text=f"{text} Raqqa")
    assert [(one.word, one.kind, one.nearest) for one in problems] == [(text.partition(":")[0], "field", nearest)]


@pytest.mark.parametrize("text", ["12:30", "https://anp.nl", "Volgens:", '"stauts:done"', ":done", "a:b", "x_1:y"])
def test_what_is_no_field_by_its_looks_is_text_without_a_word(text: str) -> None:
    assert read(text, SCHEME)[1] == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_examples_of_the_help_say_something(language: str) -> None:
    for field in FIELDS:
        for example in field.example[language].split():
            listing, problems = read(example, None)
            assert not problems, example
            assert listing != Listing(), example


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_the_menu_writes_is_read_back(language: str) -> None:
    for status, statuses in STATUS_WORDS.items():
        assert read(term("status", status, language))[0].statuses == statuses
    for order in get_args(Order):
        value = {"spans": "labels"}.get(order, order)
        assert read(term("sort", value, language))[0].order == order
        assert read(term("sort", f"-{value}", language))[0].is_descending


def test_the_menu_sets_a_field_and_takes_it_off() -> None:
    text = toggled("Raqqa status:bezig", "status", "done", "nl")
    assert text == "Raqqa status:klaar"
    assert is_on(text, "status", "done")
    assert not is_on(text, "status", "busy")
    assert toggled(text, "status", "done", "en") == "Raqqa"
    assert toggled("Raqqa", "sort", "-date", "nl") == "Raqqa sorteer:-datum"
