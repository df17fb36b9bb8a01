"""Plays dialogues with the bot in the office and judges each turn by what people then see."""

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sandbox.slack.actors.screen_content import ScreenMessage, ScreenView
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel, WorkspaceMember
from tests.office import Office

HERE: Final = Path(__file__).parent
CAST: Final = ("ben", "chie", "dee", "eve", "priya", "tomas", "ines", "lucie", "joao")
CHANNELS: Final = ("marketing", "all-hands", "sales", "product", "people", "customers")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SETTINGS: Final = {"recording": "Record the webinar", "qna": "Q&A", "password": "Password"}
GROUPS: Final = {"recording": "Recording and stream", "qna": "and polls", "password": "Attendees"}
OFFER: Final = re.compile(r"create|erstell|anleg|crear|crée|créer|criar|作成", re.IGNORECASE)
_SWITCHED: Final = {
    "on": ("Record", "On"),
    "off": ("Do not record", "Off"),
    None: ("Account default",),
}
CREATED_WITHIN: Final = 25.0
"""Seconds; RingCentral is asked several times."""


def dialogues() -> Iterator[dict[str, Any]]:
    """The dialogues that are kept here."""
    for line in (HERE / "conversations_shared.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def settle_cast(office: Office) -> None:
    """Let the colleagues and channels of the dialogues move into the office."""
    workspace = office.slack.state.workspace
    for name in CAST:
        identity = f"U0{name.upper()}"
        member = WorkspaceMember(
            id=identity, name=name, real_name=f"{name.title()} Colleague", email=f"{name}@example.com"
        )
        workspace.people[identity] = member
    everybody = [*(f"U0{name.upper()}" for name in CAST), BOT_USER]
    for name in CHANNELS:
        identity = f"C0{name.replace('-', '').upper()}"
        known = workspace.channels.get(identity)
        if known is None:
            workspace.add(Channel(id=identity, name=name, members=[*everybody]))
        else:
            known.members += [one for one in everybody if one not in known.members]


@dataclass
class Verdict:
    """The judgement of a turn: what was wrong after it, and what did not come."""

    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def letter(self) -> str:
        return "W" if self.wrong else "P" if self.missing else "G"


class Dialogue:
    """One dialogue: an owner with a channel of their own, and the draft that is talked about."""

    def __init__(self, office: Office, row: dict[str, Any], number: int) -> None:
        self.office, self.row = office, row
        workspace = office.slack.state.workspace
        self.owner_id, self.room = f"U0OWNER{number:02}", f"C0ROOM{number:02}"
        workspace.people[self.owner_id] = WorkspaceMember(
            id=self.owner_id,
            name=f"owner{number}",
            real_name=f"Olla Owner{number}",
            email=f"owner{number}@example.com",
            tz=row["tz"],
            locale=row["locale"],
        )
        cast = [f"U0{name.upper()}" for name in CAST]
        workspace.add(Channel(id=self.room, name=f"room-{number}", members=[self.owner_id, BOT_USER, *cast]))
        for name in CHANNELS:
            workspace.find_channel(name).members.append(self.owner_id)
        self.today = datetime.fromisoformat(row["now"]).astimezone(ZoneInfo(row["tz"])).date()
        self.thread: str | None = None
        self.fields: dict[str, Any] = {}
        self.made: set[str] = set()
        self.verdicts: list[Verdict] = []
        self.told: list[str] = []
        self._forms: dict[str, dict[str, Any]] = {}
        self._wanted: set[str] = set()

    @property
    def owner(self) -> SlackUser:
        return self.office.person(self.owner_id)

    @property
    def verdict(self) -> str:
        letters = {one.letter for one in self.verdicts}
        return "wrong" if "W" in letters else "poor" if "P" in letters else "good"

    # --- what stands

    def seen(self) -> list[ScreenMessage]:
        """Return what the owner sees, here and in the direct conversation."""
        return [*self.owner.messages(self.room), *self.owner.dm]

    def cards(self) -> list[ScreenMessage]:
        """The open drafts."""
        return [
            one
            for one in self.seen()
            if one.user == BOT_USER and len(one.buttons) >= 2 and self._is_card(one)
        ]

    @staticmethod
    def _is_card(message: ScreenMessage) -> bool:
        return message.text.lstrip().startswith(":memo:") or "\n:memo:" in message.text

    def marks(self) -> dict[tuple[str, str], str]:
        """Everything that the bot says, by its place."""
        return {(one.channel, one.ts): one.plain for one in self.seen() if one.user == BOT_USER}

    # --- one turn

    async def play(self, at_once: asyncio.Semaphore) -> None:
        """Hold the dialogue, a few of them at a time."""
        async with at_once:
            await self._play()

    async def _play(self) -> None:
        """Take each turn, and judge it once the bot has done what it does about it."""
        for turn in self.row["turns"]:
            before, open_before = self.marks(), [self._key(one) for one in self.cards()]
            stood = dict(self.fields)
            self._forms = {}
            self._wanted = _fields_named(turn["expect"])
            await self._say(turn)
            await self.office.handles()
            verdict = await self._judged(turn, before, open_before, stood)
            self.verdicts.append(verdict)
            said = turn.get("say") or turn["press"]
            self.told.append(f"{verdict.letter} {said!r} {verdict.wrong} {verdict.missing}")

    async def _say(self, turn: dict[str, Any]) -> None:
        if "press" in turn:
            await self.owner.sees(self.cards)
            card = self.cards()[-1]
            await self.owner.presses(next(iter(card.buttons)), message=card)
            await self.owner.sees(lambda: self._is_created() and not self.cards(), CREATED_WITHIN)
            self.made = {one.title for one in self.office.ringcentral.webinars.values()}
        elif self.row["where"] == "command":
            while self.owner.modals:
                await self.owner.closes(everything=True)
            await self.owner.types(f"/webinar {turn['say']}", channel=self.room)
        else:
            who = (
                self.owner
                if turn["who"] == "owner"
                else self.office.person(f"U0{turn.get('as', 'ben').upper()}")
            )
            direct = self.row["where"] == "dm"
            top = direct or turn.get("top") or self.thread is None
            await who.types(
                turn["say"], channel=None if direct else self.room, thread_ts=None if top else self.thread
            )
            if top and not direct:
                self.thread = [one for one in self.owner.messages(self.room) if one.user == self.owner_id][
                    -1
                ].ts

    def _is_created(self) -> bool:
        """Tell whether what the form said is a webinar now, with its session."""
        created = [
            one for one in self.office.ringcentral.webinars.values() if one.title == self.fields["title"]
        ]
        return any(
            one.webinar_id == made.id for one in self.office.ringcentral.sessions.values() for made in created
        )

    @staticmethod
    def _key(card: ScreenMessage) -> str:
        """Return what tells one draft from another: the value behind its buttons is the same on each of its cards."""
        return card.text.split("*")[1] if "*" in card.text else card.ts

    async def _judged(
        self,
        turn: dict[str, Any],
        before: dict[tuple[str, str], str],
        open_before: list[str],
        stood: dict[str, Any],
    ) -> Verdict:
        expected = turn["expect"]
        if "any" in expected:
            common = {name: value for name, value in expected.items() if name != "any"}
            each = [
                await self._judged({"expect": {**common, **one}}, before, open_before, stood)
                for one in expected["any"]
            ]
            return min(each, key=lambda one: "GPW".index(one.letter))
        verdict = Verdict()
        await self._judge_draft(expected, open_before, stood, verdict)
        self._judge_words(expected, before, verdict)
        titles = {one.title for one in self.office.ringcentral.webinars.values()}
        if stood.get("title") in titles - self.made:
            verdict.wrong.append("created without a click")
        return verdict

    async def _judge_draft(
        self, expected: dict[str, Any], open_before: list[str], stood: dict[str, Any], verdict: Verdict
    ) -> None:
        if self.row["where"] == "command":
            await self._judge_form(expected, verdict)
            return
        cards, wanted = self.cards(), expected.get("draft") or {}
        begun = len(cards) - len(open_before)
        if expected.get("new") or (wanted and not open_before and begun == 1):
            if begun < 1:
                verdict.missing.append("no draft begun")
            elif begun > expected.get("drafts", 1):
                verdict.wrong.append("several drafts begun")
            else:
                self.fields = await self._read(cards[-1])
                self._compare(wanted, {}, verdict)
        elif begun > 0:
            verdict.wrong.append("a draft begun")
        elif expected.get("gone"):
            if cards:
                verdict.missing.append("the draft is still there")
            self.fields = {}
        elif cards:
            self.fields = await self._read(cards[-1])
            self._compare(wanted, stood, verdict)
        elif open_before and not expected.get("created"):
            verdict.wrong.append("the draft is gone")

    async def _judge_form(self, expected: dict[str, Any], verdict: Verdict) -> None:
        shown = self.owner.modal
        if expected.get("new"):
            if shown is None:
                verdict.missing.append("no form opened")
                return
            self.fields = self._first_view(shown)
            self._compare(expected.get("draft") or {}, {}, verdict)
        elif shown is not None and "Title" in shown.labels:
            verdict.wrong.append("a form filled in")

    def _judge_words(
        self, expected: dict[str, Any], before: dict[tuple[str, str], str], verdict: Verdict
    ) -> None:
        news = {place: text for place, text in self.marks().items() if before.get(place) != text}
        fresh = [one for one in self.seen() if (one.channel, one.ts) in news]
        text = "\n".join([*news.values(), *(_instants(one.text, self.row["tz"]) for one in fresh)])
        labels = [label for one in fresh for label in one.buttons]

        def said(pattern: str) -> bool:
            return re.search(pattern, text, re.IGNORECASE) is not None

        if expected.get("reply") and not any(map(said, expected["reply"])):
            (verdict.wrong if expected.get("must_say") else verdict.missing).append("no such reply")
        if not all(map(said, expected.get("reply_all", ()))):
            verdict.missing.append("no such reply")
        if any(map(said, expected.get("not_reply", ()))):
            verdict.missing.append("a stock answer")
        if expected.get("created_on_click") and not (OFFER.search(text) or any(map(OFFER.search, labels))):
            verdict.missing.append("no offer to create")
        if expected.get("button") and not any(
            re.search(pattern, label, re.IGNORECASE) for pattern in expected["button"] for label in labels
        ):
            verdict.missing.append("no such button")

    # --- the form, as a person reads it

    async def _read(self, card: ScreenMessage) -> dict[str, Any]:
        """Open the form of a draft and read it, once a turn."""
        if card.ts in self._forms:
            return {**self.fields, **self._forms[card.ts]}
        await self.owner.presses(list(card.buttons)[-2], message=card)
        await self.owner.sees(lambda: self.owner.modal and "Title" in self.owner.modal.labels)
        read = self._first_view(self.owner.modal)
        wanted = self._wanted
        if {"co_hosts", "panelists", "description", *SETTINGS} & wanted:
            depth = len(self.owner.modals)
            await self.owner.presses("More options")
            await self.owner.sees(lambda: len(self.owner.modals) > depth)
            read |= await self._behind(self.owner.modal, wanted)
        await self.owner.closes(everything=True)
        self._forms[card.ts] = read
        return {**self.fields, **read}

    def _first_view(self, view: ScreenView) -> dict[str, Any]:
        """Return what stands in the first view; the registered event is told by its own words."""
        return {
            "title": view.value("Title"),
            "date": view.value("Date"),
            "time": view.value("Start time"),
            "tz": view.value("Time zone"),
            "minutes": view.value("Duration"),
            "audience": "registered" if "Registered" in view.value("Who is it for?") else "all-hands",
            "channels": view.value("Announce in"),
        }

    async def _behind(self, view: ScreenView, wanted: set[str]) -> dict[str, Any]:
        read: dict[str, Any] = {
            "description": view.value("Description"),
            "co_hosts": view.value("Co-hosts"),
            "panelists": view.value("Panelists"),
        }
        for name in SETTINGS.keys() & wanted:
            depth = len(self.owner.modals)
            await self.owner.presses("Change", near=GROUPS[name])
            await self.owner.sees(partial(self._is_deeper, depth))
            read[name] = self.owner.modal.value(SETTINGS[name])
            await self.owner.closes()
        return read

    def _is_deeper(self, depth: int) -> bool:
        return len(self.owner.modals) > depth

    def _compare(self, wanted: dict[str, Any], stood: dict[str, Any], verdict: Verdict) -> None:
        """Every named field is as wanted, every other as it was."""
        for name, value in self.fields.items():
            if name in wanted:
                if not any(self._is(name, value, one, stood) for one in _each(name, wanted[name])):
                    same = not stood or value == stood.get(name)
                    (verdict.missing if same else verdict.wrong).append(
                        f"{name}: {value!r} for {wanted[name]!r}"
                    )
            elif stood and name in stood and value != stood[name] and not (name == "tz" and "time" in wanted):
                verdict.wrong.append(f"{name}: {value!r} was {stood[name]!r}")

    def _is(  # noqa: PLR0911 - each field is compared in its own way
        self, name: str, value: Any, want: Any, stood: dict[str, Any]
    ) -> bool:
        if name in {"title", "description"}:
            return _plain(value) == _plain(want)
        if name == "date":
            return bool(value == self._day(want, stood.get("date")))
        if name == "time":
            return bool(value == _moved(want, stood.get("time")))
        if name == "minutes":
            return _minutes(value) == self._length(want, stood)
        if name == "tz":
            return str(want).rsplit("/", 1)[-1].replace("_", " ") in value
        if name in {"co_hosts", "panelists", "channels"}:
            return self._has(value, [want] if isinstance(want, str) else want)
        if name in {"recording", "qna"}:
            return value in _SWITCHED[want]
        if name == "password":
            return bool(value)
        return bool(value == want)

    def _has(self, value: str, want: list[str]) -> bool:
        """Tell whether everybody named is there, or gone."""
        return all((one.lstrip("+-#").casefold() in value.casefold()) is (one[:1] != "-") for one in want)

    def _day(self, want: str | None, stood: str | None) -> str | None:
        if want is None:
            return ""
        if (moved := re.fullmatch(r"([+-]\d+)d", want)) and stood:
            return (date.fromisoformat(stood) + timedelta(days=int(moved[1]))).isoformat()
        if named := re.fullmatch(r"(today|tomorrow)(?:\+(\d+))?", want):
            return (self.today + timedelta(days=(named[1] == "tomorrow") + int(named[2] or 0))).isoformat()
        if weekday := re.fullmatch(r"(\w{3})(?:\+(\d+))?", want):
            ahead = (DAYS.index(weekday[1]) - self.today.weekday() - 1) % 7 + 1 + int(weekday[2] or 0)
            return (self.today + timedelta(days=ahead)).isoformat()
        return want

    def _length(self, want: Any, stood: dict[str, Any]) -> int | None:
        before = _minutes(stood.get("minutes", "")) or 60
        if not isinstance(want, str):
            return int(want)
        if want.startswith("until "):
            begin = self.fields.get("time") or "00:00"
            return (_of_day(want[6:]) - _of_day(begin)) % 1440
        return before * int(want[1:]) if want[0] == "x" else before + int(want)


def _fields_named(expected: dict[str, Any]) -> set[str]:
    """The fields of a draft that a turn names, in any of its alternatives."""
    named = set(expected.get("draft") or ())
    return named.union(*(_fields_named(one) for one in expected.get("any", ())))


def _each(name: str, want: Any) -> list[Any]:
    """Return the values that a field may have: a list is a choice, except where it names people or channels."""
    return want if isinstance(want, list) and name in {"title", "date", "time"} else [want]


def _plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").strip(" \"'“”„«»「」.!?")).casefold()


def _of_day(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _moved(want: str | None, stood: str | None) -> str | None:
    moved = re.fullmatch(r"([+-]\d+)m", want or "")
    if moved is None or not stood:
        return want or ""
    at = (_of_day(stood) + int(moved[1])) % 1440
    return f"{at // 60:02}:{at % 60:02}"


def _minutes(text: str) -> int | None:
    hours = sum(float(n) * 60 for n in re.findall(r"(\d+(?:\.\d+)?) ?hours?", text))
    return round(hours + sum(float(n) for n in re.findall(r"(\d+) ?min", text))) or None


def _instants(text: str, zone: str) -> str:
    """The instants of a text as the owner reads them."""
    each = (
        datetime.fromtimestamp(int(at), UTC).astimezone(ZoneInfo(zone))
        for at in re.findall(r"<!date\^(\d+)", text)
    )
    return " ".join(
        f"{one:%A} {one.day} {one:%B} {one:%H:%M} {one.hour % 12 or 12}:{one:%M} {one:%p}" for one in each
    )
