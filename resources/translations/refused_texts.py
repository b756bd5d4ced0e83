"""Finds in the syntax trees every text with which something below the window is refused, wherever it is put together.

A refusal is a call of KnownError, Rejection or Refused, often through functions of the module's own that are handed the
words. So it is followed where each text comes from: constants, names that hold one, parameters (then every call of that
function is looked at), what functions return. Where that cannot be told, `open_ends` names the place.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The calls that refuse, and how many arguments stand before their texts.
REFUSING = {"KnownError": 1, "Refused": 1, "Rejection": 1}
SAID_BEFORE = ("what", "todo", "why")  # fields of a refusal that was put together elsewhere
AS_IT_IS = -1  # of a value in a template: neither quoted nor escaped
MOST_JOINED = 40  # ways to put two texts together; a guard only
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Scope(NamedTuple):
    """Where a text stands: its module, and the functions around it, the innermost last."""

    module: str
    functions: tuple[Function, ...]


def template_of(text: ast.JoinedStr) -> str:
    """The text with `{0}`, `{1}` … where something is put in."""
    whole, number = "", 0
    for part in text.values:
        if isinstance(part, ast.Constant):
            whole += str(part.value)
        else:
            whole += f"{{{number}}}"
            number += 1
    return whole


class Texts:
    """All texts of refusals in a folder of modules, as templates: `{0}`, `{1}` … where something is put in."""

    def __init__(self, package: Path, floors: tuple[str, ...]) -> None:
        paths = sorted(path for floor in floors for path in (package / floor).rglob("*.py"))
        self._trees = {_dotted(package, path): ast.parse(path.read_text("utf-8")) for path in paths}
        self._imports = {name: _imported(tree) for name, tree in self._trees.items()}
        self._functions: dict[tuple[str, str], list[Function]] = {}
        self._values: dict[tuple[str, str], list[ast.expr]] = {}
        for module, tree in self._trees.items():
            self._take(module, tree)
        self._calls = {name: list(_calls_in(Scope(name, ()), tree)) for name, tree in self._trees.items()}
        self._handed: dict[tuple[str, str, str], bool] = {}  # (module, function, parameter): whether only as a value
        self._is_value = False  # whether what is read is put into a text: it may be a name or a figure as well
        self._under_way: set[tuple[int, str]] = set()
        self.templates: dict[str, set[str]] = {}  # template -> the modules that say it
        self.open_ends: set[tuple[str, str]] = set()  # (module, expression): whence it comes is not known
        self._follow()

    def _take(self, module: str, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, Function):
                self._functions.setdefault((module, node.name), []).append(node)
        for statement in tree.body:
            for name, value in _assigned(statement):
                self._values.setdefault((module, name), []).append(value)

    def _follow(self) -> None:
        """Looks at the calls until no further parameter turns out to hold a text."""
        before: dict[tuple[str, str, str], bool] | None = None
        while before != self._handed:
            before = dict(self._handed)
            for module, calls in self._calls.items():
                for scope, call in calls:
                    for text, is_value in self._texts_of(module, call):
                        self._is_value = is_value
                        for template in self._said(text, scope):
                            self.templates.setdefault(template, set()).add(module)

    def _texts_of(self, module: str, call: ast.Call) -> Iterator[tuple[ast.expr, bool]]:
        name = name_of(call.func)
        if name in REFUSING:
            yield from ((text, False) for text in call.args[REFUSING[name] :])
            yield from ((keyword.value, False) for keyword in call.keywords if keyword.arg in SAID_BEFORE)
            return
        for where, function in self._meant(module, call.func):
            names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
            if names[:1] in (["self"], ["cls"]):
                names = names[1:]
            given = [*zip(names, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
            for one, value in given:
                is_value = self._handed.get((where, function.name, one or ""))
                if is_value is not None:
                    yield value, is_value

    def _meant(self, module: str, called: ast.expr) -> list[tuple[str, Function]]:
        """The functions that a call may mean: of its module, of the one it is taken from, or of that name anywhere."""
        name = name_of(called)
        if not name:
            return []
        if isinstance(called, ast.Name):
            where, real = self._imports[module].get(name, (module, name))
            return [(where, one) for one in self._functions.get((where, real), [])]
        if isinstance(called, ast.Attribute) and name_of(called.value) in self._imports[module]:
            package, last = self._imports[module][name_of(called.value)]
            where = f"{package}.{last}"
            return [(where, one) for one in self._functions.get((where, name), [])]
        own = [(module, one) for one in self._functions.get((module, name), [])]
        return own or [(where, one) for (where, key), found in self._functions.items() if key == name for one in found]

    def _said(self, text: ast.expr, scope: Scope) -> list[str]:
        """The templates that an expression may come to."""
        key = (id(text), scope.functions[-1].name if scope.functions else "")
        if key in self._under_way:
            return []
        self._under_way.add(key)
        try:
            return self._read(text, scope)
        finally:
            self._under_way.discard(key)

    def _read(self, text: ast.expr, scope: Scope) -> list[str]:
        match text:
            case ast.Constant():
                return [text.value] if isinstance(text.value, str) else []
            case ast.JoinedStr():
                return self._joined(text, scope)
            case ast.IfExp():
                return [*self._said(text.body, scope), *self._said(text.orelse, scope)]
            case ast.BoolOp():
                return [one for value in text.values for one in self._said(value, scope)]
            case ast.NamedExpr() | ast.Subscript(slice=ast.Slice()):
                return self._said(text.value, scope)
            case ast.BinOp(op=ast.Add()):
                return self._added(text, scope)
            case ast.Name():
                return self._named(text, scope)
            case ast.Attribute() | ast.Subscript() | ast.Call():
                return self._elsewhere(text, scope)
        return self._open(text, scope)

    def _joined(self, text: ast.JoinedStr, scope: Scope) -> list[str]:
        last = text.values[-1]
        ends = [template_of(text)]
        if isinstance(last, ast.FormattedValue) and last.conversion == AS_IT_IS:
            ends += self._quietly(last.value, scope)  # a place or who, and behind it what is the matter
        return ends

    def _added(self, text: ast.BinOp, scope: Scope) -> list[str]:
        left, right = self._quietly(text.left, scope), self._quietly(text.right, scope)
        if not left or not right:
            return self._open(text, scope)
        return [_shifted(one, other) for one in left[:MOST_JOINED] for other in right[:MOST_JOINED]]

    def _quietly(self, text: ast.expr, scope: Scope) -> list[str]:
        """What is said there; where that is not known it is a value that is put in."""
        held, self._is_value = self._is_value, True
        found = [one for one in self._said(text, scope) if " " in one]
        self._is_value = held
        return found

    def _named(self, text: ast.Name, scope: Scope) -> list[str]:
        for depth in range(len(scope.functions), 0, -1):
            function, around = scope.functions[depth - 1], Scope(scope.module, scope.functions[:depth])
            values = [value for name, value in _assigned_in(function) if name == text.id]
            if text.id in _parameters(function):
                key = (scope.module, function.name, text.id)
                self._handed[key] = self._is_value and self._handed.get(key, True)
                values += [one for name, one in _defaults(function) if name == text.id]
            elif not values:
                continue
            return [one for value in values for one in self._said(value, around)]
        module, name = self._imports[scope.module].get(text.id, (scope.module, text.id))
        values = self._values.get((module, name), [])
        if not values:
            return self._open(text, scope)
        return [one for value in values for one in self._said(value, Scope(module, ()))]

    def _elsewhere(self, text: ast.Attribute | ast.Subscript | ast.Call, scope: Scope) -> list[str]:
        """What a constant of another module, an entry of a table or a function comes to."""
        if isinstance(text, ast.Attribute):
            if text.attr in SAID_BEFORE:
                return []
            package, last = self._imports[scope.module].get(name_of(text.value), ("", ""))
            values = self._values.get((f"{package}.{last}", text.attr), [])
            found = [one for value in values for one in self._said(value, Scope(f"{package}.{last}", ()))]
            return found or self._open(text, scope)
        if isinstance(text, ast.Subscript):
            tables = self._values.get((scope.module, name_of(text.value)), [])
            values = [value for table in tables if isinstance(table, ast.Dict) for value in table.values]
            found = [one for value in values for one in self._said(value, Scope(scope.module, ()))]
            return found or self._open(text, scope)
        if name_of(text.func) in ("replace", "strip") and isinstance(text.func, ast.Attribute):
            return self._said(text.func.value, scope)
        meant = self._meant(scope.module, text.func)
        if len({where for where, _ in meant}) != 1:
            return self._open(text, scope)
        where = meant[0][0]
        return [
            said for _, one in meant for value in _returned(one) for said in self._said(value, Scope(where, (one,)))
        ]

    def _open(self, text: ast.expr, scope: Scope) -> list[str]:
        if not self._is_value:
            self.open_ends.add((scope.module, ast.unparse(text)))
        return []


def name_of(function: ast.expr) -> str:
    """The last part of a name: of what is called, or where it is found."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _dotted(package: Path, path: Path) -> str:
    return ".".join((package.name, *path.relative_to(package).with_suffix("").parts))


def _imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """Names taken from other modules: (module, name there)."""
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _calls_in(scope: Scope, node: ast.AST) -> Iterator[tuple[Scope, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        within = Scope(scope.module, (*scope.functions, child)) if isinstance(child, Function) else scope
        if isinstance(child, ast.Call):
            yield within, child
        yield from _calls_in(within, child)


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names that a statement or an expression gives a value, with it."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple):
                ways = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
                for way in (way for way in ways if isinstance(way, ast.Tuple)):
                    yield from ((name_of(one), value) for one, value in zip(target.elts, way.elts, strict=False))
            elif isinstance(target, ast.Name):
                yield target.id, node.value
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign) and node.value is not None:
        yield name_of(node.target), node.value


def _assigned_in(function: Function) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(function):
        yield from _assigned(node)


def _parameters(function: Function) -> list[str]:
    arguments = function.args
    return [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]


def _defaults(function: Function) -> Iterator[tuple[str, ast.expr]]:
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    if arguments.defaults:
        last = positional[-len(arguments.defaults) :]
        yield from ((one.arg, value) for one, value in zip(last, arguments.defaults, strict=True))
    for one, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if value is not None:
            yield one.arg, value


def _returned(function: Function) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield node.value


def _shifted(left: str, right: str) -> str:
    """Both together, the places of the second numbered on."""
    count = left.count("{")
    for number in range(right.count("{") - 1, -1, -1):
        right = right.replace(f"{{{number}}}", f"{{{number + count}}}")
    return left + right
