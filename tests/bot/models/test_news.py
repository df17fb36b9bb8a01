"""What people have to hear of is noted when a webinar changes."""

from datetime import timedelta

import pytest

from bot.models import Phase, Webinar
from bot.models.news import noting_news
from bot.models.webinar import RegistrationNews
from tests.blocks.example_webinar import CLOSED, OPEN, START, event, webinar

HOUR = timedelta(hours=1)
FULL = OPEN.model_copy(update={"limit": 12})
LEFT = CLOSED.model_copy(update={"limit": 12, "count": 11})


def moved(before: Webinar, hours: int) -> Webinar:
    return noting_news(before, before.model_copy(update={"start": START + hours * HOUR}))


def test_a_move_is_news_from_the_start_that_people_know() -> None:
    once = moved(webinar(), 1)
    assert (once.moved_from, once.moves) == (START, 1)
    twice = moved(once, 2)
    assert (twice.moved_from, twice.moves) == (START, 2)


def test_a_move_and_back_is_no_news() -> None:
    assert moved(moved(webinar(), 1), 0).moved_from is None


def test_another_title_is_no_news() -> None:
    after = webinar(title="Another")
    assert noting_news(webinar(), after) == after


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        (OPEN, CLOSED, None),
        (CLOSED, OPEN, RegistrationNews.OPEN_AGAIN),
        (FULL, OPEN, RegistrationNews.OPEN_AGAIN),
        (FULL, LEFT, RegistrationNews.HAS_ROOM),
        (LEFT, LEFT, None),
        (None, OPEN, None),
        (OPEN, None, None),
    ],
)
def test_registration_is_news_when_it_opens_or_could(
    before: object, after: object, news: RegistrationNews | None
) -> None:
    told = noting_news(event(registration=before), event(registration=after))
    assert (told.registration_news, told.turns) == (news, int(news is not None))


def test_of_one_that_is_over_registration_is_no_news() -> None:
    over = event(registration=OPEN, phase=Phase.ENDED)
    assert noting_news(event(registration=CLOSED), over).registration_news is None
