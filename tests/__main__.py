"""`python3 -m tests`: every check, in the locked environment, which is made at first use.

`--quick` runs style, types and unit tests alone, in less than a minute. Anything else goes to pytest.
"""

import sys

from sandbox.environment import enter


def main() -> int:
    """Run the checks; 0 when all of them pass."""
    enter("tests")
    from tests.check import check  # noqa: PLC0415 - before `enter` there may be only Python's own library

    return check(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
