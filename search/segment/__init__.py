"""Which documents of one segment match, and where: array algebra over its columns.

A clause and a segment go in; doc ids and occurrences come out, ascending. Safe to share by threads.

Read in this order: intersect (sorted lists), text_scan (pieces of texts), cache, positional_postings (documents, and
where a word stands in them), segment_reader (one segment, with what answering needs), multi_term (postings of many
terms), many_postings (with their positions), term_lookup (the postings of words and patterns), phrase (words in a
row), inside_quotations; spans (which are near each other), text_layout (paragraphs and sentences), proximity (words
near each other, at the beginning, often enough); frequencies (how often words stand in each document), inflected_forms
(of words in other languages), spellings_held (other spellings), attribute_filters (what is known of documents),
boolean (which documents match), pattern_budget and position_budget (what a query may cost, and what is left out of it
where it would cost more).
"""
