"""What goes wrong on the wire because somebody wants to see what happens then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sandbox.faults import DropAfter, Fault, Faults, Latency, Status
from sandbox.town import Town

_NEXT: Final = 3
_API: Final = {"slack": r"^/api/", "ringcentral": r"^/(webinar|restapi|rcwebinar)/"}
_NAMES: Final = {"slack": "Slack", "ringcentral": "RingCentral"}


def _faults(path: str) -> Mapping[str, tuple[str, Fault]]:
    """Each trouble with its name, by the word it is asked for with."""
    refusal = {"errorCode": "CMN-301", "message": "Request rate exceeded"}
    return {
        "slow": ("is slow (2 s)", Latency(path=path, times=None, seconds=2.0)),
        "down": ("is down (503)", Status(path=path, times=None, code=503)),
        "busy": (
            f"answers 429, {_NEXT} times",
            Status(path=path, times=_NEXT, code=429, body=refusal, headers={"Retry-After": "5"}),
        ),
        "lost": (f"loses the next {_NEXT} answers", DropAfter(path=path, times=_NEXT)),
    }


@dataclass(frozen=True)
class Trouble:
    """One thing that can go wrong: on which side, what, and whether it does."""

    side: str
    kind: str
    name: str
    on: bool


class Troubles:
    """The troubles of a town, which remembers those in force."""

    def __init__(self, town: Town) -> None:
        self._town = town

    def __iter__(self) -> Iterator[Trouble]:
        for side, path in _API.items():
            for kind, (name, _fault) in _faults(path).items():
                yield Trouble(side, kind, f"{_NAMES[side]} {name}", (side, kind) in self._town.troubles)

    def turn(self, side: str, kind: str) -> str:
        """Let a trouble begin or end, and tell which."""
        name, fault = _faults(_API[side])[kind]
        on = self._town.troubles
        on.symmetric_difference_update({(side, kind)})
        faults = self._wires[side]
        faults.clear()
        for other in [other for other in _faults(_API[side]) if (side, other) in on]:
            faults.add(fault if other == kind else _faults(_API[side])[other][1])
        return f"{_NAMES[side]} {name}." if (side, kind) in on else f"{_NAMES[side]} {name} no more."

    @property
    def _wires(self) -> Mapping[str, Faults]:
        return {"slack": self._town.slack.faults, "ringcentral": self._town.ringcentral.faults}
