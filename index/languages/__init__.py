"""In which language an article is written, and what its language is called.

Texts go in, codes of ISO 639-1 come out; the model of py3langid is read when the first text is met that is not plainly
English. Nothing else is touched.

Read in this order: language_names (which languages there are, and whose words Snowball knows), english_words
(the commonest ones), identification.
"""
