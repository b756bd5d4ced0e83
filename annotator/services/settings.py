"""The one table of settings: the window runs on it, the settings dialog and docs/settings.md are made from it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from annotator.services.keymap import BINDINGS, Keymap, chord_problem, normalised

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")
LONGEST_NAME = 80  # characters of an annotator's name or a font's
MOST_RECENT = 12  # projects that are remembered
MOST_NOTES = 500  # projects whose note has been put away for good
MOST_CHORDS = 6  # chords of one action


class Choice(NamedTuple):
    """A value a setting may have, with its names."""

    value: str
    english: str
    dutch: str


class Setting(NamedTuple):
    """One row of the table: what the setting is called, what it may be, and what it does.

    `kind` is choice, whole, number, yes_no, text, chords (a table of action to chords) or names (a list
    of texts). `limits` are the least and the greatest of a number. `group` "" keeps a setting out of the
    dialog: the program looks after it by itself.
    """

    name: str
    kind: str
    group: str
    english: str
    dutch: str
    english_help: str
    dutch_help: str
    default: Any = None
    choices: tuple[Choice, ...] = ()
    limits: tuple[float, float] = (0, 0)
    unit: str = ""
    step: float = 1

    def title(self, language: str) -> str:
        """What the setting is called."""
        return self.dutch if language == "nl" else self.english

    def explanation(self, language: str) -> str:
        """What it does, in a sentence."""
        return self.dutch_help if language == "nl" else self.english_help


GROUPS: dict[str, tuple[str, str]] = {
    "looks": ("Looks", "Uiterlijk"),
    "reading": ("Reading", "Lezen"),
    "work": ("Work", "Werk"),
    "": ("Looked after by the program", "Door het programma zelf bijgehouden"),
}


def _row(
    default: Value, kind: str, group: str, english: tuple[str, str], dutch: tuple[str, str], **more: object
) -> Value:
    """A field of `Settings` that is a row of the table as well; `english` and `dutch` are title and help."""
    row = {
        "kind": kind, "group": group, "english": english[0], "dutch": dutch[0], "english_help": english[1],
        "dutch_help": dutch[1], **more,
    }  # fmt: skip
    return field(default=default, metadata=row)


LANGUAGES = (
    Choice("system", "as the system", "zoals het systeem"),
    Choice("nl", "Nederlands", "Nederlands"),
    Choice("en", "English", "English"),
)
LOOKS = (
    Choice("system", "as the system", "zoals het systeem"),
    Choice("light", "light", "licht"),
    Choice("dark", "dark", "donker"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; made from the defaults and what the user's file says."""

    language: str = _row(
        "system",
        "choice",
        "looks",
        ("Language", "The language of the window. It changes at once."),
        ("Taal", "De taal van het venster. Die verandert meteen."),
        choices=LANGUAGES,
    )
    look: str = _row(
        "system",
        "choice",
        "looks",
        ("Colours", "Light or dark."),
        ("Kleuren", "Licht of donker."),
        choices=LOOKS,
    )
    interface_scale: int = _row(
        100,
        "whole",
        "looks",
        ("Size of the window's letters", "Of everything but the article. It changes when the settings are closed."),
        (
            "Grootte van de letters in het venster",
            "Van alles behalve het artikel. Die verandert als u de instellingen sluit.",
        ),
        limits=(80, 200),
        unit="%",
        step=5,
    )
    reduced_motion: bool = _row(
        False,
        "yes_no",
        "looks",
        ("Less motion", "Nothing slides, fades or blinks."),
        ("Minder beweging", "Niets schuift, vervaagt of knippert."),
    )
    font_family: str = _row(
        "",
        "text",
        "reading",
        ("Font of the articles", "A serif is kind to long reading; any font of this machine will do."),
        (
            "Lettertype van de artikelen",
            "Een schreefletter leest lang prettig; elk lettertype van deze computer mag.",
        ),
    )
    font_size: float = _row(
        13.5,
        "number",
        "reading",
        ("Size of the articles", "The keys for larger and smaller text change it as well."),
        ("Grootte van de artikelen", "De toetsen voor grotere en kleinere tekst veranderen die ook."),
        limits=(8, 40),
        unit="pt",
        step=0.5,
    )
    line_height: int = _row(
        100,
        "whole",
        "reading",
        ("Space between lines", "Of the usual space; more of it keeps lines apart."),
        ("Ruimte tussen de regels", "Van de gewone ruimte; meer houdt de regels uit elkaar."),
        limits=(100, 200),
        unit="%",
        step=10,
    )
    measure: int = _row(
        77,
        "whole",
        "reading",
        ("Length of lines", "Characters on a line, about; 66 to 80 read best."),
        ("Lengte van de regels", "Tekens op een regel, ongeveer; 66 tot 80 leest het best."),
        limits=(40, 140),
        step=1,
    )
    role_arcs: bool = _row(
        True,
        "yes_no",
        "reading",
        ("Roles as arcs", "From the event at hand to its fillers; else only in the list at the right. K does it too."),
        (
            "Rollen als bogen",
            "Van de gebeurtenis naar haar deelnemers; anders alleen in de lijst rechts. Ook met K.",
        ),
    )
    annotator: str = _row(
        "",
        "text",
        "work",
        ("Your name", "Your decisions go under it, in projects opened from now on; empty for your login name."),
        (
            "Uw naam",
            "Uw beslissingen komen eronder te staan, in projecten die u vanaf nu opent; leeg voor uw aanmeldnaam.",
        ),
    )
    accept_threshold: float = _row(
        0.8,
        "number",
        "work",
        ("Accept all from this score on", "Where “accept all” begins; it asks first, with the count."),
        ("Alles aannemen vanaf deze score", "Waar “alles aannemen” begint; het vraagt eerst, met het aantal."),
        limits=(0, 1),
        step=0.05,
    )
    idle_limit: int = _row(
        120,
        "whole",
        "work",
        ("Away after", "A pause longer than this does not count as active time."),
        ("Weg na", "Een langere pauze telt niet als actieve tijd."),
        limits=(15, 3600),
        unit="s",
        step=15,
    )
    break_reminder: bool = _row(
        False,
        "yes_no",
        "work",
        ("Remind me of breaks", "A line above the article, never a box in the way."),
        ("Aan pauzes herinneren", "Een regel boven het artikel, nooit een venster in de weg."),
    )
    break_minutes: int = _row(
        50,
        "whole",
        "work",
        ("A break after", "Minutes of active time."),
        ("Een pauze na", "Minuten actieve tijd."),
        limits=(5, 240),
        unit="min",
        step=5,
    )
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata={
            "kind": "chords",
            "group": "",
            "english": "Keys of your own",
            "dutch": "Eigen toetsen",
            "english_help": "Action to chords, as `annotator keys --json` names them; "
            "the dialog's page Keys writes it.",
            "dutch_help": "Actie en toetsen, zoals `annotator keys --json` ze noemt; "
            "de bladzijde Toetsen schrijft het.",
        },
    )
    recent: tuple[str, ...] = _row(
        (),
        "names",
        "",
        ("Recent projects", "Their paths, the latest first."),
        ("Recente projecten", "Hun paden, het laatste eerst."),
    )
    notes_put_away: tuple[str, ...] = _row(
        (), "names", "",
        ("Content notes put away", "Projects, by replica, whose note about their content is not shown again."),
        ("Weggelegde inhoudswaarschuwingen", "Projecten waarvan de waarschuwing niet meer verschijnt."),
    )  # fmt: skip
    window: str = _row(
        "", "text", "",
        ("The window as it was left", "Its size, its place and how wide list, article and inspector are."),
        ("Het venster zoals het achterbleef", "Grootte, plaats, en hoe breed lijst, artikel en inspecteur zijn."),
    )  # fmt: skip


def _table() -> tuple[Setting, ...]:
    instance = Settings()
    return tuple(Setting(one.name, default=getattr(instance, one.name), **one.metadata) for one in fields(Settings))


TABLE: tuple[Setting, ...] = _table()
ROWS: dict[str, Setting] = {one.name: one for one in TABLE}


def problem_of(row: Setting, value: object) -> str | None:
    """Why the setting may not have this value; None where it may."""
    if row.kind == "choice":
        known = [choice.value for choice in row.choices]
        return None if value in known else f"must be one of {', '.join(known)}"
    if row.kind in ("whole", "number"):
        return _number_problem(row, value)
    if row.kind == "yes_no":
        return None if isinstance(value, bool) else "must be true or false"
    if row.kind == "text":
        return _text_problem(value)
    if row.kind == "chords":
        return _chords_problem(value)
    most = MOST_RECENT if row.name == "recent" else MOST_NOTES
    is_fine = isinstance(value, list | tuple) and len(value) <= most and all(isinstance(one, str) for one in value)
    return None if is_fine else f"must be a list of at most {most} texts"


def _number_problem(row: Setting, value: object) -> str | None:
    least, greatest = row.limits
    wanted = "a whole number" if row.kind == "whole" else "a number"
    kinds = (int,) if row.kind == "whole" else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value <= greatest:
        return f"must be {wanted} from {least:g} to {greatest:g}"
    return None


def _text_problem(value: object) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not (value.isprintable() and value == value.strip()):
        return f"must be one line of at most {LONGEST_NAME} characters, without spaces at its ends"
    return None


def _chords_problem(value: object) -> str | None:
    if not isinstance(value, dict):
        return "must be a table of actions and lists of chords"
    actions = {binding.action for binding in BINDINGS}
    for action, chords in value.items():
        if action not in actions:
            return f"there is no action {action!r:.60}"
        if not isinstance(chords, list | tuple) or len(chords) > MOST_CHORDS:
            return f"{action} must be a list of at most {MOST_CHORDS} chords"
        for chord in chords:
            wrong = chord_problem(chord) if isinstance(chord, str) else "not a text"
            if wrong:
                return f"{action}: {chord!r:.40} is no chord ({wrong})"
    conflicts = Keymap(value).conflicts()
    return f"two things on one key: {conflicts[0]}" if conflicts else None


def as_kept(row: Setting, value: Any) -> Any:  # noqa: ANN401  (the kind of the row says which type)
    """A value that was found right, in the type that `Settings` keeps."""
    if row.kind == "number":
        return float(value)
    if row.kind == "chords":
        return {action: tuple(normalised(chord) for chord in chords) for action, chords in value.items()}
    return tuple(value) if row.kind == "names" else value


def as_markdown() -> str:
    """The page docs/settings.md."""
    lines = [
        "# Settings",
        "",
        "Made from the table in `annotator/services/settings.py`. `Ctrl+,` opens the dialog. They are kept in",
        "`settings.toml`, a file for each user of the machine, in the folder that the dialog names:",
        "`~/.config/annotator` on Linux, `~/Library/Application Support/annotator` on macOS,",
        "`%LOCALAPPDATA%\\annotator` on Windows; the environment variable `ANNOTATOR_CONFIG` names another folder.",
        "",
        "A setting that is not valid is left at its default and the window says which one it is (A701); the rest of",
        "the file still counts. Before such a file is written anew it is kept as `settings.faulty.toml`.",
    ]
    for group, names in GROUPS.items():
        lines += ["", f"## {names[0]}", "", "| setting | called | may be | default | does |", "|---|---|---|---|---|"]
        lines += [
            f"| `{row.name}` | {row.english} · {row.dutch} | {_may_be(row)} | {_shown(row)} | {row.english_help} |"
            for row in TABLE
            if row.group == group
        ]
    return "\n".join(lines) + "\n"


def _may_be(row: Setting) -> str:
    if row.kind == "choice":
        return " · ".join(f"`{choice.value}`" for choice in row.choices)
    if row.kind in ("whole", "number"):
        unit = f" {row.unit}" if row.unit else ""
        return f"{row.limits[0]:g} to {row.limits[1]:g}{unit}"
    return {"yes_no": "`true` · `false`", "text": "text", "chords": "table", "names": "list"}[row.kind]


def _shown(row: Setting) -> str:
    if row.kind == "yes_no":
        return f"`{str(row.default).lower()}`"
    return f"`{row.default}`" if row.default else "empty"
