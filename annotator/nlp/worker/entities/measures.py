"""Numbers, measures and lengths of time: a grammar of Dutch in tables, compiled to three patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.nlp.worker.entities.rules import Found

if TYPE_CHECKING:
    from collections.abc import Iterator


def either(words: str) -> str:
    """A group that matches any of the phrases, separated by " | ", longest first; a blank is any white space."""
    phrases = sorted((phrase.strip() for phrase in words.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if phrase) + ")"


_ONES = "(?:een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TEENS = "(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_TENS = "(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_BELOW_100 = f"(?:(?:{_ONES}(?:en|ën))?{_TENS}|{_TEENS}|{_ONES})"
_HUNDREDS = f"(?:(?:{_TEENS}|{_ONES})?honderd(?:en)?{_BELOW_100}?)"
_THOUSANDS = f"(?:(?:{_HUNDREDS}|{_BELOW_100})?duizend(?:{_HUNDREDS}|{_BELOW_100})?)"
_SPELLED = rf"(?:(?!een\b)(?:{_THOUSANDS}|{_HUNDREDS}|{_BELOW_100})\b)"
_TALLY = rf"(?:(?:een\s+(?:goed\s+|klein\s+)?)?(?:{_BELOW_100}|honderd|duizend)tal(?:len)?\b)"
_VAGUE = either(
    "tientallen | honderden | duizenden | tienduizenden | honderdduizenden | miljoenen | miljarden | dozijn"
    " | een dozijn | dozijnen"
    " | tienduizend | tientallen duizenden | honderden duizenden | tientallen miljoenen | honderden miljoenen"
)
_DIGITS = r"(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+\b|\d+(?:,\d+)?)"
_SCALE = r"(?:\s+(?:miljoen|miljard|biljoen|duizend|honderd)\b)"
_HALF = either(
    "anderhalf | anderhalve | een half | een halve | twee en een half | twee-en-een-half | tweeënhalf | tweeënhalve"
    " | drieënhalf | drieënhalve | vierenhalf | vierenhalve | vijfenhalf | vijfenhalve"
    " | anderhalfduizend | tweeënhalfduizend | drieënhalfduizend | vierenhalfduizend | anderhalfhonderd"
)
_FEW = either("enkele | een paar | paar | meerdere | verschillende | vele | ettelijke | een handvol")
_MILLION = r"(?:(?:een\s+(?:kwart\s+)?|driekwart\s+)(?:miljoen|miljard|biljoen)\b|(?<=\bde\s)halve\s+miljoen\b)"
NUMBER = rf"(?:{_DIGITS}{_SCALE}?|{_HALF}{_SCALE}?|{_MILLION}|{_TALLY}|{_VAGUE}\b|{_SPELLED}(?:{_SCALE}|\s+dozijn\b)?)"
RANGE = (
    rf"(?:{NUMBER}(?:\s?(?:-|–)\s?|\s+(?:tot|à|of|a|tot en met)\s+){NUMBER}"
    rf"|{_BELOW_100}-\s+(?:tot|à|of|en)\s+{NUMBER}|{NUMBER})"
)
_BETWEEN = rf"(?:tussen\s+(?:de\s+)?{NUMBER}\s+en\s+(?:de\s+)?{NUMBER})"
APPROXIMATELY = either(
    "naar schatting | meer dan | minder dan | ongeveer | circa | zo'n | zo’n | zowat | bijna | ruim | zeker"
    " | minstens | ten minste"
    " | tenminste | minimaal | maximaal | hooguit | hoogstens | ten hoogste | rond de | een kleine | krap"
    " | op zijn minst | op z'n minst"
    " | om en bij de | om en nabij de | een slordige | dik | niet meer dan | niet minder dan | pakweg"
    " | ongeveer een | tot wel | grofweg"
    " | amper | nauwelijks | nog geen | naar schatting meer dan | naar schatting zo'n | naar schatting ruim | vrijwel"
    " | al meer dan een half | in totaal zo'n | nagenoeg | haast | net geen | iets meer dan | iets minder dan"
    " | veel meer dan | een goede | een stuk of"
)
_ABOUT = rf"(?:{APPROXIMATELY}\s+)"
_LEFT = r"(?<![\w.,:/+])(?<!\w[’'-])(?<!\d–)"
_RIGHT = r"(?!\w)(?![-–/’']\w)(?![.,:]\d)"

TIME_UNITS = either(
    "seconde | seconden | minuut | minuten | kwartier | kwartieren | uur | uren | uurtje | dag | dagen | etmaal"
    " | etmalen | nacht | nachten"
    " | week | weken | maand | maanden | jaar | jaren | decennium | decennia | eeuw | eeuwen | halfjaar | weekend"
    " | weekends | generaties"
)
_DAYS = either("dag | etmaal | week | maand | jaar | decennium | eeuw | uur")
_PLURAL_UNITS = either("seconden | minuten | uren | dagen | nachten | weken | maanden | jaren | decennia | eeuwen")
UNITS = either(
    "kilometer | kilometers | km | meter | meters | centimeter | centimeters | millimeter | millimeters | mijl"
    " | mijlen | zeemijl | zeemijlen"
    " | vierkante kilometer | vierkante kilometers | vierkante meter | vierkante meters | vierkante mijl | km²"
    " | m² | km2 | m2 | kubieke meter | kubieke meters | m³ | hectare | hectaren | hectares"
    " | ton | kiloton | megaton | kilo | kilo's | kilo’s | kilogram | kg | gram | liter | liters | vaten olie"
    " | vaten | vaten per dag | megawatt | gigawatt | kilowatt | mw | graden | graden celsius | volt"
    " | procent | % | procentpunt | procentpunten | dollar | dollars | euro | euro's | euro’s | pond | roebel"
    " | roebels | lira | yuan | dinar | sjekel | frank | peso | peso's"
    " | roepie | naira | shilling | gulden | mark | rial | riyal | baht | kyat | hryvnia | birr | rand"
    " | amerikaanse dollar | kilometer per uur | km/u | km per uur | voet | knopen | megabyte"
    " | punten op de schaal van richter"
)
_PEOPLE = either(
    "mensen | doden | burgers | gewonden | strijders | soldaten | militairen | vluchtelingen | slachtoffers"
    " | kinderen | vrouwen | mannen | personen"
)

QUANTITY = re.compile(
    rf"{_LEFT}(?:{_ABOUT}?(?:(?:{_BETWEEN}|{_FEW}\s+{_VAGUE}|{RANGE}|{_FEW})\s*(?:{UNITS}){_RIGHT})|(?:€|\$"
    rf"|£)\s?{_DIGITS}{_SCALE}?{_RIGHT}"
    rf"|(?:{_ABOUT}|(?<=\bop ))een\s+(?:kilometer|meter|ton|liter|mijl){_RIGHT})",
)
DURATION = re.compile(
    rf"{_LEFT}(?:{_ABOUT}?(?:{_BETWEEN}|{RANGE}|{_FEW})\s+(?:volle\s+|lange\s+"
    rf"|opeenvolgende\s+)?{TIME_UNITS}{_RIGHT}(?!\s+(?:oud|oude|jong)\b)"
    rf"|(?:{_ABOUT}|(?:(?<=\bin )|(?<=\bbinnen ))(?=een\s+(?:week|etmaal|maand|jaar|dag)\b))een\s+{TIME_UNITS}{_RIGHT}"
    rf"|(?:(?<=\bvan )|(?<=\bnog )|(?<=\bduurde )|(?<=\bduurt ))een\s+{_DAYS}{_RIGHT}"
    rf"(?!\s+(?:oud|of|geleden|later|eerder))"
    rf"|(?:(?<=\bna )|(?<=\bal )|(?<=\bhebben ))een\s+{_DAYS}{_RIGHT}(?!\s+(?:oud|of|geleden|later|eerder|lang))"
    rf"|een\s+{_DAYS}(?=\s+(?:na|vóór)\s+(?:de|het)\b|\s+om\s+te\b)|een\s+uur(?=\s+(?:later|eerder|daarna|erna)\b)"
    rf"|(?<=\bin )(?:jaren|maanden|weken|decennia){_RIGHT}(?!\s+(?:['’]?\d|{_TENS}))"
    rf"|nog\s+geen\s+{TIME_UNITS}{_RIGHT}|(?:een\s+)(?:half\s+|halve\s+)?{TIME_UNITS}(?=\s+(?:lang|nadat|voordat|tijd)\b)"
    rf"|(?:{_ABOUT})?(?:een\s+)?(?:half\s+jaar|half\s+uur|halfjaar|halfuur|kwartier|kwarteeuw|kwart\s+eeuw){_RIGHT}"
    rf"|(?:(?<=\bal )|(?<=\bvoor )|(?<=\bgedurende )|(?<=\bbinnen )|(?<=\bna )"
    rf"|(?<=\bzes ))(?:vele\s+)?{_PLURAL_UNITS}{_RIGHT}"
    rf"|(?:jaren|weken|maanden|dagen|uren|eeuwen|minuten|decennia)lang{_RIGHT}|hele\s+(?:dag|nacht|week|weekend|maand"
    rf"|ochtend|middag|avond|jaar){_RIGHT})",
)
# "tot 2.000 mensen" says at most so many, where nothing has risen to it and no way leads there.
_UP_TO = rf"tot\s+(?:wel\s+)?{NUMBER}(?=\s+(?!uur\b|{TIME_UNITS}|{UNITS}|keer\b|maal\b|jaar\b)[^\W\d])"
_NOT_UP_TO = re.compile(
    r"(?:\b(?:op|ge|toe|af|terug|be|uit)?(?:gelopen|lopen|loopt|liep|stegen|stijgen|stijgt|steeg|groeid|groeien|groeit|groeide|groeid"
    r"|genomen|nemen|neemt|nam|dalen|daald|daalt|daalde|bracht|brengen|brengt|perk\w+|perkt|gebreid|breiden|breidt|breidde)"
    r"|veroordeeld|op|van|reduceerd|gaan|gaat|dicht|zeker)\s+\Z|[\d)]\s+\Z|\b(?:van|tussen|beperk\w*)\b[^.,;]{0,24}\Z"
)
CARDINAL = re.compile(
    rf"{_LEFT}(?:{_ABOUT}?(?:(?:enkele|(?:een\s+)?paar|vele|meerdere|verschillende|enige|ettelijke)\s+)?"
    rf"(?:{_BETWEEN}|{RANGE})|{_UP_TO}|slechts\s+{NUMBER}(?=\s+(?!van\b)[^\W\d])){_RIGHT}"
)
_AFTER_PEOPLE = re.compile(rf"(?:{_PEOPLE}|vielen|stierven|vallen|kwamen|om)\s+\($")
_NUMERIC = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
# "acht" and "een" as verbs or articles, a number that names ("punt 3", "Groep 7", "kanaal 24").
_AFTER_VERB = re.compile(r"\s+(?:het|de|een|zich|dat|dit|hij|zij|ik|men)\b")
_NAMING_BEFORE = re.compile(
    r"(?:\b(?:nummer|nr|artikel|resolutie|pagina|blz|hoofdstuk|vlucht|route|kanaal|channel|versie|type|groep"
    r"|klasse|boeing|airbus|punt|rugnummer|radio|france|snelweg|bladzijde|categorie|fase|stap|mh|ria|bron:|getuige|kilometerpaal|post|controlepost|wachtpost)\.?"
    r"|©)[^\S\n]*\Z"
)
_GROUPS = ("groep", "klasse", "type", "vlucht", "route", "post", "controlepost", "wachtpost", "kanaal")
_ORDINAL_AFTER = re.compile(
    r"(?:e|de|ste)\b|°|\s+(?:keer|keren|maal|malen|procent)\b|-(?:jarige|jarig)|\s+jaar\s+oud|\s+jarige"
)
_MONTH_AFTER = re.compile(
    r"\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
_ITEM = re.compile(r"(?:\d{1,2}\.|\w+:)(?=\s)")  # of a list, at the start of its line: "2. De weg …", "Twee: geld."
# The age of somebody "in de twintig".
_DECADE_BEFORE = re.compile(r"\b(?:van|begin|eind|achter|midden|ver|hoog|diep)?\s*in de\s+\Z")
_DECADE = re.compile(rf"{_TENS}\Z")
_AFTER_DECADE = re.compile(r"[.,;:)!?]|\s+(?:die|dat|en|was|is|met|uit)\b|\Z")
# "een meisje van dertien", and no "moeder van vijf"
_YOUNG_BEFORE = re.compile(
    r"\b(?:kind(?:eren)?|meisjes?|jongens?|jongetjes?|peuters?|kleuters?|tieners?|scholier(?:en)?|zoontjes?|dochtertjes?)"
    r"\s+van\s+(?:(?:amper|nauwelijks|pas)\s+)?\Z"
)
# "Hij was elf.", "ze is net twintig geworden", "jongens van een jaar of veertien"
_LONGEST_AGE = len("achtentwintig") + 4
_WAS_BEFORE = re.compile(
    r"\b(?:hij|zij|ze|ik)\s+(?:was|is|ben|werd|wordt)\s+(?:(?:net|pas|toen|amper|bijna|nu|nog maar)\s+){0,2}\Z"
)
_AFTER_AGE = re.compile(r"\s+geworden\b|\s*[.,;!?”\"»](?!\d)|\s+toen\b|\s+en\b")
_YEAR_OR_SO = re.compile(r"\bvan\s+een\s+jaar\s+of\s+\Z")
_COUNTED_AFTER = re.compile(rf"\s+{_PEOPLE}\b")
_TELEPHONE = re.compile(r"(?:\+\d{1,3}|\b0\d{1,3})(?:[ ./-]\(?\d{1,4}\)?){2,}")


def find_measures(text: str) -> Iterator[Found]:
    """Quantities, durations and cardinals of a text in lower case, in no settled order and maybe overlapping."""
    for match in QUANTITY.finditer(text):
        yield Found(match.start(), match.end(), "QUANTITY", "quantity")
    for match in DURATION.finditer(text):
        yield Found(match.start(), match.end(), "DURATION", "duration")
    calls = [match.span() for match in _TELEPHONE.finditer(text)]
    for whole in CARDINAL.finditer(text):
        match = _without_to(text, whole)
        if _is_count(text, match) and not any(start <= match.start() < end for start, end in calls):
            rule = "cardinal" if any(c.isdigit() for c in match.group()) else "cardinal:word"
            yield Found(match.start(), match.end(), "CARDINAL", rule)


def _without_to(text: str, match: re.Match[str]) -> re.Match[str]:
    """The number alone where "tot" leads to it: "opgelopen tot 670.000"."""
    start = match.start()
    if not match.group().startswith("tot ") or not _NOT_UP_TO.search(text[max(0, start - 40) : start]):
        return match
    return CARDINAL.search(text, start + len("tot ")) or match


def _is_years(found: str) -> bool:
    """Whether all its numbers are years: "2014", "tussen 2012 en 2022"."""
    numbers = [number.rstrip(".,") for number in _NUMERIC.findall(found)]
    return bool(numbers) and all(_YEAR.match(number) for number in numbers)


def _is_count(text: str, match: re.Match[str]) -> bool:
    found, start, end = match.group(), match.start(), match.end()
    if _is_years(found) and not re.match(rf"\s+{_PEOPLE}\b", text[end:]):
        return False
    is_naming = _NAMING_BEFORE.search(text[max(0, start - 16) : start])
    if is_naming and is_naming[0].startswith(_GROUPS) and not found[0].isdigit():
        is_naming = None  # "groep 7", not "ontvoerde dezelfde groep zeventien mannen"
    if is_naming or _ORDINAL_AFTER.match(text, end):
        return False
    if _is_age(text, match):
        return False
    if found.lower() == "acht" and _AFTER_VERB.match(text, end):
        return False
    is_first = text[max(0, start - 1) : start] in {"", "\n"}
    if is_first and _ITEM.match(text, start):
        return False
    if _MONTH_AFTER.match(text, end):
        return False  # "tussen 1 en 15 mei"
    if text.startswith((" stuk door", " stuk"), end) and text.endswith("aan ", 0, start):  # "aan één stuk door"
        return False
    return not (is_first and text[end : end + 1] in {"", "\n"})


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether it says how old somebody is: "zegt Azad (31)" and not "doden (31)", "een meisje van dertien"."""
    found, start, end = match.group(), match.start(), match.end()
    if found.isdigit() and len(found) < 3 and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return not _AFTER_PEOPLE.search(text[max(0, start - 24) : start])
    before = text[max(0, start - 36) : start]
    is_young = len(found) < _LONGEST_AGE and _WAS_BEFORE.search(before) and _AFTER_AGE.match(text, end)
    if is_young or (_YEAR_OR_SO.search(before) and not _COUNTED_AFTER.match(text, end)):
        return True
    is_decade = _DECADE.match(found) and _DECADE_BEFORE.search(before[-24:])
    return bool((is_decade or _YOUNG_BEFORE.search(before)) and _AFTER_DECADE.match(text, end))
