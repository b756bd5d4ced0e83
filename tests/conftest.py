"""What tests of every floor share: the project's root, the shared material, a small scheme and document."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
A_DAY = 86_400  # seconds
SETTINGS = "annotator-settings-"
# No test reads or writes the settings of whoever runs it; the folder goes with this process, also one of many.
os.environ["ANNOTATOR_CONFIG"] = tempfile.mkdtemp(prefix=SETTINGS)
atexit.register(shutil.rmtree, os.environ["ANNOTATOR_CONFIG"], ignore_errors=True)
for left in Path(tempfile.gettempdir()).glob(f"{SETTINGS}*"):  # by processes that were killed
    with suppress(OSError):
        if time.time() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left, ignore_errors=True)

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material shared beside the project; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared material does not stand beside this checkout")
    return SHARED
