"""Modals and App Homes: what stands open before whom, how it is stacked, and what it becomes."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.slack.actors.menu_options import fits
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import Completion, ElementLocation
from sandbox.slack.blockkit.view_state import Current, State
from sandbox.slack.constants import APP_ID, BOT_ID, TEAM_ID, Json, SlackRefusal
from sandbox.slack.state.workspace import Workspace

STACK_LIMIT = 3
_TEXTS = ("title", "submit", "close")


@dataclass(kw_only=True, eq=False)
class View:
    """One modal or home as one person sees it; `content` is what the app gave, completed."""

    id: str
    owner: str
    content: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    conversation: str | None = None
    state: State = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    updates: int = 0  # by views.update, not by answers to submissions

    @property
    def blocks(self) -> list[Json]:
        """The view's blocks, every one with its ids."""
        blocks: list[Json] = self.content["blocks"]
        return blocks

    @property
    def external_id(self) -> str:
        """The app's own name for the view; "" if it gave none."""
        return str(self.content.get("external_id", ""))

    def told(self, *, with_state: bool) -> Json:
        """The view as the wire carries it; what was typed travels only in what Slack sends of its own accord."""
        return {
            "id": self.id,
            "team_id": TEAM_ID,
            "type": self.content["type"],
            "blocks": self.blocks,
            "private_metadata": self.content.get("private_metadata", ""),
            "callback_id": self.content.get("callback_id", ""),
            "state": view_state.state_values(self.state) if with_state else {"values": {}},
            "hash": self.hash,
            **{name: self.content.get(name) for name in _TEXTS},
            "clear_on_close": self.content.get("clear_on_close", False),
            "notify_on_close": self.content.get("notify_on_close", False),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": APP_ID,
            "external_id": self.external_id,
            "app_installed_team_id": TEAM_ID,
            "bot_id": BOT_ID,
        }


class Surfaces:
    """Everybody's stack of modals (the last is on top) and everybody's home."""

    def __init__(self, clock: Callable[[], float], workspace: Workspace, completion: Completion) -> None:
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self._clock = clock
        self._workspace = workspace
        self._completion = completion
        self._numbers = itertools.count(1)

    def open(self, owner: str, content: Json, conversation: str | None) -> View:
        """Show a modal as the bottom of a new stack; one that stood there before is gone."""
        self._refuse_duplicate(content)
        view = self._made(owner, content, conversation)
        self.stacks[owner] = [view]
        return view

    def push(self, owner: str, content: Json) -> View:
        """Lay a modal on top of the stack, three deep at most."""
        stack = self.stacks.get(owner, [])
        if not stack:
            raise SlackRefusal("invalid_trigger_id")
        if len(stack) >= STACK_LIMIT:
            raise SlackRefusal("push_limit_reached")
        self._refuse_duplicate(content)
        view = self._made(owner, content, stack[-1].conversation)
        view.root_id, view.previous_id = stack[0].id, stack[-1].id
        stack.append(view)
        return view

    def publish(self, owner: str, content: Json) -> View:
        """Show a home in place of the one before; it keeps its id and what was typed."""
        view = self.homes.get(owner)
        if view is None:
            view = self.homes[owner] = self._made(owner, content, None)
        else:
            self.change(view, content)
        return view

    def change(self, view: View, content: Json) -> None:
        """Give an open view new content; inputs that stay the same keep what they hold."""
        if content["type"] != view.content["type"]:
            raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] a view cannot change its type"])
        if content.get("external_id", "") != view.external_id:
            self._refuse_duplicate(content)
        view.content = self._completed(content)
        view.state = view_state.carried(view.state, view.blocks, self._current(view.owner, view.conversation))
        view.errors = {}
        view.hash = self._hash()

    def find(self, *, view_id: str = "", external_id: str = "") -> View:
        """The open view with this id; Slack says not_found for one that was closed."""
        for view in self._all():
            if view_id == view.id or (external_id and external_id == view.external_id):
                return view
        raise SlackRefusal("not_found")

    def stack(self, owner: str) -> list[View]:
        """The modals before this person, top last."""
        return self.stacks.get(owner, [])

    def close(self, view: View) -> None:
        """Take one modal off its stack; what lay under it is on top again."""
        if view in self.stack(view.owner):
            self.stacks[view.owner].remove(view)

    def clear(self, owner: str) -> list[View]:
        """Take the whole stack away, and return it from top to bottom."""
        return list(reversed(self.stacks.pop(owner, [])))

    def _all(self) -> list[View]:
        return [*itertools.chain.from_iterable(self.stacks.values()), *self.homes.values()]

    def _refuse_duplicate(self, content: Json) -> None:
        external_id = content.get("external_id")
        if external_id and any(view.external_id == external_id for view in self._all()):
            raise SlackRefusal("duplicate_external_id")

    def _made(self, owner: str, content: Json, conversation: str | None) -> View:
        number = f"V{next(self._numbers):08d}"
        completed = self._completed(content)
        return View(
            id=number,
            owner=owner,
            content=completed,
            hash=self._hash(),
            root_id=number,
            conversation=conversation,
            state=view_state.fresh(completed["blocks"], self._current(owner, conversation)),
        )

    def _completed(self, content: Json) -> Json:
        texts = {name: {"emoji": True} | content[name] for name in _TEXTS if content.get(name)}
        return content | texts | {"blocks": self._completion.of(content["blocks"])}

    def _current(self, owner: str, conversation: str | None) -> Current:
        channel = self._workspace.channels.get(conversation or "")

        def fitting(spot: ElementLocation) -> str | None:
            return channel.id if channel and fits(self._workspace, owner, channel, spot) else None

        return fitting

    def _hash(self) -> str:
        return f"{int(self._clock())}.{next(self._numbers):08x}"
