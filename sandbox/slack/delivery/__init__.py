"""The requests that the local Slack sends to the bot, and the messages that follow from its replies."""
