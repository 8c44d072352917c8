"""The named entities of a text: people, organisations, places.

A text goes in; spans of names come out, each with its type and its key. It asks text/ and lexicon/.

Read in this order: name_tokens, offices (where a name begins behind them), capitalised_names (who may be named, fast),
name_candidates (runs of capitalised words), entity_types (what a name is the name of), recognizer (all names of an
article), filed_names (those by which it is found).
"""
