"""Places of a text counted in UTF-16 units, as Qt, Java and JavaScript count, and in code points, as we do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Utf16:
    """Code point ↔ UTF-16 positions of one text; `length` and `units` are how long it is in either."""

    __slots__ = ("_astral", "_units", "length", "units")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # Code point index of each character beyond the BMP, and the UTF-16 index at which it begins.
        self._astral = [] if text.isascii() else [i for i, one in enumerate(text) if one > "\uffff"]
        self._units = [place + number for number, place in enumerate(self._astral)]
        self.units = self.length + len(self._astral)

    def to_utf16(self, point: int) -> int:
        """UTF-16 units before the code point."""
        if not self._astral:
            return point
        return point + bisect_left(self._astral, point)

    def point(self, unit: int) -> int | None:
        """Code points before the unit; None where it is outside of the text or between the halves of a pair."""
        if not 0 <= unit <= self.units:
            return None
        before = bisect_right(self._units, unit - 1)
        if before and self._units[before - 1] == unit - 1:
            return None
        return unit - before

    def to_code_point(self, unit: int) -> int:
        """Code points before a unit of the text; between the halves of a pair, those before the pair."""
        if not self._units:
            return unit
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._astral[before - 1]
        return unit - bisect_left(self._units, unit)
