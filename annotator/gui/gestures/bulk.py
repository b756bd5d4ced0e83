"""Many at once, the count shown before: all above a threshold, all identical strings, all spans of a kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.core.bulk import accepted_above, model_of
from annotator.core.command import AcceptAbove, ApplyToAll, RelabelAll
from annotator.core.text import covered
from annotator.gui.article.placing import short_score
from annotator.gui.gestures.elsewhere import Elsewhere
from annotator.gui.gestures.hand import Hand, translate
from annotator.gui.gestures.label_lists import ask_label
from annotator.gui.hint_shapes import Choice
from annotator.gui.inspector.places import PlacesSheet
from annotator.gui.key_names import with_keys
from annotator.gui.language import grouped
from annotator.services import spreading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal

    from annotator.core.scheme import Label
    from annotator.core.span import Span
    from annotator.core.state import DocumentState
    from annotator.core.text import Fragments
    from annotator.services.session import Outcome

    Scope = Literal["document", "undone"]

THRESHOLD = 0.80
STEP = 0.05
PREVIEW = 460  # height of the preview in pixels, where there is room


class Bulk:
    """Gestures on more than what is at hand; each is one operation, and so one undo."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._threshold = THRESHOLD
        self._elsewhere = Elsewhere(hand.desk)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """The actions of the key table that are done here."""
        return {
            "accept_above": self._ask_accept_above,
            "apply_to_all": partial(self._ask_apply_to_all, scope="document"),
            "apply_everywhere": partial(self._ask_apply_to_all, scope="undone"),
            "relabel_all": partial(self._ask_relabel, scope="document"),
        }

    def set_threshold(self, threshold: float) -> None:
        """The score from which on all are accepted, until it is lowered or raised there."""
        self._threshold = threshold

    # -- all above a threshold --------------------------------------------------------------------------

    def _ask_accept_above(self) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        command = AcceptAbove(document=state.document.id, threshold=round(self._threshold, 2))
        count = len(accepted_above(command, state, hand.desk.scheme))
        title = translate("Gestures", "Accept {count} suggestions scored {threshold} or more?")
        if count == 1:
            title = translate("Gestures", "Accept 1 suggestion scored {threshold} or more?")
        title = title.format(count=grouped(count), threshold=short_score(self._threshold))
        choices = [
            Choice("-", translate("Gestures", "lower the threshold"), lambda: self._shift(-STEP), is_repeated=True),
            Choice("+", translate("Gestures", "raise the threshold"), lambda: self._shift(STEP), is_repeated=True),
            Choice("Escape", translate("Gestures", "leave it"), lambda: None),
        ]
        if count:
            one, many = translate("Gestures", "accept"), translate("Gestures", "accept all {count}, one undo")
            said = one if count == 1 else many.format(count=grouped(count))
            choices.insert(0, Choice("Enter", said, self._accept_above))
        best = max((one.score for one in state.open_suggestions(hand.desk.scheme)), default=None)
        notes = []
        if not count and best is not None:  # else one would lower the threshold not knowing how far
            told = translate("Gestures", "The highest score in this article is {score}.")
            notes = [told.format(score=short_score(best))]
        hand.ask(title, choices, notes=notes)

    def _shift(self, step: float) -> None:
        self._threshold = min(1.0, max(0.0, round(self._threshold + step, 2)))
        self._ask_accept_above()

    def _accept_above(self) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        before = hand.book.open_count if hand.book is not None else 0
        command = AcceptAbove(document=state.document.id, threshold=round(self._threshold, 2))
        if hand.do(command) is not None and hand.book is not None:
            count = hand.book.open_count
            said = translate("Gestures", "accepted all from {threshold} on; {count} of {before} suggestions are left")
            if count == 1:
                said = translate("Gestures", "accepted all from {threshold} on; 1 of {before} suggestions is left")
            said = said.format(threshold=short_score(self._threshold), count=grouped(count), before=grouped(before))
            hand.desk.said.emit(said)
            self._go_quietly()

    def _go_quietly(self) -> None:
        book = self._hand.book
        if book is not None and book.open_count and self._hand.view.current is None:
            id = book.next_open(self._hand.first_position())
            if id is not None:
                self._hand.view.set_current(id)

    # -- all identical strings --------------------------------------------------------------------------

    def _model(self) -> tuple[DocumentState, Span] | None:
        """What is at hand as a span, open suggestions too; says why where it will not do."""
        hand = self._hand
        mark, state = hand.mark_meant(), hand.state
        model = model_of(state, hand.desk.scheme, mark.id)[0] if mark is not None and state is not None else None
        if state is None or model is None:
            hand.refuse(
                translate("Gestures", "take a span to hand first; its label can then go to all identical strings")
            )
            return None
        return state, model

    def _ask_apply_to_all(self, *, scope: Scope) -> None:
        hand, found = self._hand, self._model()
        if found is None:
            return
        state, model = found
        if len(model.fragments) > 1:
            hand.refuse(translate("Gestures", "a trigger of several fragments cannot be applied to other places"))
            return
        text = covered(state.document.text, model.fragments)
        here = spreading.places_in(hand.desk.session, state, model, text)
        is_wide = scope == "undone"
        if not here and not is_wide:
            self._say_nowhere(model, scope)
            return
        sheet = PlacesSheet(
            model.label, hand.text(model.fragments), here, hand.theme, over=hand.view, is_wide=is_wide
        )  # fmt: skip
        sheet.chosen.connect(partial(self._apply_to_all, model, scope))
        sheet.widened.connect(partial(self._ask_apply_to_all, scope="undone"))
        sheet.show_over(height=PREVIEW, focus=sheet.list)
        if is_wide:
            self._fill(sheet, state.document.id, model, text)

    def _fill(self, sheet: PlacesSheet, here: str, model: Span, text: str) -> None:
        """Has the places of the other documents come into the sheet as they are found."""

        def end() -> None:
            sheet.end()
            if not sheet.list.count():
                sheet.close_sheet()
                self._say_nowhere(model, "undone", sheet.left_out)

        looking = self._elsewhere.look(
            lambda session: spreading.places_elsewhere(session, here, model, text), found=sheet.take, end=end
        )
        sheet.enough.connect(looking.drop)
        sheet.closed.connect(looking.drop)

    def _say_nowhere(self, model: Span, scope: Scope, left_out: str = "") -> None:
        said = translate("Gestures", "“{text}” stands nowhere else in this article without a label")
        if scope == "undone":
            said = translate(
                "Gestures", "“{text}” stands nowhere else without a label in the articles that are not done"
            )
        said = said.format(text=self._hand.text(model.fragments))
        self._hand.refuse(f"{said} · {left_out}" if left_out else said)

    def _apply_to_all(self, model: Span, scope: Scope, places: Mapping[str, Fragments]) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        count = sum(len(fragments) for fragments in places.values())
        said = with_keys(
            translate("Gestures", "labelled {count} × “{text}” as {label}; {key:undo} takes all of it back"),
            count=grouped(count), text=hand.text(model.fragments), label=model.label,
        )  # fmt: skip
        command = ApplyToAll(document=state.document.id, span=model.id, scope=scope, places=dict(places))
        about = translate("Gestures", "Labelling {count} × “{text}” as {label}").format(
            count=grouped(count), text=hand.text(model.fragments), label=model.label
        )
        hand.desk.do_at_length(command, about, lambda _outcome: self._say_spread(model, said))

    def _say_spread(self, model: Span, said: str) -> None:
        self._hand.desk.said.emit(said)
        state = self._hand.state
        if state is not None and model.id in state.spans:
            self._hand.view.set_current(model.id, scroll=False)

    # -- all spans of a kind ----------------------------------------------------------------------------

    def _ask_relabel(self, *, scope: Scope) -> None:
        hand, found = self._hand, self._model()
        if found is None:
            return
        state, model = found
        if model.id not in state.spans:
            hand.refuse(translate("Gestures", "accept the suggestion first; a label's key alone relabels it"))
            return
        count = grouped(spreading.spans_here(state, model))
        title = translate("Gestures", "Give all {count} × {label} “{text}” in this article another label?")
        if count == "1":
            title = translate("Gestures", "Give {label} “{text}”, once in this article, another label?")
        if scope == "undone":
            count = f"{count}+ …"
            title = translate(
                "Gestures", "Give all {count} × {label} “{text}” in all articles that are not done another label?"
            )
        others = [label for label in hand.desk.scheme.labels_of(model.layer) if label.name != model.label]
        besides = []
        if scope == "document":
            besides.append(
                Choice(
                    "Shift+R",
                    translate("Gestures", "in all articles that are not done"),
                    partial(self._ask_relabel, scope="undone"),
                )
            )
        title = title.replace("{label}", model.label).replace("{text}", hand.text(model.fragments))
        relabel = partial(self._relabel, model, scope)
        ask_label(hand, title.replace("{count}", count), others, relabel, besides=besides)
        if scope == "undone":
            self._count_everywhere(state, model, title)

    def _count_everywhere(self, state: DocumentState, model: Span, title: str) -> None:
        """Puts the count of all documents into the question, as far as it is known, while it stands."""
        text = covered(state.document.text, model.fragments)
        total = spreading.spans_here(state, model)
        hints = self._hand.hints

        def add(count: int) -> None:
            nonlocal total
            total += count
            hints.retitle(title.replace("{count}", f"{total}+"))

        here = state.document.id
        looking = self._elsewhere.look(
            lambda session: spreading.spans_elsewhere(session, here, model, text),
            found=add,
            end=lambda: hints.retitle(title.replace("{count}", str(total))),
        )
        hints.closed.connect(looking.drop, Qt.ConnectionType.SingleShotConnection)

    def _relabel(self, model: Span, scope: Scope, label: Label) -> None:
        hand, state = self._hand, self._hand.state
        if state is None:
            return
        command = RelabelAll(document=state.document.id, span=model.id, label=label.name, scope=scope)
        about = translate("Gestures", "Giving “{text}” the label {label}").format(
            text=hand.text(model.fragments), label=label.name
        )
        hand.desk.do_at_length(command, about, partial(self._say_relabelled, model, label))

    def _say_relabelled(self, model: Span, label: Label, outcome: Outcome) -> None:
        hand = self._hand
        if outcome.operation is None:
            return
        count = sum(one.kind == "span" and one.after is not None for one in outcome.operation.decisions)
        said = translate("Gestures", "{count} × “{text}” are {label} now; {key:undo} takes all of it back")
        if count == 1:
            said = translate("Gestures", "1 × “{text}” is {label} now; {key:undo} takes it back")
        hand.desk.said.emit(with_keys(said, count=count, text=hand.text(model.fragments), label=label.name))
        if hand.state is not None and model.id in hand.state.spans:
            hand.view.set_current(model.id, scroll=False)
