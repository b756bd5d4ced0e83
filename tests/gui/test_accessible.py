"""The article as a screen reader meets it: text, cursor, spans as children, announcements."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.command import Undo
from annotator.gui.article import accessible
from annotator.gui.refusals import in_words
from tests.gui.conftest import TEXT
from tests.samples import at, suggestion


@pytest.fixture
def interface(window):
    found = QAccessible.queryAccessibleInterface(window.article)
    assert found is not None
    return found


def names(interface) -> list[str]:
    return [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]


def test_the_article_exposes_its_text_in_utf16(window, interface) -> None:
    assert interface.role() == QAccessible.Role.Document
    text = interface.textInterface()
    assert text.characterCount() == len(TEXT.encode("utf-16-le")) // 2
    start = TEXT.index("woordvoerder") + 1  # one emoji stands before it
    assert text.text(start, start + 12) == "woordvoerder"


def test_cursor_and_selection_follow_and_can_be_set(window, keys, interface) -> None:
    text = interface.textInterface()
    keys("Home", "Right", "Right")
    assert text.cursorPosition() == window.article.selected()[0][0]
    start = TEXT.index("woordvoerder") + 1
    text.setSelection(0, start, start + 12)
    assert window.hand.text(window.article.selected()) == "woordvoerder"
    assert text.cursorPosition() == start


def test_spans_on_the_screen_are_children_with_label_text_and_state(window, keys, interface) -> None:
    assert "ORG, Belga, suggested, score .97" in names(interface)
    keys("Tab", "Enter")
    assert "ORG, Belga" in names(interface)
    current = interface.focusChild()
    assert current.text(QAccessible.Text.Name).startswith("ORG, Iraakse leger")
    assert current.rect().isValid()
    assert interface.indexOfChild(current) >= 0
    middle = current.rect().center()
    assert interface.childAt(middle.x(), middle.y()) is current


def test_other_interfaces_are_refused_without_a_crash(interface) -> None:
    assert interface.valueInterface() is None
    assert interface.child(0).textInterface() is None
    assert interface.child(10_000) is None


@pytest.fixture
def heard(window, monkeypatch) -> list[str]:
    said: list[str] = []
    window.settle()  # also makes what speaks to readers
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        accessible.QAccessible, "updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )  # fmt: skip
    return said


def test_what_is_refused_is_announced_in_the_windows_language(window, keys, session, heard, language) -> None:
    language("nl")
    refused = session.do(Undo(document="d1")).rejection.why
    window.desk.do(Undo(document="d1"))
    assert heard[-1] == in_words(refused) != refused
    assert heard[-1] == window.status.message.text()


def test_what_other_places_refuse_and_what_brings_losses_back_is_announced(window, heard) -> None:
    window.places.review().deciding.refused.emit("there is nothing to review yet")
    window.places.agreement().refused.emit("stopped")
    assert heard[-2:] == ["there is nothing to review yet", "stopped"]
    window.desk.alarmed.emit("7 of 9 spans of an article are gone at one stroke", "undo")
    assert heard[-1].endswith("Ctrl Z brings them back")


def test_what_comes_to_hand_and_what_is_refused_is_announced(window, keys, heard) -> None:
    keys("Tab")
    assert heard[-1] == "ORG, Belga, suggested, score .97"
    keys("Enter")
    assert any("accepted “Belga”" in text for text in heard)
    keys("Escape", "F")
    assert "attributes" in heard[-1]


def test_the_same_words_elsewhere_are_announced_anew(window, keys, heard) -> None:
    view = window.article
    same = [suggestion(view.document, "entities", "ORG", at(TEXT, "Belga", nth=nth), score=0.9) for nth in range(3)]
    window.desk.session.project.put_suggestions("d1", same, run={})
    window.desk.session.forget()
    window.desk.open("d1")
    keys("Tab", "Tab", "Tab")
    assert heard.count("ORG, Belga, suggested, score .90") == 3
    view.at_hand_changed.emit()
    assert heard.count("ORG, Belga, suggested, score .90") == 3


def test_every_control_has_a_name(window, keys) -> None:
    keys("Tab", "Tab", "Tab", "Tab")
    window.settle()
    QApplication.processEvents()
    own = [window.article, window.inspector, window.status, window.hints]
    nameless = [
        type(widget).__name__
        for part in own
        for widget in part.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy().value and not widget.accessibleName()
    ]
    assert nameless == []
