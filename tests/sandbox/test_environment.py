"""The environment that the commands make for themselves at first use, and leave alone where it is somebody's own."""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.environment import LOCK, ROOT


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The repository as far as the command needs it before its environment is there."""
    (tmp_path / "sandbox").mkdir()
    for name in ("__init__.py", "__main__.py", "environment.py"):
        shutil.copy(ROOT / "sandbox" / name, tmp_path / "sandbox" / name)
    (tmp_path / LOCK.name).write_text("")
    return tmp_path


def the_command(clone: Path) -> "subprocess.Popen[str]":
    """`python3 -m sandbox` in a terminal of its own, by a Python outside any environment.

    A shell lets what it runs in the background ignore Ctrl-C, and so would all that it starts, these tests included.
    """
    return subprocess.Popen(  # noqa: S603 - ourselves; there are no threads that could hold a lock
        [getattr(sys, "_base_executable", sys.executable), "-m", "sandbox"],
        cwd=clone,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread holds a lock
    )


def test_an_environment_of_somebodys_own_is_left_as_it_is(clone: Path) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / "own").write_text("mine")
    with the_command(clone) as process:
        assert "did not make, and leaves as it is" in process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert (clone / ".venv" / "own").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="a terminal sends Ctrl-C another way")
def test_ctrl_c_while_setting_up_ends_with_a_word_and_the_next_time_begins_again(clone: Path) -> None:
    for _time in ("first", "again"):
        with the_command(clone) as process:
            assert process.stderr is not None
            assert "making a virtual environment" in process.stderr.readline()
            os.killpg(process.pid, signal.SIGINT)
            said = process.communicate(timeout=30)[1]
        assert said == "Stopped. The same command begins again.\n"
        assert process.returncode == 130


BEFORE_THE_CHECK = (
    "sandbox/__init__.py",
    "sandbox/__main__.py",
    "sandbox/environment.py",
    "tests/__main__.py",
)
"""What Python reads before it is known to be new enough."""
KNOWN_TO_PYTHON_3_6 = {"hashlib", "os", "pathlib", "shutil", "subprocess", "sys", "tempfile", "time", "venv"}
PRETENDS = (
    "import runpy, sys; sys.version_info = (3, 6, 15); sys.version = '3.6.15 (here)'; sys.argv = ['{0}']; "
)


@pytest.mark.parametrize("name", BEFORE_THE_CHECK)
def test_an_old_python_can_read_as_far_as_the_check(name: str) -> None:
    read = ast.parse((ROOT / name).read_text(), feature_version=(3, 6))
    for statement in read.body:
        if isinstance(statement, ast.Import):
            assert {each.name for each in statement.names} <= KNOWN_TO_PYTHON_3_6
        if isinstance(statement, ast.ImportFrom):
            assert statement.module in {"sandbox.environment", *KNOWN_TO_PYTHON_3_6}
    assert not [one for one in evaluated_annotations(read) if isinstance(one, (ast.BinOp, ast.Subscript))]


def evaluated_annotations(read: ast.Module) -> list[ast.expr | None]:
    """The annotations that Python evaluates when it runs a file: those of a function's arguments and its result."""
    functions = [one for one in ast.walk(read) if isinstance(one, ast.FunctionDef)]
    arguments = [one.annotation for one in ast.walk(read) if isinstance(one, ast.arg)]
    return [*arguments, *(function.returns for function in functions)]


@pytest.mark.parametrize("module", ["sandbox", "tests"])
def test_an_old_python_is_told_in_a_sentence_that_a_newer_one_is_needed(module: str) -> None:
    program = PRETENDS.format(module) + f"runpy.run_module('{module}', run_name='__main__')"
    told = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.stderr == "This needs Python 3.11 or newer; this is 3.6.15.\n"
    assert told.returncode == 1
