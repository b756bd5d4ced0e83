"""Work packages as files: kept whole on their way, and every hostile or damaged file refused before it does harm."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
from contextlib import suppress

import pytest

from annotator.core.decision import Comment, Decision, Operation, Status, Verdict
from annotator.core.span import Argument, Event, Span
from annotator.core.text import sha256_of
from annotator.errors import KnownError
from annotator.formats import archive, limits, package
from annotator.formats.archive import reading, writing
from annotator.formats.json_fields import Fields
from annotator.formats.operation_json import operation_line, read_operation, read_suggestion
from annotator.formats.package import Assignment, PackageContent, Return, is_signed, open_package, read_return
from annotator.formats.package_parts import Rule, document_json, suggestions_json
from tests.samples import document, suggestion

KEY = b"k" * 32
DOCUMENT = document("Een tekst met 😀 erin.", id="d é")._replace(meta={"date": "2018-05-21", "source": ["Belga"]})
SCHEME = 'name = "small"'
ASSIGNMENT = Assignment(
    id="a1",
    annotator="anna",
    project="r1",
    made="2026-01-31T12:00:00.000Z",
    language="nl",
    scheme={"name": "small", "version": 1, "sha256": sha256_of(SCHEME)},
    guideline=1,
    tokenizer={"name": "words", "version": 1},
    tokenizer_hash="abc",
    has_suggestions=True,
    documents={DOCUMENT.id: DOCUMENT.sha256},
)
PROPOSED = suggestion(DOCUMENT, "events", "ATTACK", (4, 9), (14, 15), arguments=(Argument("AGENT", "g1"),))
SPAN = Span("s1", "entities", "GPE", ((0, 3),), {}, "accepted", "g1", 0.93)
EVENT = Event(
    "e1", "events", "ATTACK", ((4, 9), (14, 15)), {"factuality": "REPORTED"}, arguments=(Argument("AGENT", "s1"),)
)
OPERATION = Operation(
    id="o1",
    replica="r2",
    actor="anna",
    sequence=1,
    kind="import",
    document=DOCUMENT.id,
    at="2026-01-31T12:00:00.000Z",
    decisions=(
        Decision(DOCUMENT.id, "span", "s1", None, SPAN),
        Decision(DOCUMENT.id, "span", "e1", None, EVENT),
        Decision(DOCUMENT.id, "verdict", "g1", None, Verdict("accepted", "entities", "GPE", ((0, 3),), 0.93, "rules")),
        Decision(DOCUMENT.id, "status", "", Status("todo"), Status("done")),
        Decision(DOCUMENT.id, "comment", "c1", None, Comment("twee\nregels 😀", "s1")),
        Decision(DOCUMENT.id, "comment", "c2", Comment("weg"), None),
    ),
    scheme_version=1,
).sealed()


def content(**fields):
    plain = {
        "scheme": SCHEME,
        "rules": (Rule(1, "entities", "GPE", "Ook wijken."),),
        "documents": (DOCUMENT,),
        "suggestions": ((DOCUMENT.id, (PROPOSED,)),),
    }
    return PackageContent(**{**plain, **fields})


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "anna.annopack"
    package.write_package(made, ASSIGNMENT, content(), key=KEY)
    return made


@pytest.fixture
def back(path):
    out = path.with_name("back.annopack")
    with open_package(path) as reader:
        work = Return(reader.manifest, "anna", "r2", (OPERATION,), {DOCUMENT.id: (PROPOSED,)})
        package.write_return(out, reader.manifest.value, work)
    return out


def known(code, why=""):
    return pytest.raises(KnownError, match=rf"^{code}: .*{why}")


def read_all(path):
    with open_package(path) as reader:
        return reader.scheme(), reader.rules(), list(reader.documents()), dict(reader.suggestions())


# Kept whole


def test_a_package_keeps_everything(path) -> None:
    assert read_all(path) == (
        SCHEME,
        [Rule(1, "entities", "GPE", "Ook wijken.")],
        [DOCUMENT],
        {DOCUMENT.id: (PROPOSED,)},
    )
    with open_package(path) as reader:
        assert reader.manifest.assignment == ASSIGNMENT
        assert is_signed(reader.manifest, KEY)
        assert not is_signed(reader.manifest, b"x" * 32)
    assert package.kind_of(path) == "package"


def test_a_return_keeps_everything(back) -> None:
    read = read_return(back)
    assert read.operations == (OPERATION,)
    assert read.operations[0].digest() == OPERATION.hash
    assert read.suggestions == {DOCUMENT.id: (PROPOSED,)}
    assert (read.annotator, read.replica, read.manifest.assignment) == ("anna", "r2", ASSIGNMENT)
    assert is_signed(read.manifest, KEY)
    assert package.kind_of(back) == "return"


def test_the_same_package_is_the_same_bytes(path, tmp_path) -> None:
    package.write_package(tmp_path / "again.annopack", ASSIGNMENT, content(), key=KEY)
    assert (tmp_path / "again.annopack").read_bytes() == path.read_bytes()


def test_a_package_that_cannot_be_finished_is_not_there(tmp_path) -> None:
    def broken():
        yield DOCUMENT
        raise RuntimeError("disk")

    with pytest.raises(RuntimeError):
        package.write_package(tmp_path / "x.annopack", ASSIGNMENT, content(documents=broken()), key=KEY)
    assert list(tmp_path.iterdir()) == []
    with known("A002"):
        package.write_package(tmp_path / "no" / "x.annopack", ASSIGNMENT, content(), key=KEY)


# Hostile zips


def rezipped(path, change=lambda members: members, *, compression=zipfile.ZIP_DEFLATED, info=lambda one: one):
    """The archive written anew by an ordinary zip program, after a change to its members."""
    with zipfile.ZipFile(path) as source:
        members = [(name, source.read(name)) for name in source.namelist()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as target:
        for name, data in change(members):
            one = zipfile.ZipInfo(name)
            one.compress_type = compression
            target.writestr(info(one), data)
    path.write_bytes(buffer.getvalue())
    return path


def test_an_ordinary_zip_of_the_same_parts_is_taken(path) -> None:
    before = read_all(path)
    assert read_all(rezipped(path)) == before
    assert read_all(rezipped(path, compression=zipfile.ZIP_STORED)) == before


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "documents.jsonl/",
        "a/b",
        "C:\\x",
        "..\\x",
        "extra.txt",
        "operations.jsonl",
        "DOCUMENTS.JSONL",
    ],
)
def test_parts_of_other_names_and_paths_are_refused(path, name) -> None:
    with known("A801", "does not belong in a work package|is missing"):
        read_all(rezipped(path, lambda members: [*members, (name, b"x")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(path) -> None:
    with known("A801", "is there twice"):
        read_all(rezipped(path, lambda members: [*members, members[-1]]))


def test_links_folders_and_devices_are_refused(path) -> None:
    for mode in (stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR):

        def as_mode(one, mode=mode):
            one.external_attr = (mode | 0o777) << 16
            return one

        with known("A801", "is no plain file"):
            read_all(rezipped(path, info=as_mode))


def test_other_ways_of_packing_are_refused(path) -> None:
    for compression in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with known("A801", "is packed in a way"):
            read_all(rezipped(path, compression=compression))


def patched(path, signature, offset, value):
    """Every header of that signature with two bytes changed."""
    data = bytearray(path.read_bytes())
    position = data.find(signature)
    while position >= 0:
        data[position + offset : position + offset + len(value)] = value
        position = data.find(signature, position + 4)
    path.write_bytes(bytes(data))
    return path


def test_encrypted_parts_are_refused(path) -> None:
    with known("A801", "is encrypted"):
        read_all(patched(path, b"PK\x01\x02", 8, b"\x01\x00"))


def test_a_declared_bomb_is_refused_unread(path) -> None:
    zeros = b"0" * (5 * limits.MEGABYTE)
    with known("A203"):
        read_all(rezipped(path, lambda members: [(n, zeros if n == package.DOCUMENTS else d) for n, d in members]))


def test_a_bomb_that_declares_less_is_cut_off(path) -> None:
    zeros = b"0" * (20 * limits.MEGABYTE)
    rezipped(path, lambda members: [(n, zeros if n == package.DOCUMENTS else d) for n, d in members])
    data = path.read_bytes()
    assert data.count(struct.pack("<I", len(zeros))) == 2  # beside the part, and in the table
    path.write_bytes(data.replace(struct.pack("<I", len(zeros)), struct.pack("<I", 900_000)))
    with known("A801", "cannot be read"):
        read_all(path)


def test_sizes_over_the_limits_are_refused(path, monkeypatch) -> None:
    for name, value in (("MEMBER_BYTES", 10), ("TOTAL_BYTES", 100), ("MEMBERS", 3), ("FILE_BYTES", 100)):
        with monkeypatch.context() as patch:
            patch.setattr(archive, name, value)
            with known("A203"):
                read_all(path)


def test_a_line_of_a_hundred_megabytes_is_refused_early(path) -> None:
    line = b'{"a": "' + bytes(range(48, 123)) * (100 * limits.MEGABYTE // 75) + b'"}'
    rezipped(
        path,
        lambda members: [(n, line if n == package.DOCUMENTS else d) for n, d in members],
        compression=zipfile.ZIP_STORED,
    )
    with known("A203"):
        read_all(path)


def test_many_parts_are_refused_before_their_table_is_read(path) -> None:
    with known("A203"):
        read_all(rezipped(path, lambda _: [(f"n{number}", b"") for number in range(3000)]))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"no zip at all" * 100,
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"x",
        lambda data: b"#!/bin/sh\n" + data,
        lambda data: data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:],
        lambda data: data[:-2] + b"\x05\x00hello",
        lambda data: data + data,
    ],
)
def test_what_is_cut_joined_or_no_zip_is_refused(path, damage) -> None:
    path.write_bytes(damage(path.read_bytes()))
    with known("A801"):
        read_all(path)


def test_every_flipped_byte_is_refused_or_does_no_harm(path) -> None:
    whole, good = path.read_bytes(), read_all(path)
    for position in range(0, len(whole), 7):
        data = bytearray(whole)
        data[position] ^= 0x41
        path.write_bytes(bytes(data))
        with suppress(KnownError):
            assert read_all(path) == good, position


# Parts that are not what they should be


def changed(path, name, change):
    return rezipped(path, lambda members: [(n, change(d) if n == name else d) for n, d in members])


@pytest.mark.parametrize("name", [package.DOCUMENTS, package.SUGGESTIONS, package.GUIDELINE, package.SCHEME])
def test_a_part_that_is_not_the_one_of_the_manifest_is_refused(path, name) -> None:
    with known("A801"):
        read_all(changed(path, name, lambda data: data + b"\n"))


@pytest.mark.parametrize("name", package.PACKAGE_PARTS)
def test_a_missing_part_is_refused(path, name) -> None:
    with known("A801"):
        read_all(rezipped(path, lambda members: [one for one in members if one[0] != name]))


def with_manifest(path, change):
    def changed_manifest(data):
        value = json.loads(data)
        change(value)
        return json.dumps(value).encode()

    return changed(path, package.MANIFEST, changed_manifest)


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(kind="return"),
        lambda value: value.update(annopack=2),
        lambda value: value.update(signature="x"),
        lambda value: value.pop("signature"),
        lambda value: value.update(assignment=[]),
        lambda value: value["assignment"].update(documents=[]),
        lambda value: value["assignment"].update(documents=value["assignment"]["documents"] * 2),
        lambda value: value["assignment"].update(annotator=7),
        lambda value: value["assignment"].update(annotator="a\x00b"),
        lambda value: value["assignment"].update(guideline=True),
        lambda value: value["assignment"].update(tokenizer=None),
        lambda value: value["members"].pop("documents.jsonl"),
        lambda value: value["members"]["documents.jsonl"].update(bytes=-1),
    ],
)
def test_a_malformed_manifest_is_refused(path, change) -> None:
    with known("A801"):
        read_all(with_manifest(path, change))


def test_what_a_newer_program_made_says_so(path, back) -> None:
    for one in (path, back):
        newer = with_manifest(one, lambda value: value.update(annopack=2))
        with pytest.raises(KnownError, match=r"^A801: .*newer program: version 2 .* knows 1 · update the program"):
            read_all(newer) if one is path else read_return(newer)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff", b'{"a": NaN}', b'{"annopack": 1, "annopack": 1}', b"[" * 9999]
)
def test_a_manifest_that_is_no_json_is_refused(path, data) -> None:
    with known("A801"):
        read_all(changed(path, package.MANIFEST, lambda _: data))


def test_documents_must_be_the_ones_assigned(tmp_path) -> None:
    other = document("Een andere tekst.", id="d é")
    for documents in ((other,), (), (DOCUMENT, document(id="d2")), (DOCUMENT, DOCUMENT)):
        path = tmp_path / "x.annopack"
        package.write_package(path, ASSIGNMENT, content(documents=documents), key=KEY)
        with known("A801"):
            read_all(path)


def resigned(tmp_path, line):
    """A package with a document's line of one's own, by someone who makes all hashes fit."""
    path = tmp_path / "x.annopack"
    with writing(path) as writer:
        members = {
            package.SCHEME: writer.add(package.SCHEME, [SCHEME.encode()]),
            package.GUIDELINE: writer.add(package.GUIDELINE, []),
            package.DOCUMENTS: writer.add(package.DOCUMENTS, [json.dumps(line).encode()]),
            package.SUGGESTIONS: writer.add(package.SUGGESTIONS, []),
        }
        manifest = {"annopack": 1, "kind": "package", "assignment": package._assignment_json(ASSIGNMENT)}
        manifest["members"] = package._members_json(members)
        manifest["signature"] = package.sign(manifest, KEY)
        writer.add(package.MANIFEST, [json.dumps(manifest).encode()])
    return path


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("text", "Een tekst met 😀 erin!", "A204"),
        ("text", None, "A204"),
        ("tokens", [[0, 99]], "A204"),
        ("tokens", [[3, 4]], "A204"),
        ("tokens", [[4, 9], [0, 3]], "A204"),
        ("tokens", [[True, 2]], "A202"),
        ("tokens", "x", "A202"),
        ("sentences", [[0, 99]], "A204"),
        ("regions", [["code", 0, 99, ""]], "A202"),
        ("regions", [["code", 0, 1]], "A202"),
        ("regions", [["code", 0, 0, ""]], "A202"),
        ("regions", [["code", -1, 2, ""]], "A202"),
        ("regions", [["code", True, 2, ""]], "A202"),
        ("meta", [], "A202"),
        ("title", 7, "A202"),
        ("id", "", "A202"),
    ],
)
def test_malformed_documents_are_refused(tmp_path, field, value, code) -> None:
    line = document_json(DOCUMENT)
    with known(code):
        read_all(resigned(tmp_path, {**line, field: value}))


def test_a_region_may_reach_from_the_first_character_to_the_last(tmp_path) -> None:
    whole = ["code", 0, len(DOCUMENT.text), "x"]
    _, _, (read,), _ = read_all(resigned(tmp_path, {**document_json(DOCUMENT), "regions": [whole]}))
    assert [list(one) for one in read.regions] == [whole]


# Operations from elsewhere


def operation_with(**fields):
    return {**operation_line(OPERATION), **fields}


def decision(kind, after, *, target="s1", before=None):
    return {"decisions": [[DOCUMENT.id, kind, target, before, after]]}


SPAN_JSON = {"id": "s1", "layer": "entities", "label": "GPE", "fragments": [[0, 3]], "origin": "added"}
VERDICT_JSON = {
    "outcome": "accepted", "layer": "entities", "label": "GPE", "fragments": [[0, 3]], "score": 0.5, "suggester": "r",
}  # fmt: skip


def test_an_operation_reads_back_as_it_was() -> None:
    assert read_operation(Fields(operation_line(OPERATION), where="x")) == OPERATION
    value = operation_with(**decision("span", SPAN_JSON))
    assert read_operation(Fields(value, where="x")).decisions[0].after.label == "GPE"


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "bad id"}, {"id": 7}, {"id": ""}, {"replica": "../x"}, {"actor": None}, {"actor": "a\x00"},
        {"sequence": -1}, {"sequence": 1.0}, {"sequence": True}, {"sequence": 10**13}, {"elapsed_ms": "1"},
        {"elapsed_ms": -5}, {"scheme_version": None}, {"at": "gisteren"}, {"at": "2026-01-31"}, {"hash": "abc"},
        {"previous": None}, {"reverts": 7}, {"sources": "x"}, {"sources": [7]}, {"decisions": {}},
        {"decisions": [[]]}, {"decisions": [["d", "spell", "x", None, None]]},
        {"decisions": [[1, "span", "x", None, None]]},
        {"decisions": [["d", "span", "x" * 2000, None, None]]}, {"surplus": 1}, {"document": None},
        decision("span", []), decision("span", "x"), decision("span", {**SPAN_JSON, "id": None}),
        decision("span", {**SPAN_JSON, "label": 7}), decision("span", {**SPAN_JSON, "label": ""}),
        decision("span", {**SPAN_JSON, "fragments": []}), decision("span", {**SPAN_JSON, "fragments": [[0]]}),
        decision("span", {**SPAN_JSON, "fragments": [[0, 1.5]]}),
        decision("span", {**SPAN_JSON, "fragments": [[0, True]]}),
        decision("span", {**SPAN_JSON, "fragments": [[0, 1]] * 65}), decision("span", {**SPAN_JSON, "origin": "magic"}),
        decision("span", {**SPAN_JSON, "score": 2}), decision("span", {**SPAN_JSON, "score": None}),
        decision("span", {**SPAN_JSON, "score": True}), decision("span", {**SPAN_JSON, "attributes": {"a": 1}}),
        decision("span", {**SPAN_JSON, "attributes": {}}), decision("span", {**SPAN_JSON, "event": False}),
        decision("span", {**SPAN_JSON, "event": 1}), decision("span", {**SPAN_JSON, "arguments": [["A"]]}),
        decision("span", {**SPAN_JSON, "event": True, "arguments": [["", "s1"]]}),
        decision("span", {**SPAN_JSON, "arguments": [["A", "s1"]]}), decision("span", {**SPAN_JSON, "more": 1}),
        decision("span", {**SPAN_JSON, "suggestion": None}), decision("verdict", {**VERDICT_JSON, "outcome": "maybe"}),
        decision("verdict", {**VERDICT_JSON, "score": None}), decision("verdict", {**VERDICT_JSON, "suggester": None}),
        decision("verdict", {**VERDICT_JSON, "more": 1}), decision("verdict", SPAN_JSON),
        decision("status", {"value": 7}), decision("status", {}), decision("status", {"value": "done", "more": 1}),
        decision("comment", {"text": "x"}), decision("comment", {"text": 7, "about": None}),
        decision("comment", {"text": "x" * 10_001, "about": None}),
        decision("comment", {"text": "\x00", "about": None}),
        decision("span", None, before={"text": "x", "about": None}),
    ],
)  # fmt: skip
def test_malformed_operations_are_refused(fields) -> None:
    with pytest.raises(KnownError) as caught:
        read_operation(Fields(operation_with(**fields), where="x"))
    assert caught.value.code in ("A202", "A203", "A206")


def test_every_missing_key_of_an_operation_is_refused() -> None:
    for name in operation_line(OPERATION):
        value = operation_line(OPERATION)
        del value[name]
        with known("A202"):
            read_operation(Fields(value, where="x"))


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "x y"}, {"score": None}, {"score": 1.1}, {"provenance": ["rules"]}, {"provenance": [1, 2, 3, 4]},
        {"event": 1}, {"attributes": None}, {"attributes": {"a": 1}}, {"arguments": [["A", "b", "c"]]},
        {"fragments": []}, {"label": None}, {"surplus": 1},
    ],
)  # fmt: skip
def test_malformed_suggestions_are_refused(fields) -> None:
    value = suggestions_json("d", (PROPOSED,))["suggestions"][0]
    assert read_suggestion(Fields(value, where="x")) == PROPOSED
    if fields == {"attributes": None}:
        value.pop("attributes")
        fields = {}
    with pytest.raises(KnownError):
        read_suggestion(Fields({**value, **fields}, where="x"))


def test_too_many_operations_are_refused(back, monkeypatch) -> None:
    monkeypatch.setattr(package, "MOST_OPERATIONS", 0)
    with known("A203"):
        read_return(back)


def test_suggestions_of_one_document_come_once(path, tmp_path) -> None:
    twice = ((DOCUMENT.id, (PROPOSED,)), (DOCUMENT.id, ()))
    package.write_package(tmp_path / "x.annopack", ASSIGNMENT, content(suggestions=twice), key=KEY)
    with known("A202"):
        read_all(tmp_path / "x.annopack")


def test_archives_read_only_what_is_asked(path) -> None:
    with reading(path, package.PACKAGE_PARTS) as parts:
        with known("A801"):
            parts.read("nothing", limit=10)
        with known("A203"):
            parts.read(package.MANIFEST, limit=10)
