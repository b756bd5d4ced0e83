"""Commands that show the tables the program itself runs on."""

from __future__ import annotations

import typer

from annotator.cli.console import say_json, say_table
from annotator.services.keymap import BINDINGS
from annotator.services.registry import FORMATS
from annotator.services.schemes import builtin_names, load_builtin


def keys(json: bool = typer.Option(False, "--json", help="Answer with one JSON value.")) -> None:
    """List the keys of the desk."""
    if json:
        say_json(
            [
                {"action": one.action, "keys": list(one.chords), "group": one.group, "en": one.english, "nl": one.dutch}
                for one in BINDINGS
            ]
        )
        return
    say_table(("keys", "does"), [(" ".join(one.chords), one.english) for one in BINDINGS])


def formats(json: bool = typer.Option(False, "--json", help="Answer with one JSON value.")) -> None:
    """List the formats, and which way each goes."""
    rows = [
        {
            "name": one.name,
            "title": one.title,
            "extensions": list(one.extensions),
            "reads": one.reader is not None,
            "writes": one.writer is not None,
            "checked_by": one.judge or None,
        }
        for one in FORMATS
    ]
    if json:
        say_json(rows)
        return
    say_table(
        ("format", "import", "export", "what"),
        [(row["name"], "yes" if row["reads"] else "", "yes" if row["writes"] else "", row["title"]) for row in rows],
    )


def schemes(json: bool = typer.Option(False, "--json", help="Answer with one JSON value.")) -> None:
    """List the built-in schemes and their labels."""
    found = [load_builtin(name) for name in builtin_names()]
    if json:
        say_json(
            [
                {
                    "name": scheme.name,
                    "version": scheme.version,
                    "names": dict(scheme.names),
                    "layers": [
                        {
                            "name": layer.name,
                            "kind": layer.kind,
                            "events": layer.is_event,
                            "labels": [{"name": one.name, "key": one.key} for one in scheme.labels_of(layer.name)],
                        }
                        for layer in scheme.layers
                    ],
                    "roles": [{"name": role.name, "fillers": list(role.fillers)} for role in scheme.roles],
                    "attributes": [{"name": one.name, "values": list(one.values)} for one in scheme.attributes],
                }
                for scheme in found
            ]
        )
        return
    rows = []
    for scheme in found:
        for layer in scheme.layers:
            labels = ", ".join(label.name for label in scheme.labels_of(layer.name))
            rows.append((f"{scheme.name} {scheme.version}", layer.name, labels))
    say_table(("scheme", "layer", "labels"), rows)
