"""The project's own tokenizer: spaCy's Dutch one with hyphens, slashes and glued quotes split, as plain settings."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from annotator.core.graphemes import is_joined
from annotator.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

    from annotator.core.text import Fragment

_HYPHENS = "-‐‑–—−"
_QUOTES = '"“”„«»'
_ANY_QUOTES = _QUOTES + "'‘’"
_LETTER = r"[^\W\d_]"
# What is one picture to the eye is one token: flags, keys, and pictures with a tint, a joiner or a tag behind them.
_PICTURE = r"[\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
_PICTURES = (
    rf"(?:{_PICTURE}(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d{_PICTURE})+"
    r"|[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3)"
)
# Chinese and Japanese have no spaces: each character is a token, so that a label has edges to sit on; words in
# katakana, which are names for the most part, stay whole.
_HAN = (
    r"[\u3001-\u3003\u3008-\u301b\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20"
    r"\U00020000-\U000323af]"
)
_VARIANT = r"[\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]"

# All that differs from spaCy's Dutch tokenizer, as it is stored in each project.
SETTINGS: Mapping[str, Any] = {
    "name": "annotator-nl",
    "version": 1,
    "base": "nl",
    # spaCy takes 1,500 Dutch abbreviations for one token with their full stop, among them "VN.", "VS.", "hand." and
    # "top.", which in running text end a sentence. Of those without an inner full stop only these stay.
    "abbreviations": [
        "apr", "arr", "art", "aug", "bijv", "blz", "bv", "ca", "dec", "dhr", "dr", "drs", "ds", "enz", "etc", "evt",
        "excl", "feb", "gen", "incl", "ing", "ir", "jan", "jhr", "jl", "jr", "jul", "jun", "kap", "kol", "kpt", "lt",
        "ltd", "luit", "maj", "max", "mevr", "mgr", "mld", "mln", "mr", "mrt", "mw", "nov", "nr", "nrs", "okt", "prof",
        "prov", "resp", "sept", "sgt", "sr", "st", "vgl", "zgn",
    ],
    # Base rules that treat a curly apostrophe as a quote, or that a rule below replaces.
    "dropped_infixes_with": "’",
    "prefixes": [_PICTURES, rf"[{_HYPHENS}/](?=[\w{_ANY_QUOTES}(])", r"[@#](?=\w)"],
    "infixes": [
        rf"(?<={_HAN})(?!{_VARIANT})(?=.)|(?<={_HAN}{_VARIANT})(?=.)|(?<=.)(?={_HAN})",
        _PICTURES,
        rf"(?<=[\w.)\]{_ANY_QUOTES}])[{_HYPHENS}]+(?=[\w()\[\]{_ANY_QUOTES}])",
        rf"(?<={_LETTER})/(?=\w)|(?<=\d)/(?={_LETTER})",
        rf"(?<=[{_HYPHENS}/])[()\[\]{_ANY_QUOTES}](?=\w)|(?<=\w)[()\[\]{_ANY_QUOTES}](?=[{_HYPHENS}/])",
        rf"(?<={_LETTER})[{_QUOTES})\]([](?={_LETTER})",
        rf"(?<=[\w)\]{_QUOTES}])[.!?…]+(?=[{_QUOTES}‘(]\w)",
        rf"(?<=[.!?…,;:])[{_QUOTES}‘(](?=\w)",
        rf"(?<=[\d)\]{_QUOTES}])[.!?](?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-Z][A-Z])\.(?=[A-ZÀ-Þ][a-zß-ÿ])",
        rf"(?<=[\d)\]{_QUOTES}]),(?={_LETTER})",
        r"(?<=\w);(?=\w)",
    ],
    "suffixes": [_PICTURES, rf"(?<=[\w)\]])[{_HYPHENS}/]", r"(?<=[^\W_])['’]s"],
    # A plural in lower case stays whole ("foto's"); a name with 's does not ("Assad's").
    "kept_whole": r"[a-zß-öø-ÿ]+['’]s",
}  # fmt: skip
_PIPELINES: dict[str, Language] = {}  # by settings_hash; the worker serves one project, so it stays small
_TEXT_FIELDS = ("name", "base", "dropped_infixes_with", "kept_whole")
_LIST_FIELDS = ("abbreviations", "prefixes", "infixes", "suffixes")
# spaCy's time grows with the square of a stretch without space, of which it takes one sign after the other: 160,000
# characters of tags took more than a minute, 8,000 brackets ten seconds.
_ENDLESS = re.compile(r"(?<!\S)\S{2001,}|(?<![^\w\s])[^\w\s]{101,}")
_PIECE = 50
_ONE_FULL_STOP = re.compile(r"[^.]{2,}\.|[^\W\d_A-Z]\.")


def settings_hash(settings: Mapping[str, Any]) -> str:
    """Hex SHA-256 of the settings as canonical JSON with spaCy's version (major.minor), on whose rules they build."""
    spacy_version = ".".join(version("spacy").split(".")[:2])
    value = json.dumps(
        {"settings": settings, "spacy": spacy_version}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(value.encode("utf-8")).hexdigest()


def blank_pipeline(settings: Mapping[str, Any]) -> Language:
    """An empty spaCy pipeline with the tokenizer of the settings; raises KnownError A105 for damaged settings.

    Written to disk it needs nothing of this program: `spacy.copy_from_base_model.v1` takes its tokenizer over.
    """
    import spacy  # lazy: takes a second, and only the worker needs it
    from spacy.tokenizer import Tokenizer  # lazy: as spacy
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # lazy: as spacy

    _check(settings)
    nlp = spacy.blank(settings["base"])
    base = nlp.Defaults
    dropped = settings["dropped_infixes_with"]
    infixes = [rule for rule in base.infixes or () if dropped not in str(rule)]
    try:
        nlp.tokenizer = Tokenizer(
            nlp.vocab,
            rules=_rules(base.tokenizer_exceptions or {}, settings["abbreviations"]),
            prefix_search=compile_prefix_regex([*settings["prefixes"], *(base.prefixes or ())]).search,
            suffix_search=compile_suffix_regex([*settings["suffixes"], *(base.suffixes or ())]).search,
            infix_finditer=compile_infix_regex([*settings["infixes"], *infixes]).finditer,
            token_match=re.compile(rf"(?:{settings['kept_whole']})$").match,
            url_match=base.url_match,
        )
    except re.error as error:
        raise _damaged(f"a rule is no regular expression ({error})") from error
    return nlp


def make_tokenizer(settings: Mapping[str, Any]) -> Tokenizer:
    """The tokenizer of the settings; raises KnownError A105 for damaged settings."""
    tokenizer: Tokenizer = blank_pipeline(settings).tokenizer
    return tokenizer


def token_ranges(tokenizer: Tokenizer, text: str) -> tuple[Fragment, ...]:
    """Ranges of the tokens of a text in code points, ascending; white space belongs to none.

    No token ends within what reads as one character: what is cut there, by a rule or between two pieces, stays whole.
    """
    found: list[Fragment] = []
    for start, end in _pieces(text):
        for token in tokenizer(text[start:end]):
            if token.is_space:
                continue
            first, last = start + token.idx, start + token.idx + len(token.text)
            if found and found[-1][1] == first and is_joined(text, first):
                first = found.pop()[0]
            found.append((first, last))
    return tuple(found)


def _pieces(text: str) -> Iterator[Fragment]:
    """What is tokenized on its own: the text whole, but for stretches without a space that no Dutch text has."""
    start = 0
    for long in _ENDLESS.finditer(text):
        for cut in range(long.start(), long.end(), _PIECE):
            if cut > start:
                yield start, cut
                start = cut
    yield start, len(text)


def tokenize(payload: Mapping[str, Any], report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: {texts, settings?} to {tokens: one list of [start, end] a text, hash: of the settings}."""
    settings, texts = payload.get("settings", SETTINGS), payload["texts"]
    tokenizer = cached_pipeline(settings).tokenizer
    tokens = []
    for index, text in enumerate(texts, start=1):
        tokens.append(token_ranges(tokenizer, text))
        report(index, len(texts))
    return {"tokens": tokens, "hash": settings_hash(settings)}


def write_tokenizer(payload: Mapping[str, Any], _report: Callable[[int, int], None]) -> dict[str, Any]:
    """Task: {path, settings?} writes an empty pipeline with the tokenizer to a folder; {path}.

    A training config takes it over with `spacy.copy_from_base_model.v1` in `initialize.before_init`.
    Raises KnownError A002 where nothing can be written.
    """
    path = payload["path"]
    try:
        cached_pipeline(payload.get("settings", SETTINGS)).to_disk(path)
    except OSError as error:
        raise KnownError("A002", f"{path}: {error.strerror or error}", "choose another place") from error
    return {"path": path}


def cached_pipeline(settings: Mapping[str, Any]) -> Language:
    """As `blank_pipeline`, made once for each settings."""
    key = settings_hash(settings)
    if key not in _PIPELINES:
        _PIPELINES[key] = blank_pipeline(settings)
    return _PIPELINES[key]


def _rules(exceptions: Mapping[str, Any], abbreviations: Sequence[str]) -> dict[str, Any]:
    from spacy.symbols import ORTH  # lazy: as spacy

    rules = {text: tokens for text, tokens in exceptions.items() if not _ONE_FULL_STOP.fullmatch(text)}
    for word in abbreviations:
        for form in (word + ".", word.capitalize() + "."):
            rules[form] = [{ORTH: form}]
    return rules


def _check(settings: Mapping[str, Any]) -> None:
    if set(settings) != set(SETTINGS):
        raise _damaged("they have other fields than this program knows")
    if any(not isinstance(settings[name], str) for name in _TEXT_FIELDS):
        raise _damaged("a field is no text")
    for name in _LIST_FIELDS:
        value = settings[name]
        if not isinstance(value, list) or any(not isinstance(item, str) for item in value):
            raise _damaged(f"`{name}` is no list of texts")
    if any(settings[name] != SETTINGS[name] for name in ("name", "version", "base")):
        raise _damaged(f"they are of {settings['name']:.40} version {settings['version']!r:.20}")


def _damaged(why: str) -> KnownError:
    return KnownError(
        "A105", f"the project's tokenizer settings cannot be used: {why}", "open a backup, or use a newer program"
    )
