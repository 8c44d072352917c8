"""A build that is killed loses nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_builds_leave_the_old_articles_or_the_new_ones() -> None:
    command = [sys.executable, "-m", "tests.crash", "24", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stdout[:22]) == (0, "24 builds were killed:"), done.stderr
