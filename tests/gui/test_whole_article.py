"""Whole articles annotated by key events alone, on what the window shows, and then read back from the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.span import NOT_MENTIONED, Event
from annotator.core.text import covered
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.nlp.worker.entities import suggest_entities
from annotator.nlp.worker.events import suggest_events
from annotator.services.session import Session
from tests.gui.conftest import Typist, article

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
GOLD = ROOT / "seeds" / "gold" / "04-front-bachmoet.jsonl"


class Annotator(Typist):
    """Someone with a keyboard who looks at the window and presses keys; counts them."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self.session = session
        self.presses = 0

    def press(self, chord: str) -> None:
        self.presses += 1
        super().press(chord)

    @property
    def document(self):
        return self.window.article.document

    def go_to(self, start: int) -> None:
        """Moves the cursor with the arrows to the token at `start`."""
        starts = self.document.tokens.starts
        goal = starts.index(start)
        while True:
            selected = self.window.article.selected() or self.window.article.current.fragments
            here = starts.index(selected[0][0])
            if here == goal:
                return
            self.press("Right" if here < goal else "Left")

    def select(self, fragment: tuple[int, int]) -> None:
        """Selects the words of a fragment on purpose."""
        self("Escape")
        self.window.article.setFocus()
        self("Home") if self.window.article.selected() is None else None
        self.go_to(fragment[0])
        self("Shift+Right")
        if self.window.article.selected()[0][1] > fragment[1]:
            self("Shift+Left")
        while self.window.article.selected()[0][1] < fragment[1]:
            self("Shift+Right")
        assert self.window.article.selected() == (fragment,)

    def fill(self, role_key: str, fragments: tuple[tuple[int, int], ...]) -> None:
        """Presses the role's key, then the letter that stands beside the filler in the text."""
        self(role_key)
        book = self.window.article.book
        for _ in range(20):
            for id, letter in self.window.article.overlay.letters.items():
                if book.mark(id).fragments == fragments:
                    self(letter.lower())
                    return
            self("Tab")
        raise AssertionError(f"no letter stands beside {fragments}")


def decided(session: Session, document: str):
    return session.project.decided(document, session.actor)


def open_on(qtbot, session: Session, document: str) -> tuple[MainWindow, Annotator]:
    window = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    window.open_first(document)
    QApplication.processEvents()
    return window, Annotator(window, session)


def wanted() -> dict[str, object]:
    return json.loads(GOLD.read_text("utf-8"))


def test_an_article_without_any_suggestion_is_annotated_as_its_gold_by_keys_alone(qtbot, session, scheme) -> None:
    gold = wanted()
    document = article(gold["text"], id="whole")
    session.project.add_documents([document])
    window, person = open_on(qtbot, session, "whole")
    places = {span["id"]: tuple(map(tuple, span["fragments"])) for span in gold["spans"]}
    for span in sorted(gold["spans"], key=lambda one: one["fragments"]):
        person.select(places[span["id"]][0])
        person(scheme.label("entities", span["label"]).key)
    factualities = next(iter(scheme.attributes_of("events"))).values
    for event in sorted(gold["events"], key=lambda one: one["fragments"]):
        first, *others = [tuple(fragment) for fragment in event["fragments"]]
        person.select(first)
        person("E", scheme.label("events", event["type"]).key)
        keys = {role.name: role.key for role in scheme.roles_of("events", event["type"])}
        for argument in event["arguments"]:
            person.fill(keys[argument["role"]], places[argument["span"]])
        person(*["F"] * factualities.index(event["attributes"]["factuality"]))
        for fragment in others:
            person("Escape", "+")
            person.go_to(fragment[0])
            while person.window.article.selected()[0][1] < fragment[1]:
                person("Shift+Right")
            person("+")
    person("R", "n", "N")  # the last event's instrument is not mentioned
    last = window.article.current.id
    person("Escape", ";", *"twijfel over de rol", "Enter", "Ctrl+Enter")
    found = decided(session, "whole")
    text = document.text
    entities = {(s.label, s.fragments) for s in found.spans.values() if not isinstance(s, Event)}
    assert entities == {(span["label"], places[span["id"]]) for span in gold["spans"]}
    events = {
        (
            e.label, e.fragments, e.attributes["factuality"],
            frozenset((a.role, found.spans[a.span].fragments) for a in e.arguments if a.is_mentioned),
        )
        for e in found.spans.values()
        if isinstance(e, Event)
    }  # fmt: skip
    assert events == {
        (
            e["type"], tuple(map(tuple, e["fragments"])), e["attributes"]["factuality"],
            frozenset((a["role"], places[a["span"]]) for a in e["arguments"]),
        )
        for e in gold["events"]
    }  # fmt: skip
    assert any(len(e.fragments) > 1 for e in found.spans.values() if isinstance(e, Event))
    assert [a.role for a in found.spans[last].arguments if a.span == NOT_MENTIONED] == ["INSTRUMENT"]
    assert [(comment.text, comment.about) for comment in found.comments.values()] == [("twijfel over de rol", last)]
    assert found.status == "done"
    assert window.desk.document != "whole"
    assert all(covered(text, span.fragments).strip() for span in found.spans.values())
    assert session.project.check() == []
    window.close()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the article's folder is not beside the project")
def test_suggestions_on_a_real_article_are_settled_by_keys_alone(qtbot, session) -> None:
    text = sorted(SEEDS.glob("*.txt"))[0].read_bytes().decode("utf-8")
    document = article(text, id="real")
    session.project.add_documents([document])
    entities = suggest_entities(document)
    proposed = [*entities, *suggest_events(document, entities)]
    session.project.put_suggestions("real", proposed, run={})
    window, person = open_on(qtbot, session, "real")
    before = person.presses
    count = window.article.book.open_count
    assert count > 40
    person("Tab", "Enter", "Enter", "X", "Enter")
    person("A", *["-"] * 16, "Enter")
    assert window.article.book.open_count == 0
    assert person.presses - before < count / 2  # accepting one by one takes a key for each
    event = next(one for one in decided(session, "real").spans.values() if isinstance(one, Event) and one.start > 60)
    person("Home")
    person.go_to(event.start)
    assert window.article.current.id == event.id
    person("F", "R")
    role = window.hints._choices[0]
    person(role.chord.lower())
    assert window.article.overlay.letters
    person("N", "Escape", ";", *"klopt dit", "Enter")
    found = decided(session, "real")
    after = found.spans[event.id]
    assert after.attributes["factuality"] != event.attributes["factuality"]
    assert NOT_MENTIONED in {argument.span for argument in after.arguments}
    assert [comment.about for comment in found.comments.values()] == [event.id]
    assert sum(verdict.outcome == "rejected" for verdict in found.verdicts.values()) == 1
    person("Ctrl+Enter")
    assert decided(session, "real").status == "done"
    assert session.project.check() == []
    window.close()
