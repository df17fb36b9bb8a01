"""Everything that is ever drawn, by name, from made-up data."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final

from hypothesis import strategies as st

from blocks import answers, webinar_answers, webinar_change
from blocks.announce import announce_view, preview_view
from blocks.calendar import (
    calendar_view,
    file_comment,
    new_file_comment,
    not_sent,
    nothing_to_add,
    on_its_way,
    sent,
)
from blocks.cancel import cancel_view
from blocks.card import Announcement, card
from blocks.conversation import draft_card, ended, hello, not_created, somebody_elses
from blocks.details import details_message, details_view
from blocks.form import draw_form, reading_view, refused_view
from blocks.going import going_now
from blocks.home import choice_of, home_view, list_message
from blocks.notifications import cancelled as cancelled_news
from blocks.notifications import (
    has_room,
    host_reminder,
    moved,
    panel_reminder,
    recording_ready,
    registrant_reminder,
    registration_open_again,
    reminder,
    who_missed_it,
)
from blocks.options import draw_options, draw_settings
from blocks.outcome import outcome_message, outcome_view, working_view
from blocks.panel import off_panel_message, panel_message, panel_view
from blocks.progress import creating, creating_message
from blocks.register import (
    answer_message,
    answer_view,
    consent_view,
    registrant_message,
    room_alert_view,
)
from blocks.registrants import file_on_its_way, not_read, reading_registrants, registrants_view, table_comment
from blocks.registration_settings import registration_view
from blocks.reminders import reminders_view
from blocks.result import choice_message, failure_message, host_message, result_view, settled_message
from blocks.settings import Group
from blocks.status import nothing_fits
from blocks.subcommands import usage
from blocks.text import fitting, person
from bot.conversation.acts import DraftTopic, HelpTopic, Impossible
from bot.models import Cancellation, Phase, Role
from bot.models.change import ChangeOutcome
from bot.models.conversation import Candidate, Proposal, Question, TalkState
from bot.models.form import Draft
from bot.models.proposed_change import ProposedChange, Timing
from bot.models.report import Found, Outcome
from bot.models.sentence import sentence
from bot.models.slack_payloads import Message, View
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.translation import LANGUAGES, translation_for
from tests.blocks import strategies

PROBLEM_MAX: Final = 250
problems = strategies.texts(PROBLEM_MAX).filter(str.strip)
languages = st.sampled_from(LANGUAGES).map(translation_for)
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
waits = st.none() | strategies.waits
concerning = st.lists(strategies.tracked_webinars, max_size=12)
audiences = st.lists(
    st.builds(ChannelAudience, channel=strategies.channels, members=st.none() | st.integers(0, 100_000)),
    max_size=20,
)
cards = strategies.tracked_webinars.map(Announcement.of_tracked).map(card)
befores = st.sampled_from([timedelta(days=1), timedelta(hours=1), timedelta(minutes=10), timedelta(0)])
changed = st.builds(
    ChangeOutcome, done=st.just(("Saved.",)), problems=st.lists(problems.map(fitting), max_size=5).map(tuple)
)
cancelled = st.builds(
    lambda made, reason: made.model_copy(update={"phase": Phase.CANCELLED, "cancellation": reason}),
    strategies.webinars,
    st.none() | st.builds(Cancellation, by=st.none() | strategies.users, reason=problems),
)
altered = strategies.webinars | cancelled
tracked_webinars = st.builds(TrackedWebinar, webinar_key=st.just("d1"), webinar=altered)


proposals = st.builds(
    Proposal,
    talk=st.just("d1"),
    owner=strategies.users,
    draft=st.builds(Draft, form=strategies.forms, options=strategies.options()),
    start=st.none() | st.just(strategies.NOON),
    language=st.sampled_from(LANGUAGES),
    length=st.none() | st.timedeltas(timedelta(minutes=1), timedelta(hours=12)),
    question=st.none() | problems.map(sentence),
    notes=st.lists(problems.map(sentence), max_size=12).map(tuple),
)
viewers = st.sampled_from(["host", "panel", "somebody"])


def viewer_of(tracked: TrackedWebinar, who: str) -> str:
    """Somebody who looks at a webinar: its host, one of its panel if it has one, or somebody else."""
    on_panel = [one.user for one in tracked.panel]
    if who == "panel" and on_panel:
        return on_panel[0]
    return tracked.webinar.owner if who == "host" else "U0EVE"


def seen_details(tracked: TrackedWebinar, channels: tuple[str, ...], who: str, *, may_change: bool) -> View:
    """Details as one of them sees them."""
    return details_view(tracked, channels, viewer_of(tracked, who), may_change=may_change)


def told_details(
    tracked: TrackedWebinar, channels: tuple[str, ...], who: str, *, may_change: bool, problem: str | None
) -> Message:
    """The same as a message."""
    viewer = viewer_of(tracked, who)
    return details_message(tracked, channels, viewer, may_change=may_change, problem=problem)


def seen_home(concerning: list[TrackedWebinar], who: str, page: int) -> View:
    """The Home tab as one of the people of the first webinar sees it."""
    return home_view(viewer_of(concerning[0], who) if concerning else "U0EVE", concerning, page)


def said(text: str) -> Message:
    """A text with which a file comes, as a message."""
    return Message(text=text, blocks=())


VIEWS: Final[dict[str, st.SearchStrategy[View]]] = {
    "first view": st.builds(
        draw_form,
        strategies.forms,
        strategies.options(),
        strategies.states,
        st.none() | strategies.zones,
        zone_asked=st.booleans(),
    ),
    "first view after a failure": st.builds(
        draw_form,
        strategies.forms,
        strategies.options(),
        strategies.states,
        strategies.zones,
        problem=problems,
    ),
    "first view, filled in from words": st.builds(
        draw_form, strategies.forms, strategies.options(), strategies.noted_states, strategies.zones
    ),
    "view while words are read": st.just(reading_view()),
    "view of who may not create": st.just(refused_view("Guests cannot create webinars here.")),
    "options view": st.builds(draw_options, strategies.options(), strategies.states),
    **{
        f"settings of {group}": st.builds(
            draw_settings, st.just(group), strategies.options(), strategies.states
        )
        for group in Group
    },
    "calendar view": st.builds(calendar_view, tracked_webinars, strategies.links, strategies.links),
    "calendar file on its way": strategies.webinars.map(on_its_way),
    "calendar file sent": strategies.webinars.map(sent),
    "calendar file not sent": st.builds(not_sent, strategies.webinars, problems),
    "nothing for a calendar": st.none().map(nothing_to_add) | tracked_webinars.map(nothing_to_add),
    "creating view": st.builds(creating, strategies.plans, waits),
    "details view": st.builds(
        seen_details,
        strategies.tracked_webinars,
        st.lists(strategies.channels, max_size=60).map(tuple),
        viewers,
        may_change=st.booleans(),
    ),
    "consent view": st.builds(
        consent_view, strategies.tracked_webinars, strategies.clicks, st.none() | strategies.people
    ),
    "answer view": st.builds(answer_view, st.none() | strategies.tracked_webinars, strategies.answers),
    "registration view": strategies.tracked_webinars.map(registration_view),
    "room alert view": st.builds(room_alert_view, st.none() | strategies.tracked_webinars),
    "while registrants are read": st.just(reading_registrants()),
    "registrants view": st.builds(
        registrants_view, strategies.tracked_webinars, st.lists(strategies.enrolled, max_size=30)
    ),
    "registrants not read": problems.map(not_read),
    "table on its way": st.builds(file_on_its_way, problem=st.just("") | problems, done=st.booleans()),
    "cancel view": strategies.tracked_webinars.map(cancel_view),
    "panel view": strategies.tracked_webinars.map(panel_view),
    "announce view": strategies.tracked_webinars.map(announce_view),
    "preview view": st.builds(preview_view, strategies.tracked_webinars, audiences, cards),
    "reminders view": strategies.tracked_webinars.map(reminders_view),
    "working view": st.builds(working_view, strategies.titles, st.just("Saving")),
    "outcome view": st.builds(outcome_view, strategies.titles, changed),
    "home view": st.builds(seen_home, concerning, viewers, st.integers(0, 5)),
    "result view": st.builds(result_view, strategies.reports(), host_told=st.booleans()),
}
MESSAGES: Final[dict[str, st.SearchStrategy[Message]]] = {
    "creating message": st.builds(creating_message, strategies.plans, waits),
    "card": strategies.webinars.map(Announcement.of).map(card),
    "card of one that is followed": cards,
    "list message": st.builds(list_message, strategies.users, concerning, st.integers(0, 5)),
    "choice of several": st.builds(choice_of, strategies.users, concerning),
    "details message": st.builds(
        told_details,
        strategies.tracked_webinars,
        st.lists(strategies.channels, max_size=60).map(tuple),
        viewers,
        may_change=st.booleans(),
        problem=st.none() | problems,
    ),
    "outcome message": st.builds(outcome_message, strategies.titles, changed),
    "moved": st.builds(moved, strategies.webinars, strategies.starts),
    "open again": st.builds(registration_open_again, strategies.webinars, st.just("d1")),
    "room again": st.builds(has_room, strategies.webinars, st.just("d1")),
    "recording is ready": st.builds(recording_ready, strategies.webinars, strategies.links),
    "cancelled": strategies.webinars.map(cancelled_news),
    "reminder": st.builds(reminder, strategies.webinars, befores, unsure=st.booleans()),
    "host's reminder": st.builds(host_reminder, strategies.webinars, befores, unsure=st.booleans()),
    "panel's reminder": st.builds(
        panel_reminder, strategies.webinars, strategies.invitations, befores, unsure=st.booleans()
    ),
    "registrant's reminder": st.builds(
        registrant_reminder,
        strategies.webinars,
        st.none() | strategies.links,
        befores,
        unsure=st.booleans(),
    ),
    "answer to a click": st.builds(
        answer_message, st.none() | strategies.tracked_webinars, strategies.answers
    ),
    "registrant's message": st.builds(registrant_message, altered, strategies.entry),
    "table": st.builds(table_comment, strategies.tracked_webinars, st.integers(0, 10_000)).map(said),
    "who missed it": st.builds(
        who_missed_it, strategies.webinars, st.lists(strategies.users.map(person), max_size=300).map(tuple)
    ),
    "going now": st.builds(going_now, strategies.tracked_webinars, new=st.booleans()),
    "nothing fits": strategies.texts(strategies.TYPED_MAX).map(nothing_fits),
    "off panel message": strategies.webinars.map(off_panel_message),
    "panel message": st.builds(panel_message, strategies.webinars, strategies.invitations, st.just("d1")),
    "host message": strategies.reports().map(host_message),
    "failure message": st.builds(failure_message, strategies.titles, outcomes, st.just("d1:0")),
    "choice message": st.builds(
        choice_message, strategies.titles, outcomes, st.just("d1:0"), st.just("Europe/Lisbon")
    ),
    "draft card": proposals.map(draft_card),
    "not created": st.builds(
        not_created, st.dictionaries(st.sampled_from(["title", "date"]), problems, min_size=1), languages
    ),
    "hello": languages.map(hello),
    "somebody else's": st.builds(somebody_elses, strategies.users, languages),
    **{f"draft {state}": languages.map(partial(ended, state)) for state in TalkState},
    "calendar file": strategies.webinars.map(file_comment).map(said),
    "newer calendar file": st.builds(new_file_comment, altered, st.none() | strategies.starts).map(said),
    "settled message": problems.map(settled_message),
    "usage": strategies.texts(strategies.TYPED_MAX).map(usage),
}

_several = st.lists(
    st.tuples(tracked_webinars, problems.map(lambda text: text[:200])), min_size=1, max_size=3
)
_timings = st.builds(
    Timing,
    start=strategies.starts,
    time_zone=st.sampled_from(["America/Los_Angeles", "UTC", "Asia/Tokyo"]),
    duration=st.timedeltas(timedelta(minutes=1), timedelta(hours=12)),
)
_changes = st.builds(
    ProposedChange,
    key=st.just("d1"),
    title=st.none() | strategies.titles,
    title_before=strategies.titles,
    timing=_timings,
    timing_before=_timings,
    description=st.none() | problems,
    settings=st.just((("qna_enabled", False),)),
    invited=st.lists(st.tuples(strategies.users, st.sampled_from(list(Role))), max_size=4).map(tuple),
    leaving=st.lists(strategies.users, max_size=3).map(tuple),
    channels=st.lists(strategies.channels, max_size=4).map(tuple),
    remind_before=st.lists(befores, max_size=3).map(tuple),
    cancels=st.booleans(),
)
_told_of_one = {
    answer.__name__: st.builds(answer, tracked_webinars, languages)
    for answer in (
        webinar_answers.start_told,
        webinar_answers.registrants_told,
        webinar_answers.registrants_not_told,
        webinar_answers.recording_told,
        webinar_answers.link_told,
        webinar_answers.host_link_told,
        webinar_answers.host_link_not_told,
        webinar_change.confirmed_change,
        webinar_change.reminders_saved,
        webinar_change.what_to_change,
        webinar_change.registration_shown,
        webinar_change.reminders_asked,
        webinar_change.duplicate_answered,
        webinar_change.registration_stays,
    )
}
MESSAGES.update(
    {
        **_told_of_one,
        "webinars listed": st.builds(
            webinar_answers.webinars_listed,
            strategies.users,
            concerning,
            st.sampled_from([(None, None), (date(2027, 3, 1), date(2027, 3, 7)), (date(2027, 3, 1),) * 2]),
            languages,
        ),
        "guests told": st.builds(
            webinar_answers.guests_told, strategies.tracked_webinars, languages, whole=st.booleans()
        ),
        "standing told": st.builds(
            webinar_answers.standing_told,
            strategies.tracked_webinars,
            st.lists(strategies.channels, max_size=5),
            languages,
            problem=st.just("") | problems,
        ),
        "nothing found": st.builds(
            webinar_answers.nothing_found, st.just("") | strategies.texts(300), concerning, languages
        ),
        "which webinar": st.builds(webinar_answers.which_webinar, _several, languages),
        "change shown": st.builds(webinar_change.change_shown, _changes, tracked_webinars, languages),
        "not confirmed": languages.map(webinar_change.not_confirmed),
        "problems told": st.builds(webinar_change.problems_told, st.lists(problems, max_size=3), languages),
        "who may change it": st.builds(
            webinar_change.who_may_change, strategies.tracked_webinars, languages
        ).map(said),
        "why it is fixed": st.builds(webinar_change.unchangeable, tracked_webinars, languages)
        .filter(bool)
        .map(webinar_change.refused_change),
    }
)
MESSAGES.update(
    {
        "answer about the draft": st.builds(
            answers.about_draft,
            proposals,
            st.sampled_from(DraftTopic),
            st.lists(st.tuples(strategies.users, st.just("Asia/Tokyo")), max_size=3),
            languages,
        ),
        "what cannot be done": st.builds(answers.impossible, st.sampled_from(Impossible), languages),
        "help": st.builds(answers.helped, st.sampled_from(HelpTopic), languages),
        "how much": st.builds(
            answers.how_much,
            st.sampled_from([one for one in Question if one.startswith("how_much")]),
            languages,
        ),
        "answer of one sentence": st.one_of(
            *(
                languages.map(answer)
                for answer in (
                    answers.welcome,
                    answers.greeting,
                    answers.nothing_asked,
                    answers.no_draft,
                    answers.nothing_to_undo,
                )
            )
        ),
        "answer that quotes": st.one_of(
            *(
                st.builds(answer, strategies.texts(strategies.TYPED_MAX), languages)
                for answer in (answers.second_left_out, answers.words_left, answers.nobody_called)
            )
        ),
        "no answer": st.builds(answers.no_answer, st.none() | proposals, languages),
        "not complete": st.builds(answers.not_complete, proposals, languages),
        "discarded": st.builds(
            answers.discarded_reply, st.just("") | strategies.titles, st.just("d1"), languages
        ),
        "which person": st.builds(
            answers.which_person,
            strategies.titles,
            st.lists(
                st.tuples(
                    st.builds(Candidate, user=strategies.users, name=strategies.titles), st.just("d1|one")
                ),
                min_size=1,
                max_size=9,
                unique_by=lambda one: one[0].user,
            ),
            languages,
        ),
    }
)
