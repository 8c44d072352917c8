"""Which articles tell the same story, share source text, or are reprints of one another.

Read in this order: background (how common words are), corpus (articles as vectors, from the postings of segments),
windows (which articles may be compared, by their dates), neighbours (which are alike), titles (which titles recur),
forms (which texts are the same words around other names), grouping (stories out of pairs), copying (which share text),
lines (which lines belong to no text), known (what the generation before knew), related (all of it for one generation),
dating (dates that are inferred within stories).
"""
