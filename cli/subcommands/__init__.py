"""A module for each subcommand: what it takes, what it asks of search/ or index/, and what it prints.

Read in this order: index_command, batch_search (a query a line), search_command, show_command, open_command,
story_command, compare_command, explain_command, stats_command, export_command, watch_command, alert_command,
serve_command, password_command, eval_command, mcp_command, completion_command, man_command, help_command.
"""
