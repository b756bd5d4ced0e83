"""The commands of a lead as they are typed: measuring, and setting how a project is worked on."""

from __future__ import annotations

import json
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


def test_what_gold_rejected_does_not_come_back_where_suggestions_are_asked_for_in_a_work_package(
    worked: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("In Idlib vielen bommen.", "utf-8")
    (tmp_path / "b.txt").write_text("Ook in Idlib bleef het stil in Homs.", "utf-8")
    worked("new", "lead.annotator")
    worked("import", "lead.annotator", tmp_path / "a.txt", tmp_path / "b.txt", "--quiet")
    worked("suggest", "lead.annotator", "--quiet")
    (name,) = (id for id, text in suggested(worked, "lead.annotator", "a") if text == "Idlib")
    rejected = [
        {"document": "a", "do": "reject", "suggestion": name},
        {"document": "a", "do": "set_status", "status": "done"},
    ]
    (tmp_path / "work.jsonl").write_text("\n".join(map(json.dumps, rejected)), "utf-8")
    worked("apply", "lead.annotator", tmp_path / "work.jsonl", "--as", "gold")
    worked("train", "lead.annotator", "--quiet")
    worked("suggest", "lead.annotator", "--quiet")
    worked("package", "make", "lead.annotator", "--for", "bram", "--documents", "b", "--out", "b.annopack")
    worked("package", "open", "b.annopack", "b.annotator")
    sent = suggested(worked, "b.annotator", "b")
    assert {text for _, text in sent} == {"Homs"}
    worked("suggest", "b.annotator", "--quiet")
    assert suggested(worked, "b.annotator", "b") == sent
    worked("suggest", "b.annotator", "--with", "rules", "--quiet")
    assert {text for _, text in suggested(worked, "b.annotator", "b")} >= {"Homs", "Idlib"}, "asked for by name"


def suggested(program: Program, project: str, document: str) -> list[tuple[str, str]]:
    """Id and text of each suggested name in a document."""
    out = program.folder / "suggested.jsonl"
    program("export", project, "--format", "jsonl", "--out", out, "--from", "suggestions", "--documents", document)
    read = json.loads(out.read_text("utf-8"))
    names = [one for one in read["spans"] if one["layer"] == "entities"]
    return [(one["id"], read["text"][one["fragments"][0][0] : one["fragments"][-1][1]]) for one in names]


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
