"""Marks on the document and its history: flag, skip, remarks, the log and the way back to a point of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.command import AddComment, RevertTo
from annotator.errors import KnownError
from annotator.gui.gestures.documents import put_aside
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.gestures.label_lists import ask_label
from annotator.gui.inspector.guideline import HEIGHT as GUIDELINE
from annotator.gui.inspector.guideline import GuidelineSheet
from annotator.gui.inspector.history import HistorySheet
from annotator.gui.inspector.outline import OutlineSheet, outline
from annotator.gui.inspector.remark import HEIGHT, RemarkSheet
from annotator.gui.key_names import with_keys
from annotator.gui.refusals import in_words
from annotator.services import guidelines
from annotator.services.guideline_in_force import Guidelines
from annotator.services.history import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.scheme import Label

HISTORY = 560  # height of the sheet in pixels, where there is room


class Notes:
    """Gestures about the document as a whole, and remarks on what is at hand."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "flag": self._flag,
            "skip": self._skip,
            "comment": self._comment,
            "comment_document": partial(self._ask_remark, None),
            "guideline": self._guideline,
            "history": self._show_history,
            "outline": self._show_outline,
        }

    def _flag(self) -> None:
        desk, state = self._hand.desk, self._hand.state
        if state is None:
            return
        is_flagged = state.status == "flagged"
        after = ("busy" if state.spans else "todo") if is_flagged else "flagged"
        if desk.set_status(after):
            desk.said.emit(
                translate("Gestures", "the flag is off") if is_flagged else translate("Gestures", "flagged for a look")
            )

    def _skip(self) -> None:
        desk = self._hand.desk
        is_flagged = desk.state is not None and desk.state.status == "flagged"
        if desk.document is None or not desk.set_status("skipped"):
            return
        following = desk.next_undone()
        if following is None:
            desk.said.emit(put_aside(desk))
            return
        desk.open(following)
        said = translate("Gestures", "skipped; this is the next one. {key:undo} takes it back")
        if is_flagged:  # as with done: the flag may be counted on
            said = translate(
                "Gestures", "skipped, and not flagged any more; this is the next one. {key:undo} takes it back"
            )
        desk.said.emit(with_keys(said))

    # -- remarks ----------------------------------------------------------------------------------------

    def _comment(self) -> None:
        """A remark on the span at hand or selected; on the document where none is, or where it is only suggested."""
        mark = self._hand.mark_meant()
        if mark is None or mark.is_decided:
            self._ask_remark(mark.id if mark is not None else None)
            return
        note = translate("Gestures", "{label} “{text}” is only suggested: this remark will be about the article")
        self._ask_remark(None, note.format(label=mark.label, text=self._hand.text(mark.fragments)))

    def _ask_remark(self, about: str | None, note: str = "") -> None:
        hand, state = self._hand, self._hand.state
        if state is None or self._refuses_writing():
            return
        begun = next((one for one in hand.view.findChildren(RemarkSheet) if one.isVisible()), None)
        if begun is not None:  # somebody clicked beside it: it is finished first
            begun.field.setFocus()
            return
        title = translate("Gestures", "Remark on this article")
        if about is not None:
            span = state.spans[about]
            title = translate("Gestures", "Remark on {label} “{text}”").format(
                label=span.label, text=hand.text(span.fragments)
            )
        mark = hand.book.mark(about) if about is not None and hand.book is not None else None
        before = [comment.text for comment in state.comments.values() if comment.about == about]
        sheet = RemarkSheet(title, before, hand.theme, over=hand.view, note=note)
        sheet.written.connect(partial(self._remark, sheet, state.document.id, about))
        sheet.show_over(height=HEIGHT, focus=sheet.field, about=hand.seen_at(mark.fragments if mark else ()))

    def _refuses_writing(self) -> bool:
        """Whether nothing can be written in this window; says so before anything is typed."""
        is_read_only = self._hand.desk.session.project.is_read_only
        if is_read_only:
            self._hand.refuse(translate("Gestures", "this window is for reading only"))
        return is_read_only

    def _remark(self, sheet: RemarkSheet, document: str, about: str | None, text: str) -> None:
        # Another document may be open by now.
        hand, said = self._hand, translate("Gestures", "remark saved")
        state = hand.state
        if about is not None and state is not None and state.document.id == document and about not in state.spans:
            # Taken away while the remark was written: what was written is kept.
            about = None
            said = translate("Gestures", "remark saved, about the article: the label is not there any more")
        if hand.do(AddComment(document=document, text=text, target=about), said=said) is None:
            sheet.stay()

    # -- the guideline ----------------------------------------------------------------------------------

    def _guideline(self) -> None:
        """The guideline of the label at hand; where nothing is, it is asked of which."""
        hand = self._hand
        mark = hand.mark_meant()
        label = hand.desk.scheme.label(mark.layer, mark.label) if mark is not None else None
        if label is not None:
            self._edit_guideline(label)
        else:
            ask_label(
                hand, translate("Gestures", "Guideline of which label?"), hand.desk.scheme.labels, self._edit_guideline
            )

    def _edit_guideline(self, label: Label) -> None:
        hand, session = self._hand, self._hand.desk.session
        if session.project.meta("annotator"):
            said = translate(
                "Gestures", "the guideline comes with the work package; {key:comment} says in a remark what is amiss"
            )
            hand.refuse(with_keys(said))
            return
        if self._refuses_writing():
            return
        held = Guidelines(session.project, session.scheme, session.actor).of(label, language=hand.language)
        title = translate("Gestures", "Guideline of {label}").format(label=label.name)
        note = translate(
            "Gestures",
            "What you save is in force from now on, as the next version. **bold**, *italic*, # heading, - item",
        )
        sheet = GuidelineSheet(title, held.text, hand.theme, over=hand.view, note=note)
        sheet.written.connect(partial(self._change_guideline, sheet, label))
        sheet.show_over(height=GUIDELINE, focus=sheet.field)

    def _change_guideline(self, sheet: GuidelineSheet, label: Label, text: str) -> None:
        desk = self._hand.desk
        try:
            rule = guidelines.rewrite(desk.session.project, desk.scheme, label, text, actor=desk.session.actor)
        except KnownError as error:
            self._hand.refuse(in_words(error.said))
            sheet.stay()
            return
        desk.guideline_changed.emit()
        said = translate("Gestures", "guideline of {label}: version {version}")
        desk.said.emit(said.format(label=label.name, version=rule.version))

    # -- history ----------------------------------------------------------------------------------------

    def _show_history(self) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        title = translate("Gestures", "History of “{title}”").format(title=state.document.title)
        sheet = HistorySheet(title, entries(hand.desk.session, state.document.id), hand.theme, over=hand.view)
        sheet.back_wanted.connect(partial(self._go_back, state.document.id))
        sheet.show_over(height=HISTORY, focus=sheet.list)

    def _show_outline(self) -> None:
        hand, book = self._hand, self._hand.book
        if book is None:
            return
        title = translate("Gestures", "Labels of “{title}”").format(title=book.state.document.title)
        at = hand.view.current.id if hand.view.current is not None else None
        lines = outline(book, hand.desk.scheme, hand.language)
        sheet = OutlineSheet(title, lines, at, hand.theme, over=hand.view)
        sheet.wanted.connect(hand.view.set_current)
        sheet.show_over(height=HISTORY, focus=sheet.list)

    def _go_back(self, document: str, operation: str | None) -> None:
        # Another document may be open by now, as with remarks.
        self._hand.do(
            RevertTo(document=document, operation=operation),
            said=with_keys(translate("Gestures", "back at that point; {key:undo} brings back what came after")),
        )
