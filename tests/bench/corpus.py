"""Projects for measurements: many short articles, and single ones of chosen length with chosen numbers of spans."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from annotator.core.decision import Decision, Operation, Status
from annotator.core.document import Document
from annotator.core.span import Span
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of
from annotator.services.schemes import load_builtin
from annotator.services.session import new_id
from annotator.store.project import Project

ACTOR = "anna"
LARGE = 64  # articles of 200 spans in a project of many
OTHER = "bram"
AT = "2026-01-05T09:00:00.000Z"
NAMES = (
    ("GPE", "Deir al-Zor"), ("GPE", "Raqqa"), ("GPE", "Deir ez-Zor"), ("ORG", "Belga"), ("ORG", "Iraakse leger"),
    ("PERSON", "Karel Smeets"), ("GPE", "Tal Afar"), ("NORP", "Syrische"), ("LOC", "Eufraat"), ("DATE", "dinsdag"),
)  # fmt: skip
_PLAIN = (
    "de het een troepen rukten langzaam op naar stad volgens bronnen meldt zegt woordvoerder aanval burgers vluchtten "
    "noorden regering gisteren strijders gebied luchtaanval doden gewonden bezetten verlieten omsingelden weg brug "
    "dorp grens ziekenhuis konvooi soldaten na bij uit over tegen zonder terwijl hevige gevechten tientallen meer"
)
PLAIN = _PLAIN.split()


def article(
    id: str, words: int, *, seed: int, spans_every: int = 12, paragraphs: int = 5
) -> tuple[Document, list[tuple[str, int, int]]]:
    """An article of so many words, a name at each `spans_every`th; with (label, start, end) of the names."""
    chance = random.Random(seed)
    pieces: list[str] = []
    names: list[tuple[str, int, int]] = []
    tokens: list[tuple[int, int]] = []
    position = 0
    per_paragraph = max(1, words // paragraphs)
    since = 0
    for number in range(words):
        label, text = chance.choice(NAMES) if number % spans_every == spans_every // 2 else ("", chance.choice(PLAIN))
        since += 1
        is_end = since > 8 and chance.random() < 0.12
        if label:
            names.append((label, position, position + len(text)))
        for part in text.split(" "):
            tokens.append((position, position + len(part)))
            position += len(part) + 1
        position -= 1
        pieces.append(text)
        if is_end:
            pieces.append(".")
            tokens.append((position, position + 1))
            position += 1
            since = 0
        gap = "\n\n" if paragraphs > 1 and number and number % per_paragraph == 0 else " "
        pieces.append(gap)
        position += len(gap)
    text = "".join(pieces)
    made = Tokens(tuple(tokens))
    meta = {"date": f"{2013 + seed % 7}-{1 + seed % 12:02d}-{1 + seed % 28:02d}", "source": ("Belga", "ANP")[seed % 2]}
    return Document(id, text[:60].strip(), text, sha256_of(text), made, sentences_of(text, made), (), meta), names


def long_article(
    id: str, characters: int, spans: int, *, is_one_paragraph: bool
) -> tuple[Document, list[tuple[str, int, int]]]:
    """An article of about that many characters holding at least that many names."""
    words = round(characters / 6.8)
    paragraphs = 1 if is_one_paragraph else max(2, words // 90)
    return article(id, words, seed=7, spans_every=max(2, words // spans), paragraphs=paragraphs)


def proposals(document: Document, names: list[tuple[str, int, int]]) -> list[Suggestion]:
    """An open suggestion at each name."""
    return [
        Suggestion(
            suggestion_id(document.sha256, "entities", label, ((start, end),)), "entities", label, ((start, end),),
            0.9, Provenance("rules", "1", "bench"),
        )
        for label, start, end in names
    ]  # fmt: skip


def spans_of(
    document: str, names: list[tuple[str, int, int]], *, kind: str = "create_span", actor: str = ACTOR
) -> Operation:
    """One operation that makes a span at each name."""
    made = [Span(new_id(), "entities", label, ((start, end),)) for label, start, end in names]
    return operation(
        document, [Decision(document, "span", span.id, None, span) for span in made], kind=kind, actor=actor
    )


def operation(document: str, decisions: list[Decision], *, kind: str, actor: str = ACTOR) -> Operation:
    """A draft for the log."""
    return Operation(
        id=new_id(), replica="", actor=actor, sequence=0, kind=kind, document=document, at=AT,
        decisions=tuple(decisions), elapsed_ms=1_000, scheme_version=1,
    )  # fmt: skip


def empty(path: Path) -> Project:
    """A new project on conflict-nl."""
    scheme = load_builtin("conflict-nl")
    return Project.create(
        path, scheme=scheme.source, scheme_name=scheme.name, scheme_version=scheme.version,
        tokenizer={"name": "bench"}, tokenizer_hash="0" * 64,
    )  # fmt: skip


def many(path: Path, documents: int, *, words: int = 110) -> Project:
    """A project of many short articles: a fifth labelled and done, some by two, suggestions on all."""
    project = empty(path)
    drafts: list[Operation] = []
    suggested: list[tuple[str, list[Suggestion]]] = []

    def each() -> Iterator[Document]:
        for number in range(documents):
            document, names = article(f"a{number:06d}", words, seed=number, spans_every=20, paragraphs=3)
            suggested.append((document.id, proposals(document, names)))
            if number % 5 == 0:
                drafts.append(spans_of(document.id, names))
                status = "flagged" if number % 100 == 0 else "done"
                drafts.append(_status(document.id, status))
            if number % 50 == 0:
                drafts.append(spans_of(document.id, names[number % 3 :], actor=OTHER))
            yield document

    with project.transaction():
        project.add_documents(each())
        for id, found in suggested:
            project.put_suggestions(id, found, run={"suggesters": ["bench"]})
        project.append_many(drafts)
    add_large(project)
    project.checkpoint()
    return project


def add_large(project: Project) -> None:
    """Adds LARGE articles of 200 spans each, one after the other in the list."""
    made = [article(f"b{number:03d}", 2_400, seed=1_000_000 + number, paragraphs=24) for number in range(LARGE)]
    with project.transaction():
        project.add_documents(document for document, _ in made)
        project.append_many([spans_of(document.id, names) for document, names in made])
        for document, _ in made:
            project.put_suggestions(document.id, [], run={"suggesters": ["bench"]})


def long_one(path: Path, characters: int, spans: int, *, is_one_paragraph: bool) -> Project:
    """A project of one long article with so many spans, and an open suggestion at each further name."""
    project = empty(path)
    document, names = long_article("long", characters, round(spans * 1.15), is_one_paragraph=is_one_paragraph)
    every = max(2, len(names) // max(1, len(names) - spans))  # suggestions lie among the spans
    decided = [name for number, name in enumerate(names) if number % every][:spans]
    with project.transaction():
        project.add_documents([document])
        project.append_many([spans_of("long", decided)])
        project.put_suggestions("long", proposals(document, [one for one in names if one not in set(decided)]), run={})
    return project


def news(path: Path) -> Project:
    """A project of one news article: 600 words, some fifty names, two thirds of them suggestions."""
    project = empty(path)
    document, names = article("long", 600, seed=3, paragraphs=9)
    with project.transaction():
        project.add_documents([document])
        project.append_many([spans_of("long", names[::3])])
        rest = [name for number, name in enumerate(names) if number % 3]
        project.put_suggestions("long", proposals(document, rest), run={})
    return project


def _status(document: str, value: str) -> Operation:
    decision = Decision(document, "status", "", Status("todo"), Status(value))
    return operation(document, [decision], kind="set_status")
