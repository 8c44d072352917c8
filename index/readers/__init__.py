"""One module for each kind of file: a path in, rough articles out."""
