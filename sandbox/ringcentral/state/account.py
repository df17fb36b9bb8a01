"""The state of the local RingCentral: an account with its users, webinars, and what became of them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.responses import Links
from sandbox.ringcentral.events.deliveries import WebhookDeliveries
from sandbox.ringcentral.events.subscription import Subscription
from sandbox.ringcentral.state.changes import ApiChanges
from sandbox.ringcentral.state.history import Participant, StoredRecording
from sandbox.ringcentral.state.policy import Policy
from sandbox.ringcentral.state.store import Invitee, Session, Store, StoredRegistrant, StoredWebinar, User


class AccountState:
    """An account with its users and webinars; `clock` gives epoch seconds, `url` is where it is served."""

    def __init__(self, clock: Callable[[], float], policy: Policy) -> None:
        self.clock = clock
        self.policy = policy
        self.url = "http://127.0.0.1"
        self.store = Store()
        self.changes = ApiChanges()
        self.deliveries = WebhookDeliveries(self.store, self.now, self.changes)
        self.store.listeners.append(self.deliveries.spread)

    @property
    def users(self) -> Mapping[str, User]:
        """The account's users by id."""
        return self.store.users

    @property
    def webinars(self) -> Mapping[str, StoredWebinar]:
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
    def registrants(self) -> Mapping[str, StoredRegistrant]:
        """All registrants by id, oldest first."""
        return self.store.registrants

    @property
    def participants(self) -> Mapping[str, Participant]:
        """All who have been in a session by id, first come first."""
        return self.store.participants

    @property
    def recordings(self) -> Mapping[str, StoredRecording]:
        """All recordings by id, oldest first."""
        return self.store.recordings

    @property
    def subscriptions(self) -> Mapping[str, Subscription]:
        """All subscriptions by id whose time is not up, oldest first."""
        self.store.subscriptions_at(self.now())
        return self.store.subscriptions

    @property
    def links(self) -> Links:
        """The addresses of the pages that people open."""
        return Links(self.url)

    def now(self) -> datetime:
        """Tell the time, in the milliseconds that answers show."""
        return datetime.fromtimestamp(round(self.clock() * 1000) / 1000, UTC)

    def call(
        self,
        user: User,
        *,
        ids: Mapping[str, str],
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        client: str = "",
    ) -> ApiCall:
        """Let a user ask for something now, through a client or by their own hands."""
        return ApiCall(
            user=user,
            client=client,
            ids=ids,
            query=query or {},
            body=body or {},
            now=self.now(),
            store=self.store,
            policy=self.policy,
            links=self.links,
            prove=self.deliveries.prove,
        )
