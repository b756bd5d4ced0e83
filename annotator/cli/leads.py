"""Commands that compare annotators: agreement, disagreements, adjudication."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from annotator.cli.console import counted, cut, note, progress, say, say_json, say_table
from annotator.cli.targets import require_file
from annotator.services import adjudicating, agreeing, comparing, following, projects, reporting, reviewing
from annotator.services.exporting import refuse_project
from annotator.services.report_words import WORDS
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.material import Material

FIGURES = ("found_f1", "exact_f1", "overlap_f1", "kappa", "alpha", "ac1")  # of the table
SHOWN = 50  # disagreements that a terminal gets; --json has all


class StrategyName(StrEnum):
    """How a vote settles: all of them, or more than half."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"


def agreement(
    project: Path = typer.Argument(help="The project file."),
    annotators: list[str] | None = typer.Option(None, help="Only these annotators, by name."),
    layers: list[str] | None = typer.Option(None, help="Only these layers."),
    seed: int = typer.Option(0, min=0, help="Seed of the resampling behind the intervals."),
    gamma: bool = typer.Option(False, "--gamma", help="Measure γ as well; that takes longer."),
    gamma_samples: int = typer.Option(30, min=2, max=1_000, help="Samples of chance behind γ."),
    html: Path | None = typer.Option(None, "--html", help="Write all of it into one HTML page as well."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Measure how far annotators agree, on the documents that two or more finished."""
    require_file(html, "--html")
    with Project.open(project, read_only=True) as opened, progress("measured", is_quiet=quiet) as show:
        names = comparing.names_in(opened, annotators or ())
        scheme = projects.scheme_of(opened)
        agreeing.require_layers(scheme, layers or ())
        found = agreeing.material(opened, comparing.annotators_of(opened, names))
        answer = agreeing.measure(
            opened,
            scheme,
            annotators=names,
            layers=layers or (),
            seed=seed,
            progress=lambda done, total, _what: show(done, total),
            found=found,
        )
        if gamma:
            agreeing.measure_gammas(
                answer,
                found,
                scheme,
                samples=gamma_samples,
                seed=seed,
                progress=lambda done, all, _what: show(done, all),
            )
        if html is not None:
            _write_page(opened, answer, found, html)
    if json:
        say_json(answer)
        return
    if html is not None:
        note(f"{html} holds the whole report")
    _say_agreement(answer)


def _say_agreement(answer: dict[str, Any]) -> None:
    say(f"{', '.join(answer['annotators'])} on {counted(answer['documents'], 'document')} (seed {answer['seed']})")
    for warning in answer["warnings"]:
        note(warning)
    headings = ("layer", "annotators", "documents", "found", "exact", "overlap", "kappa", "alpha", "AC1")
    say_table(headings, [row for name, layer in answer["layers"].items() for row in _rows(name, layer)])
    for name, layer in answer["layers"].items():
        if len(layer["pairs"]) > 1 and layer["overall"]["labels"]:
            say(f"{name} by label, exact F1: all, and each annotator with the others (spans of that annotator)")
            say_table(("label", "all", *answer["annotators"]), reporting.label_rows(layer["overall"], _value))
    for name, layer in answer["layers"].items():
        for one in (*layer["pairs"], layer["overall"]):
            if "gamma" in one and ("a" in one or len(layer["pairs"]) > 1):
                who = f"{one['a']}, {one['b']}" if "a" in one else "all"
                gamma_of = one["gamma"]
                on = f"{counted(gamma_of['n'], 'document')}, {gamma_of['samples']} samples, seed {answer['seed']}"
                say(f"γ {name}, {who}: {_figure(gamma_of)} ({on})")
    for why in _whys(answer):
        say(f"–: {why}")
    say("found: F1 of places whatever their label · exact: of place and label · overlap: of place in part and label")
    say("kappa, alpha, AC1: on the labels of places that both found · in brackets: 95 % interval")


def _write_page(project: Project, answer: dict[str, Any], found: Material, path: Path) -> None:
    refuse_project(path)
    ids = project.document_ids()
    titles = {row.id: row.title for row in project.rows(ids, answer["annotators"][0])}
    follow, scheme = following.follow(project, found=found), projects.scheme_of(project)
    page = reporting.as_html(answer, follow, name=project.path.stem, titles=titles, scheme=scheme)
    reporting.write(path, page)


def _rows(name: str, layer: dict[str, Any]) -> list[list[str]]:
    rows = []
    whole = [layer["overall"]] if len(layer["pairs"]) > 1 else []
    for one in (*layer["pairs"], *whole):
        who = f"{one['a']}, {one['b']}" if "a" in one else "all"
        found = [(who, one), *((_way(*ways), ways[2]) for ways in reporting.groups_of(one))]
        rows += [
            [name, what, str(part["documents"]), *(_figure(part.get(measure)) for measure in FIGURES)]
            for what, part in found
        ]
    return rows


def _whys(answer: dict[str, Any]) -> list[str]:
    """Why figures of the table are not defined: below it, since in it they would make it too wide to be read."""
    found = (
        part.get(measure)
        for layer in answer["layers"].values()
        for one in (*layer["pairs"], layer["overall"])
        for part in (one, *(ways[2] for ways in reporting.groups_of(one)))
        for measure in FIGURES
    )
    return list(dict.fromkeys(one["undefined"] for one in found if one is not None and one["value"] is None))


def _way(name: str, way: str, _figures: object) -> str:
    return f"· {reporting.way_name(WORDS['en'], name, way)}"


def _value(score: Mapping[str, Any]) -> str:
    return "–" if score["value"] is None else f"{score['value']:.2f}"


def _figure(score: dict[str, Any] | None) -> str:
    if score is None:
        return ""
    if score["value"] is None:
        return "–"
    if score["low"] is None or score["high"] is None:
        return f"{score['value']:z.2f}"
    return f"{score['value']:z.2f} [{score['low']:z.2f}–{score['high']:z.2f}]".replace("-", "−")


def disagreements(
    project: Path = typer.Argument(help="The project file."),
    annotators: list[str] | None = typer.Option(None, help="Only these annotators, by name."),
    layers: list[str] | None = typer.Option(None, help="Only these layers."),
    documents: list[str] | None = typer.Option(None, help="Only these documents, by id."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value: all places, with all versions."),
) -> None:
    """List every place where annotators who finished a document differ."""
    with Project.open(project, read_only=True) as opened:
        names = comparing.annotators_of(opened, comparing.names_in(opened, annotators or ()))
        scheme = projects.scheme_of(opened)
        agreeing.require_layers(scheme, layers or ())
        found = reviewing.disagreements(
            opened,
            scheme,
            annotators=names,
            layers=layers or (),
            documents=documents or (),
        )
        answer = reviewing.disagreements_json(found, annotators=names)
    if json:
        say_json(answer)
        return
    rows = [_line(one) for one in answer["disagreements"][:SHOWN]]
    if rows:
        say_table(("document", "kind", "text", "versions", "gold"), rows)
    if len(answer["disagreements"]) > SHOWN:
        note(f"… and {len(answer['disagreements']) - SHOWN} more; --json lists all")
    kinds = ", ".join(f"{kind} {count}" for kind, count in answer["counts"].items() if count)
    how_many = counted(len(answer["disagreements"]), "disagreement")
    say(f"{how_many}, {answer['open']} not adjudicated{': ' if kinds else ''}{kinds}")


def _line(one: dict[str, Any]) -> list[str]:
    if one["kind"] == "status":
        versions = ", ".join(f"{name}: {status}" for name, status in one["statuses"].items())
        return [one["document"], "status", "", versions, ""]
    versions = ", ".join(f"{name}: {_version(value)}" for name, value in one["versions"].items())
    return [one["document"], " ".join(one["kinds"]), cut(one["text"]), versions, one["gold"] or ""]


def _version(value: dict[str, Any] | None) -> str:
    if value is None:
        return "–"
    words = [value.get("label") or value["type"], f"“{value['text']:.40}”", *value["attributes"].values()]
    words += [f"{one['role']} {one['text'] or '–'}" for one in value.get("arguments", ())]
    return " ".join(words)


def adjudicate(
    project: Path = typer.Argument(help="The project file."),
    strategy: StrategyName = typer.Option(..., help="All annotators must have it, or more than half of them."),
    name: str = typer.Option(comparing.GOLD, "--as", help="The adjudicator's name."),
    annotators: list[str] | None = typer.Option(None, help="Only these annotators vote, by name."),
    documents: list[str] | None = typer.Option(None, help="Only these documents, by id."),
    alone: bool = typer.Option(False, "--alone", help="Also take what only one of them finished, as it is."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Tell what would be settled, and write nothing."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
    quiet: bool = typer.Option(False, "--quiet", help="No progress."),
) -> None:
    """Write into gold what a vote settles; the rest stays open."""
    comparing.require_name(name, comparing.WITH_AS)
    with Project.open(project, read_only=dry_run) as opened, progress("adjudicated", is_quiet=quiet) as show:
        report = adjudicating.adjudicate(
            opened,
            projects.scheme_of(opened),
            strategy=strategy.value,
            actor=name,
            annotators=comparing.names_in(opened, annotators or ()),
            documents=documents or (),
            with_alone=alone,
            is_dry_run=dry_run,
            progress=show,
        )
    if json:
        say_json(report.to_json())
        return
    would = "would be " if dry_run else ""
    say(
        f"{counted(report.documents, 'document')} of {', '.join(report.annotators)}, {counted(report.places, 'place')}:"
    )
    if report.alone:
        say(f"finished by one of them alone: {counted(report.alone, 'document')}")
    say(f"{report.taken} {would}taken, {report.nothing} {would}settled as nothing, {report.kept} decided before")
    if report.planted:
        say(f"of these {report.planted} {would}taken from planted wrong suggestions that all accepted: look at them")
    kinds = ", ".join(f"{kind} {count}" for kind, count in report.open_kinds.items())
    say(f"{report.open} open{f' ({kinds})' if kinds else ''}; documents with nothing open: {report.finished}")
