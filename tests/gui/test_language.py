"""The language of the window stays what it is, whatever becomes of the files it came from."""

from __future__ import annotations

import shutil

from PySide6.QtCore import QCoreApplication

from annotator.gui import language as speaking
from annotator.resources import resource

SAID = "accepted “{text}” as {label}"


def test_a_translation_that_an_update_writes_anew_leaves_an_open_window_its_language(
    language, tmp_path, monkeypatch
) -> None:
    folder = tmp_path / "translations"
    shutil.copytree(resource("translations"), folder)
    monkeypatch.setattr(speaking, "resource", lambda *parts: tmp_path.joinpath(*parts))
    language("nl")
    assert "aangenomen" in QCoreApplication.translate("Gestures", SAID)
    written = folder / "annotator_nl.qm"
    with written.open("r+b") as file:  # in place, as installers do
        file.write(bytes(written.stat().st_size))
    assert "aangenomen" in QCoreApplication.translate("Gestures", SAID)


def test_without_its_file_a_language_is_english(language, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(speaking, "resource", lambda *parts: tmp_path.joinpath(*parts))
    language("nl")
    assert QCoreApplication.translate("Gestures", SAID) == SAID
