"""Brings Qt's binding in without the parts of it that a desk never asks for, which are a sixth of a start.

PySide6 compiles, at each start, a dozen modules of its own that describe signatures: for error messages, `help()`
and stub files. Here each of them is brought in when something first asks for a name of it. And PySide6 replaces
`__import__` by one that reads the source of every module imported afterwards, to see whether that could switch on
`snake_case`; nothing here does, so the one it replaced is put back. See ADR 0017.
"""

from __future__ import annotations

import builtins
import sys
from threading import RLock
from typing import TYPE_CHECKING, Any, ClassVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN_BINDING = "6.11."  # whose files these are; the modules of another version are compiled as it compiles them
_PLACE = "shibokensupport/signature/"
# file -> names that the binding looks up in the module's own dictionary, where no `__getattr__` is asked
_LATE: dict[str, tuple[str, ...]] = {
    _PLACE + "errorhandler.py": (),
    _PLACE + "layout.py": (),
    _PLACE + "lib/enum_sig.py": (),
    _PLACE + "lib/pyi_generator.py": (),
    _PLACE + "lib/tool.py": (),
    _PLACE + "mapping.py": ("update_mapping",),
    _PLACE + "parser.py": (),
}
_COMPILE: Callable[..., Any] = builtins.compile
_LOADING = RLock()  # one of these modules asks another for names while it comes in itself


class LateModule:
    """What stands in a module until something asks for a name of it: its source, and a way to bring that in."""

    sources: ClassVar[dict[str, object]] = {}  # file -> source, from the import until it is brought in

    def __init__(self, content: dict[str, Any], file: str) -> None:
        self._content = content
        self._file = file
        content["__getattr__"] = self.name  # PEP 562
        for name in _LATE[file]:
            content[name] = self._forward(name)

    def name(self, name: str) -> object:
        """What the module calls so, brought in first where it is not there yet; AttributeError as of any module."""
        if name.startswith("__"):
            raise AttributeError(name)  # what the import system asks of every module
        self._bring_in()
        try:
            return self._content[name]
        except KeyError:
            raise AttributeError(f"module {self._content['__name__']!r} has no attribute {name!r}") from None

    def _forward(self, name: str) -> Callable[..., Any]:
        def forward(*given: object, **named: object) -> object:
            self._bring_in()
            return self._content[name](*given, **named)

        return forward

    def _bring_in(self) -> None:
        with _LOADING:
            source = LateModule.sources.pop(self._file, None)
            if source is not None:
                code = _COMPILE(source, self._file, "exec", dont_inherit=True)
                exec(code, self._content)  # the binding's own, which it would have run at the start


def bring_in_qt() -> None:
    """Imports PySide6 with its signatures on demand; does nothing where it was imported before."""
    if "shiboken6" in sys.modules:
        return
    builtins.compile = cast("Any", _compile_late)
    try:
        import shiboken6.Shiboken  # noqa: F401  (lazy: this import is what the function is for)
    finally:
        builtins.compile = _COMPILE
    import PySide6.QtCore  # noqa: F401  (lazy: as above; by now `__import__` is PySide6's)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _compile_late(source: object, filename: str, mode: str, *rest: object, **named: object) -> object:
    """As `compile`; of a file in `_LATE`, code that leaves the module empty but for a `LateModule`."""
    if filename not in _LATE or not str(getattr(sys.modules["shiboken6"], "__version__", "")).startswith(KNOWN_BINDING):
        return _COMPILE(source, filename, mode, *rest, **named)
    LateModule.sources[filename] = source
    shell = f"from {__name__} import LateModule\nLateModule(globals(), {filename!r})\n"
    return _COMPILE(shell, filename, mode, dont_inherit=True)
