"""Finding schemes by name and by path, and what is said where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.core.scheme import Colour, Label, Layer, Scheme
from annotator.core.scheme_file import MOST_BYTES
from annotator.errors import KnownError
from annotator.resources import resource
from annotator.services.schemes import builtin_names, have_rules, load_builtin, load_file, load_scheme

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = resource("schemes", "conll-nl.toml").read_bytes()


def test_built_in_schemes_by_name() -> None:
    assert builtin_names() == ("conflict-nl", "conll-nl")
    for name in builtin_names():
        assert load_scheme(name) == load_builtin(name)
        assert load_builtin(name).source == resource("schemes", f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["conflict", "CONFLICT-NL", "", "a\0b", "x" * 5000])
def test_an_unknown_name_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        load_scheme(name)
    assert caught.value.code == "A302"
    assert "conflict-nl, conll-nl" in caught.value.todo


@pytest.mark.parametrize("name", ["../conflict-nl", "./none.toml", "none.toml", "a\0b.toml", "y" * 5000 + ".toml"])
def test_a_path_to_nothing(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        load_scheme(name)
    assert caught.value.code == "A001"


def test_a_built_in_is_no_path(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="A302"):
        load_builtin(str(tmp_path / "conll-nl"))


def test_a_file_by_its_path_with_or_without_ending_and_mark(tmp_path: Path) -> None:
    for name, content in (("a.toml", SOURCE), ("b", SOURCE), ("c.toml", b"\xef\xbb\xbf" + SOURCE)):
        path = tmp_path / name
        path.write_bytes(content)
        assert load_scheme(str(path)).labels == load_builtin("conll-nl").labels


def test_a_folder_and_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    with pytest.raises(KnownError, match=r"A001.*directory"):
        load_file(folder)


def test_other_encodings_are_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes(b'name = "a"\n# Syri\xeb\n')
    with pytest.raises(KnownError, match=r"A301: old\.toml, line 2: not UTF-8 \(byte 0xeb\)"):
        load_file(path)
    path.write_bytes('name = "a"\n'.encode("utf-16"))
    with pytest.raises(KnownError, match=r"A301: old\.toml, line 1: not UTF-8"):
        load_file(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.toml"
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    with pytest.raises(KnownError, match=r"A301: big\.toml has more than 1,000,000 bytes"):
        load_file(path)


def test_errors_name_the_file_not_its_whole_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(SOURCE.replace(b'kind = "flat"', b'kind = "flt"'))
    with pytest.raises(KnownError, match=r"A301: mine\.toml, line \d+, layers\[1\]\.kind: 'flt'"):
        load_file(path)


@pytest.mark.parametrize(
    ("layer", "label", "expected"),
    [("entities", "DRUG", False), ("entities", "GPE", True), ("entities", "PER", True), ("names", "GPE", False)],
)
def test_it_is_known_whether_the_rules_have_any_label_of_a_scheme(layer: str, label: str, expected: bool) -> None:
    own = Label(layer, label, "", Colour("#286ca9", "#aecef8"), {}, {})
    assert have_rules(Scheme("own", 1, "en", {}, (Layer(layer, "flat", False, {}),), (own,), (), ())) is expected
