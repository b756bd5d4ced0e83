"""Where the program's own data files lie: in the source tree, in a wheel, or in the frozen application."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.errors import BugError


def _root(name: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).parent
    candidates = [Path(frozen) / name] if frozen else []
    # A wheel carries the folder inside the package, as _resources or _seeds; a checkout has it beside the package.
    candidates += [package / f"_{name}", package.parent / name]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise BugError(f"the folder {name!r} was not shipped; looked at {', '.join(map(str, candidates))}")


def resource(*parts: str) -> Path:
    """Path of a file or folder below resources/."""
    return _root("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """Path of a file or folder below seeds/, the sample articles."""
    return _root("seeds").joinpath(*parts)
