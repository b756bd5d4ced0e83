"""Finds in the syntax trees what is said of work that came back: why it is refused, and what is noted of it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from refused_texts import name_of, template_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MERGING, REPLAYING = "services/merging.py", "services/replaying.py"
SAID_AT = {"Refusal": 1, "_say": 1, "append": 0}  # the argument that is the text


def templates(package: Path) -> set[str]:
    """The texts, `{0}`, `{1}` … where something is put in."""
    return {*_merging(ast.parse((package / MERGING).read_text("utf-8"))), *_replaying(package / REPLAYING)}


def _merging(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) > SAID_AT.get(name_of(node.func), len(node.args)):
            yield from _texts(node.args[SAID_AT[name_of(node.func)]])
        is_named = isinstance(node, ast.Assign) and name_of(node.targets[0]) == "what"
        if (is_named or isinstance(node, ast.Return)) and node.value is not None:
            yield from _texts(node.value)


def _replaying(path: Path) -> Iterator[str]:
    """There texts are yielded, alone or behind the name of a reason."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Yield) and node.value is not None:
            yield from _texts(node.value.elts[-1] if isinstance(node.value, ast.Tuple) else node.value)
        elif isinstance(node, ast.Assign) and name_of(node.targets[0]) == "problem":
            yield from _texts(node.value)


def _texts(text: ast.expr) -> Iterator[str]:
    if isinstance(text, ast.JoinedStr):
        yield template_of(text)
    elif isinstance(text, ast.Constant) and isinstance(text.value, str):
        yield text.value
