"""How to ask, in each language: tables made of what the parsers read, with examples in words of the reader's own index.

An engine goes in, of which some articles are read; tables of operators come out, for a page or a terminal to show.

Read in this order: operator_rows (what a table is), native_operators (ours), dialect_operators (those of other search
engines, from their grammars), example_words (what stands in the examples), query_tables (all of it).
"""
