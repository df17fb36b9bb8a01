"""`python -m tests.mutation [ROOM …]` breaks the code of rooms on purpose and counts what their unit tests notice.

A ROOM may be one module as well, such as `forms/plan`. All four take hours on two cores, so the check leaves it out.
`python -m mutmut show NAME` shows what was broken.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Final

from mutmut.stats import status_by_exit_code

from sandbox.environment import ROOT

ROOMS: Final = ("rate_limit", "registration", "webinars", "forms")
AIM: Final = 0.85
_MUTANTS: Final = ROOT / "mutants"
_NOTICED: Final = {"killed", "timeout", "segfault", "caught by type check"}
_SURVIVED: Final = {"survived", "no tests"}


def main() -> int:
    """Run the mutants of rooms; 0 when enough of each room's are killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "room", nargs="*", help="rooms of bot/, or modules in them; all four unless told otherwise"
    )
    parser.add_argument("--children", type=int, default=2, help="how many mutants run at a time")
    asked = parser.parse_args()
    rooms = asked.room or ROOMS
    if unknown := [room for room in rooms if room.partition("/")[0] not in ROOMS]:
        parser.error(f"{unknown[0]} is in none of the rooms {', '.join(ROOMS)}")
    _run_mutants(rooms, asked.children)
    print(
        "| room | mutants | killed | survived | without a test | share |\n| --- | --- | --- | --- | --- | --- |"
    )
    found = {room: _statuses(room) for room in rooms}
    for room, statuses in found.items():
        counts = Counter(statuses.values())
        row = (_noticed(statuses), counts["survived"], counts["no tests"], f"{_share(statuses):.0%}")
        print(f"| bot/{room} | {len(statuses)} | {' | '.join(map(str, row))} |")
    for statuses in found.values():
        for mutant in (name for name, status in statuses.items() if status in _SURVIVED):
            print(f"survived: {mutant}")
    return 0 if all(_share(statuses) >= AIM for statuses in found.values()) else 1


def _run_mutants(rooms: Sequence[str], children: int) -> None:
    """Run the mutants of rooms; mutmut's own account goes to a file, since it is drawn for a terminal."""
    _MUTANTS.mkdir(exist_ok=True)
    patterns = [f"bot.{room.replace('/', '.')}.*" for room in rooms]
    with (_MUTANTS / "mutmut.log").open("wb") as log:
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *patterns]
        quick = {**os.environ, "HYPOTHESIS_PROFILE": "quick"}
        subprocess.run(command, cwd=ROOT, env=quick, stdout=log, stderr=log, check=False)  # noqa: S603 - our own tool


def _statuses(room: str) -> dict[str, str]:
    """The status of each mutant of a room or a module, by its name."""
    found: dict[str, str] = {}
    for meta in sorted((_MUTANTS / "bot").glob(f"{room}/*.meta" if "/" not in room else f"{room}.py.meta")):
        codes = json.loads(meta.read_text())["exit_code_by_key"]
        found |= {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def _noticed(statuses: dict[str, str]) -> int:
    return sum(status in _NOTICED for status in statuses.values())


def _share(statuses: dict[str, str]) -> float:
    return _noticed(statuses) / len(statuses) if statuses else 0.0


if __name__ == "__main__":
    sys.exit(main())
