"""Recognises the header noise of scraped Dutch articles: prefixes, bylines, sources, credits, codes, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from annotator.core.document import Region
from annotator.core.header_codes import MAX_HEADLINE, codes_of
from annotator.core.header_navigation import read_navigation
from annotator.core.header_patterns import (
    AGENCY_DASH_RE,
    AGENCY_RE,
    BARE_COUNT_RE,
    BYLINE_OPENING_RE,
    BYLINE_RE,
    CORRESPONDENT_RE,
    COUNT_RE,
    CREDIT_RE,
    DATE_RE,
    LIST_RE,
    MONTHS,
    NOT_NAMES,
    PARTICLES,
    PREFIX_RE,
    REACTIONS_RE,
    SENTENCE_END_RE,
    SEPARATOR_RE,
    SOURCE_LINE_RE,
    SOURCE_RE,
    STAMP_RE,
    TIME_RE,
    UNKNOWN_SOURCE_RE,
    WRITER_RE,
)
from annotator.core.text import Fragment, trimmed

if TYPE_CHECKING:
    import re

Piece = tuple[int, int, str]  # start, end, label: what may be annotated inside a region

MAX_LINES = 10  # lines with text in which a header may stand
MAX_CHARACTERS = 1_500
MAX_TITLE = 120
_BLANK = "\ufeff \t\r\n\xa0"
_LONGEST_TITLE_LINE = 160  # a longer first line is a paragraph: its first sentence is the title
_MAX_PROSE = 2  # lines of running text after which the header is over
_DATED = "date_line"
_TIMED = "time_line"


def find_regions(text: str) -> tuple[Region, ...]:
    """The regions of header noise, ascending and apart; only in the first lines, never in running text.

    A region covers a whole piece ("Bron: ANP, Belga 8", value "ANP, Belga"); what of it may be annotated
    is told by `annotatable_in`, what is plain noise by `noise_of`. Takes time linear in the text.
    """
    regions: list[Region] = []
    prose = 0
    is_headline_seen = False
    for line_start, line_end in _header_lines(text):
        before = len(regions)
        start = _read_line(text, line_start, line_end, regions)
        start, end = trimmed(text, start, line_end)
        if start == end:
            continue
        found = {region.kind for region in regions[before:]}
        if found & {"source", "byline", _DATED, _TIMED}:
            break  # running text follows on the very line
        if "credit" in found:
            continue  # a caption
        if not is_headline_seen:
            is_headline_seen = True
            regions.extend(codes_of(text, start, end))
        elif end - start > MAX_HEADLINE or text[end - 1] in '.!?”"':
            prose += 1
        if prose >= _MAX_PROSE or end - start > 2 * MAX_HEADLINE:
            break
    return tuple(regions)


def annotatable_in(region: Region, text: str) -> tuple[Piece, ...]:
    """The pieces of a region that annotation may cover: agencies ORG, authors PERSON, dates DATE, times TIME."""
    if region.kind == _DATED:
        found = DATE_RE.search(text, region.start, region.end)
        return ((*found.span(), "DATE"),) if found else ()
    if region.kind == _TIMED:
        found = TIME_RE.search(text, region.start, region.end)
        return ((*found.span(), "TIME"),) if found else ()
    if region.kind == "byline":
        return tuple(_author_pieces(text, region))
    if region.kind in {"source", "credit"}:
        return tuple(_source_pieces(text, region))
    return ()


def noise_of(text: str, regions: Sequence[Region]) -> tuple[Fragment, ...]:
    """What of the regions is noise alone (to be greyed and passed over): all but the annotatable pieces."""
    noise: list[Fragment] = []
    for region in regions:
        position = region.start
        for start, end, _ in (*annotatable_in(region, text), (region.end, region.end, "")):
            piece = trimmed(text, position, start)
            if piece[0] < piece[1]:
                noise.append(piece)
            position = end
    return tuple(noise)


def meta_of(regions: Sequence[Region]) -> dict[str, object]:
    """date (ISO day or month, the most precise one), time "HH:MM", source, author: those found, and header.

    `header` lists every region as [kind, start, end, value].
    """
    meta: dict[str, object] = {}
    dates = [region.value for region in regions if region.kind in {_DATED, "date_prefix"} and region.value]
    if dates:
        meta["date"] = max(dates, key=len)
    for key, kind in (("time", _TIMED), ("source", "source"), ("author", "byline")):
        value = next((region.value for region in regions if region.kind == kind and region.value), "")
        if value:
            meta[key] = value
    if regions:
        meta["header"] = [[region.kind, region.start, region.end, region.value] for region in regions]
    return meta


def title_of(text: str, regions: Sequence[Region]) -> str:
    """The headline, else the first sentence; at most 120 characters, "" for a text without words."""
    caption = ""
    for line_start, line_end in _lines(text):
        inside = [region for region in regions if line_start <= region.start < line_end]
        rest = text[inside[-1].end if inside and inside[-1].kind != "code" else line_start : line_end]
        if inside and inside[-1].kind == "code":
            kept = [region for region in inside if region.kind != "code"]
            codes = inside[len(kept) :]
            rest = text[kept[-1].end if kept else line_start : codes[0].start]
        rest = " ".join(rest.split()).lstrip("-−–—|•· ") if inside else " ".join(rest.split())
        if not any(character.isalnum() for character in rest):
            continue
        if len(rest) > _LONGEST_TITLE_LINE or rest.endswith("."):
            end = SENTENCE_END_RE.search(rest)
            rest = rest[: end.end()] if end else rest
        if any(region.kind == "credit" for region in inside):
            caption = caption or rest
            continue
        return _shortened(rest)
    return _shortened(caption)


def _shortened(title: str) -> str:
    if len(title) <= MAX_TITLE:
        return title
    cut = title[: MAX_TITLE - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > MAX_TITLE // 2 else cut).rstrip(" ,;:-–—") + "…"


def _lines(text: str) -> Iterator[Fragment]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _header_lines(text: str) -> Iterator[Fragment]:
    seen = 0
    for start, end in _lines(text):
        if start >= MAX_CHARACTERS or seen == MAX_LINES:
            return
        first, last = trimmed(text, start, min(end, start + MAX_CHARACTERS))
        if first < last:
            seen += 1
            yield first, trimmed(text, start, end)[1]


def _read_line(text: str, start: int, end: int, regions: list[Region]) -> int:
    """Adds the regions at the head of a line; returns where what is no header begins."""
    position = start + 1 if text.startswith("\ufeff", start) else start
    while position < end:
        is_stamped = bool(regions) and regions[-1].start >= start and regions[-1].kind in (_DATED, _TIMED)
        while position < end and (text[position].isspace() or text[position] in ("|•·-–—," if is_stamped else "|•·")):
            position += 1
        for read in _READERS:
            found = read(text, position, regions)
            if found:
                regions.extend(_tight(text, region) for region in found)
                position = found[-1].end
                break
        else:
            return position
    return position


def _tight(text: str, region: Region) -> Region:
    return Region(region.kind, *trimmed(text, region.start, region.end), region.value)


def _read_prefix(text: str, position: int, regions: Sequence[Region]) -> list[Region]:
    found = PREFIX_RE.match(text, position)
    before = 0  # the way to an article on a page may stand before it
    for region in regions if found else ():
        if region.kind != "navigation" or text[before : region.start].strip(_BLANK):
            return []
        before = region.end
    if not found or text[before:position].strip(_BLANK):
        return []
    return [Region("date_prefix", *found.span(), found[1])]


def _read_stamp(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    """A line, or the rest of one, that is a date, a clock time or both."""
    found = STAMP_RE.match(text, position)
    if not found or not (found["date"] or found["time"]):
        return []
    if found["minute2"] and not found["date"] and not found["time"].lower().endswith("uur"):
        return []  # "3.15" alone may be anything
    result: list[Region] = []
    time_start = position
    if found["date"]:
        value = _iso_date(found)
        if not value:
            return []
        time_start = found.start("time") if found["time"] else found.end("date")
        result.append(Region(_DATED, position, time_start, value))
    if found["time"]:
        value = _clock(found)
        if not value:
            return []
        result.append(Region(_TIMED, time_start, found.end("time"), value))
    return result


def _read_byline(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    found = BYLINE_RE.match(text, position)
    if found:
        names = WRITER_RE.sub("", found["names"].strip(" ."))
        if _is_names(names, is_marked=bool(found["colon"])):
            parts = [part for part in LIST_RE.split(names) if part]
            is_place = len(parts) > 1 and " " not in parts[-1] and names.endswith(f", {parts[-1]}")
            if is_place and not AGENCY_RE.fullmatch(parts[-1]) and parts[-1].lower() not in NOT_NAMES:
                parts.pop()  # "Jan Bakker, Erbil": where it was written
            value = ", ".join(parts)
            return [Region("byline", position, found.end(), value)]
    opening = BYLINE_OPENING_RE.match(text, position)
    return [Region("byline", *opening.span())] if opening else []


def _is_names(names: str, *, is_marked: bool) -> bool:
    """Whether all words could be of persons' names; without a colon it takes two words each."""
    parts = [part for part in LIST_RE.split(names) if part.strip()]
    if not parts or len(names.split()) > 12:
        return False
    for part in parts:
        words = part.split()
        if is_marked and part.lower() in NOT_NAMES:
            continue
        if not all(word[0].isupper() or word.lower() in PARTICLES for word in words):
            return False
        if len(words) > 5 or not words[0][0].isupper() or (not is_marked and len(words) < 2):
            return False
    return True


def _read_correspondent(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    """ "Van onze correspondent", with or without a name."""
    found = CORRESPONDENT_RE.match(text, position)
    if not found or (found["names"] and not _is_names(found["names"], is_marked=False)):
        return []
    return [Region("byline", *found.span(), found["names"] or "")]


def _read_agencies(text: str, position: int, regions: Sequence[Region]) -> list[Region]:
    """Agencies at the end of a line with a date or time, or before it: "8/8/2021 - Belga, AFP", "Belga – 8/8/2021"."""
    is_dated = regions and regions[-1].kind in (_DATED, _TIMED) and "\n" not in text[regions[-1].end : position]
    names, end = _agencies_from(text, position)
    if not names:
        return []
    dash = AGENCY_DASH_RE.match(text, end)
    if dash and _read_stamp(text, dash.end(), regions):
        return [Region("source", position, dash.end(), ", ".join(names))]
    line_end = text.find("\n", end)
    is_last = not text[end : line_end if line_end >= 0 else len(text)].strip()
    return [Region("source", position, end, ", ".join(names))] if is_dated and is_last else []


def _read_credit(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    found = CREDIT_RE.match(text, position)
    if found and (not found["sign"] or len(found["name"].split()) <= 5):
        return [Region("credit", *found.span(), found["name"].strip())]
    if text.startswith("©", position):
        end = text.find("\n", position)
        agency = AGENCY_RE.match(text, trimmed(text, position + 1, end if end >= 0 else len(text))[0])
        if agency:
            return [Region("credit", position, agency.end(), agency[0])]
    return []


def _read_source(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    """Reads "Bron:" with agencies, separators and stray counts; other names only where it is plain where they end."""
    opening = SOURCE_RE.match(text, position)
    if not opening:
        return []
    names, end = _agencies_from(text, opening.end())
    if not names:
        found = SOURCE_LINE_RE.match(text, opening.end()) or UNKNOWN_SOURCE_RE.match(text, opening.end())
        if not found or len(found[0].split()) > 6:
            return []
        names, end = [part for part in LIST_RE.split(found[0].strip()) if part], found.end()
        count = COUNT_RE.match(text, end)
        end = count.end() if count else end
    return [Region("source", position, end, ", ".join(names))]


def _agencies_from(text: str, position: int) -> tuple[list[str], int]:
    names: list[str] = []
    found = AGENCY_RE.match(text, position)
    end = position
    while found:
        names.append(found[0])
        end = found.end()
        count = COUNT_RE.match(text, end)
        end = count.end() if count else end
        separator = SEPARATOR_RE.match(text, end)
        following = separator.end() if separator else end + 1
        found = AGENCY_RE.match(text, following) if following < len(text) else None
        if found and not separator and _goes_on(text, found.end()):
            break  # the agency is the subject of the first sentence
    return names, end


def _goes_on(text: str, position: int) -> bool:
    """Whether running text in lower case follows on the line."""
    rest = text[position : position + 2].lstrip(" \t\xa0")
    return rest[:1].islower() or rest[:1] in {"-", "’", "'"}


def _read_count(text: str, position: int, regions: Sequence[Region]) -> list[Region]:
    found = REACTIONS_RE.match(text, position)
    if not found and regions and regions[-1].kind in {"source", "byline", _DATED, _TIMED}:
        is_next = not text[regions[-1].end : position].strip()
        found = BARE_COUNT_RE.match(text, position) if is_next else None
    return [Region("count", *found.span(), "".join(filter(str.isdigit, found[0])))] if found else []


_Reader = Callable[[str, int, Sequence[Region]], list[Region]]
_READERS: tuple[_Reader, ...] = (
    _read_prefix, _read_stamp, _read_byline, _read_correspondent, _read_credit, _read_source, _read_agencies,
    _read_count, read_navigation,
)  # fmt: skip


def _iso_date(found: re.Match[str]) -> str:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    elif found["year"]:
        year, month, day = int(found["year"]), MONTHS[found["month"].lower()], int(found["day"])
    else:
        year, month, day = (int(found[name]) for name in ("year2", "month2", "day2"))
        year += 2000 if len(found["year2"]) == 2 else 0
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute2"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _author_pieces(text: str, region: Region) -> Iterator[Piece]:
    parts = region.value.split(", ") if region.value else []
    position = region.start
    for part in parts:
        start = text.find(part, position, region.end)
        if start < 0:
            continue
        position = start + len(part)
        if AGENCY_RE.fullmatch(part):
            yield start, position, "ORG"
        elif part.lower() not in NOT_NAMES and (len(parts) == 1 or " " in part):
            yield start, position, "PERSON"


def _source_pieces(text: str, region: Region) -> Iterator[Piece]:
    opening = SOURCE_RE.match(text, region.start)
    position = opening.end() if opening else region.start
    for part in LIST_RE.split(region.value) if region.kind == "credit" else region.value.split(", "):
        start = text.find(part, position, region.end) if part else -1
        if start < 0:
            continue
        position = start + len(part)
        if AGENCY_RE.fullmatch(part) or (region.kind == "source" and part.lower() not in NOT_NAMES):
            yield start, position, "ORG"
