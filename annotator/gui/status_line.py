"""The one line at the bottom: where one is, how far, since when it is saved, and what was last said or refused."""

from __future__ import annotations

import time
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.parts import AFTER_PAINT, BrokenLabel, PlainLabel, QuietLabel, cap_text
from annotator.gui.refusals import in_words
from annotator.gui.theme import desk_font, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from annotator.gui.long_work import LongWork, WorkStrip
    from annotator.gui.theme import Theme

READ = 4.0  # seconds after which a reason has been read


class Message(QuietLabel):
    """What was last said; tells when it gets less room, as where a fact beside it has more to say."""

    narrowed = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() < event.oldSize().width():
            self.narrowed.emit()


class StatusLine(QWidget):
    """Facts on the left, the last message on the right."""

    said = Signal(str)  # in the words that are shown, for who does not see them
    urged = Signal(str)  # what was refused or lost, likewise

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._saved_at = ""  # to the second
        self._said_of = ""  # the document that was open when something was said
        self._refused = ("", 0.0)  # the last reason, and when it was given
        self._other_time: Callable[[], float | None] | None = None
        self.document = PlainLabel()
        self.figures = PlainLabel()
        self.active = PlainLabel()
        self.saved = QuietLabel(widest=self.tr("saved {time}").format(time="00:00:00"))
        self.alarm = BrokenLabel()  # on a line of its own: beside the facts it made the window wider than the screen
        self.alarm.setFont(desk_font(10, bold=True))
        self.alarm.hide()
        self.message = Message()
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.document.setAccessibleName(self.tr("Article"))
        self.figures.setAccessibleName(self.tr("Spans and open suggestions"))
        self.active.setAccessibleName(self.tr("Active time"))
        self.saved.setAccessibleName(self.tr("Last saved"))
        self.message.setAccessibleName(self.tr("Last message"))
        self.alarm.setAccessibleName(self.tr("Alarm"))
        self._strip: WorkStrip | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._parts: list[PlainLabel] = []
        self._gone: list[QWidget] = []  # facts that gave way to a reason
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.setInterval(AFTER_PAINT)
        self._room.timeout.connect(self._make_room)
        self.message.narrowed.connect(self._room.start)
        self._line = line = QHBoxLayout()
        self._rows.addLayout(line)
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(30)
        for label in (self.document, self.figures, self.active, self.saved):
            line.addWidget(label)
        for label in (self.document, self.figures):  # no room is kept for them in a project without articles
            label.hide()
        line.addWidget(self.message, 1)
        above = QHBoxLayout()
        above.setContentsMargins(14, 6, 14, 0)
        above.addWidget(self.alarm)
        self._rows.insertLayout(0, above)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes over another look."""
        self._theme = theme
        for label in (self.document, self.figures, self.active, self.saved, self.message, *self._parts):
            label.set_colour(theme.muted)
        self.alarm.set_colour(theme.warn)
        if self._strip is not None:
            self._strip.set_theme(theme)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # facts give way; they must not widen the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.start()

    def follow_work(self, work: LongWork) -> None:
        """Shows above the line how far long work is, whenever there is some."""
        work.began.connect(lambda about: self._strip_of(work).begin(about))

    def _strip_of(self, work: LongWork) -> WorkStrip:
        if self._strip is None:
            from annotator.gui.long_work import WorkStrip  # lazy: most sittings have no long work

            self._strip = WorkStrip(work, self._theme)
            self._rows.insertWidget(0, self._strip)
        return self._strip

    def show_figures(self, document: str, figures: str) -> None:
        """Which document is open and what is in it; "" leaves no room."""
        for label, text in ((self.document, document), (self.figures, figures)):
            label.setText(text)
            if label not in self._gone:
                label.setHidden(not text)
        self._room.start()

    def add_part(self, label: PlainLabel) -> None:
        """Puts one more fact behind the others."""
        self._parts.append(label)
        self._line.insertWidget(self._line.count() - 1, label)
        label.set_colour(self._theme.muted)

    def say(self, text: str) -> None:
        """What was done; where it needs more room than there is, facts give way to it as to a reason."""
        self._show(text, self._theme.muted)
        self._room.start()  # to measure text takes as long as to place the marks of a line
        self.said.emit(text)

    def follow_document(self, document: str) -> None:
        """What was said of one document does not stand below another; what is said of the change comes after it."""
        if document != self._said_of:
            self._said_of = document
            self._show("", self._theme.muted)
            self._room.start()

    def refuse(self, text: str) -> None:
        """Why something was not done; facts that can be missed for a moment give way to it on a narrow screen."""
        reason = in_words(text)
        self._refused = reason, time.monotonic()
        self._show(reason, self._theme.warn)
        self._make_room()
        self.urged.emit(reason)

    def go_on(self) -> None:
        """Another thing is at hand: a reason that has been there to be read is about nothing any more."""
        if self._refused[0]:
            self._end(self._refused)

    def _end(self, refused: tuple[str, float]) -> None:
        """Takes a reason away once it was there to be read, whether or not another key comes."""
        if refused is not self._refused:
            return
        left = READ - (time.monotonic() - refused[1])
        if left > 0:  # timers may come a little too early: then there is another
            QTimer.singleShot(round(left * 1000) + 1, self, partial(self._end, refused))
            return
        self._refused = "", 0.0
        if self.message.text() == refused[0]:
            self._show("", self._theme.muted)
            self._room.start()

    def _make_room(self) -> None:
        """Lets the facts that were hidden come back, and those go that stand in the way of the message."""
        self._room.stop()
        self._rows.activate()  # what was shown since has taken its room
        needed = self.message.fontMetrics().horizontalAdvance(self.message.text()) + 8
        if not self._gone and self.message.lines == 1 and needed <= self.message.width():
            return
        while self._gone:
            self._gone.pop().show()
        self.active.setHidden(not self.active.text())
        all_facts = (self.document, self.figures, self.saved, *self._parts, self.active)
        facts = [one for one in all_facts if not one.isHidden()]
        room = self._line.contentsRect().width() - sum(
            max(one.sizeHint().width(), one.minimumWidth()) + self._line.spacing() for one in facts
        )
        while facts and room < needed:
            label = facts.pop()
            room += max(label.sizeHint().width(), label.minimumWidth()) + self._line.spacing()
            label.hide()
            self._gone.append(label)
        self.message.break_within(room)
        self._room.stop()  # facts that came back for a moment took room from the message, and are gone again

    def alert(self, text: str, *, key: str) -> None:
        """That much was lost at one stroke, with the key that brings it back; "" when that is over."""
        said = self.tr("⚠ {what} · {key} brings them back").format(what=text, key=cap_text(key)) if text else ""
        self.alarm.set_outside_text(said)
        self.alarm.setAccessibleDescription(said)
        self.alarm.setVisible(bool(said))
        self.urged.emit(said)

    def _show(self, text: str, colour: str) -> None:
        self.message.set_colour(colour)
        self.message.set_outside_text(text)
        self.message.setAccessibleDescription(text)

    def show_saved(self, at: str) -> None:
        """When the last decision reached the disk; `at` is UTC, ISO 8601 to the millisecond."""
        if at[:19] == self._saved_at:
            return
        self._saved_at = at[:19]
        # Not `astimezone` or `strftime` of a datetime: both import `time` anew at each call, which is at every key.
        local = time.localtime(datetime.fromisoformat(at).timestamp())
        self.saved.setText(self.tr("saved {time}").format(time=time.strftime("%H:%M:%S", local)))

    def show_time_of(self, other: Callable[[], float | None] | None) -> None:
        """Has that time be shown from now on, None for none, in place of what it is told; without `other` as told."""
        self._other_time = other
        if other is not None:
            self.show_active(0.0)

    def show_active(self, seconds: float) -> None:
        """Active time in this article."""
        told = seconds if self._other_time is None else self._other_time()
        minutes, rest = divmod(int(told or 0), 60)
        text = self.tr("active {minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        text = "" if told is None else text
        if text != self.active.text():
            if bool(text) != bool(self.active.text()) and self.active not in self._gone:
                self.active.setHidden(not text)  # else what follows stands in from the edge where there is no time
            self.active.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRect(0, 0, self.width(), 1), self._theme.rule)
