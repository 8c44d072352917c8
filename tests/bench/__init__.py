"""Speed and size, side by side with other engines in one run:  make bench.

Read in this order: corpora and generated (what is searched), questions and drawn (what is asked), peer (what an engine
must do here), ours, tantivy_peer, fts5_peer, stock_whoosh, bm25s_peer and xapian_peer (the engines), peers (those that
are installed), building (what an index costs), asking (how long answers take), files (what the command costs), machine,
comparison (the whole run), curve (growth), goals, tables and plot (how it is shown).
"""
