"""Attacks in their long forms: each fails with a sentence when something gives way, and asks no other machine."""
