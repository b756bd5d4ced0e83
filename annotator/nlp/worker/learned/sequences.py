"""The tagger of one layer: the rules as a prior where little is decided, votes in two stages where much is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.learned import crf
from annotator.nlp.worker.learned.features import Features
from annotator.nlp.worker.learned.passages import FURTHER, OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.nlp.worker.learned.passages import Cue, Passage
    from annotator.nlp.worker.learned.statistics import Statistics

    Progress = Callable[[int, int], None]

FOLDS = 3
# Documents are judged by models that have seen the others, a tenth left out: with a fifth left out scores of the model
# that has seen all were too low. Of many documents a fifth, since only one such model is trained.
JUDGED, JUDGED_OF_MANY = 10, 5
FEW_WORDS = 20_000  # up to which all tenths are judged also where there are many tags
# Where little is decided, sentences tagged by the rules are examples beside the finished ones: of their features only
# those that the cues give, so that no word is learned from them, and the finished ones count three times.
PRIOR_SENTENCES = 600
POOR, RICH = 3_000, 6_000  # words of finished text: up to the first all of the prior, from the second on none
WEIGHT = 3
_CUE_FEATURES = ("r=", "ra=", "rb=", "rr=", "rs=", "R=", "q=", "qs=", "qa=", "a:q=", "b:q=")
# Words from which a second stage that sees the first one's votes is worth its time; with more tags it takes several
# times as long, and found nothing more on 109 articles with 13 labels and 18 types of events.
VOTING = 50_000
FEW_TAGS = 20
LARGE = 150_000  # words from which L-BFGS takes too long for what it is better
MANY_TAGS = 30  # so does it with so many tags, however few the words are,
EXACT = 20_000_000  # or where words times the square of the tags, which its cost grows with, are more than this


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
Judged = tuple[Tags, list[list[float]]]  # and how likely each is


@dataclass(frozen=True, slots=True)
class Trained:
    """A model, and what models like it said of documents they had not seen, by number of the document."""

    model: Model
    held: Mapping[int, Judged]


def features_for(statistics: Statistics, words: int) -> Features:
    """The features for training on so many words, and for tagging by the model that comes of it."""
    return Features(statistics, has_pieces=words < LARGE)


def train(
    features: Features,
    readings: Sequence[Reading],
    *,
    unfinished: Sequence[Reading] = (),
    is_judged: bool = False,
    report: Progress | None = None,
) -> Trained:
    """A model from finished documents; `unfinished` ones, with the rules' tags, lend the prior and the votes.

    `is_judged`: also tag documents by models that have not seen them, all of them while there are few words and part
    of them later.
    """
    words = sum(reading.words for reading in readings)
    tags = len({one for reading in readings for line in reading.tags for one in line})
    show = report or (lambda _done, _total: None)
    judged = _judged(len(readings), words, tags) if is_judged else (1, 0)
    if words < VOTING or tags > FEW_TAGS:
        steps = judged[1] + 1
        last, held = _last(
            features, readings, _settings(words, tags), prior=_prior(unfinished, words), judged=judged,
            report=lambda done: show(done, steps),
        )  # fmt: skip
        return Trained(Model(last), held)
    steps = FOLDS + 1 + max(1, judged[1])
    tagged, first = cross_tagged(features, readings, report=lambda done: show(done, steps))
    tagger = crf.Tagger(first)
    others = [tag(features, tagger, reading) for reading in unfinished]
    votes = _corpus_votes([*readings, *unfinished], [*tagged, *others])
    voted = [with_votes(reading, line, votes) for reading, line in zip(readings, tagged, strict=True)]
    last, held = _last(
        features, voted, _settings(words, tags), prior=(), judged=judged,
        report=lambda done: show(FOLDS + 1 + done, steps),
    )  # fmt: skip
    return Trained(Model(last, first, votes), held)


def _judged(documents: int, words: int, tags: int) -> tuple[int, int]:
    """Into how many parts documents are dealt, and how many of these are judged: each costs a training."""
    if words >= LARGE:
        parts, count = JUDGED_OF_MANY, 1
    elif words >= VOTING:
        parts, count = JUDGED, 2 if tags > FEW_TAGS else 4
    else:
        parts, count = JUDGED, JUDGED if tags <= FEW_TAGS or words < FEW_WORDS else JUDGED // 2
    parts = max(1, min(parts, documents))
    return parts, min(parts, count)


def _last(
    features: Features,
    readings: Sequence[Reading],
    settings: Mapping[str, Any],
    *,
    prior: Sequence[Reading],
    judged: tuple[int, int],
    report: Callable[[int], None],
) -> tuple[bytes, dict[int, Judged]]:
    """The last stage's model, and what models without them say of the documents in the last parts of so many."""
    parts, count = judged
    training = crf.Training(settings)
    for index, reading in enumerate(readings):
        for _ in range(WEIGHT if prior else 1):
            training.add(_examples(features, [reading]), group=index % parts)
    training.add(_cues_alone(features, prior), group=parts)
    held: dict[int, Judged] = {}
    for number, fold in enumerate(range(parts - count, parts)):
        if len(readings) > 1:
            tagger = crf.Tagger(training.model(without=fold))
            held |= {index: judge(features, tagger, readings[index]) for index in range(fold, len(readings), parts)}
        report(number + 1)
    return training.model(), held


def _settings(words: int, tags: int) -> Mapping[str, Any]:
    if words >= LARGE:
        return crf.SPARSE
    return crf.PASSIVE if tags > MANY_TAGS or words * tags**2 > EXACT else crf.DEEP


def judge(features: Features, tagger: crf.Tagger, reading: Reading) -> Judged:
    """The document's tags and the chance of each; that of O is not asked for and given as 0."""
    return _judged_rows(tagger, rows_of(features, reading))


def _judged_rows(tagger: crf.Tagger, lines: Iterable[list[list[str]]]) -> Judged:
    tags, chances = [], []
    for rows in lines:
        line = tagger.tag(rows)
        tags.append(line)
        chances.append([0.0 if one == OUTSIDE else tagger.chance(index, one) for index, one in enumerate(line)])
    return tags, chances


def cross_tagged(
    features: Features, readings: Sequence[Reading], *, report: Callable[[int], None]
) -> tuple[list[Tags], bytes]:
    """Each document tagged by a model that has not seen it, and a model that has seen all; `report` gets the folds."""
    training = crf.Training(crf.AVERAGED)
    for index, reading in enumerate(readings):
        training.add(_examples(features, [reading]), group=index % FOLDS)
    held: list[Tags] = [[] for _ in readings]
    for fold in range(FOLDS):
        tagger = crf.Tagger(training.model(without=fold))
        for index in range(fold, len(readings), FOLDS):
            held[index] = tag(features, tagger, readings[index])
        report(fold + 1)
    return held, training.model()


def tag(features: Features, tagger: crf.Tagger, reading: Reading) -> Tags:
    """The document's tags by one stage."""
    return [tagger.tag(rows) for rows in rows_of(features, reading)]


class TwoStages:
    """A trained model at work: the first stage's votes, where there is one, go into the last."""

    def __init__(self, features: Features, model: Model) -> None:
        self._features = features
        self._votes = model.votes
        self._first = crf.Tagger(model.first)
        self._last = crf.Tagger(model.last)

    def tag(self, reading: Reading) -> Tags:
        """The document's tags."""
        return [self._last.tag(rows) for rows in self._rows(reading)]

    def judge(self, reading: Reading) -> Judged:
        """The document's tags with their chances."""
        return _judged_rows(self._last, self._rows(reading))

    def _rows(self, reading: Reading) -> list[list[list[str]]]:
        """The features of each passage, made once for both stages."""
        lines = list(rows_of(self._features, reading))
        if self._votes is not None:
            told = _votes_of(reading, [self._first.tag(rows) for rows in lines], self._votes)
            for rows, more in zip(lines, told, strict=True):
                for row, names in zip(rows, more, strict=True):
                    row.extend(names)
        return lines


def rows_of(features: Features, reading: Reading) -> Iterator[list[list[str]]]:
    """The features of each passage."""
    for index, passage in enumerate(reading.passages):
        extra = None if reading.extra is None else reading.extra[index]
        yield features.of(passage.words, reading.cues[index], extra)


def with_votes(reading: Reading, tags: Tags, votes: Votes) -> Reading:
    """The reading with what the first stage's tags say of the same and the neighbouring words."""
    told = _votes_of(reading, tags, votes)
    if reading.extra is None:
        return Reading(reading.passages, reading.cues, reading.tags, told)
    extra = [
        [[*known, *names] for known, names in zip(line, more, strict=True)]
        for line, more in zip(reading.extra, told, strict=True)
    ]
    return Reading(reading.passages, reading.cues, reading.tags, extra)


def _votes_of(reading: Reading, tags: Tags, votes: Votes) -> list[list[list[str]]]:
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for passage, line in zip(reading.passages, tags, strict=True):
        for word, tag_ in zip(passage.words, line, strict=True):
            if word[0].isupper():
                here[word][tag_] += 1
    return [
        [list(_vote_features(word, index, line, here, votes)) for index, word in enumerate(passage.words)]
        for passage, line in zip(reading.passages, tags, strict=True)
    ]


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
    return Votes(
        {word: (one.most_common(1)[0][0], min(3, one.total().bit_length() - 1)) for word, one in counts.items()}
    )


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
