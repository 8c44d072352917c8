"""Arrays in a file, and the shapes of columns in them; it knows nothing of articles or words.

Arrays go in and are written with checksums; mapped arrays come out. It touches the file that it is told to.

Read in this order: regular_file (files alone are opened), checked_text (lines with a checksum), arrays (many arrays in
one file), background_work, string_column, count_column, position_column, quarter_column
(four shapes of columns), doc_values (columns of documents), multi_valued (any number of rows of each document),
doc_store (articles in compressed blocks), term_signatures (which terms may be wanted),
edit_distances (which are near another).
"""
