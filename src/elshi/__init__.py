"""Elshi keeps the chronicle of contacts between states, each value tied to its words."""
