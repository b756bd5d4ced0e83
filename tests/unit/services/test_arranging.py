"""The list in the order of learning: what is open by that order, what is done below, dropped when nobody waits."""

from __future__ import annotations

from annotator.core.command import SetStatus
from annotator.services.arranging import Arranger, as_any_other
from annotator.services.conduct import set_conduct
from annotator.services.ordering import Waiting, ordered
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from tests.samples import at, document, suggestion

SCHEME = load_builtin("conflict-nl")
IDS = ["d1", "d2", "e1", "e2"]


def unsure(project) -> None:
    project.add_documents([document("In Raqqa is het stil vandaag, zegt men.", id="e1")])
    project.add_documents([document("In Raqqa is het stil vandaag, zei men.", id="e2")])
    for id, score in (("d1", 0.99), ("d2", 0.5), ("e1", 0.9), ("e2", 0.9)):
        read = project.document(id)
        word = "Belga" if "Belga" in read.text else "Raqqa"
        project.put_suggestions(id, [suggestion(read, "entities", "ORG", at(read.text, word), score=score)], run={})


def test_the_unsure_come_first_or_last_and_the_done_below(project) -> None:
    unsure(project)
    arranger = Arranger()
    assert arranger.arranged(project, IDS, "teaching", "anna", breathe=lambda: True)[0] == "d2"
    assert arranger.arranged(project, IDS, "easiest", "anna", breathe=lambda: True)[-1] == "d2"
    Session(project, SCHEME, "anna").do(SetStatus(document="d2", status="done"))
    assert arranger.arranged(project, IDS, "teaching", "anna", breathe=lambda: True)[-1] == "d2"
    assert arranger.arranged(project, IDS, "teaching", "bram", breathe=lambda: True)[0] == "d2"


def test_articles_of_nearly_the_same_text_stand_together_also_once_one_of_them_is_done(project) -> None:
    unsure(project)
    text = " ".join(f"woord{number}" for number in range(80))
    copies = [("f1", text), ("f2", text.replace("woord40", "anders")), ("f3", f"{text} slot")]
    for (id, of), score in zip(copies, (0.5, 0.99, 0.98), strict=True):
        project.add_documents([document(of, id=id)])
        project.put_suggestions(id, [suggestion(project.document(id), "entities", "ORG", (0, 6), score=score)], run={})
    arranger, ids = Arranger(), [*IDS, "f1", "f2", "f3"]
    found = arranger.arranged(project, ids, "teaching", "anna", breathe=lambda: True)
    place = found.index("f1")
    assert found[place : place + 3] == ["f1", "f2", "f3"]
    Session(project, SCHEME, "anna").do(SetStatus(document="f1", status="done"))
    found = arranger.arranged(project, ids, "teaching", "anna", breathe=lambda: True)
    assert abs(found.index("f2") - found.index("f3")) == 1


def test_it_ends_when_nobody_waits(project) -> None:
    unsure(project)
    assert Arranger().arranged(project, IDS, "teaching", "anna", breathe=lambda: False) is None


def test_answered_suggestions_have_no_say(project) -> None:
    unsure(project)
    assert project.open_scores(["d1", "d2"], "anna") == {"d1": [0.99], "d2": [0.5]}
    assert project.open_scores(["d3"], "anna") == {}


def test_control_documents_stand_among_the_others_in_either_order() -> None:
    waiting = [Waiting(f"d{number:02}", "2018-05-01", (0.5,) * (number % 7 + 1), 900 + number) for number in range(60)]
    bare = {one.id for one in waiting[::4]}
    shown = [Waiting(one.id, one.date, () if one.id in bare else one.scores, one.characters) for one in waiting]
    for order in ("teaching", "easiest"):
        ids = ordered(as_any_other(shown, bare), order)
        places = [place for place, id in enumerate(ids) if id in bare]
        assert 20 < sum(places) / len(places) < 40, "neither all first nor all last"
        assert ordered(as_any_other(shown, bare), order) == ids, "and in the same place each time"
    assert as_any_other(shown, {one.id for one in shown}) == shown, "nobody to be like"


def test_a_control_document_is_not_put_last_for_having_no_suggestions(project, monkeypatch) -> None:
    unsure(project)
    monkeypatch.setattr("annotator.services.safeguards.is_control", lambda document, **_: document == "d1")
    set_conduct(project, controls=0.2)
    assert project.open_scores(["d1"], "anna") == {}
    before = Arranger().arranged(project, ["d1", "d2"], "easiest", "anna", breathe=lambda: True)
    after = Arranger().arranged(project, ["d2", "d1"], "easiest", "anna", breathe=lambda: True)
    assert before == after == ["d1", "d2"], "it is like the only other one: their ids decide"
    assert Arranger().arranged(project, ["d2", "d1"], "teaching", "anna", breathe=lambda: True) is not None
