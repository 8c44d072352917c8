"""The temporal expressions of a text: which of its words name a day, and which day.

A body and its day of publication go in; spans with the days that they name come out. It asks front_matter/ for written
days, and nothing else.

Read in this order: date_values (what "last week" means), normalizers (from words to that), expression_patterns (a table
of forms with examples), expression_tagger (where they stand), tense (whether a sentence looks back or ahead), mentions.
"""
