"""What is opened, what is refused, and that what is refused is not touched."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.errors import KnownError
from annotator.store import connection, creation, lock, migrations, opening
from annotator.store.check import check_file
from annotator.store.migrations import Migration
from annotator.store.project import Project
from tests.unit.store import drafts

if TYPE_CHECKING:
    from collections.abc import Callable


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refused(path: Path, *, read_only: bool = False) -> KnownError:
    with pytest.raises(KnownError) as caught:
        Project.open(path, read_only=read_only)
    return caught.value


def _empty(path: Path) -> None:
    path.touch()


def _words(path: Path) -> None:
    path.write_text("geen database " * 20)


def _folder(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (a)")
        other.commit()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("make", [_empty, _words, _folder, _loop, _foreign])
def test_what_is_no_project_is_refused_and_left_alone(
    path: Path, make: Callable[[Path], None], read_only: bool
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None

    assert refused(path, read_only=read_only).code == "A101"

    assert names_in(path.parent) == [path.name]
    assert before is None or path.read_bytes() == before


def test_a_name_that_is_not_there_is_told_as_such(path: Path) -> None:
    assert refused(path).code == "A001"


def test_a_new_project_has_the_marks_of_the_contract(project: Project, path: Path) -> None:
    project.close()
    header = path.read_bytes()[:100]
    assert header[68:72] == b"ANNO"
    assert int.from_bytes(header[60:64], "big") == migrations.newest()
    assert header[18:20] == b"\x02\x02"  # WAL, for reading and for writing


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_has_the_pragmas(project: Project, path: Path, read_only: bool) -> None:
    project.close()
    with Project.open(path, read_only=read_only) as opened:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}
        for pragma, value in wanted.items():
            assert opened._connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_newer_schema_is_refused_untouched_naming_both_versions(project: Project, path: Path) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version=7")
    before, names = digest(path), names_in(path.parent)

    for read_only in (False, True):
        error = refused(path, read_only=read_only)
        assert error.code == "A102"
        assert "version 7" in error.what
        assert f"up to {migrations.newest()}" in error.what

    assert digest(path) == before
    assert names_in(path.parent) == names


def test_a_newer_schema_that_only_the_wal_knows_of_is_refused(project: Project, path: Path) -> None:
    project.close()
    writer = connection.connect(path)
    writer.execute("PRAGMA user_version=7")
    before = digest(path)

    assert refused(path).code == "A102"

    assert digest(path) == before
    writer.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER sly AFTER INSERT ON operations BEGIN DELETE FROM verdicts; END",
        "CREATE VIEW endless AS SELECT 1",
        "CREATE TABLE more (a)",
        "CREATE INDEX odd ON documents (title)",
        "DROP TRIGGER operations_no_update",
        "DROP TABLE verdicts",
        "ALTER TABLE comments ADD COLUMN more TEXT",
    ],
)
def test_tables_triggers_and_views_that_are_not_ours_are_refused(project: Project, path: Path, statement: str) -> None:
    project.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()

    assert refused(path).code == "A105"
    assert refused(path, read_only=True).code == "A105"


def test_a_link_to_a_project_leads_to_the_same_lock(project: Project, path: Path) -> None:
    link = path.with_name("link.annotator")
    link.symlink_to(path)
    assert refused(link).code == "A103"


def test_nothing_is_written_over_by_a_new_project(project: Project, path: Path) -> None:
    with pytest.raises(KnownError, match="A106"):
        drafts.create(path)
    other = path.with_name("verslag.annotator")
    other.write_text("iets van een ander")
    with pytest.raises(KnownError, match="A106"):
        drafts.create(other)
    assert other.read_text() == "iets van een ander"


def test_a_new_project_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="A001"):
        drafts.create(tmp_path / "nergens" / "p.annotator")


def test_creation_that_fails_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(creation, "move_into_place", broken)
    with pytest.raises(KnownError, match="A108"):
        drafts.create(path)
    assert [name for name in names_in(path.parent) if not name.endswith(".lock")] == []


def test_names_that_a_uri_would_misread(tmp_path: Path) -> None:
    for name in ("a?mode=memory.annotator", "50% #1 é.annotator"):
        with drafts.create(tmp_path / name) as made:
            assert made.path.exists()
        with Project.open(tmp_path / name, read_only=True) as opened:
            assert opened.is_read_only


def test_closing_leaves_one_file_and_an_empty_lock(project: Project, path: Path) -> None:
    project.close()
    project.close()
    assert names_in(path.parent) == [path.name, path.name + ".lock"]


# Migrations

NOW = migrations.newest()
NEXT = Migration(NOW + 1, "remarks", "CREATE TABLE remarks (a TEXT);")


def _stepped(database: object) -> None:
    database["remarks"].add_column("b", str)  # type: ignore[index]


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def install(*more: Migration) -> None:
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, *more))

    return install


def test_an_older_project_is_backed_up_migrated_and_verified(
    project: Project, path: Path, newer_program: Callable[..., None]
) -> None:
    project.append(drafts.draft(drafts.made(drafts.span())))
    project.close()
    newer_program(NEXT, Migration(NOW + 2, "a column more", step=_stepped))

    assert refused(path, read_only=True).code == "A104"
    with Project.open(path) as opened:
        assert opened._connection.execute("PRAGMA user_version").fetchone()[0] == NOW + 2
        assert opened._connection.execute("SELECT a, b FROM remarks").fetchall() == []
        assert list(opened.decided("d1", "anna").spans) == ["s1"]
    backups = list(path.parent.glob(f"*.v{NOW}-*.backup"))
    assert len(backups) == 1
    with closing(sqlite3.connect(backups[0])) as backup:
        assert backup.execute("PRAGMA user_version").fetchone()[0] == NOW
        assert backup.execute("SELECT count(*) FROM operations").fetchone()[0] == 1


def test_a_project_of_the_first_version_is_brought_to_the_newest(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("BEGIN")
        old.execute(f"PRAGMA application_id={connection.APPLICATION_ID}")
        migrations.migrate(old, since=0, up_to=1)
        creation.put_meta(old, "replica", "0123456789abcdef")
        creation.add_scheme(old, creation.Scheme("small", 1, 'name = "small"'))
        old.execute("COMMIT")

    with Project.open(path) as opened:
        assert (opened.assignments(), opened.rules(), opened.document_ids()) == ([], [], [])
        assert opened.check() == []
    assert len(list(path.parent.glob("*.v1-*.backup"))) == 1


def test_a_migration_that_fails_is_rolled_back(
    project: Project, path: Path, newer_program: Callable[..., None]
) -> None:
    project.close()

    def broken(_: object) -> None:
        raise sqlite3.OperationalError("no such function")

    newer_program(NEXT, Migration(NOW + 2, "broken", step=broken))
    with pytest.raises(sqlite3.OperationalError):
        Project.open(path)

    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA user_version").fetchone()[0] == NOW
        assert not other.execute("SELECT 1 FROM sqlite_master WHERE name = 'remarks'").fetchone()


def test_a_migration_that_breaks_references_is_rolled_back(
    project: Project, path: Path, newer_program: Callable[..., None]
) -> None:
    project.close()
    newer_program(Migration(NOW + 1, "careless", "INSERT INTO suggested (document, run) VALUES (99, 99);"))
    assert refused(path).code == "A105"
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA user_version").fetchone()[0] == NOW


def test_a_script_is_cut_into_statements_not_at_semicolons_of_triggers() -> None:
    script = "CREATE TABLE a (b); CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END; SELECT ';';"
    assert len(migrations.statements(script)) == 3


# Reading beside a writer, and where nothing can be written


def test_a_reader_sees_what_is_committed_and_writes_nothing(project: Project, path: Path) -> None:
    project.append(drafts.draft(drafts.made(drafts.span())))
    with Project.open(path, read_only=True) as reader:
        assert list(reader.decided("d1", "anna").spans) == ["s1"]
        project.append(drafts.draft(drafts.made(drafts.span("s2", 3, 5))))
        assert set(reader.decided("d1", "anna").spans) == {"s1", "s2"}
        assert reader.check() == []
        for write in (
            lambda: reader.append(drafts.draft(drafts.made(drafts.span("s3", 6, 8)))),
            lambda: reader.add_documents([]),
            lambda: reader.put_suggestions("d1", [], run={}),
            lambda: reader.add_scheme(source="x", name="x", version=2),
            reader.rebuild_projection,
        ):
            with pytest.raises(KnownError, match="A104"):
                write()
        reader.checkpoint()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR_SHMSIZE])
def test_a_whole_file_is_read_where_no_companion_can_be_made(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    project.close()
    refusing_without_immutable(monkeypatch, code)
    with Project.open(path, read_only=True) as opened:
        assert opened.document_ids() == ["d1", "d2"]


def test_a_file_whose_latest_work_is_elsewhere_is_not_read_in_part(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.append(drafts.draft(drafts.made(drafts.span())))
    refusing_without_immutable(monkeypatch)
    assert refused(path, read_only=True).code == "A108"


def test_a_sound_file_on_a_full_disk_is_not_called_damaged(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.close()
    refusing_without_immutable(monkeypatch, sqlite3.SQLITE_IOERR_SHMSIZE)
    assert check_file(path) == []


def refusing_without_immutable(monkeypatch: pytest.MonkeyPatch, code: int = sqlite3.SQLITE_CANTOPEN) -> None:
    """As on a read-only medium or a full disk: a -shm file cannot be made, which SQLite says at the first pragma."""

    def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
        if immutable:
            return connection.connect(path, read_only=True, immutable=True)
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(opening, "connect", connect)


def test_a_folder_that_cannot_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(lock.SystemLock, "acquire", refuse)
    with pytest.raises(KnownError, match=r"A108.*read-only"):
        drafts.create(path)


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names of files are text there")
def test_a_project_in_a_folder_whose_name_is_no_utf8_opens(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9?%41#")
    folder.mkdir()
    with drafts.create(folder / "p.annotator") as made:
        made.set_meta("x", 1)
        copy = made.backup()
    with Project.open(folder / "p.annotator", read_only=True) as opened:
        assert opened.meta("x") == 1
    assert check_file(copy) == []


def test_a_project_with_two_names_is_for_reading_alone(project: Project, path: Path) -> None:
    project.close()
    other = path.with_name("other.annotator")
    os.link(path, other)
    for name in (path, other):
        with pytest.raises(KnownError, match=r"A108: .*2 names"):
            Project.open(name)
        with Project.open(name, read_only=True) as reader:
            assert reader.document_ids() == ["d1", "d2"]
    other.unlink()
    Project.open(path).close()


def test_a_draft_that_a_killed_program_left_as_a_second_name_goes(project: Project, path: Path) -> None:
    project.close()
    draft = path.with_name(f".{path.name}.0123abcd.new")
    os.link(path, draft)
    Project.open(path).close()
    assert not draft.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_lead_to_one_lock(project: Project, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "p.annotator").symlink_to(path)
    (tmp_path / "by-folder").symlink_to(path.parent, target_is_directory=True)
    for name in (folder / "p.annotator", tmp_path / "by-folder" / path.name):
        with pytest.raises(KnownError, match="A103"):
            Project.open(name)
    project.close()
    with Project.open(folder / "p.annotator") as opened:
        opened.set_meta("x", 1)
    assert sorted(one.name for one in folder.iterdir()) == ["p.annotator"]


def test_a_project_behind_a_barred_folder_is_not_called_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred(path: Path, **_: object) -> Path:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "resolve", barred)
    with pytest.raises(KnownError, match=r"A001: .* cannot be read \(Permission denied\) · check its permissions"):
        connection.peek(tmp_path / "p.annotator")


def test_what_lies_below_a_file_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with pytest.raises(KnownError, match=r"A001: .* does not exist"):
        connection.peek(tmp_path / "a.txt" / "p.annotator")


def test_what_to_do_about_a_project_for_reading_only_depends_on_whether_it_is_held(project, path) -> None:
    with Project.open(path, read_only=True) as beside, pytest.raises(KnownError) as held:
        beside.require_writable()
    assert held.value.todo.startswith("close it elsewhere")
    project.close()
    with Project.open(path, read_only=True) as alone, pytest.raises(KnownError) as free:
        alone.require_writable()
    assert free.value.todo == "open it for writing, from a folder of your own and with room on its disk"
