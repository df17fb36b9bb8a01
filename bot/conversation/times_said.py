"""Days, times, lengths and zones, read as in a first line and then fitted to the draft."""

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import SetLength, SetRegistration, SetStart, SetTimeZone
from bot.conversation.correction import WORD, CorrectionRule
from bot.conversation.phrases.edges import JOINTS, LATER_ON, LOCALES, MOVED_FROM, MOVES, TURNED_DOWN
from bot.conversation.utterance import USED, Utterance
from bot.language import understand
from bot.language.clocks import ClockTime, part_of_day
from bot.language.instants import Moment, placed_again
from bot.language.lengths import read_length
from bot.language.zones import zone_after, zone_before, zone_called
from bot.models.conversation import Question
from bot.models.form import Field
from bot.models.understood import Flag, Understood

_NUMBER: Final = re.compile(r"(?<![\w:.,/+-])(\d{1,3})(?![\w:/%]|[.,]\d)")
_AFTERNOON: Final = re.compile("after|nachmittag|apres|tarde|lunch")
_HOURS: Final = 8
"""A number alone up to this is hours, where a length was spoken of."""
_DAY_MINUTES: Final = 24 * 60
_LAST_OF_WEEK: Final = 6
_EVENING: Final = 18
_LONG: Final = dt.timedelta(hours=4)
"""What is longer is rather a time of day: "15h30"."""
_FRESH_DOUBTS: Final = frozenset(
    {
        Flag.AMBIGUOUS_WEEKDAY,
        Flag.AMBIGUOUS_DATE,
        Flag.AMBIGUOUS_ZONE,
        Flag.ASSUMED_MERIDIEM,
        Flag.INVALID_DATE,
        Flag.INVALID_TIME,
        Flag.WEEKDAY_MISMATCH,
        Flag.TWO_TIMES,
    }
)
"""Doubts that words about a start bring with them."""
_OF_TIME: Final = frozenset(
    {"date", "clock", "moment", "part", "range", "today", "zone", "joint", "vague", "recurring"}
)
_BEFORE_WEEKDAY: Final = frozenset(
    [
        "on",
        "the",
        "this",
        "am",
        "den",
        "auf",
        "dem",
        "le",
        "ce",
        "au",
        "el",
        "al",
        "este",
        "na",
        "no",
        "a",
        "o",
        "nesta",
        "para",
        "pra",
        "for",
        "coming",
        "der",
        "die",
        "this's",
        "it",
    ]
)


class TimeRule(CorrectionRule):
    """Takes days, times and lengths out of a message: those turned down, those said, and numbers alone."""

    def apply(self) -> None:
        self._times()
        self._half_of_day()
        self._numbers()

    def turned_down(self) -> None:
        """A day or a time that is not meant: "not tomorrow, Friday"; alone it changes nothing."""
        for found in self.utterance.matches(TURNED_DOWN[self.book.code]):
            said = self._line(self.utterance.seen[found.start("what") : found.end("what")])
            if said.date is not None or said.clock is not None:
                self.utterance.use(found.start(), found.end())
        self._moved_from()

    def _moved_from(self) -> None:
        """The day or time that a draft leaves: "from Thursday to Friday"; from two to three is a range all the same."""
        for found in self.utterance.matches(MOVED_FROM[self.book.code]):
            what = self.utterance.seen[found.start("what") : found.end("what")]
            said = self._line(what)
            begin = self.turn.draft.said.clock if self.turn.draft else None
            clock = self._by_draft(said)
            if clock is None and what.isdigit() and begin is not None:
                clock = begin if int(what) % 12 == begin.hour % 12 and not begin.minute else None
            left = begin is not None and clock == begin and self._moves()
            dated = said.date is not None and Flag.MISSING_DATE not in said.flags
            if left or (dated and said.clock is None):
                self.utterance.use(found.start(), found.end("what"))

    def _moves(self) -> bool:
        """Tell whether something moves; German has no range that is said with "auf"."""
        return self.book.code == "de" or MOVES.search(self.utterance.shadow) is not None

    def _half_of_day(self) -> None:
        """The other half of the day for the time that stands there: "pm", "in the evening"."""
        begin = self.turn.draft.said.clock if self.turn.draft else None
        if begin is None or any(isinstance(change, SetStart) for _, change in self._said):
            return
        for found in self.utterance.matches(re.compile(r"(?<!\w)(?P<half>[ap])\.?m\.?(?!\w)")):
            self._take(*found.span(), SetStart(clock=_at_half(begin, found["half"] + "m")), strong=False)
            return
        for found in self.utterance.matches(self.book.grammar.part) if self.book.phrases.spaced else ():
            half = part_of_day(found[0], self.book.grammar)
            clock = _at_half(begin, half)
            if half in {"am", "pm"} and not (_AFTERNOON.search(found[0]) and clock.hour > 18):
                self._take(*found.span(), SetStart(clock=clock), strong=False)
                return

    def _times(self) -> None:
        """Take what the reader of single lines finds in the rest: days, times, lengths, zones."""
        left = self.utterance.left
        if not left.strip():
            return
        said = self._understood(left)
        said = self._with_zone_alone(self._with_length_alone(said), left)
        if said.recurring:
            self.found.recurring = True
        start = self._start(said, left)
        for part in said.parts:
            if (part.kind in _OF_TIME and start is not None) or part.kind in {"length", "lasting", "zone"}:
                self.utterance.use(part.start, part.end)
        at = min((part.start for part in said.parts), default=0)
        if start is not None:
            self._said.append((at, start))
        if said.duration:
            self._said.append((at, SetLength(length=said.duration)))
        if said.zone:
            self._said.append((at, SetTimeZone(zone=said.zone)))
        if said.registration is not None:
            self._said.append((at, SetRegistration(wanted=said.registration)))

    def _understood(self, left: str) -> Understood:
        """Read a line without its idle words, which would hide a day: "hmm friday is better"."""
        left = self._without_idle(left)
        said = self._line(left)
        if not _says_something(said):
            said = self._by_clause(left) or said
        return self._rather_length(said, left)

    def _by_clause(self, left: str) -> Understood | None:
        """The first part of a line that says something: "Friday" in "make it Friday and protect it"."""
        start = 0
        for joint in re.compile(f"{JOINTS[self.book.code]}|$").finditer(left):
            clause = " " * start + left[start : joint.start()]
            said = self._line(clause) if start or joint.start() < len(left) else None
            if said is not None and _says_something(said):
                return said
            start = joint.end()
        return None

    def _line(self, left: str) -> Understood:
        return understand(left, now=self.turn.now, zone=self.turn.zone, locale=self._locale())

    def _without_idle(self, left: str) -> str:
        shadow = self.utterance.left_shadow
        if len(shadow) != len(left) or not self.book.phrases.spaced:
            return left
        spans = [
            found.span()
            for found in self.book.fillers.finditer(shadow)
            if not (left[found.start()].isupper() and found[0] in self.book.grammar.weekdays)
        ]
        spans += [
            found.span()
            for found in WORD.finditer(shadow)
            if self.book.fills(found[0]) and found[0] not in self.book.timely
        ]
        for start, end in spans:
            left = left[:start] + " " * (end - start) + left[end:]
        return left

    def _rather_length(self, said: Understood, left: str) -> Understood:
        """A length that looks like a time, where there is a time already: "1h30", "uma hora e meia"."""
        part = next((part for part in said.parts if part.kind == "clock"), None)
        if part is None or said.duration or not (self.turn.draft and self.turn.draft.said.clock is not None):
            return said
        text = Utterance(left[part.start : part.end]).shadow.strip()
        found = self.book.grammar.length.fullmatch(text)
        length = read_length(found["length"], self.book.grammar) if found else None
        if length is None or length > _LONG:
            return said
        alone = {"clock": None, "start": None, "date": None if Flag.MISSING_DATE in said.flags else said.date}
        kept = tuple(doubt for doubt in said.doubts if doubt.field is not Field.START_TIME)
        self.utterance.use(part.start, part.end)
        return said.model_copy(update={**alone, "duration": length, "doubts": kept})

    def _locale(self) -> str:
        own = self.turn.locale
        return own if own[:2].lower() == self.book.code or self.book.code == "en" else LOCALES[self.book.code]

    def _start(self, said: Understood, left: str) -> SetStart | None:
        dated = (
            said.date is not None and Flag.MISSING_DATE not in said.flags and not self._is_unit(said, left)
        )
        date = self._near(said, left) if dated else None
        clock = self._by_draft(said) if said.clock is not None else None
        if date is None and clock is None:
            return None
        settled = clock is not None and clock != said.clock
        doubts = tuple(
            doubt
            for doubt in said.doubts
            if doubt.flag in _FRESH_DOUBTS
            and not (doubt.flag is Flag.ASSUMED_MERIDIEM and (settled or self._has_clock))
            and not (doubt.flag is Flag.AMBIGUOUS_WEEKDAY and date != said.date)
        )
        return SetStart(date=date, clock=clock, doubts=doubts)

    def _is_unit(self, said: Understood, left: str) -> bool:
        """Tell whether what was taken for a day is a unit with a letter amiss: "heure" is not "heute"."""
        text = next((left[part.start : part.end] for part in said.parts if part.kind == "date"), "")
        words = self.book.grammar.words
        units = f"{words.hours}|{words.minutes}|{words.days}|{words.weeks}"
        return bool(text) and re.fullmatch(units, Utterance(text).shadow.strip()) is not None

    @property
    def _has_clock(self) -> bool:
        """Tell whether the draft has a time of which nobody doubts the half of the day."""
        draft = self.turn.draft
        return (
            draft is not None
            and draft.said.clock is not None
            and Flag.ASSUMED_MERIDIEM not in draft.said.flags
        )

    def _near(self, said: Understood, left: str) -> dt.date | None:
        """A day of the week alone is meant in the week of a draft that lies further ahead."""
        draft, date = self.turn.draft, said.date
        if draft is None or draft.said.date is None or date is None:
            return date
        ahead = (draft.said.date - self.turn.today).days
        text = next((left[part.start : part.end] for part in said.parts if part.kind == "date"), "")
        if date == self.turn.today and self._has_passed(said, date) and self._bare_weekday(text):
            return date + dt.timedelta(days=7)
        if not self._bare_weekday(text):
            return date
        if LATER_ON.search(self.utterance.shadow):
            days = (date.weekday() - draft.said.date.weekday() - 1) % 7 + 1
            return draft.said.date + dt.timedelta(days=days)
        if ahead <= _LAST_OF_WEEK:
            return date
        same_week = draft.said.date + dt.timedelta(days=date.weekday() - draft.said.date.weekday())
        return same_week if same_week > self.turn.today else date

    def _has_passed(self, said: Understood, date: dt.date) -> bool:
        """Tell whether today is too late already for the time of the draft."""
        draft = self.turn.draft.said if self.turn.draft else None
        clock = said.clock if said.clock is not None else draft.clock if draft else None
        if draft is None or clock is None:
            return False
        start, _ = placed_again(
            date, clock, Moment(self.turn.now, ZoneInfo(draft.zone or self.turn.zone), None)
        )
        return start is not None and start <= self.turn.now

    def _bare_weekday(self, text: str) -> bool:
        words = WORD.findall(Utterance(text).shadow)
        if not self.book.phrases.spaced:
            return bool(re.fullmatch(r"[月火水木金土日](?:曜日?)?", text.strip()))
        bare = [word for word in words if word not in _BEFORE_WEEKDAY]
        return len(bare) == 1 and (
            bare[0] in self.book.grammar.weekdays or (not bare[0][0].isdigit() and len(bare[0]) > 2)
        )

    def _by_draft(self, said: Understood) -> dt.time | None:
        """A time of which the half of the day was not said, as the draft makes it: "um halb drei" on 14:00 is 14:30."""
        clock, draft = said.clock, self.turn.draft
        if clock is None or not (Flag.ASSUMED_MERIDIEM in said.flags or self._is_spoken(said)):
            return clock
        return _in_half(clock, draft.said.clock if draft else None)

    def _is_spoken(self, said: Understood) -> bool:
        """Tell whether an evening's draft gets a time in words that twelve hours are enough for: "Viertel vor acht"."""
        draft, words = self.turn.draft, self.book.grammar.words
        if draft is None or draft.said.clock is None or draft.said.clock.hour < _EVENING:
            return False
        text = " ".join(
            self.utterance.shadow[one.start : one.end] for one in said.parts if one.kind == "clock"
        )
        near = "|".join([*words.before_hour, *words.after_hour])
        part = self.book.grammar.part.search(self.utterance.shadow)
        return bool(near and re.search(near, text)) and not re.search(r"\d", text) and part is None

    def _with_length_alone(self, said: Understood) -> Understood:
        if said.duration or said.start:
            return said
        shadow = self.utterance.left_shadow
        found = self.book.grammar.length.search(shadow)
        length = read_length(found["length"], self.book.grammar) if found else None
        if found is None or length is None or said.clock is not None:
            return said
        self.utterance.use(*found.span())
        return said.model_copy(update={"duration": length})

    def _with_zone_alone(self, said: Understood, left: str) -> Understood:
        """A zone without a time: "PT", "Berlin time", "switch to UTC"."""
        if said.zone:
            return said
        shadow = self.utterance.left_shadow
        if not self.book.phrases.spaced and (spoken := re.search("時間", shadow)):
            before = zone_before(shadow[: spoken.end()] + USED)
            if before:
                self.utterance.use(before[0], spoken.end())
                return said.model_copy(update={"zone": before[2].name})
        for found in re.compile(r"(?<!\w)[a-z][\w/+:-]*|[^\W\d_]{2,}").finditer(shadow):
            if self.book.fills(found[0]) and not left[found.start() : found.end()].isupper():
                continue
            zone = zone_after(shadow, left, found.start(), self.turn.zone)
            if zone and found.start() < zone[1] and self._surely(left, found.start(), zone[1]):
                self.utterance.use(found.start(), zone[1])
                return said.model_copy(update={"zone": zone[0].name})
        city = self.book.grammar.city
        for named in city.finditer(shadow) if city else ():
            words = named["city"].split()
            for at in range(len(words)):
                if place := zone_called(" ".join(words[at:])):
                    self.utterance.use(*named.span())
                    return said.model_copy(update={"zone": place.name})
        return self._with_zone_behind_label(said, shadow)

    def _with_zone_behind_label(self, said: Understood, shadow: str) -> Understood:
        """A city behind the word for time zone: "time zone: Madrid"."""
        label = next((pattern for rule, pattern in self.book.moves if rule == "zone_word"), None)
        found = label.search(self.utterance.shadow) if label else None
        for word in re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?").finditer(shadow, found.end()) if found else ():
            for name in (word[0], word[0].split()[0]):
                if zone := zone_called(name):
                    self.utterance.use(word.start(), word.start() + len(name))
                    return said.model_copy(update={"zone": zone.name})
        return said

    def _surely(self, left: str, start: int, end: int) -> bool:
        """Tell whether a word that can be a zone is meant as one: it is all that is left, or it stands in capitals."""
        said = left[start:end].strip(" ,()")
        others = [
            word
            for word in WORD.findall(Utterance(left[:start] + " " + left[end:]).shadow)
            if not self.book.fills(word)
        ]
        return not others and (len(said) > 2 or said.isupper())

    def _hours_in_words(self) -> None:
        """Hours where a length was spoken of: "make it one"."""
        for word in WORD.finditer(self.utterance.rest):
            hours = self.book.count(word[0]) if not word[0].isdigit() else None
            if hours is not None and 0 < hours <= _HOURS and len(word[0]) > 2:
                self._take(*word.span(), SetLength(length=dt.timedelta(hours=hours)), strong=False)
                return

    def _numbers(self) -> None:
        """A number alone: what the last question, or the draft, makes of it."""
        if self.found.of_length:
            self._hours_in_words()
        found = _NUMBER.search(self.utterance.rest)
        if found is None or len(_NUMBER.findall(self.utterance.rest)) > 1:
            return
        number, draft = int(found[1]), self.turn.draft
        begin = draft.said.clock if draft else None
        if self.found.of_length and number <= _HOURS:
            self._take(*found.span(), SetLength(length=dt.timedelta(hours=number)), strong=False)
        elif (
            self.found.of_length
            or self.turn.asked is Question.LENGTH
            or (number > 12 and 15 <= number <= 240 and number % 5 == 0 and (begin or number > 23))
        ):
            self._take(*found.span(), SetLength(length=dt.timedelta(minutes=number)), strong=False)
        elif 1 <= number <= 12:
            self._take(*found.span(), SetStart(clock=_in_half(dt.time(number % 24), begin)), strong=False)
        elif number < 24:
            self._take(*found.span(), SetStart(clock=dt.time(number)), strong=False)

    # --- what is left


def _says_something(said: Understood) -> bool:
    return said.date is not None or said.clock is not None or bool(said.duration or said.zone)


def _at_half(clock: dt.time, half: str) -> dt.time:
    """The same time in the half of the day that is said."""
    return dt.time(*divmod(ClockTime(clock.hour % 12 * 60 + clock.minute).at(half) % _DAY_MINUTES, 60))


def _in_half(clock: dt.time, begin: dt.time | None) -> dt.time:
    """An hour from 1 to 12 as it is usual, or in the half of the day in which a late draft is."""
    hour = clock.hour % 12
    usual = hour + 12 if hour < 7 else hour
    if begin is not None and begin.hour >= 18 and hour >= 5:
        usual = hour + 12
    elif begin is not None and begin.hour < 7 and hour < 7:
        usual = hour
    return clock.replace(hour=usual)
