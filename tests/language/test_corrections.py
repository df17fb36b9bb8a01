"""Single corrections to a draft: each changes what is meant, and nothing else. Nothing but the reader and effects runs."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, Final

import pytest

from bot.conversation.acts import Act, Begin, ChangeDraft
from bot.conversation.effects import Surroundings, changed
from bot.conversation.proposal import begun_with
from bot.conversation.reader import TurnContext, Venue
from bot.conversation.rules import RuleReader
from bot.forms.prefill import in_listed_zone
from bot.language import understand
from bot.models.conversation import DraftState

HERE: Final = Path(__file__).parent
SETTINGS: Final = {
    "recording": "recording_enabled",
    "polls": "polls_enabled",
    "qna": "qna_enabled",
    "waiting_room": "panelist_waiting_room",
    "attend": "attendee_authentication",
    "redirect": "post_webinar_redirect_uri",
    "password": "password",
}
QUIET_ACTS: Final = frozenset({"small_talk", "not_understood"})


def lines(name: str) -> list[dict[str, Any]]:
    """The labelled corrections of a file."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def fields(draft: DraftState, zone: str) -> dict[str, Any]:
    """A draft in the words of the labels."""
    said = draft.said
    return {
        "date": str(said.date),
        "time": f"{said.clock:%H:%M}" if said.clock else None,
        "minutes": round((said.duration or dt.timedelta(hours=1)).total_seconds() / 60),
        "title": said.title,
        "registration": bool(said.registration),
        "timezone": {"UTC": "Etc/UTC"}.get(said.zone or "", said.zone) or zone,
        "people": [one.user for one in said.people],
        "channels": list(draft.announce) if draft.announce is not None else ["C0HERE"],
        "settings": {name: str(value) for name, value in draft.options.settings.chosen().items()},
        "description": draft.options.description,
    }


def wanted(before: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The draft with the changes that a line names."""
    want = dict(before)
    for name, value in changes.items():
        if name in SETTINGS:
            want["settings"] = {**want["settings"], SETTINGS[name]: str(value)}
        elif name == "add":
            want["people"] = [*want["people"], value]
        else:
            want[name] = value
    return want


def outcome(line: dict[str, Any]) -> str:
    """The outcome of a line: "right", "ignored" or "wrong"."""
    now, zone = dt.datetime.fromisoformat(line["now"]), line["tz"]
    said = understand(line["draft_from"], now=now, zone=zone, locale=line["locale"])
    draft = begun_with(in_listed_zone(said, zone))
    turn = TurnContext(
        text=line["say"],
        author="U0ANN",
        owner="U0ANN",
        venue=Venue.DIRECT,
        now=now,
        zone=zone,
        locale=line["locale"],
        channel="C0HERE",
        draft=draft,
    )
    acts = RuleReader().read(turn)
    after = draft
    for act in acts:
        if isinstance(act, ChangeDraft):
            after = changed(after, act.changes, Surroundings(now, zone, "C0HERE"))
    before, stands = fields(draft, zone), fields(after, zone)
    if any(isinstance(act, Begin) for act in acts):
        return "wrong"
    if stands == wanted(before, line["changes"]) and _acted(line.get("act"), acts):
        return "right"
    return "ignored" if stands == before else "wrong"


def _acted(expected: str | None, acts: tuple[Act, ...]) -> bool:
    kinds = {act.kind for act in acts}
    if expected == "none":
        return kinds <= QUIET_ACTS
    return expected is None or expected in kinds


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("corrections.jsonl", 0.97, 0),
        ("our_conversations.jsonl", 0.97, 1),
        ("our_conversations_2.jsonl", 0.97, 0),
        ("our_conversations_3.jsonl", 1, 0),
    ],
)
def test_corrections_change_what_is_meant_and_nothing_else(name: str, right: float, wrong: int) -> None:
    each = {line["say"]: outcome(line) for line in lines(name)}
    astray = {say: what for say, what in each.items() if what != "right"}
    assert len(astray) <= (1 - right) * len(each), astray
    assert sum(what == "wrong" for what in astray.values()) <= wrong, astray
