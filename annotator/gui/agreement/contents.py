"""What the place Agreement shows of a measurement: headings, tables and plots as plain values, ready to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.gui.agreement.plots import Bars, Grid
from annotator.services.reporting import pair_matrix, work_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.services.measured import Measured

translate = QCoreApplication.translate
# The three questions, each with its measures; kappa and its kin are on what both saw.
SHOWN = ("coverage", "found_f1", "exact_f1", "overlap_f1", "kappa", "alpha", "ac1")
HEAT = "exact_f1"


def figure(one: Mapping[str, Any] | None) -> str:
    """A figure with its interval; – where it is not defined."""
    if one is None or one["value"] is None:
        return "–"
    if one["low"] is None or one["high"] is None:
        return f"{one['value']:.2f}"
    return f"{one['value']:.2f} [{one['low']:.2f}–{one['high']:.2f}]"


def measure_names() -> list[str]:
    """The headings of SHOWN."""
    return [
        translate("Agreement", "seen"), translate("Agreement", "found"), translate("Agreement", "exact"),
        translate("Agreement", "overlap"), translate("Agreement", "kappa"), translate("Agreement", "alpha"),
        translate("Agreement", "AC1"),
    ]  # fmt: skip


def figure_rows(layer: Mapping[str, Any]) -> list[list[str]]:
    """All annotators together where there are more than two, then every pair."""
    rows = [[f"{pair['a']}, {pair['b']}", *(figure(pair.get(name)) for name in SHOWN)] for pair in layer["pairs"]]
    if len(rows) > 1:
        rows.insert(0, [translate("Agreement", "all"), *(figure(layer["overall"].get(name)) for name in SHOWN)])
    return rows


def event_rows(pair: Mapping[str, Any]) -> list[list[str]]:
    """The layers of agreement on events, each given the one before; none for a layer of entities."""
    if "roles" not in pair:
        return []
    return [
        [translate("Agreement", "trigger, F1"), figure(pair["trigger"]["exact_f1"])],
        [translate("Agreement", "type, kappa"), figure(pair["type"]["kappa"])],
        [translate("Agreement", "roles, F1"), figure(pair["roles"]["f1"])],
        [translate("Agreement", "fillers, F1"), figure(pair["fillers"]["exact_f1"])],
        *([f"{name}, kappa", figure(one["kappa"])] for name, one in pair["attributes"].items()),
    ]


def heat(layer: Mapping[str, Any], annotators: Sequence[str]) -> Grid:
    """Exact F1 of every two annotators."""
    matrix = pair_matrix(layer, annotators, HEAT)
    texts = [["" if value is None else f"{value:.2f}" for value in row] for row in matrix]
    shares = [[value or 0.0 for value in row] for row in matrix]
    return Grid(translate("Agreement", "Exact agreement of every two"), annotators, annotators, texts, shares)


def confusion(pair: Mapping[str, Any]) -> Grid:
    """Labels of a in rows, of b in columns, and what only one has; the diagonal is framed."""
    labels = list(pair["confusion"]["labels"])
    names = [*labels[:-1], translate("Agreement", "missed")]
    matrix = pair["confusion"]["matrix"]
    # Off the diagonal few is much: agreement and disagreement have each their own strongest cell.
    most = {True: 1, False: 1}
    for row, counts in enumerate(matrix):
        for column, count in enumerate(counts):
            most[row == column] = max(most[row == column], count)
    size = range(len(labels))
    shares = [[matrix[row][column] / most[row == column] for column in size] for row in size]
    texts = [[str(count) if count else "" for count in counts] for counts in matrix]
    title = translate("Agreement", "Labels of {a} in rows, of {b} in columns").format(a=pair["a"], b=pair["b"])
    return Grid(title, names, names, texts, shares, frozenset((at, at) for at in range(len(labels) - 1)))


def bars(pair: Mapping[str, Any], side: str) -> Bars:
    """How far b's edges lie from a's, in tokens; edges that are the same are left out, or they would dwarf all."""
    table = {shift: count for shift, count in pair["boundary"][side].items() if shift != "0"}
    title = (
        translate("Agreement", "Left edges that differ, in tokens")
        if side == "left"
        else translate("Agreement", "Right edges that differ, in tokens")
    )
    within = translate("Agreement", "inside a token")
    return Bars(title, [_signed(shift, within) for shift in table], list(table.values()))


def shifts(pair: Mapping[str, Any], side: str) -> list[str]:
    """The names of the bars in the boundary table."""
    return [shift for shift in pair["boundary"][side] if shift != "0"]


def _signed(shift: str, within: str) -> str:
    return within if not shift.lstrip("-").isdigit() else shift if shift.startswith("-") else f"+{shift}"


def label_rows(pair: Mapping[str, Any]) -> list[list[str]]:
    """Labels with the lowest exact F1 first."""
    ordered = sorted(pair["labels"].items(), key=lambda item: _low(item[1]["exact_f1"]["value"]))
    return [
        [label, str(one["a"]), str(one["b"]), figure(one["exact_f1"]), figure(one["overlap_f1"])]
        for label, one in ordered
    ]


def document_rows(pair: Mapping[str, Any], titles: Mapping[str, str]) -> list[list[str]]:
    """Documents with the lowest exact F1 first."""
    return [
        [
            _short(titles.get(one["document"]) or one["document"]), str(one["a"]), str(one["b"]),
            *("–" if one[name] is None else f"{one[name]:.2f}" for name in ("found_f1", "exact_f1", "overlap_f1")),
        ]
        for one in pair["per_document"]
    ]  # fmt: skip


def _low(value: float | None) -> tuple[bool, float]:
    return value is None, value or 0.0


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59] + "…"


def work_table(measured: Measured) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the annotators' work."""
    headings = [
        translate("Agreement", "annotator"), translate("Agreement", "done"), translate("Agreement", "spans"),
        translate("Agreement", "active min"), translate("Agreement", "s a span"), translate("Agreement", "accepted"),
        translate("Agreement", "fast accepts"), translate("Agreement", "control F1"), translate("Agreement", "with F1"),
    ]  # fmt: skip
    return headings, [[name, *cells] for name, cells in work_rows(measured.follow)]
