"""Drafts that a killed program left are taken away once nobody can be at them; others stay."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from annotator.store import drafts

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.project import Project

LEFT = (
    ".nieuws.annotator.0a1b2c3d.new",
    ".nieuws.annotator.0a1b2c3d.new-journal",
    ".nieuws.annotator.0a1b2c3d.opening",
    ".nieuws.annotator.0a1b2c3d.opening.lock",
)
NOT_OURS = (".nieuws.annotator.new", "nieuws.annotator.0a1b2c3d.new", ".nieuws.annotator.0A1B2C3D.new", ".bashrc")


def test_a_backup_takes_away_what_earlier_ones_left_when_they_were_killed(project: Project, path: Path) -> None:
    long_ago = time.time() - drafts.STALE - 60
    for name in (*LEFT, *NOT_OURS):
        path.with_name(name).write_text("x")
        os.utime(path.with_name(name), (long_ago, long_ago))
    fresh = path.with_name(".nieuws.annotator.ffffffff.new")
    fresh.write_text("somebody is at it")
    project.backup()
    there = {one.name for one in path.parent.iterdir()}
    assert not there & set(LEFT)
    assert {*NOT_OURS, fresh.name} <= there


def test_a_draft_is_hidden_and_new_each_time(path: Path) -> None:
    names = {drafts.draft_of(path, word).name for word in ("new", "opening") for _ in range(5)}
    assert len(names) == 10
    assert all(name.startswith(f".{path.name}.") for name in names)


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    drafts.clear_stale(tmp_path / "nowhere")
