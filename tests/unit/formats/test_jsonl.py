"""Native JSONL: all that was decided goes out and comes back; what is wrong is refused with file, line and field."""

from __future__ import annotations

import json

import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument, Event
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import jsonl, limits
from annotator.formats.records import ExportOptions
from tests.unit.formats.exported import entity, event, exported

TEXT = "💥 Het leger viel Deir al-Zor binnen. 👩‍👩‍👧 in Deir al-Zor vluchtten."
PLACE = (17, 28)


def read(tmp_path, *lines, raw: bytes | None = None, **options):
    path = tmp_path / "in.jsonl"
    path.write_bytes(raw if raw is not None else "\n".join(json.dumps(line) for line in lines).encode())
    return list(jsonl.read(path, options))


def refused(tmp_path, *lines, code: str, field: str = "", **options) -> str:
    with pytest.raises(KnownError) as caught:
        read(tmp_path, *lines, **options)
    assert caught.value.code == code, caught.value
    assert f"in.jsonl:{len(lines)}" in caught.value.what
    assert field in caught.value.what
    return caught.value.what


def span(**changes):
    assert TEXT[slice(*PLACE)] == "Deir al-Zor"
    return {
        "id": "s1",
        "layer": "entities",
        "label": "GPE",
        "fragments": [list(PLACE)],
        "text": "Deir al-Zor",
    } | changes


def test_a_line_has_the_keys_of_the_contract_in_order(tmp_path):
    document = exported(
        TEXT,
        entity("s1", "GPE", *PLACE),
        event(
            "e1", "CAPTURE", (12, 16), (29, 35), arguments=[Argument("PLACE", "s1"), Argument("AGENT", NOT_MENTIONED)]
        ),
        rejected=[Verdict("rejected", "entities", "ORG", ((6, 11),), 0.4, "rules")],
        comments=[Comment("zeker?", "s1")],
    )
    out = tmp_path / "out.jsonl"
    written = jsonl.write([document], out, ExportOptions())
    assert (written.files, written.listed) == ((out,), ())
    data = out.read_bytes()
    assert data.endswith(b"}\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    line = json.loads(data)
    assert list(line) == [
        "id", "title", "text", "meta", "sha256", "annotator", "status",
        "spans", "events", "tokens", "rejected", "comments",
    ]  # fmt: skip
    assert line["events"][0]["text"] == "viel … binnen"
    assert line["events"][0]["arguments"] == [{"role": "PLACE", "span": "s1"}, {"role": "AGENT", "span": None}]
    assert line["sha256"] == sha256_of(TEXT)
    (found,) = jsonl.read(out, {})
    assert found.spans == document.spans[1:] + document.spans[:1]
    assert (found.rejected, found.comments) == (document.rejected, document.comments)
    assert len(list(jsonl.check(out, ExportOptions()))) == 2


def test_every_key_but_the_text_may_be_missing(tmp_path):
    (found,) = read(tmp_path, {"text": "a\u2028b"})
    assert (found.text, found.id, found.title, found.annotator, found.status) == ("a\u2028b", None, None, None, None)
    assert not found.is_annotated


def test_unknown_keys_are_kept_in_meta(tmp_path):
    (found,) = read(tmp_path, {"text": "a", "meta": {"x": [1]}, "url": "http://x", "n": None})
    assert found.meta == {"x": [1], "url": "http://x", "n": None}
    refused(tmp_path, {"text": "a", "meta": {"url": "a"}, "url": "b"}, code="A208", field="url")


def test_the_key_of_the_text_may_be_another(tmp_path):
    (found,) = read(tmp_path, {"body": "a", "x": 1})
    assert (found.text, found.meta) == ("a", {"x": 1})
    (found,) = read(tmp_path, {"text": "kort", "lang": "b"}, text_column="lang")
    assert (found.text, found.meta) == ("b", {"text": "kort"})
    refused(tmp_path, {"text": "a"}, {"x": "b"}, code="A202", field="'x'")
    refused(tmp_path, {"text": "a"}, code="A202", field="verhaal", text_column="verhaal")


def test_spans_by_start_and_end_and_events_by_label(tmp_path):
    (found,) = read(
        tmp_path,
        {
            "text": TEXT,
            "spans": [{"start": 17, "end": 28, "label": "GPE"}, {"start": 6, "end": 11, "label": "ORG", "id": 7}],
            "events": [{"label": "CAPTURE", "start": 12, "end": 16, "arguments": [{"role": "AGENT", "span": 7}]}],
        },
    )
    place, army, capture = found.spans
    assert (place.id, place.layer, place.fragments, place.origin) == ("s1", "entities", (PLACE,), "import")
    assert army.id == "7"
    assert isinstance(capture, Event)
    assert (capture.layer, capture.label, capture.arguments) == ("events", "CAPTURE", (Argument("AGENT", "7"),))


def test_spans_may_have_both_ways_of_saying_where_and_neither_as_null(tmp_path):
    at = {"start": PLACE[0], "end": PLACE[1], "label": "GPE"}
    both, alone = {**at, "fragments": [list(PLACE)]}, {**at, "id": "s2", "fragments": None}
    apart = {"label": "X", "id": "s3", "fragments": [[6, 11], list(PLACE)], "start": 6, "end": PLACE[1]}
    (found,) = read(tmp_path, {"text": TEXT, "spans": [both, alone, apart, span(id="s4", start=None, end=None)]})
    assert [one.fragments for one in found.spans] == [(PLACE,), (PLACE,), ((6, 11), PLACE), (PLACE,)]


def test_an_id_that_is_made_is_none_that_is_given(tmp_path):
    (found,) = read(tmp_path, {"text": TEXT, "spans": [{"start": 2, "end": 5, "label": "A"}, span()]})
    assert [one.id for one in found.spans] == ["s2", "s1"]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"fragments": [[17, 27]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[17, 500]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[-1, 3]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[28, 17]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[17, 17]]}, "A204", "spans[0].fragments"),
        ({"fragments": []}, "A204", "spans[0].fragments"),
        ({"fragments": [[17, 28], [20, 25]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[17.0, 28]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[True, 28]]}, "A204", "spans[0].fragments"),
        ({"fragments": [["17", "28"]]}, "A204", "spans[0].fragments"),
        ({"fragments": [[17]]}, "A204", "spans[0].fragments"),
        ({"fragments": 17}, "A202", "spans[0].fragments"),
        ({"start": 17, "end": 27}, "A204", "spans[0].fragments"),
        ({"fragments": [[6, 11], [17, 28]], "text": None, "start": 17}, "A204", "`start` and `end`"),
        ({"text": "Deir ez-Zor"}, "A204", "“Deir al-Zor”, not “Deir ez-Zor”"),
        ({"label": ""}, "A202", "spans[0].label"),
        ({"label": None}, "A202", "spans[0].label"),
        ({"label": ["GPE"]}, "A202", "spans[0].label"),
        ({"layer": 1}, "A202", "spans[0].layer"),
        ({"id": "a b"}, "A208", "spans[0].id"),
        ({"id": ""}, "A202", "spans[0].id"),
        ({"score": 2}, "A202", "spans[0].score"),
        ({"score": True}, "A202", "spans[0].score"),
        ({"origin": "guessed"}, "A202", "spans[0].origin"),
        ({"attributes": {"a": 1}}, "A202", "spans[0].attributes.a"),
        ({"attributes": []}, "A202", "spans[0].attributes"),
    ],
)
def test_a_span_that_is_wrong_is_refused_with_its_field(tmp_path, change, code, field):
    refused(tmp_path, {"text": "ok"}, {"text": TEXT, "spans": [span(**change)]}, code=code, field=field)


def test_offsets_in_other_units_are_named(tmp_path):
    wide = [len(TEXT[:offset].encode("utf-16-le")) // 2 for offset in PLACE]
    narrow = [len(TEXT[:offset].encode()) for offset in PLACE]
    mixed = [span(fragments=[wide]), span(id="s2", fragments=[list(PLACE)])]
    assert "UTF-16" in refused(tmp_path, {"text": TEXT, "spans": mixed}, code="A204")
    assert "UTF-8 bytes" in refused(tmp_path, {"text": TEXT, "spans": [span(fragments=[narrow])]}, code="A204")


def test_offsets_in_utf16_throughout_are_converted_and_told(tmp_path):
    units = [len(TEXT[:offset].encode("utf-16-le")) // 2 for offset in range(len(TEXT) + 1)]
    wide = [units[offset] for offset in PLACE]
    both = span(id="s2", fragments=[wide], start=wide[0], end=wide[1])
    line = {"text": TEXT, "spans": [span(fragments=[wide]), both], "tokens": [wide]}
    line["rejected"] = [span(fragments=[wide])]
    path = tmp_path / "wide.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    told = {}
    (document,) = jsonl.read(path, told)
    assert document.spans[0].fragments == document.rejected[0].fragments == (tuple(PLACE),)
    assert any("UTF-16" in note for note in told["notes"])


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ({"text": 5}, "A202", "text"),
        ({"text": None}, "A202", "text"),
        ({"text": "a", "sha256": "0" * 64}, "A204", "sha256"),
        ({"text": "a", "status": "finished"}, "A202", "status"),
        ({"text": "a", "spans": {}}, "A202", "spans"),
        ({"text": "a", "spans": ["x"]}, "A202", "spans[0]"),
        ({"text": "ab", "tokens": [[0, 3]]}, "A204", "tokens"),
        ({"text": "ab", "tokens": [[1, 2], [0, 1]]}, "A204", "tokens"),
        ({"text": "ab", "tokens": ["ab"]}, "A202", "tokens"),
        ({"text": "ab", "tokens": [[0, "2"]]}, "A202", "tokens"),
        ({"text": "ab", "tokens": [["0", 2]]}, "A202", "tokens"),
        ({"text": "ab", "tokens": [[0, 1, 2]]}, "A202", "tokens"),
        ({"text": "ab", "tokens": [[0, 2.0]]}, "A202", "tokens"),
        ({"text": "ab", "comments": [{}]}, "A202", "comments[0].text"),
        ({"text": "a\u0000b"}, "A206", "text"),
        ({"text": "a", "title": "x\u0007"}, "A206", "title"),
        ({"text": "a", "rejected": [{"label": "X", "start": 0, "end": 2}]}, "A204", "rejected[0]"),
        ({"text": "a", "id": True}, "A202", "id"),
        ([1], "A202", "object"),
    ],
)
def test_a_line_that_is_wrong_is_refused_with_its_field(tmp_path, line, code, field):
    refused(tmp_path, {"text": "ok"}, line, code=code, field=field)


def test_ids_used_twice_or_pointing_nowhere_are_refused(tmp_path):
    twice = {"text": TEXT, "spans": [span(), span(label="ORG")]}
    refused(tmp_path, twice, code="A208", field="spans[1].id")
    mixed = {"text": TEXT, "spans": [span()], "events": [span(type="X", label=None)]}
    refused(tmp_path, mixed, code="A208", field="events[0].id")
    dangling = span(id="e1", type="X", arguments=[{"role": "PLACE", "span": "s9"}])
    refused(tmp_path, {"text": TEXT, "spans": [span()], "events": [dangling]}, code="A208", field="'s9'")
    forgotten = span(id="e1", type="X", arguments=[{"role": "PLACE"}])
    refused(tmp_path, {"text": TEXT, "events": [forgotten]}, code="A202", field="events[0].arguments[0].span")
    refused(tmp_path, {"id": "a", "text": "x"}, {"id": "a", "text": "y"}, code="A208", field="line 1")
    assert (
        len(
            read(tmp_path, {"id": "a", "text": "x", "annotator": "anna"}, {"id": "a", "text": "x", "annotator": "bram"})
        )
        == 2
    )


def test_what_a_span_cannot_keep_is_said(tmp_path):
    options: dict[str, object] = {}
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": [span(token_start=3), span(id="s2", token_start=4)]}))
    list(jsonl.read(path, options))
    assert options["notes"] == ["the key 'token_start' of spans is not kept"]


def test_too_many_spans_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SPANS", 1)
    refused(tmp_path, {"text": TEXT, "spans": [span(), span(id="s2")]}, code="A203", field="spans")


def test_the_longest_article_that_is_taken_comes_back_with_its_tokens(tmp_path):
    words = range(0, limits.TEXT_CHARACTERS - 3, 3)
    text = "ab " * len(words)
    long = exported(text, entity("s1", "GPE", 3, 5), tokens=Tokens(tuple((at, at + 2) for at in words)))
    out = tmp_path / "long.jsonl"
    jsonl.write([long], out, ExportOptions())
    assert out.stat().st_size > 16_000_000
    (found,) = jsonl.read(out, {})
    assert (found.text, found.spans) == (text, long.spans)


def test_a_failed_export_leaves_the_old_file(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old")

    def broken():
        yield exported("a")
        raise RuntimeError("disk on fire")

    with pytest.raises(RuntimeError):
        jsonl.write(broken(), out, ExportOptions())
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert out.read_text() == "old"


def test_the_seeds_gold_is_read_whole(root):
    files = sorted((root / "seeds" / "gold").glob("*.jsonl"))
    assert files
    for path in files:
        (found,) = jsonl.read(path, {})
        assert found.spans


@pytest.mark.parametrize(
    "labels",
    [
        [[0, 3, "X"]],
        [["X", 0, 3]],
        [{"start": 0, "end": 3, "label": "X"}],
        [{"start_offset": 0, "end_offset": 3, "label": "X"}],
        [{"begin": 0, "end": 3, "tag": "X"}],
    ],
)
def test_labelled_places_of_another_program_are_never_kept_as_meta(tmp_path, labels):
    path = tmp_path / "a.jsonl"
    lines = [{"text": "Het leger"}, {"text": "Het leger viel", "marks": labels}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with pytest.raises(KnownError, match=r"A202.*a\.jsonl:2, marks: holds labelled places") as caught:
        list(jsonl.read(path, {}))
    assert "--format doccano" in caught.value.todo


def test_words_with_tags_are_a_text_with_spans(tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"id": 4, "tokens": ["IS", "viel", "Deir", "al-Zor"], "ner_tags": ["B-ORG", "O", "B-GPE", "I-GPE"],
            "pos_tags": [1, 2, 3, 3], "other_tags": [0, 0, 0, 1], "source": "x"}  # fmt: skip
    path.write_text(json.dumps(line) + "\n", "utf-8")
    options = {}
    (document,) = jsonl.read(path, options)
    assert (document.id, document.text, document.meta) == ("4", "IS viel Deir al-Zor", {"source": "x"})
    assert [(one.label, one.fragments) for one in document.spans] == [("ORG", ((0, 2),)), ("GPE", ((8, 19),))]
    assert any("pos_tags" in note for note in options["notes"])
    assert any("other_tags holds numbers" in note for note in options["notes"])
    path.write_text(json.dumps({**line, "ner_tags": ["O"]}) + "\n", "utf-8")
    with pytest.raises(KnownError, match=r"A202.*ner_tags: tags: 1, words: 4"):
        list(jsonl.read(path, {}))
