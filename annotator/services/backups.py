"""Automatic backups: verified copies beside the project, thinned with age, and what restoring one would change."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from annotator.core.endings import PROJECT
from annotator.errors import KnownError
from annotator.store.overview import overview
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from annotator.store.overview import Head, Overview

REASONS = ("hourly", "import", "merge", "restore", "migration", "command")
LEAST = 3  # the newest so many stay whatever their age
PINNED = timedelta(days=7)  # for so long what was made before an import, a merge or a restore stays
DAILY = timedelta(days=31)  # for so long one a day stays; after that one a month
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)(?:-\d+)?\.(?P<reason>[a-z]+)\.annotator")
# Written beside the project by the store, before it brings a file to a newer schema.
_MIGRATED = re.compile(r"\.v(?P<version>\d+)-(?P<stamp>\d{8}T\d{6})\.backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the file, when it was made (UTC), why (one of REASONS), and its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What one log would lose or gain: whose it is, and numbers of operations."""

    actor: str
    lost: int
    gained: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What putting the backup in the project's place would change; `last` is the backup's latest decision (ISO)."""

    documents_before: int
    documents_after: int
    differences: tuple[Difference, ...]
    last: str
    is_related: bool  # whether the two have a log in common, or one of them has none
    project_problem: str = ""  # why the present file cannot be compared: it is damaged, or not there

    @property
    def lost(self) -> int:
        """Operations that the project has and the backup has not."""
        return sum(one.lost for one in self.differences)

    @property
    def gained(self) -> int:
        """Operations that the backup has and the project has not."""
        return sum(one.gained for one in self.differences)


def backup_folder(project: Path) -> Path:
    """Where the automatic backups of a project lie: NAME.backups beside it."""
    return project.with_name(f"{project.stem}.backups")


def backups_of(project: Path) -> list[Backup]:
    """All backups of a project, those made before migrations among them, newest first."""
    found = []
    folder = backup_folder(project)
    beside = project.parent.glob(f"{_escaped(project.name)}.v*.backup") if project.parent.is_dir() else ()
    for path in (*(folder.iterdir() if folder.is_dir() else ()), *beside):
        one = _read_name(path, project)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: (one.at, one.path.name), reverse=True)


def _escaped(name: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", name)


def _read_name(path: Path, project: Path) -> Backup | None:
    if path.parent == project.parent:
        match, reason = _MIGRATED.fullmatch(path.name.removeprefix(project.name)), "migration"
        stamp = f"{match['stamp']}Z" if match else ""
    else:
        match = _NAME.fullmatch(path.name)
        reason, stamp = (match["reason"], match["stamp"]) if match else ("", "")
    if match is None or reason not in REASONS:
        return None
    try:
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), reason, path.stat().st_size)
    except (ValueError, OSError):
        return None


def is_due(project: Path, now: datetime | None = None) -> bool:
    """Whether no backup was made yet in this hour."""
    moment = now or datetime.now(UTC)
    # One that a clock set wrong has dated ahead must not keep all others from being made.
    newest = next((one for one in backups_of(project) if _hour(one.at) <= _hour(moment)), None)
    return newest is None or _hour(newest.at) < _hour(moment)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def back_up(project: Project, reason: str, *, now: datetime | None = None) -> Backup | None:
    """Writes a verified backup and thins the older ones; None where the newest holds the same, or nothing is there.

    A copy that does not verify is not kept and takes no other's place; then nothing is thinned either.
    Raises KnownError A108 (cannot be written), A109 (the copy does not verify).
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    before = backups_of(project.path)
    present = overview(project.path)
    if present.is_empty or (before and _holds(before[0].path, present)):
        return None
    folder = backup_folder(project.path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise KnownError("A108", f"{folder} cannot be made ({error.strerror})", "make its folder writable") from error
    made = project.backup(_free_name(folder, moment, reason))
    thin(project.path, now=moment)
    return _read_name(made, project.path)


def _holds(backup: Path, present: Overview) -> bool:
    try:
        return overview(backup) == present
    except KnownError:
        return False  # not readable any more: one more reason for a new one


def _free_name(folder: Path, moment: datetime, reason: str) -> Path:
    stamp = moment.strftime(_STAMP)
    candidate, number = folder / f"{stamp}.{reason}{PROJECT}", 1
    while candidate.exists():
        number += 1
        candidate = folder / f"{stamp}-{number}.{reason}{PROJECT}"
    return candidate


def back_up_file(path: Path, reason: str = "hourly") -> Backup | None:
    """As `back_up`, for a project that another part of the program holds; opens it for reading, in any thread."""
    with Project.open(path, read_only=True) as project:
        return back_up(project, reason)


def before(project: Project, reason: str) -> None:
    """A backup ahead of something large. A folder that cannot be written does not forbid the work; damage does.

    Raises KnownError A109 where the project does not verify: nothing may be heaped upon damage.
    """
    try:
        back_up(project, reason)
    except KnownError as error:
        if error.code not in ("A108", "A002"):
            raise


def thin(project: Path, *, now: datetime | None = None) -> list[Path]:
    """Takes away what `kept` does not name; returns what went. Files that are no backups of ours stay."""
    folder = backup_folder(project)
    mine = [one for one in backups_of(project) if one.path.parent == folder]
    staying = {one.path for one in kept(mine, (now or datetime.now(UTC)).astimezone(UTC))}
    gone = []
    for one in mine:
        if one.path not in staying:
            with suppress(OSError):  # someone looks at it: it goes next time
                one.path.unlink()
                gone.append(one.path)
    return gone


def kept(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those that stay: of today the last of each hour, for a month the last of each day, then the last of each month.

    Beside those: the newest LEAST, and for a week all that were made before an import, a merge or a restore.
    """
    newest_first = sorted(found, key=lambda one: (one.at, one.path.name), reverse=True)
    taken: set[str] = set()
    staying = []
    for number, one in enumerate(newest_first):
        slot = _slot(one.at, now)
        is_pinned = one.reason != "hourly" and now - one.at < PINNED
        if number < LEAST or is_pinned or slot not in taken:
            staying.append(one)
        taken.add(slot)
    return staying


def _slot(at: datetime, now: datetime) -> str:
    if at.date() >= now.date():
        return at.strftime("%Y-%m-%d %H")
    return at.strftime("%Y-%m-%d" if now - at < DAILY else "%Y-%m")


def preview(backup: Path, project: Path) -> Preview:
    """What would change if the backup took the project's place; neither is touched.

    Raises the KnownError of a backup that cannot be read (A001, A101, A102, A105, A108).
    """
    there = overview(backup)
    problem, here = "", None
    try:
        here = overview(project)
    except KnownError as error:
        problem = error.what
    heads: Mapping[tuple[str, str], Head] = {} if here is None else here.heads
    differences = _differences(heads, there)
    return Preview(
        documents_before=0 if here is None else here.documents,
        documents_after=there.documents,
        differences=differences,
        last=max((head.at for head in there.heads.values()), default=""),
        is_related=not heads or not there.heads or bool(heads.keys() & there.heads.keys()),
        project_problem=problem,
    )


def _differences(heads: Mapping[tuple[str, str], Head], there: Overview) -> tuple[Difference, ...]:
    lost: dict[str, int] = {}
    gained: dict[str, int] = {}
    for key in heads.keys() | there.heads.keys():
        mine, theirs = (one[key].operations if key in one else 0 for one in (heads, there.heads))
        lost[key[1]] = lost.get(key[1], 0) + max(0, mine - theirs)
        gained[key[1]] = gained.get(key[1], 0) + max(0, theirs - mine)
    return tuple(
        Difference(actor, lost[actor], gained[actor]) for actor in sorted(lost) if lost[actor] or gained[actor]
    )
