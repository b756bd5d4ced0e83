"""The language of the window: which one is wanted, and Qt's translation files for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES = ("nl", "en")
_PROPERTY = "language"
_installed: list[QTranslator] = []


def wanted_language(setting: str) -> str:
    """ "nl" or "en": what the setting says, or the system's where it says "system"."""
    if setting in LANGUAGES:
        return setting
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def speak(application: QApplication, language: str) -> None:
    """Has everything that is made from now on speak that language; the source language is English."""
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    application.setProperty(_PROPERTY, language)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch if language == "nl" else QLocale.Language.English))
    if language == "en":
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language}.qm", resource("translations") / f"annotator_{language}.qm"):
        translator = QTranslator(application)
        if translator.load(_words_of(path), ""):
            application.installTranslator(translator)
            _installed.append(translator)


@cache
def _words_of(path: Path) -> bytes:
    """A translation as it is on disk, kept for as long as the program runs; nothing where there is none.

    A translator that is given the file's name reads on in the file itself: where an update of the program writes it
    anew, an open window would speak two languages, or end. Of what it is given it keeps no copy.
    """
    try:
        return path.read_bytes()
    except OSError:
        return b""


def spoken_language() -> str:
    """The language last given to `speak`; English before that."""
    application = QCoreApplication.instance()
    return str(application.property(_PROPERTY) or "en") if application is not None else "en"


def grouped(number: int) -> str:
    """A count with its thousands apart, as the language has them: a comma would be read as a decimal in Dutch."""
    text = f"{number:,}"
    return text.replace(",", ".") if spoken_language() == "nl" else text


def decimal(number: float, places: int, *, is_signed: bool = False) -> str:
    """A figure with so many places behind the comma, or the point, as the language has it; for people alone."""
    return as_spoken(f"{number:+.{places}f}" if is_signed else f"{number:.{places}f}")


def as_spoken(figure: str) -> str:
    """A figure that is written with a point, as the language has it."""
    return figure.replace(".", ",") if spoken_language() == "nl" else figure
