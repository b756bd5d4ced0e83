"""The place Review: documents by lowest agreement, the article with all versions on it, the place at hand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.key_names import chord_of, with_keys
from annotator.gui.parts import PlainLabel
from annotator.gui.review.asking import LOOKS, PREVIEW, Asking
from annotator.gui.review.deciding import Deciding
from annotator.gui.review.keys import ReviewKeys
from annotator.gui.review.marks import picture_of, place_of
from annotator.gui.review.nothing import why_nothing
from annotator.gui.review.queue import ReviewQueue, read_rows, row_of
from annotator.gui.review.versions import Contents, VersionsPanel
from annotator.gui.review.view import ReviewView
from annotator.gui.review.words import aliases
from annotator.gui.theme import desk_font
from annotator.gui.window_place import divided
from annotator.services.guideline_in_force import Guidelines
from annotator.services.remarks import remarks_under

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from annotator.errors import KnownError
    from annotator.gui.review.reader import Reader
    from annotator.gui.theme import Theme
    from annotator.services.keymap import Keymap
    from annotator.services.remarks import Remark
    from annotator.services.session import Session

ROWS = "review rows"
WIDTHS = (260, 630, 390)
PLAIN = 10.0  # points of letters that are not enlarged
LEAST = (180, 360, 270)


class ReviewPlace(QWidget):
    """Knows the keys of the place; what it decides goes through `deciding`."""

    annotate_wanted = Signal(str, int)  # document, position
    guideline_changed = Signal()

    def __init__(self, session: Session, reader: Reader, keymap: Keymap, theme: Theme, *, language: str) -> None:
        super().__init__()
        self.session = session
        self.deciding = Deciding(session, parent=self)
        self.guidelines = Guidelines(session.project, session.scheme, self.deciding.session.actor)
        self._reader = reader
        self._keymap = keymap
        self.theme = theme
        self._language = language
        self.is_anonymous = False
        self._is_divided = False
        self.remarks: tuple[Remark, ...] = ()
        self.queue = ReviewQueue(theme)
        self.view = ReviewView(session.scheme, theme=theme)
        self.panel = VersionsPanel(session.scheme, theme, language=language)
        self.legend = PlainLabel()
        self.nothing = PlainLabel()
        self.asking = Asking(self, reader, language=language)
        self.keys = ReviewKeys(self, keymap)
        self._assemble()
        self._connect()
        self.set_theme(theme)

    def _assemble(self) -> None:
        self.legend.setFont(desk_font(9))
        self.legend.setWordWrap(True)
        self.legend.setContentsMargins(20, 8, 20, 6)
        self.legend.setText(
            self.tr(
                "filled: all agree · ✓: settled · outline A, B …: versions that differ · only: not all have it · "
                "dots: refused"
            )
        )
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self.view, 1)
        self.parts = parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for part, least in zip((self.queue, middle, self.panel), LEAST, strict=True):
            part.setMinimumWidth(least)
            parts.addWidget(part)
        parts.setStretchFactor(1, 1)
        self.nothing.setWordWrap(True)
        self.nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # where there is nothing else that could have it
        self.nothing.setMaximumWidth(620)
        self.nothing.setFont(desk_font(11))
        empty = QWidget()
        line = QHBoxLayout(empty)
        line.addWidget(self.nothing)
        self.pages = QStackedWidget()
        self.pages.addWidget(parts)
        self.pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _connect(self) -> None:
        self.deciding.shown.connect(self._read_remarks)
        self.deciding.shown.connect(self.show_article)
        self.deciding.moved.connect(self.show_place)
        self.deciding.decided.connect(self._count)
        self.queue.wanted.connect(self.open)
        self.queue.list.clicked.connect(lambda _index: self.view.setFocus())
        self.view.key_pressed.connect(self._take_key)
        self.view.at_hand_changed.connect(self._follow_hand)
        self.panel.wanted.connect(self.keys.take)
        self.panel.note.left.connect(self.view.setFocus)
        self.panel.note.textChanged.connect(self.keys.take_note)
        self._reader.progressed.connect(self._progressed)
        self._reader.answered.connect(self._answered)
        self._reader.failed.connect(self._failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_divided:  # later on it is as somebody has put it
            self._is_divided = True
            letters = desk_font(PLAIN).pointSizeF() / PLAIN
            self.parts.setSizes(list(divided(self.width(), WIDTHS, least=(LEAST[0], LEAST[2]), letters=letters)))

    # -- reading ----------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Reads anew what there is to review, whenever one comes here."""
        scheme, actor = self.deciding.session.scheme, self.deciding.session.actor
        if self.deciding.document is not None:
            self.deciding.session.forget()
            self.deciding.reread()
        who = self.deciding.annotators
        self._reader.ask(ROWS, lambda project, going: read_rows(project, scheme, actor, going, annotators=who))
        self.front().setFocus()

    def compare(self, annotators: Sequence[str]) -> None:
        """Compares the versions of these from now on, of all where nobody is named; the place at hand stays."""
        deciding = self.deciding
        document, place = deciding.document, deciding.place
        deciding.annotators, deciding.review = tuple(annotators), None
        self.show_compared()
        if document is not None:
            self.open(document, place.start if place is not None else None)
        self.enter()

    def show_compared(self) -> None:
        """Says beside the list whose versions are compared, where it is not everybody's."""
        who = self.deciding.annotators
        said = self.tr("Compared: {count} annotators").format(count=len(who))
        if not self.is_anonymous:
            said = self.tr("Compared: {names}").format(names=", ".join(who))
        self.queue.show_compared(said if who else "")

    def front(self) -> QWidget:
        """What gets the keys when one comes here: the article, or why there is none."""
        return self.view if self.pages.currentIndex() == 0 else self.nothing

    def _progressed(self, name: str, done: int, total: int) -> None:
        if name == ROWS:
            self.queue.show_reading(done, total)
        elif name == PREVIEW:
            self.asking.show_counting(done, total)

    def _answered(self, name: str, answer: object) -> None:
        if name == ROWS and isinstance(answer, list):
            self.queue.show_rows(answer)
            self.pages.setCurrentIndex(0 if answer else 1)
            self.nothing.setText("" if answer else why_nothing(self.deciding.session.project))
            if not answer and self.isVisible():
                self.nothing.setFocus()
            if self.deciding.document is None and answer:
                self.open(self.queue.next_open(None) or answer[0].id)
            elif self.deciding.document is not None:
                self.queue.show_open(self.deciding.document)
        elif name in (PREVIEW, LOOKS):
            self.asking.take_answer(name, answer)

    def _failed(self, name: str, error: KnownError) -> None:
        if name == PREVIEW and self.asking.vote is not None:
            self.asking.vote.refuse(error.said)
        elif name in (ROWS, PREVIEW, LOOKS):
            self.deciding.refused.emit(error.said)

    # -- showing ----------------------------------------------------------------------------------------

    def open(self, document: str, at: int | None = None) -> bool:
        """Opens a document at a position; False where it cannot be reviewed."""
        self.keys.leave_modes()
        return self.deciding.open(document, at=at)

    def _read_remarks(self) -> None:
        session, review = self.deciding.session, self.deciding.review
        self.remarks = remarks_under(session.project, review, adjudicator=session.actor) if review is not None else ()

    def show_article(self, is_same: bool) -> None:
        """Paints the document under review, with the edit that is going on."""
        review = self.deciding.review
        if review is None:
            return
        self.view.show_picture(picture_of(review, self.keys.edit), is_same=is_same)
        self.queue.show_open(review.compared.document.id)

    def show_place(self) -> None:
        """Shows what is at hand in the article and beside it."""
        deciding = self.deciding
        review, place = deciding.review, deciding.place
        if review is None:
            return
        text = review.compared.document.text
        if place is None:
            why = with_keys(self.tr("Nobody labelled anything here. {key:done}: done, next."))
            self.panel.show_contents(None, document=text, keys=(), remarks=self.remarks, names=self.names(), empty=why)
            return
        mark = next((id for id in self._marks() if place_of(id) == place.id), None)
        self.view.set_current(mark, scroll=False)
        self.view.scroll_to(place.start)
        standing = review.view.standing(place)
        shown = standing or place.spans[next(iter(place.versions().values()))[0]]
        label = deciding.session.scheme.label(shown.layer, shown.label)
        contents = Contents(
            number=[one.id for one in deciding.places].index(place.id) + 1,
            total=len(deciding.places),
            kinds=place.kinds,
            text=text,
            versions=deciding.versions(),
            absent=[name for name in review.compared.annotators if name not in place.spans],
            names=self.names(),
            verdict=review.view.verdict(place),
            gold=standing,
            guideline=self.guidelines.of(label, language=self._language).text if label is not None else "",
            reason=deciding.reason,
            note=deciding.note,
            refused=deciding.refused_letters(),
            place=place.id,
            label=label.name if label is not None else "",
        )
        self.panel.show_contents(
            contents, document=text, keys=self._hints(), remarks=self.remarks, names=contents.names
        )
        if self.panel.note.text() != deciding.note:
            self.panel.note.setText(deciding.note)

    def _marks(self) -> list[str]:
        book = self.view.book
        return [] if book is None else [*book.state.spans, *book.open_ids()]

    def names(self) -> Mapping[str, str]:
        """How annotators are called now."""
        review = self.deciding.review
        if not self.is_anonymous or review is None:
            return {}
        others = [one.who for one in self.remarks if one.who != self.deciding.session.actor]
        return aliases(review.compared.document.id, tuple(dict.fromkeys([*review.compared.annotators, *others])))

    def _hints(self) -> list[tuple[str, str]]:
        if self.keys.edit is not None:
            return [
                ("Enter", self.tr("keep it")), ("Escape", self.tr("as it was")),
                (_both("left_edge"), self.tr("left edge")), (_both("right_edge"), self.tr("right edge")),
            ]  # fmt: skip
        count = len(self.deciding.versions())
        wanted = [("review_take_1", self.tr("take a version"))]
        if count > 1 and self.deciding.can_take_all():
            wanted.append(("review_both", self.tr("take all")))
        if count > 1:
            wanted.append(("review_reject", self.tr("reject one")))
        wanted += [
            ("review_nothing", self.tr("nothing here")), ("review_edit", self.tr("edit")),
            ("review_next", self.tr("next difference")), ("done", self.tr("article done")),
        ]  # fmt: skip
        hints = [(next(iter(self._keymap.chords(action)), ""), text) for action, text in wanted]
        if count > 1 and hints[0][0] == "A":
            hints[0] = (f"A–{chr(ord('A') + count - 1)}", hints[0][1])
        return hints

    def _follow_hand(self) -> None:
        mark = self.view.current
        if mark is not None and self.keys.edit is None:
            self.deciding.go_to(place_of(mark.id))

    def _count(self, document: str) -> None:
        review = self.deciding.review
        if review is not None and review.compared.document.id == document:
            self.queue.model.put(row_of(review))
        self.queue.count_again()

    def figures(self) -> str:
        """What the status line says of the open document."""
        count = len(self.deciding.open_differences())
        return self.tr("differences open: {open} of {all}").format(open=count, all=len(self.deciding.differences()))

    # -- keys -------------------------------------------------------------------------------------------

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the key table's actions do in this place, those of Annotate that mean the same here among them."""
        return self.keys.commands

    def _take_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self.keys.take_key(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys in the article have been seen already: only those pressed beside it are new.
        event.setAccepted(not self.view.hasFocus() and self.keys.take_key(event))

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.theme = theme
        self.queue.set_theme(theme)
        self.view.set_theme(theme)
        self.panel.set_theme(theme)
        self.legend.set_colour(theme.muted)
        self.nothing.set_colour(theme.ink)
        self.show_place()


def _both(edge: str) -> str:
    """The keys that move an edge to the left and to the right."""
    return f"{chord_of(f'{edge}_left')} {chord_of(f'{edge}_right')}".strip()
