"""Who may read the pages: passwords, sessions, and the page that asks for them.

A request and the password of the site go in; that it may go on, or the page that asks, comes out. It touches flask, and
argon2 where a password is hashed; nothing is kept on the disk.

Read in this order: passwords (as hashes), access (who may read), login (with the password).
"""
