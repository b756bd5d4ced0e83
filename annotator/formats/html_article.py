"""Articles saved as HTML: their text alone, without scripts, and without fetching what a page names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import columns, decoding, limits, mapped_layers
from annotator.formats.records import ImportedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# What holds no text of the article, or nothing that is shown.
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "picture",
        "map",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "dialog",
        "menu",
        "head",
    ]
)
_HEAD = frozenset(("title", "meta", "link"))
_IN_HEAD = _HEAD | {"base", "script", "style", "noscript", "template"}
_PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "table",
        "figure",
        "article",
        "main",
        "section",
        "header",
        "hgroup",
        "address",
        "hr",
    ]
)
_LINES = frozenset(
    [
        "div",
        "li",
        "tr",
        "dt",
        "dd",
        "figcaption",
        "caption",
        "br",
        "thead",
        "tbody",
        "tfoot",
        "details",
        "summary",
        "fieldset",
        "body",
        "html",
    ]
)
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param"]
)
_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BLANKS = re.compile(r"[ \t\n\r\f]+")  # what HTML takes for one space; no-break spaces stay
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# Names of charsets on the web, where they mean another encoding than they say.
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_META = {
    "og:title": "title",
    "article:published_time": "date",
    "date": "date",
    "dc.date": "date",
    "og:site_name": "source",
    "author": "author",
}


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one article of a page; its id is the file's name without extension.

    The text is that of the longest `article`, else of `main`, else of the page, without navigation, forms and
    the like; a paragraph ends with a blank line. Option `encoding` names the encoding; else the page says it, or it
    is recognised. Raises KnownError A001, A201, A202 (no text), A203, A206.
    """
    limits.check_file(path, limits.TEXT_FILE_BYTES, "an article")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise limits.unreadable(path, error) from error
    decoded = decoding.decode(data, where=str(path), encoding=options.get("encoding") or _declared(data))
    columns.say(options, decoded)
    page = _parsed(decoded.text, str(path))
    text, left_out = page.article()
    if not text:
        raise KnownError("A202", f"{path}: holds no text", "remove the file, or leave it out with --on-error skip")
    decoding.check_keepable(text, str(path))
    limits.check_text(text, str(path))
    if left_out:
        mapped_layers.note(
            options,
            f"{path.name}: 1 character outside of the article is left out"
            if left_out == 1
            else f"{path.name}: {left_out:,} characters outside of the article are left out",
        )
    title = page.meta.pop("title", "")[: limits.NAME_CHARACTERS]
    yield ImportedDocument(text=text, where=str(path), id=path.stem, title=title or None, meta=page.meta)


def _declared(data: bytes) -> str | None:
    """The encoding that the page itself names in its first 2,048 bytes, as browsers take the name."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _CHARSET.search(data[:2048])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    return _WEB_NAMES.get(name, name)


def _parsed(source: str, where: str) -> _Page:
    from lxml import etree  # lazy: a compiled library, for HTML alone

    page = _Page(where)
    parser = etree.HTMLParser(target=page, no_network=True, huge_tree=True)
    source = _DECLARATION.sub("", source, count=1) if source.lstrip()[:5] == "<?xml" else source
    try:
        parser.feed(source)
        parser.close()
    except etree.LxmlError as error:
        raise KnownError("A202", f"{where}: cannot be read as HTML: {error}", "save the page again") from error
    return page


class _Page:
    """Takes a page tag by tag: no tree is built, so that depth costs nothing."""

    def __init__(self, where: str) -> None:
        self.meta: dict[str, str] = {}
        self._where = where
        self._parts: list[str] = []
        self._open: list[tuple[str, int]] = []  # elements, and how much text there was when they began
        self._skip_from: list[int] = []  # for each open element that leaves out what is in it, how many are open
        self._verbatim = 0
        self._elements = 0
        self._title: list[str] | None = None
        self._containers: list[tuple[str, int, int]] = []  # article or main, with first and last part

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        tag = tag.lower()
        self._elements += 1
        if self._elements > limits.HTML_ELEMENTS:
            raise KnownError(
                "A203", f"{self._where}: more than {limits.HTML_ELEMENTS:,} elements", "save the article alone"
            )
        if self._open and self._open[-1][0] == "head" and tag not in _IN_HEAD:
            self.end("head")  # the parser opens one that is not written, and does not end it before an `article`
        if tag in _HEAD:
            self._head(tag, attributes)
        elif tag == "time" and "datetime" in attributes:
            self._say("date", attributes["datetime"])
        if tag not in _VOID:
            self._open.append((tag, len(self._parts)))
            if len(self._open) > limits.HTML_DEPTH:
                raise KnownError(
                    "A203", f"{self._where}: elements are nested more than {limits.HTML_DEPTH} deep", "save it again"
                )
            is_header = tag == "header" and not any(one in ("article", "main") for one, _ in self._open)
            if tag in _LEFT_OUT or is_header or "hidden" in attributes or attributes.get("aria-hidden") == "true":
                self._skip_from.append(len(self._open))
        self._verbatim += tag == "pre"
        self._break(tag)

    def end(self, tag: str) -> None:
        """An element ends, and with it those that were left open inside."""
        tag = tag.lower()
        if tag == "title":
            self._say("title", "".join(self._title or ()))
            self._title = None
        if tag in _VOID or all(one != tag for one, _ in self._open):
            return
        while self._open:
            name, begin = self._open.pop()
            if self._skip_from and self._skip_from[-1] > len(self._open):
                self._skip_from.pop()
            self._verbatim -= name == "pre"
            self._break(name)
            self._contained(name, begin)
            if name == tag:
                return

    def data(self, text: str) -> None:
        """Characters between tags."""
        if self._title is not None:
            self._title.append(text)
        elif not self._skip_from:
            self._parts.append(text.replace("\r\n", "\n") if self._verbatim > 0 else _BLANKS.sub(" ", text))

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> None:
        """The page ends."""
        while self._open:
            self._contained(*self._open.pop())

    def article(self) -> tuple[str, int]:
        """The text, and how many characters of the page it leaves out."""
        whole = _joined(self._parts)
        for wanted in ("article", "main"):
            found = [_joined(self._parts[begin:end]) for name, begin, end in self._containers if name == wanted]
            best = max(found, key=len, default="")
            if best:
                return best, len(whole) - len(best)
        return whole, 0

    def _contained(self, name: str, begin: int) -> None:
        """Notes where an article or main was; of those inside of one another the outer one holds all."""
        if name in ("article", "main") and all(one != name for one, _ in self._open):
            self._containers.append((name, begin, len(self._parts)))

    def _break(self, tag: str) -> None:
        if self._skip_from:
            return
        if tag in _PARAGRAPHS:
            self._parts.append("\n\n")
        elif tag in _LINES:
            self._parts.append("\n")
        elif tag in ("td", "th"):
            self._parts.append(" ")

    def _head(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "title" and "title" not in self.meta and not any(name == "svg" for name, _ in self._open):
            self._title = []
        elif tag == "meta":
            name = (attributes.get("property") or attributes.get("name") or "").lower()
            if name in _META:
                self._say(_META[name], attributes.get("content") or "")
        elif tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            self._say("url", attributes.get("href") or "")

    def _say(self, key: str, value: str) -> None:
        """Keeps the first value of a kind; of dates the day alone."""
        value = " ".join(value.split())[: limits.NAME_CHARACTERS]
        if key == "date":
            day = _DATE.match(value)
            value = day[0] if day else ""
        if value and value.isprintable():
            self.meta.setdefault(key, value)


def _joined(parts: list[str]) -> str:
    """The parts as lines: one space between words, at most one blank line between paragraphs."""
    lines = [line.strip(" \t") for line in re.sub(" {2,}", " ", "".join(parts)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n \t")
