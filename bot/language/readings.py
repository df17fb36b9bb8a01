"""A text as each language reads it, and the best of these readings."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.cleaned_text import CleanedText
from bot.language.clusters import Cluster, chosen, clusters
from bot.language.context import Context
from bot.language.grammar import Grammar
from bot.language.instants import Schedule
from bot.language.languages import LANGUAGES, grammar_of, languages_for
from bot.language.people import Mentions, mentions
from bot.language.schedule import schedule_of
from bot.language.titles import CUT
from bot.language.tokenizer import Tokenizer
from bot.language.tokens import Token


@dataclass
class Reading:
    """A text as one language reads it."""

    grammar: Grammar
    tokenizer: Tokenizer
    cluster: Cluster
    schedule: Schedule
    registration: tuple[bool, int, int] | None
    found: Mentions
    tokens: list[Token]
    quoted: bool

    @property
    def score(self) -> tuple[int, int]:
        """How much it explains: day and time first, then how many letters it accounts for."""
        letters = sum(token.end - token.start for token in self.cluster.tokens)
        command = self.grammar.titles.lead.match(self.tokenizer.original)
        return self.cluster.worth, letters + (command.end() if command else 0) + 9 * bool(self.registration)


def best_reading(cleaned: CleanedText, shadow: str, context: Context) -> Reading:
    """The reading of the person's own language or English; of others only where those find no day and time."""
    likely = languages_for(context.locale)
    readings: list[Reading] = []
    for code in (*likely, *(code for code in LANGUAGES if code not in likely)):
        grammar = grammar_of(code)
        done = any(reading.cluster.worth == 4 for reading in readings)
        if code in likely or (not done and grammar.hint.search(shadow)):
            readings.append(_read(cleaned, shadow, grammar, context))
    return max(readings, key=lambda reading: reading.score)


def _read(cleaned: CleanedText, shadow: str, grammar: Grammar, context: Context) -> Reading:
    found = mentions(shadow, cleaned.users, grammar)
    hidden = hide(shadow, found.spans)
    registration = next(
        ((wanted, *match.span()) for wanted, look in grammar.registration if (match := look.search(hidden))),
        None,
    )
    if registration:
        hidden = hide(hidden, [("registration", *registration[1:])])
    tokenizer = Tokenizer(cleaned.seen, hidden, grammar, context)
    if tokenizer.places is not None:
        found, registration = _moved(found, registration, tokenizer.places)
    tokens = tokenizer.find()
    groups = clusters(tokens, tokenizer.original, grammar)
    cluster = chosen(groups, tokenizer.original, grammar)
    vague = any(token.kind == "vague" for token in tokens)
    schedule = schedule_of(
        cluster, context.now, context.home, twelve_hours=grammar.words.twelve_hours, vague=vague
    )
    return Reading(grammar, tokenizer, cluster, schedule, registration, found, tokens, quoted=CUT in shadow)


def _moved(
    found: Mentions, registration: tuple[bool, int, int] | None, places: tuple[int, ...]
) -> tuple[Mentions, tuple[bool, int, int] | None]:
    """The same places in a text whose typing errors are mended."""
    back = {place: at for at, place in enumerate(places)}
    spans = tuple((kind, back[start], back[end - 1] + 1) for kind, start, end in found.spans)
    if registration:
        registration = (registration[0], back[registration[1]], back[registration[2] - 1] + 1)
    return Mentions(found.people, spans), registration


def hide(shadow: str, spans: Iterable[tuple[str, int, int]]) -> str:
    """The shadow with some places taken out, as long as before."""
    for _, start, end in spans:
        shadow = shadow[:start] + CUT * (end - start) + shadow[end:]
    return shadow
