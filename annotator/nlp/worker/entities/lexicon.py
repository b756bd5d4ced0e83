"""The lexicons, read from resources once a process and indexed by folded name."""

from __future__ import annotations

import gzip
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from annotator.nlp.worker.entities.folding import fold, skeleton
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NO_COUNTRIES = frozenset(("EU", "EZ", "UN"))  # CLDR lists them among its territories
LONGEST_PHRASE = 9  # words
LONG_TITLE = 8  # letters of a compound, at least one more
_FORMS_WITHOUT_E = frozenset("aeiouy")
# Lists of phrases: file, key, label, rule.
_PHRASES = (
    ("organisations", "media", "ORG", "gazetteer:media"),
    ("organisations", "bodies", "ORG", "gazetteer:bodies"),
    ("organisations", "armed", "ORG", "gazetteer:armed"),
    ("organisations", "lower", "ORG", "gazetteer:armed"),
    ("geography", "waters_and_regions", "LOC", "gazetteer:waters"),
    ("geography", "landmarks", "FAC", "gazetteer:landmarks"),
    ("geography", "places", "GPE", "gazetteer:places"),
    ("geography", "minor_places", "GPE", "gazetteer:places"),
    ("geography", "countries", "GPE", "gazetteer:countries"),
    ("persons", "full_names", "PERSON", "gazetteer:persons"),
    ("stopwords", "other", "", "gazetteer:other"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its label, the rule that stands for its list, and the spellings whose case must be met."""

    label: str
    rule: str
    surfaces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles and offices before a name, as words and as the heads of compounds: "bendeleider", "regiogouverneur"."""

    words: frozenset[str]
    tails: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or (len(word) > LONG_TITLE and word.endswith(self.tails))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables. Keys are folded (`fold`); `words` maps a list's name to its words in lower case."""

    phrases: Mapping[str, Entry]
    lower_names: frozenset[str]  # first words of names that are also written without a capital
    places: Mapping[str, tuple[str, ...]]  # consonants -> spellings of the places of the hand list
    towns: Mapping[str, str]  # key -> flag: "w" where a Dutch word is spelled alike
    adjectives: Mapping[str, str]  # inflected form in lower case -> "people" or "faiths"
    peoples: Mapping[str, str]  # noun in lower case -> "people" or "faiths"
    given: frozenset[str]
    family: frozenset[str]
    titles: Titles
    sayings: frozenset[str]
    particles: frozenset[str]
    starters: frozenset[str]
    stopwords: frozenset[str]
    never: frozenset[str]
    words: Mapping[str, frozenset[str]]
    departments: tuple[str, ...]
    pairs: tuple[tuple[str, ...], ...]
    fixed_facilities: tuple[tuple[str, ...], ...]
    nouns: Mapping[str, str]  # weapon and vehicle nouns -> label
    not_nouns: frozenset[str]
    words_of_ships: frozenset[str]
    ship_prefixes: frozenset[str]
    tails_of_ships: tuple[str, ...]
    weapon_adjectives: frozenset[str]
    beside_weapons: frozenset[str]  # weapons only in a list with one
    series: Mapping[str, str]  # letters before a hyphen and a number -> label: "Mi" in "Mi-35"
    tails: tuple[tuple[str, str], ...]  # longest first: tail, label
    any_tail: tuple[str, ...]
    arms: Mapping[str, tuple[str, frozenset[str]]]  # key of a type name -> label, spellings


@cache
def lexicon() -> Lexicon:
    """The lexicons; the first call reads them (about a tenth of a second)."""
    files = {name: _toml(name) for name in ("peoples", "organisations", "arms", "geography", "persons", "stopwords")}
    organisations, geography, persons = files["organisations"], files["geography"], files["persons"]
    stopwords = frozenset(files["stopwords"]["words"].split())
    sources = {**geography, **organisations, **files["peoples"]}
    return Lexicon(
        phrases=_phrases(files),
        lower_names=frozenset(name.split()[0].split("'")[0].split("-")[0] for name in _split(organisations["lower"]))
        | {"'s", "’s", "de"},
        places=_by_bones(_split(geography["places"])),
        towns=_towns(),
        adjectives=_adjectives(files["peoples"]),
        peoples=_peoples(files["peoples"]),
        given=frozenset(fold(name) for name in persons["given"].split()),
        family=frozenset(fold(name.replace("-", " ")) for name in persons["family"].split()),
        titles=Titles(
            frozenset(word.lower() for word in persons["titles"].split()), tuple(persons["title_tails"].split())
        ),
        sayings=frozenset(persons["sayings"].split()),
        particles=frozenset(persons["particles"].split()),
        starters=frozenset(persons["starters"].split()),
        stopwords=stopwords,
        never=frozenset(files["stopwords"]["never"].split()),
        words={key: frozenset(value.split()) for key, value in sources.items()},
        departments=tuple(_split(organisations["departments"])),
        pairs=_sequences(organisations["institution_pairs"]),
        fixed_facilities=_sequences(geography["fixed_facilities"]),
        nouns=_nouns(files["arms"]),
        not_nouns=frozenset(" ".join(kind["not_nouns"] for kind in files["arms"].values()).split()),
        weapon_adjectives=frozenset(files["arms"]["weapon"]["adjectives"].split()),
        beside_weapons=frozenset(files["arms"]["weapon"]["beside"].split()),
        words_of_ships=frozenset(files["arms"]["vehicle"]["ship_nouns"].split()),
        ship_prefixes=frozenset(files["arms"]["vehicle"]["ship_prefixes"].split()),
        tails_of_ships=tuple(files["arms"]["vehicle"]["ship_tails"].split()),
        series={word: kind.upper() for kind, lists in files["arms"].items() for word in lists["series"].split()},
        tails=_tails(files["arms"]),
        any_tail=tuple(tail for tail, _ in _tails(files["arms"])),
        arms=_arms(files["arms"]),
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicons", f"{name}.toml").read_text(encoding="utf-8"))


def _split(block: str) -> Iterator[str]:
    for line in block.splitlines():
        for name in line.split(" | "):
            if name.strip():
                yield name.strip()


def _sequences(block: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        sorted({tuple(phrase.lower().split()) for phrase in _split(block)}, key=lambda words: (-len(words), words))
    )


def _phrases(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Entry]:
    collected: dict[str, tuple[str, str, set[str]]] = {}
    for file, key, label, rule in _PHRASES:
        for name in _split(files[file][key]):
            _add(collected, name, label, rule)
    for group, branch in product(
        _split(files["organisations"]["branched"]), _split(files["organisations"]["branches"])
    ):
        _add(collected, f"{group} {branch}", "ORG", "gazetteer:armed")
    for line in resource("lexicons", "countries.tsv").read_text(encoding="utf-8").splitlines():
        code, name = line.split("\t")
        if code not in _NO_COUNTRIES:
            _add(collected, name.split(" (")[0], "GPE", "gazetteer:countries")
    return {key: Entry(label, rule, frozenset(surfaces)) for key, (label, rule, surfaces) in collected.items()}


def _by_bones(names: Iterator[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        bones = skeleton(name)
        if bones:
            found[bones] = (*found.get(bones, ()), name)
    return found


def _add(collected: dict[str, tuple[str, str, set[str]]], name: str, label: str, rule: str) -> None:
    key = fold(name.replace(".", ""))
    known = collected.get(key)
    if known is None or known[0] != label:
        # The later list wins, but an abbreviation does not take the place of a name written otherwise ("Pax", "PAX").
        collected[key] = (label, rule, {name})
    else:
        known[2].add(name)


def _towns() -> dict[str, str]:
    with gzip.open(resource("lexicons", "places.tsv.gz"), "rt", encoding="utf-8") as lines:
        return dict(line.split("\t", 2)[:2] for line in lines)


def _inflected(adjective: str) -> str:
    if adjective.endswith(("ees", "aas")):
        return f"{adjective[:-3]}{adjective[-2]}se"  # one vowel in an open syllable: "Chinese", "Indiase"
    return adjective if adjective[-1] in _FORMS_WITHOUT_E else adjective + "e"


def _adjectives(peoples: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    unchanged = set(peoples["not_inflected"].split())
    for key, kind in (("adjectives", "people"), ("faiths_adjectives", "faiths")):
        for word in peoples[key].split():
            for form in (word, word if word in unchanged else _inflected(word)):
                found[form.lower()] = kind
    return found


def _peoples(peoples: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, kind in (("faiths", "faiths"), ("people", "people")):
        for forms in peoples[key].split():
            for form in forms.split("/"):
                found.setdefault(form.lower(), kind)
                found.setdefault(form.lower().replace("'", "’"), kind)
    return found


def _nouns(arms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {word: kind.upper() for kind, lists in arms.items() for word in lists["nouns"].split()}


def _tails(arms: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    found = [(tail, kind.upper()) for kind, lists in arms.items() for tail in lists["tails"].split()]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _arms(arms: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, set[str]]] = {}
    for kind, lists in arms.items():
        for name in _split(lists["names"]):
            found.setdefault(fold(name), (kind.upper(), set()))[1].add(name)
    return {key: (label, frozenset(surfaces)) for key, (label, surfaces) in found.items()}
