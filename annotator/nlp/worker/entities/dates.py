"""Dates and times of day: a grammar of Dutch calendar expressions in tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.measures import APPROXIMATELY, RANGE, either
from annotator.nlp.worker.entities.rules import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = either(
    "januari | februari | maart | april | mei | juni | juli | augustus | september | oktober | november | december"
    " | jan. | feb. | mrt. | apr. | aug. | sept. | okt. | nov. | dec."
)
_DAY = either("maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag")
_DAY_SHORT = either("ma | di | wo | do | vr | za | zo")
_PART = either("ochtend | morgen | voormiddag | middag | namiddag | avond | nacht")
_SEASON = either("lente | zomer | herfst | winter | voorjaar | najaar | nazomer")
_FEAST = either(
    "ramadan | offerfeest | suikerfeest | kerstmis | kerst | pasen | pinksteren | paaszondag | paasmaandag"
    " | paaszaterdag | eerste paasdag | tweede paasdag | palmzondag | goede vrijdag | witte donderdag"
    " | hemelvaartsdag | pinkstermaandag | asjoera | jom kipoer | nieuwjaar | oudjaar"
    " | nieuwjaarsdag | oudejaarsdag | kerstavond | eerste kerstdag | tweede kerstdag | kerstdag"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_PHASE = either(
    "begin | eind | einde | half | medio | midden | halverwege | halfweg | aanvang | eind van | begin van"
    " | tweede helft van | eerste helft van"
)
_PERIOD = either(
    "dag | dagen | week | weken | maand | maanden | jaar | jaren | weekend | weekends | weekeinde | weekeinden"
    " | kwartaal | decennium | decennia | eeuw | periode | tijd | etmaal"
    " | zomer | winter | herfst | lente | voorjaar | najaar | nazomer | dag of twee | halfjaar"
)
_WHICH = either(
    "vorige | vorig | volgende | volgend | komende | komend | afgelopen | voorbije | laatste | deze | dit"
    " | voorgaande | aanstaande | recente"
    " | eerstvolgende | het huidige | huidige | hetzelfde | dezelfde | diezelfde | datzelfde | eerstkomende | eerste"
)
_POINTING = either(
    "vorige | vorig | volgende | volgend | komende | komend | afgelopen | voorbije | deze | dit | aanstaande"
    " | diezelfde"
)
_MANY = rf"(?:{RANGE}|enkele|paar|vele|tientallen)"
_DAYS_AND_MORE = either(
    "dag | dagen | week | weken | maand | maanden | jaar | jaren | decennium | decennia | eeuw | eeuwen | nachten"
)
_LEFT, _RIGHT = r"(?<![\w/.:])(?<!\w-)", r"(?![\w/])(?!-\w)"
_MONTH_SHORT = either("jan | feb | mrt | apr | jun | jul | aug | sep | sept | okt | nov | dec")
_DAY_NUMBER = r"(?:[0-3]?\d(?:e|ste|de)?)"
_SPELLED_DAY = either(
    "één | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | elf | twaalf | dertien | veertien | vijftien"
)
_CALENDAR = (
    rf"(?:(?:{_DAY}|{_DAY_SHORT})\.?,?\s+)?{_DAY_NUMBER}(?:\s?(?:-|–|en|tot|of"
    rf"|op)\s?{_DAY_NUMBER})?\s+{_MONTH}(?:\s+(?:van\s+)?{_YEAR})?"
    rf"|{_SPELLED_DAY}\s+{_MONTH}(?:\s+{_YEAR})?"
    rf"|(?:(?:{_DAY}|{_DAY_SHORT})\.?,?\s+)?[0-3]?\d\s+{_MONTH_SHORT}\s+{_YEAR}"
    rf"|{_DAY_SHORT}\.?,?\s+[0-3]?\d[/-][01]?\d[/-](?:19|20)?\d\d"
    rf"|(?:{_PHASE}\s+)?{_MONTH}\s+(?:van\s+)?(?:{_YEAR}|(?:vorig|dit|volgend|dat|het vorige|hetzelfde)\s+jaar)"
    rf"|{_PHASE}\s+{_MONTH}"
    r"|[0-3]?\d[/.][01]?\d[/.](?:19|20)?\d\d|[0-3]?\d-[01]?\d-(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d"
    rf"|(?:{_PHASE}\s+)?{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d))?(?!\.\d|,\d)"
    rf"|(?:{_PHASE}\s+(?:de\s+)?)?jaren\s+(?:'|’)?(?:\d0|{_YEAR}|vijftig|zestig|zeventig|tachtig|negentig|dertig"
    rf"|veertig|twintig|nul)"
    r"|(?<=\bop )[0-3]?\d/[01]?\d"
    rf"|{_SEASON}\s+(?:van\s+)?(?:vorig|dit|dat|het\s+vorige)\s+jaar"
    rf"|(?:{_SEASON}|{_FEAST})\s+(?:van\s+)?{_YEAR}|\d\d?(?:e|ste|de)\s+eeuw|(?:negentiende|twintigste|achttiende"
    rf"|eenentwintigste)\s+eeuw"
)
_RELATIVE = (
    rf"(?:vorig|dit|volgend|datzelfde)\s+jaar\s+(?:{_MONTH}|{_SEASON})"
    rf"|(?:die\s+(?:dag|week|maand|{_SEASON})|(?:dat|datzelfde)\s+(?:jaar|weekend))|(?:{_PHASE}\s+)?(?!dit\s+\w+en\b(?!\s+{_DAY}))(?:{_WHICH}\s+)(?:{_MANY}\s+)?{_PERIOD}(?:\s+{_DAY})?"
    rf"|(?:afgelopen|voorbije|komende|laatste)\s+(?:24|36|48|72|96|vierentwintig|achtenveertig|tweeënzeventig)\s+uur"
    rf"|{_PHASE}\s+(?:van\s+)?(?:de\s+|het\s+)?(?:week|maand|jaar|weekend|{_SEASON}|eeuw)|(?:eerder"
    rf"|later)\s+(?:deze|dit|die|dat)\s+(?:week|maand|jaar|dag)"
    rf"|(?:{_POINTING}\s+(?:week\s+)?)?{_DAY}(?:\s+(?:vorige|volgende|deze)\s+week)?"
    r"|vandaag|gisteren|eergisteren|overmorgen|(?<!\bde )(?<!\been )(?<!\belke )(?<!\bdeze )(?<!\bdie )(?<!\biedere )"
    r"(?<!goede )(?<!vroege )(?<!late )(?<!zelfde )(?<!volgende )morgen"
    r"|(?:(?<=\bin het )|(?<=voor het )|(?<=\bna het ))week(?:end|einde)"
    rf"|(?:iedere|elke)\s+(?:week|maand|{_DAY})"
    rf"|(?:{_POINTING}\s+)?{_SEASON}|(?:{_POINTING}\s+)?{_MONTH}|{_FEAST}"
)
_AGO = (
    rf"(?:{APPROXIMATELY}\s+)?(?:een|{_MANY}|een\s+paar|anderhalf|een\s+half"
    rf"|een\s+kleine)\s+(?:half\s+)?{_DAYS_AND_MORE}\s+(?:geleden|later|eerder|tevoren|nadien|daarna|daarvoor|ervoor|erna|voordien)"
)
_AFTER = r"dag\s+(?:daarna|erna|ervoor|daarvoor|tevoren|nadien)"
_AHEAD = rf"(?<=\bover )(?:een|{_MANY}|een\s+paar)\s+{_DAYS_AND_MORE}(?!\s+(?:heen|lang))"
DATE = re.compile(rf"{_LEFT}(?:{_CALENDAR}){_RIGHT}")
# "binnen enkele dagen" is a point in time where the sentence tells what will be, else a length.
WITHIN = re.compile(
    rf"(?<=\bbinnen )(?:(?:een|{_MANY}|een\s+paar)\s+{_DAYS_AND_MORE}|(?:24|36|48|72|96)\s+uur){_RIGHT}"
)
_TO_COME = re.compile(
    r"\b(?:zal|zullen|zou|zouden|moet|moeten|wil|willen|kan|kunnen|wordt|worden|gaat|gaan|hoopt|hopen|verwacht|verwachten|belooft|beloven|eist|eisen|dreigt)\b"
)
_SENTENCE_END = ".!?\n"
_LONGEST = 200  # characters to either side in which a sentence tells what will be
RELATIVE = re.compile(rf"{_LEFT}(?:{_AGO}|{_AFTER}|{_AHEAD}|{_RELATIVE}){_RIGHT}")
_CLOCK = either("één | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | elf | twaalf")
_MOMENT = rf"(?:[0-2]?\d|{_CLOCK})"
# "vroeg" and "laat" are adverbs behind a day's part in mid-sentence: before a subject they are verbs.
_EARLY_OR_LATE = (
    rf"(?<=[^\W\d_] )(?:(?:{_DAY}|gister(?:en)?|van){_PART}|vannacht)\s+(?:vroeg|laat)"
    r"(?!\s+(?:de|het|een|hij|zij|ze|men|zich|weten|zien)\b)"
)
TIME = re.compile(
    rf"{_LEFT}(?:{_EARLY_OR_LATE}|{_DAY}{_PART}(?:\s+{_DAY_NUMBER}\s+{_MONTH}(?:\s+{_YEAR})?)?"
    rf"|(?:{_POINTING}\s+)?{_DAY}\s+(?:in de\s+)?(?:vroege\s+|late\s+)?{_PART}"
    rf"|gister(?:en)?(?:{_PART}|\s+(?:ochtend|middag|avond|nacht))|eergister{_PART}"
    rf"|van(?:ochtend|morgen|middag|namiddag|avond|nacht)|morgen(?:ochtend|middag|avond)|(?:vroege|late)\s+{_PART}"
    rf"|nacht\s+(?:van\s+)?(?:{_DAY}\s+)?op\s+{_DAY}|nacht\s+van\s+{_DAY_NUMBER}(?:\s+{_MONTH})?\s+op\s+{_DAY_NUMBER}\s+{_MONTH}(?:\s+{_YEAR})?"
    r"|oudejaars(?:avond|nacht)|overdag"
    rf"|{_DAY}\s+(?:om\s+)?middernacht|één(?:(?<=\bin één)|(?<=\bop één))\s+{_PART}"
    rf"|nacht\s+van\s+{_DAY}|(?:{_POINTING}|laatste|dezelfde|die)\s+(?:nacht"
    rf"|avond|ochtend|uren)"
    rf"|['’]s\s?(?:ochtends|morgens|middags|namiddags|avonds|nachts)|middernacht|dageraad|zonsopgang|ochtendgloren|avondschemering"
    rf"|zonsondergang|middaguur"
    rf"|(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s+uur)?(?:\s+(?:lokale|plaatselijke|belgische|nederlandse)\s+tijd)?"
    rf"|(?:[01]?\d|2[0-3])u(?:[0-5]\d)?|(?:[01]?\d|2[0-3])h[0-5]\d"
    rf"|(?:(?<=\bom )|(?<=\bomstreeks )|(?<=\brond )|(?<=\bvanaf )"
    rf"|(?<=\btegen )){_MOMENT}\s+uur(?:\s+(?:['’]s\s?(?:ochtends|morgens|middags|avonds|nachts)|lokale\s+tijd"
    rf"|plaatselijke\s+tijd))?"
    rf"|(?:(?<=\bom )|(?<=\bomstreeks )|(?<=\brond )|(?<=\bvanaf )|(?<=\btegen ))"
    rf"(?:half\s*|kwart\s+voor\s+|kwart\s+over\s+)(?:{_CLOCK})"
    rf"|half(?:{_CLOCK})"
    rf"|{_MOMENT}\s+uur\s+['’]s\s?(?:ochtends|morgens|middags|avonds|nachts)|{_DAY}\s+voor\s+de\s+middag"
    rf"|iedere\s+{_PART}|elke\s+{_PART}|(?:(?<=\bin de )|(?<=\btegen de )){_PART}(?=[\s,.]))"
    rf"{_RIGHT}(?!\.\d\d\d)",
)
# "eerste" and "laatste" make a date only of a known length; "mei" and "maart" need no capital, "augustus" neither.
_LOOSE_FIRST = re.compile(r"(?:eerste)\s(?!paasdag|kerstdag)")
_COUNTED = re.compile(
    r"\s+(?:mensen|doden|burgers|gewonden|strijders|soldaten|militairen|vluchtelingen|slachtoffers|meter"
    r"|kilometer|dollar|euro|ton)\b"
)
_COUNTING_BEFORE = re.compile(rf"{APPROXIMATELY}\s+\Z", re.IGNORECASE)
_IDIOM = re.compile(r"(?:dezelfde|hetzelfde|deze|die|eerste|huidige|recente)\s+(?:tijd|periode)\Z")
_AT = re.compile(r"\d\d?\.\d\d\Z")
_AT_BEFORE = re.compile(r"\b(?:om|rond|omstreeks|vanaf|tot|tegen|sinds|en)\s+\Z|\d[/.-](?:20)?\d\d\s*[-–,|]?\s*\Z")


def find_dates(text: str) -> Iterator[Found]:
    """Dates and times of a text in lower case, maybe overlapping."""
    for match in DATE.finditer(text):
        if not (match.group().isdigit() and (_COUNTED.match(text, match.end()) or _is_counting(text, match))):
            yield Found(match.start(), match.end(), "DATE", "date")
    for match in RELATIVE.finditer(text):
        if not _LOOSE_FIRST.match(match.group()) and not _IDIOM.match(match.group()):
            yield Found(match.start(), match.end(), "DATE", "date:relative")
    for match in WITHIN.finditer(text):
        first = max(0, match.start() - _LONGEST)
        start = max(first, *(text.rfind(mark, first, match.start()) + 1 for mark in _SENTENCE_END))
        ends = [end for mark in _SENTENCE_END if (end := text.find(mark, match.end(), match.end() + _LONGEST)) >= 0]
        near = text[start : min(ends, default=match.end() + _LONGEST)]
        if _TO_COME.search(near):
            yield Found(match.start(), match.end(), "DATE", "date:relative")
    for match in TIME.finditer(text):
        is_bare = _AT.match(match.group()) is not None
        if (
            not is_bare
            or _heads_line(text, match)
            or _AT_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        ):
            yield Found(match.start(), match.end(), "TIME", "time")


def _heads_line(text: str, match: re.Match[str]) -> bool:
    """Whether it heads an entry of a live blog: "19.15 Leger meldt …"."""
    is_full = match.end() - match.start() == len("19.15")
    is_first = text[max(0, match.start() - 1) : match.start()] in {"", "\n"}
    return is_full and is_first and text[match.end() : match.end() + 1] in {" ", "\n", ""}


def _is_counting(text: str, match: re.Match[str]) -> bool:
    return _COUNTING_BEFORE.search(text[max(0, match.start() - 24) : match.start()]) is not None
