"""A form is kept until its webinar is made."""

import asyncio

import pytest
from sqlalchemy import select

from bot.models import WebinarSettings
from bot.models.form import Draft, Form, Options
from bot.models.report import Outcome
from bot.models.submission import State
from bot.storage import Cipher, open_database
from bot.storage.database import Database
from bot.storage.schema import drafts, submissions
from bot.storage.stores import Stores
from bot.wiring import build_stores
from tests.bot.storage.examples import CREATED, FAILED, submission
from tests.bot.virtual_time import VirtualTime
from tests.databases import need_postgresql, postgresql_database

OPEN = Draft(options=Options(description="What we did.", settings=WebinarSettings(password="open-sesame")))


async def test_an_open_form_is_empty_at_first(stores: Stores) -> None:
    assert await stores.submissions.get_draft("d1") == Draft()


async def test_a_form_is_kept_while_it_is_open(stores: Stores) -> None:
    await stores.submissions.change_draft("d1", "U0ANN", form=OPEN.form, options=OPEN.options)
    assert await stores.submissions.get_draft("d1") == OPEN
    assert await stores.submissions.get_draft("d2") == Draft()


async def test_a_form_that_is_saved_again_replaces_the_earlier_one(stores: Stores) -> None:
    await stores.submissions.change_draft("d1", "U0ANN", form=OPEN.form, options=OPEN.options)
    await stores.submissions.change_draft("d1", "U0ANN", options=Options(description="Another."))
    assert await stores.submissions.get_draft("d1") == Draft(options=Options(description="Another."))


async def test_a_submission_is_kept_as_it_was_sent(stores: Stores) -> None:
    sent = submission()
    assert await stores.submissions.add(sent)
    kept = await stores.submissions.get("d1:0")
    assert kept is not None
    assert kept == sent.model_copy(update={"asked_at": kept.asked_at})
    assert await stores.submissions.get("d1:1") is None


async def test_a_second_click_is_no_second_submission(stores: Stores) -> None:
    added = await asyncio.gather(*(stores.submissions.add(submission()) for _ in range(5)))
    assert sorted(added) == [False, False, False, False, True]
    assert len(await stores.submissions.list_by_webinar("d1")) == 1


async def test_the_tries_of_a_form_are_told_in_order(stores: Stores, clock: VirtualTime) -> None:
    for sent in (submission(), submission(attempt=1), submission("d2"), submission(attempt=2)):
        await stores.submissions.add(sent)
        clock.passes(1)
    assert [sent.id for sent in await stores.submissions.list_by_webinar("d1")] == ["d1:0", "d1:1", "d1:2"]


async def test_the_tries_are_told_in_order_although_the_clock_was_set_back(
    stores: Stores, clock: VirtualTime
) -> None:
    for attempt in range(3):
        await stores.submissions.add(submission(attempt=attempt))
        clock.passes(-5)
    assert [sent.attempt for sent in await stores.submissions.list_by_webinar("d1")] == [0, 1, 2]


async def test_work_that_has_not_ended_is_found(stores: Stores, clock: VirtualTime) -> None:
    for draft in ("d1", "d2", "d3"):
        await stores.submissions.add(submission(draft))
        clock.passes(1)
    await stores.submissions.finish("d2:0", FAILED)
    assert [sent.id for sent in await stores.submissions.list_unfinished()] == ["d1:0", "d3:0"]
    assert [sent.id for sent in await stores.submissions.list_unfinished("U0NOBODY")] == []
    assert len(await stores.submissions.list_unfinished(submission("d1").owner)) == 2


@pytest.mark.parametrize(("outcome", "state"), [(FAILED, State.FAILED), (CREATED, State.CREATED)])
async def test_how_it_ended_is_kept(stores: Stores, outcome: Outcome, state: State) -> None:
    await stores.submissions.add(submission())
    assert await stores.submissions.get_outcome("d1:0") is None
    await stores.submissions.finish("d1:0", outcome)
    assert await stores.submissions.get_outcome("d1:0") == outcome
    found = await stores.submissions.get("d1:0")
    assert found
    assert found.state is state


async def test_what_was_typed_lies_sealed_in_the_database(stores: Stores, database: Database) -> None:
    await stores.submissions.add(submission())
    await stores.submissions.finish("d1:0", CREATED)
    await stores.submissions.change_draft("d1", "U0ANN", form=OPEN.form, options=OPEN.options)
    async with database.transaction() as connection:
        rows = [*(await connection.execute(select(drafts))), *(await connection.execute(select(submissions)))]
    lying = b" ".join(value for row in rows for value in row if isinstance(value, bytes))
    assert len(rows) == 2
    for word in (b"All-Hands", b"What we did", b"open-sesame", b"v.example.com"):
        assert word not in lying


async def test_a_form_that_is_saved_twice_at_once_is_saved() -> None:
    need_postgresql()
    with postgresql_database() as url:
        async with open_database(url) as database:
            submissions = build_stores(database, Cipher("a secret"), VirtualTime()).submissions
            saving = (
                submissions.change_draft("d1", "U0ANN", form=OPEN.form, options=OPEN.options)
                for _ in range(12)
            )
            assert await asyncio.gather(*saving, return_exceptions=True) == [None] * 12
            assert await submissions.get_draft("d1") == OPEN


async def test_two_parts_of_a_form_that_are_saved_at_once_are_both_kept(database_url: str) -> None:
    form, options = Form(title="Q3"), OPEN.options
    async with open_database(database_url) as database:
        submissions = build_stores(database, Cipher("a secret"), VirtualTime()).submissions
        for draft in ("d1", "d2", "d3"):
            await asyncio.gather(
                submissions.change_draft(draft, "U0ANN", form=form),
                submissions.change_draft(draft, "U0ANN", options=options),
            )
            assert await submissions.get_draft(draft) == Draft(form=form, options=options)
