"""All that a search finds, in the formats of other programs.

A request goes in, text comes out in pieces as it is read, so that a million articles take no more memory than a
hundred; it asks an engine for matches and articles, and writes nothing itself but the file of a database.

Read in this order: all_matches (every article of an answer, one after the other), days_known (what of a date may be
told), author_names (whom a byline names), bibtex, ris, csl_json (citations), atom_feed, rss_feed, citation_styles (for
people), delimited_rows (CSV and TSV), line_formats (JSON, ids and paths in lines), export_formats (the table of them),
sqlite_database (articles as a file that SQLite reads).
"""
