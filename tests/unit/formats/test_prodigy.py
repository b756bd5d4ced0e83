"""Prodigy's JSONL as its users have it, what we write of our own, and what is refused."""

from __future__ import annotations

import json

import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument
from annotator.formats import prodigy, prodigy_writing
from annotator.formats.records import Relation
from tests.unit.formats.exported import entity, event, exported, options
from tests.unit.formats.hostile import BYTES, OFFSETS, TEXT, json_line, refused

TOKENS = [
    {"text": word, "start": start, "end": start + len(word), "id": number, "ws": True}
    for number, (word, start) in enumerate([("Het", 0), ("leger", 4), ("viel", 10), ("Raqqa", 15), ("binnen", 21)])
]
GPE = {"start": 15, "end": 20, "token_start": 3, "token_end": 3, "label": "GPE"}
TRIGGER = {"start": 10, "end": 14, "token_start": 2, "token_end": 2, "label": "CAPTURE"}
RELATION = {"head": 2, "child": 3, "head_span": TRIGGER, "child_span": GPE, "label": "PLACE"}


def read(tmp_path, *tasks, options=None):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(json_line(task) for task in tasks))
    return list(prodigy.read(path, {} if options is None else options))


def test_a_task_of_the_relations_view(tmp_path):
    (one,) = read(
        tmp_path,
        {
            "text": TEXT,
            "meta": {"source": "Belga"},
            "tokens": TOKENS,
            "spans": [TRIGGER, GPE],
            "relations": [RELATION],
            "_input_hash": 1,
            "_view_id": "relations",
            "_annotator_id": "set-anna",
            "answer": "accept",
        },
    )
    assert [(span.layer, span.label, span.fragments) for span in one.spans] == [
        ("", "CAPTURE", ((10, 14),)),
        ("", "GPE", ((15, 20),)),
    ]
    assert one.relations == (Relation("PLACE", "s1", "s2"),)
    assert (one.status, one.annotator, one.meta) == ("done", "set-anna", {"source": "Belga"})


def test_relations_that_name_tokens_alone(tmp_path):
    task = {"text": TEXT, "tokens": TOKENS, "spans": [TRIGGER, GPE]}
    told = {}
    (one,) = read(
        tmp_path,
        {**task, "relations": [{"head": 2, "child": 3, "label": "PLACE"}, {"head": 0, "child": 1, "label": "det"}]},
        options=told,
    )
    assert one.relations == (Relation("PLACE", "s1", "s2"),)
    assert any("no labelled spans" in line for line in told["notes"])


def test_answers(tmp_path):
    task = {"text": TEXT, "spans": [GPE]}
    told = {}
    accepted, binary, no, several, ignored, open_ = read(
        tmp_path,
        {**task, "answer": "accept"},
        {**task, "answer": "accept", "_is_binary": True},
        {**task, "answer": "reject", "spans": [{**GPE, "score": 0.3}]},
        {**task, "answer": "reject", "spans": [GPE, TRIGGER]},
        {**task, "answer": "ignore"},
        task,
        options=told,
    )
    assert (accepted.status, len(accepted.spans)) == ("done", 1)
    assert (binary.status, len(binary.spans)) == (None, 1)
    assert (no.spans, no.rejected) == ((), (Verdict("rejected", "", "GPE", ((15, 20),), 0.3, "prodigy"),))
    assert (several.spans, several.rejected, several.status) == ((), (), None)
    assert (ignored.spans, ignored.status) == ((), "skipped")
    assert (open_.status, len(open_.spans)) == (None, 1)
    assert len(told["notes"]) == 2


def test_utf16_offsets_are_told_by_the_tokens(tmp_path):
    told = {}
    (one,) = read(
        tmp_path,
        {
            "text": "💥 Raqqa",
            "tokens": [
                {"text": "💥", "start": 0, "end": 2, "id": 0},
                {"text": "Raqqa", "start": 3, "end": 8, "id": 1},
            ],
            "spans": [{"start": 3, "end": 8, "label": "GPE"}],
        },
        options=told,
    )
    assert one.spans[0].fragments == ((2, 7),)
    assert any("UTF-16" in line for line in told["notes"])


def test_what_is_written(tmp_path):
    document = exported(
        TEXT,
        entity("s1", "GPE", 15, 20),
        entity("s2", "ORG", 4, 8),
        event(
            "e1",
            "CAPTURE",
            (10, 14),
            arguments=[Argument("PLACE", "s1"), Argument("AGENT", "s2"), Argument("TIME", NOT_MENTIONED)],
        ),
        event("e2", "ATTACK", (10, 14), (21, 27)),
        rejected=[Verdict("rejected", "entities", "ORG", ((4, 9),), 0.4, "rules")],
        comments=[Comment("zeker?", "s1")],
    )
    out = tmp_path / "out.jsonl"
    written = prodigy_writing.write([document], out, options(document))
    task, rejection = map(json.loads, out.read_text("utf-8").splitlines())
    assert task["answer"] == "accept"
    assert task["tokens"][3] == {"text": "Raqqa", "start": 15, "end": 20, "id": 3, "ws": True}
    by_id = {span["id"]: span for span in task["spans"]}
    assert (by_id["s1"]["token_start"], by_id["s1"]["token_end"]) == (3, 3)
    assert "token_end" not in by_id["s2"]
    assert [(one["head"], one["child"], one["label"]) for one in task["relations"]] == [(2, 3, "PLACE")]
    assert by_id["e1"]["not_mentioned"] == ["TIME"]
    assert (rejection["answer"], rejection["spans"][0]["label"]) == ("reject", "ORG")
    assert [one.label for one in written.listed] == ["ATTACK"]
    assert [one.reason for one in written.lost] == ["role AGENT: trigger or filler does not end with a token"]
    assert any("off the tokens" in line for line in written.notes)
    first, second = prodigy.read(out, {})
    assert (first.id, first.annotator, first.comments) == ("d1", "anna", (Comment("zeker?", "s1"),))
    assert second.rejected == document.rejected


@pytest.mark.parametrize(("name", "data", "code"), BYTES, ids=[one[0] for one in BYTES])
def test_hostile_files_are_refused(tmp_path, name, data, code):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(json_line({"text": "goed"}) + data if name != "utf-16" else data)
    error = refused(prodigy.read, path, code)
    assert name == "utf-16" or f"{path}:2" in error.what


@pytest.mark.parametrize(("name", "start", "end"), OFFSETS, ids=[one[0] for one in OFFSETS])
def test_offsets_that_are_none_are_refused(tmp_path, name, start, end):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(json_line({"text": TEXT, "spans": [{"start": start, "end": end, "label": "GPE"}]}))
    refused(prodigy.read, path, "A204")


@pytest.mark.parametrize(
    ("task", "code"),
    [
        ({"spans": [{**GPE, "text": "Homs"}]}, "A204"),
        ({"spans": [{**GPE, "token_end": 4}]}, "A204"),
        ({"spans": [{**GPE, "token_end": 9}]}, "A204"),
        ({"tokens": [{**TOKENS[0], "text": "Het "}]}, "A204"),
        ({"tokens": [{**TOKENS[0], "id": 7}]}, "A208"),
        ({"spans": [{**GPE, "id": "x"}, {**TRIGGER, "id": "x"}]}, "A208"),
        ({"spans": [{**GPE, "label": ""}]}, "A202"),
        ({"spans": [GPE], "relations": [{"head": 2, "child": 99, "label": "x"}]}, "A208"),
        ({"spans": [GPE], "relations": [{"head": True, "child": 3, "label": "x"}]}, "A204"),
        ({"spans": {}}, "A202"),
        ({"answer": "maybe"}, "A202"),
    ],
)
def test_tasks_that_contradict_themselves_are_refused(tmp_path, task, code):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(json_line({"text": TEXT, "tokens": TOKENS, **task}))
    refused(prodigy.read, path, code)


def test_a_span_given_by_its_tokens_alone(tmp_path):
    span = {"token_start": 3, "token_end": 4, "label": "GPE"}
    (one,) = read(tmp_path, {"text": TEXT, "tokens": TOKENS, "spans": [span], "answer": "accept"})
    assert [each.fragments for each in one.spans] == [((15, 27),)]
    path = tmp_path / "in.jsonl"
    path.write_bytes(json_line({"text": TEXT, "tokens": TOKENS, "spans": [{**span, "token_end": 5}]}))
    refused(prodigy.read, path, "A204")
