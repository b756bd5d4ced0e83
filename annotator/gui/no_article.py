"""What stands on the paper while a project holds no article: what to do, where the eyes are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.dialogs.frame import button, sheet
from annotator.gui.key_names import with_keys
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import reading_font

if TYPE_CHECKING:
    from annotator.gui.late_parts import LateParts

WIDEST = 520  # pixels of the lines, so that they are read as one thing
POINTS = 13.0


class NoArticle(QWidget):
    """In the middle of the article's place, until an article is opened there."""

    def __init__(self, window: LateParts) -> None:
        self._article = window.article
        self._paper = window.article.viewport()
        super().__init__(self._paper)
        said = QCoreApplication.translate(
            "Inspector", "There is no article yet. {key:import_articles} imports articles."
        )
        self.text = PlainLabel(with_keys(said))
        self.text.setFont(reading_font(POINTS, is_scaled=True))
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.door = button(self.tr("Import articles …"), self.tr("Looks first, then brings them in"))
        self.door.clicked.connect(lambda: window.keys.run("import_articles"))
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self.text)
        column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._paper.installEventFilter(self)
        window.desk.opened.connect(self.deleteLater)
        self._dress()
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:  # before the article has its other look
            QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        self.text.set_colour(self._article.theme.muted)
        self.setStyleSheet(sheet(self._article.theme))

    def _place(self) -> None:
        width = min(WIDEST, self._paper.width() - 20)
        height = self.heightForWidth(width)
        self.setGeometry((self._paper.width() - width) // 2, (self._paper.height() - height) // 3, width, height)
