"""What could not be carried, kept in a file: the same as a list, however long."""

from __future__ import annotations

import json

import pytest

from annotator.formats import spooled
from annotator.formats.records import Listed
from annotator.formats.spooled import Spooled


def entry(number: int, reason: str = "why") -> Listed:
    return Listed(f"d{number}", "entities", "GPE", ((number, number + 1), (7_000, 7_001)), "vi\u2028el\n", reason)


@pytest.mark.parametrize("limit", [1, 1 << 20])
def test_it_holds_what_a_list_holds(tmp_path, monkeypatch, limit):
    monkeypatch.setattr(spooled, "IN_MEMORY", limit)
    given = [entry(number) for number in range(50)]
    kept = Spooled(tmp_path)
    kept += given[:20]
    assert next(iter(kept)) == given[0]
    kept += given[20:]
    assert (list(kept), len(kept)) == (given, 50)
    assert (kept[0], kept[-1], kept[3:6], kept[:0]) == (given[0], given[-1], given[3:6], [])
    assert kept == given
    assert kept != given[1:]
    assert kept != [*given[:-1], entry(0)]
    assert [json.loads(line)["document"] for line in kept.lines()] == [one.document for one in given]
    with pytest.raises(IndexError):
        kept[50]


def test_the_file_has_no_name_and_is_gone_with_the_list(tmp_path):
    kept = Spooled(tmp_path)
    kept += (entry(number) for number in range(4_000))
    assert list(tmp_path.iterdir()) == []


def test_entries_that_come_while_it_is_read_come_too():
    kept = Spooled()
    kept.append(entry(0))
    seen = []
    for one in kept:
        seen.append(one)
        if len(seen) < 3:
            kept.append(entry(len(seen)))
    assert seen == [entry(0), entry(1), entry(2)]


def test_reasons_are_counted_without_what_they_quote(monkeypatch):
    monkeypatch.setattr(spooled, "KINDS", 2)
    kept = Spooled()
    reasons = ["overlaps GPE “Raqqa” in the same layer", "overlaps GPE “Homs” in the same layer", "off", "third", "off"]
    kept += (entry(number, reason) for number, reason in enumerate(reasons))
    assert kept.kinds == {"overlaps GPE": 2, "off": 2, spooled.OTHER: 1}
