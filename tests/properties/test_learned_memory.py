"""The memory of strings: whatever was decided in whatever order, the latest holds, and what is taken back is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.nlp.worker.learned.memory import ACCEPTED, OFTEN, PASSED, REJECTED, Memory

KEYS = ("Homs", "HOMS", "Deir al-Zor", "Deir ez-Zor", "Deir al-Zors", "IS", "is")
LABELS = ("GPE", "ORG")
decisions = st.lists(
    st.tuples(
        st.sampled_from(KEYS), st.sampled_from(LABELS), st.sampled_from((ACCEPTED, REJECTED, PASSED)),
        st.integers(1, 40),
    ),
    max_size=30,
    unique_by=lambda one: one[3],  # a point of the log has one decision
)  # fmt: skip


def memory(made: list[tuple[str, str, int, int]]) -> Memory:
    one = Memory(is_event=False)
    for key, label, kind, at in made:
        one.add(key, label, kind, at=at)
    return one


def answers(one: Memory) -> list[tuple[object, ...]]:
    return [
        (key, label, one.told(key, label), one.refused_as(key, label), one.is_doubted(key, label))
        for key in KEYS
        for label in LABELS
    ]


@given(decisions, st.randoms())
def test_the_order_in_which_it_is_told_makes_no_difference(made, chance) -> None:
    other = list(made)
    chance.shuffle(other)
    assert answers(memory(made)) == answers(memory(other)) == answers(Memory.from_json(memory(made).to_json()))


@given(decisions, decisions)
def test_what_is_taken_back_leaves_no_trace(made, more) -> None:
    one = memory(made)
    later = [(key, label, kind, at + 100) for key, label, kind, at in more]
    for key, label, kind, at in later:
        one.add(key, label, kind, at=at)
    for key, label, kind, at in later:
        one.add(key, label, kind, -1, at=at)
    assert answers(one) == answers(memory(made))


@given(decisions, st.sampled_from(KEYS), st.sampled_from(LABELS))
def test_the_latest_decision_holds(made, key, label) -> None:
    accepted = sum(one[:3] == (key, label, ACCEPTED) for one in made)
    rejected = sum(one[:3] == (key, label, REJECTED) for one in made)
    one = memory([*made, (key, label, REJECTED, 99)])
    assert one.is_refused(key, label) == (accepted < OFTEN[0] * (rejected + 1))
    one.add(key, label, ACCEPTED, at=100)
    assert not one.is_refused(key, label)
    assert answers(memory([*made, (key, label, PASSED, 99)]))[0][3] == answers(memory(made))[0][3], "nobody said no"
