"""Agreement written down: one HTML page that needs nothing else, a table of all figures as CSV, and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.compare import FEW_DOCUMENTS
from annotator.errors import KnownError
from annotator.formats.beside import beside
from annotator.resources import resource
from annotator.services.report_words import MEASURES, REASONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.core.scheme import Scheme

MOST_DOCUMENTS = 200  # of a pair, in the page; CSV and JSON have all
COLUMNS = ("layer", "of", "a", "b", "name", "measure", "value", "low", "high", "n", "undefined")
Row = dict[str, str | int | float | None]
_FORMULA = re.compile(r"\s*'*[=+\-@|%＝＋－＠]|[\t\r\n]")


def as_html(
    answer: Mapping[str, Any],
    follow: Mapping[str, Any],
    *,
    name: str,
    titles: Mapping[str, str],
    scheme: Scheme | None = None,
    language: str = "en",
) -> str:
    """The page: no scripts, nothing from elsewhere, every name and title escaped.

    `answer` is that of `agreeing.measure`, `follow` that of `following.follow`, `titles` are by document id.
    Layers and attributes have the names that the scheme gives them in the language; figures its decimal sign.
    """
    from jinja2 import Environment, StrictUndefined  # lazy: only a report needs it

    # No loader: the template is one file of our own, and can neither include nor be handed another.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(resource("reports", "agreement.html").read_text("utf-8"))
    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    spoken = partial(_spoken, language)
    return template.render(
        answer=answer, name=name, titles=titles, language=language, made=made, few=FEW_DOCUMENTS,
        t=WORDS[language], measures=MEASURES[language], most_documents=MOST_DOCUMENTS,
        work=[
            (title, headings, [[who, *map(spoken, cells)] for who, *cells in rows])
            for title, headings, rows in work_tables(follow, WORDS[language])
        ],
        fast_ms=follow["fast_ms"], groups_of=groups_of, same_ways=same_ways, way_name=way_name,
        label_rows=partial(label_rows, figure=lambda one: spoken(_number(one["value"], "{:.2f}"))),
        figure=lambda value: spoken(f"{value:.2f}"), reasons=REASONS[language], used_labels=used_labels,
        layer_name=partial(_layer_name, scheme, language), attribute_name=partial(_attribute_name, scheme, language),
    )  # fmt: skip


def _spoken(language: str, figure: str) -> str:
    """A figure with a minus that no dash can be taken for, and the decimal sign of the language."""
    signed = figure.replace("-", "−")
    return signed.replace(".", ",") if language == "nl" else signed


def _layer_name(scheme: Scheme | None, language: str, layer: str) -> str:
    found = scheme.layer(layer) if scheme is not None else None
    return found.names.get(language, layer) if found is not None else layer


def _attribute_name(scheme: Scheme | None, language: str, layer: str, name: str) -> str:
    known = scheme.attributes_of(layer) if scheme is not None else ()
    return next((one.names.get(language, name) for one in known if one.name == name), name)


def used_labels(pair: Mapping[str, Any]) -> list[str]:
    """The labels that one of the two gave at least once."""
    return [label for label, one in pair["labels"].items() if one["a"] or one["b"]]


# The cells of the two tables of work by name: what was done at which cost, and what became of suggestions.
PROGRESS = ("done", "open", "spans", "minutes", "per_span", "per_document")
VERDICTS = ("accepted", "corrected", "rejected", "added", "accept_rate", "fast", "caught", "control_f1", "with_f1")


def work_tables(follow: Mapping[str, Any], words: Mapping[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """(title, headings, rows) of the two tables of work; the first cell of a row is the annotator's name."""
    columns = words["work_columns"]
    return [
        (words[title], [words["annotator"], *(columns[name] for name in cells)], work_rows(follow, cells))
        for title, cells in (("work", PROGRESS), ("work_suggestions", VERDICTS))
        if follow["annotators"]
    ]


def work_rows(follow: Mapping[str, Any], cells: Sequence[str]) -> list[list[str]]:
    """Each annotator with the cells of that name."""
    return [[name, *(_work(one, cell) for cell in cells)] for name, one in follow["annotators"].items()]


def _work(one: Mapping[str, Any], cell: str) -> str:
    if cell == "done":
        return f"{one['done']} / {one['assigned']}" if one["assigned"] else f"{one['done']}"
    if cell == "open":
        return f"{max(0, one['documents'] - one['done'])}"
    if cell == "spans":
        return f"{one['spans'] + one['events']}"
    if cell == "minutes":
        return f"{one['active_seconds'] / 60:.0f}"
    if cell in ("per_span", "per_document"):
        seconds = one["seconds_per_span" if cell == "per_span" else "seconds_per_document"]
        return _number(seconds if one["active_seconds"] else None, "{:.1f}")
    if cell in ("accept_rate", "fast"):
        share = one["accept_rate" if cell == "accept_rate" else "fast_accepts"]
        return _number(None if share is None else 100 * share, "{:.0f}\N{NO-BREAK SPACE}%")
    if cell == "caught":
        return f"{one['caught']} / {one['planted']}" if one["planted"] else "–"
    if cell in ("control_f1", "with_f1"):
        agreement = one["agreement"]["without_suggestions" if cell == "control_f1" else "with_suggestions"]
        return _number(agreement["f1"], "{:.2f}") + (f" ({agreement['documents']})" if agreement["documents"] else "")
    return f"{one[cell]}"


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else form.format(value)


# -- the table of all figures -------------------------------------------------------------------------------


def figure_rows(answer: Mapping[str, Any]) -> Iterator[Row]:
    """One row for each figure and count; `of` says what it is about: all, pair, label, document, cell, edge …"""
    for layer, figures in answer["layers"].items():
        yield from _rows(figures["overall"], layer=layer, of="all")
        yield from _of_groups(figures["overall"], {"layer": layer})
        yield from _of_labels(figures["overall"]["labels"], layer)
        for pair in figures["pairs"]:
            who = {"layer": layer, "a": pair["a"], "b": pair["b"]}
            yield from _rows(pair, **who, of="pair")
            for label, one in pair["labels"].items():
                yield from _rows(one, **who, of="label", name=label)
            for one in pair["per_document"]:
                for measure in ("found_f1", "exact_f1", "overlap_f1", "coverage"):
                    yield _row(**who, of="document", name=one["document"], measure=measure, value=one[measure])
            yield from _of_groups(pair, who)
            yield from _counts(pair, who)
            yield from _of_events(pair, who)


def _of_labels(labels: Mapping[str, Any], layer: str) -> Iterator[Row]:
    for label, found in labels.items():
        yield _figure_row(found["exact_f1"], layer=layer, of="label", name=label, measure="exact_f1")
        for name, one in found["annotators"].items():
            who = {"layer": layer, "a": name, "of": "label", "name": label}
            yield _row(**who, measure="spans", value=one["spans"])
            yield _figure_row(one["exact_f1"], **who, measure="exact_f1")


def label_rows(overall: Mapping[str, Any], figure: Callable[[Mapping[str, Any]], str]) -> list[list[str]]:
    """Label, figure of all, then of each annotator with the others and its spans in brackets; lowest first."""
    ordered = sorted(overall["labels"].items(), key=lambda item: item[1]["exact_f1"]["value"] or 0.0)
    return [
        [
            label, figure(found["exact_f1"]),
            *(f"{figure(one['exact_f1'])} ({one['spans']})" for one in found["annotators"].values()),
        ]
        for label, found in ordered
    ]  # fmt: skip


def _of_groups(figures: Mapping[str, Any], who: Mapping[str, str]) -> Iterator[Row]:
    for name, ways in figures["groups"].items():
        for way, one in ways.items():
            yield _row(**who, of="group", name=f"{name}: {way}", measure="documents", value=one["documents"])
            yield from _rows(one, **who, of="group", name=f"{name}: {way}")


def groups_of(figures: Mapping[str, Any]) -> list[tuple[str, str, Mapping[str, Any]]]:
    """(what is reported apart, way, its figures) where there is more than one way, else nothing."""
    found = figures["groups"].items()
    return [(name, way, one) for name, ways in found if len(ways) > 1 for way, one in ways.items()]


def same_ways(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(what could be reported apart, the one way in which all was read)."""
    return [(name, next(iter(ways))) for name, ways in figures["groups"].items() if len(ways) == 1]


def way_name(words: Mapping[str, Any], name: str, way: str) -> str:
    """A way of reading in words: of `report_words` or another table with the same keys."""
    told: str = words["ways"].get((name, way)) or words["ways"][name, ""].format(way=way)
    return told


def _counts(pair: Mapping[str, Any], who: Mapping[str, str]) -> Iterator[Row]:
    labels = pair["confusion"]["labels"]
    for one, row in zip(labels, pair["confusion"]["matrix"], strict=True):
        for other, count in zip(labels, row, strict=True):
            if count:
                yield _row(**who, of="cell", name=f"{one} / {other}", measure="count", value=count)
    for side in ("left", "right"):
        for shift, count in pair["boundary"][side].items():
            yield _row(**who, of=f"{side} edge", name=shift, measure="count", value=count)


def _of_events(pair: Mapping[str, Any], who: Mapping[str, str]) -> Iterator[Row]:
    for part in ("trigger", "type", "roles", "fillers"):
        if part in pair:
            yield from _rows(pair[part], **who, of=part)
            for role, one in pair[part].get("labels", {}).items():
                yield _figure_row(one, **who, of=part, name=role, measure="f1")
    for attribute, one in pair.get("attributes", {}).items():
        yield from _rows(one, **who, of="attribute", name=attribute)


def _rows(figures: Mapping[str, Any], **fields: str) -> Iterator[Row]:
    for measure, one in figures.items():
        if isinstance(one, dict) and "undefined" in one:
            yield _figure_row(one, **fields, measure=measure)
        elif measure == "alpha_u":
            for label, score in one.items():
                yield _figure_row(score, **{**fields, "name": label}, measure="alpha_u")


def _figure_row(one: Mapping[str, Any], **fields: str) -> Row:
    return _row(**fields, value=one["value"], low=one["low"], high=one["high"], n=one["n"], undefined=one["undefined"])


def _row(**fields: str | float | None) -> Row:
    return {column: fields.get(column) for column in COLUMNS}


# What the work of an annotator comes to, as rows of the table have it.
_WORK = (
    "documents", "done", "assigned", "spans", "events", "active_seconds", "seconds_per_span", "seconds_per_document",
    "accepted", "corrected", "rejected", "added", "accept_rate", "fast_accepts", "median_accept_ms", "planted",
    "caught", "keys",
)  # fmt: skip


def _of_work(follow: Mapping[str, Any]) -> Iterator[Row]:
    for name, one in follow["annotators"].items():
        for measure in _WORK:
            yield _row(of="work", a=name, measure=measure, value=one[measure])
        for way in ("with_suggestions", "without_suggestions"):
            found = one["agreement"][way]
            yield _row(of="work", a=name, name=way, measure="exact_f1", value=found["f1"], n=found["documents"])


def as_csv(answer: Mapping[str, Any], follow: Mapping[str, Any] | None = None) -> str:
    """All figures as CSV with CRLF line ends, with the annotators' work where it is given.

    A text that a spreadsheet would take for a formula gets a ' before it.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for row in (*figure_rows(answer), *(_of_work(follow) if follow is not None else ())):
        table.writerow([_cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def _cell(value: str | float | None) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        # A shift of edges such as -1 is a number, and cannot be a formula.
        is_number = re.fullmatch(r"-?\d+", value) is not None
        return f"'{value}" if _FORMULA.match(value) and not is_number else value
    return value


def as_json(answer: Mapping[str, Any], follow: Mapping[str, Any]) -> str:
    """All of it as JSON: the answer of `agreement --json`, with the annotators' work under `work`."""
    return json.dumps({**answer, "work": follow}, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write(path: Path, text: str) -> None:
    """Writes a report whole or not at all; KnownError A002 where it cannot be written."""
    try:
        with beside(path) as part, part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise KnownError("A002", f"{path} cannot be written: {error.strerror}", "choose another folder") from error


def pair_matrix(figures: Mapping[str, Any], annotators: Sequence[str], measure: str) -> list[list[float | None]]:
    """The measure for every two annotators, in rows and columns of `annotators`; None where there is none."""
    found = {(pair["a"], pair["b"]): (pair.get(measure) or {}).get("value") for pair in figures["pairs"]}
    return [[found.get((a, b), found.get((b, a))) for b in annotators] for a in annotators]
