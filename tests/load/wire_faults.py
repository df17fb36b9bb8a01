"""The faults on the wire during a chaos run, by chance."""

from collections.abc import Sequence
from typing import Final

from sandbox.faults import DropAfter, DropBefore, Fault, Latency, Status, StatusAfter

TIMEOUT: Final = 0.6
"""RINGCENTRAL_TIMEOUT in seconds: short, so that it is soon settled what became of a lost write."""
_WRITES: Final = (("POST", "/webinars$"), ("POST", "/sessions$"), ("PATCH", "/invitees$"))
_POSTING: Final = "chat.postMessage$"
_PAUSE: Final = {"Retry-After": "1"}
_REFUSAL: Final = {"errors": [{"errorCode": "CMN-408", "message": "Not now"}]}


def at_ringcentral() -> list[Fault]:
    """Every fault of the Webinar API; what is slow comes late, some of it after the bot gave up waiting."""
    return [Latency(path="^/(webinar|rcvideo)", seconds=0.03, times=None), *_write_faults()]


def at_slack() -> list[Fault]:
    """Every fault of Slack, where cards and direct messages are posted."""
    return [
        Latency(path=_POSTING, seconds=0.03, times=None),
        DropBefore(path=_POSTING, times=None, chance=0.03),
        DropAfter(path=_POSTING, times=None, chance=0.05),
        Status(path=_POSTING, code=503, times=None, chance=0.02),
        StatusAfter(path=_POSTING, code=502, times=None, chance=0.02),
        Status(path=_POSTING, code=429, headers=_PAUSE, times=None, chance=0.02, body=_limited()),
    ]


def _write_faults() -> Sequence[Fault]:
    faults: list[Fault] = []
    for method, path in _WRITES:
        faults += [
            Latency(method=method, path=path, seconds=1.2 * TIMEOUT, times=None, chance=0.01),
            DropBefore(method=method, path=path, times=None, chance=0.03),
            DropAfter(method=method, path=path, times=None, chance=0.05),
            Status(method=method, path=path, code=429, headers=_PAUSE, times=None, chance=0.01),
            Status(method=method, path=path, code=503, times=None, chance=0.01),
            Status(method=method, path=path, code=500, times=None, chance=0.01),
            StatusAfter(method=method, path=path, code=502, times=None, chance=0.03),
        ]
    refused = Status(method="POST", path="/sessions$", code=403, times=None, chance=0.02, body=_REFUSAL)
    return [*faults, refused]


def _limited() -> dict[str, object]:
    return {"ok": False, "error": "ratelimited"}
