"""Reads what is asked about webinars that exist, and what is to be done with them.

text ── a title that is known is found (finding.py) ── how it begins or ends: the request or the question
── the title becomes "it" ── the rest reads like a correction of a draft (corrections.py)
"""

import datetime as dt
import re
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import (
    Act,
    AddPeople,
    AskWebinars,
    ChangeLength,
    DropPeople,
    FieldChange,
    ManageWebinar,
    MoveStart,
    SetChannels,
    SetDescription,
    SetEnd,
    SetLength,
    SetStart,
    SetTimeZone,
    SetTitle,
    WebinarAction,
    WebinarReference,
    WebinarTopic,
)
from bot.conversation.correction import Correction
from bot.conversation.corrections import read_correction
from bot.conversation.finding import FoundTitle, find_title, find_webinars
from bot.conversation.phrase_book import PhraseBook, books_for
from bot.conversation.reader import KnownWebinar, TurnContext, Venue
from bot.conversation.webinar_phrases import TITLE, WEBINAR_PHRASES, WebinarPhrases
from bot.language import understand
from bot.language.cleaned_text import PERSON, SIGNS, clean
from bot.language.day_rules import months_ahead
from bot.language.lengths import read_length
from bot.language.titles import quoted
from bot.models.conversation import DraftState
from bot.models.understood import Flag, Understood
from bot.models.webinar import TITLE_MAX

_ENOUGH: Final = 300
"""Characters; what is longer is no request about a webinar."""
_EDGES: Final = " .,;:!?¿¡。、！？…\"“”„«»'’"
_SIGNS: Final = re.compile(f"[{TITLE}{''.join(SIGNS)}]")
_MOVES: Final = (SetStart, MoveStart, SetTimeZone)
_LENGTHS: Final = (SetLength, ChangeLength, SetEnd)
_PEOPLE: Final = (AddPeople, DropPeople)
_WORD: Final = re.compile(r"[^\W_]+")
_NAMED: Final = 2
_STRONG: Final = 5
"""Letters of a title that have to be named where a draft could be meant as well."""
_NEEDS_NO_WEBINAR: Final = frozenset({WebinarTopic.LIST, WebinarTopic.HOST_LINK})
_EVERY: Final = frozenset(
    {"all", "all my", "alle", "alle meine", "tous", "tous mes", "todos", "todos mis", "todos os meus"}
)
_UNKNOWN_UNSPACED: Final = re.compile(
    r"[^\d、。を]{2,}(?:会|研修|講座|セミナー|ミーティング|イベント|発表)を"
)
_WITHOUT_CHANGES: Final = frozenset(
    {WebinarAction.CANCEL, WebinarAction.DUPLICATE, WebinarAction.REGISTRATION}
)
_OFTEN_OF_A_DRAFT: Final = frozenset({WebinarAction.EDIT, WebinarAction.PANEL, WebinarAction.ANNOUNCE})
"""Actions whose verbs also begin other requests: "share", "make", "add"."""


class WebinarRequestReader:
    """Reads questions and requests about webinars that exist; nothing when a turn is neither."""

    def acts(self, turn: TurnContext) -> tuple[Act, ...]:
        """The one act of such a turn."""
        if not turn.to_us or len(turn.text) > _ENOUGH:
            return ()
        cleaned = clean(turn.text)
        for book in books_for(cleaned.shadow(), turn.locale):
            if act := _Reading(turn, book).act():
                return (act,)
        return ()


def with_draft_as_it(turn: TurnContext, book: PhraseBook) -> TurnContext:
    """The turn with "it" where a request names the open draft by its title: "move the product demo to Friday"."""
    draft = turn.draft
    if draft is None or not draft.said.title or len(turn.text) > _ENOUGH:
        return turn
    own = KnownWebinar(key="", title=draft.said.title, start=turn.now)
    reading = _Reading(turn.model_copy(update={"draft": None, "webinars": (own,)}), book)
    if reading.title is None or not reading.title.whole or not reading.begins_with_title:
        return turn
    return turn.model_copy(update={"text": reading.text})


class _Patterns:
    """The patterns of one language."""

    def __init__(self, phrases: WebinarPhrases) -> None:
        edge = r"(?<!\w)" if phrases.spaced else ""
        close = r"(?!\w)" if phrases.spaced else ""
        self.phrases = phrases
        self.lead = re.compile(phrases.lead)
        self.actions = [(WebinarAction(name), re.compile(source)) for name, source in phrases.actions]
        self.closing = [
            (WebinarAction(name), re.compile(f"{edge}(?:{source})$"))
            for name, source in phrases.closing_actions
        ]
        self.topics = [(WebinarTopic(name), re.compile(source)) for name, source in phrases.topics]
        self.how = re.compile(phrases.how)
        gap = " " if phrases.spaced else ""
        self.before_title = re.compile(
            rf"(?:{edge}(?:{phrases.determiner}){gap}?)?(?:{edge}{phrases.noun}{gap}(?:\w{{1,6}}{gap}){{0,2}})?[\"“„«'「]?$"
        )
        self.behind_title = re.compile(
            rf"[\"”“»'」]?(?:[ -]{phrases.noun}{close})?" if phrases.spaced else '[」"]?'
        )
        self.indefinite = re.compile(rf"{edge}(?:{phrases.indefinite}){gap}$")
        self.new_name = re.compile(rf"^[\s\"”»'」]*(?:{phrases.new_name}){gap}" if phrases.spaced else "(?!)")
        self.close = re.compile(rf"(?:[\s,]+(?:{phrases.close}))+$")
        self.modal = re.compile(rf"(?:(?:{phrases.determiner}) )?{TITLE} ?{phrases.modal}{close}")
        self.shortens = re.compile(f"{edge}(?:{phrases.shortens})")
        self.length_to = re.compile(f"{edge}(?:{phrases.length_to})$")
        self.away = re.compile(rf"^\s*(?:{phrases.away})[ ']" if phrases.spaced else "(?!)")
        self.noun = re.compile(f"{edge}{phrases.noun}{close}")
        self.next_one = re.compile(f"{edge}{phrases.next_one}{close}")
        self.definite = re.compile(
            rf"{edge}(?:{phrases.determiner})(?: [\w'-]+){{0,3}}? ?{phrases.noun}{close}"
            if phrases.spaced
            else phrases.noun
        )
        self.pronoun = re.compile(f"{edge}(?:{phrases.pronoun}){close}")
        self.to = re.compile(f"{edge}{phrases.to}{close}")
        self.weeks = [(re.compile(source), days) for source, days in phrases.weeks.items()]
        self.months = [(re.compile(source), ahead) for source, ahead in phrases.months.items()]
        self.negation = re.compile(f"{edge}(?:{phrases.negation})")
        self.advances = re.compile(phrases.advances)
        self.before = re.compile(f"{edge}{phrases.before}")
        self.of_mine = re.compile(phrases.registration_of_mine)
        self.determiner = re.compile(
            rf"^(?:(?:{phrases.determiner})\b ?)+" if phrases.spaced else f"^{phrases.determiner}"
        )


@cache
def _patterns(code: str) -> _Patterns:
    return _Patterns(WEBINAR_PHRASES[code])


class _Reading:
    """One turn in one language."""

    def __init__(self, turn: TurnContext, book: PhraseBook) -> None:
        self.turn = turn
        self.book = book
        self.patterns = _patterns(book.code)
        self.cleaned = clean(turn.text)
        self.shadow = self.cleaned.shadow().replace("’", "'")
        self.lead = self._lead_end()
        self.title = self._title()
        self.masked, self.text = self._masked()

    def act(self) -> Act | None:
        """The act, if this is a question or a request about a webinar that exists."""
        body = self._body()
        if self.patterns.how.match(self.masked.strip(_EDGES)):
            return None
        action = self._action(body)
        if self._negated(body):
            return self._kept(body)
        managed = self._managed(action, body) if action is not None else self._wished(body)
        if (
            isinstance(managed, ManageWebinar)
            and managed.action is WebinarAction.EDIT
            and not managed.changes
        ):
            return self._asked(body) or managed
        if managed is not None:
            return managed
        return self._asked(body) if action is None or self._looks_asked() else None

    @property
    def begins_with_title(self) -> bool:
        """Tell whether a request or a question is about the title itself, which stands behind its verb."""
        body = self._body()
        if self._action(body) is WebinarAction.RENAME and not self._leads_to_new_name:
            return False
        for _, pattern in self.patterns.actions:
            if (verb := pattern.match(body)) and body[verb.end() :].lstrip().startswith(TITLE):
                return True
        asks = self._looks_asked() and any(pattern.search(body) for _, pattern in self.patterns.topics)
        closing = any(pattern.search(body) for _, pattern in self.patterns.closing)
        return asks or (closing and body.startswith(TITLE))

    @property
    def _leads_to_new_name(self) -> bool:
        """Tell whether "to" stands behind the title; otherwise it may be the beginning of the new one."""
        if self.title is None or self.cleaned.seen[: self.title.start].endswith(tuple("\"“„«‚「'")):
            return False
        return self.patterns.new_name.match(self.shadow[self.title.end :]) is not None

    # --- what is spoken of

    def _lead_end(self) -> int:
        marks = len(self.shadow) - len(self.shadow.lstrip(_EDGES))
        found = self.patterns.lead.match(self.shadow, marks)
        return found.end() if found else marks

    def _title(self) -> FoundTitle | None:
        """The title in the text, unless it is as well the one of the draft that is open."""
        verbs = self._verb()
        found = find_title(self.shadow, self.turn.webinars, besides=verbs)
        if found is None or found.strength < _NAMED or self._is_new(found):
            return None
        draft = self.turn.draft
        if draft is not None and draft.said.title:
            own = find_title(
                self.shadow,
                [KnownWebinar(key="", title=draft.said.title, start=self.turn.now)],
                besides=verbs,
            )
            if own is not None and own.strength >= found.strength:
                return None
        return found

    def _verb(self) -> frozenset[str]:
        """The word with which a request begins: it names no title by itself."""
        first = _WORD.search(self.shadow, self.lead)
        if first is None or not self.book.phrases.spaced:
            return frozenset()
        begins = any(pattern.match(self.shadow, first.start()) for _, pattern in self.patterns.actions)
        return frozenset({first[0]}) if begins else frozenset()

    def _is_new(self, found: FoundTitle) -> bool:
        """Tell whether an article says that this is another webinar: "a vendor training", "a webinar about onboarding"."""
        before = self.shadow[: found.start]
        framed = self.patterns.before_title.search(before)
        return any(
            self.patterns.indefinite.search(text)
            for text in (before, before[: framed.start()] if framed else before)
        )

    def _masked(self) -> tuple[str, str]:
        """The shadow with the title as one sign, and the text with a pronoun in its place.

        "the webinar", "our … session" around the title go with it.
        """
        if self.title is None:
            return self.shadow, self.turn.text
        start, end = self.title.start, self.title.end
        if before := self.patterns.before_title.search(self.shadow[:start]):
            start = before.start()
        if behind := self.patterns.behind_title.match(self.shadow[end:]):
            end += behind.end()
        masked = self.shadow[:start] + TITLE + self.shadow[end:]
        return masked, f"{self._original(0, start)} {self.patterns.phrases.it} {self._original(end)}"

    def _original(self, start: int, end: int | None = None) -> str:
        """A part of the text as Slack sent it, by its places in the shadow."""
        places = (*self.cleaned.origin, len(self.turn.text))
        return self.turn.text[places[start] : places[len(places) - 1 if end is None else end]]

    def _body(self) -> str:
        """The masked text behind what leads in."""
        return self.masked[self.lead :].strip(_EDGES)

    @property
    def _may_mean_draft(self) -> bool:
        return self.turn.draft is not None

    def _names_webinar(self, body: str) -> bool:
        """Tell whether a webinar is named in a way that can mean no draft."""
        if self.title is not None:
            return not self._may_mean_draft or self.title.whole or self.title.strength >= _STRONG
        if self.patterns.next_one.search(body):
            return True
        return not self._may_mean_draft and bool(self.patterns.definite.search(body))

    def _reference(self, text: str) -> WebinarReference:
        """Read which webinar is meant, from what is said outside of the new day and time."""
        if self.title is not None:
            words = self.cleaned.seen[self.title.start : self.title.end]
            return WebinarReference(words=words, day=self._day(text))
        if self.patterns.next_one.search(text):
            return WebinarReference(next=True)
        if (day := self._day(text)) is not None:
            return WebinarReference(day=day)
        return WebinarReference(words=self._unknown_words(text))

    def _day(self, text: str) -> dt.date | None:
        plain = _SIGNS.sub(" ", text).replace("'s ", " ")
        said = understand(plain, now=self.turn.now, zone=self.turn.zone, locale=self.turn.locale)
        return said.date if said.date and Flag.MISSING_DATE not in said.flags else None

    def _unknown_words(self, text: str) -> str:
        """The words that name a webinar which nobody knows, as they were written; none for "it" and "the webinar"."""
        for pattern in (
            *(pattern for _, pattern in self.patterns.actions),
            *(one for _, one in self.patterns.closing),
        ):
            text = pattern.sub(" ", text, count=1)
        text = self.patterns.noun.sub(" ", text)
        text = self.patterns.determiner.sub("", text.strip(_EDGES)).strip(_EDGES)
        telling = [word for word in _WORD.findall(text) if word not in self.book.filler]
        if not telling or text in _EVERY or self.patterns.pronoun.match(text):
            return ""
        at = self.shadow.find(text)
        return self.cleaned.seen[at : at + len(text)] if at >= 0 else text

    # --- requests

    def _action(self, body: str) -> WebinarAction | None:
        for action, pattern in self.patterns.actions:
            if pattern.match(body):
                return _of_person(action, body)
        for action, pattern in self.patterns.closing:
            if pattern.search(body):
                return _of_person(action, body)
        return None

    def _negated(self, body: str) -> bool:
        """Tell whether something is not to be done: "don't cancel it", "sag es nicht ab"."""
        if (first := self.patterns.negation.match(body)) is not None:
            rest = body[first.end() :].lstrip(_EDGES)
            return any(pattern.match(rest) for _, pattern in (*self.patterns.actions, *self.patterns.closing))
        closing = any(pattern.search(body) for _, pattern in self.patterns.closing)
        return closing and self.patterns.negation.search(body) is not None

    def _kept(self, body: str) -> Act | None:
        """The answer that nothing happens, where a webinar is meant."""
        if not self._names_webinar(body) and self._spoken_of is None:
            return None
        return ManageWebinar(action=WebinarAction.KEEP, about=self._reference(self._named(body)))

    def _managed(self, action: WebinarAction, body: str) -> Act | None:
        if self.patterns.of_mine.search(body):
            return AskWebinars(topic=WebinarTopic.STATUS, about=self._reference(body))
        if not self._is_about_webinar(action, body):
            return None
        if action is WebinarAction.REMIND:
            return ManageWebinar(action=action, about=self._reminded(body), remind_before=self._before())
        if action in _WITHOUT_CHANGES:
            return ManageWebinar(action=action, about=self._reference(body))
        if action is WebinarAction.RENAME and (title := self._new_name()):
            return ManageWebinar(
                action=action, about=self._reference(self._named(body)), changes=(SetTitle(title=title),)
            )
        left, correction = self._split(action, body)
        changes = tuple(map(self._without_it, correction.changes))
        if action is WebinarAction.CHANGE_LENGTH and (length := self._new_length(body)):
            changes = (length,)
        elif action is WebinarAction.MOVE:
            changes = tuple(self._moved_by(change, body) for change in changes)
        return ManageWebinar(
            action=_by_changes(action, changes), about=self._reference(left), changes=changes
        )

    def _wished(self, body: str) -> Act | None:
        """A wish without a verb of its own: "the vendor training should start at 3"."""
        if self.title is None or self._may_mean_draft or not self.patterns.modal.match(body):
            return None
        changes = tuple(self._correction(self._after_lead()).changes) or self._changes_behind_joint(body)
        if not changes:
            return None
        action = _by_changes(WebinarAction.EDIT, changes)
        return ManageWebinar(action=action, about=self._reference(TITLE), changes=changes)

    def _changes_behind_joint(self, body: str) -> tuple[FieldChange, ...]:
        """The changes behind "to", without what is said at the end: "auf Donnerstag | verschoben werden"."""
        for joint in self.patterns.to.finditer(body):
            words = body[joint.start() :].split()
            for length in range(len(words), 1, -1):
                correction = self._correction(" ".join(words[:length]))
                if correction.changes and not correction.unknown:
                    return tuple(correction.changes)
        return ()

    def _new_length(self, body: str) -> FieldChange | None:
        """The length behind "extend … by" or "shorten … to"."""
        shadow = body.replace(TITLE, " ")
        found = self.book.grammar.length.search(shadow)
        length = read_length(found["length"], self.book.grammar) if found else None
        if found is None or length is None:
            return None
        if self.patterns.length_to.search(shadow[: found.start()].rstrip()):
            return SetLength(length=length)
        return ChangeLength(by=-length if self.patterns.shortens.search(shadow) else length)

    def _moved_by(self, change: FieldChange, body: str) -> FieldChange:
        """A length that is said with a verb of moving is by how much: "bring it forward by an hour"."""
        if not isinstance(change, SetLength):
            return change
        return MoveStart(by=-change.length if self.patterns.advances.search(body) else change.length)

    def _reminded(self, body: str) -> WebinarReference:
        """The webinar of a reminder; the words around it name people: "remind everybody"."""
        if self.title is not None or self.patterns.next_one.search(body):
            return self._reference(self._named(body))
        return WebinarReference(last_spoken_of=True)

    def _new_name(self) -> str:
        """The title behind "to" or in quotation marks, as it was written."""
        if self.title is not None:
            start = self.title.end
        elif found := self.patterns.pronoun.search(self.shadow, self.lead) or self.patterns.noun.search(
            self.shadow, self.lead
        ):
            start = found.end()
        else:
            return ""
        tail, seen = self.shadow[start:], self.cleaned.seen[start:]
        if behind := self.patterns.behind_title.match(tail):
            tail, seen = tail[behind.end() :], seen[behind.end() :]
        if quote := quoted(seen):
            return " ".join(quote.group(quote.lastindex or 0).split())[:TITLE_MAX]
        found = self.patterns.new_name.match(tail)
        if found is None:
            return ""
        close = self.patterns.close.search(tail.rstrip(_EDGES))
        name = seen[found.end() : close.start() if close and close.start() > found.end() else None]
        return name.strip(_EDGES)[:TITLE_MAX]

    def _without_it(self, change: FieldChange) -> FieldChange:
        """A description without the pronoun that stands for the title: "(it to) Bring your laptop"."""
        if not isinstance(change, SetDescription):
            return change
        it = rf"^{self.patterns.phrases.it}\W+(?:(?:{self.patterns.phrases.new_name})\s+)?"
        return SetDescription(text=re.sub(it, "", change.text, flags=re.IGNORECASE).strip(" :"))

    def _is_about_webinar(self, action: WebinarAction, body: str) -> bool:
        if self._names_webinar(body):
            return True
        if self._may_mean_draft:
            return False
        if action in _OFTEN_OF_A_DRAFT:
            return bool(self.patterns.pronoun.search(body)) and self._spoken_of is not None
        if action is WebinarAction.REMIND:
            return True
        if self.patterns.pronoun.search(body):
            return self._spoken_of is not None
        return self._names_unknown(body)

    def _names_unknown(self, body: str) -> bool:
        """Tell whether a webinar is named that nobody knows: "move the town hall"."""
        if not self.book.phrases.spaced:
            return _UNKNOWN_UNSPACED.search(body) is not None
        rest = re.split(r"\s+", body, maxsplit=1)[1:]
        return bool(rest and self.patterns.determiner.match(rest[0])) or any(
            pattern.search(body) for _, pattern in self.patterns.closing
        )

    @property
    def _spoken_of(self) -> str | None:
        return self.turn.thread_webinar or self.turn.spoken_of_last

    def _split(self, action: WebinarAction, body: str) -> tuple[str, Correction]:
        """Split a request into the words that name the webinar and those that say what changes: "move tomorrow's webinar | to friday"."""
        named = self._named(body)
        away = self.title is not None and self.patterns.away.match(body[len(named) + 1 :])
        if action is WebinarAction.MOVE and (self.title is None or away):
            first = len(named) + 1 + away.end() if away else 1
            for joint in self.patterns.to.finditer(body, first):
                right = self._correction(body[joint.start() :])
                if right.changes and not right.unknown:
                    return body[: joint.start()], right
        return named, self._correction(self._after_lead())

    def _named(self, body: str) -> str:
        """The part of a request up to its title; days behind it are rather new ones."""
        return body[: body.find(TITLE)] if TITLE in body else body

    def _after_lead(self) -> str:
        """The text with a pronoun instead of the title, without what leads in."""
        cleaned = clean(self.text)
        lead = self.patterns.lead.match(cleaned.shadow().replace("’", "'"))
        at = lead.end() if lead else 0
        return self.text[cleaned.origin[at] :] if at < len(cleaned.origin) else self.text

    def _correction(self, text: str) -> Correction:
        return read_correction(self._turn_about(), text, self.book)

    def _turn_about(self) -> TurnContext:
        """The turn with the webinar that is meant in the place of a draft, so that "3" and "later" count from it."""
        meant = self._meant()
        if meant is None:
            return self.turn.model_copy(update={"draft": None, "asked": None})
        start = meant.start.astimezone(ZoneInfo(meant.time_zone))
        zone = meant.time_zone if meant.time_zone != self.turn.zone else None
        said = Understood(title=meant.title, start=start, date=start.date(), clock=start.time(), zone=zone)
        return self.turn.model_copy(
            update={"draft": DraftState(said=said), "owner": self.turn.author, "asked": None}
        )

    def _meant(self) -> KnownWebinar | None:
        if self.title is not None:
            found = self.title.webinars
        else:
            about = WebinarReference(next=bool(self.patterns.next_one.search(self.masked)))
            found = find_webinars(about, self.turn.webinars, self.turn.zone, last=self._spoken_of)
        return found[0] if len(found) == 1 else None

    def _before(self) -> tuple[dt.timedelta, ...]:
        """Read how long before the start people are reminded: "an hour before, and 10 minutes before"."""
        spoken = clean(self._after_lead()).shadow()
        lengths = []
        for found in self.book.grammar.length.finditer(spoken):
            length = read_length(found["length"], self.book.grammar)
            near = spoken[found.end() : found.end() + 12] + spoken[max(0, found.start() - 5) : found.start()]
            if length and (self.patterns.before.search(near) or re.search(r"\b(?:vor|avant|antes)\b", near)):
                lengths.append(length)
        return tuple(dict.fromkeys(lengths)) or self._days_before(spoken)

    def _days_before(self, spoken: str) -> tuple[dt.timedelta, ...]:
        words = self.book.grammar.words
        found = re.search(rf"(?:({'|'.join(map(re.escape, words.numbers))}|\d+) ?)?(?:{words.days})", spoken)
        if found is None or not self.patterns.before.search(spoken, found.end()):
            return ()
        count = round(self.book.grammar.number(found[1])) if found[1] else 1
        return (dt.timedelta(days=min(count, 30)),)

    # --- questions

    def _looks_asked(self) -> bool:
        return "?" in self.masked or "？" in self.masked

    def _asked(self, body: str) -> Act | None:
        for topic, pattern in sorted(self.patterns.topics, key=_when_first):
            if pattern.search(body):
                return self._about(topic, body)
        return None

    def _about(self, topic: WebinarTopic, body: str) -> Act | None:
        if topic is WebinarTopic.LIST and self.title is None:
            first, last = self._days_asked(body)
            return AskWebinars(topic=topic, first=first, last=last)
        if topic is WebinarTopic.LIST:
            topic = WebinarTopic.STATUS
        if not (topic in _NEEDS_NO_WEBINAR or self._names_webinar(body) or self._speaks_of_last(topic, body)):
            return None
        return AskWebinars(topic=topic, about=self._asked_reference(topic, body))

    def _speaks_of_last(self, topic: WebinarTopic, body: str) -> bool:
        """Tell whether "it" or nothing at all names the webinar that was spoken of last."""
        if self._may_mean_draft:
            return False
        if topic in {
            WebinarTopic.WHEN,
            WebinarTopic.STATUS,
            WebinarTopic.LINK,
        } and not self.patterns.pronoun.search(body):
            return self.turn.venue is not Venue.CHANNEL and bool(
                self.patterns.determiner.search(_last_words(body))
            )
        return self._spoken_of is not None or bool(self.turn.webinars)

    def _asked_reference(self, topic: WebinarTopic, body: str) -> WebinarReference:
        if self.title is not None:
            return self._reference(self._named(body))
        if topic is WebinarTopic.HOST_LINK or self.patterns.next_one.search(body):
            last = self._spoken_of is not None and not self.patterns.next_one.search(body)
            return WebinarReference(next=not last, last_spoken_of=last)
        if (day := self._day(body)) is not None:
            return WebinarReference(day=day)
        named = topic in {WebinarTopic.WHEN, WebinarTopic.STATUS, WebinarTopic.LINK}
        if not named or self.patterns.noun.search(body) or self.patterns.pronoun.search(body):
            return WebinarReference(last_spoken_of=True)
        return WebinarReference(words=self.patterns.determiner.sub("", _last_words(body)).strip(_EDGES))

    def _days_asked(self, body: str) -> tuple[dt.date | None, dt.date | None]:
        """From which day up to which webinars are asked for; None where nothing was said."""
        monday = self.turn.today - dt.timedelta(days=self.turn.today.weekday())
        for pattern, (first, last) in self.patterns.weeks:
            if pattern.search(body):
                return monday + dt.timedelta(days=first), monday + dt.timedelta(days=last)
        for pattern, ahead in self.patterns.months:
            if pattern.search(body):
                first_day = months_ahead(self.turn.today.replace(day=1), ahead)
                return first_day, months_ahead(first_day, 1) - dt.timedelta(days=1)
        day = self._day(body)
        return day, day


def _when_first(topic: tuple[WebinarTopic, re.Pattern[str]]) -> bool:
    """Puts the question when something is before the one how it stands."""
    return topic[0] is WebinarTopic.STATUS


def _of_person(action: WebinarAction, body: str) -> WebinarAction:
    """The action of a verb: with somebody mentioned, "remove" is about the panel."""
    return WebinarAction.PANEL if action is WebinarAction.CANCEL and PERSON in body else action


def _last_words(body: str) -> str:
    """Return the last words of a question: "when is | the all-hands"."""
    found = re.search(
        r"(?:is|are|does|do|ist|findet|beginnt|startet|est|commence|es|empieza|comienza|e|comeca|sera|for|of|von)\s+(.+)$",
        body,
    )
    return found[1] if found else ""


def _by_changes(action: WebinarAction, changes: tuple[FieldChange, ...]) -> WebinarAction:
    """The action that the changes are, whatever verb was used."""
    kinds = (
        (WebinarAction.MOVE, _MOVES),
        (WebinarAction.RENAME, (SetTitle,)),
        (WebinarAction.PANEL, _PEOPLE),
        (WebinarAction.ANNOUNCE, (SetChannels,)),
        (WebinarAction.CHANGE_LENGTH, _LENGTHS),
    )
    for kind, types in kinds:
        if any(isinstance(change, types) for change in changes):
            return kind
    return WebinarAction.EDIT if changes else action
