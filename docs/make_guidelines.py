"""Makes the pages with the guidelines of `conflict-nl` from its scheme file: `python docs/make_guidelines.py`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from annotator.services.schemes import load_builtin  # noqa: E402  (found from here only after the line above)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.scheme import Attribute, Label, Role

PAGES = {"nl": "guideline-conflict-nl.nl.md", "en": "guideline-conflict-nl.md"}
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Guideline of `conflict-nl`",
        "other": "In het Nederlands",
        "about": "What belongs to which label. The window shows the same at the right, for the label at hand; a "
        "project may have a later version, with rules from Review. Made from the scheme file, version {version}; "
        "[Schemes](schemes.md#conflict-nl-version-{version}) has the tables.",
        "key": "key",
        "examples": "Examples",
        "roles": "Roles",
        "filled": "Filled by",
        "attributes": "Attributes",
        "values": "Values",
    },
    "nl": {
        "title": "Richtlijn van `conflict-nl`",
        "other": "In English",
        "about": "Wat bij welk label hoort. Het venster toont rechts hetzelfde, voor het label dat voorligt; een "
        "project kan een latere versie hebben, met regels uit Beoordelen. Gemaakt uit het schemabestand, versie "
        "{version}; de tabellen staan bij "
        "[Schemes](schemes.md#conflict-nl-version-{version}) (Engels).",
        "key": "toets",
        "examples": "Voorbeelden",
        "roles": "Rollen",
        "filled": "Ingevuld door",
        "attributes": "Attributen",
        "values": "Waarden",
    },
}


def page(language: str) -> str:
    """The page in that language."""
    return "\n".join(_lines(language))


def _lines(language: str) -> Iterator[str]:
    scheme, words = load_builtin("conflict-nl"), WORDS[language]
    other = PAGES["en" if language == "nl" else "nl"]
    yield from (f"# {words['title']}", "", f"*[{words['other']}]({other})*", "")
    yield from (words["about"].format(version=scheme.version), "")
    for layer in scheme.layers:
        yield from (f"## {layer.names[language]}", "")
        for label in scheme.labels_of(layer.name):
            yield from _entry(label, language, f"{words['key']} `{_key(label, is_event=layer.is_event)}`")
            if label.examples:
                yield from (f"{words['examples']}: {' · '.join(_example(one) for one in label.examples)}", "")
    yield from (f"## {words['roles']}", "")
    for role in scheme.roles:
        yield from _entry(role, language, f"{words['key']} `R` `{role.key.upper()}`")
        yield from (f"{words['filled']}: {', '.join(role.fillers)}", "")
    yield from (f"## {words['attributes']}", "")
    for attribute in scheme.attributes:
        yield from _entry(attribute, language, f"{words['key']} `{attribute.key.upper()}`")
        named = (f"{value} ({attribute.value_names[value][language]})" for value in attribute.values)
        yield from (f"{words['values']}: {', '.join(named)}", "")


def _entry(one: Label | Role | Attribute, language: str, keys: str) -> Iterator[str]:
    yield from (f"### {one.name} · {one.names[language]}", "", keys, "")
    yield from (one.guideline[language].strip(), "")


def _key(label: Label, *, is_event: bool) -> str:
    return f"E` `{label.key.upper()}" if is_event else label.key.upper()


def _example(text: str) -> str:
    """The example with what is labelled in bold; the scheme file has it in square brackets."""
    return "“" + re.sub(r"\[([^\]]+)\]", r"**\1**", text) + "”"


def main() -> None:
    """Writes both pages."""
    for language, name in PAGES.items():
        (ROOT / "docs" / name).write_text(page(language), "utf-8")


if __name__ == "__main__":
    main()
