"""Reads Prodigy JSONL: one task a line with tokens, spans and relations, and the answer that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.decision import STATUSES, Verdict
from annotator.formats import columns, foreign, limits, mapped_layers, offsets
from annotator.formats.json_fields import Fields
from annotator.formats.records import ANY_LAYER, Carried, ExportOptions, ImportedDocument, Relation, carried_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from annotator.core.span import Span

ANSWERS = ("accept", "reject", "ignore")
_KNOWN = {"id", "title", "meta", "tokens", "spans", "relations", "answer", "annotator", "status", "comments"}
_SPAN_KEYS = (
    "start",
    "end",
    "token_start",
    "token_end",
    "source",
    "rank",
    "input_hash",
    "pattern",
    "priority",
    "color",
)
_OF_DOCUMENTS = ("label", "accept", "cats")
NOTE_CLASSES = "labels of whole documents are kept in meta, of the first record of each text"
_BINARY_VIEWS = ("ner", "spans", "binary", "classification")


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """One document a line; a rejected span of a yes-or-no task becomes a rejected suggestion.

    Offsets are code points, or UTF-16 units where tokens and covered texts say so; `token_start` and
    `token_end` (inclusive) are held against the tokens. Raises KnownError A001, A201 to A204, A206, A208.
    """
    for where, value in foreign.values(path, options):
        yield _Task(Fields(value, where=where), options).document()


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the file says of each span, read from the file alone."""
    return carried_in(read(out, {}))


class _Place(NamedTuple):
    """Where a span lies in the file's own units, with its label: what relations name spans by."""

    start: int
    end: int
    label: str | None


class _Task:
    """One line of the file, being read."""

    def __init__(self, fields: Fields, options: Mapping[str, Any]) -> None:
        self._fields = fields
        self._options = options
        key = columns.text_column(fields.value, options, where=fields.where)
        text = fields.long_string(key)
        if text is None:
            raise fields.refusal("A202", key, "is null")
        self._text = text
        self._known = _KNOWN | {key}
        answer = fields.string("answer")
        if answer is not None and answer not in ANSWERS:
            raise fields.refusal("A202", "answer", f"{answer!r:.40} is none of {', '.join(ANSWERS)}")
        self._answer = answer
        self._tokens = self._read_tokens()
        self._objects = [one for one in fields.objects("spans") if self._is_labelled(one)]
        self._places = [self._place(one) for one in self._objects]

    def document(self) -> ImportedDocument:
        """The record of this task."""
        fields = self._fields
        status = fields.string("status")
        if status is not None and status not in STATUSES:
            raise fields.refusal("A202", "status", f"{status!r:.40} is none of {', '.join(STATUSES)}")
        spans, relations, rejected = self._annotations(is_ours=status is not None)
        if status is None and self._answer == "ignore":
            status = "skipped"
        elif status is None and self._answer == "accept" and not self._is_binary():
            status = "done"
        return ImportedDocument(
            text=self._text,
            where=fields.where,
            id=fields.identifier("id"),
            title=fields.string("title"),
            meta=self._meta(),
            annotator=fields.string("annotator") or fields.string("_annotator_id"),
            status=None if self._answer == "reject" else status,
            spans=spans,
            rejected=rejected,
            comments=foreign.comments_of(fields),
            relations=relations,
        )

    def _annotations(self, *, is_ours: bool) -> tuple[tuple[Span, ...], tuple[Relation, ...], tuple[Verdict, ...]]:
        """Spans, relations and rejections, as the answer has them."""
        ids, fragments = self._ids_and_fragments()
        made = [
            foreign.span_of(one, id=id, label=place.label or "", fragments=(fragment,), score=one.number("score"))
            for one, place, id, fragment in zip(self._objects, self._places, ids, fragments, strict=True)
        ]
        if self._answer == "reject":
            return (), (), self._rejected(made)
        if self._answer == "ignore" and not is_ours:
            if made:
                mapped_layers.note(self._options, "spans of tasks that were ignored are left out")
            return (), (), ()
        return tuple(made), tuple(self._relations(ids)), ()

    def _rejected(self, spans: list[Span]) -> tuple[Verdict, ...]:
        if len(spans) > 1:
            # It says that something is wrong with them together, not what.
            mapped_layers.note(self._options, "tasks rejected with several spans tell nothing of each: spans left out")
            return ()
        (one,) = self._objects or (None,)
        return tuple(
            Verdict(
                "rejected",
                span.layer or ANY_LAYER,
                span.label,
                span.fragments,
                span.score or 0.0,
                (one.string("source") if one else None) or "prodigy",
            )
            for span in spans
        )

    def _is_binary(self) -> bool:
        """Whether the task was a question about one span, which says nothing of the rest of the text."""
        return self._fields.value.get("_is_binary") is True or self._fields.value.get("_view_id") in _BINARY_VIEWS

    def _is_labelled(self, one: Fields) -> bool:
        foreign.note_unknown(one, _SPAN_KEYS, self._options)
        if one.value.get("label") is None:
            mapped_layers.note(self._options, "spans without a label are left out")
            return False
        return True

    def _place(self, one: Fields) -> _Place:
        if self._tokens and "start" not in one.value and "token_start" in one.value:
            begin, end = self._token(one, "token_start").start, self._token(one, "token_end").end
            return _Place(begin, end, one.required("label"))
        place = _Place(foreign.offset(one, "start"), foreign.offset(one, "end"), one.required("label"))
        if "token_start" in one.value and "token_end" in one.value and self._tokens:
            first, last = foreign.offset(one, "token_start"), foreign.offset(one, "token_end")
            if not 0 <= first <= last < len(self._tokens):
                raise one.refusal("A204", "token_start", f"tokens {first} to {last} are not there")
            if (self._tokens[first].start, self._tokens[last].end) != place[:2]:
                raise one.refusal(
                    "A204",
                    "token_start",
                    f"tokens {first} to {last} lie elsewhere than [{place.start}, {place.end})",
                    "the last token counts in: mend offsets or tokens",
                )
        return place

    def _token(self, one: Fields, name: str) -> _Place:
        number = foreign.offset(one, name)
        if not 0 <= number < len(self._tokens):
            raise one.refusal("A204", name, f"token {number} is not there")
        return self._tokens[number]

    def _read_tokens(self) -> list[_Place]:
        """The tokens by place; ids are their positions (A208)."""
        found = []
        for position, one in enumerate(self._fields.objects("tokens", most=limits.TEXT_CHARACTERS)):
            if one.value.get("id", position) != position or type(one.value.get("id", position)) is not int:
                raise one.refusal("A208", "id", f"should be {position}, is {one.value['id']!r:.40}")
            found.append(_Place(foreign.offset(one, "start"), foreign.offset(one, "end"), one.long_string("text")))
        return found

    def _ids_and_fragments(self) -> tuple[list[str], list[tuple[int, int]]]:
        where = self._fields.where
        claims = [
            offsets.Claim(((token.start, token.end),), token.label, f"{where}, tokens[{number}]")
            for number, token in enumerate(self._tokens)
            if token.start < token.end  # tokens of nothing do no harm
        ]
        claims += [
            offsets.Claim(((place.start, place.end),), one.long_string("text"), f"{where}, {one.path}")
            for one, place in zip(self._objects, self._places, strict=True)
        ]
        settled = offsets.settle(self._text, claims, options=self._options)
        given = [one.identifier("id") for one in self._objects]
        known = [id for id in given if id is not None]
        if len(set(known)) != len(known):
            raise self._fields.refusal("A208", "spans", "an id is used twice in this task")
        ids = foreign.Ids(given)
        taken = [ids.take(one) for one in given]
        return taken, [one[0] for one in settled[len(settled) - len(self._objects) :]]

    def _relations(self, ids: list[str]) -> Iterator[Relation]:
        """Arrows between spans; Prodigy names a span by its last token, and repeats its place."""
        by_id = dict(zip((one.identifier("id") for one in self._objects), ids, strict=True))
        by_place = {place: id for place, id in zip(reversed(self._places), reversed(ids), strict=True)}  # noqa: C416
        by_end = {place.end: id for place, id in zip(reversed(self._places), reversed(ids), strict=True)}
        for one in self._fields.objects("relations"):
            label = one.string("label")
            ends = []
            for side in ("head", "child"):
                token = foreign.offset(one, side)
                if self._tokens and not 0 <= token < len(self._tokens):
                    raise one.refusal("A208", side, f"token {token} is not there")
                found = None
                if isinstance(one.value.get(f"{side}_span"), dict):
                    named = Fields(one.value[f"{side}_span"], where=one.where, path=f"{one.path}.{side}_span")
                    place = _Place(foreign.offset(named, "start"), foreign.offset(named, "end"), named.string("label"))
                    found = by_id.get(named.identifier("id")) if "id" in named.value else by_place.get(place)
                elif self._tokens:
                    found = by_end.get(self._tokens[token].end)
                ends.append(found)
            if label and ends[0] is not None and ends[1] is not None:
                yield Relation(label, ends[0], ends[1])
            else:
                mapped_layers.note(self._options, "relations between words that are no labelled spans are left out")

    def _meta(self) -> dict[str, Any]:
        value = self._fields.value.get("meta")
        meta: dict[str, Any] = dict(value) if isinstance(value, dict) else {} if value is None else {"meta": value}
        for key in self._fields.unknown(self._known):
            if not key.startswith("_"):
                meta.setdefault(key, self._fields.value[key])
                if key in _OF_DOCUMENTS:
                    mapped_layers.note(self._options, NOTE_CLASSES)
                    # With the answer: a label that was rejected would else look like one that holds.
                    meta.setdefault("answer", self._answer)
        return meta
