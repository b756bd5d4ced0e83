"""Parts that go on to a further line have the height of that line, also where a box gives them their place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget

from annotator.gui.find import hits
from annotator.gui.find.hits import HitsDelegate
from annotator.gui.flow import FlowLayout
from annotator.gui.parts import Cap
from annotator.gui.theme import LIGHT, desk_font


@pytest.mark.parametrize("less", [4, 20, 60])
def test_keys_below_a_list_are_read_whole_where_one_of_them_is_wider_than_the_line(qtbot, less: int) -> None:
    whole, flow = QWidget(), FlowLayout(gap=14)
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QListWidget(), 1)
    for chord, text in (("Enter", "label what is ticked in all of them"), ("Space", "tick"), ("Escape", "leave it")):
        flow.addWidget(Cap(chord, text, LIGHT, desk_font(14)))
    column.addLayout(flow)
    caps = whole.findChildren(Cap)
    whole.resize(caps[0].sizeHint().width() - less, 300)
    whole.show()
    QApplication.processEvents()
    assert max(one.geometry().bottom() for one in caps) < whole.height()


@pytest.mark.parametrize("share", [1.0, 1.5, 2.0])
def test_the_label_of_a_hit_is_read_whole_at_any_size_of_letters_or_ends_in_dots(scheme, share: float) -> None:
    font = QFont(desk_font(10 * share))
    delegate = HitsDelegate(scheme, LIGHT, font)
    widest = max(QFontMetricsF(font).horizontalAdvance(label.name) for label in scheme.labels)
    assert delegate.label_room(1_400) >= widest + 20
    for width in (300, 480, 700):
        assert delegate.label_room(width) <= hits.MOST_LABEL * width, "the words around it need the most"
