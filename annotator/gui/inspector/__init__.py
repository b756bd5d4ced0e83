"""The inspector: what is at hand, and the guideline of its label."""
