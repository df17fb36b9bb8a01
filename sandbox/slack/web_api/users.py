"""auth.test, users.info and users.list: who the bot is, and who others are."""

import datetime as dt
import zoneinfo
from collections.abc import Callable, Mapping

from sandbox.slack.constants import BOT_ID, BOT_USER, TEAM_DOMAIN, TEAM_ID, Json, SlackRefusal
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import WorkspaceMember
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.paging import slack_page


def auth_test(state: SlackState, _arguments: Arguments) -> Json:
    """auth.test: whose token this is."""
    return {
        "url": f"https://{TEAM_DOMAIN}.slack.com/",
        "team": "Sandbox",
        "user": state.workspace.bot.name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def user_info(state: SlackState, arguments: Arguments) -> Json:
    """users.info: a person; the locale only if asked for, the e-mail only with its scope and if there is one."""
    member = state.workspace.people.get(arguments.required("user"))
    if member is None:
        raise SlackRefusal("user_not_found")
    user = _as_object(member, state.clock())
    if member.email and state.installation.grants("users:read.email"):
        user["profile"]["email"] = member.email
    if arguments.flag("include_locale"):
        user["locale"] = member.locale
    return {"user": user}


def everybody(state: SlackState, arguments: Arguments) -> Json:
    """users.list: the people of the workspace, page by page; e-mail addresses only with their scope."""
    some, metadata = slack_page(list(state.workspace.people.values()), arguments, lambda member: member.id)
    return {"members": [_listed(state, member) for member in some], **metadata}


def _listed(state: SlackState, member: WorkspaceMember) -> Json:
    user = _as_object(member, state.clock())
    if member.email and state.installation.grants("users:read.email"):
        user["profile"]["email"] = member.email
    return user


def _as_object(member: WorkspaceMember, now: float) -> Json:
    profile = {"real_name": member.real_name, "display_name": member.name, "team": TEAM_ID}
    user: Json = {
        "id": member.id,
        "team_id": TEAM_ID,
        "name": member.name,
        "deleted": member.deleted,
        "profile": profile,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": int(now),
    }
    if member.deleted:
        return user
    return user | {
        "real_name": member.real_name,
        "is_admin": member.is_admin,
        "is_owner": member.is_owner,
        "is_primary_owner": member.is_owner,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": False,
        **({"is_stranger": True} if member.is_stranger else {}),
        **_zone(member.tz, now),
    }


def _zone(name: str | None, now: float) -> Json:
    if name is None:
        return {}
    here = dt.datetime.fromtimestamp(now, zoneinfo.ZoneInfo(name))
    offset = here.utcoffset() or dt.timedelta()
    return {"tz": name, "tz_label": here.tzname(), "tz_offset": int(offset.total_seconds())}


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    "auth.test": auth_test,
    "users.info": user_info,
    "users.list": everybody,
}
