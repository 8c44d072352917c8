"""The command: arguments in, lines on a terminal or JSON out.

It asks search/ for results and index/ for builds, and prints; click and rich live here.

Read in this order: arguments (words and options as a query), printed (results as lines), terminal (where they go).
"""
