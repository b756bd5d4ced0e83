"""Scripts of commands: every line is answered, in order, and refused lines do not end the script."""

from __future__ import annotations

import io
import json

from annotator.services.applying import MAX_LINE, lines_of, run_lines
from annotator.services.projects import open_session


def run(project, *lines):
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(run_lines(open_session(project, "anna"), encoded))


def test_lines_are_answered_in_order(project) -> None:
    span = {
        "do": "create_span",
        "document": "d1",
        "layer": "entities",
        "label": "ORG",
        "fragments": [[0, 2]],
        "id": "s1",
    }
    answers = run(project, span, b"  \n", {"do": "undo"}, {"do": "redo"}, {"do": "redo"})
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[0]["changed"] == [{"document": "d1", "kind": "span", "id": "s1"}]
    assert answers[0]["operation"] == next(project.operations()).id
    assert answers[3]["error"] == "A407"
    assert list(project.decided("d1", "anna").spans) == ["s1"]


def test_every_bad_line_has_its_reason(project) -> None:
    bad = [
        b"{not json",
        b'{"do": "undo", "do": "redo"}',
        b'{"do": "accept_above", "document": "d1", "threshold": NaN}',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"do": "comment", "document": "d1", "text": "' + b"x" * MAX_LINE + b'"}',
        {"do": "create_span", "document": "nowhere", "layer": "entities", "label": "ORG", "fragments": [[0, 2]]},
        {"do": "set_status", "document": "d1", "status": "perfect"},
    ]
    answers = run(project, *bad)
    assert [answer["error"] for answer in answers] == ["A401"] * 6 + ["A107", "A401"]
    assert all(answer["why"] for answer in answers)
    assert list(project.operations()) == []


def test_half_a_character_names_nothing_and_ends_no_script(project) -> None:
    places = {
        "do": "label_places",
        "document": "d1",
        "layer": "entities",
        "label": "ORG",
        "places": {"\ud800": [[0, 2]]},
    }
    answers = run(project, {"do": "set_status", "document": "\ud800", "status": "done"}, places, {"do": "undo"})
    assert [answer["error"] for answer in answers] == ["A107", "A402", "A407"]


def test_a_line_without_end_is_one_refusal_and_is_not_held_as_a_whole(project) -> None:
    endless = b"x" * (3 * MAX_LINE) + b"\n"
    just, over = b"y" * (MAX_LINE - 1) + b"\n", b"z" * MAX_LINE + b"\n"
    lines = list(lines_of(io.BytesIO(b'{"do": "undo"}\n' + endless + just + over + b'{"do": "redo"}')))
    assert [len(line) for line in lines] == [15, MAX_LINE + 1, MAX_LINE, MAX_LINE + 1, 14]
    answers = run(project, *lines)
    assert [one["error"] for one in answers] == ["A407", "A401", "A401", "A401", "A407"]


def test_the_last_line_may_be_too_long_and_have_no_end() -> None:
    assert [len(line) for line in lines_of(io.BytesIO(b"x" * (2 * MAX_LINE)))] == [MAX_LINE + 1]
    assert list(lines_of(io.BytesIO(b""))) == []
