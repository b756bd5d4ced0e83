"""Learning as a whole on small articles: what is learned, kept, refused, and brought up to date."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.document import Document
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.errors import KnownError
from annotator.nlp.worker import suggest as suggesting
from annotator.nlp.worker.learned.lessons import NOTHING, Decided, Known, Prepared, Shape, prepare
from annotator.nlp.worker.learned.memory import REJECTED, Memory
from annotator.nlp.worker.learned.model import Learned, load, save
from annotator.nlp.worker.learned.pupil import Pupil, digests_wanted
from annotator.nlp.worker.learned.suggester import Suggester
from annotator.nlp.worker.learned.training import Material, decided_in, learn, remember
from annotator.services.lessons import shape_of
from tests.samples import SCHEME, document

SHAPE = Shape.from_json(shape_of(SCHEME))
PLACES = ("Raqqa", "Homs", "Idlib", "Hama", "Aleppo", "Daraa", "Palmyra", "Manbij", "Tabqa", "Afrin", "Azaz", "Sinjar")


def article(number: int, *, group: str = "Blok") -> tuple[Document, Decided]:
    """News of a group and a place; only the people who write the lessons know that the group is an ORG."""
    place = PLACES[number % len(PLACES)]
    text = f"De {group} valt {place} aan. In {place} zegt de {group} niets."
    read = document(text, id=f"a{number}")

    def at(word: str, label: str, nth: int = 0) -> Known:
        start = -1
        for _ in range(nth + 1):
            start = text.index(word, start + 1)
        return Known(f"{label}{start}", "entities", label, ((start, start + len(word)),), {})

    spans = [at(group, "ORG"), at(group, "ORG", 1), at(place, "GPE"), at(place, "GPE", 1)]
    start, end = text.index("valt"), text.index(" aan.") + 1
    trigger = Known(
        "e", "events", "ATTACK", ((start, start + 4), (end, end + 3)), {"factuality": "REPORTED"},
        (("AGENT", spans[0].id), ("PLACE", spans[2].id)),
    )  # fmt: skip
    return read, Decided((*spans, trigger), (), True)


def lesson(number: int, **more: str) -> Prepared:
    read, decided = article(number, **more)
    return prepare(read, SHAPE, [], [], decided)


def shown(suggester: Suggester, number: int) -> set[tuple[str, str]]:
    blank = replace(lesson(number), decided=NOTHING)
    found, _ = suggester.suggest(blank)
    return {(one.label, blank.document.text[one.start : one.fragments[0][1]]) for one in found}


@pytest.fixture(scope="module")
def learned():
    model, _ = learn(Material(SHAPE, [lesson(number) for number in range(9)], decisions="d" * 64))
    return model


def test_names_nobody_listed_and_triggers_in_two_parts_are_learned(learned) -> None:
    suggester = Suggester(learned)
    blank = replace(lesson(10), decided=NOTHING)
    found, _ = suggester.suggest(blank)
    labels = {(one.label, blank.document.text[one.start : one.fragments[0][1]]) for one in found}
    assert {("ORG", "Blok"), ("GPE", "Azaz"), ("ATTACK", "valt")} <= labels
    (event,) = [one for one in found if one.is_event]
    assert len(event.fragments) == 2
    assert all(one.provenance.suggester == "learned" and one.provenance.model == "d" * 12 for one in found)


def test_the_report_has_figures_from_documents_that_were_not_seen(learned) -> None:
    figures = learned.report["layers"]["entities"]
    assert figures["suggesters"]["combined"]["all"]["existing"] == 36
    assert figures["suggesters"]["combined"]["all"]["f1"] > 0.9
    assert figures["suggesters"]["rules"]["all"]["proposed"] == 0
    assert 0 <= figures["ece"] <= 1


def test_words_of_an_article_that_came_later_are_known_from_itself(learned) -> None:
    suggester, later = Suggester(learned), lesson(3, group="Zwermbond")
    assert "zwermbond" not in learned.statistics.rows
    suggester.claims(later, "entities")
    first = later.passages[0]
    features = suggester.features.of(first.words, later.cues["entities"][0])[first.words.index("Zwermbond")]
    assert "c=n0" not in features
    assert "c=de3" in features  # after "De" and "de"


def test_spans_of_articles_in_which_nothing_was_proposed_are_missed_ones() -> None:
    one, _ = learn(Material(SHAPE, [lesson(0)]))
    layer = one.report["layers"]["entities"]
    figures = layer["suggesters"]["combined"]["all"]
    assert (figures["proposed"], figures["existing"], figures["recall"]) == (0, 4, 0.0)
    assert layer["confusion"] == [["GPE", "–", 2], ["ORG", "–", 2]]


def test_what_is_kept_is_what_was_learned(learned, tmp_path: Path) -> None:
    path = tmp_path / "model"
    save(learned, path)
    again = load(path)
    assert shown(Suggester(again), 10) == shown(Suggester(learned), 10)
    assert again.decisions == learned.decisions
    assert again.report == json.loads(json.dumps(learned.report))
    assert [one.name for one in tmp_path.iterdir()] == ["model"], "nothing is left beside it"


def test_what_a_killed_worker_left_beside_the_model_goes_an_hour_later(learned, tmp_path: Path) -> None:
    path = tmp_path / "p.learned"
    old, fresh, other = (tmp_path / name for name in ("p.learned.17.new", "p.learned.18.new", "q.learned.17.new"))
    for one in (old, fresh, other):
        one.write_bytes(b"x")
    for one in (old, other):
        os.utime(one, (0, 0))
    save(learned, path)
    assert [one.exists() for one in (path, old, fresh, other)] == [True, False, True, True]


def test_a_model_that_cannot_be_written_is_told_where_nothing_can_be_taken_away_either(learned, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be", "utf-8")
    with pytest.raises(KnownError, match=r"A002: .*model"):
        save(learned, tmp_path / "taken" / "model")


def test_the_file_holds_json_and_taggers_and_nothing_that_runs(learned, tmp_path: Path) -> None:
    path = tmp_path / "model"
    save(learned, path)
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            content = file.read(name)
            assert name.endswith(".json") or content[:4] == b"lCRF" or content == b"", name


@pytest.mark.parametrize("damage", ["missing", "text", "part", "format"])
def test_a_file_that_is_not_whole_is_refused(learned, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "model"
    if damage == "text":
        path.write_text("no zip")
    elif damage != "missing":
        save(learned, path)
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        if damage == "part":
            parts["statistics.json"] = b"{}"
        else:
            parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), "format": 99}).encode()
        with zipfile.ZipFile(path, "w") as file:
            for name, content in parts.items():
                file.writestr(name, content)
    with pytest.raises(KnownError) as caught:
        load(path)
    assert caught.value.code == "A504"
    assert ("nothing was learned" in caught.value.what) == (damage == "missing")


def pupil_with(*numbers: int) -> Pupil:
    pupil = Pupil(SHAPE, {})
    for number in numbers:
        pupil.take(lesson(number), f"digest {number}")
    return pupil


def test_an_update_learns_from_what_is_new_alone(tmp_path: Path) -> None:
    path = tmp_path / "model"
    pupil = pupil_with(0, 1, 2)
    assert pupil.update("one", path) == (["a0", "a1", "a2"], [])
    assert pupil.update("one", path) == ([], [])
    pupil.take(lesson(3), "digest 3")
    assert pupil.update("two", path) == (["a3"], [])
    assert load(path).decisions == "two"
    assert ("ORG", "Blok") in shown(pupil.suggester(path), 4)


def test_a_model_that_another_process_put_in_place_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "model"
    quick, deep = pupil_with(0, 1), pupil_with(0, 1, 2, 3, 4, 5)
    quick.update("one", path)
    deep.learn_deep("two", path)
    quick.take(lesson(6), "digest 6")
    assert quick.update("three", path) == (["a6"], []), "the others are in the new model"
    assert load(path).layers["entities"].tagger.last, "the tagger learned in depth is kept"


def test_a_rejected_name_is_hidden_with_its_reason_though_a_rule_finds_it(tmp_path: Path) -> None:
    path = tmp_path / "model"
    read, _ = article(0)
    place = ((read.text.index("Raqqa"), read.text.index("Raqqa") + 5),)

    def ruled(sha256: str) -> list[Suggestion]:
        id = suggestion_id(sha256, "entities", "GPE", place)
        return [Suggestion(id, "entities", "GPE", place, 0.97, Provenance("rules", "1", "gazetteer:places"))]

    blank = prepare(read, SHAPE, ruled(read.sha256), [], NOTHING)
    pupil = Pupil(SHAPE, {})
    pupil.take(prepare(read, SHAPE, ruled(read.sha256), [], Decided((), (("entities", "GPE", place, 0),), False)), "r")
    pupil.update("one", path)
    found, hidden = pupil.suggester(path).suggest(blank)
    assert not found
    assert [one.why for one in hidden] == ["“Raqqa” was rejected as GPE"]
    pupil.learn_deep("one", path)
    found, hidden = Suggester(load(path)).suggest(blank)
    assert not found, "and learning in depth keeps it so"


def test_a_document_decided_anew_takes_back_what_it_taught_or_says_that_it_cannot(tmp_path: Path) -> None:
    path = tmp_path / "model"
    pupil = pupil_with(0)
    pupil.update("one", path)
    again = replace(lesson(0), decided=Decided((), (), True))
    pupil.take(again, "other")
    assert pupil.update("two", path) == (["a0"], [])
    assert load(path).layers["entities"].memory.told("Blok", "ORG")[0] == 0
    stranger = pupil_with(0)
    assert stranger.update("three", path) == (["a0"], ["a0"])


def test_a_document_of_which_all_was_taken_back_takes_back_what_it_taught_or_says_that_it_cannot(
    tmp_path: Path,
) -> None:
    path = tmp_path / "model"
    pupil = pupil_with(0, 1)
    pupil.update("one", path)
    pupil.take(replace(lesson(0), decided=NOTHING), "")
    assert pupil.update("two", path, gone=["a0"]) == ([], [])
    kept = load(path)
    assert kept.layers["entities"].memory.told("Blok", "ORG")[0] == 2, "those of the other article"
    assert list(kept.lessons) == ["a1"]
    assert pupil.update("two", path, gone=["a0"]) == ([], []), "once"
    stranger = Pupil(SHAPE, {})
    assert stranger.update("three", path, gone=["a1"]) == ([], ["a1"]), "only learning in depth can"


def test_what_was_added_by_older_decisions_is_not_taken_back_from_a_model_that_knows_later_ones(
    tmp_path: Path,
) -> None:
    path = tmp_path / "model"
    pupil = pupil_with(0)
    pupil.update("one", path)
    fewer = replace(lesson(0), decided=Decided(lesson(0).decided.spans[:1], (), True))
    deep = Pupil(SHAPE, {})
    deep.take(fewer, "fewer")
    deep.learn_deep("two", path)
    pupil.take(replace(fewer, decided=Decided((), (), True)), "none")
    assert pupil.update("three", path) == (["a0"], ["a0"]), "what learning in depth added is not known here"


def test_what_was_decided_of_an_article_half_read_does_not_help_it_when_it_is_done(tmp_path: Path) -> None:
    whole, step_by_step = pupil_with(), pupil_with()
    half = replace(lesson(3), decided=Decided(lesson(3).decided.spans[:2], (), False))
    step_by_step.take(half, "half")
    step_by_step.update("half", tmp_path / "steps")
    for pupil, name in ((whole, "whole"), (step_by_step, "steps")):
        pupil.take(lesson(3), "digest 3")
        assert pupil.update("done", tmp_path / name)[0] == ["a3"]
    made, other = (load(tmp_path / name) for name in ("whole", "steps"))
    assert made.combiner == other.combiner
    assert made.layers["entities"].memory.counts == other.layers["entities"].memory.counts


def test_a_place_that_was_wrong_in_an_article_that_has_the_name_elsewhere_rejects_no_name() -> None:
    read, decided = article(0)
    start = read.text.index("Blok")
    first = ((start, start + 4),)
    one = prepare(read, SHAPE, [], [], Decided(decided.spans[2:4], (("entities", "GPE", first, 9),), False))
    assert decided_in(one, "entities", is_event=False)[-1] == ("Blok", "GPE", REJECTED, 9)
    dated = tuple(replace(span, label="ORG", at=7) for span in decided.spans[:2])
    two = prepare(read, SHAPE, [], [], Decided(dated, (("entities", "ORG", first, 9),), False))
    memory = Memory(is_event=False)
    for contribution in decided_in(two, "entities", is_event=False):
        remember(memory, contribution)
    assert memory.told("Blok", "ORG") == (2, 1, 0)
    assert not memory.is_refused("Blok", "ORG"), "twice it was right there"


def test_text_that_is_not_finished_is_no_negative() -> None:
    partial = lesson(0)
    partial = replace(partial, decided=Decided(partial.decided.spans[:1], (), False))
    model, _ = learn(Material(SHAPE, [lesson(number) for number in range(1, 7)], [partial]))
    assert model.layers["entities"].memory.told("Raqqa", "GPE") == (0, 0, 0)
    assert model.layers["entities"].memory.told("Blok", "ORG")[0] == 13
    assert ("GPE", "Raqqa") in shown(Suggester(model), 0)


def test_what_is_not_wanted_any_more_is_dropped_and_what_changed_is_missing() -> None:
    pupil = pupil_with(0, 1)
    assert digests_wanted(pupil, {"a0": "digest 0", "a1": "other", "a2": "digest 2"}) == ["a1", "a2"]
    assert digests_wanted(pupil, {"a1": "digest 1"}) == []
    assert list(pupil.documents) == ["a1"]


def by_wrong_rules(number: int) -> Prepared:
    """A lesson in which a rule finds the places, and takes the group for one at its first mention."""
    read, decided = article(number)
    start = read.text.index("Blok")
    places = [one.fragments for one in decided.spans if one.label == "GPE"] + [((start, start + 4),)]
    found = [
        Suggestion(
            suggestion_id(read.sha256, "entities", "GPE", place),
            "entities", "GPE", place, 0.97, Provenance("rules", "1", "x"),
        )
        for place in places
    ]  # fmt: skip
    return prepare(read, SHAPE, found, [], decided)


def test_the_rules_are_overruled_only_after_that_was_right_on_articles_not_seen(tmp_path: Path) -> None:
    few, _ = learn(Material(SHAPE, [by_wrong_rules(number) for number in range(4)]))
    many, _ = learn(Material(SHAPE, [by_wrong_rules(number) for number in range(12)]))
    assert few.layers["entities"].defers
    assert not many.layers["entities"].defers
    assert many.layers["events"].defers, "there the rules claim nothing, so there was nothing to gain"
    save(many, tmp_path / "model")
    again = load(tmp_path / "model").layers
    assert (again["entities"].defers, again["events"].defers) == (False, True)


def test_an_event_that_no_rule_found_has_the_factuality_that_the_rules_see_there(learned) -> None:
    read = document("De Blok valt Azaz misschien aan.", id="m")
    found, _ = Suggester(learned).suggest(prepare(read, SHAPE, [], [], NOTHING))
    (event,) = [one for one in found if one.is_event]
    assert event.attributes == {"factuality": "POSSIBLE"}


def heard(number: int, *, is_right: bool) -> Prepared:
    """News in which a pipeline claims a group: one that is there, whom nobody else can know, or a common word."""
    name = f"Q{chr(97 + number % 26)}{chr(98 + number // 2 % 24)}x"
    text = f"Dat zei {name} later, en de stoel bleef leeg."
    read = document(text, id=f"h{number}")
    there, chair = (8, 8 + len(name)), (text.index("stoel"), text.index("stoel") + 5)
    claimed = there if is_right else chair
    other = Suggestion(f"p{number}", "entities", "ORG", (claimed,), 0.75, Provenance("spacy:nl_news", "1", "ents"))
    decided = Decided((Known("k", "entities", "ORG", (there,), {}),), (), True)
    return replace(prepare(read, SHAPE, [], [], decided), others=(other,))


def test_a_pipeline_is_weighed_by_what_it_was_right_on_and_silenced_where_it_was_mostly_wrong() -> None:
    def claimed_by(learned: Learned, prepared: Prepared) -> tuple[list[str], list[str]]:
        shown, hidden = Suggester(learned).suggest(replace(prepared, decided=NOTHING), others=prepared.others)
        by = [one.provenance.rule for one in shown if one.id and "pipeline" in one.provenance.rule.split(":")[0]]
        return by, [one.why for one in hidden if "pipeline" in one.suggestion.provenance.rule.split(":")[0]]

    trusted, _ = learn(Material(SHAPE, [heard(number, is_right=True) for number in range(24)]))
    assert claimed_by(trusted, heard(60, is_right=True))[0], "the pipeline alone found it, and was right before"
    assert trusted.report["layers"]["entities"]["suggesters"]["pipeline"]["all"]["precision"] == 1
    doubted, _ = learn(Material(SHAPE, [heard(number, is_right=False) for number in range(24)]))
    shown, why = claimed_by(doubted, heard(60, is_right=False))
    assert shown == []
    assert why == ["pipeline was right on 0 of 24 held-out claims of ORG"]
    plain, _ = learn(Material(SHAPE, [replace(heard(number, is_right=True), others=()) for number in range(9)]))
    assert "pipeline" not in plain.report["layers"]["entities"]["suggesters"]


def test_pipelines_are_heard_as_the_scheme_names_it_and_those_that_are_gone_are_not(monkeypatch) -> None:
    read = document("Dat zei Qbcx later.")

    def found(name: str, *_: object, **__: object) -> list[Suggestion]:
        if name == "nl_gone":
            raise KnownError("A502", "it is not installed", "install it")
        return [Suggestion("p", "entities", "PER", ((8, 12),), 0.75, Provenance("spacy:nl_news", "1", "ents"))]

    monkeypatch.setattr(suggesting, "suggest_with", found)
    labels = {"entities": frozenset(["PERSON"])}
    (heard_of,) = suggesting.by_pipelines(read, ["nl_gone", "nl_news"], labels, ())
    assert (heard_of.label, heard_of.fragments) == ("PERSON", ((8, 12),))
