"""The interface in the reader's language: what was asked for and what is known of the reader goes in, words come out.

Addresses, files and feeds for programs stay in English. Catalogs are gettext's, a folder for each language, and are
read when the first reader asks for that language; Babel is imported no sooner, so that English costs nothing.

Read in this order: interface_languages (which there are), reader_language (which one a request is answered in),
catalogs (a sentence in it), told_sentences (what search/ says, in it), local_forms (its days and numbers),
language_switch (how a reader chooses).
"""
