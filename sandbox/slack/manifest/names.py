"""The names that Slack knows: bot scopes, and the events that a bot can subscribe to with the scopes they need.

From docs.slack.dev/reference/scopes and docs.slack.dev/reference/events, as of 2026.
"""

from collections.abc import Mapping
from typing import Final

_SCOPES_ON: Final = {
    "app_mentions": "read",
    "assistant": "write",
    "bookmarks": "read write",
    "calls": "read write",
    "canvases": "read write",
    "channels": "history join manage read write.invites write.topic",
    "chat": "write write.customize write.public",
    "conversations.connect": "manage read write",
    "datastore": "read write",
    "dnd": "read",
    "emoji": "read",
    "files": "read write",
    "groups": "history read write write.invites write.topic",
    "im": "history read write write.topic",
    "links": "read write",
    "links.embed": "write",
    "lists": "read write",
    "metadata.message": "read",
    "mpim": "history read write write.invites write.topic",
    "pins": "read write",
    "reactions": "read write",
    "reminders": "read write",
    "remote_files": "read share write",
    "search": "read.files read.public read.users",
    "team": "read",
    "team.billing": "read",
    "team.preferences": "read",
    "triggers": "read write",
    "usergroups": "read write",
    "users": "read read.email write",
    "users.profile": "read",
    "workflow.steps": "execute",
    "workflows.templates": "read write",
}

BOT_SCOPES: Final = frozenset(
    {f"{thing}:{right}" for thing, rights in _SCOPES_ON.items() for right in rights.split()}
    | {"commands", "incoming-webhook"}
)
"""All scopes that a bot token can have."""

_EVENTS_BY_SCOPES: Final = {
    "": """
        app_home_opened app_uninstalled function_executed grid_migration_finished grid_migration_started
        team_access_granted team_access_revoked tokens_revoked
        """,
    "app_mentions:read": "app_mention",
    "assistant:write": "assistant_thread_context_changed assistant_thread_started",
    "calls:read": "call_rejected",
    "channels:history": "channel_history_changed message.channels",
    "channels:read": """
        channel_archive channel_created channel_deleted channel_left channel_rename channel_unarchive
        """,
    "channels:read groups:read": """
        channel_shared channel_unshared member_joined_channel member_left_channel
        """,
    "channels:read groups:read im:read mpim:read": "channel_id_changed",
    "conversations.connect:manage": """
        shared_channel_invite_accepted shared_channel_invite_approved shared_channel_invite_declined
        shared_channel_invite_requested
        """,
    "conversations.connect:read": "shared_channel_invite_received",
    "dnd:read": "dnd_updated_user",
    "emoji:read": "emoji_changed",
    "files:read": "file_change file_created file_deleted file_public file_shared file_unshared",
    "groups:history": "group_history_changed message.groups",
    "groups:read": """
        group_archive group_close group_deleted group_left group_open group_rename group_unarchive
        """,
    "im:history": "im_history_changed message.im",
    "im:read": "im_close im_created im_open",
    "links:read": "link_shared",
    "metadata.message:read": "message_metadata_deleted message_metadata_posted message_metadata_updated",
    "mpim:history": "message.mpim",
    "pins:read": "pin_added pin_removed",
    "reactions:read": "reaction_added reaction_removed",
    "team:read": "email_domain_changed team_domain_change team_rename",
    "usergroups:read": "subteam_created subteam_members_changed subteam_updated",
    "users:read": "team_join user_change user_huddle_changed user_profile_changed user_status_changed",
}

EVENT_SCOPES: Final[Mapping[str, frozenset[str]]] = {
    event: frozenset(scopes.split())
    for scopes, events in _EVENTS_BY_SCOPES.items()
    for event in events.split()
}
"""For each event the bot scopes of which one is enough; none when it needs none."""
