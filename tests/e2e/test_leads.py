"""The leads' work by the command line: agreement, disagreements, gold, and work packages there and back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def double(program) -> str:
    program("new", "double.annotator")
    report = program.json("import", "double.annotator", SEEDS / "double")
    assert (len(report["added"]), report["duplicates"], report["annotated"]) == (4, 4, 4)
    return "double.annotator"


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (SEEDS / "double" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_the_sample_shows_agreement_and_every_kind_of_difference(program, double) -> None:
    answer = program.json("agreement", double, "--quiet")
    assert (answer["annotators"], answer["documents"]) == (["anna", "bram"], 4)

    def keys(name, field, label):
        return {(one["id"], s[label], str(s["fragments"])) for one in lines(name) for s in one[field]}

    for layer, field, label in (("entities", "spans", "label"), ("events", "events", "type")):
        (pair,) = answer["layers"][layer]["pairs"]
        anna, bram = keys("anna", field, label), keys("bram", field, label)
        assert pair["exact_f1"]["value"] == pytest.approx(2 * len(anna & bram) / (len(anna) + len(bram)))
        assert pair["exact_f1"]["low"] <= pair["exact_f1"]["value"] <= pair["exact_f1"]["high"]
    assert list(program.json("agreement", double, "--annotators", "anna,bram", "--layers", "events")["layers"]) == [
        "events"
    ]
    printed = program("agreement", double)
    assert b"exact" in printed.stdout
    assert b"only 4 documents" in printed.stderr

    found = program.json("disagreements", double)
    kinds = Counter(kind for one in found["disagreements"] for kind in one["kinds"])
    assert {kind: count for kind, count in found["counts"].items() if count} == kinds
    assert set(kinds) == {"only_one", "label", "type", "boundary", "fragments", "role", "attribute"}
    one = next(one for one in found["disagreements"] if one["kind"] == "label")
    assert set(one["versions"]) == {"anna", "bram"}
    (document,) = [line for line in lines("anna") if line["id"] == one["document"]]
    assert document["text"][one["start"] : one["end"]] == one["text"]
    assert b"not adjudicated" in program("disagreements", double).stdout


def test_gold_holds_what_both_have_and_is_exported(program, double) -> None:
    before = program.json("disagreements", double)
    tried = program.json("adjudicate", double, "--strategy", "unanimous", "--dry-run")
    done = program.json("adjudicate", double, "--strategy", "unanimous")
    assert {**tried, "is_dry_run": False} == done
    assert done["open"] >= len(before["disagreements"])
    again = program.json("adjudicate", double, "--strategy", "majority")
    assert (again["taken"], again["kept"], again["open"]) == (0, done["taken"], done["open"])
    program("export", double, "--format", "jsonl", "--out", "gold.jsonl", "--from", "gold")
    gold = [json.loads(line) for line in (program.folder / "gold.jsonl").read_text("utf-8").splitlines()]
    spans = {(one["id"], s["label"], str(s["fragments"])) for one in gold for s in one["spans"]}
    both = [
        {(one["id"], s["label"], str(s["fragments"])) for one in lines(name) for s in one["spans"]}
        for name in ("anna", "bram")
    ]
    assert spans == both[0] & both[1]
    assert program.json("check", double)["ok"]
    assert b"error A806" in program("adjudicate", double, "--strategy", "majority", "--as", "anna", code=1).stderr
    for command in ("agreement", "disagreements"):
        assert b"error A403" in program(command, double, "--layers", "none", code=1).stderr
    program("adjudicate", double, "--strategy", "coin", code=2)
    program("agreement", double, "--seed", "-1", code=2)


def test_nothing_to_compare_is_said(program) -> None:
    program("new", "p.annotator")
    for command in (("agreement", "p.annotator"), ("adjudicate", "p.annotator", "--strategy", "majority")):
        assert b"error A804" in program(*command, code=1).stderr
    assert program.json("disagreements", "p.annotator")["disagreements"] == []


def annotate(program, project, name, ids):
    """The sample's spans of `name`, made by commands in the annotator's own project; how many commands."""
    commands = []
    for one in lines(name):
        for span in one["spans"]:
            fields = {key: span[key] for key in ("id", "layer", "label", "fragments")}
            commands.append({"do": "create_span", "document": ids[one["id"]], **fields})
        commands.append({"do": "set_status", "document": ids[one["id"]], "status": "done"})
    given = "\n".join(map(json.dumps, commands)).encode()
    answers = program("apply", project, "-", "--as", name, given=given).stdout.splitlines()
    assert all(json.loads(answer)["ok"] for answer in answers)
    return len(commands)


def test_work_goes_out_and_comes_back(program) -> None:
    program("new", "lead.annotator")
    articles = [SEEDS / "articles" / f"{one['id']}.txt" for one in lines("anna")]
    ids = program.json("import", "lead.annotator", *articles)["added"]
    names = dict(zip([path.stem for path in articles], ids, strict=True))
    made = {}
    for name in ("anna", "bram"):
        out = f"{name}.annopack"
        made[name] = program.json("package", "make", "lead.annotator", "--for", name, "--out", out, "--blind", 0.5)
        assert (len(made[name]["documents"]), len(made[name]["blind"])) == (4, 2)
        opened = program.json("package", "open", out)
        assert (opened["annotator"], opened["documents"]) == (name, 4)
    assert made["anna"]["common"] == 0
    assert made["bram"]["common"] == 4

    counts = {}
    for name in ("anna", "bram"):
        counts[name] = annotate(program, f"{name}.annotator", name, names)
        assert program.json("package", "return", f"{name}.annotator")["operations"] == counts[name]

    returns = ("anna.return.annopack", "bram.return.annopack")
    tried = program.json("package", "merge", "lead.annotator", *returns, "--dry-run")
    assert (tried["merged"], [one["new"] for one in tried["files"]]) == (False, list(counts.values()))
    assert program.json("stats", "lead.annotator")["annotators"] == {}
    assert program.json("package", "merge", "lead.annotator", *returns)["merged"]
    again = program.json("package", "merge", "lead.annotator", *returns)
    assert (again["merged"], [one["new"] for one in again["files"]]) == (True, [0, 0])
    assert program.json("check", "lead.annotator")["ok"]
    figures = program.json("stats", "lead.annotator")
    assert figures["done"] == 4
    assert figures["annotators"]["anna"]["spans"] == sum(len(one["spans"]) for one in lines("anna"))
    assert program.json("agreement", "lead.annotator", "--quiet")["documents"] == 4


def test_a_spoiled_return_is_refused_with_its_reasons(program) -> None:
    program("new", "lead.annotator")
    program("import", "lead.annotator", SEEDS / "articles" / "04-front-bachmoet.txt")
    program("package", "make", "lead.annotator", "--for", "anna", "--out", "anna.annopack")
    program("package", "open", "anna.annopack", "anna.annotator")
    (program.folder / "cut.annopack").write_bytes((program.folder / "anna.annopack").read_bytes()[:-9])
    result = program("package", "merge", "lead.annotator", "cut.annopack", "anna.annopack", "--json", code=1)
    report = json.loads(result.stdout)
    assert [[one["reason"] for one in file["refused"]] for file in report["files"]] == [["file"], ["file"]]
    assert b"error A803" in result.stderr
    said = program("package", "merge", "lead.annotator", "cut.annopack", "--quiet", code=1)
    assert b"cut.annopack is no work package" in said.stdout
    assert said.stderr.count(b"\n") == 1
    for arguments, code in (
        (("make", "lead.annotator", "--for", "gold", "--out", "x.annopack"), b"A806"),
        (("make", "lead.annotator", "--for", "anna", "--out", "x.annopack"), b"A805"),
        (("make", "lead.annotator", "--for", "bram", "--out", "anna.annopack"), b"A106"),
        (("make", "lead.annotator", "--for", "bram", "--out", "x.annopack", "--share", "7"), b"A401"),
        (("open", "anna.annopack", "anna.annotator"), b"A106"),
        (("open", "cut.annopack", "x.annotator"), b"A801"),
        (("return", "lead.annotator"), b"A802"),
    ):
        assert b"error " + code in program("package", *arguments, code=1).stderr
    program("package", code=2)
    program("package", "nonsense", code=2)
