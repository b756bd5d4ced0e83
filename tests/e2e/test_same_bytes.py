"""The same decisions exported again, by another process at another time, are the same files in every format."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.services.registry import FORMATS

ROOT = Path(__file__).parents[2]
EXPORTS = """
import sys
from pathlib import Path
from annotator.services.exporting import ExportRequest, export
from annotator.services.projects import scheme_of
from annotator.services.registry import FORMATS
from annotator.services.working import worker
from annotator.store.project import Project

if __name__ == "__main__":
    folder = Path(sys.argv[2])
    with Project.open(Path(sys.argv[1]), read_only=True) as project, worker() as call:
        for one in FORMATS:
            if one.writer:
                out = folder / one.name / ("" if one.is_folder else f"all{one.extensions[0]}")
                out.parent.mkdir(parents=True, exist_ok=True)
                export(project, scheme_of(project), call, ExportRequest(one.name, out, source="gold"))
"""


def exported(project: Path, seed: str, kept: Path) -> dict[str, bytes]:
    """What an export in every format writes, by name; to one place each time, as configs have paths in them."""
    folder = project.parent / "out"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", EXPORTS, project, folder], env=environment, check=True, timeout=300)
    folder.rename(kept)
    return {path.relative_to(kept).as_posix(): path.read_bytes() for path in sorted(kept.rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_an_export_is_the_same_bytes_in_every_format(program, tmp_path) -> None:
    program("new", "a.annotator")
    program("import", "a.annotator", ROOT / "seeds" / "gold", "--as", "gold")
    first = exported(tmp_path / "a.annotator", "1", tmp_path / "first")
    again = exported(tmp_path / "a.annotator", "77", tmp_path / "again")
    # Time stamps of archives are coarse: what is exported twice within two seconds would be alike.
    at = [(tmp_path / run / "xlsx" / "all.xlsx").stat().st_mtime for run in ("first", "again")]
    assert at[1] - at[0] > 2
    assert {name.partition("/")[0] for name in first} == {one.name for one in FORMATS if one.writer}
    assert list(first) == list(again)
    assert [name for name, content in first.items() if content != again[name]] == []
