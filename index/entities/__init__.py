"""The named entities of a text: people, organisations, places.

A text goes in; spans of names come out, each with its type and its key. It asks text/ and lexicon/.

Read in this order: name_tokens, offices (where a name begins behind them), capitalised_names (who may be named, fast),
capitalised_runs (words side by side), name_candidates (the names in a run), entity_types (what a name is the name of),
name_keys (what the ways to write a name have in common), small_words (what a text writes small), name_places (where it
names something), recognizer (all names of an article), filed_names (those by which it is found).
"""
