"""What stands around a word in the tree: slots of verbs and nouns, clauses, what belongs to which act."""
