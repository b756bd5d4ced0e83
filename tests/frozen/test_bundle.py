"""The built bundle: it proves itself, and ends in order; skipped where none was built."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUNDLE = Path(os.environ.get("ANNOTATOR_BUNDLE") or ROOT / "dist" / "annotator")
PROGRAM = BUNDLE / "annotator"
MOST_MB = 260

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.is_file(), reason="no bundle: build one, or name its folder in ANNOTATOR_BUNDLE"),
]


def test_it_proves_itself() -> None:
    environment = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": os.environ.get("HOME", "/")}
    result = subprocess.run(
        [PROGRAM, "selftest"], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "FAIL" not in result.stdout


def test_it_stays_small() -> None:
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*") if path.is_file())
    assert size / 2**20 <= MOST_MB
