"""Which articles tell the same story, share source text, or are reprints: what is known only when all are there.

The segments of a generation go in; relations come out: stories, inferred and settled dates, repeated lines.

Read in this order: background_frequencies (how common words are), document_vectors, recurring_titles, portions (what
fits into memory), heavy_stems (the few that tell most), similar_pairs (which are alike), date_windows (which may be
compared), filled_forms (the same words around other names), near_duplicates (which share text), compared_texts (those
that are compared word by word), linkage (stories out of pairs), line_counts (lines that belong to no text),
previous_generation, cluster (all of it for one generation), numeric_date_order (03/04/2022 settled by its outlet),
undated_members (dates inferred within stories), relate (everything in its order).
"""
