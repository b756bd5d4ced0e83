"""Where the files of a split lie: one file, or a folder of parts, and what of an earlier export goes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import KnownError
from annotator.formats import docbin_parts


@given(st.lists(st.integers(0, 900_000), max_size=60))
def test_parts_hold_every_document_once_and_in_order(tokens):
    parts = docbin_parts.parts_of(tokens)
    assert [number for part in parts for number in part] == list(range(len(tokens)))
    for part in parts:
        assert sum(tokens[number] for number in part) <= docbin_parts.PART_TOKENS or len(part) == 1
    # No part could have taken the document after it.
    for part, following in pairwise(parts):
        assert sum(tokens[number] for number in [*part, following[0]]) > docbin_parts.PART_TOKENS


def test_a_part_has_so_many_documents_at_most():
    most = docbin_parts.PART_DOCUMENTS
    assert [len(part) for part in docbin_parts.parts_of([1] * most)] == [most]
    assert [len(part) for part in docbin_parts.parts_of([1] * (2 * most + 1))] == [most, most, 1]
    assert [len(part) for part in docbin_parts.parts_of([])] == [0]


def test_a_small_split_is_a_file_and_a_large_one_a_folder(tmp_path):
    assert (docbin_parts.place("train", 1), docbin_parts.places("train", 1)) == ("train.spacy", ["train.spacy"])
    assert docbin_parts.place("dev", 2) == "dev"
    assert docbin_parts.places("dev", 2) == ["dev/dev-0001.spacy", "dev/dev-0002.spacy"]


@pytest.mark.parametrize(
    ("name", "home", "split"),
    [
        ("train.spacy", ".", "train"),
        ("train/train-0001.spacy", ".", "train"),
        ("test/test-12345.spacy", ".", "test"),
        ("train/dev-0001.spacy", "train", "dev-0001"),
        ("mine/mine-0001.spacy", "mine", "mine-0001"),
        ("train/train-1.spacy", "train", "train-1"),
    ],
)
def test_a_file_knows_the_corpus_it_is_of(tmp_path, name, home, split):
    assert docbin_parts.home_of(tmp_path / name) == (tmp_path / home, split)


def filled(tmp_path, *names):
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("old")


def test_what_this_export_did_not_write_goes_and_what_is_not_ours_stays(tmp_path):
    mine = ("train/notes.txt", "dev/mine.spacy", "train.txt")
    filled(tmp_path, "train.spacy", "train/train-0001.spacy", "train/train-0002.spacy", "dev/dev-0001.spacy", *mine)
    filled(tmp_path, "test/test-0001.spacy", "dev.spacy")
    docbin_parts.remove_stale(tmp_path, [tmp_path / "train" / "train-0001.spacy", tmp_path / "dev.spacy"])
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == sorted(["train/train-0001.spacy", "dev.spacy", *mine])
    assert not (tmp_path / "test").exists()


@pytest.mark.parametrize("name", ["train/mine.spacy", "train/old/train-0001.spacy", "train/dev-0001.spacy"])
def test_files_that_would_be_trained_on_with_the_parts_are_refused(tmp_path, name):
    (tmp_path / "train").mkdir()
    filled(tmp_path, "train/train-0009.spacy", "train/readme.txt")
    docbin_parts.refuse_strangers(tmp_path, "train")
    docbin_parts.refuse_strangers(tmp_path, "dev")
    filled(tmp_path, name)
    with pytest.raises(KnownError, match="A002") as caught:
        docbin_parts.refuse_strangers(tmp_path, "train")
    assert name in caught.value.what
