"""Looks through the bytes of a CRFsuite model before CRFsuite does: that believes every number, and reads wherever.

Layout (CRFsuite's lib/crf/src/crf1d_model.c and lib/cqdb/src/cqdb.c): a head; the features, 20 bytes each; two
dictionaries, of tags and of attributes, each with hash tables for text to number and an array for number to text; and
for each tag and each attribute a list of the features that are its own. All numbers are little endian.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
MOST_TAGS = 1_500  # a layer has 500 labels at most; CRFsuite makes room for the square of this
MOST_WEIGHT = 1e6  # no training comes near it
_HEAD = struct.Struct("<4sI4sIIIIIIIII")
_CHUNK = struct.Struct("<4sII")  # name, bytes, number of items
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("tag", "<u4"), ("weight", "<f8")])
_TRANSITION = 1  # a kind; of a word's own features it is 0
_DICTIONARY = struct.Struct("<4sIIIII")  # name, bytes, flags, order of bytes, room and place of the array of texts
_ORDER = 0x62445371
_TABLES = 256
_RECORD = 8  # bytes before a text: its number and its length with the zero at its end


class _Head(NamedTuple):
    magic: bytes
    size: int
    kind: bytes
    version: int
    unused: int  # a number of features that is never written
    tags: int
    attributes: int
    features_at: int
    tag_texts_at: int
    attribute_texts_at: int
    tag_lists_at: int
    attribute_lists_at: int


def check(model: bytes) -> None:
    """Raises ValueError where a number leads out of the model or to nothing, or where a weight is none."""
    if len(model) < _HEAD.size:
        raise ValueError("it is cut off")
    head = _Head._make(_HEAD.unpack_from(model))
    if (head.magic, head.kind, head.version, head.size) != (b"lCRF", b"FOMC", 100, len(model)):
        raise ValueError("it is no whole model of CRFsuite")
    if not 0 < head.tags <= MOST_TAGS:
        raise ValueError(f"it has {head.tags} tags")
    features = _features(model, head)
    _check_texts(model, head.tag_texts_at, head.tags)
    _check_texts(model, head.attribute_texts_at, head.attributes)
    owned = _owned(model, head.tag_lists_at, b"LFRF", head.tags)
    more = _owned(model, head.attribute_lists_at, b"AFRF", head.attributes)
    # Each feature is one tag's or one attribute's: no list can be longer than there are features for all of them.
    named = np.concatenate((owned, more))
    if len(named) > len(features) or (named >= len(features)).any():
        raise ValueError("a list of features names some that are not there")


def _features(model: bytes, head: _Head) -> Numbers:
    count = _items(model, head.features_at, b"FEAT")
    features = _array(model, head.features_at + _CHUNK.size, count, _FEATURE)
    is_transition = features["kind"] == _TRANSITION
    sources = np.where(is_transition, head.tags, head.attributes)
    if (features["kind"] > _TRANSITION).any() or (features["source"] >= sources).any():
        raise ValueError("a feature is of something that is not there")
    if (features["tag"] >= head.tags).any():
        raise ValueError("a feature speaks of a tag that is not there")
    if not (np.abs(features["weight"]) <= MOST_WEIGHT).all():  # NaN is not, either
        raise ValueError("a weight is no number, or too large")
    return features


def _owned(model: bytes, at: int, name: bytes, count: int) -> Numbers:
    """The numbers of the features in all lists of a chunk, one list after the other."""
    if _items(model, at, name) < count:
        raise ValueError("a list of features is missing")
    places = _array(model, at + _CHUNK.size, count, "<u4").astype(np.int64)
    words = np.frombuffer(model, "<u4", len(model) // 4)
    if (places % 4 != 0).any() or (places // 4 >= len(words)).any():
        raise ValueError("a list of features lies outside")
    lengths = words[places // 4].astype(np.int64)
    if (places // 4 + 1 + lengths > len(words)).any() or lengths.sum() > len(words):
        raise ValueError("a list of features goes on outside")
    return words[_each(places // 4 + 1, lengths)]


def _check_texts(model: bytes, at: int, count: int) -> None:
    """Raises ValueError where a dictionary cannot be searched, or does not have a text for each number."""
    if at + _DICTIONARY.size + 8 * _TABLES > len(model):
        raise ValueError("a dictionary lies outside")
    name, size, _, order, room, texts_at = _DICTIONARY.unpack_from(model, at)
    if name != b"CQDB" or order != _ORDER or size > len(model) - at:
        raise ValueError("a dictionary is none")
    data = model[at : at + size]
    tables = _array(data, _DICTIONARY.size, 2 * _TABLES, "<u4").astype(np.int64).reshape(-1, 2)
    starts, lengths = tables[(tables != 0).any(axis=1)].T  # those that are empty lie nowhere
    if ((starts == 0) | (lengths == 0)).any() or (starts + 8 * lengths > size).any() or lengths.sum() > size // 8:
        raise ValueError("a table of a dictionary lies outside")
    rows = _each(starts, lengths, step=8)
    found = _words_at(data, rows + 4)
    # A search goes on until a row is empty.
    tables_of = np.repeat(np.arange(len(starts)), lengths)
    if len(starts) and (np.bincount(tables_of[found != 0], minlength=len(starts)) >= lengths).any():
        raise ValueError("a table of a dictionary is full")
    records = found[found != 0]
    if (records + _RECORD > size).any():
        raise ValueError("a text of a dictionary lies outside")
    ends = records + _RECORD + _words_at(data, records + 4)
    if (ends > size).any() or (ends <= records + _RECORD).any() or _bytes_at(data, ends - 1).any():
        raise ValueError("a text of a dictionary has no end")
    if (_words_at(data, records) >= count).any():
        raise ValueError("a text of a dictionary stands for nothing")
    if count and (not texts_at or room < count):
        raise ValueError("a dictionary lacks texts")
    if not np.isin(_array(data, texts_at, count, "<u4"), records).all():
        raise ValueError("a number of a dictionary stands for no text")


def _items(model: bytes, at: int, name: bytes) -> int:
    if at + _CHUNK.size > len(model):
        raise ValueError(f"{name.decode()} lies outside")
    found, size, items = _CHUNK.unpack_from(model, at)
    if found != name or at + size > len(model):
        raise ValueError(f"{name.decode()} is missing")
    return int(items)


def _array(data: bytes, at: int, count: int, kind: np.dtype[Any] | str) -> Numbers:
    """Numbers from there on; ValueError where there are not so many."""
    if at + count * np.dtype(kind).itemsize > len(data):
        raise ValueError("it is cut off")
    return np.frombuffer(data, kind, count, at) if count else np.zeros(0, kind)


def _each(starts: Numbers, lengths: Numbers, *, step: int = 1) -> Numbers:
    """start, start + step, … for each start, so many as its length."""
    before = np.cumsum(lengths) - lengths
    found: Numbers = np.repeat(starts - step * before, lengths) + step * np.arange(lengths.sum())
    return found


def _bytes_at(data: bytes, places: Numbers) -> Numbers:
    found: Numbers = np.frombuffer(data, np.uint8)[places]
    return found


def _words_at(data: bytes, places: Numbers) -> Numbers:
    """The numbers of four bytes that begin there, which need not be places that four divides."""
    found: Numbers = _bytes_at(data, (places[:, None] + np.arange(4)).ravel()).view("<u4").astype(np.int64)
    return found
