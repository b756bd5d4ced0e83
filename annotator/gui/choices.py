"""Fields to choose from whose keys stay the window's, and layers under the names that the scheme gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from annotator.gui.article.positions import shown
from annotator.gui.inspector.contents import named
from annotator.gui.language import spoken_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.scheme import Scheme

MOST_SEEN = 20  # entries without scrolling


class Choice(QComboBox):
    """A list that opens; what is typed looks for an entry, but not with Ctrl: `Ctrl+1` was taken for a letter.

    Where an entry can be written, the line for it has its keys, such as `Ctrl+V`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(MOST_SEEN)

    def showPopup(self) -> None:
        # Qt leaves the bar out where the style would have arrows at the ends, which the style sheet takes away.
        self.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_letter = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.text())
        if is_letter and not self.isEditable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class LayerChoice(Choice):
    """Offers layers under the names that people read; `layer` is what the scheme calls the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Else it is as wide as what it had when it was first shown, which is nothing where layers come later.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, scheme: Scheme, layers: Iterable[str]) -> None:
        """Offers these and no others; the one that was chosen stays so where it is among them."""
        kept = self.layer
        self.clear()
        for name in layers:
            self.addItem(layer_name(scheme, name), name)
        self.choose(kept)

    @property
    def layer(self) -> str:
        """The layer that is chosen; "" where none is offered."""
        return str(self.currentData() or "")

    def choose(self, layer: str) -> None:
        """Chooses this layer, else the first."""
        self.setCurrentIndex(max(0, self.findData(layer)))


def layer_name(scheme: Scheme, layer: str) -> str:
    """What the layer is called in the language of the window."""
    found = scheme.layer(layer)
    return shown(named(found.names, spoken_language(), layer) if found is not None else layer)


def attribute_name(scheme: Scheme, layer: str, attribute: str) -> str:
    """What an attribute of the layer is called in the language of the window."""
    found = next((one for one in scheme.attributes_of(layer) if one.name == attribute), None)
    return shown(named(found.names, spoken_language(), attribute) if found is not None else attribute)
