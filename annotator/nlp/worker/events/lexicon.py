"""The trigger lexicon in memory: each written form with the entries it may stand for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from annotator.nlp.worker.events.idioms import by_beginning
from annotator.nlp.worker.events.inflection import StrongParts, VerbForms, noun_forms, verb_forms
from annotator.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FormKind = Literal["finite", "infinitive", "participle", "inflected", "noun", "word", "phrase"]
EntryKind = Literal["verb", "noun", "word", "phrase"]
LABELLED = "%"  # in a list of neighbours: an entity of this label
NUMBER = "#"  # in a list of neighbours: any figure
MIN_LEFT = 3  # letters that the left part of a compound must have
MIN_HEAD = 4  # letters that a head must have to be looked for inside a longer word
LONGEST_HEAD = 40  # no head of the lexicon has more letters, so a word of a million takes no longer


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words, some with a wild beginning (`*bom`) or end (`leger*`), and labels of entities (`%WEAPON`)."""

    words: frozenset[str]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    labels: frozenset[str] = frozenset()

    @classmethod
    def of(cls, items: Iterable[str]) -> WordSet:
        """The set a list of the lexicon stands for."""
        every = tuple(items)
        given = tuple(item for item in every if not item.startswith(LABELLED))
        return cls(
            frozenset(item for item in given if "*" not in item),
            tuple(item[:-1] for item in given if item.endswith("*")),
            tuple(item[1:] for item in given if item.startswith("*")),
            frozenset(item[1:] for item in every if item.startswith(LABELLED)),
        )

    def holds(self, word: str) -> bool:
        """Whether the lower-case word is in the set."""
        if word in self.words or (word[:1].isdigit() and NUMBER in self.words):
            return True
        return bool(self.heads and word.startswith(self.heads)) or bool(self.tails and word.endswith(self.tails))

    def holds_any(self, words: Iterable[str], labels: Iterable[str]) -> bool:
        """Whether one of the words is in the set, or one of the labels of entities."""
        return any(self.holds(word) for word in words) or not self.labels.isdisjoint(labels)

    def __bool__(self) -> bool:
        return bool(self.words or self.heads or self.tails or self.labels)


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold around a word before it counts as a trigger; see the head of triggers-nl.toml."""

    near: WordSet
    close: WordSet
    not_near: WordSet
    before: WordSet
    not_before: WordSet
    after: WordSet
    not_after: WordSet
    adjoins: WordSet
    not_form: WordSet
    follows: frozenset[str]  # labels of entities, one of which must end just before
    beside: frozenset[str]  # labels of entities, one of which must stand free within a few words
    place: bool = False
    story: bool = False
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lemmas of one type that share score, guard and frame."""

    type: str
    score: float
    frame: str
    van: str
    civilians: str
    forces: str
    guard: Guard


# Beginnings of participles and adjectives that are entered as words, and not as forms of a verb.
_STATES = ("ontheem", "gepak", "lichtge", "zwaarge", "zwaarver", "gekwets", "gewond")


@dataclass(frozen=True, slots=True)
class Entry:
    """One lemma of the lexicon; `particle` is set for a separable verb."""

    lemma: str
    kind: EntryKind
    group: Group
    particle: str = ""

    @property
    def is_state(self) -> bool:
        """Whether it says how its subject is left, as a participle does: "ontheemd", and no noun."""
        return self.kind == "word" and self.lemma.endswith(("d", "t")) and self.lemma.startswith(_STATES)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one written form may be: forms of `entry` of these kinds, of this type."""

    entry: Entry
    forms: frozenset[FormKind]
    type: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Contiguous words and the verb forms that may adjoin; without `is_bare` one of them must.

    `apart` are the forms that may stand anywhere else in the clause instead.
    """

    entry: Entry
    words: tuple[str, ...]
    verbs: frozenset[str]
    is_bare: bool
    apart: frozenset[str] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()  # as `apart`: finite verb and particle, both in the clause


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms, expanded: whole words, parts of separable verbs, phrases by first word, compound heads."""

    words: Mapping[str, tuple[Reading, ...]]
    finite_bases: Mapping[str, tuple[Entry, ...]]
    commands: Mapping[str, tuple[Entry, ...]]  # bare stems of separable verbs, verbs only where a sentence begins
    other_bases: Mapping[str, tuple[Entry, ...]]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]  # by first and second word
    heads: Mapping[str, Reading]
    neutral_heads: frozenset[str]
    left_types: Mapping[str, tuple[frozenset[str], str]]
    blocked: frozenset[str]
    blocked_tails: tuple[str, ...]
    particles: frozenset[str]

    def readings(self, word: str) -> tuple[Reading, ...]:
        """What the lower-case word may stand for, as a word of its own or as a compound."""
        if word in self.blocked:
            return ()
        return self.words.get(word) or self._compound(word)

    def _compound(self, word: str) -> tuple[Reading, ...]:
        if word.endswith(self.blocked_tails):
            return ()  # "bokswedstrijd"
        for cut in range(max(MIN_LEFT, len(word) - LONGEST_HEAD), len(word) - MIN_HEAD + 1):
            head = word[cut:]
            if head in self.heads:
                return (self._modified(self.heads[head], word[:cut]),)
            if head in self.neutral_heads:
                left = self._left_event(word[:cut])
                if left is not None:
                    return (left,)
        return ()

    def _modified(self, head: Reading, left: str) -> Reading:
        for stem in _unlinked(left):
            rule = self.left_types.get(stem)
            if rule is not None and head.type in rule[0]:
                return Reading(head.entry, head.forms, rule[1])
        return head

    def _left_event(self, left: str) -> Reading | None:
        for stem in _unlinked(left):
            for reading in self.words.get(stem, ()):
                if reading.entry.kind == "noun":
                    return reading
        return None


def _unlinked(left: str) -> tuple[str, ...]:
    """The left part of a compound without its hyphen and its linking s, e or en."""
    stem = left.rstrip("-")
    return tuple(dict.fromkeys((stem, stem.removesuffix("s"), stem.removesuffix("en"), stem.removesuffix("e"))))


@dataclass(slots=True)
class _Builder:
    strong: Mapping[str, StrongParts]
    unstressed: frozenset[str]
    words: dict[str, dict[Entry, set[FormKind]]] = field(default_factory=dict)
    finite_bases: dict[str, list[Entry]] = field(default_factory=dict)
    commands: dict[str, list[Entry]] = field(default_factory=dict)
    other_bases: dict[str, list[Entry]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    heads: dict[str, Reading] = field(default_factory=dict)
    cache: dict[str, VerbForms] = field(default_factory=dict)

    def forms(self, infinitive: str) -> VerbForms:
        if infinitive not in self.cache:
            self.cache[infinitive] = verb_forms(infinitive, self.strong, unstressed=self.unstressed)
        return self.cache[infinitive]

    def put(self, form: str, entry: Entry, *kinds: FormKind) -> None:
        self.words.setdefault(form, {}).setdefault(entry, set()).update(kinds)

    def add_verb(self, written: str, group: Group) -> None:
        particle, _, base = written.rpartition("|")
        entry = Entry(written, "verb", group, particle)
        forms = self.forms(base)
        shape = group.guard.not_form
        for form, kind in _kinds(forms):
            if not shape.holds(particle + form):
                self.put(particle + form, entry, kind)
        if not particle:
            return
        for form in forms.finite - _first_person(forms):
            self.finite_bases.setdefault(form, []).append(entry)
        self.commands.setdefault(forms.stem, []).append(entry)
        for form in (forms.infinitive, forms.participle):
            self.other_bases.setdefault(form, []).append(entry)

    def add_noun(self, written: str, group: Group, *, is_head: bool) -> None:
        entry = Entry(written.partition("/")[0], "noun", group)
        for form in noun_forms(written):
            self.put(form, entry, "noun")
            if is_head and len(form) >= MIN_HEAD:
                self.heads[form] = Reading(entry, frozenset({"noun"}), group.type)

    def add_phrase(self, written: str, group: Group) -> None:
        match = re.fullmatch(r"([^<>]+?)(?: <([^<>]+)>([?+]?))?", written)
        if match is None:
            raise ValueError(f"phrase {written!r}")
        entry = Entry(written, "phrase", group)
        is_apart = match[3] == "+"
        verbs: set[str] = set()
        parted: set[tuple[str, str]] = set()
        for verb in (match[2] or "").split():
            particle, _, base = verb.rpartition("|")
            verbs |= {particle + form for form in self.forms(base).every()}
            parted |= {(form, particle) for form in self.forms(base).finite if particle}
        adjoining, is_bare = frozenset(verbs), not verbs or match[3] == "?"
        apart = adjoining if is_apart else _NONE
        for words in product(*(word.split("/") for word in match[1].split())):
            phrase = Phrase(entry, words, adjoining, is_bare, apart, frozenset(parted))
            self.phrases.setdefault(words[0], []).append(phrase)


_NONE: frozenset[str] = frozenset()


def _first_person(forms: VerbForms) -> frozenset[str]:
    """The bare stem where the third person differs: rare in news, and too often a noun (strijd, brand)."""
    return frozenset({forms.stem}) if not forms.stem.endswith("t") else frozenset()


def _kinds(forms: VerbForms) -> Iterable[tuple[str, FormKind]]:
    for form in forms.finite - _first_person(forms):
        yield form, "finite"
    yield forms.infinitive, "infinitive"
    yield forms.participle, "participle"
    yield from ((form, "inflected") for form in forms.inflected - {forms.participle})


def _named(items: Iterable[str], sets: Mapping[str, str]) -> Iterator[str]:
    """The items with "@name" replaced by the words of that set; KeyError where there is none."""
    for item in items:
        if item.startswith("@"):
            yield from sets[item[1:]].split()
        else:
            yield item


def _group(row: Mapping[str, Any], sets: Mapping[str, str]) -> Group:
    guard = Guard(
        **{
            name: WordSet.of(_named(row.get(name, ()), sets))
            for name in (
                "near", "close", "not_near", "before", "not_before", "after", "not_after", "adjoins", "not_form",
            )
        },
        follows=frozenset(row.get("follows", ())),
        beside=frozenset(row.get("beside", ())),
        place=bool(row.get("place")),
        story=bool(row.get("story")),
        reading=str(row.get("reading", "")),
    )  # fmt: skip
    return Group(
        str(row["type"]), float(row["score"]), str(row["frame"]), str(row.get("van", "")),
        str(row.get("civilians", "")), str(row.get("forces", "")), guard,
    )  # fmt: skip


def _builder(source: Mapping[str, Any]) -> _Builder:
    strong = {verb: StrongParts(*parts.split()) for verb, parts in source["strong"].items()}
    return _Builder(strong, frozenset(source["unstressed"].split()))


def build(source: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a parsed triggers file; raises KeyError or ValueError where it is malformed."""
    builder = _builder(source)
    for row in source["group"]:
        group = _group(row, source["sets"])
        for verb in row.get("verbs", "").split():
            builder.add_verb(verb, group)
        for noun in row.get("nouns", "").split():
            builder.add_noun(noun, group, is_head=True)
        for noun in row.get("solo", "").split():
            builder.add_noun(noun, group, is_head=False)
        for word in row.get("words", "").split():
            builder.put(word, Entry(word, "word", group), "word")
        for phrase in row.get("phrases", ()):
            builder.add_phrase(phrase, group)
    left_types = {
        part: (frozenset(rule["heads"]), str(rule["type"])) for rule in source["left"] for part in rule["parts"].split()
    }
    readings = {
        form: tuple(Reading(entry, frozenset(kinds), entry.group.type) for entry, kinds in entries.items())
        for form, entries in builder.words.items()
    }
    every = [entry for entries in builder.finite_bases.values() for entry in entries]
    return Lexicon(
        words=readings,
        finite_bases={form: tuple(entries) for form, entries in builder.finite_bases.items()},
        commands={form: tuple(entries) for form, entries in builder.commands.items()},
        other_bases={form: tuple(entries) for form, entries in builder.other_bases.items()},
        phrases=by_beginning(builder.phrases),
        heads=builder.heads,
        neutral_heads=frozenset(source["neutral"]["heads"].split()),
        left_types=left_types,
        blocked=frozenset(source["blocked"]["words"].split()),
        blocked_tails=tuple(source["blocked"]["words"].split()),
        particles=frozenset(entry.particle for entry in every),
    )


@lru_cache(maxsize=1)
def _source() -> dict[str, Any]:
    return tomllib.loads(resource("lexicons", "triggers-nl.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon, expanded once per process."""
    return build(_source())


@lru_cache(maxsize=1)
def common_finite_forms() -> frozenset[str]:
    """Third person and past forms of common verbs that are no triggers; bare stems are too often nouns."""
    source = _source()
    builder = _builder(source)
    found: set[str] = set(source["common"]["finite"].split())
    for verb in source["common"]["verbs"].split():
        forms = builder.forms(verb)
        found |= forms.finite - {forms.infinitive} - _first_person(forms)
    return frozenset(found) - frozenset(source["common"]["not"].split())


@lru_cache(maxsize=1)
def common_plurals() -> frozenset[str]:
    """Infinitives of the common verbs, which are their plurals too: finite only where the order of words says so."""
    source = _source()
    return frozenset(source["common"]["verbs"].split()) - frozenset(source["common"]["not"].split())


@lru_cache(maxsize=1)
def past_forms() -> frozenset[str]:
    """Past forms of the verbs of the lexicon, of common ones and auxiliaries; what may be a present is none."""
    source = _source()
    builder = _builder(source)
    verbs = set(source["common"]["verbs"].split()) | set(source["strong"])
    verbs |= {verb.rpartition("|")[2] for row in source["group"] for verb in row.get("verbs", "").split()}
    past: set[str] = set(source["common"]["past"].split())
    present: set[str] = set()
    for verb in verbs:
        forms = builder.forms(verb)
        now = {forms.infinitive, forms.stem, forms.stem if forms.stem.endswith("t") else forms.stem + "t"}
        now |= {forms.infinitive[:-1] + "t"} if forms.infinitive.endswith("aan") else set()  # gaat
        present |= now
        past |= forms.finite - now
    return frozenset(past - present - {"is", "heeft", "week", "weken"})


@lru_cache(maxsize=1)
def never_finite() -> frozenset[str]:
    """Forms that a rule would take for finite verbs and that are nearly always nouns."""
    source = _source()
    return frozenset(source["common"]["not"].split())
