"""The places of the window: Annotate, Review, Agreement, Learning; all but the first are made when first visited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from annotator.gui.article import selection as selecting
from annotator.gui.focus_line import FocusLine
from annotator.gui.key_names import with_keys
from annotator.services.keymap import BINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.gui.agreement.place import AgreementPlace
    from annotator.gui.learning.place import LearningPlace
    from annotator.gui.main_window import MainWindow
    from annotator.gui.packages.hub import Packages
    from annotator.gui.review.place import ReviewPlace
    from annotator.gui.review.reader import Reader
    from annotator.gui.theme import Theme
    from annotator.services.session import Session

ANNOTATE, REVIEW, AGREEMENT, LEARNING = range(4)
NAMES = ("place_annotate", "place_review", "place_agreement", "place_learning")
_GROUPS = {binding.action: binding.group for binding in BINDINGS}


class Places(QObject):
    """Shows one place at a time, and takes what keys and commands do to the place one is in."""

    def __init__(self, window: MainWindow, annotate: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.stack = QStackedWidget()
        self.stack.addWidget(annotate)
        self.at = ANNOTATE
        self._reader: Reader | None = None
        self._review: ReviewPlace | None = None
        self._agreement: AgreementPlace | None = None
        self._learning: LearningPlace | None = None
        self._packages: Packages | None = None

    def actions(self) -> dict[str, Callable[[], None]]:
        """The actions that lead to the places, and those that belong to them in all."""
        return {
            **{name: partial(self.turn_to, number) for number, name in enumerate(NAMES)},
            "remarks": self.list_remarks,
            "conduct": self.set_conduct,
            "scheme": self.change_scheme,
            "package_make": lambda: self.packages().make(),
            "package_merge": lambda: self.packages().merge(),
            "package_return": lambda: self.packages().give_back(),
        }

    def guard(self, actions: dict[str, Callable[[], None]]) -> None:
        """Has every action be done by the place one is in; to be told once, with all actions of the window."""
        for binding in BINDINGS:
            if binding.action not in NAMES:
                plain = actions.get(binding.action)
                actions[binding.action] = partial(self._act, binding.action, plain)

    def _act(self, action: str, plain: Callable[[], None] | None) -> None:
        if _GROUPS[action] == "review" and self.at != REVIEW:
            self.go(REVIEW)
        own = self._commands()
        if action in own:
            own[action]()
        elif plain is not None and (self.at == ANNOTATE or _GROUPS[action] == "window"):
            plain()
        else:
            self._window.status.refuse(with_keys(self.tr("that is done in Annotate: {key:place_annotate}")))

    def _commands(self) -> dict[str, Callable[[], None]]:
        if self.at == REVIEW and self._review is not None:
            return self._review.commands()
        if self.at == AGREEMENT and self._agreement is not None:
            return self._agreement.commands()
        if self.at == LEARNING and self._learning is not None:
            return self._learning.commands()
        return {}

    # -- going ------------------------------------------------------------------------------------------

    def turn_to(self, number: int) -> None:
        """Goes to a place because somebody asked for it."""
        if number != self.at:
            self._window.status.say("")  # what was refused in one place is about nothing in another
        self.go(number)

    def go(self, number: int) -> None:
        """Goes to a place."""
        window = self._window
        was, self.at = self.at, number
        if was == ANNOTATE != number:
            window.desk.activity.leave()
        if window.is_made("hints"):
            window.hints.close_hints()
        if number != ANNOTATE:  # what they say is Annotate's; a place that has figures of its own puts them there
            window.status.show_figures("", "")
            window.status.show_time_of(self._time_elsewhere)
        if number == REVIEW:
            place = self.review()
            self.stack.setCurrentWidget(place)
            place.enter()
        elif number == AGREEMENT:
            measured = self.agreement()
            self.stack.setCurrentWidget(measured)
            measured.enter()
        elif number == LEARNING:
            learned = self.learning()
            self.stack.setCurrentWidget(learned)
            learned.enter()
        else:
            self.stack.setCurrentIndex(0)
            self._come_back(was)
        window.top.show_place(number)
        line = window.findChild(FocusLine)
        if line is not None:
            line.follow()

    def take_focus(self) -> None:
        """Gives the keys to the place one is in, in Annotate to the article: one that is not seen must not have them.

        Elsewhere the part keeps them that has them, or gets them back from a dialog.
        """
        held, place = self._window.focusWidget(), self.stack.currentWidget()
        if self.at != ANNOTATE and held is not None and place is not None and place.isAncestorOf(held):
            return
        taking: QWidget = self._window.article
        if self.at == REVIEW and self._review is not None:
            taking = self._review.front()
        elif self.at == AGREEMENT and self._agreement is not None:
            taking = self._agreement.layer
        elif self.at == LEARNING and self._learning is not None:
            taking = self._learning.begin
        taking.setFocus()

    def _time_elsewhere(self) -> float | None:
        """The time that the status line shows in this place: Review has one of its own for each article."""
        is_reviewing = self.at == REVIEW and self._review is not None and self._review.deciding.document is not None
        return self._review.deciding.activity.in_document if self._review is not None and is_reviewing else None

    def _come_back(self, was: int) -> None:
        window = self._window
        window.status.show_time_of(None)
        window.desk.activity.come_back()
        if was == REVIEW and self._review is not None and self._review.deciding.is_own_session:
            window.desk.session.forget()
            if window.desk.document is not None:
                window.desk.open(window.desk.document)
        window.article.setFocus()
        window.settle()

    def annotate_at(self, document: str, position: int) -> None:
        """Opens a document in Annotate, the token at the position at hand."""
        self.turn_to(ANNOTATE)
        self._window.desk.open(document)
        shown = self._window.article.document
        if shown is not None and shown.id == document:
            self._window.article.set_selection(selecting.at(shown, position))
        self._window.article.setFocus()

    def review_at(self, document: str, position: int) -> None:
        """Opens a document in Review at the place there; in Annotate where it cannot be reviewed."""
        self.turn_to(REVIEW)
        if not self.review().open(document, position):
            self.annotate_at(document, position)

    def list_remarks(self) -> None:
        """Lists everybody's remarks in Agreement: first of all, as measuring takes longer."""
        self.agreement().show_remarks()
        if self.at != AGREEMENT:
            self.turn_to(AGREEMENT)

    # -- making -----------------------------------------------------------------------------------------

    def review(self) -> ReviewPlace:
        """The place Review."""
        if self._review is None:
            from annotator.gui.article.accessible import Speaker  # lazy: as below
            from annotator.gui.review.place import ReviewPlace  # lazy: most who sit here annotate only

            window = self._window
            made = self._review = ReviewPlace(
                window.desk.session, self._the_reader(), window.keymap, window.article.theme, language=window.language
            )
            deciding = made.deciding
            deciding.said.connect(window.status.say)
            deciding.refused.connect(window.status.refuse)
            deciding.saved.connect(window.status.show_saved)
            deciding.moved.connect(self._show_figures)
            made.annotate_wanted.connect(self.annotate_at)
            made.asking.writing.released.connect(window.desk.take_waiting)
            made.guideline_changed.connect(window.beside.guidelines.read)
            window.dialogs.give_reading(made.view)
            Speaker(made.view)  # belongs to the view
            self.stack.addWidget(made)
        return self._review

    def agreement(self) -> AgreementPlace:
        """The place Agreement."""
        if self._agreement is None:
            from annotator.gui.agreement.place import AgreementPlace  # lazy: as above

            window = self._window
            made = self._agreement = AgreementPlace(window.desk.session, self._the_reader(), window.article.theme)
            made.said.connect(window.status.say)
            made.refused.connect(window.status.refuse)
            made.place_wanted.connect(self.review_at)
            made.action_wanted.connect(window.keys.run)
            self.stack.addWidget(made)
        return self._agreement

    def learning(self) -> LearningPlace:
        """The place Learning."""
        if self._learning is None:
            from annotator.gui.learning.place import LearningPlace  # lazy: as above

            window = self._window
            made = self._learning = LearningPlace(window.desk.session, window.article.theme)
            made.said.connect(window.status.say)
            made.refused.connect(window.status.refuse)
            made.conduct_wanted.connect(self.set_conduct)
            self.stack.addWidget(made)
        return self._learning

    def set_conduct(self) -> None:
        """Asks the lead how the project is to be worked on; what is kept holds at once."""
        from annotator.gui.learning.lead import LeadDialog  # lazy: as above
        from annotator.services.conduct import conduct_of  # lazy: as above

        window = self._window
        session = window.desk.session
        if session.project.is_read_only:
            window.status.refuse(self.tr("the project is open for reading only"))
            return
        asked = LeadDialog(session.project, window.article.theme, parent=window)
        is_kept = asked.exec() == LeadDialog.DialogCode.Accepted
        asked.deleteLater()
        if asked.wants_scheme:
            self.change_scheme()
        if is_kept:
            session.conduct = conduct_of(session.project)
            session.forget()
            if window.desk.document is not None:
                window.desk.open(window.desk.document)
            window.queue.apply_filter()
            if self._learning is not None:
                self._learning.show_page()

    def change_scheme(self) -> None:
        """Asks the lead what the project's scheme is to be."""
        from annotator.gui.scheme.hub import change_scheme  # lazy: as above

        change_scheme(self._window)

    def packages(self) -> Packages:
        """What has to do with work packages."""
        if self._packages is None:
            from annotator.gui.packages.hub import Packages  # lazy: as above

            self._packages = Packages(self._window, self._the_reader())
        return self._packages

    def sessions(self) -> list[Session]:
        """Those who may decide in this window."""
        own = self._window.desk.session
        review = self._review.deciding.session if self._review is not None else own
        return [own] if review is own else [own, review]

    def read_anew(self) -> None:
        """Shows what others have brought in: the list, and figures that are out of date."""
        window = self._window
        window.desk.session.forget()
        if window.desk.document is not None:
            window.desk.open(window.desk.document)
        window.queue.apply_filter()
        if self._review is not None:
            self._review.enter()
        if self._agreement is not None:
            self._agreement.forget()
        self.go(self.at)

    def _the_reader(self) -> Reader:
        if self._reader is None:
            from annotator.gui.review.reader import Reader  # lazy: as above

            self._reader = Reader(self._window.desk.session.project.path, parent=self)
        return self._reader

    def _show_figures(self) -> None:
        place = self._review
        if place is not None and self.at == REVIEW and place.deciding.document is not None:
            rows = place.queue.model
            number = rows.number_of(place.deciding.document) + 1
            said = self.tr("Article {number} of {total}").format(number=number, total=rows.rowCount())
            self._window.status.show_figures(said if number else "", place.figures())

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        for place in (self._review, self._agreement, self._learning):
            if place is not None:
                place.set_theme(theme)

    def close(self) -> None:
        """Reads nothing more."""
        if self._learning is not None:
            self._learning.close_down()
        if self._packages is not None:
            self._packages.end()
        if self._review is not None:
            self._review.asking.end()
        if self._agreement is not None:
            self._agreement.close_reading()
        if self._reader is not None:
            self._reader.close()
