"""`annotator scheme`: out, changed, tried, in force; and every refusal with its code on one line."""

from __future__ import annotations

import json

import pytest

from annotator.cli import app
from annotator.services.projects import create_project, scheme_of
from annotator.store.project import Project
from tests.samples import document
from tests.unit.services.versions import annotate, entity


@pytest.fixture
def run(capsys):
    desk = app.Desk(show=lambda *_: 0, picture=lambda *_: None, has_display=lambda: False)

    def call(*arguments):
        code = app.run([str(one) for one in arguments], desk)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "p.annotator"
    with create_project(target) as made:
        made.add_documents([document()])
    return target


def version_of(path) -> int:
    with Project.open(path, read_only=True) as opened:
        return scheme_of(opened).version


def test_out_changed_tried_and_in_force(run, path, tmp_path) -> None:
    out = tmp_path / "s.toml"
    code, said, _ = run("scheme", path, "--out", out)
    assert (code, "conflict-nl 2" in said) == (0, True)
    assert run("scheme", path)[1] == run("scheme", path, "--out", "-")[1] == out.read_text("utf-8")
    code, said, _ = run("scheme", path, "--set", out)
    assert (code, "Nothing changes" in said, version_of(path)) == (0, True, 2)
    out.write_text(
        out.read_text("utf-8").replace('key = "g"', 'key = "y"', 1).replace('nl = "Persoon"', 'nl = "Mens"'), "utf-8"
    )
    code, said, _ = run("scheme", path, "--set", out, "--dry-run")
    assert code == 0
    assert "changed: label GPE of layer entities: key: g → y" in said
    assert "It would be conflict-nl 3. Nothing was written" in said
    assert version_of(path) == 2
    again = tmp_path / "again.toml"
    assert run("scheme", path, "--set", out, "--out", again)[0] == 0
    assert version_of(path) == 3
    assert "version = 3" in again.read_text("utf-8")


def test_what_is_in_use_is_refused_on_one_line_and_as_json(run, path, tmp_path) -> None:
    with Project.open(path) as opened:
        annotate(opened, "anna", entity("Raqqa", "WEAPON"))
    out = tmp_path / "s.toml"
    run("scheme", path, "--out", out)
    out.write_text(out.read_text("utf-8").replace('"WEAPON"', '"WAPEN"'), "utf-8")
    code, said, error = run("scheme", path, "--set", out)
    assert code == 1
    told = "error A303: entities/WEAPON is in use: 1 span in 1 document (anna)"
    assert error.splitlines()[-1].startswith(told)
    code, said, error = run("scheme", path, "--set", out, "--dry-run", "--json")
    answer = json.loads(said)
    assert (code, answer["allowed"], answer["obstacles"][0]["renamed"]) == (1, False, "WAPEN")
    assert version_of(path) == 2


def test_json_without_a_change_has_the_source(run, path) -> None:
    code, said, _ = run("scheme", path, "--json")
    answer = json.loads(said)
    assert (code, answer["scheme"], answer["version"]) == (0, "conflict-nl", 2)
    assert "[[labels]]" in answer["source"]


def test_wrong_use_and_files_that_are_there(run, path, tmp_path) -> None:
    assert run("scheme", path, "--dry-run")[0] == 2
    assert run("scheme", path, "--json", "--out", "-")[2].startswith("error A401")
    there = tmp_path / "there.toml"
    there.write_text("x")
    assert run("scheme", path, "--out", there)[2].startswith("error A106")
    assert run("scheme", path, "--out", path)[2].startswith("error A106")
    assert run("scheme", path, "--set", there)[2].startswith("error A301")
    assert run("scheme", path, "--set", tmp_path / "none.toml")[2].startswith("error A001")
