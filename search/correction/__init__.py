"""Did you mean: what was mistyped, by the words that the articles hold.

A query and an engine go in; another query and how many articles have it come out. It is a noisy channel (Kernighan,
Church and Gale, 1990): a word is likely to be meant when many articles hold it and few slips make of it what was typed.

Read in this order: edit_costs (how unlikely slips are), likely_words (what one word may be meant to be), did_you_mean;
parts_found (which part of a request it is that finds nothing), relaxations (what asks for less).
"""
