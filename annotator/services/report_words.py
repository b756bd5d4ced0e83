"""The words of the agreement report, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

WORDS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "title": "Agreement", "made": "made", "scheme": "scheme", "guideline": "guideline version",
        "documents": "documents that two or more finished", "seed": "seed", "samples": "resamples",
        "annotators": "Annotators",
        "few": "Documents: only {documents}; below {few} the intervals are too narrow.",
        "how": "Seen: a partner that shares a character. Found: F1 of the same place, whatever the label. Exact: of "
               "place and label. Overlap: of label and place in part. Kappa, alpha, AC1: on the labels of what both "
               "saw; read them with “seen”. In brackets: 95 % interval over documents. –: not defined.",
        "layer": "Layer", "figures": "Figures", "all": "all", "events": "Events, each given the one before",
        "trigger": "trigger (F1)", "type": "type (kappa)", "roles": "roles (F1)", "fillers": "fillers (F1)",
        "confusion": "Labels of {a} in rows, of {b} in columns; what only one has under “missed”",
        "missed": "missed", "left": "Left edges: by how many tokens that of {b} lies further on than that of {a}",
        "right": "Right edges: likewise", "within": "inside a token", "labels": "By label", "label": "label",
        "exact": "exact", "overlap": "overlap", "found": "found", "worst": "Documents, lowest agreement first",
        "document": "document", "more": "… and {count} more; the CSV and JSON have all.",
        "work": "The annotators' work", "annotator": "annotator",
        "work_suggestions": "What became of suggestions",
        "work_columns": {
            "done": "done", "open": "begun", "spans": "spans", "minutes": "active min", "per_span": "s a span",
            "per_document": "s a document", "accepted": "accepted", "corrected": "corrected", "rejected": "rejected",
            "added": "added", "accept_rate": "accept rate", "fast": "fast accepts", "caught": "caught",
            "control_f1": "control F1",
            "with_f1": "with F1",
        },
        "labels_all": "By label: all, and each annotator with the others, lowest first; in brackets the annotator's "
                      "spans",
        "groups": "By how both read", "same_ways": "all of it {ways}", "alpha_u": "αᵤ",
        "alpha_u_how": "αᵤ: Krippendorff's alpha of where in the texts the label stands, edges and all.",
        "documents_short": "documents",
        "gamma": "γ (places and labels at once)", "samples_of": "samples of chance",
        "bound": "approximate: not every alignment could be tried",
        "ways": {
            ("suggestions", "with"): "with suggestions", ("suggestions", "without"): "without suggestions",
            ("suggestions", "mixed"): "only one of the two had suggestions",
            ("guideline", ""): "under guideline version {way}", ("guideline", "mixed"): "under two guideline versions",
            ("round", ""): "in round {way}", ("round", "mixed"): "in different rounds",
        },
        "fast": "Done: of those handed out in work packages, where there are any. Added: spans that rest on no "
                "suggestion. Accept rate: share of decided suggestions, planted ones aside. "
                "Fast: accepts within {ms} ms of the gesture "
                "before, a signal to "
                "talk about and no finding. Caught: planted wrong suggestions that were not accepted, of those given. "
                "Control F1: with the others, on documents without suggestions; with F1: on "
                "the rest.",
    },
    "nl": {
        "title": "Overeenstemming", "made": "gemaakt", "scheme": "schema", "guideline": "versie van de richtlijn",
        "documents": "artikelen die twee of meer klaar hebben", "seed": "seed", "samples": "hertrekkingen",
        "annotators": "Annotatoren",
        "few": "Artikelen: maar {documents}; onder {few} zijn de intervallen te smal.",
        "how": "Gezien: er staat iets dat een teken deelt. Gevonden: F1 van dezelfde plaats, welk label "
        "ook. Exact: van "
               "plaats en label. Overlap: van label en plaats ten dele. Kappa, alfa, AC1: over de labels "
               "van wat beiden "
               "zagen; lees ze samen met “gezien”. Tussen haken: 95 %-interval over artikelen. –: niet gedefinieerd.",
        "layer": "Laag", "figures": "Cijfers", "all": "allen", "events": "Gebeurtenissen, telkens gegeven de vorige",
        "trigger": "trigger (F1)", "type": "soort (kappa)", "roles": "rollen (F1)", "fillers": "vullers (F1)",
        "confusion": "Labels van {a} in rijen, van {b} in kolommen; wat er maar één heeft onder “gemist”",
        "missed": "gemist", "left": "Linkerranden: hoeveel woorden die van {b} verder ligt dan die van {a}",
        "right": "Rechterranden: evenzo", "within": "binnen een woord", "labels": "Per label", "label": "label",
        "exact": "exact", "overlap": "overlap", "found": "gevonden",
        "worst": "Artikelen, laagste overeenstemming eerst", "document": "artikel",
        "more": "… en nog {count}; de CSV en JSON hebben alles.",
        "work": "Het werk van de annotatoren", "annotator": "annotator",
        "work_suggestions": "Wat er van suggesties werd",
        "work_columns": {
            "done": "klaar", "open": "begonnen", "spans": "labels", "minutes": "actieve min", "per_span": "s per label",
            "per_document": "s per artikel", "accepted": "aangenomen", "corrected": "verbeterd",
            "rejected": "verworpen", "added": "toegevoegd", "accept_rate": "aandeel aangenomen",
            "fast": "snel aangenomen", "caught": "betrapt", "control_f1": "controle-F1", "with_f1": "met-F1",
        },
        "labels_all": "Per label: allen, en elke annotator met de anderen, laagste eerst; tussen haken de labels van "
                      "die annotator",
        "groups": "Naar hoe beiden lazen", "same_ways": "alles {ways}", "alpha_u": "αᵤ",
        "alpha_u_how": "αᵤ: Krippendorffs alfa van waar in de teksten het label staat, randen inbegrepen.",
        "documents_short": "artikelen",
        "gamma": "γ (plaatsen en labels tegelijk)", "samples_of": "trekkingen van toeval",
        "bound": "benaderd: niet elke uitlijning kon geprobeerd worden",
        "ways": {
            ("suggestions", "with"): "met suggesties", ("suggestions", "without"): "zonder suggesties",
            ("suggestions", "mixed"): "maar één van beiden had suggesties",
            ("guideline", ""): "onder richtlijnversie {way}", ("guideline", "mixed"): "onder twee richtlijnversies",
            ("round", ""): "in ronde {way}", ("round", "mixed"): "in verschillende rondes",
        },
        "fast": "Klaar: van wat in werkpakketten is uitgedeeld, als dat zo is. Toegevoegd: labels die op geen "
                "suggestie berusten. Aandeel aangenomen: van de besliste suggesties, de ondergeschoven niet geteld. "
                "Snel: binnen {ms} ms na het "
                "vorige gebaar, een teken om "
                "over te praten en geen bevinding. Betrapt: ondergeschoven foute suggesties die niet aangenomen "
                "werden, van alle die er gegeven zijn. Controle-F1: met de anderen, op artikelen zonder "
                "suggesties; met-F1: "
                "op de rest.",
    },
}  # fmt: skip

# Why a measure is not defined, as `annotator.agreement` says it, by language; what is missing stays as it is.
REASONS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "nl": {
        "every rating has the same value, so no disagreement could be expected":
            "alle waarden zijn gelijk: er was geen verschil te verwachten",
        "no aligned triggers have the same type": "geen enkele trigger van beiden heeft hetzelfde type",
        "neither annotator gave a role to events they agree on":
            "geen van beiden gaf een rol aan gebeurtenissen waarover ze het eens zijn",
        "no role is used by both annotators in events they agree on":
            "geen rol wordt door beiden gebruikt in gebeurtenissen waarover ze het eens zijn",
        "no event they agree on has this attribute from both annotators":
            "geen gebeurtenis waarover ze het eens zijn kreeg dit attribuut van beiden",
        "neither annotator marked anything": "geen van beiden heeft iets gelabeld",
        "there is no document that two annotators finished": "geen artikel is door twee annotatoren afgewerkt",
        "there is no document that all annotators finished": "geen artikel is door alle annotatoren afgewerkt",
        "there are fewer than two annotators": "er zijn minder dan twee annotatoren",
        "no unit was rated by two annotators": "niets is door twee annotatoren beoordeeld",
        "only one category was used, so agreement by chance is already complete":
            "er is maar één label gebruikt: bij toeval zouden ze het al helemaal eens zijn",
        "there is no document that both finished": "geen artikel is door beiden afgewerkt",
        "no span of one annotator shares a character with one of the other":
            "geen label van de een deelt een teken met een label van de ander",
        "no annotator marked a unit": "geen annotator heeft hier iets gelabeld",
        "no disagreement could be expected: the units fill the continuum":
            "er was geen verschil te verwachten: de labels vullen de hele tekst",
        "units of one annotator and category overlap, for which the measure is not defined":
            "labels van één annotator overlappen elkaar: daarvoor is de maat niet gedefinieerd",
        "no document that all finished has a unit": "in geen artikel dat allen afwerkten is iets gelabeld",
        "no sample was drawn, so there is nothing to compare with": "er is geen trekking om mee te vergelijken",
    },
}  # fmt: skip
