"""From typed words to results.

A request goes in, `Results` come out; it reads an index folder and changes nothing. `find` is the whole path in one
function; `engine` is the seam between what is asked and what answers.

Read in this order: leaves/ (what can be asked), clauses (the tree of a query), clause_walks, query (what an engine is
asked), request (what is asked around it), chosen_values (that as clauses), fuzzy_and_wildcards (which forms a pattern
matches), file_formats; bm25f, engine; segment/ (which documents match), ranking/ (how well), whoosh_engine (the engine
of a folder), whoosh_source (which opens it); language/ (typed words to that tree and back); likeness/ (articles like
one), timeline, results (what is shown), facets, highlight/ (where a text matches); article/ (one article beside
others); find, query_help/ (how to ask), explain; export/ (all of it for other programs); statistics, kept/ (what its
owner keeps beside an index), evaluate; skipped (what gave no article), snapshots (opening an engine, and always the
newest).
"""
