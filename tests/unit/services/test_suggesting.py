"""Suggesting for a project: a missing pipeline is refused first, a document too much for the worker is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import command as c
from annotator.core.span import Argument
from annotator.core.suggestion import to_json
from annotator.errors import KnownError
from annotator.nlp.worker.suggest import suggest as task
from annotator.services.projects import open_session, scheme_of
from annotator.services.suggesting import suggest
from tests.samples import TEXT, at, suggestion


class Worker:
    """Answers without suggestions; gives up on documents that are `too_much`."""

    def __init__(self, *too_much: str) -> None:
        self.too_much = set(too_much)
        self.asked: list[tuple[str, list[str]]] = []

    def __call__(self, name, payload, **_more):
        ids = [one["id"] for one in payload["documents"]]
        self.asked.append((name, ids))
        if name == "survey":
            return {"names": {}}
        if not ids:
            return task(payload, lambda _done, _total: None)
        if self.too_much & set(ids):
            raise KnownError("A501", "the worker gave no answer in 120 seconds", "try again")
        return {
            "documents": [{"id": one["id"], "sha256": one["sha256"], "suggestions": []} for one in payload["documents"]]
        }


def test_a_pipeline_that_is_not_installed_is_refused_where_no_document_is_left(project) -> None:
    session = open_session(project, "anna")
    for id in project.document_ids():
        session.do(c.SetStatus(document=id, status="done"))
    with pytest.raises(KnownError, match="not installed") as caught:
        suggest(project, scheme_of(project), [Worker()], suggesters=["rules", "spacy:NOPE"])
    assert caught.value.code == "A502"


def test_it_is_refused_before_anything_is_read(project) -> None:
    worker = Worker()
    with pytest.raises(KnownError, match="not installed"):
        suggest(project, scheme_of(project), [worker], suggesters=["rules", "spacy:NOPE"])
    assert worker.asked == [("suggest", [])]


def test_the_document_that_is_too_much_is_named(project) -> None:
    with pytest.raises(KnownError, match="'d2'") as caught:
        suggest(project, scheme_of(project), [Worker("d2")])
    assert caught.value.code == "A501"
    assert f"{len(project.document('d2').text):,} characters" in caught.value.what
    assert "--documents" in caught.value.todo


def test_what_failed_together_goes_on_one_by_one(project) -> None:
    worker = Worker()
    calls = worker.__call__

    class OnlyTogether(Worker):
        def __call__(self, name, payload, **more):
            if name == "suggest" and len(payload["documents"]) > 1:
                raise KnownError("A501", "the worker gave no answer in 120 seconds", "try again")
            return calls(name, payload, **more)

    assert suggest(project, scheme_of(project), [OnlyTogether()]).documents == 2


def test_suggestions_have_no_more_roles_and_values_than_the_scheme(project) -> None:
    document, scheme = project.document("d1"), scheme_of(project)
    place = suggestion(document, "entities", "GPE", at(TEXT, "Raqqa"))
    values = {"factuality": "POSSIBLE"}
    attack = suggestion(document, "events", "ATTACK", at(TEXT, "viel"), arguments=(Argument("PLACE", place.id),))
    found = [place, attack._replace(attributes=values), suggestion(document, "events", "GONE", at(TEXT, "IS"))]

    class Knowing(Worker):
        def __call__(self, name, payload, **more):
            answer = super().__call__(name, payload, **more)
            for one in answer.get("documents", ()):
                one["suggestions"] = [to_json(each) for each in found if one["id"] == "d1"]
            return answer

    suggest(project, scheme, [Knowing()])
    assert project.suggestions("d1")[attack.id] == found[1]
    assert len(project.suggestions("d1")) == 2
    (factuality,) = scheme.attributes
    roles = tuple(one for one in scheme.roles if one.name != "PLACE")
    fewer = replace(scheme, roles=roles, attributes=(factuality._replace(values=("ASSERTED",), value_names={}),))
    suggest(project, fewer, [Knowing()])
    assert project.suggestions("d1")[attack.id][-2:] == ({}, ())
    plain = replace(scheme, layers=tuple(one._replace(is_event=False) for one in scheme.layers))
    suggest(project, plain, [Knowing()])
    assert set(project.suggestions("d1")) == {place.id}


def test_what_is_to_stay_takes_the_place_of_what_was_found(project) -> None:
    kept = suggestion(project.document("d2"), "entities", "GPE", project.document("d2").tokens.ranges[0])

    def renew(_project, document, judged):
        assert judged.shown == []
        return ([kept], {"handed_out": "7f"}) if document == "d2" else None

    report = suggest(project, scheme_of(project), [Worker()], renew=renew)
    assert report.suggestions == 1
    assert list(project.suggestions("d2")) == [kept.id]
    assert project.suggestion_run("d2")["handed_out"] == "7f"
    assert project.suggestion_run("d1")["suggesters"] == ["rules"]
