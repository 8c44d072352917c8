"""The exit codes of the command: those of grep."""

FOUND, NOTHING_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
