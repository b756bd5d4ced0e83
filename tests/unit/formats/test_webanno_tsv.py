"""WebAnno TSV: what is written, what other programs write, and what is refused."""

from __future__ import annotations

import time

import pytest

from annotator.core.span import NOT_MENTIONED, Argument, Event
from annotator.core.text import covered
from annotator.core.tokens import Tokens
from annotator.errors import KnownError
from annotator.formats import limits, webanno_tsv, webanno_tsv_writing
from annotator.formats.json_fields import Fields
from annotator.formats.records import ANY_LAYER, Relation
from tests.unit.formats.exported import assert_in_is_out_and_listed, entity, event, exported, options

TEXT = "IS viel 👩🏽 Deir al-Zor aan.\nHet leger rukt op."


def write(tmp_path, *documents):
    choices = options(*documents)
    written = webanno_tsv_writing.write(iter(documents), tmp_path / "out", choices)
    assert_in_is_out_and_listed(documents, written.listed, webanno_tsv.check(tmp_path / "out", choices))
    return written


def read(tmp_path, content, **choices):
    path = tmp_path / "stuk.tsv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (document,) = webanno_tsv.read(path, choices)
    return document


def found(document):
    return [(one.layer, one.label, covered(document.text, one.fragments)) for one in document.spans]


def test_offsets_count_utf16_and_parts_of_tokens_have_rows(tmp_path):
    write(tmp_path, exported(TEXT, entity("s1", "PER", 13, 22), entity("s2", "ORG", 16, 18), id="d1"))
    lines = (tmp_path / "out" / "d1.tsv").read_text("utf-8").split("\n")
    assert lines[:5] == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.entities|label|id|origin|suggestion|score",
        "#T_SP=webanno.custom.events|label|id|origin|suggestion|score",
        "",
        "",
    ]
    assert lines[5:7] == ["#Text=IS viel 👩🏽 Deir al-Zor aan.", "#Text="]
    rows = {line.split("\t")[0]: line.split("\t")[1:4] for line in lines if line[:1].isdigit()}
    assert rows["1-4"] == ["10-12", "🏽", "_"]
    assert rows["1-6"] == ["18-20", "al", "PER[1]|ORG[2]"]
    assert rows["2-1"] == ["30-33", "Het", "_"]


def test_all_comes_back_but_what_has_no_row(tmp_path):
    document = exported(
        "\n" + TEXT,
        entity("s1", "ORG", 1, 3),
        entity("s2", "GPE", 12, 23),
        entity("s3", "A_b|c;[d]->*\\", 12, 14),
        entity("s4", "PER", 3, 6),
        event("e1", "ATTACK", (4, 8), (24, 27), arguments=[Argument("PLACE", "s2"), Argument("AGENT", "s1")]),
        event("e2", "ATTACK", (4, 8), arguments=[Argument("AGENT", NOT_MENTIONED), Argument("PLACE", "s4")]),
        id="con",
    )
    written = write(tmp_path, document)
    assert [(one.label, one.text, one.reason) for one in written.listed] == [("PER", " vi", webanno_tsv_writing.OFF)]
    assert [one.reason for one in written.lost] == [
        "role AGENT: that nobody is mentioned; role PLACE: its filler is not carried"
    ], "one entry a span, as they are counted so"
    (back,) = webanno_tsv.read(tmp_path / "out" / "con_.tsv", {})
    assert (back.id, back.text, back.title, back.meta, back.annotator, back.status) == (
        "con", document.text, document.title, document.meta, "anna", "done"
    )  # fmt: skip
    kept = {one.id: one for one in back.spans}
    assert set(kept) == {"s1", "s2", "s3", "e1", "e2"}
    assert [kept[one.id] for one in document.spans if one.id in ("s1", "s2", "s3", "e1")] == [
        one for one in document.spans if one.id in ("s1", "s2", "s3", "e1")
    ]
    assert kept["e2"].arguments == ()


def test_without_the_index_a_document_still_stands(tmp_path):
    write(tmp_path, exported(TEXT, entity("s1", "ORG", 0, 2), id="d1"))
    (tmp_path / "out" / "documents.index").unlink()
    (back,) = webanno_tsv.read(tmp_path / "out" / "d1.tsv", {})
    assert (back.id, back.text, found(back)) == ("d1", TEXT, [("entities", "ORG", "IS")])


def test_tokens_that_hold_tabs_and_lines(tmp_path):
    text = "een\ttwee\ndrie \\ vier"
    tokens = Tokens(((0, 13), (14, 15), (16, 20)))
    write(tmp_path, exported(text, entity("s1", "PER", 0, 13), entity("s2", "PER", 4, 8), tokens=tokens))


def test_a_second_export_takes_away_the_files_of_the_first(tmp_path):
    write(tmp_path, exported("een", id="a"), exported("twee", id="b"))
    (tmp_path / "out" / "eigen.tsv").write_text("van de gebruiker", "utf-8")
    (tmp_path / "out" / "b.tsv").stat()
    write(tmp_path, exported("een", id="a"))
    assert not (tmp_path / "out" / "b.tsv").exists()
    assert (tmp_path / "out" / "eigen.tsv").exists()


OTHER = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|uima.tcas.Annotation|kind
#T_SP=webanno.custom.Plain|
#T_RL=webanno.custom.Rel|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


#Sentence.id=z1
#Text=Jan 👩🏽 Janssens viel Gent aan.
1-1\t0-3\tJan\tNNP\t*[1]\tPER[1]\t_\t_\t_\t_\t_\t_\t
1-2\t4-8\t👩🏽\tX\t*[1]\tPER[1]\t_\t_\t_\t_\t_\t_\t
1-3\t9-17\tJanssens\tNNP\t*[1]|http://x[2]\tPER[1]|FAM[2]\t_\t_\t_\t*\t_\t_\t
1-4\t18-22\tviel\tV\t_\t_\twie;waar[5]\t1-1[1];1-5[3]\tATTACK[5]\t_\t_\t_\t
1-5\t23-27\tGent\tNNP\t*[3]\tGPE[3]\t_\t_\t_\t_\tligt\\_in\t1-1[1_3]\t
1-5.1\t23-26\tGen\t_\t*\tVOOR\t_\t_\t_\t_\t_\t_\t
1-6\t28-31\taan\tP\t_\t_\t_\t_\t_\t_\t_\t_\t
1-7\t31-32\t.\t.\t_\t_\t_\t_\t_\t_\t_\t_\t

#Text=Zo.
2-1\t33-35\tZo\tX\t_\t_\t_\t_\t_\t_\t_\t_\t
2-2\t35-36\t.\t.\t_\t_\t_\t_\t_\t_\t_\t_\t
"""


def test_a_file_of_another_program(tmp_path):
    choices = {}
    (tmp_path / "stuk.tsv").write_text(OTHER, "utf-8")
    (document,) = webanno_tsv.read(tmp_path / "stuk.tsv", choices)
    assert document.text == "Jan 👩🏽 Janssens viel Gent aan.\nZo."
    assert sorted(found(document)) == [
        (ANY_LAYER, "ATTACK", "viel"),
        (ANY_LAYER, "FAM", "Janssens"),
        (ANY_LAYER, "GPE", "Gent"),
        (ANY_LAYER, "PER", "Jan 👩🏽 Janssens"),
        (ANY_LAYER, "Plain", "Janssens"),
        (ANY_LAYER, "VOOR", "Gen"),
    ]
    names = {one.label: one.id for one in document.spans}
    assert set(document.relations) == {
        Relation("wie", names["ATTACK"], names["PER"]),
        Relation("waar", names["ATTACK"], names["GPE"]),
        Relation("ligt_in", names["PER"], names["GPE"]),
    }
    assert {one.label: dict(one.attributes) for one in document.spans}["FAM"] == {"identifier": "http://x"}
    assert any("POS" in note for note in choices["notes"])


def test_layers_of_the_scheme_are_known_by_their_names(tmp_path):
    content = OTHER.replace("webanno.custom.Frame", "webanno.custom.Events").replace("wie;waar[5]", "_[5]")
    document = read(tmp_path, content.replace("1-1[1];1-5[3]", "*"))
    (attack,) = [one for one in document.spans if one.label == "ATTACK"]
    assert isinstance(attack, Event)
    assert (attack.layer, attack.arguments) == ("events", ())


def test_offsets_in_code_points_are_told_apart_by_the_words(tmp_path):
    wide = "#FORMAT=WebAnno TSV 3.2\n\n\n#Text=👩 Jan\n1-1\t0-2\t👩\n1-2\t3-6\tJan\n"
    assert read(tmp_path, wide).text == "👩 Jan"
    choices = {}
    (tmp_path / "a.tsv").write_text(wide.replace("0-2", "0-1").replace("3-6", "2-5"), "utf-8")
    list(webanno_tsv.read(tmp_path / "a.tsv", choices))
    assert any("code points" in note for note in choices["notes"])


HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n"


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("", "A202", "stuk.tsv:1: "),
        ("#FORMAT=WebAnno TSV 2\n", "A202", "stuk.tsv:1: "),
        ("id\ttekst\n1\tx\n", "A202", "stuk.tsv:1: "),
        (HEAD, "A202", "holds no text"),
        (HEAD + "1-1\t0-3\tJan\t_\n", "A202", ":5: a row that stands below no #Text line"),
        (HEAD + "#Text=Jan", "A202", "cut off"),
        (HEAD + "#Text=Jan\n1-1\t0-3\tJan\n", "A202", ":6: 0 of 1 columns"),
        (HEAD + "#Text=Jan\nx\t0-3\tJan\t_\n", "A202", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t0-3.0\tJan\t_\n", "A202", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t-1-3\tJan\t_\n", "A202", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t3-0\tJan\t_\n", "A204", ":6: the offsets 3-0 are reversed"),
        (HEAD + "#Text=Jan\n1-1\t0-30\tJan\t_\n", "A204", ":6: (0, 30) is outside"),
        (HEAD + "#Text=Jan\n1-1\t0-999999999\tJan\t_\n", "A204", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t999999999-999999999\tJan\t_\n", "A204", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t0-99999999999999999999\tJan\t_\n", "A202", ":6: "),
        (HEAD + "#Text=Jan\n1-1\t0-3\tPiet\t_\n", "A204", ":6: the text there is “Jan”, not “Piet”"),
        (HEAD + "#Text=Jan\n1-1\t0-3\tJan\tA[1]|B[2]|C[x\n\n#Text=Jan\n2-1\t0-3\tJan\t_\n", "A204", ":9: "),
        (HEAD + "#Text=a\x00b\n1-1\t0-3\ta\x00b\t_\n", "A206", "NUL"),
        ((HEAD + "#Text=Belgi\u00eb\n").encode("cp1252"), "A201", "utf-8"),
        ((HEAD + "#Text=x\n").encode("utf-16"), "A201", ""),
    ],
)
def test_refused_with_line_and_reason(tmp_path, content, code, message):
    with pytest.raises(KnownError) as error:
        read(tmp_path, content)
    assert error.value.code == code
    assert message in error.value.what
    assert "stuk.tsv" in error.value.what


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("1-1[1];1-5[3]", "1-1[1]", "A202"),
        ("1-1[1];1-5[3]", "1-1[1];1-5.2", "A208"),
        ("1-1[1];1-5[3]", "1-1[1];9-9[9]", "A208"),
        ("1-1[1_3]", "7-1[1_3]", "A208"),
        ("PER[1]|FAM[2]", "PER[1]", "A202"),
        ("PER[1]|FAM[2]", "PER[1]|FAM[3]", "A208"),
    ],
)
def test_slots_and_relations_that_point_nowhere_are_refused(tmp_path, was, now, code):
    assert was in OTHER
    with pytest.raises(KnownError) as error:
        read(tmp_path, OTHER.replace(was, now))
    assert error.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        HEAD + "#Text=Jan\n1-1\t0-3\tJan\t" + "A|" * 500_000 + "A\n",
        HEAD + "#Text=Jan\n1-1\t0-3\tJan\t" + "\\" * 500_000 + "\n",
        HEAD + "#Text=Jan\n1-1\t0-3\tJan\t" + "[" * 500_000 + "]\n",
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=x" + "|a" * 100_000 + "\n\n\n#Text=Jan\n1-1\t0-3\tJan\t_\n",
        HEAD + "#Text=x\n" * 200_000 + "1-1\t0-1\tx\t_\n",
    ],
    ids=["stack", "backslashes", "brackets", "columns", "lines"],
)
def test_hostile_files_end_soon(tmp_path, content):
    start = time.process_time()
    try:
        read(tmp_path, content)
    except KnownError as error:
        assert error.code in ("A202", "A203")  # noqa: PT017  (some are no error, only long)
    assert time.process_time() - start < 20  # a guard against hanging, not a timing


def test_a_row_that_stands_twice_is_refused(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a\n1-1\t0-1\ta\t\n1-1\t0-1\ta\t\n", "utf-8")
    with pytest.raises(KnownError, match=r"A208.*a\.tsv:6: the row 1-1 stands in line 5 too"):
        list(webanno_tsv.read(path, {}))


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "STRUCTURES", 3)
    rows = "".join(f"1-{n + 1}\t{2 * n}-{2 * n + 1}\ta\t\n" for n in range(4))
    path = tmp_path / "a.tsv"
    path.write_text(f"#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a a a a\n{rows}", "utf-8")
    with pytest.raises(KnownError, match="A203"):
        list(webanno_tsv.read(path, {}))


def test_a_target_without_its_role_is_refused(tmp_path):
    path = tmp_path / "a.tsv"
    head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Event|value|ROLE_x.Event:place_x.Link|x.Name\n#T_SP=x.Name|value\n"
    rows = "1-1\t0-1\ta\tATTACK\t_\t1-1\tGPE\t\n"
    path.write_text(f"{head}\n\n#Text=a\n{rows}", "utf-8")
    with pytest.raises(KnownError, match="without its role"):
        list(webanno_tsv.read(path, {}))


SLOTS = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Plaats|
#T_SP=webanno.custom.Daad|ROLE_webanno.custom.Daad:wie_webanno.custom.DaadLink|uima.tcas.Annotation|soort


#Text=Jan ging weg .
"""


@pytest.mark.parametrize("number", ["", "[1]"])
def test_a_slot_that_nobody_fills_is_no_slot(tmp_path, number):
    rows = [f"1-1\t0-3\tJan\t_\t_\t*{number}\tGAAN{number}\t", "1-2\t4-8\tging\t*\t_\t_\t_\t"]
    if number:
        rows[1] = "1-2\t4-8\tging\t*\t_\t*[1]\tGAAN[1]\t"
    document = read(tmp_path, SLOTS + "\n".join(rows) + "\n")
    covers = {one.label: covered(document.text, one.fragments) for one in document.spans}
    assert covers == {"GAAN": "Jan ging" if number else "Jan", "Plaats": "ging"}
    assert document.relations == ()


def test_arrows_and_slots_to_words_are_left_out_and_told(tmp_path):
    words = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    head = f"#T_SP=webanno.custom.Naam|value\n#T_RL=webanno.custom.Pijl|value|BT_{words}\n"
    slot = f"#T_SP=webanno.custom.Daad|ROLE_webanno.custom.Daad:wie_webanno.custom.DaadLink|{words}\n"
    rows = "1-1\t0-3\tJan\tPER\t_\t_\t_\t_\n1-2\t4-8\tging\tX\tnsubj\t1-1\twie\t1-1\n"
    told = {}
    (tmp_path / "a.tsv").write_text(f"#FORMAT=WebAnno TSV 3.3\n{head}{slot}\n\n#Text=Jan ging\n{rows}", "utf-8")
    (document,) = webanno_tsv.read(tmp_path / "a.tsv", told)
    assert document.relations == ()
    assert len(document.spans) == 3
    assert [note.partition(":")[0] for note in told["notes"]] == [
        "relations between other things than spans are not read",
        "slots that name words are left out",
    ]


def test_a_slot_on_a_layer_that_is_not_read_is_left_out_and_told(tmp_path):
    told = {}
    (tmp_path / "a.tsv").write_text(OTHER.replace("1-1[1];1-5[3]", "1-1[1];1-7"), "utf-8")
    (document,) = webanno_tsv.read(tmp_path / "a.tsv", told)
    assert [one.label for one in document.relations if one.label in ("wie", "waar")] == ["wie"]
    assert any("slots that name what is not read" in note for note in told["notes"])


def test_further_features_of_a_relation_are_told(tmp_path):
    head = "#T_SP=webanno.custom.Naam|value\n#T_RL=webanno.custom.Pijl|value|zeker|BT_webanno.custom.Naam\n"
    rows = "1-1\t0-3\tJan\tPER\t_\t_\t_\n1-2\t4-7\tAnn\tPER\tkent\t{}\t1-1\n"
    for value, is_told in (("ja", True), ("*", False)):
        told = {}
        source = f"#FORMAT=WebAnno TSV 3.3\n{head}\n\n#Text=Jan Ann\n{rows.format(value)}"
        (tmp_path / "a.tsv").write_text(source, "utf-8")
        (document,) = webanno_tsv.read(tmp_path / "a.tsv", told)
        assert [one.label for one in document.relations] == ["kent"]
        assert any("one feature is kept" in note for note in told.get("notes", ())) is is_told


def test_white_space_before_the_first_word_and_between_sentences(tmp_path):
    told = {}
    source = HEAD + "#Text=  Jan gaat\n1-1\t2-5\tJan\tPER\n1-2\t6-10\tgaat\t_\n\n#Text=Ann\n2-1\t13-16\tAnn\tPER"
    (tmp_path / "a.tsv").write_text(source, "utf-8")
    (document,) = webanno_tsv.read(tmp_path / "a.tsv", told)
    assert document.text == "  Jan gaat   Ann"
    assert [covered(document.text, one.fragments) for one in document.spans] == ["Jan", "Ann"]
    assert any("between two sentences" in note for note in told["notes"])


@pytest.mark.parametrize(
    ("said", "kept"),
    [("0", 0.0), ("1", 1.0), ("0.25", 0.25), ("1.01", None), ("-0.1", None), ("nan", None), ("hoog", None)],
)
def test_a_score_that_is_none_is_left_out(said, kept):
    fields = Fields({"score": said, "origin": "elsewhere"}, where="f.tsv:1")
    assert webanno_tsv.foreign_origin(fields) == {"origin": "import", "suggestion": None, "score": kept}
