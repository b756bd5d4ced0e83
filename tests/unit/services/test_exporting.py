"""Exporting: what may be written over, and what may not."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.formats import brat_writing, jsonl, parquet
from annotator.formats.records import Listed
from annotator.formats.spooled import Spooled
from annotator.services import exporting, reading_back
from annotator.services.export_report import ExportReport
from annotator.services.exporting import ExportRequest, chosen_source, export
from annotator.services.importing import import_paths
from annotator.services.previewing import look
from annotator.services.projects import scheme_of
from annotator.services.source_files import NOTE_BROKEN_OFF
from tests.samples import TEXT, at, document, suggestion
from tests.unit.formats.exported import in_process
from tests.unit.services.versions import annotate, entity, event


@pytest.fixture
def filled(project, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Homs viel.", "utf-8")
    import_paths(project, scheme_of(project), in_process, [article])
    return project


@pytest.mark.parametrize("by_link", [False, True])
def test_an_export_never_replaces_a_project(filled, tmp_path, by_link: bool) -> None:
    out = filled.path
    if by_link:
        out = tmp_path / "link.jsonl"
        out.symlink_to(filled.path)
    before = filled.path.read_bytes()
    with pytest.raises(KnownError, match="A106"):
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", out, source="suggestions"))
    assert filled.path.read_bytes() == before
    assert filled.check() == []


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal", ".lock", ".holder"])
def test_an_export_never_replaces_what_belongs_to_a_project(filled, tmp_path, ending) -> None:
    out = filled.path.with_name(filled.path.name + ending)
    before = out.read_bytes() if out.exists() else None
    with pytest.raises(KnownError, match="A106"):
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", out, source="suggestions"))
    if ending != "-shm":  # which changes as the project is read
        assert (out.read_bytes() if out.exists() else None) == before
    assert filled.check() == []


def test_an_export_replaces_a_file_of_another_kind(filled, tmp_path) -> None:
    out = tmp_path / "old.jsonl"
    out.write_text("old\n", "utf-8")
    export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", out, source="suggestions"))
    assert "Homs viel." in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda read: read[1:], "1 missing, 0 surplus; missing: Carried"),
        (lambda read: [*read, read[0]], "0 missing, 1 surplus; not asked for: Carried"),
        (lambda read: [replace(read[0], label="LOC"), *read[1:]], "1 missing, 1 surplus; missing: Carried"),
    ],
)
def test_what_is_read_back_otherwise_is_named(filled, tmp_path, monkeypatch, spoil, said) -> None:
    spans = tmp_path / "b.jsonl"
    spans.write_text('{"text": "Homs en Raqqa vielen.", "label": [[0, 4, "GPE"], [8, 13, "GPE"]]}\n', "utf-8")
    import_paths(filled, scheme_of(filled), in_process, [spans], actor="anna")
    real = jsonl.check
    monkeypatch.setattr(jsonl, "check", lambda out, options: iter(spoil(list(real(out, options)))))
    with pytest.raises(KnownError, match="A602") as caught:
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", tmp_path / "x.jsonl", source="anna"))
    assert said in caught.value.what


def test_only_some_of_many_documents_that_differ_are_looked_at(filled, tmp_path, monkeypatch) -> None:
    for number in range(3):
        spans = tmp_path / f"b{number}.jsonl"
        spans.write_text(f'{{"text": "Homs en Raqqa {number}.", "label": [[0, 4, "GPE"]]}}\n', "utf-8")
        import_paths(filled, scheme_of(filled), in_process, [spans], actor="anna")
    monkeypatch.setattr(jsonl, "check", lambda out, options: iter(()))
    monkeypatch.setattr(reading_back, "MOST", 2)
    with pytest.raises(KnownError, match="A602") as caught:
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", tmp_path / "x.jsonl", source="anna"))
    assert "2 missing, 0 surplus in the first 2 of 3 documents that differ" in caught.value.what


def test_the_report_is_one_json_object_that_counts_reasons() -> None:
    listed = Spooled()
    listed += [
        Listed("d1", "entities", "GPE", ((0, 4),), "Ho\u2028", "off"),
        Listed("d2", "e", "X", ((1, 2),), "“", "off"),
    ]
    lost = [Listed("d1", "events", "ATTACK", ((0, 1), (2, 3)), "a … b", "role PLACE: gone")]
    report = ExportReport("brat", "anna", 2, 5, 3, listed, lost, [Path("a.ann")], ["note"], "brat's rules")
    handle = io.StringIO()
    report.write(handle)
    value = json.loads(handle.getvalue())
    assert list(value)[:3] == ["format", "source", "finished"]  # by which it is told from an article
    assert (value["line"], value["listed_by_reason"]) == ("5 in = 3 out + 2 listed", {"off": 2})
    assert value["listed"][0] == {
        "document": "d1",
        "layer": "entities",
        "label": "GPE",
        "fragments": [[0, 4]],
        "text": "Ho\u2028",
        "reason": "off",
    }
    assert value["lost"][0]["reason"] == "role PLACE: gone"
    assert value["files"] == ["a.ann"]
    empty = io.StringIO()
    ExportReport("brat", "anna").write(empty)
    assert json.loads(empty.getvalue())["listed"] == []


def _report(folder: Path) -> dict[str, object]:
    return json.loads((folder / "report.json").read_text("utf-8"))


def test_a_folder_of_which_only_some_files_are_new_says_so(filled, tmp_path, monkeypatch) -> None:
    out = tmp_path / "brat"
    request = ExportRequest("brat", out, source="suggestions")
    export(filled, scheme_of(filled), in_process, request)
    assert _report(out)["finished"] is True
    seen = import_paths(filled, scheme_of(filled), in_process, [out])
    assert NOTE_BROKEN_OFF not in seen.notes

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(brat_writing, "_annotation_conf", broken_off)
    with pytest.raises(KeyboardInterrupt):
        export(filled, scheme_of(filled), in_process, request)
    assert _report(out)["finished"] is False
    assert NOTE_BROKEN_OFF in import_paths(filled, scheme_of(filled), in_process, [out]).notes
    assert look([out], scheme_of(filled), in_process).notes == [NOTE_BROKEN_OFF]
    monkeypatch.undo()
    export(filled, scheme_of(filled), in_process, request)
    assert _report(out)["finished"] is True


def test_an_export_that_is_refused_before_it_writes_leaves_the_report(filled, tmp_path, monkeypatch) -> None:
    out = tmp_path / "folder"
    export(filled, scheme_of(filled), in_process, ExportRequest("brat", out, source="suggestions"))

    def missing() -> None:
        raise KnownError("A207", "pyarrow is not installed", "install it")

    monkeypatch.setattr(parquet, "pyarrow_or_refusal", missing)
    with pytest.raises(KnownError, match="A207"):
        export(filled, scheme_of(filled), in_process, ExportRequest("parquet", out, source="suggestions"))
    assert (_report(out)["format"], _report(out)["finished"]) == ("brat", True)


def test_a_file_that_was_not_compared_has_no_report_of_the_one_before(filled, tmp_path, monkeypatch) -> None:
    request = ExportRequest("jsonl", tmp_path / "x.jsonl", source="suggestions")
    export(filled, scheme_of(filled), in_process, request)

    def differs(*_: object) -> None:
        raise KnownError("A602", "differs", "report it")

    monkeypatch.setattr(exporting, "compare", differs)
    with pytest.raises(KnownError, match="A602"):
        export(filled, scheme_of(filled), in_process, request)
    assert _report(tmp_path)["finished"] is False
    # A file is there whole or not at all, so that nothing is to be said of it.
    assert NOTE_BROKEN_OFF not in import_paths(filled, scheme_of(filled), in_process, [request.out]).notes


def test_a_folder_whose_name_is_no_utf8_is_refused(filled, tmp_path) -> None:
    out = tmp_path / os.fsdecode(b"caf\xe9") / "x.jsonl"
    with pytest.raises(KnownError, match=r"A002: .*is not UTF-8"):
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", out, source="suggestions"))


def test_a_name_like_an_address_is_a_name(filled, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    request = ExportRequest("parquet", Path("file:uri?mode=ro"), source="suggestions")
    export(filled, scheme_of(filled), in_process, request)
    assert (tmp_path / "file:uri?mode=ro" / "data" / "train-00000-of-00001.parquet").exists()
    monkeypatch.chdir(tmp_path / "file:uri?mode=ro")
    assert import_paths(filled, scheme_of(filled), in_process, [Path("data")]).added == []


def test_a_report_that_cannot_be_written_is_an_error_of_its_own(filled, tmp_path, monkeypatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.json").mkdir()
    with pytest.raises(KnownError, match=r"A002: .*report\.json"):
        export(filled, scheme_of(filled), in_process, ExportRequest("jsonl", tmp_path / "out/x.jsonl", "suggestions"))


def test_suggestions_are_a_source_of_exports_and_none_to_learn_from(project) -> None:
    for beside, hint in (((), "done"), (("suggestions",), "--from suggestions")):
        with pytest.raises(KnownError, match=f"A603: nobody has decided anything yet · .*{hint}"):
            chosen_source(project, None, beside=beside)
        with pytest.raises(KnownError, match=f"A603: nobody has decided anything yet · .*{hint}"):
            chosen_source(project, "anna", beside=beside)
    annotate(project, "anna", entity("IS", "ORG"))
    assert chosen_source(project, "suggestions") == "suggestions"
    with pytest.raises(KnownError, match=r"A604: there is no annotator 'suggestions' · use --from with one of anna$"):
        chosen_source(project, "suggestions", beside=())


def test_a_role_whose_filler_does_not_go_out_is_told(project, tmp_path) -> None:
    place, agent = entity("Raqqa", "GPE"), entity("IS", "ORG")
    annotate(project, "anna", place, agent, event("rukken", type="ADVANCE", arguments=[("PLACE", place)]))
    proposed = suggestion(document(), "entities", "ORG", at(TEXT, "Belga"))
    project.put_suggestions("d1", [proposed], run={})
    annotate(project, "bram", event("viel", arguments=[("AGENT", proposed)]))

    def lost(*, format="jsonl", **asked):
        request = ExportRequest(format, tmp_path / format, documents=("d1", "d1"), **asked)
        report = export(project, scheme_of(project), in_process, request)
        assert report.documents == 1
        return [(one.text, one.reason) for one in report.lost]

    assert lost(source="anna") == []
    assert lost(source="anna", layers=("events",)) == [("rukken", "role PLACE: its filler is not carried")]
    assert lost(source="bram") == [("viel", "role AGENT: its filler is not carried")]
    assert lost(format="conll2002", source="bram") == []  # the event is listed itself


def test_a_report_of_another_export_is_not_replaced_unsaid(filled, tmp_path) -> None:
    def notes(name: str, format_name: str = "jsonl") -> list[str]:
        request = ExportRequest(format_name, tmp_path / "out" / name, source="suggestions")
        return export(filled, scheme_of(filled), in_process, request).notes

    assert notes("a.jsonl") == []
    assert notes("a.jsonl") == []  # the same once more
    assert notes("b.jsonl") == ["report.json was about a.jsonl; it is about this export now"]
    assert notes("a.jsonl") == ["report.json was about b.jsonl; it is about this export now"]
    assert notes("", "brat") == ["report.json was about a.jsonl; it is about this export now"]
    assert notes("", "brat") == []
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["format"] == "brat"
    (tmp_path / "out" / "report.json").write_text('{"format": 1', "utf-8")  # of somebody else
    assert notes("c.jsonl") == []
