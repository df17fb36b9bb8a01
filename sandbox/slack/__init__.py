"""A local Slack workspace: its Web API, the people in it, and what Slack refuses."""

from sandbox.slack.person import Person
from sandbox.slack.seen import MessageSeen, ViewSeen
from sandbox.slack.server import Slack

__all__ = ["MessageSeen", "Person", "Slack", "ViewSeen"]
