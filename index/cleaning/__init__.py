"""Which lines of a text are the article, and which are the page around it.

A text goes in; its title, its paragraphs and what was left out by which rule come out. It asks front_matter/.

Read in this order: line_rules (a table with examples), cleaned (a text taken apart), cleaner (the rules applied),
main_text (where the prose of a saved page begins and ends), repeated_lines (lines that a site puts under every story).
"""
