"""What came with a work package, and what is learned by whoever works on it."""

from __future__ import annotations

import pytest

from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.services.conduct import came_bare
from annotator.services.renewing import renewed
from annotator.services.suggesting import Judged
from annotator.store.project import Project
from tests.samples import at

ID = "7f" * 16


def one(
    project: Project,
    word: str,
    label: str,
    rule: str,
    *,
    suggester: str = "learned",
    score: float = 0.9,
    model: str = "known",
) -> Suggestion:
    read = project.document("d1")
    place = (at(read.text, word),)
    id = suggestion_id(read.sha256, "entities", label, place)
    return Suggestion(id, "entities", label, place, score, Provenance(suggester, "1", rule, model))


@pytest.fixture
def sent(project: Project) -> list[Suggestion]:
    found = [one(project, "Deir al-Zor", "GPE", "crf+rules", score=0.97), one(project, "viel", "ORG", "crf", score=0.7)]
    project.put_suggestions("d1", found, run={"package": ID})
    return found


def take(project: Project, judged: Judged) -> dict[str, tuple[str, float]]:
    answer = renewed(project, "d1", judged)
    assert answer is not None
    shown, about = answer
    project.put_suggestions("d1", shown, run={"suggesters": ["learned"], "decisions": "x", **about})
    text = project.document("d1").text
    return {text[each.start : each.end]: (each.label, each.score) for each in project.suggestions("d1").values()}


def test_only_documents_of_a_package_are_looked_after(project: Project) -> None:
    assert renewed(project, "d1", Judged([], [])) is None
    project.put_suggestions("d1", [], run={"suggesters": ["rules"]})
    assert renewed(project, "d1", Judged([], [])) is None
    by_rules = one(project, "viel", "ORG", "name:shape", suggester="rules", model="")
    planted = one(project, "aan", "ORG", "name:shape", suggester="planted", model="rules")
    project.put_suggestions("d1", [by_rules, planted], run={"package": ID})
    assert renewed(project, "d1", Judged([], [])) is None, "the sender had learned nothing"


def test_what_the_sender_knew_stays_and_what_the_rules_alone_find_is_not_added(project: Project, sent) -> None:
    mine = [
        one(project, "Deir al-Zor", "GPE", "rules: gazetteer:places", suggester="rules", score=0.6),
        one(project, "aan", "ORG", "rules: name:shape", suggester="rules"),
        one(project, "rukken", "ORG", "crf+fast+rules: name:shape"),
    ]
    assert take(project, Judged(mine, [])) == {"Deir al-Zor": ("GPE", 0.97), "viel": ("ORG", 0.7)}


def test_what_the_annotator_taught_is_added_and_goes_again_when_it_was_taken_back(project: Project, sent) -> None:
    mine = [one(project, "aan", "ORG", "memory+rules: name:shape"), one(project, "rukken", "ORG", "fast", score=0.6)]
    both = {"Deir al-Zor": ("GPE", 0.97), "viel": ("ORG", 0.7)}
    assert take(project, Judged(mine, [])) == {**both, "aan": ("ORG", 0.9), "rukken": ("ORG", 0.6)}
    assert take(project, Judged(mine[:1], [])) == {**both, "aan": ("ORG", 0.9)}
    assert take(project, Judged([], [])) == both


def test_what_the_annotator_rejected_goes_and_comes_back_when_that_was_taken_back(project: Project, sent) -> None:
    hidden = [(sent[1], "“viel” was rejected as ORG"), (sent[0], "too unlikely: 0.20 where 0.5 is shown")]
    instead = one(project, "viel", "GPE", "rules: gazetteer:places", suggester="rules")
    assert take(project, Judged([instead], hidden)) == {"Deir al-Zor": ("GPE", 0.97), "viel": ("GPE", 0.9)}
    assert take(project, Judged([], hidden)) == {"Deir al-Zor": ("GPE", 0.97)}
    assert take(project, Judged([], [])) == {"Deir al-Zor": ("GPE", 0.97), "viel": ("ORG", 0.7)}


def test_a_document_of_which_all_was_rejected_is_no_control(project: Project, sent) -> None:
    assert take(project, Judged([], [(each, "“x” was rejected as Y") for each in sent])) == {}
    assert not came_bare(project, "d1")
