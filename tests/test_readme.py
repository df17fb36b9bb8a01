"""The README says what is: its transcript is replayed, its settings are the settings, its commands exist."""

import re
from pathlib import Path

from tests.office import ROOT
from tests.readme import README, figures, settings, transcript, written


async def test_the_transcript_is_what_happens(tmp_path: Path) -> None:
    assert written("transcript") == await transcript(tmp_path)


def test_every_setting_is_explained_as_in_the_code() -> None:
    assert written("settings") == settings()


def test_the_figures_are_the_recorded_ones_and_name_their_commands() -> None:
    assert written("figures") == figures()
    for module in re.findall(r"python -m (benchmarks\.\w+)", figures()):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists()


def test_the_two_commands_are_there_and_ci_calls_the_second() -> None:
    commands = re.findall(r"^python3 -m (\w+)$", README.read_text(), re.MULTILINE)
    assert commands == ["sandbox", "tests"]
    for module in commands:
        assert (ROOT / module / "__main__.py").exists()
    assert "python3 -m tests\n" in (ROOT / ".ci/run").read_text()
