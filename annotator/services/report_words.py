"""The words of the agreement report, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# The measures shown for all annotators and each pair, under their headings.
MEASURES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("coverage", "seen"), ("found_f1", "found"), ("exact_f1", "exact"), ("overlap_f1", "overlap"),
        ("kappa", "kappa"), ("alpha", "alpha"), ("ac1", "AC1"),
    ),
    "nl": (
        ("coverage", "gezien"), ("found_f1", "gevonden"), ("exact_f1", "exact"), ("overlap_f1", "overlap"),
        ("kappa", "kappa"), ("alpha", "alfa"), ("ac1", "AC1"),
    ),
}  # fmt: skip

WORDS: Mapping[str, Mapping[str, str | tuple[str, ...]]] = {
    "en": {
        "title": "Agreement", "made": "made", "scheme": "scheme", "guideline": "guideline version",
        "documents": "documents that two or more finished", "seed": "seed", "samples": "resamples",
        "annotators": "Annotators",
        "few": "Only {documents} documents: below {few} the intervals are too narrow.",
        "how": "Seen: a partner that shares a character. Found: F1 of the same place, whatever the label. Exact: of "
               "place and label. Overlap: of label and place in part. Kappa, alpha, AC1: on the labels of what both "
               "saw; read them with “seen”. In brackets: 95 % interval over documents. –: not defined.",
        "layer": "Layer", "figures": "Figures", "all": "all", "events": "Events, each given the one before",
        "trigger": "trigger (F1)", "type": "type (kappa)", "roles": "roles (F1)", "fillers": "fillers (F1)",
        "confusion": "Labels of {a} in rows, of {b} in columns; what only one has under “missed”",
        "missed": "missed", "left": "Left edge: tokens by which the second annotator's lies further on",
        "right": "Right edge: the same", "within": "inside a token", "labels": "By label", "label": "label",
        "exact": "exact", "overlap": "overlap", "found": "found", "worst": "Documents, lowest agreement first",
        "document": "document", "more": "… and {count} more; the CSV and JSON have all.",
        "work": "The annotators' work", "annotator": "annotator",
        "columns": ("done", "spans", "active min", "s a span", "accepted", "fast accepts", "control F1", "with F1"),
        "fast": "Accepted: share of decided suggestions. Fast: accepts within {ms} ms of the gesture "
                "before, a signal to "
                "talk about and no finding. Control F1: with the others, on documents without suggestions; with F1: on "
                "the rest.",
    },
    "nl": {
        "title": "Overeenstemming", "made": "gemaakt", "scheme": "schema", "guideline": "versie van de richtlijn",
        "documents": "artikelen die twee of meer klaar hebben", "seed": "seed", "samples": "hertrekkingen",
        "annotators": "Annotatoren",
        "few": "Maar {documents} artikelen: onder {few} zijn de intervallen te smal.",
        "how": "Gezien: er staat iets dat een teken deelt. Gevonden: F1 van dezelfde plaats, welk label "
        "ook. Exact: van "
               "plaats en label. Overlap: van label en plaats ten dele. Kappa, alfa, AC1: over de labels "
               "van wat beiden "
               "zagen; lees ze samen met “gezien”. Tussen haken: 95 %-interval over artikelen. –: niet gedefinieerd.",
        "layer": "Laag", "figures": "Cijfers", "all": "allen", "events": "Gebeurtenissen, telkens gegeven de vorige",
        "trigger": "trigger (F1)", "type": "type (kappa)", "roles": "rollen (F1)", "fillers": "vullers (F1)",
        "confusion": "Labels van {a} in rijen, van {b} in kolommen; wat er maar één heeft onder “gemist”",
        "missed": "gemist", "left": "Linkerrand: woorden die de tweede annotator verder ligt",
        "right": "Rechterrand: evenzo", "within": "binnen een woord", "labels": "Per label", "label": "label",
        "exact": "exact", "overlap": "overlap", "found": "gevonden",
        "worst": "Artikelen, laagste overeenstemming eerst", "document": "artikel",
        "more": "… en nog {count}; de CSV en JSON hebben alles.",
        "work": "Het werk van de annotatoren", "annotator": "annotator",
        "columns": ("klaar", "labels", "actieve min", "s per label", "aangenomen", "snel aangenomen", "controle-F1",
                    "met-F1"),
        "fast": "Aangenomen: aandeel van de besliste suggesties. Snel: binnen {ms} ms na het vorige gebaar, "
                "een teken om "
                "over te praten en geen bevinding. Controle-F1: met de anderen, op artikelen zonder "
                "suggesties; met-F1: "
                "op de rest.",
    },
}  # fmt: skip
