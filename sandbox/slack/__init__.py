"""A local Slack workspace: its Web API, the people in it, and what Slack refuses."""

from sandbox.slack.actors.screen_content import ScreenFile, ScreenMessage, ScreenView
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.server import SlackServer

__all__ = ["ScreenFile", "ScreenMessage", "ScreenView", "SlackServer", "SlackUser"]
