"""The state of the local RingCentral, and the hand of the world: what happens there without the API."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.ringcentral.changes import Changes
from sandbox.ringcentral.checking import check
from sandbox.ringcentral.registrants import enroll
from sandbox.ringcentral.registration import registered_session
from sandbox.ringcentral.schemas import REGISTRANT
from sandbox.ringcentral.store import Invitee, Registrant, Session, Status, Store, User, Webinar


class World:
    """An account with its users and webinars; `clock` gives epoch seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.store = Store()
        self.changes = Changes()

    @property
    def users(self) -> Mapping[str, User]:
        """The account's users by id."""
        return self.store.users

    @property
    def webinars(self) -> Mapping[str, Webinar]:
        """All webinars by id, oldest first."""
        return self.store.webinars

    @property
    def sessions(self) -> Mapping[str, Session]:
        """All sessions by id, oldest first."""
        return self.store.sessions

    @property
    def invitees(self) -> Mapping[str, Invitee]:
        """All invitees by id, oldest first, hosts included."""
        return self.store.invitees

    @property
    def registrants(self) -> Mapping[str, Registrant]:
        """All registrants by id, oldest first."""
        return self.store.registrants

    def now(self) -> datetime:
        """Tell the time, in the milliseconds that answers show."""
        return datetime.fromtimestamp(round(self.clock() * 1000) / 1000, UTC)

    def make(self, title: str, description: str = "", **settings: Any) -> Webinar:
        """Let the first user make a webinar in RingCentral's own app, where it has no session yet."""
        host = next(iter(self.users))
        now = self.now()
        webinar = Webinar(
            id=self.store.new_id(),
            created=now,
            modified=now,
            host_id=host,
            title=title,
            description=description,
            settings=settings,
        )
        self.store.webinars[webinar.id] = webinar
        self.changes.tell()
        return webinar

    def schedule(self, webinar_id: str) -> Session:
        """Let the host give a webinar its session in RingCentral's own app: tomorrow, for an hour."""
        now = self.now()
        session = Session(
            id=self.store.new_id(),
            created=now,
            modified=now,
            webinar_id=webinar_id,
            start=now + timedelta(days=1),
            duration=3600,
            time_zone="Etc/UTC",
        )
        self.store.sessions[session.id] = session
        self.changes.tell()
        return session

    def go_live(self, session_id: str) -> None:
        """Let the host begin."""
        self.edit(session_id, status=Status.ACTIVE)

    def end(self, session_id: str) -> None:
        """Let the host end the webinar for all."""
        self.edit(session_id, status=Status.FINISHED)

    def register(self, session_id: str, first_name: str, last_name: str, email: str) -> Registrant:
        """Register someone as the registration page does; raise a `Refusal` as it would."""
        wanted = {"firstName": first_name, "lastName": last_name, "email": email}
        check(REGISTRANT, wanted)
        registrant = enroll(self.store, registered_session(self.store, session_id), self.now(), wanted)
        self.changes.tell()
        return registrant

    def edit(self, thing_id: str, **changes: object) -> None:
        """Change attributes of a webinar or session as in RingCentral's own app; a dict changes what it names."""
        thing: Webinar | Session = self.store.sessions.get(thing_id) or self.store.webinars[thing_id]
        for name, value in changes.items():
            before = getattr(thing, name)
            setattr(thing, name, before | value if isinstance(value, dict) else value)
        thing.modified = self.now()
        self.changes.tell()

    def remove(self, thing_id: str) -> None:
        """Delete a webinar, session, invitee or registrant as in RingCentral's own app."""
        if thing_id in self.store.webinars:
            self.store.forget_webinar(thing_id)
        elif thing_id in self.store.sessions:
            self.store.forget_session(thing_id)
        elif thing_id in self.store.invitees:
            del self.store.invitees[thing_id]
        else:
            del self.store.registrants[thing_id]
        self.changes.tell()
