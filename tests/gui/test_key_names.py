"""Texts name the keys that are in force: none of them says which key that is, and all of them follow the settings."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotator.gui.article import selection as selecting
from annotator.gui.inspector.painted import Heading
from annotator.gui.key_names import key_of, use_keys, with_keys
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import LIGHT
from annotator.resources import resource
from annotator.services.keymap import BINDINGS, Keymap
from annotator.services.settings import ROWS
from tests.gui.conftest import TEXT, Typist
from tests.samples import at

NAMED = re.compile(r"\{key:([a-z_]+)\}")
CHORD = re.compile(r"\b(?:Ctrl|Alt|Shift|Meta)[ +]\S+|\bF(?:[2-9]|1[0-2]?)\b")
KEY = re.compile(
    r"\b(?:Tab|Enter|Space|Spatie|Backspace|Delete|Escape|Esc|Home|End|PageUp|PageDown|[Aa]rrows?|[Aa]rrow keys"
    r"|[Pp]ijltjes|[Pp]ijltjestoetsen)\b"
)
LETTER = re.compile(r"(?:(?<=[a-zé;,] )|^)[A-Z+\[\]{}](?=[ ;.:]|$)")

# Parts that take these keys themselves, whatever the table says: lists, fields, buttons, questions.
OWN = {
    "About", "AgreementPlace", "ArticleList", "ArticlesStep", "Caps", "ChordButton", "CommandPalette", "Drawer",
    "FindBar", "Frame", "GammaPart", "History", "KeyOverview", "KeysPage", "LeadDialog", "MakeDialog", "QueuePanel",
    "Restoring", "ReviewKeys", "ReviewQueue", "RoleForm", "RuleDialog", "SchemeDialog", "Sections", "SettingsDialog",
    "Things", "Values", "Welcome", "WhoseDialog",
}  # fmt: skip
OWN_TEXTS = {
    "tick the places first: Space, or Tick all",  # in the list of the drawer
    "nothing is ticked: Space ticks a line, A all of them",  # in the preview of places
    "What is known of what is at hand, and its guideline; the arrows scroll",  # the inspector with the focus
}
OWN_CHORDS = {
    ("FilterBox", "Alt Down"), ("FilterBox", "Alt ↓"), ("FindBar", "Shift Enter"), ("SchemeDialog", "Ctrl+Enter"),
    ("Values", "F2"),
}  # fmt: skip
NO_KEYS = ("A ", "U ")  # an article of English and a pronoun of Dutch
VERSIONS = ("outline A, B …", "omlijnd A, B …")  # are called by letters
SCORES = {"Agreement", "Learning", "Sections"}  # where F1 is a measure


def messages() -> list[tuple[str, str, str]]:
    """Context, text and Dutch of all that the window says."""
    root = ElementTree.parse(resource("translations", "annotator_nl.ts")).getroot()
    return [
        (context.findtext("name") or "", one.findtext("source") or "", one.findtext("translation") or "")
        for context in root.iter("context")
        for one in context.iter("message")
    ]


def literal(context: str, source: str, text: str) -> list[str]:
    """The keys that the text names for good."""
    for one in VERSIONS:
        text = text.replace(one, "")
    chords = [one for one in CHORD.findall(text) if (context, one.rstrip(".,;:")) not in OWN_CHORDS]
    found = [one for one in chords if not (one == "F1" and context in SCORES)]
    if context not in OWN and source not in OWN_TEXTS:
        found += KEY.findall(text)
    if context not in ("Refusals", "WaysOut") and source not in OWN_TEXTS:  # where O is a tag
        letters = LETTER.findall(NAMED.sub("…", text))
        found += [one for one in letters if text[:2] not in NO_KEYS or text[0] != one]
    return found


def test_no_text_of_the_window_names_a_key_for_good() -> None:
    found = {
        (context, text): keys
        for context, source, dutch in messages()
        for text in (source, dutch)
        if (keys := literal(context, source, text))
    }
    assert found == {}


def test_no_line_of_the_tables_names_a_key_of_another() -> None:
    tables = [text for one in BINDINGS if one.place != "review" for text in (one.english, one.dutch)]
    for row in ROWS.values():
        tables += [row.english, row.dutch, row.english_help, row.dutch_help]
    found = [text for text in tables if CHORD.search(text) or KEY.search(text)]
    assert found == ["Space between lines"]


def test_what_is_named_is_an_action_and_the_same_in_both_languages() -> None:
    actions = {one.action for one in BINDINGS}
    named = 0
    for context, source, dutch in messages():
        assert set(NAMED.findall(source)) <= actions, (context, source)
        assert sorted(NAMED.findall(source)) == sorted(NAMED.findall(dutch)), (context, source)
        named += bool(NAMED.search(source))
    assert named > 30


def test_wherever_a_key_is_named_it_is_put_in(root: Path) -> None:
    for path in (root / "annotator" / "gui").rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            inner = list(ast.walk(function))
            texts = [one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            texts = [one for one in texts if NAMED.search(one)]
            called = {one.func.id for one in inner if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
            assert not texts or "with_keys" in called, f"{path.name}, {function.name}: {texts}"


@pytest.fixture
def remapped(qtbot, session):
    keymap = Keymap(
        {
            "place_review": ("Alt+2",),
            "place_learning": (),
            "done": ("Ctrl+J",),
            "next_suggestion": ("N",),
            "undo": (),
            "event": ("Alt+E",),
        }
    )
    made = MainWindow(session, theme=LIGHT, keymap=keymap)
    qtbot.addWidget(made)
    made.show()
    made.open_first("d1")
    yield made
    made.close()


def test_texts_follow_the_keys_of_the_settings(remapped, language) -> None:
    window, keys = remapped, Typist(remapped)
    window.settle()
    assert [one.accessibleName() for one in window.top.places] == [
        "Annotate Ctrl 1", "Review Alt 2", "Agreement Ctrl 3", "Learning",
    ]  # fmt: skip
    assert window.inspector._empty.text().startswith("N takes the next suggestion")
    keys("Right")
    window.settle()
    assert "Alt E makes it an event" in window.inspector._empty.text()
    keys("Home", "Escape", "X")
    assert "N takes the next one" in window.status.message.text()
    window.keys.run("skip")
    assert window.status.message.text().endswith("“undo, also across articles” takes it back")
    language("nl")
    assert key_of("undo") == "“ongedaan maken, ook over artikelen heen”"
    assert with_keys("{count}: {key:done}", count="{key:undo}") == "{key:undo}: Ctrl J"


def test_a_window_made_anew_names_its_own_keys(remapped, qtbot, session) -> None:
    other = MainWindow(session, theme=LIGHT)
    qtbot.addWidget(other)
    assert key_of("done") == "Ctrl Enter"
    other.close()
    use_keys(Keymap())


def test_what_stands_beside_a_heading_and_what_is_asked_follow_the_settings(qtbot, session) -> None:
    own = {"role": ("Alt+R",), "step_attribute": ("Y",), "show_hidden": ("Alt+H",), "add_fragment": ("*",)}
    window = MainWindow(session, theme=LIGHT, keymap=Keymap(own))
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    keys = Typist(window)
    window.article.set_current(window.article.book.at(at(TEXT, "optrok")[0])[0].id)
    keys("Space", "Alt+Left", "Alt+H")
    window.settle()
    shown = {one._label.text(): one._cap.accessibleName() for one in window.inspector.findChildren(Heading)}
    assert shown["Roles"] == "Alt R"
    assert shown["Factuality"] == "Y"
    assert shown["Hidden here"] == "Alt H"
    window.article.set_current(window.article.book.at(at(TEXT, "optrok")[0])[0].id)
    keys("*", "Escape", "*")
    window.article.set_selection(selecting.at(window.article.document, at(TEXT, "noorden")[0]))
    keys("*")
    events = [one for one in session.state("d1").spans.values() if one.label == "ADVANCE"]
    assert any(at(TEXT, "noorden") in one.fragments for one in events)
    window.close()
