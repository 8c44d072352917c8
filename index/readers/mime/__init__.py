"""What is written in MIME: mails, boxes of them, and pages that a browser saved in one.

A `FileSource` goes in, rough articles or further sources come out.

Read in this order: senders, forwarded (what a mail is made of), mail, mbox, mhtml.
"""
