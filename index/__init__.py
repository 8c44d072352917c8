"""From article files to an index.

Read in this order: article (what an article is) and errors; analysis (what a word is); readers/ (one module for each
kind of file), keys (what names an article in its file) and pieces (a file taken apart for them); cleaned, clean,
boilerplate, paragraphs and headlines (what of a text is the article); months, days, dates, prose_lines, dated_lines,
date_shapes and date_lines, bylines, datelines and places, outlets, outlet_names, outlet_sites and sentences (what a
text says of itself); meanings, readings, expression_forms, expressions, tenses and mentions (the days that a text
names); events and inferring (when an undated article was published);
name_words, name_runs, name_kinds and names (whom and what a text names); spellings, spellings_of_people and
spellings_of_places (names that are spelled in several ways); quotation_marks, naming, saying, attributions,
attributions_before and quotes (what is quoted, and who says it); repeated_lines, figures (in which order a date is
written) and told (all that is looked for beside words); stamps and addresses (days in metadata, in the addresses of
pages and the names of files); read (one file to its articles); files, catalog and plan (which files to read); schema
(the fields) and columns/ (how they lie on the disk); stories/ (which articles tell the same story); shares, held
(lines that are left out at once) and parallel (many files to segments), skeletons, edits, neighbours, variants and
learned (spellings that are learned from the articles), settling (dates that an outlet settles), relating (what is
known when all are there), build (files to one commit), verify (whether an index is as it was written).
"""
