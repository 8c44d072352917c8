"""From article files to an index.

Read in this order: article (what an article is) and errors; analysis (what a word is); readers/ (one module for each
kind of file); clean, paragraphs and headlines (what of a text is the article); days, dates, bylines, datelines and
places, outlets, outlet_names and sentences (what a text says of itself); read (one file to its articles); files,
catalog and plan (which files to read); parallel (reading many); schema (the fields), columns/ (how they lie on the
disk), forms (the stems beside them), build (files to one commit).
"""
