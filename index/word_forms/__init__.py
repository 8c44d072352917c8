"""Which forms are one word, and which words belong together, by tables that are shipped.

A folded form goes in, as `index.analysis` makes it; the key of its family (inflections and spellings) or of its ring
(derivations that contexts confirm) comes out. The three packed tables beside the modules are read when first asked;
nothing else is touched, and no other room is asked. `tests/lexicon` makes the tables.

Read in this order: packed_table (how the tables lie on the disk), families, rings, compounds,
snowball (what words that no table knows are filed under).
"""
