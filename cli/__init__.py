"""The command: arguments in, lines on a terminal or JSON out.

It asks search/ for results and index/ for builds, and prints; click and rich live here.

Read in this order: exit_codes, arguments (words and options as a query), options (what several commands take), printed
(results as lines), terminal (where they go), console (how they look there); a module for each subcommand,
index_command, search_command, show_command, explain_command, serve_command, password_command, eval_command; commands
(all of them).
"""
