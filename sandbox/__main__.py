"""`python3 -m sandbox`: try Webinars for Slack on this machine, with no account anywhere."""

import os
import sys
import time

from sandbox.environment import enter

_BEGAN = "SANDBOX_BEGAN"


def main() -> int:
    """The exit status: 0 after a stop that was asked for, 1 when the bot ended by itself, 130 when never ready."""
    os.environ.setdefault(_BEGAN, str(time.time()))  # the environment lives through what `enter` starts anew
    try:
        enter("sandbox")
        from sandbox.start import run_sandbox  # noqa: PLC0415 - before `enter` there may be only Python's own library
    except KeyboardInterrupt:
        print("Stopped. The same command begins again.", file=sys.stderr)  # noqa: T201 - to the person who waits
        return 130

    return run_sandbox(sys.argv[1:], began=float(os.environ.pop(_BEGAN)))


if __name__ == "__main__":
    sys.exit(main())
