"""Files of tokens and tags: whatever tags they have, the text they give, and what is refused."""

from __future__ import annotations

import time

import pytest

from annotator.core.span import Event
from annotator.core.text import covered
from annotator.errors import KnownError
from annotator.formats import conll, conll_reader
from annotator.formats.records import ANY_LAYER
from tests.unit.formats.exported import entity, event, exported, in_process, options


def read(tmp_path, content, name="entities.conll", how=conll_reader.read, **choices):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(how(path, choices))


def found(document):
    return [(span.label, covered(document.text, span.fragments)) for span in document.spans]


def test_words_get_spaces_and_sentences_get_lines(tmp_path):
    notes = {}
    path = tmp_path / "entities.conll"
    path.write_text("-DOCSTART- O\n\nIS B-ORG\nviel O\nRaqqa B-GPE\naan O\n\nRusland B-GPE\nniet O\n", "utf-8")
    (document,) = conll_reader.read(path, notes)
    assert document.text == "IS viel Raqqa aan\nRusland niet"
    assert found(document) == [("ORG", "IS"), ("GPE", "Raqqa"), ("GPE", "Rusland")]
    assert [span.layer for span in document.spans] == ["entities"] * 3
    assert document.where == f"{path}:1"
    assert any("space between" in note for note in notes["notes"])


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-PER I-PER O B-PER B-PER", ["a b", "d", "e"]),  # IOB2
        ("I-PER I-PER O I-PER B-PER", ["a b", "d", "e"]),  # IOB1
        ("B-PER L-PER O U-PER U-PER", ["a b", "d", "e"]),  # BILUO
        ("B-PER E-PER O S-PER S-PER", ["a b", "d", "e"]),  # IOBES
        ("I-PER I-LOC O O O", ["a", "b"]),
        ("B-a.b-c I-a.b-c O O O", ["a b"]),
    ],
)
def test_all_ways_of_tagging_are_seen_from_the_tags(tmp_path, tags, expected):
    (document,) = read(tmp_path, "".join(f"{w} {t}\n" for w, t in zip("abcde", tags.split(), strict=True)))
    assert [text for _, text in found(document)] == expected
    assert {label for label, _ in found(document)} <= {"PER", "LOC", "a.b-c"}


def test_four_columns_tabs_remarks_and_windows_line_ends(tmp_path):
    content = "# made by someone\r\nEU NNP I-NP I-ORG\r\n# NN I-NP O\r\n\r\n"
    assert found(*read(tmp_path, content)) == [("ORG", "EU")]
    (document,) = read(tmp_path, "New York\tX\tB-LOC\nis\tX\tO\n")
    assert found(document) == [("LOC", "New York")]


def test_the_layer_is_the_name_of_the_file_where_the_scheme_has_it(tmp_path):
    (document,) = read(tmp_path, "viel B-ATTACK\n", name="events.conll")
    assert isinstance(document.spans[0], Event)
    choices = {"layers": ("namen", "acties"), "event_layers": {"acties"}}
    (document,) = read(tmp_path, "viel B-X\n", name="acties.iob2", **choices)
    assert (document.spans[0].layer, type(document.spans[0])) == ("acties", Event)
    (document,) = read(tmp_path, "viel B-X\n", name="train.txt", **choices)
    assert document.spans[0].layer == ANY_LAYER


def test_documents_are_those_marked_else_so_many_sentences(tmp_path):
    marked = "-DOCSTART- -X- O O\n\na X O O\n\nb X O O\n\n-DOCSTART- -X- O O\n\n-DOCSTART- -X- O O\n\nc X O B-X\n"
    assert [one.text for one in read(tmp_path, marked)] == ["a\nb", "c"]
    many = read(tmp_path, "a O\n\n" * 250)
    assert [one.text.count("a") for one in many] == [100, 100, 50]


def test_words_stand_apart_at_spaces_and_tabs_alone(tmp_path):
    (document,) = read(tmp_path, "10\u00a0000 B-N\n\u2028 B-N\n👩‍👩‍👧 B-P\n\u00a0a I-P\n")
    assert found(document) == [("N", "10\u00a0000"), ("P", "👩‍👩‍👧 \u00a0a")]


def test_cp1252_is_read_as_plain_text_is(tmp_path):
    (document,) = read(tmp_path, "België B-LOC\nzegt O\n".encode("cp1252"))
    assert document.text == "België zegt"


@pytest.mark.parametrize("kind", ["2002", "2003", "2003_iob1", "biluo"])
def test_what_is_written_is_read(tmp_path, kind):
    text = "IS viel Deir al-Zor aan. Rusland Turkije Assad rukt op."
    document = exported(
        text,
        entity("s1", "ORG", 0, 2),
        entity("s2", "GPE", 8, 19),
        entity("s3", "GPE", 25, 32),
        entity("s4", "GPE", 33, 40),
        event("e1", "ATTACK", (3, 7)),
    )
    getattr(conll, f"write_{kind}")(iter([document]), tmp_path / "out", options(document, call_worker=in_process))
    how = {"2003_iob1": conll_reader.read_iob1, "biluo": conll_reader.read_biluo}.get(kind, conll_reader.read)
    (names,) = how(tmp_path / "out" / "entities.conll", {})
    (acts,) = how(tmp_path / "out" / "events.conll", {})
    assert names.text == acts.text == "IS viel Deir al - Zor aan .\nRusland Turkije Assad rukt op ."
    assert found(names) == [("ORG", "IS"), ("GPE", "Deir al - Zor"), ("GPE", "Rusland"), ("GPE", "Turkije")]
    assert found(acts) == [("ATTACK", "viel")]


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("a B-X\nb extra I-X\n", "A202", ":2: 3 columns, where the lines before have 2"),
        ("a\nb O\n", "A202", ":1: a is no word"),
        ("a Q-X\n", "A202", ":1: "),
        ("a B-\n", "A202", ":1: "),
        ("a B-X\nb U-Y\n", "A202", ":2: the tag 'U-Y' does not follow"),
        ("a U-Y\nb I-Y\n", "A202", ":2: the tag 'I-Y' does not follow"),
        ("a U-Y\nb B-Y\n\nc O\n", "A202", ":2: the sentence ends within 'Y'"),
        ("", "A202", "holds no words"),
        ("-DOCSTART- O\n\n", "A202", "holds no words"),
        (b"a\x00 O\n", "A206", "a NUL"),
        ("a O\n".encode("utf-16"), "A201", "UTF-16"),
        (b"\xe9\x81 O\n", "A201", ""),
        ("a\x1b[0m B-X\n", "A206", "a control character"),
    ],
)
def test_refused_with_line_and_reason(tmp_path, content, code, message):
    with pytest.raises(KnownError) as error:
        read(tmp_path, content)
    assert error.value.code == code
    assert message in error.value.what
    assert "entities.conll" in error.value.what


def test_forced_formats_are_strict(tmp_path):
    with pytest.raises(KnownError, match="is not IOB"):
        read(tmp_path, "a U-X\n", how=conll_reader.read_iob1)
    with pytest.raises(KnownError, match="does not follow"):
        read(tmp_path, "a I-X\n", how=conll_reader.read_biluo)


def test_one_endless_sentence_is_refused_soon(tmp_path):
    start = time.process_time()
    with pytest.raises(KnownError) as error:
        read(tmp_path, "woord O\n" * 700_000)
    assert error.value.code == "A203"
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_a_first_column_of_numbers_is_no_word(tmp_path):
    told = {}
    path = tmp_path / "a.tsv"
    path.write_text("# bron\n1\tJan\tO\tB-PER\n2\tgaat\tB-X\tO\n\n1\tWeg\tO\tO\n", "utf-8")
    (document,) = conll_reader.read(path, told)
    assert document.text == "Jan gaat\nWeg"
    assert sorted(found(document)) == [("PER", "Jan"), ("X", "gaat")]
    assert {conll_reader.NOTE_NUMBERED, conll_reader.NOTE_REMARKS} <= set(told["notes"])


def test_columns_that_say_nothing_are_not_told(tmp_path):
    told = {}
    path = tmp_path / "a.conll"
    path.write_text("2 -X- O B-CARD\nmannen -X- O O\n", "utf-8")
    (document,) = conll_reader.read(path, told)
    assert found(document) == [("CARD", "2")]
    assert told["notes"] == [conll_reader.NOTE_SPACED]


GERMEVAL = (
    "#\thttp://example.org/bron [2009-10-17]\n"
    "1\tDe\tO\tO\n2\tUniversiteit\tB-ORG\tO\n3\tvan\tI-ORG\tO\n4\tGent\tI-ORG\tB-LOC\n5\tbouwt\tO\tO\n\n"
    "#\thttp://example.org/ander [2009-10-18]\n1\tBelgisch\tB-LOCderiv\tO\n2\tBier\tO\tO\n"
)


def test_both_columns_of_tags_are_read(tmp_path):
    told = {}
    path = tmp_path / "NER-de-train.tsv"
    path.write_text(GERMEVAL, "utf-8")
    (document,) = conll_reader.read(path, told)
    assert sorted(found(document)) == [("LOC", "Gent"), ("LOCderiv", "Belgisch"), ("ORG", "Universiteit van Gent")]
    assert conll_reader.NOTE_REMARKS in told["notes"]
    assert not any("not read" in one for one in told["notes"])


def test_further_columns_are_read_by_their_own_way_of_tagging_or_named(tmp_path):
    told = {}
    path = tmp_path / "a.conll"
    path.write_text(
        "De\tDET\tB-NP\tO\tO\nstad\tN\tI-NP\tO\tO\nGent\tNE\tI-NP\tU-LOC\tI-GPE\nvalt\tV\tB-VP\tO\tO\n",
        "utf-8",
    )
    (document,) = conll_reader.read(path, told)
    assert sorted(found(document)) == [("GPE", "Gent"), ("LOC", "Gent")]
    assert sorted(one for one in told["notes"] if "is not read" in one) == [
        "a column between word and tag is not read: 2 (“DET”)",
        "a column between word and tag is not read: 3 (“B-NP”)",
    ]


def test_tags_on_one_word_of_one_label_in_both_columns_are_one_span_in_the_project(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("Gent\tB-LOC\tB-LOC\n", "utf-8")
    (document,) = conll_reader.read(path, {})
    assert found(document) == [("LOC", "Gent"), ("LOC", "Gent")]
