"""The ground floor: frozen records and pure functions on the standard library alone."""
