"""The language of the window: which one is wanted, and Qt's translation files for it."""

from __future__ import annotations

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
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"annotator_{language}", str(resource("translations")))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)


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
