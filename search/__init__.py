"""From typed words to results.

Read in this order: query (the tree and the request around it), parse (typed words to that tree), engine (the seam),
whoosh_engine and score (which articles match, and how well), marks (where a text matches), snippet (the best passage),
facets, results (what is shown), find (the whole path in one function), explain and evaluate.
"""
