"""Typed reading of TOML tables written by users: each refusal names the file, the line and the field."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.toml_lines import Path, line_of, lines_of
from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_PARTS = 8  # of a dotted key; tomllib's time grows with their square, and no field of ours has more than three
LONGEST_NAME = 64
LONGEST_CAPTION = 200
LONGEST_TEXT = 4_000

# Possessive, and begun only where a word begins, so that it takes linear time on any text.
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_DOTTED = re.compile(rf"(?<![\w-])(?:{_PART}){{{MOST_PARTS}}}")
_LONG_NUMBER = re.compile(r"[0-9_]{4000}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_POSITION = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)", re.DOTALL)
_BLANK_LINE = re.compile(r"\n\s*\n")
_ON_ITS_OWN = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)]|#{1,6})\s")  # an item of a list, a heading
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # the categories Cc, Zl and Zp, which stay as they are
_KINDS: dict[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number with a point",
    dict: "a table",
    list: "a list",
}


class TomlFile(NamedTuple):
    """A file's name, the code of its errors and its text, in which the lines of fields are looked up."""

    name: str
    code: str
    source: str

    def error(self, path: Path, what: str, todo: str) -> KnownError:
        """An error at the field: "NAME, line 12, labels[3].key: what"; elements are counted from 1."""
        shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{_shown(part)}" for part in path)
        shown = shown.removeprefix(".")
        place = f"{self.name}, line {line_of(lines_of(self.source), path)}"
        return KnownError(self.code, f"{place}, {shown}: {what}" if shown else f"{place}: {what}", todo)


def parse(source: str, *, name: str, code: str, most_bytes: int) -> Table:
    """The root table of a TOML text. Raises KnownError with `code` where it is too long or not TOML."""
    file = TomlFile(name, code, "")
    try:
        size = len(source.encode("utf-8"))
    except UnicodeEncodeError as error:
        line = source.count("\n", 0, error.start) + 1
        what = f"{name}, line {line}: a character that is no Unicode text (lone surrogate)"
        raise KnownError(code, what, "save the file as UTF-8") from None
    if size > most_bytes:
        what = f"{name} has {size:,} bytes; the limit is {most_bytes:,}"
        raise KnownError(code, what, "shorten the file")
    # Nearly every file is told by a count, in a twentieth of the time.
    is_dotted = any(line.count(".") >= MOST_PARTS for line in source.splitlines())
    dotted = _DOTTED.search(source) if is_dotted else None
    if dotted is not None:
        line = source.count("\n", 0, dotted.start()) + 1
        what = f"{name}, line {line}: more than {MOST_PARTS} names joined by dots"
        raise KnownError(code, what, "a field has at most three, such as labels.colour.light")
    try:
        values = tomllib.loads(source)
    except RecursionError:
        raise file.error((), "brackets are nested too deeply", "a field needs at most two levels") from None
    except ValueError as error:  # TOMLDecodeError is one; so is what int() says of an endless number
        raise _syntax_error(error, name, code, source) from None
    return Table(values, (), TomlFile(name, code, source))


def _syntax_error(error: ValueError, name: str, code: str, source: str) -> KnownError:
    found = _POSITION.fullmatch(str(error))
    if found:
        what = f"{name}, line {found['line']}, column {found['column']}: {found['what']:.200}"
    elif "at end of document" in str(error):
        text = str(error).replace("(at end of document)", "").strip()
        lines = source.count("\n") + 1
        what = f"{name}, line {lines}: {text:.200}, at the end of the file"
    else:
        number = _LONG_NUMBER.search(source)
        line = source.count("\n", 0, number.start()) + 1 if number else 1
        what = f"{name}, line {line}: {error!s:.200}"
    return KnownError(code, what, "mend the line; the layout is described in docs/schemes.md")


class Table(NamedTuple):
    """One table, with its place in the file. Every getter raises KnownError where the value does not fit."""

    values: Mapping[str, object]
    path: Path
    file: TomlFile

    def error(self, key: str | None, what: str, todo: str) -> KnownError:
        """An error at the field `key` of this table, or at the table itself."""
        return self.file.error(self.path if key is None else (*self.path, key), what, todo)

    def check_keys(self, *known: str) -> None:
        """Refuses the first key that is not known."""
        for key in self.values:
            if key not in known:
                import difflib  # lazy: only a fault in a file needs it

                near = difflib.get_close_matches(key[:LONGEST_NAME], known, n=1)
                todo = f"did you mean {near[0]}?" if near else f"use one of {', '.join(known)}"
                raise self.error(key, "there is no such field here", todo)

    def has(self, key: str) -> bool:
        """Whether the table has the key."""
        return key in self.values

    def _get(self, key: str, kind: type) -> object:
        if key not in self.values:
            raise self.error(key, "is missing", f"add {key} = … with {_KINDS[kind]}")
        value = self.values[key]
        if type(value) is not kind:
            found = _KINDS.get(type(value), "a date or a time")
            raise self.error(key, f"is {found}", f"write {_KINDS[kind]}")
        return value

    def string(self, key: str) -> str:
        """The text of the field as it stands."""
        value = self._get(key, str)
        assert isinstance(value, str)
        return value

    def is_true(self, key: str) -> bool:
        """The truth value of the field, False where it is left out."""
        return self.has(key) and self._get(key, bool) is True

    def number(self, key: str, *, least: int, most: int) -> int:
        """The whole number of the field, in least..most."""
        value = self._get(key, int)
        assert isinstance(value, int)
        if not least <= value <= most:
            raise self.error(key, "is out of range", f"write a number from {least} to {most}")
        return value

    def table(self, key: str) -> Table:
        """The table of the field."""
        value = self._get(key, dict)
        assert isinstance(value, dict)
        return Table(value, (*self.path, key), self.file)

    def tables(self, key: str, *, most: int) -> Iterator[Table]:
        """The tables of `[[key]]`, none where it is left out."""
        if not self.has(key):
            return
        value = self._get(key, list)
        assert isinstance(value, list)
        if len(value) > most:
            raise self.error(key, f"has {len(value)} entries; the limit is {most}", "leave some out")
        for number, one in enumerate(value):
            if not isinstance(one, dict):
                raise self.file.error((*self.path, key, number), "is no table", f"write [[{key}]] above each entry")
            yield Table(one, (*self.path, key, number), self.file)

    def strings(self, key: str, *, most: int) -> tuple[str, ...]:
        """The texts of a list, empty where it is left out; none may stand twice."""
        if not self.has(key):
            return ()
        value = self._get(key, list)
        assert isinstance(value, list)
        if len(value) > most:
            raise self.error(key, f"has {len(value)} entries; the limit is {most}", "leave some out")
        for one in value:
            if not isinstance(one, str):
                raise self.error(key, "holds something that is no text in quotes", "put every entry in quotes")
        doubled = first_double(value)
        if doubled is not None:
            raise self.error(key, f"names {doubled!r:.80} twice", "leave one out")
        return tuple(value)

    def name(self, key: str, *, in_file_names: bool = False) -> str:
        """A name for use in data: no white space or control characters, at most 64 characters."""
        value = self.string(key)
        self.check_name(key, value)
        if in_file_names and not _FILE_NAME.fullmatch(value):
            todo = "use letters a-z, digits and _ . - and begin with a letter or digit: it becomes a file name"
            raise self.error(key, f"{value!r:.80} cannot be used", todo)
        return value

    def check_name(self, key: str, value: str) -> None:
        """Refuses what is no name in the sense of `name`."""
        if not value or len(value) > LONGEST_NAME:
            raise self.error(key, f"has {len(value)} characters", f"use 1 to {LONGEST_NAME}")
        if not value.isprintable() or " " in value:
            todo = "take it out; _ can stand between words, and `names` holds what is shown"
            raise self.error(key, f"{value!r:.80} has white space or a control character", todo)

    def captions(self, key: str) -> dict[str, str]:
        """Language -> a short text of one line; empty where it is left out."""
        return self._by_language(key, LONGEST_CAPTION, allowed="")

    def texts(self, key: str) -> dict[str, str]:
        """Language -> a text of paragraphs; empty where it is left out.

        Lines within a paragraph are joined by a space, so that a file may be wrapped as its author likes; a
        blank line stays, as the border of paragraphs, and so does each item of a list and each heading.
        """
        found = self._by_language(key, LONGEST_TEXT, allowed="\n\t")
        return {language: paragraphs(text) for language, text in found.items()}

    def _by_language(self, key: str, longest: int, *, allowed: str) -> dict[str, str]:
        if not self.has(key):
            return {}
        table = self.table(key)
        for language in table.values:
            if not is_language(language):
                raise table.error(language, "is no language", "use a code such as nl or en")
        return {language: table.text(language, longest, allowed=allowed) for language in table.values}

    def text(self, key: str, longest: int = LONGEST_CAPTION, *, allowed: str = "") -> str:
        """A text for readers, trimmed, not empty, without control characters but those allowed."""
        value = self.string(key).strip()
        self.check_text(key, value, longest, allowed=allowed)
        return value

    def check_text(self, key: str, value: str, longest: int, *, allowed: str = "") -> None:
        """Refuses what is no text in the sense of `text`."""
        if not value or len(value) > longest:
            raise self.error(key, f"has {len(value)} characters", f"use 1 to {longest}")
        found = min((one for one in _CONTROL.findall(value) if one not in allowed), default="")
        if found:
            raise self.error(key, f"has the control character U+{ord(found):04X}", "take it out")


def _shown(key: str) -> str:
    """The key as it may stand in a message of one line."""
    return f"{key:.80}" if key.isprintable() else f"{key!r:.80}"


def is_language(code: str) -> bool:
    """Whether the text looks like a language code: nl, en, nl-BE."""
    return _LANGUAGE.fullmatch(code) is not None


def paragraphs(text: str) -> str:
    """The text with the lines of each paragraph joined, as `Table.texts` reads it."""
    return "\n\n".join(map(_unwrapped, _BLANK_LINE.split(text.strip())))


def can_be_text(text: str) -> bool:
    """Whether `Table.texts` takes the text: neither empty nor too long, no control characters but tab and newline."""
    return 0 < len(text.strip()) <= LONGEST_TEXT and set(_CONTROL.findall(text)) <= {"\n", "\t"}


def _unwrapped(paragraph: str) -> str:
    """The paragraph with its lines joined, but for those that begin an item of a list, or are a heading."""
    lines: list[str] = []
    for line in paragraph.split("\n"):
        words = " ".join(line.split())
        if lines and not _ON_ITS_OWN.match(line.rstrip()) and not lines[-1].startswith("#"):
            lines[-1] = f"{lines[-1]} {words}".strip()
        elif words:
            lines.append(words)
    return "\n".join(lines)


def composed(name: str) -> str:
    """The name in NFC, in which spellings that look alike are one."""
    if name.isascii():
        return name
    import unicodedata  # lazy: few names ask for it, and a start can do without

    return unicodedata.normalize("NFC", name)


def first_double(names: Sequence[str]) -> str | None:
    """The first name that stands there before, alike after NFC, or None."""
    seen: set[str] = set()
    for name in names:
        normal = composed(name)
        if normal in seen:
            return name
        seen.add(normal)
    return None
