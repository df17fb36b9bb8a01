"""What the bot is and does, without Slack's shapes."""
