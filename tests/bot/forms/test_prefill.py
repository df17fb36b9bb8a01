"""Words become a form that can be sent off: with zones that can be chosen, and every doubt at its field."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.subcommands import EXAMPLES
from bot.forms.prefill import Prefill, in_listed_zone, prefill_of, read_words
from bot.forms.quoted_message import DESCRIPTION_MAX, description_of, first_sentence, plain_text
from bot.forms.request_text import RequestText
from bot.models import Audience, Person
from bot.models.form import Field, Form
from bot.models.sentence import sentence
from bot.models.understood import SOFT, Doubt, Flag, Understood
from bot.models.webinar import CHANNELS_MAX
from bot.translation import ENGLISH

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
ANN = Person(
    id="U0ANN",
    name="Ann",
    first_name="Ann",
    last_name="-",
    time_zone="America/Los_Angeles",
    locale="en-US",
)


def nobody_known(_user: str) -> None:
    return None


def wished(text: str, person: Person | None = ANN, now: datetime = NOW) -> Prefill:
    home = person.time_zone if person else None
    return prefill_of(read_words(text, person, now), home, Form(announce_here=True))


@pytest.mark.parametrize("example", EXAMPLES)
@given(
    hours=st.integers(0, 366 * 24),
    zone=st.sampled_from(["America/Los_Angeles", "Asia/Tokyo", "Europe/Berlin"]),
)
def test_the_examples_are_understood_at_any_hour_of_the_year(example: str, hours: int, zone: str) -> None:
    person = ANN.model_copy(update={"time_zone": zone})
    said = read_words(example, person, NOW + timedelta(hours=hours))
    assert said.title in {"Q3 All-Hands", "Roadmap review", "Product launch"}
    assert said.start is not None
    assert said.start > NOW + timedelta(hours=hours)
    assert said.duration in {timedelta(minutes=45), timedelta(minutes=90)}
    assert SOFT.issuperset(said.flags)


def test_everything_that_was_said_stands_in_the_form() -> None:
    form = wished("Q3 All-Hands next Tuesday at 3pm PT for 45 minutes with registration").draft.form
    assert (form.title, form.date, form.start_time) == ("Q3 All-Hands", date(2026, 3, 10), time(15))
    assert (form.duration, form.audience) == ("45 minutes", Audience.REGISTERED)


@pytest.mark.parametrize("zone", ["UTC+05:30", "GMT+5:30"])
def test_a_fixed_distance_from_utc_becomes_a_zone_that_can_be_chosen(zone: str) -> None:
    prefill = wished(f"Town hall tomorrow at 3pm {zone}")
    assert prefill.draft.form.time_zone == "America/Los_Angeles"
    assert (prefill.draft.form.date, prefill.draft.form.start_time) == (date(2026, 3, 3), time(1, 30))
    assert "by your clock" in prefill.notes[Field.START_TIME]


def test_a_day_alone_in_such_a_zone_asks_for_a_city() -> None:
    said = read_words("Town hall tomorrow at 25:99 UTC+05:30", ANN, NOW)
    assert said.zone is None or said.zone == "America/Los_Angeles"


def test_a_start_in_such_a_zone_says_what_it_is_by_the_own_clock() -> None:
    start = datetime(2026, 3, 3, 15, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    said = Understood(start=start, date=start.date(), clock=start.time(), zone="UTC+05:30")
    here = in_listed_zone(said, "America/Los_Angeles")
    assert here.start is not None
    assert here.start.utcoffset() == timedelta(hours=-8)
    assert (here.start, here.date, here.clock, here.zone) == (
        start,
        date(2026, 3, 3),
        time(1, 30),
        "America/Los_Angeles",
    )
    assert [ENGLISH(one) for one in here.at(Field.START_TIME)] == [
        "3:00 PM in UTC+05:30 is 1:30 AM on Tuesday, March 3, by your clock."
    ]


def test_such_a_zone_without_a_start_is_asked_for() -> None:
    asked = in_listed_zone(Understood(zone="UTC+05:30"), "America/Los_Angeles")
    assert asked.zone is None
    assert asked.flags == (Flag.AMBIGUOUS_ZONE,)
    assert [ENGLISH(one) for one in asked.at(Field.TIME_ZONE)] == [
        "UTC+05:30 cannot be chosen here. Choose a city that has this time."
    ]


@pytest.mark.parametrize("zone", [None, "Asia/Tokyo", "UTC"])
def test_a_zone_that_can_be_chosen_stays(zone: str | None) -> None:
    said = Understood(zone=zone, start=datetime(2026, 3, 3, 15, tzinfo=UTC))
    assert in_listed_zone(said, "America/Los_Angeles") == said


@pytest.mark.parametrize(
    ("channels", "here", "kept", "stays_here"),
    [
        ((), True, (), True),
        ((), False, (), False),
        (("C0GENERAL", "G0LEADS", "D0ANN", "U0BEN"), True, ("C0GENERAL", "G0LEADS"), False),
        (("D0ANN",), True, (), True),
    ],
)
def test_a_card_goes_to_the_channels_that_were_named_or_here(
    channels: tuple[str, ...],
    here: bool,  # noqa: FBT001 - one case of many
    kept: tuple[str, ...],
    stays_here: bool,  # noqa: FBT001 - an outcome
) -> None:
    form = prefill_of(Understood(channels=channels), "UTC", Form(announce_here=here)).draft.form
    assert (form.announce_in, form.announce_here) == (kept, stays_here)


def test_each_doubt_stands_at_its_field_once() -> None:
    doubt = Doubt(flag=Flag.NO_DATE, field=Field.DATE, words=sentence("Which day?"))
    other = Doubt(flag=Flag.PAST, field=Field.DATE, words=sentence("That is over."))
    notes = prefill_of(Understood(doubts=(doubt, other, doubt)), None, Form()).notes
    assert notes == {
        Field.DATE: "Which day? That is over.",
        Field.DURATION: "No duration given, so I used 1 hour.",
        Field.TIME_ZONE: "Slack did not tell your time zone. Choose it here, and look whether the day is still the right one.",
    }


def test_a_further_note_follows_the_doubts_of_its_field() -> None:
    doubt = Doubt(flag=Flag.RESIDUE, field=Field.TITLE, words=sentence("Is this the title?"))
    note = prefill_of(Understood(title="Demo @ann", doubts=(doubt,)), "UTC", Form()).notes[Field.TITLE]
    assert note.startswith("Is this the title? Slack did not tell me who or what “@ann” is")


def test_whose_zone_is_not_known_is_asked_for_it() -> None:
    prefill = wished("Demo tomorrow at 3pm", None)
    assert prefill.draft.form.time_zone is None
    assert "Choose it here" in prefill.notes[Field.TIME_ZONE]


def test_channels_in_which_there_is_no_card_are_left_out() -> None:
    form = wished("Demo tomorrow at 3pm in <#D0DIRECT|>").draft.form
    assert form.announce_in == ()
    assert form.announce_here


def test_more_channels_than_fit_are_told() -> None:
    many = " ".join(f"<#C{number:04}|c>" for number in range(CHANNELS_MAX + 1))
    prefill = wished(f"Demo tomorrow at 3pm in {many}")
    assert len(prefill.draft.form.announce_in) == CHANNELS_MAX
    assert "these are the first ones" in prefill.notes[Field.ANNOUNCE_IN]


def test_nobody_is_in_the_panel_twice() -> None:
    options = wished("Demo tomorrow at 3pm co-host <@U0BEN> with <@U0BEN> as panelist").draft.options
    assert options.co_hosts == ("U0BEN",)
    assert options.panelists == ()


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("create", True),
        ("create sing", True),
        ("new Demo", True),
        ("schedule an all-hands", True),
        ("Demo tomorrow", True),
        ("Demo at 3pm", True),
        ("Demo with registration", True),
        ("sing", False),
        ("<!channel> sing", False),
        ("what can you do", False),
    ],
)
def test_what_reads_like_a_request(typed: str, asks: bool) -> None:  # noqa: FBT001
    assert RequestText.behind_command(typed, "U0BOT").ask_for_webinar(NOW) is asks


def test_the_bot_itself_is_on_nobodys_panel() -> None:
    words = RequestText.behind_command(
        "create Demo tomorrow at 3pm with <@U0BOT|webinars> and <@U0BEN|ben>", "U0BOT"
    )
    assert words.prefill(ANN, NOW).draft.options.panelists == ("U0BEN",)


def test_a_message_is_quoted_as_people_read_it() -> None:
    names = {"U0BEN": "Ben Bauer"}
    text = "Hi <@U0BEN> &amp; <@U0GONE>, see <https://example.com/a|the list> in <#C0A|all-hands> <!here>"
    assert plain_text(text, names.get) == (
        "Hi @Ben Bauer & @somebody, see the list (https://example.com/a) in #all-hands @here"
    )


def test_a_short_message_needs_no_description() -> None:
    assert description_of("Demo tomorrow at 3pm") == ""
    assert len(description_of("word " * 2000)) <= DESCRIPTION_MAX


def test_the_first_sentence_ends_where_people_end_it() -> None:
    assert first_sentence("  All-hands v2.0 tomorrow.\nMore follows") == "All-hands v2.0 tomorrow."
    assert first_sentence("Demo? Yes") == "Demo?"


def test_a_headline_is_short() -> None:
    words = RequestText.of_message("a very long line " * 30, "U0BOT", nobody_known)
    assert len(words.prefill(ANN, NOW).draft.form.title) <= 101


def test_a_message_without_words_says_so() -> None:
    prefill = RequestText.of_message("", "U0BOT", nobody_known).prefill(ANN, NOW)
    assert "no words" in prefill.notes[Field.TITLE]


@given(st.text(max_size=400))
def test_any_text_makes_a_form(text: str) -> None:
    RequestText.behind_command(text, "U0BOT").prefill(ANN, NOW)
    RequestText.of_message(text, "U0BOT", nobody_known).prefill(ANN, NOW)
