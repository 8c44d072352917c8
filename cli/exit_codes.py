"""The exit codes of the command: those of grep, and that of a shell for what was stopped."""

FOUND, NOTHING_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
