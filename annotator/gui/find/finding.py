"""Ties finding to the desk: the bar over the article, the drawer below it, and what is done with hits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.core.command import LabelPlaces
from annotator.core.span import Span
from annotator.gui.article import selection as selecting
from annotator.gui.chords import chords_of
from annotator.gui.inspector.places import left_out
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.services.searching import Batch, by_document, concordance, labelled_anew
from annotator.services.spreading import but_blind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QKeyEvent

    from annotator.core.scheme import Label
    from annotator.core.text import Fragment
    from annotator.gui.article.view import ArticleView
    from annotator.gui.desk import Desk
    from annotator.gui.find.bar import FindBar
    from annotator.gui.find.drawer import Drawer
    from annotator.gui.find.reading import Breathe, ReadingThread
    from annotator.services.consistency import Inconsistency
    from annotator.services.searching import Hit, Query
    from annotator.services.session import Outcome
    from annotator.store.project import Project

SHARES = (3, 2)  # of the height, for the article and for the drawer
RENEWED = 48  # documents whose hits are brought up to date between two turns of the window
LEAST_LINES = 4  # of the desk's letters that are left of the article above the drawer on a low screen
LONGEST = 80  # code points of a selection that are taken over as what to look for


class Finding(QObject):
    """Makes its parts when they are first wanted, so that they cost the start of the program nothing."""

    def __init__(
        self, desk: Desk, view: ArticleView, parts: QWidget, label_of: Callable[[str], Label | None], *, parent: QObject
    ) -> None:
        """`parts` is what the drawer is put below; `label_of` gives the label of a chord."""
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._parts = parts
        self._label_of = label_of
        self.bar: FindBar | None = None
        self.drawer: Drawer | None = None
        self._thread: ReadingThread | None = None
        self._stale: set[str] = set()
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.setInterval(30)
        self._renewal.timeout.connect(self._renew)
        desk.opened.connect(self._opened)
        self._is_whole = False  # every place of the words picked is listed
        desk.touched.connect(self._touched)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "find": lambda: self._find(self._selected_text()),
            "find_next": lambda: self._step(1),
            "find_previous": lambda: self._step(-1),
            "concordance": self._show_concordance,
            "consistency": self._show_consistency,
        }

    def set_theme(self) -> None:
        """Takes over the look of the article."""
        for part in (self.bar, self.drawer):
            if part is not None:
                part.set_theme(self._view.theme)

    def stop(self) -> None:
        """Ends what is read in the background."""
        self._renewal.stop()
        if self._thread is not None:
            self._thread.close()

    # -- in the article ---------------------------------------------------------------------------------

    def _find(self, text: str) -> None:
        if self.bar is None:
            from annotator.gui.find.bar import FindBar  # lazy: not everybody looks for words, everybody starts

            self.bar = FindBar(self._view, self._view.theme)
        self.bar.open(text)

    def _step(self, step: int) -> None:
        if self.bar is not None and not self.bar.isHidden():
            self.bar.step(step)
            return
        before = self._selected()
        has_words = self.bar is not None and bool(self.bar.line.text().strip())
        self._find("" if has_words else self._selected_text())
        # Looking already goes to the first place from where one is; forward there is a further step only from that.
        if self.bar is not None and (step < 0 or self.bar.is_at(before)):
            self.bar.step(step)

    def _selected(self) -> Fragment | None:
        """What is chosen, else what is at hand."""
        selection, document = self._view.selection, self._view.document
        if selection is None or not selection.is_chosen or document is None:
            mark = self._view.current
            return mark.fragments[0] if mark is not None else None
        return selection.fragment(document)

    def _selected_text(self) -> str:
        place, document = self._selected(), self._view.document
        if place is None or document is None or place[1] - place[0] > LONGEST:
            return ""
        return " ".join(document.text[place[0] : place[1]].split())

    def _opened(self, _state: object) -> None:
        if self.bar is not None:
            QTimer.singleShot(0, self.bar, self.bar.follow)  # when the article shows it

    # -- over all articles ------------------------------------------------------------------------------

    def _show_concordance(self) -> None:
        text = self._selected_text()
        drawer = self._open_drawer()
        if drawer.is_doubles:
            drawer.show_mode(is_doubles=False)
        drawer.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            drawer.look_for(text)
        drawer.line.selectAll()

    def _show_consistency(self) -> None:
        self._open_drawer().show_mode(is_doubles=True)

    def _open_drawer(self) -> Drawer:
        if self.drawer is None:
            from annotator.gui.find.drawer import Drawer  # lazy: as the bar
            from annotator.gui.find.reading import ReadingThread  # lazy: as the bar

            self.drawer = drawer = Drawer(self._desk.scheme, self._view.theme)
            drawer.setFocusProxy(drawer.list)  # F6 goes to the drawer as to any part
            self._put_below(drawer)
            self._thread = ReadingThread(self._desk.session.project.path, parent=self)
            self._thread.delivered.connect(self._deliver)
            self._thread.done.connect(drawer.end)
            self._thread.failed.connect(drawer.tell)
            drawer.searched.connect(self._search)
            drawer.checked.connect(self._check)
            drawer.picked.connect(self._pick)
            drawer.jumped.connect(self._jump)
            drawer.labelled.connect(self._label)
            drawer.key_pressed.connect(self._label_key)
            drawer.closed.connect(self._close_drawer)
        # The list of articles would keep more than there is, and the foot of the drawer would lie below the window.
        self._parts.setMinimumHeight(LEAST_LINES * self._parts.fontMetrics().lineSpacing())
        self.drawer.show()
        return self.drawer

    def _put_below(self, drawer: Drawer) -> None:
        """Puts the drawer into a splitter below the parts, which keep their place and their focus."""
        held = self._parts.window().focusWidget()
        rows = QSplitter(Qt.Orientation.Vertical)
        rows.setHandleWidth(1)
        rows.setChildrenCollapsible(False)
        around = self._parts.parentWidget()
        layout = around.layout() if around is not None else None
        height = self._parts.height()
        if layout is not None:
            layout.replaceWidget(self._parts, rows)
        rows.addWidget(self._parts)
        rows.addWidget(drawer)
        rows.setStretchFactor(0, 1)
        wanted = max(height * SHARES[1] // sum(SHARES), drawer.wanted_height)
        rows.setSizes([max(0, height - wanted), wanted])
        if held is not None:
            held.setFocus()

    def _close_drawer(self) -> None:
        if self._thread is not None:
            self._thread.drop()
        if self.drawer is not None:
            self.drawer.hide()
        self._parts.setMinimumHeight(0)  # as much as its parts ask for
        self._view.setFocus()

    # -- what is looked for -----------------------------------------------------------------------------

    def _search(self, query: Query) -> None:
        if self._thread is None:
            return
        actor = self._desk.session.actor
        if query.is_blank:
            self._thread.drop()
            return
        self._thread.ask(lambda project, breathe: concordance(project, query, actor, breathe))

    def _check(self) -> None:
        actor = self._desk.session.actor

        def job(project: Project, breathe: Breathe) -> Iterator[object]:
            from annotator.services.consistency import inconsistencies  # lazy: only this view needs it

            return inconsistencies(project, actor, breathe)

        if self._thread is not None and self.drawer is not None:
            self.drawer.tell(self.tr("going through all labels …"))
            self._thread.ask(job)

    def _pick(self, one: Inconsistency) -> None:
        actor = self._desk.session.actor

        def job(project: Project, breathe: Breathe) -> Iterator[object]:
            from annotator.services.consistency import places  # lazy: as its list

            return places(project, actor, one, breathe)

        self._is_whole = False
        if self._thread is not None:
            self._thread.ask(job)

    def _deliver(self, answer: object) -> None:
        if self.drawer is None:
            return
        if isinstance(answer, Batch):
            self._is_whole = answer.read >= answer.total and not answer.is_cut
            self.drawer.add(answer)
        elif isinstance(answer, list):
            self.drawer.show_doubles(answer)
        elif isinstance(answer, tuple):
            done, total = answer
            share = f"{100 * done // max(1, total)} %"
            self.drawer.tell(self.tr("going through all labels · {share}").format(share=share))

    # -- what is done with hits -------------------------------------------------------------------------

    def _jump(self, hit: Hit, has_keys: bool) -> None:
        if self._desk.document != hit.document:
            self._desk.open(hit.document)
        document = self._view.document
        if document is not None and document.id == hit.document:
            self._view.set_selection(selecting.found(document, hit.start, hit.end))
        if has_keys:
            self._view.setFocus()

    def _label_key(self, event: QKeyEvent) -> None:
        for chord in chords_of(event):
            label = self._label_of(chord)
            if label is not None and self.drawer is not None:
                if not event.isAutoRepeat():  # held, it would go on to the current line, which nobody ticked
                    self.drawer.give(label)
                event.accept()
                return

    def _label(self, hits: list[Hit], label: Label | None) -> None:
        """Gives the places a label in one operation; without one takes off what stands there."""
        ticked = by_document(hits)
        if not ticked:
            self._desk.refused.emit(self.tr("tick the places first: Space, or Tick all"))
            return
        places = but_blind(self._desk.session, ticked, here=self._desk.document)
        left = left_out(len(ticked) - len(places))
        if not places:
            self._desk.refused.emit(left)
            return
        layer = label.layer if label is not None else next((hit.layer for hit in hits if hit.layer), "")
        if not layer:
            self._desk.refused.emit(self.tr("there is no label to take off"))
            return
        name = label.name if label is not None else None
        changed = {hit.document: () for hit in hits if hit.label != (name or "") and hit.document in places} or places
        first = self._desk.document if self._desk.document in changed else next(iter(changed))
        command = LabelPlaces(document=first or "", layer=layer, label=name, places=places)
        many = self.tr("Labelling {count} places").format(count=grouped(len(hits)))
        about = self.tr("Labelling 1 place") if len(hits) == 1 else many
        self._desk.do_at_length(command, about, partial(self._say_labelled, name, left))

    def _say_labelled(self, name: str | None, left: str, outcome: Outcome) -> None:
        """Says of how many places it is so: some may have had the label, or none to be taken off."""
        if name is not None:
            one = self.tr("{label} on 1 place; {key:undo} takes it back")
            many = self.tr("{label} on {count} places; {key:undo} takes all of it back")
        else:
            one = self.tr("label taken off 1 place; {key:undo} brings it back")
            many = self.tr("labels taken off {count} places; {key:undo} brings them back")
        made = outcome.operation.decisions if outcome.operation is not None else ()
        count = sum(one.kind == "span" and _label_of(one.after) == name for one in made)
        said = with_keys(one if count == 1 else many, label=name, count=grouped(count))
        self._desk.said.emit(f"{said} · {left}" if left else said)
        if self.drawer is not None:
            self.drawer.hits.tick_all(is_on=False)

    def _touched(self, documents: set[str]) -> None:
        if self.drawer is not None and not self.drawer.isHidden():
            self._stale |= documents
            self._renewal.start()

    def _renew(self) -> None:
        """Brings the labels of the hits up to date, some documents at a time."""
        if self.drawer is None:
            return
        hits = self.drawer.hits
        wanted = sorted(self._stale & hits.documents())
        session = self._desk.session
        for one in session.project.texts(wanted[:RENEWED], session.actor):
            hits.renew(one.document, lambda own, one=one: labelled_anew(one, own))  # type: ignore[misc]
        row = self.drawer.doubles_list.currentIndex().row()
        if wanted and self._is_whole and self.drawer.is_doubles and row >= 0:
            self.drawer.doubles.renew(row, hits.hits)
        self._stale = set(wanted[RENEWED:])
        if self._stale:
            self._renewal.start()


def _label_of(span: object) -> str | None:
    return span.label if isinstance(span, Span) else None
