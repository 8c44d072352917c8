"""When an article was published.

What a page, a file name or a text says of days goes in; a `Published` comes out, with its evidence. It asks
front_matter/ and cleaning/, and never the clock.

Read in this order: date_candidates (lines with a day in them), date_objects (the stamp in what a database keeps),
number_stamps (days as numbers), metadata_dates (days as programs write them), url_dates, date_features (what a line
with a day is like), date_line_scorer (which line states the day), json_ld_dates (the item that stands
for the page), markup_dates, page_dates (the day of a web page),
numeric_dates (03/04/2022).
"""
