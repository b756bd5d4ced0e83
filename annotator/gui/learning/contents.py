"""What the place Learning shows of a report: tables and charts as plain values, each figure with its count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.gui.agreement.plots import Grid
from annotator.gui.language import decimal
from annotator.gui.learning.plots import Chart, Line, Point, doublings
from annotator.services.measuring import FEWEST, FEWEST_SPANS, FEWEST_TIMED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

translate = QCoreApplication.translate
NONE = "–"
MOST_COSTS = 12  # rows of what the work cost
TOGETHER = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)  # rows of ten articles that may be one
MOST_LABELS = 24  # of a confusion matrix: those that are confused most


def why(code: str) -> str:
    """Why a figure is not there."""
    match code:
        case "few_documents":
            return translate("Learning", "fewer than {few} articles are done").format(few=FEWEST)
        case "one_source":
            return translate("Learning", "the articles that are done have one source, or none")
        case "few_apart":
            return translate("Learning", "too few articles are left that are not nearly the same as one set apart")
        case "few_spans":
            return translate("Learning", "too few: under {few} spans").format(few=FEWEST_SPANS)
        case "few_timed":
            return translate("Learning", "too few: active time is known of fewer than {few} articles").format(
                few=FEWEST_TIMED
            )
        case "few_points":
            return translate("Learning", "too few: the curve has under three points")
        case "nothing_proposed":
            return translate("Learning", "nothing proposed")
        case "nothing_there":
            return translate("Learning", "none there")
        case "nothing_scored":
            return translate("Learning", "nothing was shown")
    return code


def share(one: Mapping[str, Any], name: str) -> str:
    """Precision, recall or F1 of a tally with what it is a share of, or why it is not there."""
    value = one[name]
    if value is None:
        return f"{NONE} ({why(one['why'][name])})"
    whole = {"precision": one["proposed"], "recall": one["existing"]}.get(name)
    said = decimal(value, 2)
    return said if whole is None else f"{said} ({one['right']}/{whole})"


def label_headings() -> list[str]:
    """The headings of `label_rows`."""
    return [
        translate("Learning", "label"), translate("Learning", "precision"), translate("Learning", "recall"),
        translate("Learning", "F1"), translate("Learning", "F1 of the rules"), translate("Learning", "spans"),
    ]  # fmt: skip


def label_rows(layer: Mapping[str, Any]) -> list[list[str]]:
    """All labels together, then each of them, the lowest F1 first."""
    labels = layer["labels"]
    ordered = sorted(labels, key=lambda name: (name != "", labels[name]["f1"] is None, labels[name]["f1"] or 0, name))
    rows = []
    for name in ordered:
        one, ruled = labels[name], layer["rules"].get(name)
        rows.append(
            [
                name or translate("Learning", "all"), *(share(one, which) for which in ("precision", "recall", "f1")),
                NONE if ruled is None or ruled["f1"] is None else decimal(ruled["f1"], 2), str(one["existing"]),
            ]
        )  # fmt: skip
    return rows


def curve(report: Mapping[str, Any], name_of: Callable[[str], str]) -> Chart | None:
    """F1 of all labels by layer over the number of documents, each doubling as wide; None where there is no curve."""
    points = report["curve"]
    if not points:
        return None
    sizes = [point["documents"] for point in points]
    lines = []
    for layer in points[-1]["layers"]:
        made = []
        for point in points:
            one = point["layers"][layer][""]
            if one["f1"] is None:
                continue
            said = translate("Learning", "articles: {count}, F1 {f1}, spans: {spans}").format(
                count=point["documents"], f1=decimal(one["f1"], 2), spans=one["existing"]
            )
            made.append(Point(doublings(point["documents"], sizes[0], sizes[-1]), one["f1"], said))
        if made:
            lines.append(Line(name_of(layer), made))
    below = [(doublings(size, sizes[0], sizes[-1]), str(size)) for size in sizes]
    return Chart(translate("Learning", "F1 by the number of articles learned from"), lines, below, _fifths())


def reliability(layer: Mapping[str, Any]) -> Chart | None:
    """The share that was right over the score; None where nothing was scored."""
    bins = layer["reliability"]
    if not bins:
        return None
    most = max(one["count"] for one in bins)
    points = [
        Point(
            one["score"], one["right"],
            translate("Learning", "score {score}: {right} of {count} right").format(
                score=decimal(one["score"], 2), right=f"{100 * one['right']:.0f} %", count=one["count"]
            ),
            (one["count"] / most) ** 0.5,
        )
        for one in bins
    ]  # fmt: skip
    title = translate("Learning", "Share that was right by score")
    return Chart(title, [Line("", points)], _fifths(), _fifths(), has_diagonal=True, is_joined=False)


def confusion(layer: Mapping[str, Any]) -> Grid | None:
    """Right labels in rows, shown ones in columns; None where there is nothing to confuse."""
    counts = {(right, found): count for right, found, count in layer["confusion"]}
    names = sorted({name for pair in counts for name in pair if name != NONE})
    if not names:
        return None
    if len(names) > MOST_LABELS:
        wrong = {name: sum(c for (a, b), c in counts.items() if a != b and name in (a, b)) for name in names}
        names = sorted(sorted(names, key=lambda name: (-wrong[name], name))[:MOST_LABELS])
    rows = [*names, translate("Learning", "nothing there")]
    columns = [*names, translate("Learning", "not shown")]
    keys = [*names, NONE]
    matrix = [[counts.get((right, found), 0) for found in keys] for right in keys]
    most = {True: 1, False: 1}  # off the diagonal few is much
    for row, line in enumerate(matrix):
        for column, count in enumerate(line):
            most[row == column] = max(most[row == column], count)
    shares = [[count / most[row == column] for column, count in enumerate(line)] for row, line in enumerate(matrix)]
    texts = [[str(count) if count else "" for count in line] for line in matrix]
    title = translate("Learning", "Right label in rows, shown label in columns")
    return Grid(title, rows, columns, texts, shares, frozenset((at, at) for at in range(len(names))))


def worth_headings() -> list[str]:
    """The headings of `worth_rows`."""
    return [
        translate("Learning", "another hour on"), translate("Learning", "F1 now"), translate("Learning", "about"),
        translate("Learning", "95 % interval"), translate("Learning", "spans set apart"),
    ]  # fmt: skip


def worth_rows(report: Mapping[str, Any], layer: str) -> list[list[str]]:
    """For each label of a layer what another hour adds to F1, or why that is not said; the most first."""
    rows = []
    for one in report["worth"]:
        if one["layer"] != layer:
            continue
        name = one["label"] or translate("Learning", "all")
        if one["why"]:
            cells = [why(one["why"]), ""]
        else:
            cells = [f"{_signed(one['gain'])} F1", f"{_signed(one['low'])} … {_signed(one['high'])}"]
        rows.append([name, decimal(one["f1"], 2), *cells, str(one["existing"])])
    return rows


def cost_headings() -> list[str]:
    """The headings of `cost_rows`."""
    return [
        translate("Learning", "articles"), translate("Learning", "correct spans"), translate("Learning", "gestures"),
        translate("Learning", "gestures a span"), translate("Learning", "active min"),
        translate("Learning", "seconds a span"), translate("Learning", "against gold"),
        translate("Learning", "controls"),
    ]  # fmt: skip


def cost_rows(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """What the work cost, in the order in which articles were finished; of many articles more stand in a row."""
    return [
        [
            f"{one['first']}–{one['last']}", f"{one['correct']}/{one['spans']}", str(one["keys"]),
            _number(one["keys_per_span"]), decimal(one["seconds"] / 60, 1), _number(one["seconds_per_span"]),
            str(one["judged"]), str(one["controls"]),
        ]
        for one in _brought_together(rows)
    ]  # fmt: skip


def _brought_together(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """So many rows in one that all of them are seen together: whether the cost falls, and how it is by now."""
    many = next((many for many in TOGETHER if many * MOST_COSTS >= len(rows)), len(rows))
    return [_sum(rows[first : first + many]) for first in range(0, len(rows), many or 1)]


def _sum(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    if len(rows) == 1:
        return rows[0]
    total: dict[str, Any] = {
        name: sum(one[name] for one in rows) for name in ("spans", "correct", "keys", "seconds", "judged", "controls")
    }
    correct, seconds = total["correct"], total["seconds"]
    return total | {
        "first": rows[0]["first"], "last": rows[-1]["last"],
        "keys_per_span": total["keys"] / correct if correct else None,
        "seconds_per_span": seconds / correct if correct and seconds else None,
    }  # fmt: skip


def rate_headings() -> list[str]:
    """The headings of `rate_rows`."""
    return [
        translate("Learning", "annotator"), translate("Learning", "accepted"),
        translate("Learning", "seconds a decision"), translate("Learning", "planted, caught"),
        translate("Learning", "controls done"),
    ]  # fmt: skip


def rate_rows(rates: Mapping[str, Mapping[str, Any]]) -> list[list[str]]:
    """How each annotator answered suggestions."""
    rows = []
    for actor, one in rates.items():
        accepted = NONE if one["accept_rate"] is None else f"{decimal(one['accept_rate'], 2)} ({one['decided']})"
        pace = NONE if one["median_ms"] is None else f"{decimal(one['median_ms'] / 1000, 1)} ({one['timed']})"
        caught = NONE
        if one["catch_rate"] is not None:
            caught = f"{decimal(one['catch_rate'], 2)} ({one['caught']}/{one['planted']})"
        rows.append([actor, accepted, pace, caught, str(one["controls"])])
    return rows


def _fifths() -> tuple[tuple[float, str], ...]:
    """What stands beside an axis from nothing to all."""
    return tuple((number / 5, decimal(number / 5, 1)) for number in range(6))


def _signed(number: float) -> str:
    return decimal(round(number, 2) + 0.0, 2, is_signed=True)  # + 0.0: no minus before nothing


def _number(number: float | None) -> str:
    return NONE if number is None else decimal(number, 2)
