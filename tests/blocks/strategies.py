"""Made-up forms, webinars and reports, as odd as people and accounts can make them."""

import string
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from blocks.form import FormState
from bot.models import (
    Access,
    Attendance,
    Audience,
    Cancellation,
    Invitation,
    Person,
    Phase,
    Plan,
    Recording,
    Registration,
    RegistrationStatus,
    Reminders,
    Role,
    Webinar,
    WebinarSettings,
    Zone,
)
from bot.models.form import Field, Form, Options
from bot.models.rate_limit import Wait, WaitReason
from bot.models.registration import (
    QueuePosition,
    Registrant,
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupAnswer,
    SignupClick,
    SignupSource,
)
from bot.models.report import Announced, Report
from bot.models.tracked import TrackedWebinar
from bot.models.webinar import DESCRIPTION_MAX, DURATION_MAX, DURATION_MIN, PASSWORD_MAX, TITLE_MAX

TYPED_MAX: Final = 3000
"""Characters that Slack lets a person type into one input."""
PINGS: Final = ("<!channel>", "<!here|here>", "<@U0TYPED>", "<#C0TYPED|general>", "<https://typed.example|x>")
"""What would ping or lead somewhere, had nobody escaped it."""
ODD: Final = (*PINGS, "&", "&amp;", "<b>", ">", "|", "\n", "🎉", "𝔘", "*", "`", "…")
ZONES: Final = (
    "UTC",
    "America/New_York",
    "America/Argentina/Buenos_Aires",
    "Asia/Kolkata",
    "America/St_Johns",
)
NOON: Final = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)

flags = st.sampled_from((None, False, True))
"""Choices that are drawn at once: to choose first between none and some takes three times as long."""
doors = st.sampled_from((None, *Access))
users = st.integers(0, 10**9 - 1).map(lambda number: f"U0{number:09}")
channels = st.integers(0, 10**9 - 1).map(lambda number: f"C0{number:09}")
links = st.text(f"{string.ascii_letters}{string.digits}/?=&_-", max_size=300).map(
    "https://v.example.com/{}".format
)
states = st.builds(FormState, webinar_key=st.uuids().map(lambda one: one.hex), attempt=st.integers(0, 99))
labels = st.text(min_size=1, max_size=75) | st.text(min_size=76, max_size=90)
"""Names of zones, some of them longer than a choice may be."""
zones = st.builds(Zone, name=st.sampled_from(ZONES), label=labels)


def texts(most: int) -> st.SearchStrategy[str]:
    """Texts up to a length, among them the longest ones of nothing but oddities."""
    odd = st.lists(st.sampled_from(ODD) | st.text(max_size=30), max_size=40).map("".join)
    full = st.sampled_from(ODD).map(lambda one: one * most)
    padded = odd.map(lambda text: f" {text}\n ")
    return st.one_of(st.text(max_size=200), odd, padded, full).map(lambda text: text[:most])


titles = texts(TITLE_MAX).map(lambda text: " ".join(text.split())).filter(bool)
"""Titles as a plan has them: white space is one space."""
descriptions = texts(DESCRIPTION_MAX).map(str.strip)


@st.composite
def settings(draw: st.DrawFn) -> WebinarSettings:
    """Settings that go together."""
    chosen: dict[str, Any] = {
        name: draw(doors if name.endswith("authentication") else flags)
        for name in WebinarSettings.model_fields
        if name not in {"password", "post_webinar_redirect_uri", "registration_enabled"}
    }
    chosen["password"] = draw(texts(PASSWORD_MAX).map(str.strip)) or None
    chosen["post_webinar_redirect_uri"] = draw(st.none() | links)
    made = WebinarSettings(**chosen)
    return made.without(made.ruled_out())


noted_states = st.builds(
    FormState.with_notes,
    st.uuids().map(lambda one: one.hex),
    st.dictionaries(st.sampled_from(Field), texts(TYPED_MAX), max_size=6),
)
forms = st.builds(
    Form,
    audience=st.sampled_from(Audience),
    title=texts(TYPED_MAX),
    date=st.none() | st.dates(date(1000, 1, 1), date(9999, 12, 30)),
    start_time=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    time_zone=st.sampled_from((None, *ZONES)),
    duration=texts(TYPED_MAX),
    announce_in=st.lists(channels, max_size=20, unique=True).map(tuple),
)


@st.composite
def options(draw: st.DrawFn) -> Options:
    """Options that somebody may have saved behind "More options"; up to a hundred people on the panel."""
    panel = draw(st.lists(users, max_size=100, unique=True))
    hosts = draw(st.integers(0, len(panel)))
    return Options(
        description=draw(texts(TYPED_MAX)),
        co_hosts=tuple(panel[:hosts]),
        panelists=tuple(panel[hosts:]),
        panel_joins_early=draw(st.just("") | st.integers(0, 720).map(str)),
        settings=draw(settings()),
    )


registrations = st.builds(
    Registration,
    status=st.sampled_from(RegistrationStatus),
    count=st.integers(0, 10_000),
    page_uri=st.none() | links,
    limit=st.none() | st.integers(1, 10_000),
    emails=st.booleans(),
    one_device=st.booleans(),
    work_email=st.booleans(),
    asks=st.booleans(),
    read_at=st.sampled_from((None, NOON)),
)
durations = st.integers(round(DURATION_MIN.total_seconds()), round(DURATION_MAX.total_seconds())).map(
    lambda seconds: timedelta(seconds=seconds)
)
starts = st.datetimes(datetime(2026, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
webinars = st.builds(
    Webinar,
    id=st.just("90000000000000000001"),
    session_id=st.just("90000000000000000002"),
    owner=users,
    audience=st.sampled_from(Audience),
    title=titles,
    description=descriptions,
    start=starts,
    time_zone=st.sampled_from(ZONES),
    duration=durations,
    join_uri=st.none() | links,
    host_uri=st.none() | links,
    registration=st.none() | registrations,
    settings=settings(),
    phase=st.sampled_from(Phase),
    runs=st.booleans(),
    reminders=st.builds(
        Reminders,
        before=st.lists(st.sampled_from([timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)])).map(
            lambda times: tuple(dict.fromkeys(times))
        ),
        in_thread=st.booleans(),
        by_dm=st.booleans(),
    ),
    cancellation=st.none() | st.builds(Cancellation, by=st.none() | users, reason=texts(500)),
    attendance=st.none()
    | st.builds(
        Attendance,
        participants=st.none() | st.integers(0, 10_000),
        attendees=st.none() | st.integers(0, 10_000),
        unique_attendees=st.none() | st.integers(0, 10_000),
        said=st.integers(0, 500),
        came=st.integers(0, 500),
    ),
    recording=st.none() | st.builds(Recording, ready=st.booleans(), uri=st.none() | links),
)
plans = st.builds(
    Plan,
    audience=st.sampled_from(Audience),
    title=titles,
    description=descriptions,
    start=starts,
    time_zone=st.sampled_from(ZONES),
    duration=durations,
    settings=settings(),
)
invitations = st.builds(
    Invitation,
    user=users,
    role=st.sampled_from(Role),
    join_uri=st.none() | links,
    problem=st.none() | texts(60),
)
tracked_webinars = st.builds(
    TrackedWebinar,
    webinar_key=st.just("d1"),
    webinar=webinars,
    made_at=st.just(NOON),
    going=st.lists(users, max_size=300, unique=True).map(tuple),
    panel=st.lists(invitations, max_size=100, unique_by=lambda one: one.user).map(tuple),
    registered=st.lists(
        st.builds(SignupSource, user=users, channel=st.none() | channels),
        max_size=100,
        unique_by=lambda one: one.user,
    ).map(tuple),
    in_line=st.integers(0, 10_000),
)
addresses = st.text(min_size=1, max_size=60).map(lambda name: f"{name}@example.com")
people = st.builds(
    Person,
    id=users,
    name=texts(100),
    first_name=texts(64),
    last_name=texts(64),
    email=st.none() | addresses,
    time_zone=st.none(),
    locale=st.none(),
)
clicks = st.builds(
    SignupClick, webinar_key=st.just("d1"), user=users, channel=st.none() | channels, card=st.none()
)
answers = st.builds(
    SignupAnswer,
    stage=st.sampled_from((None, *RegistrationStage)),
    barrier=st.sampled_from((None, *RegistrationBarrier)),
    join_uri=st.none() | links,
    place=st.none()
    | st.builds(QueuePosition, ahead=st.integers(0, 10_000), ahead_of_all=st.integers(0, 100_000)),
    seconds=st.floats(0, 360_000),
    pace=st.floats(0, 60),
)
entry = st.builds(
    RegistrationEntry,
    number=st.integers(1, 10_000),
    webinar_key=st.just("d1"),
    user=users,
    stage=st.sampled_from(RegistrationStage),
    asked_at=st.just(NOON),
    join_uri=st.none() | links,
    barrier=st.sampled_from((None, *RegistrationBarrier)),
)
enrolled = st.builds(
    Registrant,
    id=st.just("1"),
    first_name=texts(64),
    last_name=texts(64),
    email=addresses,
    registered_at=st.sampled_from((None, NOON)),
    channel=st.none() | channels,
    came=st.booleans(),
)
announced = st.builds(Announced, channel=channels, problem=st.none() | texts(15))
waits = st.builds(
    Wait,
    reason=st.sampled_from(WaitReason),
    seconds=st.floats(0, 3600),
    ahead=st.integers(0, 500),
    limit=st.integers(1, 1000),
    window=st.sampled_from([0.2, 10.0, 60.0]),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A webinar that exists, with whatever went well or wrong on the way."""
    plan = draw(plans)
    asked = sorted(plan.asked.chosen())
    return Report(
        webinar=draw(webinars),
        plan=plan,
        refused=tuple(draw(st.lists(st.sampled_from(asked), unique=True))),
        invitations=tuple(draw(st.lists(invitations, max_size=5))),
        announced=tuple(draw(st.lists(announced, max_size=20))),
        twice=draw(st.booleans()),
        problems=tuple(draw(st.lists(texts(250), max_size=3))),
    )
