"""Finding schemes: those that come with the program, by name, and those of the user, by path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core import scheme_file
from annotator.core.scheme import Colour
from annotator.errors import KnownError
from annotator.resources import resource
from annotator.store import locks_kept

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme

_ENDING = ".toml"
_OF_RULES = "conflict-nl"  # all labels that the rules give
# Muted on both grounds: a label that has no colour yet is told apart by its text.
PLAIN = Colour("#5d5a52", "#b3aea3")


def builtin_names() -> tuple[str, ...]:
    """Names of the schemes that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource("schemes").glob(f"*{_ENDING}")))


def load_builtin(name: str) -> Scheme:
    """The built-in scheme of that name. Raises A302 where there is none, listing those there are."""
    names = builtin_names()
    if name not in names:
        known = ", ".join(names)
        raise KnownError("A302", f"there is no built-in scheme {name!r:.80}", f"use {known}, or the path of a file")
    return load_file(resource("schemes", f"{name}{_ENDING}"))


def load_file(path: Path) -> Scheme:
    """The scheme in a file. Raises A001 where it cannot be read, A301 where it is not valid."""
    try:
        if locks_kept.is_open(path):  # a look at it would take SQLite's locks off
            raise KnownError("A301", f"{path.name} is a project", "name a scheme file")
        with path.open("rb") as file:
            # One byte over the limit is enough to be refused, however large the file or endless the device.
            content = file.read(scheme_file.MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise KnownError("A001", f"{str(path)!r} cannot be read: {reason}", "check the path and its rights") from None
    if len(content) > scheme_file.MOST_BYTES:
        what = f"{path.name} has more than {scheme_file.MOST_BYTES:,} bytes"
        raise KnownError("A301", what, "is it a scheme file? Shorten it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"{path.name}, line {line}: not UTF-8 (byte 0x{content[error.start]:02x})"
        raise KnownError("A301", what, "save the file as UTF-8") from None
    return scheme_file.load(text, name=path.name)


def load_scheme(name_or_path: str) -> Scheme:
    """A built-in scheme by its name, or a scheme file by its path.

    What ends in .toml or holds a slash is a path. Raises A302 where it is neither,
    A001 where the file cannot be read, A301 where it is not valid.
    """
    is_path = name_or_path.endswith(_ENDING) or "/" in name_or_path or "\\" in name_or_path
    return load_file(Path(name_or_path)) if is_path else load_builtin(name_or_path)


def palette() -> dict[str, Colour]:
    """Colours for labels that are told apart by colour-blind readers as far as can be, by name; the last is a grey.

    Tests hold their contrast and their distances.
    """
    import tomllib  # lazy: as below

    table = tomllib.loads(load_builtin(_OF_RULES).source)["colours"]
    return {**{name: Colour(one["light"], one["dark"]) for name, one in table.items()}, "plain": PLAIN}


def have_rules(scheme: Scheme) -> bool:
    """Whether the rules know any of its labels, as they are or by what stands for them in a scheme without."""
    import tomllib  # lazy: a start can do without

    table = tomllib.loads(resource("lexicons", "label_maps.toml").read_text(encoding="utf-8"))["labels"]
    return any(
        scheme.label(label.layer, name) is not None
        for label in load_builtin(_OF_RULES).labels
        for name in (label.name, *table.get(label.name, ()))
    )
