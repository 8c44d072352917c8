"""A build that is killed loses nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("module", "kills"), [("tests.crash", 24), ("tests.crash_together", 4)])
def test_killed_builds_leave_the_old_articles_or_the_new_ones(module: str, kills: int) -> None:
    command = [sys.executable, "-m", module, str(kills), "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith(f"{kills} builds were killed: ")
