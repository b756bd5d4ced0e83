"""The menu of a right click in the article: what the keys do, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from annotator.gui.inspector.contents import named
from annotator.gui.parts import cap_text

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from annotator.gui.gestures.hand import Hand
    from annotator.gui.gestures.keys import Keys
    from annotator.services.keymap import Keymap


translate = QCoreApplication.translate


def menu_for(hand: Hand, keys: Keys, keymap: Keymap) -> QMenu:
    """The menu for what is at hand; its entries are plain text with the key behind them."""
    menu = QMenu(hand.view)
    menu.setToolTipsVisible(False)
    mark = hand.view.current

    def add(action: str, text: str, *, to: QMenu = menu) -> None:
        chord = next(iter(keymap.chords(action)), "")
        entry = to.addAction(f"{_plain(text)}\t{cap_text(chord)}")
        entry.triggered.connect(partial(keys.run, action))

    if mark is not None and not mark.is_decided:
        add("accept", translate("Menu", "Accept the suggestion"))
        add("reject", translate("Menu", "Reject the suggestion"))
        menu.addSeparator()
    if hand.place() is not None:
        _add_labels(menu, hand, keys)
        add("event", translate("Menu", "Event …"))
    if mark is not None and mark.is_event:
        add("role", translate("Menu", "Role …"))
        add("add_fragment", translate("Menu", "Add words to its trigger …"))
    own = hand.desk.scheme.attributes_of(mark.layer) if mark is not None else ()
    if own:
        name = named(own[0].names, hand.language, own[0].name)
        add("step_attribute", translate("Menu", "{attribute}: the next value").format(attribute=name))
    if mark is not None:
        menu.addSeparator()
        add("apply_to_all", translate("Menu", "The same for all identical strings …"))
        if mark.is_decided:
            add("delete", translate("Menu", "Remove the label"))
        add("comment", translate("Menu", "Remark …"))
    menu.addSeparator()
    add("accept_above", translate("Menu", "Accept all above the threshold …"))
    add("undo", translate("Menu", "Undo"))
    add("redo", translate("Menu", "Redo"))
    # In a menu of their own: on a low screen a longer one would lie over what was clicked.
    article = menu.addMenu(translate("Menu", "This article"))
    is_flagged = hand.state is not None and hand.state.status == "flagged"
    flag = translate("Menu", "Take the flag off") if is_flagged else translate("Menu", "Flag it")
    add("done", translate("Menu", "Done, to the next one"), to=article)
    add("flag", flag, to=article)
    add("skip", translate("Menu", "Skip it"), to=article)
    add("comment_document", translate("Menu", "Remark on it …"), to=article)
    return menu


def show_menu(hand: Hand, keys: Keys, keymap: Keymap, at: QPoint) -> None:
    """Shows the menu at a point of the screen."""
    menu = menu_for(hand, keys, keymap)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _add_labels(menu: QMenu, hand: Hand, keys: Keys) -> None:
    scheme = hand.desk.scheme
    events = {layer.name for layer in scheme.layers if layer.is_event}
    labels = menu.addMenu(translate("Menu", "Label"))
    for label in scheme.labels:
        if label.layer in events:
            continue
        text = _plain(f"{label.name} · {named(label.names, hand.language)}")
        entry = labels.addAction(f"{text}\t{label.key.upper()}")
        entry.triggered.connect(partial(keys.labelling.give, label))


def _plain(text: str) -> str:
    return text.replace("&", "&&").replace("\t", " ")
