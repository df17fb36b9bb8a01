"""Labelled lines in six languages are all understood; what we promise of lines that nobody has seen is less."""

import os
from pathlib import Path

import pytest

from tests.bot.language.scoring import OWN, SHARED, score

EXAMPLES = pytest.mark.skipif(
    not SHARED.exists() and not os.environ.get("CI"),
    reason="the shared examples are not at hand; CI must have them",
)


@pytest.mark.parametrize(
    "path",
    [OWN / "seen.jsonl", OWN / "unseen.jsonl", OWN / "further.jsonl", pytest.param(SHARED, marks=EXAMPLES)],
    ids=lambda path: path.stem,
)
def test_lines_are_understood(path: Path) -> None:
    found = score(path)
    assert found.wrong_starts == []
    assert found.wrong == []
    assert found.silent == []
    assert found.invented == []
