"""Learning beside the desk: a finished article starts a run, what comes back late is dropped, controls stay bare."""

from __future__ import annotations

import json
import threading
import zipfile

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core import scheme_editing
from annotator.core.command import Accept, Reject, SetStatus, Undo
from annotator.core.suggestion import Provenance
from annotator.errors import KnownError
from annotator.gui.article import selection as selecting
from annotator.gui.inspector.reasons import reason
from annotator.gui.learning import teaching as teaching_module
from annotator.gui.learning.teaching import Teaching
from annotator.gui.learning.thread import Renewed
from annotator.nlp.worker.learned import choosing
from annotator.nlp.worker.learned.manifest import FORMAT, MANIFEST
from annotator.services import scheme_versions
from annotator.services.conduct import Conduct, set_conduct
from annotator.services.history import entries
from annotator.services.learning import Outcome
from annotator.services.projects import scheme_of
from annotator.services.session import Session
from annotator.services.suggesting import Judged, model_path
from tests.gui.conftest import article
from tests.samples import at, suggestion

HASH = "0123456789abcdef"


class FakeLearner:
    """Runs at once, or waits at `gate`; `late` and `stale` say what came of it."""

    def __init__(self) -> None:
        self.pending = None
        self.ran: list[str] = []
        self.is_due = False
        self.late = self.stale = False
        self.gate = threading.Event()
        self.gate.set()
        self.problem: Exception | None = None

    @property
    def is_pending(self) -> bool:
        return self.pending is not None

    def request(self, way="update") -> bool:
        is_new = self.pending is None
        self.pending = way
        return is_new

    def run(self, progress):
        way, self.pending = self.pending, None
        progress(1, 2)
        self.gate.wait(5)
        self.ran.append(way)
        if self.problem is not None:
            raise self.problem
        return Outcome(way, f"{HASH}{len(self.ran)}", 1, 0.1, is_late=self.late, is_stale=self.stale)

    def is_deep_due(self, finished: int) -> bool:
        is_due, self.is_due = self.is_due, False
        return is_due


class Fakes:
    def __init__(self) -> None:
        self.quick, self.deep = FakeLearner(), FakeLearner()
        self.asked: list[str] = []
        self.stopped = 0

    def judge(self, document) -> Judged:
        self.asked.append(document.id)
        return judged(document)

    def stop(self) -> None:
        self.stopped += 1
        self.quick.gate.set()
        self.deep.gate.set()


def judged(document, decisions: str = HASH[:12]) -> Judged:
    learned = Provenance("learned", "1", "crf", decisions)
    shown = suggestion(document, "entities", "GPE", document.tokens.ranges[0])._replace(provenance=learned)
    kept = suggestion(document, "entities", "LOC", document.tokens.ranges[1], score=0.2)._replace(provenance=learned)
    return Judged([shown], [(kept, "too unlikely: 0.20 where 0.33 is shown")], decisions)


@pytest.fixture
def fakes() -> Fakes:
    return Fakes()


@pytest.fixture
def teaching(window, fakes):
    window.settle()
    made = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    made.begin()
    yield made
    made.close()


def run_of(window, document: str) -> dict:
    return window.desk.session.project.suggestion_run(document) or {}


def test_a_finished_article_is_learned_from_and_the_next_gets_its_suggestions_anew(
    qtbot, window, teaching, fakes, keys
):
    fakes.quick.gate.clear()
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: "1 of 2" in teaching.label.text(), timeout=5_000)
    assert window.desk.document == "d2", "the window does not wait for it"
    fakes.quick.gate.set()
    qtbot.waitUntil(lambda: run_of(window, "d2").get("decisions") == teaching.decisions, timeout=5_000)
    assert teaching.decisions == HASH[:12]
    assert [one.label for one in window.desk.state.suggestions.values()] == ["GPE"]
    qtbot.waitUntil(lambda: teaching.label.text() == "learned from 1 article", timeout=5_000)
    qtbot.waitUntil(lambda: len(fakes.asked) > 1, timeout=5_000)
    assert fakes.asked == ["d2", "d3"], "the open one first, then those that follow; none that is done"


def test_where_the_only_finished_article_is_taken_up_again_nothing_is_said_to_be_learned_from(
    qtbot, window, teaching, keys
) -> None:
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: teaching.label.text() == "learned from 1 article", timeout=5_000)
    keys("Ctrl+Z")
    assert window.desk.session.project.counts("anna")["done"] == 0
    qtbot.waitUntil(lambda: teaching.label.text() == "no finished article to learn from yet", timeout=5_000)


def test_an_article_that_was_begun_meanwhile_keeps_its_suggestions(qtbot, window, teaching, fakes, keys) -> None:
    keys("Ctrl+Enter")
    fakes.quick.gate.clear()
    (old,) = window.desk.state.suggestions.values()
    window.desk.do(Accept(document="d2", suggestion=old.id))
    fakes.quick.gate.set()
    qtbot.waitUntil(lambda: fakes.asked[-1:] == ["d3"], timeout=5_000)
    assert old.id in window.desk.session.project.suggestions("d2")
    assert run_of(window, "d2") == {}


def test_a_suggestion_at_hand_does_not_go_from_under_the_fingers(window, teaching, keys) -> None:
    window.desk.open("d2")
    keys("Tab")
    old = window.article.current
    teaching.decisions = HASH[:12]
    read = window.desk.session.project.document("d2")
    other = judged(read)
    teaching._renewed(Renewed("d2", read.sha256, other, HASH[:12]))
    assert window.article.current == old, "the next key is about what was there when it was taken to hand"
    ids = {one.id for one in other.shown}
    assert set(window.desk.state.suggestions) == {old.id, *ids}, "but all the others are those learned last"
    assert run_of(window, "d2")["decisions"] == HASH[:12]


def test_a_suggestion_at_hand_that_is_found_again_takes_over_its_new_score(window, teaching, keys) -> None:
    window.desk.open("d2")
    keys("Tab")
    old = window.article.current
    teaching.decisions = HASH[:12]
    read = window.desk.session.project.document("d2")
    same = suggestion(read, "entities", old.label, old.fragments[0], score=0.99)._replace(id="another")
    teaching._renewed(Renewed("d2", read.sha256, Judged([*judged(read).shown, same], [], HASH[:12]), HASH[:12]))
    assert run_of(window, "d2")["decisions"] == HASH[:12]
    assert (window.article.current.id, window.article.current.score) == ("another", 0.99)


def test_a_selection_does_not_keep_back_what_was_learned(window, teaching, keys) -> None:
    window.desk.open("d2")
    window.article.setFocus()
    window.article.set_selection(selecting.at(window.article.document, 0))
    chosen = window.article.selection
    teaching.decisions = HASH[:12]
    read = window.desk.session.project.document("d2")
    teaching._renewed(Renewed("d2", read.sha256, judged(read), HASH[:12]))
    assert run_of(window, "d2")["decisions"] == HASH[:12]
    assert window.article.selection == chosen


def test_what_was_found_by_older_decisions_is_dropped(window, teaching) -> None:
    teaching.decisions = "newer"
    read = window.desk.session.project.document("d2")
    teaching._renewed(Renewed("d2", read.sha256, judged(read), HASH[:12]))
    teaching._renewed(Renewed("d2", read.sha256, judged(read), "newer"))
    assert teaching.dropped == 2, "asked for by older decisions, or judged by other ones"
    assert run_of(window, "d2") == {}
    teaching._renewed(Renewed("d2", read.sha256, judged(read, "newer"), "newer"))
    assert teaching.dropped == 2
    assert run_of(window, "d2")["decisions"] == "newer"


def test_what_was_learned_under_an_earlier_scheme_or_for_a_closed_window_is_nobodys(window, teaching, fakes) -> None:
    read, session = window.desk.session.project.document("d2"), window.desk.session
    teaching.decisions = HASH[:12]
    changed = scheme_editing.without(session.scheme, session.scheme.label("entities", "PERSON"))
    scheme_versions.change(session.project, scheme_versions.checked(changed), actor="lead", withdraw=True)
    teaching._renewed(Renewed("d2", read.sha256, judged(read), HASH[:12]))
    teaching._learned(Outcome("update", f"{HASH}9", 1, 0.1))
    assert (teaching.dropped, run_of(window, "d2"), teaching.decisions) == (1, {}, HASH[:12])
    window.desk._made_for = session.scheme = scheme_of(session.project)
    teaching.close()
    teaching._learned(Outcome("deep", f"{HASH}9", 1, 0.1))
    assert (fakes.quick.pending, teaching._thread) == (None, None), "no worker is started for a window that is gone"


@pytest.mark.parametrize(("labels", "runs"), [({}, []), ({"entities": ["RIVER"]}, ["update"])])
def test_what_was_learned_for_other_labels_is_made_anew_at_once(qtbot, window, fakes, labels, runs) -> None:
    """Nobody need finish another article after a change of the scheme: what is there counts under the new one."""
    window.settle()
    manifest = {"format": FORMAT, "decisions": HASH, "source": "anna", "lessons": {}, "parts": {}}
    manifest["labels"] = {**window.desk.scheme.label_names(), **labels}
    with zipfile.ZipFile(model_path(window.desk.session.project.path), "w") as file:
        file.writestr(MANIFEST, json.dumps(manifest))
    made = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    made.begin()
    qtbot.wait(100)
    assert fakes.quick.ran == runs
    assert made.decisions != ""
    made.close()


def test_a_late_run_shows_nothing_of_its_own(qtbot, window, teaching, fakes, keys) -> None:
    fakes.quick.late = True
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update"], timeout=5_000)
    QApplication.processEvents()
    assert teaching.decisions == ""
    assert fakes.asked == []


def test_what_was_decided_anew_holds_at_once_and_what_it_took_back_after_learning_in_depth(
    qtbot, window, teaching, fakes, keys
) -> None:
    fakes.quick.stale = True
    fakes.deep.gate.clear()
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: run_of(window, "d2").get("decisions") == HASH[:12], timeout=5_000)
    first = run_of(window, "d2")["at"]
    fakes.quick.stale = False
    fakes.deep.gate.set()
    qtbot.waitUntil(lambda: len(fakes.quick.ran) == 2, timeout=5_000)
    assert fakes.deep.ran == ["deep"]
    qtbot.waitUntil(lambda: run_of(window, "d2")["at"] != first, timeout=5_000)
    assert run_of(window, "d2")["decisions"] == HASH[:12], "by the same decisions, learned anew"
    asked = len(fakes.asked)
    window.desk.open("d3")
    window.desk.open("d2")
    assert len(fakes.asked) == asked, "once"


def test_learning_in_depth_goes_on_beside_updates_and_one_follows_it(qtbot, window, teaching, fakes, keys) -> None:
    fakes.quick.is_due = fakes.deep.is_due = True
    fakes.deep.gate.clear()
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: "50 %" in teaching.label.text(), timeout=5_000)
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: len(fakes.quick.ran) == 2, timeout=5_000)
    assert fakes.deep.ran == [], "it is still at it"
    fakes.deep.gate.set()
    qtbot.waitUntil(lambda: len(fakes.quick.ran) == 3, timeout=5_000)


def test_why_nothing_was_learned_is_told(qtbot, window, teaching, fakes, keys) -> None:
    fakes.quick.problem = KnownError("A501", "the worker ended", "try again")
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: "nothing was learned" in window.status.message.text(), timeout=5_000)
    assert "the worker ended" in window.status.message.text()
    assert teaching.label.isHidden()


def test_a_defect_in_learning_is_told_and_does_not_end_it(qtbot, window, teaching, fakes, keys, monkeypatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))
    fakes.quick.problem = ZeroDivisionError("by nought")
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: "ZeroDivisionError: by nought" in window.status.message.text(), timeout=5_000)
    assert teaching.label.isHidden()
    qtbot.waitUntil(lambda: caught == [ZeroDivisionError], timeout=5_000)
    fakes.quick.problem = None
    fakes.quick.request()
    teaching._thread._wake()
    qtbot.waitUntil(lambda: len(fakes.quick.ran) == 2, timeout=5_000)
    qtbot.waitUntil(lambda: not teaching._thread.is_learning, timeout=5_000)


def test_a_model_that_cannot_be_used_is_made_anew_without_a_word_and_once(
    qtbot, window, teaching, fakes, monkeypatch
) -> None:
    problems = [KnownError("A504", "it is damaged", "train it again")] * 2

    def judge(document) -> Judged:
        if problems:
            raise problems.pop()
        return judged(document)

    monkeypatch.setattr(fakes, "judge", judge)
    teaching.decisions = HASH[:12]
    window.desk.open("d3")
    qtbot.waitUntil(lambda: "nothing was learned: it is damaged" in window.status.message.text(), timeout=5_000)
    assert fakes.quick.ran == ["update"], "then asked for again, and refused again"
    window.desk.open("d2")
    qtbot.waitUntil(lambda: run_of(window, "d2").get("decisions") == teaching.decisions, timeout=5_000)
    assert fakes.quick.ran == ["update"]


def test_closing_the_window_ends_what_is_going_on(qtbot, window, teaching, fakes, keys) -> None:
    fakes.quick.gate.clear()
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: "1 of 2" in teaching.label.text(), timeout=5_000)
    thread = teaching._thread
    window.close()
    assert thread.isFinished()
    assert fakes.stopped >= 1


def test_the_lead_can_switch_it_off(qtbot, window, teaching, fakes, keys) -> None:
    window.desk.session.conduct = Conduct(learns=False)
    keys("Ctrl+Enter")
    assert teaching._soon.isActive()
    qtbot.waitUntil(lambda: not teaching._soon.isActive(), timeout=5_000)
    assert teaching._thread is None


def test_a_key_asks_why_something_is_not_shown(qtbot, window, teaching, fakes, keys) -> None:
    teaching.decisions = HASH[:12]
    window.desk.open("d3")
    qtbot.waitUntil(lambda: run_of(window, "d3").get("decisions") == HASH[:12], timeout=5_000)
    window.article.setFocus()
    window.article.set_selection(selecting.at(window.article.document, at("Niemand sprak.", "sprak")[0]))
    keys("h")
    window.settle()
    assert "too unlikely: 0.20 where 0.33 is shown" in str(window.inspector._shown)
    assert [one.label for one in window.article.book.hidden_in(0)] == ["LOC"]


def test_while_what_is_not_shown_is_looked_up_nobody_says_that_nothing_is(
    qtbot, window, teaching, fakes, keys, monkeypatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(fakes, "judge", lambda document: gate.wait(5) and judged(document))
    window.desk.open("d2")
    teaching.decisions = HASH[:12]
    keys("h")
    assert window.status.message.text() == "looking up what is not shown here; dots will mark it"
    gate.set()
    qtbot.waitUntil(lambda: [one.label for one in window.article.book.hidden_in(0)] == ["LOC"], timeout=5_000)
    keys("h", "h")
    assert window.status.message.text() == "dots mark what is not shown; the inspector says why"
    keys("h")
    window.desk.open("d3")
    window.beside.keep_back("d3", judged(window.desk.state.document).hidden)
    keys("h")
    assert window.status.message.text() == "dots mark what is not shown; the inspector says why", "known before"
    teaching.decisions = ""
    window.beside._kept_back.clear()
    window.desk.open("d3")
    keys("h", "h")
    assert "nothing is hidden here" in window.status.message.text(), "nothing was learned: nothing can come"


def test_every_reason_of_the_suggester_has_words_of_the_window() -> None:
    worded = {
        "“Raqqa” was rejected as ORG": "“Raqqa” was rejected as ORG",
        f"too unlikely: 0.21 where {choosing.LIKELY} is shown": f"too unlikely: 0.21 where {choosing.LIKELY} is shown",
        "too unlikely: 0.21 and what rules do not find was mostly wrong here so far": "too unlikely: 0.21 and what "
        "rules do not find was mostly wrong here so far",
        "GPE “Raqqa” is likelier there": "GPE “Raqqa” is likelier there",
        "GPE “Raqqa” is what the rules find there": "GPE “Raqqa” is what the rules find there, and they still come "
        "first",
        "crf was right on 2 of 9 held-out claims of LOC": "the tagger has to be silent on LOC: only 2 of 9 were right "
        "elsewhere",
    }
    assert {text: reason(text) for text in worded} == worded
    assert reason("something else") == "something else"


def test_a_control_article_shows_none_and_says_so(qtbot, project, session, window, teaching, fakes, keys) -> None:
    seed = next(n for n in range(1, 200) if Conduct(controls=0.5, seed=n).is_control("d2"))
    set_conduct(project, controls=0.5, seed=seed)
    session.conduct = Conduct(controls=0.5, seed=seed)
    session.forget()
    teaching.decisions = HASH[:12]
    window.desk.open("d2")
    window.settle()
    assert window.desk.state.suggestions == {}
    assert "control article" in window.status.figures.text()
    assert "control article" in str(window.inspector._shown).lower()
    assert "d2" not in fakes.asked
    read = project.document("d2")
    teaching._renewed(Renewed("d2", read.sha256, judged(read), HASH[:12]))
    assert project.suggestions("d2") == {}, "not even a learned one"
    window.article.setFocus()
    keys("h")
    window.settle()
    QApplication.processEvents()
    assert "d2" not in fakes.asked, "nor is it looked up what was kept back there"
    assert not any(window.article.book.hidden_in(block) for block in range(window.article.book.block_count))


def controlled(project, session, **more: float) -> None:
    seed = next(n for n in range(1, 200) if Conduct(controls=0.5, seed=n).is_control("d3"))
    session.conduct = set_conduct(project, controls=0.5, seed=seed, **more)


def test_no_suggestions_are_fetched_for_a_control_nor_taken_in_when_they_come(window, project, session) -> None:
    window.settle()
    controlled(project, session)
    asked: list[str] = []
    window._suggest = lambda document: asked.append(document.id) or []
    window.desk.open("d3")
    assert not window.is_made("suggesting")
    read = project.document("d3")
    found = [suggestion(read, "entities", "ORG", read.tokens.ranges[0])]
    window.desk.take_suggestions("d3", read.sha256, found, {"suggesters": ["rules"]})
    assert project.suggestions("d3") == {}
    assert asked == []


def test_suggestions_that_come_in_bring_planted_ones_which_look_like_them(window, project, session) -> None:
    window.settle()
    text = "In Raqqa en Homs en Idlib en Hama en Aleppo en Palmyra en Mosul zwijgt men over Tikrit en Kirkuk."
    project.add_documents([article(text, id="d4")])
    read = project.document("d4")
    names = ("Raqqa", "Homs", "Idlib", "Hama")
    found = [suggestion(read, "entities", "GPE", at(text, name)) for name in names]
    session.conduct = set_conduct(project, planted=0.5, seed=3)
    window.desk.open("d4")
    window.desk.take_suggestions("d4", read.sha256, found, {"suggesters": ["rules"]})
    wrong = [one for one in window.desk.state.suggestions.values() if one.provenance.suggester == "planted"]
    assert wrong
    window.article.set_current(wrong[0].id)
    window.settle()
    assert "planted" not in str(window.inspector._shown)
    assert "rules" in str(window.inspector._shown)
    window.desk.do(Accept(document="d4", suggestion=wrong[0].id))
    assert [one.suggester for one in entries(session, "d4")] == ["rules"], "nor does the history tell"


def test_a_decision_in_an_article_that_is_not_done_starts_nothing_and_one_in_a_done_one_does(
    qtbot, window, teaching, fakes, keys
) -> None:
    (first, second, *_) = window.desk.state.suggestions
    window.desk.do(Accept(document="d1", suggestion=first))
    qtbot.waitUntil(lambda: not teaching._soon.isActive(), timeout=5_000)
    assert teaching._thread is None
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update"], timeout=5_000)
    window.desk.open("d1")
    window.desk.do(Accept(document="d1", suggestion=second))
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update", "update"], timeout=5_000)


def test_an_article_that_gold_has_finished_is_not_judged_by_who_knows_the_answers(
    qtbot, project, scheme, window, teaching, fakes, keys
) -> None:
    Session(project, scheme, "gold").do(SetStatus(document="d2", status="done"))
    keys("Ctrl+Enter")
    qtbot.waitUntil(lambda: fakes.asked == ["d3"], timeout=5_000)
    assert run_of(window, "d2") == {}


def test_what_was_learned_for_another_annotator_is_learned_anew_at_the_start(
    qtbot, window, fakes, session, monkeypatch
) -> None:
    session.do(SetStatus(document="d1", status="done"))
    window.desk.open("d2")
    monkeypatch.setattr(teaching_module, "learned_hash", lambda _model, source=None: "" if source else "f" * 64)
    made = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    made.begin()
    assert made.decisions == ""
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update"], timeout=5_000)
    made.close()


def test_what_is_decided_in_an_article_that_is_left_undone_is_learned_from_when_it_is_left(
    qtbot, window, teaching, fakes
) -> None:
    (first, *_) = window.desk.state.suggestions
    window.desk.open("d2")
    window.desk.open("d1")
    window.desk.do(Reject(document="d1", suggestion=first))
    window.desk.touched.emit({"d3"})  # as when suggestions came
    qtbot.waitUntil(lambda: not teaching._soon.isActive(), timeout=5_000)
    assert fakes.quick.ran == []
    window.desk.open("d2")
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update"], timeout=5_000)
    qtbot.waitUntil(lambda: run_of(window, "d2").get("decisions") == teaching.decisions, timeout=5_000)
    window.desk.open("d1")
    window.desk.open("d2")
    qtbot.waitUntil(lambda: not teaching._soon.isActive(), timeout=5_000)
    assert fakes.quick.ran == ["update"], "nothing was decided since"
    window.desk.open("d1")
    window.desk.do(Undo())
    window.desk.open("d2")
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update", "update"], timeout=5_000)


def test_what_the_last_sitting_ended_too_soon_to_learn_is_learned_in_the_next(qtbot, window, fakes, session) -> None:
    window.settle()
    session.do(SetStatus(document="d1", status="done"))
    window.desk.open("d2")
    made = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    made.begin()
    qtbot.waitUntil(lambda: fakes.quick.ran == ["update"], timeout=5_000)
    made.close()


def test_what_gold_taught_is_what_a_new_annotator_begins_with(qtbot, window, fakes, monkeypatch) -> None:
    window.settle()
    known = {None: "f" * 64, "gold": HASH, "anna": ""}
    monkeypatch.setattr(teaching_module, "learned_hash", lambda _model, source=None: known[source])
    made = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    made.begin()
    assert made.decisions == HASH[:12]
    window.desk.open("d3")
    qtbot.waitUntil(lambda: run_of(window, "d3").get("decisions") == HASH[:12], timeout=5_000)
    made.close()
    known["gold"] = ""
    another = Teaching(window, make=lambda _window: (fakes.quick, fakes.deep, fakes.judge, fakes.stop))
    another.begin()
    assert another.decisions == "", "what another annotator taught is not"
    another.close()


def test_what_came_with_a_work_package_by_what_its_sender_learned_stays(window, teaching, keys) -> None:
    project = window.desk.session.project
    read = project.document("d2")
    learned = Provenance("learned", "1", "crf+memory", "sender")
    sent = suggestion(read, "entities", "ORG", at(read.text, "Belga"), score=0.97)._replace(provenance=learned)
    project.put_suggestions("d2", [sent], run={"package": "7f" * 16})
    window.desk.open("d2")
    teaching.decisions = HASH[:12]
    rules = Provenance("rules", "1", "rules: gazetteer:places", HASH[:12])
    found = suggestion(read, "entities", "GPE", at(read.text, "Raqqa"))._replace(provenance=rules)
    teaching._renewed(Renewed("d2", read.sha256, Judged([found], [], HASH[:12]), HASH[:12]))
    assert project.suggestions("d2") == {sent.id: sent}, "what the rules alone find was kept back by the sender"
    assert run_of(window, "d2")["handed_out"] == "7f" * 16


def test_in_an_article_that_was_begun_what_was_rejected_elsewhere_is_open_no_longer(
    qtbot, window, teaching, fakes, keys, monkeypatch
) -> None:
    open_ones = {one.id: one for one in window.desk.state.suggestions.values()}
    names = {one.label: one for one in open_ones.values()}
    window.desk.do(Accept(document="d1", suggestion=names["DATE"].id))
    window.desk.open("d2")
    qtbot.waitUntil(lambda: bool(teaching.decisions) and not teaching._thread.is_learning, timeout=5_000)
    hidden = [
        (names["CARDINAL"], "“twaalf” was rejected as CARDINAL"),
        (names["LOC"], "too unlikely: 0.20 where 0.5 is shown"),
    ]
    monkeypatch.setattr(teaching._thread, "_judge", lambda _document: Judged([], hidden, teaching.decisions))
    window.desk.open("d1")
    qtbot.waitUntil(lambda: names["CARDINAL"].id not in window.desk.state.suggestions, timeout=5_000)
    assert window.desk.state.suggestions.keys() == open_ones.keys() - {names["CARDINAL"].id}, "and nothing else goes"
    window.article.set_current(names["LOC"].id)
    read = window.desk.state.document
    refused = [(names["LOC"], "“Tal Afar” was rejected as LOC")]
    teaching._renewed(Renewed("d1", read.sha256, Judged([], refused, teaching.decisions), teaching.decisions))
    assert names["LOC"].id in window.desk.state.suggestions, "it is at hand"
