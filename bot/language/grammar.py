"""The patterns of a language, compiled when they are first needed."""

import re
from functools import cached_property
from typing import Final

from bot.language.cleaned_text import CHANNEL, LINK, PERSON
from bot.language.templates import Templates, either
from bot.language.title_grammar import TitleGrammar

_ZONE_INSIDE: Final = r" ?\(?(?:[ecmp][sd]?t|(?:gmt|utc)(?! ?[+-] ?\d)|cet|cest|bst|ist|jst|eastern|pacific|central|mountain)\)?"


MIXED_JOINS: Final = "at|on|from|until|a|as|um|am|le|el|de|den"
"""Small words between a day and its time that people mix into any language."""


class Grammar(Templates):
    """A language as everything else asks it."""

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """A time of day, whether or not it is sure to be one."""
        return self.compiled(self.clock_source())

    def clock_source(self, end: str = "") -> str:
        """The pattern of a time; `end` keeps the names of a second one apart."""
        words = self.words
        parts = "|".join(words.parts)
        before = "|".join(words.before_hour) or "(?!)"
        after = "|".join(words.after_hour) or "(?!)"
        number = f"\\d{{1,2}}(?!\\d)|{either(tuple(words.numbers))}"
        minute = words.minute_words
        ahead = f"(?:(?P<first{end}>{parts}|am|pm)(?:の| )?)?" if words.part_first else ""
        ish = "(?:-?ish)?" if words.twelve_hours else ""
        letter = r"|[ap](?![\w.])" if words.twelve_hours else ""
        short = r"|[1-9][0-5]\d(?= ?[ap]\.?m)" if words.twelve_hours else ""
        of_minutes = "" if words.spaced else "分?"
        said = f" ?(?P<ap{end}>[ap]\\. ?m\\.|[ap]m\\.?(?![a-z0-9_])|[ap]\\.m(?!\\w){letter})"
        later = f"(?:,? ?(?P<part{end}>{parts}))?" if words.spaced else f"(?P<part{end}>(?!))?"
        return (
            f"(?:(?P<at{end}>{words.at})(?: |(?=\\d)))?{ahead}(?:(?P<noon{end}>{words.noon})(?P<after3{end}>{after})?|(?P<midnight{end}>{words.midnight})"
            f"|(?P<mil{end}>(?:[01]\\d|2[0-3])[0-5]\\d{short})(?![\\d:])(?: ?(?P<milh{end}>hours|hrs|h|uhr))?(?:{said.replace('<ap', '<mp')})?"
            f"|(?:(?P<before{end}>{before}) )?(?P<h{end}>{number})"
            f"(?:(?P<sep{end}>{words.separators})(?P<m{end}>[0-5]\\d)(?!\\d)(?::[0-5]\\d)?{of_minutes}| (?P<mw{end}>{minute})|(?P<after{end}>{after}))?{ish}"
            f"(?: ?(?P<oclock{end}>{words.oclock})(?:(?<=[a-z時])(?: ?(?P<m3{end}>[0-5]\\d)(?:分)?(?!\\d)| (?P<mw2{end}>{minute})))?(?P<after2{end}>{after})?)?(?:{said})?{ish}{later})"
        )

    @cached_property
    def noon(self) -> re.Pattern[str]:
        """Noon or midnight and nothing else."""
        return re.compile(f"{self.words.noon}|{self.words.midnight}")

    @cached_property
    def whole_range(self) -> re.Pattern[str]:
        """From one time to another."""
        words = self.words
        begin = f"(?P<from>{words.start_of_range})" + (" ?" if words.spaced else "")
        return self.compiled(
            f"(?:(?P<lead>{words.at}) )?(?:{begin})?(?P<one>{self.clock_source('1')})(?P<z1>{_ZONE_INSIDE})?,? ?(?P<to>{words.to}) ?(?!{self._numbered_unit})(?P<two>{self.clock_source('2')})(?:まで)?"
        )

    @cached_property
    def day(self) -> re.Pattern[str]:
        """Today, tomorrow, and their like."""
        return self.compiled("{day}")

    @cached_property
    def today_parts(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Parts of today."""
        return tuple((half, self.compiled(pattern)) for pattern, half in self.words.today_parts.items())

    @cached_property
    def part(self) -> re.Pattern[str]:
        """Parts of the day."""
        return self.compiled("{part}")

    @cached_property
    def city(self) -> re.Pattern[str] | None:
        """A zone by its city: "Berlin time"."""
        return re.compile(self.words.clock_zone) if self.words.clock_zone else None

    @property
    def _numbered_unit(self) -> str:
        """A number that counts minutes or hours and so ends no range."""
        hours = f"|{self.words.hours}" if self.words.twelve_hours else ""
        return rf"\d+ ?(?:{self.words.minutes}{hours})(?![a-z])" if self.words.spaced else r"\d+分"

    @cached_property
    def length(self) -> re.Pattern[str]:
        return self.compiled(
            "{length}" + ("(?:[ -](?:long|lang))?(?: or so)?" if self.words.spaced else "間?")
        )

    @cached_property
    def days_counted(self) -> re.Pattern[str]:
        """So many days or weeks."""
        return self.compiled("{n} {days}|{n2} {weeks2}")

    @cached_property
    def stated_length(self) -> re.Pattern[str]:
        """A length with its word behind it: "2h de duração", "90 minutes long"."""
        return self.compiled(
            "{length} (?:long(?! (?:term|run|weekend))|in length|in duration|de duree|de duracao|de duracion|dauer|lang)"
        )

    @cached_property
    def lasting(self) -> re.Pattern[str]:
        return self.compiled(f"(?:{self.words.lasting}) ?{{length}}(?: long)?(?:間)?")

    @cached_property
    def joins(self) -> re.Pattern[str]:
        joins = either(f"{self.words.joins}|{MIXED_JOINS}")
        words = (
            f"(?:(?<![a-z])(?:{joins})(?![a-z]))" if self.words.spaced else f"(?:{either(self.words.joins)})"
        )
        return re.compile(rf"(?:[\s,;:|/()\[\]\-@.•·、。，（）={LINK}]|{words})*")

    @cached_property
    def people(self) -> re.Pattern[str]:
        """People who are mentioned, with what leads to them and their role."""
        words = self.words
        roles = f"{words.co_host}|{words.panelist}"
        also = f"(?: ?(?:{words.conjunction}) ?{PERSON}| {PERSON})*"
        return re.compile(
            f"(?:(?<![a-z])(?:{words.mention_lead}) ?)?(?:(?P<before>{roles})(?:s|:)*(?: (?:are|is|will be))? ?)?(?P<all>{PERSON}{also})"
            f"(?:(?: ?{words.mention_role_after}) ?(?P<behind>{roles}))?"
        )

    @cached_property
    def roles(self) -> re.Pattern[str]:
        """A role with what joins it to a name: "as a panelist", "panelists:", "co-hosted by"."""
        words = self.words
        roles = f"{words.co_host}|{words.panelist}"
        if not words.spaced:
            return re.compile(f"(?P<as>(?!))?(?P<role>{roles})(?:(?P<tells>は|[:：]) ?)?")
        return re.compile(
            f"(?P<as> (?:as|als|comme|en tant que|como|de)(?: (?:a|an|the|our|our guest|une?|una|uma?|eine?|guest))? )?"
            f"(?<![\\w-])(?P<role>{roles})(?![\\w-])(?:(?P<tells> ?:| (?:is|are|will be|ist|sind|est|sont|es|son|sera|sao|by)(?!\\w)))? ?"
        )

    @cached_property
    def channels(self) -> re.Pattern[str]:
        """Channels that are mentioned, with what leads to them."""
        lead = (
            f"(?:(?<![a-z])(?:{self.words.channel_lead}) )?"
            if self.words.spaced
            else f"(?:{self.words.channel_lead})?"
        )
        return re.compile(
            f"{lead}{CHANNEL}(?: ?(?:{self.words.conjunction}) ?{CHANNEL}| {CHANNEL})*"
            + ("" if self.words.spaced else "(?:で|に|へ)?")
        )

    @cached_property
    def registration(self) -> tuple[tuple[bool, re.Pattern[str]], ...]:
        """Tell how people ask for registration, and how they ask for none."""
        return (False, self.compiled(self.words.without_registration)), (
            True,
            self.compiled(self.words.with_registration),
        )

    @cached_property
    def no_start(self) -> re.Pattern[str]:
        """Find what leads to a day or a time that is no start, right before it."""
        edge = r"(?<![\w-])" if self.words.spaced else ""
        return re.compile(rf"{edge}(?:{self.words.no_start})[ :]{{0,2}}$")

    @cached_property
    def titles(self) -> TitleGrammar:
        """Tell how titles are framed."""
        return TitleGrammar(self.words)

    @cached_property
    def hint(self) -> re.Pattern[str]:
        """Words that show that a text may be in this language."""
        long = tuple(
            re.escape(name)
            for name in (*self.months, *self.weekdays)
            if len(name) > 3 or not self.words.spaced
        )
        return self.compiled(
            f"{either(long)}|{'|'.join(self.words.today)}|{self.words.commands}|{self.words.hint}"
        )

    @cached_property
    def residue(self) -> re.Pattern[str]:
        """Find what in a title looks like a time that was not understood."""
        return self.compiled(self.words.residue)

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """Find what leads to a length that is asked for: "schedule a 45 minute …"."""
        words = self.words
        verbs = f"{words.commands}|{words.weak_commands}"
        return re.compile(
            f"(?:^ ?|(?<!\\w)(?!create)(?:{verbs}) )(?:me |us )?an? $" if words.twelve_hours else "(?!)"
        )

    @cached_property
    def long(self) -> re.Pattern[str]:
        """Find what follows a length that describes the webinar: "a 45-minute webinar"."""
        return re.compile(
            rf"(?:[ -]long)? (?:[a-z]+ )?(?:{self.words.nouns})(?![\w'-])"
            if self.words.spaced
            else f"(?:の)?(?:{self.words.nouns})"
        )

    def compile_all(self) -> None:
        """Make every pattern now instead of at its first use."""
        for owner, kind in ((self, Templates), (self, Grammar), (self.titles, TitleGrammar)):
            for name, value in vars(kind).items():
                if isinstance(value, cached_property):
                    getattr(owner, name)
