"""Everything about one webinar for one person, with the actions that this person may take, and no others."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from blocks.card import NOT_HELD, Announcement, say_registration, status
from blocks.elements import actions, button, context, modal, section
from blocks.ids import Action, Callback
from blocks.own_link import own_button
from blocks.text import channel, fitting, link, listed, paragraphs, person, time_and_length, whole_lines
from bot.models import Audience, Phase, Role
from bot.models.slack_payloads import Block, Message, View
from bot.models.tracked import TrackedWebinar

_LISTED: Final = 150
_PHASES: Final = {
    Phase.SCHEDULED: "Scheduled",
    Phase.LIVE: ":red_circle: Live now",
    Phase.ENDED: "Ended",
    Phase.CANCELLED: "Cancelled",
}


def details_view(
    tracked: TrackedWebinar,
    channels: tuple[str, ...],
    viewer: str,
    *,
    may_change: bool,
    reader_zone: str | None = None,
) -> View:
    """The view; whoever may change it sees everybody who comes, and the host can see who registered."""
    _, blocks = _drawn(tracked, channels, viewer, may_change=may_change, reader_zone=reader_zone)
    return modal(Callback.DETAILS, "Webinar", blocks, metadata=tracked.webinar_key)


def details_message(
    tracked: TrackedWebinar,
    channels: tuple[str, ...],
    viewer: str,
    *,
    may_change: bool,
    problem: str | None,
    reader_zone: str | None = None,
) -> Message:
    """The same as a message for one person's eyes; a `problem` says why it may not be the newest."""
    lines, blocks = _drawn(tracked, channels, viewer, may_change=may_change, reader_zone=reader_zone)
    if problem:
        blocks = [context(f":warning: {fitting(problem, 1000)} This is what I knew last."), *blocks]
    return Message(text=whole_lines("\n".join(lines)), blocks=tuple(blocks))


def _drawn(
    tracked: TrackedWebinar,
    channels: tuple[str, ...],
    viewer: str,
    *,
    may_change: bool,
    reader_zone: str | None,
) -> tuple[list[str], list[Block]]:
    lines = [*_lines(tracked, channels, may_change=may_change, reader_zone=reader_zone)]
    blocks: list[Block] = [section(part) for part in paragraphs(lines)]
    if own := own_button(tracked, viewer):
        blocks.append(actions(*own))
    blocks += _actions(tracked) if may_change else [context(who_may(tracked))]
    hosts = viewer == tracked.webinar.owner
    return lines, blocks + _about_registrants(tracked, may_change=may_change, hosts=hosts)


def who_may(tracked: TrackedWebinar) -> str:
    """The people who can change a webinar, for somebody who cannot."""
    hosts = listed([person(user) for user in tracked.co_hosts[:20]])
    helpers = f", its co-hosts {hosts}" if hosts else ""
    return f"Only {person(tracked.webinar.owner)}{helpers} and workspace admins can change this webinar."


def fixed(tracked: TrackedWebinar) -> str:
    """The reason why a webinar that has begun or is over can no longer be changed; empty while it can."""
    webinar = tracked.webinar
    if webinar.phase is Phase.CANCELLED:
        return "It was cancelled and can no longer be changed."
    if not webinar.held:
        return f"{NOT_HELD} Its time has passed, so it can no longer be changed."
    if webinar.phase is Phase.ENDED:
        return "It has ended and can no longer be changed."
    if webinar.phase is Phase.LIVE or webinar.runs:
        return (
            "It has started: its title, time, settings and panel can no longer be changed, and it cannot be "
            "cancelled. You can still announce it."
        )
    return ""


def _lines(
    tracked: TrackedWebinar, channels: tuple[str, ...], *, may_change: bool, reader_zone: str | None
) -> Iterator[str]:
    webinar = tracked.webinar
    yield f"*{fitting(webinar.title, 2000)}*"
    phase = _PHASES[webinar.phase] if webinar.held else "Not held"
    yield f"{phase} · :calendar: {time_and_length(webinar, reader_zone)}"
    yield f"Hosted by {person(webinar.owner)}"
    if webinar.audience is Audience.REGISTERED:
        yield from _registered(tracked, whole=may_change)
    else:
        yield from _all_hands(tracked, whole=may_change)
    if webinar.is_over and (said := status(Announcement.of_tracked(tracked))):
        yield said
    for role, words in ((Role.CO_HOST, "Co-hosts"), (Role.PANELIST, "Panelists")):
        if users := [person(one.user) for one in tracked.panel if one.role is role]:
            yield f"{words}: {listed(users)}"
    if channels:
        yield f"Announced in {listed([channel(one) for one in channels[:40]])}"


def _registered(tracked: TrackedWebinar, *, whole: bool) -> Iterator[str]:
    registration = tracked.webinar.registration
    if tracked.webinar.is_over:
        return
    yield say_registration(registration, aged=True)
    if registration is not None and registration.page_uri:
        yield f"Registration page: {link(registration.page_uri)}"
    if whole:
        yield from _through_slack(tracked)


def _through_slack(tracked: TrackedWebinar) -> Iterator[str]:
    """Count what each announcement brought: "Through Slack: 12 in #general, 3 elsewhere"."""
    by_channel = Counter(one.channel for one in tracked.registered)
    counts = [
        f"{count} in {channel(where)}" if where else f"{count} elsewhere"
        for where, count in by_channel.most_common(40)
    ]
    if counts:
        yield f"Through Slack: {listed(counts)}"
    if tracked.in_line:
        yield f"{tracked.in_line} more waiting to be registered"


def _all_hands(tracked: TrackedWebinar, *, whole: bool) -> Iterator[str]:
    webinar, going = tracked.webinar, tracked.going
    if webinar.join_uri and not webinar.is_over:
        yield f"Attendee link: {link(webinar.join_uri)}"
    shown = going[: _LISTED if whole else 3]
    if going:
        more = [f"{len(going) - len(shown)} more"] if len(going) > len(shown) else []
        yield f"{len(going)} {'is' if len(going) == 1 else 'are'} going: {listed([*(person(one) for one in shown), *more])}"
    elif not webinar.is_over:
        yield "Nobody has said they are going yet."


def _about_registrants(tracked: TrackedWebinar, *, may_change: bool, hosts: bool) -> list[Block]:
    if tracked.webinar.audience is not Audience.REGISTERED or tracked.webinar.phase is Phase.CANCELLED:
        return []
    webinar_key, buttons = tracked.webinar_key, list[Block]()
    if may_change and not tracked.webinar.is_over:
        buttons.append(button("Registration", Action.CHANGE_REGISTRATION, value=webinar_key))
    if hosts:
        buttons.append(button("Registrants", Action.REGISTRANTS, value=webinar_key))
    return [actions(*buttons)] if buttons else []


def _actions(tracked: TrackedWebinar) -> list[Block]:
    webinar_key, said = tracked.webinar_key, fixed(tracked)
    told = [context(said)] if said else []
    if tracked.webinar.is_over:
        return told
    announce = button("Announce in channels", Action.ANNOUNCE, value=webinar_key)
    if said:
        return [*told, actions(announce)]
    return [
        actions(
            button("Edit or reschedule", Action.EDIT_WEBINAR, value=webinar_key, style="primary"),
            button("Co-hosts and panelists", Action.CHANGE_PANEL, value=webinar_key),
            announce,
            button("Reminders", Action.CHANGE_REMINDERS, value=webinar_key),
            button("Cancel webinar", Action.CANCEL_WEBINAR, value=webinar_key, style="danger"),
        )
    ]
