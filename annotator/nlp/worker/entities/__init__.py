"""The rule-based suggester of entities in Dutch conflict news: lexicons, grammars, context, names of the corpus."""

from annotator.nlp.worker.entities.suggest import suggest_entities, survey
from annotator.nlp.worker.entities.survey import KnownNames, NameCounts, likeness, merge, variants

__all__ = ["KnownNames", "NameCounts", "likeness", "merge", "suggest_entities", "survey", "variants"]
