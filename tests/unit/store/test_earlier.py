"""What was done with the same words before: by label, by annotator, across documents, fragments and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core import command as c
from annotator.services.session import Session
from annotator.store import earlier as looked_up
from annotator.store.earlier import Earlier
from annotator.store.project import Project
from tests.samples import SCHEME, at, document, suggestion

TEXTS = {
    "d1": "Belga meldt rust in Raqqa, zegt Belga.",
    "d2": "In Raqqa viel Belga stil.",
    "d3": "Belga-nieuws: Raqqa is leeg, en IS? “Weg”.",
    "d4": "Niets over wie dan ook.",
}


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(
        tmp_path / "p.annotator", scheme="", scheme_name="small", scheme_version=1, tokenizer={}, tokenizer_hash="0"
    ) as project:
        project.add_documents([document(text, id=id) for id, text in TEXTS.items()])
        for id in ("d1", "d2", "d3"):
            doc = project.document(id)
            found = [
                suggestion(doc, "entities", "ORG", at(doc.text, "Belga")),
                suggestion(doc, "entities", "GPE", at(doc.text, "Raqqa")),
            ]
            project.put_suggestions(id, found, run={})
        yield project


def decide(project: Project, id: str, text: str, *, kind: type[c.Command] = c.Accept, actor: str = "anna") -> str:
    session = Session(project, SCHEME, actor)
    state = session.state(id)
    own = next(one for one in state.suggestions.values() if state.document.text[slice(*one.fragments[0])] == text)
    assert session.do(kind(document=id, suggestion=own.id)).rejection is None
    return own.id


def ask(project: Project, text: str, label: str = "ORG", *, document: str = "d4", but: str = "") -> Earlier:
    return project.earlier(document, "entities", label, text, actor="anna", but=but)


def test_verdicts_are_counted_by_words_and_label(project: Project) -> None:
    assert ask(project, "Belga") == Earlier(0, 0, 0)
    own = decide(project, "d1", "Belga")
    decide(project, "d2", "Belga", kind=c.Reject)
    decide(project, "d3", "Belga")
    decide(project, "d1", "Raqqa", kind=c.Reject)
    assert ask(project, "Belga") == Earlier(2, 0, 1)
    assert ask(project, "Belga", "GPE") == Earlier()
    assert ask(project, "Raqqa", "GPE") == Earlier(0, 0, 1)
    assert ask(project, "Belga", document="d1", but=own) == Earlier(1, 0, 1), "its own verdict is no earlier one"
    assert ask(project, "belga") == Earlier(), "other letters are other words"


def test_others_and_what_was_taken_back_do_not_count(project: Project) -> None:
    decide(project, "d1", "Belga", actor="bram")
    decide(project, "d2", "Belga")
    assert ask(project, "Belga") == Earlier(1, 0, 0)
    Session(project, SCHEME, "anna").do(c.Undo())
    assert ask(project, "Belga") == Earlier()


def test_only_so_many_documents_are_looked_through(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for id in ("d1", "d2", "d3"):
        decide(project, id, "Belga")
    monkeypatch.setattr(looked_up, "MOST", 1)
    assert ask(project, "Belga") == Earlier(1, 0, 0)
    assert ask(project, "Belga", document="d1") == Earlier(2, 0, 0), "the one at hand is always looked through"


@pytest.mark.parametrize("text", ["…", '"', "'; DROP TABLE verdicts; --", "\x00", "a" * 10_000, "😀", " … ", "AND"])
def test_strange_words_are_only_words(project: Project, text: str) -> None:
    decide(project, "d1", "Belga")
    assert ask(project, text) == Earlier()
