"""The actions of a person on the page: each is a form that was posted, and ends on the page it came from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sandbox.page import addresses
from sandbox.page.form_fields import PageField, name_of, parts_of
from sandbox.slack import SlackUser
from sandbox.slack.actors.targets import Place, ground
from sandbox.slack.blockkit.plain_text import Reader
from sandbox.slack.blockkit.view_state import stateful, value_in
from sandbox.slack.constants import Json
from sandbox.slack.state.workspace import Channel
from sandbox.world import World


@dataclass(frozen=True)
class PageAction:
    """The person, the conversation, and the form that was posted."""

    who: SlackUser
    where: Channel
    form: FormData

    def text(self, name: str) -> str:
        """A value of the form; "" if it is not there."""
        return str(self.form.get(name, ""))

    def texts(self, name: str) -> list[str]:
        """All values of this name."""
        return [str(value) for value in self.form.getlist(name)]

    @property
    def place(self) -> Place:
        """The modal or the message that was acted in."""
        return _place(self.text("place"))


class PageActions:
    """Hands acts on to the workspace, which knows what can be done."""

    def __init__(self, world: World) -> None:
        self._slack = world.slack
        self._suggested: dict[tuple[str, str, str], dict[str, Json]] = {}  # by person, place and field
        self._doings: dict[str, Callable[[PageAction], Awaitable[object]]] = {
            "say": self._say,
            "join": self._join,
            "shortcut": self._shortcut,
            "message-shortcut": self._message_shortcut,
            "type": self._type,
            "press": self._press,
            "submit": self._submit,
            "close": self._close,
            "dismiss": self._dismiss,
        }
        self.routes = [
            Route("/{person}/{conversation}/suggest", self.suggest),
            Route("/{person}/{conversation}/{act}", self.act, methods=["POST"]),
        ]

    async def act(self, request: Request) -> Response:
        """Do what was posted; what cannot be done is told to the person as Slack tells things."""
        doing = self._doings.get(request.path_params["act"])
        if doing is None:
            return PlainTextResponse("Nobody can do that.", 404)
        try:
            who, where = addresses.find_place(self._slack, **_address(request))
        except AssertionError as unknown:
            return PlainTextResponse(str(unknown), 404)
        try:
            await doing(PageAction(who, where, await request.form()))
        except AssertionError as refused:
            self._slack.state.notice(who.id, str(refused))
        self._slack.state.changes.tell()
        back = addresses.path(self._slack.state.workspace, who.id, where)
        return RedirectResponse(request.headers.get("referer", back), 303)

    async def suggest(self, request: Request) -> Response:
        """The options that the bot offers for a text typed into an external select."""
        asked = request.query_params
        try:
            who, _where = addresses.find_place(self._slack, **_address(request))
            block_id, action_id = parts_of(asked["field"])
            place = _place(asked["place"])
            options = await self._slack.suggest(who.id, place, block_id, action_id, asked["query"])
        except (AssertionError, LookupError, ValueError) as refused:
            return PlainTextResponse(str(refused), 400)
        found = {option["value"]: option for option in options}
        self._suggested[who.id, asked["place"], asked["field"]] = found
        return JSONResponse([{"text": one["text"]["text"], "value": value} for value, one in found.items()])

    async def _say(self, act: PageAction) -> None:
        if text := act.text("text").strip():
            thread = act.text("thread") or None
            await act.who.types(text, act.where.id, thread_ts=thread, broadcast=bool(act.text("broadcast")))

    async def _join(self, act: PageAction) -> None:
        await act.who.joins(act.where.id)

    async def _shortcut(self, act: PageAction) -> None:
        await act.who.uses_shortcut(act.text("name"))

    async def _message_shortcut(self, act: PageAction) -> None:
        channel, _, ts = act.text("place").partition(":")
        await self._slack.message_shortcut(act.who.id, act.text("name"), channel, ts)

    async def _type(self, act: PageAction) -> None:
        """Give every field that the form has drawn what it posted, where that is something else than before."""
        here, drawn = ground(self._slack.state, act.who.id, act.place), set(act.texts("drawn"))
        reader = Reader(self._slack.state.workspace, act.who.id)
        for spot in stateful(here.blocks):
            name = name_of(*spot.key)
            if name in drawn:
                before = value_in(here.field_state[spot.key])
                suggested = self._suggested.get((act.who.id, act.text("place"), name), {})
                value = PageField(spot, reader, before).holds(act.texts(f"in:{name}"), suggested)
                if value != before:
                    await self._slack.type_into(act.who.id, act.place, *spot.key, value)

    async def _press(self, act: PageAction) -> None:
        await self._type(act)
        block_id, action_id, *option = parts_of(act.text("press"))
        await self._slack.press(act.who.id, act.place, block_id, action_id, *option)

    async def _submit(self, act: PageAction) -> None:
        await self._type(act)
        await self._slack.submit(act.who.id, act.text("place"))

    async def _close(self, act: PageAction) -> None:
        everything = act.text("close") == "everything"
        await self._slack.close(act.who.id, act.text("place"), everything=everything)

    async def _dismiss(self, act: PageAction) -> None:
        self._slack.state.notices.pop(act.who.id, None)


def _address(request: Request) -> dict[str, str]:
    return {"person": request.path_params["person"], "conversation": request.path_params["conversation"]}


def _place(name: str) -> Place:
    """The id of a view, or the channel and ts of a message."""
    channel, colon, ts = name.partition(":")
    return (channel, ts) if colon else name
