"""How a text is divided: sentences, paragraphs, headlines.

A text goes in, spans or strings come out; nothing but the text is looked at, and of other rooms only those of words.

Read in this order: sentences, text_starts, paragraphs, headlines, edit_distance, html_text, line_hyphens.
"""
