"""Where Qt asks for what a screen reader is told; of an article a module answers that is loaded when it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from annotator.gui.article.view import ArticleView

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

_interfaces: dict[int, QAccessibleInterface] = {}  # Qt does not keep what Python made alive
_is_installed = False


def install() -> None:
    """Has Qt ask here for the interface of every widget, before it asks for any; once a process is enough."""
    global _is_installed
    if not _is_installed:
        _is_installed = True
        QAccessible.installFactory(_made)


def _made(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    # Widgets of our own name their role: Qt would call them client areas.
    role = getattr(thing, "spoken_role", None)
    if not isinstance(thing, QWidget) or not (isinstance(thing, ArticleView) or isinstance(role, QAccessible.Role)):
        return None
    key = id(thing)
    found = _interfaces.get(key)
    if found is None or not found.isValid():
        found = _interfaces[key] = _interface_of(thing, role)
        thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return found


def _interface_of(thing: QWidget, role: QAccessible.Role | None) -> QAccessibleInterface:
    if role is not None:
        return QAccessibleWidget(thing, role)
    from annotator.gui.article.accessible import ArticleInterface  # lazy: where no reader is at work, none asks

    return ArticleInterface(cast("ArticleView", thing))
