"""How well web pages are read, beside what others read of them.  python -m tests.extraction  prints the table."""
