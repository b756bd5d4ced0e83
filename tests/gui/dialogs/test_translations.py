"""No string of the window is without its Dutch, the compiled file is up to date, and the window speaks it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QFileSystemModel, QLabel

from annotator.core.command import Accept, CreateSpan, DeleteSpan, Undo
from annotator.errors import KnownError
from annotator.gui.language import grouped
from annotator.gui.main_window import MainWindow
from annotator.gui.refusals import in_words, left_out_in_words
from annotator.gui.theme import LIGHT
from annotator.gui.ways_out import is_of_commands
from annotator.services.keymap import BINDINGS, GROUPS
from annotator.store.project import Project
from tests.gui.dialogs.conftest import DIALOGS, seen

PLACE = re.compile(r"\{[a-z0-9_]*(?::[a-z_]+)?\}")


@pytest.fixture(scope="session")
def messages(build):
    return build.translations()


HOW = "run `python resources/translations/build.py` and fill in what it marks in annotator_nl.ts, then run it again"


def test_every_string_of_the_window_is_in_the_file_and_no_other(build, messages) -> None:
    wanted = build.strings()
    assert sorted(wanted - set(messages)) == [], f"not in annotator_nl.ts; {HOW}"
    assert sorted(set(messages) - wanted) == [], f"in annotator_nl.ts, but not in the code; {HOW}"


def test_every_string_is_translated(messages) -> None:
    assert sorted(key for key, target in messages.items() if not target) == [], HOW


def test_translations_put_the_same_things_in(messages) -> None:
    for (context, source), target in messages.items():
        places = set(PLACE.findall(target))
        assert places <= set(PLACE.findall(source)), f"{context}: {target!r} names what {source!r} does not have"
        if context != "Refusals":
            assert places == set(PLACE.findall(source)), f"{context}: {target!r} leaves something of {source!r} out"
        assert source[:1].isspace() == target[:1].isspace(), f"{context}: {source!r}"


def test_a_file_format_has_one_name_in_dutch(messages) -> None:
    told = {source: target for (_, source), target in messages.items() if re.search(r"\bformats?\b", source, re.I)}
    assert len(told) > 10
    assert [target for target in told.values() if re.search(r"\b(vorm|vormen|indeling)\b", target, re.I)] == []
    assert set(told) >= {"Format"}


# What is counted by these is never one: a share of more, a bound of ours, or a rate.
MANY = ("at most", "more than", "fewer than", "first {", "of {total}", "of {before}", "of {2} characters", "1 to {")
NOUN = re.compile(
    r"\{\w+\} (?:more |other |rejected |decided |control )?"
    r"(?:articles|documents|spans|suggestions|decisions|differences|places|files|words|operations|cells)\b"
)


def test_a_count_of_one_has_a_text_of_its_own(messages) -> None:
    """Beside each text that counts many of something there is one that counts 1, where there may be one."""
    known = {source for _, source in messages}

    def has_one(source: str) -> bool:
        begin, count, end = source.partition(NOUN.search(source)[0])
        noun = count.partition(" ")[2]
        ones = [one for one in known if one.startswith(f"{begin}1 ") or one.startswith(f"{begin}One ")]
        return any(noun.rstrip("s").removesuffix("ie")[:4] in one for one in ones) and end is not None

    without = [
        source for source in known if NOUN.search(source) and not any(one in source for one in MANY)
        if not has_one(source)
    ]  # fmt: skip
    assert sorted(without) == sorted(NEVER_ONE)


# Known only of several; said of one in other words; the number is a bound; “spans” is a verb there.
NEVER_ONE = [
    "Always judged on the same {tested} articles, {by}; learned from the first of the other {known}, in an order drawn "
    "by lot. Articles that are nearly the same as one set apart are left out.",
    "An hour is about {count} articles: {seconds} s of active time each, the mean of {timed}. Assumed: each doubling "
    "of the articles goes on adding what it added so far, and everything in them is labelled. The interval is that of "
    "the articles set apart; another choice of what was learned first would move it too.",
    "Enter again takes back the {count} operations above; one undo brings them back",
    "labels taken off {count} places; {key:undo} brings them back",
    "the id {0} spans words that are not there",
    "too few: under {few} spans",
]


def test_the_compiled_file_is_that_of_the_source(build, tmp_path) -> None:
    build.compile_to(tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == build.QM.read_bytes(), HOW


def test_nothing_that_qt_itself_finds_is_missed(build, root, tmp_path) -> None:
    """Qt's lupdate misses the contexts of functions of modules, but the strings it does find must all be there."""
    found = tmp_path / "found.ts"
    program = str(root / ".venv" / "bin" / "pyside6-lupdate")
    program = program if (root / ".venv").is_dir() else f"{sys.prefix}/bin/pyside6-lupdate"
    files = [str(path) for path in sorted((root / "annotator" / "gui").rglob("*.py"))]
    subprocess.run([program, *files, "-ts", str(found)], check=True, capture_output=True)
    sources = {one.text for one in ElementTree.parse(found).getroot().iter("source")}
    assert len(sources) > 100
    assert sources <= {source for _, source in build.strings()}


def test_the_tables_are_in_both_languages() -> None:
    assert {binding.group for binding in BINDINGS} == set(GROUPS)
    for binding in BINDINGS:
        assert binding.text("nl") != binding.text("en"), binding.action


def english_left(whole, messages) -> list[str]:
    """Texts on the screen that have a Dutch translation of another wording."""
    of_source = {}
    for (_, source), target in messages.items():
        of_source.setdefault(source, set()).add(target)
    texts = {one.text() for one in seen(whole) if isinstance(one, QLabel | QAbstractButton)}
    texts |= {one.accessibleName() for one in seen(whole)} | {one.accessibleDescription() for one in seen(whole)}
    return sorted(text for text in texts if text in of_source and text not in of_source[text])


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_speak_dutch(open_dialog, language, messages, name) -> None:
    language("nl")
    assert english_left(open_dialog(name), messages) == []


def test_the_window_speaks_dutch(qtbot, session, language, messages) -> None:
    language("nl")
    window = MainWindow(session, theme=LIGHT, language="nl")
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    window.keys.run("next_suggestion")
    window.dialogs.show_content_note("replica")
    window.settle()
    assert english_left(window, messages) == []
    assert window.status.document.text() == "Artikel 1 van 3"
    window.close()


def refused(session, command) -> str:
    return session.do(command).rejection.why


def test_the_dialog_for_files_is_in_dutch(qtbot, language, tmp_path) -> None:
    (tmp_path / "map").mkdir()
    language("nl")
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    qtbot.addWidget(dialog)
    labels = {one.text().replace("&", "") for one in dialog.findChildren(QLabel)}
    assert {"Zoeken in:", "Bestanden van type:"} <= labels, labels
    files = QFileSystemModel()
    files.setRootPath(str(tmp_path))
    assert files.data(files.index(str(tmp_path / "map"), 2)) == "Map"


def test_refusals_are_said_in_dutch(session, language) -> None:
    language("nl")
    assert in_words(refused(session, Undo())) == "er valt niets terug te nemen of te herhalen"
    gone = in_words(refused(session, DeleteSpan(document="d1", span="gone")))
    assert gone == "er is geen label 'gone' in dit artikel"
    id = next(iter(session.state("d1").suggestions))
    session.do(Accept(document="d1", suggestion=id))
    again = in_words(refused(session, Accept(document="d1", suggestion=id)))
    assert again.startswith("over deze suggestie is al beslist")
    blank = CreateSpan(document="d1", layer="entities", label="GPE", fragments=((0, 3),))
    assert in_words(refused(session, blank)) == "[0, 3) begint of eindigt met witruimte; laat die weg"


def test_errors_are_said_in_dutch_part_by_part(tmp_path, language) -> None:
    with pytest.raises(KnownError) as caught:
        Project.open(tmp_path / "geen.annotator")
    said = f"{caught.value.what} · {caught.value.todo}"
    assert in_words(said) == said
    language("nl")
    assert in_words(said).startswith(f"{tmp_path / 'geen.annotator'} bestaat niet · ")
    assert in_words("something that nobody wrote down") == "something that nobody wrote down"
    assert in_words("") == ""


def test_what_is_wrong_with_a_package_is_said_in_dutch(language) -> None:
    language("nl")
    again = "ask the sender for the file again, sent as it is"
    said = f"anna.annopack is no work package, or is cut off · {again}"
    opnieuw = "vraag de afzender het bestand opnieuw, verstuurd zoals het is"
    assert in_words(said) == f"anna.annopack is geen werkpakket, of is afgekapt · {opnieuw}"
    said = f"anna.annopack: 'x.txt': does not belong in a work package · {again}"
    assert in_words(said) == f"anna.annopack: 'x.txt': hoort niet in een werkpakket · {opnieuw}"


def test_what_leads_meet_is_said_in_dutch(language) -> None:
    language("nl")
    said = "gold has not finished any document · mark the documents that are read as done"
    assert in_words(said) == "gold heeft nog geen artikel af · markeer de artikelen die gelezen zijn als klaar"
    said = "there is no document left for 'dirk' · import more, or name documents"
    assert in_words(said) == "er is geen artikel over voor 'dirk' · importeer er meer, of kies artikelen"


@pytest.mark.parametrize(
    ("said", "dutch"),
    [
        ("/map: a/b.tsv:5: the row 1-1 stands in line 4 too · mend this line",
         "/map: a/b.tsv:5: de rij 1-1 staat ook in regel 4 · herstel deze regel"),
        ("c.json:1, spans[0].start: an offset should be an integer, is 1.5 · mend this line",
         "c.json:1, spans[0].start: een positie moet een geheel getal zijn, is 1.5 · herstel deze regel"),
        ("d.ann:3: names 'T9', which is not there · mend this line",
         "d.ann:3: wijst naar 'T9', dat er niet is · herstel deze regel"),
        ("equivalences (*) are left out", "gelijkstellingen (*) zijn weggelaten"),
        ("e.tsv: text between two sentences is not in the file: spaces stand for it",
         "e.tsv: tekst tussen twee zinnen staat niet in het bestand: er staan spaties voor in de plaats"),
        ("chains are not read: webanno.custom.Keten", "ketens worden niet gelezen: webanno.custom.Keten"),
        ("g.txt: looks like UTF-16", "g.txt: lijkt op UTF-16"),
        ("f.json:2: something that nobody wrote down", "f.json:2: something that nobody wrote down"),
    ],
)  # fmt: skip
def test_what_readers_of_files_say_is_said_in_dutch(language, said, dutch) -> None:
    assert in_words(said) == said
    language("nl")
    assert in_words(said) == dutch


@pytest.mark.parametrize(
    ("said", "dutch"),
    [
        ("label CITY", "label CITY"),
        ("label CITY of layer ner", "label CITY van laag ner"),
        ("rejected label CITY of layer ner", "afgewezen label CITY van laag ner"),
        ("label LOC that overlaps another in the flat layer entities",
         "label LOC dat over een ander ligt in de platte laag entities"),
        ("attribute certainty=low on layer events", "attribuut certainty=low op laag events"),
        ("role WHO of ATTACK", "rol WHO van ATTACK"),
        ("role AGENT of ATTACK with a span that was left out", "rol AGENT van ATTACK met een stuk dat is weggelaten"),
        ("relation coref between two events", "relatie coref tussen twee gebeurtenissen"),
        ("role AGENT “leger” of a second CAPTURE “viel” in a.ann",
         "rol AGENT “leger” van een tweede CAPTURE “viel” in a.ann"),
        ("attribute f=NEGATED of a second CAPTURE “viel” in a.ann",
         "attribuut f=NEGATED van een tweede CAPTURE “viel” in a.ann"),
        ("something else", "something else"),
    ],
)  # fmt: skip
def test_what_an_import_leaves_out_is_said_in_dutch(language, said, dutch) -> None:
    assert left_out_in_words(said) == said
    language("nl")
    assert left_out_in_words(said) == dutch


def test_what_the_scheme_does_not_have_is_listed_in_dutch(language) -> None:
    language("nl")
    said = "a/b.ann: not in scheme demo: label CITY, attribute x=y on layer events, role WHO of ATTACK · "
    todo = "add it to the scheme, map it with --label-map, or leave such things out with --unknown-labels skip"
    dutch = in_words(said + todo)
    assert "niet in schema demo: label CITY, attribuut x=y op laag events, rol WHO van ATTACK · " in dutch
    assert "--" not in dutch
    assert dutch.endswith("toevoegen aan het schema, lezen als een ander, of weglaten")


FLOORS = ("formats", "nlp", "services", "store")


def ways_of_commands(build, root) -> set[str]:
    """The templates of all that is said below the window to whoever types commands."""
    found: set[str] = set()
    for path in (path for floor in FLOORS for path in (root / "annotator" / floor).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            texts: list[ast.expr] = []
            if isinstance(node, ast.Call) and build._name(node.func) == "KnownError":
                texts = node.args[1:]
            found.update(template for text in texts for template in build._templates(text))
    found |= build.refusals() | {
        "{0} spans were accepted from planted wrong suggestions; `annotator stats` counts them"
    }
    return {template for template in found if is_of_commands(template)}


def test_what_to_do_is_said_as_it_is_done_in_the_window(language, build, root) -> None:
    templates = ways_of_commands(build, root)
    assert len(templates) > 30
    for spoken in ("en", "nl"):
        language(spoken)
        for template in templates:
            said = in_words(f"brat/1.ann:3: a thing · {template}")
            assert said.startswith("brat/1.ann:3: a thing · ")
            assert not is_of_commands(said), f"{template!r} has no way out in the window; see gui/ways_out.py"
            assert set(PLACE.findall(said)) <= set(PLACE.findall(template))
    assert in_words("a.csv: no column of texts is recognised among 'x' · name it with --text-column") == (
        "a.csv: geen kolom met teksten herkend tussen 'x' · noem de kolom met de teksten “text”"
    )
    assert in_words("a.txt: labels are numbers: export them as text, or name them with --label-map") == (
        "a.txt: labels zijn nummers: exporteer ze als tekst, of zeg in de voorvertoning voor welk label elk staat"
    )


def test_no_text_of_the_window_names_a_command(build) -> None:
    own = [source for context, source in build.strings() if context != "Refusals"]
    assert [source for source in own if is_of_commands(source)] == []


def test_who_sits_here_is_addressed_in_one_way(messages) -> None:
    assert [text for text in messages.values() if re.search(r"\b(je|jij|jou|jouw|jezelf)\b", text, re.IGNORECASE)] == []


def test_one_dutch_word_for_one_thing() -> None:
    root = Path(__file__).parents[3]
    places = [*root.glob("docs/*.md"), *root.glob("resources/translations/*.ts"), root / "annotator/services/keymap.py"]
    assert [one.name for one in places if "feitelijkheid" in one.read_text("utf-8").lower()] == []  # factualiteit


def test_thousands_are_apart_as_the_language_has_them(language) -> None:
    assert grouped(1_234_567) == "1,234,567"
    language("nl")
    assert grouped(1_234_567) == "1.234.567"
    assert grouped(999) == "999"
    gui = Path(__file__).parents[3] / "annotator" / "gui"
    own = [one.name for one in gui.rglob("*.py") if ":,}" in one.read_text("utf-8")]
    assert own == ["language.py"]
