"""Labelled lines in six languages are understood: the examples of the grammar all of them, the others by their gates."""

from pathlib import Path

import pytest

from tests.bot.language.scoring import OWN, SHARED, score

SHARED_FILES = [SHARED / "examples.jsonl", SHARED / "examples_2.jsonl", SHARED / "our_lines_2.jsonl"]


@pytest.mark.parametrize("path", sorted(OWN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_our_own_lines_are_understood(path: Path) -> None:
    found = score(path)
    assert found.wrong_starts == []
    assert found.wrong == []
    assert found.silent == []
    assert found.invented == []
    assert found.begun == []


@pytest.mark.parametrize("path", SHARED_FILES, ids=lambda path: path.stem)
def test_labelled_lines_pass_their_gates(path: Path) -> None:
    found = score(path)
    assert found.share(found.wrong_starts) >= 0.97, found.wrong_starts
    assert found.share(found.wrong) >= 0.92, found.wrong
    assert found.share(found.silent) >= 0.99, found.silent
    assert found.invented == []
    assert found.begun == []
