"""The house rules in plain words: floors, rooms for heavy libraries, sizes, lazy imports, first sentences."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "annotator"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}

# Which floor alone may name which library (path prefixes below annotator/).
ROOMS = {
    "PySide6": ("gui/",),
    "shiboken6": ("gui/",),
    "spacy": ("nlp/worker/",),
    "thinc": ("nlp/worker/",),
    "sqlite3": ("store/",),
    "sqlite_utils": ("store/",),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "filelock": ("store/",),
    "numpy": ("agreement/", "nlp/worker/"),
    "pandas": ("agreement/", "formats/"),
    "lxml": ("formats/",),
    "pypdf": ("formats/",),
    "pyarrow": ("formats/",),
    "cassis": ("formats/",),
}
MAX_MODULE, MAX_CLASS, MAX_FUNCTION = 400, 300, 60


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(tree: ast.AST) -> list[tuple[ast.stmt, str]]:
    found: list[tuple[ast.stmt, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node, node.module))
    return found


def test_there_is_a_house_to_check() -> None:
    assert len(MODULES) > 30


def test_imports_only_go_down_a_floor() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_stay_in_their_rooms(path: Path) -> None:
    for _, module in imports(TREES[path]):
        library = module.partition(".")[0]
        rooms = ROOMS.get(library)
        assert rooms is None or name_of(path).startswith(rooms), f"{library} in {name_of(path)}"


def test_core_stands_on_the_standard_library_alone() -> None:
    for path in MODULES:
        if name_of(path).startswith("core/"):
            for _, module in imports(TREES[path]):
                library = module.partition(".")[0]
                assert library == "annotator" or library in sys.stdlib_module_names, f"{library} in {path.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_classes_and_functions_keep_their_size(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= MAX_MODULE, f"{name_of(path)} has {lines} lines"
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            limit = MAX_CLASS if isinstance(node, ast.ClassDef) else MAX_FUNCTION
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= limit, f"{node.name} in {name_of(path)} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_inside_functions_are_declared_lazy(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    for function in ast.walk(TREES[path]):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node, module in imports(function):
            # The word stands on the import's own line, on its last line, or on the line above a block of them.
            near = lines[max(0, node.lineno - 3) : node.end_lineno]
            assert any("lazy:" in line for line in near), f"{module} in {function.name}, {name_of(path)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(TREES[path])
    assert docstring, name_of(path)
    assert docstring.splitlines()[0].endswith("."), name_of(path)


def test_no_room_for_leftovers() -> None:
    banned = {"utils.py", "helpers.py", "manager.py", "misc.py", "common.py"}
    assert not [name_of(path) for path in MODULES if path.name in banned]


def test_the_window_loads_nothing_heavy() -> None:
    code = (
        "import sys; import annotator.entry, annotator.gui.app, annotator.services.session, annotator.store.project;"
        "heavy = ('spacy', 'pandas', 'numpy', 'sqlite_utils', 'typer', 'rich', 'lxml', 'pypdf');"
        "print([name for name in heavy if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_client_of_the_worker_loads_no_spacy() -> None:
    code = "import sys, annotator.nlp.client; print([m for m in ('spacy', 'numpy', 'PySide6') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
