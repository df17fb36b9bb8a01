"""Actions of people in RingCentral's own app and on its pages: no API request, no rate limit, the same rules."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sandbox.ringcentral.api import invitees, registrants, registration, sessions, webinars
from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.responses import Json, written_instant
from sandbox.ringcentral.api.schemas import (
    INVITEES,
    NEW_WEBINAR,
    REGISTRANT,
    REGISTRATION,
    SESSION,
    WEBINAR_CHANGES,
    Schema,
)
from sandbox.ringcentral.api.validation import check
from sandbox.ringcentral.events.event import Topic
from sandbox.ringcentral.state.account import AccountState
from sandbox.ringcentral.state.store import Invitee, Session, SessionRole, StoredRegistrant, StoredWebinar

T = TypeVar("T")


class AppUsers(AccountState):
    """The hosts' own hands, and those of people who register; each act raises a `Refusal` as the app would."""

    def make(self, title: str, description: str = "", **settings: Any) -> StoredWebinar:
        """Let the first user make a webinar, which has no session yet."""
        return self.make_for(next(iter(self.users)), title, description, **settings)

    def make_for(self, user_id: str, title: str, description: str = "", **settings: Any) -> StoredWebinar:
        """Let a user of the account make a webinar, which has no session yet."""
        body = {"title": title, "description": description, "settings": settings}
        made = self._by(user_id, webinars.create_webinar, NEW_WEBINAR, body)
        return self.store.webinars[made["id"]]

    def schedule(
        self,
        webinar_id: str,
        start: datetime | None = None,
        duration: timedelta = timedelta(hours=1),
        time_zone: str = "Etc/UTC",
        **more: Any,
    ) -> Session:
        """Let the host give a webinar its session: tomorrow at this time, unless said otherwise."""
        body = {**_when(start or self.now() + timedelta(days=1), duration, time_zone), **more}
        made = self._by_host(webinar_id, sessions.create_session, SESSION, body)
        return self.store.sessions[made["id"]]

    def move(
        self,
        session_id: str,
        start: datetime | None = None,
        duration: timedelta | None = None,
        time_zone: str | None = None,
        **more: Any,
    ) -> Session:
        """Let the host give a session another time, or in `more` another title, description, localeCode …"""
        session = self.store.sessions[session_id]
        lasting = duration or timedelta(seconds=session.duration)
        body = {**_when(start or session.start, lasting, time_zone or session.time_zone), **more}
        self._by_host(session.webinar_id, sessions.update_session, SESSION, body, sessionId=session_id)
        return session

    def rename(self, webinar_id: str, title: str) -> None:
        """Let the host give a webinar another title."""
        self._by_host(webinar_id, webinars.update_webinar, WEBINAR_CHANGES, {"title": title})

    def describe(self, webinar_id: str, description: str) -> None:
        """Let the host give a webinar another description."""
        self._by_host(webinar_id, webinars.update_webinar, WEBINAR_CHANGES, {"description": description})

    def change_settings(self, webinar_id: str, **settings: Any) -> None:
        """Let the host change a webinar's settings, by their names in the API."""
        self._by_host(webinar_id, webinars.update_webinar, WEBINAR_CHANGES, {"settings": settings})

    def cancel_session(self, session_id: str) -> None:
        """Let the host delete a session that has not begun; its webinar stays."""
        webinar_id = self.store.sessions[session_id].webinar_id
        self._by_host(webinar_id, sessions.delete_session, sessionId=session_id)

    def cancel_webinar(self, webinar_id: str) -> None:
        """Let the host delete a webinar, with its session if that has not begun."""
        self._by_host(webinar_id, webinars.delete_webinar)

    def invite(
        self,
        session_id: str,
        first_name: str,
        last_name: str,
        email: str,
        *,
        role: SessionRole = SessionRole.PANELIST,
    ) -> Invitee:
        """Let the host invite a panelist or co-host."""
        person = {"firstName": first_name, "lastName": last_name, "email": email, "role": role}
        webinar_id = self.store.sessions[session_id].webinar_id
        body = {"addedInvitees": [person]}
        done = self._by_host(webinar_id, invitees.update_many, INVITEES, body, sessionId=session_id)
        return self.store.invitees[done["addedInvitees"][0]["id"]]

    def register(
        self, session_id: str, first_name: str, last_name: str, email: str, **more: Any
    ) -> StoredRegistrant:
        """Register someone as the registration page does; `more` is source, questionnaire …"""
        wanted = {"firstName": first_name, "lastName": last_name, "email": email, **more}
        check(REGISTRANT, wanted)
        session = registration.registered_session(self.store, session_id)
        registrant = registrants.enroll(self.store, session, self.now(), wanted)
        self.changes.tell()
        return registrant

    def unregister(self, registrant_id: str) -> None:
        """Take a registration back as its cancellation page does."""
        registrant = self.store.registrants[registrant_id]
        registrants.withdraw(self.store, self.store.sessions[registrant.session_id], registrant)
        self.changes.tell()

    def open_registration(self, session_id: str, **settings: Any) -> None:
        """Let the host open registration, or change its settings (autoCloseLimit, workEmailRequired …) if open."""
        self._set_registration(session_id, "Open", settings)

    def close_registration(self, session_id: str, **settings: Any) -> None:
        """Let the host close registration."""
        self._set_registration(session_id, "Closed", settings)

    def ask(self, session_id: str, *question_ids: str) -> None:
        """Let the host ask questions on the registration page that nobody gets past without an answer."""
        self.store.sessions[session_id].questions = list(question_ids)
        self.changes.tell()

    def edit(self, thing_id: str, **changes: object) -> None:
        """Change attributes of a webinar or session, whatever the rules; a dict changes what it names."""
        session = self.store.sessions.get(thing_id)
        thing: StoredWebinar | Session = session or self.store.webinars[thing_id]
        for name, value in changes.items():
            before = getattr(thing, name)
            setattr(thing, name, before | value if isinstance(value, dict) else value)
        thing.modified = self.now()
        if changed := session or self.store.session_of(thing_id):
            self.store.tell(Topic.SESSIONS, changed, changeType="Updated")
        self.changes.tell()

    def remove(self, thing_id: str) -> None:
        """Delete a webinar, session, invitee or registrant, whatever the rules."""
        if thing_id in self.store.webinars:
            self.store.forget_webinar(thing_id)
        elif thing_id in self.store.sessions:
            self.store.forget_session(thing_id)
        elif thing_id in self.store.invitees:
            del self.store.invitees[thing_id]
        else:
            self.unregister(thing_id)
        self.changes.tell()

    def _set_registration(self, session_id: str, status: str, settings: Json) -> None:
        webinar_id = self.store.sessions[session_id].webinar_id
        body = {"registrationStatus": status, "settings": settings}
        self._by_host(webinar_id, registration.update_registration, REGISTRATION, body, sessionId=session_id)

    def _by_host(
        self,
        webinar_id: str,
        act: Callable[[ApiCall], T],
        schema: Schema | None = None,
        body: Json | None = None,
        **ids: str,
    ) -> T:
        host = self.store.webinars[webinar_id].host_id
        return self._by(host, act, schema, body, webinarId=webinar_id, **ids)

    def _by(
        self,
        user_id: str,
        act: Callable[[ApiCall], T],
        schema: Schema | None = None,
        body: Json | None = None,
        **ids: str,
    ) -> T:
        """Do what an operation of the API does, as a user of the account."""
        if schema:
            check(schema, body)
        done = act(self.call(self.users[user_id], ids=ids, body=body))
        self.changes.tell()
        return done


def _when(start: datetime, duration: timedelta, time_zone: str) -> Json:
    """Write a session's time as the API takes it."""
    return {
        "scheduledStartTime": written_instant(start),
        "scheduledDuration": int(duration.total_seconds()),
        "timeZone": time_zone,
    }
