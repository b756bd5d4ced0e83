"""Files the system hands in by double click: a project is opened, a work package becomes the project beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.endings import PACKAGE, PROJECT

if TYPE_CHECKING:
    from pathlib import Path


def project_of(path: Path) -> Path:
    """The project to open for a file: itself, or for a work package the one beside it, made where it is not there.

    Raises what opening a package raises (KnownError A106, A108, A801, A802 and the like).
    """
    if path.suffix.lower() != PACKAGE:
        return path
    target = path.with_suffix(PROJECT)
    if not target.exists():
        from annotator.services.handed_out import open_package  # lazy: a fifth of a second that projects do not pay

        open_package(path, target)
    return target
