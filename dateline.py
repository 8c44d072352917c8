"""The command: dateline index, search, show, explain, serve, password, eval."""

from cli.commands import run


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    raise SystemExit(run())


if __name__ == "__main__":
    main()
