"""One line of text to what was understood of it: pure, and the same for the same person at the same time."""

import datetime as dt
import itertools
import re

from bot.language.cleaned_text import Cleaned, clean
from bot.language.context import Asked
from bot.language.readings import Reading, best_reading, hide
from bot.language.titles import quoted, title_of
from bot.language.tokens import Atom
from bot.models.form import Field
from bot.models.understood import Doubt, Flag, Part, Understood
from bot.models.webinar import TITLE_MAX


def understand(text: str, *, now: dt.datetime, zone: str, locale: str) -> Understood:
    """What a person's words ask for; whatever they say, it never fails."""
    asked = Asked(now, zone, locale)
    cleaned = clean(text)
    shadow = cleaned.shadow()
    quote = quoted(cleaned.seen)
    hidden = shadow if quote is None else hide(shadow, [("title", *quote.span())])
    return _told(cleaned, best_reading(cleaned, hidden, asked), quote)


def _told(cleaned: Cleaned, reading: Reading, quote: re.Match[str] | None) -> Understood:
    timing, finder = reading.timing, reading.finder
    used = _used(reading)
    if quote:
        title: str | None = " ".join(quote.group(quote.lastindex or 0).split())
    else:
        title = title_of(
            finder.seen, finder.lowered, [(start, end) for _, start, end in used], reading.grammar.titles
        )
    doubts = list(timing.doubts)
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
        start=timing.start,
        date=timing.date,
        clock=timing.clock,
        duration=timing.duration or _loose_length(reading),
        zone=timing.zone,
        registration=reading.registration[0] if reading.registration else None,
        people=reading.found.people,
        channels=cleaned.channels,
        recurring=timing.recurring,
        doubts=tuple(doubts),
        parts=_parts(cleaned, reading, used, quote),
    )


def _loose(reading: Reading) -> list[Atom]:
    """Lengths that were said away from the time, but surely: "a 45-minute webinar", "for an hour"."""
    inside = reading.cluster.atoms
    lengths = [atom for atom in reading.atoms if atom.kind == "length" and atom not in inside]
    if any(atom.kind == "length" for atom in inside):
        return []
    return [atom for atom in lengths if atom.sure or reading.quoted or _asked_for(atom, reading)][-1:]


def _asked_for(atom: Atom, reading: Reading) -> bool:
    """Whether the words around a length make it one of the webinar, not one in its title."""
    around, grammar = reading.finder.original, reading.grammar
    before, after = around[: atom.start].rstrip(), around[atom.end :].strip(" .")
    apart = (
        before.endswith(("-", ",", "|", "/", ";", "("))
        if grammar.words.spaced
        else before != around[: atom.start]
    )
    bracketed = before.endswith("(") and after.startswith(")")
    return (
        bracketed
        or (apart and not after)
        or bool(grammar.asks.search(around, 0, atom.start) or grammar.long.match(around, atom.end))
    )


def _loose_length(reading: Reading) -> dt.timedelta | None:
    return next((atom.length for atom in _loose(reading)), None)


def _used(reading: Reading) -> list[tuple[str, int, int]]:
    """The places that said something, in the order of the text."""
    atoms = [*reading.cluster.atoms, *_loose(reading)]
    if reading.cluster.worth < 4:
        atoms += [atom for atom in reading.atoms if atom.kind == "vague" and reading.cluster.worth]
    atoms = [atom for atom in atoms if atom.kind != "part" or len(reading.cluster.atoms) > 1]
    used = [(atom.kind, atom.start, atom.end) for atom in atoms]
    for before, after in itertools.pairwise(reading.cluster.atoms):
        if before.end < after.start and reading.grammar.joins.fullmatch(
            reading.finder.original, before.end, after.start
        ):
            used.append(("joint", before.end, after.start))
    used += reading.found.spans
    if reading.registration:
        used.append(("registration", *reading.registration[1:]))
    return sorted(used, key=lambda span: span[1])


def _parts(
    cleaned: Cleaned, reading: Reading, used: list[tuple[str, int, int]], quote: re.Match[str] | None
) -> tuple[Part, ...]:
    """The places in the text as it was sent."""
    mended = reading.finder.places
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
