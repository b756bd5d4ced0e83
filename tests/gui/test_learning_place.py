"""The place Learning: measured in its own worker, stopped at once, figures with their counts; what a lead sets."""

from __future__ import annotations

import itertools
import re
import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from annotator.core.command import SetStatus
from annotator.errors import KnownError
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.language import speak
from annotator.gui.learning import contents
from annotator.gui.learning import place as places
from annotator.gui.learning.lead import LeadDialog
from annotator.gui.learning.plots import ChartPlot, doublings
from annotator.gui.parts import PlainLabel
from annotator.gui.theme import DARK, LIGHT
from annotator.services import measuring
from annotator.services.conduct import Conduct, conduct_of
from annotator.services.session import Session
from tests.unit.services.versions import annotate


def tallied(right: int, proposed: int, existing: int) -> dict[str, Any]:
    return measuring.tally((right, proposed, existing))


def report(**more: Any) -> dict[str, Any]:
    layer = {
        "labels": {"": tallied(8, 10, 16), "ORG": tallied(6, 8, 8), "GPE": tallied(0, 0, 8)},
        "rules": {"": tallied(4, 10, 16), "ORG": tallied(4, 8, 8)},
        "confusion": [["ORG", "ORG", 6], ["ORG", "GPE", 2], ["–", "ORG", 3], ["GPE", "–", 8]],
        "ece": 0.031, "scored": 10, "why": {},
        "reliability": [{"count": 2, "score": 0.4, "right": 0.5}, {"count": 8, "score": 0.9, "right": 0.875}],
        "silent": {"rules GPE": "rules was right on 2 of 9 held-out claims of GPE"}, "events": {},
    }  # fmt: skip
    empty = {
        "labels": {"": tallied(0, 0, 0)}, "rules": {}, "confusion": [], "ece": None, "scored": 0,
        "why": {"ece": "nothing_scored"}, "reliability": [], "silent": {}, "events": {},
    }  # fmt: skip
    points = [
        {"documents": n, "layers": {"entities": {"": tallied(n, 16, 16)}, "events": {"": tallied(0, 0, 0)}}}
        for n in (2, 4, 8)
    ]
    worth = [
        {"layer": "entities", "label": "ORG", "f1": 0.75, "existing": 40, "why": None,
         "gain": 0.04, "low": -0.001, "high": 0.09},
        {"layer": "entities", "label": "GPE", "f1": 0.0, "existing": 4, "why": "few_spans"},
    ]  # fmt: skip
    return {
        "source": "anna", "documents": 12, "words": 900, "layers": {"entities": layer, "events": empty},
        "split": {"by": "date", "tested": 4, "known": 8, "why": None}, "curve": points,
        "hour": {"documents": 6.5, "seconds": 553.0, "timed": 12, "why": None}, "worth": worth, **more,
    }  # fmt: skip


class FakeWorker:
    """A worker that is only noted to be closed."""

    def __init__(self) -> None:
        self.call = None
        self.is_closed = False
        self.closed_by: threading.Thread | None = None

    def close(self) -> None:
        self.closed_by = threading.current_thread()
        self.is_closed = True


class Measurements:
    """Stands in for the measurement: waits at `gate`, then answers or fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.answer: Any = report()
        self.asked: dict[str, Any] = {}
        self.ended = threading.Event()
        monkeypatch.setattr(measuring, "measure", self)

    def __call__(self, _project, _scheme, _call, *, progress, **options: Any) -> dict[str, Any]:
        self.asked = options
        try:
            while not self.gate.wait(0.01):
                progress(250, 1000)
        finally:
            self.ended.set()
        if isinstance(self.answer, KnownError):
            raise self.answer
        return self.answer


@pytest.fixture
def measurements(monkeypatch) -> Measurements:
    return Measurements(monkeypatch)


@pytest.fixture
def place(qtbot, window, measurements, monkeypatch):
    window.settle()
    monkeypatch.setattr(places.LearningPlace.__init__, "__kwdefaults__", {"workers": FakeWorker})
    window.desk.session.do(SetStatus(document="d3", status="done"), elapsed_ms=4_000)
    window.keys.run("place_learning")
    found = window.places.learning()
    qtbot.waitUntil(lambda: "anna" in found.course["rates"], timeout=5_000)
    return found


@pytest.fixture
def measured(qtbot, place):
    place.begin.click()
    qtbot.waitUntil(lambda: place.report is not None, timeout=5_000)
    QApplication.processEvents()
    return place


def table(place, name: str) -> list[list[str]]:
    shown = next(one for one in place.sections.findChildren(FigureTable) if one.accessibleName() == name)
    return [
        [shown.item(row, column).text() for column in range(shown.columnCount())] for row in range(shown.rowCount())
    ]


def figures_shown(place) -> list[str]:
    """All that is read on the page: in tables, in texts, along axes and in descriptions."""
    shown = [label.text() for label in place.sections.findChildren(PlainLabel)]
    for one in place.sections.findChildren(FigureTable):
        shown += [one.item(row, column).text() for row in range(one.rowCount()) for column in range(one.columnCount())]
    for plot in place.sections.findChildren(ChartPlot):
        shown += [said for at in (plot.chart.below, plot.chart.beside) for _, said in at]
        shown += [point.said for line in plot.chart.lines for point in line.points]
    return shown


def test_figures_have_the_comma_in_dutch_and_the_point_in_english(qapp, measured) -> None:
    pointed = re.compile(r"\d\.\d")
    count = len([one for one in figures_shown(measured) if pointed.search(one)])
    assert count > 20
    try:
        speak(qapp, "nl")
        measured.show_page()
        shown = figures_shown(measured)
    finally:
        speak(qapp, "en")
    assert [one for one in shown if pointed.search(one)] == []
    assert len([one for one in shown if re.search(r"\d,\d", one)]) == count


def words(place) -> str:
    return "\n".join(label.text() for label in place.sections.findChildren(PlainLabel))


def test_a_key_leads_there_and_what_is_known_is_read_at_once(place, window, keys) -> None:
    window.keys.run("place_annotate")
    window.article.setFocus()
    keys("Ctrl+4")
    assert window.places.stack.currentWidget() is place
    assert place.begin.hasFocus()
    assert "Nothing is measured yet" in words(place)
    assert table(place, "What the work of anna cost") == [["1–1", "0/0", "1", "–", "0.1", "–", "0", "0"]]
    assert table(place, "How suggestions were answered") == [["anna", "–", "–", "–", "0"]]


def test_what_the_work_on_many_articles_cost_is_seen_from_the_first_to_the_last() -> None:
    rows = [
        {"first": n + 1, "last": n + 10, "documents": 10, "spans": 20, "correct": 10, "judged": 1, "controls": 2,
         "keys": 30 - n // 100, "seconds": 60.0, "keys_per_span": 3.0, "seconds_per_span": 6.0}
        for n in range(0, 1_010, 10)
    ]  # fmt: skip
    shown = contents.cost_rows(rows)
    assert len(shown) <= contents.MOST_COSTS
    assert [shown[0][0], shown[-1][0]] == ["1–100", "1001–1010"]
    assert shown[0] == ["1–100", "100/200", "300", "3.00", "10.0", "6.00", "10", "20"]
    assert shown[5][2:4] == ["250", "2.50"]
    assert contents.cost_rows(rows[:12]) == [contents.cost_rows([one])[0] for one in rows[:12]]
    nothing = {**rows[0], "correct": 0, "seconds": 0.0}
    assert contents.cost_rows([nothing] * 20)[0][3] == contents.cost_rows([nothing] * 20)[0][5] == "–"


def test_who_has_finished_something_is_chosen_at_first_and_cost_is_explained_once(
    qtbot, window, place, project
) -> None:
    annotate(project, "bram", document="d2")
    annotate(project, "gold", document="d2", status="busy")
    place.whose.clear()
    place.enter()
    qtbot.waitUntil(lambda: "bram" in place.course["cost"], timeout=5_000)
    assert {place.whose.itemText(number) for number in range(place.whose.count())} >= {"anna", "bram", "gold"}
    assert project.counts(place.whose.currentText()).get("done")
    assert words(place).count("A gesture is one decision") == 1
    said = []
    place.said.connect(said.append)
    place.measure()
    assert said[0] == ""  # what was refused before is about something else
    qtbot.waitUntil(lambda: place.report is not None, timeout=5_000)


def test_every_share_stands_with_its_count_and_an_undefined_one_says_why(measured) -> None:
    assert table(measured, "By label, lowest first") == [
        ["all", "0.80 (8/10)", "0.50 (8/16)", "0.62", "0.31", "16"],
        ["GPE", "– (nothing proposed)", "0.00 (0/8)", "0.00", "–", "8"],
        ["ORG", "0.75 (6/8)", "0.75 (6/8)", "0.75", "0.50", "8"],
    ]
    assert "Articles that anna has done: 12, words: 900" in words(measured)
    assert "the rules has to be silent on GPE: only 2 of 9 were right elsewhere" in words(measured)


def test_another_hour_has_an_interval_or_says_too_few(measured) -> None:
    assert table(measured, "Another hour") == [
        ["ORG", "0.75", "+0.04 F1", "+0.00 … +0.09", "40"],
        ["GPE", "0.00", "too few: under 10 spans", "", "4"],
    ]
    assert "about 6.5 articles: 553 s of active time each, the mean of 12" in words(measured)
    assert "Assumed" in words(measured)


def test_plots_say_their_points_by_the_arrows(qtbot, measured) -> None:
    curve = measured.sections.plots["curve"]
    curve.setFocus()
    qtbot.keyClick(curve, Qt.Key.Key_Right)
    assert curve.accessibleDescription() == "Entities: articles: 4, F1 0.25, spans: 16"
    reliability = measured.sections.plots["reliability"]
    assert reliability.said(0, 1) == "score 0.90: 88 % of 8 right"
    assert "off by 3.1 in a hundred (expected calibration error 0.031); suggestions: 10" in words(measured)
    confusion = measured.sections.plots["confusion"]
    assert confusion.said(confusion.grid.rows.index("nothing there"), confusion.grid.columns.index("ORG")).endswith("3")
    assert (doublings(2, 2, 8), doublings(4, 2, 8), doublings(8, 2, 8)) == (0.0, 0.5, 1.0)


def test_the_other_layer_says_what_it_has_not(measured) -> None:
    measured.layer.choose("events")
    measured.layer.activated.emit(1)
    assert "nothing was shown" in words(measured)
    assert table(measured, "By label, lowest first")[0][1] == "– (nothing proposed)"


def test_progress_is_told_and_stopping_ends_the_worker(qtbot, place, window, measurements) -> None:
    measurements.gate.clear()
    place.begin.click()
    worker = place._worker
    qtbot.waitUntil(lambda: place.going.text() == "measuring: 25 %", timeout=5_000)
    assert place.bar.value() == 250
    assert measurements.asked["split"] == "date"
    window.keys.run("place_annotate")
    assert window.desk.document == "d1", "the window goes on meanwhile"
    place.stop.click()
    qtbot.waitUntil(lambda: worker.is_closed, timeout=5_000)
    assert worker.closed_by is not threading.main_thread(), "a process that goes slowly must not hold up the window"
    assert measurements.ended.wait(5)
    assert place.report is None
    assert place.stop.isHidden()


def test_measuring_makes_no_window_wider(qtbot, place, window, measurements) -> None:
    measurements.gate.clear()
    window.resize(1_000, 700)
    place.whose.show()
    before = window.width()
    place.begin.click()
    qtbot.waitUntil(lambda: "25 %" in place.going.text(), timeout=5_000)
    QApplication.processEvents()
    assert place.minimumSizeHint().width() < 600
    assert window.width() == before
    assert place.stop.isVisible()
    measurements.gate.set()
    qtbot.waitUntil(lambda: not place.is_measuring, timeout=5_000)


def test_why_it_could_not_be_measured_is_said(qtbot, place, window, measurements) -> None:
    measurements.answer = KnownError("A603", "anna has not finished any document", "mark some as done")
    place.split.setCurrentIndex(1)
    place.begin.click()
    qtbot.waitUntil(lambda: "not finished" in window.status.message.text(), timeout=5_000)
    assert measurements.asked["split"] == "source"
    assert not place.is_measuring


def test_the_key_that_began_measuring_does_not_go_on_to_the_next_button(qtbot, place, measurements) -> None:
    measurements.answer = KnownError("A603", "nobody has decided anything yet", "annotate first")
    measurements.gate.clear()
    place.begin.setFocus()
    qtbot.keyClick(place.begin, Qt.Key.Key_Space)
    assert place.focusWidget() is place.stop
    measurements.gate.set()
    qtbot.waitUntil(lambda: not place.is_measuring, timeout=5_000)
    assert place.focusWidget() is place.begin


def test_there_is_no_curve_without_enough_articles(qtbot, place, measurements) -> None:
    measurements.answer = report(
        curve=[], worth=[], split={"by": "date", "tested": 0, "known": 0, "why": "few_documents"},
        hour={"documents": None, "seconds": None, "timed": 2, "why": "few_timed"},
    )  # fmt: skip
    place.begin.click()
    qtbot.waitUntil(lambda: place.report is not None, timeout=5_000)
    assert "There is none: fewer than 10 articles are done." in words(place)
    assert "too few: active time is known of fewer than 5 articles (2)." in words(place)


def test_it_is_painted_light_and_dark(measured) -> None:
    for theme in (LIGHT, DARK):
        measured.set_theme(theme)
        for plot in measured.sections.plots.values():
            assert not plot.grab().isNull()
    assert isinstance(measured.sections.plots["curve"], ChartPlot)


def test_every_reason_has_words_in_both_languages(qapp) -> None:
    try:
        for language in ("en", "nl"):
            speak(qapp, language)
            said = {code: contents.why(code) for code in measuring.WHY}
            assert all(text and text != code for code, text in said.items())
        assert contents.why("nothing_there") == "er zijn er geen"
    finally:
        speak(qapp, "en")


# -- what a lead sets ---------------------------------------------------------------------------------------


def test_the_lead_sets_shares_and_order_and_they_hold_at_once(qtbot, project, window, monkeypatch) -> None:
    window.settle()

    def answered(dialog: LeadDialog) -> int:
        dialog.controls.setValue(50)
        dialog.planted.setValue(10)
        dialog.learns.setChecked(False)
        dialog.order.setCurrentIndex(dialog.order.findData("easiest"))
        dialog.keep()
        return dialog.result()

    monkeypatch.setattr(LeadDialog, "exec", answered)
    window.keys.run("conduct")
    kept = conduct_of(project)
    assert (kept.learns, kept.controls, kept.planted, kept.order) == (False, 0.5, 0.1, "easiest")
    assert window.desk.session.conduct == kept
    for id in ("d1", "d2", "d3"):
        assert not (kept.is_control(id) and window.desk.session.state(id).suggestions)


def test_escape_leaves_all_as_it_was(project, window, monkeypatch) -> None:
    def escaped(dialog: LeadDialog) -> int:
        dialog.controls.setValue(50)
        dialog.reject()
        return dialog.result()

    monkeypatch.setattr(LeadDialog, "exec", escaped)
    window.keys.run("conduct")
    assert conduct_of(project) == Conduct()


def test_the_list_goes_by_the_order_of_learning(qtbot, window) -> None:
    window.settle()
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        window.queue.filter.setText("sort:easiest")
    assert list(window.queue.model.ids) == ["d3", "d2", "d1"], "nothing to decide, one thing, many"
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        window.queue.filter.setText("sorteer:leerzaam")
    assert window.queue.model.ids[-1] == "d3"


def test_the_lead_s_order_holds_where_the_annotator_asks_for_none(qtbot, window) -> None:
    window.settle()
    window.desk.session.conduct = Conduct(order="easiest")
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        window.queue.apply_filter()
    qtbot.waitUntil(lambda: list(window.queue.model.ids) == ["d3", "d2", "d1"], timeout=5_000)
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        window.queue.filter.setText("sort:title")
    assert window.queue._shown.order == "title"


def test_nothing_on_the_page_stands_on_something_else(measured) -> None:
    QApplication.processEvents()
    column = measured.sections.layout()
    places = [column.itemAt(number).widget() for number in range(column.count())]
    shown = [one.geometry() for one in places if one is not None]
    assert len(shown) > 10
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(shown))


def test_a_lead_chooses_whose_decisions_are_measured(qtbot, place, project, scheme, window, measurements) -> None:
    assert place.whose.isHidden(), "there is one annotator"
    Session(project, scheme, "bram").do(SetStatus(document="d1", status="done"))
    place.enter()
    assert not place.whose.isHidden()
    assert place.whose.currentText() == "anna", "one's own at first"
    place.whose.setCurrentText("bram")
    place.begin.click()
    qtbot.waitUntil(lambda: place.report is not None, timeout=5_000)
    assert measurements.asked["source"] == "bram"
    Session(project, scheme, "gold").do(SetStatus(document="d1", status="done"))
    place.whose.clear()
    place.enter()
    assert place.whose.currentText() == "gold"


@pytest.mark.parametrize("name", ["nl", "en"])
def test_what_a_lead_sets_is_seen_without_scrolling(qtbot, project, language, name) -> None:
    language(name)
    dialog = LeadDialog(project, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
