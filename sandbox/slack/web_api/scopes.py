"""The scope that each Web API method needs: the manifest can be held against it."""

from collections.abc import Mapping

from sandbox.slack.state.workspace import Kind

_FAMILY: Mapping[Kind, str] = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}

READ = frozenset(f"{family}:read" for family in _FAMILY.values())
HISTORY = frozenset(f"{family}:history" for family in _FAMILY.values())

METHOD_SCOPES: Mapping[str, frozenset[str]] = {
    "auth.test": frozenset(),
    "chat.delete": frozenset({"chat:write"}),
    "chat.getPermalink": frozenset(),
    "chat.postEphemeral": frozenset({"chat:write"}),
    "chat.postMessage": frozenset({"chat:write"}),
    "chat.update": frozenset({"chat:write"}),
    "conversations.history": HISTORY,
    "conversations.info": READ,
    "conversations.join": frozenset({"channels:join"}),
    "conversations.members": READ,
    "conversations.open": frozenset({"im:write", "mpim:write"}),
    "conversations.replies": HISTORY,
    "files.completeUploadExternal": frozenset({"files:write"}),
    "files.delete": frozenset({"files:write"}),
    "files.getUploadURLExternal": frozenset({"files:write"}),
    "files.info": frozenset({"files:read"}),
    "users.conversations": READ,
    "users.info": frozenset({"users:read"}),
    "users.list": frozenset({"users:read"}),
    "views.open": frozenset(),
    "views.publish": frozenset(),
    "views.push": frozenset(),
    "views.update": frozenset(),
}
"""For each method the scopes of which one is needed: which one, is a matter of the kind of conversation."""


def needed(method: str, kind: Kind | None) -> frozenset[str]:
    """The scopes of which one is needed to call `method` on a conversation of this kind (None: no or unknown one)."""
    anyone = METHOD_SCOPES[method]
    if kind is None:
        return anyone
    fitting = frozenset(scope for scope in anyone if scope.startswith(f"{_FAMILY[kind]}:"))
    return fitting or anyone


def reading(kind: Kind) -> str:
    """The scope to read conversations of this kind."""
    return f"{_FAMILY[kind]}:read"
