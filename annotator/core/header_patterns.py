"""The words and patterns by which `core.header` knows bylines, sources, credits, codes, dates and times."""

from __future__ import annotations

import re


def _listed(words: str, separator: str = "|") -> tuple[str, ...]:
    return tuple(words.split(separator))


# Agencies and media that sign articles, in the spellings found in headers.
AGENCIES = _listed(
    "Wereldomroep|NU.nl|Omroep Zeeland|Omroep Brabant|Omroep Gelderland|Omroep Flevoland|Omroep West|RTV Noord"
    "|RTV Oost|RTV Utrecht|RTV Drenthe|RTV Rijnmond|RTV Flevoland|Omrop Fryslân|Belga Image|VRT NWS|VRT Nieuws"
    "|VTM Nieuws|VTM NIEUWS|RTL Nieuws|NOS Nieuws|NOS Journaal"
    "|Hart van Nederland|BBC News|Sky News|Al Arabiya|The Washington Post"
    "|Al Jazeera|Associated Press|Agence France-Presse|De Morgen|De Standaard|De Tijd|De Telegraaf|De Volkskrant"
    "|Het Laatste Nieuws|Het Nieuwsblad|Het Parool|Photo News|Russia Today|The Guardian|The New York Times"
    "|AFP|ANP|ANSA|AP|APA|Anadolu|BBC|Belga|Belgaimage|Bloomberg|CNN|DPA|EFE|EPA|Getty Images|Getty|HLN|IPS|IPTC"
    "|Interfax|Metro|METRO|NOS|NRC|Novum|NTB|PA|RIA|RT|RTR|RTL|Reuters|SANA|TASS|Trouw|UPI|VRT|VTM|Xinhua"
)
NOT_NAMES = frozenset(
    _listed(
        "redactie|de redactie|onze redactie|redactie buitenland|eigen berichtgeving|eigen verslaggeving"
        "|eigen verslaggever|onze correspondent|onze verslaggever|correspondent|buitenlandredactie"
    )
)
PARTICLES = frozenset(_listed("van de der den het ter ten te el al bin ibn von du le la di da dos abu", " "))
# Words a headline cannot end with: what follows them is a name of the sentence, never a code.
OPEN_WORDS = frozenset(
    _listed(
        "als de dan dat een en het met naar of per richting sinds te tot tussen van vanaf vanuit via volgens"
        " wegens zonder",
        " ",
    )
)
# A headline can end with these, as particles of its verb; mostly they are prepositions.
PARTICLES_OF_VERBS = frozenset(_listed("aan bij door in na om onder op over rond tegen uit voor", " "))
KNOWN_NAMES = frozenset(
    _listed(
        "IS ISIS ISIL IRA ETA VS EU VN VK VAE VSA UK US USA USSR UN UNO NAVO NATO OVSE IAEA ICC IMF WHO SDF YPG YPJ PKK"
        " PYD FSA SAA HTS TAK PLO KDP PUK LNA GNA RSF OPCW FBI CIA NSA KGB FSB GRU MI5 MI6 AIVD MIVD DOVO OM CDA VVD"
        " PVV SP PVDA D66 NVA VB AKP HDP CHP AFD CDU CSU SPD PVDD SGP BBB TV PC DNA HIV AIDS CEO KLM NS NMBS MIVB BBC"
        " CNN NOS VRT VTM RTL AFP ANP AP DPA EFE TASS SANA RT AZG MSF UNHCR IOM SOHR",
        " ",
    )
)
MONTHS = {
    name: number
    for number, names in enumerate(
        ("januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
         "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip

B = r"[^\S\n]"  # a blank that is no line break
# Bounded, so that no run of blanks, however long, makes a pattern slow.
S = rf"{B}{{0,40}}"
S1 = rf"{B}{{1,40}}"
DAY_NAMES = r"(?:ma|di|wo|do|vr|za|zo)(?:\.|(?:an|ns|ens|nder|ij|ter|n)?dag)?"
DATE = (
    rf"(?:(?:{DAY_NAMES},?{S1})?(?P<day>\d{{1,2}}){S1}(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
    rf"\.?{S1}(?P<year>\d{{4}})"
    r"|(?P<day2>\d{1,2})(?P<mark>[/.-])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4}|\d{2})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?!\d)"
)
TIME = (
    rf"(?P<hour>\d{{1,2}})(?:[u:h](?P<minute>\d{{2}})(?:{B}?uur)?|\.(?P<minute2>\d{{2}})(?:{B}?uur)?|u|{B}uur)(?![\w:])"
)
OPENER = rf"(?:[Bb]ron(?:nen)?|[Dd]oor|Auteur){S}:|©"
UPDATED = r"(?:Laatste update|Laatst bijgewerkt|Laatst gewijzigd|Bijgewerkt|Gewijzigd|Update)"
SIGNED = rf"(?:{OPENER}|{UPDATED}\b|(?:{'|'.join(AGENCIES)})(?![\w-])(?!{S1}[a-zß-öø-ÿ])|(?:pagina|pag\.|p\.)\s?\d)"
EDGE = rf"(?={S}(?:$|[|•·]|{OPENER}|[-−–—,]{S1}{SIGNED}))"
STAMP_LEAD = (
    rf"(?:(?:Gepubliceerd|Geplaatst|Publicatiedatum|Datum|{UPDATED})"
    rf"(?:{S1}o[pm])?{S}:?{S})?"
)
PREFIX_RE = re.compile(r"date (\d{4}-\d{2}(?:-\d{2})?)(?![\w-])")
DATE_RE = re.compile(DATE, re.IGNORECASE)
TIME_RE = re.compile(TIME, re.IGNORECASE)
STAMP_RE = re.compile(
    rf"{STAMP_LEAD}(?:(?P<date>{DATE})(?:{S}(?:,|[-−–—|•]|om\b){S}(?:om{S1})?|{S1})?)?(?P<time>{TIME})?{EDGE}",
    re.IGNORECASE | re.MULTILINE,
)
BYLINE_RE = re.compile(
    rf"(?:Door|Auteur|Tekst|Bewerkt door|Geschreven door)(?:{S}(?P<colon>:))?{S1}"
    rf"(?P<names>[^\s\d|•·©:][^\n\d|•·©:]{{0,99}}?){S}(?P<dash>[-−–—,|]{S})?(?=\d|$|[|•·©]|{B}{OPENER})",
    re.MULTILINE,
)
WRITER = (
    r"(?:buitenland)?"
    r"(?:correspondente?|verslaggever|verslaggeefster|redacteur|redactrice|redactie|medewerk(?:er|ster))s?"
)
# Behind a name in a byline: ", onze correspondente in Qamishli". What it is matched against is short.
WRITER_RE = re.compile(rf",?{S1}(?:onze{S1})?{WRITER}(?:{S1}(?:in|te|ter|buitenland)\b[^,]*)?$")
AGENCY_DASH_RE = re.compile(rf"{S}[-−–—|•·,]?{S}")
CORRESPONDENT_RE = re.compile(
    rf"(?:Van|Door){S1}onze{S1}{WRITER}"
    rf"(?:{S1}(?:buitenland|ter plaatse|in{S1}[^\W\d_a-z][^\s]{{1,30}}))?(?:{S}:)?"
    rf"(?:{S1}(?P<names>[^\n\d|•·©:]{{2,60}}?))?{S}$",
    re.MULTILINE,
)
BYLINE_OPENING_RE = re.compile(rf"(?:Door|Auteur){S}:(?={S}[^\W\d_a-z])")
CREDIT_RE = re.compile(
    rf"(?:(?P<sign>©){S}|(?:Foto|Beeld){S}:{S})(?P<name>[^\s.©|•][^\n.©|•]{{0,59}}?)(?:\.(?!\w)|{S}(?=$|[|•]))",
    re.MULTILINE,
)
SOURCE_RE = re.compile(rf"[Bb]ron(?:nen)?{S}:{S}")
AGENCY_RE = re.compile(rf"(?:{'|'.join((*AGENCIES, *map(str.upper, AGENCIES), *map(str.lower, AGENCIES)))})(?![\w-])")
SEPARATOR_RE = re.compile(rf"{S}(?:[,;/&+]|{B}en{B}|{B}[-–|]{B}){S}")
COUNT_RE = re.compile(rf"{S1}\d{{1,3}}(?={S}$|{S1}[^\W\d_a-zß-öø-ÿ]|{S1}[\"'“‘«(])", re.MULTILINE)
UNKNOWN_SOURCE_RE = re.compile(rf"(?:[^\W\d_][\w.&’'-]{{0,30}}{B}?){{1,3}}?(?={S1}\d{{1,2}}{S1}[^\W\d_a-zß-öø-ÿ])")
SOURCE_LINE_RE = re.compile(
    rf"[^\s.!?:;,/][^\n.!?:;,/]{{1,39}}(?:[,/;]{S}[^\n.!?:;,/]{{2,40}}){{0,3}}(?={S}\.?{S}$)", re.MULTILINE
)
REACTIONS_RE = re.compile(
    rf"(?:\d{{1,4}}{S1}(?:reacties?|keer gedeeld|shares?)|(?:pagina|pag\.|p\.){S1}\d{{1,3}}){EDGE}", re.MULTILINE
)
BARE_COUNT_RE = re.compile(rf"\d{{1,4}}(?={S}$)", re.MULTILINE)
CODE_RE = re.compile(r"[A-Z]{1,4}")
ROMAN_RE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
SENTENCE_END_RE = re.compile(r"[.!?…][\"'”’»)]*(?=\s+[^\sa-z]|\s*$)")
LIST_RE = re.compile(r"\s*[,;/&+]\s*|\s+(?:en|and)\s+|\s+[-–|]\s+")
