"""The place Agreement: measured in the background, each cell opens its places, everything can be exported."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from annotator.gui.agreement import contents
from annotator.gui.agreement.gamma import GammaPart
from annotator.gui.agreement.plots import BarPlot, Bars, Grid, GridPlot
from annotator.gui.agreement.resting_list import ABOVE, BESIDE, RestingList
from annotator.gui.agreement.sections import Sections
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import DARK, LIGHT
from annotator.services.session import Session
from tests.gui.conftest import ANNA, Typist
from tests.samples import at, document, suggestion
from tests.unit.services.versions import annotate


@pytest.fixture
def place(qtbot, lead):
    lead.keys.run("place_agreement")
    found = lead.places.agreement()
    qtbot.waitUntil(lambda: found.measured is not None, timeout=10_000)
    QApplication.processEvents()
    return found


def whole(place) -> Sections:
    """The page, with all of its pieces."""
    place.sections.complete()
    for _ in range(2):  # its parts are laid out, then the page around them
        QApplication.processEvents()
    return place.sections


def table(place, name: str) -> FigureTable:
    return next(one for one in whole(place).findChildren(FigureTable) if one.accessibleName() == name)


def texts(shown: FigureTable) -> list[list[str]]:
    return [
        [shown.item(row, column).text() for column in range(shown.columnCount())] for row in range(shown.rowCount())
    ]


def listed(place) -> list[str]:
    return [place.list.item(number).text() for number in range(place.list.count())]


def test_the_figures_are_those_of_the_measures(place) -> None:
    pair = place.measured.answer["layers"]["entities"]["pairs"][0]
    row = texts(table(place, "Figures"))[0]
    assert row[0] == "anna, bram"
    assert row[1] == f"{pair['coverage']['value']:.2f}"
    assert row[3] == f"{pair['exact_f1']['value']:.2f}"


def test_figures_have_the_comma_in_dutch(qapp, place) -> None:
    def shown() -> list[str]:
        rows = [row for one in whole(place).findChildren(FigureTable) for row in texts(one)]
        rows += [row for one in whole(place).findChildren(GridPlot) for row in one.grid.texts]
        return [cell for row in rows for cell in row]

    pointed = re.compile(r"\d\.\d")
    count = len([one for one in shown() if pointed.search(one)])
    assert count > 10
    try:
        speak(qapp, "nl")
        place._show()
        in_dutch = shown()
    finally:
        speak(qapp, "en")
    assert [one for one in in_dutch if pointed.search(one)] == []
    assert len([one for one in in_dutch if re.search(r"\d,\d", one)]) == count


def test_f6_goes_round_the_parts_that_are_there(place, lead) -> None:
    assert place.page.accessibleName()
    assert place.page.accessibleDescription()
    place.layer.setHidden(True)
    place.list.setFocus()
    held = []
    for _ in range(4):
        lead.keys.run("next_pane")
        held.append(lead.focusWidget())
    assert len(set(held)) == 2
    assert held[1] is held[3] is place.list
    lead.keys.run("previous_pane")
    assert lead.focusWidget() is held[0]


def test_f6_goes_from_any_table_to_the_list_of_its_places_and_back(qtbot, place, lead) -> None:
    table(place, "By label").setFocus()
    lead.keys.run("next_pane")
    assert lead.focusWidget() is place.list
    lead.keys.run("previous_pane")
    assert lead.focusWidget() is table(place, "By label")


def test_under_twenty_documents_it_warns(place) -> None:
    from annotator.gui.parts import PlainLabel  # lazy: only here

    said = [label.text() for label in whole(place).findChildren(PlainLabel)]
    assert any("Only 1 document:" in text for text in said)


def test_a_cell_of_the_matrix_opens_its_places_and_enter_goes_there(qtbot, place, lead) -> None:
    plot = whole(place).plots["confusion"]
    row, column = plot.grid.rows.index("GPE"), plot.grid.columns.index("LOC")
    assert plot.grid.texts[row][column] == "1"
    plot.setFocus()
    for _ in range(row):
        qtbot.keyClick(plot, Qt.Key.Key_Down)
    for _ in range(column):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleDescription() == "GPE, LOC: 1"
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5_000)
    assert "Tal Afar" in listed(place)[0]
    assert "GPE ≠ LOC" in listed(place)[0]
    place.list.itemActivated.emit(place.list.item(0))
    assert lead.places.at == 1
    review = lead.places.review()
    assert review.deciding.place.spans["anna"].label == "GPE"


def test_figures_labels_and_documents_open_their_places(qtbot, place) -> None:
    table(place, "Figures").wanted.emit(0, 5)  # kappa
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5_000)
    table(place, "By document").wanted.emit(0, 0)
    qtbot.waitUntil(lambda: place.list.count() == 3, timeout=5_000)
    labels = texts(table(place, "By label"))
    table(place, "By label").wanted.emit([row[0] for row in labels].index("CARDINAL"), 0)
    qtbot.waitUntil(lambda: place.list.count() == 1 and "twaalf" in listed(place)[0], timeout=5_000)


def test_with_three_each_label_is_told_for_every_annotator(qtbot, project, lead) -> None:
    annotate(project, "cees", *ANNA[:1])
    lead.keys.run("place_agreement")
    place = lead.places.agreement()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)
    shown = table(place, "By label, all annotators")
    labels = place.measured.answer["layers"]["entities"]["overall"]["labels"]
    rows = texts(shown)
    headings = [shown.horizontalHeaderItem(column).text() for column in range(5)]
    assert headings == ["label", "all", "anna", "bram", "cees"]
    assert {row[0] for row in rows} == set(labels)
    lowest = rows[0]
    assert lowest[4].endswith(f"({labels[lowest[0]]['annotators']['cees']['spans']})")
    for column in (4, 1):
        shown.cellClicked.emit(0, column)
        qtbot.waitUntil(lambda: place.list.count() > 0, timeout=10_000)
        assert all(": " in line for line in (item.split("\n")[1] for item in listed(place)))
        place.list.clear()
    figures = table(place, "Figures")
    assert figures.item(0, 0).text() == "all"
    figures.cellClicked.emit(0, 3)
    qtbot.waitUntil(lambda: place.list.count() > 0, timeout=10_000)
    assert place.title.text().startswith("exact · all · ")
    named = {name for item in listed(place) for name in ("anna", "bram", "cees") if f"{name}: " in item}
    assert named == {"anna", "bram", "cees"}


def test_labels_and_documents_come_worst_first(place) -> None:
    values = [row[3] for row in texts(table(place, "By label"))]
    assert values == sorted(values)


def test_the_other_layer_has_the_layers_of_events(place) -> None:
    place.layer.choose("events")
    place.layer.activated.emit(place.layer.currentIndex())
    rows = texts(table(place, "Events"))
    assert [row[0] for row in rows][:4] == ["trigger, F1", "type, kappa", "roles, F1", "fillers, F1"]
    assert rows[0][1] == "1.00"


@pytest.mark.parametrize(
    ("spoken", "layers", "attribute"),
    [
        ("en", ["Entities", "Events"], "Factuality, kappa"),
        ("nl", ["Entiteiten", "Gebeurtenissen"], "Factualiteit, kappa"),
    ],
)
def test_layers_and_attributes_have_the_names_that_people_read(
    qtbot, language, request, spoken, layers, attribute
) -> None:
    language(spoken)
    place = request.getfixturevalue("place")
    assert [place.layer.itemText(number) for number in range(place.layer.count())] == layers
    place.layer.choose("events")
    place.layer.activated.emit(place.layer.currentIndex())
    assert attribute in {cell for one in whole(place).findChildren(FigureTable) for row in texts(one) for cell in row}


def test_a_key_of_the_window_is_no_letter_of_a_layer(qtbot, lead, place) -> None:
    place.layer.setFocus()
    key = (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, "1")  # with the text that X11 sends along
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(place.layer, QKeyEvent(kind, *key))
    assert not place.isVisible()
    assert lead.article.isVisible()


def test_the_annotators_work_is_there_with_its_caution(place) -> None:
    rows = texts(table(place, "The annotators' work"))
    assert [row[0] for row in rows] == ["anna", "bram"]
    assert rows[0][1:4] == ["1", "0", "5"]
    assert [row[0] for row in texts(table(place, "What became of suggestions"))] == ["anna", "bram"]


@pytest.mark.parametrize("kind", ["html", "csv", "json"])
def test_reports_are_exported(place, tmp_path, kind: str) -> None:
    place.write(kind, tmp_path / "figures")
    assert "anna" in (tmp_path / f"figures.{kind}").read_text("utf-8")
    (tmp_path / f"figures.{kind}").write_text("kept", "utf-8")
    place.write(kind, tmp_path / "figures")  # nobody was asked about figures.csv
    assert (tmp_path / f"figures.{kind}").read_text("utf-8") == "kept"
    place.write(kind, tmp_path / f"figures.{kind}")  # somebody was
    assert "anna" in (tmp_path / f"figures.{kind}").read_text("utf-8")


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_plots_are_not_written_over_others(place, tmp_path, kind) -> None:
    said: list[str] = []
    place.said.connect(said.append)
    kept = tmp_path / f"plot-confusion.{kind}"
    kept.write_bytes(b"of last week")
    for _ in range(2):
        place.write(kind, tmp_path / f"plot.{kind}")
    assert kept.read_bytes() == b"of last week"
    names = {one.name for one in tmp_path.glob(f"*.{kind}")}
    plots = whole(place).plots
    assert names == {kept.name, *(f"plot-{number}-{name}.{kind}" for number in (2, 3) for name in plots)}
    assert f"plot-3-….{kind}" in said[-1]


def test_plots_are_exported_as_svg_and_png(place, tmp_path) -> None:
    place.write("svg", tmp_path / "plot.svg")
    place.write("png", tmp_path / "plot.png")
    names = {"pairs", "confusion", "left-edges"}
    assert {path.stem.removeprefix("plot-") for path in tmp_path.glob("*.svg")} == names
    for name in names:
        root = ElementTree.parse(tmp_path / f"plot-{name}.svg").getroot()
        assert root.tag.endswith("svg")
        assert not QImage(str(tmp_path / f"plot-{name}.png")).isNull()


def test_an_export_is_proposed_beside_the_project(place, project, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (asked.append(told[2]), ("", ""))[1])
    place._ask_where("csv")
    assert asked == [str(project.path.with_name("test-agreement.csv"))]


def test_a_folder_that_is_not_there_is_told(place, lead, tmp_path) -> None:
    place.write("csv", tmp_path / "nowhere" / "x.csv")
    assert "cannot be written" in lead.status.message.text()


def test_measuring_can_be_stopped_and_done_again(qtbot, place) -> None:
    place.measured = None
    place.measure()
    assert place.stop.isVisible()
    place.stop.click()
    assert not place.stop.isVisible()
    place.measure()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)


def test_the_key_that_began_measuring_does_not_go_on_to_the_next_button(qtbot, place, lead) -> None:
    lead.activateWindow()
    place.again.setFocus()
    qtbot.keyClick(place.again, Qt.Key.Key_Space)
    assert place.focusWidget() is place.stop
    qtbot.waitUntil(place.again.isVisible, timeout=10_000)
    assert place.focusWidget() is place.again


def test_with_one_annotator_it_says_what_is_needed(qtbot, project, scheme) -> None:
    from annotator.gui.parts import PlainLabel  # lazy: only here

    annotate(project, "anna", *ANNA)
    window = MainWindow(Session(project, scheme, "anna"), theme=LIGHT)
    qtbot.addWidget(window)
    window.show()
    window.open_first("d1")
    window.keys.run("place_agreement")
    place = window.places.agreement()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)
    said = [label.text() for label in whole(place).findChildren(PlainLabel)]
    assert any("two annotators have finished" in text for text in said)
    assert not place.export.isEnabled()
    assert texts(table(place, "The annotators' work"))[0][0] == "anna"
    window.close()


def test_undo_is_not_done_unseen_from_here(place, lead) -> None:
    Typist(lead)("Ctrl+Z")
    assert "Ctrl 1" in lead.status.message.text()


def test_the_look_changes_with_the_window(place, lead) -> None:
    lead.set_theme(DARK)
    assert whole(place).plots["confusion"].theme is DARK


def test_the_look_changes_also_where_other_work_came_in_since(qtbot, place, lead) -> None:
    place.forget()
    lead.set_theme(DARK)
    assert whole(place).plots["confusion"].theme is DARK
    before = place.measured
    lead.keys.run("place_annotate")
    lead.keys.run("place_agreement")
    qtbot.waitUntil(lambda: place.measured is not before, timeout=10_000)


def test_another_look_leaves_one_where_one_is(qtbot, place, lead) -> None:
    figures = table(place, "By label")
    figures.setFocus()
    figures.setCurrentCell(1, 2)
    whole(place).plots["confusion"].at = (2, 1)
    qtbot.keyClick(figures, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.list.count() > 0)
    said, listed_before, top = place.title.text(), listed(place), place.page.verticalScrollBar().value()
    assert top > 0
    lead.set_theme(DARK)
    QApplication.processEvents()
    again = table(place, "By label")
    assert again is not figures
    assert again.hasFocus()
    assert (again.currentRow(), again.currentColumn()) == (1, 2)
    assert whole(place).plots["confusion"].at == (2, 1)
    assert (place.title.text(), listed(place)) == (said, listed_before)
    assert place.page.verticalScrollBar().value() == top


def test_plots_say_their_cells_and_stay_within_them(qtbot) -> None:
    grid = GridPlot(Grid("t", ["a", "b"], ["a", "b"], [["1", ""], ["", "2"]], [[0.5, 0], [0, 1]]), LIGHT)
    bars = BarPlot(Bars("t", ["-1", "+1"], [3, 1]), LIGHT)
    for plot in (grid, bars):
        qtbot.addWidget(plot)
        rows, columns = plot.shape()
        last = plot.rect_of(rows - 1, columns - 1)
        assert last.right() <= plot.sizeHint().width()
        assert last.bottom() <= plot.sizeHint().height()
        qtbot.keyClick(plot, Qt.Key.Key_Up)  # there is none above
        assert plot.at == (0, 0)
    assert grid.said(0, 1) == "a, b: 0"
    assert bars.said(0, 0) == "-1: 3"


def test_the_places_are_not_loaded_with_the_window() -> None:
    code = (
        "import sys, annotator.gui.app;"
        "print([m for m in sys.modules if m.startswith(('annotator.gui.review', 'annotator.gui.agreement', 'jinja2'))])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_place_itself_imports_no_numpy_and_no_jinja() -> None:
    names = "('numpy', 'pandas', 'jinja2')"
    code = f"import sys, annotator.gui.agreement.place; print([m for m in {names} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_layers_of_events_and_work_open_their_places(qtbot, place) -> None:
    place.layer.choose("events")
    place.layer.activated.emit(place.layer.currentIndex())
    events = table(place, "Events")
    rows = [row[0] for row in texts(events)]
    events.wanted.emit(rows.index("Factuality, kappa"), 1)
    qtbot.waitUntil(lambda: place.list.count() == 1 and "≠" in listed(place)[0], timeout=5_000)
    work = table(place, "The annotators' work")
    work.wanted.emit(0, 3)  # anna's spans
    qtbot.waitUntil(lambda: place.list.count() == 5, timeout=5_000)
    work.wanted.emit(0, 1)  # the documents that are done
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5_000)
    assert "“" not in listed(place)[0]
    table(place, "What became of suggestions").wanted.emit(1, 9)
    qtbot.waitUntil(lambda: "with F1 · bram" in place.title.text(), timeout=5_000)


def test_how_both_read_is_told(place) -> None:
    from annotator.gui.parts import PlainLabel  # lazy: only here

    said = [label.text() for label in whole(place).findChildren(PlainLabel)]
    assert any(text == "All of it: guideline version 0, with suggestions." for text in said), said


def test_ways_of_reading_are_apart_and_open_their_own_places(qtbot, place, lead) -> None:
    project = lead.desk.session.project
    one = suggestion(document(), "entities", "GPE", at(document().text, "Raqqa"))
    project.put_suggestions("d1", [one], run={})
    place.measured = None
    place.measure()
    qtbot.waitUntil(lambda: place.measured is not None, timeout=10_000)
    answer = place.measured.answer["layers"]["entities"]["pairs"][0]
    answer["groups"]["suggestions"]["mixed"] = answer["groups"]["suggestions"]["with"]
    place._show()
    ways = table(place, "By how both read: anna, bram")
    assert [row[:2] for row in texts(ways)] == [
        ["with suggestions", "1"], ["only one of the two had suggestions", "1"]
    ]  # fmt: skip
    ways.wanted.emit(0, 6)  # kappa
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5_000)
    ways.wanted.emit(1, 6)
    qtbot.waitUntil(lambda: place.list.count() == 0, timeout=5_000)


def gamma_of(place) -> GammaPart:
    return whole(place).findChild(GammaPart)


def test_gamma_is_measured_on_demand_with_its_seed_and_samples(qtbot, place) -> None:
    part = gamma_of(place)
    part.samples.setValue(10)
    part.seed.setValue(7)
    part.start.setFocus()
    qtbot.keyClick(part.start, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(part.said.text()), timeout=10_000)
    assert part.said.text().startswith("γ 0.")
    assert "samples: 10, seed: 7, documents: 1" in part.said.text()
    rows = texts(table(place, "γ by document, lowest first"))
    assert len(rows) == 1
    table(place, "γ by document, lowest first").wanted.emit(0, 0)
    qtbot.waitUntil(lambda: place.list.count() == 3, timeout=5_000)
    said = part.said.text()
    place.layer.activated.emit(place.layer.currentIndex())  # made anew: what was measured is still there
    assert gamma_of(place).said.text() == said
    assert (gamma_of(place).samples.value(), gamma_of(place).seed.value()) == (10, 7)


def test_gamma_can_be_stopped(qtbot, place, lead, monkeypatch) -> None:
    held = threading.Event()

    def slow(self, layer, names, *, samples, seed, progress):
        for number in range(1_000):
            held.wait(0.01)
            progress(number, 1_000, "d")

    monkeypatch.setattr(type(place.measured), "gamma", slow)
    part = gamma_of(place)
    part.start.click()
    qtbot.waitUntil(lambda: part.bar.value() > 0, timeout=5_000)
    assert part.going.text().endswith("of 1000")
    table(place, "Figures").wanted.emit(0, 5)  # other places are not kept waiting by it
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5_000)
    qtbot.keyClick(part.stop, Qt.Key.Key_Space)
    assert not part.stop.isVisible()
    assert part.start.isEnabled()
    assert lead.status.message.text() == "γ was stopped"
    held.set()


def test_a_long_table_is_unfolded_by_its_last_row_and_never_scrolls_of_itself(qtbot) -> None:
    rows = [[f"artikel {number}", str(number)] for number in range(30)]
    table = FigureTable(["artikel", "F1"], rows, LIGHT, title="Per artikel")
    page = QScrollArea()
    page.setWidget(table)
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show()
    table.resize(280, table.height())
    assert (table.rowCount(), table.item(14, 0).text()) == (15, "16 more …")
    asked = []
    table.wanted.connect(lambda row, column: asked.append((row, column)))
    table.setFocus()
    table.setCurrentCell(13, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked == [(13, 0)]
    assert (table.rowCount(), table.currentRow(), table.item(29, 0).text()) == (30, 14, "artikel 29")
    assert table.verticalScrollBar().maximum() == 0
    table.setCurrentCell(29, 0)
    cell = table.visualItemRect(table.item(29, 0))
    seen = table.viewport().mapTo(page.viewport(), cell.bottomLeft()).y()
    assert cell.height() < seen <= page.viewport().height()  # the page went along
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked[-1] == (29, 0)


def test_a_table_that_finds_no_room_goes_on_to_a_second_line_before_it_scrolls_sideways(qtbot) -> None:
    headings = ["annotators", *["exact agreement"] * 7]
    table = FigureTable(headings, [["anna, bram", *["0.91 [0.90–0.92]"] * 7]], LIGHT, title="Figures")
    page = QScrollArea()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.setWidget(table)

    def shown(width: int) -> tuple[str, str]:
        page.resize(width, 300)
        page.show()
        QApplication.processEvents()
        assert table.verticalScrollBar().maximum() == page.horizontalScrollBar().maximum() == 0
        return table.horizontalHeaderItem(1).text(), table.item(0, 1).text()

    wide, narrow = ("exact agreement", "0.91 [0.90–0.92]"), ("exact\nagreement", "0.91\n[0.90–0.92]")
    assert shown(1_500) == wide
    low = table.height()
    assert shown(900) == narrow
    assert table.height() > low
    assert table.horizontalScrollBar().maximum() == 0
    assert shown(400) == narrow
    assert table.horizontalScrollBar().maximum() > 0
    assert shown(1_500) == wide
    assert table.horizontalScrollBar().maximum() == 0
    assert table.height() == low


def test_every_line_of_a_place_has_room(qtbot) -> None:
    shown = RestingList()
    shown.setStyleSheet(f"QListWidget::item {{ padding: {ABOVE}px {BESIDE}px; border-bottom: 1px solid black; }}")
    qtbot.addWidget(shown)
    shown.resize(240, 300)
    shown.show()
    for number in range(20):
        shown.addItem("“drie”\nCARDINAL “wie drie” ≠ CARDINAL “drie”\nVier doden bij een aanslag " + "x" * number)
    QApplication.processEvents()
    lines = shown.fontMetrics().lineSpacing()
    for number in range(20):
        item = shown.item(number)
        room = QRect(0, 0, shown.viewport().width() - 16, 10_000)
        needed = shown.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text()).height()
        assert shown.visualItemRect(item).height() >= needed + 2 * ABOVE, (number, lines)


def test_layers_are_named_in_full_and_edges_begin_at_one_height(qtbot, place, lead) -> None:
    for number in range(place.layer.count()):
        place.layer.setCurrentIndex(number)
        QApplication.processEvents()
        room = place.layer.width() - 40  # the frame and the arrow
        assert place.layer.fontMetrics().horizontalAdvance(place.layer.currentText()) <= room
    place.layer.setCurrentIndex(0)
    place._show()
    QApplication.processEvents()
    titles = [one for one in whole(place).findChildren(PlainLabel) if "edges that differ" in one.text()]
    heights = {one.mapTo(whole(place), QPoint(0, 0)).y() for one in titles}
    assert (len(titles), len(heights)) == (2, 1)


def test_labels_have_alpha_u_and_those_that_neither_gave_are_left_out(place) -> None:
    pair = place.measured.answer["layers"]["entities"]["pairs"][0]
    plain = contents.label_rows(pair), contents.confusion(pair)
    assert [row[-1] for row in plain[0]] == [contents.figure(pair["alpha_u"][row[0]]) for row in plain[0]]
    pair["labels"]["FAC"] = {**pair["labels"]["ORG"], "a": 0, "b": 0}
    pair["confusion"]["labels"].insert(0, "FAC")
    matrix = pair["confusion"]["matrix"]
    pair["confusion"]["matrix"] = [[0] * (len(matrix) + 1), *([0, *row] for row in matrix)]
    assert (contents.label_rows(pair), contents.confusion(pair)) == plain
    assert contents.confusion_labels(pair) == pair["confusion"]["labels"][1:]


def test_a_minus_is_no_dash() -> None:
    assert [contents._signed(shift, "within") for shift in ("-1", "2", "within")] == ["−1", "+2", "within"]
    score = {"value": -0.5, "low": -0.6, "high": 0.1}
    assert contents.figure(score) == "−0.50 [−0.60–0.10]"


def test_the_page_comes_in_pieces_each_in_a_turn_of_its_own_and_is_the_same(qtbot, place) -> None:
    whole(place)
    titles = [label.text() for label in place.sections.findChildren(PlainLabel)]
    names = [one.accessibleName() for one in place.sections.findChildren(FigureTable)]
    place._show()
    made = place.sections
    counts = []
    while not made.is_complete:
        counts.append(len(made.findChildren(FigureTable)))
        made._go_on()
    assert counts[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(counts))
    assert [label.text() for label in made.findChildren(PlainLabel)] == titles
    assert [one.accessibleName() for one in made.findChildren(FigureTable)] == names
    place._show()
    qtbot.waitUntil(lambda: place.sections.is_complete, timeout=5_000)  # by itself
    assert [one.accessibleName() for one in place.sections.findChildren(FigureTable)] == names


def test_plots_are_exported_whole_while_the_page_is_coming(place, tmp_path) -> None:
    place._show()
    place.write("svg", tmp_path / "plot.svg")
    assert {"plot-pairs.svg", "plot-confusion.svg"} <= {path.name for path in tmp_path.iterdir()}


def test_another_layer_chosen_while_the_page_is_coming_takes_its_place(qtbot, place) -> None:
    place._show()
    place.layer.setCurrentIndex(1)
    place.layer.activated.emit(1)
    qtbot.waitUntil(lambda: place.sections.is_complete, timeout=5_000)
    assert table(place, "Events") is not None
