"""Finding words and labels over all articles: the concordance, by text, by label and in other spellings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.folding import folded, occurrences
from annotator.core.graphemes import is_spaceless
from annotator.core.text import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.core.text import Fragment
    from annotator.store.concordance import PlacedSpan, ReadText
    from annotator.store.project import Project

    Breathe = Callable[[], bool]  # called between small pieces of work; False ends it

MOST_HITS = 20_000  # more than anybody reads; the list says that there are more
CONTEXT = 90  # code points kept on either side of a hit
BATCH = 200  # hits handed over at a time
UNLABELLED = "-"  # in the place of a label: only what has none
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words, a label, or words that have a label (UNLABELLED: that have none).

    Words are found from their beginnings on, the last one may go on; `*` before them finds them inside of
    words too. `is_exact` minds case and accents, `is_whole` wants the last word whole as well,
    `has_variants` finds other spellings of a name.
    """

    text: str = ""
    label: str = ""
    is_exact: bool = False
    is_whole: bool = False
    has_variants: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip().strip("*") and self.label in ("", UNLABELLED)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a document with what stands around it, in one line.

    `label` is that of the span with just this place, of layer `layer`; `inside` is the label of another
    span that shares a character with it, "" where none does.
    """

    document: str
    title: str
    start: int
    end: int
    before: str
    text: str
    after: str
    layer: str = ""
    label: str = ""
    inside: str = ""

    @property
    def place(self) -> Fragment:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Batch:
    """Further hits, and how many documents of all that are to be read have been read."""

    hits: tuple[Hit, ...]
    read: int
    total: int
    is_cut: bool = False  # there are more hits than are shown


def concordance(project: Project, query: Query, actor: str, breathe: Breathe) -> Iterator[Batch]:
    """Hits in order of import, a batch at a time; ends early where `breathe` says so."""
    if query.is_blank:
        return
    find, ids = _finder(project, query, actor, breathe)
    yield from _batches(project, ids, actor, lambda one: _wanted(find(one), one, query), breathe)


def in_documents(
    project: Project,
    ids: Sequence[str],
    actor: str,
    text: str,
    layer: str,
    breathe: Breathe,
    *,
    is_bare: Callable[[str, Fragment], bool],
) -> Iterator[Batch]:
    """Every place of exactly that text in these documents, with what one layer has there.

    Where it has nothing `is_bare` says by document and place whether the place is one of them.
    """

    def find(one: ReadText) -> Iterator[Hit]:
        spans = [span for span in one.spans if span.layer == layer]
        exact = {span.fragments[0] for span in spans if len(span.fragments) == 1}
        index = _Index(spans)
        for start, end in places_of(one.text, text):
            is_free = (start, end) not in exact and index.over(start, end) is None
            if (start, end) in exact or (is_free and is_bare(one.document, (start, end))):
                yield _hit(one, start, end, index)

    yield from _batches(project, ids, actor, find, breathe)


def labelled_anew(one: ReadText, hits: Iterable[Hit]) -> list[Hit]:
    """Hits in a text as they stand with the labels that it has now."""
    index = _Index(one.spans)
    return [_hit(one, hit.start, hit.end, index, layer=hit.layer) for hit in hits]


def by_document(hits: Iterable[Hit]) -> dict[str, tuple[Fragment, ...]]:
    """The places of the hits by document, each once, in their order."""
    places: dict[str, dict[Fragment, None]] = {}
    for hit in hits:
        places.setdefault(hit.document, {})[hit.place] = None
    return {document: tuple(found) for document, found in places.items()}


def places_of(text: str, words: str) -> list[Fragment]:
    """Where exactly these words stand, not inside of other words."""
    return occurrences(text, words, is_exact=True, is_whole=words[:1].isalnum() and words[-1:].isalnum())


def _batches(
    project: Project, ids: Sequence[str], actor: str, find: Callable[[ReadText], Iterable[Hit]], breathe: Breathe
) -> Iterator[Batch]:
    hits: list[Hit] = []
    count = read = 0
    for read, one in enumerate(project.texts(ids, actor), start=1):
        for hit in find(one):
            hits.append(hit)
            count += 1
            if count >= MOST_HITS:
                yield Batch(tuple(hits), read, len(ids), is_cut=True)
                return
        if not breathe():
            return
        if len(hits) >= BATCH or (hits and count == len(hits)):
            yield Batch(tuple(hits), read, len(ids))
            hits = []
    yield Batch(tuple(hits), read, len(ids))


def _finder(
    project: Project, query: Query, actor: str, breathe: Breathe
) -> tuple[Callable[[ReadText], Iterable[Hit]], list[str]]:
    """What finds the hits in one text, and the documents to read."""
    text = query.text.strip()
    if not text.strip("*"):
        return lambda one: _labelled(one, query.label), project.with_label(query.label, actor)
    inside = text.startswith("*")
    text = text.strip("*").strip()
    # The index has no signs, and no words of scripts that set none apart.
    inside = inside or not any(map(str.isalnum, text)) or is_spaceless(text)
    ids = project.document_ids() if inside else project.search(_searchable(text, is_whole=query.is_whole))

    def places(one: ReadText) -> list[Fragment]:
        fold = None if query.is_exact else folded(one.text)
        found = occurrences(one.text, text, is_exact=query.is_exact, is_whole=query.is_whole, fold=fold)
        if not inside and text[0].isalnum():
            found = [place for place in found if _begins_word(one.text, place[0])]
        return found

    find = places
    if query.has_variants:
        # lazy: the tables of the suggester come with it, and few concordances ask for spellings
        from annotator.services.spellings import Spellings

        spellings = Spellings(text)
        wanted = {*ids, *spellings.documents(project, breathe)}
        ids = [id for id in project.document_ids() if id in wanted]

        def find(one: ReadText) -> list[Fragment]:
            return _both(list(spellings.places(one.text)), places(one))

    if query.label not in ("", UNLABELLED):
        labelled = set(project.with_label(query.label, actor))
        ids = [id for id in ids if id in labelled]
    return lambda one: _placed(one, find(one), query.label), ids


def _both(spelled: Sequence[Fragment], typed: Iterable[Fragment]) -> list[Fragment]:
    """Places of other spellings, and of words as they were typed where none of those is."""
    starts = [start for start, _ in spelled]
    before = ((one, bisect_left(starts, one[1])) for one in typed)
    return sorted([*spelled, *(one for one, number in before if not number or spelled[number - 1][1] <= one[0])])


def _begins_word(text: str, start: int) -> bool:
    """Whether no letter stands before that place; a soft hyphen is none, and parts no words."""
    while start and text[start - 1] == SOFT_HYPHEN:
        start -= 1
    return start == 0 or not text[start - 1].isalnum()


def _searchable(text: str, *, is_whole: bool) -> str:
    plain = text.replace('"', " ")
    return f'"{plain}"' if is_whole else plain


def _wanted(hits: Iterable[Hit], one: ReadText, query: Query) -> Iterator[Hit]:
    if not query.text.strip().strip("*"):
        yield from hits
        return
    for hit in hits:
        if query.label == UNLABELLED:
            if not hit.label and not hit.inside:
                yield hit
        elif not query.label or query.label in (hit.label, hit.inside):
            yield hit


def _labelled(one: ReadText, label: str) -> Iterator[Hit]:
    index = _Index(one.spans)
    for span in one.spans:
        if span.label == label:
            start, end = span.fragments[0][0], span.fragments[-1][1]
            yield _hit(one, start, end, index, own=span)


def _placed(one: ReadText, places: Iterable[Fragment], label: str) -> Iterator[Hit]:
    """The places with their labels, where several stand there with the one asked for."""
    index = _Index(one.spans)
    for start, end in places:
        yield _hit(one, start, end, index, label=label)


class _Index:
    """The spans of one text by place; a text in passing seldom has many."""

    def __init__(self, spans: Iterable[PlacedSpan]) -> None:
        rows = sorted((start, end, number) for number, span in enumerate(spans) for start, end in span.fragments)
        self._starts = [row[0] for row in rows]
        self._rows = rows
        self._spans = list(spans)
        self._longest = max((end - start for start, end, _ in rows), default=0)

    def over(self, start: int, end: int, *, label: str = "", layer: str = "") -> PlacedSpan | None:
        """A span that shares a character with [start, end): of that label, of just that place, of that layer first."""
        found, best = None, (False, False, False, False)
        first = bisect_left(self._starts, start - self._longest)
        for _, row_end, number in self._rows[first : bisect_left(self._starts, end)]:
            if row_end > start:
                span = self._spans[number]
                rank = (
                    span.label == label,
                    _reach(span) == (start, end),
                    span.layer == layer,
                    len(span.fragments) == 1,
                )
                if found is None or rank > best:
                    found, best = span, rank
        return found


def _reach(span: PlacedSpan) -> Fragment:
    """From where a span begins to where it ends, in however many fragments."""
    return span.fragments[0][0], span.fragments[-1][1]


def _hit(
    one: ReadText,
    start: int,
    end: int,
    index: _Index,
    *,
    own: PlacedSpan | None = None,
    label: str = "",
    layer: str = "",
) -> Hit:
    text = one.text
    span = own or index.over(start, end, label=label, layer=layer)
    is_own = span is not None and _reach(span) == (start, end)
    return Hit(
        one.document, one.title, start, end,
        _flat(text[max(0, start - CONTEXT) : start]), _flat(text[start:end]), _flat(text[end : end + CONTEXT]),
        layer=span.layer if span is not None else "",
        label=span.label if span is not None and is_own else "",
        inside=span.label if span is not None and not is_own else "",
    )  # fmt: skip


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text)
