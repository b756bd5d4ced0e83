"""A document from the structures of a CAS: our own types whole, those of other programs as far as they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.core.decision import Comment, Verdict
from annotator.core.span import NOT_MENTIONED, Argument, Event, Span
from annotator.core.text import covered, fragments_problem
from annotator.core.utf16 import Utf16
from annotator.errors import KnownError
from annotator.formats import decoding, foreign, limits, mapped_layers, strict_json
from annotator.formats import uima_types as types
from annotator.formats.json_fields import Fields
from annotator.formats.records import ImportedDocument, Relation
from annotator.formats.uima_cas import BARE, Cas, Ref, Structure, Values, elements_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.text import Fragments

_HEADS, _CHILDREN = ("Governor", "source", "Source"), ("Dependent", "target", "Target")
_FILE_NAME = re.compile(r"\S(?:.*\S)?\.\w{2,5}")
_PROGRAM = "de.tudarmstadt.ukp.clarin.webanno.api.type."


def document_of(cas: Cas, where: str, stem: str, options: Mapping[str, Any]) -> ImportedDocument:
    """The document of one CAS.

    Raises KnownError A202 (a feature of the wrong kind), A203, A204 (offsets, or another covered text), A206 and
    A208 (references to nothing).
    """
    limits.check_text(cas.text, where)
    decoding.check_keepable(cas.text, where)
    return _Reader(cas, where, options).document(stem)


@dataclass(slots=True)
class _Place:
    """The fragments of a structure, under both ways of counting; None where they do not fit."""

    structure: Structure
    parts: list[tuple[int, int]]
    said: str | None


class _Reader:
    def __init__(self, cas: Cas, where: str, options: Mapping[str, Any]) -> None:
        self._cas = cas
        self._where = where
        self._options = options
        self._offsets = Utf16(cas.text)
        self._places: dict[int, Fragments] = {}
        self._ids: dict[int, str] = {}  # of the structures that are spans

    def document(self, stem: str) -> ImportedDocument:
        """The record, with everything that is kept."""
        if self._cas.further:
            self._note(f"further texts (views) of the file are left out: {', '.join(self._cas.further):.200}")
        own = [one for one in self._all() if one.type in (types.SPAN, types.EVENT)]
        rejections = [one for one in self._all() if one.type == types.REJECTION]
        others = [one for one in self._all() if self._is_kept(one)]
        if len(own) + len(others) + len(rejections) > limits.SPANS:
            raise KnownError("A203", f"{self._where}: more than {limits.SPANS:,} annotations", "split the document")
        spans = [one for one in others if not _is_arrow(one)]
        self._settle([self._place(one) for one in (*own, *rejections, *spans)])
        spans = [one for one in spans if one.id in self._places]
        ids = foreign.Ids(self._string(one, "id") for one in own)
        for one in (*own, *spans):
            self._ids[one.id] = ids.take(self._string(one, "id") if one in own else None)
        made: list[Span] = [self._own(one) for one in own]
        relations: list[Relation] = []
        for one in spans:
            span, further = self._other(one)
            made.append(span)
            relations += further
        relations += [relation for one in others if _is_arrow(one) for relation in self._arrow(one)]
        id, title = _named(self._cas, self._where)
        document = ImportedDocument(
            text=self._cas.text,
            where=self._where,
            id=id or stem,
            title=title,
            spans=tuple(made),
            rejected=tuple(self._verdict(one) for one in rejections),
            comments=tuple(self._comments()),
            relations=tuple(dict.fromkeys(relations)),
        )
        return self._with_article(document)

    def _all(self) -> list[Structure]:
        return list(self._cas.structures.values())

    def _note(self, text: str) -> None:
        mapped_layers.note(self._options, text)

    def _refused(self, one: Structure, code: str, what: str) -> KnownError:
        place = f"{self._where}:{one.line}" if one.line else self._where
        return KnownError(code, f"{place}, {one.type.rpartition('.')[2]} {one.id}: {what}", "mend or export it again")

    def _is_kept(self, one: Structure) -> bool:
        """Whether the structure is an annotation of another program that could be a span or a relation."""
        if "begin" not in one.features or "end" not in one.features:
            if _is_said(one):
                self._note(f"annotations without a place in the text are left out: {one.type}")
            return False
        if one.features.get("sofa", Ref(self._cas.sofa)) != Ref(self._cas.sofa):
            return False  # of another view, which is said
        if one.type.startswith(("uima.", "annotator.")) or one.type.endswith(("DocumentMetaData", "TagsetDescription")):
            return False
        if "language" in one.features and (one.features["begin"], one.features["end"]) == (0, self._offsets.units):
            # A kind of uima.tcas.DocumentAnnotation, which is about the document.
            self._note(f"annotations of the whole document are left out: {one.type}")
            return False
        if types.is_of_words(one.type):
            if one.type not in (types.TOKEN, types.SENTENCE):
                self._note(f"layers of words and syntax are not read: {one.type}")
            return False
        return True

    def _string(self, one: Structure, name: str) -> str | None:
        value = one.features.get(name)
        if value is None:
            return None
        if isinstance(value, (bool, Ref, list)):
            raise self._refused(one, "A202", f"{name} should be a string")
        fields = Fields({name: str(value)}, where=f"{self._where}:{one.line}", path=one.type.rpartition(".")[2])
        return fields.string(name)

    def _required(self, one: Structure, name: str) -> str:
        value = self._string(one, name)
        if not value:
            raise self._refused(one, "A202", f"{name} is missing or empty")
        return value

    def _score(self, one: Structure) -> float | None:
        try:
            value = float(self._string(one, "score") or "nan")
        except ValueError:
            raise self._refused(one, "A202", "score should be a number") from None
        if value != value:
            return None
        if not 0 <= value <= 1:
            raise self._refused(one, "A202", "score should be a number from 0 to 1")
        return value

    def _structure(self, one: Structure, value: object, name: str) -> Structure:
        found = self._cas.structures.get(value.id) if isinstance(value, Ref) else None
        if found is None:
            raise self._refused(one, "A208", f"{name} names a structure that is not there")
        return found

    def _members(self, one: Structure, name: str) -> list[Structure]:
        """The structures of an array, whether it stands in the feature or is a structure of its own."""
        value = one.features.get(name)
        if isinstance(value, Ref):
            self._structure(one, value, name)
            value = elements_of(self._cas, value)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise self._refused(one, "A202", f"{name} should be a list of references")
        return [self._structure(one, member, name) for member in value]

    # -- places -------------------------------------------------------------------------------------------------

    def _place(self, one: Structure) -> _Place:
        is_own = one.type in (types.SPAN, types.EVENT, types.REJECTION)
        parts = [self._range(part) for part in self._members(one, "fragments")] if is_own else []
        said = one.features.get("covered") if one.type in (types.SPAN, types.EVENT) else None
        return _Place(one, parts or [self._range(one)], said if isinstance(said, str) else None)

    def _range(self, one: Structure) -> tuple[int, int]:
        start, end = one.features.get("begin"), one.features.get("end")
        if type(start) is not int or type(end) is not int:
            raise self._refused(one, "A204", f"offsets should be two integers, are {start!r:.30} and {end!r:.30}")
        return start, end

    def _settle(self, places: list[_Place]) -> None:
        """Offsets as UTF-16 units; as code points only where covered texts are given, and fit so alone."""
        problem = self._try(places, is_wide=True)
        if problem is not None:
            if any(one.said is not None for one in places) and self._try(places, is_wide=False) is None:
                self._note("offsets count code points, where a CAS has UTF-16 units")
                return
            raise problem

    def _try(self, places: list[_Place], *, is_wide: bool) -> KnownError | None:
        text = self._cas.text
        self._places = {}
        for one in places:
            fragments = tuple(
                (self._offsets.point(start), self._offsets.point(end)) if is_wide else (start, end)
                for start, end in one.parts
            )
            if any(start is None or end is None for start, end in fragments):
                return self._refused(
                    one.structure, "A204", f"{one.parts} is outside of the text, or halves a character"
                )
            found: Fragments = tuple((start or 0, end or 0) for start, end in fragments)
            if all(start == end for start, end in found) and one.said is None:
                self._note("annotations without width are left out")
                continue
            problem = fragments_problem(found, len(text))
            if problem is None and one.said is not None and covered(text, found) != one.said:
                problem = f"the text there is “{covered(text, found):.60}”, not “{one.said:.60}”"
            if problem is not None:
                return self._refused(one.structure, "A204", problem)
            self._places[one.structure.id] = found
        return None

    # -- spans --------------------------------------------------------------------------------------------------

    def _own(self, one: Structure) -> Span:
        attributes = {
            self._required(each, "name"): self._string(each, "value") or "" for each in self._members(one, "attributes")
        }
        origin = self._string(one, "origin")
        known = ("accepted", "corrected", "added", "import", "bulk", "suggested")
        common: dict[str, Any] = {
            "id": self._ids[one.id],
            "layer": self._required(one, "layer"),
            "label": self._required(one, "label"),
            "fragments": self._places[one.id],
            "attributes": attributes,
            "origin": origin if origin in known else "import",
            "suggestion": self._string(one, "suggestion"),
            "score": self._score(one),
        }
        if one.type == types.SPAN:
            return Span(**common)
        return Event(**common, arguments=tuple(self._argument(one, each) for each in self._members(one, "arguments")))

    def _argument(self, event: Structure, one: Structure) -> Argument:
        role = self._required(one, "role")
        if one.features.get("target") is None:
            return Argument(role, NOT_MENTIONED)
        return Argument(role, self._id_of(event, one.features["target"], "target"))

    def _id_of(self, one: Structure, value: object, name: str) -> str:
        target = self._structure(one, value, name)
        if target.id not in self._ids:
            raise self._refused(one, "A208", f"{name} names {target.type} {target.id}, which is no span")
        return self._ids[target.id]

    def _other(self, one: Structure) -> tuple[Span, list[Relation]]:
        plain = {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in one.features.items()
            if name not in BARE and value is not None and not isinstance(value, Ref | list | Values)
        }
        feature = _label_feature(one, [name for name in plain if isinstance(one.features[name], str)])
        label = (self._string(one, feature) if feature else None) or one.type.rpartition(".")[2]
        attributes = {name: self._said(one, name, plain[name]) for name in plain if name != feature}
        relations = [relation for name, value in one.features.items() for relation in self._links(one, name, value)]
        layer = mapped_layers.layer_of(one.type, self._options)
        arguments = [Argument(each.label, each.child) for each in relations]
        span = mapped_layers.span(
            self._ids[one.id], layer, label, self._places[one.id], self._options, attributes=attributes,
            arguments=arguments,
        )  # fmt: skip
        return span, [] if isinstance(span, Event) else relations

    def _said(self, one: Structure, name: str, value: str) -> str:
        """The value of an attribute, checked as a name is."""
        fields = Fields({name: value}, where=f"{self._where}:{one.line}", path=one.type.rpartition(".")[2])
        return fields.string(name) or ""

    def _links(self, one: Structure, name: str, value: object) -> list[Relation]:
        """Roles: an array of links with `role` and `target`, or a feature that names another annotation."""
        if name not in BARE and _is_plain(self._cas, value):
            self._note(f"features of several values are left out: {name:.60}")
        elif name not in BARE and isinstance(value, Ref | list):
            return self._links_to(one, name)
        return []

    def _links_to(self, one: Structure, name: str) -> list[Relation]:
        found = []
        for member in self._members(one, name):
            target, role = member, name
            if "role" in member.features and member.features.get("target") is None and member.id not in self._ids:
                self._note(f"links without a target are left out: {name:.60}")
                continue
            if "target" in member.features and member.id not in self._ids:
                role = self._string(member, "role") or name
                target = self._structure(member, member.features["target"], "target")
            if target.id in self._ids:
                found.append(Relation(role, self._ids[one.id], self._ids[target.id]))
            else:
                self._note(f"references to other things than spans are left out: {name:.60}")
        return found

    def _arrow(self, one: Structure) -> list[Relation]:
        ends = []
        for names in (_HEADS, _CHILDREN):
            name = next(name for name in names if name in one.features)
            target = self._structure(one, one.features[name], name)
            if target.id not in self._ids:
                self._note(f"relations between other things than spans are not read: {one.type}")
                return []
            ends.append(self._ids[target.id])
        strings = [name for name, value in one.features.items() if isinstance(value, str)]
        feature = mapped_layers.label_feature(strings)
        if len(strings) > 1:
            self._note(f"of a relation one feature is kept, its label; others are not: {one.type}")
        label = (self._string(one, feature) if feature else None) or one.type.rpartition(".")[2]
        return [Relation(label, ends[0], ends[1])]

    # -- the document ----------------------------------------------------------------------------------------------

    def _verdict(self, one: Structure) -> Verdict:
        return Verdict(
            "rejected",
            self._required(one, "layer"),
            self._required(one, "label"),
            self._places[one.id],
            self._score(one) or 0.0,
            self._string(one, "suggester") or "import",
        )

    def _comments(self) -> list[Comment]:
        found = []
        for one in self._all():
            if one.type == types.COMMENT:
                text = Fields(one.features, where=f"{self._where}:{one.line}", path="Comment").long_string("text")
                if text:
                    found.append(Comment(text, self._string(one, "about")))
        return found

    def _with_article(self, document: ImportedDocument) -> ImportedDocument:
        article = next((one for one in self._all() if one.type == types.ARTICLE), None)
        if article is None:
            return document
        said = article.features.get("meta")
        meta = strict_json.parse(said, where=f"{self._where}:{article.line}, meta") if isinstance(said, str) else {}
        return replace(
            document,
            id=self._string(article, "documentId"),
            title=self._string(article, "title"),
            annotator=self._string(article, "annotator"),
            status=self._string(article, "status"),
            meta=meta if isinstance(meta, dict) else {},
        )


def _named(cas: Cas, where: str) -> tuple[str | None, str | None]:
    """Id and title of the document: WebAnno and INCEpTION have its name as the title, and the user as the id."""
    for one in cas.structures.values():
        if one.type.endswith(".DocumentMetaData"):
            fields = Fields(one.features, where=f"{where}:{one.line}", path="DocumentMetaData")
            title = fields.string("documentTitle")
            return title if title and _FILE_NAME.fullmatch(title) else fields.identifier("documentId"), title
    return None, None


def _is_said(one: Structure) -> bool:
    """Whether a structure without offsets says something itself: no link, no list, not what programs note of a file."""
    return (
        not one.type.startswith(("uima.", "annotator.", types.WORDS, _PROGRAM))
        and not {"role", "target", "first"} & one.features.keys()
        and any(isinstance(value, str) for value in one.features.values())
    )


def _label_feature(one: Structure, names: list[str]) -> str | None:
    """The feature that is the label: a known one, the only one, or the first of a layer that somebody made.

    Of other types with several the name of the type is the label (DiseaseDisorderMention of cTAKES).
    """
    feature = mapped_layers.label_feature(names)
    is_known = feature is not None and feature.lower() in mapped_layers.LABEL_FEATURES
    return feature if is_known or len(names) == 1 or one.type.startswith(types.CUSTOM) else None


def _is_arrow(one: Structure) -> bool:
    return any(name in one.features for name in _HEADS) and any(name in one.features for name in _CHILDREN)


def _is_plain(cas: Cas, value: object) -> bool:
    """Whether a feature holds several values that are no structures."""
    named = cas.structures.get(value.id) if isinstance(value, Ref) else None
    return isinstance(value, Values) or (named is not None and named.type in types.PLAIN_LISTS)
