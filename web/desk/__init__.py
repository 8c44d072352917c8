"""The desk: what its owner keeps beside the index, notes and tags on articles and searches whose news is told.

Forms go in; files beside the index come out, and pages that show them. It is there only where nobody else can reach the
page but users of this machine, and only for the one who serves it; whatever is sent must come from a form of the page
itself.

Read in this order: own_user (who asks), form_token (from whom a form is), note_desk, saved_searches.
"""
