"""Entity suggestions against annotated articles: precision, recall and F1 per label, with floors.

Run as a script for the whole report:  python tests/worker/test_entity_gold.py [--errors]
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.core.document import Document
from annotator.core.header import find_regions
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.entities import merge, suggest_entities, survey

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SEEDS = ROOT / "seeds" / "gold"
FLOOR_SHARED = 0.95
FLOOR_SEEDS = 0.90

Spans = set[tuple[int, int, str]]
Pairs = list[tuple[Document, Spans]]


@cache
def _tokenizer() -> Tokenizer:
    from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer  # lazy: imports spaCy

    return make_tokenizer(SETTINGS)


def _document(name: str, text: str) -> Document:
    from annotator.nlp.worker.tokenizer import token_ranges  # lazy: imports spaCy

    tokens = Tokens(token_ranges(_tokenizer(), text))
    return Document(name, "", text, sha256_of(text), tokens, sentences_of(text, tokens), find_regions(text))


def _shared() -> Iterator[tuple[Document, Spans]]:
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "seeds" / f"{gold['doc']}.txt").read_bytes().decode("utf-8")
        yield _document(gold["doc"], text), {(one["start"], one["end"], one["label"]) for one in gold["entities"]}


def _seeds() -> Iterator[tuple[Document, Spans]]:
    for path in sorted(SEEDS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                gold = json.loads(line)
                entities = (one for one in gold["spans"] if one["layer"] == "entities")
                yield (
                    _document(path.stem, gold["text"]),
                    {(one["fragments"][0][0], one["fragments"][-1][1], one["label"]) for one in entities},
                )


class Report:
    """Counts of a comparison: `by_label` and `by_rule` hold (right, suggested, in gold)."""

    def __init__(self, pairs: Pairs) -> None:
        self.by_label: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.by_rule: dict[str, Counter[bool]] = defaultdict(Counter)
        self.errors: list[str] = []
        names = merge([survey(document) for document, _ in pairs])
        for document, gold in pairs:
            self._compare(document, gold, {
                (one.start, one.end, one.label): one.provenance.rule for one in suggest_entities(document, names)
            })  # fmt: skip

    def _compare(self, document: Document, gold: Spans, found: dict[tuple[int, int, str], str]) -> None:
        for span, rule in found.items():
            self.by_label[span[2]][0] += span in gold
            self.by_label[span[2]][1] += 1
            self.by_rule[rule][span in gold] += 1
        for span in gold:
            self.by_label[span[2]][2] += 1
        for start, end, label in sorted(gold ^ set(found)):
            sign = "+" if (start, end, label) in found else "-"
            around = document.text[max(0, start - 25) : end + 25].replace("\n", " ")
            self.errors.append(f"{document.id[:16]:16} {sign} {label:8} {document.text[start:end]!r} in {around!r}")

    @property
    def f1(self) -> float:
        """Micro F1 of exact (start, end, label)."""
        right, suggested, gold = (sum(counts[index] for counts in self.by_label.values()) for index in range(3))
        return 2 * right / max(1, suggested + gold)

    def __str__(self) -> str:
        lines = [f"{'label':10} {'P':>6} {'R':>6} {'F1':>6}  gold"]
        for label, (right, suggested, gold) in sorted(self.by_label.items()):
            precision, recall = right / max(1, suggested), right / max(1, gold)
            lines.append(
                f"{label:10} {precision:6.3f} {recall:6.3f} {2 * right / max(1, suggested + gold):6.3f} {gold:5}"
            )
        return "\n".join([*lines, f"{'micro F1':24} {self.f1:6.3f}"])


def test_shared_gold() -> None:
    pairs = list(_shared())
    if not pairs:
        pytest.skip("the gold articles beside the project are not here")
    report = Report(pairs)
    print(report)
    assert report.f1 >= FLOOR_SHARED, f"\n{report}\n" + "\n".join(report.errors)


def test_seed_gold() -> None:
    pairs = list(_seeds())
    if not pairs:
        pytest.skip("no sample articles with gold annotation yet")
    report = Report(pairs)
    print(report)
    assert report.f1 >= FLOOR_SEEDS, f"\n{report}\n" + "\n".join(report.errors)


def main() -> None:
    """Print the reports of both sets, and the precision of every rule."""
    for name, pairs in (("shared gold", list(_shared())), ("seeds", list(_seeds()))):
        report = Report(pairs)
        print(f"== {name}: {len(pairs)} articles\n{report}")
        for rule, counts in sorted(report.by_rule.items()):
            print(f"   {rule:24} {counts[True]:4} of {counts.total():4}")
        if "--errors" in sys.argv:
            print("\n".join(report.errors))


if __name__ == "__main__":
    main()
