"""The commands of a lead as they are typed: measuring, and setting how a project is worked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Program

ROOT = Path(__file__).parents[2]
GOLD = sorted((ROOT / "seeds" / "gold").glob("*.jsonl"))[:3]


@pytest.fixture
def worked(program: Program) -> Program:
    program("new", "p.annotator")
    program("import", "p.annotator", *GOLD, "--as", "anna", "--quiet")
    return program


def test_three_articles_are_measured_and_it_is_said_why_there_is_no_curve(worked: Program) -> None:
    report = worked.json("learning", "p.annotator", "--from", "anna", "--quiet")
    assert report["documents"] == 3
    labels = report["layers"]["entities"]["labels"]
    assert labels[""]["existing"] > 100
    assert 0 < labels[""]["right"] <= min(labels[""]["proposed"], labels[""]["existing"])
    assert report["split"]["why"] == "few_documents"
    assert report["hour"]["why"] == "few_timed"
    assert report["curve"] == report["worth"] == []
    assert sorted(one.name for one in worked.folder.iterdir() if "learned" in one.name) == []


def test_suggest_goes_by_what_was_learned_as_soon_as_something_was(worked: Program, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("In Idlib vielen bommen.", "utf-8")
    worked("import", "p.annotator", tmp_path / "new.txt", "--quiet")
    assert worked.json("suggest", "p.annotator")["suggesters"] == ["rules"]
    worked("train", "p.annotator", "--from", "anna", "--quiet")
    assert worked.json("suggest", "p.annotator")["suggesters"] == ["learned"]
    assert worked.json("suggest", "p.annotator", "--with", "rules")["suggesters"] == ["rules"]
    worked("conduct", "p.annotator", "--no-learn")
    assert worked.json("suggest", "p.annotator")["suggesters"] == ["rules"], "the lead wants no learning"
    worked("conduct", "p.annotator", "--learn")
    assert worked.json("suggest", "p.annotator")["suggesters"] == ["learned"]
    (worked.folder / "p.annotator-learned").write_bytes(b"damaged")
    assert worked.json("suggest", "p.annotator")["suggesters"] == ["rules"]


def test_conduct_is_set_shown_and_honoured(worked: Program) -> None:
    assert worked.json("conduct", "p.annotator") == {
        "learns": True, "controls": 0.0, "planted": 0.0, "order": "import", "seed": 0, "control_documents": 0,
        "documents": 3,
    }  # fmt: skip
    kept = worked.json("conduct", "p.annotator", "--controls", 0.5, "--no-learn", "--order", "easiest")
    assert (kept["learns"], kept["order"]) == (False, "easiest")
    assert worked.json("conduct", "p.annotator") == kept
    assert b"A701" in worked("conduct", "p.annotator", "--planted", 0.9, code=1).stderr
    assert worked.json("stats", "p.annotator")["annotators"]["anna"]["suggestions"]["catch_rate"] is None
