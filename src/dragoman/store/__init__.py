"""The record in one SQLite file: reports with their snapshots, readings, judgements and what follows from them."""
