"""Learning behind the window: what is read from the log, the one run that is queued, and results that come late."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from annotator.core.command import CreateSpan, DeleteSpan, SetStatus, Undo
from annotator.errors import KnownError
from annotator.nlp.client import WorkerClient
from annotator.services import learning, pipelines
from annotator.services.learning import Learner
from annotator.services.lessons import Register, decided_json, decisions_hash, learned_in_depth, learned_lessons
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.services.suggesting import model_path
from tests.samples import document

SCHEME = load_builtin("conflict-nl")


@pytest.fixture
def session(project) -> Session:
    return Session(project, SCHEME, "anna")


def finish(session: Session, document: str = "d1", fragments=((0, 2),), label: str = "ORG") -> str:
    outcome = session.do(CreateSpan(document=document, layer="entities", label=label, fragments=fragments))
    assert outcome.operation is not None
    session.do(SetStatus(document=document, status="done"))
    return outcome.changes[0].target


class Recorder:
    """A worker that lacks every document, and notes what it is asked."""

    def __init__(self, *, lost: int = 0) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.lost = lost
        self.stale: list[str] = []
        self.patience = 0.0
        self.meanwhile = lambda: None

    def __call__(self, task: str, payload: dict[str, Any], *, progress=None, timeout: float = 0) -> dict[str, Any]:
        self.calls.append((task, payload))
        self.patience = timeout
        if task == "pipelines":
            return {"pipelines": [{"name": "nl_news", "version": "1"}]}
        if task == "learn_sync":
            return {"missing": list(payload["documents"])}
        if task == "learn_documents":
            return {"taken": len(payload["documents"])}
        self.meanwhile()
        if self.lost:
            self.lost -= 1
            return {"lost": True}
        if progress:
            progress(1, 1)
        return {"decisions": payload["decisions"], "report": {"documents": 1}, "stale": self.stale}

    def tasks(self) -> list[str]:
        return [task for task, _ in self.calls]


def learner_of(session: Session, **options: Any) -> tuple[Learner, Recorder, Recorder]:
    quick, deep = Recorder(**options), Recorder()
    return Learner(session.project.path, "anna", quick, deep), quick, deep


def test_a_worker_that_hangs_is_not_waited_for_all_day(session: Session) -> None:
    finish(session)
    learner, quick, deep = learner_of(session)
    learner.request()
    learner.run()
    learner.request("deep")
    learner.run()
    assert 0 < quick.patience <= 600
    assert quick.patience < deep.patience <= 3_600


def test_the_reading_of_many_articles_is_part_of_the_progress_of_learning_in_depth(session: Session) -> None:
    session.project.add_documents([document(f"Tekst {number} over Raqqa.", id=f"e{number}") for number in range(80)])
    finish(session)
    learner, _, _ = learner_of(session)
    told: list[tuple[int, int]] = []
    learner.request("deep")
    learner.run(lambda *one: told.append(one))
    assert len(told) > 3
    assert told == sorted(told)
    assert told[0][0] < 200
    assert {total for _, total in told} == {1_000}
    assert told[-1] == (1_000, 1_000)


# -- what there is to learn from ----------------------------------------------------------------------------


def test_finished_documents_are_complete_and_others_are_not(session: Session) -> None:
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=((0, 2),)))
    half = decided_json(session.project, SCHEME, "d1", "anna")
    assert half is not None
    assert not half["complete"]
    session.do(SetStatus(document="d1", status="done"))
    whole = decided_json(session.project, SCHEME, "d1", "anna")
    assert whole is not None
    assert whole["complete"]
    assert whole["spans"][0][1:4] == ["entities", "ORG", [[0, 2]]]
    assert decided_json(session.project, SCHEME, "d2", "anna") is None
    assert decided_json(session.project, SCHEME, "d1", "bram") is None


def test_the_register_reads_only_what_is_new_and_hashes_what_is_decided(session: Session) -> None:
    register = Register("anna")
    assert not register.look(session.project, SCHEME)
    span = finish(session)
    assert register.look(session.project, SCHEME)
    first, seen = decisions_hash(register.digests), register.seen
    assert not register.look(session.project, SCHEME)
    assert register.seen == seen == 2
    session.do(DeleteSpan(document="d1", span=span))
    assert register.look(session.project, SCHEME)
    assert decisions_hash(register.digests) != first
    session.do(Undo())
    register.look(session.project, SCHEME)
    assert decisions_hash(register.digests) == first, "the same decisions have the same hash"


def test_what_others_decide_is_nothing_to_learn_from(session: Session) -> None:
    register = Register("anna")
    finish(Session(session.project, SCHEME, "bram"))
    assert not register.look(session.project, SCHEME)
    assert register.digests == {}
    assert register.untouched(session.project, 10) == ["d1", "d2"]


# -- the learner --------------------------------------------------------------------------------------------


def test_at_most_one_run_is_queued_and_a_deep_one_takes_its_place(session: Session) -> None:
    finish(session)
    learner, quick, deep = learner_of(session)
    assert learner.run() is None
    assert learner.request()
    assert not learner.request()
    assert learner.request("deep")
    assert not learner.request()
    outcome = learner.run()
    assert outcome is not None
    assert outcome.way == "deep"
    assert quick.calls == []
    assert deep.tasks() == ["learn_sync", "learn_documents", "learn_deep"]
    assert learner.run() is None


def test_a_run_sends_the_decisions_and_their_hash_and_tells_how_far_it_is(session: Session) -> None:
    finish(session)
    learner, quick, _ = learner_of(session)
    learner.request()
    told: list[tuple[int, int]] = []
    outcome = learner.run(lambda done, total: told.append((done, total)))
    assert outcome is not None
    assert not outcome.is_late
    assert told == [(1, 1)]
    sent = {one["id"]: one for one in quick.calls[1][1]["documents"]}
    assert sent["d1"]["decided"]["complete"]
    assert sent["d2"]["decided"] is None
    register = Register("anna")
    register.look(session.project, SCHEME)
    assert quick.calls[-1][1]["decisions"] == outcome.decisions == decisions_hash(register.digests)


def test_a_result_that_decisions_overtook_is_late_and_asks_for_another(session: Session) -> None:
    finish(session)
    learner, quick, _ = learner_of(session)
    quick.meanwhile = lambda: finish(session, "d2", ((0, 5),))
    learner.request()
    outcome = learner.run()
    assert outcome is not None
    assert outcome.is_late
    assert learner.is_pending
    quick.meanwhile = lambda: None
    again = learner.run()
    assert again is not None
    assert not again.is_late
    assert not learner.is_pending


def test_where_there_is_no_room_for_what_was_learned_in_depth_that_is_told_and_it_stays_due(
    session: Session, monkeypatch
) -> None:
    finish(session)
    finish(session, "d2", ((0, 5),))
    learner, _, _ = learner_of(session)

    def full(_self: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    learner.request("deep")
    with pytest.raises(KnownError, match=r"A002.*No space left") as caught:
        learner.run()
    assert str(learner.model) in caught.value.what
    assert learner.is_deep_due(2)


def test_a_worker_started_anew_is_taught_again_and_given_up_in_the_end(session: Session) -> None:
    finish(session)
    learner, quick, _ = learner_of(session, lost=1)
    learner.request()
    assert learner.run() is not None
    assert quick.tasks().count("learn_sync") == 2
    learner, quick, _ = learner_of(session, lost=99)
    learner.request()
    with pytest.raises(KnownError) as caught:
        learner.run()
    assert caught.value.code == "A501"
    assert quick.tasks().count("learn_update") == learning.ATTEMPTS


def test_what_can_only_be_taken_back_in_depth_queues_that(session: Session) -> None:
    finish(session)
    learner, quick, deep = learner_of(session)
    quick.stale = ["d1"]
    learner.request()
    outcome = learner.run()
    assert outcome is not None
    assert outcome.is_stale
    learner.run()
    assert deep.tasks()[-1] == "learn_deep"


def test_of_two_learners_side_by_side_neither_queues_what_only_the_other_does(session: Session) -> None:
    finish(session)
    quick, deep = Recorder(), Recorder()
    updating = Learner(session.project.path, "anna", quick, deep, only="update")
    deepening = Learner(session.project.path, "anna", quick, deep, only="deep")
    assert not updating.request("deep")
    deep.meanwhile = lambda: finish(session, "d2", ((0, 5),))
    assert deepening.request("deep")
    outcome = deepening.run()
    assert outcome is not None
    assert outcome.is_late
    assert not deepening.is_pending, "the update is for the other one; queued here it would never be run"
    quick.stale = ["d1"]
    assert updating.request("update")
    outcome = updating.run()
    assert outcome is not None
    assert outcome.is_stale
    assert updating.request("update"), "a deep run that nobody does here must not hold up the next update"


def test_depth_is_due_after_a_fifth_more(session: Session) -> None:
    learner, _, _ = learner_of(session)
    assert not learner.is_deep_due(1)
    assert learner.is_deep_due(2)


# -- training with figures ----------------------------------------------------------------------------------


def test_training_needs_a_finished_document(session: Session) -> None:
    session.do(CreateSpan(document="d1", layer="entities", label="ORG", fragments=((0, 2),)))
    with pytest.raises(KnownError) as caught:
        learning.train(session.project, SCHEME, Recorder(), source="anna")
    assert caught.value.code == "A603"


def test_training_leaves_the_project_alone_and_a_model_beside_it(session: Session) -> None:
    finish(session)
    finish(session, "d2", ((0, 5),))
    before = [one.hash for one in session.project.operations()]
    with WorkerClient() as client:
        report = learning.train(session.project, SCHEME, client.call, source="anna")
    assert [one.hash for one in session.project.operations()] == before
    model = model_path(session.project.path)
    assert Path(report["model"]["path"]) == model
    assert set(learned_lessons(model)) == {"d1", "d2"}
    assert report["documents"] == 2
    assert set(report["layers"]) == {"entities", "events"}
    assert [one["document"] for one in report["costs"]] == ["d1", "d2"]


def test_what_sittings_bring_a_few_at_a_time_is_learned_in_depth_as_well(session: Session) -> None:
    finish(session)
    with WorkerClient() as client:
        learning.train(session.project, SCHEME, client.call, source="anna")
        finish(session, "d2", ((0, 5),))
        learner = Learner(session.project.path, "anna", client.call, client.call)
        learner.request()
        assert learner.run() is not None
    model = model_path(session.project.path)
    assert (learned_in_depth(model), len(learned_lessons(model))) == (1, 2)
    another = Learner(session.project.path, "anna", Recorder(), Recorder())
    assert not another.is_deep_due(2)
    assert another.is_deep_due(3), "two more than at the last time, whatever was learned at once since"


def test_pipelines_that_speak_along_are_heard_on_what_is_learned_from(session: Session) -> None:
    finish(session)
    learner, quick, _ = learner_of(session)
    learner.request()
    learner.run()
    assert [payload["pipelines"] for task, payload in quick.calls if task == "learn_documents"] == [[]]
    pipelines.keep(session.project, ["learned", "spacy:nl_news", "spacy:nl_gone"])
    learner.request()
    learner.run()
    asked = [payload["pipelines"] for task, payload in quick.calls if task == "learn_documents"]
    assert asked[-1] == ["nl_news"], "the one that is installed here"


def test_a_damaged_model_knows_nothing(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"PK no zip")
    assert learned_lessons(tmp_path / "model") == {}
    assert learned_lessons(tmp_path / "none") == {}


def test_another_hour_is_worth_the_slope_times_the_documents_of_an_hour() -> None:
    def point(documents: int, f1: float) -> dict[str, Any]:
        return {"documents": documents, "layers": {"entities": {"labels": {"ORG": {"f1": f1, "existing": 9}}}}}

    spent = [{"active_seconds": 360.0}, {"active_seconds": 0.0}]
    (row,) = learning.worth([point(10, 0.5), point(20, 0.6)], spent)
    assert row["gain"] == pytest.approx(0.1)
    assert learning.worth([point(10, 0.5), point(20, 0.4)], spent)[0]["gain"] == 0
    assert learning.worth([point(20, 0.6)], spent) == []
