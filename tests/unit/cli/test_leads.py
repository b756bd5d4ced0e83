"""What the commands for leads print of figures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import exchange, leads, packages, script
from annotator.cli import projects as figures
from annotator.core.decision import Comment, Decision
from annotator.errors import KnownError
from annotator.services import projects
from annotator.services.adjudicating import adjudicate
from annotator.services.merging import FileReport, Refusal
from annotator.services.previewing import Preview, SeenDocument
from annotator.store.assignments import Assignment
from annotator.store.project import Project
from tests.samples import document
from tests.unit.services.versions import annotate, decide, entity

GIVEN = {"value": -0.17, "low": -0.5, "high": 0.25, "n": 3, "undefined": None}
NOT = {"value": None, "low": None, "high": None, "n": 0, "undefined": "neither annotator marked anything"}


def test_a_minus_is_no_dash_and_why_a_figure_is_missing_stands_below_the_table() -> None:
    assert leads._figure(GIVEN) == "−0.17 [−0.50–0.25]"
    assert leads._figure(NOT) == "–"
    pair = {"a": "anna", "b": "bram", "kappa": NOT, "alpha": NOT, "found_f1": GIVEN, "groups": {}}
    answer = {"layers": {"entities": {"pairs": [pair], "overall": {"groups": {}}}}}
    assert leads._whys(answer) == ["neither annotator marked anything"]


def test_what_is_said_of_a_returned_file_names_it(capsys) -> None:
    packages._tell(FileReport("/post/anna.annopack", refused=[Refusal("signature", "not signed here")], refusals=1))
    packages._tell(FileReport("/post/bram.annopack", refused=[Refusal("file", "bram.annopack is cut off")], refusals=1))
    packages._tell(FileReport("/post/carla.annopack", notes=["nothing new"]))
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "/post/anna.annopack: refused, 1 reason.", "anna.annopack: signature: not signed here",
        "/post/bram.annopack: refused, 1 reason.", "file: bram.annopack is cut off",
        "/post/carla.annopack: , new operations: 0 of 0, documents done: 0 of 0.",
    ]  # fmt: skip
    assert said.err.splitlines() == ["carla.annopack: nothing new"]


def made(path: Path) -> Path:
    with projects.create_project(path, scheme="conflict-nl", language="nl") as project:
        project.add_documents([document(id="d1")])
    return path


def test_a_broken_pipe_is_none_of_the_scripts_fault(tmp_path, monkeypatch) -> None:
    path, commands = made(tmp_path / "p.annotator"), tmp_path / "commands.jsonl"
    commands.write_text('{"document": "d1", "do": "set_status", "status": "done"}\n', "utf-8")

    def broken(answers) -> None:
        next(answers)
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(script, "to_json_lines", broken)
    with pytest.raises(BrokenPipeError):
        script.apply(path, commands, "anna")
    with pytest.raises(KnownError, match="A001"):
        script.apply(path, tmp_path / "none.jsonl", "anna")


def test_figures_of_nobody_and_of_gold(tmp_path, capsys) -> None:
    path = made(tmp_path / "p.annotator")
    figures.stats(path, remarks=False, json=False)
    assert capsys.readouterr().out.splitlines() == ["1 document, 0 done", "Nobody has begun."]
    with Project.open(path) as project:
        for name in ("anna", "bram"):
            annotate(project, name, entity("Raqqa", "GPE"))
        adjudicate(project, projects.scheme_of(project), strategy="unanimous")
    figures.stats(path, remarks=False, json=False)
    said = capsys.readouterr().out
    assert "gold" in said
    assert "gold: " not in said  # it answers no suggestion: it takes versions


def test_progress_is_told_against_what_was_handed_out_also_of_those_who_have_not_begun(tmp_path, capsys) -> None:
    path = made(tmp_path / "p.annotator")
    with Project.open(path) as project:
        annotate(project, "anna", entity("Raqqa", "GPE"))
        for name in ("anna", "bram"):
            project.add_assignment(Assignment(name, name, "2026-01-01T00:00:00.000Z", 0, {"d1": False}, {}))
    figures.stats(path, remarks=False, json=True)
    answer = json.loads(capsys.readouterr().out)
    assert (answer["assigned"], list(answer["annotators"])) == ({"anna": 1, "bram": 1}, ["anna"])
    figures.stats(path, remarks=False, json=False)
    _, _, headings, _, anna, bram, *_ = capsys.readouterr().out.splitlines()
    assert headings.split()[:5] == ["annotator", "assigned", "done", "begun", "spans"]
    assert (anna.split()[:5], bram.split()) == (["anna", "1", "1", "0", "1"], ["bram", "1", "0"])


def test_what_annotators_flagged_and_remarked_is_listed(tmp_path, capsys) -> None:
    path = made(tmp_path / "p.annotator")
    figures.stats(path, remarks=True, json=False)
    assert "Nothing is flagged" in capsys.readouterr().out
    with Project.open(path) as project:
        span = entity("Raqqa", "GPE")
        annotate(project, "anna", span, status="flagged")
        for name, about in (("anna", span.id), ("anna", "gone"), ("gold", None)):
            comment = Comment(f"van {name}", about)
            decide(project, name, Decision("d1", "comment", f"c-{about}", None, comment), kind="comment")
    figures.stats(path, remarks=True, json=True)
    found = json.loads(capsys.readouterr().out)["remarks"]
    keys = ("annotator", "kind", "about", "start", "text")
    assert [tuple(one[key] for key in keys) for one in found] == [
        ("anna", "flagged", "", 0, ""), ("anna", "comment", "", 0, "van anna"),
        ("anna", "comment", "Raqqa", span.start, "van anna"),
    ]  # fmt: skip
    figures.stats(path, remarks=True, json=False)
    said = capsys.readouterr().out
    assert "flagged" in said
    assert "Raqqa" in said


def test_a_preview_says_that_it_lists_the_first_and_nothing_of_none(capsys) -> None:
    few = [SeenDocument(f"Kop {number}", "", "", 80, 0, 0, 0, is_there=False) for number in range(2)]
    exchange._say_preview(Preview(first=few, documents=3), as_json=False)
    assert capsys.readouterr().out.splitlines()[1:] == [
        "The first 2:", "  Kop 0: 80 characters", "  Kop 1: 80 characters",
    ]  # fmt: skip
    long = SeenDocument(
        "Coalitie hervat aanval op Jemenitische havenstad Hodeida, 150 doden", "", "", 80, 0, 0, 0, is_there=False
    )
    exchange._say_preview(Preview(first=[long], documents=1), as_json=False)
    assert capsys.readouterr().out.splitlines()[-1].endswith("havenstad Hodeida, 1…: 80 characters")


@pytest.mark.parametrize("value", [-3e-16, -0.004])
def test_what_is_rounded_to_nothing_has_no_sign(value) -> None:
    assert leads._figure({**GIVEN, "low": value}) == "−0.17 [0.00–0.25]"


@pytest.mark.parametrize("name", [".", "/"])
def test_a_folder_is_no_work_package(name) -> None:
    with pytest.raises(KnownError, match="A801"):
        packages.open_package(Path(name), None, json=False)


def with_two_pieces(folder: Path) -> Path:
    """A project of one event whose trigger has two pieces."""
    path, commands = made(folder / "p.annotator"), folder / "commands.jsonl"
    line = {"document": "d1", "do": "create_event", "type": "ATTACK", "fragments": [[0, 2], [3, 5]]}
    commands.write_text(json.dumps(line) + "\n", "utf-8")
    script.apply(path, commands, "anna")
    return path


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_the_report_of_an_export_is_sound_json_on_any_stream(tmp_path, root, encoding) -> None:
    """As on Windows into a file: cp1252 has no “💥”."""
    path = with_two_pieces(tmp_path)
    run = subprocess.run(
        [sys.executable, "-m", "annotator", "export", str(path), "--format", "doccano", "--json", "--quiet",
         "--out", str(tmp_path / "💥é.jsonl")],
        capture_output=True, cwd=root, check=False, timeout=60,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout.decode(encoding))
    assert answer == json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert " … " in answer["listed"][0]["text"]


def test_a_strict_export_answers_before_it_refuses(tmp_path, capsys) -> None:
    path = with_two_pieces(tmp_path)
    out = tmp_path / "out.jsonl"
    capsys.readouterr()
    for is_json in (True, False):
        with pytest.raises(KnownError, match="A601"):
            exchange.export_files(
                path, format="doccano", out=out, source="anna", layers=None, documents=None, split="80/10/10",
                stratify=exchange.Stratify.LABEL, only_done=False, strict=True, json=is_json, quiet=True,
            )  # fmt: skip
    said = capsys.readouterr()
    answer, _, lines = said.out.partition("}\n1 document")
    assert json.loads(answer + "}")["line"] == "1 in = 0 out + 1 listed"
    assert lines.endswith("1 in = 0 out + 1 listed\n")
    assert "not carried: d1: ATTACK" in said.err
