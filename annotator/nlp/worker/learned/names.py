"""Names of everyday news by list, for the learner alone: which lists a word or several words together stand in."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.folding import fold
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names with the lists they stand in, and by first word how many words the longest has."""

    lists: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]

    def of(self, word: str) -> tuple[str, ...]:
        """The lists that have this word as a name."""
        return self.lists.get(fold(word), ())

    def before_hyphen(self, word: str) -> tuple[str, ...]:
        """The lists that have what stands before the word's last hyphen: "Ajax" of "Ajax-speler"."""
        return self.of(word.rpartition("-")[0])

    def runs(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Names of several words as (first word, word after the last, lists), the longest, none overlapping."""
        index = 0
        while index < len(words):
            end, found = self._run(words, index)
            if found:
                yield index, end, found
            index = end

    def _run(self, words: Sequence[str], index: int) -> tuple[int, tuple[str, ...]]:
        most = self.longest.get(fold(words[index]).partition(" ")[0], 1) if words[index][0].isupper() else 1
        for end in range(min(len(words), index + most), index + 1, -1):
            found = self.lists.get(" ".join(fold(word) for word in words[index:end]))
            if found:
                return end, found
        return index + 1, ()


def read(source: str) -> Names:
    """The names of a TOML text of lists; blanks part the names, hyphens the words of one."""
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for title, block in tomllib.loads(source).items():
        for name in sorted({fold(one) for one in block.split()}):
            lists[name].append(title)
    longest: defaultdict[str, int] = defaultdict(lambda: 1)
    for name in lists:
        first, *more = name.split(" ")
        longest[first] = max(longest[first], 1 + len(more))
    return Names(
        {name: tuple(titles) for name, titles in lists.items()},
        {first: count for first, count in longest.items() if count > 1},
    )


@cache
def names() -> Names:
    """The names shipped, read once a process."""
    return read(resource("lexicons", "names.toml").read_text(encoding="utf-8"))
