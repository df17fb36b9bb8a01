"""Slack's mrkdwn as HTML: everything is escaped first, and only what we know becomes an element."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import emoji
from markupsafe import Markup, escape

from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import TEAM_DOMAIN, Json
from sandbox.slack.state.workspace import Workspace

_PERMALINK: Final = re.compile(
    rf"https://{TEAM_DOMAIN}\.slack\.com/archives/(\w+)/p(\d+)(\d{{6}})(?:\?thread_ts=([\d.]+))?"
)
_SHORTCODE: Final = re.compile(r":([a-z0-9_+-]+):")
_CODE: Final = re.compile(r"```(?P<block>.+?)```|`(?P<span>[^`\n]+)`", re.DOTALL)
_MARK: Final = re.compile(r"&lt;((?:(?!&lt;|&gt;).)+)&gt;", re.DOTALL)
_BARE_LINK: Final = re.compile(r"https?://[^\s\ue000]+[^\s\ue000.,;:!?)]")
_EMPHASIS: Final = tuple(
    (re.compile(rf"(?<![\w{mark}]){mark}(?=\S)([^{mark}\n]*\S){mark}(?![\w{mark}])"), rf"<{tag}>\1</{tag}>")
    for mark, tag in ((r"\*", "strong"), ("_", "em"), ("~", "s"))
)
_ENTITY_ESCAPED_TWICE: Final = re.compile(r"&amp;(amp|lt|gt);")
_PUT_ASIDE: Final = re.compile("\ue000(\\d+)\ue001")
_CROWDS: Final = ("channel", "here", "everyone")


def plain_html(text: str) -> Markup:
    """A plain text, in which only emoji mean anything."""
    return Markup(_with_emoji(str(escape(text))))  # noqa: S704 - escaped first


@dataclass(frozen=True)
class Mrkdwn:
    """Draws texts as `viewer` sees them: in their own time zone, with the channels they may know."""

    workspace: Workspace
    viewer: SlackUser

    def of(self, text: Json) -> Markup:
        """A text object, formatted if it is mrkdwn."""
        if text["type"] == "plain_text":
            return plain_html(text["text"])
        return self.html(text["text"], verbatim=text.get("verbatim", False))

    def html(self, text: str, *, verbatim: bool = False) -> Markup:
        """A formatted text; bare addresses become links unless it is `verbatim`."""
        aside: list[str] = []

        def put_aside(html: str) -> str:
            aside.append(html)
            return f"\ue000{len(aside) - 1}\ue001"

        known = self.viewer.reads(text.replace("\ue000", "").replace("\ue001", ""))
        said = _CODE.sub(lambda found: put_aside(_code(found)), str(escape(known)))
        said = _MARK.sub(lambda found: self._mark(found, put_aside), said)
        if not verbatim:
            said = _BARE_LINK.sub(lambda found: put_aside(self._link(found[0], found[0])), said)
        for pattern, element in _EMPHASIS:
            said = pattern.sub(element, said)
        said = _with_emoji(said)
        while _PUT_ASIDE.search(said):  # a label may hold something put aside earlier
            said = _PUT_ASIDE.sub(lambda found: aside[int(found[1])], said)
        return Markup(_ENTITY_ESCAPED_TWICE.sub(r"&\1;", said))  # noqa: S704 - escaped first

    def _mark(self, found: re.Match[str], put_aside: Callable[[str], str]) -> str:
        """The HTML for the text between `<` and `>`: a person, a channel, a group or a link; else it stays as it is."""
        target, _, label = found[1].partition("|")
        match target[0], target[1:]:
            case "@", name:
                return put_aside(self._person(name, label))
            case "#", name:
                return put_aside(self._channel(name))
            case "!", name:
                return put_aside(_mention(f"@{name}")) if name in _CROWDS else label or found[0]
            case _ if re.match(r"https?://|mailto:", target):
                return put_aside(self._link(target, label or target))
            case _:
                return found[0]

    def _link(self, address: str, label: str) -> str:
        """A link; one to a message of this workspace leads there."""
        if found := _PERMALINK.match(address):
            ts, me = f"{found[2]}.{found[3]}", self.workspace.people[self.viewer.id].name
            thread = f"?thread={found[4]}" if found[4] else ""
            return f'<a href="/{me}/{found[1]}{thread}#m{ts}">{label}</a>'
        return f'<a href="{address}" target="_blank" rel="noopener">{label}</a>'

    def _person(self, name: str, label: str) -> str:
        member = self.workspace.people.get(name)
        return _mention(
            f"@{escape(member.real_name) if member else label or name}", mine=name == self.viewer.id
        )

    def _channel(self, name: str) -> str:
        channel = self.workspace.channels.get(name)
        if channel is None or not self.workspace.sees(self.viewer.id, channel):
            return _mention(
                f"#{channel.name}" if channel and channel.kind == "public" else "a private channel"
            )
        return f'<a class="mention" href="{channel.name}">#{channel.name}</a>'


def _code(found: re.Match[str]) -> str:
    if found["block"] is not None:
        return f"<pre>{found['block'].strip()}</pre>"
    return f"<code>{found['span']}</code>"


def _mention(text: str, *, mine: bool = False) -> str:
    return f'<span class="mention{" mine" if mine else ""}">{text}</span>'


def _with_emoji(html: str) -> str:
    """Names between colons as pictures; what is no emoji's name stays as it is."""
    return _SHORTCODE.sub(lambda found: emoji.emojize(found[0], language="alias", variant="emoji_type"), html)
