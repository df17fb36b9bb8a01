"""The rules of Slack for an app's manifest."""
