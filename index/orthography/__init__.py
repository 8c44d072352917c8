"""How words are written: which signs belong to a word, and which ways of writing it are one.

A word as it stands in a text goes in, its form comes out; nothing is read or written. `index.analysis` does both.

Read in this order: characters (classes of them), apostrophes, particles (of Korean), letters (case, accents, scripts),
acronyms (US and us), capitals, word_pattern (where a word begins and ends), folded_forms (what it is compared by).
"""
