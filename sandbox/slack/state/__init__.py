"""The state of the local Slack: people, channels, messages, files, views and the installed app."""
