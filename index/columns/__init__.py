"""The Whoosh codec of Dateline: a segment as memory-mapped columns.

Articles with their annotations go in; segments, and from them generations, come out. It writes in the folder of the
index alone.

Read in this order: annotation_rows (the tables of rows), attribute_columns (texts of each document), entity_columns
(whom each names), postings (those of one term), segment (what one holds, read where it lies), whoosh_fields,
whoosh_documents and codec (Whoosh's way in), segment_writer (from articles to a segment), durable_storage,
segment_builder, kept_documents (what is left when documents are deleted), merged_dictionary, merger and merge_policy
(from segments to one), table_of_contents (which segments there are), index_writer (one generation more), story_stems,
relations (what is known only across articles), repeated_line_counts.

A segment is two files. `.articles` holds the articles as JSON, in compressed blocks. `.columns` holds arrays:
- of each document: its id, outlet, days and lengths, and the texts of ATTRIBUTES, in the order of the articles;
- of each document, the people and organisations that it names;
- of each document, any number of rows of a few tables: see `TABLES` in `annotation_rows`;
- of each stem, sorted by its bytes: where its forms, postings and rows begin;
- of each posting, by stem and then document: the document, and how often the stem stands there;
- of each occurrence, by posting: its position. Title and body share one line of positions: the title begins at 0, the
  body one after the end of the title, so that no phrase reaches from one into the other;
- of each posting with words in the title: how many;
- of each posting of a stem that has several forms: which form, or, where several stand, how often each.
"""
