"""The command: arguments in, lines on a terminal, JSON or the formats of other programs out.

It asks search/ for results and index/ for builds, and prints; click and rich live here.

Read in this order: exit_codes, arguments (words and options as a query), printed (results as lines), terminal (where
they go), console (how they look there), options (what several commands take), asking (what is asked around words),
state_folder (what is kept for this person), last_search (what was found last in this terminal), article_choice (which
article an id, or a part of it, names), fault_report (what is told of a fault of ours), assistant_tools (for the Model
Context Protocol); subcommands/ (a module for each); commands (all of them).
"""
