"""Many webinars moved at once in RingCentral's own app: every card follows, and nobody is flooded."""

from benchmarks.moves import good
from tests.load.moved_webinars import MovePlan, run_moves


async def test_every_card_of_many_moved_webinars_is_right_for_one_list_call(database_url: str) -> None:
    list_tracked = await run_moves(MovePlan(webinars=12, cards=5, haste=60, patience=60), database_url)
    assert good(list_tracked), list_tracked
    assert list_tracked.calls["rcwConfigListAllSessions"] <= 2
    assert list_tracked.reads <= 2, "what one list tells is not asked one by one"
    assert list_tracked.edits == list_tracked.posts == 60
