"""The command: dateline index, search, show, explain, serve, password, eval."""


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    try:
        # Imported here, so that Ctrl-C is no traceback either while modules are read, most of the first second.
        from cli.commands import run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    raise SystemExit(run())


if __name__ == "__main__":
    main()
