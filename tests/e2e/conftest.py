"""The program as a user runs it: its command in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "annotator"]


class Program:
    """Runs `annotator …` in `folder` and keeps what it printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NO_COLOR": "1"}
        self.environment.pop("DISPLAY", None)
        self.environment.pop("WAYLAND_DISPLAY", None)

    def __call__(self, *arguments: object, given: bytes | None = None, code: int = 0) -> subprocess.CompletedProcess:
        result = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            input=given,
            capture_output=True,
            check=False,
            timeout=300,
        )
        printed = result.stdout.decode() + result.stderr.decode()
        assert result.returncode == code, printed
        return result

    def json(self, *arguments: object) -> object:
        return json.loads(self(*arguments, "--json").stdout)

    def start(self, *arguments: object) -> subprocess.Popen:
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)
