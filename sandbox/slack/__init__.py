"""A local Slack workspace: its Web API, the people in it, and what Slack refuses."""

from sandbox.slack.actors.screen_content import FileSeen, MessageSeen, ViewSeen
from sandbox.slack.actors.slack_user import Person
from sandbox.slack.server import Slack

__all__ = ["FileSeen", "MessageSeen", "Person", "Slack", "ViewSeen"]
