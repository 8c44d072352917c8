"""From article files to an index.

Read in this order: article (what an article is), analysis (what a word is), readers/ (one module for each kind
of file), clean, dates, outlets and sentences (what a text says of itself), read (one file to its articles),
schema (the fields), forms and catalog (what lies beside the postings), build (files to one commit).
"""
