"""A local Slack workspace: its Web API, the people in it, and what Slack refuses."""

from sandbox.slack.person import Person
from sandbox.slack.seen import FileSeen, MessageSeen, ViewSeen
from sandbox.slack.server import Slack

__all__ = ["FileSeen", "MessageSeen", "Person", "Slack", "ViewSeen"]
