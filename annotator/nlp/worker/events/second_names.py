"""Names that only say what a place or person just named is called too; the name before them fills the role."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.suggestion import Suggestion
    from annotator.nlp.worker.events.clauses import Sentence

MOST_BETWEEN = 7  # words from a name to the other one: ", dat in het Arabisch ook wel"
_LANGUAGE = r"(?:in\ het|op\ zijn|op\ z'n)\ \w+(?:s|sch|oe|di)"
_CALLED = r"(?:geschreven|gespeld|genoemd|bekend|aangeduid|geheten|genaamd|vermeld)"
# What may stand between the two, from the mark behind the first name on.
_BETWEEN = re.compile(
    rf"""
    [,(–-]\ (?:
        (?:(?:dat|die)\ )?(?:ook\ )?{_LANGUAGE}(?:\ ook)?(?:\ wel)?
        | (?:(?:dat|die)\ )?ook(?:\ wel)?(?:\ {_CALLED})?(?:\ als)?
        | (?:dat|die)\ (?:vroeger|voorheen|eerder|toen)(?:\ nog)?
        | (?:beter|plaatselijk|lokaal|internationaal)\ bekend\ als
        | (?:het\ )?(?:vroegere|voormalige)
        | (?:vroeger|voorheen|ofwel|oftewel|alias|bijgenaamd|eigenlijk|bekend\ als)
    )(?:\ :)?
    | [(]\ (?:of|ook\ :|{_LANGUAGE}\ :)
    """,
    re.VERBOSE,
)


def first_names(sentence: Sentence) -> dict[str, Suggestion]:
    """By id of what is another name of the entity before it that entity: "Bachmoet, op zijn Russisch Artjomovsk"."""
    if sentence.first_names is None:
        sentence.first_names = _first_names(sentence)
    return sentence.first_names


def _first_names(sentence: Sentence) -> dict[str, Suggestion]:
    found: dict[str, Suggestion] = {}
    ordered = sorted(sentence.entities, key=lambda entity: entity.start)
    for one, other in pairwise(ordered):
        end, start = sentence.place_of(one)[1], sentence.place_of(other)[0]
        if one.label == other.label and 1 < start - end <= MOST_BETWEEN:
            between = " ".join(sentence.low(index) for index in range(end, start))
            if _BETWEEN.fullmatch(between) and _ends(sentence, sentence.place_of(other)[1]):
                found[other.id] = found.get(one.id, one)
    return found


def _ends(sentence: Sentence, index: int) -> bool:
    """Whether nothing more is said behind the second name than that it is one."""
    return sentence.low(index) in {"", ",", ")", ".", ";", ":", "–", "-", "heet", "heette", "genoemd", "wordt", "werd"}
