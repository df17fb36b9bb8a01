"""The audit of all requested webinars: everything that is doubled, missing or left over, in words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sandbox.ringcentral import WebinarAPI
from sandbox.ringcentral.state.store import Session
from sandbox.slack import SlackServer
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import StoredMessage
from tests.load.customers import WebinarRequest

_LINK = re.compile(r"/join/([\w-]+)")


class Audit:
    """Looks at what is there at RingCentral and in Slack; `complaints` is empty when everything is there once."""

    def __init__(
        self, slack: SlackServer, ringcentral: WebinarAPI, requests: Sequence[WebinarRequest]
    ) -> None:
        self._workspace = slack.state.workspace
        self._ringcentral = ringcentral
        self._store = ringcentral.store
        self._requests = requests
        self._sessions = {session.host_code: session for session in ringcentral.sessions.values()}
        self._posted = Counter(_keys(slack))
        refusals = [f"Slack could not take {refusal.what}: {refusal.problems}" for refusal in slack.refusals]
        self.complaints = [*self._at_ringcentral(), *self._for_each(), *self._left_over(), *refusals]

    def _at_ringcentral(self) -> Iterator[str]:
        wanted = Counter(request.title for request in self._requests)
        made = Counter(webinar.title for webinar in self._ringcentral.webinars.values())
        for title in sorted(wanted | made):
            if made[title] != wanted[title]:
                yield f"{made[title]} webinars called “{title}”, and {wanted[title]} were asked for"
        for webinar in self._ringcentral.webinars.values():
            if (session := self._store.session_of(webinar.id)) is None:
                yield f"a webinar without a session: “{webinar.title}”"
            else:
                yield from self._panel_of(webinar.title, session)
        if self._ringcentral.penalties:
            yield f"{self._ringcentral.penalties} requests beyond the rate limit"

    def _panel_of(self, title: str, session: Session) -> Iterator[str]:
        emails = Counter(invitee.email for invitee in self._store.invitees_of(session.id))
        for email, times in emails.items():
            if times > 1:
                yield f"{email} was invited {times} times to “{title}”"

    def _for_each(self) -> Iterator[str]:
        hosted: Counter[str] = Counter()
        for request in self._requests:
            told = [message for message in self._direct(request.owner) if request.tells_success(message)]
            if len(told) != 1:
                yield f"{request.owner} was told {len(told)} times that “{request.title}” is there"
            for message in told[:1]:
                code = _host_code(message)
                hosted[code] += 1
                yield from self._spread(request, _key(message).partition(":")[0], self._sessions.get(code))
        yield from (f"{times} people were given one webinar" for times in hosted.values() if times > 1)

    def _spread(self, request: WebinarRequest, webinar_key: str, session: Session | None) -> Iterator[str]:
        """The faults of one webinar's cards and links: each belongs in its place, once."""
        if session is None:
            yield f"the webinar “{request.title}” that {request.owner} was told of is not there"
            return
        for key, place in _expected(request, webinar_key):
            if (times := self._posted.pop(key, 0)) != 1:
                yield f"{times} messages for “{request.title}” of {request.owner} in {place}"
        way_in = f"/register/{session.id}" if request.registered else f"/join/{session.attendee_code}"
        for channel in request.channels:
            cards = [one for one in self._workspace.channels[channel].messages if way_in in one.text]
            if len(cards) != 1:
                yield f"{len(cards)} cards that lead into “{request.title}” of {request.owner} in {channel}"
        invited = {invitee.email for invitee in self._store.invitees_of(session.id)}
        missing = {self._workspace.people[one].email for one in request.panelists} - invited
        yield from (f"{email} is not invited to “{request.title}”" for email in sorted(filter(None, missing)))

    def _left_over(self) -> Iterator[str]:
        """Cards and links that belong to nothing; failures may have been told."""
        for key, times in sorted(self._posted.items()):
            if not key.endswith((":host", ":failure")):
                yield f"{times} messages that belong to no webinar ({key})"

    def _direct(self, person: str) -> list[StoredMessage]:
        channel = self._workspace.find_direct([BOT_USER, person])
        return channel.messages if channel else []


def _keys(slack: SlackServer) -> Iterator[str]:
    for channel in slack.state.workspace.channels.values():
        yield from (key for message in channel.messages if (key := _key(message)))


def _key(message: StoredMessage) -> str:
    return str((message.metadata or {}).get("event_payload", {}).get("key", ""))


def _host_code(message: StoredMessage) -> str:
    """The code of the link for the host, which stands last in the message for the host alone."""
    codes: list[str] = _LINK.findall(str(message.blocks))
    return codes[-1] if codes else ""


def _expected(request: WebinarRequest, webinar_key: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{webinar_key}:card:{channel}", channel) for channel in request.channels)
    yield from (
        (f"{webinar_key}:panel:{person}", f"the conversation with {person}") for person in request.panelists
    )
