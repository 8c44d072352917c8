"""Records with named fields: an article in each object of JSON, and in each row of a table.

A `FileSource` goes in; rough articles and complaints come out, one by one, however many there are.

Read in this order: json_lists, orientations (how records lie in a value), column_order (01/02/2022 in all of them),
json (JSON), rows, table (tables), spreadsheet, bibliography.
"""
