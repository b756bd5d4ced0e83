"""A project with two documents, open for writing, for tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import samples
from tests.unit.store import drafts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store.project import Project

OTHER = "Het leger meldt 😀 zware gevechten bij Aleppo."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nieuws.annotator"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with drafts.create(path) as opened:
        opened.add_documents([samples.document(), samples.document(OTHER, id="d2")])
        yield opened
