"""What a lead sets: controls show nothing, planted suggestions are marked in the log and go nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.command import Accept, CreateSpan, Reject, SetStatus
from annotator.core.decision import Decision, Status, Verdict
from annotator.errors import KnownError
from annotator.services import catching, exporting, following, handed_out, packages, reporting, suggesting
from annotator.services.assigning import Selection
from annotator.services.conduct import Conduct, came_bare, conduct_of, set_conduct
from annotator.services.costing import course
from annotator.services.lessons import decided_json
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.services.work_places import work_places
from annotator.store.project import Project
from tests.samples import at, suggestion
from tests.unit.services.versions import decide

SCHEME = load_builtin("conflict-nl")


def with_suggestions(project) -> list:
    read = project.document("d1")
    places = [at(read.text, "IS"), at(read.text, "Belga"), at(read.text, "Raqqa")]
    found = [
        suggestion(read, "entities", label, place) for label, place in zip(("ORG", "ORG", "GPE"), places, strict=True)
    ]
    project.put_suggestions("d1", found, run={})
    return found


def all_controls(project, **more: Any) -> Conduct:
    """A seed by which d1 is a control and d2 is none, at half of the documents."""
    seed = next(n for n in range(1, 99) if (c := Conduct(controls=0.5, seed=n)).is_control("d1") > c.is_control("d2"))
    return set_conduct(project, controls=0.5, seed=seed, **more)


def planting(project) -> Conduct:
    """A conduct that plants one at least in d1."""
    read, found = project.document("d1"), list(project.suggestions("d1").values())
    seed = next(n for n in range(1, 99) if len(Conduct(planted=0.5, seed=n).shown(read, found, SCHEME)) > len(found))
    return set_conduct(project, planted=0.5, seed=seed)


def test_nothing_is_set_at_first_and_what_is_set_is_kept(project) -> None:
    assert conduct_of(project) == Conduct(learns=True, controls=0.0, planted=0.0, order="import", seed=0)
    kept = set_conduct(project, controls=0.25, order="teaching")
    assert kept.seed > 0, "drawn once"
    assert set_conduct(project, learns=False) == Conduct(False, 0.25, 0.0, "teaching", kept.seed)
    assert conduct_of(project) == Conduct(False, 0.25, 0.0, "teaching", kept.seed)


@pytest.mark.parametrize("wrong", [{"controls": 0.6}, {"planted": -0.1}, {"order": "nonsense"}])
def test_what_cannot_be_is_refused_and_nothing_is_kept(project, wrong: dict[str, Any]) -> None:
    with pytest.raises(KnownError) as caught:
        set_conduct(project, **wrong)
    assert caught.value.code == "A701"
    assert conduct_of(project) == Conduct()


def test_a_control_shows_no_suggestion_however_it_came_to_one(project) -> None:
    found = with_suggestions(project)
    assert len(Session(project, SCHEME, "anna").state("d1").suggestions) == 3
    all_controls(project)
    assert project.suggestions("d1") == {}, "those that were there are taken out"
    assert came_bare(project, "d1")
    assert not came_bare(project, "d2")
    project.put_suggestions("d1", found, run={"suggesters": ["learned"]})
    assert Session(project, SCHEME, "anna").state("d1").suggestions == {}
    assert Session(project, SCHEME, "anna").state("d2").status == "todo"


def test_an_article_whose_suggestions_were_answered_stays_what_it_was(project) -> None:
    (first, *_) = with_suggestions(project)
    session = Session(project, SCHEME, "anna")
    session.do(Reject(document="d1", suggestion=first.id))
    all_controls(project)
    assert len(project.suggestions("d1")) == 3
    assert len(Session(project, SCHEME, "anna").state("d1").suggestions) == 3


class Worker:
    """Suggests the first word of each document."""

    def __call__(self, task: str, payload: dict[str, Any], **_: object) -> dict[str, Any]:
        if task == "survey":
            return {"names": {}}
        answer = []
        for one in payload["documents"]:
            suggested = {
                "id": f"g{one['id']}", "layer": "entities", "label": "ORG", "fragments": [[0, 2]], "score": 0.9,
                "provenance": ["rules", "1", "r", ""], "event": False, "attributes": {}, "arguments": [],
            }  # fmt: skip
            answer.append({"id": one["id"], "sha256": one["sha256"], "suggestions": [suggested], "hidden": []})
        return {"documents": answer}


def test_controls_are_passed_over_when_suggestions_are_made(project) -> None:
    all_controls(project)
    report = suggesting.suggest(project, SCHEME, [Worker()])
    assert (report.documents, report.controls) == (1, 1)
    assert project.suggestions("d1") == {}
    assert project.has_suggestions("d1"), "so that nobody takes it for one not yet looked at"
    assert len(project.suggestions("d2")) == 1


def test_planted_ones_look_like_the_others_and_the_log_tells_them(project) -> None:
    real = with_suggestions(project)
    conduct = planting(project)
    shown = conduct.shown(project.document("d1"), real, SCHEME)
    project.put_suggestions("d1", shown, run={})
    (wrong, *_) = [one for one in shown if one.provenance.suggester == "planted"]
    session = Session(project, SCHEME, "anna")
    session.do(Accept(document="d1", suggestion=wrong.id), elapsed_ms=900)
    session.do(Accept(document="d1", suggestion=real[0].id), elapsed_ms=1100)
    session.do(Reject(document="d1", suggestion=real[1].id), elapsed_ms=1300)
    decided = next(project.operations(actor="anna"))
    verdict = next(one.after for one in decided.decisions if isinstance(one.after, Verdict))
    assert (verdict.suggester, decided.elapsed_ms, decided.origin) == ("planted", 900, "user")
    session.do(SetStatus(document="d1", status="done"))
    found = catching.rates(project, "anna")
    assert (found["decided"], found["accept_rate"]) == (2, 0.5)
    assert (found["median_ms"], found["timed"]) == (1100, 3)
    planted = sum(one.provenance.suggester == "planted" for one in shown)
    assert (found["planted"], found["caught"]) == (planted, planted - 1)
    told = following.follow(project)
    assert (told["annotators"]["anna"]["planted"], told["annotators"]["anna"]["caught"]) == (planted, planted - 1)
    assert reporting.work_rows(told, ("caught",)) == [["anna", f"{planted - 1} / {planted}"]]
    (passed,) = work_places(project, None, "anna", "caught", {})
    assert (passed.start, passed.a) == (wrong.start, wrong.label)
    assert [one["suggestion"] for one in found["passed"]] == [wrong.id]


def test_nothing_is_learned_from_planted_ones(project) -> None:
    real = with_suggestions(project)
    shown = planting(project).shown(project.document("d1"), real, SCHEME)
    project.put_suggestions("d1", shown, run={})
    wrong = next(one for one in shown if one.provenance.suggester == "planted")
    session = Session(project, SCHEME, "anna")
    session.do(Reject(document="d1", suggestion=wrong.id))
    assert decided_json(project, SCHEME, "d1", "anna") is None
    session.do(Accept(document="d1", suggestion=real[0].id))
    lesson = decided_json(project, SCHEME, "d1", "anna")
    assert lesson is not None
    assert (len(lesson["spans"]), lesson["rejected"]) == (1, [])
    other = Session(project, SCHEME, "bram")
    other.do(Accept(document="d1", suggestion=wrong.id))
    assert decided_json(project, SCHEME, "d1", "bram") is None


def test_planted_ones_are_not_exported_as_suggestions_and_a_note_tells_what_passed(project, tmp_path: Path) -> None:
    real = with_suggestions(project)
    shown = planting(project).shown(project.document("d1"), real, SCHEME)
    project.put_suggestions("d1", shown, run={})
    out = tmp_path / "suggested.jsonl"
    asked = exporting.ExportRequest("jsonl", out, source="suggestions", documents=("d1",))
    report = exporting.export(project, SCHEME, Worker(), asked)
    assert report.spans_out == len(real) < len(shown)
    wrong = next(one for one in shown if one.provenance.suggester == "planted")
    Session(project, SCHEME, "anna").do(Accept(document="d1", suggestion=wrong.id))
    Session(project, SCHEME, "anna").do(Reject(document="d1", suggestion=real[0].id))
    asked = exporting.ExportRequest("jsonl", tmp_path / "anna.jsonl", source="anna", documents=("d1",))
    report = exporting.export(project, SCHEME, Worker(), asked)
    assert any("planted" in note for note in report.notes)
    written = json.loads((tmp_path / "anna.jsonl").read_text("utf-8"))
    assert "planted" not in json.dumps(written["rejected"])


def test_finished_controls_are_counted(project) -> None:
    all_controls(project)
    session = Session(project, SCHEME, "anna")
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=((0, 2),)))
    assert catching.rates(project, "anna")["controls"] == 0
    session.do(SetStatus(document="d1", status="done"))
    assert catching.rates(project, "anna")["controls"] == 1


def test_controls_that_a_work_package_brought_are_counted_for_whom_it_was_made(project, tmp_path) -> None:
    out = tmp_path / "anna.annopack"
    packages.make(project, SCHEME, annotator="anna", out=out, selection=Selection(blind=0.5))
    (blind,) = (id for one in project.assignments() for id, is_blind in one.documents.items() if is_blind)
    for name in ("anna", "bram"):
        session = Session(project, SCHEME, name)
        for id in ("d1", "d2"):
            session.do(CreateSpan(document=id, layer="entities", label="ORG", fragments=((0, 2),)))
        assert catching.rates(project, name)["controls"] == 0
        session.do(SetStatus(document=blind, status="done"))
    assert [catching.rates(project, name)["controls"] for name in ("anna", "bram")] == [1, 0]
    (row,) = course(project, "anna")
    assert (row["documents"], row["controls"]) == (1, 1)


def test_what_a_package_gave_out_without_suggestions_stays_without(project) -> None:
    project.put_suggestions("d1", [], run={"package": "p"})
    assert came_bare(project, "d1")
    assert not came_bare(project, "d2")
    report = suggesting.suggest(project, SCHEME, [Worker()])
    assert (report.documents, report.controls) == (1, 1)
    assert project.suggestions("d1") == {}
    with_suggestions(project)
    assert not came_bare(project, "d1")


def test_who_saw_no_suggestion_caught_none_and_a_share_is_of_the_real_ones(project, tmp_path) -> None:
    real = with_suggestions(project)
    shown = planting(project).shown(project.document("d1"), real, SCHEME)
    planted = [one for one in shown if one.provenance.suggester == "planted"]
    project.put_suggestions("d1", shown, run={})
    packages.make(
        project, SCHEME, annotator="bram", out=tmp_path / "b.annopack", selection=Selection(documents=("d1",)),
        with_suggestions=False,
    )  # fmt: skip
    for name in ("anna", "bram"):
        session = Session(project, SCHEME, name)
        if name == "anna":
            session.do(Accept(document="d1", suggestion=real[0].id))
            for one in planted:
                session.do(Reject(document="d1", suggestion=one.id))
        session.do(SetStatus(document="d1", status="done"))
    anna, bram = (catching.rates(project, name) for name in ("anna", "bram"))
    assert (anna["planted"], anna["caught"], anna["accept_rate"]) == (len(planted), len(planted), 1.0)
    assert (bram["planted"], bram["catch_rate"], bram["controls"]) == (0, None, 1)
    told = following.follow(project)["annotators"]
    assert told["anna"]["accept_rate"] == anna["accept_rate"]
    assert [told[name]["caught"] for name in ("anna", "bram")] == [len(planted), 0]
    assert reporting.work_rows({"annotators": told}, ("caught",))[1] == ["bram", "–"]
    asked = {cell: work_places(project, None, "anna", cell, {}) for cell in ("accept_rate", "rejected")}
    assert [len(asked[cell]) for cell in ("accept_rate", "rejected")] == [0, len(planted)]


def test_work_that_came_in_from_files_caught_nothing_and_is_no_control(project) -> None:
    real = with_suggestions(project)
    project.put_suggestions("d1", planting(project).shown(project.document("d1"), real, SCHEME), run={})
    for document in ("d1", "d2"):
        status = Decision(document, "status", "", Status("todo"), Status("done"))
        decide(project, "anna", status, document=document, kind="import")
    all_controls(project)
    found = catching.rates(project, "anna")
    assert (found["planted"], found["catch_rate"], found["controls"]) == (0, None, 0)


def test_what_the_lead_has_set_goes_along_with_a_package_but_for_the_controls(project, tmp_path) -> None:
    def opened(name: str, **how: Any) -> Conduct:
        out, target = tmp_path / f"{name}.annopack", tmp_path / f"{name}.annotator"
        packages.make(project, SCHEME, annotator=name, out=out, selection=Selection(), **how)
        handed_out.open_package(out, target)
        with Project.open(target, read_only=True) as made:
            return conduct_of(made)

    assert opened("early") == Conduct()
    kept = set_conduct(project, controls=0.5, planted=0.25, order="teaching", learns=False)
    assert opened("anna") == kept._replace(controls=0.0)
    assert opened("bare", with_suggestions=False).planted == 0


@pytest.mark.parametrize("wrong", [{"planted": 0.9}, {"planted": True}, {"order": "x"}, {"seed": "1"}, {"learns": 1}])
def test_a_package_with_a_conduct_that_cannot_be_is_damaged(project, tmp_path, monkeypatch, wrong) -> None:
    plain = {"learns": True, "planted": 0.1, "order": "import", "seed": 1}
    monkeypatch.setattr("annotator.services.conduct.to_hand_out", lambda *_, **__: {**plain, **wrong})
    out, target = tmp_path / "a.annopack", tmp_path / "a.annotator"
    packages.make(project, SCHEME, annotator="anna", out=out, selection=Selection())
    with pytest.raises(KnownError, match="A801"):
        handed_out.open_package(out, target)
    assert not target.exists()


def given_planted(tmp_path: Path, name: str) -> int:
    """How many planted suggestions the package holds that was made last for this annotator."""
    handed_out.open_package(tmp_path / f"{name}.annopack", tmp_path / f"{name}.annotator")
    with Project.open(tmp_path / f"{name}.annotator") as opened:
        return sum(one.provenance.suggester == "planted" for one in opened.suggestions("d1").values())


def test_a_package_holds_planted_ones_where_all_was_suggested_before_they_were_asked_for(project, tmp_path) -> None:
    with_suggestions(project)
    planting(project)
    for name in ("anna", "bram"):
        out = tmp_path / f"{name}.annopack"
        packages.make(project, SCHEME, annotator=name, out=out, selection=Selection(documents=("d1",)))
    count = given_planted(tmp_path, "anna")
    assert count == given_planted(tmp_path, "bram") == sum(map(len, project.suggested_by("planted").values())) > 0


@pytest.mark.parametrize("seen", ["begun", "given"])
def test_nothing_is_planted_later_in_an_article_that_somebody_has_seen(project, tmp_path, seen: str) -> None:
    (first, *_) = with_suggestions(project)
    if seen == "begun":
        Session(project, SCHEME, "anna").do(Accept(document="d1", suggestion=first.id))
    else:
        earlier = tmp_path / "earlier.annopack"
        packages.make(project, SCHEME, annotator="anna", out=earlier, selection=Selection(documents=("d1",)))
    planting(project)
    out = tmp_path / "bram.annopack"
    packages.make(project, SCHEME, annotator="bram", out=out, selection=Selection(documents=("d1",)))
    assert given_planted(tmp_path, "bram") == 0
