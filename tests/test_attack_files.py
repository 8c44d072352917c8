"""A sample of the attack by mutated files."""

from tests.attack.files import attack


def test_mutated_files_cost_no_good_one_and_none_is_lost() -> None:
    assert attack(150, seed=9).startswith("150 mutated files: ")
