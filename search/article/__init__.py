"""One article beside others: its story, its quotations, its days, its likeness to another.

An article and an engine go in; what the page and the terminal show of it comes out.

Read in this order: common_subsequence (words in the same order), alignment (sentences that say the same), story,
story_line, compare, quotation_text, quotation_versions, quoted_words, days_named, missing_quotes,
missing_words.
"""
