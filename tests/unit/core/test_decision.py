"""Operations of very many decisions are written piece by piece, to the very text that one piece would give."""

from __future__ import annotations

import hashlib

import pytest

from annotator.core import decision
from annotator.core.decision import (
    Comment,
    Decision,
    Operation,
    Status,
    Verdict,
    canonical,
    decisions_to_json,
    list_from_canonical,
    list_text,
    operation_to_json,
    written,
)


def operation(count: int) -> Operation:
    tricky = 'a "decisions":[] in a comment, “quoted” \\ and 😀'
    decisions = [Decision(f"d{n}", "comment", f"c{n}", None, Comment(tricky, None)) for n in range(count)]
    last = Decision('"decisions":[]', "status", "", Status("todo"), Status("done"))
    return Operation(
        "o1", "r", "anna", 1, "label_places", '"decisions":[]', "2018-05-21T00:00:00.000Z", (*decisions, last)
    )


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 8, 9])
def test_pieces_give_the_same_hash(monkeypatch, count) -> None:
    monkeypatch.setattr(decision, "PIECE", 4)
    one = operation(count)
    whole = canonical(operation_to_json(one))
    assert one.digest() == hashlib.sha256(whole.encode("utf-8")).hexdigest()
    assert list_text(written(one.decisions)) == canonical(decisions_to_json(one.decisions))


def test_the_hash_of_an_operation_is_over_the_text_that_logs_have_always_been_hashed_over() -> None:
    verdict = Verdict("rejected", "entities", "GPE", ((3, 9),), 0.5, "rules")
    remark = Comment("é “😀”", "g1")
    made = Operation(
        "o1", "r1", "anna", 7, "reject", "d1", "2018-05-21T10:00:00.000Z",
        (Decision("d1", "verdict", "g1", None, verdict), Decision("d1", "comment", "c1", None, remark)),
        elapsed_ms=250, reverts=None, sources=("o0",), origin="user", scheme_version=2,
    )  # fmt: skip
    # Written out by hand: every project that is there holds hashes of this form.
    text = (
        '{"actor":"anna","at":"2018-05-21T10:00:00.000Z","decisions":['
        '["d1","verdict","g1",null,{"fragments":[[3,9]],"label":"GPE","layer":"entities",'
        '"outcome":"rejected","score":0.5,"suggester":"rules"}],'
        '["d1","comment","c1",null,{"about":"g1","text":"é “😀”"}]],'
        '"document":"d1","elapsed_ms":250,"id":"o1","kind":"reject","origin":"user","previous":"' + 64 * "0" + '",'
        '"replica":"r1","reverts":null,"scheme_version":2,"sequence":7,"sources":["o0"]}'
    )
    assert made.digest() == made.sealed().hash == hashlib.sha256(text.encode("utf-8")).hexdigest()


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_a_long_list_is_read_value_by_value(monkeypatch, count) -> None:
    monkeypatch.setattr(decision, "LONG", 0)
    values = [[n, "a,]b [“é” 😀", {"x": [None, 1.5]}] for n in range(count)]
    assert list_from_canonical(canonical(values)) == values


@pytest.mark.parametrize("text", ["[1;2]", "[1,2", "[1 2]", "[,]"])
def test_what_is_no_list_is_refused(monkeypatch, text) -> None:
    monkeypatch.setattr(decision, "LONG", 0)
    with pytest.raises(ValueError, match="Expecting"):
        list_from_canonical(text)
