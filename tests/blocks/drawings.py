"""Everything that is ever drawn, by name, from made-up data."""

from datetime import UTC, datetime
from typing import Final

from hypothesis import strategies as st

from blocks.calendar import (
    calendar_view,
    file_comment,
    new_file_comment,
    not_sent,
    nothing_to_add,
    on_its_way,
    sent,
)
from blocks.card import Announcement, card, panel_message
from blocks.form import draw_form, reading
from blocks.options import draw_options, draw_settings
from blocks.progress import creating, creating_message
from blocks.result import choice_message, failure_message, host_message, result_view, settled_message
from blocks.settings import Group
from blocks.talk import draft_card, ended, hello, not_created, not_taken_in, somebody_elses
from blocks.usage import usage
from bot.models import Cancellation, Phase
from bot.models.drawn import Message, View
from bot.models.following import Following
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
cancelled = st.builds(
    lambda made, reason: made.model_copy(update={"phase": Phase.CANCELLED, "cancellation": reason}),
    made_up.webinars,
    st.none() | st.builds(Cancellation, by=st.none() | made_up.users, reason=problems),
)
altered = made_up.webinars | cancelled
followed = st.builds(Following, draft=st.just("d1"), webinar=altered)


def said(text: str) -> Message:
    """A text with which a file comes, as a message."""
    return Message(text=text, blocks=())


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
    "calendar view": st.builds(calendar_view, followed, made_up.links, made_up.links),
    "calendar file on its way": made_up.webinars.map(on_its_way),
    "calendar file sent": made_up.webinars.map(sent),
    "calendar file not sent": st.builds(not_sent, made_up.webinars, problems),
    "nothing for a calendar": st.none().map(nothing_to_add) | followed.map(nothing_to_add),
    "creating view": st.builds(creating, made_up.plans, waits),
    "result view": st.builds(result_view, made_up.reports(), host_told=st.booleans()),
}
MESSAGES: Final[dict[str, st.SearchStrategy[Message]]] = {
    "creating message": st.builds(creating_message, made_up.plans, waits),
    "card": made_up.webinars.map(Announcement.of).map(card),
    "panel message": st.builds(panel_message, made_up.webinars, made_up.invitations, st.just("d1")),
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
    "calendar file": made_up.webinars.map(file_comment).map(said),
    "newer calendar file": st.builds(new_file_comment, altered, st.none() | made_up.starts).map(said),
    "settled message": problems.map(settled_message),
    "usage": made_up.texts(made_up.TYPED_MAX).map(usage),
}
