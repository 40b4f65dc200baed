"""The date that a sentence gives an act."""
