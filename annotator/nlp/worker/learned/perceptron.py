"""The fast learner: an averaged perceptron over tags that takes one sentence at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Rows = Sequence[Sequence[str]]
    Numbers = Sequence[NDArray[np.int64]]

_ROOM = 4_096  # rows of weights made at a time
MOST_FEATURES = 1_500_000  # beyond it new features are passed over: memory stays bounded
_NEVER = -1e6


class Perceptron:
    """Weights of features by tag, averaged over all steps; transitions that break IOB2 are never taken."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        self.steps = 1
        self._ids: dict[str, int] = {}
        self._tag_ids = {tag: index for index, tag in enumerate(self.tags)}
        self._weights = np.zeros((_ROOM, len(self.tags)), dtype=np.float32)
        self._sums = np.zeros_like(self._weights)
        count = len(self.tags)
        self._moves = np.zeros((count + 1, count), dtype=np.float32)  # the last row: from the start
        self._move_sums = np.zeros_like(self._moves)
        self._barred = np.zeros_like(self._moves)
        for row, before in enumerate((*self.tags, "O")):
            for column, after in enumerate(self.tags):
                if after[0] == "I" and before[2:] != after[2:]:
                    self._barred[row, column] = _NEVER

    def numbers_of(self, rows: Rows, *, is_new: bool) -> list[NDArray[np.int64]]:
        """Features as numbers; those never met are added (`is_new`) or left out."""
        result = []
        ids = self._ids
        for row in rows:
            found = []
            for name in row:
                number = ids.get(name)
                if number is None and is_new and len(ids) < MOST_FEATURES:
                    number = ids[name] = len(ids)
                if number is not None:
                    found.append(number)
            result.append(np.array(found, dtype=np.int64))
        while len(ids) > len(self._weights):
            more = np.zeros((len(self._weights), len(self.tags)), dtype=np.float32)
            self._weights = np.concatenate((self._weights, more))
            self._sums = np.concatenate((self._sums, more))
        return result

    def learn(self, numbers: Numbers, tags: Sequence[str]) -> bool:
        """Tags the sentence, corrects the weights where that was wrong, and says whether it was."""
        self.steps += 1
        right = [self._tag_ids.get(tag, 0) for tag in tags]
        guessed, _ = self._best(numbers, self._weights, self._moves)
        if guessed == right:
            return False
        start = len(self.tags)
        for index, (good, bad) in enumerate(zip(right, guessed, strict=True)):
            moved = (right[index - 1] if index else start, guessed[index - 1] if index else start)
            if good != bad:
                self._change(self._weights, self._sums, numbers[index], good, 1.0)
                self._change(self._weights, self._sums, numbers[index], bad, -1.0)
            if (moved[0], good) != (moved[1], bad):
                self._change(self._moves, self._move_sums, moved[0], good, 1.0)
                self._change(self._moves, self._move_sums, moved[1], bad, -1.0)
        return True

    def tag(self, rows: Rows) -> tuple[list[str], list[float]]:
        """The best tags by the averaged weights, and for each word how sure: 0..1, not calibrated."""
        numbers = self.numbers_of(rows, is_new=False)
        guessed, scores = self._best(numbers, self._weights, self._moves, is_averaged=True)
        sure = []
        for index, tag in enumerate(guessed):
            gaps = scores[index, tag] - np.delete(scores[index], tag)
            sure.append(float(1.0 / (1.0 + np.exp(-np.clip(gaps.min(), -20, 20)))) if len(gaps) else 1.0)
        return [self.tags[tag] for tag in guessed], sure

    def _change(
        self, weights: NDArray[np.float32], sums: NDArray[np.float32], rows: object, column: int, by: float
    ) -> None:
        weights[rows, column] += by  # type: ignore[index]  # a number or an array of numbers
        sums[rows, column] += by * self.steps  # type: ignore[index]

    def _best(
        self,
        numbers: Numbers,
        weights: NDArray[np.float32],
        moves: NDArray[np.float32],
        *,
        is_averaged: bool = False,
    ) -> tuple[list[int], NDArray[np.float32]]:
        """Viterbi: the best tags, and the score of each tag by the word's features alone."""
        scores = np.zeros((len(numbers), len(self.tags)), dtype=np.float32)
        for index, found in enumerate(numbers):
            scores[index] = weights[found].sum(axis=0)
            if is_averaged:
                scores[index] -= self._sums[found].sum(axis=0) / self.steps
        passing = moves + self._barred
        if is_averaged:
            passing = passing - self._move_sums / self.steps
        reached = scores[0] + passing[-1]
        back = []
        for row in scores[1:]:
            ways = reached[:, None] + passing[:-1]
            best = ways.argmax(axis=0)
            back.append(best)
            reached = ways[best, np.arange(len(best))] + row
        path = [int(reached.argmax())]
        for best in reversed(back):
            path.append(int(best[path[-1]]))
        return path[::-1], scores
