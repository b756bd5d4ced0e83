"""Two leads settle articles in copies of one project, and bring their gold together."""

from __future__ import annotations

import json

import pytest

GOLD = ("--strategy", "unanimous")


@pytest.fixture
def copies(program, root) -> list[str]:
    """Two copies; in the first the first two articles are done in gold, in the second the second and the third."""
    program("new", "first.annotator")
    program("import", "first.annotator", root / "seeds" / "double")
    program("backup", "first.annotator", "--to", "kept.annotator")
    program("restore", "kept.annotator", "second.annotator")
    ids = [one["document"] for one in program.json("disagreements", "first.annotator")["disagreements"]]
    one, two, three, *_ = dict.fromkeys(ids)
    for name, done in (("first", (one, two)), ("second", (two, three))):
        program("adjudicate", f"{name}.annotator", *GOLD, *(word for id in done for word in ("--documents", id)))
        lines = [{"document": id, "do": "set_status", "status": "done"} for id in done]
        (program.folder / "done.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        program("apply", f"{name}.annotator", "--as", "gold", "done.jsonl")
    return [one, two, three]


def gold_of(program, name: str, out: str) -> dict[str, dict]:
    program("export", f"{name}.annotator", "--format", "jsonl", "--from", "gold", "--only-done", "--out", out)
    lines = (program.folder / out).read_text("utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


def test_gold_of_two_copies_comes_together_and_conflicts_are_shown(program, copies) -> None:
    one, two, three = copies
    gold_of(program, "first", "a.jsonl")
    spans = gold_of(program, "second", "b.jsonl")[two]["spans"]
    change = {"document": two, "do": "relabel_span", "span": spans[0]["id"], "label": "FAC"}
    (program.folder / "change.jsonl").write_text(json.dumps(change), encoding="utf-8")
    program("apply", "second.annotator", "--as", "gold", "change.jsonl")  # the second lead decides otherwise on one
    gold_of(program, "second", "b.jsonl")
    program("new", "both.annotator")
    for lead, file in (("lead-1", "a.jsonl"), ("lead-2", "b.jsonl")):
        program("import", "both.annotator", file, "--as", lead)
    report = program.json("adjudicate", "both.annotator", *GOLD, "--alone")
    assert (report["documents"], report["alone"], report["open"]) == (3, 2, 1)
    (place,) = program.json("disagreements", "both.annotator")["disagreements"]
    assert (place["document"], place["gold"]) == (two, None)
    assert place["versions"]["lead-2"]["label"] == "FAC"
    assert gold_of(program, "both", "gold.jsonl").keys() == {one, three}  # the other is open: nothing was guessed
    program("check", "both.annotator")


def test_a_copy_is_no_return_of_a_work_package(program, copies) -> None:
    result = program("package", "merge", "first.annotator", "second.annotator", code=1)
    assert b"second.annotator is no work package" in result.stdout
