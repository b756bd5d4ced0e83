"""Importing files of other programs: told by content, settled under the scheme, refused whole, read from a folder."""

from __future__ import annotations

import json
import zipfile

import pytest

from annotator.core.span import Argument, Event
from annotator.errors import KnownError
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.previewing import look
from annotator.services.projects import scheme_of
from annotator.services.registry import FORMATS
from annotator.services.settling import LabelMap
from annotator.services.source_files import files_of
from tests.unit.formats.exported import in_process

TEXT = "Het leger viel gisteren Raqqa binnen. 💥 Daarna trok het leger zich terug."
GPE = {"start": 24, "end": 29, "label": "GPE"}


def bring(project, *paths, **others):
    return import_paths(project, scheme_of(project), in_process, paths, **others)


def seen(project, *paths):
    return look(paths, scheme_of(project), in_process, project=project)


def put(tmp_path, name, value):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value) + "\n", "utf-8", newline="")
    return path


def state(project):
    """Everything an import could change."""
    return project.document_ids(), [operation.id for operation in project.operations()]


def test_formats_are_told_by_content_whatever_the_extension(project, tmp_path) -> None:
    put(tmp_path, "in/a.jsonl", {"text": TEXT, "spans": [GPE], "answer": "accept", "_annotator_id": "anna"})
    put(tmp_path, "in/b.jsonl", {"text": TEXT + "b", "label": [[24, 29, "GPE"]]})
    put(tmp_path, "in/c.json", [{"data": {"text": TEXT + "c"}, "annotations": [{"result": []}]}])
    put(tmp_path, "in/d.txt", TEXT + "d")
    put(tmp_path, "in/d.ann", "T1\tGPE 24 29\tRaqqa\n")
    put(tmp_path, "in/e.jsonl", {"text": TEXT + "e"})
    put(tmp_path, "in/f.txt", TEXT + "f")
    report = {"format": "brat", "source": "anna", "listed": [{"text": "Raqqa", "label": "GPE"}]}
    put(tmp_path, "in/report.json", json.dumps(report, indent=1))
    put(tmp_path, "in/annotation.conf", "[entities]\nGPE\n")
    report = bring(project, tmp_path / "in")
    assert report.formats == {"prodigy": 1, "doccano": 1, "labelstudio": 1, "brat": 1, "jsonl": 1, "text": 1}
    assert len(report.added) == 6
    assert (report.annotations, report.off_token) == (3, 0)
    assert project.check() == []


@pytest.mark.parametrize("name", ["conll2002", "conll2003", "conll2003-iob1", "biluo"])
def test_a_folder_of_tags_is_read_back_under_the_format_it_was_written_in(project, tmp_path, name) -> None:
    bring(project, put(tmp_path, "in/a.jsonl", {"text": TEXT, "spans": [GPE]}), actor="anna")
    export(project, scheme_of(project), in_process, ExportRequest(name, tmp_path / "out", "anna"))
    files = list(files_of([tmp_path / "out"], name))
    assert [(path.name, one.name) for path, one in files] == [("entities.conll", name), ("events.conll", name)]


def test_files_of_an_open_ending_are_read_from_a_folder_where_a_format_is_forced(project, tmp_path) -> None:
    put(tmp_path, "in/ned.train", "-DOCSTART- O\n\nIn O\nRaqqa B-GPE\n. O\n")
    put(tmp_path, "in/notes.bio", "Some words that are no tags at all.\n")
    put(tmp_path, "in/a.jsonl", {"text": TEXT})
    assert [path.name for path, _ in files_of([tmp_path / "in"], "conll2002")] == ["ned.train"]
    with pytest.raises(KnownError, match="none of the files looks like webanno-tsv: 3") as caught:
        bring(project, tmp_path / "in", format_name="webanno-tsv")
    assert caught.value.code == "A210"


def test_the_report_of_an_export_is_no_article_where_a_format_is_forced(project, tmp_path) -> None:
    put(tmp_path, "in/tasks.json", [{"data": {"text": TEXT}, "annotations": [{"result": []}]}])
    said = {"format": "labelstudio", "source": "anna", "listed": []}
    path = put(tmp_path, "in/report.json", json.dumps(said, indent=1))
    assert bring(project, tmp_path / "in", format_name="labelstudio").files == 1
    put(tmp_path, "other/report.json", [{"data": {"text": TEXT + "."}, "annotations": [{"result": []}]}])
    assert bring(project, tmp_path / "other", format_name="labelstudio").files == 1
    with pytest.raises(KnownError, match="A202"):
        bring(project, path, format_name="labelstudio")


def test_a_named_file_in_no_known_format_is_refused(project, tmp_path) -> None:
    path = put(tmp_path, "report.json", {"line": "x"})
    with pytest.raises(KnownError, match="A207"):
        bring(project, path)


def test_unknown_labels_refuse_the_file_are_mapped_or_are_left_out(project, tmp_path) -> None:
    path = put(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "CITY"], [4, 9, "THING"]]})
    before = state(project)
    with pytest.raises(KnownError, match=r"A205.*a\.jsonl:1: not in scheme conflict-nl: label CITY, label THING"):
        bring(project, path)
    assert state(project) == before
    report = bring(project, path, label_map=LabelMap({"CITY": "GPE"}), unknown_labels="skip", actor="anna")
    assert report.left_out == {"label THING": 1}
    (span,) = project.decided(report.added[0], "anna").spans.values()
    assert (span.layer, span.label, span.fragments) == ("entities", "GPE", ((24, 29),))


def test_a_second_event_on_one_trigger_is_counted_and_a_mere_copy_is_not(project, tmp_path) -> None:
    put(tmp_path, "in/a.txt", TEXT)
    ann = "T1\tGPE 24 29\tRaqqa\nT2\tCAPTURE 10 14\tviel\nT3\tORG 4 9\tleger\nE1\tCAPTURE:T2 PLACE:T1\n"
    more = "E2\tCAPTURE:T2 AGENT:T3\nE3\tCAPTURE:T2 PLACE:T1\nA1\tfactuality E2 NEGATED\n"
    path = put(tmp_path, "in/a.ann", ann + more)
    left_out = {
        f"role AGENT “leger” of a second CAPTURE “viel” in {path}": 1,
        f"attribute factuality=NEGATED of a second CAPTURE “viel” in {path}": 1,
    }
    assert seen(project, path).left_out == left_out
    report = bring(project, path, actor="anna")
    assert report.left_out == left_out
    events = [one for one in project.decided(report.added[0], "anna").spans.values() if isinstance(one, Event)]
    assert [[argument.role for argument in one.arguments] for one in events] == [["PLACE"]]


def test_what_a_file_says_beyond_a_span_that_is_there_is_listed(project, tmp_path) -> None:
    put(tmp_path, "in/a.txt", TEXT)
    ann = "T1\tGPE 24 29\tRaqqa\nT2\tCAPTURE 10 14\tviel\nE1\tCAPTURE:T2 PLACE:T1\n"
    path = put(tmp_path, "in/a.ann", ann)
    bring(project, path, actor="anna")
    assert bring(project, path, actor="anna").left_out == {}
    put(tmp_path, "in/a.ann", ann.replace("PLACE:T1", "PLACE:T1 AGENT:T3") + "T3\tORG 4 9\tleger\n")
    assert bring(project, path, actor="anna").left_out == {
        f"role AGENT “leger” of a second CAPTURE “viel” in {path}": 1
    }


def test_a_file_left_out_leaves_no_counts_behind(project, tmp_path) -> None:
    bad = put(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 29, "CITY"]]})
    bad.write_text(bad.read_text("utf-8") + '{"text": ', "utf-8")
    report = bring(project, bad, on_error="skip", unknown_labels="skip")
    assert (report.left_out, report.added, len(report.skipped)) == ({}, [], 1)


def test_two_records_of_one_text_see_one_another(project, tmp_path) -> None:
    rejection = {"text": TEXT, "spans": [{"start": 4, "end": 9, "label": "ORG"}], "answer": "reject"}
    path = tmp_path / "a.jsonl"
    lines = [
        {"text": TEXT, "spans": [GPE], "answer": "accept"},
        {"text": TEXT, "spans": [GPE], "answer": "accept"},
        rejection,
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    report = bring(project, path, actor="anna")
    decided = project.decided(report.added[0], "anna")
    assert (len(decided.spans), len(decided.verdicts), decided.status) == (1, 1, "done")


def test_utf16_offsets_are_converted_and_told(project, tmp_path) -> None:
    start = TEXT.index("Daarna") + 1
    value = [{"data": {"text": TEXT}, "annotations": [{"result": [
        {"id": "a", "type": "labels", "value": {"start": start, "end": start + 6, "text": "Daarna", "labels": ["DATE"]}}
    ]}]}]  # fmt: skip
    report = bring(project, put(tmp_path, "a.json", value), actor="anna")
    assert any("UTF-16" in line for line in report.notes)
    (span,) = project.decided(report.added[0], "anna").spans.values()
    assert TEXT[span.start : span.end] == "Daarna"


def test_spans_off_token_edges_are_imported_as_they_are_and_counted(project, tmp_path) -> None:
    report = bring(
        project, put(tmp_path, "a.jsonl", {"text": TEXT, "label": [[24, 28, "GPE"], [9, 15, "ORG"]]}), actor="a"
    )
    assert (report.annotations, report.off_token) == (2, 2)
    assert {span.fragments for span in project.decided(report.added[0], "a").spans.values()} == {
        ((24, 28),),
        ((9, 15),),
    }


HOSTILE = {
    "a.jsonl": '{"text": "goed", "label": []}\n{"text": "x", "label": [[0, 9, "GPE"]]}\n',
    "b.jsonl": '{"text": "goed", "answer": "accept"}\n{"text": "x", "answer": NaN}\n',
    "c.json": '[{"data": {"text": "goed"}}, {"data": {"text": ',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_a_refused_file_is_kept(project, tmp_path, name) -> None:
    put(tmp_path, "in/0-good.txt", "Een goed artikel.")
    path = put(tmp_path, f"in/{name}", HOSTILE[name])
    before = state(project)
    with pytest.raises(KnownError) as caught:
        bring(project, tmp_path / "in")
    assert path.name in caught.value.what
    assert state(project) == before
    assert project.check() == []


ROUND = [one.name for one in FORMATS if one.name in ("prodigy", "doccano", "labelstudio", "brat")]


@pytest.mark.parametrize("name", ROUND)
def test_an_export_of_one_project_is_the_import_of_another(project, tmp_path, name) -> None:
    native = {
        "id": "n1", "text": TEXT, "status": "done",
        "spans": [
            {"id": "s1", "label": "GPE", "start": 24, "end": 29},
            {"id": "s2", "label": "ORG", "start": 4, "end": 9},
        ],
        "events": [
            {
                "id": "e1", "type": "CAPTURE", "fragments": [[10, 14]], "attributes": {"factuality": "REPORTED"},
                "arguments": [{"role": "PLACE", "span": "s1"}, {"role": "AGENT", "span": "s2"}],
            }
        ],
    }  # fmt: skip
    report = bring(project, put(tmp_path, "n.jsonl", native), actor="anna")
    (id,) = report.added
    out = tmp_path / ("out" if name in ("labelstudio", "brat") else "out.jsonl")
    exported = export(project, scheme_of(project), in_process, ExportRequest(name, out, "anna", documents=(id,)))
    assert (exported.listed, exported.lost) == ([], [])
    # The same text, taken in again for someone else, has to give the same decisions.
    again = bring(project, out, actor="bram")
    assert (again.formats, again.left_out) == ({name: 1}, {})
    theirs, ours = project.decided(id, "anna"), project.decided(id, "bram")
    assert ours.status == "done"
    assert {(one.layer, one.label, one.fragments) for one in ours.spans.values()} == {
        (one.layer, one.label, one.fragments) for one in theirs.spans.values()
    }
    (trigger,) = (one for one in ours.spans.values() if isinstance(one, Event))
    assert trigger.attributes == {"factuality": "REPORTED"}
    assert set(trigger.arguments) == {Argument("PLACE", "s1"), Argument("AGENT", "s2")}
    assert project.check() == []


def test_a_folder_with_a_docbin_and_whole_events_gives_their_roles(project, tmp_path) -> None:
    event = {"type": "CAPTURE", "fragments": [[10, 14]], "arguments": [{"role": "PLACE", "span": "s1"}]}
    native = {"id": "n1", "text": TEXT, "spans": [{"id": "s1", **GPE}], "events": [event]}
    (id,) = bring(project, put(tmp_path, "n.jsonl", native), actor="anna").added
    out = tmp_path / "out"
    export(project, scheme_of(project), in_process, ExportRequest("spacy", out, "anna", documents=(id,)))
    (out / "train.spacy").rename(out / "dev.spacy")  # before events.jsonl in the alphabet
    again = bring(project, out, actor="bram")
    assert (again.left_out, again.annotations) == ({}, 2)
    (theirs,) = (one for one in project.decided(id, "bram").spans.values() if isinstance(one, Event))
    assert [one.role for one in theirs.arguments] == ["PLACE"]


@pytest.mark.parametrize("name", ["brat", "webanno-tsv"])
def test_the_index_of_an_export_with_remarks_is_no_article(project, tmp_path, name) -> None:
    native = {"id": "n1", "text": TEXT, "spans": [GPE], "comments": [{"text": "zeker?"}]}
    (id,) = bring(project, put(tmp_path, "n.jsonl", native), actor="anna").added
    out = tmp_path / "out"
    export(project, scheme_of(project), in_process, ExportRequest(name, out, "anna", documents=(id,)))
    again = bring(project, out, actor="bram")
    assert again.formats == {name: 1}
    assert [one.text for one in project.decided(id, "bram").comments.values()] == ["zeker?"]


def test_an_archive_of_another_kind_is_to_be_unpacked(tmp_path) -> None:
    packed = tmp_path / "corpus.odt"
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a.tsv", "x")
    with pytest.raises(KnownError) as caught:
        list(files_of([packed], None))
    assert (caught.value.code, caught.value.todo) == ("A207", "unpack it, and import the folder")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"label": "NIX"}, "A205"), ({"attributes": {"x": "y"}}, "A205"), ({"text": "Mosul"}, "A204"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_before_the_worker_is_asked(project, tmp_path, wrong, code) -> None:
    span = {"id": "s1", "layer": "entities", "label": "GPE", "fragments": [[24, 29]], "text": "Raqqa", "attributes": {}}
    path = put(tmp_path, "a.jsonl", {"id": "a", "text": TEXT, "spans": [span | wrong]})
    asked = []

    def call(task, payload, **_):
        asked.append(task)
        return in_process(task, payload)

    with pytest.raises(KnownError) as refused:
        import_paths(project, scheme_of(project), call, [path])
    assert (refused.value.code, asked) == (code, [])


def test_an_event_that_fills_its_own_role_is_refused_before_the_worker_is_asked(project, tmp_path) -> None:
    event = {
        "id": "e1", "layer": "events", "type": "CAPTURE", "fragments": [[10, 14]], "text": "viel", "attributes": {},
        "arguments": [{"role": "PLACE", "span": "e1"}],
    }  # fmt: skip
    path = put(tmp_path, "a.jsonl", {"id": "a", "text": TEXT, "spans": [], "events": [event]})
    with pytest.raises(KnownError) as refused:
        import_paths(project, scheme_of(project), lambda *_, **__: pytest.fail("asked"), [path])
    assert refused.value.code == "A208"
    assert "PLACE" in refused.value.what


def test_a_place_that_does_not_fit_is_named_once(project, tmp_path) -> None:
    put(tmp_path, "d.txt", TEXT)
    path = put(tmp_path, "d.ann", "T1\tGPE 24 199\tRaqqa\n")
    with pytest.raises(KnownError) as refused:
        bring(project, path, format_name="brat")
    assert refused.value.what.count("[24, 199)") == 1


@pytest.mark.parametrize("said", ["suggestions", "a\nb", "x" * 101])
def test_what_is_no_annotators_name_in_a_file_stands_for_nobody(project, tmp_path, said) -> None:
    """Open suggestions, exported, are those of “suggestions”, by which `export --from` never means an annotator."""
    lines = [
        {"text": TEXT, "annotator": said, "spans": [GPE]},
        {"text": TEXT + "b", "annotator": " anna ", "spans": [GPE]},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert seen(project, path).annotators == {"": 1, "anna": 1}
    report = bring(project, path)
    assert project.actors() == ["anna", "import"]
    assert [note for note in report.notes if "is no annotator's name" in note]
    assert report.annotated == 2


def test_an_article_that_several_files_annotate_counts_once(project, tmp_path) -> None:
    put(tmp_path, "in/a.jsonl", {"text": TEXT, "spans": [{"start": 4, "end": 9, "label": "ORG"}]})
    put(tmp_path, "in/b.jsonl", {"text": TEXT, "spans": [GPE]})
    put(tmp_path, "in/c.jsonl", {"text": TEXT, "spans": [{"start": 0, "end": 3, "label": "NONE"}]})
    report = bring(project, tmp_path / "in", on_error="skip")
    assert (report.annotated, report.annotations, len(report.skipped)) == (1, 2, 1)
