"""Exports of news databases, in which several articles stand one below the other: taken apart into records.

The text of a file goes in, from whatever kind of file it was; records come out, each with what its header says of it.
It opens nothing.

Read in this order: vendor_record (what comes out), vendor_labels (how their headers call things), factiva_codes,
nexis_export, factiva_layout, proquest_export, westlaw_export, bloomberg_export, library_export, saved_header,
ruled_texts, paged_texts, repeated_headers, cited_export (any of them), vendor_exports (which of them a text is).
"""
