"""Everything that can go wrong, sorted by who can do something about it.

WebinarsError                  str(error) is always safe to show, and says what to do next
├── PersonCanFix
│   ├── FormRefused            field by field: what to type instead
│   └── Undecided              looking could not tell what became of something: the person says
├── OperatorCanFix
│   ├── SettingRefused         a missing or malformed setting; stops the start
│   ├── AlreadyRunning         a second process on one SQLite file, or in one worker's slot
│   └── SignInRefused          RingCentral does not accept our credentials
├── AccountDecided
│   ├── NotAllowed             RingCentral forbids it: licence, role, state of the session
│   ├── ParameterRefused       RingCentral refused one named value
│   ├── AlreadyThere           what should be made is there
│   └── NotFound               the webinar or session is gone
├── TimeWillTell
│   ├── Limited                the rate limit is spent for longer than anybody waits
│   ├── Unavailable            nothing happened: the request never reached RingCentral or Slack
│   ├── OutcomeUnknown         it was sent and no answer came: look before sending again
│   └── SlackAppRefused        Slack refuses the app, whatever it asks, until somebody mends its token or scopes
├── TooLate                    what should have been said makes no sense any more
├── HalfSaved                  the time of a webinar was saved, and the rest was not; the text says why
└── SlackRefused               Slack said no; `code` is Slack's own word for it
    └── SlackPlaceRefused      one channel or person takes no messages now; another time it may

(SlotLost stands outside: another worker took over the work of this one, and nothing that turns a failure into words
may go on after it.)
"""

from collections.abc import Mapping
from datetime import datetime


class WebinarsError(Exception):
    """Something a person may be told in these very words."""


class PersonCanFix(WebinarsError):
    """The person who asked can put it right."""


class FormRefused(PersonCanFix):
    """The form holds values that cannot be taken; `fields` says for each field what to type instead."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("; ".join(fields.values()))
        self.fields = dict(fields)


class Undecided(PersonCanFix):
    """It may have been done, and looking does not tell; `found` are the ids of what may be it, and their times."""

    def __init__(self, text: str, found: Mapping[str, datetime | None] | None = None) -> None:
        super().__init__(text)
        self.found = dict(found or {})


class OperatorCanFix(WebinarsError):
    """The operator of the bot can put it right."""


class SettingRefused(OperatorCanFix):
    """A setting is missing or malformed; the text is one line that names it."""


class AlreadyRunning(OperatorCanFix):
    """Another process holds this SQLite file."""


class SlotLost(Exception):
    """This worker was taken for dead, and its work over by another: nothing more may leave here."""


class SignInRefused(OperatorCanFix):
    """The credentials are not accepted."""


class AccountDecided(WebinarsError):
    """The RingCentral account, or its administrator, decided so."""


class NotAllowed(AccountDecided):
    """RingCentral forbids it; `code` is its error code."""

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class ParameterRefused(AccountDecided):
    """RingCentral refused the value of one `parameter`, named as in its API."""

    def __init__(self, text: str, parameter: str) -> None:
        super().__init__(text)
        self.parameter = parameter


class AlreadyThere(AccountDecided):
    """RingCentral has it already."""


class NotFound(AccountDecided):
    """RingCentral does not know it, or does not show it to us."""


class TimeWillTell(WebinarsError):
    """Trying again later can help."""


class Limited(TimeWillTell):
    """The rate limit is spent for longer than anybody waits."""


class Unavailable(TimeWillTell):
    """Nothing happened: the request never arrived."""


class OutcomeUnknown(TimeWillTell):
    """The request left and no usable answer came: it may have been done."""


class TooLate(WebinarsError):
    """It was not said in time, and makes no sense any more."""


class HalfSaved(WebinarsError):
    """The new time of a webinar was saved; what this says kept the rest from being saved."""


class SlackAppRefused(TimeWillTell):
    """Slack refuses the app, whatever it asks and of whom; `code` is Slack's own word for it."""

    def __init__(self, code: str) -> None:
        super().__init__(f"Slack does not let me in ({code}). Tell whoever runs this bot.")
        self.code = code


class SlackRefused(WebinarsError):
    """Slack answered with an error; `code` is Slack's own word for it."""

    def __init__(self, text: str, code: str) -> None:
        super().__init__(text)
        self.code = code


class SlackPlaceRefused(SlackRefused):
    """A channel or a person takes no messages from us now."""
