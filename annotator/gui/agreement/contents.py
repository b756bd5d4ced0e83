"""What the place Agreement shows of a measurement: headings, tables and plots as plain values, ready to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.gui.agreement.plots import Bars, Grid
from annotator.gui.language import as_spoken, decimal
from annotator.services.reporting import (
    PROGRESS,
    VERDICTS,
    groups_of,
    pair_matrix,
    same_ways,
    used_labels,
    work_rows,
)
from annotator.services.reporting import label_rows as label_rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
        return decimal(one["value"], 2)
    value, low, high = (decimal(one[name], 2) for name in ("value", "low", "high"))
    return f"{value} [{low}–{high}]".replace("-", "−")  # no dash can be taken for it


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


def way_name(name: str, way: str) -> str:
    """How two read documents, in words."""
    if name == "round":
        if way == "mixed":
            return translate("Agreement", "in different rounds")
        return translate("Agreement", "round {number}").format(number=way)
    if name == "guideline":
        if way == "mixed":
            return translate("Agreement", "under two guideline versions")
        return translate("Agreement", "guideline version {version}").format(version=way)
    return {
        "with": translate("Agreement", "with suggestions"),
        "without": translate("Agreement", "without suggestions"),
        "mixed": translate("Agreement", "only one of the two had suggestions"),
    }.get(way, f"{name}: {way}")


def way_measures(figures: Mapping[str, Any]) -> list[str]:
    """The measures that there are for each way of reading: of all together the F1 figures alone."""
    return [measure for measure in SHOWN if any(measure in one for _, _, one in groups_of(figures))]


def way_rows(figures: Mapping[str, Any]) -> list[list[str]]:
    """The figures for each way of reading, where there is more than one; those of pairs or of all together."""
    measures = way_measures(figures)
    return [
        [way_name(name, way), str(one["documents"]), *(figure(one.get(measure)) for measure in measures)]
        for name, way, one in groups_of(figures)
    ]


def ways(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(what is reported apart, way) of the rows of `way_rows`."""
    return [(name, way) for name, way, _ in groups_of(figures)]


def same_way(figures: Mapping[str, Any]) -> str:
    """How all was read, as far as it was read in one way."""
    return ", ".join(way_name(name, way) for name, way in same_ways(figures))


def event_parts(pair: Mapping[str, Any]) -> list[str]:
    """What the rows of `event_rows` are about."""
    return ["trigger", "type", "roles", "fillers", *pair["attributes"]] if "roles" in pair else []


def event_rows(pair: Mapping[str, Any], attribute_name: Callable[[str], str]) -> list[list[str]]:
    """The layers of agreement on events, each given the one before; none for a layer of entities."""
    if "roles" not in pair:
        return []
    return [
        [translate("Agreement", "trigger, F1"), figure(pair["trigger"]["exact_f1"])],
        [translate("Agreement", "type, kappa"), figure(pair["type"]["kappa"])],
        [translate("Agreement", "roles, F1"), figure(pair["roles"]["f1"])],
        [translate("Agreement", "fillers, F1"), figure(pair["fillers"]["exact_f1"])],
        *([f"{attribute_name(name)}, kappa", figure(one["kappa"])] for name, one in pair["attributes"].items()),
    ]


def heat(layer: Mapping[str, Any], annotators: Sequence[str]) -> Grid:
    """Exact F1 of every two annotators."""
    matrix = pair_matrix(layer, annotators, HEAT)
    texts = [["" if value is None else decimal(value, 2) for value in row] for row in matrix]
    shares = [[value or 0.0 for value in row] for row in matrix]
    return Grid(translate("Agreement", "Exact agreement of every two"), annotators, annotators, texts, shares)


def confusion(pair: Mapping[str, Any]) -> Grid:
    """Labels of a in rows, of b in columns, and what only one has; the diagonal is framed."""
    kept, labels = _used(pair), confusion_labels(pair)
    names = [*labels[:-1], translate("Agreement", "missed")]
    matrix = [[pair["confusion"]["matrix"][row][column] for column in kept] for row in kept]
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


def confusion_labels(pair: Mapping[str, Any]) -> list[str]:
    """The labels of the rows and columns of `confusion`: those that one of the two gave, and what was missed."""
    return [pair["confusion"]["labels"][at] for at in _used(pair)]


def _used(pair: Mapping[str, Any]) -> list[int]:
    labels, used = pair["confusion"]["labels"], set(used_labels(pair))
    return [at for at, label in enumerate(labels) if label in used or at == len(labels) - 1]


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
    if not shift.lstrip("-").isdigit():
        return within
    return shift.replace("-", "−") if shift.startswith("-") else f"+{shift}"


def label_rows(pair: Mapping[str, Any]) -> list[list[str]]:
    """The labels that one of the two gave, with the lowest exact F1 first."""
    used = ((label, pair["labels"][label]) for label in used_labels(pair))
    ordered = sorted(used, key=lambda item: _low(item[1]["exact_f1"]["value"]))
    return [
        [
            label, str(one["a"]), str(one["b"]), figure(one["exact_f1"]), figure(one["overlap_f1"]),
            figure(pair["alpha_u"].get(label)),
        ]
        for label, one in ordered
    ]  # fmt: skip


def label_rows_of_all(overall: Mapping[str, Any]) -> list[list[str]]:
    """Every label over all annotators, and of each annotator with the others, lowest first."""
    return label_rows_of(overall, lambda one: "–" if one["value"] is None else decimal(one["value"], 2))


def document_rows(pair: Mapping[str, Any], titles: Mapping[str, str]) -> list[list[str]]:
    """Documents with the lowest exact F1 first."""
    return [
        [
            short(titles.get(one["document"]) or one["document"]), str(one["a"]), str(one["b"]),
            *("–" if one[name] is None else decimal(one[name], 2) for name in ("found_f1", "exact_f1", "overlap_f1")),
        ]
        for one in pair["per_document"]
    ]  # fmt: skip


def _low(value: float | None) -> tuple[bool, float]:
    return value is None, value or 0.0


def short(title: str) -> str:
    """A title that fits a column."""
    return title if len(title) <= 60 else title[:59] + "…"


def _work_rows(measured: Measured, cells: Sequence[str]) -> list[list[str]]:
    return [[name, *map(as_spoken, figures)] for name, *figures in work_rows(measured.follow, cells)]


def work_tables(measured: Measured) -> list[tuple[str, Sequence[str], list[str], list[list[str]]]]:
    """(title, names of the cells, headings, rows) of the two tables of the annotators' work."""
    names = _work_names()
    who = translate("Agreement", "annotator")
    return [
        (title, cells, [who, *(names[cell] for cell in cells)], _work_rows(measured, cells))
        for title, cells in (
            (translate("Agreement", "The annotators' work"), PROGRESS),
            (translate("Agreement", "What became of suggestions"), VERDICTS),
        )
    ]


def _work_names() -> dict[str, str]:
    return {
        "done": translate("Agreement", "done"),
        "open": translate("Agreement", "begun"),
        "spans": translate("Agreement", "spans"),
        "minutes": translate("Agreement", "active min"),
        "per_span": translate("Agreement", "s a span"),
        "per_document": translate("Agreement", "s a document"),
        "accepted": translate("Agreement", "accepted"),
        "corrected": translate("Agreement", "corrected"),
        "rejected": translate("Agreement", "rejected"),
        "added": translate("Agreement", "added"),
        "accept_rate": translate("Agreement", "accept rate"),
        "fast": translate("Agreement", "fast accepts"),
        "caught": translate("Agreement", "caught"),
        "control_f1": translate("Agreement", "control F1"),
        "with_f1": translate("Agreement", "with F1"),
    }
