"""Words for people: escaped, in the reader's own time, and short enough for where they stand."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from blocks.elements import SECTION_MAX
from bot.models import Webinar

LINE_MAX = 1000
"""The longest text of somebody else in a line of a list."""
MESSAGE_MAX = 3500
"""The longest text beside the blocks of a message: Slack shows it in notifications and takes 4,000 characters."""


def escaped(typed: str) -> str:
    """Escape typed text, so that it can neither format nor ping: `<!channel>` stays text."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str, most: int) -> str:
    """The text, cut at a length with an ellipsis; before it is escaped."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def fitting(typed: str, most: int = SECTION_MAX) -> str:
    """Escape typed text and cut it to the length of a place, never inside an entity."""
    cut = typed
    while len(said := escaped(cut)) > most:
        cut = shortened(cut, len(cut) - max(1, (len(said) - most) // 5))
    return said


def paragraphs(lines: Iterable[str]) -> list[str]:
    """The lines, put together to texts that each fit into a section; a line is never cut."""
    texts: list[str] = []
    for line in lines:
        if texts and len(texts[-1]) + 1 + len(line) <= SECTION_MAX:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts


def whole_lines(text: str, most: int = MESSAGE_MAX) -> str:
    """The first lines of a message that fit; a line is never cut, since half a date or link is no mark of Slack's."""
    kept, length = [], -1
    for line in text.split("\n"):
        length += len(line) + 1
        if length > most:
            break
        kept.append(line)
    return "\n".join(kept)


def person(user_id: str) -> str:
    """A mention."""
    return f"<@{user_id}>"


def channel(channel_id: str) -> str:
    """A channel's name, as a link."""
    return f"<#{channel_id}>"


def link(url: str, label: str = "") -> str:
    """A link with a label of ours, or with its address to be seen."""
    safe = url.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E")
    return f"<{safe}|{label}>" if label else f"<{safe}>"


def when(
    start: datetime, time_zone: str, duration: timedelta | None = None, reader_zone: str | None = None
) -> str:
    """The time for the reader, and the start where the webinar is.

    It reads "Thursday, December 3rd, 2026, 7:00 PM–8:00 PM (Thu 10:00 AM in Los Angeles)". Slack puts the first half
    into the zone of each reader. The second half is left out for one reader whose clock shows the same; in a channel
    there are many readers, so it always stands.
    """
    there = start.astimezone(ZoneInfo(time_zone))
    place = city(time_zone)
    end = f"–{_slack_time(start + duration, time_zone)}" if duration else ""
    fallback = f"{written_day(there)}, {clock(there)} in {place}"
    reader = f"<!date^{int(start.timestamp())}^{{date_long_pretty}}, {{time}}|{fallback}>{end}"
    if reader_zone and there.utcoffset() == start.astimezone(ZoneInfo(reader_zone)).utcoffset():
        return reader
    return f"{reader} ({there:%a} {clock(there)} in {place})"


def _slack_time(instant: datetime, time_zone: str) -> str:
    fallback = clock(instant.astimezone(ZoneInfo(time_zone)))
    return f"<!date^{int(instant.timestamp())}^{{time}}|{fallback}>"


def clock(local: datetime) -> str:
    """A time of day, in the one style of all texts: "3:05 PM"."""
    return f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"


def written_day(local: datetime) -> str:
    """A day in words: "Thursday, December 3, 2026"."""
    return f"{local:%A, %B} {local.day}, {local.year}"


def moment(instant: datetime) -> str:
    """An instant in the reader's zone."""
    there = instant.astimezone(UTC)
    fallback = f"{there:%B} {there.day}, {clock(there)} UTC"
    return f"<!date^{int(instant.timestamp())}^{{date_short_pretty}} at {{time}}|{fallback}>"


def city(time_zone: str) -> str:
    """The name that people use for a zone."""
    return time_zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def lasting(duration: timedelta) -> str:
    """A duration in words: "1 hour 30 minutes"."""
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = ((days, "day"), (hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)


def about(seconds: float) -> str:
    """A wait, rounded as people say it: "about 20 s", "about 3 min"."""
    if seconds < 90:
        return f"about {max(1, round(seconds / 5) * 5 if seconds >= 10 else round(seconds))} s"
    return f"about {round(seconds / 60)} min"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 attendee", "2 attendees", "2 people"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def listed(words: Sequence[str]) -> str:
    """A list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def time_and_length(webinar: Webinar, reader_zone: str | None = None) -> str:
    """The day, the start and the end of a webinar; a length with seconds is spelled out instead of an end."""
    if webinar.duration.total_seconds() % 60:
        start = when(webinar.start, webinar.time_zone, reader_zone=reader_zone)
        return f"{start}, {lasting(webinar.duration)}"
    return when(webinar.start, webinar.time_zone, webinar.duration, reader_zone)
