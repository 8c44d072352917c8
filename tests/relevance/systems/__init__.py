"""What is measured: Dateline, and other engines as their users get them, all given the same titles and texts.

Read in this order: system (what each of them can do), dateline_system, whoosh_system, fts5_system, tantivy_system,
bm25s_system, lucene_system; installed (those that are on this machine).
"""
