"""What web servers send: pages and feeds.

A `FileSource` goes in, rough articles come out: the article without the page around it, and what the markup says of it.

Read in this order: europresse, page_exports, html (pages), feed.
"""
