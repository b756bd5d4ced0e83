"""What a start of the window loads, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import sys
from pathlib import Path
from annotator.gui.app import picture_of
from annotator.services.projects import open_session
from annotator.store.project import Project
with Project.open(Path(sys.argv[1])) as project:
    picture_of(open_session(project, "anna"), "d1", Path(sys.argv[2]))
print([name for name in ("spacy", "pandas", "numpy", "sqlite_utils", "typer", "rich") if name in sys.modules])
"""


def test_a_picture_needs_no_display_and_nothing_heavy(project, tmp_path, root) -> None:
    project.close()
    picture = tmp_path / "window.png"
    environment = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project.path), str(picture)],
        cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "[]"
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
