"""The left part of the window: the filter, how far one is, and the list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.find.reading import ReadingThread
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped, spoken_language
from annotator.gui.parts import PlainLabel
from annotator.gui.queue.article_list import ArticleList
from annotator.gui.queue.delegate import QueueDelegate
from annotator.gui.queue.figures import Figures
from annotator.gui.queue.filter_box import FilterBox
from annotator.gui.queue.lookup import Head, Lookup
from annotator.gui.queue.model import PAGE, QueueModel
from annotator.services.list_rows import as_shown
from annotator.store.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from annotator.gui.theme import Theme
    from annotator.services import filtering
    from annotator.services.session import Session
    from annotator.store.documents import DocumentRow

PAUSE = 10  # milliseconds after a letter before the list is filtered; a further letter ends the search at once
COMPLAINT = 500  # milliseconds after the last letter before it is said that a word is not understood
LONGEST_WORD = 24  # letters of what was typed that a complaint repeats
AROUND = 10  # pixels above the filter
CHUNK = 256  # documents looked at together for the next one that is not done


class QueuePanel(QWidget):
    """Filter, progress and list; says which document is wanted."""

    wanted = Signal(str)
    begun = Signal()  # the list shows the first lines of what the filter asks for
    filtered = Signal()  # it shows all of it

    def __init__(self, session: Session, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = QueueModel(lambda ids: session.project.rows(ids, session.actor), self._as_shown, parent=self)
        # The open document and how many open suggestions it shows, by who knows that without looking.
        self.open_counts: Callable[[], Mapping[str, int]] = dict
        self.box = FilterBox(session.scheme, theme, language=spoken_language())
        self.filter = self.box.line
        self._figures = figures = Figures(theme)
        self._heading, self._done, self._sitting = figures.heading, figures.done, figures.sitting
        self._heading.setText(self.tr("Articles"))
        self._sitting.setAccessibleName(self.tr("This sitting"))
        self._sitting.set_colour(theme.muted)
        self.progress = figures.progress
        self.progress.setAccessibleName(self.tr("Share of the articles that is done"))
        self._nothing = self._note(self.tr("No article matches. Esc clears the filter."))
        self._problem = self._note("")
        self._problem.set_colour(theme.warn)
        self._problem.setAccessibleName(self.tr("What the filter does not understand"))
        self.delegate = QueueDelegate(theme, self.font(), parent=self)
        self.list = self.delegate.view = ArticleList(self.model, self.delegate)
        self.list.setAccessibleName(self.tr("Articles"))
        self._arrange()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._typing.timeout.connect(self._filter_later)
        # A label is none until its last letter: a note at each letter would flicker, and lay the window out anew.
        self._complaint = QTimer(self)
        self._complaint.setSingleShot(True)
        self._complaint.setInterval(COMPLAINT)
        self._complaint.timeout.connect(self._problem.show)
        self._thread: ReadingThread | None = None
        self._lookup = Lookup(session.actor)
        self.filter.textChanged.connect(self._text_changed)
        self.filter.left.connect(self.list.enter)
        self.filter.dropped.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.rested.connect(self._open_current)
        self._is_quiet = self._is_searching = False
        self._open: str | None = None
        self._shown = Listing()
        self._done_before: int | None = None
        self._done_now = 0
        self._show_part(None)
        self.count_again()
        self.show_sitting(0.0)

    def _as_shown(self, row: DocumentRow) -> DocumentRow:
        return as_shown(self._session, row, known=self.open_counts())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen with something open below, what is to be done comes before how far one is.
        self._figures.give_way(self.height(), self.box.sizeHint().height() + AROUND + self.delegate.height)

    def _note(self, text: str) -> PlainLabel:
        made = PlainLabel(text)
        made.setWordWrap(True)
        made.setContentsMargins(14, 6, 14, 8)
        made.hide()
        return made

    def _arrange(self) -> None:
        around = QVBoxLayout()
        around.setContentsMargins(10, AROUND, 6, 0)
        around.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around)
        column.addWidget(self._figures)
        column.addWidget(self._problem)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self.delegate.set_theme(theme)
        self.box.set_theme(theme)
        self.progress.theme = theme
        self._sitting.set_colour(theme.muted)
        self._problem.set_colour(theme.warn)
        self.list.viewport().update()
        self.progress.update()

    def stop(self) -> None:
        """Reads nothing more of the project."""
        self._typing.stop()
        self._complaint.stop()
        self.list.stop()
        if self._thread is not None:
            self._thread.close()
        self.model.set_ids([])

    # -- what is shown ----------------------------------------------------------------------------------

    def apply_filter(self) -> None:
        """Shows what the filter asks for, at once; where it was typed, the background does it."""
        self._typing.stop()
        if self._thread is not None:
            self._thread.drop()
        listing = self._read_filter()
        self._show(self._session.project.listed(listing, self._session.actor))
        self.arrange_again()  # as imported until the background knows better

    def _show_part(self, document: str | None) -> None:
        """Shows the list without a filter, of which only the lines about a document are known until they are wanted."""
        total, first, ids = self._session.project.listed_part(document, page=PAGE)
        self._is_quiet = True
        self.model.set_part(ids, first=first, total=total, rest=self._all_ids)
        self._is_quiet = False

    def _all_ids(self) -> list[str]:
        return self._session.project.listed(Listing(), self._session.actor)

    def complete_later(self) -> None:
        """Has the background find the rest of the list, where only a part is known."""
        if self._session.conduct.order != "import":
            self._ask(self._read_filter())
        elif not self.model.is_whole:
            self._ask(Listing(), is_first=True)

    def _text_changed(self, _text: str) -> None:
        self._typing.start()

    def _read_filter(self) -> Listing:
        from annotator.services import filtering  # lazy: nothing is typed before the first paint

        text = self.filter.text()
        self._shown, problems = filtering.read(text, self._session.scheme, order=self._session.conduct.order)
        self.box.menu_button.show_used(bool(text.strip()))
        self._complain("\n".join(self._said_of(one) for one in problems))
        return self._shown

    def _complain(self, text: str) -> None:
        if text == self._problem.text():
            return
        self._problem.hide()
        self._problem.setText(text)
        self._complaint.start() if text else self._complaint.stop()

    def _said_of(self, problem: filtering.Problem) -> str:
        said = {
            "status": self.tr("“{word}” is no status: open, busy, done, flagged, skipped"),
            "label": self.tr("“{word}” is no label of this scheme"),
            "yes_no": self.tr("“{word}” is neither yes nor no"),
            "date": self.tr("“{word}” is no date: 2018, 2018-05 or 2017..2018"),
            "order": self.tr("“{word}” is no order: teaching, easiest, date, title, status, open, labels, length"),
            "field": self.tr("“{word}” is no word of the filter, but “{nearest}” is; it is searched as text")
            if problem.nearest
            else self.tr("“{word}” is no word of the filter; it is searched as text (? shows the words)"),
            "sign": self.tr("“{word}” is no word: articles are filtered by words; {key:find} finds it in one"),
        }
        return with_keys(said[problem.kind], word=_short(problem.word), nearest=problem.nearest)

    def _filter_later(self) -> None:
        """Has the background find what the filter asks for."""
        before, listing = self._shown, self._read_filter()
        if listing == before and not self._is_searching:
            return
        self._ask(listing)
        self._is_searching = True

    def _ask(self, listing: Listing, *, is_first: bool = False) -> None:
        if self._thread is None:
            self._thread = ReadingThread(self._session.project.path, parent=self)
            self._thread.delivered.connect(self._take)
            self._thread.failed.connect(self._search_failed)
        self._thread.ask(self._lookup.job(listing, is_first=is_first))

    def arrange_again(self) -> None:
        """Puts the list in order anew where its order depends on what was learned."""
        if self._shown.order in ("teaching", "easiest"):
            self._ask(self._shown)

    def _take(self, found: Head | list[str]) -> None:
        if not isinstance(found, Head):
            self._show(found) if self._is_searching else self.list.keep_while(lambda: self._show(found))
        elif found.ids:
            self._put(found.ids)
            if self._asks_for_some():
                self._heading.setText(self.tr("{count} articles").format(count=f"{grouped(len(found.ids))}+"))
            self.begun.emit()

    def _put(self, ids: list[str]) -> None:
        self._is_quiet = True
        self.model.set_ids(ids)
        self._is_quiet = False

    def _show(self, ids: list[str]) -> None:
        self._is_searching = False
        if not self.model.is_whole and self._shown == Listing() and len(ids) == self.model.rowCount():
            self.model.complete(ids)
            self.filtered.emit()
            return
        is_further = self.model.go_on(ids)  # who has gone about in the first lines meanwhile stays where they are
        if not is_further:
            self._put(ids)
        is_asked = self._asks_for_some()
        self._nothing.setVisible(not ids and is_asked)
        found = self.tr("1 article") if len(ids) == 1 else self.tr("{count} articles").format(count=grouped(len(ids)))
        self._heading.setText(found if is_asked else self.tr("Articles"))
        if self._open is not None and not (is_further and self.list.currentIndex().isValid()):
            self.show_open(self._open)
        self.filtered.emit()

    def _asks_for_some(self) -> bool:
        """Whether the list is to show fewer than all."""
        return self._shown != Listing(order=self._shown.order, is_descending=self._shown.is_descending)

    def _search_failed(self, why: str) -> None:
        self._is_searching = False
        self._problem.set_outside_text(why)
        self._problem.show()

    # -- how far one is ---------------------------------------------------------------------------------

    def count_again(self) -> None:
        """Reads anew how many documents are done."""
        counts = self._session.project.counts(self._session.actor)
        total, done = sum(counts.values()), counts.get("done", 0)
        self._done.setText(self.tr("{done} of {total} done").format(done=grouped(done), total=grouped(total)))
        self.progress.set_share(done / total if total else 0.0)
        if self._done_before is None:
            self._done_before = done
        self._done_now = done

    def show_sitting(self, seconds: float) -> None:
        """What was done since the window was opened, in so many seconds of active time."""
        done, minutes = max(0, self._done_now - (self._done_before or 0)), int(seconds // 60)
        least = figures = self.tr("{done} done · {minutes} min").format(done=done, minutes=minutes)
        if done > 0 and minutes >= 5:
            figures += " · " + self.tr("{rate} an hour").format(rate=round(3600 * done / seconds))
        has_room = self._sitting.fontMetrics().horizontalAdvance(figures) <= self._sitting.width()
        self._sitting.shorter = figures if has_room else least
        self._sitting.setText(self.tr("This sitting: {figures}").format(figures=figures))

    def go_on_from(self, other: QueuePanel) -> None:
        """Counts what was done in this sitting from where another window's list began to count."""
        self._done_before = other._done_before
        self.filter.setText(other.filter.text())

    # -- going about in it ------------------------------------------------------------------------------

    def show_open(self, document: str) -> None:
        """Marks the open document in the list."""
        self._open = document
        if not self.model.is_whole and not self.model.knows(document):
            self._show_part(document)
        number = self.model.number_of(document)
        self._is_quiet = True
        selection = self.list.selectionModel()
        if number < 0:
            selection.clear()
        else:
            index = self.model.index(number)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(self.model.index(min(number + 1, self.model.rowCount() - 1)))  # what comes next is seen
            self.list.scrollTo(index)
        self._is_quiet = False

    def beside(self, document: str, step: int) -> str | None:
        """The document `step` lines further in the list as it is filtered."""
        number = self.model.number_of(document)
        return self.model.id_at(number + step) if number >= 0 or step > 0 else None

    def next_undone(self, document: str | None) -> str | None:
        """The next document of the list as it stands that is still to be done, from its top after its end.

        Where none of a filtered list is left, the next one of all.
        """
        project, actor = self._session.project, self._session.actor
        if not self._asks_for_some() and self._shown.order == "import" and not self._shown.is_descending:
            return project.next_undone(document, actor)
        ids = self.model.ids
        here = self.model.number_of(document or "")
        for first, last in ((here + 1, len(ids)), (0, max(0, here))):
            for start in range(first, last, CHUNK):
                found = project.first_undone(ids[start : min(last, start + CHUNK)], actor)
                if found is not None:
                    return found
        return project.next_undone(document, actor)

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid() or self._is_quiet or self.list.is_entered:
            return
        self.list.wait() if self.list.is_keyed else self._open_current()

    def _open_current(self) -> None:
        document = self.model.id_at(self.list.currentIndex().row())
        if document is not None and document != self._open:
            self.wanted.emit(document)


def _short(word: str) -> str:
    """The word, or its beginning where it would make the list wider."""
    return word if len(word) <= LONGEST_WORD else f"{word[: LONGEST_WORD - 1]}…"
