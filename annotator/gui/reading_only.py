"""Why a window is for reading only, in words: who holds the project, or what keeps it from being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.store.lock import ProjectLock
from annotator.store.rights import names_of

if TYPE_CHECKING:
    from pathlib import Path

translate = QCoreApplication.translate


def why_reading_only(path: Path) -> str:
    """What to say of the project at that place, and how one can work on it."""
    names = names_of(path)
    if names > 1:  # whoever holds it, and wherever it is moved to
        return translate(
            "Dialogs",
            "This window is for reading only: the project has {count} names on the disk (hard links), and what is "
            "written under one of them would spoil the others. To work on it, copy it and open the copy.",
        ).format(count=names)
    holder = ProjectLock(path).holder()
    if holder is not None:
        text = translate(
            "Dialogs", "This window is for reading only: the project is open in another one, where work can go on."
        )
        words = translate("Dialogs", "It is held by {user} on {host}, process {process}.")
        return f"{text} {words.format(user=holder.user, host=holder.host, process=holder.pid)}"
    return translate(
        "Dialogs",
        "This window is for reading only: nothing can be written in the folder of the project, {folder}. "
        "To work on it, put it into a folder of your own, or make room there.",
    ).format(folder=path.parent)
