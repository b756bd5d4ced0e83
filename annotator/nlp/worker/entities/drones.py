"""Drones that are shot at or shot down are munitions here; those that fly, watch and drop things are aircraft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import words_of
from annotator.nlp.worker.entities.rules import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.nlp.worker.entities.words import Reading

_NEAR = 7  # words to either side in which is told what became of them
_DOWN = words_of("neergehaald neergehaalde neergeschoten onderschept onderschepte onderscheppen neerhalen neerschieten")
_DOWNING = words_of("schoot schoten schiet schieten haalde haalden haalt halen")  # "… neer"
_STRIKES = words_of("aanval aanvallen aangevallen aanslag aanslagen bestookt bestookte bestookten")
_MISSILES = ("raket", "raketten")
_JOINTS = words_of("en , of met")
_ENDS = frozenset(".;!?")


def find_munitions(reading: Reading, finds: Sequence[Found]) -> Iterator[Found]:
    """WEAPON for drones that are brought down, come with missiles, or are what an attack is made with."""
    for one in finds:
        if one.label == "VEHICLE" and reading.text[one.start : one.end].lower().endswith(("drone", "drones")):
            first, last = reading.index_at(one.start), reading.index_at(one.end)
            if _is_brought_down(reading, first, last) or _is_fired(reading, first, last):
                yield Found(one.start, one.end, "WEAPON", "weapon:name")


def _is_brought_down(reading: Reading, first: int, last: int) -> bool:
    near = set(_words_near(reading, first, last))
    return bool(near & _DOWN) or ("neer" in near and bool(near & _DOWNING))


def _is_fired(reading: Reading, first: int, last: int) -> bool:
    words = reading.words
    listed = [
        words[place].text.lower()
        for place in (first - 2, *range(last + 1, last + 4))
        if 0 <= place < len(words) and (words[place + 1] if place < first else words[last]).text in _JOINTS
    ]
    if any(word.endswith(_MISSILES) for word in listed):
        return True
    is_means = first > 0 and words[first - 1].text == "met"
    follows = words[last].text if last < len(words) else ""
    return is_means and follows != "die" and any(word in _STRIKES for word in _words_near(reading, first, last))


def _words_near(reading: Reading, first: int, last: int) -> Iterator[str]:
    """The words around, to the end of the sentence on either side."""
    for step, place in ((-1, first - 1), (1, last)):
        index = place
        while 0 <= index < len(reading.words) and abs(index - place) < _NEAR:
            word = reading.words[index]
            if word.text in _ENDS:
                break
            yield word.text.lower()
            index += step
