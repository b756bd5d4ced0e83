"""The demo keeps out of what is not its own."""

from __future__ import annotations

import pytest

from annotator.errors import KnownError
from annotator.services import demo, projects
from annotator.store.project import Project
from tests.samples import document
from tests.unit.formats.exported import in_process


def test_a_project_of_other_articles_is_left_alone(tmp_path) -> None:
    with projects.create_project(tmp_path / demo.FILE) as project:
        project.add_documents([document(id="d1")])
    with pytest.raises(KnownError, match=r"A106: .* is a project of other articles · choose another folder"):
        demo.build(tmp_path, in_process)
    with Project.open(tmp_path / demo.FILE) as project:
        assert project.document_ids() == ["d1"]
