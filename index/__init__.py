"""From article files to an index.

Files go in, one generation of an index folder comes out; it may touch the files that it is told to read, and the folder
of the index, and knows nothing of queries. `build` is the whole path in one module. What passes through it: errors,
article (what an article is), annotations (what it says beside its words), orthography/ (how words are written),
analysis (what a term is), schema (the fields).

Read in this order: errors, article, annotations, orthography/, word_forms/, analysis, schema; text/, lexicon/,
front_matter/, cleaning/, publication_date/, timex/, date_inference/, entities/, quotations/ (what a text says);
readers/ (kinds of files); storage/, inversion/, columns/ (how it lies on the disk); spelling/;
meaning/ (vectors of articles, an extra);
file_catalog, generation_files (the files of one generation), kept_files (those beside them); ingest/, build_plan
(which files to read, and reading them); stories/; build, holdings, verify.
"""
