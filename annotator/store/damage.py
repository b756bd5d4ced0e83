"""Rows that are there and cannot be read: a file from elsewhere may hold anything in its columns."""

from __future__ import annotations

from annotator.errors import KnownError

UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


def damaged(what: str, error: Exception) -> KnownError:
    """The error for something of a project that cannot be read; `error` is one of UNREADABLE."""
    return KnownError("A105", f"{what} cannot be read ({error!s:.200})", "run `annotator check`, or restore a backup")
