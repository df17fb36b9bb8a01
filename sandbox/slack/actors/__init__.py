"""The people of the local Slack: their actions, and the content of their screens."""
