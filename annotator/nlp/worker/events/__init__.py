"""Rule-based suggester of Dutch conflict events: trigger lexicon, factuality and roles, without any model."""

from annotator.nlp.worker.events.suggest import suggest_events

__all__ = ["suggest_events"]
