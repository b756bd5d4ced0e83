"""Figures of the event suggester on adjudicated articles, with floors: triggers, types, factuality, roles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from annotator.core.document import Document
from annotator.core.header import find_regions
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.nlp.worker.events import suggest_events
from annotator.nlp.worker.tokenizer import SETTINGS, make_tokenizer, token_ranges

Place = tuple[int, int]


@dataclass
class Gold:
    """An article with its entities as suggestions and its events as (first fragment, type, factuality, roles)."""

    document: Document
    entities: list[Suggestion]
    events: list[tuple[Place, str, str, set[tuple[str, Place]]]]


@dataclass
class Figures:
    """Counts of right, suggested and gold triggers, in all and per type, and of what hangs on matched ones."""

    right: Counter[str] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    factual: int = 0
    roles: Counter[str] = field(default_factory=Counter)

    def f1(self, kind: str | None = None) -> float:
        kinds = [kind] if kind else list(self.gold | self.suggested)
        right = sum(self.right[one] for one in kinds)
        total = sum(self.suggested[one] + self.gold[one] for one in kinds)
        return 2 * right / total if total else 0.0

    @property
    def matched(self) -> int:
        return sum(self.right.values())

    @property
    def exact_f1(self) -> float:
        return 2 * self.exact / (sum(self.suggested.values()) + sum(self.gold.values()))

    @property
    def role_f1(self) -> float:
        return 2 * self.roles["right"] / (self.roles["suggested"] + self.roles["gold"])

    @property
    def factuality(self) -> float:
        return self.factual / self.matched

    def report(self) -> str:
        lines = [
            f"triggers (start, type) F1 {self.f1():.3f} · exact {self.exact_f1:.3f} · "
            f"factuality {self.factuality:.3f} · roles F1 {self.role_f1:.3f} · {sum(self.gold.values())} events"
        ]
        for kind in sorted(self.gold | self.suggested):
            precision = self.right[kind] / max(1, self.suggested[kind])
            recall = self.right[kind] / max(1, self.gold[kind])
            lines.append(f"  {kind:13} P {precision:.2f} R {recall:.2f} F1 {self.f1(kind):.2f} n {self.gold[kind]}")
        return "\n".join(lines)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return make_tokenizer(SETTINGS)


def document_of(text: str, tokenizer: Any) -> Document:
    tokens = Tokens(tuple(token_ranges(tokenizer, text)))
    return Document(
        "d", "", text, sha256_of(text), tokens, sentences_of(text, tokens), tuple(find_regions(text))
    )  # fmt: skip


def entity(document: Document, label: str, place: Place) -> Suggestion:
    identifier = suggestion_id(document.sha256, "entities", label, (place,))
    return Suggestion(identifier, "entities", label, (place,), 1.0, Provenance("gold", "1"))


def adjudicated(shared: Path, tokenizer: Any) -> Iterator[Gold]:
    for path in sorted((shared / "gold").glob("*.json")):
        source = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "seeds" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        document = document_of(text, tokenizer)
        entities = [entity(document, e["label"], (e["start"], e["end"])) for e in source["entities"]]
        events = [
            (
                (e["start"], e["end"]), e["type"], e["factuality"],
                {(r["role"], (r["start"], r["end"])) for r in e["roles"]},
            )
            for e in source["events"]
        ]  # fmt: skip
        yield Gold(document, entities, events)


def samples(root: Path, tokenizer: Any) -> Iterator[Gold]:
    for path in sorted((root / "seeds" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line.strip():
                continue
            source = json.loads(line)
            document = document_of(source["text"], tokenizer)
            places = {span["id"]: tuple(span["fragments"][0]) for span in source["spans"]}
            entities = [entity(document, span["label"], places[span["id"]]) for span in source["spans"]]
            events = [
                (
                    tuple(event["fragments"][0]), event["type"], event["attributes"]["factuality"],
                    {(a["role"], places[a["span"]]) for a in event["arguments"] if a["span"] in places},
                )
                for event in source["events"]
            ]  # fmt: skip
            yield Gold(document, entities, events)


def measure(articles: Iterator[Gold]) -> Figures:
    figures = Figures()
    for article in articles:
        places = {one.id: one.fragments[0] for one in article.entities}
        suggested = {
            (event.fragments[0][0], event.label): event for event in suggest_events(article.document, article.entities)
        }
        figures.suggested.update(kind for _, kind in suggested)
        for place, kind, factuality, roles in article.events:
            figures.gold[kind] += 1
            event = suggested.get((place[0], kind))
            if event is None:
                continue
            figures.right[kind] += 1
            figures.exact += event.fragments[0] == place
            figures.factual += event.attributes["factuality"] == factuality
            filled = {(argument.role, places[argument.span]) for argument in event.arguments}
            figures.roles.update(right=len(filled & roles), suggested=len(filled), gold=len(roles))
    return figures


def test_events_of_the_adjudicated_articles(shared: Path, tokenizer: Any) -> None:
    figures = measure(adjudicated(shared, tokenizer))
    print(figures.report())
    assert figures.f1() >= 0.60
    assert figures.exact_f1 >= 0.60
    assert figures.factuality >= 0.80
    assert figures.role_f1 >= 0.60


def test_events_of_the_sample_articles(root: Path, tokenizer: Any) -> None:
    if not (root / "seeds" / "gold").is_dir():
        pytest.skip("the sample articles have no gold annotation here")
    figures = measure(samples(root, tokenizer))
    print(figures.report())
    assert figures.f1() >= 0.88
    assert figures.exact_f1 >= 0.88
    assert figures.factuality >= 0.85
    assert figures.role_f1 >= 0.75
