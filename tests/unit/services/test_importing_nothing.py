"""An import that finds nothing says so, with what to do; a file without articles among others does no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.services import source_files
from annotator.services.importing import import_paths
from annotator.services.previewing import look
from annotator.services.projects import scheme_of


def no_worker(task, payload):
    return {"tokens": [[] for _ in payload["texts"]]}


def refused(project, *paths):
    before = project.document_ids()
    with pytest.raises(KnownError) as caught:
        import_paths(project, scheme_of(project), no_worker, paths)
    assert caught.value.code == "A210"
    assert project.document_ids() == before
    return caught.value


def test_a_folder_says_whether_it_is_empty_or_holds_other_files(project, tmp_path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    assert refused(project, folder).what == "there is no file to import"
    (folder / "a.xyz").write_text("x", "utf-8")
    assert refused(project, folder).what == "all files are in a format that is not known: 1"
    (folder / "b.bin").write_bytes(b"\x00\x01")
    assert refused(project, folder).what == "all files are in a format that is not known: 2"


def test_files_without_an_article_are_no_import(project, tmp_path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.touch()
    second.touch()
    assert refused(project, first).what == f"{first}: holds no article"
    assert refused(project, first, second).what == "no file holds an article"
    second.write_text('{"text": "Er is nieuws."}\n', "utf-8")
    report = import_paths(project, scheme_of(project), no_worker, [first, second])
    assert (len(report.added), report.files) == (1, 2)


def test_a_file_whose_name_is_no_text_comes_in(project, tmp_path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.jsonl")
    try:
        path.write_text('{"text": "Er is nieuws."}\n', "utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    plain = tmp_path / os.fsdecode(b"b\xff.txt")
    plain.write_text("Het leger viel aan.", "utf-8")
    report = import_paths(project, scheme_of(project), no_worker, [path, plain])
    assert len(report.added) == 2
    assert all(one.isprintable() for one in report.added)


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_folder_that_may_not_be_looked_into_is_not_left_out_unsaid(project, tmp_path, monkeypatch, is_listed) -> None:
    folder = tmp_path / "f"
    for name in ("open", "barred", ".hidden"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(f"Homs viel {name}.", "utf-8")
    real_access, real_scandir = os.access, os.scandir

    def access(path, way):
        return real_access(path, way) and not str(path).endswith(("barred", ".hidden"))

    def scandir(path):
        if str(path).endswith(("barred", ".hidden")) and not is_listed:
            raise PermissionError(13, "Permission denied", str(path))
        return real_scandir(path)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(KnownError, match=r"A001: .*barred: Permission denied"):
        import_paths(project, scheme_of(project), no_worker, [folder])
    report = import_paths(project, scheme_of(project), no_worker, [folder], on_error="skip")
    assert (len(report.added), [one["error"] for one in report.skipped]) == (1, ["A001"])


def test_a_file_of_a_folder_that_may_not_be_read_leaves_the_others_in(project, tmp_path, monkeypatch) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Homs viel {name}.", "utf-8")
    real = source_files.recognise

    def recognise(path):
        if path.name == "b.txt":
            raise KnownError("A001", f"{path.name}: Permission denied", "check the path and its permissions")
        return real(path)

    monkeypatch.setattr(source_files, "recognise", recognise)
    with pytest.raises(KnownError, match=r"A001: b\.txt"):
        import_paths(project, scheme_of(project), no_worker, [tmp_path])
    report = import_paths(project, scheme_of(project), no_worker, [tmp_path], on_error="skip")
    assert (len(report.added), [one["file"] for one in report.skipped]) == (2, [str(tmp_path / "b.txt")])
    seen = look([tmp_path], scheme_of(project), no_worker)
    assert (seen.documents, [Path(one.path).name for one in seen.refused]) == (2, ["b.txt"])


def spoilt(folder: Path) -> dict[str, Path]:
    """Files that an import refuses however they are named, by what is wrong with them."""
    made = {
        "archive": (folder / "cut.zip", b"PK\x03\x04 cut off"),
        "unknown": (folder / "strange.xyz", b"\x01\x02\x03"),
        "empty archive": (folder / "empty.zip", b"PK\x05\x06" + bytes(18)),
        "no UTF-8": (folder / "bytes.jsonl", b'{"text": "caf\xe9"}\n'),
    }
    for path, content in made.values():
        path.write_bytes(content)
    return {what: path for what, (path, _) in made.items()}


@pytest.mark.parametrize("what", ["archive", "unknown", "empty archive", "no UTF-8"])
def test_a_file_that_is_named_itself_is_left_out_as_one_of_a_folder_is(project, tmp_path, what) -> None:
    good, bad = tmp_path / "good.txt", spoilt(tmp_path)[what]
    good.write_text("Homs viel.", "utf-8")
    with pytest.raises(KnownError):
        import_paths(project, scheme_of(project), no_worker, [bad, good])
    report = import_paths(project, scheme_of(project), no_worker, [bad, good], on_error="skip")
    assert (len(report.added), [one["file"] for one in report.skipped]) == (1, [str(bad)])
    report = import_paths(project, scheme_of(project), no_worker, [bad], on_error="skip")
    assert (report.files, [one["file"] for one in report.skipped]) == (0, [str(bad)])


@pytest.mark.parametrize("name", ["b.txt", "b.zip", "shut/b.txt"])
def test_a_file_that_is_named_itself_and_may_not_be_read_leaves_the_others_in(
    project, tmp_path, monkeypatch, name
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / name
    bad.parent.mkdir(exist_ok=True)
    for path in (good, bad):
        path.write_text(f"Homs viel {path.name}.", "utf-8")
    real_open, real_stat = Path.open, Path.stat

    def barred(real, way):
        def asked(path, *args, **named):
            if path == bad and (way == "open" or "/" in name):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *args, **named)

        return asked

    monkeypatch.setattr(Path, "open", barred(real_open, "open"))
    monkeypatch.setattr(Path, "stat", barred(real_stat, "stat"))
    with pytest.raises(KnownError, match=r"A001: .*: Permission denied"):
        import_paths(project, scheme_of(project), no_worker, [bad, good])
    report = import_paths(project, scheme_of(project), no_worker, [bad, good], on_error="skip")
    assert (len(report.added), [one["error"] for one in report.skipped]) == (1, ["A001"])


def test_a_slip_in_what_was_asked_for_stops_also_where_refused_files_are_left_out(project, tmp_path) -> None:
    good, before = tmp_path / "good.txt", project.document_ids()
    good.write_text("Homs viel.", "utf-8")
    with pytest.raises(KnownError, match="A001: there is no file or folder"):
        import_paths(project, scheme_of(project), no_worker, [good, tmp_path / "goood.txt"], on_error="skip")
    with pytest.raises(KnownError, match="A207: no format 'txet' to read"):
        import_paths(project, scheme_of(project), no_worker, [good], format_name="txet", on_error="skip")
    assert project.document_ids() == before
