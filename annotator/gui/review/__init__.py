"""The place Review: what annotators differ on, settled by the adjudicator."""
