"""How a text is divided: sentences, paragraphs, headlines.

A text goes in, spans or strings come out; nothing but the text is looked at, and no other room is asked.

Read in this order: sentences, text_starts, paragraphs, headlines, edit_distance, html_text.
"""
