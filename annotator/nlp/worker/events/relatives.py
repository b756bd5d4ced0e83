"""Whom or what a relative clause is about, and who acts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.chunks import chunks_of
from annotator.nlp.worker.events.phrases import plain
from annotator.nlp.worker.events.voice import is_passive
from annotator.nlp.worker.events.words import is_doer, role_table

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.phrases import Chunk
    from annotator.nlp.worker.events.subjects import Roles
    from annotator.nlp.worker.events.triggers import Trigger

HOLDING = frozenset({"DETENTION", "ABDUCTION"})  # of people, by a group
POSSESSIVES = frozenset({"hun", "haar", "zijn"})


def of_relative(roles: Roles, clause: tuple[int, ...], phrases: list[Chunk], before: tuple[int, ...]) -> Chunk | None:
    """The subject of a relative clause: itself, or whom it is about; nobody in "wie X wil ontvluchten"."""
    sentence = roles.sentence
    antecedents = chunks_of(sentence, tuple(index for index in before if index < clause[0]), frozenset())
    if not antecedents or sentence.low(clause[0]) == "wie":
        return None
    own = [chunk for chunk in phrases if chunk.parties() or chunk.country()]
    if _is_object(own, antecedents[-1], roles):
        return own[0]  # "de havenstad die de Houthi's bezetten", "haar collega's, die IS had gegijzeld"
    if _has_pronoun(roles, clause):
        main = [chunk for chunk in plain(antecedents) if chunk is not antecedents[-1]]
        return main[0] if main else None  # "liet vier soldaten vrij die ze had ontvoerd"
    return _named_before(antecedents, sentence)


def _named_before(antecedents: list[Chunk], sentence: Sentence) -> Chunk:
    """The last phrase, or the name that it only describes: "X, een visser die zijn gezin redde"."""
    last = antecedents[-1]
    tied = antecedents[-2] if len(antecedents) > 1 else last
    is_pair = tied.last == last.first - 1 and sentence.low(tied.last) == "en"
    if is_pair and not tied.preposition and all(one.starts_with_name and one.parties() for one in (tied, last)):
        return tied  # "twee artsen, X en Y, die werden ontvoerd"
    if not last.is_apposed or len(antecedents) < 2 or antecedents[-2].last != last.first - 1:
        return last
    return antecedents[-2] if antecedents[-2].parties() else last


def _has_pronoun(roles: Roles, clause: tuple[int, ...]) -> bool:
    """Whether a pronoun right behind "die" is who acts in its clause."""
    return roles.sentence.low(clause[0] + 1) in ("ze", "zij", "hij") and clause[0] + 1 in clause


def _is_object(own: list[Chunk], antecedent: Chunk, roles: Roles) -> bool:
    """Whether a relative clause is about whom its own subject did it to."""
    if not own:
        return False
    first = roles.sentence.clause_of(roles.trigger.head)[0]
    is_held = roles.trigger.type in HOLDING and own[0].first == first + 1 and own[0].country() is None
    is_counted = any(entity.label == "CARDINAL" for entity in antecedent.entities)
    is_passive_own = is_passive(roles.trigger, roles.sentence)
    ends = [*antecedent.entities, *antecedent.of]
    is_thing = bool(ends) and ends[-1].label in role_table().labels["INSTRUMENT"] and not is_passive_own
    return (
        antecedent.names_place()
        or (is_thing and own[0].first == first + 1)
        or _agrees_with(own[0], antecedent, roles)
        or (is_held and is_counted and not is_passive_own)
    )


def object_antecedent(roles: Roles) -> Chunk | None:
    """Whom a relative clause with a subject of its own is about: "vier soldaten die ze had ontvoerd"; else None."""
    sentence, trigger = roles.sentence, roles.trigger
    clause = sentence.clause_of(trigger.head)
    if sentence.low(clause[0]) != "die" or clause[0] == 0 or trigger.entry.group.frame != "act":
        return None
    before = tuple(index for index in sentence.clause_before(trigger.head) if index < clause[0])
    antecedents = chunks_of(sentence, before, frozenset())
    if not antecedents or is_passive(trigger, sentence):
        return None
    own = [chunk for chunk in plain(roles.chunks) if chunk.parties() or chunk.country()]
    return antecedents[-1] if _has_pronoun(roles, clause) or _is_object(own, antecedents[-1], roles) else None


def relative_after(trigger: Trigger, sentence: Sentence) -> tuple[int, ...]:
    """The words of the relative clause that follows a noun: "het offensief dat Turkije is begonnen"; () without one."""
    end = trigger.words[-1] + 1
    first = end + 1 if sentence.low(end) == "," else end
    is_noun = not trigger.is_verb and sentence.low(first) in ("dat", "die")
    return sentence.clause_of(first) if is_noun else ()


def _agrees_with(own: Chunk, antecedent: Chunk, roles: Roles) -> bool:
    """Whether the verb of a relative clause is in the singular, as the name in it is, and not those it is about."""
    sentence = roles.sentence
    clause = sentence.clause_of(roles.trigger.head)
    finite = [sentence.low(index) for index in clause if sentence.is_finite(index)]
    noun = sentence.low(antecedent.head - 1)
    is_many = noun.endswith(("en", "'s", "ers")) and own.first == clause[0] + 1
    return is_many and bool(finite) and not finite[-1].endswith("n")


def antecedent_of_dat(roles: Roles, phrases: list[Chunk], before: tuple[int, ...]) -> Chunk | None:
    """Whom a clause with "dat" is about, where nobody else acts in it: "Rusland, dat een bestand afkondigde"."""
    sentence = roles.sentence
    first = sentence.clause_of(roles.trigger.head)[0]
    end = first - 1
    if sentence.low(first) != "dat" or sentence.low(end) != "," or end - 1 not in sentence.entity:
        return None
    others = [one for one in phrases if sentence.low(one.first) not in POSSESSIVES]  # "X, dat zijn soldaten terugtrok"
    if any(one.parties() or one.country() or one.is_pronoun or is_doer(sentence.low(one.head - 1)) for one in others):
        return None
    antecedents = chunks_of(sentence, tuple(index for index in before if index < first), frozenset())
    last = antecedents[-1] if antecedents else None
    return last if last is not None and last.last == end and (last.parties() or last.country()) else None
