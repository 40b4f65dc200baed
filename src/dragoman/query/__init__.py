"""Questions to the record: events, statements, figures, reports, counts, series."""
