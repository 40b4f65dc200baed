"""What reports claim, held against the record: first since, comparisons, conflicts between sources."""
