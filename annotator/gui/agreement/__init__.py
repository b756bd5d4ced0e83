"""The place Agreement: how far annotators agree, and what leads look at."""
