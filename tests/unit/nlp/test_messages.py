"""The framing between program and worker: strict, bounded, and transparent to any text."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import KnownError
from annotator.nlp import messages

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.lists(st.dictionaries(st.text(), JSON, max_size=4), max_size=4))
def test_messages_come_back_as_they_were_sent(sent: list[dict[str, object]]) -> None:
    stream = io.BytesIO(b"".join(messages.encode(message) for message in sent))
    received = []
    while (message := messages.read(stream)) is not None:
        received.append(message)
    assert received == sent


def test_half_surrogates_and_line_separators_stay_inside_one_line() -> None:
    line = messages.encode({"text": "a\ud83d\n\r\u2028\u0085\x00"})
    assert line.count(b"\n") == 1
    assert messages.read(io.BytesIO(line)) == {"text": "a\ud83d\n\r\u2028\u0085\x00"}


@pytest.mark.parametrize(
    "line",
    [b"[" * 9_999 + b"\n",
     b"{}", b"[]\n", b"null\n", b"{\n", b'{"a": NaN}\n', b'{"a": Infinity}\n', b"\n", b'{"a": "\xc3\xa9"}\n'],
)  # fmt: skip
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(messages.ProtocolError):
        messages.read(io.BytesIO(line))


def test_the_limit_holds_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MAX_BYTES", 40)
    fits = messages.encode({"text": "x" * (40 - len('{"text":""}\n'))})
    assert messages.read(io.BytesIO(fits)) is not None
    with pytest.raises(KnownError, match="A203"):
        messages.encode({"text": "x" * 30})
    with pytest.raises(messages.ProtocolError, match="longer"):
        messages.read(io.BytesIO(b" " + fits))


def test_no_number_that_is_no_json_goes_out() -> None:
    with pytest.raises(ValueError, match="JSON"):
        messages.encode({"score": float("nan")})
