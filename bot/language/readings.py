"""A text as each language reads it, stage by stage, and the best of these readings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.language.cleaned_text import CleanedText
from bot.language.clusters import Cluster, choose_cluster, clusters
from bot.language.context import Context
from bot.language.grammar import Grammar
from bot.language.instants import Schedule
from bot.language.labels import Segment, mail_headers, read_labels
from bot.language.languages import LANGUAGES, grammar_of, languages_for
from bot.language.mended_text import MendedText, Span, mend
from bot.language.options import SaidOptions, read_switches
from bot.language.people import Mentions, mentions
from bot.language.schedule import schedule_of
from bot.language.tokenizer import tokens_of
from bot.language.tokens import TAKEN, Token
from bot.language.vocabularies.labels import Label


@dataclass
class Reading:
    """A text as one language reads it; `spans` are the places that said something besides time."""

    grammar: Grammar
    text: MendedText
    quote: Span | None
    segments: tuple[Segment, ...]
    spans: list[Span]
    found: Mentions
    registration: bool | None
    options: SaidOptions
    tokens: list[Token]
    cluster: Cluster
    schedule: Schedule

    @property
    def score(self) -> tuple[int, int]:
        """The amount that it explains: day and time first, then how many letters it accounts for."""
        letters = sum(token.end - token.start for token in self.cluster.tokens)
        command = self.grammar.titles.lead.match(self.text.shadow)
        letters += command.end() if command else 0
        return self.cluster.worth, letters + 9 * (self.registration is not None) + 9 * len(self.segments)


def best_reading(cleaned: CleanedText, shadow: str, taken: list[Span], context: Context) -> Reading:
    """The reading of the person's own language or English; of others only where those find no day and time."""
    likely = languages_for(context.locale)
    readings: list[Reading] = []
    for code in (*likely, *(code for code in LANGUAGES if code not in likely)):
        grammar = grammar_of(code)
        done = any(reading.cluster.worth == 4 for reading in readings)
        if code in likely or (not done and grammar.hint.search(shadow)):
            readings.append(_read(cleaned, hide(shadow, taken), taken, grammar, context))
    return max(readings, key=lambda reading: reading.score)


def _read(
    cleaned: CleanedText, shadow: str, taken: list[Span], grammar: Grammar, context: Context
) -> Reading:
    """Every stage in turn; what one has used is hidden from the next."""
    text = mend(cleaned, shadow, grammar)
    spans = text.moved(taken)
    quote = next((span for span in spans if span[0] == "title"), None)
    hidden = text.shadow
    headers = mail_headers(hidden, text.breaks)
    hidden = hide(hidden, headers)
    spans += headers
    segments = read_labels(hidden, text.breaks, grammar.words.code)
    hidden = hide_labels(hidden, segments)
    found = mentions(hidden, text.seen, cleaned.users, grammar)
    hidden = hide(hidden, found.spans)
    spans += found.spans
    registration, said = _registration(hidden, grammar)
    hidden = hide(hidden, said)
    spans += said
    options = read_switches(hidden, tuple({grammar.words.code: 0, "en": 0}), quoted=quote is not None)
    hidden = hide(hidden, options.spans)
    spans += options.spans
    tokens = tokens_of(replace(text, shadow=hidden), grammar, context, _given(segments, hidden))
    cluster = choose_cluster(clusters(tokens, hidden, grammar), hidden, grammar)
    vague = any(token.kind == "vague" for token in tokens)
    schedule = schedule_of(
        cluster, context.now, context.home, twelve_hours=grammar.words.twelve_hours, vague=vague
    )
    return Reading(
        grammar,
        replace(text, shadow=hidden),
        quote,
        segments,
        spans,
        found,
        registration,
        options,
        tokens,
        cluster,
        schedule,
    )


def _registration(hidden: str, grammar: Grammar) -> tuple[bool | None, list[Span]]:
    """Tell whether registration was asked for, or none, and where."""
    for wanted, look in grammar.registration:
        if match := look.search(hidden):
            return wanted, [("registration", *match.span())]
    return None, []


def _given(segments: Iterable[Segment], shadow: str) -> Iterable[Token]:
    """Lengths that only their label shows: "duration: 60"."""
    for segment in segments:
        if length := segment.length(shadow):
            yield Token("length", length[0], length[1], length=length[2])


def hide(shadow: str, spans: Iterable[Span]) -> str:
    """The shadow with some places taken out, as long as before."""
    for _, start, end in spans:
        shadow = shadow[:start] + TAKEN * (end - start) + shadow[end:]
    return shadow


def hide_labels(shadow: str, segments: Iterable[Segment]) -> str:
    """The shadow with commas for labels of times, which join their values, and without the other labels."""
    for segment in segments:
        sign = "," if segment.label in {Label.WHEN, Label.LENGTH} else TAKEN
        width = segment.value - segment.start
        shadow = shadow[: segment.start] + sign * width + shadow[segment.value :]
    return shadow
