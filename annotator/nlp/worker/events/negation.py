"""Whether a sentence denies its event: "niet", "geen", what was called off, ruled out or tried in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.nlp.worker.events.denials import is_kept_out_of, is_off, is_unfounded, is_unwanted, speaks_anew
from annotator.nlp.worker.events.outlook import noun_preposition
from annotator.nlp.worker.events.triggers import clause_before, is_infinitive, is_nominalised, own_clause
from annotator.nlp.worker.events.words import word_classes

if TYPE_CHECKING:
    from annotator.nlp.worker.events.clauses import Sentence
    from annotator.nlp.worker.events.triggers import Trigger

# What denies a clause with "dat" before it.
DENIALS = (
    {"ontkent"}, {"ontkennen"}, {"weerlegt"}, {"weerspreekt"}, {"spreekt", "tegen"}, {"spreken", "tegen"},
    {"klopt", "niet"}, {"niet", "waar"}, {"uit", "lucht", "gegrepen"}, {"nooit", "gebeurd"}, {"niet", "juist"},
)  # fmt: skip
# What comes of a noun after "van" where nothing does: "van de hulp is niets gezien".
NOTHING_OF = frozenset({"huis", "terecht", "gezien", "merken", "bespeuren", "gekomen", "geworden", "aangekomen"})
DESCRIBED = 2  # words from a describing participle to its noun
NEAR_REACH = 12  # words before an event in which "poging" governs it
NEAR_BEFORE = 4  # words before a noun in which "geen" or "mogelijke" speaks of it


def is_negated(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the sentence says that the event did not happen: denied, called off, ruled out, failed."""
    hedges = word_classes().hedges
    head = trigger.head
    near = [sentence.low(head - back) for back in range(1, NEAR_BEFORE + 1)]
    first, _ = sentence.segment_range(head)
    inside = near[: max(0, head - first)]
    if (not trigger.is_verb and hedges["out_of"] & set(near[:2])) or _has_no_before(inside[:3]):
        return True
    if "zonder" in inside[:3] and (not trigger.is_verb or is_infinitive(trigger, sentence)):
        return True  # "zonder te schieten", not "zonder genade vermoord"
    has_no = any(sentence.low(index) == "geen" for index in trigger.words)  # "wijken geen duimbreed"
    if has_no or (not trigger.is_verb and "nooit" in inside[:3]):
        return True
    rules = (
        _is_without, _has_failed, _came_to_nothing, _is_rather_not, _is_denied, _is_denied_after, _is_called_untrue,
        _is_rejected, _is_in_vain, _is_wished_past, _is_without_sign, _is_not_so, _is_almost, _is_desisted_from,
        is_unwanted, is_unfounded, is_off, is_kept_out_of,
    )  # fmt: skip
    if any(rule(trigger, sentence) for rule in rules) or _is_instead(trigger, sentence):
        return True
    if is_ruled_out(trigger, sentence):
        return not is_ruled_out(trigger, sentence, with_not=True)
    own = own_clause(trigger, sentence)
    before = {word for _, word in clause_before(trigger, sentence)}
    if not trigger.is_verb:
        later = {word for index, word in own if index > head}
        return "niet" in later and "een" in inside[:3] and bool({"is", "er", "wordt", "kwam", "komt"} & later)
    for index, word in own:
        if index in trigger.words or word not in hedges["negation"] or word == "zonder":
            continue
        if word == "nauwelijks" and index + 1 in sentence.entity:
            continue  # "na nauwelijks 48 uur"
        is_no_longer = sentence.low(index + 1) in ("meer", "langer") and sentence.low(index + 2) != "dan"
        if (is_no_longer or sentence.low(index + 1) not in hedges["not_really"]) and (
            index < head or not _is_parted(head, index, sentence)
        ):
            return True
    return is_infinitive(trigger, sentence) and bool({"niet", "noch"} & before) and bool(before & hedges["achieved"])


def _is_without(trigger: Trigger, sentence: Sentence) -> bool:
    """ "dat betekent niet dat er een bestand is", "zonder dat iemand gewond raakte"."""
    own = own_clause(trigger, sentence)
    before = {word for _, word in clause_before(trigger, sentence)}
    if own[0][1] == "dat" and "niet" in before and before & {"betekent", "betekende", "betekenen"}:
        return True
    return any(word == "dat" and index < trigger.head and sentence.low(index - 1) == "zonder" for index, word in own)


def _is_parted(head: int, index: int, sentence: Sentence) -> bool:
    """Whether "en" or "maar" stands between two words, so that the second speaks of something else.

    Not where it joins but nouns: "het uitdelen van tenten en dekens is nog niet begonnen".
    """
    if sentence.low(index - 1) == "en" and head < index - 1:
        return True  # "is opgepakt en nooit teruggekomen"
    joins = [between for between in range(head + 1, index) if sentence.low(between) in ("en", "maar")]
    return any(
        sentence.low(join) == "maar" or any(sentence.is_finite(word) for word in range(head + 1, join))
        for join in joins
    )


def _has_failed(trigger: Trigger, sentence: Sentence) -> bool:
    """ "een poging om hen te redden is gestrand": what was tried did not come about."""
    hedges, last = word_classes().hedges, trigger.words[-1]
    failing = hedges["called_off"] | {"mislukte", "mislukten", "faalde", "faalden"}
    if not trigger.is_verb and sentence.low(last + 1) in ("die", "dat") and sentence.low(last + 2) in failing:
        return True  # "een overval die mislukte"
    if "poging" not in sentence.lows and "pogingen" not in sentence.lows:
        return False
    before = [sentence.low(index) for index in range(max(0, trigger.head - NEAR_REACH), trigger.head)]
    after = {word.low for word in sentence.words[trigger.words[-1] + 1 :]}
    return bool({"poging", "pogingen"} & set(before)) and bool(after & failing)


def _is_rather_not(trigger: Trigger, sentence: Sentence) -> bool:
    """ "liever vluchten dan zich overgeven": what follows "dan" is not wanted."""
    before = [word.low for word in sentence.words[: trigger.head]]
    return "liever" in before and "dan" in before[before.index("liever") :]


def is_ruled_out(trigger: Trigger, sentence: Sentence, *, with_not: bool = False) -> bool:
    """ "sluit een aanval uit"; with_not: "sluit een aanval niet uit"."""
    own = sentence.clause_of(trigger.head)
    before = {sentence.low(index) for index in own if index < trigger.head}
    after = {sentence.low(index) for index in own if index > trigger.head}
    shutting = {"sluit", "sluiten", "sloot", "sloten"}
    is_first = bool(after & shutting) and sentence.low(own[-1]) == "uit"  # "een aanval sluit hij uit"
    is_out = (bool(before & shutting) or is_first) and "uit" in after and not trigger.is_verb
    return is_out and (not with_not or "niet" in after)


def _came_to_nothing(trigger: Trigger, sentence: Sentence) -> bool:
    """ "van een aftocht is geen sprake", "de evacuatie ging niet door", "konvooien worden niet doorgelaten"."""
    if trigger.is_verb and not is_nominalised(trigger, sentence):
        return False
    own = {word for _, word in own_clause(trigger, sentence)}
    is_unwanted = bool(own & {"wil", "wilde", "willen", "wilden"}) and bool(own & {"weten", "gehoord", "horen"})
    if is_unwanted and own & {"niets", "niet"}:
        return True  # "van een bestand wil hij niets weten"
    is_unwilled = "niemand" in own and sentence.low(trigger.head + 1) in ("wil", "wilde")  # "een slag wil niemand"
    if is_unwilled or ({"van", "niets"} <= own and own & NOTHING_OF):
        return True
    if {"in", "wind", "geslagen"} <= {word.low for word in sentence.words[trigger.head :]}:
        return True
    is_refused = "geen" in own and bool(own & _LEAVE) and bool(own & {"kreeg", "krijgt", "kregen", "krijgen"})
    is_still = sentence.low(sentence.clause_of(trigger.head)[-1]) == "stil" and bool(
        own & {"ligt", "lag", "liggen", "lagen"}
    )
    if (
        is_still
        or {"geen", "sprake"} <= own
        or {"geen", "optie"} <= own
        or is_refused
        or _is_held_up(trigger, sentence)
    ):
        return True
    if "niet" not in own:
        return False
    is_off = "door" in own and bool(own & {"gaat", "ging", "gaan", "gingen"})
    is_absent = "er" in own and bool(own & {"komt", "kwam", "komen", "kwamen"})
    return is_off or is_absent or bool(own & {"doorgelaten", "toegelaten", "binnengelaten", "doorgegaan", "doorgaan"})


def _is_held_up(trigger: Trigger, sentence: Sentence) -> bool:
    """ "de rebellen houden elk konvooi tegen", "konvooien worden tegengehouden", "het bevoorraden was onmogelijk"."""
    own = [index for index in sentence.clause_of(trigger.head) if not sentence.words[index].is_mark]
    prepositions = word_classes().classes["prepositions"]
    near = {sentence.low(trigger.head - back) for back in (1, 2) if trigger.head >= back}
    if near & prepositions or not own:
        return False  # "na de aanval was het onmogelijk"
    verbs = {sentence.low(index) for index in own}
    last = sentence.low(own[-1])
    if last == "tegen" and trigger.head < own[-1]:
        held = [index for index in own if sentence.low(index) in ("houdt", "houden", "hield", "hielden")]
        return bool(held) and held[0] < trigger.head
    is_told = bool(verbs & {"is", "was", "waren", "blijft", "bleef", "werd", "werden", "wordt", "worden"})
    is_off = {"onmogelijk", "tegengehouden"} & {sentence.low(index) for index in own if index > trigger.head}
    return is_told and bool(is_off) and "het" not in {sentence.low(i) for i in own if i > trigger.head}


def _is_denied(trigger: Trigger, sentence: Sentence) -> bool:
    hedges = word_classes().hedges
    before = [word.low for word in sentence.words[: trigger.head]]
    for index in range(len(before) - 1, -1, -1):
        if before[index] == ";":
            break
        if before[index] in ("maar", ":") or before[index] in hedges["part_in"]:
            return False
        if before[index : index + 2] == ["en", "dat"] or speaks_anew(index, sentence):
            return False
        if before[index] in hedges["describing"] and _describes_another(index, trigger, sentence):
            continue
        is_denial = before[index] in hedges["denial"] or before[index : index + 2] == ["tegen", "dat"]
        if is_denial and not _is_purpose_of_another(index, trigger, sentence):
            return True
    _, last = sentence.segment_range(trigger.head)
    after = [sentence.low(index) for index in range(trigger.words[-1] + 1, last) if sentence.low(index - 1) != "te"]
    has_stayed_out = bool({"bleef", "bleven", "blijft", "blijven"} & set(after)) and "uit" in after
    return not trigger.is_verb and (has_stayed_out or bool(hedges["called_off"] & set(after)))


def _is_purpose_of_another(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the denial ends a purpose before the event: "om een bloedbad te voorkomen, trok hij zich terug"."""
    if sentence.segment[index] == sentence.segment[trigger.head]:
        return False
    return sentence.low(sentence.segment_range(index)[0]) == "om"


def _is_denied_after(trigger: Trigger, sentence: Sentence) -> bool:
    """ "dat de stad gevallen is, spreekt hij tegen": a clause with "dat" that the rest of the sentence denies."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) != "dat":
        return False
    later = [word.low for word in sentence.words[own[-1] + 1 :]]
    for stop in ("maar", ";"):  # another speaker: "zegt dat …, maar de coalitie ontkent dat"
        later = later[: later.index(stop)] if stop in later else later
    return bool(word_classes().hedges["untrue"] & set(later)) or any(words <= set(later) for words in DENIALS)


def _is_called_untrue(trigger: Trigger, sentence: Sentence) -> bool:
    """ "noemt berichten over een aftocht onzin", "doet de moord af als een verzinsel"."""
    if trigger.is_verb:
        return False
    lows = {word for _, word in own_clause(trigger, sentence)}
    later: list[str] = []
    for word in sentence.words[trigger.head :]:
        if word.text in (",", ";", ":"):
            break
        later.append(word.low)
    is_rumour = any(
        sentence.low(index).startswith(("bericht", "gerucht"))
        for index in range(max(0, trigger.head - 4), trigger.head)
    )
    if is_rumour and any(words <= set(later) for words in DENIALS):
        return True
    is_judged = any(word.startswith(("noem", "bestempel")) for word in lows) or {"af", "als"} <= set(later)
    return is_judged and bool(word_classes().hedges["untrue"] & set(later))


def _is_rejected(trigger: Trigger, sentence: Sentence) -> bool:
    """ "sprak het verlies tegen", "wijst elk bestand af": with the particle at the end of its clause."""
    if trigger.is_verb:
        return False
    first, last = sentence.segment_range(trigger.head)
    before = {sentence.low(index) for index in range(first, trigger.head)}
    after = {sentence.low(index) for index in range(trigger.head + 1, last)}
    if "tegen" in after and before & _CONTRADICTING:
        return sentence.low(last - 1) == "tegen"
    return bool(before & _REFUSING) and ("af" in after or {"van", "hand"} <= after)


def _is_in_vain(trigger: Trigger, sentence: Sentence) -> bool:
    """ "probeerden vergeefs een bestand te sluiten": tried and not got."""
    own = {word for _, word in own_clause(trigger, sentence)}
    around = own | {word for _, word in clause_before(trigger, sentence)}
    if not trigger.is_verb and {"er", "niet", "in"} <= around and around & word_classes().hedges["achieved"]:
        return "te" in own and sentence.low(trigger.head - 1) not in ("de", "het")  # "slaagde er niet in … te bereiken"
    if not own & {"vergeefs", "tevergeefs", "vruchteloos"}:
        return False
    return is_infinitive(trigger, sentence) or (not trigger.is_verb and "een" in own and "te" in own)


def _is_wished_past(trigger: Trigger, sentence: Sentence) -> bool:
    """ "Hadden ze maar eerder gebombardeerd": what was not done."""
    lows = [word.low for word in sentence.words if not word.is_mark]
    return trigger.is_verb and lows[:1] in (["had"], ["hadden"], ["was"], ["waren"]) and "maar" in lows[1:4]


def _has_no_before(before: list[str]) -> bool:
    """Whether "geen" among the words just before, nearest first, is said of the noun: not "geen ervaring met"."""
    if "geen" not in before:
        return False
    between = before[: before.index("geen")]
    is_of_another = bool(between) and between[0] in ("met", "bij", "na", "sinds", "tijdens", "tegen")
    return not is_of_another


def _is_without_sign(trigger: Trigger, sentence: Sentence) -> bool:
    """ "niets wijst op een overval", "voor een moord is geen bewijs", "er is geen spoor van een aftocht"."""
    own = sentence.clause_of(trigger.head)
    if sentence.low(own[0]) == "dat":
        around = sentence.clause_before(trigger.head)
        return any(_is_no_sign(index, sentence) for index in around)
    if trigger.is_verb or noun_preposition(trigger, sentence) not in ("op", "voor", "van", "naar"):
        return False
    lows = sentence.lows_of(trigger.head)
    if noun_preposition(trigger, sentence) == "op" and "niets" in lows and lows & _POINTING:
        return True
    return any(_is_no_sign(index, sentence) for index in own)


def _is_no_sign(index: int, sentence: Sentence) -> bool:
    """Whether the word at `index` is a sign of something and "geen" stands before it: "geen enkel bewijs"."""
    if not sentence.low(index).startswith(_SIGNS):
        return False
    return "geen" in [sentence.low(index - back) for back in (1, 2)]


def _is_not_so(trigger: Trigger, sentence: Sentence) -> bool:
    """ "het is niet zo dat de weg vrij is", "geeft het toe, maar niet dat er doden vielen"."""
    opening = sentence.clause_of(trigger.head)[0]
    if sentence.low(opening) != "dat":
        return False
    before = [sentence.low(opening - back) for back in (1, 2, 3, 4)]
    if before[0] in ("niet", "evenmin", "ook niet"):
        return before[1] in ("maar", "en", ",")
    return before[0] in ("zo", "waar", "geval") and bool({"niet", "evenmin"} & set(before[1:]))


def _is_instead(trigger: Trigger, sentence: Sentence) -> bool:
    """ "in plaats van zich over te geven": what another thing was done for."""
    first, _ = sentence.segment_range(trigger.head)
    before = [sentence.low(index) for index in range(first, trigger.head)]
    if not is_infinitive(trigger, sentence) or "plaats" not in before:
        return False
    place = before.index("plaats")
    return before[place - 1 : place + 2] == ["in", "plaats", "van"]


def _is_almost(trigger: Trigger, sentence: Sentence) -> bool:
    """ "waar zij bijna waren omsingeld", "werd bijna gedood": what did not come about, told of the past."""
    if "participle" not in trigger.forms:
        return False
    before = {sentence.low(trigger.head - 1), sentence.low(trigger.head - 2)}
    return "bijna" in before and bool(before & {"was", "waren", "werd", "werden", "had", "hadden"})


def _is_desisted_from(trigger: Trigger, sentence: Sentence) -> bool:
    """ "had een aanval aangekondigd, maar zag daar toch van af": what was given up before it was done."""
    before = [sentence.low(trigger.words[0] - back) for back in (1, 2, 3)]
    if "van" in before and "af" in before and sentence.lows_of(trigger.head) & {"zag", "zagen", "ziet", "zien"}:
        return not trigger.is_verb  # "zag af van een aanval"
    if trigger.type == "AID" and not trigger.is_verb and sentence.lows_of(trigger.head) & _STOPPING:
        return True
    later = {word.low for word in sentence.words[trigger.head :]}
    is_off = bool(later & {"zag", "zagen", "ziet", "zien"}) and "af" in later
    return not trigger.is_verb and is_off and ("ervan" in later or "daarvan" in later or {"daar", "van"} <= later)


_STOPPING = frozenset({"staakte", "staakten", "staakt", "stopzetten", "stopzette", "stopzet"})
_SIGNS = ("aanwijzing", "bewijs", "bewijzen", "spoor", "sporen", "teken", "indicatie", "signaal", "signalen")
_POINTING = frozenset({"wijst", "wees", "duidt", "duidde"})
_LEAVE = frozenset({"toestemming", "doorgang", "toegang", "vergunning", "vrijgeleide"})
_CONTRADICTING = frozenset({"spreekt", "spreken", "sprak", "spraken"})
_REFUSING = frozenset({"wijst", "wijzen", "wees", "wezen"})


def _describes_another(index: int, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the participle at `index` describes a noun that is not the trigger: "een mislukte mars leidde tot"."""
    return sentence.low(index - 1) in word_classes().classes["determiners"] and trigger.head - index > DESCRIBED
