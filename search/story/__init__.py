"""What the articles of a story say together, and what each says alone.

Articles go in; sentences that are one, the numbers, names, days and speakers in which they differ, what only one
article has, and who took whose text come out. It asks only what index/ finds in a text, and search/article/.

Read in this order: sentence_groups (sentences that say the same), stated_values (numbers, days, names, speakers),
said_differently, only_here, text_chains, story_report (all of it, and as JSON).
"""
