"""Learns what an event has besides its trigger: the values of its attributes and the fillers of its roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.events.elsewhere import RULE as ELSEWHERE
from annotator.nlp.worker.learned.choosing import is_gain
from annotator.nlp.worker.learned.linear import Linear, train

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.suggestion import Suggestion
    from annotator.core.text import Fragments
    from annotator.nlp.worker.learned.lessons import Prepared, Shape
    from annotator.nlp.worker.learned.passages import Passage, Placed

NO_ROLE = ""
FEWEST = 150  # held-out examples before the learned answer may take the place of the rules'
BETTER = 0.01  # by at least so much
# How likely its answer has to be before it takes the place of the rules' own: held out on 36 articles that no rule
# was written for, F1 of roles is .879 by the rules, .882 by the learner whatever its doubts, .885 from here on.
SURE = 0.6
FOLDS = 4
MANY = 200  # documents from which one fold says enough: each costs a training
_WINDOW = 4


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity that may fill a role: id, label, and its place."""

    id: str
    label: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the learner sees it: type, trigger, and what the rules said of it, if they found it."""

    layer: str
    label: str
    fragments: Fragments
    ruled: Suggestion | None


@dataclass(slots=True)
class EventModel:
    """Classifiers of one event layer, each None until it has shown on held-out documents that it beats the rules.

    `has_reach`: whether what the rules see around triggers that they did not find gives these roles. Most such
    triggers may be wrong, and then their roles are, so that too has to be earned.
    """

    roles: Linear | None = None
    attributes: dict[str, Linear] = field(default_factory=dict)
    has_reach: bool = False

    def to_json(self) -> dict[str, Any]:
        """As a JSON value."""
        roles = None if self.roles is None else self.roles.to_json()
        attributes = {name: one.to_json() for name, one in self.attributes.items()}
        return {"roles": roles, "attributes": attributes, "has_reach": self.has_reach}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> EventModel:
        """Inverse of `to_json`."""
        roles = None if value["roles"] is None else Linear.from_json(value["roles"])
        attributes = {name: Linear.from_json(one) for name, one in value["attributes"].items()}
        return EventModel(roles, attributes, bool(value["has_reach"]))


class Said(NamedTuple):
    """What stands without the learner: the rules' answer, or where they did not find the event the usual one."""

    answer: str
    is_ruled: bool


Answers = list[tuple[int, list[str], str, Said]]  # document, features, right answer, what the rules said


def learn(documents: Sequence[Prepared], layer: str, shape: Shape) -> tuple[EventModel, dict[str, dict[str, float]]]:
    """The classifiers worth using, and for each question how often rules and learner were right, held out."""
    model, figures = EventModel(), {}
    role_answers = list(_role_answers(documents, layer, shape))
    figures["roles"], is_sure = _compared(role_answers, is_sparse=True)
    if is_sure and _is_earned(figures["roles"]):
        model.roles = train([(features, right) for _, features, right, _ in role_answers])
    for name in shape.attributes.get(layer, {}):
        answers = list(_attribute_answers(documents, layer, shape, name))
        figures[name], is_sure = _compared(answers, is_sparse=False)
        if is_sure and _is_earned(figures[name]):
            model.attributes[name] = train([(features, right) for _, features, right, _ in answers])
    return model, figures


def _answered(model: Linear, features: Sequence[str], said: Said) -> str:
    """The learner's answer; against that of the rules, where it is sure."""
    answer, chance = model.best(features)
    return answer if chance >= SURE or not said.is_ruled else said.answer


def _is_earned(figures: Mapping[str, float]) -> bool:
    return figures["examples"] >= FEWEST and figures["learned"] > figures["rules"] + BETTER


def _compared(answers: Answers, *, is_sparse: bool) -> tuple[dict[str, float], bool]:
    """Share right of the rules and of the learner on documents it did not see; F1 where most answers are "none".

    And whether the learner's gain is more than chance: by document, since its events are told in one manner.
    Of many documents a part is held out.
    """
    guesses: list[tuple[str, str, str]] = []
    gains: dict[int, int] = defaultdict(int)
    documents = {one[0] for one in answers}
    for fold in range(FOLDS if len(documents) < MANY else 1):
        held = [one for one in answers if one[0] % FOLDS == fold]
        if not held:
            continue
        model = train([(features, right) for document, features, right, _ in answers if document % FOLDS != fold])
        for document, features, right, said in held:
            learned = _answered(model, features, said)
            guesses.append((right, said.answer, learned))
            gains[document] += (learned == right) - (said.answer == right)
    counted = sum(1 for right, _, _ in guesses if not is_sparse or right)
    measure = _f1 if is_sparse else _share
    figures = {
        "examples": float(counted),
        "rules": measure([(right, ruled) for right, ruled, _ in guesses]),
        "learned": measure([(right, learned) for right, _, learned in guesses]),
    }
    return figures, is_gain(list(gains.values()))


def _share(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(right == found for right, found in pairs) / len(pairs) if pairs else 0.0


def _f1(pairs: Sequence[tuple[str, str]]) -> float:
    hits = sum(right == found != NO_ROLE for right, found in pairs)
    total = sum((right != NO_ROLE) + (found != NO_ROLE) for right, found in pairs)
    return 2 * hits / total if total else 0.0


def _role_answers(
    documents: Sequence[Prepared], layer: str, shape: Shape
) -> Iterator[tuple[int, list[str], str, Said]]:
    for number, prepared in enumerate(documents):
        fillers = [
            Filler(one.id, one.label, one.fragments)
            for one in prepared.decided.spans
            if one.layer not in shape.event_layers
        ]
        for event in prepared.decided.spans:
            if event.layer != layer:
                continue
            happening = happening_at(prepared, layer, event.label, event.fragments)
            right = {id: role for role, id in event.arguments}
            for filler, features, said in _role_questions(prepared, happening, fillers, shape):
                yield number, features, right.get(filler.id, NO_ROLE), said


def _attribute_answers(
    documents: Sequence[Prepared], layer: str, shape: Shape, name: str
) -> Iterator[tuple[int, list[str], str, Said]]:
    default = shape.attributes[layer][name]
    for number, prepared in enumerate(documents):
        for event in prepared.decided.spans:
            if event.layer == layer:
                happening = happening_at(prepared, layer, event.label, event.fragments)
                said = _said_of(happening, name, default)
                yield number, _attribute_features(prepared, happening, name, default), event.attributes[name], said


def _said_of(happening: Happening, name: str, default: str) -> Said:
    ruled = happening.ruled
    return Said(default, False) if ruled is None else Said(ruled.attributes.get(name, default), True)


def happening_at(prepared: Prepared, layer: str, label: str, fragments: Fragments) -> Happening:
    """The event with what the rules say of it: of the one they found that begins there, else of this one itself."""
    ruled = next((one for one in prepared.ruled if one.layer == layer and one.start == fragments[0][0]), None)
    if ruled is None and prepared.elsewhere is not None:
        ruled = prepared.elsewhere.said_of(layer, label, fragments)
    return Happening(layer, label, fragments, ruled)


def arguments_of(
    model: EventModel, prepared: Prepared, happening: Happening, fillers: Sequence[Filler], shape: Shape
) -> list[tuple[str, str]]:
    """(role, id of the filler) by the learner where it has earned it, else by the rules; see `EventModel.has_reach`."""
    is_beyond = happening.ruled is not None and happening.ruled.provenance.rule == ELSEWHERE
    passed_on = [] if is_beyond and not model.has_reach else _passed_on(prepared, happening, fillers, shape)
    if model.roles is None:
        return passed_on
    chosen, asked = [], set()
    for filler, features, said in _role_questions(prepared, happening, fillers, shape):
        asked.add(filler.id)
        role = _answered(model.roles, features, said)
        if role != NO_ROLE and shape.may_fill(happening.layer, role, happening.label, filler.label):
            chosen.append((role, filler.id))
    return [*chosen, *((role, id) for role, id in passed_on if id not in asked)]


def _passed_on(
    prepared: Prepared, happening: Happening, fillers: Sequence[Filler], shape: Shape
) -> list[tuple[str, str]]:
    """The rules' roles as they are, in whatever sentence, for the entity at the place or else one that touches it."""
    chosen = []
    for start, end, role in _ruled_roles(prepared, happening):
        touched = [one for one in fillers if start < one.fragments[0][1] and one.fragments[0][0] < end]
        best = min(touched, key=lambda one: (one.fragments[0] != (start, end), one.fragments), default=None)
        if best is not None and shape.may_fill(happening.layer, role, happening.label, best.label):
            chosen.append((role, best.id))
    return chosen


def reach(prepared: Prepared, layer: str, proposed: Sequence[Placed], shape: Shape) -> int:
    """How many more roles are right than wrong, at these triggers, by what the rules say of those they did not find."""
    able = [
        Filler(one.id, one.label, one.fragments)
        for one in prepared.decided.spans
        if one.layer not in shape.event_layers
    ]
    there = {(one.fragments, one.label): set(one.arguments) for one in prepared.decided.spans if one.layer == layer}
    gain = 0
    for fragments, label in proposed:
        happening = happening_at(prepared, layer, label, fragments)
        if happening.ruled is None or happening.ruled.provenance.rule != ELSEWHERE:
            continue
        found = set(arguments_of(EventModel(has_reach=True), prepared, happening, able, shape))
        right = len(found & there.get((fragments, label), set()))
        gain += 2 * right - len(found)
    return gain


def attributes_of(model: EventModel, prepared: Prepared, happening: Happening, shape: Shape) -> dict[str, str]:
    """The values of the event's attributes, by the learner where it has earned it, else by the rules."""
    values = {}
    for name, default in shape.attributes.get(happening.layer, {}).items():
        said, learned = _said_of(happening, name, default), model.attributes.get(name)
        features = _attribute_features(prepared, happening, name, default) if learned is not None else []
        values[name] = said.answer if learned is None else _answered(learned, features, said)
    return values


def _passage_of(prepared: Prepared, fragments: Fragments) -> Passage | None:
    start = fragments[0][0]
    return next((one for one in prepared.passages if one.ranges[0][0] <= start < one.ranges[-1][1]), None)


def _words_at(passage: Passage, fragments: Fragments) -> tuple[int, int]:
    """First word and the word after the last that the first fragment touches."""
    start, end = fragments[0]
    touched = [index for index, (a, b) in enumerate(passage.ranges) if a < end and start < b]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def _role_questions(
    prepared: Prepared, happening: Happening, fillers: Sequence[Filler], shape: Shape
) -> Iterator[tuple[Filler, list[str], Said]]:
    """Each entity of the event's sentence that some role admits: its features, and the rules' role for it."""
    passage = _passage_of(prepared, happening.fragments)
    if passage is None:
        return
    low, high = passage.ranges[0][0], passage.ranges[-1][1]
    inside = [one for one in fillers if low <= one.fragments[0][0] < high]
    said = _ruled_roles(prepared, happening)
    roles = shape.roles.get(happening.layer, {})
    for one in inside:
        if any(shape.may_fill(happening.layer, role, happening.label, one.label) for role in roles):
            ruled = next(
                (role for start, end, role in said if start < one.fragments[0][1] and one.fragments[0][0] < end), ""
            )
            features = _role_features(passage, happening, one, inside, ruled)
            yield one, features, Said(ruled, happening.ruled is not None)


def _ruled_roles(prepared: Prepared, happening: Happening) -> list[tuple[int, int, str]]:
    if happening.ruled is None:
        return []
    known = {} if prepared.elsewhere is None else prepared.elsewhere.entities
    places = {**known, **{one.id: one for one in prepared.ruled}}
    arguments = [(places[one.span], one.role) for one in happening.ruled.arguments if one.span in places]
    return [(filler.start, filler.end, role) for filler, role in arguments]


def _role_features(
    passage: Passage, happening: Happening, filler: Filler, others: Sequence[Filler], ruled: str
) -> list[str]:
    words = [word.lower() for word in passage.words]
    event, entity = _words_at(passage, happening.fragments), _words_at(passage, filler.fragments)
    is_before = entity[0] < event[0]
    gap = range(entity[1], event[0]) if is_before else range(event[1], entity[0])
    between = [words[index] for index in gap]
    side = "<" if is_before else ">"
    before = words[entity[0] - 1] if entity[0] else "^"
    after = words[entity[1]] if entity[1] < len(words) else "$"
    alike = [one for one in others if one.label == filler.label]
    nearest = min(alike, key=lambda one: abs(one.fragments[0][0] - happening.fragments[0][0]))
    label, kind = filler.label, happening.label
    found = [
        "1", f"r={ruled}", f"l={label}", f"t={kind}", f"l={label}|t={kind}", f"r={ruled}|l={label}",
        f"{side}l={label}", f"{side}l={label}|t={kind}", f"d{side}{min(4, len(between) // 3)}",
        f"p={before}", f"p={before}|l={label}", f"p={before}|t={kind}", f"a={after}",
        f"near={nearest is filler}|l={label}", f"comma={',' in between}",
        f"tw={words[event[0]] if words else ''}|l={label}",
    ]  # fmt: skip
    found += [f"m={word}" for word in between if word in _VOICE]
    found += [f"v={word}|{side}l={label}" for word in words if word in _VOICE]
    return found


_VOICE = words_of("wordt worden werd werden geworden is zijn heeft hebben had hadden door volgens aldus zegt")


def _attribute_features(prepared: Prepared, happening: Happening, name: str, default: str) -> list[str]:
    passage = _passage_of(prepared, happening.fragments)
    said = happening.ruled.attributes.get(name, default) if happening.ruled is not None else "?"
    found = ["1", f"r={said}", f"t={happening.label}", f"r={said}|t={happening.label}"]
    if passage is None:
        return found
    words = [word.lower() for word in passage.words]
    first, last = _words_at(passage, happening.fragments)
    low, high = max(0, first - _WINDOW), min(len(words), last + _WINDOW)
    found += [f"b={word}" for word in words[low:first]]
    found += [f"a={word}" for word in words[last:high]]
    found += [f"s={word}" for word in words if word.isalpha()]
    found += [f"tr={word}" for word in words[first:last]]
    found += [f"te={word[-3:]}" for word in words[first:last]]
    return found
