"""What keys and the mouse do in the article: one module a kind of gesture, one table of actions."""
