"""One module for each kind of file, with one function: a source in, rough articles out.

Read in this order: source (what a reader gets and what it gives), kinds (which reader reads what), text; then
encodings, fields, stamps and markup (what several readers need), and any of the others.
"""
