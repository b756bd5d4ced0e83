"""Archives are imported as folders are: document exports, exported projects with their annotators, hostile ones."""

from __future__ import annotations

import io
import json
import struct
import time
import zipfile

import pytest

from annotator.core.span import Event
from annotator.errors import KnownError
from annotator.formats import limits, zip_members
from annotator.services.exporting import ExportRequest, export
from annotator.services.importing import import_paths
from annotator.services.new_project import look_at
from annotator.services.previewing import look
from annotator.services.projects import scheme_of
from annotator.services.registry import resolve
from annotator.services.source_files import files_of
from tests.unit.formats.exported import in_process
from tests.unit.formats.other_tools import SAMPLES

TEXT = "Het leger viel Raqqa binnen."
SYSTEM = (
    '<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
    "<types><typeDescription><name>webanno.custom.Entities</name><supertypeName>uima.tcas.Annotation</supertypeName>"
    "<features><featureDescription><name>label</name><rangeTypeName>uima.cas.String</rangeTypeName>"
    "</featureDescription></features></typeDescription></types></typeSystemDescription>"
)


def xmi(*labels, text=TEXT):
    places = {"GPE": (15, 20), "ORG": (4, 9), "PERSON": (0, 3)}
    made = "".join(
        f'<c:Entities xmi:id="{10 + number}" sofa="1" begin="{start}" end="{end}" label="{label}"/>'
        for number, (label, (start, end)) in enumerate((label, places[label]) for label in labels)
    )
    return (
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
        f'xmlns:c="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>{made}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
        '<cas:View sofa="1" members="10 11"/></xmi:XMI>'
    )


TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Entities|label\n\n\n#Text=Het leger viel Raqqa binnen.\n"
    "1-1\t0-3\tHet\t_\t\n1-2\t4-9\tleger\tORG\t\n1-3\t10-14\tviel\t_\t\n1-4\t15-20\tRaqqa\tGPE\t\n"
    "1-5\t21-27\tbinnen\t_\t\n1-6\t27-28\t.\t_\t\n"
)


def packed(path, members):
    target = io.BytesIO() if path is None else path
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue() if path is None else path


def bring(project, *paths, **others):
    return import_paths(project, scheme_of(project), in_process, paths, **others)


def seen(project, *paths, **others):
    return look(paths, scheme_of(project), in_process, project=project, **others)


def decided(project, actor):
    id = project.document_ids()[-1]
    return sorted(one.label for one in project.decided(id, actor).spans.values()), project.decided(id, actor).status


def project_files(**others):
    states = [
        {"name": "raqqa.txt", "user": "anna", "state": "FINISHED"},
        {"name": "raqqa.txt", "user": "bram", "state": "INPROGRESS"},
        {"name": "raqqa.txt", "user": "cor", "state": "NEW"},
    ]
    return {
        "exportedproject8.json": json.dumps({"name": "demo", "annotation_documents": states}),
        "source/raqqa.txt": TEXT,
        "log/demo.log": "x",
        "annotation_ser/raqqa.txt/anna.ser": b"\xac\xed",
        "annotation/raqqa.txt/INITIAL_CAS.zip": packed(None, {"INITIAL_CAS.xmi": xmi(), "TypeSystem.xml": SYSTEM}),
        "annotation/raqqa.txt/anna.zip": packed(None, {"anna.xmi": xmi("GPE"), "TypeSystem.xml": SYSTEM}),
        "annotation/raqqa.txt/bram.tsv": TSV,
        "curation/raqqa.txt/CURATION_USER.zip": packed(None, {"CURATION_USER.xmi": xmi("PERSON")}),
        **others,
    }


def test_the_export_of_a_document_is_read_with_its_type_system(project, tmp_path) -> None:
    path = packed(tmp_path / "raqqa.zip", {"raqqa.xmi": xmi("GPE", "ORG"), "TypeSystem.xml": SYSTEM})
    found = seen(project, path)
    assert (found.formats, found.documents, found.labels.total()) == ({"cas-xmi": 1}, 1, 2)
    assert str(found.files[0].path) == f"{path}!raqqa.xmi"
    report = bring(project, path, actor="anna")
    assert (report.formats, report.annotations) == ({"cas-xmi": 1}, 2)
    assert decided(project, "anna") == (["GPE", "ORG"], "todo")
    assert project.check() == []


@pytest.mark.parametrize("is_packed", [True, False])
def test_an_exported_project_has_its_annotators(project, tmp_path, is_packed) -> None:
    path = tmp_path / "demo.zip"
    if is_packed:
        packed(path, project_files())
    else:
        path = tmp_path / "demo"
        for name, content in project_files().items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = seen(project, path)
    assert found.annotators == {"anna": 1, "bram": 1, "curation": 1}
    assert (found.documents, found.again) == (1, 2)  # one text, of three people
    report = bring(project, path)
    assert (len(report.added), report.duplicates, report.annotations) == (1, 2, found.labels.total())
    assert report.added == ["raqqa.txt"]
    assert decided(project, "anna") == (["GPE"], "done")
    assert decided(project, "bram") == (["GPE", "ORG"], "busy")
    assert decided(project, "curation") == (["PERSON"], "done")
    assert set(project.actors()) == {"anna", "bram", "curation"}
    assert any("settings, logs, guidelines" in one for one in report.notes)


def test_what_the_preview_found_good_is_imported_as_of_the_same_annotators(project, tmp_path) -> None:
    path = packed(tmp_path / "demo.zip", project_files())
    bring(project, *seen(project, path).good)
    assert set(project.actors()) == {"anna", "bram", "curation"}


def test_whoever_is_named_gets_all_of_it(project, tmp_path) -> None:
    members = {name: one for name, one in project_files().items() if "bram" not in name and "curation" not in name}
    bring(project, packed(tmp_path / "demo.zip", members), actor="zoë")
    assert project.actors() == ["zoë"]


def test_archives_of_early_versions_are_named_by_what_is_in_them(project, tmp_path) -> None:
    members = {
        "exportedproject1.json": project_files()["exportedproject8.json"],
        "annotation/raqqa.txt/webanno3259911804369659129export.zip": packed(
            None, {"anna.xmi": xmi("GPE"), "typesystem.xml": SYSTEM}
        ),
    }
    bring(project, packed(tmp_path / "demo.zip", members))
    assert decided(project, "anna") == (["GPE"], "done")


def test_who_is_not_in_the_settings_is_not_guessed(project, tmp_path) -> None:
    members = {
        "exportedproject1.json": project_files()["exportedproject8.json"],
        "annotation/raqqa.txt/webanno77export.zip": packed(None, {"raqqa.xmi": xmi("GPE")}),
    }
    report = bring(project, packed(tmp_path / "demo.zip", members))
    assert project.actors() == ["import"]
    assert any("who annotated" in one and "raqqa.txt" in one for one in report.notes)


def test_a_document_that_nobody_annotated_comes_as_it_was(project, tmp_path) -> None:
    members = {name: one for name, one in project_files().items() if "INITIAL" in name or "exported" in name}
    report = bring(project, packed(tmp_path / "demo.zip", members))
    assert (report.added, report.annotated) == (["raqqa.txt"], 0)


def test_a_project_of_java_objects_alone_is_refused_with_the_way_out(project, tmp_path) -> None:
    members = {name: one for name, one in project_files().items() if name.endswith((".ser", "json", "raqqa.txt"))}
    with pytest.raises(KnownError, match=r"A207.*\.ser.*UIMA CAS XMI or WebAnno TSV 3"):
        bring(project, packed(tmp_path / "demo.zip", members))


def test_a_brat_collection_and_a_folder_of_archives(project, tmp_path) -> None:
    ann = "T1\tGPE 15 20\tRaqqa\nT2\tCAPTURE 10 14\tviel\nE1\tCAPTURE:T2 PLACE:T1\n"
    (tmp_path / "in").mkdir()
    packed(tmp_path / "in" / "brat.zip", {"data/a.txt": TEXT, "data/a.ann": ann, "__MACOSX/data/._a.ann": "x"})
    packed(tmp_path / "in" / "doccano.zip", {"anna.jsonl": json.dumps({"text": TEXT + "d", "label": [[4, 9, "ORG"]]})})
    packed(tmp_path / "in" / "pictures.zip", {"a.png": b"\x89PNG"})
    report = bring(project, tmp_path / "in")
    assert report.formats == {"brat": 1, "doccano": 1}
    (trigger,) = (
        one for id in report.added for one in project.decided(id, "import").spans.values() if isinstance(one, Event)
    )
    assert [one.role for one in trigger.arguments] == ["PLACE"]


def test_a_broken_archive_in_a_folder_can_be_left_out(project, tmp_path) -> None:
    (tmp_path / "in").mkdir()
    packed(tmp_path / "in" / "good.zip", {"a.txt": TEXT})
    (tmp_path / "in" / "bad.zip").write_bytes(b"PK\x03\x04 no archive")
    assert [one.path.name for one in seen(project, tmp_path / "in").refused] == ["bad.zip"]
    with pytest.raises(KnownError, match=r"A202.*bad\.zip"):
        bring(project, tmp_path / "in")
    report = bring(project, tmp_path / "in", on_error="skip")
    assert (len(report.added), [one["error"] for one in report.skipped]) == (1, ["A202"])


def encrypted(path):
    packed(path, {"a.txt": TEXT})
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign) + place
        data[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(bytes(data))
    return path


def lying(path):
    """The table says that a member is small."""
    packed(path, {"a.txt": "x" * 900_000})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(bytes(data))
    return path


HOSTILE = {
    "slip": (lambda path: packed(path, {"../../a.txt": TEXT}), "A202"),
    "absolute": (lambda path: packed(path, {"/etc/a.txt": TEXT}), "A202"),
    "drive": (lambda path: packed(path, {"c:\\a.txt": TEXT}), "A202"),
    "bomb": (lambda path: packed(path, {"a.txt": b"0" * 30_000_000}), "A203"),
    "many": (lambda path: packed(path, {f"{n}.x": b"" for n in range(60)}), "A203"),
    "encrypted": (encrypted, "A202"),
    "lying table": (lying, "A202"),
    "nested": (lambda path: packed(path, {"b.zip": packed(None, {"a.txt": TEXT})}), "A202"),
    "nested deeper": (
        lambda path: packed(
            path,
            {
                "exportedproject1.json": "{}",
                "annotation/a.txt/anna.zip": packed(None, {"x.zip": packed(None, {"a.xmi": xmi()})}),
            },
        ),
        "A207",
    ),
    "bomb within": (
        lambda path: packed(
            path,
            {
                "exportedproject1.json": "{}",
                "annotation/a.txt/anna.zip": packed(None, {"anna.xmi": b" " * 30_000_000}),
            },
        ),
        "A203",
    ),
    "nothing known": (lambda path: packed(path, {"a.png": b"\x89PNG"}), "A207"),
    "empty": (lambda path: packed(path, {}), "A207"),
    "cut off": (lambda path: path.write_bytes(packed(None, {"a.txt": TEXT})[:-30]) and path, "A202"),
    "settings that are none": (
        lambda path: packed(path, {"exportedproject1.json": "{", "annotation/a.txt/anna.tsv": TSV}),
        "A202",
    ),
}


@pytest.mark.parametrize(("make", "code"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_archives_are_refused_soon_and_whole(project, tmp_path, monkeypatch, make, code) -> None:
    monkeypatch.setattr(zip_members, "_BOUNDS", zip_members.Bounds(10**8, 50, 10**8, 10**9))
    path = make(tmp_path / "a.zip")
    before = project.document_ids(), list(project.operations())
    started = time.perf_counter()
    with pytest.raises(KnownError) as caught:
        bring(project, path)
    assert time.perf_counter() - started < 20
    assert caught.value.code == code, str(caught.value)
    assert "a.zip" in caught.value.what
    assert (project.document_ids(), list(project.operations())) == before
    assert [one.path.name for one in seen(project, path).refused] != []


def test_all_files_of_an_archive_together_have_a_limit(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(limits, "COLLECTION_INFLATED_BYTES", 10)
    with pytest.raises(KnownError, match=r"A203.*at most 10"):
        list(files_of([packed(tmp_path / "a.zip", {"a.txt": TEXT})], None))


def test_a_format_that_needs_a_disk_says_so(tmp_path) -> None:
    path = packed(tmp_path / "a.zip", {"a.parquet": b"PAR1" + b"\0" * 20})
    with pytest.raises(KnownError, match=r"A207.*parquet cannot be read in an archive"):
        list(files_of([path], None))


def test_exports_of_ours_come_back_from_an_archive(project, tmp_path) -> None:
    bring(project, packed(tmp_path / "raqqa.zip", {"raqqa.xmi": xmi("GPE", "ORG")}), actor="anna")
    outs = {"brat": "", "webanno-tsv": "", "cas-xmi": "", "conllu-plus": "a.conllup", "jsonl": "a.jsonl"}
    for name, out in outs.items():
        folder = tmp_path / name
        folder.mkdir()
        export(project, scheme_of(project), in_process, ExportRequest(name, folder / out, "anna"))
        files = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
        found = seen(project, packed(tmp_path / f"{name}.zip", files))
        assert not found.refused, found.refused
        assert (found.formats.keys(), found.documents) == ({name}, len(project.document_ids()))
        assert found.labels == {"GPE": 1, "ORG": 1}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_files_of_other_tools_are_read_in_an_archive_too(tmp_path, name) -> None:
    sample = SAMPLES[name]
    ((path, file_format),) = files_of([packed(tmp_path / "a.zip", sample.files)], None)
    assert file_format.name == sample.format
    documents = list(resolve(file_format.reader)(path, {"layers": ("entities", "events"), "event_layers": {"events"}}))
    assert sum(len(one.spans) for one in documents) == len(sample.spans)


def test_no_archive_stays_open(project, tmp_path) -> None:
    good = packed(tmp_path / "good.zip", {"a.txt": TEXT})
    bad = packed(tmp_path / "bad.zip", {"a.jsonl": "{"})
    seen(project, good)
    assert zip_members._kept() == {}
    with pytest.raises(KnownError):
        bring(project, good, bad)
    assert zip_members._kept() == {}
    assert [one.problem for one in look_at([good])] == [""]
    assert zip_members._kept() == {}


def test_a_preview_of_a_large_archive_is_told_as_json_soon(project, tmp_path) -> None:
    found = seen(project, packed(tmp_path / "a.zip", {f"{n}.txt": f"{n} {TEXT}" for n in range(600)}))
    started = time.process_time()
    told = json.dumps(found.to_json())
    assert time.process_time() - started < 2
    assert told.count("a.zip!") == 600 + len(found.first)
