"""The queue: what is typed or chosen filters in the background, the list follows, and progress is told."""

from __future__ import annotations

import threading
import time
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem, QToolTip

from annotator.core.command import CreateSpan, SetStatus
from annotator.gui.activity import ActiveTime
from annotator.gui.find.reading import ReadingThread
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.gui.queue.filter_box import FilterBox, HelpPage
from annotator.gui.queue.model import PAGE, QueueModel
from annotator.gui.theme import DARK, LIGHT
from annotator.services.filtering import FIELDS
from annotator.store.documents import DocumentRow
from annotator.store.project import Project
from tests.gui.conftest import article
from tests.samples import at


def shown(window: MainWindow) -> list[str]:
    return list(window.queue.model.ids)


def typed(qtbot, window: MainWindow, text: str) -> list[str]:
    """What the list shows once the background has answered."""
    window.queue.filter.clear()
    window.queue.apply_filter()
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        qtbot.keyClicks(window.queue.filter, text)
    qtbot.waitUntil(lambda: not window.queue._typing.isActive() and not window.queue._is_searching, timeout=5_000)
    return shown(window)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("raqqa", ["d2"]),
        ("status:klaar", ["d3"]),
        ("status:open suggesties:ja", ["d1", "d2"]),
        ("label:org", []),
        ("sorteer:-titel", ["d3", "d1", "d2"]),
        ("niemand sp", ["d3"]),
    ],
)
def test_what_is_typed_is_shown(qtbot, window, session, text, found) -> None:
    session.do(SetStatus(document="d3", status="done"))
    assert typed(qtbot, window, text) == found
    assert window.queue._nothing.isHidden() is bool(found)


def test_of_a_list_that_takes_long_the_first_lines_are_shown_first(qtbot, window, monkeypatch) -> None:
    monkeypatch.setattr("annotator.gui.queue.lookup.PAGE", 1)
    first: list[list[str]] = []
    window.queue.begun.connect(lambda: first.append([shown(window)[0], window.queue._heading.text()]))
    assert typed(qtbot, window, "suggesties:ja") == ["d1", "d2"]
    assert first[-1][0] == "d1"
    assert "1+" in first[-1][1]
    assert "2" in window.queue._heading.text()
    assert "+" not in window.queue._heading.text()


def test_who_moves_about_in_the_first_lines_stays_there(qtbot, window, monkeypatch) -> None:
    for module in ("lookup", "model"):
        monkeypatch.setattr(f"annotator.gui.queue.{module}.PAGE", 1)
    rows = window.queue.list

    def move() -> None:
        rows.is_keyed = True  # as by a key: the article is opened when no further one comes
        rows.setCurrentIndex(window.queue.model.index(0))
        rows.is_keyed = False

    window.queue.begun.connect(move)
    assert typed(qtbot, window, "sorteer:-titel") == ["d3", "d1", "d2"]
    assert rows.currentIndex().row() == 0, "and not back at the open article"
    qtbot.waitUntil(lambda: window.desk.document == "d3")


def test_a_list_that_is_put_in_order_anew_by_itself_takes_nothing_from_under_the_keys(qtbot, window) -> None:
    assert typed(qtbot, window, "sorteer:-titel") == ["d3", "d1", "d2"]
    rows = window.queue.list
    rows.is_keyed = True
    rows.setCurrentIndex(window.queue.model.index(0))
    rows.is_keyed = False
    window.queue._take(["d1", "d2", "d3"])
    assert rows.currentIndex().row() == 2, "d3, where it stands now"
    assert window.desk.document == "d1", "as long as a further key may come"
    qtbot.waitUntil(lambda: window.desk.document == "d3")


def test_a_list_that_is_put_in_order_anew_by_itself_stays_where_it_was_scrolled_to(qtbot, window, session) -> None:
    session.project.add_documents([article(f"Tekst {number} uit Raqqa.", id=f"e{number:02}") for number in range(60)])
    window.queue.apply_filter()
    bar = window.queue.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(400)
    order = list(window.queue.model.ids)
    window.queue._take([*order[10:], *order[:10]])
    assert bar.value() == 400
    bar.setValue(0)
    window.queue.show_open("d1")
    place = bar.value()
    window.queue._take(order)
    assert bar.value() != place, "the open article, where it was in sight, is so again"


def test_a_word_that_says_nothing_is_named(qtbot, window) -> None:
    assert typed(qtbot, window, "label:XYZ raqqa") == ["d2"]
    assert "XYZ" in window.queue._problem.text()
    assert window.queue._problem.isHidden()  # while letters may still come
    qtbot.waitUntil(lambda: not window.queue._problem.isHidden())
    window.queue.filter.clear()
    window.queue.apply_filter()
    assert window.queue._problem.isHidden()


def test_a_word_that_is_none_of_the_filter_is_searched_and_told_with_the_nearest(qtbot, window, language) -> None:
    assert typed(qtbot, window, "stauts:done") == []
    said = window.queue._problem
    assert said.text() == "“stauts” is no word of the filter, but “status” is; it is searched as text"
    assert said.textFormat() == Qt.TextFormat.PlainText
    language("nl")
    typed(qtbot, window, f"{'w' * 90}:done")
    assert "geen woord van het filter" in said.text()
    assert len(said.text()) < 110
    qtbot.waitUntil(lambda: not said.isHidden())
    assert typed(qtbot, window, "Belga") == ["d1", "d2"]
    assert said.isHidden()


def test_escape_clears_and_down_goes_into_the_list(qtbot, window, keys) -> None:
    keys("Ctrl+L")
    assert window.queue.filter.hasFocus()
    qtbot.keyClicks(window.queue.filter, "raq")
    keys("Escape")
    assert window.queue.filter.text() == ""
    assert window.queue.list.hasFocus()


def test_a_line_tells_as_many_open_suggestions_as_the_status_line(window, session) -> None:
    def told(number: int) -> int:
        return window.queue.model.row(number).open_suggestions

    text = session.project.document("d1").text
    span = CreateSpan(document="d1", layer="entities", label="GPE", fragments=(at(text, "Belga meldt"),))
    other = session.project.document("d2").text
    session.do(CreateSpan(document="d2", layer="entities", label="GPE", fragments=(at(other, "Belga zwijgt"),)))
    window.settle()
    before = told(0)
    window.desk.do(span)
    window.settle()
    assert told(0) == before - 1, "it stands in the place of one that was proposed"
    assert window.status.figures.text() == f"1 span · {before - 1} open"
    window.desk.open("d3")
    window.settle()
    window.queue.model.row_changed("d1")
    assert told(0) == before - 1, "known by the project where the article is not open"
    assert told(1) == 0


def test_who_lets_go_of_the_filter_stays_in_the_article(qtbot, window, keys) -> None:
    window.desk.open("d3")
    keys("Ctrl+L")
    assert typed(qtbot, window, "raqqa") == ["d2"]
    with qtbot.waitSignal(window.queue.filtered, timeout=5_000):
        keys("Escape")
    assert window.queue.list.hasFocus()
    assert window.desk.document == "d3"
    assert window.queue.list.currentIndex().row() == 2


def test_the_list_opens_what_was_found_on_enter_and_nothing_by_being_passed(qtbot, window, keys) -> None:
    window.desk.open("d3")
    keys("Ctrl+L")
    assert typed(qtbot, window, "raqqa") == ["d2"]
    keys("F6", "F6")
    assert window.article.hasFocus()
    assert window.desk.document == "d3"
    keys("Ctrl+L", "Enter")
    assert window.desk.document == "d2"


def test_keys_in_the_list_open_when_they_rest_and_enter_opens_at_once(qtbot, window, keys) -> None:
    window.queue.list.setFocus()
    keys("Down", "Down")
    assert window.desk.document == "d1"
    qtbot.waitUntil(lambda: window.desk.document == "d3", timeout=3_000)
    keys("Up", "Enter")
    assert window.desk.document == "d2"


def test_the_menu_writes_what_can_be_typed(qtbot, window) -> None:
    box = window.queue.box
    menu = box.menu()
    texts = {action.text(): action for action in menu.actions()}
    texts["Done"].trigger()
    assert box.line.text() == "status:done"
    labels = next(action for action in menu.actions() if action.text() == "With the label").menu()
    assert isinstance(labels, QMenu)
    next(action for action in labels.actions() if action.text() == "GPE").trigger()
    assert box.line.text() == "status:done label:GPE"
    again = {action.text(): action for action in box.menu().actions()}
    assert again["Done"].isChecked()
    again["Done"].trigger()
    assert box.line.text() == "label:GPE"
    again["Show all, as imported"].trigger()
    assert box.line.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_help_shows_every_field_in_the_language(qtbot, scheme) -> None:
    for language in ("nl", "en"):
        box = FilterBox(scheme, LIGHT, language=language)
        qtbot.addWidget(box)
        box.show()
        box.show_help()
        (page,) = box.findChildren(HelpPage)
        for field in FIELDS:
            assert field.example[language] in page.accessibleDescription()
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_done_goes_to_the_next_of_the_list_as_it_is_shown(window, keys, session) -> None:
    window.queue.filter.setText("sort:-title")
    window.queue.apply_filter()
    assert shown(window) == ["d3", "d1", "d2"]
    window.desk.open("d3")
    keys("Ctrl+Enter")
    assert window.desk.document == "d1"
    window.queue.filter.setText("raqqa")
    window.queue.apply_filter()
    keys("Ctrl+Enter")
    assert window.desk.document == "d2"
    keys("Ctrl+Z", "Ctrl+Z")
    window.desk.open("d2")
    keys("Ctrl+Enter")
    assert window.desk.document == "d3"  # none of the filtered list is left: the next of all


def test_the_article_after_the_open_one_is_seen_too(window, project) -> None:
    for number in range(20):
        project.add_documents([article(f"Artikel {number} over niets.", id=f"n{number:02}")])
    window.queue.apply_filter()
    rows, model = window.queue.list, window.queue.model
    assert model.rowCount() == 23
    for number in range(model.rowCount() - 1):
        window.desk.open(model.id_at(number))
        seen = rows.viewport().rect()
        assert seen.contains(rows.visualRect(model.index(number)))
        assert seen.contains(rows.visualRect(model.index(number + 1))), "what comes next"


def test_next_undone_by_key(window, keys, session) -> None:
    session.do(SetStatus(document="d2", status="skipped"))
    keys("Alt+PageDown")
    assert window.desk.document == "d3"
    session.do(SetStatus(document="d1", status="done"))
    keys("Alt+PageDown")
    assert window.desk.document == "d3"
    assert "done" in window.status.message.text()


def test_the_sitting_counts_what_was_done_in_it(window, keys, session) -> None:
    keys("Ctrl+Enter")
    window.settle()
    window.queue.show_sitting(600.0)
    line = window.queue._sitting
    assert line.text() == "This sitting: 1 done · 10 min · 6 an hour"
    line.resize(line.fontMetrics().horizontalAdvance(line.text()) + 4, line.height())
    assert line.shown_text() == line.text()
    line.resize(line.width() - 8, line.height())
    assert line.shown_text() == "1 done · 10 min · 6 an hour", "the figures are what is looked for"
    line.resize(40, line.height())
    assert line.shown_text().startswith("1 d")
    assert line.shown_text().endswith("…")
    line.resize(line.fontMetrics().horizontalAdvance("1 done · 10 min · 6 a…"), line.height())
    window.queue.show_sitting(601.0)
    assert line.shown_text() == "1 done · 10 min", "no figure is cut in two"
    assert window.queue._done.text() == "1 of 3 done"


def test_active_time_of_a_sitting_goes_on_over_documents() -> None:
    now = [0.0]
    active = ActiveTime(lambda: now[0])
    for pause in (10, 20, 500, 30):
        now[0] += pause
        active.touch()
    active.restart()
    now[0] += 5
    active.touch()
    assert active.seconds == 5
    assert active.sitting == 65


def test_the_model_reads_pages_as_they_are_shown() -> None:
    reads: list[int] = []

    def read(ids):
        reads.append(len(ids))
        return [DocumentRow(id, f"title {id}", "", "", 1, "todo", 0, 0, 0) for id in ids]

    model = QueueModel(read, lambda row: row)
    model.set_ids([str(number) for number in range(100_000)])
    assert reads == []
    assert model.row(70_000).id == "70000"
    assert model.row(70_001).id == "70001"
    assert reads == [PAGE]
    assert model.number_of("99999") == 99_999
    assert model.number_of("none") == -1
    model.row_changed("70001")
    model.row_changed("3")
    assert reads == [PAGE, 1]
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.rows_changed({"70000", "4"})
    assert reads == [PAGE, 1, 1]
    assert sorted(changed) == [(4, 4), (70_000, 70_000)]
    model.rows_changed({str(number) for number in range(60_000, 80_000)})
    assert changed[2:] == [(0, 99_999)], "of very many none is looked for"
    assert model.row(70_000).id == "70000"
    assert reads == [PAGE, 1, 1, PAGE]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_titles_of_any_text_are_painted(window, theme) -> None:
    window.queue.set_theme(theme)
    delegate = window.queue.delegate
    image = QImage(240, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for title in ("", "x" * 400, "😀" * 90, "a\u0301" * 200, "een\ntwee\x07drie vier " * 9):
        first, second = delegate._lines(title, 200.0)
        assert len(first) <= len(title)
        assert not second or title[len(first) :].strip()
    painter.end()


@pytest.mark.parametrize(("title", "is_short"), [("Kamp ontruimd", True), ("Aanval op de stad " * 9, False)])
def test_what_a_short_title_leaves_free_is_above_and_below_it(window, title, is_short) -> None:
    delegate = window.queue.delegate
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 240, delegate.height)
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    row = window.queue.model.row(0)._replace(title=title, date="2019-03-01")
    index = MagicMock(data=lambda _role: row)
    delegate.paint(painter, option, index)
    painter.end()
    paper = image.pixel(235, 30)
    inked = [y for y in range(delegate.height - 2) if any(image.pixel(x, y) != paper for x in range(34, 230))]
    above, below = inked[0], delegate.height - 2 - inked[-1]
    assert (abs(above - below) <= 8) or not is_short
    assert (above > 15) == is_short


# -- the background -----------------------------------------------------------------------------------------


def test_only_the_last_question_is_answered(qtbot, project: Project) -> None:
    thread = ReadingThread(project.path)
    answers: list[object] = []
    thread.delivered.connect(answers.append)
    held = threading.Event()

    def slow(reader, breathe):
        yield "first"
        held.wait(5)
        yield "late"

    def quick(reader, breathe):
        yield reader.document_ids()

    with qtbot.waitSignal(thread.delivered, timeout=5_000):
        thread.ask(slow)
    thread.ask(quick)
    held.set()
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=5_000)
    assert answers == ["first", ["d1", "d2", "d3"]]
    thread.close()


def test_a_long_query_is_interrupted_and_the_thread_lives_on(qtbot, project: Project) -> None:
    thread = ReadingThread(project.path)
    answers: list[object] = []
    thread.delivered.connect(answers.append)
    has_begun = threading.Event()

    def endless(reader, breathe):
        has_begun.set()
        query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        from annotator.store.connection import known_errors

        with known_errors(reader.path):
            reader._connection.execute(query).fetchone()
        yield "never"

    thread.ask(endless)
    assert has_begun.wait(5)
    # The query may be about to begin: asked again until it was there to be interrupted.
    deadline = time.monotonic() + 10
    while not answers and time.monotonic() < deadline:
        thread.ask(lambda reader, breathe: ["answered"])
        QApplication.processEvents()
    assert answers[0] == "answered"
    thread.close()


def test_what_cannot_be_read_is_said(qtbot, tmp_path) -> None:
    thread = ReadingThread(tmp_path / "nowhere.annotator")
    with qtbot.waitSignal(thread.failed, timeout=5_000) as told:
        thread.ask(lambda reader, breathe: [1])
    assert "nowhere" in told.args[0]
    thread.close()


def test_closing_ends_what_is_going_on(qtbot, project: Project) -> None:
    thread = ReadingThread(project.path)

    def job(reader, breathe):
        while breathe():
            pass
        yield from ()

    thread.ask(job)
    thread.close()
    assert thread.isFinished()


def test_what_breaks_is_handed_on_and_the_next_question_is_answered(qtbot, project: Project, monkeypatch) -> None:
    caught: list[type] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))
    thread = ReadingThread(project.path)
    with qtbot.waitSignal(thread.failed, timeout=5_000) as told:
        thread.ask(lambda reader, breathe: [1 // 0])
    assert "ZeroDivisionError" in told.args[0]
    assert caught == [ZeroDivisionError]
    with qtbot.waitSignal(thread.delivered, timeout=5_000):
        thread.ask(lambda reader, breathe: ["answered"])
    thread.close()


def test_nothing_is_begun_once_it_is_closed(qtbot, project: Project, monkeypatch) -> None:
    thread = ReadingThread(project.path)
    thread.close()
    monkeypatch.setattr(thread, "start", lambda *_: pytest.fail("it would outlive its window"))
    thread.ask(lambda reader, breathe: ["late"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_statuses_that_are_named_to_who_mistypes_one_are_words_of_that_language(qapp, language) -> None:
    speak(qapp, language)
    try:
        said = QCoreApplication.translate("QueuePanel", "“{word}” is no status: open, busy, done, flagged, skipped")
    finally:
        speak(qapp, "en")
    named = said.partition(": ")[2].split(", ")
    (status,) = (field for field in FIELDS if field.key == "status")
    assert " · ".join(named) == status.does[language]


def test_escape_in_the_list_goes_back_to_the_article(window, keys) -> None:
    keys("Ctrl+l", "Escape")
    assert window.focusWidget() is window.queue.list
    keys("Escape")
    assert window.focusWidget() is window.article


def test_an_article_outside_the_filter_is_told_as_one(window, keys, qtbot) -> None:
    window.queue.filter.setText("Niemand")
    qtbot.waitUntil(lambda: window.queue.model.rowCount() == 1)
    window.desk.open("d3")
    window.article.setFocus()
    keys("Ctrl+Enter")
    window.settle()
    assert window.desk.document == "d1"
    assert window.status.message.text() == "done, and nothing is left in the filter; this is the next of the others"
    assert window.status.document.text() == "outside the filter"
    window.queue.filter.setText("")
    qtbot.waitUntil(lambda: window.queue.model.rowCount() == 3)
    window.settle()
    assert window.status.document.text() == "Article 1 of 3"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_mouse_on_a_title_that_is_cut_tells_all_of_it_as_plain_text(window, project, qtbot) -> None:
    long = "Een <b>vet</b> kopje dat veel langer is dan er in de lijst van artikelen ooit plaats is voor een titel"
    project.add_documents([article("Lang.", id="d9")._replace(title=long), article("Kort.", id="d8")])
    window.queue.apply_filter()
    view = window.queue.list
    qtbot.waitUntil(lambda: view.model().rowCount() == len(project.document_ids()), timeout=5_000)

    def told(title: str) -> str:
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        index = next(one for one in rows if one.data() == title)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
        return QToolTip.text()

    assert "&lt;b&gt;" in told(long)
    told("Kort.")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=5_000)
