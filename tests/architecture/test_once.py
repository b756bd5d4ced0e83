"""What is said in one place is not said again in another: patterns and sets of words that bear one name."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "annotator"


def test_a_pattern_or_a_set_of_words_of_one_name_stands_in_one_module() -> None:
    """Where one of two is mended, the other is forgotten. Numbers that are the same by chance may bear one name."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for line in ast.parse(path.read_text("utf-8")).body:
            match line:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=called, args=[_, *_]) as value):
                    if ast.unparse(called) in ("re.compile", "frozenset"):
                        found[name.lstrip("_"), ast.unparse(value)].append(str(path.relative_to(PACKAGE)))
    assert {name: modules for (name, _), modules in found.items() if len(modules) > 1} == {}


def test_what_the_names_of_our_own_files_end_in_is_said_once() -> None:
    told = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in (".annotator", ".annopack")
    ]
    assert told == ["core/endings.py"] * 2
