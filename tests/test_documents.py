"""The documents say what is true: the example is replayed, settings and figures are the real ones, commands exist."""

import re
from pathlib import Path

from bot.settings import Settings
from tests.documents import (
    BENCHMARKS,
    ENVIRONMENT,
    EXAMPLE,
    OPERATING,
    README,
    environment,
    figures,
    highlights,
    settings,
    transcript,
    written,
)
from tests.office import ROOT


async def test_the_example_is_what_happens(tmp_path: Path) -> None:
    assert written(EXAMPLE, "transcript") == await transcript(tmp_path)


def test_every_setting_is_explained_as_in_the_code() -> None:
    assert written(OPERATING, "settings") == settings()


def test_the_example_of_an_environment_has_every_setting() -> None:
    assert ENVIRONMENT.read_text() == environment()
    names = re.findall(r"^(?:# )?([A-Z_]+)=", environment(), re.MULTILINE)
    assert [name.lower() for name in names] == list(Settings.model_fields)


def test_an_operator_fills_in_only_what_has_no_default() -> None:
    empty = re.findall(r"^([A-Z_]+)=$", environment(), re.MULTILINE)
    required = [name for name, field in Settings.model_fields.items() if field.is_required()]
    assert [name.lower() for name in empty] == required


def test_the_figures_are_the_recorded_ones_and_name_their_commands() -> None:
    assert written(BENCHMARKS, "figures") == figures()
    assert written(README, "highlights") == highlights()
    for module in re.findall(r"python -m (benchmarks\.\w+)", figures() + highlights()):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists()


def test_every_link_between_the_documents_leads_somewhere() -> None:
    for document in (README, EXAMPLE, OPERATING, BENCHMARKS, ROOT / "docs/how-it-works.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text()):
            assert (document.parent / link).exists(), f"{document.name} links to {link}"


def test_the_two_commands_are_there_and_ci_calls_the_second() -> None:
    commands = re.findall(r"^python3 -m (\w+)$", README.read_text(), re.MULTILINE)
    assert commands == ["sandbox", "tests"]
    for module in commands:
        assert (ROOT / module / "__main__.py").exists()
    assert "python3 -m tests\n" in (ROOT / ".ci/run").read_text()
