"""What commands say, and how they count."""

from __future__ import annotations

import pytest

from annotator.cli.console import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 documents"), (1, "1 document"), (2, "2 documents"), (21, "21 documents")]
)
def test_one_has_a_noun_of_its_own(number: int, said: str) -> None:
    assert counted(number, "document") == said


def test_a_noun_may_have_another_plural() -> None:
    assert (counted(1, "copy", "copies"), counted(3, "copy", "copies")) == ("1 copy", "3 copies")
