"""Offsets from other programs: code points or UTF-16 units, told apart by the text they are said to cover."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.text import GAP, covered, fragments_problem
from annotator.core.utf16 import Utf16
from annotator.errors import KnownError

if TYPE_CHECKING:
    from annotator.core.text import Fragments

EXAMPLES = 3  # places that an error shows
TODO = "offsets count code points or UTF-16 units, the end not included, in the text as it stands in the file"

# How a format writes down the text of a place; most join the fragments as we do.
Covering = Callable[[str, "Fragments"], str]


class Claim(NamedTuple):
    """A place as a file gives it, the text it says stands there (None: it does not say), and its field or line."""

    fragments: Fragments
    said: str | None
    where: str


def settle(
    text: str,
    claims: Sequence[Claim],
    *,
    options: Any = None,  # noqa: ANN401  (a reader's options; a mapping that takes notes is told of a conversion)
    cover: Covering = covered,
) -> list[Fragments]:
    """The places in code points: as they are if all of them fit so, else read as UTF-16 units if all fit so.

    Fits: in range, in order, and over the very text that is said to stand there. Raises KnownError A204
    with examples where some places fit neither reading, or only different ones.
    """
    wrong = [claim for claim in claims if not _fits(text, claim.fragments, claim.said, cover)]
    if not wrong:
        return [claim.fragments for claim in claims]
    convert = from_utf16(text)
    converted = [] if convert is None else [convert(claim.fragments) for claim in claims]
    if convert is None or any(
        found is None or not _fits(text, found, claim.said, cover)
        for claim, found in zip(claims, converted, strict=True)
    ):
        raise _neither(text, wrong, convert, cover)
    if isinstance(options, MutableMapping):
        options["utf16_documents"] = int(options.get("utf16_documents", 0)) + 1
    return [found for found in converted if found is not None]


def from_utf16(text: str) -> Callable[[Fragments], Fragments | None] | None:
    """A function from places in UTF-16 units to places in code points (None: within a surrogate pair, or outside).

    None where the text has no character beyond the Basic Multilingual Plane: there both units are the same.
    """
    offsets = Utf16(text)
    if offsets.units == offsets.length:
        return None

    def convert(fragments: Fragments) -> Fragments | None:
        found = []
        for start, end in fragments:
            first, last = offsets.point(start), offsets.point(end)
            if first is None or last is None:
                return None
            found.append((first, last))
        return tuple(found)

    return convert


def note_of(options: Any) -> str | None:  # noqa: ANN401  (see `settle`)
    """What to tell of the conversions that were made while reading, or None."""
    number = int(options.get("utf16_documents", 0)) if isinstance(options, MutableMapping) else 0
    note = (
        "offsets of 1 document counted UTF-16 units; they were converted to code points"
        if number == 1
        else f"offsets of {number} documents counted UTF-16 units; they were converted to code points"
    )
    return note if number else None


def _fits(text: str, fragments: Fragments, said: str | None, cover: Covering) -> bool:
    """Whether the place is one in the text, and over what is said to stand there."""
    if fragments_problem(fragments, len(text)) is not None:
        return False
    if said is None:
        return True
    # By length first: a hostile file can claim, in a line each, that one word stands on the whole text.
    length = sum(end - start for start, end in fragments)
    return length <= len(said) <= length + len(GAP) * len(fragments) and cover(text, fragments) == said


def _problem(text: str, fragments: Fragments, said: str | None, cover: Covering) -> str | None:
    """What is wrong, with its place."""
    problem = fragments_problem(fragments, len(text))  # which names the place itself
    if problem is None and said is not None and cover(text, fragments) != said:
        problem = f"{_shown(fragments)} the text there is “{cover(text, fragments):.60}”, not “{said:.60}”"
    return problem


def _neither(
    text: str, wrong: Sequence[Claim], convert: Callable[[Fragments], Fragments | None] | None, cover: Covering
) -> KnownError:
    """The error that shows the first places that do not fit."""
    examples = []
    for claim in wrong[:EXAMPLES]:
        example = str(_problem(text, claim.fragments, claim.said, cover))
        other = convert(claim.fragments) if convert else None
        if other is not None and fragments_problem(other, len(text)) is None:
            example += f" (counted in UTF-16 units it is “{cover(text, other):.60}”)"
        examples.append(example)
    more = f"; and {len(wrong) - EXAMPLES} more" if len(wrong) > EXAMPLES else ""
    return KnownError("A204", f"{wrong[0].where}: {'; '.join(examples)}{more}", TODO)


def _shown(fragments: Fragments) -> str:
    return " ".join(f"[{start}, {end})" for start, end in fragments[:4])
