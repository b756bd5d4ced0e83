"""Typed access to the fields of a JSON object, with errors that name file, line and field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.text import covered, fragments_problem
from annotator.errors import KnownError
from annotator.formats import decoding, limits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from annotator.core.text import Fragments

# The kinds of JSON values in words; true and false come before the numbers, as Python takes them for integers.
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "a string"),
    (list, "a list"),
    (dict, "an object"),
)


class Fields:
    """One JSON object at a place in a file: `where` is file and line, `path` the field ("" for the whole line)."""

    def __init__(self, value: object, *, where: str, path: str = "") -> None:
        self.where = where
        self.path = path
        if not isinstance(value, dict):
            raise self.refusal("A202", "", f"should be an object, is {named(value)}", "mend this line")
        self.value: dict[str, Any] = value

    def refusal(self, code: str, name: str, what: str, todo: str = "mend this line") -> KnownError:
        """The error for the field `name` of this object."""
        field = self._field(name)
        return KnownError(code, f"{self.where}{', ' + field if field else ''}: {what}", todo)

    def string(self, name: str) -> str | None:
        """A short string without control characters, or None where the field is missing or null."""
        value = self.value.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.refusal("A202", name, f"should be a string, is {named(value)}")
        if len(value) > limits.NAME_CHARACTERS:
            raise self.refusal(
                "A203", name, f"has {len(value):,} characters, at most {limits.NAME_CHARACTERS:,} are taken"
            )
        if not value.isprintable():
            decoding.check_keepable(value, self.where, field=self._field(name))
        return value

    def long_string(self, name: str) -> str | None:
        """A string of up to TEXT_CHARACTERS, or None where the field is missing or null."""
        value = self.value.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.refusal("A202", name, f"should be a string, is {named(value)}")
        if not value.isprintable() or len(value) > limits.TEXT_CHARACTERS:
            where = f"{self.where}, {self._field(name)}"
            limits.check_text(value, where)
            decoding.check_keepable(value, where)
        return value

    def _field(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path and name else self.path or name

    def required(self, *names: str) -> str:
        """The string in the first of the fields that is there."""
        for name in names:
            value = self.string(name)
            if value:
                return value
        raise self.refusal("A202", names[0], "is missing or empty")

    def identifier(self, name: str) -> str | None:
        """A string, or an integer written as one; None where the field is missing or null."""
        value = self.value.get(name)
        if type(value) is int:
            return str(value)
        text = self.string(name)
        if text is not None and not text.strip():
            raise self.refusal("A202", name, "is empty")
        return text

    def number(self, name: str) -> float | None:
        """A number from 0 to 1, or None where the field is missing or null."""
        value = self.value.get(name)
        if value is None:
            return None
        if type(value) not in (int, float) or not 0 <= value <= 1:
            raise self.refusal("A202", name, f"should be a number from 0 to 1, is {value!r:.40}")
        return float(value)

    def members(self, name: str, *, most: int | None = None) -> list[Any]:
        """A list of at most so many members (SPANS, if not said); empty where the field is missing or null."""
        most = limits.SPANS if most is None else most
        value = self.value.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.refusal("A202", name, f"should be a list, is {named(value)}")
        if len(value) > most:
            raise self.refusal("A203", name, f"has {len(value):,} members, at most {most:,} are taken", "split it")
        return value

    def objects(self, name: str, *, most: int | None = None) -> list[Fields]:
        """The objects of a list of `members`."""
        field = self._field(name)
        return [
            Fields(one, where=self.where, path=f"{field}[{i}]") for i, one in enumerate(self.members(name, most=most))
        ]

    def strings(self, name: str) -> dict[str, str]:
        """An object with string values; empty where the field is missing or null."""
        value = self.value.get(name)
        if value is None:
            return {}
        inner = Fields(value, where=self.where, path=self._field(name))
        return {key: inner.string(key) or "" for key in inner.value}

    def fragments(self, text: str) -> Fragments:
        """The place given by `fragments`, or by `start` and `end`, verified against `text` and a covered text given.

        Raises KnownError A204 where it is no valid place in the text, where both are there and name two places,
        or where it covers another text than the object's `text` says; the message tells if the offsets fit as UTF-16
        units or UTF-8 bytes.
        """
        ends: list[Any] = [self.value.get("start"), self.value.get("end")]
        name, pairs = "start", [ends]
        if self.value.get("fragments") is not None:
            name, pairs = "fragments", self.members("fragments")
        for pair in pairs:
            if not (isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)):
                raise self.refusal("A204", name, f"offsets should be two integers, are {pair!r:.60}")
        found: Fragments = tuple((start, end) for start, end in pairs)
        hull = [found[0][0], found[-1][1]] if found else ends
        if any(said not in (None, edge) for said, edge in zip(ends, hull, strict=True)):
            raise self.refusal("A204", name, f"{hull} is not where `start` and `end` put it: {ends!r:.60}", "mend one")
        said = self.long_string("text")
        problem = fragments_problem(found, len(text))
        if problem is None and said is not None and covered(text, found) != said:
            problem = f"the text there is “{covered(text, found):.80}”, not “{said:.80}”"
        if problem is not None:
            hint = _other_units(text, found, said)
            raise self.refusal("A204", name, problem + hint, "offsets count code points, the end not included")
        return found

    def unknown(self, known: Collection[str]) -> list[str]:
        """The keys that are none of the known ones."""
        return [key for key in self.value if key not in known]


def named(value: object) -> str:
    """What kind of JSON value this is, in words."""
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "null")


def _other_units(text: str, fragments: Fragments, said: str | None) -> str:
    """What the offsets may have counted instead of code points, where that gives the text that was said."""
    if not said:
        return ""
    readings: tuple[tuple[str, Callable[[int, int], str]], ...] = (
        ("UTF-16 units", lambda start, end: wide[2 * start : 2 * end].decode("utf-16-le", "replace")),
        ("UTF-8 bytes", lambda start, end: narrow[start:end].decode("utf-8", "replace")),
    )
    wide, narrow = text.encode("utf-16-le"), text.encode("utf-8")
    for name, cut in readings:
        if all(0 <= start < end for start, end in fragments) and " … ".join(cut(*one) for one in fragments) == said:
            return f"; the offsets fit as {name}"
    return ""
