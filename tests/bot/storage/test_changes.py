"""A change that somebody wants is kept until it is carried out."""

import pytest

from bot.models import Role
from bot.models.change import (
    AnnounceChange,
    CancelChange,
    Change,
    EditChange,
    PanelChange,
    RegistrationChange,
)
from bot.models.registration import RegistrationTerms
from bot.storage.stores import Stores
from tests.blocks.example_webinar import plan_of, webinar
from tests.bot.virtual_time import MONDAY, VirtualTime

OPEN = RegistrationTerms(is_open=True)


@pytest.mark.parametrize(
    "change",
    [
        EditChange(id="c1", webinar_key="d1", user="U0ANN", plan=plan_of(webinar()), base=webinar()),
        CancelChange(id="c1", webinar_key="d1", user="U0ANN", reason="Ann is ill.", asked_at=MONDAY),
        PanelChange(id="c1", webinar_key="d1", user="U0ANN", panel=(("U0BEN", Role.CO_HOST),)),
        AnnounceChange(id="c1", webinar_key="d1", user="U0ANN", channels=("C0GENERAL",)),
        RegistrationChange(id="c1", webinar_key="d1", user="U0ANN", terms=OPEN, shown_terms=OPEN),
    ],
    ids=lambda change: change.kind,
)
async def test_each_kind_of_change_comes_back_as_it_was_asked_for(stores: Stores, change: Change) -> None:
    assert await stores.changes.add(change)
    assert not await stores.changes.add(change), "pressed twice, it is one"
    assert await stores.changes.get("c1") == change


async def test_what_has_not_ended_is_listed_the_earliest_first(stores: Stores, clock: VirtualTime) -> None:
    for name in ("c3", "c1", "c2"):
        await stores.changes.add(CancelChange(id=name, webinar_key="d1", user="U0ANN"))
        clock.passes(1)
    await stores.changes.finish("c1")
    assert await stores.changes.list_unfinished() == ["c3", "c2"]
    assert await stores.changes.get("c9") is None
