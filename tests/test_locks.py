"""The locks have what pyproject.toml asks for, and each can be installed by pip alone."""

import os
import re
import subprocess
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.locks import DEVELOPING, LOCKS, RUNNING
from tests.office import ROOT


def locked(lock: Path) -> dict[str, Requirement]:
    """The packages of a lock, by name."""
    lines = [line.removesuffix("\\").strip() for line in lock.read_text().splitlines()]
    pins = [Requirement(line) for line in lines if line and not line.startswith(("#", "--hash"))]
    return {pin.name.lower(): pin for pin in pins}


def asked_for() -> dict[Path, list[Requirement]]:
    """The packages that pyproject.toml asks for, by the lock that has them."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text())
    running = [Requirement(one) for one in read["project"]["dependencies"]]
    groups = read["dependency-groups"].values()
    developing = [Requirement(one) for group in groups for one in group if isinstance(one, str)]
    return {RUNNING: running, DEVELOPING: running + developing}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_with_its_extras_in_a_version_that_is_asked_for(lock: Path) -> None:
    pins = locked(lock)
    for asked in asked_for()[lock]:
        pin = pins[asked.name.lower()]
        (version,) = pin.specifier
        assert version.operator == "=="
        assert asked.specifier.contains(version.version), asked
        assert asked.extras <= pin.extras, asked


def test_an_operator_gets_no_tools_of_developers() -> None:
    assert not locked(RUNNING).keys() & {"pytest", "ruff", "mypy", "uv", "playwright", "hypothesis", "jinja2"}


def test_what_runs_has_the_same_version_and_hashes_in_both_locks() -> None:
    running, developing = (
        re.split(r"\n(?=[a-z0-9])", lock.read_text().strip()) for lock in (RUNNING, DEVELOPING)
    )
    assert len(running) > len(asked_for()[RUNNING])
    assert set(running[1:]) <= set(developing)  # the first are the comments at the top


@pytest.mark.thorough
@pytest.mark.timeout(600)
def test_pip_alone_installs_what_runs_into_an_empty_environment_and_then_what_develops(
    tmp_path: Path,
) -> None:
    """The second adds only tools, since what runs is the same in both: an environment for each takes twice as long."""
    venv.create(tmp_path, with_pip=True)
    python = tmp_path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    options = ("--quiet", "--no-compile", "--disable-pip-version-check", "--require-hashes")
    for lock in (RUNNING, DEVELOPING):
        install = ("-m", "pip", "install", *options, "-r", lock)
        subprocess.run([python, *install], check=True, cwd=ROOT)  # noqa: S603 - our own command
        subprocess.run([python, "-m", "pip", "check"], check=True, cwd=ROOT)  # noqa: S603 - our own command
