"""One module for each kind of file: from its bytes to rough articles.

A `FileSource` goes in; rough articles and complaints come out. It opens only what its source gives it, and reads no
further than its allowance.

Read in this order: source (what a reader gets, and what it gives), encodings, fields, json_lists, rows (what several
readers need); text, html, mail, mhtml, json, table, feed, mbox, pdf, docx, warc, archive (any of them); kinds (a table:
which reader reads what).
"""
