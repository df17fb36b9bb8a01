"""Behind the scenes: what goes over the wire, what is left of the budget, and the world that can be acted on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sandbox.page.fault_controls import FaultControls
from sandbox.page.rate_limit import Budget
from sandbox.page.traffic import TrafficLine, traffic_lines
from sandbox.ringcentral import Session, SessionStatus, StoredWebinar
from sandbox.scenes import SCENES, Scene
from sandbox.slack.state.workspace import WorkspaceMember
from sandbox.world import World


@dataclass(frozen=True)
class InspectorEvent:
    """A webinar as RingCentral has it; `when` on the viewer's clock."""

    webinar: StoredWebinar
    session: Session | None
    title: str
    when: str
    registered: bool
    registrants: int
    participants: int
    recorded: bool

    @property
    def state(self) -> str:
        """The state of the session, in a word."""
        if self.session is None:
            return "no session"
        return self.session.runtime if self.session.status is SessionStatus.ACTIVE else self.session.status

    @property
    def counts(self) -> str:
        """The numbers of registrants and attendees, where there are any."""
        registered = [f"{self.registrants} registered"] if self.registered else []
        return ", ".join(registered + ([] if self.is_scheduled else [f"{self.participants} came"]))

    @property
    def is_scheduled(self) -> bool:
        """Tell whether it has not begun."""
        return self.session is not None and self.session.status is SessionStatus.SCHEDULED

    @property
    def is_active(self) -> bool:
        """Tell whether it is going on."""
        return self.session is not None and self.session.status is SessionStatus.ACTIVE


class Inspector:
    """The panel as `viewer` sees it."""

    def __init__(self, world: World, viewer: WorkspaceMember) -> None:
        self._world = world
        self._zone = ZoneInfo(viewer.tz or "UTC")

    @property
    def budget(self) -> Budget:
        """The number of calls that RingCentral still takes."""
        return Budget.of(self._world.ringcentral)

    @property
    def wire(self) -> list[TrafficLine]:
        """The API calls, newest first."""
        return traffic_lines(self._world.slack, self._world.ringcentral)

    @property
    def events(self) -> list[InspectorEvent]:
        """The webinars at RingCentral, newest first."""
        return [self._event(webinar) for webinar in [*self._world.ringcentral.webinars.values()][::-1]]

    @property
    def now(self) -> str:
        """The time of this world, on the viewer's clock."""
        return f"{dt.datetime.fromtimestamp(self._world.slack.state.clock(), self._zone):%A, %-d %B, %H:%M}"

    @property
    def said(self) -> str:
        """The result of the last action on the world."""
        return self._world.said

    @property
    def until_next(self) -> int:
        """In how many minutes it is eleven minutes before the next webinar; 0 or less when there is none to wait for."""
        now = self._world.ringcentral.now()
        sessions = self._world.ringcentral.sessions.values()
        starts = [one.start for one in sessions if one.status is SessionStatus.SCHEDULED and one.start > now]
        return int((min(starts) - now).total_seconds() // 60) - 11 if starts else 0

    @property
    def has_clock(self) -> bool:
        """Tell whether time can be moved."""
        return self._world.clock is not None

    @property
    def bot(self) -> str:
        """The state of the bot; "" where it cannot be killed."""
        if self._world.bot is None:
            return ""
        return "works" if self._world.bot.works else "is starting …"

    @property
    def troubles(self) -> FaultControls:
        """The faults that are on the wire by intent."""
        return FaultControls(self._world)

    @property
    def scenes(self) -> Mapping[str, Scene]:
        """The scenes that can be begun; none where the world cannot be built anew."""
        return SCENES if self._world.wanted is not None else {}

    @property
    def hears(self) -> int:
        """The number of subscriptions to RingCentral's events."""
        return len(self._world.ringcentral.subscriptions)

    def _event(self, webinar: StoredWebinar) -> InspectorEvent:
        api = self._world.ringcentral
        session = api.store.session_of(webinar.id)
        when = "" if session is None else f"{session.start.astimezone(self._zone):%a %-d %b, %H:%M}"
        return InspectorEvent(
            webinar=webinar,
            session=session,
            title=(session and session.title) or webinar.title,
            when=when,
            registered=bool(webinar.settings["registrationEnabled"]),
            registrants=len(api.store.registrants_of(session.id)) if session else 0,
            participants=len(api.store.participants_of(session.id)) if session else 0,
            recorded=bool(session and api.store.recordings_of(session.id)),
        )
