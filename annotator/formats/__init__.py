"""File formats: each module reads or writes plain records."""
