"""Where the command keeps what is of use to this person alone, and not a part of any index."""

import os
from pathlib import Path


def state_folder() -> Path | None:
    """The folder, which may not be there yet; None where there is no home to keep it in."""
    state = os.environ.get("XDG_STATE_HOME", "")
    if not Path(state).is_absolute():  # such are to be ignored (XDG Base Directory Specification)
        try:
            state = str(Path.home() / ".local" / "state")
        except RuntimeError:
            return None
    return Path(state) / "dateline"
