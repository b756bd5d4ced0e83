"""Conditional random fields by CRFsuite: trained from features and tags, kept as bytes, tagging with probabilities."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.nlp.worker.learned import crf_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Rows = Sequence[Sequence[str]]

# Fast and for probabilities too rough: votes and large sets. Exact: small sets, where it is better by points.
DEEP: Mapping[str, Any] = {"algorithm": "lbfgs", "c1": 0.1, "c2": 0.05, "max_iterations": 50}
AVERAGED: Mapping[str, Any] = {"algorithm": "ap", "max_iterations": 8}
PASSIVE: Mapping[str, Any] = {"algorithm": "pa", "max_iterations": 10}
# Of many words, what was met once tells nothing that the rest does not: half the model, a quarter less time, no worse.
# And no sentence may move the weights far (`c`): some are annotated wrongly.
SPARSE: Mapping[str, Any] = {**PASSIVE, "feature.minfreq": 2.0, "c": 0.02}


class Training:
    """Examples in groups, their features made once, and models trained on all of them or on all but one group.

    CRFsuite writes models to files only, so each is made in the temporary folder and taken away again.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        import pycrfsuite  # lazy: only the learner's tasks need it

        parameters = dict(settings)
        # Not pycrfsuite.Trainer: it parses CRFsuite's log even when silent, and stops at "0/0" of an empty check.
        self._trainer = pycrfsuite.BaseTrainer(parameters.pop("algorithm"), parameters, verbose=False)
        self._counts: Counter[int] = Counter()

    def add(self, examples: Iterable[tuple[Rows, Sequence[str]]], *, group: int = 0) -> None:
        """Takes (features, tags) of sentences."""
        for rows, tags in examples:
            self._trainer.append(rows, tags, group)
            self._counts[group] += 1

    def model(self, *, without: int | None = None) -> bytes:
        """A model of all examples but those of a group, in CRFsuite's own format; b"" where none are left.

        Raises KnownError A002 where there is no room for it in the folder for temporary files.
        """
        if not self._counts.total() - (self._counts[without] if without is not None else 0):
            return b""
        try:
            with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
                path = Path(folder) / "model"
                self._trainer.train(str(path), holdout=-1 if without is None else without)
                model = path.read_bytes()
        except OSError as error:
            raise _unwritable(error.strerror or str(error)) from error
        try:
            crf_file.check(model)  # CRFsuite is silent about a full disk
        except ValueError as error:
            raise _unwritable("the model was cut off") from error
        return model


def _unwritable(why: str) -> KnownError:
    return KnownError("A002", f"nothing can be learned without room for temporary files: {why}", "free some space")


def train(examples: Iterable[tuple[Rows, Sequence[str]]], settings: Mapping[str, Any]) -> bytes:
    """A model of (features, tags) of sentences; b"" without any example."""
    training = Training(settings)
    training.add(examples)
    return training.model()


def weights(model: bytes) -> dict[tuple[str, str], float]:
    """The weight of each feature for each tag, of a model's bytes; those that are nothing left out."""
    import pycrfsuite  # lazy: as above

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return dict(tagger.info().state_features)


@dataclass(slots=True)
class Tagger:
    """Tags sentences by a model's bytes; without a model every tag is O."""

    model: bytes
    labels: frozenset[str] = frozenset()
    _tagger: Any = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.model:
            return
        import pycrfsuite  # lazy: as above

        self._tagger = pycrfsuite.Tagger()
        try:
            crf_file.check(self.model)  # CRFsuite believes what stands in it, and would end the process
            self._tagger.open_inmemory(self.model)
            self.labels = frozenset(self._tagger.labels())
            self._tagger.tag([["b"]])
            for label in self.labels:  # a text that does not lead to its number is found out now
                self._tagger.marginal(label, 0)
        except (ValueError, RuntimeError) as error:
            what = f"a tagger that was learned cannot be used: {error}"
            raise KnownError("A504", what[:200], "train it again") from error

    def tag(self, rows: Rows) -> list[str]:
        """The likeliest tags of one sentence; `chance` then speaks of that sentence."""
        if self._tagger is None:
            return ["O"] * len(rows)
        return list(self._tagger.tag(rows))

    def chance(self, index: int, tag: str) -> float:
        """The model's probability of a tag at a word of the sentence tagged last, 0..1, not calibrated."""
        found = float(self._tagger.marginal(tag, index)) if tag in self.labels else 0.0
        return min(1.0, found) if found >= 0.0 else 0.0  # of weights that are too large CRFsuite makes no number

    def chances(self, words: Sequence[int], tags: Sequence[str]) -> float:
        """The least probability among the tags of these words of the sentence tagged last."""
        return min((self.chance(index, tags[index]) for index in words), default=0.0)
