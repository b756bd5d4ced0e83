"""The parts of the program are named with their versions and the words of their licences."""

from __future__ import annotations

from annotator import __version__
from annotator.services.licences import components


def test_every_part_has_its_licence_in_full() -> None:
    found = {one.name: one for one in components()}
    assert found["annotator"].version == __version__
    for name in ("Python", "PySide6_Essentials", "spacy", "numpy", "pandas", "typer", "platformdirs"):
        assert found[name].version, name
        assert len(found[name].texts) > 400, name
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["PySide6_Essentials"].texts
    assert "GNU GENERAL PUBLIC LICENSE" in found["PySide6_Essentials"].texts
    assert [one.name for one in found.values() if not one.licence] == []


def test_tools_of_developers_are_not_among_them() -> None:
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & {one.name for one in components()}
