"""The options of `python3 -m sandbox`."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.ringcentral import Limit
from sandbox.scenes import SCENES


@dataclass(frozen=True, kw_only=True)
class CommandOptions:
    """The options of the command; `limit` is None for RingCentral's own."""

    host: str
    port: int
    limit: Limit | None
    open_browser: bool
    scene: str
    verbose: bool

    @classmethod
    def read(cls, arguments: Sequence[str]) -> "CommandOptions":
        """The options; a wrong one ends the command with a word about it."""
        return cls(**vars(_parser().parse_args(arguments)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m sandbox",
        description="Try Webinars for Slack on this machine, with no account anywhere.",
    )
    add = parser.add_argument
    add("--port", type=int, default=8080, help="where the page is (default 8080; 0 for any free port)")
    add("--host", default="127.0.0.1", help="the address the page listens on (default 127.0.0.1)")
    add("--open", action="store_true", dest="open_browser", help="open the page in the browser")
    add(
        "--limits",
        type=_limit,
        dest="limit",
        metavar="N/SECONDS",
        help="how many Heavy calls RingCentral allows in how many seconds (default 10/60)",
    )
    add("--scene", choices=list(SCENES), default="fresh", help="what one finds (default fresh)")
    add("--verbose", action="store_true", help="show the bot's log here, not in a file")
    return parser


def _limit(text: str) -> Limit:
    found = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", text)
    if found is None:
        raise argparse.ArgumentTypeError("should be a number of calls and of seconds, such as 3/20")
    return Limit(int(found[1]), float(found[2]))
