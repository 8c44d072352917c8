"""How well the documents of one segment match, and the first of them.

A clause and a segment go in; scored documents come out, the best first. It asks segment/ where words stand.

Read in this order: scored_documents, contributions (what a word brings to each document), disjunction, conjunction,
scorer (any clause), levels (those that match most first), top_k (the first of many), collapse (each story once),
match_window (any stretch of all), word_places (where words stand in a few documents), query_meaning (how like it they
are), reranking (the first matches again, by both), lazy_counts, entity_counts, name_counts, value_counts.
"""
