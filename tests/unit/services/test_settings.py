"""The table of settings, its page, and the user's file: faults named, nothing lost, nothing half written."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import KnownError
from annotator.services import settings_file
from annotator.services.settings import GROUPS, ROWS, TABLE, Settings, as_markdown, problem_of
from annotator.services.settings_file import FAULTY, NAME, SettingsFile, as_toml, settings_folder


@pytest.fixture
def file(tmp_path) -> SettingsFile:
    return SettingsFile(tmp_path / "config")


def written(file: SettingsFile, text: str) -> SettingsFile:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_text(text, "utf-8")
    return file


def test_the_page_is_the_table(root) -> None:
    assert (root / "docs" / "settings.md").read_text("utf-8") == as_markdown(), (
        "run: python -c 'from annotator.services import settings; print(settings.as_markdown(), end=\"\")'"
        " > docs/settings.md"
    )


def test_every_setting_is_in_the_table_with_its_words_in_both_languages() -> None:
    assert [row.name for row in TABLE] == [one.name for one in fields(Settings)]
    for row in TABLE:
        assert all((row.english, row.dutch, row.english_help, row.dutch_help)), row.name
        assert row.group in GROUPS
        assert row.kind != "choice" or len(row.choices) > 1


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_the_defaults_may_be(row) -> None:
    assert problem_of(row, row.default) is None


def test_without_a_file_the_defaults_hold(file) -> None:
    assert file.load() == Settings()
    assert file.problems == ()
    assert not file.path.exists()


def test_what_was_changed_is_read_again(file) -> None:
    file.change(language="nl", font_size=16.0, keys={"accept": ["Ctrl+Shift+y", "Enter"]}, recent=["/a b/ç.annotator"])
    found = SettingsFile(file.path.parent).load()
    assert (found.language, found.font_size, found.recent) == ("nl", 16.0, ("/a b/ç.annotator",))
    assert found.keys == {"accept": ("Ctrl+Shift+Y", "Enter")}
    assert "look" not in file.path.read_text("utf-8"), "only what differs from the defaults is written"


def test_a_change_keeps_what_another_window_wrote(file) -> None:
    other = SettingsFile(file.path.parent)
    file.load()
    other.change(look="dark")
    assert file.change(language="en").look == "dark"


@pytest.mark.parametrize(
    ("line", "field", "why"),
    [
        ('language = "fr"', "language", "must be one of system, nl, en"),
        ("font_size = 4", "font_size", "from 8 to 40"),
        ("font_size = nan", "font_size", "from 8 to 40"),
        ("line_height = 100.5", "line_height", "whole number"),
        ("measure = true", "measure", "whole number"),
        ('reduced_motion = "yes"', "reduced_motion", "true or false"),
        ('annotator = "a\\nb"', "annotator", "one line"),
        ('recent = [1]', "recent", "list"),
        ("colour = 1", "colour", "not a setting"),
        ('keys = ["Enter"]', "keys", "table"),
        ("[keys]\nfly = ['F']", "keys", "no action 'fly'"),
        ("[keys]\naccept = ['Hyper+F']", "keys", "no chord"),
        ("[keys]\naccept = ['Enterr']", "keys", "no chord"),
        ("[keys]\naccept = ['Tab']\nflag = ['Tab']", "keys", "two things on one key: Tab"),
    ],
)  # fmt: skip
def test_a_faulty_field_is_named_and_the_rest_counts(file, line, field, why) -> None:
    settings = written(file, f'look = "dark"\n{line}\n').load()
    (problem,) = file.problems
    assert problem.code == "A701"
    assert field in problem.what
    assert why in problem.what
    assert settings == replace(Settings(), look="dark")


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"x" * (settings_file.MOST_BYTES + 1)])
def test_a_file_that_is_no_settings_file_leaves_the_defaults(file, content) -> None:
    written(file, "").path.write_bytes(content)
    assert file.load() == Settings()
    assert [one.code for one in file.problems] == ["A701"]


def test_a_faulty_file_is_kept_before_it_is_written_anew(file) -> None:
    text = 'look = "dark"\nlanguage = "fr"\n'
    written(file, text).change(measure=70)
    assert (file.path.parent / FAULTY).read_text("utf-8") == text
    assert file.load() == replace(Settings(), look="dark", measure=70)
    assert file.problems == ()


def test_a_value_that_may_not_be_is_refused_and_nothing_is_written(file) -> None:
    with pytest.raises(KnownError, match="A701: setting measure: must be a whole number from 40 to 140"):
        file.change(measure=20)
    with pytest.raises(KnownError, match="no such setting"):
        file.change(colour="red")
    assert not file.path.exists()


def test_a_write_that_fails_leaves_the_file_as_it_was(file, monkeypatch) -> None:
    file.change(look="dark")
    before = file.path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_file.os, "fsync", full)
    with pytest.raises(KnownError, match=r"A002.*No space left"):
        file.change(look="light")
    assert file.path.read_bytes() == before
    assert [path.name for path in file.path.parent.iterdir()] == [NAME]


def test_a_folder_that_can_be_none_is_refused_in_words(tmp_path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be", "utf-8")
    with pytest.raises(KnownError, match=r"A002: the settings cannot be written to .*taken"):
        SettingsFile(tmp_path / "taken").change(look="dark")


def test_a_medium_that_takes_nothing_is_refused_in_words(file, monkeypatch) -> None:
    def read_only(_path: object, *_args: object, **_kwargs: object) -> None:
        raise OSError(30, "Read-only file system")  # also where there is nothing to be taken away

    monkeypatch.setattr(settings_file.Path, "open", read_only)
    monkeypatch.setattr(settings_file.Path, "unlink", read_only)
    with pytest.raises(KnownError, match=r"A002.*Read-only file system"):
        file.change(look="light")


def test_the_environment_names_another_folder(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    assert settings_folder() == tmp_path
    monkeypatch.delenv("ANNOTATOR_CONFIG")
    assert settings_folder().name == "annotator"


@given(
    st.text(max_size=80).filter(lambda text: problem_of(ROWS["annotator"], text) is None),
    st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=12),
    st.floats(8, 40),
)
def test_whatever_may_be_survives_the_file(tmp_path_factory, name, recent, size) -> None:
    file = SettingsFile(tmp_path_factory.getbasetemp() / "settings")
    wanted = replace(Settings(), annotator=name, recent=tuple(recent), font_size=size)
    written(file, as_toml(wanted))
    assert file.load() == wanted
    assert file.problems == ()
