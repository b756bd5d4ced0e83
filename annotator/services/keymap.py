"""The one table of what keys do: the window runs on it, F1, `annotator keys` and docs/keys.md are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.scheme import Scheme

Place = Literal["article", "review", "window"]
APART = {"article", "review"}  # places that are never there together
MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")  # the order in which a chord names them
KEY_NAMES = (
    "Tab", "Enter", "Space", "Backspace", "Delete", "Escape", "Left", "Right", "Up", "Down", "Home", "End", "PageUp",
    "PageDown", "Insert", "Menu", *(f"F{number}" for number in range(1, 13)),
)  # fmt: skip


# The groups of the table, in English and in Dutch.
GROUPS: Mapping[str, tuple[str, str]] = {
    "suggestions": ("Suggestions", "Suggesties"),
    "labelling": ("Labelling", "Labels geven"),
    "moving": ("Moving", "Bewegen"),
    "document": ("Article", "Artikel"),
    "finding": ("Finding", "Zoeken"),
    "window": ("Window", "Venster"),
    "review": ("Review", "Beoordelen"),
}


class Binding(NamedTuple):
    """One thing the desk can do, with the chords that do it.

    `action` is its stable name. `place` is where the chords work: `article` while the article has the
    focus, `review` in the place Review, `window` everywhere. `english` and `dutch` say in a few words what it does.
    """

    action: str
    chords: tuple[str, ...]
    place: Place
    group: str
    english: str
    dutch: str

    def text(self, language: str) -> str:
        """What it does, in the language ("nl" or "en")."""
        return self.dutch if language == "nl" else self.english


def _rows(place: Place, group: str, *rows: tuple[str, str, str, str]) -> tuple[Binding, ...]:
    return tuple(
        Binding(action, tuple(chords.split()), place, group, english, dutch) for action, chords, english, dutch in rows
    )


# A chord is modifiers in the order above, then a key: a name (Tab, Enter, Left) or the character typed.
# Characters that need Shift are written as the character alone ("{"), letters as capitals.
BINDINGS: tuple[Binding, ...] = (
    *_rows(
        "article", "suggestions",
        ("next_suggestion", "Tab", "next open suggestion", "volgende open suggestie"),
        ("previous_suggestion", "Shift+Tab", "previous open suggestion", "vorige open suggestie"),
        ("accept", "Enter Space", "accept the suggestion, go to the next",
         "suggestie aannemen, naar de volgende"),
        ("reject", "Backspace X", "reject the suggestion, go to the next",
         "suggestie verwerpen, naar de volgende"),
        ("show_hidden", "H", "mark the suggestions that are not shown, and say why",
         "suggesties die niet getoond worden aangeven, met de reden"),
        ("accept_above", "A", "accept all at or above the threshold (asks, with the count)",
         "alles vanaf de drempel aannemen (vraagt eerst, met het aantal)"),
    ),
    *_rows(
        "article", "labelling",
        ("repeat", ".", "repeat the last labelling on what is at hand",
         "laatste label herhalen op wat voorligt"),
        ("apply_to_all", "Shift+Enter", "the same for all identical text in the article",
         "hetzelfde voor alle gelijke tekst in het artikel"),
        ("apply_everywhere", "Ctrl+Shift+Enter", "the same in all articles that are not done",
         "hetzelfde in alle artikelen die niet klaar zijn"),
        ("relabel_all", "Shift+R", "another label for all spans with this text and label",
         "een ander label voor alles met deze tekst en dit label"),
        ("choose_label", "Shift+E", "a label from the list, also one without a key",
         "een label uit de lijst, ook een zonder toets"),
        ("event", "E", "event trigger: then a type's key", "gebeurtenis: daarna de toets van een soort"),
        ("step_attribute", "F", "step the first attribute of what is at hand, such as factuality",
         "eerste attribuut van wat voorligt verzetten, zoals factualiteit"),
        ("step_attribute_back", "Shift+F", "step that attribute back", "dat attribuut terugzetten"),
        ("role", "R", "role of the event: then a role's key, then a filler's letter",
         "rol van de gebeurtenis: daarna de toets van een rol, dan de letter van een vuller"),
        ("add_fragment", "+", "add a fragment to the trigger of the event at hand: go to the words, the same key again",
         "fragment bij de trigger van de gebeurtenis: ga naar de woorden, dan dezelfde toets"),
        ("remove_fragment", "-", "take a fragment off the trigger", "fragment van de trigger afhalen"),
        ("arcs", "K", "roles of the event at hand as arcs, or only listed",
         "rollen van de gebeurtenis als bogen, of alleen als lijst"),
        ("comment", "; Alt+C", "remark on the span at hand, or on the article",
         "opmerking bij wat voorligt, of bij het artikel"),
        ("guideline", "Shift+G", "guideline of the label at hand, or of one asked for: read it whole, change it",
         "richtlijn van het label dat voorligt, of van een waarnaar gevraagd wordt: helemaal lezen, wijzigen"),
        ("delete", "Delete", "remove the span at hand", "wat voorligt verwijderen"),
        ("left_edge_left", "[", "left edge one token to the left", "linkerrand één woord naar links"),
        ("left_edge_right", "]", "left edge one token to the right", "linkerrand één woord naar rechts"),
        ("right_edge_left", "{", "right edge one token to the left", "rechterrand één woord naar links"),
        ("right_edge_right", "}", "right edge one token to the right", "rechterrand één woord naar rechts"),
        ("left_edge_left_character", "Alt+[", "left edge one character to the left", "linkerrand één teken naar links"),
        ("left_edge_right_character", "Alt+]", "left edge one character to the right",
         "linkerrand één teken naar rechts"),
        ("right_edge_left_character", "Alt+{", "right edge one character to the left",
         "rechterrand één teken naar links"),
        ("right_edge_right_character", "Alt+}", "right edge one character to the right",
         "rechterrand één teken naar rechts"),
    ),
    *_rows(
        "article", "moving",
        ("left", "Left", "one token to the left", "één woord naar links"),
        ("right", "Right", "one token to the right", "één woord naar rechts"),
        ("up", "Up", "one line up", "één regel omhoog"),
        ("down", "Down", "one line down", "één regel omlaag"),
        ("sentence_left", "Ctrl+Left", "start of the sentence, or the one before",
         "begin van de zin, of de vorige"),
        ("sentence_right", "Ctrl+Right", "start of the next sentence", "begin van de volgende zin"),
        ("start", "Home Ctrl+Home", "start of the article", "begin van het artikel"),
        ("end", "End Ctrl+End", "end of the article", "einde van het artikel"),
        ("extend_left", "Shift+Left", "selection one token to the left", "selectie één woord naar links"),
        ("extend_right", "Shift+Right", "selection one token to the right", "selectie één woord naar rechts"),
        ("extend_up", "Shift+Up", "selection one line up", "selectie één regel omhoog"),
        ("extend_down", "Shift+Down", "selection one line down", "selectie één regel omlaag"),
        ("extend_sentence_left", "Ctrl+Shift+Left", "selection to the start of the sentence",
         "selectie tot het begin van de zin"),
        ("extend_sentence_right", "Ctrl+Shift+Right", "selection to the end of the sentence",
         "selectie tot het einde van de zin"),
        ("next_mark", "Alt+Right", "next span or suggestion", "volgend label of volgende suggestie"),
        ("previous_mark", "Alt+Left", "previous span or suggestion", "vorig label of vorige suggestie"),
        ("next_event", "Ctrl+Down", "next event, decided or only suggested",
         "volgende gebeurtenis, beslist of alleen voorgesteld"),
        ("previous_event", "Ctrl+Up", "previous event, decided or only suggested",
         "vorige gebeurtenis, beslist of alleen voorgesteld"),
        ("page_up", "PageUp", "scroll a page up", "een pagina omhoog"),
        ("page_down", "PageDown", "scroll a page down", "een pagina omlaag"),
        ("copy", "Ctrl+C", "copy the words selected or at hand",
         "de woorden kopiëren die geselecteerd zijn of voorliggen"),
        ("menu", "Shift+F10", "menu of what is at hand, as with a right click",
         "menu van wat voorligt, zoals bij een rechterklik"),
        ("clear", "Escape", "let go of the selection", "selectie loslaten"),
    ),
    *_rows(
        "window", "document",
        ("done", "Ctrl+Enter", "article done, go to the next undone one",
         "artikel klaar, naar het volgende open artikel"),
        ("next_document", "Ctrl+PageDown Alt+Down", "next article", "volgend artikel"),
        ("previous_document", "Ctrl+PageUp Alt+Up", "previous article", "vorig artikel"),
        ("next_undone", "Alt+PageDown", "next article of the list that is not done",
         "volgend artikel van de lijst dat niet klaar is"),
        ("flag", "F8", "flag the article for a look, or take the flag off",
         "artikel markeren om naar te kijken, of de markering weghalen"),
        ("skip", "F9", "skip this article, go to the next one", "dit artikel overslaan, naar het volgende"),
        ("comment_document", "Alt+Shift+C", "remark on the article", "opmerking bij het artikel"),
        ("history", "Ctrl+H", "history of the article, and back to a point of it",
         "geschiedenis van het artikel, en terug naar een punt daarvan"),
        ("outline", "Ctrl+J", "all labels of the article as a list, events with their roles, to go to any of them",
         "alle labels van het artikel als lijst, gebeurtenissen met hun rollen, om ernaartoe te gaan"),
        ("undo", "Ctrl+Z", "undo, also across articles", "ongedaan maken, ook over artikelen heen"),
        ("redo", "Ctrl+Shift+Z Ctrl+Y", "redo", "opnieuw"),
        ("save", "Ctrl+S", "nothing: every decision is saved as it is made",
         "niets: elke beslissing is al bewaard"),
    ),
    *_rows(
        "window", "finding",
        ("filter", "Ctrl+L", "filter the list of articles", "de lijst van artikelen filteren"),
        ("find", "Ctrl+F", "find in the article", "zoeken in het artikel"),
        ("find_next", "F3 Ctrl+G", "next place found", "volgende gevonden plaats"),
        ("find_previous", "Shift+F3 Ctrl+Shift+G", "previous place found", "vorige gevonden plaats"),
        ("concordance", "Ctrl+Shift+F", "concordance: find in all articles, by text or by label",
         "concordantie: zoeken in alle artikelen, op tekst of op label"),
        ("consistency", "Ctrl+Shift+L", "consistency: the same words labelled in two ways",
         "consistentie: dezelfde woorden op twee manieren gelabeld"),
    ),
    *_rows(
        "window", "window",
        ("place_annotate", "Ctrl+1", "to Annotate", "naar Annoteren"),
        ("place_review", "Ctrl+2", "to Review: where annotators differ",
         "naar Beoordelen: waar annotatoren verschillen"),
        ("place_agreement", "Ctrl+3", "to Agreement: the figures", "naar Overeenstemming: de cijfers"),
        ("place_learning", "Ctrl+4", "to Learning: what was learned, and what the work costs",
         "naar Leren: wat er geleerd is, en wat het werk kost"),
        ("remarks", "Ctrl+Shift+R", "everybody's remarks, and what was flagged or skipped, in Agreement",
         "ieders opmerkingen, en wat gemarkeerd of overgeslagen is, in Overeenstemming"),
        ("conduct", "Ctrl+Shift+O", "for the lead: learning, control articles, planted suggestions, order",
         "voor de leiding: leren, controleartikelen, ondergeschoven suggesties, volgorde"),
        ("scheme", "Ctrl+Shift+E", "for the lead: the scheme – add labels, types, roles; keys, colours, names shown",
         "voor de leiding: het schema – labels, soorten, rollen toevoegen; toetsen, kleuren, getoonde namen"),
        ("package_make", "Ctrl+Shift+P", "make a work package for an annotator (asks, with the count)",
         "een werkpakket maken voor een annotator (vraagt eerst, met het aantal)"),
        ("package_merge", "Ctrl+Shift+M", "take returned work over (checks and tells first)",
         "teruggestuurd werk overnemen (controleert en vertelt eerst)"),
        ("package_return", "Ctrl+Shift+H", "hand in what was done on a work package, as one file",
         "wat aan een werkpakket gedaan is inleveren, als één bestand"),
        ("next_pane", "F6", "next part of the window", "volgend deel van het venster"),
        ("previous_pane", "Shift+F6", "previous part of the window", "vorig deel van het venster"),
        ("larger", "Ctrl++ Ctrl+=", "larger text", "grotere tekst"),
        ("smaller", "Ctrl+-", "smaller text", "kleinere tekst"),
        ("plain_size", "Ctrl+0", "text in its normal size", "tekst op gewone grootte"),
        ("palette", "Ctrl+K", "run a command by its name", "een opdracht uitvoeren bij haar naam"),
        ("overview", "F1", "show all keys", "alle toetsen tonen"),
        ("settings", "Ctrl+,", "settings: language, looks, reading, keys",
         "instellingen: taal, uiterlijk, lezen, toetsen"),
        ("note", "F7", "to the note above the article", "naar de melding boven het artikel"),
        ("import_articles", "Ctrl+I", "import articles: look first, then bring them in",
         "artikelen importeren: eerst bekijken, dan binnenhalen"),
        ("export_labels", "Ctrl+E", "export: training data, tables, or for another program",
         "exporteren: trainingsdata, tabellen, of voor een ander programma"),
        ("other_project", "Ctrl+O", "open another project", "een ander project openen"),
        ("about", "Shift+F1", "versions and licences", "versies en licenties"),
        ("quit", "Ctrl+Q", "close the window", "venster sluiten"),
    ),
    *_rows(
        "review", "review",
        ("review_next", "Tab J", "next open difference, then the next article",
         "volgend open verschil, daarna het volgende artikel"),
        ("review_previous", "Shift+Tab K", "previous open difference", "vorig open verschil"),
        ("review_next_place", "Alt+Right", "next place, decided or not", "volgende plaats, beslist of niet"),
        ("review_previous_place", "Alt+Left", "previous place, decided or not", "vorige plaats, beslist of niet"),
        *((f"review_take_{number}", f"{letter} {number}", f"take version {letter}, go to the next difference",
           f"versie {letter} nemen, naar het volgende verschil") for number, letter in enumerate("ABCDEF", start=1)),
        ("review_both", "+", "take all versions of the place", "alle versies van de plaats nemen"),
        ("review_nothing", "0 Backspace", "nothing stands here: none of the versions",
         "hier staat niets: geen van de versies"),
        ("review_reject", "X", "reject one version, the others stay open",
         "één versie verwerpen, de andere blijven open"),
        ("review_edit", "Enter", "edit: a label's key, those of the edges, Enter keeps it",
         "bewerken: de toets van een label, die van de randen, Enter bewaart"),
        ("review_reason", "R", "reason of the next decision: then its key",
         "reden van de volgende beslissing: daarna haar toets"),
        ("review_note", "; Alt+C", "note with the next decision", "opmerking bij de volgende beslissing"),
        ("review_rule", "G", "draft a rule of the guideline from this place",
         "een regel van de richtlijn opstellen vanuit deze plaats"),
        ("review_names", "N", "names of the annotators, or anonymous", "namen van de annotatoren, of anoniem"),
        ("review_unanimous", "U", "take what all agree on, in all articles (asks, with the count)",
         "nemen waarover allen het eens zijn, in alle artikelen (vraagt eerst, met het aantal)"),
        ("review_majority", "M", "take what most agree on, in all articles (asks, with the count)",
         "nemen waarover de meesten het eens zijn, in alle artikelen (vraagt eerst, met het aantal)"),
        ("review_alone", "S", "take the articles that one annotator did alone (asks, with the count)",
         "de artikelen nemen die één annotator alleen gedaan heeft (vraagt eerst, met het aantal)"),
        ("review_whose", "W", "choose whose versions are compared", "kiezen wiens versies vergeleken worden"),
        ("review_annotate", "O", "open the article at this place in Annotate",
         "het artikel op deze plaats openen in Annoteren"),
    ),
)  # fmt: skip

# Where a layout puts the character elsewhere or behind AltGr, the key in its place on a US keyboard does
# as well. Scan codes as Qt gives them: X11 and Wayland (evdev + 8), and Windows (set 1).
POSITIONS: Mapping[str, Mapping[int, tuple[str, str]]] = {
    "xcb": {
        **{10 + i: (digit, "") for i, digit in enumerate("1234567890")},
        34: ("[", "{"),
        35: ("]", "}"),
    },
    "windows": {
        **{2 + i: (digit, "") for i, digit in enumerate("1234567890")},
        26: ("[", "{"),
        27: ("]", "}"),
    },
}


def normalised(chord: str) -> str:
    """The chord with its modifiers in order and its letter in capitals, as the table has it."""
    *modifiers, key = [*chord[:-1].split("+")[:-1], "+"] if chord.endswith("+") else chord.split("+")
    ordered = [name for name in MODIFIERS if name in modifiers]
    return "+".join([*ordered, key.upper() if len(key) == 1 else key])


def chord_problem(chord: str) -> str | None:
    """Why this is no chord; None where it is one."""
    if chord == "+" or chord.endswith("++"):
        *names, key = [*chord[:-2].split("+"), "+"] if chord != "+" else ["+"]
    else:
        *names, key = chord.split("+")
    names = [name for name in names if name]
    unknown = [name for name in names if name not in MODIFIERS]
    if unknown:
        return f"the modifiers are {', '.join(MODIFIERS)}"
    if len(set(names)) < len(names):
        return "a modifier is there twice"
    if key in KEY_NAMES or (len(key) == 1 and key.isprintable() and not key.isspace()):
        return None
    return "it ends in one character, or in the name of a key"


def left_of(binding: Binding, own: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The table's chords of an action but those that a user gave another one, which works at the same time.

    A key that comes into the table with a later version takes none from those who have it already.
    """
    chords = tuple(map(normalised, binding.chords))
    if not own or not chords:
        return chords
    given = {
        normalised(chord)
        for other in BINDINGS
        if other.action in own and other.action != binding.action and {other.place, binding.place} != APART
        for chord in own[other.action]
    }
    return tuple(chord for chord in chords if chord not in given)


class Keymap:
    """The table with a user's own chords put in; looks chords up by place."""

    def __init__(self, changed: Mapping[str, Iterable[str]] | None = None) -> None:
        """`changed` maps actions to the chords that replace those of the table."""
        own = changed or {}
        self.bindings = tuple(
            binding._replace(
                chords=tuple(map(normalised, own[binding.action])) if binding.action in own else left_of(binding, own)
            )
            for binding in BINDINGS
        )
        self._actions: dict[Place, dict[str, str]] = {"article": {}, "review": {}, "window": {}}
        for binding in self.bindings:
            for chord in binding.chords:
                self._actions[binding.place].setdefault(chord, binding.action)

    def action(self, chord: str, *, place: Place) -> str | None:
        """The action of the chord in that place; in the article and in Review the window's chords work as well."""
        found = self._actions[place].get(chord)
        if found is None and place != "window":
            found = self._actions["window"].get(chord)
        return found

    def chords(self, action: str) -> tuple[str, ...]:
        """The chords of an action, the first one being the one that is shown."""
        return next((binding.chords for binding in self.bindings if binding.action == action), ())

    def conflicts(self, scheme: Scheme | None = None) -> tuple[str, ...]:
        """One line for each chord that two actions, or an action and an entity label, both claim."""
        lines: list[str] = []
        claimed = self._claims(("article", "window"), lines)
        self._claims(("review", "window"), lines)
        if scheme is not None:
            for layer in scheme.layers:
                own: dict[str, str] = {} if layer.is_event else claimed
                for label in scheme.labels_of(layer.name):
                    chord = normalised(label.key) if label.key else ""
                    if chord and chord in own:
                        lines.append(f"{chord}: {own[chord]} and {label.name}")
                    own.setdefault(chord, label.name)
        return tuple(dict.fromkeys(lines))

    def _claims(self, places: tuple[Place, ...], lines: list[str]) -> dict[str, str]:
        """Chord -> action in places that are there together; adds a line for each chord claimed twice."""
        claimed: dict[str, str] = {}
        for binding in self.bindings:
            if binding.place not in places:
                continue
            for chord in binding.chords:
                if chord in claimed:
                    lines.append(f"{chord}: {claimed[chord]} and {binding.action}")
                claimed.setdefault(chord, binding.action)
        return claimed


def rows(keymap: Keymap | None = None, *, language: str = "en") -> tuple[tuple[str, str, str, str], ...]:
    """The table as rows (group, chords, action, what it does), for pages and for `annotator keys`."""
    bindings = (keymap or Keymap()).bindings
    return tuple(
        (b.group, " · ".join(b.chords), b.action, b.dutch if language == "nl" else b.english) for b in bindings
    )


def as_markdown() -> str:
    """The page docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "Made from the table in `annotator/services/keymap.py`; `annotator keys` prints the same.",
        "Besides these, each label of the scheme has a key of its own: it gives that label to the selection, the",
        "span or the suggestion at hand. Event types have theirs after `E`, roles after `R`.",
        "",
        "On keyboards that keep digits and brackets elsewhere (Belgian AZERTY), the keys in the places of",
        "`1` to `0`, `[` and `]` on a US keyboard do the same; with Shift the latter two are `{` and `}`.",
    ]
    group = ""
    for row_group, chords, action, text in rows():
        if row_group != group:
            group = row_group
            lines += ["", f"## {group.capitalize()}", "", "| key | does | action |", "|---|---|---|"]
        shown = " · ".join(f"`{chord}`" for chord in chords.split(" · "))
        lines.append(f"| {shown} | {text} | `{action}` |")
    return "\n".join(lines) + "\n"
