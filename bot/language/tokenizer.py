"""Finds all tokens of a text, most specific first; each place is used once."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.language import day_tokens, time_tokens
from bot.language.context import Context
from bot.language.grammar import Grammar
from bot.language.meant_tokens import meant_tokens
from bot.language.mended_text import MendedText
from bot.language.scan import Scan
from bot.language.tokens import Token

_NO_TIMES: Final = re.compile(
    r":[a-z][a-z0-9_+'-]{1,60}:|:[+-]1:|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+|\b24/7\b|\b9/11\b|\b(?:v|version |release )\d+(?:\.\d+)*|\b\d+\.\d+\.\d+\.\d+\b"
    r"|\+\d[\d ()-]{8,}\d|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b(?:black|good|casual) friday\b|\b(?:cyber|blue|easter) monday\b|\b(?:giving|shrove|super) tuesday\b"
    r"|\b(?:guten morgen|good (?:morning|afternoon|evening|night)|morning,? (?:all|team|everyone|folks)|buenas (?:tardes|noches)|buenos dias|bo[am] (?:dia|tarde|noite))\b"
    r"|\b(?:ash) wednesday\b|\b(?:palm|easter|super bowl) sunday\b|#\d+|\b1:1\b|\$\d[\d,.]*|\b\d+(?:[.,]\d+)?%"
)
"""What looks like a time and is none: emoji, addresses, versions, "24/7", "Black Friday", greetings."""
_STEPS: Final[tuple[Callable[[Scan], Iterator[Token]], ...]] = (
    day_tokens.digits,
    day_tokens.moments,
    day_tokens.recurrences,
    time_tokens.stated_lengths,
    day_tokens.parts_of_today,
    day_tokens.dates,
    day_tokens.vague_days,
    time_tokens.ranges,
    time_tokens.clocks,
    time_tokens.bare_lengths,
    time_tokens.parts_of_day,
    time_tokens.zones_apart,
)
"""The order matters: a range is looked for before a time, a length behind "for" before both."""


def tokens_of(
    text: MendedText, grammar: Grammar, context: Context, given: Iterable[Token] = ()
) -> list[Token]:
    """All tokens that say when, in the order of the text; some are `given`, as labels tell them."""
    scan = Scan(text, grammar, context)
    scan.take(given)
    scan.take(day_tokens.holidays(scan))
    for taken in _NO_TIMES.finditer(scan.shadow):
        scan.hide(*taken.span())
    for step in _STEPS:
        scan.take(step(scan))
    return meant_tokens(scan)
