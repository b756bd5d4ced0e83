"""Icons drawn as SVG, in the colour of the look they stand in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource

SIZE = 24  # device independent pixels unless asked otherwise


@lru_cache(maxsize=128)
def pixmap(name: str, colour: str, *, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """The icon of that name, sharp at `scale` device pixels a pixel."""
    source = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode("utf-8")))
    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
