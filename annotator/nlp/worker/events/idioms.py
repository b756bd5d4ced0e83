"""Where the words of an idiom stand in a sentence: together, or with the verb, or its particle, apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.lexicon import Phrase

MAX_LINKS = 3  # auxiliaries that may stand inside a phrase: "wapens zouden hebben neergelegd"
ANY_WORD = "*"


def by_beginning(phrases: Mapping[str, Sequence[Phrase]]) -> dict[str, dict[str, tuple[Phrase, ...]]]:
    """Phrases by first and second word, the longest first; under ANY_WORD those that any word may be the second of.

    Hundreds begin with "de" or "in": to try each of them took a twelfth of all the time.
    """
    found: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for first, several in phrases.items():
        ordered = sorted(several, key=lambda phrase: (-len(phrase.words), not phrase.verbs))
        seconds = {ANY_WORD, *(phrase.words[1] for phrase in ordered if len(phrase.words) > 1)}
        found[first] = {
            second: tuple(one for one in ordered if len(one.words) == 1 or one.words[1] in (second, ANY_WORD))
            for second in seconds
        }
    return found


def phrase_at(sentence: Sentence, index: int, phrase: Phrase) -> tuple[int, ...] | None:
    """The words of the phrase that begins with word `index`; None where it does not stand there."""
    end = index + len(phrase.words)
    if end > len(sentence.words):
        return None
    for wanted, word in zip(phrase.words, sentence.words[index:end], strict=True):
        if wanted not in (ANY_WORD, word.low):
            return None
    if not phrase.verbs:
        return tuple(range(index, end))
    links = word_classes().classes["links"]
    after = end
    while after - end < MAX_LINKS and sentence.low(after) in links and sentence.low(after) not in phrase.verbs:
        after += 1
    if sentence.low(after) in phrase.verbs:
        return tuple(range(index, after + 1))
    split = _split_infinitive(sentence, after, phrase.verbs)
    if split is not None:
        return tuple(range(index, split))
    if sentence.low(index - 1) in phrase.verbs:
        return tuple(range(index - 1, end))
    parted = _parted_verb(sentence, index, end, phrase)
    if parted is not None:
        return (parted, *range(index, end + 1))
    verb = _verb_before(sentence, index, phrase)
    if verb is not None:
        return (verb, *range(index, end))
    return tuple(range(index, end)) if phrase.is_bare or _has_its_verb(sentence, index, end, phrase) else None


def _parted_verb(sentence: Sentence, index: int, end: int, phrase: Phrase) -> int | None:
    """The finite verb before an idiom whose particle follows it: "sneden … de keel door"."""
    particle = sentence.low(end)
    verbs = {verb for verb, part in phrase.parted if part == particle}
    if not verbs or end in sentence.entity:
        return None
    before = [place for place in sentence.clause_of(index) if place < index and sentence.low(place) in verbs]
    return before[-1] if before else None


def _verb_before(sentence: Sentence, index: int, phrase: Phrase) -> int | None:
    """The finite verb apart from its object in an idiom: "lieten … het leven"; None where the object stands alone."""
    is_idiom = phrase.words[0] in _OBJECTS or phrase.words in (("in", "brand"), ("uit", "de", "lucht"))
    if not is_idiom or index + len(phrase.words) in sentence.entity:  # "namen … de wijk Ramouseh in"
        return None
    verbs = phrase.apart or phrase.verbs
    before = [place for place in sentence.clause_of(index) if place < index and sentence.low(place) in verbs]
    verb = sentence.low(before[-1]) if before else ""
    is_participle = verb.startswith("ge") and not verb.startswith(("geef", "geven"))
    return before[-1] if before and not is_participle and sentence.low(before[-1] - 1) != "te" else None


_OBJECTS = frozenset(
    {"het", "de", "een", "hun", "zijn", "haar", "onze", "mijn", "beide", "gewonnen", "gevangen", "verloren"}
)


def _has_its_verb(sentence: Sentence, start: int, end: int, phrase: Phrase) -> bool:
    """Whether a verb of the phrase stands elsewhere in its clause, with its particle where it has one."""
    if not phrase.apart:
        return False
    others = {sentence.low(position) for position in sentence.clause_of(start) if not start <= position < end}
    return bool(others & phrase.apart) or any(verb in others and part in others for verb, part in phrase.parted)


def _split_infinitive(sentence: Sentence, index: int, verbs: frozenset[str]) -> int | None:
    """End of "neer te leggen" at `index`, if the verbs hold "neerleggen"."""
    if sentence.low(index + 1) == "te" and sentence.low(index) + sentence.low(index + 2) in verbs:
        return index + 3
    return None
