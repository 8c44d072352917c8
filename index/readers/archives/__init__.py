"""Files that hold files: archives, compressed files and what web crawls keep.

A `FileSource` goes in, further sources come out, within limits; nothing is written.

Read in this order: member_names, archive, seven_zip, warc (any of them).
"""
