"""One line of text to what was understood of it: pure, and the same for the same person at the same time."""

import datetime as dt
import itertools
import re
from typing import Final

from bot.language.cleaned_text import CleanedText, clean
from bot.language.clusters import FULL
from bot.language.context import Context
from bot.language.grammar import Grammar
from bot.language.holiday_names import load_calendar
from bot.language.labels import label_pattern, title_end
from bot.language.languages import LANGUAGES, grammar_of
from bot.language.mended_text import Span
from bot.language.options import SaidOptions, option_patterns, read_values
from bot.language.readings import Reading, best_reading
from bot.language.speech import speech_of, speech_patterns
from bot.language.titles import quoted, title_of
from bot.language.tokens import TAKEN, Token
from bot.language.vocabularies.labels import Label
from bot.language.vocabularies.options import OPTION_WORDS
from bot.language.zone_names import zone_names
from bot.models.form import Field
from bot.models.sentence import sentence
from bot.models.understood import Doubt, Flag, Part, Understood
from bot.models.webinar import TITLE_MAX, WebinarSettings

_LEADS_ON: Final = re.compile(
    r"(?:^|\W)(?:in|of|under|within|the|a|an|your|my|our|every|each|per|last|first|to|de|en|in|von|des|unter|le|la|les|el|los|em|na|no|um|uma)$"
)
"""What makes a number of minutes a part of the title: "Mindfulness in 5 minutes"."""


def understand(text: str, *, now: dt.datetime, zone: str, locale: str) -> Understood:
    """Find what a person's words ask for; whatever they say, it never fails."""
    context = Context(now, zone, locale)
    cleaned = clean(text)
    shadow = cleaned.shadow()
    values = read_values(cleaned, shadow, text, tuple(OPTION_WORDS))
    quote = quoted(cleaned.seen, values.spans)
    taken = [*([("title", *quote.span())] if quote else []), *values.spans]
    title = " ".join(quote.group(quote.lastindex or 0).split()) if quote else None
    return _understood(cleaned, best_reading(cleaned, shadow, taken, context), values, title, locale)


def warm_up() -> None:
    """Compile and load everything, so that the first sentence is read as fast as the others."""
    zone_names()
    for code in LANGUAGES:
        grammar_of(code).compile_all()
        option_patterns(code)
        speech_patterns(code)
        label_pattern(code)
        load_calendar(code)


def _understood(
    cleaned: CleanedText, reading: Reading, values: SaidOptions, quote: str | None, locale: str
) -> Understood:
    schedule = reading.schedule
    used = _used(reading)
    title = quote or _title(reading, used)
    return Understood(
        title=title[:TITLE_MAX] if title else None,
        start=schedule.start,
        date=schedule.date,
        clock=schedule.clock,
        duration=schedule.duration or next((token.length for token in _loose(reading)), None),
        zone=schedule.zone,
        registration=reading.registration,
        people=reading.found.people,
        names=reading.found.names,
        channels=cleaned.channels,
        description=values.description,
        settings=WebinarSettings.model_validate(reading.options.settings | values.settings),
        recurring=schedule.recurring,
        speech=speech_of(reading, title, locale),
        doubts=(*_title_doubts(cleaned, reading, title, quoted=quote is not None), *schedule.doubts),
        parts=_parts(reading, used),
    )


def _title_doubts(cleaned: CleanedText, reading: Reading, title: str | None, *, quoted: bool) -> list[Doubt]:
    doubts = []
    if not title:
        doubts.append(Doubt(flag=Flag.MISSING_TITLE, field=Field.TITLE, words=sentence("What is it called?")))
    elif not quoted and reading.grammar.residue.search(title.casefold()):
        words = sentence("Is “{title}” the title, or does a part of it say when?", title=title[:80])
        doubts.append(Doubt(flag=Flag.RESIDUE, field=Field.TITLE, words=words))
    if cleaned.cut:
        words = sentence("The text is long; I read its beginning and its end.")
        doubts.append(Doubt(flag=Flag.CUT, field=Field.TITLE, words=words))
    return doubts


def _title(reading: Reading, used: list[Span]) -> str | None:
    """The title in what is left; a label shows where it stands."""
    spans = [(start, end) for _, start, end in used]
    labelled = next((one for one in reading.segments if one.label is Label.TITLE), None)
    if labelled:
        end = title_end(reading.text.seen, labelled, reading.text.breaks)
        spans += [(0, labelled.value), (end, len(reading.text.seen))]
    else:
        for one in reading.segments:
            begin = len(reading.text.seen[: one.start].rstrip(" ."))
            spans.append((begin, one.end if one.label is Label.OTHER else one.value))
    return title_of(reading.text, spans, reading.grammar.titles)


def _loose(reading: Reading) -> list[Token]:
    """Lengths that were said away from the time, but surely: "a 45-minute webinar", "for an hour"."""
    inside = reading.cluster.tokens
    lengths = [token for token in reading.tokens if token.kind == "length" and token not in inside]
    if any(token.kind == "length" for token in inside):
        return []
    return [token for token in lengths if token.sure or reading.quote or _asked_for(token, reading)][-1:]


def _asked_for(token: Token, reading: Reading) -> bool:
    """Tell whether the words around a length make it one of the webinar, not one in its title."""
    around, grammar = reading.text.shadow, reading.grammar
    before = around[: token.start].rstrip()
    after = _left_over(around[token.end :].replace(TAKEN, " "), grammar)
    apart = before.endswith(("-", ",", "|", "/", ";", "(", "、"))
    if not grammar.words.spaced:
        apart = apart or before != around[: token.start]
    at_end = not after and reading.cluster.worth == FULL and not _LEADS_ON.search(before)
    bracketed = before.endswith("(") and after.startswith(")")
    return (
        bracketed
        or at_end
        or (apart and not after)
        or bool(grammar.asks.search(around, 0, token.start) or grammar.long.match(around, token.end))
    )


def _left_over(after: str, grammar: Grammar) -> str:
    """Find what is left behind a length once thanks and the end of a request are taken away."""
    if ending := grammar.titles.close.search(after):
        after = after[: ending.start()]
    return after.strip(" .")


def _used(reading: Reading) -> list[Span]:
    """The places that said something, in the order of the text."""
    tokens = [*reading.cluster.tokens, *_loose(reading)]
    if reading.cluster.worth < FULL:
        tokens += [
            token for token in reading.tokens if token.kind == "vague" and _is_vague_day(token, reading)
        ]
    tokens += [token for token in reading.tokens if token.kind == "no_start"]
    tokens = [token for token in tokens if token.kind != "part" or len(reading.cluster.tokens) > 1]
    used = [(token.kind, token.start, token.end) for token in tokens]
    used += [("joint", *joint) for joint in _joints(reading)]
    return sorted([*used, *reading.spans], key=lambda span: span[1])


def _is_vague_day(token: Token, reading: Reading) -> bool:
    """Tell whether "sometime next week" says when; alone it does so only at an edge of the text."""
    shadow = reading.text.shadow
    around = shadow[: token.start].strip(), shadow[token.end :].strip(" .!?")
    broad = shadow[token.start : token.end].endswith(("quarter", "year"))  # "Last quarter, next quarter"
    return bool(reading.cluster.worth) or not (broad or all(around))


def _joints(reading: Reading) -> list[tuple[int, int]]:
    """Find what stands between two pieces of a date and joins them."""
    pairs = [
        (before.end, after.start)
        for before, after in itertools.pairwise(reading.cluster.tokens)
        if before.end < after.start
    ]
    return [pair for pair in pairs if reading.grammar.joins.fullmatch(reading.text.shadow, *pair)]


def _parts(reading: Reading, used: list[Span]) -> tuple[Part, ...]:
    """The places in the text as it was sent."""
    parts = []
    for kind, start, end in used:
        if end > start and kind != "joint":
            first, last = reading.text.origin(start, end)
            parts.append(Part(kind=kind, start=first, end=last))
    return tuple(sorted(parts, key=lambda part: part.start))
