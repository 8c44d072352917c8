"""What a query asks for that holds nothing else: words and patterns of a text, and what is known of an article.

Values that nothing is asked of; `search.clauses` makes a tree of them, and has their names, too.

Read in this order: text_leaves, metadata_filters.
"""
