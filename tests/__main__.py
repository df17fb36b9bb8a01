"""`python3 -m tests`: every check, in the locked environment, which is made at first use."""

import os
import subprocess
import sys
import time

from sandbox.environment import PYTHON, ROOT, enter

PATIENT = {"SANDBOX_PATIENCE": "4"}
"""Several stories take place at once here, perhaps on a slow machine: what comes late is not missing."""
CHECKS = {
    "style": ["-m", "ruff", "check"],
    "layout": ["-m", "ruff", "format", "--check"],
    "types": ["-m", "mypy"],
    "arrows between the rooms": [
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ],
    "tests, with coverage": [
        *("-m", "pytest", "-n", "3", "--dist", "loadgroup", "--cov", "--cov-report=term", "-q"),
    ],
}


def main() -> int:
    """Run the checks one after the other; 0 when all of them pass."""
    enter("tests")
    from tests.browser import chromium  # noqa: PLC0415 - before `enter` there may be only Python's own library

    if chromium.had() is None:
        print(
            "!! THERE IS NO CHROMIUM, and it cannot be had here: the tests in a browser are skipped !!",
            flush=True,
        )
    failed = []
    for name, arguments in CHECKS.items():
        print(f"── {name}", flush=True)
        began = time.monotonic()
        more = sys.argv[1:] if "pytest" in arguments else []
        if subprocess.call([PYTHON, *arguments, *more], cwd=ROOT, env=os.environ | PATIENT):
            failed.append(name)
        print(f"   {time.monotonic() - began:.0f} s", flush=True)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
