"""Which letters bytes stand for: by the name of an encoding, or by which reading looks most like a language.

Bytes and names go in; text and names of codecs come out. It opens nothing.

Read in this order: encoding_labels (what names mean), iso_2022 (encodings of seven bits, and letters that makers of
computers added to Japanese ones), named_decoding (any encoding that is known), letter_ranks (which letters are how
common), code_page_scorer (which code page it is), double_encoding (what was decoded wrongly before it was saved).
"""
