"""Learning beside the desk: asks for a run when an article is done, tells how far it is, takes in what came in time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSizePolicy

from annotator.gui.learning.thread import LearningThread
from annotator.gui.long_work import AtClosing
from annotator.gui.parts import PlainLabel
from annotator.services.comparing import GOLD
from annotator.services.conduct import comes_bare
from annotator.services.lessons import learned_hash, learned_lessons
from annotator.services.renewing import renewed as renewed_of_package
from annotator.services.renewing import without_refused
from annotator.services.safe_mode import is_safe_mode
from annotator.services.session import now
from annotator.services.suggesting import LEARNED, is_learned_for, judged_for, known_names, model_path
from annotator.store.listing import UNDONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.document import Document
    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.article.marks import Mark
    from annotator.gui.learning.thread import Judge, Renewed
    from annotator.gui.main_window import MainWindow
    from annotator.services.learning import Learner, Outcome, Way
    from annotator.services.session import Session
    from annotator.services.suggesting import Judged

    Made = tuple[Learner, Learner, Judge, Callable[[], None]]

SOON = 150  # milliseconds after an article was done: the next one is painted first
FEW = 8  # touched articles that are looked at one by one
MANY = 8  # finished articles that nothing was learned from: an update of so many takes as long as learning in depth
AHEAD = 12  # articles of the list whose suggestions are made anew after each update
FAR_AHEAD = 200  # after learning in depth: their scores say what teaches most
LOOKED_AT = 4  # lines of the list in which these are sought, for each of them
SHORT = 12  # characters of the hash of decisions that suggestions keep


class Teaching(QObject):
    """One for each window; makes its workers with the first run. `dropped` counts results that came too late."""

    def __init__(self, window: MainWindow, *, make: Callable[[MainWindow], Made] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.desk.session
        self._make = make or _made
        self._thread: LearningThread | None = None
        self._deep: LearningThread | None = None
        self._learner: Learner | None = None  # of learning in depth
        self._done: set[str] = set()
        self._touched_ones: set[str] = set()
        self._told: set[str] = set()  # articles that changed with what was written last
        self._unlearned: set[str] = set()  # decided in since the last update: learned from when they are left
        self.decisions = ""  # the first characters of the hash of what was learned last
        self._is_own = False  # whether that were this annotator's decisions
        self.dropped = 0
        self._is_closed = False
        self._reach = AHEAD
        self._anew: set[str] | None = None  # who got suggestions since the same decisions were learned anew
        self.label = PlainLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.label.setAccessibleName(self.tr("Learning"))
        self.label.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether the window is to learn: not in safe mode, nor where the lead or the file says no."""
        session = self._session
        return session.conduct.learns and not session.project.is_read_only and not is_safe_mode()

    def begin(self) -> None:
        """Follows the desk from now on."""
        window = self._window
        model, actor = model_path(self._session.project.path), self._session.actor
        own = learned_hash(model, actor)
        self._is_own = bool(own)
        self.decisions = (own or learned_hash(model, GOLD))[:SHORT]  # what gold taught is good to begin with
        self._done = set(self._session.project.ids_with_status(self._session.actor, "done"))
        self._unlearned = _left_behind(self._session, self._done, decisions=self.decisions)
        window.status.add_part(self.label)
        window.desk.touched.connect(self._touched)
        window.desk.saved.connect(self._saved)
        window.desk.opened.connect(self._opened)
        window.beside.kept_back_wanted.connect(self._explain)
        AtClosing(window, self.close)
        if own and not is_learned_for(model, self._session.scheme, actor):
            self.learn("update")  # the scheme was changed: what was learned follows it, and waits for no more articles
        state = window.desk.state
        if state is not None:
            self._opened(state)

    # -- asking -----------------------------------------------------------------------------------------

    def _touched(self, documents: set[str]) -> None:
        """Notes articles that changed; whether that is a lesson is looked up when the change is painted."""
        self._touched_ones |= documents
        self._told = documents
        self._look_soon()

    def _saved(self, _at: str) -> None:
        """What was written is a decision, so that what was touched is more than a line of the list."""
        self._unlearned |= self._told

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        """Looks which of the articles that were touched are done, or were, and which were left with decisions.

        Nothing else has to be learned at once: what is decided in the open article is not to be proposed in the next.
        """
        session, touched = self._session, self._touched_ones
        self._touched_ones = set()
        if session.is_held:
            return  # a command over many articles writes; it tells of them again when it has
        if len(touched) <= FEW:
            done = {row.id for row in session.project.rows(sorted(touched), session.actor) if row.status == "done"}
        else:
            done = touched.intersection(session.project.ids_with_status(session.actor, "done"))
        has_lesson = bool(done or touched & self._done or self._unlearned - {self._window.desk.document})
        self._done = (self._done - touched) | done
        if has_lesson and self.is_on:
            self._unlearned = set()  # an update takes the open one as well, as far as it is
            self._learn_soon()

    def _learn_soon(self) -> None:
        """An update, or learning in depth at once where many articles were finished before anything was learned."""
        known = self._done.union(self._session.project.ids_with_status(GOLD, "done"))
        is_first = not self._is_own and len(known) >= MANY
        self.learn("deep" if is_first else "update")

    def learn(self, way: str) -> None:
        """Has a run queued."""
        if not self.is_on:
            return
        thread = self._running()
        if way == "deep" and self._deep is not None:
            if self._deep.learn("deep"):
                self._show(self.tr("learning anew …"))
            return
        thread.learn("update")
        self._show(self.tr("learning …"))

    def _opened(self, state: DocumentState) -> None:
        """What was learned meanwhile holds for an article that nobody has begun, however it came to its suggestions.

        Of one that was begun what was rejected elsewhere goes.
        """
        if self._unlearned - {state.document.id}:
            self._look_soon()
        if not self.decisions or not self.is_on:
            return
        if self._is_begun(state) or (self._is_renewable(state) and not self._is_fresh(state.document.id)):
            self._running().judge([state.document], self.decisions)

    def _explain(self, document: str) -> None:
        """Asks what is kept back in the article, and why; nothing in one that comes without suggestions on purpose."""
        if self.decisions and self.is_on and not self._is_bare(document) and not self._is_settled(document):
            self._window.beside.expect_kept_back(document)
            self._running().judge([self._session.glimpse(document).document], self.decisions)

    def _running(self) -> LearningThread:
        if self._thread is None:
            quick, self._learner, judge, stop = self._make(self._window)
            self._thread = LearningThread(quick, judge, stop, parent=self)
            self._deep = LearningThread(self._learner, None, stop, way="deep", parent=self)
            for thread in (self._thread, self._deep):
                thread.progressed.connect(self._progressed)
                thread.learned.connect(self._learned)
                thread.failed.connect(self._failed)
            self._thread.renewed.connect(self._renewed)
        return self._thread

    # -- what comes back --------------------------------------------------------------------------------

    def _progressed(self, way: str, done: int, total: int) -> None:
        if way == "deep":
            share = round(100 * done / max(1, total))
            self._show(self.tr("learning anew: {share} %").format(share=share))
        else:
            self._show(self.tr("learning: {done} of {total}").format(done=done, total=total))

    @property
    def _is_over(self) -> bool:
        """Whether what still comes is for nobody: the window is closed, or was made for an earlier scheme."""
        return self._is_closed or self._window.desk.is_outdated

    def _learned(self, outcome: Outcome) -> None:
        if self._is_over:
            return
        if outcome.way == "deep":
            self._reach, self._anew = FAR_AHEAD, set()
            self.learn("update")  # brings what was decided since, and knows the model that is in place now
            return
        self._is_own = True
        count = max(len(self._done), outcome.finished)
        said = self.tr("learned from 1 article") if count == 1 else self.tr("learned from {count} articles")
        if not count:  # the one that was done is to be done again; what is decided in it counts, but as unfinished
            said = self.tr("no finished article to learn from yet")
        self._show(said.format(count=count))
        if outcome.is_stale:  # what was decided anew holds at once, what it takes back when all is learned anew
            self.learn("deep")
        if outcome.is_late:
            self._show(self.tr("learning …"))  # decided since: the run that is queued already brings the rest
            return
        if outcome.decisions[:SHORT] != self.decisions:
            self.decisions, self._anew = outcome.decisions[:SHORT], None
        self._running().judge(self._ahead(self._reach), self.decisions)
        if self._reach > AHEAD:
            self._window.queue.arrange_again()
        self._reach = AHEAD
        learner, deep = self._learner, self._deep
        if learner is not None and deep is not None and not deep.is_learning and learner.is_deep_due(count):
            self.learn("deep")

    def _ahead(self, count: int) -> list[Document]:
        """The open article and the next ones of the list that nobody has begun, so many at most."""
        session, desk, model = self._session, self._window.desk, self._window.queue.model
        here = model.number_of(desk.document or "")
        lines = range(max(0, here), min(model.rowCount(), max(0, here) + LOOKED_AT * count))
        ids = [id for id in (model.id_at(number) for number in lines) if id is not None]
        states = {row.id: row for row in session.project.rows(ids, session.actor)}
        wanted = [id for id in ids if states[id].status == "todo" and not self._is_bare(id)][:count]
        found = [session.project.document(id) for id in wanted if not self._is_fresh(id)]
        # With the rules' suggestions alone an article is `todo` too; what has decisions is left as it is.
        return [document for document in found if self._is_renewable(session.glimpse(document.id))]

    def _renewed(self, renewed: Renewed) -> None:
        """Takes suggestions in, unless more was learned since, or the article was begun meanwhile."""
        window, session = self._window, self._session
        id = renewed.document
        is_late = self._is_over or renewed.decisions != self.decisions
        if is_late or renewed.judged.decisions not in ("", self.decisions):
            self.dropped += 1
            return
        state = session.glimpse(id)
        is_open = id == window.desk.document
        shown, about = self._to_be_shown(state, renewed.judged)
        mark = window.article.current if is_open else None
        shown, at_hand = _with_what_is_at_hand(shown, state, mark)
        there = {one.id for one in shown}
        if not self._is_bare(id):
            window.beside.keep_back(id, [one for one in renewed.judged.hidden if one[0].id not in there])
        is_in_the_way = mark is not None and at_hand is None
        is_useless = session.is_held or state.document.sha256 != renewed.sha256
        if is_useless or not self._is_renewable(state) or is_in_the_way:
            self.dropped += 1
            if not is_useless and self._is_begun(state):
                self._take_away_refused(state, renewed.judged, at_hand=None if mark is None else mark.id)
        elif not self._is_fresh(id):
            run = {"at": now(), "suggesters": [LEARNED], "decisions": self.decisions, **about}
            self._put(id, shown, run)
            if self._anew is not None:
                self._anew.add(id)
            if at_hand is not None and window.article.selection is None:
                window.article.set_current(at_hand, scroll=False)
        if is_open:
            window.show_beside_soon()

    def _take_away_refused(self, state: DocumentState, judged: Judged, *, at_hand: str | None) -> None:
        """An article that was begun keeps its suggestions, but for names that were rejected elsewhere since."""
        left = without_refused(state, judged, at_hand=at_hand)
        if left is not None:
            self._put(state.document.id, left, self._session.project.suggestion_run(state.document.id) or {})

    def _put(self, id: str, found: list[Suggestion], run: dict[str, Any]) -> None:
        """Puts suggestions in the place of a document's, and shows them where it is open."""
        window, session = self._window, self._session
        session.project.put_suggestions(id, found, run=run)
        state = session.refresh(id, session.project.suggestions(id))
        window.desk.touched.emit({id})
        if id == window.desk.document:
            window.article.replace_state(state)

    def _to_be_shown(self, state: DocumentState, judged: Judged) -> tuple[list[Suggestion], dict[str, Any]]:
        """What takes the place of the suggestions there, and what is to be kept of how it came about."""
        of_package = renewed_of_package(self._session.project, state.document.id, judged)
        if of_package is not None:
            return of_package
        return self._session.conduct.shown(state.document, judged.shown, self._session.scheme), {}

    def _is_renewable(self, state: DocumentState) -> bool:
        """Whether nobody has decided anything there, and it is not to come without suggestions."""
        return not (state.spans or state.verdicts) and self._may_have_others(state)

    def _is_begun(self, state: DocumentState) -> bool:
        """Whether something is decided there and more is to be."""
        return bool(state.spans or state.verdicts) and self._may_have_others(state)

    def _may_have_others(self, state: DocumentState) -> bool:
        id = state.document.id
        return state.status in UNDONE and not self._is_bare(id) and not self._is_settled(id)

    def _is_settled(self, document: str) -> bool:
        """Whether gold has finished it: what is learned knows the answers there, and would tell them."""
        if self._session.actor == GOLD:
            return False
        return self._session.project.rows([document], GOLD)[0].status == "done"

    def _is_bare(self, document: str) -> bool:
        return comes_bare(self._session.project, self._session.conduct, document)

    def _is_fresh(self, document: str) -> bool:
        """Whether its suggestions are by what was learned last."""
        run = self._session.project.suggestion_run(document)
        is_known = run is not None and run.get("decisions") == self.decisions
        return is_known and (self._anew is None or document in self._anew)

    def _failed(self, why: str) -> None:
        self._show("")
        self._window.status.refuse(self.tr("nothing was learned: {why}").format(why=why))

    def _show(self, text: str) -> None:
        self.label.setText(text)
        self.label.setAccessibleDescription(text)
        self.label.setVisible(bool(text))

    def close(self) -> None:
        """Learns nothing more; what is still on its way comes to nothing."""
        self._is_closed = True
        self._soon.stop()
        threads, self._thread, self._deep = (self._thread, self._deep), None, None
        for thread in threads:
            if thread is not None:
                thread.close()


def _left_behind(session: Session, done: set[str], *, decisions: str) -> set[str]:
    """Articles of earlier sittings that nothing was learned from, as far as can be told at a glance."""
    project, actor = session.project, session.actor
    model = model_path(project.path)
    known = learned_lessons(model, actor).keys()
    last = project.left_at(actor)
    is_open = last is not None and (last not in done or last not in known)
    has_learned = bool(decisions or learned_hash(model))  # also another annotator, whose model is none here
    return ({last} if last is not None and is_open else set()) | (done - known if has_learned else set())


def _with_what_is_at_hand(
    shown: list[Suggestion], state: DocumentState, mark: Mark | None
) -> tuple[list[Suggestion], str | None]:
    """The suggestions, and the id that what is at hand has among them; None where nothing is.

    What is at hand is what the next key is about: it does not go from under the fingers, whatever is learned of it.
    """
    if mark is None:
        return shown, None
    same = next((one.id for one in shown if _is_alike(one, mark)), None)
    old = state.suggestions.get(mark.id)
    if same is not None or old is None:
        return shown, same
    return [*shown, old], old.id


def _is_alike(suggestion: Suggestion, mark: Mark) -> bool:
    """Whether the suggestion is the same label on the same words as what is at hand."""
    return (suggestion.layer, suggestion.label, suggestion.fragments) == (mark.layer, mark.label, mark.fragments)


def _made(window: MainWindow) -> Made:
    """A learner for updates and one for depth, how articles are judged, and how the workers of both are ended."""
    from annotator.nlp.client import WorkerClient  # lazy: only one who finishes an article needs it
    from annotator.services.learning import Learner  # lazy: as above
    from annotator.services.pipelines import Beside, kept  # lazy: as above

    session = window.desk.session
    path, scheme, names = session.project.path, session.scheme, known_names(session.project)
    quick, deep, place = WorkerClient(), WorkerClient(is_background=True), threading.Lock()
    model = str(model_path(path))

    def stop() -> None:
        quick.close()
        deep.close()

    def judge(document: Document, beside: tuple[str, ...]) -> Judged:
        return judged_for(document, scheme, quick.call, names=names, suggesters=(LEARNED, *beside), model=model)

    ways: tuple[Way, Way] = ("update", "deep")
    updating, deepening = (Learner(path, session.actor, quick.call, deep.call, place=place, only=way) for way in ways)
    return updating, deepening, Beside(judge, kept(session.project), quick.call), stop
