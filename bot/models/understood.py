"""The reading of a person's words: values, doubts, and the parts of the text that were used."""

import datetime as dt
from enum import StrEnum

from pydantic import AwareDatetime

from bot.models.form import Draft, Field, Form
from bot.models.frozen import Frozen
from bot.models.sentence import Sentence
from bot.models.webinar import Audience, Role, WebinarSettings


class Flag(StrEnum):
    """The things that may be missing or doubtful."""

    MISSING_TITLE = "missing_title"
    NO_DATE = "no_date"
    MISSING_DATE = "missing_date"
    MISSING_TIME = "missing_time"
    INVALID_DATE = "invalid_date"
    INVALID_TIME = "invalid_time"
    PAST = "past"
    RECURRING = "recurring"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    NONEXISTENT_TIME = "nonexistent_time"
    AMBIGUOUS_TIME = "ambiguous_time"
    AMBIGUOUS_WEEKDAY = "ambiguous_weekday"
    AMBIGUOUS_DATE = "ambiguous_date"
    AMBIGUOUS_ZONE = "ambiguous_zone"
    ASSUMED_MERIDIEM = "assumed_meridiem"
    TWO_TIMES = "two_times"
    TOO_LONG = "too_long"
    RESIDUE = "residue"
    CUT = "cut"


SOFT = frozenset({Flag.AMBIGUOUS_WEEKDAY, Flag.AMBIGUOUS_DATE, Flag.AMBIGUOUS_ZONE, Flag.ASSUMED_MERIDIEM})
"""Doubts that it is enough to show; the others have to be asked about."""


class Doubt(Frozen):
    """Something to ask or show at a field, in words for the person."""

    flag: Flag
    field: Field
    words: Sentence


class Part(Frozen):
    """A part of the text as it was sent, from `start` up to `end`, that was used for something."""

    kind: str
    start: int
    end: int


class Speech(StrEnum):
    """The kind of sentence; only a request begins a draft.

    Management is about a webinar that exists, and another request about something that is no webinar.
    """

    REQUEST = "request"
    MANAGEMENT = "management"
    OTHER_REQUEST = "other_request"
    QUESTION = "question"
    STATEMENT = "statement"


class Mentioned(Frozen):
    """A person who was mentioned; the role is None where none was said."""

    user: str
    role: Role | None = None


class Named(Frozen):
    """A person who was named without a mention, as written; the role is None where none was said."""

    name: str
    role: Role | None = None


class Understood(Frozen):
    """Everything a text said; None, or nothing, where it said nothing."""

    title: str | None = None
    start: AwareDatetime | None = None
    date: dt.date | None = None
    clock: dt.time | None = None
    duration: dt.timedelta | None = None
    zone: str | None = None
    registration: bool | None = None
    people: tuple[Mentioned, ...] = ()
    names: tuple[Named, ...] = ()
    channels: tuple[str, ...] = ()
    description: str | None = None
    settings: WebinarSettings = WebinarSettings()
    recurring: bool = False
    speech: Speech = Speech.REQUEST
    doubts: tuple[Doubt, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags, each once, in the order in which they came up."""
        return tuple(dict.fromkeys(doubt.flag for doubt in self.doubts))

    @property
    def complete(self) -> bool:
        """Tell whether one look and one click are enough."""
        return bool(self.title and self.start) and SOFT.issuperset(self.flags)

    def at(self, field: Field) -> tuple[Sentence, ...]:
        """The words for a field of the form."""
        return tuple(doubt.words for doubt in self.doubts if doubt.field is field)

    def filled(self, draft: Draft) -> Draft:
        """The draft with everything in it that was said."""
        said = {
            Field.TITLE: self.title,
            Field.DATE: self.date,
            Field.START_TIME: self.clock,
            Field.TIME_ZONE: self.zone,
            Field.DURATION: self.duration and f"{self.duration / dt.timedelta(minutes=1):g} minutes",
            Field.AUDIENCE: {True: Audience.REGISTERED, False: Audience.ALL_HANDS, None: None}[
                self.registration
            ],
            Field.ANNOUNCE_IN: self.channels,
        }
        form: Form = draft.form.model_copy(
            update={name: value for name, value in said.items() if value or value == dt.time()}
        )
        hosts = (one.user for one in self.people if one.role is Role.CO_HOST)
        panel = (one.user for one in self.people if one.role is not Role.CO_HOST)
        options = draft.options.model_copy(
            update={
                Field.CO_HOSTS: tuple(dict.fromkeys((*draft.options.co_hosts, *hosts))),
                Field.PANELISTS: tuple(dict.fromkeys((*draft.options.panelists, *panel))),
                Field.DESCRIPTION: self.description or draft.options.description,
                "settings": draft.options.settings.model_copy(update=self.settings.chosen()),
            }
        )
        return Draft(form=form, options=options)
