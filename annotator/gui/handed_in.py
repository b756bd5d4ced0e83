"""Files the system hands in by double click: a project is opened, a work package becomes the project beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.services.new_project import ENDING
from annotator.services.packages import open_package

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ".annopack"


def project_of(path: Path) -> Path:
    """The project to open for a file: itself, or for a work package the one beside it, made where it is not there.

    Raises what opening a package raises (KnownError A106, A108, A801, A802 and the like).
    """
    if path.suffix.lower() != PACKAGE:
        return path
    target = path.with_suffix(ENDING)
    if not target.exists():
        open_package(path, target)
    return target
