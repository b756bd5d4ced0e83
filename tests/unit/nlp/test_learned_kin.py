"""Spellings of one name: a rejection of one holds for the others, until one of them is decided otherwise."""

from __future__ import annotations

import pytest

from annotator.nlp.worker.learned.kin import are_kin, groups
from annotator.nlp.worker.learned.memory import ACCEPTED, REJECTED, Memory


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir al-Zor", "Deir ez-Zor"), ("Deir al-Zor", "Deir Ezzor"), ("Deir al-Zor", "DEIR AL-ZOR"),
        ("Deir al-Zor", "Deir-al-Zor"), ("Deir al-Zor", "Deir al-Zors"), ("Deir al-Zor", "Deir al-Zor's"),
        ("Kobani", "Kobane"), ("Assad", "Assads"), ("Hama", "Hama’s"), ("IS", "IS's"), ("HOMS", "Homs"),
        ("raketten", "Raketten"), ("Noord-Syrië", "Noord Syrie"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_kin(one: str, other: str) -> None:
    assert groups(one) & groups(other), "else nobody would look"
    assert are_kin(one, other)
    assert are_kin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir al-Zor", "Deir Hafer"), ("Hamas", "Hama"), ("IS", "is"), ("IS", "Is"), ("VS", "vs"), ("Irak", "Iran"),
        ("dagen", "degen"), ("Turkije", "Turkse"), ("42", "43"), ("Mosul", "Mosoel West"),
    ],
)  # fmt: skip
def test_other_names_and_words_are_not(one: str, other: str) -> None:
    assert not are_kin(one, other)
    assert not are_kin(other, one)


def memory(*decisions: tuple[str, int], label: str = "GPE", is_event: bool = False) -> Memory:
    """What was decided of strings, one article after the other."""
    made = Memory(is_event)
    for at, (key, kind) in enumerate(decisions, start=1):
        made.add(key, label, kind, at=at)
    return Memory.from_json(made.to_json())


def test_a_rejection_holds_for_other_spellings_and_is_told_by_the_one_that_was_rejected() -> None:
    one = memory(("Deir al-Zor", REJECTED))
    for spelled in ("Deir al-Zor", "Deir ez-Zor", "DEIR AL-ZOR", "Deir al-Zors"):
        assert one.refused_as(spelled, "GPE") == "Deir al-Zor"
        assert not one.is_refused(spelled, "ORG")
    assert not one.is_refused("Deir Hafer", "GPE")


def test_what_was_decided_of_the_string_itself_comes_first() -> None:
    one = memory(("Deir ez-Zor", ACCEPTED), ("Deir al-Zor", REJECTED))
    assert not one.is_refused("Deir ez-Zor", "GPE")
    assert one.is_refused("Deir al-Zor", "GPE")
    assert not one.is_refused("Deir Ezzor", "GPE"), "its spellings do not agree"
    one.add("Deir ez-Zor", "GPE", REJECTED, at=9)
    assert one.is_refused("Deir Ezzor", "GPE")


def test_triggers_have_no_kin() -> None:
    assert not memory(("schoot", REJECTED), label="ATTACK", is_event=True).is_refused("schoots", "ATTACK")


@pytest.mark.parametrize(("is_event", "often"), [(False, 10), (True, 3)])
def test_one_rejection_does_not_hide_what_was_accepted_far_more_often(is_event: bool, often: int) -> None:
    accepted = [("homs", ACCEPTED)] * often
    assert memory(*accepted[1:], ("homs", REJECTED), is_event=is_event).is_refused("homs", "GPE")
    one = memory(*accepted, ("homs", REJECTED), is_event=is_event)
    assert not one.is_refused("homs", "GPE")
    assert not one.is_doubted("homs", "GPE")
    one.add("homs", "GPE", REJECTED, at=99)
    assert one.is_refused("homs", "GPE"), "who says it twice means it"


@pytest.mark.parametrize(("articles", "is_refused"), [(4, True), (5, False)])
def test_what_was_accepted_often_has_to_be_so_in_several_articles(articles: int, is_refused: bool) -> None:
    one = Memory(is_event=False)
    for number in range(30):
        one.add("Homs", "GPE", ACCEPTED, at=1 + number % articles)
    one.add("Homs", "GPE", REJECTED, at=99)
    assert one.is_refused("Homs", "GPE") == is_refused


def test_other_spellings_have_the_label_that_a_name_was_given_in_place_of_a_refused_one() -> None:
    one = memory(("Deir al-Zor", REJECTED))
    assert one.instead("DEIR AL-ZOR", "GPE") == "", "nothing was said of what it is"
    one.add("Deir al-Zor", "LOC", ACCEPTED, at=2)
    for spelled in ("DEIR AL-ZOR", "Deir ez-Zor", "Deir al-Zors"):
        assert one.instead(spelled, "GPE") == "LOC"
        assert one.told_of_kin(spelled, "LOC") == (1, 0, 0)
    assert one.instead("DEIR AL-ZOR", "ORG") == "", "ORG was not refused"
    assert one.instead("Deir Hafer", "GPE") == ""
    one.add("DEIR AL-ZOR", "FAC", ACCEPTED, at=3)
    one.add("DEIR AL-ZOR", "FAC", ACCEPTED, -1, at=3)
    assert one.instead("DEIR AL-ZOR", "GPE") == "LOC", "what was taken back says nothing"
    one.add("Deir ez-Zor", "FAC", ACCEPTED, at=3)
    assert one.instead("Deir ez-Zor", "GPE") == "", "what was decided of the string itself comes first"
    assert one.instead("DEIR AL-ZOR", "GPE") == "", "its spellings do not agree"
