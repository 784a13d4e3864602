"""English: spaCy's small model for the tree, our own rules for names, posts and clauses."""
