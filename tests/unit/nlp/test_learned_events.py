"""What an event has besides its trigger is learned from decisions, where it is better: factuality, fillers of roles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.document import Document
from annotator.core.span import Argument
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.nlp.worker.learned import fillers
from annotator.nlp.worker.learned.fillers import EventModel, Filler, Happening
from annotator.nlp.worker.learned.lessons import Decided, Known, Prepared, Shape, prepare
from annotator.nlp.worker.learned.linear import Linear
from annotator.services.lessons import shape_of
from tests.samples import SCHEME, document

SHAPE = Shape.from_json(shape_of(SCHEME))
GROUPS = ("Blok", "Front", "Leger", "Verbond", "Korps")
PLACES = ("Raqqa", "Homs", "Idlib", "Hama", "Aleppo", "Daraa", "Palmyra", "Manbij")
PLAIN, HEARD = "De {group} valt {place} aan.", "Roezig valt de {group} {place} aan."  # a sign that no rule knows


def sentence(number: int) -> tuple[Document, list[Known], Known]:
    """A group attacks a place; every other time it is only said so, which only decisions tell apart."""
    group, place = GROUPS[number % len(GROUPS)], PLACES[number % len(PLACES)]
    text = (HEARD if number % 2 else PLAIN).format(group=group, place=place)

    def at(word: str) -> tuple[int, int]:
        return text.index(word), text.index(word) + len(word)

    names = [Known("g", "entities", "ORG", (at(group),), {}), Known("p", "entities", "GPE", (at(place),), {})]
    event = Known(
        "e", "events", "ATTACK", (at("valt"), at("aan")),
        {"factuality": "REPORTED" if number % 2 else "ASSERTED"}, (("AGENT", "g"), ("TARGET", "p")),
    )  # fmt: skip
    return document(text, id=f"s{number}"), names, event


def lesson(number: int, *, is_told: bool = True) -> Prepared:
    read, names, event = sentence(number)
    if not is_told:
        event = Known(event.id, event.layer, event.label, event.fragments, {"factuality": "ASSERTED"})
    return prepare(read, SHAPE, [], [], Decided((*names, event), (), True))


@pytest.fixture(scope="module")
def model() -> EventModel:
    found, figures = fillers.learn([lesson(number) for number in range(160)], "events", SHAPE)
    assert figures["factuality"]["learned"] > 0.95 > figures["factuality"]["rules"]
    assert figures["roles"]["learned"] > 0.95 > figures["roles"]["rules"]
    return found


def test_of_many_documents_a_part_is_held_out(monkeypatch: pytest.MonkeyPatch) -> None:
    lessons = [lesson(number) for number in range(40)]
    _, all_of_them = fillers.learn(lessons, "events", SHAPE)
    monkeypatch.setattr(fillers, "MANY", 40)
    _, part = fillers.learn(lessons, "events", SHAPE)
    assert (all_of_them["factuality"]["examples"], part["factuality"]["examples"]) == (40, 10)


@pytest.mark.parametrize(("number", "factuality"), [(200, "ASSERTED"), (201, "REPORTED")])
def test_factuality_is_learned_from_how_it_was_decided(model: EventModel, number: int, factuality: str) -> None:
    prepared, event = lesson(number), sentence(number)[2]
    happening = Happening("events", event.label, event.fragments, None)
    assert fillers.attributes_of(model, prepared, happening, SHAPE) == {"factuality": factuality}


def test_who_fills_which_role_is_learned(model: EventModel) -> None:
    prepared, (_, names, event) = lesson(203), sentence(203)
    happening = Happening("events", event.label, event.fragments, None)
    able = [Filler(one.id, one.label, one.fragments) for one in names]
    assert fillers.arguments_of(model, prepared, happening, able, SHAPE) == [("AGENT", "g"), ("TARGET", "p")]


def test_what_nobody_decided_is_not_learned() -> None:
    untold, figures = fillers.learn([lesson(number, is_told=False) for number in range(160)], "events", SHAPE)
    assert untold.roles is None, "no role was ever filled"
    assert untold.attributes == {}, "the default is as good as what could be learned"
    assert figures["roles"]["examples"] == 0


def test_too_few_decisions_leave_the_rules_in_charge() -> None:
    few, _ = fillers.learn([lesson(number) for number in range(60)], "events", SHAPE)
    assert few == EventModel()


ROLES = [("AGENT", "g"), ("PLACE", "p")]  # as the rules see them in such a sentence


def missed(number: int) -> tuple[Prepared, Happening]:
    """A lesson in which the rules see the names and not the event, and the event that they say something of."""
    read, names, event = sentence(number)
    event = replace(event, arguments=tuple(ROLES))
    found = [
        Suggestion(one.id, one.layer, one.label, one.fragments, 0.9, Provenance("rules", "1", "list"))
        for one in names
    ]  # fmt: skip
    prepared = prepare(read, SHAPE, found, [], Decided((*names, event), (), True))
    return prepared, fillers.happening_at(prepared, "events", event.label, event.fragments)


def test_roles_around_triggers_that_no_rule_found_are_given_where_that_was_earned() -> None:
    prepared, happening = missed(0)
    able = [Filler(one.id, one.label, one.fragments) for one in prepared.decided.spans if one.layer == "entities"]
    assert fillers.arguments_of(EventModel(), prepared, happening, able, SHAPE) == []
    earned = EventModel.from_json(EventModel(has_reach=True).to_json())
    assert fillers.arguments_of(earned, prepared, happening, able, SHAPE) == ROLES


def test_right_roles_speak_for_them_and_those_of_wrong_triggers_against() -> None:
    prepared, happening = missed(0)
    place = (happening.fragments, happening.label)
    assert fillers.reach(prepared, "events", [place], SHAPE) == 2
    assert fillers.reach(prepared, "events", [(happening.fragments, "ADVANCE")], SHAPE) < 0, "there is no such event"
    assert fillers.reach(prepared, "events", [], SHAPE) == 0


def test_what_the_rules_say_of_roles_in_other_sentences_stays_as_it_is(model: EventModel) -> None:
    text = "Het Blok zweeg. De stad Raqqa viel."
    read = document(text, id="two")
    group = suggestion("entities", "ORG", read, "Blok")
    place = suggestion("entities", "GPE", read, "Raqqa")
    event = suggestion("events", "ATTACK", read, "viel")._replace(
        is_event=True, attributes={"factuality": "ASSERTED"},
        arguments=(Argument("AGENT", group.id), Argument("AGENT", place.id), Argument("PLACE", place.id)),
    )  # fmt: skip
    prepared = prepare(read, SHAPE, [group, place], [event], Decided())
    happening = fillers.happening_at(prepared, "events", "ATTACK", event.fragments)
    able = [Filler(one.id, one.label, one.fragments) for one in prepared.ruled if one.layer == "entities"]
    said = fillers.arguments_of(EventModel(), prepared, happening, able, SHAPE)
    assert said == [(one.role, one.span) for one in event.arguments], "two roles of one filler too"
    assert ("AGENT", group.id) in fillers.arguments_of(model, prepared, happening, able, SHAPE)
    assert fillers.arguments_of(EventModel(), prepared, happening, able[1:], SHAPE) == said[1:], (
        "but for what is not shown"
    )


def suggestion(layer: str, label: str, read: Document, word: str) -> Suggestion:
    start = read.text.index(word)
    place = ((start, start + len(word)),)
    return Suggestion(
        suggestion_id(read.sha256, layer, label, place), layer, label, place, 0.9, Provenance("rules", "1", "list")
    )


@pytest.mark.parametrize(("lead", "roles"), [(0.2, ROLES), (3.0, [("TARGET", "g"), ("TARGET", "p")])])
def test_the_learner_takes_the_place_of_the_rules_where_it_is_sure(lead: float, roles: list[tuple[str, str]]) -> None:
    prepared, happening = missed(0)
    able = [Filler(one.id, one.label, one.fragments) for one in prepared.decided.spans if one.layer == "entities"]
    known = EventModel(roles=Linear({"1": {"TARGET": lead}}, ["TARGET", ""]), has_reach=True)
    assert fillers.arguments_of(known, prepared, happening, able, SHAPE) == roles
    found = fillers.arguments_of(known, prepared, replace(happening, ruled=None), able, SHAPE)
    assert found == [("TARGET", "g"), ("TARGET", "p")], "no rule says anything"
