"""A document: an immutable article with its tokens, sentences, regions of noise and meta data."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.text import Fragment
    from annotator.core.tokens import Tokens

NO_META: Mapping[str, object] = MappingProxyType({})


class Region(NamedTuple):
    """A stretch of header noise: greyed, not annotated by suggesters, never cut out.

    `kind` is one of date_prefix, byline, credit, source, code, date_line, time_line, count, navigation;
    `value` is what was read from it (an ISO date, "17:14", an agency), or "".
    """

    kind: str
    start: int
    end: int
    value: str = ""


class Document(NamedTuple):
    """One article; `text` is kept code point for code point as it was read."""

    id: str
    title: str
    text: str
    sha256: str
    tokens: Tokens
    sentences: tuple[Fragment, ...] = ()
    regions: tuple[Region, ...] = ()
    meta: Mapping[str, object] = NO_META
