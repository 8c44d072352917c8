"""A room for each family of files, and in it a module for each kind: from its bytes to rough articles.

A `FileSource` goes in; rough articles and complaints come out. It opens only what its source gives it, and reads no
further than its allowance.

Read in this order: source (what a reader gets, and what it gives), the room `charsets` and encodings (which text bytes
are), fields (what several readers need); the room `vendors` (exports of several articles, in whatever kind of file);
text, and the rooms `documents`, `pages`, `mime`, `records`, `markup`, `archives` and `saved_pages` (any of them); kinds
(a table: which reader reads what).
"""
