"""What a saved page holds beside what stands where everybody looks: what is hidden, and what only scripts know.

The tree of a page goes in, as lxml has it; texts come out, and once the tree without what no reader sees.

Read in this order: hidden_parts, structured_data (JSON-LD), embedded_text (the article where only a script has it),
passed_over (what was taken for a menu), page_headline, saved_address.
"""
