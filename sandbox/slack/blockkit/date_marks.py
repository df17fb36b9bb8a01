"""Slack's date marks, `<!date^epoch^format|fallback>`, as they read on somebody's screen."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

_MARK = re.compile(r"<!date\^(\d+)\^([^|^<>]+)(?:\^[^|<>]*)?\|([^<>]*)>")
_TOKEN = re.compile(r"\{(\w+)\}")
_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def read_date_mark(text: str, *, zone: str, now: float, twelve_hours: bool) -> str:
    """The text with its date marks told in `zone` at the time `now` (epoch seconds); a mark unknown to Slack shows its fallback."""
    today = dt.datetime.fromtimestamp(now, ZoneInfo(zone)).date()

    def told(mark: re.Match[str]) -> str:
        when = dt.datetime.fromtimestamp(int(mark[1]), ZoneInfo(zone))
        tokens = _tokens(when, today, twelve_hours=twelve_hours)
        if any(name not in tokens for name in _TOKEN.findall(mark[2])):
            return mark[3]
        return _TOKEN.sub(lambda token: tokens[token[1]], mark[2])

    return _MARK.sub(told, text)


def _tokens(when: dt.datetime, today: dt.date, *, twelve_hours: bool) -> dict[str, str]:
    ordinal = f"{when.day}{_SUFFIXES.get(when.day, 'th')}"
    plain = {
        "date": f"{when:%B} {ordinal}, {when.year}",
        "date_short": f"{when:%b} {when.day}, {when.year}",
        "date_long": f"{when:%A}, {when:%B} {ordinal}, {when.year}",
    }
    near = _DAYS.get((when.date() - today).days)
    pretty = {f"{name}_pretty": near or text for name, text in plain.items()}
    return {"date_num": f"{when:%Y-%m-%d}", **plain, **pretty, **_times(when, twelve_hours=twelve_hours)}


def _times(when: dt.datetime, *, twelve_hours: bool) -> dict[str, str]:
    if not twelve_hours:
        return {"time": f"{when:%H:%M}", "time_secs": f"{when:%H:%M:%S}"}
    hour, half = when.hour % 12 or 12, when.strftime("%p")
    return {"time": f"{hour}:{when:%M} {half}", "time_secs": f"{hour}:{when:%M:%S} {half}"}
