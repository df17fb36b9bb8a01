"""Find the tokens that are meant: numbers of a title, deadlines and lengths that look like times are told apart."""

import datetime as dt
from dataclasses import replace
from typing import Final

from bot.language.lengths import read_length
from bot.language.scan import Scan
from bot.language.tokens import Token

_LONGEST: Final = dt.timedelta(hours=6)
"""What is longer than that is rather a time: "14h"."""
_NEAR: Final = 7
_LONG_RANGE: Final = 4
"""Hours; a longer range of bare numbers away from any day is rather "from 3 to 30"."""


def meant_tokens(scan: Scan) -> list[Token]:
    """The tokens that say when, in the order of the text."""
    _lengths_like_clocks(scan)
    kept = [token for token in scan.tokens if _is_meant(scan, token)]
    return _starts(scan, sorted(kept, key=lambda token: token.start))


def _is_meant(scan: Scan, token: Token) -> bool:
    """Tell whether a token is no part of the title."""
    if token.kind == "moment":  # "in 5 minutes" beside a day with a time
        return not (token.length and scan.has("date") and scan.has("clock"))
    if token.kind != "clock":
        return True
    if not scan.has("date", "part") and _is_bare_noon(scan, token):
        return False
    if not _is_of_numbers(token):
        return True
    surer = any(other.kind == "clock" and not _is_of_numbers(other) for other in scan.tokens)
    return not surer and not _is_far_fetched(scan, token)


def _lengths_like_clocks(scan: Scan) -> None:
    """Make a length of "1h30" that follows a time: "à 11h, 1h30"."""
    if scan.grammar.words.twelve_hours or scan.has("length"):
        return
    clocks = sorted((token for token in scan.tokens if token.kind == "clock"), key=lambda token: token.start)
    for token in clocks[1:]:
        length = read_length(scan.original[token.start : token.end], scan.grammar)
        apart = scan.original[: token.start].rstrip().endswith((",", "-", "(", ";", "/"))
        if length and apart and length < _LONGEST:
            token.kind, token.length = "length", length


def _is_of_numbers(token: Token) -> bool:
    """Tell whether a range has nothing of a time but its two numbers: "from 1 to 10"."""
    span = token.span
    return bool(span and span.end and not span.begin.sure and not span.end.sure)


def _is_bare_noon(scan: Scan, token: Token) -> bool:
    """Tell whether "noon" or "midnight" stands in a title: no day beside it, and no "at" before it."""
    said = scan.original[token.start : token.end]
    if not scan.grammar.words.spaced or said == scan.original.strip():
        return False
    return bool(scan.grammar.noon.fullmatch(said))


def _is_far_fetched(scan: Scan, token: Token) -> bool:
    """Tell whether "from 0 to 1" stands far from any day."""
    if token.span is None or token.span.end is None:
        return False
    if any(_is_beside(other, token) for other in scan.tokens if other.kind in {"date", "part"}):
        return False
    begin, end = token.span.begin.minutes, token.span.end.minutes
    return begin == 0 or (end - begin) / 60 % 12 > _LONG_RANGE


def _is_beside(other: Token, token: Token) -> bool:
    return 0 <= token.start - other.end < _NEAR or 0 <= other.start - token.end < _NEAR


def _starts(scan: Scan, tokens: list[Token]) -> list[Token]:
    """The tokens, with another kind for days and times that are no start: "register by Friday", "doors at 5:30"."""
    told: list[Token] = []
    for token in tokens:
        start = _no_start(scan, token, told) if token.kind in {"date", "clock"} else None
        told.append(token if start is None else replace(token, kind="no_start", start=start))
    return told if any(token.kind in {"date", "clock", "moment"} for token in told) else tokens


def _no_start(scan: Scan, token: Token, told: list[Token]) -> int | None:
    """Find where a deadline begins that leads to a token, or None; a day that is none takes its time along."""
    if led := scan.grammar.no_start.search(scan.original, 0, token.start):
        return led.start()
    if not told or told[-1].kind != "no_start" or token.kind != "clock":
        return None
    beside = scan.original[told[-1].end : token.start].strip() in {"", "at", "um"}
    others = [other for other in scan.tokens if other.kind == "clock" and other is not token]
    return token.start if beside and others else None
