"""The webinars that concern one person, as the Home tab and the list behind `/webinar list` show them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from blocks.card import Announcement, say_going, say_registration, status
from blocks.elements import actions, button, context, divider, section
from blocks.ids import Action, Callback, Command
from blocks.own_link import own_button
from blocks.register import unregister_button
from blocks.subcommands import examples
from blocks.text import counted, fitting, link, person, time_and_length
from bot.models import Audience, Phase
from bot.models.slack_payloads import Block, Message, View
from bot.models.tracked import TrackedWebinar

PER_PAGE: Final = 8
_PAST: Final = 5
_TITLE_MAX: Final = 300
_MARKS: Final = {
    Phase.SCHEDULED: ":calendar:",
    Phase.LIVE: ":red_circle: Live now ·",
    Phase.ENDED: ":checkered_flag:",
    Phase.CANCELLED: ":no_entry_sign: Cancelled ·",
}


LACKS_CHANNELS: Final = ":warning: Slack doesn’t tell me which channels you are in right now, so webinars announced there may be missing."


def home_view(
    viewer: str,
    concerning: Sequence[TrackedWebinar],
    page: int = 0,
    reader_zone: str | None = None,
    *,
    lacks_channels: bool = False,
) -> View:
    """The Home tab of one person."""
    missing = [context(LACKS_CHANNELS)] if lacks_channels else []
    create = actions(button("Create a webinar", Action.CREATE_HERE, style="primary"))
    hint = context(f"Or type `{Command.WEBINAR} create` and one line, in any channel:\n{examples()}")
    return {
        "type": "home",
        "callback_id": Callback.HOME,
        "blocks": [create, hint, *missing, *listed_blocks(viewer, concerning, page, reader_zone)],
    }


def list_message(
    viewer: str,
    concerning: Sequence[TrackedWebinar],
    page: int = 0,
    reader_zone: str | None = None,
    *,
    lacks_channels: bool = False,
) -> Message:
    """The list, for one person's eyes."""
    missing = [context(LACKS_CHANNELS)] if lacks_channels else []
    upcoming = [one for one in concerning if one.is_upcoming]
    text = "\n".join(
        [
            counted(len(upcoming), "upcoming webinar"),
            *(
                f"• {fitting(one.webinar.title, 150)}: {time_and_length(one.webinar, reader_zone)}"
                for one in upcoming[:PER_PAGE]
            ),
        ]
    )
    return Message(text=text, blocks=(*missing, *listed_blocks(viewer, concerning, page, reader_zone)))


def choice_of(viewer: str, found: Sequence[TrackedWebinar], reader_zone: str | None = None) -> Message:
    """Several webinars fit what was asked: which one is meant?"""
    rows = [block for one in found[:PER_PAGE] for block in _row(viewer, one, reader_zone)]
    said = f"{len(found)} webinars fit. Which one do you mean?"
    return Message(text=said, blocks=(section(said), *rows))


def listed_blocks(
    viewer: str, concerning: Sequence[TrackedWebinar], page: int, reader_zone: str | None = None
) -> list[Block]:
    """Upcoming webinars, the earliest first, a page at a time; then those that are over, the latest first."""
    upcoming = [one for one in concerning if one.is_upcoming]
    past = [one for one in reversed(concerning) if not one.is_upcoming][:_PAST]
    page = max(0, min(page, (len(upcoming) - 1) // PER_PAGE))
    shown = upcoming[page * PER_PAGE : (page + 1) * PER_PAGE]
    blocks = [
        section("*Upcoming webinars*"),
        *(block for one in shown for block in _row(viewer, one, reader_zone)),
    ]
    if not upcoming:
        blocks.append(context("You have no upcoming webinars, and none are announced in your channels."))
    blocks += _pages(page, len(upcoming))
    if past:
        blocks += [divider(), section("*Past webinars*")]
        blocks += [block for one in past for block in _row(viewer, one, reader_zone)]
    return blocks


def _row(viewer: str, tracked: TrackedWebinar, reader_zone: str | None) -> list[Block]:
    webinar = tracked.webinar
    title = fitting(webinar.title, _TITLE_MAX)
    mine = "hosted by you" if webinar.owner == viewer else f"hosted by {person(webinar.owner)}"
    told = f"*{title}*\n{_MARKS[webinar.phase]} {time_and_length(webinar, reader_zone)} · {mine}"
    return [
        section(told),
        *(context(line) for line in (_how_it_stands(tracked),) if line),
        actions(
            *own_button(tracked, viewer),
            button("Details", Action.DETAILS, value=tracked.webinar_key),
            *_offers(viewer, tracked),
        ),
    ]


def _offers(viewer: str, tracked: TrackedWebinar) -> Iterator[dict[str, Any]]:
    """The buttons that this person may use at once; the rest is behind Details."""
    webinar, webinar_key = tracked.webinar, tracked.webinar_key
    if webinar.phase is not Phase.SCHEDULED:
        return
    if viewer in {webinar.owner, *tracked.co_hosts}:
        yield button("Edit or reschedule", Action.EDIT_WEBINAR, value=webinar_key)
        yield button("Announce in channels", Action.ANNOUNCE, value=webinar_key)
    elif webinar.audience is Audience.REGISTERED:
        yield from _entry(viewer, tracked)
    elif viewer in tracked.going:
        yield button("I can’t come after all", Action.NOT_GOING, value=webinar_key)
    else:
        yield button("I’m going", Action.GOING, value=webinar_key)


def _entry(viewer: str, tracked: TrackedWebinar) -> Iterator[dict[str, Any]]:
    registration = tracked.webinar.registration
    if viewer in {one.user for one in tracked.registered}:
        yield unregister_button(tracked.webinar_key, "Cancel my registration")
    elif registration is not None and registration.is_open and not registration.asks:
        yield button("Register me", Action.REGISTER, value=tracked.webinar_key)


def _how_it_stands(tracked: TrackedWebinar) -> str:
    """Audience with registered or going; what became of it once it is over."""
    webinar, announcement = tracked.webinar, Announcement.of_tracked(tracked)
    if webinar.is_over:
        uri = webinar.recording.uri if webinar.recording else None
        return " ".join(filter(None, (status(announcement), link(uri, "Watch") if uri else "")))
    if webinar.audience is Audience.REGISTERED:
        return f"Registered event · {say_registration(webinar.registration)}"
    return f"All-hands · {say_going(announcement) or 'nobody has said they are going yet'}"


def _pages(page: int, count: int) -> list[Block]:
    last = (count - 1) // PER_PAGE
    if last <= 0:
        return []
    turns = []
    if page > 0:
        turns.append(button("Earlier", Action.EARLIER_PAGE, value=str(page - 1)))
    if page < last:
        turns.append(button("Later", Action.LATER_PAGE, value=str(page + 1)))
    return [context(f"Page {page + 1} of {last + 1}"), actions(*turns)]
