"""The command that measures what was learned, on documents that were not learned from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from annotator.cli.console import counted, percent, progress, say, say_json, say_table
from annotator.nlp.client import WorkerClient
from annotator.services import measuring, projects
from annotator.store.project import Project


class SplitName(StrEnum):
    """How the documents that are set apart are chosen."""

    DATE = "date"
    SOURCE = "source"


def learning(
    project: Path = typer.Argument(help="The project file; nothing is written to it, and no model is changed."),
    source: str | None = typer.Option(None, "--from", help="Whose decisions: gold or an annotator."),
    split: SplitName = typer.Option(SplitName.DATE, help="Set the latest documents apart, or whole sources."),
    seed: int = typer.Option(0, min=0, help="Seed of the resampling behind the intervals."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Measure the learned suggester: held-out figures, learning curve, what another hour brings, what the work cost."""
    with (
        Project.open(project, read_only=True) as opened,
        WorkerClient() as client,
        progress("measured", is_quiet=quiet) as show,
    ):
        report = measuring.measure(
            opened, projects.scheme_of(opened), client.call, source=source, split=split.value, seed=seed,
            progress=show,
        )  # fmt: skip
    if json:
        say_json(report)
        return
    say(f"{counted(report['documents'], 'finished document')} of {report['source']}, {report['words']} words.")
    for layer, figures in report["layers"].items():
        _say_layer(layer, figures)
    _say_curve(report)
    _say_worth(report)
    _say_cost(report)


def _say_layer(layer: str, figures: dict[str, Any]) -> None:
    why = figures["why"].get("ece")
    error = f"calibration error {figures['ece']:.3f} over {figures['scored']}" if not why else measuring.WHY[why]
    say(f"{layer}, held-out; {error}:")
    headings = ("label", "precision", "recall", "F1", "F1 of the rules", "right", "shown", "spans")
    rows = []
    for label, one in figures["labels"].items():
        ruled = figures["rules"].get(label, {}).get("f1")
        shares = [percent(one[name]) for name in ("precision", "recall", "f1")]
        rows.append([label or "all", *shares, percent(ruled), one["right"], one["proposed"], one["existing"]])
    say_table(headings, rows)


def _say_curve(report: dict[str, Any]) -> None:
    split = report["split"]
    if split["why"]:
        say(f"No learning curve: {measuring.WHY[split['why']]}.")
        return
    say(f"Learning curve, on {counted(split['tested'], 'document')} set apart by {split['by']}:")
    layers = list(report["layers"])
    rows = [
        [point["documents"], *(percent(point["layers"][layer][""]["f1"]) for layer in layers)]
        for point in report["curve"]
    ]
    say_table(("documents", *(f"F1 {layer}" for layer in layers)), rows)


def _say_worth(report: dict[str, Any]) -> None:
    hour = report["hour"]
    if hour["why"]:
        say(f"Another hour: {measuring.WHY[hour['why']]}.")
        return
    if not report["worth"]:
        return  # no curve, and why has been said
    say(
        f"Another hour is about {hour['documents']:.1f} documents at {hour['seconds']:.0f} s (mean of {hour['timed']}):"
    )
    rows = [
        [one["layer"], one["label"] or "all", f"{100 * one['f1']:.1f}", _gain(one), one["existing"]]
        for one in report["worth"]
    ]
    say_table(("layer", "label", "F1", "another hour", "spans set apart"), rows)
    say(f"Assumed: {report['assumption']}.")


def _gain(one: dict[str, Any]) -> str:
    if one["why"]:
        return measuring.WHY[one["why"]]
    return f"{100 * one['gain']:+.1f} [{100 * one['low']:+.1f}, {100 * one['high']:+.1f}]"


def _say_cost(report: dict[str, Any]) -> None:
    if not report["cost"]:
        return
    say("What the work cost, by when documents were finished:")
    rows = [
        [
            f"{one['first']}–{one['last']}", one["correct"], one["keys"], _number(one["keys_per_span"]),
            _number(one["seconds_per_span"]), one["judged"], one["controls"],
        ]
        for one in report["cost"]
    ]  # fmt: skip
    headings = ("documents", "correct spans", "gestures", "a span", "seconds a span", "judged by gold", "controls")
    say_table(headings, rows)


def _number(number: float | None) -> str:
    return "–" if number is None else f"{number:.2f}"
