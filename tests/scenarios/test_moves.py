"""Many webinars moved at once in RingCentral's own app: every card follows, and nobody is flooded."""

from tests.load.moved_webinars import MovePlan, run_moves


async def test_every_card_of_many_moved_webinars_is_right_for_one_list_call(database_url: str) -> None:
    result = await run_moves(MovePlan(webinars=12, cards=5, haste=60, patience=60), database_url)
    assert result.is_right, result
    assert result.calls["rcwConfigListAllSessions"] <= 2
    assert result.reads <= 2, "what one list tells is not asked one by one"
    assert (result.edits, result.posts) == (60, 60 + 12), "a reply in each thread, and a message to each host"
