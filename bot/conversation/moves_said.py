"""Changes relative to what stands there: later, longer, the week after, until four."""

import datetime as dt
import re
from typing import Final

from bot.conversation.acts import (
    ChangeLength,
    FieldChange,
    MoveStart,
    SetEnd,
    SetLength,
    SetPanelJoinsEarly,
    SetTimeZone,
)
from bot.conversation.correction import CorrectionRule
from bot.conversation.phrase_book import Amount
from bot.language.clocks import ClockTime, read_clock
from bot.models.conversation import Question

_DAY_MINUTES: Final = 24 * 60
_LONG: Final = dt.timedelta(hours=4)
"""What is longer is rather a time of day."""
_HOURS: Final = 4
"""A number alone up to this is hours, where it was asked by how much."""
_EDGES: Final = re.compile(
    r"^[\W_]*(?:(?:by|about|like|um|etwa|de|environ|unos|unas|uns|umas|por|em|en)(?!\w) ?|d')*|[\W_]*(?:で|ほど|くらい)?$"
)
"""What stands around an answer to "how much?"."""
_MORE: Final = re.compile(r" (?:more|extra|additional) ")
"""What stands between a number and its unit: "15 more minutes"."""
_BY_AMOUNT: Final = {
    Question.HOW_MUCH_LATER: "later",
    Question.HOW_MUCH_EARLIER: "earlier",
    Question.HOW_MUCH_LONGER: "longer",
    Question.HOW_MUCH_SHORTER: "shorter",
}
_UNTOLD: Final = {f"some_{name}": question for question, name in _BY_AMOUNT.items()}
"""The rules for a direction without an amount."""


class MoveRule(CorrectionRule):
    """Everything that the draft is needed for to say what it comes to."""

    def apply(self) -> None:
        if self.turn.asked in _BY_AMOUNT:
            self._answered(_BY_AMOUNT[self.turn.asked])
        for rule, pattern in self.book.moves:
            for found in self.utterance.matches(pattern):
                change = self._moved(rule, found)
                if change is not None:
                    self._take(*found.span(), *change)

    def _answered(self, name: str) -> None:
        """How much, after it was asked: an amount and nothing else, or a number of minutes."""
        text = _EDGES.sub("", self.book.idle_ends.sub("", self.book.bare(self.utterance.rest)))
        if text.isdigit():
            count = int(text)
            unit = dt.timedelta(hours=1) if count <= _HOURS else dt.timedelta(minutes=1)
            amount: Amount | None = Amount(time=count * unit)
        else:
            amount = self.book.amount(text)
        change = _by_amount(name, amount) if amount else None
        if change is not None:
            self._take(0, len(self.utterance.rest), *change)

    def _moved(self, rule: str, found: re.Match[str]) -> tuple[FieldChange, ...] | None:
        """Read what a phrase changes; nothing for words that only lead to a change, None where it cannot be meant."""
        name, _, number = rule.partition(" ")
        if name in _UNTOLD:
            self.found.open_question = _UNTOLD[name]
            return ()
        if name == "panel_early":
            return self._panel_early(found)
        simple: dict[str, tuple[FieldChange, ...]] = {
            "scale": (ChangeLength(factor=float(number or 1)),),
            "days": (MoveStart(days=round(float(number or 1))),),
            "weeks": (MoveStart(days=7 * round(float(number or 1))),),
            "next_week": (MoveStart(days=7),),
            "not_this": (),
            "length_context": (),
            "zone_word": (),
            "own_zone": (SetTimeZone(zone=None),),
        }
        if name == "length_context":
            self.found.of_length = True
        if name in simple:
            return simple[name]
        if name in {"weekday_after", "weekday_before"}:
            return self._weekday(found, after=name == "weekday_after")
        if name == "end":
            return self._end(found)
        amount = self._amount(found)
        return _by_amount(name, amount) if amount else None

    def _panel_early(self, found: re.Match[str]) -> tuple[FieldChange, ...] | None:
        """How long before the start the panel joins; more than a webinar allows is refused where it is judged."""
        amount = self._amount(found)
        minutes = round(amount.time.total_seconds() / 60) if amount else 0
        return (SetPanelJoinsEarly(minutes=minutes),) if minutes else None

    def _amount(self, found: re.Match[str]) -> Amount | None:
        said = next(
            (found[name] for name in found.re.groupindex if name.startswith("amount") and found[name]), None
        )
        if said is None:
            return None
        if said.isdigit():
            return Amount(time=dt.timedelta(minutes=int(said)))
        return self.book.amount(_MORE.sub(" ", said))

    def _weekday(self, found: re.Match[str], *, after: bool) -> tuple[FieldChange, ...] | None:
        draft = self.turn.draft
        if draft is None or draft.said.date is None:
            return None
        said = next(found[name] for name in found.re.groupindex if name.startswith("weekday") and found[name])
        wanted = self.book.grammar.weekdays[said]
        here = draft.said.date.weekday()
        days = (wanted - here - 1) % 7 + 1 if after else -((here - wanted - 1) % 7 + 1)
        return (MoveStart(days=days),)

    def _spoken(self, found: re.Match[str], number: str) -> ClockTime | None:
        """An hour in a word, which alone would be no time: "until four"."""
        hour = self.book.count(found[f"clock{number}"])
        return ClockTime(hour * 60) if hour is not None and 0 < hour <= 24 else None

    def _end(self, found: re.Match[str]) -> tuple[FieldChange, ...] | None:
        number = next(
            (name[5:] for name in found.re.groupindex if name.startswith("clock") and found[name]), None
        )
        end = read_clock(found, self.book.grammar, number) or self._spoken(found, number) if number else None
        begin = self.turn.draft.said.clock if self.turn.draft else None
        if end is None or begin is None or not end.valid:
            return None
        return (SetEnd(clock=_ending(begin, end)),)


def _by_amount(name: str, amount: Amount) -> tuple[FieldChange, ...] | None:
    """The change by so much in a direction: "longer", "shorter", "later", "earlier"; or the length itself."""
    if name == "lasting":
        return (SetLength(length=amount.time),) if dt.timedelta() < amount.time <= _LONG else None
    sign = 1 if name in {"longer", "later"} else -1
    if name in {"longer", "shorter"}:
        return (ChangeLength(by=amount.time * sign),) if amount.time else None
    return (MoveStart(days=amount.days * sign, by=amount.time * sign),)


def _ending(begin: dt.time, end: ClockTime) -> dt.time:
    """The end that comes next after the start: "until 2" from 12:30 is 14:00."""
    start = begin.hour * 60 + begin.minute
    if end.half or end.literal:
        minutes = end.at(end.half)
    else:
        minutes = next(
            (one for one in (end.minutes % _DAY_MINUTES, (end.minutes + 720) % _DAY_MINUTES) if one > start),
            end.minutes,
        )
    return dt.time(*divmod(minutes % _DAY_MINUTES, 60))
