"""A UIMA CAS as plain structures: made from a document of ours, and a document made from those of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.span import Event
from annotator.core.text import covered
from annotator.core.utf16 import Utf16
from annotator.formats import strict_json
from annotator.formats import uima_types as types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.span import Span
    from annotator.core.text import Fragments
    from annotator.formats.records import ExportedDocument

SOFA_ID = 1
BARE = ("begin", "end", "sofa")  # features that say where an annotation is, nothing else
_CHAINS = ("uima.cas.NonEmptyFSList", "uima.cas.EmptyFSList")


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a structure."""

    id: int


@dataclass(frozen=True, slots=True)
class Values:
    """Several plain values of one feature, of which nothing more is known than that they are there."""


@dataclass(slots=True)
class Structure:
    """A feature structure; `line` is its place in a file.

    A feature is a string, a number, a Ref, a list of Refs, or Values.
    """

    id: int
    type: str
    features: dict[str, Any] = field(default_factory=dict)
    line: int = 0


@dataclass(slots=True)
class Cas:
    """One text with its structures by id; offsets count UTF-16 units. `further` names other texts of the file."""

    text: str
    structures: dict[int, Structure]
    sofa: int = SOFA_ID
    further: tuple[str, ...] = ()


def elements_of(cas: Cas, named: Ref) -> object:
    """What the array or the chained list that is named holds; of another structure, the reference itself."""
    array = cas.structures[named.id]
    if array.type.endswith(("FSArray", "[]")):
        found = array.features.get("elements", ())
        return [found] if isinstance(found, Ref) else found
    if array.type not in _CHAINS:
        return [named]
    heads: list[Ref] = []
    seen: set[int] = set()
    while "head" in array.features and array.id not in seen:
        seen.add(array.id)
        heads.append(array.features["head"])
        tail = array.features.get("tail")
        array = cas.structures.get(tail.id, array) if isinstance(tail, Ref) else array
    return heads


def cas_of(document: ExportedDocument) -> Cas:
    """All that is known of the document, as structures."""
    return _Maker(document).cas


class _Maker:
    def __init__(self, document: ExportedDocument) -> None:
        self._document = document
        self._offsets = Utf16(document.text)
        self.cas = Cas(document.text, {})
        self._article()
        for first, last in document.sentences:
            if first < last:
                self._annotation(types.SENTENCE, document.tokens.starts[first], document.tokens.ends[last - 1])
        for start, end in document.tokens.ranges:
            self._annotation(types.TOKEN, start, end)
        made = {span.id: self._span(span) for span in document.spans}
        for span in document.spans:
            if isinstance(span, Event) and span.arguments:
                made[span.id].features["arguments"] = [
                    self._structure(types.ARGUMENT, role=one.role, target=Ref(made[one.span].id))
                    if one.span in made
                    else self._structure(types.ARGUMENT, role=one.role)
                    for one in span.arguments
                ]
        for verdict in document.rejected:
            self._fragmented(
                types.REJECTION,
                verdict.fragments,
                layer=verdict.layer,
                label=verdict.label,
                score=verdict.score,
                suggester=verdict.suggester,
            )
        for comment in document.comments:
            self._annotation(types.COMMENT, 0, len(document.text), text=comment.text, about=comment.about)

    def _article(self) -> None:
        document = self._document
        self._annotation(
            types.ARTICLE,
            0,
            len(document.text),
            documentId=document.id,
            title=document.title,
            annotator=document.annotator,
            status=document.status,
            sha256=document.sha256,
            meta=strict_json.dumped(dict(document.meta)),
        )

    def _span(self, span: Span) -> Structure:
        attributes = [self._structure(types.ATTRIBUTE, name=k, value=v) for k, v in span.attributes.items()]
        return self._fragmented(
            types.EVENT if isinstance(span, Event) else types.SPAN,
            span.fragments,
            id=span.id,
            layer=span.layer,
            label=span.label,
            covered=covered(self._document.text, span.fragments),
            origin=span.origin,
            suggestion=span.suggestion,
            score=span.score,
            attributes=attributes or None,
        )

    def _fragmented(self, type_name: str, fragments: Fragments, **features: object) -> Structure:
        parts: Sequence[Ref] | None = None
        if len(fragments) > 1:
            parts = [Ref(self._annotation(types.FRAGMENT, start, end).id) for start, end in fragments]
        return self._annotation(type_name, fragments[0][0], fragments[-1][1], fragments=parts, **features)

    def _annotation(self, type_name: str, start: int, end: int, **features: object) -> Structure:
        begin, until = self._offsets.to_utf16(start), self._offsets.to_utf16(end)
        made = self._structure(type_name, sofa=Ref(SOFA_ID), begin=begin, end=until, **features)
        return self.cas.structures[made.id]

    def _structure(self, type_name: str, **features: object) -> Ref:
        number = SOFA_ID + 1 + len(self.cas.structures)
        kept = {name: value for name, value in features.items() if value is not None}
        self.cas.structures[number] = Structure(number, type_name, kept)
        return Ref(number)
