"""Simulation: a perfect annotator with a real worker, on articles in which one name comes back that no rule knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.nlp.client import WorkerClient
from annotator.services.schemes import load_builtin
from annotator.services.simulating import Settings, simulate

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
    report = simulate(SCHEME, gold, client.call, progress=lambda done, total: told.append((done, total)))
    first, last = report["points"]
    assert (first["first"], first["last"], last["first"], last["last"]) == (1, 10, 11, 12)
    assert report["spans"] == 4 * DOCUMENTS
    assert last["suggesters"]["rules"]["recall"] == 0.5
    assert last["suggesters"]["learned"]["recall"] == 1
    assert last["actions_per_span"] < first["actions_per_span"] < 2
    assert told[-1] == (DOCUMENTS, DOCUMENTS)


def test_documents_without_suggestions_cost_two_actions_a_span_or_one_key_more_for_all(
    client: WorkerClient, gold: Path
) -> None:
    report = simulate(SCHEME, gold, client.call, Settings(controls=1.0))
    assert report["points"][0]["controls"] == 10
    assert report["points"][0]["one_by_one_per_span"] == 2
    assert report["settings"]["controls"] == 1.0, "what was chosen stands in the report"


def test_planted_ones_cost_a_rejection_each(client: WorkerClient, gold: Path) -> None:
    plain = simulate(SCHEME, gold, client.call)
    planted = simulate(SCHEME, gold, client.call, Settings(planted=0.5))
    assert planted["points"][1]["actions"]["rejected"] > plain["points"][1]["actions"]["rejected"]


def test_a_file_without_documents_is_refused(client: WorkerClient, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        simulate(SCHEME, path, client.call)
    assert caught.value.code in ("A603", "A202", "A210")
