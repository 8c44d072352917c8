"""From typed words to results.

Read in this order: query (the tree and the request around it), forms_like (which forms its patterns match); patterns,
lexer, atoms, speaking (what a speaker governs), parts, notes and parse (typed words to that tree), written (and back),
spelled (names in other spellings); engine (the seam), whoosh_engine (the real one), shard (one segment), kept (what
served the last questions), sorted_lists (what is in both), lists (several words as one), phrases and in_a_row (words in
a row), quoted (words inside quotations), gathered (the postings of many stems) and occurrences (where words stand in
it), matching (which of its documents match), score (how well a word does), scores and scoring (how well a document
does), shares (what a word brings to all documents), any_of and all_of (the sums of many such), choosing (the first of
many), folding (each story once), tally (counts, when they are wanted), skipped (what gave no article), newest (the
latest snapshot); marks (where a text matches), days_wanted (where it names days that are asked for), passage and
snippet (the best passage), story (who else tells it), days_named (the days that an article speaks of), quoted_words
(whom it quotes), unheard (what nobody says of what was asked for), alignment and compare (two articles side by side),
wording and versions (one quotation in several articles), facets, results (what is shown), find (the whole path in one
function), arguments, printed and terminal (the same from and for a terminal), explain, evaluate.
"""
