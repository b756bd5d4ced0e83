"""The types of our UIMA CAS: spans with fragments, roles, attributes and where they came from; tokens and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

ANNOTATION, TOP = "uima.tcas.Annotation", "uima.cas.TOP"
# Lists of plain values, such as uima.cas.StringArray; those of structures are ARRAY.
PLAIN_LISTS = tuple(
    f"uima.cas.{kind}{form}"
    for kind in ("String", "Integer", "Float", "Double", "Long", "Short", "Byte", "Boolean")
    for form in ("Array", "List")
)
STRING, DOUBLE, ARRAY = "uima.cas.String", "uima.cas.Double", "uima.cas.FSArray"
ARTICLE, SPAN, EVENT = "annotator.Article", "annotator.Span", "annotator.Event"
FRAGMENT, ATTRIBUTE, ARGUMENT = "annotator.Fragment", "annotator.Attribute", "annotator.Argument"
REJECTION, COMMENT = "annotator.Rejection", "annotator.Comment"
# As DKPro Core calls them, so that its tools, WebAnno and INCEpTION know them.
CUSTOM = "webanno.custom."  # before the name of a layer that somebody made
WORDS = "de.tudarmstadt.ukp.dkpro.core.api."  # layers of words, syntax and the document, but for these:
_NAMES = ("ner.type.", "semantics.type.")
_SEGMENTATION = f"{WORDS}segmentation.type."
TOKEN, SENTENCE = f"{_SEGMENTATION}Token", f"{_SEGMENTATION}Sentence"
TYPE_SYSTEM = "TypeSystem.xml"


@dataclass(frozen=True, slots=True)
class Type:
    """A type with the features that it adds: name to (range, type of the elements of an array or "")."""

    name: str
    parent: str
    says: str
    features: dict[str, tuple[str, str]]


def is_of_words(name: str) -> bool:
    """Whether the type is one of words and syntax, which are not read."""
    return name.startswith(WORDS) and not name.removeprefix(WORDS).startswith(_NAMES)


def _strings(*names: str) -> dict[str, tuple[str, str]]:
    return dict.fromkeys(names, (STRING, ""))


TYPES: tuple[Type, ...] = (
    Type(SENTENCE, ANNOTATION, "a sentence", {}),
    Type(TOKEN, ANNOTATION, "a token of the project", {}),
    Type(
        ARTICLE,
        ANNOTATION,
        "the document; meta is JSON",
        _strings("documentId", "title", "annotator", "status", "sha256", "meta"),
    ),
    Type(FRAGMENT, ANNOTATION, "one stretch of a span that has several", {}),
    Type(ATTRIBUTE, TOP, "an attribute of a span", _strings("name", "value")),
    Type(
        SPAN,
        ANNOTATION,
        "a span; begin and end are those of all its fragments, covered is its text",
        {
            **_strings("id", "layer", "label", "covered", "origin", "suggestion"),
            "score": (DOUBLE, ""),
            "fragments": (ARRAY, FRAGMENT),
            "attributes": (ARRAY, ATTRIBUTE),
        },
    ),
    Type(
        ARGUMENT,
        TOP,
        "a role of an event; without a target the text names nobody for it",
        {**_strings("role"), "target": (SPAN, "")},
    ),
    Type(EVENT, SPAN, "an event: its trigger, with arguments", {"arguments": (ARRAY, ARGUMENT)}),
    Type(
        REJECTION,
        ANNOTATION,
        "a suggestion that was rejected",
        {**_strings("layer", "label", "suggester"), "score": (DOUBLE, ""), "fragments": (ARRAY, FRAGMENT)},
    ),
    Type(COMMENT, ANNOTATION, "a remark on the document, or on the span about", _strings("text", "about")),
)


def as_xml() -> str:
    """The type system as a UIMA descriptor."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "  <types>",
    ]
    for one in TYPES:
        lines += [
            "    <typeDescription>",
            f"      <name>{one.name}</name>",
            f"      <description>{escape(one.says)}</description>",
            f"      <supertypeName>{one.parent}</supertypeName>",
            "      <features>",
        ]
        for name, (range_type, element) in one.features.items():
            extra = f"<elementType>{element}</elementType>" if element else ""
            lines.append(
                f"        <featureDescription><name>{name}</name><description/>"
                f"<rangeTypeName>{range_type}</rangeTypeName>{extra}</featureDescription>"
            )
        lines += ["      </features>", "    </typeDescription>"]
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])


def as_json() -> dict[str, dict[str, object]]:
    """The type system as the %TYPES of a CAS in JSON."""
    return {
        one.name: {
            "%NAME": one.name,
            "%SUPER_TYPE": one.parent,
            **{
                name: {"%NAME": name, "%RANGE": f"{element}[]" if element else range_type}
                for name, (range_type, element) in one.features.items()
            },
        }
        for one in TYPES
    }
