"""Acting as the world: what hosts, strangers, networks and clocks do while nobody in the workspace lifts a hand."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sandbox.page.fault_controls import FaultControls
from sandbox.ringcentral import ApiRefusal, RecordingStatus, Session
from sandbox.scenes import SCENES, strangers
from sandbox.world import World

Doing = Callable[[FormData], str]
"""Does what a form asks for, and tells what became of it."""


class WorldControls:
    """Takes the forms of the panel; what a deed came to is said on every page."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._api = world.ringcentral
        self._doings: Mapping[str, Doing] = {
            "live": self._live,
            "end": self._end,
            "record": self._record,
            "join": self._join,
            "register": self._register,
            "rename": self._rename,
            "later": self._later,
            "cancel": self._cancel,
            "trouble": self._trouble,
            "events": self._events,
            "pass": self._pass,
            "kill": self._kill,
            "scene": self._scene,
        }
        self.routes = [Route("/world/{deed}", self.act, methods=["POST"])]

    async def act(self, request: Request) -> Response:
        """Do a deed."""
        doing = self._doings.get(request.path_params["deed"])
        if doing is None:
            return PlainTextResponse("Nobody can do that.", 404)
        try:
            said = doing(await request.form())
        except ApiRefusal as refusal:
            said = f"RingCentral refuses that: {refusal.problems[0].message}"
        except (KeyError, ValueError) as wrong:
            said = f"That cannot be done (any more): {wrong}"
        self._world.tell(said)
        back = "/" if self._world.is_over else request.headers.get("referer", "/")
        return RedirectResponse(back, 303)

    def _session(self, form: FormData) -> Session:
        return self._api.sessions[str(form["session"])]

    def _called(self, session: Session) -> str:
        return f"“{session.title or self._api.webinars[session.webinar_id].title}”"

    def _live(self, form: FormData) -> str:
        session = self._session(form)
        self._api.go_live(session.id)
        return f"{self._called(session)} is live."

    def _end(self, form: FormData) -> str:
        session = self._session(form)
        self._api.end(session.id)
        return f"{self._called(session)} has ended."

    def _record(self, form: FormData) -> str:
        session = self._session(form)
        recording = self._api.record(session.id)
        self._api.finish_recording(recording.id, RecordingStatus.AVAILABLE)
        self._api.share_recording(recording.id)
        return f"The recording of {self._called(session)} is ready, and shared."

    def _join(self, form: FormData) -> str:
        session = self._session(form)
        known = self._absent_registrant(session)
        first, last, email = known or strangers(self._api)
        self._api.join(session.id, first, last, email)
        return f"{first} {last} came to {self._called(session)}."

    def _absent_registrant(self, session: Session) -> tuple[str, str, str] | None:
        """Somebody who registered and has not come yet."""
        store = self._api.store
        there = {one.registrant_id for one in store.participants_of(session.id)}
        away = (one for one in store.registrants_of(session.id) if one.id not in there)
        return next(((one.first_name, one.last_name, one.email) for one in away), None)

    def _register(self, form: FormData) -> str:
        session = self._session(form)
        one = self._api.register(session.id, *strangers(self._api))
        return f"{one.first_name} {one.last_name} registered for {self._called(session)}."

    def _rename(self, form: FormData) -> str:
        session, title = self._session(form), str(form["title"]).strip()
        before = self._called(session)
        self._api.rename(session.webinar_id, title)
        if session.title:
            self._api.move(session.id, title=title)
        return f"The host renamed {before} to “{title}” in RingCentral's own app."

    def _later(self, form: FormData) -> str:
        session = self._session(form)
        self._api.move(session.id, session.start + timedelta(hours=1))
        return f"The host moved {self._called(session)} by an hour in RingCentral's own app."

    def _cancel(self, form: FormData) -> str:
        session = self._session(form)
        called = self._called(session)
        self._api.cancel_webinar(session.webinar_id)
        return f"The host deleted {called} in RingCentral's own app."

    def _trouble(self, form: FormData) -> str:
        return FaultControls(self._world).turn(str(form["side"]), str(form["kind"]))

    def _events(self, form: FormData) -> str:
        deliveries, act = self._api.deliveries, str(form["act"])
        acts: Mapping[str, tuple[Callable[[], None], str]] = {
            "lose": (lambda: deliveries.lose(3), "The next three events of RingCentral get lost."),
            "double": (lambda: deliveries.double(3), "The next three events of RingCentral arrive twice."),
            "delay": (lambda: deliveries.delay(10, 3), "The next three events of RingCentral are 10 s late."),
        }
        doing, said = acts[act]
        doing()
        return said

    def _pass(self, form: FormData) -> str:
        minutes = int(str(form["minutes"]))
        if self._world.clock is None:
            raise ValueError("there is no clock to move")
        self._world.let_pass(timedelta(minutes=minutes))
        return f"{minutes} {'minute passes' if minutes == 1 else 'minutes pass'} …"

    def _kill(self, _form: FormData) -> str:
        if self._world.bot is None:
            raise ValueError("there is no bot that could be killed")
        self._world.restart_bot()
        return "The bot is being killed …"

    def _scene(self, form: FormData) -> str:
        name = str(form["scene"])
        self._world.begin(name)
        return f"The next scene: {SCENES[name].title}."
