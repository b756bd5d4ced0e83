"""Every row of the registry resolves, has its help page, and has its test."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import CODES
from annotator.services.registry import FORMATS, SUGGESTERS, resolve

ROOT = Path(__file__).parents[2]
ROWS = sorted({row for one in FORMATS for row in (one.reader, one.writer, one.checker) if row})


@pytest.mark.parametrize("row", ROWS)
def test_rows_resolve(row: str) -> None:
    assert callable(resolve(row))


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_formats_have_a_help_page_and_a_test(one) -> None:
    page = ROOT / one.page
    assert page.is_file()
    assert f"`{one.name}`" in page.read_text("utf-8")
    module = (one.reader or one.writer).partition(":")[0].rpartition(".")[2]
    assert (ROOT / "tests" / "unit" / "formats" / f"test_{module}.py").is_file()


@pytest.mark.parametrize("one", SUGGESTERS, ids=lambda one: one.name)
def test_suggesters_have_a_help_page(one) -> None:
    page = ROOT / one.page
    assert page.is_file()
    assert f"`{one.name}`" in page.read_text("utf-8")


def test_writers_are_checked_by_a_named_judge() -> None:
    for one in FORMATS:
        if one.writer:
            assert one.checker, one.name
            assert one.judge, one.name


def test_every_error_code_is_documented() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    for code in CODES:
        assert f"`{code}`" in page, code
