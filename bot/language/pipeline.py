"""One line of text to what was understood of it: pure, and the same for the same person at the same time."""

import datetime as dt
import itertools
import re

from bot.language.cleaned_text import CleanedText, clean
from bot.language.context import Context
from bot.language.readings import Reading, best_reading, hide
from bot.language.titles import quoted, title_of
from bot.language.tokens import Token
from bot.models.form import Field
from bot.models.understood import Doubt, Flag, Part, Understood
from bot.models.webinar import TITLE_MAX


def understand(text: str, *, now: dt.datetime, zone: str, locale: str) -> Understood:
    """What a person's words ask for; whatever they say, it never fails."""
    context = Context(now, zone, locale)
    cleaned = clean(text)
    shadow = cleaned.shadow()
    quote = quoted(cleaned.seen)
    hidden = shadow if quote is None else hide(shadow, [("title", *quote.span())])
    return _told(cleaned, best_reading(cleaned, hidden, context), quote)


def _told(cleaned: CleanedText, reading: Reading, quote: re.Match[str] | None) -> Understood:
    schedule, tokenizer = reading.schedule, reading.tokenizer
    used = _used(reading)
    if quote:
        title: str | None = " ".join(quote.group(quote.lastindex or 0).split())
    else:
        title = title_of(
            tokenizer.seen,
            tokenizer.lowered,
            [(start, end) for _, start, end in used],
            reading.grammar.titles,
        )
    doubts = list(schedule.doubts)
    if not title:
        doubts.insert(0, Doubt(flag=Flag.MISSING_TITLE, field=Field.TITLE, words="What is it called?"))
    elif not quote and reading.grammar.residue.search(title.casefold()):
        words = f"Is “{title[:80]}” the title, or does a part of it say when?"
        doubts.append(Doubt(flag=Flag.RESIDUE, field=Field.TITLE, words=words))
    if cleaned.cut:
        words = "The text is long; I read its beginning and its end"
        doubts.append(Doubt(flag=Flag.CUT, field=Field.TITLE, words=words))
    return Understood(
        title=title[:TITLE_MAX] if title else None,
        start=schedule.start,
        date=schedule.date,
        clock=schedule.clock,
        duration=schedule.duration or _loose_length(reading),
        zone=schedule.zone,
        registration=reading.registration[0] if reading.registration else None,
        people=reading.found.people,
        channels=cleaned.channels,
        recurring=schedule.recurring,
        doubts=tuple(doubts),
        parts=_parts(cleaned, reading, used, quote),
    )


def _loose(reading: Reading) -> list[Token]:
    """Lengths that were said away from the time, but surely: "a 45-minute webinar", "for an hour"."""
    inside = reading.cluster.tokens
    lengths = [token for token in reading.tokens if token.kind == "length" and token not in inside]
    if any(token.kind == "length" for token in inside):
        return []
    return [token for token in lengths if token.sure or reading.quoted or _asked_for(token, reading)][-1:]


def _asked_for(token: Token, reading: Reading) -> bool:
    """Whether the words around a length make it one of the webinar, not one in its title."""
    around, grammar = reading.tokenizer.original, reading.grammar
    before, after = around[: token.start].rstrip(), around[token.end :].strip(" .")
    apart = (
        before.endswith(("-", ",", "|", "/", ";", "("))
        if grammar.words.spaced
        else before != around[: token.start]
    )
    bracketed = before.endswith("(") and after.startswith(")")
    return (
        bracketed
        or (apart and not after)
        or bool(grammar.asks.search(around, 0, token.start) or grammar.long.match(around, token.end))
    )


def _loose_length(reading: Reading) -> dt.timedelta | None:
    return next((token.length for token in _loose(reading)), None)


def _used(reading: Reading) -> list[tuple[str, int, int]]:
    """The places that said something, in the order of the text."""
    tokens = [*reading.cluster.tokens, *_loose(reading)]
    if reading.cluster.worth < 4:
        tokens += [token for token in reading.tokens if token.kind == "vague" and reading.cluster.worth]
    tokens = [token for token in tokens if token.kind != "part" or len(reading.cluster.tokens) > 1]
    used = [(token.kind, token.start, token.end) for token in tokens]
    for before, after in itertools.pairwise(reading.cluster.tokens):
        if before.end < after.start and reading.grammar.joins.fullmatch(
            reading.tokenizer.original, before.end, after.start
        ):
            used.append(("joint", before.end, after.start))
    used += reading.found.spans
    if reading.registration:
        used.append(("registration", *reading.registration[1:]))
    return sorted(used, key=lambda span: span[1])


def _parts(
    cleaned: CleanedText, reading: Reading, used: list[tuple[str, int, int]], quote: re.Match[str] | None
) -> tuple[Part, ...]:
    """The places in the text as it was sent."""
    mended = reading.tokenizer.places
    places = [cleaned.origin[at] for at in mended] if mended is not None else cleaned.origin
    parts = [
        Part(kind=kind, start=places[start], end=places[end - 1] + 1)
        for kind, start, end in used
        if end > start and kind != "joint"
    ]
    if quote:
        parts.append(
            Part(kind="title", start=cleaned.origin[quote.start()], end=cleaned.origin[quote.end() - 1] + 1)
        )
    return tuple(sorted(parts, key=lambda part: part.start))
