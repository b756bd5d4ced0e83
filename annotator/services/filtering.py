"""What is typed into the filter box of the article list, in Dutch or in English, as a listing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.core.decision import STATUSES
from annotator.store.listing import UNDONE, Listing, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from annotator.core.scheme import Scheme

Wrong = Literal["status", "label", "yes_no", "date", "order", "field", "sign"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A word that says nothing: which, and of what kind it should have been.

    A word before a colon that is no field is searched as text, as it may be meant; `nearest` is the field most like it.
    A sign alone is no word that could be searched.
    """

    word: str
    kind: Wrong
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to filter or sort by: its word in each language, an example, and what it does."""

    key: str
    words: Mapping[str, tuple[str, ...]]  # language -> the word, then its other spellings
    example: Mapping[str, str]
    does: Mapping[str, str]

    def word(self, language: str) -> str:
        """The word of that language."""
        return self.words["nl" if language == "nl" else "en"][0]


def _field(key: str, nl: str, en: str, example_nl: str, example_en: str, does_nl: str, does_en: str) -> Field:
    words = {"nl": tuple(nl.split()), "en": tuple(en.split())}
    return Field(key, words, {"nl": example_nl, "en": example_en}, {"nl": does_nl, "en": does_en})


FIELDS: tuple[Field, ...] = (
    _field("status", "status stand", "status", "status:open", "status:open",
           "open · bezig · klaar · gemarkeerd · overgeslagen", "open · busy · done · flagged · skipped"),
    _field("label", "label", "label", "label:GPE  -label:ORG", "label:GPE  -label:ORG",
           "dat label komt erin voor, of met - ervoor: niet", "that label is in it, or with - before it: is not"),
    _field("open", "suggesties open", "suggestions open", "suggesties:ja", "suggestions:yes",
           "er staan nog suggesties open, of nee", "suggestions are still open, or no"),
    _field("differs", "verschil oneens", "differs disagreement", "verschil:ja", "differs:yes",
           "een andere annotator besliste anders, of nee", "another annotator decided otherwise, or no"),
    _field("comment", "opmerking", "comment remark", "opmerking:ja", "comment:yes",
           "met een opmerking, of nee", "with a comment, or no"),
    _field("date", "datum", "date", "datum:2018-05  datum:2017..2018", "date:2018-05  date:2017..2018",
           "jaar, maand of dag, of van..tot en met", "year, month or day, or from..to"),
    _field("source", "bron", "source", "bron:Belga", "source:Belga",
           "een deel van de bron", "a part of the source"),
    _field("sort", "sorteer", "sort order", "sorteer:datum  sorteer:-open", "sort:date  sort:-open",
           "volgorde · datum · titel · status · open · labels · lengte; met - omgekeerd; leerzaam · makkelijk",
           "import · date · title · status · open · labels · length; with - reversed; teaching · easiest"),
)  # fmt: skip

STATUS_WORDS: Mapping[str, tuple[str, ...]] = {
    "open": UNDONE, "undone": UNDONE, "onaf": UNDONE,
    "todo": ("todo",), "nieuw": ("todo",), "new": ("todo",),
    "busy": ("busy",), "bezig": ("busy",),
    "done": ("done",), "klaar": ("done",),
    "flagged": ("flagged",), "gemarkeerd": ("flagged",), "vlag": ("flagged",),
    "skipped": ("skipped",), "overgeslagen": ("skipped",),
}  # fmt: skip
ORDER_WORDS: Mapping[str, Order] = {
    "import": "import", "volgorde": "import", "date": "date", "datum": "date", "title": "title", "titel": "title",
    "status": "status", "stand": "status", "open": "open", "suggesties": "open", "suggestions": "open",
    "labels": "spans", "spans": "spans", "length": "length", "lengte": "length",
    "teaching": "teaching", "leerzaam": "teaching", "easiest": "easiest", "makkelijk": "easiest",
}  # fmt: skip
_YES = {"ja": True, "yes": True, "1": True, "nee": False, "no": False, "0": False, "geen": False, "none": False}
_KEYS = {word: field.key for field in FIELDS for words in field.words.values() for word in words}
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_FIELD_LIKE = re.compile(r"(-?[^\W\d_]{2,}):(?!//).*[^\W_].*")
_PIECE = re.compile(r'-?\w+:"[^"]*"?|-?"[^"]*"?|\S+')
_NOT = re.compile(r'-("?\w.*)')
_BEGUN = re.compile(r'-?"*')  # of what somebody is still typing
_LAST = "\U0010ffff"  # sorts after every date that begins with what stands before it


def read(text: str, scheme: Scheme | None = None, *, order: str = "import") -> tuple[Listing, tuple[Problem, ...]]:
    """The listing that the text asks for, and the words in it that say nothing: left out, or no field and then text.

    Words without a field are searched in title and text; the English status words count as such alone.
    Labels are those of the scheme, in any case, where there is one; `order` holds where the text asks for none.
    """
    listing = Listing(order=ORDER_WORDS.get(order, "import"))
    plain: list[str] = []
    problems: list[Problem] = []
    labels = {label.name.casefold(): label.name for label in scheme.labels} if scheme is not None else None
    for piece in _PIECE.findall(text):
        key, value = _split(piece)
        if key == "":
            wrong = _unknown(piece)
            unwanted = None if wrong else _NOT.fullmatch(piece)
            if piece.lower() in STATUSES:
                listing = listing._replace(statuses=(*listing.statuses, piece.lower()))
            elif unwanted is not None:
                listing = listing._replace(not_text=(*listing.not_text, unwanted[1] + _ending(text, piece)))
            else:
                plain.append(piece)
                problems += wrong
            continue
        if not value:
            continue  # still being typed
        changed = _with(listing, key, value, labels)
        if isinstance(changed, Listing):
            listing = changed
        else:
            problems.append(Problem(value, changed))
    words = " ".join(plain)
    if not any(map(str.isalnum, words)) and _BEGUN.fullmatch(words) is None:
        problems.append(Problem(words, "sign"))
    return listing._replace(text=words + (_ending(text, plain[-1]) if plain else "")), tuple(problems)


def _ending(text: str, piece: str) -> str:
    """A space after a word that is whole, as one follows it; without it the word is taken for a beginning."""
    return " " if text.rstrip().endswith(piece) and text[-1:].isspace() else ""


def _split(piece: str) -> tuple[str, str]:
    """Key and value of a piece; "" where it is a plain word."""
    name, colon, value = piece.partition(":")
    is_not = name.startswith("-")
    key = _KEYS.get(name.removeprefix("-").lower(), "") if colon else ""
    if is_not:
        key = "without" if key == "label" else ""
    return key, value.strip('"')


def _unknown(piece: str) -> tuple[Problem, ...]:
    """The problem of a piece that looks like a field and a value, and is none; a time or an address does not."""
    match = _FIELD_LIKE.fullmatch(piece)
    if match is None:
        return ()
    from difflib import get_close_matches  # lazy: most who filter never mistype

    word = match[1]
    near = get_close_matches(word.lower(), _KEYS, n=1)
    return (Problem(word, "field", near[0] if near else ""),)


def _with(listing: Listing, key: str, value: str, labels: Mapping[str, str] | None) -> Listing | Wrong:
    return _READERS[key](listing, value, labels)


def _status(listing: Listing, value: str, _labels: object) -> Listing | Wrong:
    found = [STATUS_WORDS.get(word.lower()) for word in value.split(",") if word]
    if None in found:
        return "status"
    more = (status for one in found if one is not None for status in one)
    return listing._replace(statuses=_unique((*listing.statuses, *more)))


def _labels(listing: Listing, value: str, labels: Mapping[str, str] | None, *, is_there: bool) -> Listing | Wrong:
    names = [word if labels is None else labels.get(word.casefold(), "") for word in value.split(",") if word]
    if not all(names):
        return "label"
    if is_there:
        return listing._replace(labels=_unique((*listing.labels, *names)))
    return listing._replace(without=_unique((*listing.without, *names)))


def _yes_no(field: str) -> Callable[[Listing, str, object], Listing | Wrong]:
    def changed(listing: Listing, value: str, _labels: object) -> Listing | Wrong:
        answer = _YES.get(value.lower())
        return "yes_no" if answer is None else listing._replace(**{field: answer})  # type: ignore[arg-type]

    return changed


def _date(listing: Listing, value: str, _labels: object) -> Listing | Wrong:
    first, dots, last = value.partition("..")
    last = last if dots else first
    if any(bound and not _DATE.fullmatch(bound) for bound in (first, last)) or not (first or last):
        return "date"
    return listing._replace(dates=(first, last + _LAST if last else ""))


def _source(listing: Listing, value: str, _labels: object) -> Listing | Wrong:
    return listing._replace(source=value)


def _sort(listing: Listing, value: str, _labels: object) -> Listing | Wrong:
    order = ORDER_WORDS.get(value.removeprefix("-").lower())
    return "order" if order is None else listing._replace(order=order, is_descending=value.startswith("-"))


_READERS: Mapping[str, Callable[[Listing, str, Mapping[str, str] | None], Listing | Wrong]] = {
    "status": _status,
    "label": lambda listing, value, labels: _labels(listing, value, labels, is_there=True),
    "without": lambda listing, value, labels: _labels(listing, value, labels, is_there=False),
    "open": _yes_no("has_open"),
    "differs": _yes_no("differs"),
    "comment": _yes_no("has_comment"),
    "date": _date,
    "source": _source,
    "sort": _sort,
}


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def term(key: str, value: str, language: str) -> str:
    """The piece of text that stands for a field and a value in that language ("status", "done" → `status:klaar`)."""
    field = next(one for one in FIELDS if one.key == key)
    return f"{field.word(language)}:{word_for(key, value, language)}"


def word_for(key: str, value: str, language: str) -> str:
    """The value as that language writes it; as it is where there is no word for it."""
    minus, plain = ("-", value[1:]) if value.startswith("-") else ("", value)
    return minus + _WORDS.get(language, {}).get((key, plain), plain)


_WORDS: Mapping[str, Mapping[tuple[str, str], str]] = {
    "nl": {
        ("status", "busy"): "bezig", ("status", "done"): "klaar", ("status", "flagged"): "gemarkeerd",
        ("status", "skipped"): "overgeslagen", ("status", "todo"): "nieuw", ("open", "yes"): "ja",
        ("differs", "yes"): "ja", ("comment", "yes"): "ja", ("sort", "import"): "volgorde", ("sort", "date"): "datum",
        ("sort", "title"): "titel", ("sort", "length"): "lengte", ("sort", "teaching"): "leerzaam",
        ("sort", "easiest"): "makkelijk",
    },
    "en": {},
}  # fmt: skip


def toggled(text: str, key: str, value: str, language: str) -> str:
    """The filter's text with that field set to the value, or without the field where it had it already."""
    kept: list[str] = []
    was_there = False
    wanted = read(term(key, value, language))[0]
    for piece in _PIECE.findall(text):
        if _split(piece)[0] != key:
            kept.append(piece)
        elif read(piece)[0] == wanted:
            was_there = True
    return " ".join(kept if was_there else [*kept, term(key, value, language)])


def is_on(text: str, key: str, value: str) -> bool:
    """Whether the filter's text has that field at that value."""
    wanted = read(term(key, value, "en"))[0]
    return any(read(piece)[0] == wanted for piece in _PIECE.findall(text) if _split(piece)[0] == key)
