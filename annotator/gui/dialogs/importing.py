"""Importing into the project that is open: which files, what they would bring, and the word to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.gui.dialogs.frame import Frame, button, call, stacked
from annotator.gui.importing.panel import PreviewPanel
from annotator.gui.welcome.articles import ArticlesStep

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme
    from annotator.services.importing import Choices

FILES, PREVIEW = range(2)


class Wanted(NamedTuple):
    """An import that somebody has looked at and wants."""

    paths: tuple[Path, ...]
    choices: Choices


class ImportDialog(Frame):
    """Ends accepted with `wanted` set, or rejected; writes nothing itself."""

    def __init__(self, project: Path, scheme: Scheme, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.wanted: Wanted | None = None
        self._project = project
        self._scheme = scheme
        self.articles = ArticlesStep(theme)
        self.panel = PreviewPanel(theme)
        self.stack = stacked(self.articles, self.panel)
        self.body.addWidget(self.stack, 1)
        self.back = button(self.tr("Back"), self.tr("To the files"))
        self.on = button(self.tr("Look"), self.tr("Shows what would come in; nothing is written yet"))
        self.on.setDefault(True)
        self.cancel = button(self.tr("Cancel"), self.tr("Closes this window; nothing is imported"))
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.on)
        self.back.clicked.connect(lambda: self.turn(FILES))
        self.on.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.reject)
        self.articles.changed.connect(self._follow_files)
        self.panel.changed.connect(lambda: self.refuse(""))
        self.set_title(self.tr("Import articles"))
        self.fit(760, 700)
        self.turn(FILES)

    def turn(self, page: int) -> None:
        """Shows the files, or what they would bring."""
        self.stack.setCurrentIndex(page)
        self.back.setVisible(page == PREVIEW)
        if page == PREVIEW:
            call(self.on, self.tr("Import"), self.tr("Brings in what is shown, and opens the project anew"))
        else:
            call(self.on, self.tr("Look"), self.tr("Shows what would come in; nothing is written yet"))
        self.refuse("")
        if page == PREVIEW:
            self.panel.show_sources(self.articles.sources, self._scheme, project=self._project)
        (self.panel.format if page == PREVIEW else self.articles.files).setFocus()

    def _follow_files(self) -> None:
        """Enter looks at the files that were just chosen, rather than asking for more."""
        self.refuse("")
        if self.articles.good and self.focusWidget() in (self.articles.files, self.articles.folder):
            self.on.setFocus()

    def go_on(self) -> None:
        """To the preview, or to the import, where nothing is missing."""
        if self.stack.currentIndex() == FILES:
            if not self.articles.sources:
                self.refuse(self.tr("Add the articles first: files, or a folder that holds some."))
                return
            self.turn(PREVIEW)
            return
        why, where = self.panel.missing()
        if why:
            self.refuse(why)
            if where is not None:
                where.setFocus()
            return
        self.wanted = Wanted(tuple(self.panel.preview.good), self.panel.choices())
        self.accept()

    def done(self, result: int) -> None:
        self.articles.end()
        self.panel.end()
        super().done(result)
