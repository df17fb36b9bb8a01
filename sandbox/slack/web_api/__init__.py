"""The Web API of the local Slack: its endpoint, and one module for each family of methods."""
