"""Gates of quality over real collections, and a bench for the ranking.

Each floor of a gate only rises, and its test is skipped where the data is not. The bench (python -m tests.relevance)
informs: it measures Dateline and other engines over judged queries, compares two rankings, and tells which of several
settings to take.

Read in this order: collections (what is on this machine); trec (rankings and judgments in files), query_length,
measures, significance, leave_one_out (which setting to take); derived_queries, judged_collections; systems/ (what is
measured); measuring, latency, comparing, report, __main__.
"""
