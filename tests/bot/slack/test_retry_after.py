"""A Retry-After asks to wait for seconds, half seconds, or until a date."""

from datetime import UTC, datetime

import pytest

from bot.slack.retry_after import seconds_to_wait

NOW = datetime(2026, 10, 21, 7, 27, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:28:00 -0000", 30.0),
        ("Wed, 21 Oct 2026 07:00:00 GMT", 0.0),
        ("-1", 0.0),
        ("86400", 300.0),
        ("inf", 300.0),
        ("nan", 1.0),
        ("soon", 1.0),
        ("", 1.0),
        (None, 1.0),
    ],
)
def test_the_seconds_to_wait(told: str | None, seconds: float) -> None:
    assert seconds_to_wait(told, NOW) == seconds
