"""The Webinar API, as far as the product uses it: an operation a method, each sent through the one funnel."""

from datetime import datetime

from bot.ringcentral.operations import Operations
from bot.ringcentral.requests import (
    ChangedRegistration,
    ChangedWebinar,
    NewInvitees,
    NewRegistrant,
    NewSession,
    NewSubscription,
    NewWebinar,
)
from bot.ringcentral.responses import (
    InviteeAnswer,
    InviteesAnswer,
    ParticipantAnswer,
    PastSessionAnswer,
    RecordingAnswer,
    RegistrantAnswer,
    RegistrationAnswer,
    SessionAnswer,
    SubscriptionAnswer,
    SubscriptionsAnswer,
    WebinarAnswer,
)
from bot.ringcentral.transport import Transport


class RingCentral(Transport):
    """The Webinar API."""

    async def create_webinar(self, body: NewWebinar) -> WebinarAnswer:
        """Make a webinar, which has no date yet."""
        return await self.call(Operations.rcwConfigCreateWebinar, WebinarAnswer, body=body.body())

    async def list_webinars(self, since: datetime) -> list[WebinarAnswer]:
        """The host's webinars made since an instant, oldest first."""
        asked = {"creationTimeFrom": since.isoformat(timespec="milliseconds")}
        return await self.pages(Operations.rcwConfigListWebinars, WebinarAnswer, asked)

    async def get_webinar(self, webinar_id: str) -> WebinarAnswer:
        """One webinar."""
        return await self.call(Operations.rcwConfigGetWebinar, WebinarAnswer, {"webinarId": webinar_id})

    async def update_webinar(self, webinar_id: str, body: ChangedWebinar) -> WebinarAnswer:
        """Change what is told of a webinar."""
        path = {"webinarId": webinar_id}
        return await self.call(Operations.rcwConfigUpdateWebinar, WebinarAnswer, path, body=body.body())

    async def delete_webinar(self, webinar_id: str) -> None:
        """Delete a webinar with all that belongs to it."""
        await self.send(Operations.rcwConfigDeleteWebinar, {"webinarId": webinar_id})

    async def create_session(self, webinar_id: str, body: NewSession) -> SessionAnswer:
        """Schedule the one session of a webinar."""
        path = {"webinarId": webinar_id}
        return await self.call(Operations.rcwConfigCreateSession, SessionAnswer, path, body=body.body())

    async def get_session(self, webinar_id: str, session_id: str) -> SessionAnswer:
        """A session with its links."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self.call(Operations.rcwConfigGetSession, SessionAnswer, path)

    async def update_session(self, webinar_id: str, session_id: str, body: NewSession) -> SessionAnswer:
        """Move a session; raises NotAllowed once it has begun."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self.call(Operations.rcwConfigUpdateSession, SessionAnswer, path, body=body.body())

    async def list_sessions(self, ending_from: datetime) -> list[SessionAnswer]:
        """The host's sessions that end at an instant or later."""
        asked = {"endTimeFrom": ending_from.isoformat(timespec="milliseconds")}
        return await self.pages(Operations.rcwConfigListAllSessions, SessionAnswer, asked)

    async def invite(self, webinar_id: str, session_id: str, body: NewInvitees) -> tuple[InviteeAnswer, ...]:
        """Invite co-hosts and panelists, change their roles and take some off, all in one call; gives the new ones."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        answer = await self.call(Operations.rcwConfigUpdateInvitees, InviteesAnswer, path, body=body.body())
        return answer.added_invitees

    async def list_invitees(self, webinar_id: str, session_id: str) -> list[InviteeAnswer]:
        """Everybody on the panel, the host included."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self.pages(Operations.rcwConfigListInvitees, InviteeAnswer, {}, path)

    async def get_registration(self, session_id: str) -> RegistrationAnswer:
        """The registration of a session."""
        return await self.call(Operations.rcwRegGetSession, RegistrationAnswer, {"sessionId": session_id})

    async def update_registration(self, session_id: str, body: ChangedRegistration) -> RegistrationAnswer:
        """Open or close registration, and change its terms."""
        path = {"sessionId": session_id}
        return await self.call(Operations.rcwRegUpdateSession, RegistrationAnswer, path, body=body.body())

    async def register(self, session_id: str, body: NewRegistrant) -> RegistrantAnswer:
        """Register somebody; raises AlreadyThere when this e-mail address is registered."""
        path = {"sessionId": session_id}
        return await self.call(Operations.rcwRegCreateRegistrant, RegistrantAnswer, path, body=body.body())

    async def list_registrants(self, session_id: str) -> list[RegistrantAnswer]:
        """Everybody who registered, the earliest first."""
        path = {"sessionId": session_id}
        return await self.pages(Operations.rcwRegListRegistrants, RegistrantAnswer, {}, path)

    async def unregister(self, session_id: str, registrant_id: str) -> None:
        """Take a registration back; raises NotFound when it is not there."""
        path = {"sessionId": session_id, "registrantId": registrant_id}
        await self.send(Operations.rcwRegDeleteRegistrant, path)

    async def list_past_sessions(self, since: datetime, until: datetime) -> list[PastSessionAnswer]:
        """The host's sessions that ended between two instants, or are to end by plan, as history tells them."""
        asked = {
            "endTimeFrom": since.isoformat(timespec="milliseconds"),
            "endTimeTo": until.isoformat(timespec="milliseconds"),
        }
        return await self.pages(Operations.rcwHistoryListAllSessions, PastSessionAnswer, asked)

    async def get_past_session(self, webinar_id: str, session_id: str) -> PastSessionAnswer:
        """A session as history tells it; raises NotFound before it begins."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self.call(Operations.rcwHistoryGetSession, PastSessionAnswer, path)

    async def list_participants(self, webinar_id: str, session_id: str) -> list[ParticipantAnswer]:
        """Everybody who was there."""
        path = {"webinarId": webinar_id, "sessionId": session_id}
        return await self.pages(Operations.rcwHistoryListParticipants, ParticipantAnswer, {}, path)

    async def get_recording(self, recording_id: str) -> RecordingAnswer:
        """A recording with the link by which it is shared."""
        path = {"recordingId": recording_id}
        return await self.call(Operations.rcwHistoryGetRecording, RecordingAnswer, path)

    async def list_subscriptions(self) -> tuple[SubscriptionAnswer, ...]:
        """Every webhook subscription of our app."""
        return (await self.call(Operations.rcwN11sListSubscriptions, SubscriptionsAnswer)).records

    async def subscribe(self, body: NewSubscription) -> SubscriptionAnswer:
        """Subscribe to webhooks; RingCentral asks the address before it answers."""
        return await self.call(Operations.rcwN11sCreateSubscription, SubscriptionAnswer, body=body.body())

    async def renew_subscription(self, subscription_id: str) -> SubscriptionAnswer:
        """Let a subscription live for another while."""
        path = {"subscriptionId": subscription_id}
        return await self.call(Operations.rcwN11sRenewSubscription, SubscriptionAnswer, path)

    async def unsubscribe(self, subscription_id: str) -> None:
        """Delete a subscription."""
        await self.send(Operations.rcwN11sDeleteSubscription, {"subscriptionId": subscription_id})
