"""The query language: typed words to a tree, and a tree to words.

What was typed goes in; a query and notes for the reader come out. Nothing is asked of an index.

Read in this order: messages (what the reader is told), note_kinds, field_names, days_in_words, days (the grammar of
days: for the box, the form, addresses, the terminal and JSON), wildcards, lexer, pasted_text (what is no query in it),
serializer (a tree as text), tree_object (a tree as JSON), speaker_scope (what a speaker governs), terms (what one word
asks for), filters (what is asked of what is known of an article), nearness (words near each other), loosening (what is
asked strictly, and what loosely), parser, compound_spellings (cease-fire and ceasefire), persian_joints, ring_expansion
(words with those that belong to them), spelling_expansion (names and compounds in their other spellings). What other
search engines understand is read in `dialects`.
"""
