"""The parts of the learned suggester: tags, memory, combiner, choice, classifiers, figures."""

from __future__ import annotations

import math
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.suggestion import Provenance, Suggestion
from annotator.core.text import is_overlapping
from annotator.nlp.worker.learned import combiner, crf, linear
from annotator.nlp.worker.learned.candidates import Candidate, Near
from annotator.nlp.worker.learned.choosing import (
    LIKELY,
    NEVER,
    Scored,
    choose,
    cost,
    is_better,
    is_gain,
    is_no_worse,
    score,
    silences,
)
from annotator.nlp.worker.learned.figures import LayerFigures
from annotator.nlp.worker.learned.memory import ACCEPTED, PASSED, REJECTED, Memory, key_of
from annotator.nlp.worker.learned.passages import Passage, cues_of, spans_of, tags_of
from annotator.nlp.worker.learned.perceptron import Perceptron


def passage(text: str) -> Passage:
    ranges, position = [], 0
    for word in text.split(" "):
        ranges.append((position, position + len(word)))
        position += len(word) + 1
    return Passage(tuple(text.split(" ")), tuple(ranges))


# -- tags ---------------------------------------------------------------------------------------------------

LINE = passage("Troepen rukken dinsdag naar Deir al-Zor op .")


def test_spans_become_tags_and_tags_spans() -> None:
    tags = tags_of([LINE], [(((28, 39),), "GPE"), (((15, 22),), "DATE")])
    assert tags == [["O", "O", "B-DATE", "O", "B-GPE", "I-GPE", "O", "O"]]
    assert [(one.fragments, one.label) for one in spans_of(LINE, tags[0])] == [
        (((15, 22),), "DATE"),
        (((28, 39),), "GPE"),
    ]


def test_a_later_fragment_belongs_to_the_trigger_before_it() -> None:
    tags = tags_of([LINE], [(((8, 14), (40, 42)), "ADVANCE")])
    assert tags == [["O", "B-ADVANCE", "O", "O", "O", "O", "X", "O"]]
    (one,) = spans_of(LINE, tags[0])
    assert one.fragments == ((8, 14), (40, 42))
    assert one.words == (1, 6)


def test_a_span_off_the_words_edges_is_no_tag() -> None:
    assert tags_of([LINE], [(((1, 7),), "ORG")]) == [["O"] * 8]


def test_an_inside_without_its_beginning_begins_a_span_and_a_lone_x_is_none() -> None:
    assert [(one.label, one.words) for one in spans_of(LINE, ["O", "I-ORG", "I-ORG", "O", "X", "O", "O", "O"])] == [
        ("ORG", (1, 2, 4))
    ]
    assert spans_of(LINE, ["X", *["O"] * 7]) == []


@given(st.lists(st.sampled_from(["O", "B-A", "B-B"]), min_size=8, max_size=8))
def test_tags_of_single_words_survive_the_way_there_and_back(tags: list[str]) -> None:
    spans = [(one.fragments, one.label) for one in spans_of(LINE, tags)]
    assert tags_of([LINE], spans) == [tags]


def test_a_cue_that_cuts_a_word_is_marked() -> None:
    found = [Suggestion("g", "entities", "ORG", ((1, 5),), 0.9, Provenance("rules", "1", "r"))]
    assert cues_of([LINE], found)[0][0] == ("B-ORG~", "r")


# -- memory -------------------------------------------------------------------------------------------------


def test_where_times_are_unknown_a_rejected_name_stays_rejected_until_it_is_accepted_as_often() -> None:
    memory = Memory(is_event=False)
    memory.add("Noor", "PERSON", REJECTED)
    assert memory.is_refused("Noor", "PERSON")
    assert not memory.is_refused("Noor", "GPE")
    memory.add("Noor", "PERSON", ACCEPTED)
    assert not memory.is_refused("Noor", "PERSON")


def test_the_latest_decision_on_a_name_holds_however_often_it_was_decided_otherwise() -> None:
    memory = Memory(is_event=False)
    for at in (1, 2, 3):
        memory.add("Noor", "PERSON", ACCEPTED, at=at)
    memory.add("Noor", "PERSON", REJECTED, at=4)
    assert memory.is_refused("Noor", "PERSON"), "rejected last"
    memory.add("Noor", "PERSON", REJECTED, at=5)
    memory.add("Noor", "PERSON", ACCEPTED, at=6)
    again = Memory.from_json(memory.to_json())
    assert not again.is_refused("Noor", "PERSON"), "accepted again"
    assert not again.is_doubted("Noor", "PERSON")
    again.add("Noor", "PERSON", ACCEPTED, -1, at=6)
    assert again.is_refused("Noor", "PERSON"), "and that was taken back"


def test_rejections_before_it_was_accepted_again_do_not_doubt_a_name_those_after_do() -> None:
    memory = Memory(is_event=False)
    for at in (1, 2, 3):
        memory.add("Noor", "PERSON", REJECTED, at=at)
    assert memory.is_doubted("Noor", "PERSON")
    memory.add("Noor", "PERSON", ACCEPTED, at=4)
    assert not memory.is_doubted("Noor", "PERSON")


def test_memory_proposes_what_was_mostly_accepted_the_longest_first() -> None:
    memory = Memory(is_event=False)
    memory.add("Deir", "PERSON", ACCEPTED)
    memory.add("Deir al-Zor", "GPE", ACCEPTED)
    memory.add("naar", "GPE", ACCEPTED)
    memory.add("naar", "GPE", PASSED)
    assert list(memory.proposals(LINE)) == [(((28, 39),), "GPE", 1.0)]


def test_memory_finds_names_whose_first_word_has_a_hyphen_at_which_tokens_end() -> None:
    memory = Memory(is_event=False)
    names = ("al-Nusra", "Al-Bunyan al-Marsous", "Oost-Ghouta", "F-16's", "N'Djamena", "’s-Hertogenbosch")
    for name in names:
        memory.add(name, "ORG", ACCEPTED)
    for name in names:
        words = [word for word in re.split(r"(\W)", name) if word.strip()] if name != "N'Djamena" else [name]
        ranges, position = [], 0
        for word in words:
            position = name.index(word, position)
            ranges.append((position, position + len(word)))
            position += len(word)
        found = list(memory.proposals(Passage(tuple(words), tuple(ranges))))
        assert found == [(((0, len(name)),), "ORG", 1.0)], name


def test_memory_proposes_names_in_other_spellings_of_which_nothing_was_decided() -> None:
    memory = Memory(is_event=False)
    memory.add("Deir al-Zor", "GPE", ACCEPTED)
    line = passage("In DEIR AL-ZOR en Deir Ezzor is Deir Hafer ver weg van deir al-zor")
    found = [(line.ranges.index((start, start + 4)), label) for ((start, _),), label, _ in memory.proposals(line)]
    assert found == [(1, "GPE"), (4, "GPE")], "from capital to capital"
    memory.add("DEIR AL-ZOR", "GPE", PASSED)
    assert len(list(memory.proposals(line))) == 1, "left unlabelled in a finished article"
    memory.add("Deir al-Zor", "ORG", ACCEPTED, 3)
    assert [label for _, label, _ in memory.proposals(line)] == ["ORG"]
    memory.add("Deir-al-Zor", "GPE", ACCEPTED)
    assert list(memory.proposals(line)) == [], "its spellings do not agree"


def test_memory_finds_a_trigger_in_two_parts_whatever_its_case() -> None:
    memory = Memory(is_event=True)
    memory.add(key_of("Rukken zij op", ((0, 6), (11, 13)), is_event=True), "ADVANCE", ACCEPTED)
    assert list(memory.proposals(LINE)) == [(((8, 14), (40, 42)), "ADVANCE", 1.0)]


def test_other_spellings_of_a_name_speak_for_it() -> None:
    memory = Memory(is_event=False)
    memory.add("Kafr Nabuda", "GPE", ACCEPTED)
    assert memory.variants("Kefr Naboeda", "GPE") == 1
    assert memory.variants("Kafr Nabuda", "GPE") == 0
    assert memory.variants("Raqqa", "GPE") == 0


def test_memory_survives_json_and_forgets_what_is_taken_back() -> None:
    memory = Memory(is_event=False)
    memory.add("Raqqa", "GPE", ACCEPTED, 2)
    memory.add("Raqqa", "GPE", REJECTED)
    again = Memory.from_json(memory.to_json())
    assert again.told("Raqqa", "GPE") == (2, 1, 0)
    again.add("Raqqa", "GPE", ACCEPTED, -2)
    assert again.is_refused("Raqqa", "GPE")


# -- the combiner -------------------------------------------------------------------------------------------


def drawn(seed: int, count: int) -> list[tuple[int, dict[str, float], bool]]:
    """Claims of two voters, of which the tagger is right four times in five and the rules one in four."""
    chance = random.Random(seed)
    rows = []
    for index in range(count):
        voter, share = chance.choice([("crf", 0.8), ("rules", 0.25)])
        rows.append((index // 20, {"bias": 1.0, voter: 1.0, "alone": 1.0}, chance.random() < share))
    return rows


def test_without_rows_the_combiner_is_the_prior() -> None:
    assert combiner.fit([]).weights == dict(combiner.PRIOR)
    both = combiner.Combiner().chance({"rules": 1.0, "rules:score": 1.0, "crf": 1.0, "crf:score": 1.0})
    assert both > combiner.Combiner().chance({"rules": 1.0, "rules:score": 1.0, "no crf": 1.0})


def test_scores_say_how_often_they_are_right() -> None:
    rows = drawn(1, 2_000)
    model = combiner.fit([(evidence, right) for _, evidence, right in rows])
    assert model.chance({"bias": 1.0, "crf": 1.0, "alone": 1.0}) == pytest.approx(0.8, abs=0.04)
    assert model.chance({"bias": 1.0, "rules": 1.0, "alone": 1.0}) == pytest.approx(0.25, abs=0.04)
    chances = combiner.cross_fitted(rows)
    error, bins = combiner.reliability(list(zip(chances, [right for _, _, right in rows], strict=True)))
    assert error < 0.05
    assert sum(one.count for one in bins) == 2_000


def test_later_rows_move_the_combiner_less_the_more_came_before() -> None:
    known = combiner.fit([(evidence, right) for _, evidence, right in drawn(1, 2_000)])
    against = [({"bias": 1.0, "crf": 1.0, "alone": 1.0}, False)] * 10
    evidence = {"bias": 1.0, "crf": 1.0, "alone": 1.0}
    assert 0.7 < combiner.fit(against, known).chance(evidence) < known.chance(evidence)
    assert combiner.fit(against).chance(evidence) < 0.4


def test_reliability_of_sure_but_wrong_scores_is_poor() -> None:
    error, _ = combiner.reliability([(0.9, False)] * 10)
    assert error == pytest.approx(0.9)
    assert combiner.reliability([]) == (0.0, [])


# -- choice -------------------------------------------------------------------------------------------------


def candidate(start: int, end: int, label: str, **claims: float) -> Candidate:
    return Candidate("entities", label, ((start, end),), dict(claims), key=f"text{start}")


def test_hidden_ones_have_their_reason() -> None:
    memory = Memory(is_event=False)
    memory.add("text20", "GPE", REJECTED)
    scored = [
        (candidate(0, 5, "GPE", crf=0.9), 0.9),
        (candidate(3, 8, "ORG", rules=0.9), 0.8),
        (candidate(10, 15, "ORG", rules=0.9), 0.1),
        (candidate(20, 25, "GPE", crf=0.9), 0.95),
        (candidate(30, 35, "LOC", crf=0.9), 0.95),
        (candidate(40, 45, "LOC", crf=0.9, rules=0.5), 0.95),
        (candidate(50, 55, "LOC", rules=0.5), 0.4996),
    ]
    why = {
        one.candidate.fragments[0][0]: one.why_hidden
        for one in choose(scored, memory, {"crf LOC": "crf was wrong"}, is_flat=True)
    }
    assert why[0] == ""
    assert why[3] == "GPE “text0” is likelier there"
    assert why[50] == "too unlikely: 0.49 where 0.5 is shown", "not 0.50, which is"
    assert "unlikely" in why[10]
    assert "rejected as GPE" in why[20]
    assert why[30] == "crf was wrong"
    assert why[40] == "", "a voter that may speak still speaks"


def test_before_it_is_earned_what_the_rules_found_neither_falls_nor_gives_way() -> None:
    memory = Memory(is_event=False)
    memory.add("text20", "GPE", PASSED, 2)
    scored = [
        (candidate(0, 5, "GPE", crf=0.9), 0.9),
        (candidate(3, 8, "ORG", rules=0.9), 0.4),
        (candidate(10, 15, "ORG", rules=0.9), 0.1),
        (candidate(20, 25, "GPE", rules=0.9), 0.1),
        (candidate(30, 35, "LOC", crf=0.9), 0.1),
        (candidate(40, 45, "LOC", crf=0.9), 0.9),
        (candidate(50, 55, "LOC", crf=0.9), 0.4),
    ]

    def starts(*, defers: bool, least: float = LIKELY) -> list[int]:
        found = choose(scored, memory, {}, is_flat=True, defers=defers, least=least)
        return sorted(one.candidate.fragments[0][0] for one in found if not one.why_hidden)

    found = choose(scored, memory, {}, is_flat=True, defers=True)
    (told,) = (one.why_hidden for one in found if one.candidate.fragments[0][0] == 0)
    assert told == "ORG “text3” is what the rules find there", "not likelier: it is less likely"
    assert starts(defers=False) == [0, 40]
    assert starts(defers=True, least=NEVER) == [3, 10]
    assert starts(defers=True, least=LIKELY) == [3, 10, 40], "but a string passed over twice has spoken for itself"


def test_where_a_span_is_likely_there_the_likeliest_label_is_shown_unless_the_rules_are_deferred_to() -> None:
    scored = [(candidate(0, 5, label, crf=0.9), chance) for label, chance in (("GPE", 0.3), ("ORG", 0.2))]
    for one, _ in scored:
        one.there = 0.5
    for defers, shown in ((False, ["GPE"]), (True, [])):
        found = choose(scored, Memory(is_event=False), {}, is_flat=True, defers=defers)
        assert [one.candidate.label for one in found if not one.why_hidden] == shown


def test_that_a_span_is_surely_there_shows_it_and_leaves_its_score_alone() -> None:
    ones = [candidate(0, 5, label, crf=0.5) for label in ("GPE", "LOC")]
    labels = combiner.Combiner({"entities/GPE": math.log(0.44 / 0.56), "entities/LOC": math.log(0.2 / 0.8)})
    places = combiner.Combiner({"bias": math.log(0.95 / 0.05)})
    memory = Memory(is_event=False)
    scored = score(ones, labels, memory, finished=9, voters=(), places=places)
    assert [(one.label, round(chance, 2), round(one.there, 2)) for one, chance in scored] == [
        ("GPE", 0.44, 0.95), ("LOC", 0.2, 0.95),
    ]  # fmt: skip
    shown = [one for one in choose(scored, memory, {}, is_flat=True) if not one.why_hidden]
    assert [(one.candidate.label, round(one.chance, 2)) for one in shown] == [("GPE", 0.44)]


def test_a_wrong_label_costs_less_than_a_span_that_is_not_shown() -> None:
    gold = [(((0, 5),), "GPE"), (((10, 15),), "ORG")]

    def costs(*shown: tuple[int, int, str, float]) -> float:
        return cost([Scored(candidate(start, end, label), chance) for start, end, label, chance in shown], gold)

    assert costs((0, 5, "GPE", 0.9), (10, 15, "ORG", 0.9)) == 0
    assert costs((0, 5, "GPE", 0.4), (10, 15, "ORG", 0.9)) == 0.5, "one key to take it up"
    assert costs((0, 5, "LOC", 0.9), (10, 15, "ORG", 0.9)) == 0.5, "one for the label"
    assert costs((0, 4, "GPE", 0.9), (10, 15, "ORG", 0.9)) == 1, "two for an edge"
    assert costs((10, 15, "ORG", 0.9)) == 1, "two for what is missing"
    assert costs((10, 15, "ORG", 0.9), (20, 25, "ORG", 0.9)) == 1.5, "one more for what is wrong"
    assert cost([], []) == 0


def test_what_saves_actions_by_more_mistakes_is_not_better() -> None:
    rules = [(0.5, 0.2)] * 6
    assert is_better([(0.4, 0.1)] * 6, rules)
    assert not is_better([(0.4, 0.2)] * 6, rules)
    assert not is_better([(0.5, 0.1)] * 6, rules)
    assert is_no_worse(rules, rules)
    assert not is_no_worse([(0.4, 0.3)] * 6, rules)
    assert not is_no_worse([(0.6, 0.1)] * 6, rules)


def test_gains_count_by_document_and_only_beyond_their_standard_error() -> None:
    assert is_gain([1, 0, 2, 1, 1])
    assert not is_gain([1, 0, 2, 1]), "too few documents"
    assert not is_gain([0, 0, 0, 0, 0])
    assert not is_gain([9, -1, -1, 0, -1, 0]), "one article gained, the others lost"


def test_a_string_is_doubted_after_it_was_passed_over_more_often_than_once_and_than_accepted() -> None:
    memory = Memory(is_event=False)
    memory.add("Raqqa", "GPE", PASSED)
    assert not memory.is_doubted("Raqqa", "GPE")
    memory.add("Raqqa", "GPE", PASSED)
    assert memory.is_doubted("Raqqa", "GPE")
    memory.add("Raqqa", "GPE", ACCEPTED, 2)
    assert not memory.is_doubted("Raqqa", "GPE")


def test_a_trigger_is_doubted_after_it_was_passed_over_more_than_twice_as_often_as_accepted() -> None:
    memory = Memory(is_event=True)
    memory.add("beschoten", "ATTACK", PASSED, 2)
    assert not memory.is_doubted("beschoten", "ATTACK"), "what stands around it may have told against it"
    memory.add("beschoten", "ATTACK", PASSED)
    assert memory.is_doubted("beschoten", "ATTACK")
    memory.add("beschoten", "ATTACK", ACCEPTED, 2)
    assert not memory.is_doubted("beschoten", "ATTACK")


def test_a_voter_is_silenced_where_it_is_too_often_wrong_and_was_often_enough_asked() -> None:
    wrong = [(index, candidate(0, 5, "ORG", crf=0.9), index < 1) for index in range(8)]
    assert list(silences(wrong)) == ["crf ORG"]
    assert not silences(wrong[:7])
    assert not silences([(index, candidate(0, 5, "ORG", crf=0.9), index < 4) for index in range(8)])


def test_one_article_full_of_wrong_claims_silences_nobody() -> None:
    one = [(0, candidate(0, 5, "ORG", crf=0.9), False)] * 40
    others = [(index, candidate(0, 5, "ORG", crf=0.9), index % 2 == 0) for index in range(1, 9)]
    assert not silences([*one, *others])


# -- learners -----------------------------------------------------------------------------------------------

EXAMPLES = [
    ([["w=in"], ["w=raqqa", "c"], ["w=zegt"], ["w=assad", "c"]], ["O", "B-GPE", "O", "B-PERSON"]),
    ([["w=in"], ["w=homs", "c"]], ["O", "B-GPE"]),
    ([["w=zegt"], ["w=poetin", "c"]], ["O", "B-PERSON"]),
]


def with_before(rows: list[list[str]]) -> list[list[str]]:
    return [[*row, f"b={rows[index - 1][0] if index else '^'}"] for index, row in enumerate(rows)]


def test_the_fast_learner_learns_and_generalises_and_never_breaks_iob() -> None:
    learner = Perceptron(["O", "B-GPE", "I-GPE", "B-PERSON", "I-PERSON"])
    for _ in range(5):
        for rows, tags in EXAMPLES:
            learner.learn(learner.numbers_of(with_before(rows), is_new=True), tags)
    tags, sure = learner.tag(with_before([["w=in"], ["w=idlib", "c"]]))
    assert tags == ["O", "B-GPE"]
    assert all(0 <= one <= 1 for one in sure)
    for rows in ([["x"]] * 4, [["w=raqqa", "c"]] * 4):
        tags, _ = learner.tag(rows)
        assert all(
            after[0] != "I" or before[2:] == after[2:] for before, after in zip(["O", *tags], tags, strict=False)
        )


def test_the_tagger_learns_from_bytes_alone_and_says_how_likely() -> None:
    examples = [(with_before(rows), tags) for rows, tags in EXAMPLES * 5]
    tagger = crf.Tagger(crf.train(examples, crf.DEEP))
    rows = with_before([["w=zegt"], ["w=obama", "c"]])
    assert tagger.tag(rows) == ["O", "B-PERSON"]
    assert 0.5 < tagger.chances([1], ["O", "B-PERSON"]) <= 1
    assert tagger.chance(0, "B-UNKNOWN") == 0.0


def test_a_tagger_without_examples_tags_nothing() -> None:
    assert crf.train([], crf.DEEP) == b""
    assert crf.Tagger(b"").tag([["a"], ["b"]]) == ["O", "O"]


def test_the_classifier_is_the_same_each_time_and_survives_json() -> None:
    examples = [([f"p={word}", "1"], role) for word, role in [("in", "PLACE"), ("door", "AGENT"), ("met", "")] * 4]
    one, other = linear.train(examples), linear.train(examples)
    assert one.to_json() == other.to_json()
    again = linear.Linear.from_json(one.to_json())
    assert again.best(["p=door", "1"])[0] == "AGENT"
    assert math.isclose(sum(1 for _ in again.classes), 3)
    assert linear.Linear().best(["p=in"]) == ("", 0.0)
    assert linear.train([]).best(["p=in"]) == ("", 0.0)
    assert linear.train([(["1"], "AGENT")] * 3).best(["2"]) == ("AGENT", 1.0)


def test_the_classifier_takes_any_word_for_a_feature_and_says_how_likely_a_class_is() -> None:
    odd = ["w=-->", "w=(0) a --> b: 1.0", "w=\n", "w=😀", "w=a:b", "w=", 'w="', "w=\x00"]
    examples = [([name, "1"], role) for name, role in zip(odd, "ABABABAB", strict=True)] * 20
    model = linear.train(examples)
    for name, role in zip(odd, "ABABABAB", strict=True):
        found, chance = model.best([name, "1"])
        assert found == role, name
        assert 0.8 < chance < 1.0
    told = linear.train([(["1"], "A")] * 30 + [(["1"], "B")] * 10)
    assert 0.7 < told.best(["1"])[1] < 0.8, "three in four, as it was met"


def test_figures_count_by_label_and_tell_what_was_taken_for_what() -> None:
    figures = LayerFigures()
    gold = [(((0, 5),), "GPE"), (((10, 15),), "ORG"), (((20, 25),), "ORG")]
    proposed = [(((0, 5),), "GPE"), (((10, 14),), "GPE"), (((40, 45),), "ORG")]
    figures.add("combined", gold, proposed)
    figures.add_confusion(gold, proposed)
    value = figures.to_json()
    assert value["suggesters"]["combined"]["all"]["f1"] == pytest.approx(1 / 3)
    assert value["suggesters"]["combined"]["labels"]["ORG"]["precision"] == 0
    assert ["ORG", "GPE", 1] in value["confusion"]
    assert ["ORG", "–", 1] in value["confusion"]
    assert ["–", "ORG", 1] in value["confusion"]


def test_which_numbers_documents_have_does_not_matter_for_folds() -> None:
    rows = drawn(5, 1_000)
    apart = [(5 * document + 4, evidence, right) for document, evidence, right in rows]
    assert combiner.cross_fitted(apart) == combiner.cross_fitted(rows)
    assert set(combiner.folds_of((4, 9, 14, 19, 24), 5).values()) == set(range(5))
    prior = combiner.Combiner()
    assert all(
        chance != prior.chance(evidence)
        for chance, (_, evidence, _) in zip(combiner.cross_fitted(apart), apart, strict=True)
    )


def test_one_long_list_of_names_does_not_outweigh_the_articles() -> None:
    articles = [(index, {"bias": 1.0, "crf": 1.0}, True) for index in range(40) for _ in range(20)]
    results = [(99, {"bias": 1.0, "crf": 1.0}, False)] * 1_000
    kept = combiner.evened([*articles, *results])
    assert len(kept) == 800 + combiner.MOST_OF_ONE
    assert combiner.fit(kept).chance({"bias": 1.0, "crf": 1.0}) > 0.8


def test_candidates_close_by_are_found_without_asking_all_of_a_long_document() -> None:
    chance = random.Random(7)
    ones = []
    for number in range(2_000):
        start = chance.randrange(100_000)
        place = ((start, start + chance.randrange(1, 150)),)
        if number % 9 == 0:
            place = (*place, (place[0][1] + 40, place[0][1] + 45))
        ones.append(Candidate("entities", "GPE", place))
    near = Near(ones)
    for one in ones[::20]:
        around = near.around(one.fragments)
        assert [id(other) for other in ones if is_overlapping(other.fragments, one.fragments)] == [
            id(other) for other in around if is_overlapping(other.fragments, one.fragments)
        ], "all of them, in their order"
        assert len(around) < 40
