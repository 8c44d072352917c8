"""From files to segments: files are found, shared out, taken apart, read and annotated.

Paths go in; segments and a record of each file come out. It opens the files below those paths, and writes segments.

Read in this order: ancestors (what lies in which folder), walk (files below paths), partition (shared out), faults
(why something is skipped), record_keys (what names a record in its file), file_units (a file taken apart),
article_assembly (what was read becomes an article), extract (from one file to its articles), listings (what lists say
of articles elsewhere), annotate (what an article says beside its words), interrupts, garbage (how often Python looks
for it), reader_process (the same where it can be stopped), time_limit (of what is read here), repeated_line_buffer,
workers (all of it, in several processes).
"""
