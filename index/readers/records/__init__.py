"""Records with named fields: an article in each object of JSON, and in each row of a table.

A `FileSource` goes in; rough articles and complaints come out, one by one, however many there are.

Read in this order: json_lists, orientations (how records lie in a value), json (JSON), rows, table (tables),
spreadsheet, bibliography.
"""
