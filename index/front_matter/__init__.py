"""What stands above the prose of an article: who wrote it, where, for whom and when.

Lines and openings of a text go in; bylines, datelines, outlets and stated days come out. It asks text/ and lexicon/.

Read in this order: publication_years (in which an article may have been published), solar_calendar (that of Iran),
written_dates (days as newspapers write them), bylines, datelines, stated_dates, outlet_lines,
publisher.
"""
