"""The card in a channel, and the personal messages to the panel.

A card holds what everybody in the channel may know. Host links, panelist links and passwords are not even
passed to it.
"""

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import escaped, fitting, link, person, time_and_length
from bot.models import Audience, Frozen, Invitation, Registration, RegistrationStatus, Role, Webinar
from bot.models.drawn import Block, Message

TEXT_MAX = 3900


class Announcement(Frozen):
    """What a channel is told of a webinar."""

    title: str
    description: str
    when: str
    host: str
    audience: Audience
    join_uri: str | None
    registration: Registration | None
    needs_password: bool

    @classmethod
    def of(cls, webinar: Webinar) -> "Announcement":
        """The public part of a webinar."""
        return cls(
            title=webinar.title,
            description=webinar.description,
            when=time_and_length(webinar),
            host=webinar.owner,
            audience=webinar.audience,
            join_uri=webinar.join_uri,
            registration=webinar.registration,
            needs_password=bool(webinar.settings.password),
        )


def card(announcement: Announcement) -> Message:
    """The card; its `text` alone says all of it."""
    title, host = escaped(announcement.title), person(announcement.host)
    described = [section(fitting(announcement.description))] if announcement.description else []
    small = [context(line) for line in (status(announcement),) if line]
    blocks: list[Block] = [
        section(f"*{title}*"),
        *described,
        section(f":calendar: {announcement.when}\nHosted by {host}"),
        *small,
        *_buttons(announcement),
    ]
    said = [
        f"Webinar: {title}",
        announcement.when,
        f"hosted by {host}",
        status(announcement),
        _way_in(announcement),
    ]
    return Message(text=_text(said, announcement.description), blocks=tuple(blocks))


def status(announcement: Announcement) -> str:
    """How registration stands, or what joining takes: "Registration open, 12 registered"."""
    if announcement.audience is Audience.REGISTERED:
        return say_registration(announcement.registration)
    return f"A password is needed: ask {person(announcement.host)}." if announcement.needs_password else ""


def say_registration(registration: Registration | None) -> str:
    """How registration stands."""
    if registration is None:
        return "Registration opens soon"
    state = "open" if registration.status is RegistrationStatus.OPEN else "closed"
    return f"Registration {state}, {registration.count} registered"


def panel_message(webinar: Webinar, invitation: Invitation) -> Message:
    """What a co-host or panelist gets, with a link that is theirs alone."""
    role = "a co-host" if invitation.role is Role.CO_HOST else "a panelist"
    title = escaped(webinar.title)
    opening = f"{person(webinar.owner)} invited you as {role} to *{title}*."
    when = f":calendar: {time_and_length(webinar)}"
    way = (
        f"Your own link, for you alone: {link(invitation.join_uri, 'Join as ' + role.rsplit(maxsplit=1)[-1])}"
        if invitation.join_uri
        else "Your own link comes by e-mail from RingCentral."
    )
    return Message(text=f"{opening}\n{when}\n{way}", blocks=(section(opening), section(when), section(way)))


def _buttons(announcement: Announcement) -> list[Block]:
    registration = announcement.registration
    if announcement.audience is Audience.ALL_HANDS and announcement.join_uri:
        return [actions(button("Join", Action.JOIN, url=announcement.join_uri, style="primary"))]
    if registration and registration.page_uri and registration.status is RegistrationStatus.OPEN:
        return [actions(button("Register", Action.REGISTER, url=registration.page_uri, style="primary"))]
    return []


def _way_in(announcement: Announcement) -> str:
    if announcement.audience is Audience.ALL_HANDS:
        return f"join: {announcement.join_uri}" if announcement.join_uri else ""
    registration = announcement.registration
    if (
        registration is None
        or registration.status is not RegistrationStatus.OPEN
        or not registration.page_uri
    ):
        return ""
    return f"register: {registration.page_uri}"


def _text(said: list[str], description: str) -> str:
    """One line of everything, the description cut so that the whole fits into a message."""
    line = " · ".join(part for part in said if part)
    room = TEXT_MAX - len(line)
    return f"{line} · {fitting(description, room)}" if description and room > 100 else line
