"""Brings the Dutch translation of the window up to date: strings out of the code, the .ts file, the .qm file.

`python resources/translations/build.py` takes new strings into annotator_nl.ts (unfinished, to be filled in there or
with Qt Linguist), drops those the code has no more, and compiles annotator_nl.qm with Qt's lrelease. Qt's own lupdate
does not follow a tr() that is a function of a module, so the strings are found here, in the syntax trees.
"""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

if str(Path(__file__).parent) not in sys.path:  # a test loads this script by its path
    sys.path.insert(0, str(Path(__file__).parent))
import library_texts
import refused_texts
import returned_texts

HERE = Path(__file__).parent
GUI = HERE.parents[1] / "annotator" / "gui"
TS = HERE / "annotator_nl.ts"
QM = HERE / "annotator_nl.qm"
# What is translated by a variable: the values it may have.
BY_VARIABLE = {("queue/delegate.py", "Queue"): ("flagged", "skipped")}

# What Qt's own Dutch file lacks of the dialog for files, which is seen where the desktop has none of its own.
OF_QT = {
    "QFileDialog": ("&Look in:", "Files of &type:"),
    "QAbstractFileIconProvider": ("Drive", "File", "%1 File", "File Folder", "Folder", "Shortcut", "Unknown"),
}

# What is refused below the window is put together in English there, and translated by template.
PACKAGE = GUI.parent
FLOORS = ("core", "formats", "nlp", "services", "store", "agreement")
# What only scripts can meet: the commands of `annotator apply`, and a simulation.
NOT_IN_THE_WINDOW = {"annotator.core.command", "annotator.services.applying", "annotator.services.simulating"}
OUT_OF_SIGHT = ("lone surrogate", "it ended")  # returned beside a number, or put within a text
# What the system says of a file that cannot be read or written: a refusal names it, in English.
SYSTEM = (
    errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.EIO,
    errno.EFBIG, errno.EMFILE, errno.ENAMETOOLONG, errno.EBUSY, errno.EEXIST, errno.ENOTEMPTY, errno.EINVAL,
    errno.ENOMEM,
)  # fmt: skip
LEAVING_OUT = "services/settling.py"  # what it leaves out of an import is counted by such words
IMPORTING = "services/importing.py"  # notes on files, as readers make them
LEFT_OUT = "LeftOut"  # their context
# What writers cannot carry is listed with a reason: the third argument of this call, often one of these names.
# They are counted without what they quote.
LISTING, REASON_AT, QUOTED = "listed", 2, " “"
REASON_NAMES = ("SEVERAL_FRAGMENTS", "OFF_TOKEN", "OVER_LINES", "TOO_MANY", "OFF", "FILLER_LISTED", "NOBODY", "REASON_")
NOTE_NAMES = ("note", "NOTE_", "_NOTE_")  # how names begin that hold notes
FEWEST_LETTERS = 6  # of a template: with fewer it would fit anything
REFUSALS = "Refusals"  # their context
LIBRARIES = "Libraries"  # that of what libraries say, which refusals put in
NOTES_OF_READERS = {"note": 1, "_note": 0}  # calls with notes, and how many arguments stand before them

Messages = dict[tuple[str, str], str]  # (context, source) -> translation, "" where there is none yet


class _Finder(ast.NodeVisitor):
    """Collects the calls that translate, with the context each has at run time."""

    def __init__(self, path: Path, functions: dict[str, str]) -> None:
        self.path = path
        self.functions = functions  # names of this module's translating functions -> their context
        self.found: set[tuple[str, str]] = set()
        self._classes: list[str] = []
        self._within: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._within.append(node.name)
        self.generic_visit(node)
        self._within.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "tr" and node.args:
            self._take(self._classes[-1] if self._classes else "", node.args[0])
        elif _name(function) == "translate" and len(node.args) == 2 and isinstance(node.args[0], ast.Constant):
            context = node.args[0].value
            if isinstance(context, str):  # else it is a painter that is moved
                self._take(context, node.args[1])
        elif isinstance(function, ast.Name) and function.id in self.functions and node.args:
            self._take(self.functions[function.id], node.args[0])

    def _take(self, context: str, text: ast.expr) -> None:
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            self.found.add((context, text.value))
            return
        if self._within and self._within[-1] in self.functions:
            return  # the translating function itself
        values = BY_VARIABLE.get((self.path.relative_to(GUI).as_posix(), context))
        if values is None:
            raise SystemExit(f"{self.path}:{text.lineno}: translated by a variable; name its values in BY_VARIABLE")
        self.found |= {(context, value) for value in values}


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _translating(tree: ast.Module) -> dict[str, str]:
    """The module's own functions that only call QCoreApplication.translate, with their contexts."""
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for call in ast.walk(node):
            if not isinstance(call, ast.Call) or _name(call.func) != "translate" or len(node.args.args) != 1:
                continue
            if len(call.args) == 2 and isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Name):
                found[node.name] = str(call.args[0].value)
    return found


def strings() -> set[tuple[str, str]]:
    """Every (context, string) that the window translates."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(GUI.rglob("*.py"))}
    own = {_module(path): _translating(tree) for path, tree in trees.items()}
    found: set[tuple[str, str]] = set()
    for path, tree in trees.items():
        functions = dict(own[_module(path)])
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module in own:
                for alias in node.names:
                    if alias.name in own[node.module]:
                        functions[alias.asname or alias.name] = own[node.module][alias.name]
        finder = _Finder(path, functions)
        finder.visit(tree)
        found |= finder.found
    found |= {(LEFT_OUT, template) for template in left_out()}
    found |= {(context, text) for context, texts in OF_QT.items() for text in texts}
    found |= {(LIBRARIES, template) for template in library_texts.ALL}
    return found | {(REFUSALS, template) for template in refusals()}


@lru_cache(maxsize=1)
def refused() -> refused_texts.Texts:
    """All that is refused below the window."""
    return refused_texts.Texts(PACKAGE, FLOORS)


def refusals() -> set[str]:
    """The templates of the refusals, `{0}`, `{1}` … where something is put in."""
    found = {
        template
        for template, modules in refused().templates.items()
        if _letters(template) >= FEWEST_LETTERS and not modules <= NOT_IN_THE_WINDOW
    }
    found |= {one for one in returned_texts.templates(PACKAGE) if _letters(one) >= FEWEST_LETTERS}
    return found | set(OUT_OF_SIGHT) | {os.strerror(one) for one in SYSTEM} | notes()


def left_out() -> set[str]:
    """The templates of what an import leaves out: keys of the counter, and what is missed."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / LEAVING_OUT).read_text("utf-8"))):
        if isinstance(node, ast.Subscript) and _name(node.value) == "left_out":
            found.update(_templates(node.slice))
        elif isinstance(node, ast.Call) and _name(node.func) == "_miss" and node.args:
            found.update(_templates(node.args[0]))
        elif isinstance(node, ast.Assign) and _name(node.targets[0]) in ("place", "arrow"):
            found.update(_templates(node.value))
        elif isinstance(node, ast.Return) and node.value is not None:
            found.update(template for template in _templates(node.value) if template.startswith("{0} of layer"))
    return found


def notes() -> set[str]:
    """The templates of what readers say of a file that they take, and writers of one that they have written."""
    found: set[str] = set()
    for path in (*sorted((PACKAGE / "formats").glob("*.py")), PACKAGE / IMPORTING):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in NOTES_OF_READERS:
                for text in node.args[NOTES_OF_READERS[_name(node.func)] :]:
                    found.update(_templates(text))
            elif isinstance(node, ast.Assign) and _name(node.targets[0]).startswith((*NOTE_NAMES, *REASON_NAMES)):
                found.update(_templates(node.value))
            elif isinstance(node, ast.Call) and _name(node.func) == LISTING and len(node.args) > REASON_AT:
                found.update(one.partition(QUOTED)[0] for one in _templates(node.args[REASON_AT]))
            elif isinstance(node, ast.Call) and _name(node.func) == "append" and _of_notes(node.func):
                found.update(_templates(node.args[0]))
            elif isinstance(node, ast.FunctionDef) and node.name == "notes":
                for part in ast.walk(node):
                    if isinstance(part, ast.Yield) and part.value is not None:
                        found.update(_templates(part.value))
                    elif isinstance(part, ast.Tuple):
                        found.update(template for one in part.elts for template in _templates(one))
    return {template for template in found if _letters(template) >= FEWEST_LETTERS}


def _of_notes(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and _name(function.value) == "notes"


def _letters(template: str) -> int:
    return sum(letter.isalpha() for letter in template)


def _templates(text: ast.expr) -> list[str]:
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return [text.value]
    if isinstance(text, ast.IfExp):
        return [*_templates(text.body), *_templates(text.orelse)]
    if isinstance(text, ast.Tuple):
        return [template for one in text.elts for template in _templates(one)]
    return [refused_texts.template_of(text)] if isinstance(text, ast.JoinedStr) else []


def _module(path: Path) -> str:
    return ".".join(("annotator", "gui", *path.relative_to(GUI).with_suffix("").parts))


def translations(path: Path = TS) -> Messages:
    """What the .ts file holds; an unfinished translation counts as none."""
    if not path.exists():
        return {}
    found: Messages = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            target = message.find("translation")
            is_done = target is not None and target.get("type") is None
            found[name, message.findtext("source") or ""] = (target.text or "") if is_done else ""
    return found


def as_ts(messages: Messages) -> str:
    """The .ts file, by context and string."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl" sourcelanguage="en">',
    ]
    for context in sorted({context for context, _ in messages}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for (name, source), target in sorted(messages.items()):
            if name == context:
                mark = "" if target else ' type="unfinished"'
                lines += [
                    "    <message>",
                    f"        <source>{escape(source)}</source>",
                    f"        <translation{mark}>{escape(target)}</translation>",
                    "    </message>",
                ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>"]) + "\n"


def compile_to(qm: Path, ts: Path = TS) -> None:
    """Compiles with the lrelease of the installed PySide6."""
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(program), "-silent", str(ts), "-qm", str(qm)], check=True, capture_output=True)


def main() -> None:
    """Updates both files and says what is left to do."""
    held = translations()
    messages = {key: held.get(key, "") for key in strings()}
    TS.write_text(as_ts(messages), "utf-8")
    compile_to(QM)
    missing = [key for key, target in messages.items() if not target]
    dropped = len(set(held) - set(messages))
    sys.stdout.write(f"{len(messages)} strings, {len(missing)} without a translation, {dropped} dropped\n")


if __name__ == "__main__":
    main()
