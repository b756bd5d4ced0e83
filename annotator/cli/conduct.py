"""The command with which a lead sets how a project is worked on: learning, controls, planted suggestions, order."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import typer

from annotator.cli.console import say, say_json
from annotator.services.conduct import conduct_of, set_conduct
from annotator.store.project import Project


class OrderName(StrEnum):
    """How the list of articles is ordered where the annotator asks for no order."""

    IMPORT = "import"
    DATE = "date"
    TEACHING = "teaching"
    EASIEST = "easiest"


def conduct(
    project: Path = typer.Argument(help="The project file."),
    learn: bool | None = typer.Option(None, "--learn/--no-learn", help="Whether the window learns from decisions."),
    controls: float | None = typer.Option(None, help="Share of documents that come without suggestions, 0 to 0.5."),
    planted: float | None = typer.Option(None, help="Wrong suggestions planted for each real one, 0 to 0.5."),
    order: OrderName | None = typer.Option(None, help="The order of the list of articles."),
    json: bool = typer.Option(False, "--json", help="Answer with one JSON value."),
) -> None:
    """Show how a project is worked on, or set it: learning, control documents, planted suggestions, the order."""
    asked = {"learns": learn, "controls": controls, "planted": planted, "order": order and order.value}
    changes = {name: value for name, value in asked.items() if value is not None}
    with Project.open(project, read_only=not changes) as opened:
        found = set_conduct(opened, **changes) if changes else conduct_of(opened)
        count = sum(found.is_control(id) for id in opened.document_ids()) if found.controls else 0
        total = len(opened.document_ids())
    if json:
        say_json({**found.to_json(), "control_documents": count, "documents": total})
        return
    say(f"learning: {'on' if found.learns else 'off'} · order: {found.order}")
    say(f"controls: {found.controls:g}, documents that come without suggestions: {count} of {total}")
    say(f"planted: {found.planted:g} wrong suggestions for each real one")
