"""The page on agreement: its code runs, and it names every measure there is."""

from __future__ import annotations

import re
from pathlib import Path

import annotator.agreement as package


def test_the_code_on_the_page_runs(root: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (root / "docs/agreement.md").read_text("utf-8"), flags=re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "docs/agreement.md", "exec"), {})


def test_every_public_measure_is_on_the_page(root: Path) -> None:
    page = (root / "docs/agreement.md").read_text("utf-8")
    measures = {name for name in package.__all__ if name.islower()}
    assert len(measures) == 10
    assert {name for name in measures if f"`{name}`" not in page} == set()
