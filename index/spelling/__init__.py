"""Names in other spellings: known ones, and those that only the articles show.

Segments go in; pairs of spellings come out, kept in a file beside the catalog.

Read in this order: known_spellings (from tables), transliterations (of umlauts), inflections (of
words in other languages), phonetic_key, collocates (which words
stand beside a name), spelling_learner, learned_spellings (the file of one generation).
"""
