"""Attacks in their long form; a sample of each runs with the other tests."""
