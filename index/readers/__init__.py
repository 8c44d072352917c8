"""One module for each kind of file: from its bytes to rough articles.

A `FileSource` goes in; rough articles and complaints come out. It opens only what its source gives it, and reads no
further than its allowance.

Read in this order: source (what a reader gets, and what it gives), kinds (a table: which reader reads what), text; then
what several need, encodings, fields, json_lists, rows; then any of the others: html, mhtml, json, table, feed, mail,
mbox, pdf, docx, warc, archive.
"""
