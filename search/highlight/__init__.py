"""Where a text matches a query, and the passage that shows most of it.

A query and a text go in; spans and marked pieces come out. It knows articles as texts, and no engine.

Read in this order: text_words (the words as arrays), proximity_spans (words near each other), word_beginnings (where
words may begin that are wanted), stretch_places (the same roughly, and fast), telling_stretches (the two together),
highlighter (spans that match), date_marks (days that were asked for), passage (where
a passage may begin and end), snippet (the best one), clipping (the most of it in less room).
"""
