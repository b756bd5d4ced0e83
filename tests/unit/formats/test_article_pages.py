"""Pages of annotated articles: what is shown, that nothing runs or loads, and that marks are read back."""

from __future__ import annotations

import re

import pytest

from annotator.core.decision import Comment
from annotator.core.span import NOT_MENTIONED, Argument
from annotator.errors import KnownError
from annotator.formats import article_pages
from tests.samples import SCHEME
from tests.unit.formats.exported import entity, event, exported, options

TEXT = "Het leger viel <b>Raqqa</b> & Homs aan"
DOCUMENT = exported(
    TEXT,
    entity("s1", "GPE", 18, 23),
    entity("s2", "ORG", 4, 9),
    event("e1", "ATTACK", (10, 14), (35, 38), arguments=[Argument("PLACE", "s1"), Argument("AGENT", NOT_MENTIONED)]),
    comments=[Comment("<script>alert(1)</script>")],
)


def page(tmp_path, *documents, **others):
    choices = options(*documents, **others)
    article_pages.write(documents, tmp_path / "o.html", choices)
    return (tmp_path / "o.html").read_bytes().decode("utf-8"), choices


def test_the_page_shows_text_marks_and_table(tmp_path):
    content, choices = page(tmp_path, DOCUMENT, definition=SCHEME, scheme="small")
    assert "&lt;b&gt;" in content
    assert 'data-tag="GPE">Raqqa</mark>' in content
    assert "PLACE: Raqqa; AGENT: not mentioned" in content
    assert "factuality: ASSERTED" in content
    assert "--c: #2f6f6a" in content
    assert "--c: #7fc8c1" in content
    assert "Annotated articles · small" in content
    assert len(list(article_pages.check(tmp_path / "o.html", choices))) == 3


def test_nothing_runs_and_nothing_is_loaded(tmp_path):
    evil = exported('"><script>x</script><img src=x onerror=y>', entity("s1", '"><script>', 0, 5), id='"><script>')
    content, choices = page(tmp_path, evil, DOCUMENT)
    tags = re.findall(r"<[^!>][^>]*>", content)
    assert not [tag for tag in tags if re.match(r"</?(?:script|img|link|iframe|a|object)\b", tag)]
    assert not [tag for tag in tags if re.search(r"\s(?:src|href|on\w+)\s*=", re.sub(r'"[^"]*"', "", tag))]
    assert "default-src 'none'" in content
    found = list(article_pages.check(tmp_path / "o.html", choices))
    assert (found[0].document, found[0].label) == ('"><script>', '"><script>')


def test_crossing_and_nested_marks_keep_their_places(tmp_path):
    document = exported(
        "abcdefgh",
        entity("s1", "A", 0, 5),
        entity("s2", "B", 3, 8),
        entity("s3", "A", 3, 5),
        entity("s4", "A", 3, 5),
        event("e1", "C", (0, 2), (2, 4)),
    )
    _, choices = page(tmp_path, document)
    assert sorted(one.fragments for one in article_pages.check(tmp_path / "o.html", choices)) == [
        ((0, 2), (2, 4)),
        ((0, 5),),
        ((3, 5),),
        ((3, 5),),
        ((3, 8),),
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("Raqqa</mark>", "Homs</mark>"),
        ("</article>", "<script>x</script></article>"),
        ("<h2>", '<h2 onclick="x">'),
        ('data-document="d1"', 'data-document="d2"'),
    ],
)
def test_a_page_that_was_touched_is_found_out(tmp_path, change):
    content, choices = page(tmp_path, DOCUMENT)
    assert change[0] in content
    (tmp_path / "o.html").write_text(content.replace(*change, 1), "utf-8", newline="")
    with pytest.raises(KnownError, match="A602"):
        list(article_pages.check(tmp_path / "o.html", choices))
