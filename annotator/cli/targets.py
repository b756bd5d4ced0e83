"""Where commands write what was asked for: files of names that can be, or standard output where that can take it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.endings import PROJECT
from annotator.errors import KnownError
from annotator.services.registry import format_named

STDOUT = Path("-")


def require_project_name(path: Path) -> None:
    """Refuses (A401) to make a project of a name that is no NAME.annotator: no desktop would know what it is."""
    if path.suffix.lower() != PROJECT:
        name = Path(path.name.lstrip("-.")).stem or "project"
        raise KnownError(
            "A401", f"a project is called NAME{PROJECT}, not {path.name!r:.60}", f"name it {name}{PROJECT}"
        )


def require_file(path: Path | None, option: str) -> None:
    """Refuses (A401) standard output for what is no text, where a file called “-” would be left."""
    if path == STDOUT:
        what = f"{option} -: what is written is nothing for standard output"
        raise KnownError("A401", what, "name a file, one that is called so by its whole path")


@contextmanager
def written_to(out: Path, format_name: str, *, as_json: bool) -> Iterator[Path]:
    """The place to export to: `out` itself, or for “-” a file that goes to standard output when the block ends well.

    It is read back and compared before anything of it goes out. KnownError A401 where the format makes several
    files or no text, or where the answer is to be JSON; A207 where there is no such format.
    """
    if out != STDOUT:
        yield out
        return
    file_format = format_named(format_name, way="write")
    if file_format.is_folder or not file_format.is_text:
        made = "a folder of files" if file_format.is_folder else "no text"
        raise KnownError("A401", f"--out -: {file_format.name} is {made}", "name a file or folder with --out")
    if as_json:
        raise KnownError("A401", "--json and --out - both go to standard output", "leave one of them out")
    with TemporaryDirectory(prefix="annotator-export-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, f"export{file_format.extensions[0]}")
        yield path
        sys.stdout.flush()
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
