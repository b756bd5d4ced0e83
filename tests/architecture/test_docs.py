"""The documentation is what the program is: every command, option, field, error, link, dependency and version."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from packaging.requirements import Requirement

from annotator import __version__
from annotator.core.command import COMMANDS as DO
from annotator.errors import CODES
from annotator.services.registry import COMMANDS, FORMATS, GROUPS, SUGGESTERS, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
AT_THE_TOP = ("README.md", "CHANGELOG.md", "CONTEXT.md", "seeds/README.md", "exports/README.md")
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in AT_THE_TOP)])
NAMES = [row.name for row in COMMANDS]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# -- commands.md against the code ---------------------------------------------------------------------------


@cache
def sections() -> dict[str, str]:
    """The sections of commands.md by the name of their command."""
    parts = re.split(r"^## (.*)$", text_of(DOCS / "commands.md"), flags=re.MULTILINE)
    found = {}
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        named = re.fullmatch(r"`annotator ([a-z]+(?: [a-z]+)?)`", heading)
        if named:
            found[named[1]] = body
    return found


@cache
def parameters(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """("argument" or "option", its flags) for each parameter of a command, as the command line has them."""
    app = typer.Typer(add_completion=False)
    app.command(name)(resolve(next(row.function for row in COMMANDS if row.name == name)))
    command = typer.main.get_command(app)
    return [(one.param_type_name, (*one.opts, *one.secondary_opts)) for one in command.params]


def test_commands_page_has_each_command_and_no_other() -> None:
    assert list(sections()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_commands_page_has_each_option_and_no_other(name: str) -> None:
    body = sections()[name]
    usage = re.search(rf"^    annotator {name}\b.*$", body, re.MULTILINE)
    assert usage is not None, "the section begins with how the command is called"
    known = {flag for kind, flags in parameters(name) if kind == "option" for flag in flags}
    assert set(re.findall(r"--[a-z][a-z-]*", usage[0])) == known
    # Above the options' tables and in the prose other programs' options do not occur.
    explained = set(re.findall(r"`(--[a-z][a-z-]*)`", body))
    assert explained == known, "each option is explained, in code font, and no other is named"


@pytest.mark.parametrize("name", NAMES)
def test_commands_page_names_as_many_arguments(name: str) -> None:
    usage = re.search(rf"^    annotator {name}\b(.*)$", sections()[name], re.MULTILINE)
    assert usage is not None
    shown = re.sub(r"\[?--[a-z-]+(?: [^\s\]]+)*\]?", "", usage[1])
    assert len(shown.split()) == sum(kind == "argument" for kind, _ in parameters(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_registry_sends_help_to_the_commands_page(name: str) -> None:
    row = next(one for one in COMMANDS if one.name == name)
    assert f"## `annotator {name}`" in text_of(ROOT / row.page)


def rows_of_do() -> dict[str, tuple[set[str], set[str]]]:
    """The table of commands as JSON: name to (fields needed, fields that may be left out)."""
    found = {}
    for line in sections()["apply"].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        named = re.fullmatch(r"`([a-z_]+)`", cells[0]) if len(cells) == 3 else None
        if named and named[1] != "do":  # the heading of the table
            marked = re.findall(r"`([a-z_]+)`(\?)?", cells[1])
            needed = {field for field, mark in marked if not mark}
            found[named[1]] = needed, {field for field, mark in marked if mark}
    return found


def test_apply_table_has_each_command_and_no_other() -> None:
    assert list(rows_of_do()) == list(DO)


@pytest.mark.parametrize("name", DO)
def test_apply_table_has_the_fields_of_each_command(name: str) -> None:
    declared = [one for one in fields(DO[name]) if one.name != "document"]
    left_out = {one.name for one in declared if one.default is not MISSING or one.default_factory is not MISSING}
    assert rows_of_do()[name] == ({one.name for one in declared} - left_out, left_out)


# -- errors, suggesters, formats ----------------------------------------------------------------------------


def test_errors_page_has_each_code_and_no_other() -> None:
    assert re.findall(r"^\| `(A\d{3})` \|", text_of(DOCS / "errors.md"), re.MULTILINE) == list(CODES)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_codes_that_pages_name_exist(page: Path) -> None:
    assert set(re.findall(r"\bA\d{3}\b", text_of(page))) <= set(CODES)


def test_suggesters_page_has_a_section_for_each() -> None:
    headings = re.findall(r"^## `([^`]+)`$", text_of(DOCS / "suggesters.md"), re.MULTILINE)
    assert headings == [one.name for one in SUGGESTERS]


def test_commands_page_links_the_page_of_each_format() -> None:
    linked = set(re.findall(r"\]\((formats/[a-z0-9_-]+\.md)\)", sections()["formats"]))
    assert linked == {one.page.removeprefix("docs/") for one in FORMATS}


def made_guidelines(language: str) -> str:
    """The page of the guideline as the script that lies beside it makes it."""
    spec = spec_from_file_location("make_guidelines", DOCS / "make_guidelines.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return str(made.page(language))


@pytest.mark.parametrize(
    ("language", "name"), [("nl", "guideline-conflict-nl.nl.md"), ("en", "guideline-conflict-nl.md")]
)
def test_the_pages_of_the_guideline_are_those_of_the_scheme(language: str, name: str) -> None:
    assert text_of(DOCS / name) == made_guidelines(language)


# -- links and examples -------------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#{1,6} (.+)$", FENCE.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(<?([^)>\s]+)>?\)", FENCE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        is_there = goal.exists() and ROOT in (goal, *goal.parents)
        if not is_there or (anchor and (goal.suffix != ".md" or anchor not in anchors(goal))):
            broken.append(target)
    assert not broken


def examples(page: Path) -> Iterator[str]:
    """Each command line in a page: in code blocks, and in code font where it begins with the program's name."""
    text = text_of(page)
    blocks = [*FENCE.findall(text), *re.findall(r"^ {4,}.*$", FENCE.sub("", text), re.MULTILINE)]
    for line in "\n".join(blocks).splitlines():
        # At the head of a line, or after a path, a pipe or `time`; elsewhere it is the name of a folder.
        yield from re.findall(r"(?:^|[/\\]|[|&;] *|^time )(annotator(?: [^|&;]*)?)(?=$|[|&;])", line.strip())
    yield from re.findall(r"`(?:\.venv[/\\][A-Za-z]+[/\\])?(annotator [^`]+)`", FENCE.sub("", text))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_examples_name_commands_and_options_that_exist(page: Path) -> None:
    for example in examples(page):
        words = example.split()[1:]
        if not words or not re.fullmatch(r"[a-z]+", words[0]):
            continue  # the bare program, an option of it, or a placeholder
        name = " ".join(words[:2]) if words[0] in GROUPS else words[0]
        assert name in NAMES, example
        known = {flag for _, flags in parameters(name) for flag in flags} | {"--help"}
        assert set(re.findall(r"(?<!\S)\[?(--[a-z][a-z-]*)", example)) <= known, example


def test_examples_are_found_at_all() -> None:
    found = list(examples(ROOT / "README.md"))
    assert "annotator open syria.annotator --as anna" in found
    assert "annotator demo" in found


def test_readme_has_both_commands_and_all_systems() -> None:
    text = text_of(ROOT / "README.md")
    by_hand = ("pip install .", "py -3.11 -m venv .venv", "python3.11 -m venv .venv")
    for needed in ("\n    ./run\n", "\n    ./run test\n", *by_hand, "docs/images/desk-light.png"):
        assert needed in text


# -- changelog ----------------------------------------------------------------------------------------------

RELEASE = re.compile(r"^## \[(Unreleased|\d+\.\d+\.\d+)\](?: - (Unreleased|\d{4}-\d{2}-\d{2}))?$")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_changelog_keeps_its_form() -> None:
    lines = text_of(ROOT / "CHANGELOG.md").splitlines()
    headings = [line for line in lines if re.match(r"## ", line)]
    assert headings
    assert all(RELEASE.match(line) for line in headings), headings
    assert {line.removeprefix("### ") for line in lines if line.startswith("### ")} <= KINDS
    versions = [RELEASE.match(line)[1] for line in headings]  # type: ignore[index]  # matched above
    assert "Unreleased" not in versions[1:]
    numbers = [tuple(map(int, version.split("."))) for version in versions if version != "Unreleased"]
    assert numbers == sorted(set(numbers), reverse=True)


def test_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == __version__


# -- dependencies -------------------------------------------------------------------------------------------


def required(names: list[str]) -> list[str]:
    return [Requirement(one).name for one in names]


DECLARED = {
    "product": required(PROJECT["dependencies"]),
    **{extra: required(names) for extra, names in PROJECT["optional-dependencies"].items()},
}


def test_every_dependency_has_its_reason_and_licence() -> None:
    page = text_of(DOCS / "adr" / "0003-dependencies.md")
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", page, re.MULTILINE))
    assert {name for names in DECLARED.values() for name in names} <= set(rows)
    for name in (*DECLARED["product"], *DECLARED["test"]):
        stated = " ".join(terms_of(distribution(name)))
        first = re.match(r"[A-Z]+", rows[name])
        assert first is not None
        assert first[0] in stated, f"{name}: the page says {rows[name]}, the package {stated}"


def product() -> dict[str, Distribution]:
    """The distributions that an installed copy brings with it, on this system."""
    found: dict[str, Distribution] = {}
    waiting = list(DECLARED["product"])
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # only needed on other systems
        for line in found[name].requires or ():
            one = Requirement(line)
            if one.marker is None or one.marker.evaluate({"extra": ""}):
                waiting.append(one.name)
    return found


def terms_of(package: Distribution) -> list[str]:
    """The licence as the package states it: its expression, else its classifiers, else its free text."""
    expression = package.metadata.get("License-Expression")
    if expression:
        return re.split(r"\s+OR\s+", expression)
    classifiers = [one for one in package.metadata.get_all("Classifier") or () if one.startswith("License ::")]
    return classifiers or [one for one in re.split(r"\s+OR\s+", package.metadata.get("License") or "") if one]


def test_nothing_in_the_product_is_under_the_gpl_alone() -> None:
    packages = product()
    assert len(packages) > 30
    for name, package in packages.items():
        terms = terms_of(package)
        assert terms, f"{name} states no licence"
        free = [one for one in terms if not re.search(r"(?<!L)GPL|(?<!Lesser )General Public", one)]
        assert free, f"{name}: {terms}"
