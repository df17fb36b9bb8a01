"""One request to the Webinar API that was let in: who asks for what, and what it may touch."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.ringcentral.api.errors import not_found
from sandbox.ringcentral.api.responses import Json, Links
from sandbox.ringcentral.events.subscription import Subscription
from sandbox.ringcentral.state.policy import Policy
from sandbox.ringcentral.state.store import Invitee, Session, Store, StoredRegistrant, StoredWebinar, User


@dataclass(frozen=True, kw_only=True)
class ApiCall:
    """A request whose `query` and `body` were checked against their schemas; `ids` are those of the path.

    `client` is the app through which the user asks, and `prove` lets an address prove that it wants events.
    """

    user: User
    ids: Mapping[str, str]
    query: Mapping[str, Any]
    body: Json
    now: datetime
    store: Store
    policy: Policy
    links: Links
    prove: Callable[[str], Awaitable[None]]
    client: str = ""

    def webinar(self) -> StoredWebinar:
        """Find the webinar of the path; other people's are not found, except by an admin."""
        return self._visible(self.store.webinars.get(self.ids["webinarId"]))

    def session(self) -> Session:
        """Find the session of the path."""
        session = self.store.sessions.get(self.ids["sessionId"])
        if session is None or self.ids.get("webinarId", session.webinar_id) != session.webinar_id:
            raise not_found("The session")
        self._visible(self.store.webinars[session.webinar_id])
        return session

    def invitee(self, invitee_id: str) -> Invitee:
        """Find an invitee of the path's session."""
        invitee = self.store.invitees.get(invitee_id)
        if invitee is None or invitee.session_id != self.session().id:
            raise not_found("The invitee")
        return invitee

    def registrant(self) -> StoredRegistrant:
        """Find the registrant of the path, in the path's session."""
        registrant = self.store.registrants.get(self.ids["registrantId"])
        if registrant is None or registrant.session_id != self.session().id:
            raise not_found("The registrant")
        return registrant

    def subscription(self) -> Subscription:
        """Find the subscription of the path, if the caller made it through this client."""
        self.store.subscriptions_at(self.now)
        subscription = self.store.subscriptions.get(self.ids["subscriptionId"])
        mine = (self.user.id, self.client)
        if subscription is None or (subscription.owner_id, subscription.client) != mine:
            raise not_found("The subscription")
        return subscription

    def _visible(self, webinar: StoredWebinar | None) -> StoredWebinar:
        if webinar is None or (webinar.host_id != self.user.id and not self.user.admin):
            raise not_found("The webinar")
        return webinar
