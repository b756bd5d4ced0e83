"""The tagger of one layer: rules' cues as a prior where little is decided, votes in two stages where much is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from annotator.nlp.worker.learned import crf
from annotator.nlp.worker.learned.features import Features
from annotator.nlp.worker.learned.passages import FURTHER, OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.nlp.worker.learned.passages import Cue, Passage
    from annotator.nlp.worker.learned.statistics import Statistics

    Progress = Callable[[int, int], None]

FOLDS = 3
# Where little is decided, sentences tagged by the rules are examples beside the finished ones: of their features only
# those that the cues give, so that no word is learned from them, and the finished ones count three times.
PRIOR_SENTENCES = 300
POOR, RICH = 3_000, 6_000  # words of finished text: up to the first all of the prior, from the second on none
WEIGHT = 3
_CUE_FEATURES = ("r=", "ra=", "rb=", "rr=", "rs=", "R=")
# Words from which a second stage that sees the first one's votes is worth its time.
VOTING = 50_000
LARGE = 150_000  # words from which a sparser model, trained in fewer steps, does as well
MANY_TAGS = 30  # the cost of L-BFGS grows with the square of the tags


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the tagger of a layer reads it: passages, what the rules said, and the right tags if known."""

    passages: tuple[Passage, ...]
    cues: Sequence[Sequence[Cue]]
    tags: Sequence[Sequence[str]] = ()
    extra: Sequence[Sequence[Sequence[str]]] | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(passage.words) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Votes:
    """How a first stage tagged each capitalised word: in the whole corpus, most frequent tag and how often."""

    corpus: Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """What a trained layer needs for tagging: the model, and in two stages the first one and its votes."""

    last: bytes
    first: bytes = b""
    votes: Votes | None = None


Tags = list[list[str]]  # of one document


def features_for(statistics: Statistics, readings: Sequence[Reading]) -> Features:
    """The features for training on these documents, and for tagging by the model that comes of it."""
    return Features(statistics, has_pieces=sum(reading.words for reading in readings) < LARGE)


def train(
    features: Features, readings: Sequence[Reading], *, unfinished: Sequence[Reading] = (), report: Progress | None = None
) -> Model:
    """A model from finished documents; `unfinished` ones, with the rules' tags, lend the prior and the votes."""
    words = sum(reading.words for reading in readings)
    steps = FOLDS + 2
    show = report or (lambda _done, _total: None)
    if words < VOTING:
        show(steps - 1, steps)
        return Model(_train_last(features, readings, words, prior=_prior(unfinished, words)))
    held, first = cross_tagged(features, readings, report=lambda done: show(done, steps))
    tagger = crf.Tagger(first)
    others = [tag(features, tagger, reading) for reading in unfinished]
    votes = _corpus_votes([*readings, *unfinished], [*held, *others])
    voted = [with_votes(reading, tags, votes) for reading, tags in zip(readings, held, strict=True)]
    return Model(_train_last(features, voted, words), first, votes)


def cross_tagged(
    features: Features, readings: Sequence[Reading], *, report: Callable[[int], None] | None = None
) -> tuple[list[Tags], bytes]:
    """Each document tagged by a model that has not seen it, and a model that has seen all."""
    held: list[Tags] = [[] for _ in readings]
    for fold in range(FOLDS):
        seen = [reading for index, reading in enumerate(readings) if index % FOLDS != fold]
        tagger = crf.Tagger(crf.train(_examples(features, seen), crf.AVERAGED))
        for index in range(fold, len(readings), FOLDS):
            held[index] = tag(features, tagger, readings[index])
        if report:
            report(fold + 1)
    return held, crf.train(_examples(features, readings), crf.AVERAGED)


def tag(features: Features, tagger: crf.Tagger, reading: Reading) -> Tags:
    """The document's tags by one stage."""
    return [tagger.tag(rows) for rows in rows_of(features, reading)]


def tag_all(features: Features, model: Model, readings: Sequence[Reading]) -> list[Tags]:
    """The tags of documents by a trained model, both stages where there are two."""
    last = crf.Tagger(model.last)
    return [tag(features, last, reading) for reading in _as_last_sees(features, model, readings)]


def _as_last_sees(features: Features, model: Model, readings: Sequence[Reading]) -> Iterator[Reading]:
    if model.votes is None:
        yield from readings
        return
    first = crf.Tagger(model.first)
    for reading in readings:
        yield with_votes(reading, tag(features, first, reading), model.votes)


def rows_of(features: Features, reading: Reading) -> Iterator[list[list[str]]]:
    """The features of each passage."""
    for index, passage in enumerate(reading.passages):
        extra = None if reading.extra is None else reading.extra[index]
        yield features.of(passage.words, reading.cues[index], extra)


def with_votes(reading: Reading, tags: Tags, votes: Votes) -> Reading:
    """The reading with what the first stage's tags say of the same and the neighbouring words."""
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for passage, line in zip(reading.passages, tags, strict=True):
        for word, tag_ in zip(passage.words, line, strict=True):
            if word[0].isupper():
                here[word][tag_] += 1
    extra = []
    for number, (passage, line) in enumerate(zip(reading.passages, tags, strict=True)):
        known = reading.extra[number] if reading.extra is not None else [()] * len(line)
        extra.append(
            [
                [*known[index], *_vote_features(word, index, line, here, votes)]
                for index, word in enumerate(passage.words)
            ]
        )
    return Reading(reading.passages, reading.cues, reading.tags, extra)


def _vote_features(
    word: str, index: int, line: Sequence[str], here: Mapping[str, Counter[str]], votes: Votes
) -> Iterator[str]:
    yield f"ya={line[index - 1] if index else '^'}"
    yield f"yb={line[index + 1] if index + 1 < len(line) else '$'}"
    if not word[0].isupper():
        return
    counts = here[word]
    best, count = counts.most_common(1)[0]
    total = counts.total()
    yield f"v={best}"
    if total > 1:
        yield f"vd={best}{'!' if count == total else ''}"
    if word in votes.corpus:
        best, level = votes.corpus[word]
        yield f"V={best}{level}"


def _corpus_votes(readings: Sequence[Reading], tagged: Sequence[Tags]) -> Votes:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for reading, tags in zip(readings, tagged, strict=True):
        for passage, line in zip(reading.passages, tags, strict=True):
            for word, tag_ in zip(passage.words, line, strict=True):
                if word[0].isupper():
                    counts[word][tag_] += 1
    return Votes({word: (one.most_common(1)[0][0], min(3, one.total().bit_length() - 1)) for word, one in counts.items()})


def _train_last(
    features: Features, readings: Sequence[Reading], words: int, *, prior: Sequence[Reading] = ()
) -> bytes:
    tags = {one for reading in readings for line in reading.tags for one in line}
    settings = crf.PASSIVE if len(tags) > MANY_TAGS else crf.SPARSE if words >= LARGE else crf.DEEP
    examples = [_examples(features, readings) for _ in range(WEIGHT if prior else 1)]
    return crf.train(chain(*examples, _cues_alone(features, prior)), settings)


def _examples(features: Features, readings: Sequence[Reading]) -> Iterator[tuple[list[list[str]], Sequence[str]]]:
    """One passage at a time, so that the features of no more than one are held."""
    for reading in readings:
        yield from zip(rows_of(features, reading), reading.tags, strict=True)


def _cues_alone(features: Features, readings: Sequence[Reading]) -> Iterator[tuple[list[list[str]], Sequence[str]]]:
    for rows, tags in _examples(features, readings):
        yield [[name for name in row if name.startswith(_CUE_FEATURES)] for row in rows], tags


def _prior(unfinished: Sequence[Reading], words: int) -> list[Reading]:
    """Sentences of unfinished texts as the rules tag them, spread over the corpus."""
    wanted = round(PRIOR_SENTENCES * min(1.0, (RICH - words) / (RICH - POOR)))
    lines = [
        Reading((passage,), (cues,), (tags,))
        for reading in unfinished
        for passage, cues, tags in zip(reading.passages, reading.cues, reading.tags, strict=True)
    ]
    return lines[:: max(1, len(lines) // wanted)][:wanted] if wanted > 0 else []


def tags_of_cues(cues: Sequence[Cue], labels: Mapping[str, str]) -> list[str]:
    """What the rules said as tags, their labels replaced by those of the scheme; other finds and cut words are O."""
    tags = []
    for cue, _ in cues:
        head, _, label = cue.partition("-")
        known = labels.get(label)
        tags.append(OUTSIDE if known is None else head if head == FURTHER else f"{head}-{known}")
    return tags
