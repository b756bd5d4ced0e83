"""How the tagger of a layer is trained by how much there is to learn from: stages, folds, and by which algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.nlp.worker.learned import crf, sequences
from annotator.nlp.worker.learned.passages import Passage
from annotator.nlp.worker.learned.sequences import Reading
from annotator.nlp.worker.learned.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = {"Homs": "GPE", "Reuters": "ORG", "Hassan": "PERSON", "Eufraat": "LOC"}
WORDS = 3  # of one document


def reading(name: str, label: str) -> Reading:
    words = ("In", name, ".")
    passage = Passage(words, ((0, 2), (3, 3 + len(name)), (3 + len(name), 4 + len(name))))
    return Reading((passage,), [[("O", "")] * WORDS], [["O", f"B-{label}", "O"]])


def trained(labels: int, monkeypatch: pytest.MonkeyPatch) -> tuple[sequences.Trained, list[Mapping[str, Any]]]:
    """What is learned from ten documents with so many labels, and with which settings, one a training set."""
    used: list[Mapping[str, Any]] = []

    class Recorded(crf.Training):
        def __init__(self, settings: Mapping[str, Any]) -> None:
            used.append(settings)
            super().__init__(settings)

    monkeypatch.setattr(crf, "Training", Recorded)
    named = list(NAMES.items())[:labels]
    readings = [reading(*named[number % labels]) for number in range(10)]
    statistics = Statistics()
    for one in readings:
        statistics.add(one.passages, one.cues)
    features = sequences.features_for(statistics, sum(one.words for one in readings))
    return sequences.train(features, readings, is_judged=True), used


def test_of_few_words_every_document_is_judged_by_a_model_that_has_not_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found, used = trained(2, monkeypatch)
    assert used == [crf.DEEP]
    assert sorted(found.held) == list(range(10))
    assert found.model.votes is None


def test_of_many_words_a_second_stage_sees_how_names_were_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "VOTING", 20)
    found, used = trained(2, monkeypatch)
    assert used == [crf.AVERAGED, crf.DEEP]
    assert found.model.votes is not None
    assert found.model.votes.corpus["Homs"][0] == "B-GPE"
    assert sorted(found.held) == [6, 7, 8, 9]


def test_with_many_tags_one_stage_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "VOTING", 20)
    monkeypatch.setattr(sequences, "FEW_TAGS", 3)
    found, used = trained(4, monkeypatch)
    assert used == [crf.DEEP]
    assert (found.model.first, found.model.votes) == (b"", None)
    assert sorted(found.held) == [8, 9]


@pytest.mark.parametrize(
    ("limits", "settings"),
    [
        ({"MANY_TAGS": 4}, crf.PASSIVE),  # five tags: four labels and O
        ({"EXACT": 10 * WORDS * 5**2 - 1}, crf.PASSIVE),
        ({"EXACT": 10 * WORDS * 5**2}, crf.DEEP),
        ({"LARGE": 10 * WORDS}, crf.SPARSE),
    ],
)
def test_what_would_take_too_long_exactly_is_learned_passively(
    limits: dict[str, int], settings: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(sequences, name, value)
    _, used = trained(4, monkeypatch)
    assert used == [settings]


@pytest.mark.parametrize(
    ("documents", "words", "tags", "expected"),
    [
        (50, 30_000, 9, (10, 10)),
        (50, 18_000, 27, (10, 10)),
        (100, 36_000, 27, (10, 5)),
        (100, 70_000, 9, (10, 4)),
        (200, 72_000, 27, (10, 2)),
        (500, 200_000, 9, (5, 1)),
        (3, 24_000, 27, (3, 3)),  # no part without a document
        (0, 0, 1, (1, 1)),
    ],
)
def test_the_more_there_is_the_smaller_a_share_is_judged(documents, words, tags, expected) -> None:
    assert sequences._judged(documents, words, tags) == expected
