"""A write whose answer is lost: looked for at once, again when it cannot land any more, and only then sent again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import NotAllowed, OutcomeUnknown, SlotLost, Unavailable
from bot.models.rate_limit import Caller, Wait, WaitReason
from bot.ringcentral import RingCentral
from bot.storage import open_database
from bot.storage.attempts import Attempt, Attempts
from bot.webinars.exactly_once import ExactlyOnce
from sandbox.clock import MovableClock
from tests.bot.ringcentral.local_api import LocalApi, connected
from tests.databases import sqlite_database


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[LocalApi]:
    async with connected(tmp_path) as stage:
        yield stage


async def test_a_worker_that_was_taken_over_leaves_the_record_of_the_other(
    stage: LocalApi, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    async with open_database(sqlite_database(tmp_path / "other")) as database:
        attempts = Attempts(database, stage.clock)
        once = ExactlyOnce(stage.ringcentral, attempts, stage.clock)

        async def send(_: RingCentral) -> None:
            await attempts.mark_sending("d1:webinar")  # the other worker's
            raise SlotLost("taken over")

        async def look(_: RingCentral, __: Attempt) -> None:
            return None

        caller = Caller(id="d1:0", asked_at=stage.clock())
        with pytest.raises(SlotLost):
            await once.carry_out("d1:webinar", send, look, caller)
        assert await once.is_unknown("d1:webinar")


@dataclass
class Write:
    """A write that goes as the test says: what each sending raises, and what each look finds."""

    once: ExactlyOnce
    clock: MovableClock
    lost: list[Exception] = field(default_factory=list)
    finds: list[str | Exception | None] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    told: list[Wait] = field(default_factory=list)

    async def carried_out(self) -> str:
        """Carry it out; what it made."""
        caller = Caller(id="d1:0", asked_at=self.clock(), tell=self._tell)
        return await self.once.carry_out("d1:webinar", self._send, self._look, caller)

    async def _tell(self, wait: Wait) -> None:
        self.told.append(wait)
        if wait.seconds > 0:
            self.clock.add(timedelta(seconds=wait.seconds))

    async def _send(self, ringcentral: RingCentral) -> str:
        await ringcentral._record()  # noqa: SLF001 - what the wire does before anything leaves
        self.done.append("sent")
        if self.lost:
            raise self.lost.pop(0)
        return "made"

    async def _look(self, _: RingCentral, __: Attempt) -> str | None:
        self.done.append("looked")
        found = self.finds.pop(0) if self.finds else None
        if isinstance(found, Exception):
            raise found
        return found


@asynccontextmanager
async def writing(stage: LocalApi, folder: Path) -> AsyncIterator[Write]:
    (folder / "writes").mkdir()
    clock = MovableClock(stage.clock())
    async with open_database(sqlite_database(folder / "writes")) as database:
        yield Write(ExactlyOnce(stage.ringcentral, Attempts(database, clock), clock), clock)


UNKNOWN = OutcomeUnknown("no answer")


async def test_what_was_done_is_found_at_once(stage: LocalApi, tmp_path: Path) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost, write.finds = [UNKNOWN], ["found"]
        assert await write.carried_out() == "found"
        assert write.done == ["sent", "looked"]
        assert write.told == [Wait(reason=WaitReason.CHECKING, seconds=0)]


async def test_what_is_not_there_is_looked_for_again_before_it_is_sent_again(
    stage: LocalApi, tmp_path: Path
) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost = [UNKNOWN]
        assert await write.carried_out() == "made"
        assert write.done == ["sent", "looked", "looked", "sent"]
        assert [round(wait.seconds) for wait in write.told] == [0, 10]


async def test_what_landed_late_is_not_sent_again(stage: LocalApi, tmp_path: Path) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost, write.finds = [UNKNOWN], [None, "found"]
        assert await write.carried_out() == "found"
        assert write.done == ["sent", "looked", "looked"]


async def test_a_first_look_that_gets_no_answer_is_no_reason_to_give_up(
    stage: LocalApi, tmp_path: Path
) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost, write.finds = [UNKNOWN], [Unavailable("down"), "found"]
        assert await write.carried_out() == "found"


async def test_what_was_never_sent_is_not_looked_for(stage: LocalApi, tmp_path: Path) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost = [Unavailable("connection refused")]
        with pytest.raises(Unavailable):
            await write.carried_out()
        assert await write.carried_out() == "made"
        assert write.done == ["sent", "sent"]


async def test_what_was_refused_is_settled(stage: LocalApi, tmp_path: Path) -> None:
    async with writing(stage, tmp_path) as write:
        write.lost = [NotAllowed("no licence")]
        with pytest.raises(NotAllowed):
            await write.carried_out()
        assert not await write.once.is_unknown("d1:webinar")
