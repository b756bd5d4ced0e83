"""Learning from real decisions in a real project, through the services: what is rejected stays rejected."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.command import Accept, CreateSpan, Reject, SetStatus, Undo
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.nlp.client import WorkerClient
from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.learning import Learner
from annotator.services.lessons import learned_lessons
from annotator.services.safe_mode import VARIABLE
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from annotator.services.suggesting import Judged, judged_for, model_path, suggest, survey
from annotator.store.project import Project
from tests.samples import document

SCHEME = load_builtin("conflict-nl")
TEXTS = (
    "Het leger trok Homs binnen. In Homs en in Idlib bleef het stil.",
    "In Homs wachten honderden mensen. Ook Idlib wacht.",
    "De weg naar Homs is dicht. Wie naar Idlib wil, rijdt om.",
)


@pytest.fixture(scope="module")
def client():
    with WorkerClient() as one:
        yield one


@pytest.fixture
def session(tmp_path: Path, client: WorkerClient):
    project = Project.create(
        tmp_path / "news.annotator", scheme=SCHEME.source, scheme_name=SCHEME.name, scheme_version=SCHEME.version,
        tokenizer=SETTINGS, tokenizer_hash=settings_hash(SETTINGS),
    )  # fmt: skip
    with project:
        project.add_documents([document(text, id=f"d{number}") for number, text in enumerate(TEXTS, start=1)])
        suggest(project, SCHEME, [client.call])
        yield Session(project, SCHEME, "anna")


def named(session: Session, id: str, name: str) -> list[str]:
    text = session.project.document(id).text
    found = session.project.suggestions(id).values()
    return [one.id for one in found if one.layer == "entities" and covered(text, one.fragments) == name]


def decide(session: Session, id: str, *, refused: str = "", taken: str = "", is_done: bool = True) -> None:
    for one in named(session, id, refused):
        assert session.do(Reject(document=id, suggestion=one)).operation is not None
    for one in named(session, id, taken):
        assert session.do(Accept(document=id, suggestion=one)).operation is not None
    if is_done:
        session.do(SetStatus(document=id, status="done"))


def judged(session: Session, client: WorkerClient, id: str, *, way: str = "update") -> tuple[set[str], list[str]]:
    """What is shown in a document, and why what is hidden is, after learning from the annotator's decisions so far."""
    learner = Learner(session.project.path, session.actor, client.call, client.call)
    learner.request(way)
    assert learner.run() is not None
    read = session.project.document(id)
    names = survey(session.project, client.call)
    found: Judged = judged_for(
        read, SCHEME, client.call, names=names, suggesters=("learned",), model=str(model_path(session.project.path))
    )
    shown = {covered(read.text, one.fragments) for one in found.shown if one.layer == "entities"}
    return shown, [why for _, why in found.hidden]


def labels(session: Session, client: WorkerClient, id: str, name: str) -> set[str]:
    """The labels that what was learned last shows for a name."""
    read, model = session.project.document(id), str(model_path(session.project.path))
    names = survey(session.project, client.call)
    found = judged_for(read, SCHEME, client.call, names=names, suggesters=("learned",), model=model)
    return {one.label for one in found.shown if covered(read.text, one.fragments) == name}


@pytest.mark.parametrize("way", ["update", "deep"])
def test_a_rejected_name_stays_rejected_until_it_is_decided_otherwise(
    session: Session, client: WorkerClient, way: str
) -> None:
    assert named(session, "d2", "Homs"), "the rules know it: only the decision can keep it back"
    decide(session, "d1", refused="Homs", taken="Idlib")
    for later in ("d2", "d3"):
        shown, why = judged(session, client, later, way=way)
        assert "Homs" not in shown
        assert "Idlib" in shown, "and nothing else is held back"
        assert any(one.startswith("“Homs” was rejected as ") for one in why)
    start = session.project.document("d2").text.index("Homs")
    session.do(CreateSpan(document="d2", layer="entities", label="GPE", fragments=((start, start + 4),)))
    shown, why = judged(session, client, "d3", way=way)  # labelled once since it was twice rejected
    assert not any(one.startswith("“Homs” was rejected as GPE") for one in why)
    assert "Homs" in shown


@pytest.mark.parametrize("way", ["update", "deep"])
def test_a_name_that_was_rejected_last_stays_rejected_however_often_it_was_accepted(
    session: Session, client: WorkerClient, way: str
) -> None:
    decide(session, "d1", taken="Homs")
    decide(session, "d2", taken="Idlib", is_done=False)
    assert "Homs" in judged(session, client, "d3", way=way)[0]
    decide(session, "d2", refused="Homs")
    shown, why = judged(session, client, "d3", way=way)
    assert "Homs" not in shown
    assert any(one.startswith("“Homs” was rejected as GPE") for one in why)
    session.do(SetStatus(document="d1", status="busy"))  # the article it was accepted in is opened again
    session.do(SetStatus(document="d1", status="done"))
    assert "Homs" not in judged(session, client, "d3", way=way)[0], "which is no decision about it"


def test_a_label_that_was_corrected_is_not_proposed_for_that_name_where_it_never_had_it(
    session: Session, client: WorkerClient
) -> None:
    for one in named(session, "d1", "Homs"):
        session.do(Accept(document="d1", suggestion=one, label="ORG"))
    assert "Homs" in judged(session, client, "d2")[0]
    assert labels(session, client, "d2", "Homs") == {"ORG"}
    decide(session, "d3", taken="Homs", is_done=False)
    assert "Homs" in judged(session, client, "d2")[0]
    assert labels(session, client, "d2", "Homs") == {"GPE"}, "it has been both"


@pytest.mark.parametrize("way", ["update", "deep"])
def test_a_label_that_was_corrected_is_proposed_for_other_spellings_of_the_name(
    session: Session, client: WorkerClient, way: str
) -> None:
    session.project.add_documents([document("Ook HOMS wacht op hulp, en Homs' inwoners wachten mee.", id="e1")])
    suggest(session.project, SCHEME, [client.call])
    for one in named(session, "d1", "Homs"):
        session.do(Accept(document="d1", suggestion=one, label="ORG"))
    decide(session, "d1", taken="Idlib")
    judged(session, client, "e1", way=way)
    assert labels(session, client, "e1", "HOMS") == {"ORG"}, "neither the label that was wrong nor none"


@pytest.mark.parametrize("way", ["update", "deep"])
def test_words_that_were_taken_off_a_name_are_not_proposed_with_it_again(
    session: Session, client: WorkerClient, way: str
) -> None:
    session.project.add_documents(
        [document(f"In Oost-Ghouta is het {how} stil.", id=f"e{how}") for how in ("nu", "weer", "nog")]
    )
    suggest(session.project, SCHEME, [client.call])
    (whole,) = named(session, "enu", "Oost-Ghouta")
    assert session.do(Accept(document="enu", suggestion=whole, fragments=((8, 14),))).operation is not None
    shown, why = judged(session, client, "eweer", way=way)
    assert shown == {"Ghouta"}, "once is enough, also in an article that is not done"
    assert "“Oost-Ghouta” was rejected as LOC" in why
    (whole,) = named(session, "enog", "Oost-Ghouta")
    session.do(Accept(document="enog", suggestion=whole))
    assert "“Oost-Ghouta” was rejected as LOC" not in judged(session, client, "eweer", way=way)[1]


def test_words_that_were_added_to_a_name_say_nothing_against_it(session: Session, client: WorkerClient) -> None:
    (first, *_) = named(session, "d1", "Homs")
    start = session.project.document("d1").text.index("leger")
    end = session.project.document("d1").text.index(" binnen")
    assert session.do(Accept(document="d1", suggestion=first, fragments=((start, end),))).operation is not None
    assert "Homs" in judged(session, client, "d2")[0]


@pytest.mark.parametrize("is_done", [False, True])
def test_a_rejection_that_was_taken_back_hides_nothing(session: Session, client: WorkerClient, is_done: bool) -> None:
    decide(session, "d1", refused="Homs", is_done=is_done)
    assert "Homs" not in judged(session, client, "d3")[0]
    while session.do(Undo()).operation is not None:
        pass
    assert "Homs" in judged(session, client, "d3")[0], "though nothing else is decided in that article"


def test_what_was_taken_back_before_the_program_was_started_anew_is_left_to_learning_in_depth(
    session: Session, client: WorkerClient
) -> None:
    decide(session, "d2", refused="Homs", is_done=False)
    assert "Homs" not in judged(session, client, "d3")[0]
    session.do(Undo())
    with WorkerClient() as other:
        learner = Learner(session.project.path, "anna", other.call, other.call)
        learner.request()
        outcome = learner.run()
        assert outcome is not None
        assert outcome.is_stale
        assert learner.pending == "deep", "which takes it back"
        assert learner.run() is not None
        assert "Homs" in judged(session, other, "d3")[0]


def test_what_a_backup_that_was_put_in_place_does_not_have_is_left_to_learning_in_depth(
    session: Session, client: WorkerClient, tmp_path: Path
) -> None:
    decide(session, "d1", taken="Idlib")
    copied = tmp_path / "backup.annotator"
    with closing(sqlite3.connect(session.project.path)) as source, closing(sqlite3.connect(copied)) as target:
        source.backup(target)
    decide(session, "d2", refused="Homs")
    assert "Homs" not in judged(session, client, "d3")[0]
    learned = model_path(session.project.path).read_bytes()
    model_path(copied).write_bytes(learned)
    with Project.open(copied) as project, WorkerClient() as other:
        restored = Session(project, SCHEME, "anna")
        learner = Learner(copied, "anna", other.call, other.call)
        learner.request()
        outcome = learner.run()
        assert outcome is not None
        assert outcome.is_stale
        assert learner.run() is not None
        assert "Homs" in judged(restored, other, "d3")[0], "nobody has rejected it there"


@pytest.mark.parametrize("way", ["update", "deep"])
def test_each_annotator_is_taught_by_what_that_one_decided(session: Session, client: WorkerClient, way: str) -> None:
    bram = Session(session.project, SCHEME, "bram")
    decide(session, "d1", refused="Homs", taken="Idlib")
    assert "Homs" not in judged(session, client, "d3", way=way)[0]
    decide(bram, "d2", refused="Idlib", taken="Homs")
    shown, why = judged(bram, client, "d3", way=way)
    assert "Homs" in shown, "anna's rejection is none of bram's"
    assert "Idlib" not in shown
    assert learned_lessons(model_path(session.project.path)).keys() == {"d2"}
    with WorkerClient() as other:  # anna goes on another day
        shown, why = judged(session, other, "d3", way=way)
    assert "Homs" not in shown, "and bram's acceptance none of anna's"
    assert "Idlib" in shown
    assert any(one.startswith("“Homs” was rejected as GPE") for one in why)


@pytest.mark.parametrize("way", ["update", "deep"])
def test_what_gold_has_finished_teaches_those_who_have_not_decided_it(
    session: Session, client: WorkerClient, way: str
) -> None:
    bram, gold = Session(session.project, SCHEME, "bram"), Session(session.project, SCHEME, "gold")
    decide(bram, "d1", refused="Homs", taken="Idlib")
    decide(gold, "d1", taken="Idlib", is_done=False)
    assert "Homs" in judged(session, client, "d3", way=way)[0], "gold is not done with it"
    gold.do(SetStatus(document="d1", status="done"))
    assert "Homs" not in judged(session, client, "d3", way=way)[0]
    decide(session, "d1", taken="Homs", is_done=False)
    assert "Homs" in judged(session, client, "d3", way=way)[0], "what anna says of it comes first"


def test_text_of_a_document_not_done_is_unknown_and_of_a_done_one_it_is_an_answer(
    session: Session, client: WorkerClient
) -> None:
    decide(session, "d1", taken="Idlib", is_done=False)
    shown, _ = judged(session, client, "d2")
    assert {"Homs", "Idlib"} <= shown, "nobody has said anything about Homs"
    decide(session, "d1", is_done=True)
    decide(session, "d3", taken="Idlib")
    shown, _ = judged(session, client, "d2")
    assert "Idlib" in shown
    assert "Homs" not in shown, "passed over each time in what was read"


def test_safe_mode_goes_without_what_was_learned(
    session: Session, client: WorkerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    with pytest.raises(KnownError) as caught:
        suggest(session.project, SCHEME, [client.call], suggesters=("learned",))
    assert caught.value.code == "A503"
    assert "safe mode" in caught.value.what
    assert suggest(session.project, SCHEME, [client.call], suggesters=("rules",)).documents == 3
