"""Features of the words of a passage for the taggers: form, lists, company in the corpus, cues of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import fold
from annotator.nlp.worker.entities.lexicon import lexicon
from annotator.nlp.worker.learned.names import names
from annotator.nlp.worker.learned.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.nlp.worker.entities.lexicon import Lexicon
    from annotator.nlp.worker.learned.passages import Cue, Passage

_LISTS = ("heads", "before_gpe", "before_loc", "facility_nouns", "place_prepositions", "before_name")
_FAR = frozenset(("title", "say", "giv", "adj"))  # what still tells two words away
LONGEST_PREFIX, LONGEST_SUFFIX, LONGEST_SHAPE = 4, 5, 12


def shape_of(word: str) -> str:
    """The form of a word: X for capitals, x for letters, 9 for digits, runs cut to two, twelve at most."""
    found: list[str] = []
    for character in word:
        kind = "X" if character.isupper() else "x" if character.islower() else "9" if character.isdigit() else character
        if found[-2:] != [kind, kind]:
            found.append(kind)
    return "".join(found)[:LONGEST_SHAPE]


@dataclass(frozen=True, slots=True)
class _Word:
    """All features that a word brings with it, for itself and for its neighbours."""

    own: tuple[str, ...]
    before: tuple[str, ...]  # for the word after it
    after: tuple[str, ...]
    two_before: tuple[str, ...]
    two_after: tuple[str, ...]
    shape: str
    low: str


_START = _Word((), ("a:^",), (), ("A:^",), (), "^", "^")
_END = _Word((), (), ("b:$",), (), ("B:$",), "$", "$")


class Features:
    """Makes the features of passages; those of each word form are made once and kept."""

    def __init__(self, statistics: Statistics, *, has_pieces: bool = True) -> None:
        """`has_pieces`: whether names are also known by runs of three letters, which helps until much is decided."""
        self.statistics = statistics
        self.has_pieces = has_pieces
        self._book: Lexicon = lexicon()
        self._names = names()
        self._known: dict[str, _Word] = {}
        self._text: Sequence[Passage] = ()  # the one that is read now
        self._own = Statistics()  # of that text alone
        self._new: dict[str, _Word] = {}  # its words that the statistics do not have

    def read(self, passages: Sequence[Passage], cues: Sequence[Sequence[Cue]]) -> None:
        """Counts the words of a text that is to be tagged; of those that no loaded text had, that is what is known.

        Every text that is learned from is among those counted, so that a word without any count would be a thing never
        met: a name that stands in a new article alone was taken for less likely than it is.
        """
        if passages is not self._text:
            self._text, self._own, self._new = passages, Statistics(), {}
            self._own.add(passages, cues)

    def of(
        self, words: Sequence[str], cues: Sequence[Cue], extra: Sequence[Sequence[str]] | None = None
    ) -> list[list[str]]:
        """One list of features a word; `extra` are further ones, a list a word."""
        read = [self._word(word) for word in words]
        padded = [_START, _START, *read, _END, _END]
        tags = ["^", *(tag for tag, _ in cues), "$"]
        result = []
        for index, one in enumerate(read):
            two_before, before, _, after, two_after = padded[index : index + 5]
            shape, low, tag = one.shape, one.low, tags[index + 1]
            found = [
                *one.own, *before.before, *after.after, *two_before.two_before, *two_after.two_after,
                f"ss={before.shape}|{shape}", f"sn={shape}|{after.shape}", f"3s={before.shape}|{shape}|{after.shape}",
                f"pw={before.low}|{shape}", f"nw={shape}|{after.low}",
                f"pww={before.low}|{low}", f"nww={low}|{after.low}",
                f"r={tag}", f"ra={tags[index]}", f"rb={tags[index + 2]}",
                f"rr={tags[index]}|{tag}|{tags[index + 2]}", f"rs={tag}|{shape}", "1",
            ]  # fmt: skip
            rule = cues[index][1]
            if rule:
                found.append(f"R={tag}{rule}")
            if extra is not None:
                found.extend(extra[index])
            result.append(found)
        self._add_runs(words, result)
        return result

    def _add_runs(self, words: Sequence[str], rows: list[list[str]]) -> None:
        """Names of several words that are in lists, for their words and the two beside them."""
        for first, end, lists in self._names.runs(words):
            rows[first] += [f"l=B{name}" for name in lists]
            for row in rows[first + 1 : end]:
                row += [f"l=I{name}" for name in lists]
            if first:
                rows[first - 1] += [f"b:l={name}" for name in lists]
            if end < len(rows):
                rows[end] += [f"a:l={name}" for name in lists]

    def _word(self, word: str) -> _Word:
        known = self._known.get(word) or self._new.get(word)
        if known is None:
            low = word.lower()
            is_new = low not in self.statistics.rows
            known = self._made(word, low, self._own if is_new else self.statistics)
            (self._new if is_new else self._known)[word] = known
        return known

    def _made(self, word: str, low: str, counts: Statistics) -> _Word:
        shape = shape_of(word)
        listed = [f"g={name}" for name in self._listed(word, low, counts)]
        own = [f"w={low}", f"s={shape}"]
        own += [f"p{n}={low[:n]}" for n in range(1, LONGEST_PREFIX + 1) if len(low) > n]
        own += [f"e{n}={low[-n:]}" for n in range(1, LONGEST_SUFFIX + 1) if len(low) > n]
        if "-" in word:
            parts = low.split("-")
            own += ["hy", f"hh={parts[0]}", f"ht={parts[-1]}"]
            own += [f"gh={name}" for name in self._names.before_hyphen(word)]
        if word[0].isupper():
            own.append(f"W={word}")
            closed = f"^{low}$" if self.has_pieces else ""
            own += [f"ng={closed[i : i + 3]}" for i in range(len(closed) - 2)]
        own += listed
        own += [f"c={name}" for name in counts.features(low)]
        told = counts.told_of(low) if word[0].isupper() else []
        own += told
        seen = "9" if word[0].isdigit() else low
        near = [f"w={seen}", f"s={shape}", f"e3={low[-3:]}", *listed, *told[:1]]
        far = [f"w={seen}", f"s={shape}", *(name for name in listed if name[2:] in _FAR)]
        return _Word(
            tuple(own), _placed("a", near), _placed("b", near), _placed("A", far), _placed("B", far), shape, seen
        )

    def _listed(self, word: str, low: str, counts: Statistics) -> list[str]:
        book, key = self._book, fold(word)
        tests = (
            ("giv", key in book.given),
            ("fam", key in book.family),
            ("title", low in book.titles),
            ("say", word in book.sayings),
            ("adj", low in book.adjectives),
            ("peo", low in book.peoples),
            ("stop", key in book.stopwords),
            ("start", word in book.starters),
            *((name, word in book.words.get(name, ())) for name in _LISTS),
        )
        found = [name for name, holds in tests if holds]
        if key in book.towns:
            found.append(f"town{book.towns[key]}")
        entry = book.phrases.get(key)
        if entry is not None:
            found.append(f"ph{entry.label}")
        if word[0].isupper():
            doubt = "~" if counts.is_common(low) else ""
            found += [f"N{name}{doubt}" for name in self._names.of(word)]
        return found


def _placed(place: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{place}:{name}" for name in names)
