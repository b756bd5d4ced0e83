"""Pipelines that were named once speak along later, where they are installed and as long as they work."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.errors import KnownError
from annotator.services import pipelines
from annotator.services.pipelines import Beside
from annotator.services.suggesting import Judged

NEWS, SHORT = "spacy:nl_news", "spacy:nl_short"


def there(task: str, _payload: dict[str, Any]) -> dict[str, Any]:
    assert task == "pipelines"
    return {"pipelines": [{"name": "nl_news", "version": "1"}]}


def test_what_was_named_last_is_kept(project) -> None:
    assert pipelines.kept(project) == ()
    pipelines.keep(project, ["rules", NEWS, SHORT])
    assert pipelines.kept(project) == (NEWS, SHORT)
    pipelines.keep(project, ["learned"])
    assert pipelines.kept(project) == ()


def test_only_those_that_are_installed_here_are_asked() -> None:
    assert pipelines.installed(there, [SHORT, NEWS]) == (NEWS,)
    assert pipelines.installed(lambda *_: pytest.fail("nobody asks for none"), []) == ()


class Judging:
    """Notes with which pipelines it was asked; fails with any of `broken`, or always."""

    def __init__(self, *broken: str, is_lost: bool = False) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.broken, self.is_lost = set(broken), is_lost

    def __call__(self, _document: Any, beside: tuple[str, ...]) -> Judged:
        self.asked.append(beside)
        if self.is_lost or self.broken & set(beside):
            raise KnownError("A504", "it cannot be used", "do something")
        return Judged([], [])


def test_the_window_judges_with_them() -> None:
    judging = Judging()
    judge = Beside(judging, (NEWS, SHORT), there)
    judge(None)
    judge(None)
    assert judging.asked == [(NEWS,), (NEWS,)]


def test_one_that_fails_does_not_keep_back_what_was_learned() -> None:
    judging = Judging(NEWS)
    judge = Beside(judging, (NEWS,), there)
    judge(None)
    judge(None)
    assert judging.asked == [(NEWS,), (), ()], "once is enough"


def test_where_it_was_not_the_pipeline_that_failed_it_is_asked_again() -> None:
    judging = Judging(is_lost=True)
    judge = Beside(judging, (NEWS,), there)
    with pytest.raises(KnownError):
        judge(None)
    judging.is_lost = False
    judge(None)
    assert judging.asked == [(NEWS,), (), (NEWS,)]
