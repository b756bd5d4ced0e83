"""The report as a whole: its structure, its intervals, its progress, and what it refuses."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from annotator.agreement.bootstrap import Resampler
from annotator.agreement.material import Article, Material, Reading
from annotator.agreement.report import agreement, gamma_by_document
from annotator.agreement.tallies import f1
from annotator.core.compare import FEW_DOCUMENTS
from annotator.core.tokens import Tokens
from tests.bench.agreement_speed import made
from tests.unit.agreement.desk import event, material, span

FIGURE = {"value", "low", "high", "n", "undefined"}
PAIR = {
    *("a", "b", "documents", "spans", "found_f1", "exact_f1", "overlap_f1", "boundary", "kappa", "alpha", "ac1"),
    *("percent", "coverage", "alpha_u", "labels", "confusion", "per_document", "groups", "warnings"),
}


def figures_in(value: Any) -> list[dict[str, Any]]:
    """Every figure, however deep."""
    if isinstance(value, dict):
        if set(value) == FIGURE:
            return [value]
        return [figure for part in value.values() for figure in figures_in(part)]
    return [figure for part in value for figure in figures_in(part)] if isinstance(value, list) else []


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return agreement(made(30, 3, seed=2), samples=200)


def test_structure(report: dict[str, Any]) -> None:
    layer = report["layers"]["entities"]
    assert [(pair["a"][-1], pair["b"][-1]) for pair in layer["pairs"]] == [("0", "1"), ("0", "2"), ("1", "2")]
    assert all(set(pair) == PAIR for pair in layer["pairs"])
    assert layer["overall"]["documents"] == 30
    assert (report["seed"], report["samples"]) == (0, 200)


def test_every_figure_has_a_value_in_its_interval(report: dict[str, Any]) -> None:
    found = figures_in(report)
    assert len(found) > 100
    for figure in found:
        assert figure["undefined"] is None
        assert figure["low"] - 1e-9 <= figure["high"]
        assert figure["low"] - 0.2 <= figure["value"] <= figure["high"] + 0.2


def test_it_is_json_and_the_seed_fixes_it(report: dict[str, Any]) -> None:
    text = json.dumps(report, allow_nan=False)
    assert json.dumps(agreement(made(30, 3, seed=2), samples=200), allow_nan=False) == text
    assert json.dumps(agreement(made(30, 3, seed=2), samples=200, seed=1), allow_nan=False) != text


def test_few_documents_are_warned_of() -> None:
    few = agreement(made(FEW_DOCUMENTS - 1, 2, seed=3), samples=10)["layers"]["entities"]
    many = agreement(made(FEW_DOCUMENTS, 2, seed=3), samples=10)["layers"]["entities"]
    assert "19 documents" in few["pairs"][0]["warnings"][0]
    assert few["overall"]["warnings"]
    assert many["pairs"][0]["warnings"] == many["overall"]["warnings"] == []


def test_progress_counts_up_to_the_end_and_may_stop_the_work() -> None:
    seen: list[tuple[int, int, str]] = []
    found = made(3, 3, seed=4)
    agreement(found, samples=5, progress=lambda done, total, what: seen.append((done, total, what)))
    assert [done for done, _, _ in seen] == list(range(6))
    assert {total for _, total, _ in seen} == {5}

    class CancelledError(Exception):
        pass

    def stop(done: int, total: int, what: str) -> None:
        if done == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        agreement(found, samples=5, progress=stop)


def test_annotators_and_layers_can_be_chosen() -> None:
    found = material(
        {who: {"d1": [span("zondag", "TIME"), event(["rukken", "op"], "ADVANCE")]} for who in ("anna", "bram", "cees")}
    )
    chosen = agreement(found, annotators=["cees", "anna"], layers=["events"], samples=5)
    assert list(chosen["layers"]) == ["events"]
    assert [(pair["a"], pair["b"]) for pair in chosen["layers"]["events"]["pairs"]] == [("cees", "anna")]
    assert list(agreement(found, samples=5)["layers"]) == ["entities", "events"]
    with pytest.raises(ValueError, match="dirk"):
        agreement(found, annotators=["anna", "dirk"])


def test_one_annotator_alone_has_no_pairs_and_reasons_for_figures() -> None:
    layer = agreement(material({"anna": {"d1": [span("zondag", "TIME")]}}), samples=5)["layers"]["entities"]
    assert layer["pairs"] == []
    found = figures_in(layer["overall"])
    assert {(figure["value"], figure["low"], figure["high"]) for figure in found} == {(None, None, None)}
    assert [figure for figure in found if not figure["undefined"]] == []


def test_contradictory_material_is_refused() -> None:
    one = Article("d1", "tekst", Tokens(((0, 5),)))
    with pytest.raises(ValueError, match="unknown article"):
        Material([one], [Reading("anna", "d2")])
    with pytest.raises(ValueError, match="two readings"):
        Material([one], [Reading("anna", "d1"), Reading("anna", "d1")])


def test_the_interval_narrows_with_more_documents() -> None:
    def width(documents: int) -> float:
        random = np.random.default_rng(1)
        table = np.column_stack([random.integers(3, 10, documents), np.full(documents, 20)]).astype(float)
        resampler = Resampler(documents)
        figure = resampler.figure(table, f1, n=1, why="")
        resampler.finish()
        return float(figure["high"] - figure["low"])

    assert width(400) < width(25) / 2


def test_batches_of_resamples_give_the_same_intervals_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def bounds() -> tuple[float, float]:
        table = np.column_stack([np.arange(50.0), np.full(50, 100.0)])
        resampler = Resampler(50, samples=300)
        figure = resampler.figure(table, f1, n=1, why="")
        resampler.finish()
        return figure["low"], figure["high"]

    whole = bounds()
    monkeypatch.setattr("annotator.agreement.bootstrap.LARGEST_BATCH", 500)
    assert bounds() == pytest.approx(whole)


def test_one_document_has_a_value_and_no_interval() -> None:
    resampler = Resampler(1)
    figure = resampler.figure(np.array([[1.0, 4.0]]), f1, n=4, why="")
    resampler.finish()
    assert figure == {"value": 0.5, "low": None, "high": None, "n": 4, "undefined": None}


def test_gamma_of_each_document_and_of_all() -> None:
    found = made(3, 2, seed=5)
    layer = found.layer("entities", is_events=False)
    result = gamma_by_document(found, layer, found.annotators, samples=5, seed=3)
    values = [row["value"] for row in result["documents"]]
    assert values == sorted(values)
    assert values[0] <= result["value"] <= values[-1]
    assert (result["samples"], result["seed"], result["exact"], result["n"]) == (5, 3, True, 3)


def test_gamma_without_any_unit_is_undefined() -> None:
    found = material({"anna": {"d1": []}, "bram": {"d1": []}})
    result = gamma_by_document(found, found.layer("entities", is_events=False), found.annotators)
    assert result["value"] is None
    assert result["undefined"]
    assert result["documents"][0]["undefined"]
