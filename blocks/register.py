"""Registering for an event from Slack: the consent, the answer to the click, and the message with one's own link."""

from typing import Final

from pydantic import ValidationError

from blocks.elements import actions, button, confirmation, context, modal, section
from blocks.ids import Action, Callback
from blocks.text import about, fitting, link, person, time_and_length
from bot.models import Person, Phase, Webinar
from bot.models.registration import (
    RegistrationBarrier,
    RegistrationEntry,
    RegistrationStage,
    SignupAnswer,
    SignupClick,
)
from bot.models.slack_payloads import Block, Message, View
from bot.models.tracked import TrackedWebinar

_TITLE_MAX: Final = 600
_GONE: Final = "This webinar no longer exists."
_SURE: Final = confirmation(
    "Cancel your registration?",
    "Your personal link stops working immediately.",
    "Cancel my registration",
    "Keep it",
)


def consent_view(tracked: TrackedWebinar, click: SignupClick, somebody: Person | None) -> View:
    """Asks once whether the name and the e-mail address may go where registering takes them."""
    webinar = tracked.webinar
    who = "the name and e-mail address in your Slack profile"
    if somebody is not None and somebody.email is not None:
        full = f"{somebody.first_name} {somebody.last_name}".removesuffix(" -")
        who = f"your name and e-mail address, *{fitting(full, 300)}* and *{fitting(somebody.email, 300)}*,"
    return modal(
        Callback.CONSENT,
        "Register",
        [
            section(f"*{_title(webinar)}*\n:calendar: {time_and_length(webinar)}"),
            section(
                f"To register you, I share {who} with RingCentral, along with the channel you clicked in and your Slack "
                f"ID. The host, {person(webinar.owner)}, can see your name and e-mail address; nobody else in Slack can."
            ),
            context("I only ask once. Next time one click is enough, and you can cancel at any time."),
        ],
        submit="Register me",
        close="Not now",
        metadata=click.model_dump_json(),
    )


def read_consent(view: View) -> SignupClick:
    """Read the click before the question; raises ValueError for a view that is none of ours."""
    try:
        return SignupClick.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no click") from None


def answer_message(tracked: TrackedWebinar | None, answer: SignupAnswer) -> Message:
    """The answer to a click, for that person's eyes."""
    if tracked is None:
        return Message(text=_GONE, blocks=(section(_GONE),))
    text = _said(tracked.webinar, answer)
    return Message(text=text, blocks=(section(text), *_ways(tracked, answer)))


def answer_view(tracked: TrackedWebinar | None, answer: SignupAnswer) -> View:
    """The same where a view is open."""
    return modal(Callback.DETAILS, "Register", answer_message(tracked, answer).blocks, close="Done")


def registrant_message(webinar: Webinar, entry: RegistrationEntry) -> Message:
    """The message about a registration, for that person alone; it is kept true."""
    answer = SignupAnswer(stage=entry.stage, barrier=entry.barrier, join_uri=entry.join_uri)
    if webinar.is_over and entry.stage is RegistrationStage.REGISTERED:
        ended = "has ended" if webinar.held else "was not held"
        ending = "was cancelled" if webinar.phase is Phase.CANCELLED else ended
        text = f"*{_title(webinar)}*, {time_and_length(webinar)}, {ending}. You were registered."
        return Message(text=text, blocks=(section(text),))
    text = _said(webinar, answer)
    blocks: list[Block] = [section(text)]
    if entry.stage is RegistrationStage.REGISTERED:
        calendar = button("Add to calendar", Action.CALENDAR, value=entry.webinar_key)
        blocks.append(actions(*_own(entry.webinar_key, entry.join_uri), calendar))
    elif buttons := _after_refusal(webinar, entry.webinar_key, entry.barrier):
        blocks.append(actions(*buttons))
    return Message(text=text, blocks=tuple(blocks))


def room_alert_message(tracked: TrackedWebinar | None) -> Message:
    """The answer to somebody who wants to hear when there is room; when there is, they can register at once."""
    if tracked is None or tracked.webinar.is_over:
        return Message(text=_GONE, blocks=(section(_GONE),))
    title = _title(tracked.webinar)
    if (registration := tracked.webinar.registration) is not None and registration.is_open:
        text = f"Registration for *{title}* is open."
        now = button("Register me", Action.REGISTER, value=tracked.webinar_key, style="primary")
        return Message(text=text, blocks=(section(text), actions(now)))
    text = f":bell: I’ll send you a direct message when registration for *{title}* is open again."
    return Message(text=text, blocks=(section(text),))


def room_alert_view(tracked: TrackedWebinar | None) -> View:
    """The same where a view is open."""
    return modal(Callback.DETAILS, "Register", room_alert_message(tracked).blocks, close="Done")


def registration_page(uri: str, *, first: bool = False) -> Block:
    """The button that opens RingCentral's own page."""
    return button("Registration page", Action.REGISTRATION_PAGE, url=uri, style="primary" if first else None)


def unregister_button(webinar_key: str, label: str) -> Block:
    """The button that takes a registration back, once it is sure."""
    return button(label, Action.UNREGISTER, value=webinar_key, confirm=_SURE)


def _ways(tracked: TrackedWebinar, answer: SignupAnswer) -> list[Block]:
    """The buttons for the next step."""
    webinar = tracked.webinar
    if answer.stage is RegistrationStage.REGISTERED:
        return [actions(*_own(tracked.webinar_key, answer.join_uri))]
    if answer.stage is RegistrationStage.WAITING:
        page, leave = _page(webinar), button("Leave the queue", Action.UNREGISTER, value=tracked.webinar_key)
        return [actions(*([page] if page else []), leave)]
    buttons = _after_refusal(webinar, tracked.webinar_key, answer.barrier)
    return [actions(*buttons)] if buttons else []


def _after_refusal(webinar: Webinar, webinar_key: str, barrier: RegistrationBarrier | None) -> list[Block]:
    """What somebody can do who could not register."""
    if barrier is None or webinar.is_over:
        return []
    if barrier in {RegistrationBarrier.FULL, RegistrationBarrier.CLOSED}:
        return [button("Tell me when there is room", Action.ROOM_ALERT, value=webinar_key)]
    return [page] if (page := _page(webinar)) else []


def _own(webinar_key: str, join_uri: str | None) -> list[Block]:
    join = [button("Join", Action.JOIN, url=join_uri, style="primary")] if join_uri else []
    return [*join, unregister_button(webinar_key, "Cancel my registration")]


def _page(webinar: Webinar) -> Block | None:
    uri = webinar.registration.page_uri if webinar.registration else None
    return registration_page(uri) if uri else None


def _said(webinar: Webinar, answer: SignupAnswer) -> str:
    title, what = _title(webinar), f"*{_title(webinar)}*, {time_and_length(webinar)}"
    match answer.stage:
        case RegistrationStage.REGISTERED:
            return f":white_check_mark: You’re registered for {what}.\n{_way(answer.join_uri)}{_kept(answer)}"
        case RegistrationStage.WAITING:
            return f":hourglass_flowing_sand: {_in_line(title, answer)}"
        case RegistrationStage.LEAVING:
            return (
                f":hourglass_flowing_sand: I asked RingCentral to cancel your registration for *{title}*. The message "
                "with your personal link says so as soon as it is done."
            )
        case RegistrationStage.LEFT:
            return f"You’re no longer registered for *{title}*. Press *Register me* on its card if you change your mind."
    return f":warning: I couldn’t register you for *{title}*. {_because(webinar, answer.barrier)}"


def _in_line(title: str, answer: SignupAnswer) -> str:
    place = answer.place
    soon = "You get your personal link by direct message, so there is no need to wait here."
    if place is None or place.ahead_of_all == 0:
        return f"You’re next for *{title}*. {soon}"
    pace = f"RingCentral accepts one registration every {max(1, round(answer.pace))} s."
    return (
        f"You’re {_ordinal(place.ahead + 1)} in the queue for *{title}*, {about(answer.seconds)}. {pace} {soon} "
        "The registration page is faster."
    )


def _way(join_uri: str | None) -> str:
    if join_uri is None:
        return "RingCentral sends your personal link by e-mail."
    return f"Your personal link (only visible to you): {link(join_uri, 'Join')}"


def _kept(answer: SignupAnswer) -> str:
    return "\nRingCentral did not let me cancel it. Please ask the host." if answer.barrier else ""


def _because(webinar: Webinar, barrier: RegistrationBarrier | None) -> str:
    """The reason why they cannot register, and the next step."""
    host, registration = person(webinar.owner), webinar.registration
    most = registration.limit if registration and registration.limit else 0
    limit = f": {most} {'person is' if most == 1 else 'people are'} registered" if most else ""
    reasons = {
        RegistrationBarrier.OVER: "It is over or was cancelled.",
        RegistrationBarrier.CLOSED: f"Registration is closed. Ask {host}.",
        RegistrationBarrier.FULL: f"It is full{limit}. Ask {host} to raise the limit.",
        RegistrationBarrier.QUESTIONS: "The host asks extra questions, so please register on the registration page.",
        RegistrationBarrier.NO_EMAIL: (
            "Slack doesn’t share your e-mail address with me, and RingCentral registers people by e-mail. Please use the registration page."
        ),
        RegistrationBarrier.WORK_EMAIL: (
            "Only work e-mail addresses are accepted, and the one in your Slack profile does not count as one. Use "
            f"the registration page with another address, or ask {host}."
        ),
        RegistrationBarrier.GONE: "RingCentral can no longer find it.",
    }
    otherwise = f"RingCentral did not accept it. Try the registration page, or ask {host}."
    return reasons.get(barrier, otherwise) if barrier else otherwise


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _title(webinar: Webinar) -> str:
    return fitting(webinar.title, _TITLE_MAX)
