"""What every measure answers: a value or the reason there is none, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A measure's answer.

    `value` is None where the measure is undefined, and `undefined_reason` then says why; it is never
    replaced by 0 or 1. `n_items` counts what was compared (units, spans), `n_annotators` who did.
    `interval` is a 95 % interval (low, high) where one was computed.
    """

    value: float | None
    undefined_reason: str | None
    n_items: int
    n_annotators: int
    interval: tuple[float, float] | None = None


def defined(value: float, *, items: int, annotators: int) -> Score:
    """A score that has a value."""
    return Score(float(value), None, items, annotators)


def undefined(reason: str, *, items: int, annotators: int) -> Score:
    """A score that has none, and why."""
    return Score(None, reason, items, annotators)
