"""Dutch inflection: every written form of a verb or noun of the trigger lexicon, from its lemma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VOWELS = "aeiouy"
_VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "sj")
_INSEPARABLE = ("be", "ge", "er", "her", "ont", "ver", "mis")
_TREMA = {"e": "ë", "i": "ï", "u": "ü"}
_OPEN = re.compile(r"(?:^|[^aeiouyë])([aeou])([bdfgklmnprstvz])$")
_APART = re.compile(r"u([ae])([bdfgklmnprstvz])$")  # two vowels spoken apart: evacu-er-en
_CLOSED_LONG = re.compile(r"(.*[^aeiou]|[^aeiou]*|.*[iu])(aa|ee|oo|uu)([bdfgklmnprstvzj])$")
_LENGTHENED = ("slag", "drag", "dag", "bad", "log", "weg")  # aanslag, aanslagen: the vowel grows long
_CLOSED_SHORT = re.compile(r"(?:^|.*[^aeiou])[aeiou][bdfgklmnprst]$")


@dataclass(frozen=True, slots=True)
class StrongParts:
    """Principal parts that no rule gives: past singular and plural (a/b where there are two), participle
    with its ge-, and the stem where it is irregular (`kom`, not `koom`)."""

    past: str
    pasts: str
    participle: str
    stem: str = ""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of a verb by kind, without any separable particle before the finite ones."""

    infinitive: str
    stem: str
    finite: frozenset[str]
    participle: str
    inflected: frozenset[str]  # participles and present participles with and without -e

    def every(self) -> frozenset[str]:
        """All forms that may stand as one word."""
        return self.finite | self.inflected | {self.infinitive, self.participle}


def _has_unstressed_end(base: str) -> bool:
    """Whether a stem in -el, -en or -em keeps its single e: `omsingel`, `teken`; not `deel`."""
    for prefix in _INSEPARABLE:
        rest = base.removeprefix(prefix)
        if rest != base and re.match(r"[^aeiouy]+[aeiouy]", rest):
            base = rest
            break
    return len(re.findall(r"[aeiouy]+", base)) > 1 and base[-2] == "e" and base[-1] in "lnm"


def stem_of(infinitive: str, *, unstressed: bool) -> tuple[str, str]:
    """The written stem (`bevrijd`, `vuur`, `loof`) and the stem as heard in the infinitive (`loov`)."""
    if infinitive.endswith("aan"):  # slaan, gaan, staan: sla
        return infinitive[:-2], infinitive[:-2]
    base = infinitive[:-2]
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in VOWELS:
        return base[:-1], base[:-1]
    if base.endswith("ë"):
        return base[:-1] + "e", base[:-1] + "e"
    heard = base
    is_open = _OPEN.search(base) or _APART.search(base)
    if is_open and not unstressed and not _has_unstressed_end(base):
        heard = base[:-1] + base[-2] + base[-1] if base[-2] in "aeou" else base
    written = heard
    if heard[-1] == "v":
        written = heard[:-1] + "f"
    elif heard[-1] == "z":
        written = heard[:-1] + "s"
    return written, heard


def with_e(word: str) -> str:
    """An adjective or participle with -e: `gedood` gives `gedode`, `bezet` `bezette`, `gevlucht` `gevluchte`."""
    if word.endswith("en") and len(word) > 4:
        return word
    long = _CLOSED_LONG.match(word)
    if long:
        return f"{long[1]}{long[2][0]}{long[3]}e"
    if _CLOSED_SHORT.match(word) and not word.endswith(("el", "er", "em", "ig", "lijk")):
        return word + word[-1] + "e"
    return word + "e"


def _with_ge(word: str) -> str:
    return "ge" + _TREMA.get(word[0], word[0]) + word[1:]


def _present(infinitive: str, stem: str) -> set[str]:
    if infinitive.endswith("aan") and stem.endswith("a"):
        return {stem, stem + "at", infinitive}
    third = stem if stem.endswith("t") else stem + "t"
    return {stem, third, infinitive}


def verb_forms(infinitive: str, strong: Mapping[str, StrongParts], *, unstressed: frozenset[str]) -> VerbForms:
    """All forms of an unseparated verb.

    A verb that ends in one of `strong` takes its parts (`verdrijven` from `drijven`), without ge- after a
    prefix; `unstressed` are verbs in -eren said like `plunderen`, not like `bombarderen`.
    """
    base, prefix = _strong_base(infinitive, strong)
    stem, heard = stem_of(infinitive, unstressed=infinitive in unstressed)
    if base is not None and strong[base].stem:
        stem = prefix + strong[base].stem
    finite = _present(infinitive, stem)
    if base is not None:
        parts = strong[base]
        finite |= {prefix + form for written in (parts.past, parts.pasts) for form in written.split("/")}
        has_ge = not prefix
        participle = parts.participle if has_ge else prefix + parts.participle.removeprefix("ge")
    else:
        voiceless = heard.endswith(_VOICELESS)
        ending = "t" if voiceless else "d"
        finite |= {stem + ending + "e", stem + ending + "en"}
        body = stem if stem.endswith(ending) else stem + ending
        participle = body if _is_prefixed(infinitive) else _with_ge(body)
    present_participle = infinitive + "d"
    inflected = frozenset({with_e(participle), participle, present_participle, present_participle + "e"})
    return VerbForms(infinitive, stem, frozenset(finite), participle, inflected)


def _is_prefixed(infinitive: str) -> bool:
    for prefix in ("her", "ver", "ont", "be", "ge", "om", "over", "onder", "door"):
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and re.match(r"[^aeiou]*[aeiou]+[^aeiou]+[aeiou]?", rest) and len(rest) > 4:
            return True
    return False


def _strong_base(infinitive: str, strong: Mapping[str, StrongParts]) -> tuple[str | None, str]:
    if infinitive in strong:
        return infinitive, ""
    for cut in range(2, len(infinitive) - 3):
        if infinitive[cut:] in strong and infinitive[:cut] in _STRONG_PREFIXES:
            return infinitive[cut:], infinitive[:cut]
    return None, ""


_STRONG_PREFIXES = frozenset({"be", "ge", "her", "ont", "ver", "door", "over", "om", "onder", "mis"})


def plural_of(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("ie", "el", "er", "em", "en", "je", "e")) and not noun.endswith(("stel", "ee")):
        return noun + "s"
    if noun[-1] in "aiouy" and len(noun) > 2:
        return noun + "'s"
    long = _CLOSED_LONG.match(noun)
    if long:
        last = {"f": "v", "s": "z"}.get(long[3], long[3])
        return f"{long[1]}{long[2][0]}{last}en"
    if noun.endswith(("ief", "ijf", "eis", "uis", "olf", "els")):
        return noun[:-1] + {"f": "v", "s": "z"}[noun[-1]] + "en"
    if _CLOSED_SHORT.match(noun) and not noun.endswith(_LENGTHENED):
        return noun + noun[-1] + "en"
    return noun + "en"


def diminutive_of(noun: str) -> str:
    """The regular diminutive of a noun."""
    if noun.endswith("ing"):
        return noun[:-1] + "kje" if not noun.endswith(("ring", "ling")) else noun + "etje"
    if re.search(r"(?:^|[^aeiou])[aeiou][lmnr]$", noun) and not noun.endswith(("el", "er", "en", "em")):
        return noun + noun[-1] + "etje"
    if noun.endswith("m"):
        return noun + "pje"
    if noun[-1] in "lnrw" or noun[-1] in VOWELS:
        return noun + "tje"
    return noun + "je"


def noun_forms(noun: str) -> frozenset[str]:
    """Singular, plural and diminutives; `noun/plural` gives a plural of its own, `noun/-` has none."""
    singular, slash, plural = noun.partition("/")
    forms = {singular}
    if plural != "-":
        forms.add(plural if slash else plural_of(singular))
        small = diminutive_of(singular)
        forms |= {small, small + "s"}
    return frozenset(forms)
