"""Which articles are like one: those that share the words that say most of what it says.

A reading of a query and an engine go in; the reading comes out with these words in the place of  like:ID.

Read in this order: heaviest_words, like_reading.
"""
