"""The place that a sentence gives an act, or where the act is at home."""
