"""A display that is not there, or a platform that Qt does not have, is a known error and no crash."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from annotator.gui.no_window import no_window


@pytest.mark.skipif(sys.platform != "linux", reason="displays are named by variables on Linux alone")
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"DISPLAY": ":7777"}, "could not connect to display :7777"),
        ({"QT_QPA_PLATFORM": "bogus"}, 'Could not find the Qt platform plugin "bogus"'),
        ({"WAYLAND_DISPLAY": "nowhere", "QT_QPA_PLATFORM": "wayland"}, "no window can be shown"),
    ],
)
def test_where_no_window_can_be_shown_the_error_is_one_line(project, root, said, why) -> None:
    path = project.path
    project.close()
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT_" not in name}
    result = subprocess.run(
        [sys.executable, "-m", "annotator", "open", str(path)],
        cwd=root, env={**environment, **said}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("error A003: no window can be shown: ")
    assert why in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_reason_is_what_qt_said_first_that_tells_something() -> None:
    note = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
    failed = "could not connect to display :7"
    assert no_window([f"qt.qpa.xcb: {failed}", note]).what.endswith(failed)
    assert note in no_window([note]).what
    assert "did not say" in no_window([]).what
