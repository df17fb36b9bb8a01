"""The tables of a language; a template is a pattern with slots such as {weekday}, {month}, {d}, {y}, {n}."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """One language: words are small letters without accents, alternatives stand side by side."""

    code: str
    spaced: bool = True
    more_months: Mapping[str, int]
    more_weekdays: Mapping[str, int]
    """Names that people write besides those of the locale data."""
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_ends: str = ""
    today: Mapping[str, int]
    """Patterns for days, by their distance from today."""
    dates: tuple[tuple[str, str, str], ...]
    """Templates, most specific first, with the rule that reads them and an example of each alternative."""
    moments: tuple[tuple[str, str], ...]
    vague: tuple[tuple[str, str], ...]
    """Templates with their examples."""
    no_start: str
    """What leads to a day or a time that is no start: a deadline, doors that open, what was moved from there."""
    recurring: tuple[tuple[str, str, str], ...]
    parts: Mapping[str, str]
    """Patterns for parts of the day: am, pm or night."""
    today_parts: Mapping[str, str]
    """Patterns for a part of today: "tonight"."""
    part_first: bool = False
    minutes: str
    hours: str
    days: str
    weeks: str
    months_unit: str
    at: str
    bare_answer: str
    """What makes a time of a bare hour."""
    oclock: str
    minute_words: str = "(?!)"
    """Minutes in words behind an hour: "acht Uhr dreißig"."""
    separators: str = ":"
    start_of_range: str
    to: str
    noon: str
    midnight: str
    before_hour: Mapping[str, int] = field(default_factory=dict)
    """Patterns in front of an hour, by the minutes they add."""
    after_hour: Mapping[str, int] = field(default_factory=dict)
    twelve_hours: bool = False
    lasting: str
    lengths: Mapping[str, str]
    """Durations said in words, as digits."""
    joins: str
    """What may stand between a date and its time."""
    polite: str
    elided: str = "(?!)"
    """Polite words that run into the next one: "merci d'organiser"."""
    commands: str
    weak_commands: str
    """Verbs that also begin titles: commands only before an article or after something polite."""
    weak_nouns: str = "(?!)"
    lone_titles: str = "(?!)"
    """Verbs that are the title where nothing else is: "Launch next Tuesday at 9am"."""
    """Those that are nouns as well before another noun: "launch call"."""
    articles: str
    definite: str = "(?!)"
    """Definite articles, which a title loses behind a command."""
    nouns: str
    noun_follows: str = ""
    """What may follow "a webinar" before it says about what: "get a webinar going on …"."""
    intros: str
    about: str
    dangling: str
    """Words that lead to a time and are left over where it is taken away."""
    ends: str
    """What people say after the title."""
    with_registration: str
    without_registration: str
    clock_zone: str = ""
    """A template for "Berlin time"."""
    co_host: str = r"co-?host(?:s|ed (?:by|with)|ed)?"
    panelist: str
    mention_lead: str
    mention_role_after: str
    channel_lead: str
    conjunction: str
    glued: str = ""
    """What may follow a weekday in the same word."""
    hint: str
    """Words besides those of time that show the language."""
    residue: str
    """What in a title looks like a time that was not understood."""
