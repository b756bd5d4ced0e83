"""The project file: the only floor that speaks to SQLite."""
