"""Articles in markup that is made for them: what news agencies and databases send, old corpora, notes.

A `FileSource` goes in; rough articles and complaints come out. It may ask lxml, which expands no entity and fetches
nothing here.

Read in this order: marked_text (what several readers need), nitf, newsml, factiva_xml, news_sgml, enex,
zotero_rdf, endnote_xml (any of them).
"""
