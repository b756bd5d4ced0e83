"""Adjudicating: every difference is found, votes settle what they can, gold cites it and keeps what it has."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from annotator.core.command import DeleteSpan, Redo, RelabelSpan, SetStatus, Undo
from annotator.core.decision import Decision, Verdict
from annotator.core.span import Argument, Span
from annotator.errors import KnownError
from annotator.services import adjudicating, amending, reviewing
from annotator.services.adjudicating import adjudicate, take
from annotator.services.comparing import annotators_of
from annotator.services.projects import scheme_of
from annotator.services.reviewing import disagreements, disagreements_json, reviews
from annotator.services.session import Session
from tests.samples import TEXT
from tests.unit.services.versions import annotate, decide, entity, event

IS, ZOR, RAQQA = ("IS", "ORG"), ("Deir al-Zor", "GPE"), ("Raqqa", "GPE")


@pytest.fixture
def scheme(project):
    return scheme_of(project)


def both(project, *, third=False):
    """Anna and bram (and carl): IS agreed, Raqqa by anna alone, Zor with other labels, an event with another role."""
    anna = entity(*IS), entity(*ZOR)
    annotate(project, "anna", *anna, entity(*RAQQA), event("viel", "aan", arguments=[("AGENT", anna[0])]))
    bram = entity(*IS), entity("Deir al-Zor", "ORG")
    annotate(project, "bram", *bram, event("viel", "aan", arguments=[("TARGET", bram[0])]))
    if third:
        carl = entity(*IS), entity(*ZOR), entity(*RAQQA)
        annotate(project, "carl", *carl, event("viel", "aan", arguments=[("AGENT", carl[0])]))


def gold(project, actor="gold"):
    decided = project.decided("d1", actor)
    return {(TEXT[span.start : span.end], span.label) for span in decided.spans.values()}, decided.status


def test_every_difference_is_told_with_both_versions(project, scheme) -> None:
    both(project)
    answer = disagreements_json(disagreements(project, scheme), annotators=annotators_of(project))
    json.dumps(answer)
    kinds = {one["text"]: one["kinds"] for one in answer["disagreements"]}
    assert kinds == {"viel dinsdag Deir al-Zor aan": ["role"], "Deir al-Zor": ["label"], "Raqqa": ["only_one"]}
    by_text = {one["text"]: one for one in answer["disagreements"]}
    assert by_text["Raqqa"]["versions"]["bram"] is None
    assert by_text["Raqqa"]["versions"]["anna"]["label"] == "GPE"
    roles = by_text["viel dinsdag Deir al-Zor aan"]["versions"]
    assert roles["anna"]["arguments"][0]["role"] == "AGENT"
    assert roles["anna"]["text"] == "viel … aan"
    assert answer["counts"]["only_one"] == answer["counts"]["label"] == answer["counts"]["role"] == 1
    assert answer["open"] == 3


def test_a_role_differs_also_where_the_layer_of_its_fillers_is_left_out(project, scheme) -> None:
    both(project)
    whole = [one.to_json() for one in disagreements(project, scheme) if one.place.is_event]
    assert [one["kinds"] for one in whole] == [["role"]]
    assert [one.to_json() for one in disagreements(project, scheme, layers=["events"])] == whole
    assert {one.place.layer for one in disagreements(project, scheme, layers=["entities"])} == {"entities"}


def test_two_versions_that_are_taken_decide_no_place_beside(project, scheme) -> None:
    annotate(project, "anna", event("rukken", type="ADVANCE"), event("op"))
    annotate(project, "bram", event("rukken", "op", type="ADVANCE"))
    session = Session(project, scheme, "gold")
    (review,) = reviews(project, scheme)
    both_have, beside = review.compared.places
    assert take(session, review, both_have, ["anna", "bram"]).operation is not None
    (review,) = reviews(project, scheme)
    assert [review.view.verdict(place) for place in review.compared.places] == ["taken", None]
    assert take(session, review, beside, ["anna"]).operation is not None
    (review,) = reviews(project, scheme)
    assert review.open_places == ()


def test_only_what_two_finished_is_compared_and_other_ends_are_told(project, scheme) -> None:
    both(project)
    annotate(project, "anna", document="d2")
    annotate(project, "bram", document="d2", status="flagged")
    found = list(disagreements(project, scheme))
    assert [one.to_json() for one in found if one.place is None] == [
        {
            "document": "d2",
            "title": "Belga meldt dat Belga zwijgt.",
            "kind": "status",
            "kinds": ["status"],
            "statuses": {"anna": "done", "bram": "flagged"},
        }
    ]
    assert {one.document for one in found if one.place} == {"d1"}
    assert {review.compared.document.id for review in reviews(project, scheme)} == {"d1"}


def test_nothing_finished_twice_is_an_error_that_says_so(project, scheme) -> None:
    annotate(project, "anna", entity(*IS))
    annotate(project, "bram", entity(*IS), status="busy")
    with pytest.raises(KnownError) as caught:
        adjudicate(project, scheme, strategy="majority")
    assert caught.value.code == "A804"
    assert "gold" not in project.actors()


def test_unanimous_settles_what_all_have_and_cites_it(project, scheme) -> None:
    both(project)
    report = adjudicate(project, scheme, strategy="unanimous")
    assert (report.documents, report.finished, report.taken, report.nothing, report.open) == (1, 0, 1, 0, 3)
    assert report.open_kinds == {"role": 1, "label": 1, "only_one": 1}
    assert gold(project) == ({IS}, "busy")
    (operation,) = project.operations(actor="gold")
    assert (operation.kind, operation.origin) == ("adjudicate", "bulk")
    cited = [project.operation(id) for id in operation.sources]
    assert {one.actor for one in cited} == {"anna", "bram"}
    about = {one.decisions[0].after.label for one in cited if one.decisions[0].kind == "span"}
    assert about == {"ORG"}
    assert {one.kind for one in cited} == {"create_span", "set_status"}
    assert project.check() == []


def test_a_name_of_several_pieces_that_both_brought_along_is_taken(project, scheme) -> None:
    pieces = ((4, 7), (11, 14))
    for name in ("anna", "bram"):
        annotate(project, name, Span(f"{name}-1", "entities", "GPE", pieces, origin="import"))
    report = adjudicate(project, scheme, strategy="unanimous")
    assert (report.taken, report.open) == (1, 0)
    (span,) = project.decided("d1", "gold").spans.values()
    assert span.fragments == pieces
    assert project.check() == []


def test_majority_settles_labels_absence_and_roles(project, scheme) -> None:
    both(project, third=True)
    report = adjudicate(project, scheme, strategy="majority")
    assert (report.open, report.finished) == (0, 1)
    spans, status = gold(project)
    assert spans == {IS, ZOR, RAQQA, ("viel dinsdag Deir al-Zor aan", "ATTACK")}
    assert status == "done"
    decided = project.decided("d1", "gold")
    (attack,) = [span for span in decided.spans.values() if span.layer == "events"]
    assert [(one.role, decided.spans[one.span].label) for one in attack.arguments] == [("AGENT", "ORG")]
    assert {verdict.outcome for verdict in decided.verdicts.values()} == {"accepted", "rejected"}
    assert project.check() == []


def test_a_majority_for_nothing_leaves_nothing_open(project, scheme) -> None:
    annotate(project, "anna", entity(*RAQQA))
    annotate(project, "bram")
    annotate(project, "carl")
    report = adjudicate(project, scheme, strategy="majority")
    assert (report.taken, report.nothing, report.open) == (0, 1, 0)
    assert gold(project) == (set(), "done")
    assert [one.gold for one in disagreements(project, scheme)] == ["nothing"]


def test_a_document_that_all_found_empty_is_done_in_gold(project, scheme) -> None:
    annotate(project, "anna")
    annotate(project, "bram")
    adjudicate(project, scheme, strategy="unanimous")
    assert gold(project) == (set(), "done")


def test_a_dry_run_writes_nothing(project, scheme) -> None:
    both(project, third=True)
    report = adjudicate(project, scheme, strategy="majority", is_dry_run=True)
    assert report.taken == 4
    assert "gold" not in project.actors()


def test_running_again_changes_nothing(project, scheme) -> None:
    both(project, third=True)
    adjudicate(project, scheme, strategy="majority")
    before = list(project.operations(actor="gold"))
    report = adjudicate(project, scheme, strategy="majority")
    assert (report.kept, report.taken, report.nothing, report.open) == (4, 0, 0, 0)
    assert list(project.operations(actor="gold")) == before


def test_decisions_of_the_adjudicator_outlive_new_work(project, scheme) -> None:
    both(project)
    adjudicate(project, scheme, strategy="unanimous")
    session = Session(project, scheme, "gold")
    (span,) = session.state("d1").spans.values()
    session.do(RelabelSpan(document="d1", span=span.id, label="GPE"))
    carl = entity(*IS), entity(*ZOR), entity(*RAQQA)
    annotate(project, "carl", *carl)
    report = adjudicate(project, scheme, strategy="majority")
    assert report.kept == 1
    assert ("IS", "GPE") in gold(project)[0]
    assert ZOR in gold(project)[0]


def test_what_the_adjudicator_deleted_stays_deleted_and_what_was_undone_is_open(project, scheme) -> None:
    both(project)
    adjudicate(project, scheme, strategy="unanimous")
    session = Session(project, scheme, "gold")
    (span,) = session.state("d1").spans.values()
    session.do(DeleteSpan(document="d1", span=span.id))
    assert adjudicate(project, scheme, strategy="unanimous").kept == 1
    assert gold(project)[0] == set()
    session = Session(project, scheme, "gold")
    session.do(Undo())
    session.do(Undo())
    assert adjudicate(project, scheme, strategy="unanimous").taken == 1
    assert gold(project)[0] == {IS}


def test_a_document_closed_with_open_places_stays_closed_until_there_is_new_work(project, scheme) -> None:
    both(project)
    adjudicate(project, scheme, strategy="unanimous")
    Session(project, scheme, "gold").do(SetStatus(document="d1", status="done"))
    adjudicate(project, scheme, strategy="unanimous")
    assert gold(project)[1] == "done"
    extra = entity("Belga", "ORG")
    decide(project, "anna", Decision("d1", "span", extra.id, None, extra))
    report = adjudicate(project, scheme, strategy="unanimous")
    assert report.open_kinds == {"role": 1, "label": 1, "only_one": 2}
    assert gold(project)[1] == "busy"


def test_an_event_waits_for_its_fillers(project, scheme) -> None:
    anna, bram = entity(*ZOR), entity("Deir al-Zor", "ORG")
    annotate(project, "anna", anna, event("viel", arguments=[("PLACE", anna)]))
    annotate(project, "bram", bram, event("viel", arguments=[("PLACE", bram)]))
    report = adjudicate(project, scheme, strategy="unanimous")
    assert report.open_kinds == {"label": 1, "waiting": 1}
    session = Session(project, scheme, "gold")
    (review,) = reviews(project, scheme)
    (place,) = [one for one in review.open_places if not one.is_event]
    assert take(session, review, place, ["anna"]).operation
    assert adjudicate(project, scheme, strategy="unanimous").finished == 1
    decided = project.decided("d1", "gold")
    (attack,) = [span for span in decided.spans.values() if span.layer == "events"]
    assert [decided.spans[one.span].label for one in attack.arguments] == ["GPE"]
    assert project.check() == []


def test_that_a_role_has_no_filler_is_taken_over(project, scheme) -> None:
    for name in ("anna", "bram"):
        silent = event("viel", arguments=[("PLACE", entity(*ZOR, id=""))])
        annotate(project, name, silent, *([entity(*IS)] if name == "anna" else []))
    adjudicate(project, scheme, strategy="unanimous")
    (attack,) = project.decided("d1", "gold").spans.values()
    assert attack.arguments == (Argument("PLACE", ""),)
    assert project.check() == []
    assert [one.to_json()["versions"]["bram"] for one in disagreements(project, scheme)] == [None]


def test_another_name_adjudicates_and_is_not_compared_afterwards(project, scheme) -> None:
    both(project)
    adjudicate(project, scheme, strategy="unanimous", actor="lena")
    assert gold(project, "lena")[0] == {IS}
    assert annotators_of(project) == ("anna", "bram")
    with pytest.raises(KnownError) as caught:
        annotators_of(project, ["anna", "lena"])
    assert caught.value.code == "A806"
    with pytest.raises(KnownError) as caught:
        annotators_of(project, ["zoe"])
    assert caught.value.code == "A604"


def test_an_annotator_cannot_adjudicate_under_the_same_name(project, scheme) -> None:
    both(project)
    for name in ("anna", " "):
        with pytest.raises(KnownError) as caught:
            adjudicate(project, scheme, strategy="unanimous", actor=name)
        assert caught.value.code == "A806"


# By hand


def open_place(project, scheme, text):
    (review,) = reviews(project, scheme)
    (place,) = [one for one in review.open_places if TEXT[one.start : one.end] == text]
    return review, place


def test_one_version_is_taken_with_its_reason_and_cites_both(project, scheme) -> None:
    both(project)
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "Deir al-Zor")
    outcome = take(session, review, place, ["bram"], reason="edge case", note="als organisatie gebruikt")
    assert gold(project)[0] == {("Deir al-Zor", "ORG")}
    assert {project.operation(id).actor for id in outcome.operation.sources} == {"anna", "bram"}
    (comment,) = project.decided("d1", "gold").comments.values()
    assert comment.text == "edge case: als organisatie gebruikt"
    assert comment.about in project.decided("d1", "gold").spans
    (span,) = project.decided("d1", "gold").spans.values()
    assert span.origin == "accepted"
    again = take(session, reviews(project, scheme).__next__(), place, ["anna"])
    assert again.rejection.code == "A406"


def roles_of(project, actor="gold"):
    spans = project.decided("d1", actor).spans
    return {
        TEXT[one.start : one.end]: [(a.role, spans[a.span].label) for a in one.arguments]
        for one in spans.values()
        if one.layer == "events"
    }


def test_an_event_taken_brings_along_what_fills_its_roles_where_all_agree_on_that(project, scheme) -> None:
    both(project)
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "viel dinsdag Deir al-Zor aan")
    outcome = take(session, review, place, ["anna"])
    assert roles_of(project) == {"viel dinsdag Deir al-Zor aan": [("AGENT", "ORG")]}
    assert gold(project)[0] == {("IS", "ORG"), ("viel dinsdag Deir al-Zor aan", "ATTACK")}
    cited = {one.target for id in outcome.operation.sources for one in project.operation(id).decisions}
    agreed = {one.id for one in review.compared.places if one.is_agreed}
    assert {span.id for one in review.compared.places if one.id in agreed for span in one.spans.values()} <= cited
    # Another version of what stands has other roles, and they come too.
    changed = amending.choose(session, next(reviews(project, scheme)), place, ["bram"])
    assert changed.operation
    assert roles_of(project) == {"viel dinsdag Deir al-Zor aan": [("TARGET", "ORG")]}
    session.do(Undo())
    session.do(Undo())
    assert gold(project)[0] == set()
    assert project.check() == []


def test_an_event_is_not_taken_without_a_role_whose_filler_is_open(project, scheme) -> None:
    anna, bram = entity(*ZOR), entity("Deir al-Zor", "LOC")
    annotate(project, "anna", anna, event("viel", arguments=[("PLACE", anna)]))
    annotate(project, "bram", bram, event("viel"))
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "viel")
    outcome = take(session, review, place, ["anna"])
    assert (outcome.rejection.code, outcome.rejection.why) == (
        "A409", "PLACE of this event is still open: decide “Deir al-Zor” first"
    )  # fmt: skip
    assert gold(project)[0] == set()
    review, filler = open_place(project, scheme, "Deir al-Zor")
    take(session, review, filler, ["bram"])
    review, place = open_place(project, scheme, "viel")
    assert take(session, review, place, ["anna"]).operation
    assert roles_of(project) == {"viel": [("PLACE", "LOC")]}


def test_an_edit_that_comes_to_another_version_takes_that_one(project, scheme) -> None:
    both(project)
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "Deir al-Zor")
    fragments = place.spans["bram"].fragments
    amending.change(session, review, place, base="anna", label="ORG", fragments=fragments)
    decided = project.decided("d1", "gold")
    (span,) = decided.spans.values()
    assert (span.label, decided.verdicts[span.suggestion].outcome) == ("ORG", "accepted")
    assert [one.label for one in decided.verdicts.values() if one.outcome == "rejected"] == ["GPE"]


def test_nothing_here_is_a_decision_that_can_be_undone(project, scheme) -> None:
    both(project)
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "Raqqa")
    take(session, review, place, [])
    assert {one.gold for one in disagreements(project, scheme) if one.place.id == place.id} == {"nothing"}
    session.do(Undo())
    open_place(project, scheme, "Raqqa")


def test_both_versions_stand_where_a_layer_lets_them(project, scheme) -> None:
    annotate(project, "anna", event("viel"), entity(*ZOR))
    annotate(project, "bram", event("viel", type="ADVANCE"), entity("Deir", "GPE"))
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "viel")
    assert take(session, review, place, ["anna", "bram"]).operation
    assert gold(project)[0] == {("viel", "ATTACK"), ("viel", "ADVANCE")}
    review, place = open_place(project, scheme, "Deir al-Zor")
    outcome = take(session, review, place, ["anna", "bram"])
    assert outcome.rejection.code == "A405", outcome
    assert project.check() == []


def test_reasons_and_names_are_checked(project, scheme) -> None:
    both(project)
    session = Session(project, scheme, "gold")
    review, place = open_place(project, scheme, "Raqqa")
    for fields, code in (({"choose": [], "reason": "zin"}, "A401"), ({"choose": ["bram"]}, "A604")):
        with pytest.raises(KnownError) as caught:
            take(session, review, place, **fields)
        assert caught.value.code == code
    assert adjudicating.REASONS[1] == "guideline gap"
    assert reviewing.GoldView(review.compared, session.state("d1"), scheme).verdict(place) is None


def both_documents(project):
    both(project)
    text = project.document("d2").text
    for name in ("anna", "bram"):
        one = Span(f"x-{name}", "entities", "ORG", ((0, len("Belga")),))
        assert text.startswith("Belga")
        annotate(project, name, one, document="d2")


def test_a_vote_over_several_documents_is_one_step_of_undo_and_of_redo(project, scheme) -> None:
    both_documents(project)
    adjudicate(project, scheme, strategy="unanimous", documents=["d2"])
    adjudicate(project, scheme, strategy="unanimous")  # d1 alone is left
    project_gold = lambda: [len(project.decided(id, "gold").spans) for id in ("d1", "d2")]  # noqa: E731
    session = Session(project, scheme, "gold")
    assert project_gold() == [1, 1]
    session.do(Undo())
    assert project_gold() == [0, 1]  # two votes are two steps
    session.do(Undo())
    assert project_gold() == [0, 0]
    adjudicate(project, scheme, strategy="unanimous")
    assert project_gold() == [1, 1]
    session = Session(project, scheme, "gold")
    assert session.revert_size(Undo()) == 2
    outcome = session.do(Undo())
    assert project_gold() == [0, 0]
    assert {change.document for change in outcome.changes} == {"d1", "d2"}
    again = Session(project, scheme, "gold")  # as after a restart
    assert again.revert_size(Redo()) == 2
    again.do(Redo())
    assert project_gold() == [1, 1]
    again.do(Undo())
    assert project_gold() == [0, 0]
    assert project.check() == []


def test_an_undo_of_a_vote_that_is_stopped_has_not_happened(project, scheme, monkeypatch) -> None:
    both_documents(project)
    adjudicate(project, scheme, strategy="unanimous")
    session = Session(project, scheme, "gold")
    session.next_reverted(Undo())
    append, calls = project.append, []

    def failing(draft):
        calls.append(draft)
        if len(calls) == 2:
            raise KnownError("A108", "the disk is full", "make room")
        return append(draft)

    monkeypatch.setattr(project, "append", failing)
    with pytest.raises(KnownError):
        session.do(Undo())
    monkeypatch.undo()
    assert [len(project.decided(id, "gold").spans) for id in ("d1", "d2")] == [1, 1]
    assert session.revert_size(Undo()) == 2
    session.do(Undo())
    assert [len(project.decided(id, "gold").spans) for id in ("d1", "d2")] == [0, 0]


def test_a_vote_that_is_stopped_has_written_nothing(project, scheme) -> None:
    both_documents(project)

    def stop(done, total):
        assert total == 2
        raise KnownError("A108", "stopped", "go on")

    with pytest.raises(KnownError):
        adjudicate(project, scheme, strategy="unanimous", progress=stop)
    assert "gold" not in project.actors()


def test_documents_that_one_alone_finished_are_taken_as_they_are_on_wish(project, scheme) -> None:
    anna = entity(*IS), entity(*ZOR)
    annotate(project, "anna", *anna, event("viel", "aan", arguments=[("AGENT", anna[0])]))
    planted = "g1"
    passed = replace(entity(*RAQQA), id=planted, origin="accepted", suggestion=planted)
    verdict = Verdict("accepted", "entities", "GPE", passed.fragments, 0.9, "planted")
    made = (("span", passed), ("verdict", verdict))
    decide(project, "anna", *(Decision("d1", kind, planted, None, one) for kind, one in made))
    with pytest.raises(KnownError, match="A804"):
        adjudicate(project, scheme, strategy="majority")
    report = adjudicate(project, scheme, strategy="majority", with_alone=True)
    assert (report.documents, report.alone, report.taken, report.open) == (1, 1, 3, 0)
    spans, status = gold(project)
    assert (spans, status) == ({IS, ZOR, ("viel dinsdag Deir al-Zor aan", "ATTACK")}, "done")  # not what was planted
    assert adjudicate(project, scheme, strategy="majority", with_alone=True).kept == 3


def test_a_vote_can_be_among_some(project, scheme) -> None:
    both(project, third=True)
    among = adjudicate(project, scheme, strategy="unanimous", annotators=["anna", "carl"], is_dry_run=True)
    assert (among.annotators, among.open) == (["anna", "carl"], 0)
    assert adjudicate(project, scheme, strategy="unanimous", is_dry_run=True).open > 0


def test_only_what_one_alone_finished_can_be_taken_and_none_is_no_error(project, scheme) -> None:
    both(project)  # d1, by two
    wanted = {"strategy": "unanimous", "only_alone": True}
    assert adjudicate(project, scheme, **wanted, is_dry_run=True).documents == 0
    annotate(project, "bram", Span("x1", "entities", "ORG", ((0, len("Belga")),)), document="d2")
    assert adjudicate(project, scheme, **wanted, but=["d2"], is_dry_run=True).documents == 0
    report = adjudicate(project, scheme, **wanted)
    assert (report.documents, report.alone, report.taken) == (1, 1, 1)
    assert gold(project)[0] == set()
    assert project.decided("d2", "gold").status == "done"
