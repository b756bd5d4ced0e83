"""The corpora that benchmarks measure on, as documents of the project's own kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from annotator.core.document import Document
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens
from tests.marked import read_marked

CONLL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "conll2002"
Spans = list[tuple[tuple[tuple[int, int], ...], str]]


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its right spans as (fragments, label)."""

    document: Document
    spans: Spans

    def first_sentences(self, count: int) -> Article:
        """The article cut after so many sentences, its text unchanged."""
        kept = self.document.sentences[:count]
        end = self.document.tokens.ends[kept[-1][1] - 1]
        old = self.document
        shorter = Document(old.id, old.title, old.text, old.sha256, old.tokens, kept)
        return Article(shorter, [one for one in self.spans if one[0][-1][1] <= end])


def read_conll(path: Path) -> list[Article]:
    """The articles of a CoNLL-2002 file, tokens as given, one sentence a line."""
    articles: list[Article] = []
    sentences: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").split("\n"), "", "-DOCSTART-"]:
        columns = line.split()
        if columns and columns[0] != "-DOCSTART-":
            sentence.append((columns[0], columns[-1]))
            continue
        if sentence:
            sentences.append(sentence)
            sentence = []
        if columns and sentences:
            articles.append(_article(f"{path.name}-{len(articles)}", sentences))
            sentences = []
    return articles


def _article(name: str, sentences: list[list[tuple[str, str]]]) -> Article:
    text, ranges, bounds = "", [], []
    spans: Spans = []
    for sentence in sentences:
        first = len(ranges)
        for word, tag in sentence:
            start = len(text)
            ranges.append((start, start + len(word)))
            text += word + " "
            head, _, label = tag.partition("-")
            if head == "I" and spans and spans[-1][1] == label and spans[-1][0][0][1] == start - 1:
                spans[-1] = (((spans[-1][0][0][0], start + len(word)),), label)
            elif head != "O":
                spans.append((((start, start + len(word)),), label))
        bounds.append((first, len(ranges)))
        text = text[:-1] + "\n"
    return Article(Document(name, name, text, sha256_of(text), Tokens(tuple(ranges)), tuple(bounds)), spans)


def first_sentences(articles: list[Article], count: int) -> list[Article]:
    """The first so many sentences of the articles, as articles."""
    kept: list[Article] = []
    left = count
    for article in articles:
        if left <= 0:
            break
        kept.append(article.first_sentences(left) if len(article.document.sentences) > left else article)
        left -= len(article.document.sentences)
    return kept


def read_native(paths: list[Path]) -> list[dict]:
    """The documents of native JSONL files, and of files and folders of marked articles, as values of native JSONL."""
    found: list[dict] = []
    for path in paths:
        if path.is_dir() or path.suffix == ".txt":
            found += [read_marked(one) for one in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
        else:
            found += [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n") if line.strip()]
    return found
