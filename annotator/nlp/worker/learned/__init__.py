"""The suggester that learns from decisions: taggers, memory, events and the combiner that calibrates them all."""
