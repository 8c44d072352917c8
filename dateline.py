"""The command: index, search, show, explain, serve, eval."""


def main() -> None:
    """Run the command."""
