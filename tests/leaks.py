"""Reading everything that was ever posted where many people look, for what is one person's alone."""

import json
from collections.abc import Iterator

from sandbox.ringcentral import WebinarAPI
from sandbox.slack import SlackServer
from sandbox.slack.constants import BOT_USER
from sandbox.slack.state.workspace import Channel

_POSTING = {"chat.postMessage", "chat.update", "files.completeUploadExternal"}
_SHORTEST = 4
"""A shorter password says nothing: it may be part of any word."""


def leaks(slack: SlackServer, ringcentral: WebinarAPI) -> list[str]:
    """Every post or edit in a channel that holds a host's or panelist's link, a registrant's, or a password."""
    secrets = set(secrets_of(ringcentral))
    found = []
    for exchange in slack.exchanges:
        channel = str(exchange.request.get("channel") or exchange.request.get("channel_id") or "")
        if exchange.method not in _POSTING or not channel.startswith(("C", "G")):
            continue
        said = json.dumps(exchange.request, ensure_ascii=False, default=str)
        found += [f"{exchange.method} to {channel}: {said}" for secret in secrets if secret in said]
    return found


def strangers(slack: SlackServer, ringcentral: WebinarAPI) -> list[str]:
    """Every message or view for one person's eyes that holds somebody else's: the host's link, which one person may
    read, that of the panel, a registrant's, or a registrant's address, which hosts may read.
    """
    workspace = slack.state.workspace
    eyes = [
        (viewer, json.dumps([message.text, message.blocks], ensure_ascii=False))
        for channel in workspace.channels.values()
        for message in channel.messages
        for viewer in ([message.only_for] if message.only_for else _pair(channel))
    ]
    surfaces = slack.state.surfaces
    views = [view for stack in surfaces.stacks.values() for view in stack]
    eyes += [
        (view.owner, json.dumps(view.blocks, ensure_ascii=False))
        for view in (*views, *surfaces.homes.values())
    ]
    codes = [session.host_code for session in ringcentral.sessions.values()]
    readers = {code: {viewer for viewer, said in eyes if code in said} for code in codes}
    hosts = {viewer for seen in readers.values() for viewer in seen}
    addresses = {viewer: (workspace.people[viewer].email or "").casefold() for viewer, _ in eyes}
    registrants, panel = ringcentral.registrants.values(), ringcentral.invitees.values()
    return [
        *(f"{sorted(seen)} read one host's link" for seen in readers.values() if len(seen) > 1),
        *(
            f"{viewer} read of {one.email}: {said}"
            for viewer, said in eyes
            for one in registrants
            if (one.code in said or (one.email in said and viewer not in hosts))
            and addresses[viewer] != one.email.casefold()
        ),
        *(
            f"{viewer} read the link of {one.email}: {said}"
            for viewer, said in eyes
            for one in panel
            if one.code in said and one.code not in codes and addresses[viewer] != one.email.casefold()
        ),
    ]


def _pair(channel: Channel) -> list[str]:
    """The person who reads a direct conversation, besides the bot."""
    return [one for one in channel.members if one != BOT_USER] if channel.kind == "im" else []


def secrets_of(ringcentral: WebinarAPI) -> Iterator[str]:
    """The texts that nobody but one person, or the host, may see."""
    for session in ringcentral.sessions.values():
        yield session.host_code
    for invitee in ringcentral.invitees.values():
        yield invitee.code
    for registrant in ringcentral.registrants.values():
        yield registrant.code
        yield registrant.email
    for webinar in ringcentral.webinars.values():
        password = str(webinar.settings.get("password") or "")
        if len(password) >= _SHORTEST:
            yield password
