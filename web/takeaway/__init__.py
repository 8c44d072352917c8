"""What a reader takes along beside results: the record of a search, and the file that an article was read from.

Addresses go in, pages and files come out. It knows links, words and error pages, and asks an engine.

Read in this order: search_record, originals.
"""
