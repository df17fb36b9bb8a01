"""Time zones as choices of a select."""

from hypothesis import given

from blocks.zones import zone_option, zone_options
from bot.models import Zone
from tests.blocks import strategies


@given(strategies.labels)
def test_a_zone_with_a_long_name_still_fits_into_a_choice(label: str) -> None:
    assert 1 <= len(zone_option(Zone(name="UTC", label=label))["text"]["text"]) <= 75


def test_a_choice_reads_like_the_zone_and_means_its_iana_name() -> None:
    (option,) = zone_options([Zone(name="Asia/Kolkata", label="Kolkata (UTC+5:30)")])
    assert (option["text"]["text"], option["value"]) == ("Kolkata (UTC+5:30)", "Asia/Kolkata")
