"""Backups verify before they count; a restore keeps the file before and never trusts a broken copy."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.store import backup as backups
from annotator.store import copying
from annotator.store.backup import restore
from annotator.store.check import check_file
from annotator.store.project import Project
from tests.unit.store import drafts
from tests.unit.store.drafts import draft, made, span, tamper


def test_a_backup_of_a_live_project_holds_its_latest_work_in_one_file(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    copy = project.backup(path.with_name("kopie.annotator"))
    assert not [other for other in path.parent.glob("kopie*") if other != copy]
    assert check_file(copy) == []
    with Project.open(copy, read_only=True) as opened:
        assert list(opened.operations()) == list(project.operations())
        assert opened.document("d2") == project.document("d2")


def test_backups_without_a_name_lie_beside_and_do_not_replace_one_another(project: Project, path: Path) -> None:
    one, two = project.backup(), project.backup()
    assert one != two
    assert one.parent == two.parent == path.parent
    assert one.exists()


def test_a_backup_that_cannot_be_written_is_what_is_named(project: Project, path: Path, monkeypatch) -> None:
    there = copying.write_copy

    def nowhere(source, to: Path) -> None:  # a folder that nobody may write in; root may
        there(source, to / "x")

    monkeypatch.setattr(copying, "write_copy", nowhere)
    with pytest.raises(KnownError, match=r"^A108: .*kopie\.annotator cannot be written .* choose another folder"):
        project.backup(path.with_name("kopie.annotator"))


def test_only_a_backup_of_the_same_project_is_replaced(project: Project, path: Path) -> None:
    copy = project.backup(path.with_name("kopie.annotator"))
    project.append(draft(made(span())))
    project.backup(copy)
    with Project.open(copy, read_only=True) as opened:
        assert len(list(opened.operations())) == 1

    with drafts.create(path.with_name("ander.annotator")) as other:
        other_path = other.path
    letter = path.with_name("brief.txt")
    letter.write_text("Geachte redactie")
    for target in (path, other_path, letter):
        with pytest.raises(KnownError, match="A106"):
            project.backup(target)
    with pytest.raises(KnownError, match="A001"):
        project.backup(path.parent / "nergens" / "kopie.annotator")


def test_a_copy_that_does_not_verify_replaces_nothing(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = project.backup(path.with_name("kopie.annotator"))
    good = copy.read_bytes()
    monkeypatch.setattr(copying, "write_copy", lambda _, to: to.write_bytes(good[: len(good) // 2]))
    with pytest.raises(KnownError, match="A109"):
        project.backup(copy)
    assert copy.read_bytes() == good
    assert not list(path.parent.glob(".*.new"))


def test_a_damaged_project_makes_no_backup(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    copy = project.backup(path.with_name("kopie.annotator"))
    good = copy.read_bytes()
    project.close()
    tamper(path, "UPDATE operations SET elapsed_ms = 5")
    with Project.open(path) as opened, pytest.raises(KnownError, match="A109"):
        opened.backup(copy)
    assert copy.read_bytes() == good


def test_a_restore_keeps_the_file_before(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    copy = project.backup()
    project.append(draft(made(span("s2", 3, 5))))
    replica = project.replica
    project.close()

    kept = restore(copy, path)

    assert kept is not None
    with Project.open(kept, read_only=True) as before:
        assert set(before.decided("d1", "anna").spans) == {"s1", "s2"}
    with Project.open(path) as opened:
        assert set(opened.decided("d1", "anna").spans) == {"s1"}
        # The work done since may live on elsewhere: numbers must not be given out twice under one name.
        assert opened.replica != replica
        assert opened.append(draft(made(span("s3", 8, 15)))).sequence == 1
        assert opened.check() == []
    assert check_file(copy) == []


def test_a_restore_after_a_crash_keeps_the_wal_of_the_file_before(project: Project, path: Path) -> None:
    copy = project.backup()
    project.append(draft(made(span())))
    left = {name: path.with_name(name).read_bytes() for name in (path.name, path.name + "-wal")}
    project.close()
    for name, content in left.items():
        path.with_name(name).write_bytes(content)

    kept = restore(copy, path)

    assert kept is not None
    with Project.open(kept, read_only=True) as before:
        assert set(before.decided("d1", "anna").spans) == {"s1"}
    with Project.open(path) as opened:
        assert opened.decided("d1", "anna").spans == {}
        assert opened.check() == []


def test_a_damaged_project_is_kept_whole_beside_the_restored_one(project: Project, path: Path) -> None:
    copy = project.backup()
    project.close()
    path.write_bytes(b"niets meer van over")
    kept = restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == b"niets meer van over"
    assert check_file(path) == []


def test_a_project_that_is_gone_is_restored(project: Project, path: Path) -> None:
    copy = project.backup()
    project.close()
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"left behind")
    assert restore(copy, path) is None
    assert check_file(path) == []


def test_a_backup_that_does_not_verify_is_not_restored(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    copy = project.backup()
    altered = project.backup()
    project.close()
    present = path.read_bytes()
    tamper(altered, "UPDATE operations SET elapsed_ms = 5")
    cut = path.with_name("half.annotator")
    cut.write_bytes(copy.read_bytes()[:8000])
    letter = path.with_name("brief.txt")
    letter.write_text("Geachte redactie")
    for broken in (altered, cut, letter, path):
        with pytest.raises(KnownError, match="A109"):
            restore(broken, path)
    with pytest.raises(KnownError, match="A001"):
        restore(path.with_name("nergens"), path)
    assert path.read_bytes() == present
    assert not list(path.parent.glob(".*.new"))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE texts SET text = 'IS viel niets aan.' WHERE document = 1",
        "DELETE FROM texts WHERE document = 1",
        "UPDATE documents SET sha256 = 'x' WHERE number = 1",
        "UPDATE schemes SET source = 'name = \"other\"'",
    ],
)
def test_a_backup_with_another_text_or_scheme_than_its_hash_says_is_not_restored(
    project: Project, path: Path, damage: str
) -> None:
    copy = project.backup()
    project.close()
    present = path.read_bytes()
    tamper(copy, damage)
    with pytest.raises(KnownError, match=r"A109.* does not (verify|match)"):
        restore(copy, path)
    assert path.read_bytes() == present


def test_a_project_with_an_altered_text_takes_no_good_backups_place(project: Project, path: Path) -> None:
    copy = project.backup(path.with_name("kopie.annotator"))
    good = copy.read_bytes()
    project.close()
    tamper(path, "UPDATE texts SET text = 'IS viel niets aan.' WHERE document = 2")
    with Project.open(path) as opened, pytest.raises(KnownError, match=r"A109: .*text of document 'd2'"):
        opened.backup(copy)
    assert copy.read_bytes() == good


def test_an_open_project_is_not_restored_over(project: Project, path: Path) -> None:
    copy = project.backup()
    with pytest.raises(KnownError, match="A103"):
        restore(copy, path)


def test_where_links_are_not_possible_the_file_is_moved(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = project.backup()
    project.close()

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(backups.os, "link", refuse)
    kept = restore(copy, path)
    assert kept is not None
    assert check_file(kept) == check_file(path) == []
    with drafts.create(path.with_name("nieuw.annotator")) as new:
        assert new.check() == []


def test_a_project_that_could_not_be_replaced_has_one_name_and_can_be_written(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = project.backup(path.with_name("kopie.annotator"))
    project.close()

    def held(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(target))

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", held)
        with pytest.raises(KnownError, match="A108"):
            restore(copy, path)
    assert path.stat().st_nlink == 1
    assert not list(path.parent.glob("*replaced*"))
    Project.open(path).close()


def test_a_restore_that_was_killed_as_it_kept_the_file_leaves_a_project_that_can_be_written(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = project.backup(path.with_name("kopie.annotator"))
    project.close()
    other = path.with_name(f"{path.stem}.20260131T120000.replaced.annotator")
    other.write_bytes(b"an earlier one, a file of its own")

    def killed(self: Path, target: Path) -> None:
        raise KeyboardInterrupt  # no more than a kill is it met by what an OSError would undo

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(copy, path)
    assert path.stat().st_nlink == 2
    Project.open(path).close()
    assert path.stat().st_nlink == 1
    assert list(path.parent.glob("*replaced*")) == [other]


def test_a_full_disk_is_not_the_fault_of_the_backup(project: Project, path: Path, monkeypatch) -> None:
    copy = project.backup()
    project.close()
    before = path.read_bytes()

    def full(_source: sqlite3.Connection, to: Path) -> None:
        with closing(sqlite3.connect(to)) as target:
            target.execute("PRAGMA max_page_count=1")
            target.execute("CREATE TABLE x (y)")

    monkeypatch.setattr(copying, "write_copy", full)
    with pytest.raises(KnownError, match=r"^A108: .*nieuws\.annotator cannot be written \(database or disk is full\)"):
        restore(copy, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["folder", ".", "pipe"])
def test_what_is_no_file_is_not_moved_aside(project: Project, path: Path, tmp_path: Path, monkeypatch, name) -> None:
    copy = project.backup(tmp_path / "kopie.annotator")
    folder = tmp_path / "elsewhere"
    (folder / "folder").mkdir(parents=True)
    (folder / "folder" / "thesis.txt").write_text("years of work", "utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)
    there = sorted(tmp_path.rglob("*"))
    with pytest.raises(KnownError, match=r"A101.*is not a file"):
        restore(copy, Path(name))
    assert sorted(tmp_path.rglob("*")) == there
