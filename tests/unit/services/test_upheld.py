"""What gold took over from annotators without saying so: it is learned from, and told when labels go out."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.command import Accept, CreateSpan, Reject, SetStatus
from annotator.core.decision import Verdict
from annotator.core.span import Span
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import covered
from annotator.services.adjudicating import adjudicate
from annotator.services.catching import rates
from annotator.services.exporting import ExportRequest, export
from annotator.services.lessons import Register, decided_json
from annotator.services.safeguards import PLANTED
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.services.upheld import upheld_by
from annotator.store.project import Project
from annotator.store.projection import Decided
from tests.samples import at, suggestion
from tests.unit.formats.exported import in_process

SCHEME = load_builtin("conflict-nl")


@pytest.fixture
def sessions(project: Project) -> tuple[Session, Session]:
    read = project.document("d1")
    (place,) = (at(read.text, "aan"),)
    planted = Suggestion(
        suggestion_id(read.sha256, "entities", "ORG", (place,)), "entities", "ORG", (place,), 0.9,
        Provenance(PLANTED, "1", "r", "rules"),
    )  # fmt: skip
    real = [
        suggestion(read, "entities", "GPE", at(read.text, "Deir al-Zor")),
        suggestion(read, "entities", "ORG", at(read.text, "viel")),
    ]
    project.put_suggestions("d1", [*real, planted], run={})
    return Session(project, SCHEME, "anna"), Session(project, SCHEME, "bram")


def answer(session: Session, *, rejected: str = "", accepted: tuple[str, ...] = ()) -> None:
    text = session.project.document("d1").text
    for one in list(session.state("d1").suggestions.values()):
        if covered(text, one.fragments) == rejected:
            assert session.do(Reject(document="d1", suggestion=one.id)).operation is not None
        elif covered(text, one.fragments) in accepted:
            assert session.do(Accept(document="d1", suggestion=one.id)).operation is not None
    session.do(SetStatus(document="d1", status="done"))


def settle(project: Project) -> None:
    adjudicate(project, SCHEME, strategy="unanimous")


def learned(project: Project, source: str = "gold") -> dict:
    register = Register(source)
    register.look(project, SCHEME)
    found = decided_json(project, SCHEME, "d1", source, times=register.times.get("d1"))
    assert found is not None
    return found


def test_what_everybody_rejected_is_rejected_in_gold_too(project, sessions) -> None:
    for one in sessions:
        answer(one, rejected="viel", accepted=("Deir al-Zor",))
    settle(project)
    assert [one[2] for one in learned(project)["spans"]] == ["GPE"]
    ((layer, label, fragments, when),) = learned(project)["rejected"]
    text = project.document("d1").text
    assert (layer, label, covered(text, fragments)) == ("entities", "ORG", "viel")
    assert when > 0, "as of when gold was done with it"
    anna = learned(project, "anna")["rejected"]
    assert [one[:3] for one in anna] == [[layer, label, fragments]]


def test_what_one_rejected_and_gold_has_is_not_rejected(project, sessions) -> None:
    anna, bram = sessions
    answer(anna, rejected="viel")
    answer(bram, accepted=("viel",))
    gold = Session(project, SCHEME, "gold")
    gold.do(
        CreateSpan(document="d1", layer="entities", label="ORG", fragments=(at(project.document("d1").text, "viel"),))
    )
    assert learned(project)["rejected"] == [], "nor while gold is at it"
    gold.do(SetStatus(document="d1", status="done"))
    assert learned(project)["rejected"] == []


@pytest.mark.parametrize("is_first", [True, False])
def test_a_rejection_weighs_more_than_a_mend_and_comes_once(is_first: bool) -> None:
    mended, refused = (
        Verdict(outcome, "entities", "ORG", ((0, 2),), 0.5, name)
        for outcome, name in (("corrected", "anna"), ("rejected", "bram"))
    )
    said = [(False, mended), (True, refused)] if is_first else [(True, refused), (False, mended)]
    versions = [Decided({}, {"g1": verdict}, {}, "done") for _, verdict in said]

    def against(_: object, verdicts: dict[str, Verdict]) -> list[tuple[bool, Verdict]]:
        return [(one.outcome == "rejected", one) for one in verdicts.values()]

    place = ("entities", "ORG", ((0, 2),))
    assert upheld_by(versions, [], against) == {place: (True, refused)}
    assert upheld_by(versions[:1], [], against) == {place: said[0]}
    assert upheld_by(versions, [Span("s1", *place)], against) == {}
    assert upheld_by(versions, [Span("s1", "entities", "GPE", ((0, 2),))], against) == {place: (True, refused)}


def test_a_rejection_that_comes_after_gold_was_done_is_looked_at(project, sessions) -> None:
    anna, _ = sessions
    Session(project, SCHEME, "gold").do(SetStatus(document="d1", status="done"))
    register = Register("gold")
    assert register.look(project, SCHEME)
    answer(anna, rejected="viel")
    assert register.look(project, SCHEME)
    assert not register.look(project, SCHEME)


def test_planted_ones_that_all_let_pass_are_in_gold_but_not_learned_from_and_told_when_they_go_out(
    project, sessions, tmp_path: Path
) -> None:
    for one in sessions:
        answer(one, accepted=("Deir al-Zor", "aan"))
    settle(project)
    assert len(project.decided("d1", "gold").spans) == 2
    assert [one[2] for one in learned(project)["spans"]] == ["GPE"]
    report = export(project, SCHEME, in_process, ExportRequest("jsonl", tmp_path / "gold.jsonl", source="gold"))
    assert any("1 spans were accepted from planted" in note for note in report.notes)
    report = export(project, SCHEME, in_process, ExportRequest("jsonl", tmp_path / "anna.jsonl", source="anna"))
    assert any("1 spans were accepted from planted" in note for note in report.notes), "though none is planted by now"


def test_what_somebody_found_by_hand_is_no_planted_one(project, sessions) -> None:
    anna, bram = sessions
    answer(anna, accepted=("aan",))
    project.put_suggestions("d1", [], run={})
    bram.forget()
    bram.do(
        CreateSpan(document="d1", layer="entities", label="ORG", fragments=(at(project.document("d1").text, "aan"),))
    )
    bram.do(SetStatus(document="d1", status="done"))
    settle(project)
    assert [one[2] for one in learned(project)["spans"]] == ["ORG"]


def test_a_vote_tells_how_many_planted_suggestions_it_took_and_gold_has_caught_none(
    project: Project, sessions: tuple[Session, Session]
) -> None:
    anna, bram = sessions
    answer(anna, accepted=("aan", "Deir al-Zor"))
    answer(bram, accepted=("aan", "Deir al-Zor"))
    report = adjudicate(project, SCHEME, strategy="unanimous", is_dry_run=True)
    assert (report.taken, report.planted) == (2, 1)
    settle(project)
    found = rates(project, "gold")
    assert (found["planted"], found["caught"], found["catch_rate"]) == (0, 0, None), "it was shown none"
    assert rates(project, "anna")["catch_rate"] == 0
