"""What stands beside the article: inspector and status line, brought up to it after it was painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.gui.inspector.contents import contents_of, hidden_line, remarks
from annotator.gui.inspector.earlier import EarlierLook
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.services.conduct import came_bare
from annotator.services.guideline_in_force import Guidelines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.state import DocumentState
    from annotator.core.suggestion import Suggestion
    from annotator.gui.article.view import ArticleView
    from annotator.gui.desk import Desk
    from annotator.gui.inspector.panel import Inspector
    from annotator.gui.status_line import StatusLine
    from annotator.services.keymap import Keymap


KEPT = 64  # documents of which it is known what is kept back


class Beside(QObject):
    """`keymap` may be exchanged while the window stands; `language` is that of the scheme's names."""

    kept_back_wanted = Signal(str)  # document: what a suggester found there and did not show, and why

    def __init__(
        self,
        desk: Desk,
        article: ArticleView,
        inspector: Inspector,
        status: StatusLine,
        keymap: Keymap,
        *,
        language: str,
    ) -> None:
        super().__init__(desk)
        self.keymap = keymap
        self.language = language
        self.shows_hidden = False
        self._kept_back: dict[str, dict[str, tuple[Suggestion, str]]] = {}
        self._looked_up = ""  # the document whose kept back suggestions are on their way
        session = desk.session
        self.guidelines = Guidelines(session.project, session.scheme, session.actor)
        self._desk = desk
        self._article = article
        self._inspector = inspector
        self._status = status
        self.earlier = EarlierLook(desk)
        status.follow_work(desk.work)

    def show(self, *, number: int, total: int) -> None:
        """Shows what is at hand and the figures of the open document, the `number`th of `total`."""
        state, book = self._desk.state, self._article.book
        if state is None or book is None:
            return
        self._show_at_hand(state)
        place = self.tr("Article {number} of {total}")
        place = place.format(number=grouped(number), total=grouped(total)) if number else self.tr("outside the filter")
        count = len(state.spans)
        spans = self.tr("1 span") if count == 1 else self.tr("{count} spans").format(count=grouped(count))
        said = self.tr("{spans} · {open} open").format(spans=spans, open=grouped(book.open_count))
        if self._is_bare(state):
            said = self.tr("{spans} · control article, no suggestions").format(spans=spans)
        self._status.show_figures(place, said)
        activity, session = self._desk.activity, self._desk.session
        if not activity.is_earlier_known:  # here, after the paint, once each time that a document is opened
            activity.go_on_from(session.project.active_ms(state.document.id, session.actor) / 1000)
        self._status.show_active(activity.in_document)

    def keep_back(self, document: str, hidden: Sequence[tuple[Suggestion, str]]) -> None:
        """Knows what a suggester found in a document and did not show, each with the reason."""
        self._kept_back[document] = {one.id: (one, why) for one, why in hidden}
        self._looked_up = "" if self._looked_up == document else self._looked_up
        while len(self._kept_back) > KEPT:
            del self._kept_back[next(iter(self._kept_back))]

    def expect_kept_back(self, document: str) -> None:
        """Knows that `keep_back` will come for the document."""
        self._looked_up = document

    def _look_behind(self, state: DocumentState) -> Mapping[str, str]:
        """Gives the article what is kept back there, where that is asked for; the reasons by suggestion."""
        book = self._article.book
        if book is None or not self.shows_hidden:
            return {}
        known = self._kept_back.get(state.document.id)
        if known is None:
            self._kept_back[state.document.id] = {}
            self.kept_back_wanted.emit(state.document.id)
            return {}
        if len(book.kept_back) != len(known):
            book.kept_back = [one for one, _ in known.values()]
            self._article.overlay.set_hidden(True)
        return {id: why for id, (_, why) in known.items()}

    def turn_hidden(self) -> str:
        """Has the article mark what is not shown, or no longer; what is to be said of it."""
        self.shows_hidden = not self.shows_hidden
        self._article.overlay.set_hidden(self.shows_hidden)
        book = self._article.book
        if not self.shows_hidden:
            return self.tr("as before")
        if book is not None:
            self._look_behind(book.state)
            if any(book.hidden_in(block) for block in range(book.block_count)):
                return self.tr("dots mark what is not shown; the inspector says why")
            if self._looked_up == book.state.document.id:
                return self.tr("looking up what is not shown here; dots will mark it")
        return self.tr("nothing is hidden here; dots will mark what is")

    def tell_changes(self) -> str:
        """What is to be said of guidelines that changed since the annotator last decided; "" where none did."""
        changed = self.guidelines.changed()
        if not changed:
            return ""
        return self.tr(
            "The guideline of {labels} has changed since your last decision; the inspector shows it."
        ).format(labels=", ".join(changed))

    def _show_at_hand(self, state: DocumentState) -> None:
        mark = self._article.current
        reasons = self._look_behind(state)
        hidden = self._hidden()
        contents = None
        if mark is not None:
            contents = contents_of(
                mark.id, state, self._desk.scheme, actor=self._desk.session.actor, language=self.language,
                guidelines=self.guidelines, hidden=hidden, reasons=reasons, earlier=self.earlier.line(mark, state),
            )  # fmt: skip
        self._inspector.show_contents(
            contents,
            hints=self._key_hints(),
            empty=self._nothing_at_hand(),
            remarks=remarks(state, None),
            hidden=[hidden_line(one, state, self._desk.scheme, reasons) for one in hidden] if contents is None else (),
        )

    def _hidden(self) -> Sequence[Suggestion]:
        """The suggestions about what is at hand or under the cursor that are not shown, where they are asked for."""
        mark, book = self._article.current, self._article.book
        place = mark.fragments if mark is not None else self._article.selected()
        if not self.shows_hidden or book is None or place is None:
            return ()
        return book.hidden_at(place)

    def _is_bare(self, state: DocumentState) -> bool:
        """Whether the article comes without suggestions on purpose."""
        session = self._desk.session
        if state.suggestions or state.verdicts:
            return False
        return session.conduct.is_control(state.document.id) or came_bare(session.project, state.document.id)

    def _nothing_at_hand(self) -> str:
        if self._article.selection is not None:
            return with_keys(self.tr("A label's key labels what is selected; {key:event} makes it an event."))
        book = self._article.book
        if book is not None and self._is_bare(book.state):
            said = self.tr(
                "A control article: it comes without suggestions on purpose, to see what suggestions do to the work. "
                "Label it as you would any other. {key:done}: article done, go to the next one."
            )
            return with_keys(said)
        if book is not None and book.open_count:
            return with_keys(self.tr("{key:next_suggestion} takes the next suggestion to hand."))
        if self._desk.state is not None and self._desk.state.status == "done":
            return self.tr("This article is done. You can still change it.")
        return with_keys(self.tr("No open suggestions. {key:done}: article done, go to the next one."))

    def _key_hints(self) -> Sequence[tuple[str, str]]:
        mark = self._article.current
        if mark is None:
            return ()
        if not mark.is_decided:
            wanted = [("accept", self.tr("accept")), ("reject", self.tr("reject"))]
        else:
            wanted = [("delete", self.tr("remove")), ("undo", self.tr("undo"))]
        if mark.is_event:
            wanted += [("event", self.tr("other type")), ("role", self.tr("roles"))]
        wanted.append(("left_edge_left", self.tr("edges")))
        hints = []
        for action, text in wanted:
            chord = next(iter(self.keymap.chords(action)), "")
            hints.append(("[ ]" if action == "left_edge_left" and chord == "[" else chord, text))
        return hints
