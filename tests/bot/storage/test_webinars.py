"""The webinars that we made, each under the form that it came from."""

import asyncio

import pytest
from sqlalchemy import select

from bot.models.submission import Made
from bot.storage.database import Database
from bot.storage.schema import webinars
from bot.storage.stores import Stores
from tests.blocks.example_webinar import OPEN, webinar
from tests.bot.storage.examples import made


async def test_a_webinar_is_known_from_the_moment_it_has_an_id(stores: Stores) -> None:
    assert await stores.webinars.get_made("d1") is None
    assert await stores.webinars.add("d1", "U0ANN", made())
    assert await stores.webinars.get_made("d1") == made()
    assert await stores.webinars.get_scheduled("d1") is None


@pytest.mark.parametrize(("webinar_key", "webinar_id"), [("d1", "1"), ("d2", "1"), ("d1", "2")])
async def test_a_webinar_belongs_to_one_form_and_a_form_has_one_webinar(
    stores: Stores, webinar_key: str, webinar_id: str
) -> None:
    assert await stores.webinars.add("d1", "U0ANN", made("1"))
    assert not await stores.webinars.add(webinar_key, "U0BEN", made(webinar_id))
    assert await stores.webinars.get_made("d1") == made("1")


async def test_of_two_who_claim_a_webinar_at_once_one_gets_it(stores: Stores) -> None:
    got = await asyncio.gather(*(stores.webinars.add(f"d{number}", "U0ANN", made()) for number in range(5)))
    assert sorted(got) == [False, False, False, False, True]


async def test_a_webinar_with_its_session_is_kept_as_it_is_now(stores: Stores) -> None:
    await stores.webinars.add("d1", "U0ANN", made())
    await stores.webinars.save(webinar())
    assert await stores.webinars.get_scheduled("d1") == webinar()
    await stores.webinars.save(webinar(registration=OPEN))
    assert await stores.webinars.get_scheduled("d1") == webinar(registration=OPEN)


async def test_a_webinar_that_is_gone_is_forgotten(stores: Stores) -> None:
    await stores.webinars.add("d1", "U0ANN", made())
    await stores.webinars.delete("1")
    assert await stores.webinars.get_made("d1") is None
    assert await stores.webinars.add("d1", "U0ANN", made("2"))


@pytest.mark.parametrize(("asked", "ours"), [(["1", "2", "3"], {"1", "2"}), (["3"], set()), ([], set())])
async def test_which_webinars_are_ours_is_known(stores: Stores, asked: list[str], ours: set[str]) -> None:
    for number in ("1", "2"):
        await stores.webinars.add(f"d{number}", "U0ANN", made(number))
    assert await stores.webinars.list_claimed(asked) == ours


async def test_links_and_passwords_lie_sealed_in_the_database(stores: Stores, database: Database) -> None:
    await stores.webinars.add("d1", "U0ANN", made())
    await stores.webinars.save(webinar())
    async with database.transaction() as connection:
        (row,) = (await connection.execute(select(webinars))).all()
    lying = b" ".join(value for value in row if isinstance(value, bytes))
    assert lying
    for word in (b"open-sesame", b"v.example.com", b"All-Hands"):
        assert word not in lying


async def test_an_id_may_have_twenty_digits(stores: Stores) -> None:
    long: Made = made("9" * 20)
    await stores.webinars.add("d1", "U0ANN", long)
    assert await stores.webinars.get_made("d1") == long
