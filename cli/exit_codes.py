"""The exit codes of the command: those of grep, and that of sysexits.h for a fault of the program itself."""

FOUND, NOTHING_FOUND, FAILED, FAULT, INTERRUPTED = 0, 1, 2, 70, 130
