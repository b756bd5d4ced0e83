"""Text as code points: hashes, covered text, trimming, and what a text may not hold."""

from __future__ import annotations

Fragment = tuple[int, int]
Fragments = tuple[Fragment, ...]

GAP = " … "  # between the covered texts of the fragments of one span
SOFT_HYPHEN = "\u00ad"  # no reader sees where a web page put one into a word


def sha256_of(text: str) -> str:
    """Hex SHA-256 of the text encoded as UTF-8."""
    import hashlib  # lazy: it loads OpenSSL, which no reading needs

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def covered(text: str, fragments: Fragments) -> str:
    """The text under the fragments (code points, end exclusive), joined by an ellipsis."""
    return GAP.join(text[start:end] for start, end in fragments)


def unkeepable(text: str) -> tuple[int, str] | None:
    """Offset and name of the first character no export could carry (NUL, lone surrogate), or None."""
    for position, character in enumerate(text):
        if character == "\x00":
            return position, "NUL"
        if "\ud800" <= character <= "\udfff":
            return position, "lone surrogate"
    return None


def control_in(text: str) -> str | None:
    """The first character that no file may hold (a control but tab and line ends, half a pair), or None."""
    return next((one for one in text if (one < " " and one not in "\t\n\r") or "\ud800" <= one <= "\udfff"), None)


def without_controls(text: str) -> str:
    """The text without what `control_in` finds; a break of a line or page, as word processors copy it, ends a line."""
    text = text.replace("\v", "\n").replace("\f", "\n")
    return text if control_in(text) is None else "".join(one for one in text if control_in(one) is None)


def trimmed(text: str, start: int, end: int) -> Fragment:
    """The range without white space at either edge; empty (start == end) if it held nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def beginning(text: str, most: int) -> str:
    """The beginning of a text on one line, of at most so many characters."""
    return " ".join(text[: 2 * most].split())[:most]


def counted(number: int, noun: str) -> str:
    """A number with its English noun, for messages and files: 1 article, 2 articles."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def fragments_problem(fragments: Fragments, length: int) -> str | None:
    """Why the fragments are no valid place in a text of `length` code points, or None.

    Valid: at least one, each non-empty and in range, ascending, not overlapping one another.
    """
    if not fragments:
        return "there is no fragment"
    previous = 0
    for start, end in fragments:
        if start < 0 or end > length:
            return f"[{start}, {end}) is outside the text of {length} characters"
        if end <= start:
            return f"[{start}, {end}) is empty or reversed"
        if start < previous:
            return f"[{start}, {end}) is out of order or overlaps the fragment before it"
        previous = end
    return None


def is_overlapping(one: Fragments, other: Fragments) -> bool:
    """Whether any fragment of one shares a character with any fragment of the other."""
    if len(one) == 1 == len(other):  # as nearly all are, and this is asked at every key of all that is near
        return one[0][0] < other[0][1] and other[0][0] < one[0][1]
    return any(a < d and c < b for a, b in one for c, d in other)
