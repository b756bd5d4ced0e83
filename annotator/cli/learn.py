"""The commands of learning: train, and simulate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from annotator.cli.console import counted, percent, progress, say, say_json, say_table
from annotator.nlp.client import WorkerClient
from annotator.services import learning, projects, simulating
from annotator.services.simulated_orders import COUNTED_FROM, work_in_orders
from annotator.store.project import Project


def train(
    project: Path = typer.Argument(help="The project file."),
    source: str | None = typer.Option(None, "--from", help="Whose decisions: gold or an annotator."),
    curve: bool = typer.Option(False, "--curve", help="Also measure how figures grow with documents."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Train the learned suggester on the decisions so far, and say how good it is on documents it did not see."""
    with (
        Project.open(project) as opened,
        WorkerClient() as client,
        progress("learned", is_quiet=quiet) as show,
    ):
        report = learning.train(
            opened, projects.scheme_of(opened), client.call, source=source, has_curve=curve, progress=show
        )
    if json:
        say_json(report)
        return
    say(
        f"Learned from {counted(report['documents'], 'finished document')} of {report['source']}"
        f" in {report['seconds']:.1f} s; {report['model']['path']} has {report['model']['bytes'] / 1e6:.2g} MB."
    )
    for layer, figures in report["layers"].items():
        _say_layer(layer, figures)
    if curve:
        _say_curve(report["curve"])


def _say_layer(layer: str, figures: dict[str, Any]) -> None:
    known = figures["suggesters"]
    combined, ruled = known.get("combined"), known.get("rules")
    if combined is None:
        say(f"{layer}: nothing to measure.")
        return
    error = figures["ece"]
    say(f"{layer}, held-out{'' if error is None else f'; calibration error {error:.3f}'}:")
    rows = []
    for label, tally in {"all": combined["all"], **combined["labels"]}.items():
        rule = ruled["all"] if label == "all" else ruled["labels"].get(label, {}) if ruled else {}
        shares = [percent(tally[name]) for name in ("precision", "recall", "f1")]
        rows.append([label, *shares, percent(rule.get("f1")), tally["existing"]])
    say_table(("label", "precision", "recall", "F1", "F1 of the rules", "spans"), rows)
    for why in figures["silent"].values():
        say(f"silent: {why}")


def _say_curve(points: list[dict[str, Any]]) -> None:
    if not points:
        say("The learning curve needs ten finished documents.")
        return
    layers = list(points[0]["layers"])
    rows = [
        [point["documents"], *(percent(point["layers"][layer].get("all", {}).get("f1")) for layer in layers)]
        for point in points
    ]
    say_table(("documents", *(f"F1 {layer}" for layer in layers)), rows)


def simulate(
    project: Path = typer.Argument(help="The project file, for its scheme; nothing is written to it."),
    gold: Path = typer.Option(help="Finished annotation in native JSONL, in the order in which it is worked through."),
    controls: float = typer.Option(0.0, min=0.0, max=1.0, help="Share of documents without suggestions."),
    planted: float = typer.Option(0.0, min=0.0, max=1.0, help="Wrong suggestions planted, for each right one."),
    orders: int = typer.Option(0, min=0, help="So many orders drawn by lot, in place of the file's own."),
    seed: int = typer.Option(0, min=0, help="For what is drawn by lot."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Let a perfect annotator work through gold data, and count the actions that suggestions save."""
    settings = simulating.Settings(controls=controls, planted=planted, seed=seed)
    with (
        Project.open(project, read_only=True) as opened,
        WorkerClient() as client,
        progress("simulated", is_quiet=quiet) as show,
    ):
        scheme, work = projects.scheme_of(opened), simulating.read_work(gold, client.call)
        if orders:
            report = work_in_orders(scheme, work, client.call, settings, orders=orders, progress=show)
        else:
            report = simulating.work_through(scheme, work, client.call, settings, progress=show)
    if json:
        say_json(report)
    elif orders:
        _say_orders(report)
    else:
        _say_one_order(report)


def _say_orders(report: dict[str, Any]) -> None:
    rows = [
        [f"{point['first']}–{point['last']}", *(f"{cost:.2f}" for cost in point["actions_per_span"].values())]
        for point in report["points"]
    ]
    say_table(("documents", *(f"actions a span, {name}" for name in simulating.NAMES)), rows)
    for name in simulating.NAMES:
        found, beside = report["slopes"][name], report["against_rules"][name]
        say(
            f"{name}: {report['later'][name]:.2f} actions a span from document {COUNTED_FROM + 1} on; each ten"
            f" documents more {found['per_ten']:+.3f} (95 % {found['low']:+.3f} to {found['high']:+.3f}),"
            f" against the rules {beside['per_ten']:+.3f} ({beside['low']:+.3f} to {beside['high']:+.3f})"
        )


def _say_one_order(report: dict[str, Any]) -> None:
    rows = [
        [
            f"{point['first']}–{point['last']}",
            *(f"{point['actions_per_span_by'][name]:.2f}" for name in report["names"]),
            *(
                percent(point["suggesters"].get(name, {}).get(which))
                for name in report["names"]
                for which in ("precision", "recall")
            ),
        ]
        for point in report["points"]
    ]
    headings = [f"{which} {name}" for name in report["names"] for which in ("P", "R")]
    first, *others = report["names"]
    say_table(("documents", f"a span: {first}", *others, *headings), rows)
    documents = counted(report["documents"], "document")
    say(f"{report['actions_per_span']:.2f} actions a span over {documents} by all that is learned; 2 without.")
