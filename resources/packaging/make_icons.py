"""Paints the application's icon in the sizes of a desktop's icon theme: `python resources/packaging/make_icons.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SOURCE = HERE.parent / "icons" / "annotator.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def paint(renderer: QSvgRenderer, size: int) -> QImage:
    """The icon as an image of `size` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main() -> int:
    """Writes icons/annotator-SIZE.png, and the .ico and .icns that Windows and macOS take where Qt can write them."""
    application = QGuiApplication.instance() or QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    renderer = QSvgRenderer(QByteArray(SOURCE.read_bytes()))
    folder = HERE / "icons"
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        if not paint(renderer, size).save(str(folder / f"annotator-{size}.png"), "PNG"):
            return 1
    for name, size in (("annotator.ico", 256), ("annotator.icns", 512)):
        paint(renderer, size).save(str(folder / name))
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
