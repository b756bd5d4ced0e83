"""Automatic backups: when they are made, which stay, and that damage never takes a good one's place."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.command import SetStatus
from annotator.errors import KnownError
from annotator.services import backups
from annotator.services.backups import Backup, back_up, backup_folder, backups_of, is_due, kept, preview, thin
from annotator.services.projects import open_session
from annotator.services.schemes import load_builtin
from annotator.store.backup import restore
from annotator.store.check import check_file
from annotator.store.project import Project

NOW = datetime(2026, 3, 15, 14, 30, tzinfo=UTC)


def decide(project, document="d1", status="done"):
    assert open_session(project, "anna").do(SetStatus(document=document, status=status)).operation


def made(at: datetime, reason: str = "hourly") -> Backup:
    return Backup(Path(f"{at:%Y%m%dT%H%M%SZ}.{reason}.annotator"), at, reason, 1)


def test_a_backup_is_a_whole_project_beside_and_the_same_state_gives_no_second_one(project) -> None:
    first = back_up(project, "hourly", now=NOW)
    assert first is not None
    assert first.path == backup_folder(project.path) / "20260315T143000Z.hourly.annotator"
    assert check_file(first.path) == []
    assert back_up(project, "import", now=NOW + timedelta(hours=2)) is None
    decide(project)
    second = back_up(project, "import", now=NOW + timedelta(hours=2))
    assert [one.path for one in backups_of(project.path)] == [second.path, first.path]
    assert second.reason == "import"


def test_two_backups_in_one_second_lie_side_by_side(project) -> None:
    back_up(project, "hourly", now=NOW)
    decide(project)
    back_up(project, "hourly", now=NOW)
    assert len(backups_of(project.path)) == 2


def test_one_is_due_in_an_hour_that_has_none(project) -> None:
    assert is_due(project.path, NOW)
    back_up(project, "hourly", now=NOW)
    assert not is_due(project.path, NOW.replace(minute=59))
    assert is_due(project.path, NOW.replace(hour=15, minute=0))


def test_a_backup_of_a_clock_that_was_ahead_does_not_stop_the_others(project) -> None:
    back_up(project, "hourly", now=NOW.replace(year=2037))
    assert is_due(project.path, NOW)
    decide(project)
    back_up(project, "hourly", now=NOW)
    assert not is_due(project.path, NOW)


def test_an_empty_project_needs_none(tmp_path, project) -> None:
    scheme = load_builtin("conflict-nl")
    with Project.create(
        tmp_path / "empty.annotator", scheme=scheme.source, scheme_name=scheme.name, scheme_version=1,
        tokenizer={}, tokenizer_hash="x",
    ) as empty:  # fmt: skip
        assert back_up(empty, "import") is None
        assert not backup_folder(empty.path).exists()


def test_today_by_the_hour_a_month_by_the_day_then_by_the_month() -> None:
    every_20_minutes = [made(NOW - timedelta(minutes=20 * number)) for number in range(3 * 24 * 120)]  # 120 days
    staying = kept(every_20_minutes, NOW)
    today = [one for one in staying if one.at.date() == NOW.date()]
    days = [one for one in staying if one.at.date() < NOW.date() and NOW - one.at < timedelta(days=31)]
    old = [one for one in staying if NOW - one.at >= timedelta(days=31)]
    assert {one.at.hour for one in today} == set(range(15))
    assert len(today) == 15 + 1  # the newest three stay, two of which are of one hour
    assert len({one.at.date() for one in days}) == len(days) == 31
    assert len({(one.at.year, one.at.month) for one in old}) == len(old) == 4
    assert all(one.at.hour == 23 for one in days[:-1]), "of a day the last one stays"
    assert kept(staying, NOW) == staying, "thinning what is thinned takes nothing away"


def test_what_was_made_before_an_import_stays_a_week() -> None:
    morning = datetime(2026, 3, 12, 9, tzinfo=UTC)
    found = [made(morning, "import"), made(morning + timedelta(minutes=5), "merge"), made(morning + timedelta(hours=9))]
    newer = [made(NOW - timedelta(minutes=number)) for number in range(3)]
    assert {one.reason for one in kept(found + newer, NOW)} == {"import", "merge", "hourly"}
    later = NOW + timedelta(days=14)
    newer = [made(later - timedelta(minutes=number)) for number in range(3)]
    assert {one.reason for one in kept(found + newer, later)} == {"hourly"}


def test_the_newest_stay_whatever_their_age() -> None:
    ancient = [made(datetime(2020, 1, 1, 12, minute, tzinfo=UTC)) for minute in range(10)]
    assert len(kept(ancient, NOW)) == backups.LEAST


def test_thinning_takes_only_what_is_a_backup_of_ours(project) -> None:
    folder = backup_folder(project.path)
    folder.mkdir()
    for number in range(6):
        (folder / f"20200101T12000{number}Z.hourly.annotator").write_bytes(b"x")
    (folder / "mine.annotator").write_bytes(b"x")
    (folder / "20200101T120000Z.hourly.annotator.txt").write_bytes(b"x")
    assert len(thin(project.path, now=NOW)) == 3
    assert (folder / "mine.annotator").exists()
    assert len(list(folder.iterdir())) == 5


def test_a_damaged_project_takes_no_good_backups_place(project) -> None:
    good = back_up(project, "hourly", now=NOW)
    decide(project)
    project.close()
    with sqlite3.connect(project.path) as connection:
        connection.executescript(
            "DROP TRIGGER operations_no_update; UPDATE operations SET decisions = '[]';"
            "CREATE TRIGGER operations_no_update BEFORE UPDATE ON operations"
            " BEGIN SELECT RAISE(ABORT, 'operations is append-only'); END;"
        )
    connection.close()
    with Project.open(project.path, read_only=True) as damaged, pytest.raises(KnownError) as caught:
        back_up(damaged, "hourly", now=NOW + timedelta(days=90))
    assert caught.value.code == "A109"
    assert [one.path for one in backups_of(project.path)] == [good.path]
    assert check_file(good.path) == []
    assert [path.name for path in backup_folder(project.path).iterdir()] == [good.path.name], "no half-made copy"


def test_before_large_work_a_folder_that_cannot_be_written_forbids_nothing(project, monkeypatch) -> None:
    backup_folder(project.path).write_text("a file where the folder would be")
    with pytest.raises(KnownError, match="cannot be made"):
        back_up(project, "import")
    backups.before(project, "import")


def test_it_is_made_from_another_thread_while_the_project_is_held(project) -> None:
    one = backups.back_up_file(project.path)
    assert one is not None
    assert one.reason == "hourly"


def test_a_preview_says_what_restoring_would_lose_and_gain(project, tmp_path) -> None:
    decide(project)
    backup = back_up(project, "hourly", now=NOW).path
    decide(project, "d2")
    decide(project, "d2", "busy")
    found = preview(backup, project.path)
    assert (found.lost, found.gained, found.is_related) == (2, 0, True)
    assert [(one.actor, one.lost) for one in found.differences] == [("anna", 2)]
    assert (found.documents_before, found.documents_after) == (2, 2)
    missing = preview(backup, tmp_path / "gone.annotator")
    assert (missing.lost, missing.gained, bool(missing.project_problem)) == (0, 1, True)


def test_what_was_previewed_is_what_restoring_does(project) -> None:
    backup = back_up(project, "hourly", now=NOW).path
    decide(project)
    assert preview(backup, project.path).lost == 1
    project.close()
    replaced = restore(backup, project.path)
    with Project.open(project.path) as restored:
        assert list(restored.operations()) == []
    assert preview(replaced, project.path).gained == 1


def test_backups_made_before_a_migration_are_listed(project) -> None:
    name = f"{project.path.name}.v1-20250101T101010.backup"
    project.path.with_name(name).write_bytes(b"")
    assert [(one.reason, one.path.name) for one in backups_of(project.path)] == [("migration", name)]
