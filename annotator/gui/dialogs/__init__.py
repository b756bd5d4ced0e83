"""Dialogs of the desk: settings, key overview, command palette, about."""
