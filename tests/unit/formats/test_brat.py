"""Brat's standoff as its users have it, what we write, brat's rules on it, and what is refused."""

from __future__ import annotations

import json
import time

import pytest

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument, Event
from annotator.errors import KnownError
from annotator.formats import brat, brat_index, brat_rules, brat_writing
from annotator.formats.records import Relation
from tests.samples import SCHEME
from tests.unit.formats.exported import entity, event, exported, options
from tests.unit.formats.hostile import TEXT, refused

ANN = """T1\tGPE 15 20\tRaqqa
T2\tCapture 10 14;21 27\tviel binnen
E1\tCapture:T2 Place:T1 Place2:T3
T3\tGPE 4 9\tleger
A1\tNegation E1
A2\tCertainty E1 low
M1\tSpeculation E1
R1\tPart-of Arg1:T1 Arg2:T3
*\tEquiv T1 T3
N1\tReference T1 Wikidata:Q1\tRaqqa
#1\tAnnotatorNotes T1\tzeker?
"""


def folder(tmp_path, ann=ANN, text=TEXT, suffix=".ann"):
    (tmp_path / "a.txt").write_bytes(text.encode())
    if ann is not None:
        (tmp_path / f"a{suffix}").write_bytes(ann.encode() if isinstance(ann, str) else ann)
    return tmp_path / "a.ann"


def read(path, told=None):
    (one,) = brat.read(path, {} if told is None else told)
    return one


def test_all_kinds_of_lines(tmp_path):
    told = {}
    one = read(folder(tmp_path), told)
    first, second, trigger = one.spans
    assert [(span.label, span.fragments) for span in (first, second)] == [("GPE", ((15, 20),)), ("GPE", ((4, 9),))]
    assert isinstance(trigger, Event)
    assert (trigger.label, trigger.fragments) == ("Capture", ((10, 14), (21, 27)))
    assert trigger.attributes == {"Negation": "true", "Certainty": "low", "Speculation": "true"}
    assert one.relations == (
        Relation("Place", trigger.id, first.id),
        Relation("Place", trigger.id, second.id),
        Relation("Part-of", first.id, second.id),
    )
    assert one.comments == (Comment("zeker?", first.id),)
    assert one.id == "a"
    assert len(told["notes"]) == 2  # equivalences and normalizations


def test_entities_and_events_apart_as_in_the_shared_tasks(tmp_path):
    folder(tmp_path, "T1\tGPE 15 20\tRaqqa\n", suffix=".a1")
    path = folder(tmp_path, "T2\tTake 10 14\tviel\nE1\tTake:T2 Theme:T1\n", suffix=".a2")
    one = read(path)
    assert [span.label for span in one.spans] == ["GPE", "Take"]
    assert [relation.label for relation in one.relations] == ["Theme"]


def test_a_text_without_annotations_and_a_folder(tmp_path):
    folder(tmp_path, None)
    (one,) = brat.read(tmp_path, {})
    assert (one.text, one.spans) == (TEXT, ())


def test_a_trigger_of_two_events_makes_two(tmp_path):
    one = read(folder(tmp_path, "T1\tA 0 3\tHet\nE1\tA:T1\nE2\tB:T1 X:E1\n"))
    assert [span.label for span in one.spans] == ["A", "B"]
    assert one.relations == (Relation("X", one.spans[1].id, one.spans[0].id),)


@pytest.mark.parametrize("said", ["Het viel", "Hetviel"])
def test_fragments_are_joined_by_a_space_and_before_1_3_by_nothing(tmp_path, said):
    one = read(folder(tmp_path, f"T1\tA 0 3;10 14\t{said}\n"))
    assert one.spans[0].fragments == ((0, 3), (10, 14))


def test_line_ends_utf16_and_a_byte_order_mark(tmp_path):
    assert read(folder(tmp_path, "T1\tA 0 3\ta b\r\n", "a\nb")).spans[0].fragments == ((0, 3),)
    assert read(folder(tmp_path, "T1\tA 3 8\tRaqqa\n", "💥 Raqqa")).spans[0].fragments == ((2, 7),)
    assert read(folder(tmp_path, "T1\tA 1 6\tRaqqa\n", "\ufeffRaqqa")).spans[0].fragments == ((0, 5),)


DOCUMENT = exported(
    TEXT,
    entity("s1", "GPE", 15, 20),
    entity("s2", "ORG", 4, 9),
    event(
        "e1", "ATTACK", (10, 14), (21, 27),
        arguments=[Argument("PLACE", "s1"), Argument("PLACE", "s2"), Argument("TIME", NOT_MENTIONED)],
    ),
    id="d/1",
    rejected=[Verdict("rejected", "entities", "ORG", ((4, 9),), 0.4, "rules")],
    comments=[Comment("zeker?\ntwijfel", "s1"), Comment("goed stuk")],
)  # fmt: skip


def test_what_is_written(tmp_path):
    written = brat_writing.write([DOCUMENT], tmp_path / "o", options(DOCUMENT, definition=SCHEME))
    assert written.listed == written.lost == ()
    lines = (tmp_path / "o" / "d_1.ann").read_text("utf-8").splitlines()
    assert lines[:5] == [
        "T1\tORG 4 9\tleger",
        "T2\tATTACK 10 14;21 27\tviel binnen",
        "T3\tGPE 15 20\tRaqqa",
        "E1\tATTACK:T2 PLACE:T3 PLACE2:T1",
        "A1\tfactuality E1 ASSERTED",
    ]
    assert "#4\tAnnotatorNotes T3\tzeker? twijfel" in lines
    conf = (tmp_path / "o" / "annotation.conf").read_text("utf-8")
    assert "[events]\nATTACK\tPLACE*:GPE, AGENT*:ORG|GPE, TARGET*:ORG|GPE\n" in conf
    assert "factuality\tArg:<EVENT>, Value:ASSERTED|REPORTED|NEGATED" in conf
    assert "GPE\tfgColor:white, bgColor:#2f6f6a" in (tmp_path / "o" / "visual.conf").read_text("utf-8")


def test_our_own_comes_back_whole(tmp_path):
    brat_writing.write([DOCUMENT], tmp_path / "o", options(DOCUMENT))
    (one,) = brat.read(tmp_path / "o", {})
    assert {span.id for span in one.spans} == {"s1", "s2", "e1"}
    (trigger,) = (span for span in one.spans if isinstance(span, Event))
    assert trigger.arguments == (Argument("TIME", NOT_MENTIONED),)
    assert one.relations == (Relation("PLACE", "e1", "s1"), Relation("PLACE", "e1", "s2"))
    assert (one.id, one.status, one.annotator) == ("d/1", "done", "anna")
    assert (one.rejected, one.comments, one.meta) == (DOCUMENT.rejected, DOCUMENT.comments, DOCUMENT.meta)


def test_names_that_brat_does_not_take_come_back(tmp_path):
    odd = exported(
        TEXT,
        entity("s1", "G.P.E", 15, 20),
        entity("s2", "G P E", 4, 9),
        event("e1", "Aanval é", (10, 14), arguments=[Argument("ARG1", "s1"), Argument("ARG1", "s2")]),
    )
    choices = options(odd)
    brat_writing.write([odd], tmp_path / "o", choices)
    assert {one.label for one in brat_rules.check(tmp_path / "o", choices)} == {"G.P.E", "G P E", "Aanval é"}
    (one,) = brat.read(tmp_path / "o", {})
    assert {span.label for span in one.spans} == {"G.P.E", "G P E", "Aanval é"}
    assert [relation.label for relation in one.relations] == ["ARG1", "ARG1"]


def test_letters_lose_their_accents_and_nothing_is_taken_for_another(tmp_path):
    accented = exported(
        TEXT, entity("s1", "MÉDICAMENT", 15, 20), entity("s2", "MEDICAMENT", 4, 9), entity("s3", "دواء", 0, 3)
    )
    brat_writing.write([accented], tmp_path / "o", options(accented))
    (path,) = (tmp_path / "o").glob("*.ann")
    written = path.read_text("utf-8")
    assert {line.split("\t")[1].split()[0] for line in written.splitlines() if line.startswith("T")} == {
        "MEDICAMENT", "MEDICAMENT-2", "____",
    }  # fmt: skip
    (one,) = brat.read(tmp_path / "o", {})
    assert {span.label for span in one.spans} == {"MÉDICAMENT", "MEDICAMENT", "دواء"}


@pytest.mark.parametrize("id", ["con", "../up", "a" * 300, ".hidden", "NUL.txt", "één", "a:b", ""])
def test_file_names_are_safe_and_one_for_each_document(tmp_path, id):
    documents = [exported(TEXT, id=id), exported(TEXT + ".", id=id.upper() + "?")]
    choices = options(*documents)
    written = brat_writing.write(documents, tmp_path / "o", choices)
    names = [path.name for path in written.files if path.suffix == ".txt"]
    assert len({name.casefold() for name in names}) == 2
    assert all(path.parent == tmp_path / "o" and len(path.name) < 120 for path in written.files)
    assert not any(name.casefold().split(".")[0] in ("con", "nul") or name.startswith(".") for name in names)


def test_a_span_over_a_line_end_is_listed_and_its_role_told(tmp_path):
    document = exported(
        "a\nb viel", entity("s1", "GPE", 0, 3), event("e1", "ATTACK", (4, 8), arguments=[Argument("PLACE", "s1")])
    )
    written = brat_writing.write([document], tmp_path / "o", options(document))
    assert [(one.label, one.reason) for one in written.listed] == [("GPE", brat_writing.OVER_LINES)]
    assert [one.reason for one in written.lost] == ["role PLACE: its filler is not carried"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("15 20\tRaqqa", "15 20\tHoms"),
        ("15 20\t", "15 99\t"),
        ("T3\tGPE", "T1\tGPE"),
        ("E1\tATTACK:T2", "E1\tATTACK:T3"),
        ("PLACE:T3", "OWNER:T3"),
        ("PLACE2:T1", "PLACE:T1"),
        ("PLACE:T3", "PLACE:T9"),
        ("factuality E1 ASSERTED", "factuality E1 MAYBE"),
        ("T3\tGPE", "T3\tCITY"),
        ("PLACE:T3", "PLACE:E1"),
        ("A1\t", "X1\t"),
    ],
)
def test_files_that_break_a_rule_are_found_out(tmp_path, old, new):
    choices = options(DOCUMENT, definition=SCHEME)
    brat_writing.write([DOCUMENT], tmp_path / "o", choices)
    path = tmp_path / "o" / "d_1.ann"
    good = path.read_text("utf-8")
    assert old in good
    path.write_text(good.replace(old, new, 1), "utf-8")
    with pytest.raises(KnownError, match="A602"):
        list(brat_rules.check(tmp_path / "o", choices))


@pytest.mark.parametrize(
    ("ann", "code"),
    [
        ("T1\tGPE 15 20\tHoms\n", "A204"),
        ("T1\tGPE 15 99\tRaqqa\n", "A204"),
        ("T1\tGPE 20 15\tRaqqa\n", "A204"),
        ("T1\tGPE -3 2\tRaqqa\n", "A204"),
        ("T1\tGPE 15 15\t\n", "A204"),
        ("T1\tGPE 15 20;10 14\tRaqqa viel\n", "A204"),
        ("T1\tGPE 15.0 20\tRaqqa\n", "A202"),
        ("T1\tGPE 15 99999999999999999999\tRaqqa\n", "A202"),
        ("T1\tGPE 15\tRaqqa\n", "A202"),
        ("T1 GPE 15 20 Raqqa\n", "A202"),
        ("Q1\tGPE 15 20\tRaqqa\n", "A202"),
        ("T1\tGPE 15 20\tRaqqa\nT1\tGPE 15 20\tRaqqa\n", "A208"),
        ("E1\tA:T1\n", "A208"),
        ("T1\tA 0 3\tHet\nE1\tA:T1 X:T9\n", "A208"),
        ("T1\tA 0 3\tHet\nE1\tA:T1 X:E1\n", "A208"),
        ("T1\tA 0 3\tHet\nE1\tA:T1 X:E2\nE2\tA:T1 X:E1\n", "A208"),
        ("T1\tA 0 3\tHet\nR1\tX Arg1:T1 Arg2:T2\n", "A208"),
        ("A1\tNegation E1\n", "A208"),
        (b"T1\tA 0 3\tH\xe9t\n", "A201"),
        ("T1\tA 0 3\tHet\n".encode("utf-16"), "A201"),
        ("T1\tA 0 3\tH\x00t\n", "A206"),
        ('T1\tA 0 3\tHet\n#1\tProvenance T1\t{"id": NaN}\n', "A202"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, ann, code):
    error = refused(brat.read, folder(tmp_path, ann), code)
    assert code in ("A201", "A206") or "a.ann:" in error.what


@pytest.mark.parametrize("line", ["T{n}\tX 0 999999;1000000 2000000\n", "T{n}\tX 0 2000000\tx\n"])
def test_many_claims_on_the_whole_text_are_soon_done(tmp_path, line):
    path = folder(tmp_path, "".join(line.format(n=n) for n in range(20_000)), "x" * 2_000_000)
    started = time.perf_counter()
    if line.endswith("\tx\n"):
        refused(brat.read, path, "A204")
    else:
        assert len(read(path).spans) == 20_000
    assert time.perf_counter() - started < 20  # a guard against hanging, not a timing


def test_a_missing_text_is_refused(tmp_path):
    path = tmp_path / "a.ann"
    path.write_text(ANN, "utf-8")
    refused(brat.read, path, "A001")


def test_events_in_a_long_chain_are_no_circle(tmp_path):
    lines = ["T1\tA 0 3\tHet", "E0\tA:T1", *(f"E{n}\tA:T1 X:E{n - 1} Y:E{n - 1}" for n in range(1, 3000))]
    assert len(read(folder(tmp_path, "\n".join(lines))).spans) == 3000


def test_the_index_files_are_json(tmp_path):
    brat_writing.write([DOCUMENT], tmp_path / "o", options(DOCUMENT))
    index = json.loads((tmp_path / "o" / brat_index.NAMES_INDEX).read_text("utf-8"))
    assert {"brat": "GPE", "layer": "entities", "label": "GPE"} in index["types"]


def test_what_hangs_on_arrows_and_triggers(tmp_path):
    told = {}
    lines = ["A3\tZeker R1 laag", "A4\tTijd T2 verleden", "#2\tAnnotatorNotes R1\tklopt dit?", "#3\tFout T1\tniet goed"]
    one = read(folder(tmp_path, ANN + "\n".join(lines) + "\n"), told)
    trigger = one.spans[-1]
    assert trigger.attributes["Tijd"] == "verleden"
    assert all("Zeker" not in span.attributes for span in one.spans)
    assert [comment.text for comment in one.comments] == ["zeker?", "klopt dit?"]
    assert "attributes of relations are left out" in told["notes"]
    assert "notes of other types than AnnotatorNotes are left out: Fout" in told["notes"]
