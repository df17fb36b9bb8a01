"""The time limits of waiting, longer on a busy machine.

`SANDBOX_PATIENCE` says how many times as long as usual, on a machine that has much else to do: an upper bound alone,
so that nothing waits longer for what comes.
"""

import os
from typing import Final

_TIMES: Final = float(os.environ.get("SANDBOX_PATIENCE", "1"))


def extended(seconds: float) -> float:
    """So many seconds, or as many times as long as this machine needs."""
    return seconds * _TIMES
