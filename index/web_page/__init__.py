"""What a saved page holds beside what stands where everybody looks: what is hidden, and what only scripts know.

The tree of a page goes in, as lxml has it; texts come out, and once the tree without what no reader sees. Of what lies
beside a page, the names are all that is asked for.

Read in this order: hidden_parts, structured_data (JSON-LD), embedded_text (the article where only a script has it),
passed_over (what was taken for a menu), side_parts (what has days of its own), split_article (an article in several
containers), page_headline, site_name, saved_address, page_companions (what lies beside it).
"""
