"""Simulation: a perfect annotator with a real worker, on articles in which one name comes back that no rule knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.nlp.client import WorkerClient
from annotator.services.schemes import load_builtin
from annotator.services.simulated_orders import Met, slope, slope_against, work_in_orders
from annotator.services.simulating import NAMES, Settings, read_work, work_through

SCHEME = load_builtin("conflict-nl")
PLACES = ("Raqqa", "Homs", "Idlib", "Hama", "Aleppo", "Palmyra", "Tabqa")
DOCUMENTS = 12


@pytest.fixture(scope="module")
def client():
    with WorkerClient() as one:
        yield one


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = []
    for number in range(DOCUMENTS):
        place = PLACES[number % len(PLACES)]
        text = f"Nieuws {number}. De zwarte kubus stond in {place}. Niemand zag de zwarte kubus in {place} komen."
        spans = []
        for word, label in (("zwarte kubus", "WEAPON"), (place, "GPE")):
            start = text.find(word)
            while start >= 0:
                spans.append({"layer": "entities", "label": label, "fragments": [[start, start + len(word)]]})
                start = text.find(word, start + 1)
        lines.append(json.dumps({"id": f"n{number}", "text": text, "spans": spans, "status": "done"}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_no_rule_knows_is_found_once_it_was_decided(client: WorkerClient, gold: Path) -> None:
    told: list[tuple[int, int]] = []
    work = read_work(gold, client.call)
    report = work_through(SCHEME, work, client.call, progress=lambda done, total: told.append((done, total)))
    first, last = report["points"]
    assert (first["first"], first["last"], last["first"], last["last"]) == (1, 10, 11, 12)
    assert report["spans"] == 4 * DOCUMENTS
    assert last["suggesters"]["rules"]["recall"] == 0.5
    assert last["suggesters"]["learned"]["recall"] == 1
    assert last["actions_per_span"] < first["actions_per_span"] < 2
    for row in (first, last):
        assert set(row["actions_per_span_by"]) == set(NAMES), "what each of them alone would have cost"
        part = report["each"][row["first"] - 1 : row["last"]]
        for name, cost in row["actions_per_span_by"].items():
            assert cost == sum(one["actions"][name] for one in part) / row["spans"]
        assert row["actions_per_span_by"]["learned"] == row["actions_per_span"]
    assert told[-1] == (DOCUMENTS, DOCUMENTS)


def test_documents_without_suggestions_cost_two_actions_a_span_or_one_key_more_for_all(
    client: WorkerClient, gold: Path
) -> None:
    report = work_through(SCHEME, read_work(gold, client.call), client.call, Settings(controls=1.0))
    assert report["points"][0]["controls"] == 10
    assert report["points"][0]["one_by_one_per_span"] == 2
    assert report["settings"]["controls"] == 1.0, "what was chosen stands in the report"


def test_planted_ones_cost_a_rejection_each(client: WorkerClient, gold: Path) -> None:
    plain = work_through(SCHEME, read_work(gold, client.call), client.call)
    planted = work_through(SCHEME, read_work(gold, client.call), client.call, Settings(planted=0.5))
    assert planted["points"][1]["actions"]["rejected"] > plain["points"][1]["actions"]["rejected"]


def test_a_file_without_documents_is_refused(client: WorkerClient, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        work_through(SCHEME, read_work(path, client.call), client.call)
    assert caught.value.code in ("A603", "A202", "A210")


def test_in_several_orders_the_cost_by_position_is_told_for_all_suggesters(client: WorkerClient, gold: Path) -> None:
    told: list[tuple[int, int]] = []
    work = read_work(gold, client.call)
    report = work_in_orders(
        SCHEME, work, client.call, Settings(seed=3), orders=2, progress=lambda done, total: told.append((done, total))
    )
    assert report["seeds"] == [3, 4]
    first, last = report["points"]
    assert (first["first"], first["last"], last["first"], last["last"]) == (1, 10, 11, 12)
    assert first["spans"] + last["spans"] == 2 * 4 * DOCUMENTS
    assert last["actions_per_span"]["learned"] < last["actions_per_span"]["rules"]
    assert report["slopes"]["rules"] == {"per_ten": 0, "low": 0, "high": 0}, "the rules learn nothing"
    assert report["slopes"]["learned"]["per_ten"] < 0
    orders = [[one["document"] for one in run["each"]] for run in report["runs"]]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1])
    assert told[-1] == (2 * DOCUMENTS, 2 * DOCUMENTS)


def test_known_strings_are_labelled_again_and_cost_nothing_more(client: WorkerClient, gold: Path) -> None:
    each = work_through(SCHEME, read_work(gold, client.call), client.call)["each"]
    assert set(each[0]["actions"]) == set(NAMES)
    assert each[0]["actions"]["strings"] > each[-1]["actions"]["strings"] == 1, "one key takes all of them"


def test_hard_documents_at_the_end_are_no_trend_and_easier_ones_with_time_are() -> None:
    hard = [Met("easy", 0, 10, {"a": 1}), Met("easy", 1, 10, {"a": 1}), Met("hard", 9, 10, {"a": 20})]
    assert slope(hard, "a") == {"per_ten": 0, "low": 0, "high": 0}
    better = [Met(name, before, 10, {"a": 20 - before}) for name in "abc" for before in (0, 5, 10)]
    assert slope(better, "a") == {"per_ten": -1, "low": -1, "high": -1}, "a tenth of an action for each document"


def test_what_is_saved_against_the_rules_needs_no_second_order() -> None:
    level = {"low": 0, "high": 0, "per_ten": 0}
    met = [Met(str(n), n, 10, {"rules": 10 + n % 3, "a": 10 + n % 3 - n, "b": 12 + n % 3}) for n in range(12)]
    assert slope_against(met, "a", "rules") == pytest.approx({"per_ten": -1, "low": -1, "high": -1})
    assert slope_against(met, "b", "rules") == pytest.approx(level), "dearer, and always as much"
    assert slope_against([], "a", "rules") == level
