"""Controls that put faults on the wire, for somebody who wants to see what happens then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sandbox.faults import DropAfter, Fault, Faults, Latency, Status
from sandbox.world import World

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
class FaultControl:
    """One thing that can go wrong: on which side, what, and whether it does."""

    side: str
    kind: str
    name: str
    on: bool


class FaultControls:
    """The troubles of a world, which remembers those in force."""

    def __init__(self, world: World) -> None:
        self._wires: Mapping[str, Faults] = {
            "slack": world.slack.faults,
            "ringcentral": world.ringcentral.faults,
        }
        self._begun = world.troubles

    def __iter__(self) -> Iterator[FaultControl]:
        for side, path in _API.items():
            for kind, (name, _fault) in _faults(path).items():
                yield FaultControl(side, kind, f"{_NAMES[side]} {name}", self._is_on(side, kind))

    @property
    def begun(self) -> int:
        """The number of faults in force."""
        return sum(trouble.on for trouble in self)

    def turn(self, side: str, kind: str) -> str:
        """Let a trouble begin or end, and tell which."""
        name, fault = _faults(_API[side])[kind]
        on = not self._is_on(side, kind)
        begun = {key: one for key, one in self._begun.items() if self._is_on(*key) and key != (side, kind)}
        self._begun.clear()
        self._begun |= begun | ({(side, kind): fault} if on else {})
        self._wires[side].clear()
        for key, one in self._begun.items():
            if key[0] == side:
                self._wires[side].add(one)
        return f"{_NAMES[side]} {name}." if on else f"{_NAMES[side]} {name} no more."

    def _is_on(self, side: str, kind: str) -> bool:
        """Tell whether a trouble has begun, and is not used up."""
        fault = self._begun.get((side, kind))
        return fault is not None and self._wires[side].hits(fault) != fault.times
