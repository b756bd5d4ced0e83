"""What commands say, and how they count."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from annotator.cli import console
from annotator.cli.console import counted, cut


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 documents"), (1, "1 document"), (2, "2 documents"), (21, "21 documents")]
)
def test_one_has_a_noun_of_its_own(number: int, said: str) -> None:
    assert counted(number, "document") == said


def test_a_rate_is_that_of_the_count_that_is_going_on(capsys, monkeypatch) -> None:
    moments = iter([0.0, 4.0, 5.0, 9.0])
    monkeypatch.setattr(console, "monotonic", lambda: next(moments))
    show = console._lines("merged")
    show(400, 400)
    for done in (0, 400):  # the next file
        show(done, 400)
    assert capsys.readouterr().err.splitlines() == ["merged: 400 of 400 (100/s)"] * 2


def test_what_is_cut_off_says_so() -> None:
    assert cut("Leger rukt op naar Mosul") == "Leger rukt op naar Mosul"
    assert cut("a" * 60) == "a" * 60
    assert cut(f"{'a' * 58} bc") == f"{'a' * 58}…"
    assert len(cut("a" * 61)) == 60


def test_a_stream_of_another_encoding_gets_escapes_and_sound_json(root) -> None:
    """As on Windows into a file, or under LC_ALL=C; a file name may also hold bytes that are no text."""
    code = (
        "from annotator.cli.console import bear_any_encoding, say, say_json\n"
        "bear_any_encoding()\nsay('“Mosul” ليبيا')\nsay_json({'path': 'a\\udcff', 'title': '“é”'})\n"
    )
    for encoding in ("ascii", "cp1252", "utf-8"):
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, cwd=root, check=False, timeout=60,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        said, _, answer = run.stdout.decode(encoding).partition("\n")
        assert "Mosul" in said
        assert json.loads(answer) == {"path": "a\udcff", "title": "“é”"}
