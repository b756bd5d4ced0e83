"""What the program is made of: its version, the libraries it ships with, and the words of their licences."""

from __future__ import annotations

import platform
import re
import sysconfig
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from annotator import __version__
from annotator.resources import resource

PROGRAM = "annotator"
_LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[cs]es?|copying|copyright|notice|authors)[^/]*$")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
# Qt's wheels carry no text; the program uses them under the LGPL, which adds to the GPL and so needs both.
_SHIPPED_HERE = {"pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}
_BETWEEN = "\n\n———\n\n"
MOST_CHARACTERS = 200_000  # of one library's texts; some carry those of a hundred others


@dataclass(frozen=True, slots=True)
class Component:
    """One thing the program is made of; `licence` in a few words, `texts` in full, "" where none came with it."""

    name: str
    version: str
    licence: str
    texts: str


def components() -> tuple[Component, ...]:
    """The program, Python, and every library an installed copy brings with it on this system, by name."""
    shipped = _shipped()
    own = shipped.pop(PROGRAM, None)
    first = Component(PROGRAM, __version__, "MIT", _texts(own) if own is not None else "")
    python = Component("Python", platform.python_version(), "PSF-2.0", _python_licence())
    libraries = sorted((_component(one) for one in shipped.values()), key=lambda one: one.name.casefold())
    return (first, python, *libraries)


def _shipped() -> dict[str, Distribution]:
    found: dict[str, Distribution] = {}
    waiting = [PROGRAM]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # needed on other systems only
        for line in found[name].requires or ():
            requirement, _, marker = line.partition(";")
            named = _NAME.match(requirement)
            if named and "extra" not in marker:
                waiting.append(named[0])
    return found


def _component(package: Distribution) -> Component:
    metadata = package.metadata
    classifiers = [one for one in metadata.get_all("Classifier") or () if one.startswith("License ::")]
    stated = next(iter([*(metadata.get_all("License-Expression") or ()), *(metadata.get_all("License") or ())]), "")
    short = next((line.strip() for line in stated.splitlines() if line.strip()), "")
    if (not short or len(short) > 60) and classifiers:
        short = ", ".join(one.rpartition(" :: ")[2] for one in classifiers)
    texts = _texts(package) or _kept_here(metadata["Name"]) or (stated.strip() if len(stated) > 200 else "")
    return Component(metadata["Name"], package.version, short, texts[:MOST_CHARACTERS])


def _texts(package: Distribution) -> str:
    parts = []
    for file in sorted(package.files or (), key=str):
        path = file.as_posix()
        if ".dist-info/" not in path or not _LICENCE_FILE.search(path.partition(".dist-info")[2]):
            continue
        try:
            text = Path(str(package.locate_file(file))).read_text("utf-8", errors="replace").strip()
        except OSError:
            continue
        if text and text not in parts:
            parts.append(text)
    return _BETWEEN.join(parts)


def _kept_here(name: str) -> str:
    files = _SHIPPED_HERE.get(re.sub(r"[-_.]+", "-", name).lower(), ())
    return _BETWEEN.join(resource("licences", file).read_text("utf-8").strip() for file in files)


def _python_licence() -> str:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("data")))
    for path in (folder / "LICENSE.txt" for folder in folders):
        if path.is_file():
            return path.read_text("utf-8", errors="replace").strip()
    return ""
