"""The inspector tells what was done with the same words before, once a mark has been at hand for a moment."""

from __future__ import annotations

from annotator.core import command as c
from tests.samples import at, suggestion


def history(window) -> str:
    return window.inspector._history._text


def test_it_is_told_after_a_rest_and_forgotten_with_a_decision(qtbot, window, session, project) -> None:
    doc = project.document("d2")
    project.put_suggestions("d2", [suggestion(doc, "entities", "ORG", at(doc.text, "Belga"))], run={})
    session.do(c.Reject(document="d2", suggestion=next(iter(session.state("d2").suggestions))))
    belga = next(iter(window.desk.state.suggestions))
    window.article.set_current(belga)
    window.settle()
    assert "same words" not in history(window), "nothing is looked up at once"
    qtbot.waitUntil(lambda: "same words: accepted 0 ×, rejected 1 ×" in history(window), timeout=5_000)
    window.desk.do(c.Undo())
    window.desk.do(c.Accept(document="d2", suggestion=next(iter(session.state("d2").suggestions))))
    window.desk.open("d1")
    window.article.set_current(belga)
    qtbot.waitUntil(lambda: "same words: accepted 1 ×, rejected 0 ×" in history(window), timeout=5_000)


def test_a_mark_that_is_left_at_once_asks_nothing(qtbot, window, session) -> None:
    look = window.beside.earlier
    for one in window.desk.state.suggestions.values():
        window.article.set_current(one.id)
        window.settle()
    assert look._thread is None
    window.close()
    assert not look._rest.isActive()
