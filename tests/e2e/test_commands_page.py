"""Every example of the page of the commands does what it is there for, as it is printed, one after the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
ARTICLES = 3  # enough to learn from, and soon measured

# What the page takes for granted before the example with these words.
BEFORE = {
    "agreement ": ["annotator import syria.annotator from-anna.jsonl --as bram --quiet"],
    "package merge ": [
        "annotator package make syria.annotator --for bram --out bram.annopack --quiet",
        "annotator package open bram.annopack",
        "annotator package return bram.annotator",
    ],
}
# What may not be installed here, and says so.
REFUSED = {} if find_spec("nl_core_news_lg") else {"spacy:nl_core_news_lg": "A502"}


def examples() -> list[str]:
    """The lines that can be run: those with `[`, `…` or names in capitals say what a command takes."""
    found: list[str] = []
    for line in (ROOT / "docs" / "commands.md").read_text("utf-8").splitlines():
        words = line.strip()
        says_what_it_takes = any(one in words for one in (" [", "…", "PROJECT"))
        if found and found[-1].endswith("|") and line.startswith("    "):
            found[-1] += f" {words}"
        elif line.startswith("    printf ") or (line.startswith("    annotator ") and not says_what_it_takes):
            found.append(words)
    return found


@pytest.fixture
def run(tmp_path: Path):
    """Runs a line of the shell in a folder with what the page speaks of; gives back what it said."""
    for folder in ("articles", "stick", "bin"):
        (tmp_path / folder).mkdir()
    gold = sorted((SEEDS / "gold").glob("*.jsonl"))[:ARTICLES]
    for path in gold:
        shutil.copy(SEEDS / "articles" / f"{path.stem}.txt", tmp_path / "articles")
    for name in ("from-anna.jsonl", "gold.jsonl"):
        (tmp_path / name).write_text("".join(path.read_text("utf-8") for path in gold), "utf-8")
    (tmp_path / "export.csv").write_text('id,body\n1,"Het leger trok gisteren Homs binnen, meldt Reuters."\n', "utf-8")
    program = tmp_path / "bin" / "annotator"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m annotator "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)

    def run_line(line: str) -> tuple[int, str]:
        here = line.replace("/media/stick", "stick").replace("/tmp/demo", "demo")
        command = ["bash", "-o", "pipefail", "-c", here]
        told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=300)
        return told.returncode, told.stdout.decode() + told.stderr.decode()

    return run_line


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the page writes for a shell of POSIX")
def test_every_example_does_what_it_is_there_for(run) -> None:
    lines = [line for line in examples() if not line.startswith("annotator open ")]  # that waits for somebody
    assert len(lines) > 25
    for line in lines:
        for words, earlier in BEFORE.items():
            for one in earlier if f"annotator {words}" in line else ():
                code, told = run(one)
                assert code == 0, f"{one}\n{told}"
        if line.startswith("printf"):
            line = line.replace('"d1"', '"01-luchtaanvallen-idlib"')
        code, told = run(line)
        refused = next((error for words, error in REFUSED.items() if words in line), None)
        assert (code, "Traceback" in told) == (1 if refused else 0, False), f"{line}\n{told}"
        assert refused is None or f"error {refused}: " in told, f"{line}\n{told}"
        assert not line.startswith("printf") or '"ok": true' in told, told
