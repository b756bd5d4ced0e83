"""A worker process for the length of a block."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.nlp.client import WorkerClient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.records import WorkerCall


@contextmanager
def worker() -> Iterator[WorkerCall]:
    """The call of a worker that starts with the first call and has ended when the block has."""
    with WorkerClient() as client:
        yield client.call
