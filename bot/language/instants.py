"""A day and a time to an instant, with what clocks do on that day."""

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.language.wall_clock import localize
from bot.language.zones import NamedZone
from bot.models.form import Field
from bot.models.sentence import Sentence, sentence
from bot.models.understood import Doubt, Flag, Understood


@dataclass
class Schedule:
    """The time and length of a webinar, as far as it was said."""

    start: dt.datetime | None = None
    date: dt.date | None = None
    clock: dt.time | None = None
    duration: dt.timedelta | None = None
    zone: str | None = None
    recurring: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, flag: Flag, at: Field, words: Sentence) -> None:
        """Say that something is missing or not sure."""
        self.doubts.append(Doubt(flag=flag, field=at, words=words))


@dataclass(frozen=True)
class Moment:
    """Now, where the person lives, and the zone that was said."""

    now: dt.datetime
    home: ZoneInfo
    said_zone: NamedZone | None

    @property
    def zone(self) -> dt.tzinfo:
        return self.said_zone.tzinfo if self.said_zone else self.home

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(self.home).date()


def finish(found: Schedule, date: dt.date, clock: dt.time, moment: Moment) -> None:
    """The instant of a day and a time, with what clocks do on that day."""
    found.date, found.clock = date, clock
    found.start, skipped, twice = placed(date, clock, moment)
    if skipped:
        found.clock = found.start.time()
        words = sentence(
            "Clocks jump over {said:time} that day; I took {taken:time}.", said=clock, taken=found.clock
        )
        found.doubt(Flag.NONEXISTENT_TIME, Field.START_TIME, words)
    if twice:
        words = sentence("{said:time} comes twice that day, as clocks go back; I took the first.", said=clock)
        found.doubt(Flag.AMBIGUOUS_TIME, Field.START_TIME, words)
    if found.start < moment.now:
        found.doubt(Flag.PAST, Field.DATE, _passed(date, found.clock))


def passed_by(said: Understood, now: dt.datetime, zone: str) -> Understood:
    """The same words, with a doubt where what was ahead when they were written has passed by now."""
    if said.date is None or Flag.PAST in said.flags:
        return said
    if said.start is not None and said.clock is not None:
        words = _passed(said.date, said.clock) if said.start < now else None
    else:
        gone = said.date < now.astimezone(ZoneInfo(zone)).date()
        words = sentence("{date:long} has passed.", date=said.date) if gone else None
    doubts = (Doubt(flag=Flag.PAST, field=Field.DATE, words=words),) if words else ()
    return said.model_copy(update={"doubts": (*said.doubts, *doubts)})


def _passed(date: dt.date, clock: dt.time) -> Sentence:
    return sentence("{date:date} at {clock:time} has passed.", date=date, clock=clock)


def placed_again(date: dt.date, clock: dt.time, moment: Moment) -> tuple[dt.datetime | None, list[Doubt]]:
    """The instant of a day and a time that come from different sentences, and its doubts."""
    found = Schedule()
    finish(found, date, clock, moment)
    return found.start, found.doubts


def placed(date: dt.date, clock: dt.time, moment: Moment) -> tuple[dt.datetime, bool, bool]:
    """The instant, whether clocks jump over it, and whether it comes twice with nothing said about which."""
    found = localize(date, clock, moment.zone)
    if found.skipped:
        wall = dt.datetime.combine(date, clock, tzinfo=moment.zone)
        return wall.astimezone(dt.UTC).astimezone(moment.zone), True, False
    summer = moment.said_zone.summer if moment.said_zone else None
    if found.twice and summer is not None:
        passes = [found.start.replace(fold=fold) for fold in (0, 1)]
        return next(one for one in passes if bool(one.dst()) is summer), False, False
    return found.start, False, found.twice
