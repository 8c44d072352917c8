"""The Whoosh codec of Dateline: a segment as memory-mapped columns.

Read in this order: arrays (many arrays in one file), texts, counts and positions (three shapes of columns), outlines
(which texts may be wanted), beside (work in a thread), stored (articles in compressed blocks), documents (columns of
documents), rows (any number of each document), chunks, splitting, quoting (which words are quoted) and inverting (from
articles to postings), fingerprints (rows for finding copies), batch (from articles to a segment), postings (those of
one stem), segment (what it holds, read where it lies), parts, union and merging (from segments to one), stock,
perdocument and codec (Whoosh's way in), policy (what is merged), builder, storage and writer (one generation more),
relations (what is known only across articles), repeats (lines that stand in many articles).

A segment is two files. `.articles` holds the articles as JSON, in compressed blocks. `.columns` holds arrays:
- of each document: its id, outlet, days and lengths, in the order of the articles;
- of each document, any number of rows of a few tables: see rows;
- of each stem, sorted by its bytes: where its forms, postings and rows begin;
- of each posting, by stem and then document: the document, and how often the stem stands there;
- of each occurrence, by posting: its position. Title and body share one line of positions: the title begins at 0, the
  body one after the end of the title, so that no phrase reaches from one into the other;
- of each posting with words in the title: how many;
- of each posting of a stem that has several forms: which form, or, where several stand, how often each.
"""
