"""The bot itself, without Slack's shapes."""
