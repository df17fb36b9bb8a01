"""Everything that is ever drawn, by name, from made-up data."""

from datetime import UTC, datetime
from typing import Final

from hypothesis import strategies as st

from blocks.card import Announcement, card, panel_message
from blocks.form import draw_form, reading
from blocks.options import draw_options, draw_settings
from blocks.progress import creating, creating_message
from blocks.result import choice_message, failure_message, host_message, result_view, settled_message
from blocks.settings import Group
from blocks.talk import draft_card, ended, hello, not_created, not_taken_in, somebody_elses
from blocks.usage import usage
from bot.models.drawn import Message, View
from bot.models.form import Draft
from bot.models.report import Found, Outcome
from bot.models.talk import Proposal, TalkState
from tests.blocks import made_up

PROBLEM_MAX: Final = 250
problems = made_up.texts(PROBLEM_MAX).filter(str.strip)
found = st.builds(
    Found,
    id=st.text("0123456789", min_size=1, max_size=32),
    made_at=st.none() | st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
)
outcomes = st.builds(
    Outcome,
    report=st.none(),
    problem=problems,
    found=st.lists(found, max_size=30, unique_by=lambda one: one.id).map(tuple),
    exists=st.booleans(),
)
waits = st.none() | made_up.waits

VIEWS: Final[dict[str, st.SearchStrategy[View]]] = {
    "first view": st.builds(
        draw_form,
        made_up.forms,
        made_up.options(),
        made_up.states,
        st.none() | made_up.zones,
        zone_asked=st.booleans(),
    ),
    "first view after a failure": st.builds(
        draw_form, made_up.forms, made_up.options(), made_up.states, made_up.zones, problem=problems
    ),
    "first view, filled in from words": st.builds(
        draw_form, made_up.forms, made_up.options(), made_up.noted_states, made_up.zones
    ),
    "view while words are read": st.just(reading()),
    "options view": st.builds(draw_options, made_up.options(), made_up.states),
    **{
        f"settings of {group}": st.builds(draw_settings, st.just(group), made_up.options(), made_up.states)
        for group in Group
    },
    "creating view": st.builds(creating, made_up.plans, waits),
    "result view": st.builds(result_view, made_up.reports(), host_told=st.booleans()),
}
MESSAGES: Final[dict[str, st.SearchStrategy[Message]]] = {
    "creating message": st.builds(creating_message, made_up.plans, waits),
    "card": made_up.webinars.map(Announcement.of).map(card),
    "panel message": st.builds(panel_message, made_up.webinars, made_up.invitations),
    "host message": made_up.reports().map(host_message),
    "failure message": st.builds(failure_message, made_up.titles, outcomes, st.just("d1:0")),
    "choice message": st.builds(
        choice_message, made_up.titles, outcomes, st.just("d1:0"), st.just("Europe/Lisbon")
    ),
    "draft card": st.builds(
        Proposal,
        talk=st.just("d1"),
        owner=made_up.users,
        draft=st.builds(Draft, form=made_up.forms, options=made_up.options()),
        start=st.none() | st.just(made_up.NOON),
        question=st.just("") | problems,
        notes=st.lists(problems, max_size=12).map(tuple),
    ).map(draft_card),
    "not created": st.dictionaries(st.sampled_from(["title", "date"]), problems, min_size=1).map(not_created),
    "not taken in": st.just(not_taken_in()),
    "hello": st.just(hello()),
    "somebody else's": made_up.users.map(somebody_elses),
    **{f"draft {state}": st.just(ended(state)) for state in TalkState},
    "settled message": problems.map(settled_message),
    "usage": made_up.texts(made_up.TYPED_MAX).map(usage),
}
