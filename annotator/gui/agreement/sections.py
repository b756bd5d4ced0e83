"""The page of the place Agreement: tables and plots of one layer and one pair, each cell a way to its places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.compare import FEW_DOCUMENTS
from annotator.gui.agreement import contents
from annotator.gui.agreement.figure_page import FigurePage
from annotator.gui.agreement.gamma import GammaPart
from annotator.gui.agreement.plots import BarPlot, GridPlot
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.choices import attribute_name
from annotator.gui.flow import FlowLayout
from annotator.gui.key_names import with_keys
from annotator.services.measured import Ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.scheme import Scheme
    from annotator.gui.agreement.gamma import GammaWork
    from annotator.gui.theme import Theme
    from annotator.services.measured import Measured


EVERY_PAIR = {"a": "", "b": ""}  # of whom the places behind a figure over all annotators are


class Sections(FigurePage):
    """Made anew for each layer and pair, in pieces; `plots` are those that can be exported, by name."""

    wanted = Signal(object, str)  # Ask, what the cell is about

    def __init__(
        self, measured: Measured, scheme: Scheme, layer: str, pair: int, theme: Theme, gamma: GammaWork
    ) -> None:
        super().__init__(theme)
        self._scheme = scheme
        self._gamma_work = gamma
        self._measured = measured
        self._layer = layer
        self._pair_number = pair
        self._make(self._in_pieces())

    def _in_pieces(self) -> Iterator[None]:
        answer = self._measured.answer
        if answer is None:
            self._explain()
            yield
        else:
            figures = answer["layers"][self._layer]
            yield from self._figures(answer, figures)
            if len(figures["pairs"]) > 1:
                self._labels_of_all(figures["overall"])
                yield
            if figures["pairs"]:
                pair = figures["pairs"][self._pair_number]
                self._ways(figures, pair)
                yield
                yield from self._pair(pair)
                self._gamma(answer, pair)
                yield
        yield from self._work()

    # -- parts of a page --------------------------------------------------------------------------------

    def _table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> FigureTable:
        about = self.tr("Arrows move, Enter opens the places a figure rests on")
        table = FigureTable(headings, rows, self._theme, title=title, about=about)
        self._column.addWidget(table)
        return table

    def _ask(self, kind: str, key: tuple[str, ...], about: str, *, pair: dict[str, Any]) -> None:
        self.wanted.emit(Ask(self._layer, pair["a"], pair["b"], kind, key), about)

    # -- sections ---------------------------------------------------------------------------------------

    def _explain(self) -> None:
        self._heading(self.tr("There is nothing to compare yet"))
        self._column.addWidget(
            self._muted(
                with_keys(
                    self.tr(
                        "Agreement is measured on articles that two annotators have finished. An article counts when "
                        "it is done: {key:done} in Annotate. Give a share of the articles to everyone when you make "
                        "work packages; what comes back is compared here."
                    )
                )
            )
        )

    def _figures(self, answer: dict[str, Any], figures: dict[str, Any]) -> Iterator[None]:
        if answer["documents"] < FEW_DOCUMENTS:
            one = self.tr("⚠ Only 1 document: below {few} the intervals are too narrow to build on.")
            many = self.tr("⚠ Only {count} documents: below {few} the intervals are too narrow to build on.")
            count = answer["documents"]
            said = (one if count == 1 else many).format(count=count, few=FEW_DOCUMENTS)
            self._column.addWidget(self._muted(said, self._theme.warn))
        self._heading(
            self.tr("Figures"),
            self.tr(
                "Found: seen at all, and the same place whatever the label. Where: exact against overlap. What: kappa, "
                "alpha and AC1 on the labels of what both saw; read them with “seen”. In brackets the 95 % interval."
            ),
        )
        rows = contents.figure_rows(figures)
        table = self._table([self.tr("annotators"), *contents.measure_names()], rows, self.tr("Figures"))
        has_all = len(rows) > len(figures["pairs"])
        table.wanted.connect(lambda row, column: self._open_figure(figures, row - has_all, column))
        yield
        grid = contents.heat(figures, answer["annotators"])
        self._heading(grid.title)
        plot = self._plot("pairs", GridPlot(grid, self._theme))
        plot.wanted.connect(lambda row, column: self._open_pair(figures, answer["annotators"], row, column))
        yield

    def _open_figure(self, figures: dict[str, Any], row: int, column: int) -> None:
        pair = figures["pairs"][row] if row >= 0 else EVERY_PAIR
        name = contents.SHOWN[column - 1] if column else contents.HEAT
        heading = contents.measure_names()[contents.SHOWN.index(name)]
        self._ask("measure", (name,), f"{heading} · {_names(pair) or self.tr('all')}", pair=pair)

    def _open_pair(self, figures: dict[str, Any], names: Sequence[str], row: int, column: int) -> None:
        wanted = {names[row], names[column]}
        pair = next((one for one in figures["pairs"] if {one["a"], one["b"]} == wanted), None)
        if pair is not None:
            self._ask("measure", (contents.HEAT,), f"{pair['a']}, {pair['b']}", pair=pair)

    def _pair(self, pair: dict[str, Any]) -> Iterator[None]:
        self._confusion(pair)
        yield
        self._edges(pair)
        yield
        self._events(pair)
        yield
        self._heading(
            self.tr("By label, lowest first"),
            self.tr("αᵤ: Krippendorff's alpha of where in the texts the label stands, edges and all."),
        )
        rows = contents.label_rows(pair)
        headings = [self.tr("label"), pair["a"], pair["b"], *contents.measure_names()[2:4], self.tr("αᵤ")]
        labels = [row[0] for row in rows]
        table = self._table(headings, rows, self.tr("By label"))
        table.wanted.connect(lambda row, _column: self._ask("label", (labels[row],), labels[row], pair=pair))
        yield
        rows = contents.document_rows(pair, self._measured.titles)
        yield
        self._heading(self.tr("By document, lowest first"))
        headings = [self.tr("document"), pair["a"], pair["b"], *contents.measure_names()[1:4]]
        documents = [one["document"] for one in pair["per_document"]]
        by_document = self._table(headings, rows, self.tr("By document"))
        by_document.wanted.connect(
            lambda row, _column: self._ask("document", (documents[row],), rows[row][0], pair=pair)
        )
        yield

    def _labels_of_all(self, overall: dict[str, Any]) -> None:
        """Where more than two compare: which label is hard, and who parts from the others on it."""
        rows = contents.label_rows_of_all(overall)
        if not rows:
            return
        self._heading(
            self.tr("By label, all annotators, lowest first"),
            self.tr("Exact F1, of each annotator with all others; in brackets how often the annotator gave it."),
        )
        names = ["", *overall["annotators"]]
        headings = [self.tr("label"), self.tr("all"), *names[1:]]
        table = self._table(headings, rows, self.tr("By label, all annotators"))
        table.wanted.connect(
            lambda row, column: self.wanted.emit(
                Ask(self._layer, names[max(0, column - 1)], "", "label", (rows[row][0],)),
                " · ".join(filter(None, (rows[row][0], names[max(0, column - 1)]))),
            )
        )

    def _events(self, pair: dict[str, Any]) -> None:
        rows = contents.event_rows(pair, partial(attribute_name, self._scheme, self._layer))
        if not rows:
            return
        self._heading(self.tr("Events, each given the one before"))
        parts = contents.event_parts(pair)
        table = self._table(["", self.tr("agreement")], rows, self.tr("Events"))
        table.wanted.connect(
            lambda row, _column: self._ask("event", (parts[row],), f"{rows[row][0]} · {_names(pair)}", pair=pair)
        )

    def _gamma(self, answer: dict[str, Any], pair: dict[str, Any]) -> None:
        self._heading(
            self.tr("γ"),
            self.tr(
                "Places and labels at once, compared with what chance would give. It takes a hundredth of a second a "
                "document for two annotators, up to seconds for three, and is therefore measured when you ask for it."
            ),
        )
        wanted = [(pair["a"], pair["b"])]
        if len(answer["annotators"]) > len(wanted[0]):
            wanted.append(tuple(answer["annotators"]))
        for names in wanted:
            part = GammaPart(self._gamma_work, self._measured, self._layer, names, self._theme)
            if len(wanted) > 1:
                self._column.addWidget(self._muted(", ".join(names)))
            part.wanted.connect(
                lambda document: self._ask("document", (document,), self._measured.titles.get(document, ""), pair=pair)
            )
            self._column.addWidget(part)

    def _ways(self, figures: dict[str, Any], pair: dict[str, Any]) -> None:
        """Agreement by how both read: with or without suggestions, under which version of the guideline."""
        same = contents.same_way(pair)
        self._heading(self.tr("By how both read"), self.tr("All of it: {ways}.").format(ways=same) if same else "")
        pooled = figures["overall"] if len(figures["pairs"]) > 1 else None
        for who, one, asked in ((self.tr("all"), pooled, EVERY_PAIR), (_names(pair), pair, pair)):
            if one is None or not contents.ways(one):
                continue
            ways = contents.ways(one)
            title = self.tr("By how both read: {who}").format(who=who)
            measures = contents.way_measures(one)
            names = [contents.measure_names()[contents.SHOWN.index(measure)] for measure in measures]
            headings = [who, self.tr("documents"), *names]
            table = self._table(headings, contents.way_rows(one), title)
            table.wanted.connect(
                lambda row, column, ways=ways, measures=measures, who=who, asked=asked: self._ask(
                    "group",
                    (*ways[row], measures[column - 2] if column > 1 else contents.HEAT),
                    f"{contents.way_name(*ways[row])} · {who}",
                    pair=asked,
                )
            )

    def _confusion(self, pair: dict[str, Any]) -> None:
        grid = contents.confusion(pair)
        self._heading(grid.title, self.tr("Framed: the same label. What only one of them has stands under “missed”."))
        labels = contents.confusion_labels(pair)
        plot = self._plot("confusion", GridPlot(grid, self._theme))
        plot.wanted.connect(
            lambda row, column: self._ask(
                "cell", (labels[row], labels[column]), f"{grid.rows[row]} / {grid.columns[column]}", pair=pair
            )
        )

    def _edges(self, pair: dict[str, Any]) -> None:
        self._heading(
            self.tr("Edges"),
            self.tr("Below zero: {b} begins or ends earlier than {a}. Edges that are the same are left out.").format(
                a=pair["a"], b=pair["b"]
            ),
        )
        line = FlowLayout(gap=40, is_top=True)  # one below the other where the window is narrow
        for side in ("left", "right"):
            shown = contents.bars(pair, side)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            title = self._muted(shown.title)
            title.setWordWrap(False)
            column.addWidget(title)
            if shown.names:
                plot = BarPlot(shown, self._theme)
                self.plots[f"{side}-edges"] = plot
                shifts = contents.shifts(pair, side)
                plot.wanted.connect(
                    lambda row, _column, side=side, shifts=shifts, title=shown.title: self._ask(
                        "shift", (side, shifts[row]), f"{title}: {shifts[row]}", pair=pair
                    )
                )
                column.addWidget(plot, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(self._muted(self.tr("none")), 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            line.addWidget(part)
        self._column.addLayout(line)

    def _work(self) -> Iterator[None]:
        if not self._measured.follow["annotators"]:
            return
        for title, cells, headings, rows in contents.work_tables(self._measured):
            self._heading(title)
            table = self._table(headings, rows, title)
            table.wanted.connect(
                lambda row, column, cells=cells, headings=headings, rows=rows: self.wanted.emit(
                    Ask("", rows[row][0], "", "work", (cells[max(0, column - 1)],)),
                    f"{headings[max(1, column)]} · {rows[row][0]}",
                )
            )
            yield
        self._column.addWidget(
            self._muted(
                self.tr(
                    "Done: of those handed out in work packages, where there are any. Added: spans that rest on no "
                    "suggestion. Accept rate: share of the decided suggestions, planted ones aside. Fast accepts: "
                    "within {ms} ms of the gesture before; a signal to talk about, no finding. Caught: planted wrong "
                    "suggestions that were not accepted, of those given. Control F1: with the "
                    "others on documents without suggestions; with F1: on the rest; in brackets the documents."
                ).format(ms=self._measured.follow["fast_ms"])
            )
        )
        yield


def _names(pair: dict[str, Any]) -> str:
    return f"{pair['a']}, {pair['b']}" if pair["a"] else ""
