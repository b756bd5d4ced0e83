"""Any scheme that can be read can be written and read again: nothing of it is lost or changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.scheme import Attribute, Colour, Label, Layer, Role, Scheme
from annotator.core.scheme_changes import compare
from annotator.core.scheme_file import load
from annotator.core.scheme_writing import to_toml
from annotator.core.toml_table import can_be_text, paragraphs

_letters = st.characters(exclude_categories=["C", "Z"])
words = st.text(_letters, min_size=1, max_size=8)
names = st.lists(words, min_size=1, max_size=4, unique_by=lambda one: __import__("unicodedata").normalize("NFC", one))
captions = st.dictionaries(
    st.sampled_from(["nl", "en", "nl-BE"]), st.text(st.sampled_from('a "\\é😀#'), min_size=1, max_size=9)
    .map(str.strip).filter(bool),
)  # fmt: skip
texts = st.dictionaries(
    st.sampled_from(["nl", "en"]),
    st.text(st.sampled_from('ab "\\\n\t#-é'), min_size=1, max_size=40).filter(can_be_text).map(paragraphs).filter(bool),
)
colours = st.builds(Colour, *[st.sampled_from(["#286ca9", "#aecef8"])] * 2)


@st.composite
def schemes(draw) -> Scheme:
    layers = (Layer("entities", "flat", False, draw(captions)), Layer("events", "overlapping", True, {}))
    spans, types = draw(names), draw(names)
    labels = [
        Label(layer, name, "", draw(colours), draw(captions), draw(texts), tuple(draw(names)))
        for layer, some in (("entities", spans), ("events", types))
        for name in some
    ]
    labels[0] = labels[0]._replace(key=draw(st.sampled_from(["", "b", "7"])))
    roles = [
        Role("events", name, "", tuple(spans), tuple(draw(st.sampled_from([[], types]))), draw(captions), draw(texts))
        for name in draw(names)
    ]
    values = draw(names)
    shown = {values[0]: draw(captions)}
    attribute = Attribute("events", draw(words), "", tuple(values), values[-1], {}, shown, draw(texts))
    version = draw(st.integers(1, 99))
    return Scheme("s", version, "nl", draw(captions), layers, tuple(labels), tuple(roles), (attribute,), note={})


@settings(max_examples=150)
@given(schemes())
def test_written_and_read_again(scheme: Scheme) -> None:
    again = load(to_toml(scheme), name="again.toml")
    assert compare(scheme, again) == ()
    assert replace(again, source="") == replace(scheme, source="")
    assert to_toml(again) == to_toml(scheme)


def test_a_line_of_a_mark_alone_reads_the_same_again() -> None:
    once = paragraphs("a\n# \nb\n-\t\nc")
    assert paragraphs(once) == once
