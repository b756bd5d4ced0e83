"""Qt calls that return None must give back the reference they take: PySide6 6.12.0 on Python 3.11 does not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_none_alive() -> None:
    before = sys.getrefcount(None)
    for _ in range(500):
        QObject().setObjectName("x")
    assert sys.getrefcount(None) >= before - 100
