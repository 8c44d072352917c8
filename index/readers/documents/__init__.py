"""Documents as word processors and printers write them: one article each, or those of an export.

A `FileSource` goes in, rough articles come out. It may ask lxml and the library of each kind of file, and reads no
dates of files, which tell when a document was made.

Read in this order: page_layout, line_flow (wrapped lines), page_margins, scans (words on pictures), pdf; zipped_parts
(what documents in a ZIP archive need), docx, odt, word_binary, rtf, metadata_block, markdown (any of them).
"""
