"""Pages that a program has saved in a file of its own kind: books of them, copies by a browser.

A `FileSource` goes in, rough articles come out, each read as the page that it is.

Read in this order: epub, maff, webarchive (any of them).
"""
