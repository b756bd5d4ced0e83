"""Where a suggestion comes from, in words: codes of rules and learners as those say them who do not write rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from annotator.core.suggestion import Provenance

translate = QCoreApplication.translate

_CHOICE = re.compile(r"<(\S+)[^>]*>[?+]?")  # forms that a phrase takes: the first stands for all


def told(origin: Provenance) -> str:
    """What found it: "the list of countries", "the tagger, the rules (the verb “aanvallen”)"; unknown codes stay."""
    voters, _, rule = origin.rule.rpartition(": ")
    found = by_rule(rule)
    if not voters and found is None:
        known = [source(one) for one in origin.rule.split("+")]
        if all(known):
            return ", ".join(one for one in known if one)
        return f"{origin.suggester}, {origin.rule}" if origin.rule else origin.suggester
    found = found or rule
    if not voters:
        return found
    names = [source(one) or one for one in voters.split("+")]
    return f"{', '.join(names)} ({found})"


def source(name: str) -> str | None:
    """A voter of the learned suggester in words; None where there is no such voter."""
    return {
        "rules": translate("Inspector", "the rules"),
        "crf": translate("Inspector", "the tagger"),
        "fast": translate("Inspector", "the fast learner"),
        "memory": translate("Inspector", "the memory"),
        "pipeline": translate("Inspector", "the pipeline"),
    }.get(name)


def suggester(name: str, version: str = "") -> str:
    """Who proposed it, in words; of a pipeline with its version, which tells it from others of its name."""
    kind, _, pipeline = name.partition(":")
    if pipeline and kind == "spacy":
        return translate("Inspector", "the pipeline {name}").format(name=f"{pipeline} {version}".strip())
    return {
        "rules": translate("Inspector", "the rules"),
        "events-nl": translate("Inspector", "the rules"),
        "learned": translate("Inspector", "what was learned"),
        "annotators": translate("Inspector", "the annotators"),
    }.get(name, name)


def by_rule(rule: str) -> str | None:
    """A rule in words; None where it has none."""
    way, _, lemma = rule.partition(":")
    trigger = _triggers().get(way)
    if trigger is not None and lemma:
        return trigger.format(word=_CHOICE.sub(r"\1", lemma).replace("|", ""))
    return _lists().get(rule) or _surroundings().get(rule) or _kinds().get(rule)


def _triggers() -> dict[str, str]:
    return {
        "phrase": translate("Inspector", "the expression “{word}”"),
        "verb": translate("Inspector", "the verb “{word}”"),
        "split": translate("Inspector", "the verb “{word}”, in two parts"),
        "noun": translate("Inspector", "the noun “{word}”"),
        "word": translate("Inspector", "the word “{word}”"),
        "compound": translate("Inspector", "a compound with “{word}”"),
        "attributive": translate("Inspector", "the participle of “{word}”"),
    }


def _lists() -> dict[str, str]:
    return {
        "gazetteer:armed": translate("Inspector", "the list of armed groups"),
        "gazetteer:bodies": translate("Inspector", "the list of organisations"),
        "gazetteer:media": translate("Inspector", "the list of media"),
        "gazetteer:countries": translate("Inspector", "the list of countries"),
        "gazetteer:places": translate("Inspector", "the list of places"),
        "gazetteer:towns": translate("Inspector", "the list of the world's towns"),
        "gazetteer:waters": translate("Inspector", "the list of waters and regions"),
        "gazetteer:landmarks": translate("Inspector", "the list of landmarks"),
        "gazetteer:people": translate("Inspector", "the list of peoples"),
        "gazetteer:faiths": translate("Inspector", "the list of faiths"),
        "gazetteer:persons": translate("Inspector", "the list of persons"),
        "gazetteer:family": translate("Inspector", "the list of family names"),
        "weapon:noun": translate("Inspector", "the list of weapons"),
        "weapon:name": translate("Inspector", "a name of a weapon"),
        "vehicle:noun": translate("Inspector", "the list of vehicles"),
        "vehicle:name": translate("Inspector", "a name of a vehicle"),
        "vehicle:ship": translate("Inspector", "a name of a ship"),
    }


def _surroundings() -> dict[str, str]:
    return {
        "person:given": translate("Inspector", "a given name before it"),
        "person:title": translate("Inspector", "a title or office before it"),
        "person:says": translate("Inspector", "it says something"),
        "place:noun": translate("Inspector", "a word such as “province” beside it"),
        "place:variant": translate("Inspector", "another spelling of a known place"),
        "place:preposition": translate("Inspector", "a preposition of place before it"),
        "facility": translate("Inspector", "a word for a facility beside it"),
        "facility:word": translate("Inspector", "a word for a facility in it"),
        "facility:compound": translate("Inspector", "a compound of a place and a facility"),
        "water:noun": translate("Inspector", "a word such as “river” beside it"),
        "water:named": translate("Inspector", "a river by that name in the article"),
        "organisation:noun": translate("Inspector", "a word for an organisation in it"),
        "organisation:form": translate("Inspector", "the form of an organisation’s name"),
        "organisation:head": translate("Inspector", "a word for an organisation before it"),
        "organisation:members": translate("Inspector", "a word for its members before it"),
        "organisation:introduced": translate("Inspector", "a name that is given its letters"),
        "institution": translate("Inspector", "an institution of a country or town"),
        "ministry": translate("Inspector", "the name of a ministry"),
        "tribe": translate("Inspector", "a word such as “tribe” beside it"),
        "known": translate("Inspector", "it is known from other articles"),
        "neighbour": translate("Inspector", "it stands beside names of that kind"),
        "repeat": translate("Inspector", "it stands elsewhere in the article"),
        "repeat:part": translate("Inspector", "it is part of a name in the article"),
        "elsewhere": translate("Inspector", "it was decided elsewhere"),
    }


def _kinds() -> dict[str, str]:
    return {
        "header": translate("Inspector", "the header of the article"),
        "adjective": translate("Inspector", "a word made from the name of a place"),
        "region": translate("Inspector", "a part of a country or town"),
        "person:shape": translate("Inspector", "it looks like a person's name"),
        "name:shape": translate("Inspector", "it looks like a name"),
        "organisation:acronym": translate("Inspector", "capital letters only"),
        "date": translate("Inspector", "a date"),
        "date:relative": translate("Inspector", "a day told from today"),
        "time": translate("Inspector", "a time of day"),
        "duration": translate("Inspector", "a length of time"),
        "quantity": translate("Inspector", "a measure with its unit"),
        "cardinal": translate("Inspector", "a number"),
        "cardinal:word": translate("Inspector", "a number in words"),
    }
