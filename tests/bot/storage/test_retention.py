"""A webinar that ended long ago is forgotten, and nothing else."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.models import Invitation, Role
from bot.models.change import CancelChange
from bot.models.form import Form
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.storage import Database
from bot.storage.messages import Kind
from bot.storage.retention import Retention
from bot.storage.schema import attempts, drafts, messages, metadata, submissions, webinars
from bot.storage.stores import Stores
from tests.blocks.example_webinar import webinar
from tests.bot.storage.examples import CREATED, FAILED, made, submission
from tests.bot.virtual_time import VirtualTime

DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def retention(database: Database) -> Retention:
    return Retention(database)


async def left(database: Database) -> dict[str, int]:
    """The number of rows of each table, where there are any."""
    counts = {}
    async with database.transaction() as connection:
        for table in metadata.sorted_tables:
            counts[table.name] = await connection.scalar(select(func.count()).select_from(table)) or 0
    return {name: count for name, count in counts.items() if count}


async def test_a_failed_form_is_forgotten_with_all_that_it_left(
    stores: Stores, retention: Retention, clock: VirtualTime, database: Database
) -> None:
    await stores.submissions.change_draft("d1", "U0ANN", form=Form())
    await stores.submissions.add(submission())
    await stores.submissions.finish("d1:0", FAILED)
    await stores.attempts.mark_sending("d1:webinar")
    await stores.messages.claim("d1:0:failure", "d1", Kind.FAILURE, "U0ANN")
    assert await retention.delete_ended(clock()) == 0
    clock.passes(1)
    assert await retention.delete_ended(clock()) == 4
    assert await left(database) == {}


async def test_what_is_being_made_is_never_forgotten(
    stores: Stores, retention: Retention, clock: VirtualTime, database: Database
) -> None:
    await stores.submissions.add(submission())
    await stores.webinars.add("d1", "U0ANN", made())
    clock.passes(1000 * DAY)
    assert await retention.list_abandoned(clock()) == []
    await retention.delete_ended(clock())
    assert (await left(database)).keys() >= {submissions.name, webinars.name}


async def test_a_webinar_keeps_all_that_belongs_to_it_until_it_is_over(
    stores: Stores, retention: Retention, clock: VirtualTime, database: Database
) -> None:
    here = webinar()
    await stores.submissions.add(submission())
    await stores.webinars.add("d1", "U0ANN", made(here.id))
    await stores.webinars.save(here)
    await stores.submissions.finish("d1:0", CREATED)
    await stores.messages.claim("d1:card:C1", "d1", Kind.CARD, "C1")
    await retention.delete_ended(here.start)
    assert await left(database) == {submissions.name: 1, webinars.name: 1, messages.name: 1}
    await retention.delete_ended(here.start + timedelta(days=1, seconds=1))
    assert await left(database) == {}


async def test_a_webinar_that_never_got_its_session_is_abandoned(
    stores: Stores, retention: Retention, clock: VirtualTime
) -> None:
    await stores.submissions.add(submission())
    await stores.webinars.add("d1", "U0ANN", made("77"))
    await stores.submissions.finish("d1:0", FAILED)
    assert await retention.list_abandoned(clock()) == []
    clock.passes(1)
    assert await retention.list_abandoned(clock()) == ["77"]


async def test_thousands_are_forgotten_a_few_at_a_time(
    stores: Stores, retention: Retention, clock: VirtualTime, database: Database
) -> None:
    async with database.transaction() as connection:
        now = clock()
        rows = [{"key": str(number), "first_at": now, "last_at": now} for number in range(1201)]
        await connection.execute(attempts.insert(), rows)
        row = {"id": "open", "owner": "U0ANN", "sealed": b"", "changed_at": now + timedelta(days=1)}
        await connection.execute(drafts.insert(), row)
    clock.passes(1)
    assert await retention.delete_ended(clock()) == 1201
    assert await left(database) == {drafts.name: 1}


async def test_who_came_and_what_was_changed_goes_with_the_webinar(
    stores: Stores, retention: Retention, clock: VirtualTime, database: Database
) -> None:
    await stores.webinars.add("d1", "U0ANN", made())
    await stores.webinars.save(webinar())
    await stores.going.add("d1", "U0BEN")
    await stores.panel.save("d1", [Invitation(user="U0CHIE", role=Role.PANELIST)])
    await stores.calendars.mark_sent("d1", "U0BEN", 0)
    await stores.changes.add(CancelChange(id="V1:cancel", webinar_key="d1", user="U0ANN"))
    await stores.reminders.begin("remind:d1:600:1", "d1", clock())
    await stores.webhook_events.save(WebhookEvent(id="h1", about=WebhookTopic.SESSION))
    assert await retention.delete_ended(clock()) == 0
    clock.passes(3650 * DAY)
    await retention.delete_ended(clock())
    assert await left(database) == {}
