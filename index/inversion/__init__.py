"""From the words of articles, in the order of reading, to postings, in the order of terms.

Texts go in, arrays come out; nothing is read or written.

Read in this order: chunk_table (pieces of text as numbers), spaced_words (those that are part of a longer word),
tokenizing (words as numbers), inverter (postings), fingerprints (numbers that copies of a text share), quotation_rows
(which words are quoted), start_rows (which begin paragraphs and sentences), body_pieces (how both are counted).
"""
