"""Whatever is refused below the window is said in Dutch in a Dutch window, with the figures and names it holds."""

from __future__ import annotations

import ast
import re

import pytest
from PySide6.QtWidgets import QApplication

from annotator.gui.language import speak
from annotator.gui.refusals import in_words
from annotator.gui.ways_out import is_of_commands

PLACE = re.compile(r"\{(\d+)\}")
# What the worker refused was put together in its own process; what a library says stays as it is.
KNOWN_ENDS = {
    ("annotator.formats.spacy_corpus", "start"),  # a span's place: a method of another meaning has that name
    ("annotator.nlp.client", "error['what']"),
    ("annotator.nlp.client", "error['todo']"),
}
# Of words alone that are the same in both languages.
SAME = {"{0}: status {1}", "is null"}


@pytest.fixture
def dutch(qapp):
    speak(QApplication.instance(), "nl")
    yield
    speak(QApplication.instance(), "en")


def test_every_refusal_of_every_floor_is_found(build) -> None:
    """A text whose origin cannot be followed would be one that nobody translated."""
    assert build.refused().open_ends == KNOWN_ENDS
    by_module = {module for modules in build.refused().templates.values() for module in modules}
    for module in ("formats.csv_table", "formats.pdf_article", "formats.cas_xmi", "formats.offsets", "store.merging",
                   "core.toml_table", "services.packages", "nlp.worker.pipeline"):  # fmt: skip
        assert f"annotator.{module}" in by_module


def test_no_call_that_refuses_is_left_out(build, root) -> None:
    """Each KnownError with a text of its own is among what was found, also those of modules that come later."""
    missed = []
    for floor in build.FLOORS:
        for path in (root / "annotator" / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and build.refused_texts.name_of(node.func) == "KnownError":
                    texts = [text for one in node.args[1:] for text in build._templates(one)]
                    missed += [text for text in texts if text not in build.refused().templates]
    assert missed == []


def test_the_window_takes_nothing_from_what_is_kept_out(build, root) -> None:
    text = "\n".join(path.read_text("utf-8") for path in (root / "annotator" / "gui").rglob("*.py"))
    for module in build.NOT_IN_THE_WINDOW - {"annotator.core.command"}:  # whose classes it makes, not their JSON
        assert f"from {module} import" not in text
    assert "from_json" not in text


def test_every_refusal_is_said_in_dutch_with_its_figures(build, dutch) -> None:
    dutch_of = build.translations()
    for template in sorted(build.refusals()):
        if is_of_commands(template):
            continue  # said in other words; see test_translations
        values = [f"x{number}y" for number in range(len(PLACE.findall(template)))]
        text = PLACE.sub(lambda place, values=values: values[int(place[1])], template)
        said = in_words(text)
        assert said != text or template in SAME, f"{template!r} is not said in Dutch"
        kept = PLACE.findall(dutch_of[build.REFUSALS, template])
        assert [values[int(one)] for one in kept if values[int(one)] not in said] == [], template


@pytest.mark.parametrize(
    ("said", "dutch_text"),
    [
        ("a.csv:3: 1 cell, where the header has 4 columns", "a.csv:3: 1 cel, waar de kop 4 kolommen heeft"),
        ("operation 3 of 'anna de b': does not match its hash",
         "bewerking 3 van 'anna de b': klopt niet met zijn hash"),
        ("a.pdf: inflates to more than 3 bytes a page and 9 in all",
         "a.pdf: wordt uitgepakt meer dan 3 bytes per bladzijde en 9 in totaal"),
        ("/b/c.jsonl: Permission denied · choose another place, or free some room",
         "/b/c.jsonl: geen toegang · kies een andere plaats, of maak ruimte vrij"),
        ("s.toml, line 3, labels[2].key: 'g' is the key of 'GPE' already", None),
        ("c.json:1, spans[0].start: an offset should be an integer, is 1.5",
         "c.json:1, spans[0].start: een positie moet een geheel getal zijn, is 1.5"),
        ("no format 'x' to read · choose one of brat, conll",
         "geen formaat 'x' om te lezen · kies er een van brat, conll"),
    ],
)  # fmt: skip
def test_what_is_put_in_is_said_in_dutch_too(dutch, said, dutch_text) -> None:
    assert in_words(said) == (dutch_text or "s.toml, regel 3, labels[2].key: 'g' is al de toets van 'GPE'")
