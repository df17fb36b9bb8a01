"""The plan of a chaos run, and its result."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sandbox.faults import Fault
from tests.load import wire_faults

_KILLS_PER_RESTART: Final = 8


@dataclass(frozen=True, kw_only=True)
class ChaosPlan:
    """The plan of a chaos run; `restarts` are those of the database, `settle` seconds of quiet end it."""

    creations: int = 300
    kills: int = 40
    restarts: int = 0
    workers: int = 1
    people: int = 20
    seed: int = 1
    program: str = "bot"
    minutes: float = 15
    timeout: float = wire_faults.TIMEOUT
    settle: float = 3
    at_ringcentral: Sequence[Fault] = field(default_factory=wire_faults.at_ringcentral)
    at_slack: Sequence[Fault] = field(default_factory=wire_faults.at_slack)

    @classmethod
    def on(
        cls, kind: str, *, creations: int, kills: int, seed: int, program: str, minutes: float
    ) -> "ChaosPlan":
        """The full storm: on PostgreSQL there are two workers, and the database restarts now and then."""
        many = kind == "postgresql"
        return cls(
            creations=creations,
            kills=kills,
            restarts=kills // _KILLS_PER_RESTART if many else 0,
            workers=2 if many else 1,
            seed=seed,
            program=program,
            minutes=minutes,
        )


@dataclass(frozen=True, kw_only=True)
class ChaosResult:
    """The result; `complaints` is empty when everything is there exactly once."""

    complaints: list[str]
    created: int
    kills: int
    restarts: int
    ended_alone: int
    faults: int
    failures_told: int
    questions: int
    seconds: float
    longest_stall: float

    def __str__(self) -> str:
        """One line of figures."""
        return (
            f"{self.created} created, {self.kills} kills, {self.restarts} database restarts, {self.faults} faults, "
            f"{self.failures_told} failures told and tried again, {self.questions} questions asked, {self.ended_alone} workers ended by themselves, "
            f"{self.seconds:.0f} s; the sandbox stood still for {self.longest_stall:.2f} s at most"
        )
