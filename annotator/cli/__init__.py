"""The command line: the headless twin of every use case."""
