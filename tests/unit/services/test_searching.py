"""The concordance and the consistency view over a small project of several annotators."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.core import command as c
from annotator.services import searching
from annotator.services.consistency import Inconsistency, inconsistencies, places
from annotator.services.history import entry_of_reverted
from annotator.services.searching import UNLABELLED, Hit, Query, concordance, labelled_anew
from annotator.services.session import Session
from annotator.store.project import Project
from tests.samples import SCHEME, at, document, suggestion

TEXTS = {
    "d1": "Belga meldt rust in Deir al-Zor.\nHet leger van Deir  al-Zor zwijgt.",
    "d2": "In deir ez-Zor viel BELGA stil, in Deir Hafer niet. Door zeer luchtbombardement.",
    "d3": "Bombardementen bij Dayr az-Zawr en Deir Ezzor. Café Belga, Belgacom.",
    "d4": "Belga in Raqqa. Belga in Raqqa.",
}


def always() -> bool:
    return True


@pytest.fixture
def project(tmp_path: Path):
    path = tmp_path / "p.annotator"
    with Project.create(
        path, scheme="", scheme_name="small", scheme_version=1, tokenizer={}, tokenizer_hash="0"
    ) as project:
        project.add_documents([document(text, id=id) for id, text in TEXTS.items()])
        anna = Session(project, SCHEME, "anna")
        for id, name, part, nth in (
            ("d1", "ORG", "Belga", 0), ("d1", "GPE", "Deir al-Zor", 0), ("d4", "GPE", "Raqqa", 0),
            ("d4", "ORG", "Raqqa", 1), ("d4", "ORG", "Belga", 0), ("d1", "ORG", "Het leger", 0),
        ):  # fmt: skip
            place = at(TEXTS[id], part, nth=nth)
            anna.do(c.CreateSpan(document=id, layer="entities", label=name, fragments=(place,)))
        fragments = (at(TEXTS["d1"], "meldt"), at(TEXTS["d1"], "rust"))
        anna.do(c.CreateEvent(document="d1", type="ATTACK", fragments=fragments))
        bram = Session(project, SCHEME, "bram")
        bram.do(c.CreateSpan(document="d2", layer="entities", label="ORG", fragments=(at(TEXTS["d2"], "BELGA"),)))
        yield project


def hits(project: Project, text: str = "", label: str = "", **how: bool) -> list[Hit]:
    with Project.open(project.path, read_only=True) as reader:
        batches = list(concordance(reader, Query(text, label, **how), "anna", always))
    return [hit for batch in batches for hit in batch.hits]


def shown(found: list[Hit]) -> list[tuple[str, str]]:
    return [(hit.document, hit.text) for hit in found]


def test_a_word_with_soft_hyphens_is_found_where_it_stands(project: Project) -> None:
    text = "De demon\u00adstra\u00adties in Kopen\u00adhagen. De hagen van Kopen."
    project.add_documents([document(text, id="soft")])
    assert project.document("soft").text == text
    for asked in ("demonstraties", "demonstr", "DEMON\u00adSTRATIES"):
        (found,) = hits(project, asked)
        assert text[found.start : found.end].startswith("demon\u00adstr")
    assert shown(hits(project, "kopenhagen", is_whole=True)) == [("soft", "Kopen\u00adhagen")]
    assert shown(hits(project, "Kopenhagen", is_exact=True)) == [("soft", "Kopen\u00adhagen")]
    assert shown(hits(project, "Kopenhagen", has_variants=True)) == [("soft", "Kopen\u00adhagen")]
    assert [hit.start for hit in hits(project, "hagen")] == [text.index(" hagen") + 1], "no word begins in another"
    assert shown(hits(project, "*hagen")) == [("soft", "hagen"), ("soft", "hagen")]


@pytest.mark.parametrize("seed", sorted((Path(__file__).parents[3] / "seeds" / "articles").glob("*.txt"))[:3])
def test_an_article_that_a_page_hyphenated_is_found_by_the_same_words(project: Project, seed: Path) -> None:
    plain = seed.read_text("utf-8")
    soft = re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", plain)
    project.add_documents([document(plain, id="plain"), document(soft, id="soft")])
    asked = sorted({one.lower() for one in re.findall(r"\b[a-zA-Z]{7,}\b", plain)})[::9]
    assert len(asked) > 5
    for word in asked:
        found = hits(project, word, is_whole=True)
        places = {id: [hit for hit in found if hit.document == id] for id in ("plain", "soft")}
        assert len(places["plain"]) == len(places["soft"]) > 0, word
        assert all(soft[hit.start : hit.end].replace("\u00ad", "").lower() == word for hit in places["soft"])


def test_words_are_found_in_context_with_the_labels_they_have(project: Project) -> None:
    found = hits(project, "belga")
    assert shown(found) == [("d1", "Belga"), ("d2", "BELGA"), ("d3", "Belga"), ("d3", "Belga"), ("d4", "Belga"),
                            ("d4", "Belga")]  # fmt: skip
    assert [hit.label for hit in found] == ["ORG", "", "", "", "ORG", ""]
    assert (found[2].before[-6:], found[2].after[:2]) == (" Café ", ", ")
    assert (TEXTS["d3"][found[3].start : found[3].end], found[3].after) == ("Belga", "com.")


@pytest.mark.parametrize(
    ("text", "how", "found"),
    [
        ("belga", {"is_whole": True}, "d1 d2 d3 d4 d4"),
        ("BELGA", {"is_exact": True}, "d2"),
        ("cafe", {}, "d3"),
        ("deir al-zor", {}, "d1 d1"),
        ("bombard", {}, "d3"),
        ("*bombard", {}, "d2 d3"),
        ("*", {}, ""),
        ("nergens", {}, ""),
        ('"', {}, ""),
    ],
)
def test_case_accents_beginnings_and_insides(project: Project, text: str, how, found: str) -> None:
    assert [hit.document for hit in hits(project, text, **how)] == found.split()


def test_words_of_a_script_that_sets_none_apart_are_found(project: Project) -> None:
    project.add_documents([document("总统星期二在大马士革会见了外长。", id="cjk"), document("น้ำท่วมที่ภูเก็ต", id="thai")])
    assert shown(hits(project, "大马士革")) == [("cjk", "大马士革")]
    assert shown(hits(project, "ภูเก็ต", is_whole=True)) == [("thai", "ภูเก็ต")]


def test_hits_by_label(project: Project) -> None:
    assert shown(hits(project, label="GPE")) == [("d1", "Deir al-Zor"), ("d4", "Raqqa")]
    (event,) = hits(project, label="ATTACK")
    assert (event.text, event.label) == ("meldt rust", "ATTACK")
    assert shown(hits(project, "raqqa", "ORG")) == [("d4", "Raqqa")]
    assert [hit.start for hit in hits(project, "belga", UNLABELLED, is_whole=True)] == [
        at(TEXTS["d2"], "BELGA")[0], at(TEXTS["d3"], "Belga")[0], at(TEXTS["d4"], "Belga", nth=1)[0],
    ]  # fmt: skip
    assert hits(project, "leger")[0].inside == "ORG"
    assert not hits(project, "", UNLABELLED)


def test_other_spellings_of_a_name(project: Project) -> None:
    found = hits(project, "Deir ez-Zor", has_variants=True)
    assert shown(found) == [
        ("d1", "Deir al-Zor"), ("d1", "Deir al-Zor"), ("d2", "deir ez-Zor"), ("d3", "Dayr az-Zawr"),
        ("d3", "Deir Ezzor"),
    ]  # fmt: skip
    assert shown(hits(project, "deir ezzor", has_variants=True))[2] == ("d2", "deir ez-Zor")
    assert not hits(project, "Io", has_variants=True)


@pytest.mark.parametrize("text", ["belga", "leger", "Raqqa", "rust", ".", "*bombard"])
def test_other_spellings_are_found_beside_the_words_as_they_were_typed(project: Project, text: str) -> None:
    typed = {(hit.document, hit.place) for hit in hits(project, text)}
    spelled = {(hit.document, hit.place) for hit in hits(project, text, has_variants=True)}
    assert typed
    assert typed <= spelled


def test_a_name_too_short_for_other_spellings_is_found_as_it_was_typed(project: Project) -> None:
    project.add_documents([document("Assad sprak in Homs met Assads leger.", id="d5")])
    assert shown(hits(project, "assad", has_variants=True)) == [("d5", "Assad"), ("d5", "Assad")]
    assert shown(hits(project, "assad", has_variants=True, is_whole=True)) == [("d5", "Assad")]


def test_a_list_too_long_is_cut_and_says_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_HITS", 2)
    batches = list(concordance(project, Query("belga"), "anna", always))
    assert [len(batch.hits) for batch in batches] == [1, 1]
    assert batches[-1].is_cut


def test_work_ends_where_nobody_waits_for_it(project: Project) -> None:
    assert not [hit for batch in concordance(project, Query("belga"), "anna", lambda: False) for hit in batch.hits]
    assert list(inconsistencies(project, "anna", lambda: False)) == []


def finish(project: Project, *ids: str) -> None:
    for id in ids:
        Session(project, SCHEME, "anna").do(c.SetStatus(document=id, status="done"))


def test_what_is_treated_in_two_ways_is_found_the_worst_first(project: Project) -> None:
    finish(project, "d1", "d4")
    *steps, found = inconsistencies(project, "anna", always)
    assert found == [
        Inconsistency("entities", "Raqqa", (("GPE", 1), ("ORG", 1))),
        Inconsistency("entities", "Belga", (("ORG", 2), ("", 1))),
    ]
    assert [one.deviating for one in found] == [1, 1]
    assert steps == [(0, 4), (2, 4)]


def test_what_is_greyed_was_not_forgotten(project: Project) -> None:
    headed = "date 2016-11 Bron: Reuters Leger meldt rust\n\nDat was al zo in 2016, meldt Reuters. In 2016 dus.\n"
    project.add_documents([document(headed, id="d5")])
    session = Session(project, SCHEME, "anna")
    for part, nth in (("2016", 1), ("Reuters", 0)):
        place = at(headed, part, nth=nth)
        session.do(c.CreateSpan(document="d5", layer="entities", label="DATE", fragments=(place,)))
    finish(project, "d5")
    *_, found = inconsistencies(project, "anna", always)
    new = {one.text: dict(one.treatments) for one in found if one.text in {"2016", "Reuters"}}
    assert new == {"2016": {"DATE": 1, "": 1}, "Reuters": {"DATE": 1, "": 1}}  # “date 2016-11” is not among them


def test_what_is_open_in_an_article_begun_is_not_undecided_against(project: Project) -> None:
    place = at(TEXTS["d3"], "Belga")
    refused = suggestion(project.document("d3"), "entities", "ORG", place)
    project.put_suggestions("d3", [refused], run={})
    session = Session(project, SCHEME, "anna")
    session.do(c.CreateSpan(document="d3", layer="entities", label="GPE", fragments=(at(TEXTS["d3"], "Deir Ezzor"),)))
    assert treatments(project) == {"Raqqa": {"GPE": 1, "ORG": 1}}, "neither “Belga” in d3 nor the second in d4"
    session.do(c.Reject(document="d3", suggestion=refused.id))
    assert treatments(project)["Belga"] == {"ORG": 2, "": 1}, "the one that was rejected"
    belga = Inconsistency("entities", "Belga", ())
    assert [(hit.document, hit.start, hit.label) for batch in places(project, "anna", belga, always)
            for hit in batch.hits] == [("d1", 0, "ORG"), ("d3", place[0], ""), ("d4", 0, "ORG")]  # fmt: skip
    finish(project, "d3", "d4")
    assert treatments(project)["Belga"] == {"ORG": 2, "": 2}


def test_an_article_with_nothing_but_a_rejection_is_one_worked_on(project: Project) -> None:
    refused = suggestion(project.document("d2"), "entities", "ORG", at(TEXTS["d2"], "BELGA"))
    project.put_suggestions("d2", [refused], run={})
    assert "d2" not in project.worked_on("anna")
    Session(project, SCHEME, "anna").do(c.Reject(document="d2", suggestion=refused.id))
    assert "d2" in project.worked_on("anna")
    assert project.left_open("anna")["d2"] == {("entities", *at(TEXTS["d2"], "BELGA"))}
    finish(project, "d2")
    assert set(project.left_open("anna")) == {"d1", "d4"}


def treatments(project: Project) -> dict[str, dict[str, int]]:
    *_, found = inconsistencies(project, "anna", always)
    return {one.text: dict(one.treatments) for one in found}


def test_the_places_of_an_inconsistency(project: Project) -> None:
    def found(text: str) -> list[tuple[str, int, str]]:
        batches = places(project, "anna", Inconsistency("entities", text, ()), always)
        return [(hit.document, hit.start, hit.label) for batch in batches for hit in batch.hits]

    second = at(TEXTS["d4"], "Belga", nth=1)[0]
    assert found("Belga") == [("d1", 0, "ORG"), ("d4", 0, "ORG")]
    finish(project, "d1", "d4")
    assert found("Belga") == [("d1", 0, "ORG"), ("d4", 0, "ORG"), ("d4", second, "")]
    assert found("leger") == []


def test_labelling_the_hits_makes_them_one(project: Project) -> None:
    session = Session(project, SCHEME, "anna")
    found = hits(project, "belga", is_whole=True)
    chosen: dict[str, tuple[tuple[int, int], ...]] = {}
    for hit in found:
        chosen[hit.document] = (*chosen.get(hit.document, ()), hit.place)
    session.do(c.LabelPlaces(document=found[0].document, layer="entities", label="ORG", places=chosen))
    assert {hit.label for hit in hits(project, "belga", is_whole=True)} == {"ORG"}
    assert [one.text for one in list(inconsistencies(project, "anna", always))[-1]] == ["Raqqa"]
    session.do(c.Undo())
    assert len(hits(project, "belga", UNLABELLED, is_whole=True)) == 3


def test_a_trigger_in_several_pieces_is_a_hit_that_can_be_labelled_again(project: Project) -> None:
    session = Session(project, SCHEME, "anna")
    (hit,) = hits(project, label="ATTACK")
    assert (hit.text, hit.label) == ("meldt rust", "ATTACK")
    places = {"d1": (hit.place,)}
    session.do(c.LabelPlaces(document="d1", layer="events", label="ADVANCE", places=places))
    assert [len(one.fragments) for one in session.state("d1").events()] == [2]
    (one,) = project.texts(["d1"], "anna")
    assert [(now.label, now.inside) for now in labelled_anew(one, [hit])] == [("ADVANCE", "")]


def test_words_with_a_label_are_found_whatever_else_stands_on_them(project: Project) -> None:
    session = Session(project, SCHEME, "anna")
    place = at(TEXTS["d4"], "Belga")
    session.do(c.CreateEvent(document="d4", type="ATTACK", fragments=(place,)))
    session.do(c.CreateEvent(document="d4", type="ADVANCE", fragments=(at(TEXTS["d4"], "Belga in"),)))
    for label, layer in (("ORG", "entities"), ("ATTACK", "events"), ("ADVANCE", "events")):
        (hit,) = (one for one in hits(project, "belga", label) if one.document == "d4")
        assert (hit.start, hit.label or hit.inside, hit.layer) == (0, label, layer)


def test_signs_and_letters_set_as_one_are_found(project: Project) -> None:
    project.add_documents([document("Straße 😀 en conﬂict.", id="d5")])
    assert shown(hits(project, "😀")) == [("d5", "😀")]
    assert shown(hits(project, "strasse")) == [("d5", "Straße")]
    assert shown(hits(project, "conflict")) == [("d5", "conﬂict")]


def test_places_labelled_in_other_documents_than_the_one_named_are_told_when_they_are_undone(project: Project) -> None:
    session = Session(project, SCHEME, "anna")
    places = {"d1": (at(TEXTS["d1"], "Belga"),), "d4": (at(TEXTS["d4"], "Belga", nth=1),)}
    session.do(c.LabelPlaces(document="d1", layer="entities", label="ORG", places=places))  # d1 has it already
    outcome = session.do(c.Undo())
    entry = entry_of_reverted(session, outcome.reverted)
    assert (entry.label, entry.text, entry.more) == ("ORG", "Belga", 0)
