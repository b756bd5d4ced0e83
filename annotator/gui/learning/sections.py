"""The page of the place Learning: one layer's held-out figures, the curve, another hour, cost and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.gui.agreement.figure_page import FigurePage
from annotator.gui.agreement.plots import GridPlot
from annotator.gui.agreement.tables import FigureTable
from annotator.gui.choices import layer_name
from annotator.gui.inspector.reasons import reason
from annotator.gui.language import decimal, grouped
from annotator.gui.learning import contents
from annotator.gui.learning.plots import ChartPlot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.scheme import Scheme
    from annotator.gui.theme import Theme


class Sections(FigurePage):
    """`report` is that of the measurement, None before the first; `course` has cost and rates, read at once."""

    def __init__(
        self, report: Mapping[str, Any] | None, course: Mapping[str, Any], scheme: Scheme, layer: str, theme: Theme,
        *, set_words: str,
    ) -> None:  # fmt: skip
        super().__init__(theme)
        self._scheme = scheme
        self._column.addWidget(self._muted(set_words))
        if report is None:
            self._explain()
        elif layer in report["layers"]:
            self._held_out(report, layer)
            self._curve(report)
            self._hour(report, layer)
        self._work(course)
        self._column.addStretch(1)

    # -- parts of a page --------------------------------------------------------------------------------

    def _table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
        about = self.tr("Arrows move from figure to figure")
        self._column.addWidget(FigureTable(headings, rows, self._theme, title=title, about=about))

    # -- sections ---------------------------------------------------------------------------------------

    def _explain(self) -> None:
        self._heading(self.tr("Nothing is measured yet"))
        self._column.addWidget(
            self._muted(
                self.tr(
                    "Measure learns anew several times over, in the background, and judges each article by what never "
                    "saw it. It takes some minutes on fifty articles; you can go on annotating meanwhile. Suggestions "
                    "stay as they are."
                )
            )
        )

    def _held_out(self, report: Mapping[str, Any], layer: str) -> None:
        figures = report["layers"][layer]
        self._heading(
            self.tr("On articles it did not see"),
            self.tr(
                "Articles that {source} has done: {documents}, words: {words}; each was judged by taggers, a memory "
                "and scores that do not know it. Precision: right of shown. Recall: right of what is there. F1: both "
                "in one figure, 1 where nothing is wrong and nothing is missed."
            ).format(documents=grouped(report["documents"]), source=report["source"], words=grouped(report["words"])),
        )
        self._table(contents.label_headings(), contents.label_rows(figures), self.tr("By label, lowest first"))
        for line in figures["silent"].values():
            self._column.addWidget(self._muted(reason(line)))
        grid = contents.confusion(figures)
        if grid is not None:
            self._heading(grid.title, self.tr("Framed: the right label was shown. A place counts where they overlap."))
            self._plot("confusion", GridPlot(grid, self._theme))
        chart = contents.reliability(figures)
        if chart is None:
            self._heading(self.tr("Scores"), contents.why("nothing_scored"))
            return
        said = self.tr(
            "On the dashed line a score says how often such suggestions are right; larger points hold more of them. "
            "On average scores are off by {points} in a hundred (expected calibration error {error}); suggestions: "
            "{count}."
        )
        error = figures["ece"]
        said = said.format(points=decimal(100 * error, 1), error=decimal(error, 3), count=figures["scored"])
        self._heading(chart.title, said)
        self._plot("reliability", ChartPlot(chart, self._theme))

    def _curve(self, report: Mapping[str, Any]) -> None:
        split = report["split"]
        chart = contents.curve(report, lambda layer: layer_name(self._scheme, layer))
        if chart is None:
            self._heading(
                self.tr("Learning curve"),
                self.tr("There is none: {why}.").format(why=contents.why(split["why"] or "few_documents")),
            )
            return
        by = self.tr("the latest by date") if split["by"] == "date" else self.tr("whole sources, drawn by lot")
        self._heading(
            chart.title,
            self.tr(
                "Always judged on the same {tested} articles, {by}; learned from the first of the other {known}, in an "
                "order drawn by lot. Articles that are nearly the same as one set apart are left out."
            ).format(tested=split["tested"], by=by, known=split["known"]),
        )
        self._plot("curve", ChartPlot(chart, self._theme))

    def _hour(self, report: Mapping[str, Any], layer: str) -> None:
        hour = report["hour"]
        if hour["why"]:
            self._heading(self.tr("Another hour"), f"{contents.why(hour['why'])} ({hour['timed']}).")
            return
        said = self.tr(
            "An hour is about {count} articles: {seconds} s of active time each, the mean of {timed}. Assumed: each "
            "doubling of the articles goes on adding what it added so far, and everything in them is labelled. The "
            "interval is that of the articles set apart; another choice of what was learned first would move it too."
        ).format(count=decimal(hour["documents"], 1), seconds=f"{hour['seconds']:.0f}", timed=hour["timed"])
        self._heading(self.tr("Another hour"), said)
        rows = contents.worth_rows(report, layer)
        if rows:
            self._table(contents.worth_headings(), rows, self.tr("Another hour"))
        else:
            self._column.addWidget(self._muted(contents.why("few_points")))

    def _work(self, course: Mapping[str, Any]) -> None:
        costs = {actor: rows for actor, rows in course["cost"].items() if rows}
        if costs:
            self._heading(
                self.tr("What the work cost"),
                self.tr(
                    "In the order in which articles were done. A gesture is one decision made by hand, by one or more "
                    "keys. Correct: as gold has it, where gold is done; else what stands, planted labels aside."
                ),
            )
        for actor, rows in costs.items():
            title = self.tr("What the work of {annotator} cost").format(annotator=actor)
            first, *others = contents.cost_headings()
            self._table([f"{actor} · {first}", *others], contents.cost_rows(rows), title)
        if course["rates"]:
            self._heading(
                self.tr("How suggestions were answered"),
                self.tr(
                    "Accepted: share of those decided. Time: the median from the gesture before to a single accept or "
                    "reject. Planted ones are wrong on purpose; caught are those that were not accepted."
                ),
            )
            self._table(
                contents.rate_headings(), contents.rate_rows(course["rates"]), self.tr("How suggestions were answered")
            )
