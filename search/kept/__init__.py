"""What its owner keeps beside an index: queries that are asked again, and notes on articles.

The location of an index and what is to be kept go in; small files beside its folder come out, which outlive its
rebuilds. It asks find, export/ and the seam.

Read in this order: kept_file (how one is read, written and held), alerts, article_notes.
"""
