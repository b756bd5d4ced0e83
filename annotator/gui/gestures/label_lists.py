"""Labels to choose from by key: those that the scheme gives no key have one of the list's own."""

from __future__ import annotations

import string
from functools import partial
from typing import TYPE_CHECKING

from annotator.gui.gestures.hand import translate
from annotator.gui.hint_shapes import Choice
from annotator.gui.inspector.contents import named
from annotator.gui.theme import colour_of
from annotator.services.keymap import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.scheme import Label
    from annotator.gui.gestures.hand import Hand

KEYS = string.ascii_lowercase + string.digits


def spare_keys(named_ones: Iterable[tuple[str, str]]) -> list[str]:
    """For each (name, key) its key, or where it has none a free one: a letter of its name, else any; "" if none is.

    A key that an earlier one has is as none.
    """
    ones = list(named_ones)
    found: list[str] = []
    for _, key in ones:
        found.append("" if key in found else key)
    free = dict.fromkeys(key for key in KEYS if key not in found)
    for number, (name, _) in enumerate(ones):
        if not found[number]:
            found[number] = next((one for one in name.lower() if one in free), next(iter(free), ""))
            free.pop(found[number], None)
    return found


def ask_label(
    hand: Hand,
    title: str,
    labels: Sequence[Label],
    give: Callable[[Label], None],
    *,
    besides: Sequence[Choice] = (),
    page: Sequence[Label] | None = None,
) -> None:
    """Asks for one of the labels, or of those on this page of them; Tab goes on where there are more than keys.

    What else can be chosen, `besides`, stands on every page.
    """
    choices, others = _label_choices(hand, labels if page is None else page, give)
    if others or page is not None:
        go_on = partial(ask_label, hand, title, labels, give, besides=besides, page=others or None)
        choices.append(Choice("Tab", translate("Gestures", "other labels"), go_on))
    hand.ask(title, [*choices, *besides])


def _label_choices(
    hand: Hand, labels: Sequence[Label], give: Callable[[Label], None]
) -> tuple[list[Choice], list[Label]]:
    """A choice for each label in its colour, and the labels for which there was no key left."""
    keys = spare_keys((label.name, label.key) for label in labels)
    choices = [
        Choice(
            normalised(key), " · ".join(filter(None, (label.name, named(label.names, hand.language)))),
            partial(give, label), hand.theme.lettering(colour_of(label, hand.theme)),
        )
        for label, key in zip(labels, keys, strict=True)
        if key
    ]  # fmt: skip
    return choices, [label for label, key in zip(labels, keys, strict=True) if not key]
