"""The dialog in which a lead changes the scheme of a project."""
