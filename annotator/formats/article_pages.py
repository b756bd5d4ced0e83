"""A page of HTML with annotated articles, for reading and print: self-contained, escaped, without scripts."""

from __future__ import annotations

import html
import itertools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from annotator.core.span import Event, arguments_of
from annotator.core.text import counted, covered
from annotator.errors import KnownError
from annotator.formats import carrying, output
from annotator.formats.records import Carried, ExportedDocument, ExportOptions, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.scheme import Scheme
    from annotator.core.span import Span

_LIGHT, _DARK = "#4a5568", "#cbd5e0"  # of labels without a colour of their own
# Carriage returns and the like are read as other characters where they stand bare in HTML.
_BARE = re.compile("[\r\x0b\x0c]")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.75 Georgia, 'Times New Roman', serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, table, nav, .about { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin: 3rem 0 .2rem; }
.about { color: GrayText; font-size: .8rem; margin: 0 0 1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
mark { color: inherit; background: color-mix(in srgb, var(--c) 18%, transparent);
  border-bottom: 2px solid var(--c); border-radius: 2px; }
mark.event { background: none; border-bottom-style: dashed; }
mark[data-tag]::after { content: attr(data-tag); font: 600 .6em system-ui, sans-serif; color: var(--c);
  margin-left: .25em; vertical-align: .35em; letter-spacing: .03em; }
table { border-collapse: collapse; width: 100%; font-size: .78rem; line-height: 1.4; margin-top: 1rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #8884; }
td.words { unicode-bidi: isolate; }
nav li { line-height: 1.5; }
@media print {
  body { font-size: 11pt; max-width: none; margin: 0; } nav { display: none; }
  article { break-before: page; } tr { break-inside: avoid; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
"""


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One page with all articles: the text with its marks, and under it a table of spans and events."""
    classes = _Classes(options.definition)
    number, rejected = 0, carrying.NotTaken()
    with output.text_file(out) as handle:
        title = f"Annotated articles · {options.scheme}" if options.scheme else "Annotated articles"
        style = _STYLE + classes.rules()
        handle.write(_HEAD.format(language=_quoted(options.language), title=_quoted(title), style=style))
        for number, document in enumerate(documents, start=1):
            handle.writelines(_article(document, number, classes))
            rejected.take(document)
        handle.write(f'<p class="about">{counted(number, "article")}.</p>\n</body>\n</html>\n')
    return Written((out,), (), rejected.notes())


class _Classes:
    """The class of each label, and its colours."""

    def __init__(self, scheme: Scheme | None) -> None:
        self._colours: dict[tuple[str, str], tuple[str, str]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        for label in scheme.labels if scheme else ():
            self._numbers[label.layer, label.name] = len(self._numbers)
            self._colours[label.layer, label.name] = (label.colour.light, label.colour.dark)

    def of(self, span: Span) -> str:
        """The classes of a mark."""
        number = self._numbers.get((span.layer, span.label))
        colour = f"c{number}" if number is not None else "c"
        return f"{colour} event" if isinstance(span, Event) else colour

    def rules(self) -> str:
        """The colours as rules, for light and dark ground; print is on light ground."""
        light = [f".c {{ --c: {_LIGHT}; }}"]
        dark = [f".c {{ --c: {_DARK}; }}"]
        for key, (on_light, on_dark) in self._colours.items():
            light.append(f".c{self._numbers[key]} {{ --c: {on_light}; }}")
            dark.append(f".c{self._numbers[key]} {{ --c: {on_dark}; }}")
        return "\n".join([*light, "@media screen and (prefers-color-scheme: dark) {", *dark, "}\n"])


def _article(document: ExportedDocument, number: int, classes: _Classes) -> Iterator[str]:
    about = [document.id, str(document.meta.get("date", "")), str(document.meta.get("source", ""))]
    about += [f"{document.annotator}: {document.status}"]
    yield f'<article id="a{number}" data-document="{_quoted(document.id)}">\n<h2>{_quoted(document.title)}</h2>\n'
    yield f'<p class="about">{_quoted(" · ".join(part for part in about if part))}</p>\n<div class="text" dir="auto">'
    yield from _marked(document, classes)
    yield "</div>\n"
    if document.spans:
        yield "<table>\n<tr><th>label<th>text<th>place<th>roles and attributes<th>made</tr>\n"
        by_id = {span.id: span for span in document.spans}
        for order, span in enumerate(document.spans):
            yield _row(document, order, span, by_id)
        yield "</table>\n"
    for comment in document.comments:
        yield f'<p class="about">{_quoted(document.annotator)}: {_quoted(comment.text)}</p>\n'
    yield "</article>\n"


def _marked(document: ExportedDocument, classes: _Classes) -> Iterator[str]:
    """The text, cut where a fragment begins or ends; each piece bears the marks of all fragments that cover it."""
    fragments = [
        (start, end, f"{order}.{part}", span)
        for order, span in enumerate(document.spans)
        for part, (start, end) in enumerate(span.fragments)
    ]
    opening: dict[int, list[tuple[int, str, Span]]] = {}
    for start, end, key, span in sorted(fragments, key=lambda one: (one[0], -one[1])):
        opening.setdefault(start, []).append((end, key, span))
    cuts = sorted({0, len(document.text)} | {place for start, end, _, _ in fragments for place in (start, end)})
    active: list[tuple[int, str, Span]] = []
    for start, end in itertools.pairwise(cuts):
        active = [one for one in active if one[0] > start] + opening.get(start, [])
        piece = _quoted(document.text[start:end])
        for stop, key, span in reversed(active):
            tag = f' data-tag="{_quoted(span.label)}"' if stop == end else ""
            piece = f'<mark class="{classes.of(span)}" data-span="{key}"{tag}>{piece}</mark>'
        yield piece


def _row(document: ExportedDocument, order: int, span: Span, by_id: dict[str, Span]) -> str:
    details = [f"{name}: {value}" for name, value in span.attributes.items()]
    for argument in arguments_of(span):
        filler = by_id.get(argument.span)
        said = covered(document.text, filler.fragments) if filler else "not mentioned"
        details.append(f"{argument.role}: {said}")
    made = [document.annotator, span.origin]
    if span.suggestion is not None:
        made.append(f"from {span.suggestion}")
    if span.score is not None:
        made.append(f"{span.score:.2f}")
    places = " ".join(f"{start}–{end}" for start, end in span.fragments)
    cells = [
        f"<td>{_quoted(span.label)}",
        f'<td class="words" dir="auto">{_quoted(covered(document.text, span.fragments))}',
        f"<td>{places}",
        f'<td class="words" dir="auto">{_quoted("; ".join(details))}',
        f"<td>{_quoted(', '.join(made))}",
    ]
    keys = f'data-order="{order}" data-layer="{_quoted(span.layer)}" data-label="{_quoted(span.label)}"'
    return f"<tr {keys}>{''.join(cells)}</tr>\n"


def _quoted(text: str) -> str:
    """Text as it stands in HTML, between tags or in an attribute."""
    return _BARE.sub(lambda found: f"&#{ord(found[0])};", html.escape(text, quote=True))


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What the page says of each span: its label from the table, its place from where the marks lie in the text.

    Read with Python's HTML parser; offsets stand nowhere in what is compared. Raises KnownError A602 for
    anything on the page that could run or load, and where `options` give the documents for a text that differs.
    """
    reader = _PageReader(out)
    documents = iter(options.documents()) if options.documents is not None else None
    with out.open(encoding="utf-8", newline="") as handle:
        while chunk := handle.read(1 << 16):
            reader.feed(chunk)
            yield from _taken(reader, documents, out)
    reader.close()
    yield from _taken(reader, documents, out)


def _taken(reader: _PageReader, documents: Iterator[ExportedDocument] | None, out: Path) -> Iterator[Carried]:
    for page in reader.done:
        if documents is not None:
            document = next(documents, None)
            if document is None or document.id != page.id or document.text != "".join(page.text):
                raise KnownError(
                    "A602", f"{out}, read back: article {page.id!r:.60} has another text", "please report this"
                )
        yield from page.carried()
    reader.done.clear()


@dataclass(slots=True)
class _Page:
    """One article as the parser meets it."""

    id: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    places: dict[str, tuple[int, int]] = field(default_factory=dict)  # "span.fragment" → where its marks lie
    rows: list[tuple[str, str, str]] = field(default_factory=list)  # order, layer, label

    def carried(self) -> Iterator[Carried]:
        """The spans of this article."""
        fragments: dict[str, list[tuple[int, tuple[int, int]]]] = {}
        for key, place in self.places.items():
            order, _, part = key.partition(".")
            fragments.setdefault(order, []).append((int(part), place))
        for order, layer, label in self.rows:
            yield Carried(self.id, layer, label, tuple(place for _, place in sorted(fragments.pop(order, []))))


class _PageReader(HTMLParser):
    """Takes the articles from a page."""

    _ALLOWED = frozenset(
        (
            *("html", "head", "meta", "title", "style", "body"),
            *("article", "h1", "h2", "p", "div", "mark", "table", "tr", "th", "td"),
        )
    )

    def __init__(self, out: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[_Page] = []
        self._out = out
        self._page: _Page | None = None
        self._is_text = False
        self._marks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in self._ALLOWED or any(name.startswith("on") or name in ("src", "href") for name in values):
            raise KnownError("A602", f"{self._out}, read back: <{tag}> should not be there", "please report this")
        if tag == "article":
            self._page = _Page(values["data-document"])
        elif tag == "div":
            self._is_text = True
        elif tag == "mark":
            self._marks.append(values["data-span"])
        elif tag == "tr" and self._page is not None and "data-order" in values:
            self._page.rows.append((values["data-order"], values["data-layer"], values["data-label"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._marks.pop()
        elif tag == "div":
            self._is_text = False
        elif tag == "article" and self._page is not None:
            self.done.append(self._page)
            self._page = None

    def handle_data(self, data: str) -> None:
        page = self._page
        if page is None or not self._is_text:
            return
        start, page.length = page.length, page.length + len(data)
        page.text.append(data)
        for key in self._marks:
            first, last = page.places.get(key, (start, start))
            if last != start:
                raise KnownError("A602", f"{self._out}, read back: the mark {key} is broken", "please report this")
            page.places[key] = (first, page.length)
