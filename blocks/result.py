"""The result of a creation: the webinar with everything about it, or the problem and the next step."""

from collections.abc import Iterable
from typing import Final

from blocks.card import say_registration, to_calendar
from blocks.elements import actions, button, context, modal, plain_section, section
from blocks.ids import Action, Callback
from blocks.own_link import host_button
from blocks.settings import chosen, label, say_settings
from blocks.text import (
    LINE_MAX,
    channel,
    fitting,
    link,
    listed,
    paragraphs,
    person,
    time_and_length,
    when,
)
from bot.models import Audience, Phase, Role, Webinar
from bot.models.report import Found, Outcome, Overruled, Report
from bot.models.slack_payloads import Block, Message, View
from bot.models.webinar import CHANNELS_MAX

ANSWERED: Final = "This question has already been answered."
FORM_GONE: Final = "This form is no longer available. Type /webinar to start again."
_CHOICES: Final = 20
_OVER: Final = {Phase.CANCELLED: "Cancelled", Phase.ENDED: "Ended"}


def result_view(report: Report, *, host_told: bool = True) -> View:
    """The view that takes the place of "Creating…"."""
    if host_told:
        told = "Your host link is in your direct messages."
    else:
        told = "I couldn’t send you a direct message. You’ll find your host link in RingCentral."
    return modal(Callback.FORM, "Webinar created", [*_story(report), context(told)], close="Done")


def host_message(report: Report) -> Message:
    """The message to the host alone: the whole result, the host's link and the password."""
    webinar = report.webinar
    title = fitting(webinar.title, 1000)
    over = _OVER.get(webinar.phase) if webinar.held else "Not held"
    if over is not None:
        said = f"{over}: {title} · {time_and_length(webinar)}"
        return Message(
            text=said, blocks=(section(f"*{over}:* {title}\n:calendar: {time_and_length(webinar)}"),)
        )
    blocks = [*_story(report), *_secrets(report), *_manage(report)]
    said = f"Webinar created: {title}"
    text = " · ".join([said, time_and_length(webinar), _attendees(webinar)])
    return Message(text=text, blocks=tuple(blocks))


def failure_message(title: str, outcome: Outcome, submission_id: str) -> Message:
    """The message after a failure; one click tries again with everything that was typed."""
    ended = "was created, but not everything was done" if outcome.exists else "was not created"
    text = f":warning: *{fitting(title, 600)}* {ended}. {fitting(outcome.problem, 2000)}"
    kept = context("Everything you typed is saved.")
    again = actions(
        button("Try again", Action.RETRY, value=submission_id, style="primary"),
        button("Edit", Action.EDIT, value=submission_id),
    )
    return Message(text=text, blocks=(section(text), kept, again))


def choice_message(title: str, outcome: Outcome, submission_id: str, time_zone: str) -> Message:
    """The message that asks the person which webinar at RingCentral is theirs."""
    text = (
        f":grey_question: *{fitting(title, 600)}*: RingCentral did not answer when I created it, and there are webinars "
        "with this title and description that I cannot tell from yours. Look in RingCentral; is it one of these?"
    )
    found = [
        section(
            f"{_made(one, time_zone)}, number {fitting(one.id, 40)}",
            accessory=button("It is this one", Action.IT_IS_THIS, value=f"{submission_id}|{one.id}"),
        )
        for one in outcome.found[:_CHOICES]
    ]
    none = button("None of these: create it", Action.IT_IS_NONE, value=submission_id, style="primary")
    said = context("Nothing happens until you choose. Everything you typed is saved.")
    return Message(text=text, blocks=(section(text), *found, actions(none), said))


def settled_message(text: str) -> Message:
    """The message in the place of one whose buttons have done their work; `text` is plain."""
    said = fitting(text)
    return Message(text=said, blocks=(section(said),))


def not_left(title: str, *, created: bool) -> str:
    """The reason why there is nothing left to try again; plain text."""
    return f"{title} was created already." if created else f"{title} is being created already."


def _made(one: Found, time_zone: str) -> str:
    return f"Made {when(one.made_at, time_zone)}" if one.made_at else "Made at a time unknown"


def _story(report: Report) -> list[Block]:
    webinar = report.webinar
    lines = [
        f":white_check_mark: *{fitting(webinar.title, 2900)}*",
        f":calendar: {time_and_length(webinar)}",
        f"Host: {person(webinar.owner)}",
        _attendees(webinar),
    ]
    blocks = [section(text) for text in paragraphs(lines)]
    if webinar.description:
        blocks.append(section(fitting(webinar.description)))
    return blocks + [section(text) for lines in _details(report) for text in paragraphs(lines)]


def _attendees(webinar: Webinar) -> str:
    if webinar.audience is Audience.ALL_HANDS:
        if webinar.join_uri is None:
            return "RingCentral has not given the link for attendees yet. I’ll keep checking and add it to the card as soon as it’s available."
        return f"Attendee link, to share: {link(webinar.join_uri)}"
    page = webinar.registration.page_uri if webinar.registration else None
    said = say_registration(webinar.registration)
    if page is None and webinar.registration is not None:
        later = "RingCentral has not given the registration page yet. I’ll keep checking and add it to the card as soon as it’s available."
        return f"{later}\n{said}"
    return f"Registration page: {link(page)}\n{said}" if page else said


def _details(report: Report) -> Iterable[list[str]]:
    yield _bullets("Your settings", (fitting(said, LINE_MAX) for said in say_settings(report.applied)))
    yield _bullets("Set by your RingCentral account", map(_overruled, report.overruled))
    yield _bullets("Invited", _invited(report))
    yield _bullets("Announced", _announced(report))
    problems = [fitting(problem, LINE_MAX) for problem in report.problems]
    if report.twice:
        problems.append("Clocks go back that day, so this hour comes twice. The webinar is in the first one.")
    yield _bullets("Please note", problems)


def _manage(report: Report) -> list[Block]:
    if not report.webinar_key:
        return [actions(*own)] if (own := host_button(report.webinar)) else []
    details = button("Details", Action.DETAILS, value=report.webinar_key)
    own = host_button(report.webinar)
    if report.webinar.phase is not Phase.SCHEDULED:
        return [actions(*own, details)]
    return [actions(*own, to_calendar(report.webinar_key), details)]


def _bullets(heading: str, lines: Iterable[str]) -> list[str]:
    told = [f"• {line}" for line in lines]
    return [f"*{heading}*", *told] if told else []


def _overruled(one: Overruled) -> str:
    asked = f"{label(one.name)}: you asked for “{chosen(one.name, one.asked)}”"
    if one.got is None:
        return f"{fitting(asked, LINE_MAX)}; your account does not allow that, so it was left unchanged."
    return f"{fitting(asked, LINE_MAX)}; your account keeps it at “{fitting(chosen(one.name, one.got), LINE_MAX)}”."


def _invited(report: Report) -> Iterable[str]:
    for invitation in report.invitations:
        role = "co-host" if invitation.role is Role.CO_HOST else "panelist"
        problem = f" — {fitting(invitation.problem, LINE_MAX)}" if invitation.problem else ""
        yield f"{person(invitation.user)} as {role}{problem}"


def _announced(report: Report) -> Iterable[str]:
    done = [channel(one.channel) for one in report.announced if one.problem is None]
    for first in range(0, len(done), CHANNELS_MAX):
        yield f"in {listed(done[first : first + CHANNELS_MAX])}"
    for one in report.announced:
        if one.problem is not None:
            yield f"not in {channel(one.channel)}: {fitting(one.problem, LINE_MAX)}"


def _secrets(report: Report) -> list[Block]:
    way = (
        "*Start as host* opens your webinar."
        if report.webinar.host_uri
        else "RingCentral has not given your link as host yet. Until it does, start the webinar in RingCentral itself."
    )
    blocks = [section(f"*Only visible to you*: {way}")]
    if report.password:
        blocks.append(plain_section(f"Password for attendees: {report.password}"))
    return blocks
