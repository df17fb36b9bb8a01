"""Everything that is ever drawn, by name, from made-up data."""

from typing import Final

from hypothesis import strategies as st

from blocks.card import Announcement, card, panel_message
from blocks.form import draw_form
from blocks.options import draw_options, draw_settings
from blocks.progress import creating, creating_message
from blocks.result import failure_message, host_message, result_view, settled_message
from blocks.settings import Group
from blocks.usage import usage
from bot.models.drawn import Message, View
from tests.blocks import made_up

PROBLEM_MAX: Final = 250
problems = made_up.texts(PROBLEM_MAX).filter(str.strip)
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
    "failure message": st.builds(failure_message, made_up.titles, problems, st.just("d1:0")),
    "settled message": problems.map(settled_message),
    "usage": made_up.texts(made_up.TYPED_MAX).map(usage),
}
