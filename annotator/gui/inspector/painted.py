"""The painted parts of the inspector: prose, attribute steps, role rows, headings, a flow of key caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.utf16 import Utf16
from annotator.gui.article.positions import shown
from annotator.gui.chip import Chip
from annotator.gui.flow import EndsLayout, FlowLayout
from annotator.gui.inspector.markdown import Stretch, plain
from annotator.gui.parts import Cap, ElidedLabel, PlainLabel
from annotator.gui.theme import colour_of, desk_font

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from annotator.core.scheme import Scheme
    from annotator.gui.inspector.contents import RoleLine
    from annotator.gui.theme import Theme


GAP = 0.4  # of a line's height, between paragraphs


class Prose(QWidget):
    """Wrapped plain text with room between its lines; some stretches underlined."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = "#000000"
        self._text = ""
        self._underlined: tuple[tuple[int, int], ...] = ()
        self._styles: tuple[Stretch, ...] = ()
        self._heights: dict[int, int] = {}  # by width; layouts ask for the same ones again and again
        # Not fixed: a layout keeps as the most a height that went with another width, and a scroll bar changes that.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()  # until there is text: a layout keeps room between lines of none

    def set_colour(self, colour: str) -> None:
        """Paints the text in this colour."""
        self._colour = colour
        self.update()

    def set_markdown(self, source: str) -> None:
        """Shows text with the little Markdown that guidelines use."""
        text, styles = plain(source)
        self.set_text(text, styles=styles)

    def set_text(
        self, text: str, underlined: tuple[tuple[int, int], ...] = (), *, styles: tuple[Stretch, ...] = ()
    ) -> None:
        """Shows another text; `underlined` and `styles` are stretches of it in code points."""
        if (text, underlined, styles) == (self._text, self._underlined, self._styles):
            return
        self._text, self._underlined, self._styles = text, underlined, styles
        self._heights.clear()
        self.setAccessibleName(text)
        if self.parentWidget() is None:  # shown now it would be a window of its own for a moment
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, not text)
        else:
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def set_examples(self, examples: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]) -> None:
        """Shows example phrases in quotes, what each covers underlined."""
        text, underlined = "", []
        for example, stretches in examples:
            text += " · “" if text else "“"
            underlined += [(len(text) + start, len(text) + end) for start, end in stretches]
            text += example + "”"
        self.set_text(text, tuple(underlined))

    def _pitch(self) -> float:
        return QFontMetricsF(self.font()).lineSpacing() * 1.28

    def _layout(self, width: float) -> QTextLayout:
        # A line separator breaks the line where a line feed would show as a sign of its own.
        text = "\u2028".join(shown(line) for line in self._text.split("\n"))
        positions = Utf16(text)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = []
        underlined = [(start, end, "underline") for start, end in self._underlined]
        for start, end, how in (*underlined, *self._styles):
            wanted = QTextLayout.FormatRange()
            wanted.start = positions.to_utf16(start)
            wanted.length = positions.to_utf16(end) - wanted.start
            style = QTextCharFormat()
            style.setFontUnderline(how == "underline")
            style.setFontItalic(how == "italic")
            if how == "bold":
                style.setFontWeight(QFont.Weight.Bold)
            wanted.format = style
            formats.append(wanted)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            is_empty = line.textLength() == 1 and not line.naturalTextWidth()
            y += self._pitch() * (GAP if is_empty else 1.0)
        layout.endLayout()
        return layout

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height(self._layout(width)) if self._text else 0
        return self._heights[width]

    def _height(self, layout: QTextLayout) -> int:
        return round(layout.lineAt(layout.lineCount() - 1).y() + self._pitch())

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._colour))
        self._layout(self.width()).draw(painter, QPointF(0, 0))


class Steps(QWidget):
    """The values of an attribute side by side, the one that holds on a raised ground; a click chooses one."""

    chosen = Signal(int)  # number of the value clicked

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._values: tuple[str, ...] = ()
        self._chosen = -1
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_values(self, values: tuple[str, ...], chosen: int) -> None:
        """Shows other values."""
        if (values, chosen) == (self._values, self._chosen):
            return
        self._values, self._chosen = values, chosen
        held = values[chosen] if 0 <= chosen < len(values) else ""
        self.setAccessibleName(held)
        self.setAccessibleDescription(" · ".join(values))
        self.updateGeometry()
        self.update()

    def _rects(self) -> list[QRectF]:
        metrics = QFontMetricsF(self.font())
        height = metrics.height() + 6
        rects: list[QRectF] = []
        x = y = 0.0
        for value in self._values:
            width = metrics.horizontalAdvance(value) + 10
            if x and x + width > max(self.width(), 200):
                x, y = 0.0, y + height + 2
            rects.append(QRectF(x, y, width, height))
            x += width + 2
        return rects

    def sizeHint(self) -> QSize:
        rects = self._rects()
        return QSize(200, round(rects[-1].bottom()) + 1 if rects else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for number, rect in enumerate(self._rects()):
            if rect.contains(event.position()):
                self.chosen.emit(number)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (value, rect) in enumerate(zip(self._values, self._rects(), strict=True)):
            is_chosen = number == self._chosen
            if is_chosen:
                painter.setPen(QColor(self.theme.rule))
                painter.setBrush(QColor(self.theme.field))
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(self.theme.ink if is_chosen else self.theme.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, value)


def _in_line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(5)
    for part in parts:
        line.addWidget(part)
    return whole


class RoleRow(QWidget):
    """One role: its name, its key, and the fillers or that it is not mentioned; a click asks for the filler.

    What the scheme calls it stands beside the name, where that is another: tags in the article have it.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = PlainLabel()
        self._code = PlainLabel()
        self._code.setFont(desk_font(8.5))
        self._code.set_colour(theme.muted)
        self._cap = Cap("", "", theme, desk_font(9))
        self._none = PlainLabel()
        self._none.set_colour(theme.muted)
        self._chips = [Chip(theme) for _ in range(3)]
        self._warning = PlainLabel()
        self._warning.setWordWrap(True)
        self._warning.hide()
        self._warning.set_colour(theme.warn)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        ends = EndsLayout(gap=5)  # the answer goes below the role where both do not fit
        names = QWidget()
        flow = FlowLayout(gap=5)  # large letters break it
        names.setLayout(flow)
        for one in (self._name, self._code, self._cap):
            flow.addWidget(one)
        ends.addWidget(names)
        ends.addWidget(_in_line(self._none, *self._chips))
        column.addLayout(ends)
        column.addWidget(self._warning)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def set_role(self, role: RoleLine, scheme: Scheme) -> None:
        """Shows another role; a filler that is only proposed bears a question mark."""
        self._name.set_outside_text(role.called)
        is_other = role.called.casefold() != role.name.casefold()
        self._code.set_outside_text(role.name if is_other else "")
        self._code.setVisible(is_other)
        self._cap.set_contents(role.key.upper(), "")
        self._none.setVisible(not role.fillers)
        self._none.setText(self.tr("not mentioned") if role.is_answered else self.tr("no answer yet"))
        self._warning.set_outside_text(f"⚠ {role.warning}")
        self._warning.setVisible(bool(role.warning))
        held = ", ".join(filler.text for filler in role.fillers) or self._none.text()
        self.setAccessibleName(f"{role.called}: {held}")
        self.setAccessibleDescription(role.warning)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(role.fillers))
            if number < len(role.fillers):
                filler = role.fillers[number]
                colour = colour_of(scheme.label(filler.layer, filler.label), self._theme)
                text = filler.text if filler.is_decided else f"{filler.text}?"
                if number == len(self._chips) - 1 and len(role.fillers) > len(self._chips):
                    text = f"+{len(role.fillers) - number}"
                chip.set_contents("", text, colour)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.rule))


class Heading(QWidget):
    """A small heading in capitals, with the key that goes with what is below it."""

    def __init__(self, text: str, key: str, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel()
        self._label.setMinimumWidth(60)  # with one of its own it may be narrower than its text
        font = QFont(desk_font(8.5, bold=True))
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._label.setFont(font)
        self._label.set_colour(theme.muted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 2)
        line = FlowLayout(gap=6)  # the key goes below where the heading needs the line
        line.addWidget(self._label)
        self._cap = Cap(key, "", theme, desk_font(9))
        line.addWidget(self._cap)
        column.addLayout(line)
        self.set_text(text, key=key)

    def set_text(self, text: str, *, key: str = "") -> None:
        """Shows another heading, and the key that goes with it, if any."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._cap.set_contents(key, "")
        self._cap.setVisible(bool(key))


class Flow(QWidget):
    """Puts small widgets side by side and goes on to the next line where there is no room."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Puts one more widget at the end."""
        widget.setParent(self)
        self._items.append(widget)

    def arrange(self) -> None:
        """Places those that are to be seen, for the width there is."""
        x = y = 0
        height = 0
        for item in self._items:
            if item.isHidden():
                continue
            size = item.sizeHint()
            if x and x + size.width() > max(self.width(), 160):
                x, y = 0, y + height + 3
                height = 0
            item.setGeometry(x, y, size.width(), size.height())
            x += size.width() + 10
            height = max(height, size.height())
        self.setFixedHeight(y + height + (6 if height else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
