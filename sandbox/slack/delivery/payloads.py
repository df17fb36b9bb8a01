"""The parts that every request of Slack to the bot is made of."""

from sandbox.slack.constants import APP_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN, Json
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import Channel

_UNNAMED = {"im": "directmessage", "private": "privategroup"}


def by(state: SlackState, person: str) -> Json:
    """The person, the workspace and the app of a request."""
    name = state.workspace.people[person].name
    return {
        "user": {"id": person, "username": name, "name": name, "team_id": TEAM_ID},
        "team": {"id": TEAM_ID, "domain": TEAM_DOMAIN},
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel_name(channel: Channel) -> str:
    """A channel's name as payloads tell it: that of a private one is not told."""
    return _UNNAMED.get(channel.kind, channel.name)


def where(channel: Channel) -> Json:
    """The channel of a payload."""
    return {"id": channel.id, "name": channel_name(channel)}
