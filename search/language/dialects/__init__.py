"""The languages of other search engines: each a small grammar, read by one parser into our tree.

Text goes in that is written in one of them; a clause and notes come out. Nothing is asked of an index.

Read in this order: grammar (what one is made of), dialect_lexer (text as tokens), dialect_fields, expressions (tokens
as clauses), dialect_days, dialect_words, borrowed_nearness, nexis, westlaw, factiva, proquest, google, lucene,
dialect_recognizer (which dialect a text is written in), dialect_reading (the whole way).
"""
