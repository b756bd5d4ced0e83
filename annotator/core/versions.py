"""Mappings that are changed without copying: each version stays readable, a change costs what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import ItemsView, KeysView, ValuesView

V = TypeVar("V")


class Versioned(Mapping[str, V], Generic[V]):
    """A mapping that `changed` leads on from; None is no value.

    All versions share the one dictionary of the newest; an older one keeps what it takes to read it back, and
    makes a dictionary of its own only where all of it is asked for (H. G. Baker, "Shallow binding makes
    functional arrays fast", SIGPLAN Notices 26(8), 1991, without the turning round). What is iterated over is a
    copy, so that decisions may be made meanwhile.
    """

    __slots__ = ("_back", "_next", "_rows")

    def __init__(self, rows: Mapping[str, V] | None = None) -> None:
        self._rows: dict[str, V] | None = dict(rows or {})
        self._back: Mapping[str, V | None] = {}  # what the next version has otherwise
        self._next: Versioned[V] | None = None

    @classmethod
    def of(cls, rows: Mapping[str, V]) -> Versioned[V]:
        """The mapping itself where it is one of these, else one made of it."""
        return rows if isinstance(rows, Versioned) else cls(rows)

    def changed(self, changes: Mapping[str, V | None]) -> Versioned[V]:
        """The next version: with these values, and without the keys whose value is None."""
        if not changes:
            return self
        rows = self._own()
        following: Versioned[V] = Versioned.__new__(Versioned)
        following._rows, following._back, following._next = rows, {}, None
        self._back = {key: rows.get(key) for key in changes}
        self._rows, self._next = None, following
        for key, value in changes.items():
            if value is None:
                rows.pop(key, None)
            else:
                rows[key] = value
        return following

    def _own(self) -> dict[str, V]:
        """The dictionary of this version, made now for one that is not the newest."""
        if self._rows is None:
            steps, version = [], self
            while version._next is not None:
                steps.append(version._back)
                version = version._next
            rows = dict(version._rows or {})  # noqa: SLF001  (its own kind)
            for back in reversed(steps):
                for key, value in back.items():
                    if value is None:
                        rows.pop(key, None)
                    else:
                        rows[key] = value
            self._rows, self._back, self._next = rows, {}, None
        return self._rows

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  (as Mapping has it)
        version = self
        while version._next is not None:
            if key in version._back:
                found = version._back[key]
                return default if found is None else found
            version = version._next
        return (version._rows or {}).get(key, default)  # noqa: SLF001  (its own kind)

    def __getitem__(self, key: str) -> V:
        found: V | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]  # as Mapping has it; what is no str is not in it

    def __len__(self) -> int:
        return len(self._own())

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._own()))

    def keys(self) -> KeysView[str]:
        return dict(self._own()).keys()

    def values(self) -> ValuesView[V]:
        return dict(self._own()).values()

    def items(self) -> ItemsView[str, V]:
        return dict(self._own()).items()

    def __repr__(self) -> str:
        return f"Versioned({self._own()!r})"


class Overlay(MutableMapping[str, V], Generic[V]):
    """A mapping with changes on top of it that it does not see; None is no value."""

    __slots__ = ("_base", "_changes")

    def __init__(self, base: Mapping[str, V]) -> None:
        self._base = base
        self._changes: dict[str, V | None] = {}

    def __getitem__(self, key: str) -> V:
        found = self._changes[key] if key in self._changes else self._base.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: V) -> None:
        self._changes[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._changes[key] = None

    def __iter__(self) -> Iterator[str]:
        added = [key for key, value in self._changes.items() if value is not None and key not in self._base]
        kept = [key for key in self._base if self._changes.get(key, self) is not None]
        return iter(kept + added)

    def __len__(self) -> int:
        return sum(1 for _ in self)
