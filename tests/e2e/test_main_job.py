"""The main job by the command line: articles in, suggestions, decisions, training data out, nothing lost."""

from __future__ import annotations

import json
import re
import signal
from pathlib import Path

import pytest

from annotator.services.registry import FORMATS

ARTICLE = (
    " date 2024-03 Leger rukt op naar Tall Rifat HA\n\nBron: Belga 4 AFP\n\n"
    "Het Syrische leger rukte dinsdag op naar Tall Rifat, meldt persbureau Reuters. "
    "Volgens de Koerden zouden zeker 40 mensen zijn gevlucht uit Tell Rifaat.\n"
)
STREAMS = ("jsonl", "html", "conllu-plus", "prodigy", "doccano")
OTHER = "De Russische luchtmacht bombardeerde vrijdag de stad Idlib. Daarbij vielen 12 doden.\n"


def said(result) -> str:
    """What a command wrote on standard error."""
    return result.stderr.decode()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "een.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "twee.txt").write_bytes(OTHER.encode("cp1252"))
    return folder


def test_from_articles_to_training_data(program, articles) -> None:
    program("new", "p.annotator")
    report = program.json("import", "p.annotator", articles)
    assert len(report["added"]) == 2
    again = program.json("import", "p.annotator", articles)
    assert (again["added"], again["duplicates"]) == ([], 2)
    suggested = program.json("suggest", "p.annotator")
    assert suggested["documents"] == 2
    assert suggested["suggestions"] > 8
    assert "events/ADVANCE" in suggested["labels"]

    lines = []
    for document in report["added"]:
        lines.append({"do": "accept_above", "document": document, "threshold": 0.0})
        lines.append({"do": "set_status", "document": document, "status": "done"})
    given = "\n".join(map(json.dumps, lines)).encode()
    answers = [
        json.loads(line)
        for line in program("apply", "p.annotator", "-", "--as", "anna", given=given).stdout.splitlines()
    ]
    assert all(answer["ok"] for answer in answers)

    figures = program.json("stats", "p.annotator")
    assert figures["done"] == 2
    assert figures["annotators"]["anna"]["accepted"] == suggested["suggestions"]
    spans = figures["annotators"]["anna"]["spans"] + figures["annotators"]["anna"]["events"]
    assert spans >= suggested["suggestions"]

    for name, out in (("jsonl", "all.jsonl"), ("conll2002", "conll"), ("spacy", "corpus")):
        exported = program.json("export", "p.annotator", "--format", name, "--out", out, "--only-done")
        assert exported["spans_in"] == exported["spans_out"] + len(exported["listed"])
        assert exported["spans_out"] > 0
    assert program.json("check", "p.annotator")["ok"]

    (document,) = [
        json.loads(line) for line in (program.folder / "all.jsonl").read_text("utf-8").splitlines() if "Rifat" in line
    ]
    assert document["text"] == ARTICLE
    for span in (*document["spans"], *document["events"]):
        assert span["text"] == " … ".join(ARTICLE[start:end] for start, end in span["fragments"])
    assert ("rukte … op", "ADVANCE") in {(event["text"], event["type"]) for event in document["events"]}


def test_a_lossless_journey_through_jsonl(program, articles) -> None:
    program("new", "a.annotator")
    program("import", "a.annotator", articles)
    program("suggest", "a.annotator")
    program("export", "a.annotator", "--format", "jsonl", "--out", "a.jsonl", "--from", "suggestions")
    program("new", "b.annotator")
    program("import", "b.annotator", "a.jsonl", "--as", "bram")
    program("export", "b.annotator", "--format", "jsonl", "--out", "b.jsonl", "--from", "bram")

    def content(name):
        documents = [json.loads(line) for line in (program.folder / name).read_text("utf-8").splitlines()]
        return {
            one["sha256"]: (
                one["text"],
                sorted((s["layer"], s["label"], str(s["fragments"])) for s in one["spans"]),
                sorted(
                    (e["type"], str(e["fragments"]), str(e["arguments"]), str(e["attributes"])) for e in one["events"]
                ),
            )
            for one in documents
        }

    assert content("a.jsonl") == content("b.jsonl")


def test_errors_have_a_code_and_one_line(program) -> None:
    for arguments, code in (
        (("import", "none.annotator", "x"), "A001"),
        (("new", "p.annotator", "--scheme", "nothing"), "A302"),
        (("new", "missing/p.annotator"), "A001"),
    ):
        result = program(*arguments, code=1)
        assert re.fullmatch(rf"error {code}: .+ · .+\n", result.stderr.decode())
        assert result.stdout == b""
    program("import", code=2)
    program("nonsense", code=2)
    assert program("--version").stdout.strip()


def test_an_export_of_one_text_goes_to_standard_output(program, articles) -> None:
    program("new", "p.annotator")
    program("import", "p.annotator", articles)
    program("suggest", "p.annotator", "--quiet")
    arguments = ("export", "p.annotator", "--from", "suggestions", "--format")
    for name in [one.name for one in FORMATS if one.writer]:
        result = program(*arguments, name, "--out", "-", code=0 if name in STREAMS else 1)
        if name in STREAMS:
            program(*arguments, name, "--out", "file")
            assert result.stdout == (program.folder / "file").read_bytes(), name
            assert b"2 documents of suggestions in standard output, read back by" in result.stderr
        else:
            assert re.match(rf"error A401: --out -: {name} is .+ · name a file or folder with --out", said(result))
    assert "A401: --json and --out - both go" in said(program(*arguments, "jsonl", "--out", "-", "--json", code=1))
    strict = program(*arguments, "doccano", "--out", "-", "--strict", code=1)
    assert strict.stdout.count(b"\n") == 2
    assert "error A601: " in said(strict)
    assert "report.json" not in said(strict)
    assert not (program.folder / "-").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "p.annotator", "--to", "-"),
        ("agreement", "p.annotator", "--html", "-"),
        ("package", "make", "p.annotator", "--for", "anna", "--out", "-"),
        ("package", "return", "p.annotator", "--out", "-"),
        ("new", "-"),
        ("new", "p"),
        ("new", "q.txt"),
        ("new", ".annotator"),
        ("restore", "p.annotator", "q.db"),
        ("package", "open", "a.annopack", "q.db"),
    ],
    ids=" ".join,
)
def test_outputs_without_a_name_and_projects_of_another_name_are_refused(program, arguments) -> None:
    program("new", "p.annotator")
    before = set(program.folder.iterdir())
    assert "error A401: " in said(program(*arguments, code=1))
    assert set(program.folder.iterdir()) == before


def test_a_project_that_has_another_name_goes_on_under_it(program, articles) -> None:
    program("new", "p.annotator")
    (program.folder / "p.annotator").rename(program.folder / "p.db")
    program("import", "p.db", articles)
    program("backup", "p.db", "--to", "b.annotator")
    program("restore", "b.annotator", "p.db")
    assert program.json("stats", "p.db")["documents"] == 2


def test_nothing_is_imported_from_a_refused_import(program, articles) -> None:
    (articles / "zz.txt").write_bytes("Zinnen in UTF-16.".encode("utf-16"))
    program("new", "p.annotator")
    assert b"error A201" in program("import", "p.annotator", articles, code=1).stderr
    assert program.json("stats", "p.annotator")["documents"] == 0
    report = program.json("import", "p.annotator", articles, "--on-error", "skip")
    assert len(report["added"]) == 2
    assert [Path(one["file"]).name for one in report["skipped"]] == ["zz.txt"]


@pytest.mark.parametrize("acknowledged", [0, 1, 7, 23])
def test_kill_9_in_the_middle_of_apply_loses_nothing_answered(program, articles, acknowledged) -> None:
    program("new", "p.annotator")
    (document, _) = program.json("import", "p.annotator", articles)["added"]
    process = program.start("apply", "p.annotator", "-", "--as", "anna")
    operations = []
    for number in range(acknowledged + 1):
        line = json.dumps({"do": "comment", "document": document, "text": f"opmerking {number}"})
        process.stdin.write(line.encode() + b"\n")
        process.stdin.flush()
        if number < acknowledged:
            operations.append(json.loads(process.stdout.readline())["operation"])
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert program.json("check", "p.annotator")["ok"]
    if operations:
        program("export", "p.annotator", "--format", "jsonl", "--out", "x.jsonl", "--from", "anna")
        lines = (program.folder / "x.jsonl").read_text("utf-8").splitlines()
        (comments,) = [one["comments"] for one in map(json.loads, lines) if one["id"] == document]
        # The line that was not answered may have been written or not; those answered must be there.
        assert len(comments) in (acknowledged, acknowledged + 1)


def test_the_demo_runs_to_its_end_without_a_display(program) -> None:
    printed = program("demo", "--dir", "out").stdout.decode()
    out = program.folder / "out"
    assert (out / "window.png").stat().st_size > 10_000
    assert (out / "spacy" / "train.spacy").is_file()
    assert (out / "conll2002" / "entities.conll").is_file()
    assert str(Path("out") / "spacy") in printed
    program("demo", "--dir", "out", "--no-window")
    assert program.json("check", "out/demo.annotator")["ok"]


def test_selftest_proves_the_copy(program) -> None:
    answer = program.json("selftest")
    assert answer["ok"]
    names = [check["name"] for check in answer["checks"]]
    assert names == ["program", "sqlite", "worker", "pipeline", "round trip", "learned", "report", "window"]
