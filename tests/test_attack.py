"""A sample of the attacks, which  make attack  makes in their long forms."""

import os
import random
import sys
from pathlib import Path

import pytest

from index.build import update_index
from tests.attack.__main__ import ATTACKS, main
from tests.attack.connections import main as connect
from tests.attack.full_disk import main as full_disk
from tests.attack.memory import main as build_with_little_memory
from tests.attack.queries import MOST_BYTES, ask_in_process, typed_queries
from tests.attack.soak import main as soak
from tests.test_command import SEEDS

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_a_thousand_odd_queries_are_answered(tmp_path: Path) -> None:
    update_index([SEEDS], tmp_path / "index", 1, lambda done, todo: None)
    _, added = ask_in_process(str(tmp_path / "index"), 1_000, random.Random(7))
    assert added < MOST_BYTES


def test_odd_queries_are_the_same_each_time_and_of_every_sort() -> None:
    first, again = typed_queries(random.Random(3)), typed_queries(random.Random(3))
    some = [next(first) for _ in range(200)]
    assert some == [next(again) for _ in range(200)]
    assert len(set(some)) > 150


@needs_fork
def test_memory_and_descriptors_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    soak(600)
    assert "\n600 requests in " in capsys.readouterr().out


@needs_fork
def test_a_full_disk_leaves_the_old_index_or_the_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    full_disk(6)
    assert capsys.readouterr().out.startswith("6 points at which the disk was full: ")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of memory")
def test_builds_with_little_memory_end(capsys: pytest.CaptureFixture[str]) -> None:
    build_with_little_memory(3)
    assert capsys.readouterr().out.startswith("3 builds with little memory: ")


@needs_fork
def test_connections_see_one_wave_of_articles_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    connect(2, connections=8)
    assert "0 errors, 0 mixed" in capsys.readouterr().out


def test_every_attack_is_a_module_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    for attack in ATTACKS:
        _, module, *_ = attack.command
        assert Path(*module.split(".")).with_suffix(".py").is_file()
    assert main(["nothing"]) == 2
    assert "soak" in capsys.readouterr().out
