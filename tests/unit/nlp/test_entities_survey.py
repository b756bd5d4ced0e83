"""Spelling variants and what a corpus knows of its names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.nlp.worker.entities import KnownNames, NameCounts, likeness, merge, variants
from annotator.nlp.worker.entities.folding import fold, skeleton
from annotator.nlp.worker.entities.survey import count_names

DEIR_EZ_ZOR = ["Deir al-Zor", "Deir ez-Zor", "Deir Ezzor", "Deir-ez-Zor", "Dayr az-Zawr", "Deir az Zur", "Dair al-Zaur"]


def test_seven_spellings_of_one_town_have_one_skeleton() -> None:
    assert len({skeleton(name) for name in DEIR_EZ_ZOR}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Charkov", "Kharkiv"), ("Loehansk", "Luhansk"), ("Falluja", "Fallouja"),
     ("Marioepol", "Mariupol"), ("Khan Younis", "Khan Yunus")],
)  # fmt: skip
def test_transliterations_meet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Deir Hafer", "Deir Ezzor"), ("Raqqa", "Rakhine"), ("Mosul", "Misrata")])
def test_other_names_keep_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other) or skeleton(one) == ""


def test_short_names_have_no_skeleton() -> None:
    assert skeleton("Gao") == ""
    assert skeleton("") == ""


def test_variants_are_groups_of_two_or_more() -> None:
    assert variants([*DEIR_EZ_ZOR, "Deir Hafer", "Al-Qaim", "al-Qaim", "Homs"]) == [
        ("Al-Qaim", "al-Qaim"),
        tuple(sorted(DEIR_EZ_ZOR)),
    ]


def test_likeness_ranks() -> None:
    assert likeness("Deir al-Zor", "Deir Alzor") == 1.0
    assert likeness("Deir al-Zor", "Deir ez-Zor") > likeness("Deir al-Zor", "Deir Hafer")


def test_a_label_needs_three_quarters_of_the_votes() -> None:
    counts = [count_names([("Sabrant", "GPE")] * 2 + [("Sabrant", "PERSON")]), count_names([("Sabrant", "GPE")])]
    assert merge(counts).label_of("sabrant") == "GPE"
    assert merge([*counts, count_names([("Sabrant", "PERSON")])]).label_of("Sabrant") == ""


def test_labels_that_are_no_names_do_not_count() -> None:
    assert merge([count_names([("dinsdag", "DATE")])]) == KnownNames()


def test_groups_are_shared_by_spellings() -> None:
    names = merge([count_names([("Deir al-Zor", "GPE"), ("Deir ez-Zor", "GPE"), ("Homs", "GPE")])])
    assert names.group_of("Deir ez-Zor") == names.group_of("Deir al-Zor") is not None
    assert names.group_of("Homs") is None


def test_json_round_trip() -> None:
    counts = count_names([("Deir al-Zor", "GPE"), ("Deir ez-Zor", "GPE"), ("SDF", "ORG")])
    names = merge([counts])
    assert NameCounts.from_json(json.loads(json.dumps(counts.to_json()))) == counts
    assert KnownNames.from_json(json.loads(json.dumps(names.to_json()))) == names


@given(st.lists(st.tuples(st.sampled_from(DEIR_EZ_ZOR), st.sampled_from(["GPE", "ORG"])), max_size=8), st.randoms())
def test_merging_does_not_depend_on_order(pairs: list[tuple[str, str]], random) -> None:
    counts = [count_names([pair]) for pair in pairs]
    shuffled = list(counts)
    random.shuffle(shuffled)
    assert merge(counts) == merge(shuffled)


@given(st.text(max_size=30))
def test_folding_is_idempotent_and_total(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    skeleton(name)


def test_a_word_with_the_consonants_of_a_name_is_not_that_name() -> None:
    known = merge([count_names([("Zalingei", "GPE")])])
    assert known.label_of("Zolang") == ""
    assert known.label_of("Zalingay") == known.label_of("Salingei") == "GPE"
    assert KnownNames.from_json(known.to_json()).label_of("Zalingey") == "GPE"
