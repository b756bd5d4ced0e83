"""Small hand-made records for tests: a scheme, a tokenizer of words, documents and suggestions."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from annotator.core.document import Document
from annotator.core.scheme import Attribute, Colour, Label, Layer, Role, Scheme
from annotator.core.span import Argument
from annotator.core.state import DocumentState, apply
from annotator.core.suggestion import Provenance, Suggestion, suggestion_id
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.decision import Operation

COLOUR = Colour("#2f6f6a", "#7fc8c1")
TEXT = "IS viel dinsdag Deir al-Zor aan. Volgens Belga rukken troepen op naar Raqqa, zegt Belga."


def label(layer: str, name: str, key: str) -> Label:
    return Label(layer, name, key, COLOUR, {"nl": name.title(), "en": name.title()}, {"nl": "", "en": ""})


SCHEME = Scheme(
    name="small",
    version=1,
    language="nl",
    names={"nl": "klein", "en": "small"},
    layers=(Layer("entities", "flat", False, {}), Layer("events", "overlapping", True, {})),
    labels=(
        label("entities", "ORG", "o"),
        label("entities", "GPE", "g"),
        label("entities", "DATE", "d"),
        label("events", "ATTACK", "a"),
        label("events", "ADVANCE", "v"),
    ),
    roles=(
        Role("events", "AGENT", "g", ("ORG", "GPE"), (), {}, {}),
        Role("events", "PLACE", "p", ("GPE",), (), {}, {}),
        Role("events", "TARGET", "t", ("ORG", "GPE"), ("ATTACK",), {}, {}),
    ),
    attributes=(Attribute("events", "factuality", "f", ("ASSERTED", "REPORTED", "NEGATED"), "ASSERTED", {}, {}, {}),),
)


def words(text: str) -> Tokens:
    """Runs of letters and digits, and every other visible character by itself."""
    return Tokens(tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text)))


def document(text: str = TEXT, *, id: str = "d1") -> Document:
    tokens = words(text)
    return Document(id, text[:30], text, sha256_of(text), tokens, sentences_of(text, tokens))


def at(text: str, part: str, *, nth: int = 0) -> tuple[int, int]:
    """The range of the nth occurrence of `part`."""
    position = -1
    for _ in range(nth + 1):
        position = text.index(part, position + 1)
    return position, position + len(part)


def suggestion(
    doc: Document,
    layer: str,
    name: str,
    *parts: tuple[int, int],
    score: float = 0.9,
    arguments: tuple[Argument, ...] = (),
) -> Suggestion:
    return Suggestion(
        id=suggestion_id(doc.sha256, layer, name, parts),
        layer=layer,
        label=name,
        fragments=parts,
        score=score,
        provenance=Provenance("rules", "1", "test"),
        is_event=layer == "events",
        arguments=arguments,
    )


def state(*suggestions: Suggestion, doc: Document | None = None) -> DocumentState:
    return DocumentState(doc or document(), {one.id: one for one in suggestions})


def replay(state: DocumentState, operations: Iterable[Operation]) -> DocumentState:
    """The state after all operations of one annotator's log, one after the other."""
    for operation in operations:
        state = apply(state, operation.decisions)
    return state


def ids() -> object:
    """A maker of ids n1, n2, …"""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"
