"""Why the learned suggester keeps something back, from the worker's English into the language of the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.inspector.sources import source
from annotator.gui.language import as_spoken

if TYPE_CHECKING:
    from collections.abc import Callable

translate = QCoreApplication.translate


def _rejected(found: re.Match[str]) -> str:
    return translate("Inspector", "“{text}” was rejected as {label}").format(**found.groupdict())


def _unlikely(found: re.Match[str]) -> str:
    said = translate("Inspector", "too unlikely: {score} where {least} is shown")
    return said.format(**{name: as_spoken(figure) for name, figure in found.groupdict().items()})


def _unearned(found: re.Match[str]) -> str:
    return translate(
        "Inspector", "too unlikely: {score} and what rules do not find was mostly wrong here so far"
    ).format(score=as_spoken(found["score"]))


def _silent(found: re.Match[str]) -> str:
    said = translate("Inspector", "{source} has to be silent on {label}: only {right} of {total} were right elsewhere")
    return said.format(**{**found.groupdict(), "source": source(found["source"]) or found["source"]})


def _likelier(found: re.Match[str]) -> str:
    return translate("Inspector", "{label} “{text}” is likelier there").format(**found.groupdict())


def _ruled(found: re.Match[str]) -> str:
    said = translate("Inspector", "{label} “{text}” is what the rules find there, and they still come first")
    return said.format(**found.groupdict())


# As annotator/nlp/worker/learned/choosing.py words them; a test holds the two together.
_REASONS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"“(?P<text>.*)” was rejected as (?P<label>\S+)"), _rejected),
    (re.compile(r"too unlikely: (?P<score>[\d.]+) where (?P<least>[\d.]+) is shown"), _unlikely),
    (re.compile(r"too unlikely: (?P<score>[\d.]+) and what rules do not find was mostly wrong here so far"), _unearned),
    (
        re.compile(r"(?P<source>\S+) was right on (?P<right>\d+) of (?P<total>\d+) held-out claims of (?P<label>\S+)"),
        _silent,
    ),
    (re.compile(r"(?P<label>\S+) “(?P<text>.*)” is likelier there"), _likelier),
    (re.compile(r"(?P<label>\S+) “(?P<text>.*)” is what the rules find there"), _ruled),
)


def reason(text: str) -> str:
    """The reason in the language of the window; one of another wording stays as it is."""
    for pattern, say in _REASONS:
        found = pattern.fullmatch(text)
        if found is not None:
            return say(found)
    return text
