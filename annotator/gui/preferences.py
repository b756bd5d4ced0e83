"""The settings as the window has them: one place that changes them, and tells everyone who goes by them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import KnownError
from annotator.services.settings import ROWS, Settings, as_kept, problem_of

if TYPE_CHECKING:
    from annotator.services.settings_file import SettingsFile


class Preferences(QObject):
    """Holds the settings; without a file (in tests, for pictures) they last as long as this object."""

    changed = Signal(object)  # frozenset[str]: names of the settings that are different now

    def __init__(self, file: SettingsFile | None = None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.settings = file.load() if file is not None else Settings()
        self.problems: tuple[KnownError, ...] = file.problems if file is not None else ()

    def change(self, **changes: object) -> str:
        """Changes settings, in the file too; why it could not be done, "" where it was."""
        try:
            settings = self.file.change(**changes) if self.file is not None else self._changed(changes)
        except KnownError as error:
            return error.said
        before, self.settings = self.settings, settings
        different = frozenset(name for name in ROWS if getattr(before, name) != getattr(settings, name))
        if different:
            self.changed.emit(different)
        return ""

    def _changed(self, changes: dict[str, object]) -> Settings:
        for name, value in changes.items():
            wrong = problem_of(ROWS[name], value)
            if wrong:
                raise KnownError("A701", f"setting {name}: {wrong}", "choose another value")
        return replace(self.settings, **{name: as_kept(ROWS[name], value) for name, value in changes.items()})
