"""Recognises what a web page puts around an article: the way to it ("Home > Buitenland") and its buttons ("Delen")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.document import Region
from annotator.core.header_patterns import S

if TYPE_CHECKING:
    from collections.abc import Sequence

# What such a way begins with; a line that begins otherwise may be a headline.
_FIRST = "Home|Homepage|Voorpagina|Startpagina|Hoofdpagina|Nieuws|Actueel|Wereld|Buitenland|Binnenland|News|World"
_STEP = r"[^\s>›»|/\n][^>›»|/\n]{0,59}"
_WAY_RE = re.compile(
    rf"(?:{_FIRST})(?:{S}[>›»]{S}{_STEP}){{1,6}}$|(?:{_FIRST})(?:{S}[|/]{S}[^\s>›»|/\n][^>›»|/.\n]{{0,24}}){{2,6}}$",
    re.IGNORECASE | re.MULTILINE,
)
# Rows of a page's sections, with a mark or two blanks between: "Regio · Sport · 112 · Weer", "Buitenland  Sport".
_SECTIONS = (
    "regio|regionaal|sport|weer|112|verkeer|buitenland|binnenland|politiek|economie|geld|cultuur|kunst|opinie|tech|wetenschap"
    "|klimaat|gezondheid|lezersvragen|achtergrond|podcasts?|video|foto|tv|radio|live|menu|zoeken|home|nieuws|voorpagina|wereld"
    "|entertainment|muziek|media|koken|reizen|lifestyle|in het nieuws|net binnen|meest gelezen|algemeen|europa|show"
)
_ROW_RE = re.compile(
    rf"(?:{_SECTIONS})(?:(?:{S}[|/·•>»-]{S}|[^\S\n]{{2,9}})(?:{_SECTIONS})){{1,14}}(?={S}(?:$|[|·•]))",
    re.IGNORECASE | re.MULTILINE,
)
_BUTTONS = (
    "deel dit artikel|deel dit|deel|delen|gedeeld|share|tweet|facebook|twitter|whatsapp|linkedin|telegram|instagram"
    "|bluesky|e-mail|email|mail|print|afdrukken|bewaar|bewaren|opslaan|kopieer link|link kopiëren|kopieer de link"
    "|luister naar dit artikel|beluister dit artikel|lees voor|voorlezen|reageer|reageren|volg ons|abonneer|abonneren"
    "|inloggen|log in|word abonnee|advertentie|nieuwsbrief|cookies accepteren|cookies instellen"
)
_BUTTON_RE = re.compile(
    rf"(?:{_BUTTONS})(?:(?:{S}[,|/•·:]{S}|[^\S\n]{{1,5}}(?:(?:via|op|per|of|en)[^\S\n]{{1,5}})?)(?:{_BUTTONS}|x)){{0,12}}{S}$",
    re.IGNORECASE | re.MULTILINE,
)


def read_navigation(text: str, position: int, _regions: Sequence[Region]) -> list[Region]:
    """The way to the article, a row of sections or of buttons; what is no row of sections ends its line."""
    for pattern in (_WAY_RE, _ROW_RE, _BUTTON_RE):
        found = pattern.match(text, position)
        if found:
            return [Region("navigation", *found.span())]
    return []
