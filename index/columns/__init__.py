"""How the index lies on the disk."""
