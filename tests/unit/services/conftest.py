"""A real project with two small documents, and a real worker for those who need one."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.nlp.worker.tokenizer import SETTINGS, settings_hash
from annotator.services.schemes import load_builtin
from annotator.store.project import Project
from tests.samples import document


@pytest.fixture
def project(tmp_path: Path):
    scheme = load_builtin("conflict-nl")
    made = Project.create(
        tmp_path / "test.annotator",
        scheme=scheme.source,
        scheme_name=scheme.name,
        scheme_version=scheme.version,
        tokenizer=SETTINGS,
        tokenizer_hash=settings_hash(SETTINGS),
    )
    made.add_documents([document(id="d1"), document("Belga meldt dat Belga zwijgt.", id="d2")])
    with made:
        yield made
