"""Measurement: what is set apart, what another hour brings with its interval, and why a figure is not there."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.core.command import CreateSpan, SetStatus
from annotator.core.near_copies import sketch_of
from annotator.errors import KnownError
from annotator.services import costing, measuring
from annotator.services.measuring import Division, apart, divide, tally, worth
from annotator.services.schemes import load_builtin
from annotator.services.session import Session
from tests.samples import document

SCHEME = load_builtin("conflict-nl")
HOUR = {"documents": 8.0, "seconds": 450.0, "timed": 20, "why": None}


def dated(count: int) -> dict[str, tuple[str, str]]:
    return {f"d{number:02}": (f"2020-{number + 1:02}-01", "AB"[number % 2]) for number in range(count)}


def test_the_latest_fifth_is_set_apart_by_date() -> None:
    found = divide(dated(12), "date")
    assert sorted(found.tested) == ["d10", "d11"]
    assert set(found.tested) | set(found.known) == dated(12).keys()
    assert found.sizes == [1, 2, 5, 10]
    assert divide(dated(12), "date") == found, "drawn once for ever"


def test_whole_sources_are_set_apart() -> None:
    found = divide(dated(12), "source")
    assert len({dated(12)[id][1] for id in found.tested}) == 1
    assert len({dated(12)[id][1] for id in found.known}) == 1


def test_it_says_why_there_is_no_split() -> None:
    assert divide(dated(9), "date").why == "few_documents"
    assert divide({id: (date, "") for id, (date, _) in dated(12).items()}, "source").why == "one_source"


def test_what_is_nearly_the_same_as_a_tested_document_is_not_learned_from() -> None:
    text = " ".join(f"woord{number}" for number in range(60))
    sketches = {f"d{n:02}": sketch_of(" ".join(f"w{n}x{m}" for m in range(40))) for n in range(12)}
    sketches |= {"d00": sketch_of(text), "d11": sketch_of(text.replace("woord9", "anders"))}
    found = apart(divide(dated(12), "date"), sketches)
    assert "d00" not in found.known
    assert len(found.known) == 9
    alike = apart(divide(dated(12), "date"), dict.fromkeys(sketches, sketches["d00"]))
    assert (alike.known, alike.why) == ((), "few_apart")


def test_an_undefined_share_says_why() -> None:
    assert tally((0, 0, 3))["why"] == {"precision": "nothing_proposed"}
    assert tally((0, 3, 0))["why"] == {"recall": "nothing_there"}
    assert tally((2, 3, 4))["f1"] == 4 / 7
    assert set(tally((0, 0, 0))["why"]) == {"precision", "recall", "f1"}


def curve(*f1: float, documents: int = 6, spans: int = 10) -> list[dict[str, Any]]:
    """Points at 5, 10, 20 … documents with that F1 in every tested one."""
    return [
        {
            "documents": 5 * 2**number,
            "layers": {"entities": {"ORG": [[round(spans * one), spans, spans] for _ in range(documents)]}},
        }
        for number, one in enumerate(f1)
    ]


def test_another_hour_is_the_slope_over_doublings_times_what_an_hour_brings() -> None:
    division = Division("date", tuple("abcdef"), tuple("ghijklmn"))
    (found,) = worth(curve(0.2, 0.4, 0.6), division, {**HOUR, "documents": 20.0})
    assert found["gain"] == pytest.approx(0.2), "20 more after 20 are one doubling, and each has added 0.2"
    assert found["low"] == pytest.approx(0.2)
    assert found["high"] == pytest.approx(0.2), "all tested documents say the same"
    assert found["existing"] == 60
    (high,) = worth(curve(0.5, 0.8, 0.9), division, {**HOUR, "documents": 1000.0})
    assert high["gain"] == pytest.approx(0.1), "F1 ends at one"
    (far,) = worth(curve(0.2, 0.3, 0.4), division, {**HOUR, "documents": 36_000.0})
    assert far["gain"] == pytest.approx(0.2), "nobody reads so fast: no further than the curve goes"


def test_the_interval_widens_where_tested_documents_differ() -> None:
    points = curve(0.2, 0.4, 0.6)
    points[-1]["layers"]["entities"]["ORG"] = [[10, 10, 10]] * 3 + [[2, 10, 10]] * 3
    (found,) = worth(points, Division("date", tuple("abcdef"), tuple("gh")), {**HOUR, "documents": 20.0})
    assert found["low"] < found["gain"] < found["high"]
    assert worth(points, Division("date", tuple("abcdef"), tuple("gh")), {**HOUR, "documents": 20.0}) == [found]


def test_too_few_is_said_instead_of_a_number() -> None:
    division = Division("date", tuple("abcdef"), tuple("gh"))
    assert worth(curve(0.2, 0.4, 0.6, spans=1), division, HOUR)[0]["why"] == "few_spans"
    assert worth(curve(0.2, 0.4), division, HOUR)[0]["why"] == "few_points"
    (found,) = worth(curve(0.2, 0.4, 0.6), division, {**HOUR, "why": "few_timed"})
    assert found["why"] == "few_timed"
    assert "gain" not in found
    assert worth([], division, HOUR) == []


def work(session: Session, document: str, *places: tuple[int, int], elapsed: int = 2000) -> None:
    for place in places:
        command = CreateSpan(document=document, layer="entities", label="ORG", fragments=(place,))
        session.do(command, elapsed_ms=elapsed)
    session.do(SetStatus(document=document, status="done"), elapsed_ms=elapsed)


def test_cost_goes_by_when_documents_were_finished_and_by_gold_where_there_is_some(project) -> None:
    anna = Session(project, SCHEME, "anna")
    work(anna, "d2", (0, 5))
    work(anna, "d1", (0, 2), (3, 7))
    assert costing.in_order_of_work(project, "anna") == ["d2", "d1"]
    (row,) = costing.course(project, "anna")
    assert (row["keys"], row["seconds"], row["correct"], row["judged"]) == (5, 10.0, 3, 0)
    assert row["keys_per_span"] == pytest.approx(5 / 3)
    work(Session(project, SCHEME, "gold"), "d1", (0, 2))
    (row,) = costing.course(project, "anna")
    assert (row["correct"], row["spans"], row["judged"]) == (2, 3, 1)
    anna.do(SetStatus(document="d1", status="busy"))
    assert costing.in_order_of_work(project, "anna") == ["d2"]


def test_cost_without_time_has_none(project) -> None:
    work(Session(project, SCHEME, "anna"), "d1", (0, 2), elapsed=0)
    (row,) = costing.course(project, "anna")
    assert row["seconds_per_span"] is None
    assert row["keys_per_span"] == 2


class Worker:
    """Answers a measurement of two points, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}

    def __call__(self, task: str, payload: dict[str, Any], *, progress=None, timeout: float = 0) -> dict[str, Any]:
        if task == "survey":
            return {"names": {}}
        if task == "learn_sync":
            return {"missing": list(payload["documents"])}
        if task == "learn_documents":
            return {}
        self.asked = payload
        if progress:
            progress(500, 1000)
        counts = [[1, 1, 1] for _ in payload["tested"]]
        points = [{"documents": size, "layers": {"entities": {"": counts, "ORG": counts}}} for size in payload["sizes"]]
        layer = {
            "suggesters": {"combined": {"all": {"right": 2, "proposed": 4, "existing": 3}, "labels": {}}},
            "confusion": [["ORG", "ORG", 2]], "ece": None, "reliability": [], "silent": {}, "events": {},
        }  # fmt: skip
        return {"report": {"documents": 12, "words": 90, "layers": {"entities": layer}}, "curve": points, "seconds": 1}


def test_a_measurement_changes_nothing_and_has_every_figure(project, tmp_path) -> None:
    project.add_documents([document(f"Tekst {n} van {'woord ' * n} uit {n * 7} Raqqa.", id=f"e{n}") for n in range(12)])
    session = Session(project, SCHEME, "anna")
    for number in range(12):
        work(session, f"e{number}", (0, 5))
    worker, told = Worker(), []
    before = project.path.read_bytes()
    files = sorted(tmp_path.iterdir())
    report = measuring.measure(project, SCHEME, worker, source="anna", progress=lambda *one: told.append(one))
    assert told == [(500, 1000)]
    assert project.path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files
    assert len(worker.asked["tested"]) == 2
    assert not set(worker.asked["tested"]) & set(worker.asked["known"])
    labels = report["layers"]["entities"]["labels"]
    assert labels[""]["precision"] == 0.5
    assert report["layers"]["entities"]["why"] == {"ece": "nothing_scored"}
    assert report["curve"][-1]["layers"]["entities"]["ORG"]["existing"] == 2
    assert report["hour"]["timed"] == 12
    assert report["hour"]["documents"] == pytest.approx(900)
    assert {one["why"] for one in report["worth"]} == {"few_spans"}
    assert report["cost"][0]["documents"] == 10
    assert report["rates"]["anna"]["decided"] == 0
    assert measuring.course(project)["done"] == {"anna": 12}


def test_without_a_finished_document_there_is_nothing_to_measure(project) -> None:
    Session(project, SCHEME, "anna").do(
        CreateSpan(document="d1", layer="entities", label="ORG", fragments=((0, 2),)), elapsed_ms=1
    )
    with pytest.raises(KnownError) as caught:
        measuring.measure(project, SCHEME, Worker())
    assert caught.value.code == "A603"


def test_articles_marked_done_within_a_second_tell_nothing_of_an_hour(project) -> None:
    project.add_documents([document(f"Tekst {n}.", id=f"e{n}") for n in range(8)])
    session = Session(project, SCHEME, "anna")
    for number in range(8):
        session.do(SetStatus(document=f"e{number}", status="done"), elapsed_ms=100 if number else 1500)
    assert measuring.hour_of(project, "anna") == {"documents": None, "seconds": None, "timed": 1, "why": "few_timed"}
