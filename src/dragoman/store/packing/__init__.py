"""Readings, texts and happenings as small blobs, and back."""
