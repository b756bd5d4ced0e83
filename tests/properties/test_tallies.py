"""The digest of what somebody decided is another one just where comparing the two finds a difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.compare import compare
from annotator.core.span import Argument, Event, Span
from annotator.store.tallies import digest_of

PLACES = (((0, 4),), ((0, 6),), ((0, 2), (4, 6)), ((8, 9),))
spans = st.builds(
    Span, st.just(""), st.just("entities"), st.sampled_from(["GPE", "ORG"]), st.sampled_from(PLACES),
    st.sampled_from([{}, {"kind": "real"}]),
)  # fmt: skip
arguments = st.lists(st.builds(Argument, st.sampled_from(["AGENT", "PLACE"]), st.sampled_from(["0", "1", "9", ""])))
events = st.builds(
    Event, st.just(""), st.just("events"), st.sampled_from(["ATTACK", "CAPTURE"]), st.sampled_from(PLACES),
    st.sampled_from([{}, {"factuality": "DENIED"}]), arguments=arguments.map(tuple),
)  # fmt: skip


def named(prefix: str, made: list[Span]) -> dict[str, Span]:
    """With ids of its own, and arguments that name them."""
    found = {}
    for number, span in enumerate(made):
        fields = {name: getattr(span, name) for name in ("layer", "label", "fragments", "attributes")}
        id = f"{prefix}{number}"
        if isinstance(span, Event):
            filled = (Argument(one.role, one.span and f"{prefix}{one.span}") for one in span.arguments)
            found[id] = Event(id, **fields, arguments=tuple(filled))
        else:
            found[id] = Span(id, **fields)
    return found


some = st.lists(spans | events, max_size=3, unique_by=lambda span: (span.layer, span.fragments))


@given(one=some, other=some | st.none())
def test_digests_differ_where_versions_do(one: list[Span], other: list[Span] | None) -> None:
    anna = named("a", one)
    bram = named("b", one if other is None else other)
    is_agreed = all(place.is_agreed for place in compare({"anna": anna, "bram": bram}))
    assert (digest_of(anna) == digest_of(bram)) == is_agreed
    assert digest_of(dict(reversed(anna.items()))) == digest_of(anna), "the order in which it was made says nothing"
