"""An offline desk for building labelled datasets: articles in, decisions logged, training data out."""

__version__ = "0.1.0"
