"""Files are written beside their place: whole or not at all, and however many are at it at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import KnownError
from annotator.formats import output
from annotator.formats.beside import alone_in, beside

LEFT = """
import os, signal, sys, pathlib
from annotator.formats import output
with output.text_file(pathlib.Path(sys.argv[1])) as handle:
    handle.write("x" * 100_000)
    handle.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_two_at_once_write_a_file_each_and_the_last_one_stays(tmp_path):
    path = tmp_path / "a.jsonl"
    with output.text_file(path) as one:
        one.write("one, ")
        with output.text_file(path) as other:
            one.write("one, ")
            other.write("other")
            one.flush()
        assert path.read_text("utf-8") == "other"
        one.write("one")
    assert path.read_text("utf-8") == "one, one, one"
    assert names(tmp_path) == ["a.jsonl"]


def test_one_that_fails_leaves_the_others_alone(tmp_path):
    path = tmp_path / "a.jsonl"
    with output.text_file(path) as one:
        with pytest.raises(ZeroDivisionError), output.text_file(path) as other:
            other.write(str(1 / 0))
        one.write("one")
    assert path.read_text("utf-8") == "one"
    assert names(tmp_path) == ["a.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="no process ends itself there as if it were killed")
def test_what_a_killed_program_left_is_written_over(tmp_path, root):
    path = tmp_path / "a.jsonl"
    subprocess.run([sys.executable, "-c", LEFT, str(path)], cwd=root, check=False)
    assert names(tmp_path) == [".a.jsonl.part"]
    with output.text_file(path) as handle:
        handle.write("short")
    assert path.read_text("utf-8") == "short"
    assert names(tmp_path) == ["a.jsonl"]


def test_more_than_are_likely_are_told_to_wait(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.beside._AT_ONCE", 1)
    path = tmp_path / "a.jsonl"
    with beside(path), pytest.raises(KnownError, match=r"A002: .*others are writing it"), output.text_file(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_place_of_the_part_leads_nowhere(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept", "utf-8")
    (tmp_path / ".a.jsonl.part").symlink_to(elsewhere)
    with pytest.raises(KnownError, match="A002"), output.text_file(tmp_path / "a.jsonl"):
        pass
    assert elsewhere.read_text("utf-8") == "kept"


def test_files_of_which_there_are_no_locks_are_written_all_the_same(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def missing(*_):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", missing)
    with output.text_file(tmp_path / "a.jsonl") as handle:
        handle.write("a")
    assert names(tmp_path) == ["a.jsonl"]
    assert (tmp_path / "a.jsonl").stat().st_size == 1


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no locks there")
def test_one_export_at_a_time_writes_into_a_folder(tmp_path):
    with alone_in(tmp_path), pytest.raises(KnownError, match=r"A002: .*another export"), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass


@pytest.mark.parametrize("name", ["folder", ".", "/"])
def test_a_folder_is_not_written_over(tmp_path, monkeypatch, name) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KnownError, match=r"A002: .*Is a directory"), output.text_file(Path(name)):
        pass
    assert names(tmp_path) == ["folder"]
