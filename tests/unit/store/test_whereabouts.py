"""A project that is moved, deleted or replaced while it is open: nothing is acknowledged that would be lost."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.errors import KnownError
from annotator.store.check import check_file
from annotator.store.project import Project
from tests.unit.store.drafts import draft, made, span

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="files that are open stay where they are")
GONE = "nieuws.annotator was moved, deleted or replaced while it was open"


def refusal(project: Project, number: int) -> KnownError:
    with pytest.raises(KnownError) as caught:
        project.append(draft(made(span(f"s{number}", start=0, end=3)), id=f"o{number}"))
    assert caught.value.code == "A108"
    return caught.value


def test_work_in_a_file_that_was_deleted_is_rescued(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    path.unlink()
    (error, again) = (refusal(project, 1), refusal(project, 2))
    assert error.what.startswith(GONE)
    assert again.what == error.what
    (copy,) = path.parent.glob("*.rescued.annotator")
    assert copy.name in error.what
    project.close()
    assert check_file(copy) == []
    with Project.open(copy) as rescued:
        assert len(list(rescued.operations())) == 1


def test_a_file_that_was_moved_can_be_put_back(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    path.rename(path.with_name("elders.annotator"))
    assert refusal(project, 1).what.startswith(GONE)
    path.with_name("elders.annotator").rename(path)
    project.set_meta("x", 1)
    project.close()
    with Project.open(path, read_only=True) as opened:
        assert (len(list(opened.operations())), opened.meta("x")) == (1, 1)


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_a_file_in_its_place_is_not_written_to(project: Project, path: Path, ending: str) -> None:
    project.append(draft(made(span())))
    project.set_meta("x", 1)
    place = path.with_name(path.name + ending)
    other = path.with_name("other")
    shutil.copyfile(place, other)
    other.replace(place)
    assert "open that copy" in refusal(project, 1).todo


def test_a_wal_that_was_taken_away_is_noticed(project: Project, path: Path) -> None:
    project.append(draft(made(span())))
    project.set_meta("x", 1)
    path.with_name(path.name + "-wal").unlink()
    refusal(project, 1)
    project.close()
    with Project.open(path, read_only=True) as opened:
        assert len(list(opened.operations())) == 1, "what was there is folded into the file"


def test_where_the_folder_went_with_it_no_copy_is_made(project: Project, path: Path) -> None:
    there = path.parent / "folder"
    there.mkdir()
    inside = there / "p.annotator"
    project.close()
    path.rename(inside)
    with Project.open(inside) as opened:
        opened.set_meta("x", 1)
        there.rename(path.parent / "gone")
        with pytest.raises(KnownError, match=r"A108: .* · put it back in its place before you close the program"):
            opened.set_meta("x", 2)


def test_checkpoints_reopening_and_nested_writes_are_no_trouble(project: Project, path: Path) -> None:
    for number in range(3):
        with project.transaction():
            project.set_meta("x", number)
        project.checkpoint()
        with Project.open(path, read_only=True) as reader:
            assert reader.meta("x") == number
