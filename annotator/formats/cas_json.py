"""UIMA CAS in JSON: one file a document with its type system, written, read, and judged by dkpro-cassis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.errors import KnownError
from annotator.formats import cas_xmi, limits, strict_json, uima_reading
from annotator.formats import uima_types as types
from annotator.formats.cas_xmi import INITIAL
from annotator.formats.json_fields import named
from annotator.formats.uima_cas import SOFA_ID, Cas, Ref, Structure, Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.formats.records import Carried, ExportedDocument, ExportOptions, ImportedDocument, Written

EXTENSION = ".json"
_SOFA = "uima.cas.Sofa"


def write(documents: Iterable[ExportedDocument], out: Path, options: ExportOptions) -> Written:
    """One .json file a document in the folder `out`, each with the type system, and an index of the files."""
    return cas_xmi.write_folder(documents, out, EXTENSION, _json)


def read(path: Path, options: Mapping[str, Any]) -> Iterator[ImportedDocument]:
    """The one document of the file.

    Raises KnownError A001, A201, A202 (no strict JSON, or none of this shape), A203, A204, A206, A208.
    """
    limits.check_file(path, limits.XML_FILE_BYTES, "a CAS")
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise limits.unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise KnownError("A201", f"{path}: is not UTF-8 (byte {error.start})", "re-save it as UTF-8") from error
    value = strict_json.parse(source, where=str(path))
    yield uima_reading.document_of(_cas(value, str(path)), str(path), path.stem, options)


def check(out: Path, options: ExportOptions) -> Iterator[Carried]:
    """What dkpro-cassis reads of each span; texts and covered texts must be those exported (A602)."""
    import cassis  # lazy: brings lxml, for CAS alone

    for entry in cas_xmi.index_of(out):
        with (out / entry["file"]).open("rb") as handle:
            yield from cas_xmi.carried(cassis.load_cas_from_json(handle), entry, out)


def _json(cas: Cas) -> str:
    sofa = {
        "%ID": SOFA_ID, "%TYPE": _SOFA, "sofaNum": 1, "sofaID": INITIAL, "mimeType": "text", "sofaString": cas.text
    }  # fmt: skip
    structures: list[dict[str, Any]] = [sofa]
    following = max(cas.structures, default=SOFA_ID) + 1
    for one in cas.structures.values():
        made: dict[str, Any] = {"%ID": one.id, "%TYPE": one.type}
        for key, value in one.features.items():
            if isinstance(value, Ref):
                made[f"@{key}"] = value.id
            elif isinstance(value, list):
                elements = [member.id for member in value]
                structures.append({"%ID": following, "%TYPE": types.ARRAY, "%ELEMENTS": elements})
                made[f"@{key}"] = following
                following += 1
            else:
                made[key] = value
        structures.append(made)
    members = [one.id for one in cas.structures.values() if "begin" in one.features]
    value = {
        "%TYPES": types.as_json(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {INITIAL: {"%SOFA": SOFA_ID, "%MEMBERS": members}},
    }
    return strict_json.dumped(value) + "\n"


def _cas(value: object, where: str) -> Cas:
    listed = value.get("%FEATURE_STRUCTURES") if isinstance(value, dict) else None
    if isinstance(listed, dict):  # an earlier draft of the format has them by id
        listed = [{"%ID": _digits(key), **one} if isinstance(one, dict) else one for key, one in listed.items()]
    if not isinstance(listed, list):
        raise _refused(where, "has no %FEATURE_STRUCTURES")
    if len(listed) > limits.STRUCTURES:
        raise KnownError("A203", f"{where}: more than {limits.STRUCTURES:,} structures", "split the document")
    structures: dict[int, Structure] = {}
    texts: dict[int, tuple[str, str]] = {}
    for place, one in enumerate(listed):
        here = f"{where}, %FEATURE_STRUCTURES[{place}]"
        if not isinstance(one, dict):
            raise _refused(here, f"should be an object, is {named(one)}")
        number, type_name = one.get("%ID"), one.get("%TYPE")
        if type(number) is not int or not isinstance(type_name, str):
            raise _refused(here, "has no %ID (an integer) or no %TYPE")
        if number in structures or number in texts:
            raise KnownError("A208", f"{here}: the %ID {number} stands twice", "export it again")
        if type_name == _SOFA:
            text = one.get("sofaString")
            if not isinstance(text, str | None):
                raise _refused(here, f"sofaString should be a string, is {named(text)}")
            texts[number] = (str(one.get("sofaID")), text or "")
            continue
        structures[number] = Structure(number, type_name, _features(one, here))
    return _chosen(texts, structures, where)


def _features(one: Mapping[str, Any], where: str) -> dict[str, Any]:
    features: dict[str, Any] = {}
    for key, value in one.items():
        if key == "%ELEMENTS":
            if isinstance(value, list) and all(type(member) is int for member in value):
                features["elements"] = [Ref(member) for member in value]
        elif key.startswith("@"):
            if type(value) is not int:
                raise _refused(where, f"{key} should be an integer, is {named(value)}")
            features[key[1:]] = Ref(value)
        elif not key.startswith(("%", "^")):
            is_plain = isinstance(value, str | int | float | None)
            features[key.removeprefix("#")] = value if is_plain else Values()
    return features


def _chosen(texts: Mapping[int, tuple[str, str]], structures: dict[int, Structure], where: str) -> Cas:
    there = {number: text for number, (_, text) in texts.items() if text}
    initial = [number for number, (name, _) in texts.items() if name == INITIAL]
    if not texts:
        raise _refused(where, "holds no text (no uima.cas.Sofa)")
    if len(there) > 1 and not initial:
        raise _refused(where, f"holds {len(there)} texts, none of them {INITIAL}")
    sofa = ([one for one in initial if one in there] or list(there) or initial or list(texts))[0]
    further = tuple(texts[number][0] for number in there if number != sofa)
    return Cas(there.get(sofa, ""), structures, sofa, further)


def _digits(key: str) -> object:
    return int(key) if key.isascii() and key.isdigit() and len(key) < 10 else key


def _refused(where: str, what: str) -> KnownError:
    return KnownError("A202", f"{where}: {what}", "export it again as UIMA CAS JSON")
